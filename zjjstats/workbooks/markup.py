"""What the markup of a workbook says beside the values: merges, hidden rows, errors, formulas without a stored value.

One look through the file in pieces. openpyxl tells the same, but builds every cell of a sheet to do so.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.parsers import expat

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_from_string, range_boundaries

from zjjstats.workbooks.guard import Kind

PIECE = 4 << 20
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
NUMBER = re.compile(rb'\br="(\d+)"')
HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
LAST = re.compile(rb'\br="([A-Z]+)\d+"[^<>]*>(?:<(?:\w+:)?f\b[^<]*</(?:\w+:)?f>)?<(?:\w+:)?(?:v|is)>')
ERROR = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)</', re.DOTALL)
FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(<(?:\w+:)?v>[^<]+<)?"
)
FORMULA_MARK = re.compile(rb"<(?:\w+:)?f[ >/]")
MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+\d+(?::[A-Z]+\d+)?)"')
PLACE = re.compile(rb'\br="([A-Z]+\d+)"')
ELSEWHERE = re.compile(rb"\[\d+\]")
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "


@dataclass
class Marks:
    """Beside a sheet's values; rows and columns count from 1."""

    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    merged_rows: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unstored: set[tuple[int, int]] = field(default_factory=set)
    external: set[tuple[int, int]] = field(default_factory=set)
    last_row: int = 0
    last_column: int = 0


def marks_of(path: Path, kind: Kind) -> dict[str, Marks]:
    """By sheet, its marks; none for an old workbook, whose markup is not looked at."""
    if kind == "xls":
        return {}
    with zipfile.ZipFile(path) as archive:
        if kind == "ods":
            return OpenDocument().read(archive)
        return {name: marks_of_part(archive, part) for name, part in parts(archive)}


def parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the part of the archive that holds it."""
    try:
        relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - expat is bounded
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - likewise
    except (ET.ParseError, KeyError):
        # The reader of values says what is wrong with it.
        return
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            target = targets.get(sheet.get(RELATION), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in archive.namelist():
                yield sheet.get("name", ""), part


def marks_of_part(archive: zipfile.ZipFile, part: str) -> Marks:
    """The marks of one sheet, read in pieces that end with a row."""
    marks, rest = Marks(), b""
    with archive.open(part) as file:
        while piece := file.read(PIECE):
            whole, end, rest = (rest + piece).rpartition(b"row>")
            take(whole + end, marks)
    take(rest, marks)
    return marks


def take(markup: bytes, marks: Marks) -> None:
    """Adds what a piece of markup says."""
    for row in ROW.finditer(markup):
        if number := NUMBER.search(row[1]):
            marks.last_row = max(marks.last_row, int(number[1]))
            if HIDDEN.search(row[1]):
                marks.hidden.add(int(number[1]))
    for letters in {max(LAST.findall(markup), key=lambda one: (len(one), one), default=b"A")}:
        marks.last_column = max(marks.last_column, column_index_from_string(letters.decode()))
    take_cells(markup, marks)
    for merge in MERGE.finditer(markup):
        left, top, right, bottom = range_boundaries(merge[1].decode())
        marks.merges.append((top, left, bottom, right))


def take_cells(markup: bytes, marks: Marks) -> None:
    """Adds the cells that hold an error, a formula without a stored value, or one that looks into another workbook."""
    if b't="e"' in markup:
        for cell in ERROR.finditer(markup):
            if at := place(cell[1]):
                marks.errors[at] = cell[2].decode()
    for cell in FORMULA.finditer(markup) if FORMULA_MARK.search(markup) else ():
        at = place(cell[1])
        if at and cell[3] is None and b't="str"' not in cell[1]:
            marks.unstored.add(at)
        if at and ELSEWHERE.search(cell[2] or b""):
            marks.external.add(at)


def place(attributes: bytes) -> tuple[int, int] | None:
    """Row and column of a cell, from its attributes."""
    found = PLACE.search(attributes)
    if not found:
        return None
    letters, row = coordinate_from_string(found[1].decode())
    return row, column_index_from_string(letters)


class OpenDocument:
    """The marks of an OpenDocument workbook, whose repeated rows and cells are written once."""

    def __init__(self) -> None:
        self.sheets: dict[str, Marks] = {}
        self.marks = Marks()
        self.row = self.column = 1
        self.rows = self.columns = 1
        self.is_error = self.filled = self.hidden = False
        self.text = ""

    def read(self, archive: zipfile.ZipFile) -> dict[str, Marks]:
        """By sheet, its marks."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.characters
        with archive.open("content.xml") as file:
            try:
                parser.ParseFile(file)
            except expat.ExpatError:
                # The reader of values says what is wrong with it.
                return {}
        return self.sheets

    def start(self, name: str, given: dict[str, Any]) -> None:
        """A sheet, a row or a cell begins."""
        if name == f"{TABLE}table":
            self.marks = self.sheets[given.get(f"{TABLE}name", "")] = Marks()
            self.row = 1
        elif name == f"{TABLE}table-row":
            self.rows, self.column = int(given.get(f"{TABLE}number-rows-repeated", 1)), 1
            self.filled = False
            self.hidden = given.get(f"{TABLE}visibility") in ("collapse", "filter")
        elif name in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            self.columns = int(given.get(f"{TABLE}number-columns-repeated", 1))
            self.cell(given)

    def cell(self, given: dict[str, Any]) -> None:
        """Adds what a cell says."""
        at, marks = (self.row, self.column), self.marks
        kind = given.get(f"{OFFICE}value-type")
        self.is_error, self.text = given.get(f"{CALC}value-type") == "error", ""
        if kind:
            self.filled = True
            marks.last_column = max(marks.last_column, self.column + self.columns - 1)
        formula = given.get(f"{TABLE}formula", "")
        if formula and not kind:
            marks.unstored.add(at)
        if "file:" in formula:
            marks.external.add(at)
        high = int(given.get(f"{TABLE}number-rows-spanned", 1))
        wide = int(given.get(f"{TABLE}number-columns-spanned", 1))
        if high > 1 or wide > 1:
            marks.merges.append((self.row, self.column, self.row + high - 1, self.column + wide - 1))

    def characters(self, text: str) -> None:
        """The text of an error is what the cell shows."""
        if self.is_error:
            self.text += text

    def end(self, name: str) -> None:
        """A row or a cell ends."""
        if name in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            if self.is_error:
                self.marks.errors[self.row, self.column] = self.text.strip() or "#ERR"
            self.is_error = False
            self.column += self.columns
        elif name == f"{TABLE}table-row":
            if self.filled:
                self.marks.last_row = self.row + self.rows - 1
                if self.hidden:
                    self.marks.hidden |= set(range(self.row, self.row + min(self.rows, 1_100_000)))
            self.row += self.rows
