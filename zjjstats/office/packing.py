"""Zip files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

# The earliest time that a zip file can tell; when a file was made is nobody's business.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# So that unpacking gives files that one may read, whatever system they were packed on.
UNIX, READABLE = 3, 0o100644


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of named files in their order, the same bytes for the same files.

    Names that are not ASCII are marked as UTF-8, so that every system reads them as they were written.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, UNIX, READABLE << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip by name, in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
