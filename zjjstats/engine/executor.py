"""The fork server as a standard executor: submit a call, get a future."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures import wait as wait_for
from typing import Any

from zjjstats.engine.execution import Death
from zjjstats.engine.wire import Inbox, send

Ahead = Callable[..., Iterator[object]]


class UnavailableError(RuntimeError):
    """Raised when this system cannot fork safely; the caller takes another executor."""


class ProcessDiedError(RuntimeError):
    """Raised from a future whose process ended without a result; ``death`` tells how."""

    def __init__(self, death: Death) -> None:
        super().__init__(f"the process {death.how}")
        self.death = death

    def __reduce__(self) -> tuple[type[ProcessDiedError], tuple[Death]]:
        return type(self), (self.death,)


class ForkExecutor(Executor):
    """Runs each call in a child forked from a server that has imported everything, so many at a time.

    Parameters
    ----------
    workers
        How many calls run at the same time.
    timeout
        Seconds for one call; then its process and all that it started are killed.
    rescues
        By function, what is called in a new child as ``rescue(*arguments, death)`` when the process of a call of that
        function died; what it returns becomes the call's result. Without one the future raises `ProcessDiedError`.
    aheads
        By function, what gives for a call's arguments a generator that the server itself runs with these before it
        forks the call, while its workers are busy: work that several calls have in common. Between two of its steps the
        server attends to its workers, so they should be short, and a call that can start does so however far its
        generator has come. It must not start threads; what it raises is left for the call to meet. None for a call that
        has nothing in common with others: such calls start first, while the server works ahead of the first of the
        others.
    warm_up
        Functions as ``module:name`` or ``module:name:argument``, called once in the server before it
        forks. They must not start threads.
    meanwhile
        Work of this process in steps, done while the server gets ready and left where it is then. What it raises ends
        the server.

    Raises
    ------
    UnavailableError
        The server cannot fork safely on this system.
    """

    def __init__(
        self,
        workers: int,
        *,
        timeout: float | None = None,
        rescues: Mapping[Callable[..., Any], Callable[..., Any]] | None = None,
        aheads: Mapping[Callable[..., Any], Callable[..., Ahead | None]] | None = None,
        warm_up: Sequence[str] = (),
        meanwhile: Iterable[object] = (),
    ) -> None:
        self._timeout, self._rescues, self._aheads = timeout, rescues or {}, aheads or {}
        self._futures: dict[int, Future[Any]] = {}
        # The first is held while a message is sent, which may take its time; the reader never waits for it.
        self._lock, self._settling = threading.Lock(), threading.Lock()
        self._count, self._over, self._ended = 0, False, False
        command = [sys.executable, "-m", "zjjstats.engine.server", str(workers), *warm_up]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._outbox = self._server.stdin.fileno()
        self._inbox = Inbox(self._server.stdout.fileno())
        try:
            self._wait_until_ready(meanwhile)
        except BaseException:
            # It would only notice that nobody wants it when all is imported.
            self._server.kill()
            self._close()
            raise
        self._reader = threading.Thread(target=self._read, name="fork server results", daemon=True)
        self._reader.start()

    def _wait_until_ready(self, meanwhile: Iterable[object]) -> None:
        steps = iter(meanwhile)
        while not self._inbox.has_more() and next(steps, None) is not None:
            pass
        while self._inbox.fill():
            for kind, _, content in self._inbox.messages():
                if kind == "ready":
                    return
                raise UnavailableError(content)
        raise UnavailableError("the fork server did not start")

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """A future of ``fn(*args)`` in a child of its own; keyword arguments are not taken."""
        if kwargs:
            raise TypeError("a call takes positional arguments only")
        # What cannot be pickled is refused before anything is noted, and what is sent is unpickled in the child alone.
        rescue = self._rescues.get(fn)
        work = pickle.dumps((fn, args, rescue))
        ahead = self._aheads[fn](*args) if fn in self._aheads else None
        future: Future[Any] = Future()
        with self._lock:
            if self._over:
                raise RuntimeError("cannot submit after shutdown")
            self._count += 1
            number = self._count
            with self._settling:
                # From here on the reader settles it, also when the server ends.
                if self._ended:
                    raise RuntimeError("the fork server ended")
                self._futures[number] = future
            try:
                send(
                    self._outbox,
                    ("call", (number, work, rescue is not None, self._timeout, ahead and pickle.dumps((ahead, args)))),
                )
            except OSError:
                self._futures.pop(number, None)
                raise RuntimeError("the fork server ended") from None
        future.add_done_callback(lambda done: self._forget(number) if done.cancelled() else None)
        return future

    def _forget(self, number: int) -> None:
        with self._settling:
            future = self._futures.pop(number, None)
            if future is None:
                return
            # Those who wait for several futures are only told of a cancelled one by this.
            future.set_running_or_notify_cancel()
        with self._lock, contextlib.suppress(OSError):
            if not self._server.stdin.closed:  # type: ignore[union-attr]
                send(self._outbox, ("cancel", number))

    def _read(self) -> None:
        while self._inbox.fill():
            for message in self._inbox.messages():
                self._settle(*message)
        # The server is gone: nothing that is left can end well.
        with self._settling:
            self._ended = True
            left = [self._futures.pop(number) for number in list(self._futures)]
            left = [future for future in left if future.running() or future.set_running_or_notify_cancel()]
        for future in left:
            future.set_exception(RuntimeError("the fork server ended"))

    def _settle(self, kind: str, number: int, content: Any) -> None:
        with self._settling:
            future = self._futures.get(number)
            if future is None:
                return
            if not future.running() and not future.set_running_or_notify_cancel():
                del self._futures[number]
                return
            if kind == "started":
                return
            del self._futures[number]
        if kind == "died":
            future.set_exception(ProcessDiedError(content))
            return
        try:
            kind, content = pickle.loads(content)  # noqa: S301 - our own child wrote it
        except Exception as error:
            kind, content = "failed", RuntimeError(f"what the call returned cannot be read: {error!r}")
        if kind == "done":
            future.set_result(content)
        else:
            future.set_exception(content)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the server, after the calls under way unless ``wait`` is false; then they are killed."""
        with self._lock:
            self._over = True
        if cancel_futures:
            for future in list(self._futures.values()):
                future.cancel()
        try:
            if wait:
                wait_for(list(self._futures.values()))
        finally:
            self._close()

    def _close(self) -> None:
        with self._lock:
            if self._server.stdin is not None and not self._server.stdin.closed:
                self._server.stdin.close()
        self._server.wait()
        if hasattr(self, "_reader") and self._reader is not threading.current_thread():
            self._reader.join()
        if self._server.stdout is not None:
            self._server.stdout.close()


def why_not(platform: str = sys.platform) -> str:
    """Why this system has no fork server, empty where it has."""
    if not platform.startswith("linux") or not hasattr(os, "pidfd_open"):
        return f"forking is only supported on Linux, this is {platform}"
    return ""
