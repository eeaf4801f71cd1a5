"""Tables within a text: which row and column each figure stands in, and what their heads say of it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from zjjstats.audit.reading.reading import Reading
from zjjstats.audit.reading.surroundings import kind_of_percent

ROW = re.compile(r"^[ \t]*\|(?P<row>[^\n]*)$", re.MULTILINE)
RULE = frozenset("-:| \t")
PLAIN = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
NUMBERING = re.compile(r"^(?:序号|编号|代码|[Nn]o\.?|#|[Cc]odes?)$")
# What a column's head says of the numbers below it that print no unit; the first that fits.
HEADS: list[tuple[re.Pattern[str], str, str]] = [
    (re.compile(r"(?:位次|排名|名次|排位)(?:变化|升降|变动)|places gained|change (?:of|in) rank|rank change", re.IGNORECASE), "places", "rank_change"),
    (re.compile(r"位次|排名|名次|排位|\brank(?:ing)?\b|\bplace\b", re.IGNORECASE), "rank", "rank"),
    (re.compile(r"百分点|percentage points?|\bpoints\b|\bpp\b", re.IGNORECASE), "points", "difference"),
    (re.compile(r"万亿元|trillion yuan", re.IGNORECASE), "1e12_CNY", "amount"),
    (re.compile(r"亿元|100 million yuan|hundred million yuan", re.IGNORECASE), "1e8_CNY", "amount"),
    (re.compile(r"万元|10,000 yuan|ten thousand yuan", re.IGNORECASE), "1e4_CNY", "amount"),
    (re.compile(r"billion yuan|bn yuan", re.IGNORECASE), "billion_yuan", "amount"),
    (re.compile(r"million yuan|mn yuan", re.IGNORECASE), "million_yuan", "amount"),
    (re.compile(r"%|percent|率|增速|增幅|比重|占比|\brate\b|growth|share", re.IGNORECASE), "pct", "percentage"),
    (re.compile(r"^元|（元）|\(元\)|\(yuan\)", re.IGNORECASE), "CNY", "amount"),
]  # fmt: skip
# A unit told for a whole table; it is not that of columns that count.
CAPTION = re.compile(
    r"(?:单位|金额单位|计量单位)[：: ]*([^|\n]{1,24})|\b(?:[Uu]nits?|[Ff]igures|[Aa]mounts|[Vv]alues|[Aa]ll)(?: are)?(?: of \w+)?[: ]+(?:in |of )?([^|\n]{0,32}?yuan)|[(（](?:in |unit )?([^|()（）\n]{0,24}?yuan)[)）]"
)
COUNTS = re.compile(
    r"数$|个数|家数|户数|人数|件数|数量|项目|企业|\(个\)|（[个家户项人件]）|\b(?:number|projects|firms|enterprises|companies|count|people|staff|jobs|year|months?)\b|年份?$|月份?$",
    re.IGNORECASE,
)
# A column that tells only another time has the unit of the one before it: Rank, a year earlier.
TIME_ALONE = re.compile(
    r"(?:(?:in|at) )?(?:(?:a|one|the) year (?:earlier|before|ago)|last year|(?:the )?previous year|before|then|(?:the )?same period(?: of (?:last year|(?:19|20)[0-9]{2}))?|(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)
ABOVE, LINES_ABOVE, PAIR = 240, 2, 2


@dataclass(frozen=True)
class Cell:
    """One cell of a table: ``name`` and ``head`` are where the row's first cell and the column's head stand."""

    start: int
    end: int
    table: int
    row: int
    column: int
    name: tuple[int, int]
    head: tuple[int, int]
    table_start: int


class Cells:
    """The cells of every table of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cells = list(table_cells(text))
        self.starts = [cell.start for cell in self.cells]
        self.heads = {(cell.table, cell.column): cell.head for cell in self.cells}

    def at(self, place: int) -> Cell | None:
        """The cell that a place of the text lies in."""
        number = bisect_right(self.starts, place) - 1
        return self.cells[number] if number >= 0 and place < self.cells[number].end else None

    def words(self, span: tuple[int, int]) -> str:
        """What stands in a span, without spaces and marks of emphasis around it."""
        return self.text[span[0] : span[1]].strip(" \t*_`　")

    def read(self, reading: Reading) -> Reading | None:
        """A reading with the unit that its column's head gives it; None for the numbers of a list."""
        cell = self.at(reading.start)
        if cell is None or not cell.row or not PLAIN.fullmatch(self.text[reading.start : reading.end]):
            return reading
        head = self.head_told(cell)
        if NUMBERING.search(head):
            return None
        for pattern, unit, kind in HEADS:
            if pattern.search(head):
                words = head + "为"
                of_percent = kind_of_percent(words, len(words), len(words))
                return replace(reading, unit=unit, kind=of_percent if unit == "pct" else kind)
        if not COUNTS.search(head) and (unit := self.unit_above(cell)):
            return replace(reading, unit=unit, kind="amount")
        return reading

    def head_told(self, cell: Cell) -> str:
        """The head of a cell's column, with that of the column before it where it tells only another time."""
        head = self.words(cell.head)
        if cell.column < PAIR or not TIME_ALONE.fullmatch(head):
            return head
        before = self.words(self.heads.get((cell.table, cell.column - 1), cell.head))
        return f"{before} {head}"

    def unit_above(self, cell: Cell) -> str:
        """The unit of money that the lines above a table name for it, or its first head; empty where they name none."""
        lines = self.text[max(0, cell.table_start - ABOVE) : cell.table_start].splitlines()
        above = [line for line in lines if line.strip()][-LINES_ABOVE:]
        for line in [*above[::-1], self.text[cell.table_start : cell.table_start + ABOVE].partition("\n")[0]]:
            if match := CAPTION.search(line):
                words = next(filter(None, match.groups()))
                return next((unit for pattern, unit, kind in HEADS if kind == "amount" and pattern.search(words)), "")
        return ""


def table_cells(text: str) -> Iterator[Cell]:
    """Cell by cell, the tables that have a head and a rule below it."""
    head: list[tuple[int, int]] = []
    ended, row, table_start = -2, 0, 0
    table = -1
    is_open = False
    for match in ROW.finditer(text):
        spans = list(split(match["row"], match.start("row")))
        if match.start() != ended + 1:
            head, row, is_open, table_start = spans, 0, False, match.start()
        elif not is_open:
            is_open = RULE.issuperset(match["row"]) and "-" in match["row"]
            table += is_open
            if not is_open:
                head, table_start = spans, match.start()
        else:
            row += 1
            for column, span in enumerate(spans[: len(head)]):
                yield Cell(*span, table, row, column, spans[0], head[column], table_start)
        ended = match.end()


def split(row: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand."""
    for match in re.finditer(r"[^|]*\|", row if row.rstrip().endswith("|") else row + "|"):
        yield start + match.start(), start + min(match.end() - 1, len(row))
