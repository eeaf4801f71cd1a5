"""A notebook that fails, in whatever way, is written as a failure, and the others run on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from driving import Ran, fresh, run_notebooks

# On a busy machine a kernel may take seconds to come to the failing cell.
LIMIT = 12
BEFORE = "print('before')"
# Written, and given time to arrive, before the end.
PART = "import os, signal, time, ctypes, resource, sys\nprint('part', flush=True)\ntime.sleep(0.4)\n"
CGROUP = "/sys/fs/cgroup/memory"

# The failing cell, and what its error output says.
DEATHS = {
    "os_exit": ("os._exit(3)", "ended with exit status 3"),
    "os_exit_zero": ("os._exit(0)", "ended with exit status 0"),
    "segfault": ("ctypes.string_at(0)", "signal 11 (SIGSEGV)"),
    "abort": ("os.abort()", "signal 6 (SIGABRT)"),
    "killed": ("os.kill(os.getpid(), signal.SIGKILL)", "signal 9 (SIGKILL)"),
    "group_killed": ("os.killpg(0, signal.SIGTERM)", "signal 15 (SIGTERM)"),
    "stack_overflow": (
        "sys.setrecursionlimit(10**6)\nf = lambda: [*map(lambda _: f(), [1])]\nf()",
        "signal 11 (SIGSEGV)",
    ),
    "thread_exit": (
        "import threading\nthreading.Timer(0.2, os._exit, [7]).start()\nwhile True: time.sleep(1)",
        "ended with exit status 7",
    ),
    "python_hang": ("while True: pass", "did not finish in time"),
    "python_hang_that_catches": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "did not finish in time",
    ),
    "c_hang": ("ctypes.CDLL(None).pause()", "did not finish in time"),
    "c_hang_that_blocks_threads": ("ctypes.PyDLL(None).pause()", "did not finish in time"),
    "regex_hang": ("import re\nre.match('(a+)+$', 'a' * 60 + 'b')", "did not finish in time"),
    "stopped": ("os.kill(os.getpid(), signal.SIGSTOP)", "did not finish in time"),
    "ignores_signals": (
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\ntime.sleep(99)",
        "did not finish in time",
    ),
}
# Failures that the notebook survives: name of the error.
ERRORS = {
    "exception": ("1 / 0", "ZeroDivisionError"),
    "memory_error": ("resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))\nx = bytearray(2**32)", "MemoryError"),
    "cell_timeout": ("while True: pass", "CellTimeoutError"),
    "cell_timeout_in_c": ("ctypes.CDLL(None).pause()", "CellTimeoutError"),
}
TIMEOUTS = {name: {"execution_timeout": 2} for name in ("cell_timeout", "cell_timeout_in_c")}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    """Run every failure, with good notebooks among them."""
    notebooks: dict[str, list[str]] = {}
    for number, (name, (cell, _)) in enumerate({**DEATHS, **ERRORS}.items()):
        notebooks[name] = [BEFORE, PART + cell, "print('never')"]
        notebooks[f"good_{number}"] = [BEFORE, "1 + 1"]
    folder = tmp_path_factory.mktemp("failures")
    return run_notebooks(folder, notebooks, workers=4, timeout=LIMIT, options=TIMEOUTS)


def check_failure_form(one: Ran, ename: str, text: str) -> None:
    """Assert that the notebook has papermill's failure form at its second code cell."""
    before, failed, never = one.code
    banner, anchor = one.nb.cells[0], one.nb.cells[one.nb.cells.index(failed) - 1]
    assert "An Exception was encountered at" in banner.source
    assert "papermill-error-cell" in anchor.source
    assert "stopped" in anchor.source
    assert one.nb.metadata.papermill.exception is True
    assert one.nb.metadata.papermill.duration > 0
    assert before.outputs[0].text == "before\n"
    assert before.metadata.papermill.status == "completed"
    assert before.execution_count == 1
    assert failed.metadata.papermill.status == "failed"
    assert failed.metadata.papermill.exception is True
    assert failed.metadata.papermill.duration > 0
    assert failed.outputs[0].text == "part\n"
    assert failed.outputs[-1].output_type == "error"
    assert failed.outputs[-1].ename == ename
    assert text in failed.outputs[-1].evalue
    assert never.metadata.papermill.status == "pending"
    assert never.outputs == []


@pytest.mark.parametrize("name", DEATHS)
def test_death_is_shown_at_the_cell_that_was_running(ran: dict[str, Ran], name: str) -> None:
    check_failure_form(ran[name], "DeadKernelError", DEATHS[name][1])
    assert DEATHS[name][1] in ran[name].result["error"]
    assert "never" not in ran[name].path.read_text().replace("print('never')", "")


@pytest.mark.parametrize("name", ERRORS)
def test_error_is_written_as_papermill_writes_it(ran: dict[str, Ran], name: str) -> None:
    check_failure_form(ran[name], ERRORS[name][1], "")
    assert not ran[name].ok


def test_cell_timeout_does_not_wait_for_the_cell(ran: dict[str, Ran]) -> None:
    for name in TIMEOUTS:
        assert ran[name].result["seconds"] < LIMIT / 2


def test_all_others_finish(ran: dict[str, Ran]) -> None:
    good = {name: one for name, one in ran.items() if name.startswith("good_")}
    assert len(good) == len(DEATHS) + len(ERRORS)
    for one in good.values():
        assert one.ok
        assert (one.text(0), one.text(1)) == ("before\n", "2")
        assert one.nb.metadata.papermill.exception is None


def test_only_start_up_failures_are_tried_again(ran: dict[str, Ran]) -> None:
    assert {one.attempts for one in ran.values()} == {1}


def test_nothing_is_left_behind(ran: dict[str, Ran]) -> None:
    report = ran["exception"].report
    assert report["children"] == []
    assert report["descriptors"] == 0
    assert report["servers_children"] == ""
    assert report["servers_descriptors"] == 0
    assert report["left"] == []


def own_cgroup() -> Path | None:
    """Return the memory group of this process, where groups of the first kind are in use and may be made."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
        path = next(line.split(":", 2)[2] for line in lines if ":memory:" in line)
    except (OSError, StopIteration):
        return None
    folder = Path(CGROUP + path)
    return folder if os.access(folder, os.W_OK) else None


@pytest.mark.skipif(own_cgroup() is None, reason="no memory group can be made here")
def test_out_of_memory_kill_by_the_system(tmp_path: Path) -> None:
    parent = own_cgroup()
    assert parent is not None
    group = parent / f"zjjstats-{os.getpid()}"
    group.mkdir()
    try:
        (group / "memory.limit_in_bytes").write_text(str(150 * 2**20))
        cell = f"open('{group}/cgroup.procs', 'w').write(str(os.getpid()))\nx = [bytearray(2**20) for _ in range(2000)]"
        ran = run_notebooks(tmp_path, {"big": [BEFORE, PART + cell, "1"], "good": ["1"]}, timeout=60)
        check_failure_form(ran["big"], "DeadKernelError", "signal 9 (SIGKILL)")
        assert int((group / "memory.failcnt").read_text()) > 0
        assert ran["good"].ok
    finally:
        group.rmdir()


@pytest.fixture
def startup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The start-up file of a profile: it runs in the kernel before any cell."""
    folder = tmp_path / "ipython" / "profile_default" / "startup"
    folder.mkdir(parents=True)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    return folder / "00.py"


def test_process_that_dies_before_its_first_cell_is_tried_twice(tmp_path: Path, startup: Path) -> None:
    startup.write_text("import os; os._exit(9)")
    early = run_notebooks(tmp_path, {"early": [BEFORE, "2", "3"]})["early"]
    assert early.attempts == 2
    assert "exit status 9" in early.result["error"]
    assert early.code[0].outputs[-1].output_type == "error"
    assert early.nb.metadata.papermill.exception is True
    assert "An Exception was encountered" in early.nb.cells[0].source


def test_failed_start_that_works_the_second_time(tmp_path: Path, startup: Path) -> None:
    marker = str(tmp_path / "once")
    startup.write_text(
        f"import os\nif not os.path.exists({marker!r}):\n    open({marker!r}, 'w').close()\n    os._exit(9)"
    )
    early = run_notebooks(tmp_path, {"early": [BEFORE]})["early"]
    assert early.ok
    assert early.attempts == 2


def test_outputs_made_before_the_death_are_kept(tmp_path: Path) -> None:
    cells = [
        "from IPython.display import display, clear_output\nhandle = display('first', display_id=True)\n5",
        (
            "handle.update('second')\nprint('gone')\nclear_output()\nprint('中文')\n"
            "display({'image/png': 'QUJD'}, raw=True)\nimport time, os; time.sleep(0.5); os._exit(1)"
        ),
    ]
    ran = run_notebooks(tmp_path, {"kept": cells})
    first, second = ran["kept"].code
    assert [output.data["text/plain"] for output in first.outputs] == ["'second'", "5"]
    assert second.outputs[0].text == "中文\n"
    assert second.outputs[1].data["image/png"].strip() == "QUJD"
    assert second.outputs[2].output_type == "error"
    assert (first.execution_count, second.execution_count) == (1, 2)


def test_unreadable_input_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    code = f"""
from pathlib import Path
from zjjstats.engine.execution import execute
try:
    answer = execute(Path("{tmp_path}/none.ipynb"), Path("{tmp_path}/out/none.ipynb"), {{}})[0]
except FileNotFoundError as error:
    answer = "FileNotFoundError: " + str(error)
"""
    answer = fresh(tmp_path, code)
    assert "FileNotFoundError" in answer
    assert "/none.ipynb" in answer
    assert "/out/" not in answer
    assert list((tmp_path / "out").iterdir()) == []
