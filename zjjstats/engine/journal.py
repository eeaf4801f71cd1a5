"""What a child tells its parent, readable even after the child was killed."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator

# Bound here, because a cell may put something else in their place.
from json import dumps, loads
from os import write
from typing import Any


class Journal:
    """An unnamed temporary file, shared through the fork, that the child only appends to.

    A pipe would fill up and stall the child unless the parent kept reading; a named file could be left behind.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close(), lives as long as the child

    def write(self, kind: str, **fields: Any) -> None:
        """Append one record."""
        line = dumps({"kind": kind, **fields}, default=str).encode() + b"\n"
        # A full disk or a cell that closed every file must not fail a notebook that is otherwise well.
        with contextlib.suppress(OSError, ValueError):
            while line:
                line = line[write(self._file.fileno(), line) :]

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the records in order, leaving out one that was cut off by the end of the child."""
        self._file.seek(0)
        for line in self._file:
            if line.endswith(b"\n"):
                yield loads(line)

    def close(self) -> None:
        """Let go of the file; the system removes it with its last user."""
        self._file.close()
