"""Workbooks in place of a workspace's CSV files: the same texts as the files give, and the cell behind each row."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import pandas as pd

from zjjstats.codebook import TABLES
from zjjstats.errors import Fault
from zjjstats.schema import Column, Table
from zjjstats.workbooks.aliases import FILE as ALIASES
from zjjstats.workbooks.aliases import Aliases, aliases_of
from zjjstats.workbooks.amounts import AmountError, amount_text, read_amount
from zjjstats.workbooks.counties import FILE as COUNTIES
from zjjstats.workbooks.counties import Places
from zjjstats.workbooks.days import DayError, read_day
from zjjstats.workbooks.guard import ENDINGS
from zjjstats.workbooks.headers import Header, find_header
from zjjstats.workbooks.importing import programmes_of
from zjjstats.workbooks.ledger import Ledger, read_ledgers_of
from zjjstats.workbooks.messages import Faults, address
from zjjstats.workbooks.reading import report
from zjjstats.workbooks.records import records
from zjjstats.workbooks.rules import check_ledgers
from zjjstats.workbooks.sheets import Book, Sheet, read_book
from zjjstats.workbooks.words import is_blank, is_note, is_total, shown

CHINESE = {
    "指标": "indicators",
    "项目台账": "projects",
    "台账": "projects",
    "项目": "projects",
    "市州": "cities",
    "指标字典": "dictionary",
    "项目数": "project_counts",
    "入库数": "entries",
    "通报": "bulletin",
    "分组": "groups",
    "更正": "corrections",
}


def workbooks_in(folder: Path) -> list[Path]:
    """The folder's workbooks by name, without the lock files of open ones."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in ENDINGS and path.is_file() and not path.name.startswith(("~$", "."))
    )


@dataclass(frozen=True)
class Place:
    """Where a row of a table stands in a workbook."""

    file: str
    sheet: str
    row: int
    columns: dict[str, int]


@dataclass
class WorkbookSource:
    """The tables that a folder's workbooks hold."""

    folder: Path
    said: Faults = field(default_factory=lambda: Faults("en"))
    rows: dict[str, dict[int, dict[str, str]]] = field(default_factory=dict)
    places: dict[tuple[str, int], Place] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def books(self) -> list[Book]:
        """The workbooks, read."""
        return [book for path in workbooks_in(self.folder) if (book := read_book(path, self.said)) is not None]

    def digests(self) -> dict[str, str]:
        """By file, the checksum of each workbook and of what decides how it is read."""
        files = [*workbooks_in(self.folder), self.folder / ALIASES, self.folder / COUNTIES]
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()}

    def read(self, programmes: str) -> None:
        """Reads every sheet into the table that it holds; ``programmes`` is the dictionary as CSV text, or empty."""
        aliases, cities = aliases_of(self.folder), Places(self.folder)
        ledgers: list[Ledger] = []
        for book in self.books:
            for sheet in book.sheets:
                name, header = table_of(sheet, aliases, single=len(book.sheets) == 1)
                if name == "projects":
                    found = read_ledgers_of(sheet, aliases, cities, self.said)
                    ledgers += found
                    for ledger in found:
                        report(ledger, self.said)
                elif name is not None and header is not None:
                    self.take_sheet(TABLES[name], sheet, header)
        check_ledgers(ledgers, self.said)
        keys = programmes_of(programmes)[1] if programmes else {}
        for record in records(ledgers, {book.path.name: book.sha256 for book in self.books}, programmes=keys):
            self.take("projects", record.cells, record.ledger.sheet, record.project.row, record.ledger.columns)

    def take_sheet(self, table: Table, sheet: Sheet, header: Header) -> None:
        """Adds the rows of a sheet that holds a plain table."""
        for row in range(header.last + 1, len(sheet.rows) + 1):
            cells = sheet.row(row)
            first = next((shown(cell) for cell in cells if not is_blank(cell)), None)
            if first is None or is_total(first) or is_note(first) or header.repeats(cells):
                continue
            texts = {
                name: text_of(cells[place - 1] if place <= len(cells) else "", table.column(name))
                for name, place in header.columns.items()
            }
            self.take(table.name, texts, sheet, row, header.columns)

    def take(self, table: str, texts: dict[str, str], sheet: Sheet, row: int, columns: dict[str, int]) -> None:
        """Adds one row with its place."""
        rows = self.rows.setdefault(table, {})
        number = len(rows) + 1
        rows[number] = texts
        self.places[TABLES[table].file, number] = Place(sheet.file, sheet.name, row, columns)
        files = self.files.setdefault(table, [])
        if sheet.file not in files:
            files.append(sheet.file)

    def texts(self, table: Table) -> pd.DataFrame:
        """The table as text; its index leads to the places."""
        frame = pd.DataFrame.from_dict(self.rows[table.name], orient="index", dtype="str")
        return frame.reindex(columns=[column.name for column in table.columns], fill_value="").fillna("")

    def located(self, fault: Fault) -> Fault:
        """The fault at its cell of a workbook, where its row comes from one."""
        place = self.places.get((fault.file, fault.row))
        if place is None:
            return fault
        column = place.columns.get(fault.column.partition(",")[0])
        cell = address(place.row, column) if column else ""
        return replace(fault, file=place.file, row=place.row, sheet=place.sheet, cell=cell)

    def all_faults(self, faults: list[Fault]) -> list[Fault]:
        """The faults of the tables at their cells, and those of the ledgers; one for a cell."""
        told = {(fault.file, fault.sheet, fault.cell) for fault in self.said.errors}
        rows = {(fault.file, fault.sheet, fault.row) for fault in self.said.errors}
        kept = []
        for fault in map(self.located, faults):
            in_told_row = fault.sheet and not fault.cell and (fault.file, fault.sheet, fault.row) in rows
            if not in_told_row and (not fault.sheet or (fault.file, fault.sheet, fault.cell) not in told):
                kept.append(fault)
        return [*self.said.errors, *kept]


def table_of(sheet: Sheet, aliases: Aliases, *, single: bool) -> tuple[str | None, Header | None]:
    """The table that a sheet holds: by its name or its file's, else by its header; None where it is none."""
    names = [sheet.name, *([Path(sheet.file).stem] if single else [])]
    by_name = next((CHINESE.get(name, name) for name in names if CHINESE.get(name, name) in TABLES), None)
    fitting: list[tuple[int, str, Header]] = []
    for table in TABLES.values():
        header = find_header(sheet, table.name, aliases, "name" if table.name == "projects" else table.columns[0].name)
        if header is None:
            continue
        needed = {column.name for column in table.columns if not column.may_be_absent}
        if table.name == by_name or (table.name != "projects" and needed <= set(header.columns)):
            fitting.append((1000 if table.name == by_name else len(header.columns), table.name, header))
        elif table.name == "projects":
            fitting.append((0, table.name, header))
    best = max(fitting, key=lambda one: one[0], default=None)
    return (best[1], best[2]) if best else (None, None)


def text_of(value: object, column: Column) -> str:
    """A cell as the text that the table's CSV file would hold; what cannot be read stays as it is, for the checks."""
    if is_blank(value):
        return ""
    read: dict[str, Callable[[object], str]] = {"date": day_text, "number": number_text, "integer": number_text}
    try:
        return read.get(column.kind, shown)(value)
    except (AmountError, DayError):
        return shown(value)


def day_text(value: object) -> str:
    """A day as ISO text; a month is none."""
    span = read_day(value)
    return span.first.isoformat() if span is not None and span.exact else shown(value)


def number_text(value: object) -> str:
    """A number without separators; one with a unit is none."""
    amount = read_amount(value)
    return (
        shown(value) if amount.unit else amount_text(amount.number) if "." not in shown(value) else f"{amount.number:f}"
    )
