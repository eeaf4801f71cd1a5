"""A kernel's output on its way to the client, without a turn through another thread for each message.

A stock kernel hands every message to a thread that owns the socket, and at each flush waits for that thread. Here
messages go to a queue that takes them from any thread. The thread stays: it flushes streams while a cell runs, and
takes what forked processes of the notebook print.
"""

from __future__ import annotations

import threading
from typing import Any

from ipykernel import iostream


class Publication(iostream.IOPubThread):
    """ipykernel's thread for output; what this process itself sends is sent at once, by whoever sends it."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # What a stream held is sent whole before anything that is said after it.
        self.order = threading.RLock()

    def send_multipart(self, *arguments: Any, **options: Any) -> None:
        if self._check_mp_mode() == iostream.MASTER:
            self._really_send(*arguments, **options)
        else:
            super().send_multipart(*arguments, **options)


class OutStream(iostream.OutStream):
    """ipykernel's stream of a notebook's output, flushed by whoever asks for it; its name shows in a notebook, too."""

    def flush(self) -> None:
        if self.pub_thread is None or not self._is_master_process():
            # A fork may have been made while another thread was in order.
            super().flush()
        else:
            self._flush()

    def _flush(self) -> None:
        if not self._is_master_process():
            super()._flush()
            return
        with self.pub_thread.order:
            super()._flush()
