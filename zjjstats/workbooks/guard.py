"""What a workbook's file is, before anything of it is unpacked: its true kind, and whether it is safe to open."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Literal

from zjjstats.workbooks.messages import Faults

Kind = Literal["xlsx", "ods", "xls"]

ENDINGS: dict[str, Kind] = {".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xls", ".ods": "ods"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
CHUNK = 1 << 20
# A ledger of 200 000 rows unpacks to about 100 MB; nothing an office keeps comes near these.
LARGEST = 600 << 20
# Deflate packs a thousand to one at best, and a ledger's rows twenty to one.
RATIO, RATIO_FROM = 200, 20 << 20
ENTRIES = 10_000


def kind_of(path: Path, faults: Faults) -> Kind | None:
    """What the file holds, or None, with a fault, where it cannot or must not be opened."""
    ending = ENDINGS.get(path.suffix.lower())
    if ending is None:
        faults.add("ending", path.name, value=path.suffix, endings=" ".join(ENDINGS))
        return None
    with path.open("rb") as file:
        start = file.read(8)
    if start == OLE:
        return kind_of_compound(path, ending, faults)
    if start[:4] == b"PK\x03\x04":
        return kind_of_archive(path, ending, faults)
    faults.add("empty_file" if not start else "no_workbook", path.name)
    return None


def kind_of_compound(path: Path, ending: Kind, faults: Faults) -> Kind | None:
    """The kind of a file in Microsoft's older container: an old workbook, or a new one under a password."""
    content = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    if not content:
        faults.add("too_large", path.name, value=str(path.stat().st_size), limit=LARGEST >> 20)
        return None
    if ENCRYPTED in content:
        faults.add("password", path.name)
        return None
    if ending != "xls":
        faults.add("wrong_ending", path.name, value=path.suffix, found=".xls")
        return None
    return "xls"


def kind_of_archive(path: Path, ending: Kind, faults: Faults) -> Kind | None:
    """The kind of a zip file, once its sizes are known to be bearable and its content to be whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if swollen(entries, path, faults):
                return None
            names = {entry.filename for entry in entries}
            if any(entry.flag_bits & 1 for entry in entries) or sealed(archive, names):
                faults.add("password", path.name)
                return None
            # Reads all of it in pieces, no further than the sizes just checked, and compares the checksums: a size
            # that lies or a file that was cut off ends here, before a reader of workbooks meets it.
            for entry in entries:
                with archive.open(entry) as packed:
                    while packed.read(CHUNK):
                        pass
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, zlib.error) as error:
        faults.add("broken", path.name, reason=str(error))
        return None
    kind: Kind | None = "xlsx" if "xl/workbook.xml" in names else "ods" if "content.xml" in names else None
    if kind is None:
        faults.add("no_workbook", path.name)
    elif kind != ending:
        faults.add("wrong_ending", path.name, value=path.suffix, found=f".{kind}")
        return None
    return kind


def swollen(entries: list[zipfile.ZipInfo], path: Path, faults: Faults) -> bool:
    """Whether unpacking would fill the memory, by the sizes that the directory of the archive gives."""
    total = sum(entry.file_size for entry in entries)
    worst = max((e.file_size / max(e.compress_size, 1) for e in entries if e.file_size > RATIO_FROM), default=0)
    if total <= LARGEST and worst <= RATIO and len(entries) <= ENTRIES:
        return False
    faults.add("bomb", path.name, value=f"{path.stat().st_size} -> {total}", limit=LARGEST >> 20, ratio=RATIO)
    return True


def sealed(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether an OpenDocument file is under a password."""
    manifest = "META-INF/manifest.xml"
    return manifest in names and b"encryption-data" in archive.read(manifest)
