"""A workspace's folder of CSV files, read as text with the line of each record."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pandas as pd

from zjjstats.errors import Fault
from zjjstats.schema import Table
from zjjstats.sources.source import DESCRIPTION, PACKAGE_FILE, Part, Source


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
