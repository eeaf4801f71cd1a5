"""The fork server as an executor: results, failures, limits, order, interruption, memory."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, as_completed, wait
from pathlib import Path
from typing import Any

import nbformat
import pytest

import tasks
from cases import make_notebook
from driving import HERE, clean_environment, fresh, is_running, run_notebooks
from zjjstats.engine.execution import Death
from zjjstats.engine.executor import ForkExecutor, ProcessDiedError, UnavailableError, why_not


@pytest.fixture(scope="module", autouse=True)
def path() -> Iterator[None]:
    """Let servers import the modules beside this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(HERE))
        yield


@pytest.fixture(scope="module")
def executor() -> Iterator[ForkExecutor]:
    with ForkExecutor(2) as made:
        yield made


@pytest.fixture
def own() -> Iterator[ForkExecutor]:
    """An executor that a test may end."""
    made = ForkExecutor(2)
    yield made
    made.shutdown(wait=False, cancel_futures=True)


def result(executor: ForkExecutor, function: Any, *arguments: Any) -> Any:
    return executor.submit(function, *arguments).result(timeout=30)


def error(executor: ForkExecutor, function: Any, *arguments: Any) -> BaseException | None:
    return executor.submit(function, *arguments).exception(timeout=30)


def wait_until(holds: Any) -> None:
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_value_comes_back(executor: ForkExecutor) -> None:
    assert result(executor, tasks.value_of, {"a": [1, None, (2,)]}) == {"a": [1, None, (2,)]}


def test_large_value_goes_and_comes_back(executor: ForkExecutor) -> None:
    large = os.urandom(3_000_000)
    assert result(executor, tasks.value_of, large) == large


def test_each_call_has_a_process_and_a_session_of_its_own(executor: ForkExecutor) -> None:
    processes = [result(executor, tasks.process_and_session) for _ in range(3)]
    assert len({process for process, _ in processes}) == 3
    assert all(process == session for process, session in processes)


@pytest.mark.parametrize(
    ("kind", "raised", "text"),
    [
        ("usual", KeyError, "'k'"),
        ("exit", SystemExit, "3"),
        ("not pickled", RuntimeError, "builtins.ValueError: holds a lock"),
        ("not unpickled", RuntimeError, "tasks.UnpickledError: one and two"),
    ],
)
def test_exception_comes_back_or_what_it_said(executor: ForkExecutor, kind: str, raised: type, text: str) -> None:
    raised_here = error(executor, tasks.fail, kind)
    assert type(raised_here) is raised
    assert str(raised_here) == text


def test_result_that_cannot_be_pickled_is_an_error_of_the_call(executor: ForkExecutor) -> None:
    assert "cannot pickle" in str(error(executor, tasks.make_lock))


def test_result_that_cannot_be_unpickled_is_an_error_of_the_call(executor: ForkExecutor) -> None:
    assert "no number" in str(error(executor, tasks.make_unreadable))


def test_call_that_cannot_be_pickled_is_refused(executor: ForkExecutor) -> None:
    with pytest.raises((AttributeError, pickle.PicklingError)):
        executor.submit(lambda: 1)
    assert not executor._futures


def test_call_that_cannot_be_unpickled_fails_alone(executor: ForkExecutor) -> None:
    assert "no number" in str(error(executor, tasks.value_of, tasks.Unreadable()))
    assert result(executor, abs, -1) == 1


def test_keyword_arguments_are_refused(executor: ForkExecutor) -> None:
    with pytest.raises(TypeError, match="positional arguments only"):
        executor.submit(int, "10", base=2)


def test_map_keeps_the_order(executor: ForkExecutor) -> None:
    assert list(executor.map(tasks.sleep, [0.2, 0, 0.1])) == [0.2, 0, 0.1]


def test_descriptors_of_a_childs_own_children_are_left_alone(executor: ForkExecutor) -> None:
    assert result(executor, tasks.fork_again) == "same"


def test_death_is_an_error_that_says_how_after_a_second_attempt(executor: ForkExecutor, tmp_path: Path) -> None:
    died = error(executor, tasks.mark_and_die, str(tmp_path / "marks"))
    assert isinstance(died, ProcessDiedError)
    assert str(died) == "the process was killed by signal 9 (SIGKILL)"
    assert died.death.peak_rss_kb > 0
    assert (tmp_path / "marks").read_text() == "xx"


def test_death_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(ProcessDiedError(Death("was stopped", [], 1, 2, 3))))  # noqa: S301
    assert str(error) == "the process was stopped"
    assert error.death.cpu_seconds == 2


def test_rescue_makes_the_result_of_a_call_whose_process_died(tmp_path: Path) -> None:
    with ForkExecutor(1, rescues={tasks.mark_and_die: tasks.rescued}) as executor:
        marks = str(tmp_path / "marks")
        assert result(executor, tasks.mark_and_die, marks) == [marks, "was killed by signal 9 (SIGKILL)"]
    assert (tmp_path / "marks").read_text() == "xx"


def test_rescue_is_for_its_own_function_only(tmp_path: Path) -> None:
    with ForkExecutor(1, rescues={tasks.start_another: tasks.rescued}) as executor:
        assert isinstance(error(executor, tasks.mark_and_die, str(tmp_path / "marks")), ProcessDiedError)


def test_rescue_that_dies_too_is_not_tried_again(tmp_path: Path) -> None:
    with ForkExecutor(1, rescues={tasks.mark_and_die: tasks.mark_and_die}) as executor:
        assert isinstance(error(executor, tasks.mark_and_die, str(tmp_path / "marks")), ProcessDiedError)
    assert (tmp_path / "marks").read_text() == "xxx"


def test_timeout_kills_the_whole_group_and_is_not_tried_again(tmp_path: Path) -> None:
    began = time.monotonic()
    with ForkExecutor(1, timeout=1) as executor:
        died = error(executor, tasks.start_another, str(tmp_path / "pids"), 600)
        assert "did not finish in time" in str(died)
        assert result(executor, abs, -1) == 1
    assert time.monotonic() - began < 8
    pids = (tmp_path / "pids").read_text().split()
    assert len(pids) == 2
    assert not any(Path("/proc", pid).exists() for pid in pids)


def test_results_come_as_they_end_and_workers_are_kept_busy(executor: ForkExecutor) -> None:
    began = time.monotonic()
    seconds = [2.4, 0.1, 0.4, 0.7]
    futures = {executor.submit(tasks.sleep, one): one for one in seconds}
    wait_until(lambda: sum(future.running() for future in futures) == 2)
    most = []
    order = []
    for future in as_completed(futures, timeout=30):
        order.append(future.result())
        most.append(sum(other.running() for other in futures))
    assert order == [0.1, 0.4, 0.7, 2.4]
    assert max(most) <= 2
    assert 2.3 < time.monotonic() - began < 4


def test_waiting_call_can_be_cancelled_and_never_runs(executor: ForkExecutor, tmp_path: Path) -> None:
    busy = [executor.submit(tasks.sleep, 0.8) for _ in range(2)]
    waiting = executor.submit(tasks.mark_and_die, str(tmp_path / "marks"))
    wait_until(lambda: all(future.running() for future in busy))
    assert waiting.cancel()
    assert not busy[0].cancel()
    # Those who wait for several futures are told of it at once.
    assert wait([waiting], timeout=0.3).done == {waiting}
    with pytest.raises(CancelledError):
        waiting.result(timeout=0)
    assert [future.result(timeout=30) for future in busy] == [0.8, 0.8]
    assert result(executor, abs, -1) == 1
    assert not (tmp_path / "marks").exists()


def test_shutdown_waits_for_calls_and_refuses_more(own: ForkExecutor) -> None:
    futures = [own.submit(tasks.sleep, 0.1) for _ in range(4)]
    own.shutdown()
    assert [future.result(timeout=0) for future in futures] == [0.1] * 4
    with pytest.raises(RuntimeError, match="cannot submit after shutdown"):
        own.submit(abs, -1)
    own.shutdown()


def test_shutdown_without_waiting_kills_what_runs(own: ForkExecutor, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    futures = [own.submit(tasks.start_another, str(pids), 600), *(own.submit(tasks.sleep, 600) for _ in range(4))]
    wait_until(lambda: pids.exists() and len(pids.read_text().split()) == 2)
    began = time.monotonic()
    own.shutdown(wait=False, cancel_futures=True)
    assert time.monotonic() - began < 5
    assert all(future.done() for future in futures)
    assert str(futures[0].exception(timeout=0)) == "the fork server ended"
    assert [future.cancelled() for future in futures] == [False, False, True, True, True]
    assert not any(is_running(pid) for pid in pids.read_text().split())


def test_server_that_is_killed_fails_all_futures_and_its_children_end(own: ForkExecutor, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    futures = [own.submit(tasks.start_another, str(pids), 600), *(own.submit(tasks.sleep, 600) for _ in range(3))]
    wait_until(lambda: pids.exists() and len(pids.read_text().split()) == 2)
    child, grandchild = pids.read_text().split()
    try:
        own._server.kill()
        assert {str(future.exception(timeout=20)) for future in futures} == {"the fork server ended"}
        with pytest.raises(RuntimeError, match="the fork server ended"):
            own.submit(abs, -1)
        wait_until(lambda: not is_running(child))
    finally:
        # What a child started itself is beyond the reach of a server that was killed outright.
        os.kill(int(grandchild), signal.SIGKILL)


def test_server_that_cannot_fork_says_so() -> None:
    with pytest.raises(UnavailableError, match="after the imports: this process has more than one thread"):
        ForkExecutor(1, warm_up=["tasks:start_thread"])


def test_warm_up_that_is_missing_is_named() -> None:
    with pytest.raises(UnavailableError, match="no_such_module"):
        ForkExecutor(1, warm_up=["no_such_module:prepare"])


def test_warm_up_is_there_in_each_call() -> None:
    with ForkExecutor(1, warm_up=["tasks:prepare"]) as executor:
        assert result(executor, tasks.what_was_prepared) == ["prepared"]


def test_work_of_the_client_is_done_while_the_server_starts_and_left_where_it_is() -> None:
    done: list[int] = []

    def steps() -> Iterator[int]:
        for number in range(1, 10_000):
            time.sleep(0.01)
            done.append(number)
            yield number

    with ForkExecutor(1, meanwhile=steps()) as executor:
        ready = len(done)
        assert result(executor, tasks.value_of, 1) == 1
        time.sleep(0.05)
        assert done == list(range(1, ready + 1)) != []


def test_server_does_not_outlive_work_that_fails_while_it_starts() -> None:
    def steps() -> Iterator[int]:
        raise ValueError("no such period")
        yield 1

    before = children()
    with pytest.raises(ValueError, match="no such period"):
        ForkExecutor(1, meanwhile=steps())
    assert children() == before


def children() -> list[str]:
    return [pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()]


def test_server_works_ahead_for_calls_that_wait_and_once_for_each() -> None:
    with ForkExecutor(1, aheads={tasks.value_of: lambda _: tasks.note_ahead}) as executor:
        sleeper = executor.submit(time.sleep, 0.5)
        futures = [executor.submit(tasks.value_of, number) for number in (2, 3)]
        assert sleeper.result() is None
        assert [future.result() for future in futures] == [2, 3]
        assert result(executor, tasks.what_was_prepared) == ["2 begun", "2 done", "3 begun", "3 done"]


def test_call_that_can_start_does_not_wait_for_what_is_done_ahead_of_it() -> None:
    with ForkExecutor(1, aheads={tasks.value_of: lambda _: tasks.sleep_ahead}) as executor:
        futures = [executor.submit(tasks.value_of, number) for number in (1, 2, 3)]
        assert [future.result() for future in futures] == [1, 2, 3]


def test_server_works_ahead_of_the_next_few_calls_only() -> None:
    with ForkExecutor(1, aheads={tasks.value_of: lambda _: tasks.note_ahead}) as executor:
        sleeper = executor.submit(time.sleep, 0.5)
        look = executor.submit(tasks.what_was_prepared)
        futures = [executor.submit(tasks.value_of, number) for number in range(2, 10)]
        assert sleeper.result() is None
        prepared = look.result()
        assert [future.result() for future in futures] == list(range(2, 10))
    assert prepared == [f"{number} {step}" for number in (2, 3, 4) for step in ("begun", "done")]


def test_what_goes_wrong_ahead_of_a_call_is_left_to_the_call() -> None:
    with ForkExecutor(1, aheads={tasks.value_of: lambda _: tasks.raise_ahead}) as executor:
        futures = [executor.submit(tasks.value_of, number) for number in (1, 2)]
        assert [future.result() for future in futures] == [1, 2]


def test_other_systems_are_named() -> None:
    assert why_not("darwin") == "forking is only supported on Linux, this is darwin"
    assert why_not("win32")
    assert not why_not()


def test_nothing_is_left_of_an_executor(tmp_path: Path) -> None:
    code = """
import os, threading, warnings
from pathlib import Path
from zjjstats.engine.executor import ForkExecutor
def state():
    children = [pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()]
    return [sorted(os.listdir("/proc/self/fd")), threading.active_count(), children]
before = state()
with ForkExecutor(2) as executor:
    assert list(executor.map(abs, range(5))) == list(range(5))
answer = state() == before
"""
    assert fresh(tmp_path, code) is True


def children_of(pid: int) -> list[int]:
    """The direct children of a process, whichever of its threads started them."""
    lists = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            lists.append(path.read_text())
    return [int(child) for text in lists for child in text.split()]


@pytest.fixture
def family(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """A client whose server has two children that hang, each with a process of its own; and the pids of all."""
    script = tmp_path / "client.py"
    script.write_text(
        f"import tasks\nfrom zjjstats.engine.executor import ForkExecutor\nexecutor = ForkExecutor(2)\ntry:\n"
        f"    futures = [executor.submit(tasks.start_another, {str(tmp_path)!r} + f'/{{n}}', 600) for n in range(3)]\n"
        f"    futures[0].result()\nfinally:\n    executor.shutdown(wait=False, cancel_futures=True)\n"
    )
    command = [sys.executable, str(script)]
    # A group of its own, as a command at a terminal has.
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=clean_environment(), start_new_session=True
    ) as client:
        others: list[int] = []
        try:
            files = [tmp_path / "0", tmp_path / "1"]
            wait_until(lambda: all(file.exists() and len(file.read_text().split()) == 2 for file in files))
            servers = children_of(client.pid)
            assert len(servers) == 1
            others = [*servers, *(int(pid) for file in files for pid in file.read_text().split())]
            assert all(is_running(pid) for pid in others)
            yield client, others
        finally:
            client.kill()
            for pid in others:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("to_group", [False, True])
def test_interrupt_of_the_client_ends_all(family: Any, to_group) -> None:
    client, others = family
    # From a terminal it reaches the server as well.
    (os.killpg if to_group else os.kill)(client.pid, signal.SIGINT)
    _, stderr = client.communicate(timeout=20)
    assert stderr.count("KeyboardInterrupt") == 1
    wait_until(lambda: not any(is_running(pid) for pid in others))


def test_death_of_the_client_ends_all(family: Any) -> None:
    client, others = family
    client.kill()
    _, stderr = client.communicate(timeout=20)
    assert stderr == ""
    wait_until(lambda: not any(is_running(pid) for pid in others))


def test_interrupt_while_waiting_for_the_end_ends_the_server(tmp_path: Path) -> None:
    code = """
import os, signal, threading, time
import tasks
from zjjstats.engine.executor import ForkExecutor
answer = "not interrupted"
try:
    with ForkExecutor(2) as executor:
        futures = [executor.submit(tasks.sleep, 60) for _ in range(4)]
        while not futures[1].running():
            time.sleep(0.02)
        threading.Timer(0.5, os.kill, [os.getpid(), signal.SIGINT]).start()
except KeyboardInterrupt:
    answer = [executor._server.poll() is not None, sorted(str(future.exception(5)) for future in futures)]
"""
    began = time.monotonic()
    assert fresh(tmp_path, code) == [True, ["the fork server ended"] * 4]
    assert time.monotonic() - began < 40


def test_threads_may_submit_at_the_same_time(executor: ForkExecutor) -> None:
    results: list[int] = []

    def submit(first: int) -> None:
        futures = [executor.submit(abs, -number) for number in range(first, first + 5)]
        results.extend(future.result(timeout=30) for future in futures)

    threads = [threading.Thread(target=submit, args=(first,)) for first in (0, 5, 10, 15)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == list(range(20))


def test_server_does_not_grow_and_children_stay_small(tmp_path: Path) -> None:
    cells = [
        "import pandas as pd\npd.DataFrame({'a': range(9)})",
        "import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()",
    ]
    run_notebooks(tmp_path, {"small": cells})
    with ForkExecutor(2) as executor:
        server = executor._server.pid

        def size() -> int:
            lines = Path(f"/proc/{server}/status").read_text().splitlines()
            return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])

        call = (tasks.run_one, f"{tmp_path}/small.ipynb", f"{tmp_path}/small.out.ipynb", {})
        sizes, peaks = [], []
        for future in as_completed([executor.submit(*call) for _ in range(25)]):
            assert not future.result()["error"]
            sizes.append(size())
            peaks.append(future.result()["peak_rss_kb"])
        assert result(executor, abs, -1) == 1
        descriptors = len(list(Path(f"/proc/{server}/fd").iterdir()))
    assert sizes[-1] - sizes[5] < 2_000
    assert max(peaks) - sizes[-1] < 200_000
    assert descriptors < 20


def test_runs_go_on_where_this_system_cannot_fork(tmp_path: Path) -> None:

    nbformat.write(make_notebook([("quarter = ''", ["parameters"]), "print(quarter)"]), tmp_path / "in.ipynb")
    nbformat.write(make_notebook(["1 / 0"]), tmp_path / "bad.ipynb")
    script = tmp_path / "many.py"
    script.write_text("""
import json, sys
import tasks
from zjjstats.batch import executors
if __name__ == "__main__":
    said = []
    if sys.argv[1] == "without":
        executors.why_not = lambda: "no forks today"
    with executors.local(2, 60, said.append, []) as executor:
        jobs = [("in.ipynb", f"out{n}.ipynb", {"parameters": {"quarter": f"2025Q{n}"}}) for n in (1, 2)]
        jobs.append(("bad.ipynb", "bad.out.ipynb", {}))
        futures = [executor.submit(tasks.run_one, *job) for job in jobs]
        errors = [future.result()["error"] for future in futures]
    print("ANSWER" + json.dumps([type(executor).__name__, errors, said]))
""")
    answers = []
    for how in ("with", "without"):
        done = subprocess.run(
            [sys.executable, str(script), how],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=clean_environment(),
            check=False,
        )
        assert done.returncode == 0, done.stderr
        line = next(line for line in done.stdout.splitlines() if line.startswith("ANSWER"))
        answers.append(json.loads(line.removeprefix("ANSWER")))
        assert nbformat.read(tmp_path / "out2.ipynb", 4).cells[-1].outputs[0].text == "2025Q2\n"
    names, errors, said = zip(*answers, strict=True)
    assert names == ("ForkExecutor", "ProcessPoolExecutor")
    assert errors[0] == errors[1] == ["", "", "cell 1: ZeroDivisionError: division by zero"]
    assert said[0] == []
    assert len(said[1]) == 1
    assert said[1][0].startswith("no forks today")
