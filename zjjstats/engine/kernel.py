"""IPython's own kernel, run by the main thread of this process, with queues where a stock kernel has sockets.

The kernel, its shell, its streams and its display hooks are ipykernel's. Messages are packed and unpacked by
jupyter_client's `Session` just as for a socket, so a client reads what it would read from a stock kernel.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from types import SimpleNamespace
from typing import Any

import zmq
from ipykernel import ipkernel, kernelapp
from ipykernel.ipkernel import IPythonKernel
from traitlets import Any as AnyTrait
from traitlets import Float
from traitlets.config import Config

from zjjstats.engine.client import Frames
from zjjstats.engine.publishing import Publication

# What came of parsing a kernel's arguments, by those that follow its connection file: each time traitlets builds a
# parser of all options there are.
PARSED: dict[tuple[str, ...], Config] = {}


class Publisher:
    """Where the kernel's output goes: as much of a socket as `Publication` uses."""

    def __init__(self, deliver: Callable[[Frames], None]) -> None:
        self._deliver = deliver
        self.context = zmq.Context()

    def send_multipart(self, frames: list[Any], *_: Any, **__: Any) -> None:
        # A copy: the notebook may change a buffer after it was sent.
        self._deliver([bytes(frame) for frame in frames])

    def close(self) -> None:
        """Nothing to close."""


class Requests:
    """Where requests come from and replies go: as much of a stream as the kernel uses."""

    def __init__(self, deliver: Callable[[Frames], None]) -> None:
        self._deliver = deliver
        self._loop = asyncio.get_event_loop()
        self._handle: Any = None
        self._tasks: set[asyncio.Future[Any]] = set()

    def on_recv(self, handle: Any, copy: bool = True) -> None:
        self._handle = handle

    def push(self, frames: Frames) -> None:
        """Hand a request to the kernel, from any thread."""
        self._loop.call_soon_threadsafe(self._start, frames)

    def _start(self, frames: Frames) -> None:
        task = asyncio.ensure_future(self._handle([zmq.Frame(frame) for frame in frames]))
        # The loop keeps only weak references to its tasks.
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def send_multipart(self, frames: list[Any], *_: Any, **__: Any) -> None:
        self._deliver([bytes(frame) for frame in frames])

    def flush(self, *_: Any) -> None:
        """Nothing waits here."""


class _MainThread:
    """Stands in for the thread that receives requests in a stock kernel: here there is none."""

    def __init__(self) -> None:
        self.parent_thread = threading.current_thread()

    def __bool__(self) -> bool:
        return False


class _Kernel(IPythonKernel):
    shell_stream = AnyTrait()
    debugger_class = AnyTrait()
    # A stock kernel waits here for its other thread to send what a cell printed; ours has sent it by then.
    _execute_sleep = Float(0.0).tag(config=True)

    def start(self) -> None:
        # Past IPythonKernel.start, which complains that no debugger can be attached.
        assert self.shell is not None
        self.shell.exit_now = False
        super(IPythonKernel, self).start()

    @property
    def kernel_info(self) -> dict[str, Any]:
        with without_debugger():
            return dict(super().kernel_info)

    @property
    def _supports_kernel_subshells(self) -> bool:
        return False


class IPKernelApp(kernelapp.IPKernelApp):
    """The stock kernel application (profile, configuration, start-up files, extensions) without its sockets.

    The name is the stock one because it names a section of the configuration.
    """

    name = kernelapp.IPKernelApp.name
    requests = AnyTrait()
    publisher = AnyTrait()
    outstream_class = "zjjstats.engine.publishing.OutStream"

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """As the stock one; of arguments that were parsed before only the connection file is new."""
        known = PARSED.get(tuple((argv or [])[2:]))
        if argv is None or known is None:
            super().parse_command_line(argv)
            return
        self.argv, self.extra_args = list(argv), []
        self.cli_config = deepcopy(known)
        self.cli_config.IPKernelApp.connection_file = argv[1]
        self.update_config(self.cli_config)

    def init_poller(self) -> None:
        """The system ends this process with its parent, see `child`."""

    def init_connection_file(self) -> None:
        """There is nothing to connect to."""

    def init_sockets(self) -> None:
        self.configure_tornado_logger()
        self.iopub_thread = Publication(self.publisher, pipe=True, session=self.session)
        self.iopub_thread.start()
        self.iopub_socket = self.iopub_thread.background_socket

    def init_heartbeat(self) -> None:
        """Parent and child watch each other through the system."""

    def write_connection_file(self, **_: Any) -> None:
        """There is nothing to connect to."""

    def log_connection_info(self) -> None:
        self._ports: dict[str, int] = {}

    def init_kernel(self) -> None:
        with without_module_files():
            self.kernel = _Kernel.instance(
                parent=self,
                session=self.session,
                shell_stream=self.requests,
                shell_channel_thread=_MainThread(),
                iopub_thread=self.iopub_thread,
                iopub_socket=self.iopub_socket,
                log=self.log,
                profile_dir=self.profile_dir,
                user_ns=self.user_ns,
            )
        self.displayhook.get_execution_count = lambda: self.kernel.execution_count


def parse_ahead(arguments: Sequence[str]) -> None:
    """Parses the arguments that follow the connection file of a kernel, once for this process and its forks."""
    app = IPKernelApp()
    app.parse_command_line(["-f", "", *arguments])
    if not app.extra_args:
        PARSED[tuple(arguments)] = app.cli_config


@contextlib.contextmanager
def without_debugger() -> Iterator[None]:
    """Keep ipykernel from importing a debugger: nobody can attach one, and it is slow and warns on the terminal."""
    name = "ipykernel.debugger"
    if name in sys.modules:
        yield
        return
    sys.modules[name] = SimpleNamespace(_is_debugpy_available=False)  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]


@contextlib.contextmanager
def without_module_files() -> Iterator[None]:
    """Keep ipykernel from listing the files of all modules for that debugger: to touch a module unshares its memory."""
    ipkernel.sys = SimpleNamespace(**vars(sys) | {"modules": {}})  # type: ignore[assignment,attr-defined]
    try:
        yield
    finally:
        ipkernel.sys = sys  # type: ignore[attr-defined]
