"""papermill's local files, written whole."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from zjjstats.atomic import write_whole


class WholeFileHandler:
    """papermill's handler for local files, with whole writes that leave the working folder alone.

    papermill changes the working folder of the process around each write. Cells run in the same process here, so a
    save in the middle of a cell would move the ground under it.

    Parameters
    ----------
    handler
        The handler in use so far. It keeps the working folder and reads the files.
    """

    def __init__(self, handler: Any) -> None:
        self._handler = handler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handler, name)

    def write(self, buf: str, path: str) -> None:
        """Write a notebook whole; the same error as papermill's when the folder is missing."""
        target = Path(self._handler._cwd or "") / path
        if not target.parent.exists():
            raise FileNotFoundError(f"output folder {os.path.dirname(path)} doesn't exist.")
        write_whole(target, buf)


def install() -> None:
    """Make papermill in this process write local notebooks whole."""
    from papermill.iorw import papermill_io

    handler = papermill_io.get_handler("local")
    if not isinstance(handler, WholeFileHandler):
        papermill_io.register("local", WholeFileHandler(handler))
