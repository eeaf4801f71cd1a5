"""What one notebook changes, the next does not see; nor does it see what the parent had."""

from __future__ import annotations

from pathlib import Path

import pytest

from driving import Ran, fresh, run_notebooks

CHANGE = [
    (
        "import matplotlib, matplotlib.pyplot as plt, pandas as pd, numpy as np, os, sys, json, random, builtins\n"
        "import warnings, logging, signal, decimal, locale, threading, atexit, resource"
    ),
    "matplotlib.rcParams['figure.dpi'] = 31\nplt.style.use('ggplot')\nplt.figure()",
    "pd.set_option('display.max_rows', 7)\nnp.set_printoptions(precision=1)\ndecimal.getcontext().prec = 3",
    "os.environ['LEAK'] = 'yes'\nsys.path.insert(0, '/leak')\nos.chdir('/')\nos.umask(0o077)",
    "json.load = None\nbuiltins.leak = True\nsys.modules['leak'] = json\nsys.setrecursionlimit(5000)",
    "warnings.simplefilter('error')\nlogging.basicConfig(level=1)\nsignal.signal(signal.SIGUSR1, print)",
    "np.random.seed(3)\nrandom.seed(3)\nresource.setrlimit(resource.RLIMIT_NOFILE, (99, 99))\nos.nice(3)",
    "get_ipython().user_ns['shared'] = 1\n%alias leak echo leak\n%xmode Minimal",
]
LOOK = [
    (
        "import matplotlib, matplotlib.pyplot as plt, pandas as pd, numpy as np, os, sys, json, random, builtins\n"
        "import warnings, logging, signal, decimal, resource"
    ),
    "matplotlib.rcParams['figure.dpi'], matplotlib.rcParams['axes.facecolor'], plt.get_fignums()",
    "pd.get_option('display.max_rows'), np.get_printoptions()['precision'], decimal.getcontext().prec",
    "os.environ.get('LEAK'), '/leak' in sys.path, os.getcwd() == '/', oct(os.umask(0o22))",
    "callable(json.load), hasattr(builtins, 'leak'), 'leak' in sys.modules, sys.getrecursionlimit() < 1100",
    "warnings.filters[0][0] == 'error', logging.getLogger().handlers, signal.getsignal(signal.SIGUSR1) == 0",
    "resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 99, os.nice(0), 'shared' in globals()",
    "'leak' in dict(get_ipython().alias_manager.aliases), get_ipython().InteractiveTB.mode",
]
EXPECTED = [
    "",
    "(100.0, 'white', [])",
    "(60, 8, 28)",
    "(None, False, False, '0o22')",
    "(True, False, False, True)",
    "(False, [], True)",
    "(True, 0, False)",
    "(False, 'Context')",
]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    """Change everything, then look, one after the other and at the same time."""
    notebooks = {"change_1": CHANGE, "look_1": LOOK, "change_2": CHANGE, "look_2": LOOK}
    return run_notebooks(tmp_path_factory.mktemp("isolation"), notebooks, workers=1)


@pytest.mark.parametrize("cell", range(1, len(LOOK)))
@pytest.mark.parametrize("name", ["look_1", "look_2"])
def test_changes_do_not_reach_the_next_notebook(ran: dict[str, Ran], name: str, cell: int) -> None:
    assert ran["change_1"].ok
    assert ran["change_2"].ok
    assert ran[name].text(cell) == EXPECTED[cell]


def test_random_numbers_differ_between_notebooks(tmp_path: Path) -> None:
    cell = ["import random, numpy as np, uuid\nrandom.random(), np.random.rand(), uuid.uuid4().hex"]
    ran = run_notebooks(tmp_path, {"a": cell, "b": cell, "c": cell})
    draws = [one.text(0).strip("()").split(", ") for one in ran.values()]
    for column in zip(*draws, strict=True):
        assert len(set(column)) == 3


def test_notebook_cannot_reach_the_parents_files_and_finalizers(tmp_path: Path) -> None:
    answer = fresh(
        tmp_path,
        f"""
import atexit, logging, pathlib, tempfile, warnings, weakref
from zjjstats.engine.forks import run_forked
from zjjstats.engine.preload import preload
preload()
kept = tempfile.TemporaryDirectory()
atexit.register(lambda: pathlib.Path({str(tmp_path)!r}, "exit").write_text("x"))
class Thing: pass
thing = Thing()
weakref.finalize(thing, lambda: pathlib.Path({str(tmp_path)!r}, "finalize").write_text("x"))
logging.basicConfig(level=10)
warnings.simplefilter("always")
everything = warnings.filters[0]
def call():
    return [len(logging.getLogger().handlers), logging.getLogger().level, everything in warnings.filters]
outcome = run_forked(call)
made = sorted(p.name for p in pathlib.Path({str(tmp_path)!r}).glob("[ef]*"))
answer = [outcome.value, pathlib.Path(kept.name).exists(), made]
kept.cleanup()
""",
    )
    assert answer == [[0, 30, False], True, []]


def test_background_process_is_ended_with_its_notebook(tmp_path: Path) -> None:
    cell = "import subprocess\np = subprocess.Popen(['sleep', '600'])\nprint(p.pid)"
    ran = run_notebooks(tmp_path, {"background": [cell]})
    assert ran["background"].ok
    # Not even a zombie.
    assert not Path(f"/proc/{ran['background'].text(0).strip()}").exists()


def test_output_keeps_the_rights_and_the_place_of_a_usual_file(tmp_path: Path) -> None:
    ran = run_notebooks(tmp_path, {"mode": ["import os\nos.chdir('/')"]})
    assert ran["mode"].path.stat().st_mode & 0o777 == 0o644
    assert ran["mode"].nb.metadata.papermill.output_path == str(ran["mode"].path)
