"""A workspace's tables: find, read, check, correct. The only module that opens data files."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from zjjstats.checks import read_values
from zjjstats.codebook import TABLES
from zjjstats.errors import DataError, Fault
from zjjstats.places import find_workspace
from zjjstats.schema import Table
from zjjstats.workspace import Workspace

if TYPE_CHECKING:
    from zjjstats.workbooks.source import WorkbookSource

PACKAGE_FILE = "datapackage.json"
ORIGINS = ("published", "sample")
NEEDED_BY = {"cities": tuple(TABLES), "dictionary": ("indicators", "bulletin")}


# The last workspace read of each folder, with the digest of its files: opening it again while they are unchanged costs
# a look at them.
READ: dict[Path, tuple[str, Workspace]] = {}


def open_workspace(where: str | Path) -> Workspace:
    """The tables of a folder, read, corrected and checked.

    Parameters
    ----------
    where
        The name of a workspace that ships with the package (``published``, ``sample``), or a folder. A relative path is
        looked for below the working folder, then beside the package; ``./published`` is never a shipped one.

    Raises
    ------
    UnknownNameError
        There is no such folder.
    DataError
        Tables break their rules; all faults of all tables, with file, row, column, value and rule.
    """
    path = find_workspace(where)
    files = [path / name for name in (PACKAGE_FILE, *(table.file for table in TABLES.values()))]
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}
    books = workbooks_of(path)
    digests |= books.digests() if books else {}
    seen = repr(digests)
    if path not in READ or READ[path][0] != seen:
        READ[path] = (seen, read_workspace(path, digests))
    known = READ[path][1]
    # Copies that share their values until one is changed: what a caller does to a table stays with the caller.
    return replace(known, tables={name: frame.copy(deep=False) for name, frame in known.tables.items()})


def read_workspace(path: Path, digests: Mapping[str, str]) -> Workspace:
    """The tables of a folder, whose files have the given digests; see `open_workspace`."""
    faults: list[Fault] = []
    warnings: list[str] = []
    package = read_package(path, faults)
    books = workbooks_of(path)
    present = {name: table for name, table in TABLES.items() if (path / table.file).is_file()}
    texts = {name: read_texts(path / table.file, table, faults, warnings) for name, table in present.items()}
    if books:
        present |= add_workbooks(books, texts, faults, warnings)
    if not present:
        raise DataError(
            [Fault(str(path), 0, "", "", f"holds none of the tables {', '.join(t.file for t in TABLES.values())}")]
        )
    for needed, users in NEEDED_BY.items():
        if needed not in present and any(user in present for user in users):
            faults.append(Fault(TABLES[needed].file, 0, "", "", "is needed by the other tables and is missing"))
    values, corrected = read_values(texts, faults, warnings)
    if books:
        faults = books.all_faults(faults)
    if faults:
        raise DataError(faults)
    held = {name: books.files.get(name, [table.file]) if books else [table.file] for name, table in present.items()}
    files = [
        {
            "table": name,
            "file": "; ".join(held[name]),
            "rows": len(values[name]),
            "corrections": corrected.get(name, 0),
            "sha256": "; ".join(digests[file] for file in held[name]),
        }
        for name in present
    ]
    return Workspace(
        path=path,
        title=package["title"],
        origin=package["origin"],
        licence=", ".join(licence.get("title", licence.get("name", "")) for licence in package["licenses"]),
        tables={name: frame.reset_index(drop=True) for name, frame in values.items()},
        provenance=pd.DataFrame(files),
        warnings=warnings,
    )


def workbooks_of(path: Path) -> WorkbookSource | None:
    """The folder's workbooks, where it has any; what reads them is loaded only then."""
    if not any(file.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods") for file in path.iterdir()):
        return None
    from zjjstats.workbooks.source import WorkbookSource, workbooks_in  # noqa: PLC0415 - loads the readers

    return WorkbookSource(path) if workbooks_in(path) else None


def add_workbooks(
    books: WorkbookSource, texts: dict[str, pd.DataFrame], faults: list[Fault], warnings: list[str]
) -> dict[str, Table]:
    """Adds the tables that workbooks hold to the texts, and returns them; a table in a CSV file too is a fault."""
    dictionary = texts.get("dictionary")
    books.read(dictionary.to_csv(index=False) if dictionary is not None else "")
    for name, files in books.files.items():
        if name in texts:
            rule = f"the table {name} is held by {TABLES[name].file} too: keep one of them, and move the other away"
            faults.extend(Fault(file, 0, "", "", rule) for file in files)
        else:
            texts[name] = books.texts(TABLES[name])
    warnings.extend([*map(str, books.said.warnings), *books.said.notes])
    return {name: TABLES[name] for name in TABLES if name in books.files and name in texts}


def read_package(path: Path, faults: list[Fault]) -> dict[str, Any]:
    """Title, origin and licences of the folder; without a description, its name and published figures."""
    package: dict[str, Any] = {"title": path.name, "origin": ORIGINS[0], "licenses": []}

    def fault(column: str, rule: str) -> None:
        faults.append(Fault(PACKAGE_FILE, 0, column, "", rule))

    try:
        found = json.loads((path / PACKAGE_FILE).read_text("utf-8-sig"))
    except FileNotFoundError:
        return package
    except ValueError as error:
        fault("", f"is not JSON in UTF-8: {error}")
        return package
    if not isinstance(found, dict):
        fault("", "must hold an object")
        return package
    package |= {name: found[name] for name in package if name in found}
    if not isinstance(package["title"], str):
        fault("title", "must be a text")
    if package["origin"] not in ORIGINS:
        fault("origin", f"must be one of {', '.join(ORIGINS)}; found {package['origin']!r}")
    if not isinstance(package["licenses"], list) or not all(isinstance(one, dict) for one in package["licenses"]):
        fault("licenses", "must be a list of objects with name or title")
    return package


def read_texts(file: Path, table: Table, faults: list[Fault], warnings: list[str]) -> pd.DataFrame:
    """The table as text, indexed by line; every declared column is there, absent ones empty."""
    declared = {column.name: column for column in table.columns}
    header, rows = read_records(file, table, faults)
    repeated = sorted({name for name in header if header.count(name) > 1})
    missing = [name for name, column in declared.items() if name not in header and not column.may_be_absent]
    faults.extend(Fault(table.file, 1, name, "", "stands more than once in the header") for name in repeated)
    if header:
        faults.extend(Fault(table.file, 1, name, "", "the column is missing") for name in missing)
        if not rows:
            faults.append(Fault(table.file, 1, "", "", "has no rows; leave the file out if there is nothing to tell"))
    if unknown := [name for name in header if name not in declared]:
        warnings.append(f"{table.file}: unknown column {', '.join(map(repr, unknown))} is not used")
    if repeated or missing:
        return pd.DataFrame(columns=list(declared), dtype="str")
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=header, dtype="str")
    return frame.reindex(columns=list(declared), fill_value="")


def read_records(file: Path, table: Table, faults: list[Fault]) -> tuple[list[str], dict[int, list[str]]]:
    """The header and, by the line each starts on, the records; no header where the file cannot be read."""
    text = read_text(file, table, faults)
    if text is None:
        return [], {}
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    header: list[str] = []
    rows: dict[int, list[str]] = {}
    line = 1
    try:
        for record in reader:
            cells = [cell.strip() for cell in record]
            if not any(cells):
                pass
            elif not header:
                header = cells
            elif len(cells) == len(header):
                rows[line] = cells
            else:
                rule = f"has {len(cells)} cells where the header has {len(header)}"
                faults.append(Fault(table.file, line, "", ",".join(cells)[:60], rule))
            line = reader.line_num + 1
    except csv.Error as error:
        faults.append(Fault(table.file, line, "", "", f"is not well-formed CSV: {error}"))
        return [], {}
    if not header:
        faults.append(Fault(table.file, 0, "", "", "is empty; leave the file out if there is nothing to tell"))
    return header, rows


def read_text(file: Path, table: Table, faults: list[Fault]) -> str | None:
    """The file's text, or None where it is not UTF-8 or holds a NUL byte."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, found = content[: error.start].count(b"\n") + 1, repr(content[error.start : error.start + 4])
        faults.append(Fault(table.file, line, "", found, "is not UTF-8 (saved as GBK? save it as CSV UTF-8)"))
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        faults.append(Fault(table.file, line, "", "\0", "a NUL byte does not belong in a text file"))
        return None
    return text
