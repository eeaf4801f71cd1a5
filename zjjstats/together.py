"""Several files of a folder that are replaced together: whoever stops half-way, the next to look finishes it.

The new files are written into a hidden folder first. That folder gets its final name in one step, and from then on the
change has happened: what has not yet been moved to its place is moved by whoever opens the folder next.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

READY, DRAFT = ".import-ready", ".import-draft-"
# A draft older than this, in seconds, was left by a process that was killed while it wrote.
STALE = 3600


def write_together(folder: Path, texts: Mapping[str, str]) -> None:
    """Replaces files of a folder by name, all or none.

    Raises
    ------
    OSError
        A file could not be written, and nothing is changed; or one could not be moved to its place, which the next
        call of `finish` does.
    """
    finish(folder)
    sweep(folder)
    if blocked := next((name for name in texts if (folder / name).is_dir()), None):
        raise IsADirectoryError(21, "a folder stands where a table would be written", str(folder / blocked))
    draft = Path(tempfile.mkdtemp(dir=folder, prefix=DRAFT))
    try:
        for name, text in texts.items():
            (draft / name).write_text(text, encoding="utf-8", newline="\n")
            if (folder / name).exists():
                (draft / name).chmod(stat.S_IMODE((folder / name).stat().st_mode))
        draft.rename(folder / READY)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    finish(folder)


def finish(folder: Path) -> None:
    """Moves to their places the files of a change that has happened, wherever it was stopped; nothing else is touched.

    Two processes may do so at once: what the other has moved is passed over.

    Raises
    ------
    OSError
        A file cannot be moved; the folder must not be read as it is.
    """
    ready = folder / READY
    if not ready.is_dir():
        return
    with suppress(FileNotFoundError):
        for draft in sorted(ready.iterdir()):
            with suppress(FileNotFoundError):
                draft.replace(folder / draft.name)
        ready.rmdir()


def sweep(folder: Path) -> None:
    """Removes the drafts that processes left which were killed before their change had happened."""
    for draft in folder.glob(f"{DRAFT}*"):
        with suppress(FileNotFoundError):
            if time.time() - draft.stat().st_mtime > STALE:
                shutil.rmtree(draft, ignore_errors=True)
