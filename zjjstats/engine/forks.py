"""Children of this process: fork them, wait for them, end what they leave."""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from zjjstats.engine import child
from zjjstats.engine.journal import Journal

Call = Callable[[], Any]

PR_SET_CHILD_SUBREAPER = 36
PR_GET_CHILD_SUBREAPER = 37


class ForkUnsafeError(RuntimeError):
    """Raised when this process or this system cannot fork safely."""


def why_not_fork() -> str | None:
    """Say why this process should not be forked, or return None when it may be."""
    if not sys.platform.startswith("linux") or not hasattr(os, "pidfd_open"):
        return f"forking is only supported on Linux, this is {sys.platform}"
    if threading.active_count() > 1 or len(os.listdir("/proc/self/task")) > 1:
        return "this process has more than one thread"
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None and asyncio._get_running_loop() is not None:
        return "an event loop is running in this process"
    application = sys.modules.get("traitlets.config")
    if application is not None and application.Application.initialized():
        return "this process already runs a Jupyter application"
    return None


@dataclass(frozen=True)
class Outcome:
    """How a child ended.

    Parameters
    ----------
    exit_code
        None when a signal ended it.
    signal
        The number of the signal that ended it, or None.
    timed_out
        Whether it was killed because its time was up.
    seconds, cpu_seconds, peak_rss_kb
        Wall time; processor time of the child and of the processes it waited for; its peak resident memory.
    value, error
        What the call returned, or `type`, `message` and `traceback` of what it raised.
    records
        What else the child put into its journal, when it did not report.
    """

    exit_code: int | None
    signal: int | None
    timed_out: bool
    seconds: float
    cpu_seconds: float
    peak_rss_kb: int
    reported: bool
    value: Any = None
    error: dict[str, Any] | None = None
    records: list[dict[str, Any]] = field(default_factory=list, repr=False)

    @property
    def ok(self) -> bool:
        """Whether the call returned. A child that ended with 0 without reporting did not finish."""
        return self.reported and self.error is None

    def how(self) -> str:
        """Say how the process ended."""
        if self.timed_out:
            return f"did not finish in time and was killed after {self.seconds:.0f} seconds"
        if self.signal is not None:
            with contextlib.suppress(ValueError):
                return f"was killed by signal {self.signal} ({signal.Signals(self.signal).name})"
            return f"was killed by signal {self.signal}"
        return f"ended with exit status {self.exit_code} before the notebook was done"


@dataclass
class Running:
    """A child that runs."""

    pid: int
    pidfd: int
    journal: Journal
    started: float
    deadline: float | None


class Forks:
    """The children of this process. Leaving the context kills those that still run.

    The process must not have threads: fork first, then start what needs them.
    """

    def __init__(self) -> None:
        self._running: dict[int, Running] = {}
        self._adopted_before = False

    def __enter__(self) -> Self:
        # What a child leaves behind becomes ours, not init's: in a container nobody else may wait for it.
        self._adopted_before = _adopt(True)
        return self

    def __exit__(self, *_: object) -> None:
        try:
            for running in list(self._running.values()):
                self._end(running, timed_out=False)
        finally:
            _adopt(self._adopted_before)

    def __len__(self) -> int:
        return len(self._running)

    def start(self, call: Call, *, timeout: float | None = None) -> Running:
        """Fork a child that runs `call`; after `timeout` seconds it is killed."""
        if reason := why_not_fork():
            raise ForkUnsafeError(reason)
        journal, parent = Journal(), os.getpid()
        # What is still in a buffer would be written by parent and child.
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        pid = os.fork()
        if pid == 0:
            child.run(call, journal, parent)
        now = time.monotonic()
        running = Running(pid, os.pidfd_open(pid), journal, now, None if timeout is None else now + timeout)
        self._running[running.pidfd] = running
        return running

    def next(self, *, unless: int | None = None, wait: bool = True) -> tuple[Running, Outcome] | None:
        """Wait for the next child to end, of its own or because its time is up.

        Parameters
        ----------
        unless
            A descriptor; None is returned as soon as it can be read.
        wait
            Whether to wait at all; if not, None is returned where no child has ended.
        """
        if not self._running and unless is None:
            raise LookupError("no child is running")
        poll = select.poll()
        if unless is not None:
            poll.register(unless, select.POLLIN | select.POLLHUP)
        for pidfd in self._running:
            poll.register(pidfd, select.POLLIN)
        while True:
            deadlines = [running.deadline for running in self._running.values() if running.deadline is not None]
            longest = max(0.0, min(deadlines) - time.monotonic()) * 1000 + 1 if deadlines else None
            for descriptor, _ in sorted(poll.poll(longest if wait else 0), key=lambda event: event[0] == unless):
                if descriptor == unless:
                    return None
                return self._running[descriptor], self._end(self._running[descriptor], timed_out=False)
            for running in list(self._running.values()):
                if running.deadline is not None and running.deadline <= time.monotonic():
                    return running, self._end(running, timed_out=True)
            if not wait:
                return None

    def _end(self, running: Running, *, timed_out: bool) -> Outcome:
        # Before the child is waited for its number cannot be given to another process, nor that of its group.
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError):
                kill(running.pid, signal.SIGKILL)
        _, status, usage = os.wait4(running.pid, 0)
        _wait_for_group(running.pid)
        del self._running[running.pidfd]
        os.close(running.pidfd)
        records = list(running.journal.records())
        running.journal.close()
        report = next((record for record in records if record["kind"] == "report"), None)
        return Outcome(
            exit_code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            timed_out=timed_out and report is None,
            seconds=time.monotonic() - running.started,
            cpu_seconds=usage.ru_utime + usage.ru_stime,
            peak_rss_kb=usage.ru_maxrss,
            reported=report is not None,
            value=report.get("value") if report else None,
            error=report.get("error") if report else None,
            records=[] if report else records,
        )


def _adopt(orphans: bool) -> bool:
    """Set whether orphaned descendants become children of this process; return what was set before."""
    before = ctypes.c_int(0)
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.prctl(PR_GET_CHILD_SUBREAPER, ctypes.byref(before), 0, 0, 0)
        library.prctl(PR_SET_CHILD_SUBREAPER, int(orphans), 0, 0, 0)
    return bool(before.value)


def _wait_for_group(group: int) -> None:
    # All were killed, but one that waits for a device may take its time, and nobody should wait for that.
    deadline = time.monotonic() + 1
    with contextlib.suppress(ChildProcessError):
        while time.monotonic() < deadline:
            if os.waitpid(-group, os.WNOHANG)[0] == 0:
                time.sleep(0.001)


def run_forked(call: Call, *, timeout: float | None = None) -> Outcome:
    """Run `call` in a forked child and wait for it."""
    with Forks() as forks:
        forks.start(call, timeout=timeout)
        ended = forks.next()
        assert ended is not None
        return ended[1]
