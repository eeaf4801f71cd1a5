"""Tables within a text: which row and column each figure stands in, and what their heads say of it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from zjjstats.audit.reading.column_units import PLAIN, unit_in, unit_of, units_of_caption
from zjjstats.audit.reading.reading import Reading
from zjjstats.audit.reading.surroundings import kind_of_percent

ROW = re.compile(r"^[ \t]*\|(?P<row>[^\n]*)$", re.MULTILINE)
RULE = frozenset("-:| \t")
NUMBERING = re.compile(r"^(?:序号|编号|代码|[Nn]o\.?|#|[Cc]odes?)$")
UNIT_HEAD = re.compile(r"(?:计量)?单位|[Uu]nits?(?: of measure(?:ment)?)?")
COUNTS = re.compile(
    r"数$|个数|家数|户数|人数|件数|数量|项目|企业|\(个\)|（[个家户项人件]）|\b(?:number|projects|firms|enterprises|companies|count|people|staff|jobs)\b|^(?:年|月)份?$|^(?:the )?(?:years?|months?)$",
    re.IGNORECASE,
)
# A column that tells only another time has the unit of the one before it: Rank, a year earlier.
TIME_ALONE = re.compile(
    r"(?:(?:in|at) )?(?:(?:a|one|the) year (?:earlier|before|ago)|last year|(?:the )?previous year|before|then|(?:the )?same period(?: of (?:last year|(?:19|20)[0-9]{2}))?|(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)
ABOVE, LINES_ABOVE, PAIR, MOST_PLACES = 240, 2, 2, 40
# Change, 同比, ±: the head of a column that tells how much more or less than before.
CHANGE = re.compile(
    r"同比|环比|增减|增长|变化|±|\bchange\b|\by(?:ear)?[- /]?(?:on|o)?[- /]?y(?:ear)?\b|on (?:the )?year|up or down",
    re.IGNORECASE,
)
RANKS = re.compile(r"位次|排名|名次|排位|\brank|\bplace\b|\bposition\b", re.IGNORECASE)
MOVE_HEAD = re.compile(
    r"^(?:move[ds]?|movement|升降|进退|places? (?:gained|lost|won|up|down))\b|^(?:升降|进退|变动)$", re.IGNORECASE
)
MOVED = re.compile(r"up|down|gained|lost|[↑↓▲▼△▽⬆⬇]|[升降进退]|[前后上下][移升降]|[上下][升降]", re.IGNORECASE)


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
        # Columns of units: | 用电量 | 万千瓦时 | 4300 |.
        self.row_units = {
            (cell.table, cell.row): unit
            for cell in self.cells
            if UNIT_HEAD.fullmatch(self.words(cell.head)) and (unit := unit_of(self.words((cell.start, cell.end))))
        }
        spans = sorted(set(self.heads.values()))
        self.head_starts, self.head_ends = [start for start, _ in spans], [end for _, end in spans]
        self.captions: dict[int, list[tuple[str, str]]] = {}
        self.by_table: dict[int, list[tuple[int, int]]] = {}
        for (table, _), head in self.heads.items():
            self.by_table.setdefault(table, []).append(head)

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
        if cell is None:
            return None if self.is_unit(reading) else reading
        head = self.head_told(cell)
        if not PLAIN.fullmatch(self.text[reading.start : reading.end]):
            is_change = reading.kind == "percentage" and CHANGE.search(head)
            return (
                replace(reading, kind=self.kind_of_percent(cell, head) if not is_change else "growth")
                if (reading.unit == "pct" and reading.kind == "percentage")
                else reading
            )
        if NUMBERING.search(head):
            return None
        if self.is_move(cell, reading, head):
            return replace(reading, unit="places", kind="rank_change")
        name, caption = self.words(cell.name), self.caption(cell.table_start)
        of_percent = ("pct", "percentage") in caption
        told = (
            unit_in(head)
            or self.row_units.get((cell.table, cell.row))
            or (("pct", "percentage") if of_percent and CHANGE.search(head) else None)
        )
        if told is None and not COUNTS.search(head):
            told = unit_in(name) if cell.column else None
            measured = [unit for unit in caption if unit[0] != "pct"]
            told = told or (measured[0] if measured else None)
            told = told or (caption[0] if caption and not COUNTS.search(name) else None)
        if told is None:
            return reading
        unit, kind = told
        return replace(reading, unit=unit, kind=self.kind_of_percent(cell, head) if unit == "pct" else kind)

    def is_unit(self, reading: Reading) -> bool:
        """Whether a number in a table's head is of the unit that the head tells: 100 million yuan."""
        number = bisect_right(self.head_starts, reading.start) - 1
        if number < 0 or reading.start >= self.head_ends[number]:
            return False
        words = re.split(r"[(（)）]", self.text[reading.start : self.head_ends[number]])[0]
        return unit_of(words) is not None

    def kind_of_percent(self, cell: Cell, head: str) -> str:
        """What a percentage is by the head of its column, or else the name of its row or the line above the table."""
        line = self.above(cell.table_start)[:1]
        for words in (head, self.words(cell.name), *line):
            kind = kind_of_percent(words + "为", len(words) + 1, len(words) + 1)
            if kind != "percentage":
                return kind
        return "growth" if CHANGE.search(head) else "percentage"

    def is_move(self, cell: Cell, reading: Reading, head: str) -> bool:
        """Whether a whole number is places: it moved (up 3, ↑3) in a table that has places, or its column's head says so."""
        lead = self.text[cell.start : reading.start].strip(" \t*_|+-")
        is_table_of_ranks = any(RANKS.search(self.words(one)) for one in self.heads_of(cell.table))
        is_moved = bool(MOVED.fullmatch(lead)) or (not lead and bool(MOVE_HEAD.search(head)))
        return is_moved and is_table_of_ranks and not reading.decimals and abs(reading.value) < MOST_PLACES

    def heads_of(self, table: int) -> list[tuple[int, int]]:
        """Where the heads of a table's columns stand."""
        return self.by_table.get(table, [])

    def head_told(self, cell: Cell) -> str:
        """The head of a cell's column, with that of the column before it where it tells only another time."""
        head = self.words(cell.head)
        if cell.column < PAIR or not TIME_ALONE.fullmatch(head):
            return head
        before = self.words(self.heads.get((cell.table, cell.column - 1), cell.head))
        return f"{before} {head}"

    def above(self, table_start: int) -> list[str]:
        """The lines above a table, nearest first."""
        lines = self.text[max(0, table_start - ABOVE) : table_start].splitlines()
        return [line for line in lines if line.strip()][-LINES_ABOVE:][::-1]

    def caption(self, table_start: int) -> list[tuple[str, str]]:
        """The units that the first head of a table, or else the lines above it, tell for all of it."""
        if table_start not in self.captions:
            corner = self.text[table_start : table_start + ABOVE].partition("\n")[0].strip(" |").partition("|")[0]
            alone = unit_of(corner)
            found = [alone] if alone else list(units_of_caption(corner))
            for line in self.above(table_start):
                found = found or ([] if line.lstrip().startswith("|") else list(units_of_caption(line)))
            self.captions[table_start] = found
        return self.captions[table_start]


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
