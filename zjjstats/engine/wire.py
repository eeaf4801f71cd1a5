"""Pickled messages between the fork server and its client, each behind its length."""

from __future__ import annotations

import os
import pickle
import select
from collections.abc import Iterator
from typing import Any

HEAD = 8
CHUNK = 1 << 16


def send(descriptor: int, message: Any) -> None:
    """Write one message, whole."""
    body = pickle.dumps(message)
    data = memoryview(len(body).to_bytes(HEAD, "big") + body)
    while data:
        data = data[os.write(descriptor, data) :]


class Inbox:
    """Messages as they arrive on a descriptor."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self._bytes = bytearray()

    def fill(self) -> bool:
        """Take what has arrived, waiting for something; False at the end."""
        data = os.read(self.descriptor, CHUNK)
        self._bytes += data
        return bool(data)

    def has_more(self) -> bool:
        """Whether `fill` need not wait."""
        return bool(select.select([self.descriptor], [], [], 0)[0])

    def messages(self) -> Iterator[Any]:
        """The messages that have arrived whole."""
        while len(self._bytes) >= HEAD:
            length = int.from_bytes(self._bytes[:HEAD], "big")
            if len(self._bytes) < HEAD + length:
                return
            body = bytes(self._bytes[HEAD : HEAD + length])
            del self._bytes[: HEAD + length]
            # Only this package's own processes hold the other end.
            yield pickle.loads(body)  # noqa: S301
