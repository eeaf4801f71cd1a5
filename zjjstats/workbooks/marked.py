"""A copy of a workbook in which every faulty cell is marked and explained; the original is never touched."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook

from zjjstats.atomic import whole
from zjjstats.errors import Fault, ZjjstatsError
from zjjstats.workbooks.messages import Lang
from zjjstats.workbooks.sheets import Book
from zjjstats.workbooks.words import shown

FILLS = {"error": "FFFF9999", "warning": "FFFFE699"}
AUTHOR = "zjjstats"
WORDS = {
    "zh": {"error": "错误", "warning": "提醒", "hint": "改法"},
    "en": {"error": "error", "warning": "warning", "hint": "to mend it"},
}
LISTED = {"zh": "检查结果", "en": "check"}
HEADS = {
    "zh": ["工作表", "单元格", "级别", "列", "值", "规则", "改法"],
    "en": ["sheet", "cell", "severity", "column", "value", "rule", "hint"],
}


class CopyError(ZjjstatsError):
    """Raised where a copy would take the place of a file that is there."""


def write_marked(book: Book, faults: Iterable[Fault], to: Path, *, lang: Lang = "zh", force: bool = False) -> None:
    """Writes the copy: cells of errors red, of warnings yellow, a comment on each, and a sheet that lists them all.

    Parameters
    ----------
    book
        The workbook that was checked. An .xlsx or .xlsm keeps its look and its formulas, without macros; of an .xls or
        .ods the values are copied.
    faults
        Its faults.
    to
        The copy, an .xlsx; it is written whole or not at all.
    lang
        Language of comments.
    force
        Whether a file of that name is replaced; the workbook itself never is.

    Raises
    ------
    CopyError
        The copy would replace a file, or is no .xlsx.
    """
    if to.suffix.lower() != ".xlsx":
        raise CopyError(f"{to}: the marked copy is an .xlsx; found {to.suffix!r}")
    if to.exists() and to.samefile(book.path):
        raise CopyError(f"{to}: is the workbook itself, which is never changed; give another name")
    if to.exists() and not force:
        raise CopyError(f"{to}: is there already; give another name, or --force to replace it")
    copy = loaded(book)
    by_cell: dict[tuple[str, str], list[Fault]] = {}
    listed = list(faults)
    for fault in listed:
        if fault.cell:
            by_cell.setdefault((fault.sheet, fault.cell), []).append(fault)
    for (sheet, cell), found in by_cell.items():
        mark(copy, sheet, cell, found, lang)
    add_list(copy, listed, lang)
    with whole(to) as draft:
        copy.save(draft)


def loaded(book: Book) -> Workbook:
    """The workbook to mark: its own cells and looks where openpyxl reads the kind, else its values."""
    if book.path.suffix.lower() in (".xlsx", ".xlsm"):
        with warnings.catch_warnings():
            # What openpyxl cannot carry over (a slicer, say) is lost from the copy only.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(book.path, keep_links=False)
    copy = Workbook()
    copy.remove(copy.worksheets[0])
    for sheet in book.sheets:
        made = copy.create_sheet(sheet.name)
        for row, cells in enumerate(sheet.rows, 1):
            for column, value in enumerate(cells, 1):
                if value != "":
                    put(made, row, column, value)
        for top, left, bottom, right in sheet.marks.merges:
            made.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in sheet.marks.hidden:
            made.row_dimensions[row].hidden = True
    return copy


def put(sheet: object, row: int, column: int, value: object) -> None:
    """Writes a value; a text is a text, whatever it begins with."""
    cell = sheet.cell(row, column)  # type: ignore[attr-defined]
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:32767]
        cell.data_type = "s"
    else:
        cell.value = value


def mark(copy: Workbook, sheet: str, cell: str, faults: list[Fault], lang: Lang) -> None:
    """Colours a cell and says why; in merged cells the first one carries it."""
    made = copy[sheet]
    target = made[cell]
    for area in made.merged_cells.ranges:
        if cell in area:
            target = made.cell(area.min_row, area.min_col)
    worst = "error" if any(fault.severity == "error" for fault in faults) else "warning"
    target.fill = PatternFill("solid", start_color=FILLS[worst], end_color=FILLS[worst])
    words = WORDS[lang]
    colon, stop = ("：", "。") if lang == "zh" else (": ", ". ")
    told = (f"{words[one.severity]}{colon}{one.rule}{stop}{words['hint']}{colon}{one.hint}{stop}" for one in faults)
    text = "\n".join(line.rstrip() for line in told)
    kept = f"{target.comment.text}\n" if target.comment else ""
    target.comment = Comment(ILLEGAL_CHARACTERS_RE.sub("", kept + text), AUTHOR, height=120, width=320)


def add_list(copy: Workbook, faults: list[Fault], lang: Lang) -> None:
    """Adds a sheet at the end that lists every fault."""
    words = WORDS[lang]
    name = LISTED[lang]
    number = 1
    while name in copy.sheetnames:
        number += 1
        name = f"{LISTED[lang]}{number}"
    made = copy.create_sheet(name)
    rows = [HEADS[lang], *([f.sheet, f.cell, words[f.severity], f.column, f.value, f.rule, f.hint] for f in faults)]
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            put(made, row, column, shown(value))
    made.freeze_panes = "A2"
    for letter, width in zip("ABCDEFG", (14, 9, 8, 18, 24, 48, 48), strict=True):
        made.column_dimensions[letter].width = width
