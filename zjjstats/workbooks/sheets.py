"""A workbook's sheets as grids of values, with what the values alone do not tell: merges, hidden rows, formulas."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from zjjstats.workbooks.guard import kind_of
from zjjstats.workbooks.markup import Marks, marks_of
from zjjstats.workbooks.messages import Faults

# A whole sheet of a million rows with a few columns fits; a cell at its far corner does not.
LARGEST_GRID = 30_000_000
# XLS keeps 65 536 rows and 256 columns at most, so it needs no look before it is opened.


@dataclass
class Sheet:
    """One sheet: values by row and column from the first cell on, and marks by row and column counted from 1."""

    file: str
    name: str
    rows: list[list[object]]
    marks: Marks = field(default_factory=Marks)
    visible: bool = True
    covered: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def value(self, row: int, column: int) -> object:
        """The value of a cell counted from 1, that of the first cell where cells are merged."""
        row, column = self.covered.get((row, column), (row, column))
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        return cells[column - 1] if 0 < column <= len(cells) else ""

    def row(self, row: int) -> list[object]:
        """The values of a row counted from 1, merged cells filled."""
        cells = self.rows[row - 1]
        if row not in self.marks.merged_rows:
            return cells
        return [self.value(row, column) for column in range(1, len(cells) + 1)]


@dataclass
class Book:
    """A workbook: its file, checksum and sheets."""

    path: Path
    sha256: str
    sheets: list[Sheet]


def read_book(path: Path, faults: Faults) -> Book | None:
    """The workbook's sheets, hidden ones included, or None, with a fault, where it cannot be read."""
    kind = kind_of(path, faults)
    if kind is None:
        return None
    marks = marks_of(path, kind)
    for name, mark in marks.items():
        if mark.last_row * mark.last_column > LARGEST_GRID:
            faults.add("too_wide", path.name, sheet=name, found=f"{mark.last_row} x {mark.last_column}")
            return None
    try:
        with CalamineWorkbook.from_path(path) as book:
            visible = {meta.name: str(meta.visible).endswith("Visible") for meta in book.sheets_metadata}
            names = [meta.name for meta in book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
            sheets = [read_sheet(path.name, book.get_sheet_by_name(name), marks.get(name)) for name in names]
    except PasswordError:
        faults.add("password", path.name)
        return None
    except (CalamineError, OSError, ValueError) as error:
        faults.add("broken", path.name, reason=str(error).splitlines()[0] if str(error) else type(error).__name__)
        return None
    for sheet in sheets:
        sheet.visible = visible[sheet.name]
    with path.open("rb") as file:
        return Book(path, hashlib.file_digest(file, "sha256").hexdigest(), sheets)


def read_sheet(file: str, sheet: CalamineSheet, marks: Marks | None) -> Sheet:
    """One sheet; values that came of an error are told as such."""
    rows: list[list[object]] = sheet.to_python(skip_empty_area=False)  # type: ignore[assignment]
    marks = marks or Marks()
    # What the file itself says of merges is used where it was looked at; in an old workbook the reader tells them.
    if not marks.merges:
        marks.merges = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
    read = Sheet(file, sheet.name, rows, marks)
    height = len(rows)
    for top, left, bottom, right in marks.merges:
        for row in range(top, min(bottom, height) + 1):
            marks.merged_rows.add(row)
            for column in range(left, right + 1):
                read.covered[row, column] = (top, left)
    for (row, column), text in marks.errors.items():
        if row <= height and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = text
    return read
