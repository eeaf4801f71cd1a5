"""The client's side of a kernel in the same process: jupyter_client's client on queues instead of sockets."""

from __future__ import annotations

import asyncio
import os
import queue
import signal
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jupyter_client.client import KernelClient
from traitlets import Any as AnyTrait

if TYPE_CHECKING:
    from zjjstats.engine.host import KernelHost

Frames = list[bytes]

# As long as nbclient waits for a stock kernel to stop before it kills it.
STOP_WITHIN = 5.0


class Channel:
    """The client's end of a channel. Delivered to by the kernel's threads, read in the client's event loop."""

    def __init__(self, session: Any, send: Callable[[Frames], None] | None = None) -> None:
        self._session = session
        self._send = send
        self._loop: asyncio.AbstractEventLoop | None = None
        self._arrived: deque[Frames] = deque()
        self._news, self._is_woken = asyncio.Event(), False

    def listen(self) -> None:
        self._loop = asyncio.get_running_loop()

    def deliver(self, frames: Frames) -> None:
        # Before anyone listens, messages are lost, as they are on a socket without subscribers.
        if self._loop is None or self._loop.is_closed():
            return
        self._arrived.append(frames)
        # Waking the client's thread takes longer than handing it a message, so it is woken once for several.
        if not self._is_woken:
            self._is_woken = True
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        # In this order: what arrives from now on wakes the thread again.
        self._is_woken = False
        self._news.set()

    def send(self, msg: dict[str, Any]) -> None:
        assert self._send is not None
        self._send(self._session.serialize(msg))

    async def get_msg(self, timeout: float | None = None) -> dict[str, Any]:
        while not self._arrived:
            self._news.clear()
            try:
                await (self._news.wait() if timeout is None else asyncio.wait_for(self._news.wait(), timeout))
            except TimeoutError:
                raise queue.Empty from None
        frames = self._arrived.popleft()
        _, rest = self._session.feed_identities(frames)
        message: dict[str, Any] = self._session.deserialize(rest)
        return message


class HostClient(KernelClient):
    """jupyter_client's client with the channels of a `KernelHost`."""

    host = AnyTrait()

    @property
    def shell_channel(self) -> Channel:
        return self.host.shell  # type: ignore[no-any-return] # a trait of any type

    @property
    def iopub_channel(self) -> Channel:
        return self.host.iopub  # type: ignore[no-any-return]

    async def start_channels(self, *_: Any, **__: Any) -> None:  # type: ignore[override] # as nbclient awaits it
        self.host.shell.listen()
        self.host.iopub.listen()

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """The host does not return from `start` before the kernel is ready."""

    def stop_channels(self) -> None:
        """Queues need no closing."""

    async def is_alive(self) -> bool:
        return bool(self.host.alive)


class HostManager:
    """As much of a kernel manager as nbclient uses, for the kernel of a `KernelHost`."""

    ipykernel = True
    kernel_id = None

    def __init__(self, host: KernelHost, timeout: float | None) -> None:
        self._host = host
        self._timeout = timeout

    @property
    def has_kernel(self) -> bool:
        return self._host.alive

    def start_kernel(self, extra_arguments: list[str] | None = None, **_: Any) -> None:
        self._host.start(extra_arguments or [], self._timeout)

    def client(self) -> HostClient:
        return HostClient(host=self._host, session=self._host.session)

    def is_alive(self) -> bool:
        return self._host.alive

    def interrupt_kernel(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    def shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        self._host.stop_kernel(0 if now else STOP_WITHIN)

    def cleanup_resources(self, restart: bool = False) -> None:
        """Nothing was left anywhere."""
