"""The main thread of a forked child as the host of a kernel."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import os
import queue
import sys
import tempfile
import threading
import uuid
from typing import Any

from jupyter_client.session import Session

from zjjstats.engine.client import Channel, Frames
from zjjstats.engine.fresh import reset_libraries
from zjjstats.engine.kernel import IPKernelApp, Publisher, Requests, without_debugger

# An idle event loop stops at once; one that has not by now is held by a cell.
BACK_WITHIN = 0.5
# launch_instance, the module that calls it, two frames of runpy, and the call from C between them.
FRAMES_BELOW_A_STOCK_KERNEL = 5


def wind_up() -> None:
    """Do what a program does at its end: wait for threads, run exit functions, flush."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()
    for stream in (sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()  # type: ignore[union-attr]


class KernelStartError(RuntimeError):
    """Raised when the kernel of a forked child did not start."""


class KernelHost:
    """Lets the main thread be the kernel while another thread is papermill.

    Cells expect the main thread: signals, event loops and some libraries work nowhere else. And the other thread is
    free to notice that a cell takes too long.
    """

    def __init__(self) -> None:
        self.session = Session(key=b"")
        self.shell = Channel(self.session, self._send)
        self.iopub = Channel(self.session)
        self.alive = False
        self.used = False
        self._app: Any = None
        self._orders: queue.SimpleQueue[list[str] | None] = queue.SimpleQueue()
        self._ready = threading.Event()
        self._left = threading.Event()
        self._down = threading.Event()
        self._error: BaseException | None = None

    @property
    def stuck(self) -> bool:
        """Whether a kernel was started that did not stop: a cell holds the main thread."""
        return self.used and not self._down.is_set()

    def start(self, arguments: list[str], timeout: float | None) -> None:
        """Have the main thread start the kernel, and wait until it can take requests."""
        self.used = True
        self._orders.put(arguments)
        if not self._ready.wait(timeout):
            raise KernelStartError(f"Kernel didn't respond in {timeout} seconds")
        if self._error is not None:
            raise KernelStartError(f"the kernel did not start: {self._error!r}") from self._error

    def stop_kernel(self, timeout: float = 0) -> None:
        """Have the main thread stop the kernel and run the notebook's exit functions.

        Parameters
        ----------
        timeout
            How long to wait for them. A cell that still runs is not waited for.
        """
        if self._app is not None and self.alive:
            with contextlib.suppress(RuntimeError):
                self._app.requests._loop.call_soon_threadsafe(self._app.io_loop.stop)
            if timeout and self._left.wait(min(timeout, BACK_WITHIN)):
                self._down.wait(timeout)

    def _send(self, frames: Frames) -> None:
        self._app.requests.push(frames)

    def finish(self) -> None:
        """Let the main thread return from `serve`."""
        self.stop_kernel()
        self._orders.put(None)

    def serve(self) -> None:
        """Be the kernel, if one is wanted, until `finish` is called. For the main thread."""
        while (arguments := self._orders.get()) is not None:
            try:
                self._run(arguments)
            except BaseException as error:
                self._error = error
            finally:
                self._left.set()
                # Still in the notebook's folder, as a kernel of its own would be.
                wind_up()
                # papermill still has a notebook to write, and may warn: the kernel's streams are gone.
                sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
                self.alive = False
                self._down.set()
                self._ready.set()

    def _run(self, arguments: list[str]) -> None:
        import ipykernel_launcher

        asyncio.set_event_loop(asyncio.new_event_loop())
        connection = os.path.join(tempfile.gettempdir(), f"tmp{uuid.uuid4().hex[:8]}.json")
        # What a notebook finds in sys.argv and in its environment when a kernel was started as a program.
        sys.argv = [ipykernel_launcher.__file__, "-f", connection, *arguments]
        os.environ.update(JPY_PARENT_PID=str(os.getppid()), PYDEVD_USE_FRAME_EVAL="NO")
        self._app = app = IPKernelApp.instance(
            requests=Requests(self.shell.deliver), publisher=Publisher(self.iopub.deliver)
        )
        app.session.key = b""
        with without_debugger():
            app.initialize(sys.argv[1:])
        reset_libraries()
        app.requests._loop.call_soon(self._announce)
        _allow_stock_depth()
        app.start()

    def _announce(self) -> None:
        self.alive = True
        self._ready.set()


def _allow_stock_depth() -> None:
    # The frames of whoever forked this process lie below the kernel's; a cell may still recurse as deep as usual.
    depth, frame = 0, sys._getframe(1)
    while frame is not None:
        # A program that was started by its module's name has a call from C among them, too.
        depth += 2 if frame.f_code.co_name == "_run_code" and frame.f_globals.get("__name__") == "runpy" else 1
        frame = frame.f_back  # type: ignore[assignment]
    if depth > FRAMES_BELOW_A_STOCK_KERNEL:
        sys.setrecursionlimit(sys.getrecursionlimit() + depth - FRAMES_BELOW_A_STOCK_KERNEL)
