"""What a row below a header is: a project, a total, a heading, a note, the header once more, or blank."""

from __future__ import annotations

import re

from zjjstats.workbooks.headers import Header
from zjjstats.workbooks.sheets import Sheet
from zjjstats.workbooks.values import DATES
from zjjstats.workbooks.words import (
    COUNT,
    COUNTED_LABEL,
    HEADING,
    NUMBERED,
    NUMERIC,
    ORDINAL,
    SIGNED,
    fold,
    is_blank,
    is_note,
    is_total,
    shown,
)


def kind_of_row(cells: list[object], header: Header, *, counts_in_digits: bool) -> str:
    """What a row below the header is: blank, header, total, heading, note or project."""
    filled = [cell for cell in cells if not is_blank(cell)]
    if not filled:
        return "blank"
    columns, first = header.columns, fold(shown(filled[0]))
    name = text_in(cells, columns["name"])
    serial = text_in(cells, columns.get("serial") or columns.get("project", 0))
    # The label stands in the first cell, in that of the name, or between: 小计 beside a county that is merged over it.
    before = (text_in(cells, column) for column in range(1, columns["name"] + 1))
    if is_total(first) or any(text and is_total(text) for text in before):
        return "total"
    if first.isdigit() and name and first == serial and len(filled) > len(("serial", "name")):
        # Most rows are as plain as this.
        return "header" if name.isdigit() and header.repeats(cells) else "project"
    if header.repeats(cells):
        return "header"
    return kind_of_other(cells, header, name, serial, counts_in_digits=counts_in_digits)


def kind_of_other(cells: list[object], header: Header, name: str, serial: str, *, counts_in_digits: bool) -> str:
    """What a row is that is neither plainly a project nor a total."""
    texts = [fold(shown(cell)) for cell in cells if not is_blank(cell)]
    different = dict.fromkeys(texts)
    signed = all(SIGNED.match(text) or is_note(text) for text in different)
    if is_note(texts[0]) and (len(different) == 1 or signed or not name):
        return "note"
    if signed and not name and not serial.isdigit() and len(different) > 1:
        # 单位（公章）： 负责人签字： and the like, though no list knows their words.
        return "note"
    if is_heading(serial, name, cells, header, counts_in_digits=counts_in_digits):
        return "heading"
    if len(different) == 1:
        return kind_of_single(texts, name, serial)
    return "project" if name or is_record(cells, header) else "note"


def kind_of_single(texts: list[str], name: str, serial: str) -> str:
    """What a row with one text is: a heading or a note, unless it is a project with nothing but its name."""
    if (
        len(texts) > 1
        or HEADING.fullmatch(texts[0])
        or COUNT.search(texts[0])
        or re.fullmatch(r".{1,8}[区县市]", texts[0])
    ):
        return "heading"
    return "project" if name and not serial else "note"


def is_record(cells: list[object], header: Header) -> bool:
    """Whether a row without a name tells enough to be a project all the same."""
    told = {name for name, column in header.columns.items() if text_in(cells, column)}
    return len(told - {"serial"}) > 1 or ("serial" in told and len(told) > 1)


def text_in(cells: list[object], column: int) -> str:
    """The folded text of a column's cell, or nothing where it is blank."""
    value = cells[column - 1] if 0 < column <= len(cells) else ""
    return "" if is_blank(value) else fold(shown(value))


def is_heading(serial: str, name: str, cells: list[object], header: Header, *, counts_in_digits: bool) -> bool:
    """Whether a row heads a part: 一, 二、续建项目 or 新开工项目(4个) where projects count 1, 2, 3; a merged label."""
    if counts_in_digits and ORDINAL.fullmatch(serial):
        return True
    label = serial or name
    dated = any(text_in(cells, header.columns.get(column, 0)) for column in DATES)
    texts = {fold(cell) for cell in cells if isinstance(cell, str) and not is_blank(cell)}
    if dated or NUMERIC.fullmatch(serial) or any(text != label and not text[:1].isdigit() for text in texts):
        return False
    # Beside its label such a row has nothing but sums.
    merged = serial == name != ""
    numbered = NUMBERED.match(label) or (not serial and COUNTED_LABEL.fullmatch(label))
    return merged or (counts_in_digits and numbered is not None)


def goes_on(sheet: Sheet, row: int, header: Header) -> bool:
    """Whether a row only goes on with the project above: its number is merged down, and it has no value of its own."""

    def is_covered(column: int) -> bool:
        return sheet.covered.get((row, column), (row, column))[0] < row

    place = header.columns.get("serial") or header.columns.get("project", 0)
    if not place or not is_covered(place) or sheet.covered[row, place][0] <= header.last:
        return False
    values = (header.columns.get(name, 0) for name in ("investment_cny_1e4", "term", *DATES))
    return not any(place and not is_covered(place) and not is_blank(sheet.value(row, place)) for place in values)
