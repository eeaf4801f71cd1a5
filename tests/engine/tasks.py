"""What the tests ask of a fork server: functions that its children can import."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zjjstats.engine.execution import Death, execute, write_failure

PREPARED: list[str] = []


def note_ahead(value: Any) -> Iterator[None]:
    """Work in two steps that a server does before it forks a call."""
    for step in ("begun", "done"):
        PREPARED.append(f"{value} {step}")
        yield


def raise_ahead(value: Any) -> Iterator[None]:
    raise ValueError(value)
    yield


def sleep_ahead(value: Any) -> Iterator[None]:
    """More steps than anybody would wait for."""
    while True:
        PREPARED.append(value)
        time.sleep(0.01)
        yield


def run_one(source: str, output: str, options: dict[str, Any]) -> dict[str, Any]:
    """Run a notebook, and leave a mark beside it for each time that was tried."""
    with Path(output).with_suffix(".attempts").open("a") as marks:
        marks.write("x")
    others = {name: value for name, value in options.items() if name != "parameters"}
    began = time.monotonic()
    error = execute(Path(source), Path(output), options.get("parameters", {}), **others)[0]
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "error": error,
        "seconds": time.monotonic() - began,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_rss_kb": usage.ru_maxrss,
    }


def rescue_one(source: str, output: str, options: dict[str, Any], death: Death) -> dict[str, Any]:
    """Write the notebook of a process that died."""
    error = f"the notebook's process {death.how}"
    others = {name: value for name, value in options.items() if name != "parameters"}
    parameters = options.get("parameters", {})
    write_failure(Path(source), Path(output), parameters, death.records, "DeadKernelError", error, **others)
    return {
        "error": error,
        "seconds": death.seconds,
        "cpu_seconds": death.cpu_seconds,
        "peak_rss_kb": death.peak_rss_kb,
    }


def value_of(value: Any) -> Any:
    return value


class UnpickledError(Exception):
    """Can be pickled, but not unpickled: its argument is not one of those it was made with."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


class Unreadable:
    """A value that cannot be unpickled."""

    def __reduce__(self):
        return int, ("no number",)


def make_unreadable() -> Unreadable:
    return Unreadable()


def make_lock() -> Any:
    return threading.Lock()


def fail(kind: str) -> None:
    if kind == "usual":
        raise KeyError("k")
    if kind == "exit":
        raise SystemExit(3)
    if kind == "not pickled":
        error = ValueError("holds a lock")
        error.lock = threading.Lock()
        raise error
    raise UnpickledError("one", "two")


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def mark_and_die(path: str, *_: Any) -> None:
    with Path(path).open("a") as marks:
        marks.write("x")
    os.kill(os.getpid(), signal.SIGKILL)


def rescued(path: str, death: Death) -> list[str]:
    return [path, death.how]


def start_another(path: str, seconds: float) -> None:
    """Sleep beside a process of one's own, and leave both numbers behind."""
    other = subprocess.Popen(["sleep", "600"])  # noqa: S607 - wherever it is
    Path(path).write_text(f"{os.getpid()} {other.pid}")
    time.sleep(seconds)


def fork_again() -> str:
    """Whether all files of this process are open in a child of its own."""
    opened = [os.open(os.devnull, os.O_RDONLY) for _ in range(20)]
    reading, writing = os.pipe()
    if os.fork() == 0:
        for number in opened:
            try:
                os.fstat(number)
            except OSError:
                os.write(writing, b"closed")
                break
        else:
            os.write(writing, b"same")
        os._exit(0)
    os.close(writing)
    for number in opened:
        os.close(number)
    with os.fdopen(reading) as answer:
        return answer.read()


def process_and_session() -> list[int]:
    return [os.getpid(), os.getsid(0)]


def prepare() -> None:
    PREPARED.append("prepared")


def what_was_prepared() -> list[str]:
    return PREPARED


def start_thread() -> None:
    threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
