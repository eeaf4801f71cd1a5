"""A workspace's tables: find, read, check, correct. No other opens data files; `sources` opens databases."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from zjjstats.checks import read_values
from zjjstats.codebook import TABLES
from zjjstats.errors import DataError, Fault
from zjjstats.places import find_workspace
from zjjstats.schema import Table
from zjjstats.sources.source import DESCRIPTION, Part, Source
from zjjstats.workspace import Workspace

PACKAGE_FILE = "datapackage.json"
ORIGINS = ("published", "sample")
NEEDED_BY = {"cities": tuple(TABLES), "dictionary": ("indicators", "bulletin")}


# The last workspace read of each place, with the digest of its tables: opening it again while they are unchanged costs
# a look at them.
READ: dict[Path | str, tuple[str, Workspace]] = {}


def open_workspace(where: str | Path, *, part: Part | None = None) -> Workspace:
    """The tables of a workspace, read, corrected and checked.

    Parameters
    ----------
    where
        The name of a workspace that ships with the package (``published``, ``sample``), a folder of CSV or of Parquet
        files, a DuckDB file (``.duckdb``), or the address of a PostgreSQL database
        (``postgresql://user@host/database``, the password in PGPASSWORD or ~/.pgpass). A relative path is looked for
        below the working folder, then beside the package; ``./published`` is never a shipped one.
    part
        Which rows of ``indicators`` are enough, where a database holds so many that all of them would not fit; what is
        not read is not checked.

    Raises
    ------
    UnknownNameError
        There is no such folder, file or database, or it cannot be reached.
    DataError
        Tables break their rules; all faults of all tables, with file, row, column, value and rule.
    """
    place = find_workspace(where)
    with closing(source_of(place)) as source:
        seen = repr((source.digests(), part))
        if place not in READ or READ[place][0] != seen:
            READ[place] = (seen, read_workspace(source, part))
    known = READ[place][1]
    # Copies that share their values until one is changed: what a caller does to a table stays with the caller.
    return replace(known, tables={name: frame.copy(deep=False) for name, frame in known.tables.items()})


def source_of(place: Path | str) -> Source:
    """The kind of source that stands at a place which `zjjstats.places.find_workspace` gave."""
    if isinstance(place, str):
        from zjjstats.sources.postgres import Postgres  # noqa: PLC0415 - each kind loads what it needs

        return Postgres(place, TABLES)
    if place.is_file():
        from zjjstats.sources.duck import DuckFile  # noqa: PLC0415

        return DuckFile(place, TABLES)
    if not any((place / table.file).is_file() for table in TABLES.values()) and any(place.glob("*.parquet")):
        from zjjstats.sources.duck import ParquetFolder  # noqa: PLC0415

        return ParquetFolder(place, TABLES)
    return CsvFolder(place, TABLES)


class CsvFolder(Source):
    """A folder of CSV files."""

    def __init__(self, place: Path, tables: Mapping[str, Table]) -> None:
        super().__init__(place, tables)
        self.path = place

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.name

    def present(self) -> set[str]:
        """The tables that have a file."""
        return {name for name, table in self.tables.items() if (self.path / table.file).is_file()}

    def digests(self) -> dict[str, str]:
        """By table, the digest of its file."""
        files = {DESCRIPTION: PACKAGE_FILE} | {name: table.file for name, table in self.tables.items()}
        paths = {name: self.path / file for name, file in files.items()}
        return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items() if path.is_file()}

    def described(self) -> str | None:
        """The text of datapackage.json."""
        file = self.path / PACKAGE_FILE
        return file.read_text("utf-8-sig") if file.is_file() else None

    def file(self, table: str) -> str:
        """The file's name."""
        return self.tables[table].file

    def texts(self, table: Table, faults: list[Fault], warnings: list[str], part: Part | None = None) -> pd.DataFrame:
        """The whole table, indexed by line: a file is read as a whole."""
        del part
        return read_texts(self.path / table.file, table, faults, warnings)


def read_workspace(source: Source, part: Part | None = None) -> Workspace:
    """The tables of a source; see `open_workspace`."""
    faults: list[Fault] = []
    warnings: list[str] = []
    package = read_package(source, faults)
    held, digests = source.present(), source.digests()
    present = {name: table for name, table in TABLES.items() if name in held}
    if not present:
        rule = source.told(f"holds none of the tables {', '.join(table.file for table in TABLES.values())}")
        raise DataError([Fault(str(source.place), 0, "", "", rule)])
    for needed, users in NEEDED_BY.items():
        if needed not in present and any(user in present for user in users):
            faults.append(Fault(TABLES[needed].file, 0, "", "", "is needed by the other tables and is missing"))
    texts: dict[str, pd.DataFrame] = {}
    # The dictionary first: it says which key an indicator asked for by its name has.
    for name, table in sorted(present.items(), key=lambda item: item[0] != "dictionary"):
        texts[name] = source.texts(table, faults, warnings, keyed(part, texts.get("dictionary")))
    texts = {name: texts[name] for name in present}
    values, corrected = read_values(texts, faults, warnings)
    if faults:
        raise DataError(map(source.told_fault, faults))
    files = [
        {
            "table": name,
            "file": source.file(name),
            "rows": len(values[name]),
            "corrections": corrected.get(name, 0),
            "sha256": digests[name],
        }
        for name in present
    ]
    return Workspace(
        path=source.place,
        title=package["title"],
        origin=package["origin"],
        licence=", ".join(licence.get("title", licence.get("name", "")) for licence in package["licenses"]),
        tables={name: frame.reset_index(drop=True) for name, frame in values.items()},
        provenance=pd.DataFrame(files),
        warnings=[source.told(warning) for warning in warnings],
    )


def keyed(part: Part | None, dictionary: pd.DataFrame | None) -> Part | None:
    """The part with its indicator by key, where the dictionary knows it by a name."""
    if part is None or part.indicator is None or dictionary is None:
        return part
    names = dictionary[["indicator", "name_zh", "name_en"]]
    found = names.loc[(names == part.indicator).any(axis=1), "indicator"]
    return replace(part, indicator=found.iloc[0]) if len(found) else None


def read_package(source: Source, faults: list[Fault]) -> dict[str, Any]:
    """Title, origin and licences of the workspace; without a description, its name and published figures."""
    package: dict[str, Any] = {"title": source.name, "origin": ORIGINS[0], "licenses": []}

    def fault(column: str, rule: str) -> None:
        faults.append(Fault(PACKAGE_FILE, 0, column, "", rule))

    try:
        text = source.described()
        if text is None:
            return package
        found = json.loads(text)
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
