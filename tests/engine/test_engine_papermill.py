"""The engine as papermill uses it, and when it leaves the work to the stock engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from cases import make_notebook
from compare import plain
from driving import clean_environment

PAPERMILL = str(Path(sys.executable).with_name("papermill"))


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """A notebook with parameters, whose second cell tells in what process it ran."""
    nb = make_notebook(
        [("quarter: str = '2022Q1'  # the quarter", ["parameters"]), "import os\nprint(quarter, os.getppid())", "1 + 1"]
    )
    nbformat.write(nb, tmp_path / "in.ipynb")
    return tmp_path / "in.ipynb"


def command(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run papermill's command."""
    return subprocess.run(
        [PAPERMILL, *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=clean_environment(),
        timeout=120,
        check=False,
    )


@pytest.mark.usefixtures("notebook")
def test_command_uses_the_engine(tmp_path: Path) -> None:
    done = command("--engine", "zjjstats", "-p", "quarter", "2025Q3", "in.ipynb", "out.ipynb", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "stock engine" not in done.stderr
    nb = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert nb.metadata.papermill.parameters == {"quarter": "2025Q3"}
    assert nb.metadata.papermill.exception is None
    assert nb.cells[3].outputs[0].text.startswith("2025Q3 ")
    assert nb.cells[4].outputs[0].data["text/plain"] == "2"
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_command_is_equal_to_a_stock_command(notebook: Path, tmp_path: Path) -> None:
    nbformat.write(make_notebook(["x = 1\nx", "print('a')", "1 / 0", "'never'"]), notebook)
    for engine, output in (("zjjstats", "ours.ipynb"), ("nbclient", "stock.ipynb")):
        done = command("--engine", engine, "in.ipynb", output, cwd=tmp_path)
        assert done.returncode == 1
        assert "ZeroDivisionError" in done.stderr
    ours, stock = (plain(nbformat.read(tmp_path / name, 4), tmp_path) for name in ("ours.ipynb", "stock.ipynb"))
    assert ours == stock


def test_command_shows_a_death_as_a_failure(notebook: Path, tmp_path: Path) -> None:
    nbformat.write(make_notebook(["print('before')", "import os; os._exit(4)"]), notebook)
    done = command("--engine", "zjjstats", "in.ipynb", "out.ipynb", cwd=tmp_path)
    assert done.returncode == 1
    assert "ended with exit status 4" in done.stderr
    nb = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert "An Exception was encountered" in nb.cells[0].source
    assert nb.cells[-1].outputs[-1].ename == "DeadKernelError"
    assert nb.metadata.papermill.exception is True


@pytest.mark.usefixtures("notebook")
def test_log_output_reaches_the_terminal_and_not_the_notebook(tmp_path: Path) -> None:
    done = command("--engine", "zjjstats", "--log-output", "in.ipynb", "out.ipynb", cwd=tmp_path)
    assert done.returncode == 0
    assert "2022Q1 " in done.stderr
    assert "Ending Cell" in done.stderr
    nb = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert [output.output_type for cell in nb.cells if cell.cell_type == "code" for output in cell.outputs] == [
        "stream",
        "execute_result",
    ]


@pytest.mark.usefixtures("notebook")
def test_progress_bar_stays_out_of_the_notebook(tmp_path: Path) -> None:
    done = command("--engine", "zjjstats", "--progress-bar", "in.ipynb", "out.ipynb", cwd=tmp_path)
    assert "Executing" in done.stderr
    assert "Executing" not in (tmp_path / "out.ipynb").read_text()


RUN = """
import logging, sys
logging.basicConfig(stream=sys.stdout, format="LOG %(message)s")
import papermill
def run(**options):
    return papermill.execute_notebook("in.ipynb", "out.ipynb", engine_name="zjjstats", progress_bar=False, **options)
def printed(nb):
    return [o for c in nb.cells for o in c.get("outputs", []) if o.output_type == "stream"][0].text
"""


def in_python(code: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run code in a new interpreter."""
    return subprocess.run(
        [sys.executable, "-c", RUN + code],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=clean_environment(),
        timeout=120,
        check=False,
    )


FALLBACKS = {
    "threads": (
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()\nrun(); run()",
        "this process has more than one thread",
    ),
    "other_system": ("sys.platform = 'darwin'\nrun(); run()", "forking is only supported on Linux, this is darwin"),
    "open_file": ("f = open('log', 'w')\nrun(stdout_file=f); run(stdout_file=f)", "the option stdout_file needs"),
    "hook": ("h = lambda **_: None\nrun(on_cell_start=h); run(on_cell_start=h)", "the option on_cell_start needs"),
}


@pytest.mark.parametrize("name", FALLBACKS)
@pytest.mark.usefixtures("notebook")
def test_stock_engine_is_used_where_forking_is_not_safe_and_says_so_once(tmp_path: Path, name: str) -> None:
    code, reason = FALLBACKS[name]
    done = in_python(code, tmp_path)
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stdout.splitlines() if "stock engine" in line]
    assert len(said) == 1
    assert reason in said[0]
    assert nbformat.read(tmp_path / "out.ipynb", 4).cells[-1].outputs[0].data["text/plain"] == "2"


@pytest.mark.usefixtures("notebook")
def test_kernel_of_another_interpreter_is_started_as_usual(tmp_path: Path) -> None:
    code = """
import json, os, pathlib
folder = pathlib.Path("data/kernels/other"); folder.mkdir(parents=True)
argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
(folder / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "o", "language": "python",
    "env": {"OTHER": "1"}}))
os.environ["JUPYTER_PATH"] = str(pathlib.Path("data").resolve())
run(kernel_name="other")
"""
    done = in_python(code, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "the kernel other is not this interpreter" in done.stdout


@pytest.mark.usefixtures("notebook")
def test_missing_kernel_is_reported_as_by_the_stock_engine(tmp_path: Path) -> None:
    done = in_python("run(kernel_name='nowhere')", tmp_path)
    assert "NoSuchKernel" in done.stderr


def test_cell_timeout_is_a_failure_of_the_notebook(notebook: Path, tmp_path: Path) -> None:
    nbformat.write(make_notebook(["while True: pass"]), notebook)
    done = in_python("run(execution_timeout=1)", tmp_path)
    assert "PapermillExecutionError" in done.stderr
    nb = nbformat.read(tmp_path / "out.ipynb", 4)
    assert nb.cells[-1].outputs[-1].ename == "CellTimeoutError"
    assert nb.cells[-1].metadata.papermill.status == "failed"


def test_state_of_the_caller_is_put_right(notebook: Path, tmp_path: Path) -> None:
    cells = ["import pandas as pd, matplotlib\npd.get_option('display.max_columns'), matplotlib.rcParams['figure.dpi']"]
    cells += ["import matplotlib.pyplot as plt\nplt.get_fignums()", "plt.plot([1])\nplt.show()"]
    nbformat.write(make_notebook(cells), notebook)
    code = """
import os
os.environ.update(OPENBLAS_NUM_THREADS="1")
import pandas, matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
matplotlib.rcParams["figure.dpi"] = 33
plt.figure()
assert pandas.get_option("display.max_columns") == 0
run()
"""
    done = in_python(code, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "stock engine" not in done.stdout
    nb = nbformat.read(tmp_path / "out.ipynb", 4)
    assert nb.cells[1].outputs[0].data["text/plain"] == "(20, 100.0)"
    assert nb.cells[2].outputs[0].data["text/plain"] == "[]"
    assert "image/png" in nb.cells[3].outputs[-1].data
