"""Files that are written whole or not at all: a reader sees the old file or the new one, never a part."""

from __future__ import annotations

import glob
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A temporary path beside the wanted one, which takes its place only when the block ends without an error.

    The folder is made where there is none. An old file's rights are kept; a new one gets those of the umask.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own, so that two writers of one path cannot mix their halves.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.part-", suffix=path.suffix)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~umask())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def sweep(path: Path) -> None:
    """Removes the drafts of a file that processes left which were killed while they wrote it."""
    for draft in path.parent.glob(f".{glob.escape(path.stem)}.part-*{path.suffix}"):
        draft.unlink(missing_ok=True)


def write_whole(path: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Writes a text file whole or not at all."""
    with whole(path) as draft:
        draft.write_text(text, encoding=encoding, newline="\n")


def umask() -> int:
    """The rights that new files are not given."""
    # The system's own record has it without the short moment in which setting and restoring would change it for
    # other threads.
    with suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
        return int(next(line for line in lines if line.startswith("Umask:")).split()[1], 8)
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
