"""Awkward notebooks, by name: lists of cells, each its source or (source, tags)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat

Cell = str | tuple[str, list[str]]

FIGURE = "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2, 4])\n"

CASES: dict[str, list[Cell]] = {
    "print_and_result": ["print('a')\nprint('b')", "1 + 1", "x = 3", "x"],
    "display_update": [
        "from IPython.display import display, HTML\nhandle = display('first', display_id='one')\ndisplay('other')",
        "handle.update('second')",
        "display(HTML('<b>x</b>'), display_id='two')",
        (
            "from IPython.display import update_display\nupdate_display(HTML('<i>y</i>'), display_id='two')\n"
            "update_display('nobody', display_id='three')"
        ),
    ],
    "clear_output": [
        "from IPython.display import clear_output, display\nprint('gone')\nclear_output()\nprint('kept')",
        "print('gone')\nclear_output(wait=True)\nprint('kept')",
        "print('kept')\nclear_output(wait=True)",
        "for i in range(3):\n    clear_output(wait=True)\n    display(i)",
    ],
    "widgets": [
        "import ipywidgets as widgets\nslider = widgets.IntSlider(value=3)\nslider",
        "slider.value = 5",
        "from IPython.display import display\ndisplay(widgets.HBox([slider, widgets.Text('t')]))",
        "out = widgets.Output()\nwith out:\n    print('inside')\nout",
        "with out:\n    display('again')\nout.clear_output()\nwith out:\n    print('after')",
        "widgets.Image(value=b'\\x89PNG', format='png')",
    ],
    "interact": [
        "from ipywidgets import interact\n@interact(x=(0, 4))\ndef double(x=2):\n    print(x * 2)\n    return x"
    ],
    "tqdm": ["from tqdm.auto import tqdm\nfor i in tqdm(range(3)):\n    pass", "from tqdm import tqdm as plain\nplain"],
    "stderr": ["import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('out again')"],
    "exception": ["print('before')\n1 / 0", "print('never')"],
    "exception_in_module": ["import json\njson.loads('{')"],
    "exception_in_frozen_module": ["import os\nos.makedirs('/proc/no/such')"],
    "exception_with_cause": [
        "def f():\n    raise KeyError('k')\ntry:\n    f()\nexcept KeyError as e:\n    raise ValueError('v') from e"
    ],
    "exception_group": ["raise ExceptionGroup('several', [ValueError(1), TypeError('two')])"],
    "own_exception": ["class Own(Exception):\n    def __str__(self):\n        return '中文 ' * 3\nraise Own()"],
    "deep_traceback": ["def f(n):\n    return f(n - 1) if n else 1 / 0\nf(40)"],
    "recursion_error": ["def f(n):\n    return f(n + 1)\nf(0)"],
    "syntax_error": ["x = = 1"],
    "indentation_error": ["def f():\nreturn 1"],
    "name_error_late": ["def f():\n    return undefined_name", "f()"],
    "keyboard_interrupt": ["raise KeyboardInterrupt"],
    "matplotlib_magic": ["%matplotlib inline\n" + FIGURE + "plt.show()", FIGURE + "fig"],
    "matplotlib_retina": ["%config InlineBackend.figure_formats = ['svg']", "%matplotlib inline\n1"],
    "figure_shown": [FIGURE + "plt.show()", "plt.isinteractive(), plt.get_backend(), plt.get_fignums()"],
    "figure_left_open": [FIGURE, "ax.set_title('later')\nfig"],
    "figure_returned": [FIGURE + "plt.close(fig)\nfig"],
    "figure_state_before": [
        "import matplotlib\nsorted((k, str(v)) for k, v in matplotlib.rcParams.items())",
        "import matplotlib.pyplot as plt\nplt.isinteractive(), plt.get_fignums(), matplotlib.rcParams['backend']",
        "matplotlib.get_backend()",
    ],
    "figure_chinese_title": [FIGURE + "ax.set_title('张家界')\nplt.show()"],
    "matplotlib_agg": ["import matplotlib\nmatplotlib.use('Agg')\n" + FIGURE + "plt.show()\nfig"],
    "rc_file": [
        "import pathlib, matplotlib\nlen(matplotlib.rcParams['axes.prop_cycle']), matplotlib.matplotlib_fname()[-12:]"
    ],
    "async_cell": [
        "import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return 'done'\nawait f()",
        "task = asyncio.create_task(f())\nawait asyncio.sleep(0.2)",
        "task.done(), await task",
        "async def gen():\n    for i in range(2):\n        yield i\nasync for i in gen():\n    print(i)",
    ],
    "async_exception": ["import asyncio\nasync def f():\n    await asyncio.sleep(0)\n    1 / 0\nawait f()"],
    "asyncio_run": ["import asyncio\nasyncio.run(asyncio.sleep(0))"],
    "event_loop": [
        "import asyncio\nloop = asyncio.get_event_loop()\nloop.is_running()",
        "loop.run_until_complete(None)",
    ],
    "context_variables": [
        "import contextvars\nv = contextvars.ContextVar('v', default=0)\nv.set(1)",
        "v.get()",
        "import asyncio\nv.set(2)\nawait asyncio.sleep(0)\nv.get()",
        "v.get()",
    ],
    "sys_exit": ["print('x')\nimport sys\nsys.exit()", "print('after')"],
    "sys_exit_code": ["import sys\nsys.exit(3)", "print('after')"],
    "raise_system_exit": ["raise SystemExit('why')"],
    "exit_function": ["print('x')", "exit()"],
    "quit_keep": ["quit(keep_kernel=True)", "print('still here')"],
    "threads": [
        "import threading\ndef work():\n    print('from a thread')\nt = threading.Thread(target=work)\nt.start()\nt.join()",
        "threading.current_thread() is threading.main_thread(), threading.current_thread().name",
        "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(2) as p:\n    r = list(p.map(str, range(3)))\nr",
        "def boom():\n    raise ValueError('in a thread')\nt = threading.Thread(target=boom, name='T')\nt.start()\nt.join()",
        "from IPython.display import display\nt = threading.Thread(target=lambda: display('shown'))\nt.start()\nt.join()",
    ],
    "signals": ["import signal\nsignal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)"],
    "alarm": [
        (
            "import signal, time\ndef ring(*a):\n    raise TimeoutError('rang')\nsignal.signal(signal.SIGALRM, ring)\n"
            "signal.setitimer(signal.ITIMER_REAL, 0.1)\ntime.sleep(5)"
        )
    ],
    # What reaches descriptor 1 or 2 is read by a thread of the kernel, here and in a stock run: give it time.
    "subprocess_fd1": [
        "import subprocess, time\ndone = subprocess.run(['sh', '-c', 'echo one'])\ntime.sleep(0.3)",
        "'next'",
    ],
    "subprocess_fd2": [
        "import subprocess, time\ndone = subprocess.run(['sh', '-c', 'echo 2 >&2'])\ntime.sleep(0.3)",
        "'next'",
    ],
    "subprocess_captured": [
        "import subprocess\nsubprocess.run(['cat'], capture_output=True, text=True, input='in').stdout"
    ],
    "os_write": ["import os, time\ndone = os.write(1, b'raw\\n')\ntime.sleep(0.3)", "done"],
    "os_system": ["import os, time\ndone = os.system('echo shell')\ntime.sleep(0.3)", "done"],
    "shell_command": ["!echo one; echo two >&2", "out = !echo captured\nout", "!exit 3", "_exit_code"],
    "bash_magic": ["%%bash\necho one\necho two >&2", "%%bash\nexit 4"],
    "script_magic": ["%%script cat\nhello", "%%sh --out text\necho kept", "text"],
    "stdin": ["import sys\nrepr(sys.stdin.read())"],
    "multiprocessing": [
        "import multiprocessing as mp\ndef square(x):\n    return x * x",
        "with mp.get_context('fork').Pool(2) as pool:\n    r = pool.map(square, range(4))\nr",
        "p = mp.get_context('fork').Process(target=print, args=('from a child',))\np.start()\np.join()",
    ],
    "unicode": ["print('张家界市 ✓ \\u2009 é')", "'🙂 中文'", "变量 = '值'\n变量", "raise ValueError('出错了 🙂')"],
    "carriage_return": ["print('a\\rb')\nprint('x\\by')", "import sys\nsys.stdout.write('no newline')"],
    "long_output": ["for i in range(3000):\n    print(i)", "'x' * 100_000", "list(range(2000))"],
    "input_call": ["input('name? ')"],
    "getpass_call": ["import getpass\ngetpass.getpass()"],
    "javascript_magic": [
        "%%javascript\nalert(1)",
        "%%html\n<b>x</b>",
        "%%latex\n$x$",
        "%%markdown\n*x*",
        "%%svg\n<svg/>",
    ],
    "logging": [
        "import logging\nlogging.warning('root')",
        "logging.getLogger('other').error('named')",
        "logging.info('hidden')",
        "logging.basicConfig(level=logging.INFO)\nlogging.info('now shown')",
        "logging.getLogger().handlers, logging.getLogger().level",
    ],
    "warnings": [
        "import warnings\nwarnings.warn('user')",
        "warnings.warn('deprecated', DeprecationWarning)",
        "for _ in range(2):\n    warnings.warn('in a loop')",
        "warnings.warn('pending', PendingDeprecationWarning)\nwarnings.warn('resource', ResourceWarning)",
        "import numpy as np\nnp.array([1]) / 0",
        "def f():\n    warnings.warn('level two', FutureWarning, stacklevel=2)\nf()",
    ],
    "warning_filters": [
        "import numpy, pandas, matplotlib.pyplot, warnings\nsorted({str(f[:3]) for f in warnings.filters if f[2].__module__.partition('.')[0] not in ('urllib3', 'requests')})"
    ],
    "get_ipython": [
        "ip = get_ipython()\ntype(ip).__name__, type(ip).__mro__[1].__name__, ip.execution_count",
        "type(ip.kernel).__mro__[-3].__name__, hasattr(ip, 'kernel'), 'IPKernelApp' in ip.config",
        "ip.run_cell('print(5)').success",
        "ip.run_line_magic('pwd', '') == __import__('os').getcwd()",
        "get_ipython().user_ns['__name__'], __name__, '__file__' in globals()",
        "sorted(ip.magics_manager.magics['line'])",
    ],
    "history_names": [
        "5",
        "_ + 1",
        "Out",
        "In[1:3], _i, _ii, _oh == Out, _2",
        "_, __, ___",
        "%history -n 1-2",
        "_dh == [_dh[0]]",
    ],
    "ipython_magics": [
        "%%capture held\nprint('x')",
        "held.stdout",
        "%who",
        "%whos",
        "%env HOME",
        "%precision 3\n1 / 3",
        "%alias_magic p pwd",
        "%xmode Minimal",
        "1 / 0",
    ],
    "store_magic": ["%store"],
    "pinfo": ["def f(a):\n    'Doc.'\nf?", "%pinfo f", "f??"],
    "no_such_magic": ["%no_such_magic"],
    "no_such_cell_magic": ["%%no_such_magic\nx"],
    "sys_argv": [
        "import sys\nsys.argv",
        "import argparse\nargparse.ArgumentParser().parse_args()",
    ],
    "sys_path": ["import sys\nsys.path", "sys.flags, sys.warnoptions, sys.dont_write_bytecode"],
    "environment": [
        "import os\nsorted(k for k in os.environ if not k.endswith('_NUM_THREADS'))",
        "os.environ['MPLBACKEND'], os.environ['TERM'], os.getcwd()",
    ],
    "builtins": ["import builtins\nsorted(set(dir(builtins)) - {'execfile', 'runfile'})", "sorted(globals())"],
    "pandas_frame": [
        "import pandas as pd\ndf = pd.DataFrame({'市': ['a', 'b'], 'v': [1.5, None]})\ndf",
        "pd.DataFrame([range(40)] * 100)",
        "print(pd.DataFrame([range(40)] * 3))",
        "df.style.set_uuid('u').format(precision=1)",
        "pd.get_option('display.max_columns'), pd.get_option('display.width'), pd.get_option('display.max_rows')",
        "df.describe()",
        "df['missing']",
    ],
    "pandas_options": [
        "import pandas as pd\n[pd.get_option(n) for n in ('display.encoding', 'display.expand_frame_repr', 'mode.chained_assignment')]"
    ],
    "polars_frame": ["import polars as pl\npl.DataFrame({'a': [1, 2]}).lazy().select(pl.col('a').sum()).collect()"],
    "duckdb_query": ["import duckdb\nduckdb.sql('select 42 as a').df()", "duckdb.sql('select 1 as b')"],
    "rich_reprs": [
        (
            "class R:\n    def _repr_html_(self):\n        return '<b>h</b>'\n    def _repr_markdown_(self):\n        return '*m*'\n"
            "    def __repr__(self):\n        return 'R()'\nR()"
        ),
        (
            "class M:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n"
            "        return {'application/json': {'a': [1, None]}, 'text/plain': 'M'}, {'application/json': {'expanded': True}}\nM()"
        ),
        "from IPython.display import *\nJSON({'a': (1, 2), 3: 'x'})",
        "Image(data=b'\\x89PNG\\r\\n\\x1a\\n0000', format='png')",
        "Markdown('# x')\nMath('x^2')",
        "SVG('<svg/>')",
        "display({'text/plain': 'raw', 'x/y': 'z'}, raw=True, metadata={'x/y': {'k': 1}})",
        "import datetime, fractions\n{1: datetime.date(2025, 1, 2), 'f': fractions.Fraction(1, 3)}",
    ],
    "broken_repr": ["class Bad:\n    def __repr__(self):\n        raise ValueError('repr')\nBad()", "print('next')"],
    "broken_html_repr": [
        "class Bad:\n    def _repr_html_(self):\n        raise ValueError('html')\n    def __repr__(self):\n        return 'Bad()'\nBad()"
    ],
    "raises_exception_tag": [
        ("print('a')\n1 / 0", ["raises-exception"]),
        "print('goes on')",
        ("int('x')", ["raises-exception"]),
    ],
    "skip_execution_tag": ["x = 1", ("x = 2\nprint('skipped')", ["skip-execution"]), "x"],
    "empty_and_comment_cells": ["", "   \n", "# only a comment", "pass", "None"],
    "semicolon": ["1;", FIGURE + "ax.plot([1]);"],
    "cell_timeout_met": ["import time\ntime.sleep(0.2)\n'in time'"],
    "atexit_and_files": [
        "f = open('left_open.txt', 'w')\nf.write('text')",
        "import atexit\natexit.register(lambda: open('at_exit.txt', 'w').write('ran'))\n1",
        "import threading, time\ndef late():\n    time.sleep(0.5)\n    open('late.txt', 'w').write('late')\nthreading.Thread(target=late).start()",
    ],
    "chdir": ["import os, tempfile\nos.chdir(tempfile.gettempdir())", "print(1)\nos.chdir('/')", "os.getcwd()"],
    "replaced_stdout": [
        "import sys, io\nold = sys.stdout\nsys.stdout = io.StringIO()\nprint('lost')\nsys.stdout = old\nprint('kept')"
    ],
    "redirected_stdout": [
        "import contextlib, io\nb = io.StringIO()\nwith contextlib.redirect_stdout(b):\n    print('held')\nb.getvalue()"
    ],
    "stream_attributes": [
        "import sys\ntype(sys.stdout).__name__, sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.name",
        "sys.__stdout__.name",
    ],
    "pickle": ["import pickle\nclass C:\n    pass\npickle.loads(pickle.dumps(C())).__class__ is C, C.__module__"],
    "dataclass_and_inspect": ["import inspect\ndef f(x):\n    return x\nprint(inspect.getsource(f))"],
    "future_import": ["from __future__ import annotations\ndef f(x: Nope): ...\nf.__annotations__"],
    "assign_display_hook": ["import sys\nsys.displayhook.__class__.__name__"],
    "excepthook": ["import sys\nsys.excepthook.__qualname__, sys.exc_info()"],
    "faulthandler": ["import faulthandler\nfaulthandler.is_enabled()"],
    "locale_and_time": ["import locale, time\nlocale.setlocale(locale.LC_ALL), time.tzname"],
    "resource_limits": ["import resource\nresource.getrlimit(resource.RLIMIT_NOFILE)"],
    "process_group": ["import os\nos.getpgrp() == os.getpid(), os.getsid(0) == os.getpid()"],
    "numpy_random_seeded": [
        "import numpy as np, random\nnp.random.seed(1)\nrandom.seed(1)\nnp.random.rand(), random.random()"
    ],
    "jsonschema": ["import jsonschema\njsonschema.Draft7Validator.FORMAT_CHECKER.conforms('not a uri', 'uri')"],
    "importlib_reload": ["import json, importlib\nimportlib.reload(json).__name__"],
}

# The repository's own notebooks.
OWN = {f"own_{path.stem}": path for path in Path(__file__).parents[2].joinpath("notebooks").glob("*.ipynb")}

# Values that only these cases need.
OPTIONS: dict[str, dict[str, Any]] = {
    "cell_timeout_met": {"execution_timeout": 30},
    **{name: {"parameters": {"period": "2022Q1", "data": "sample"}} for name in OWN},
}


def make_notebook(cells: list[Cell]) -> nbformat.NotebookNode:
    """Return a notebook of code cells, with ids that are the same each time."""
    nb = nbformat.v4.new_notebook()
    nb.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nb.cells.append(nbformat.v4.new_markdown_cell("# A notebook", id="title"))
    for number, cell in enumerate(cells):
        source, tags = (cell, []) if isinstance(cell, str) else cell
        made = nbformat.v4.new_code_cell(source, id=f"cell-{number}")
        if tags:
            made.metadata.tags = tags
        nb.cells.append(made)
    return nb


def write_cases(folder: Path) -> None:
    """Write every case into `folder`."""
    for name, cells in CASES.items():
        nbformat.write(make_notebook(cells), folder / f"{name}.ipynb")
    for name, path in OWN.items():
        shutil.copy(path, folder / f"{name}.ipynb")
