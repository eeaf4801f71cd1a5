"""Children of a process: their outcomes and limits; and what a parent may import."""

from __future__ import annotations

from pathlib import Path

from driving import fresh

START = "import os, sys, time\nfrom zjjstats.engine.forks import ForkUnsafeError, run_forked\n"


def test_value_comes_back(tmp_path: Path) -> None:
    code = "o = run_forked(lambda: {'a': [1, None]})\nanswer = [o.ok, o.value, o.exit_code]"
    assert fresh(tmp_path, START + code) == [True, {"a": [1, None]}, 0]


def test_large_value_comes_back(tmp_path: Path) -> None:
    assert fresh(tmp_path, START + "answer = len(run_forked(lambda: 'x' * 3_000_000).value)") == 3_000_000


def test_exception_comes_back(tmp_path: Path) -> None:
    code = "def call():\n    raise KeyError('k')\no = run_forked(call)\nanswer = [o.ok, o.error, o.exit_code]"
    ok, error, exit_code = fresh(tmp_path, START + code)
    assert (ok, error["type"], error["message"], exit_code) == (False, "builtins.KeyError", "'k'", 1)
    assert "in call" in error["traceback"]


def test_exit_without_report_is_not_ok(tmp_path: Path) -> None:
    code = "o = run_forked(lambda: os._exit(0))\nanswer = [o.ok, o.reported, o.exit_code, o.signal]"
    assert fresh(tmp_path, START + code) == [False, False, 0, None]


def test_signal_is_named(tmp_path: Path) -> None:
    code = "o = run_forked(lambda: os.kill(os.getpid(), 9))\nanswer = [o.signal, o.exit_code, o.how()]"
    assert fresh(tmp_path, START + code) == [9, None, "was killed by signal 9 (SIGKILL)"]


def test_timeout_kills_the_whole_group(tmp_path: Path) -> None:
    code = """
import subprocess, pathlib
def call():
    p = subprocess.Popen(["sleep", "600"])
    pathlib.Path("pid").write_text(str(p.pid))
    time.sleep(600)
o = run_forked(call, timeout=1)
time.sleep(0.1)
answer = [o.timed_out, o.ok, 0.9 < o.seconds < 3, pathlib.Path("/proc", pathlib.Path("pid").read_text()).exists()]
"""
    assert fresh(tmp_path, START + code) == [True, False, True, False]


def test_usage_is_that_of_the_child(tmp_path: Path) -> None:
    code = """
def call():
    x = bytearray(80_000_000)
    end = time.process_time() + 0.5
    while time.process_time() < end: pass
base = run_forked(lambda: None)
o = run_forked(call)
answer = [o.cpu_seconds >= 0.5, o.seconds >= 0.5, 70_000 < o.peak_rss_kb - base.peak_rss_kb < 100_000]
"""
    assert fresh(tmp_path, START + code) == [True, True, True]


def test_process_with_threads_is_not_forked(tmp_path: Path) -> None:
    code = """
import threading
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
try:
    run_forked(lambda: 1)
except ForkUnsafeError as error:
    answer = str(error)
"""
    assert fresh(tmp_path, START + code) == "this process has more than one thread"


def test_preload_leaves_no_thread_no_file_and_no_trace(tmp_path: Path) -> None:
    code = """
import builtins
from zjjstats.engine.preload import preload
before = len(os.listdir("/proc/self/fd"))
preload()
answer = [
    len(os.listdir("/proc/self/task")), len(os.listdir("/proc/self/fd")) - before, hasattr(builtins, "get_ipython"),
    "rfc3987_syntax" in sys.modules, "jsonschema" in sys.modules, "matplotlib_inline.backend_inline" in sys.modules,
    "ipywidgets" in sys.modules, sys.modules["matplotlib.pyplot"].get_fignums(),
    sys.modules["pandas"].get_option("display.max_columns"),
]
"""
    assert fresh(tmp_path, START + code) == [1, 0, False, False, False, False, False, [], 20]
