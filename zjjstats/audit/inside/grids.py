"""The tables and lists of a text as rows and columns of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from zjjstats.audit.reading.layout import Item

MOST_COLUMNS, MOST_CELLS, LEAST_ROWS, LONGEST_NAME = 8, 160, 2, 40
# What a line of a list begins with, and what it calls its figure.
BULLET = re.compile(
    r"^\s*(?:[-*+•·–—]|[0-9\0]{1,3}[.)、)]|[（(][0-9一二三四五六七八九十]{1,3}[)）])\s*|^ (?=[^，,。.;；]{1,24}$)"
)
TOTAL_ROW = re.compile(
    r"^(?:合计|总计|共计|总数|全部|全市|total|sum|all|overall)\b|^(?:合计|总计|共计|总数)|^全[市州县区镇乡]$|(?:合计|总计|共计|小计)$",
    re.IGNORECASE,
)
NAME_ENDS = re.compile(r"[：:，,（(]|——?| [-–] ")


@dataclass(frozen=True)
class Table:
    """The figures of one table by row and column; a column has one figure a row."""

    cells: dict[tuple[int, int], Item]

    @cached_property
    def rows(self) -> list[int]:
        """The numbers of its rows."""
        return sorted({row for row, _ in self.cells})

    @cached_property
    def columns(self) -> list[int]:
        """The numbers of its columns, as far as they are read."""
        return sorted({column for _, column in self.cells})[:MOST_COLUMNS]

    def column(self, number: int) -> list[Item]:
        """The figures of a column, from the top."""
        return [self.cells[row, number] for row in self.rows if (row, number) in self.cells]


def tables(items: list[Item]) -> Iterator[Table]:
    """The tables of a text, as far as they are small enough to be read."""
    by_table: dict[int, list[Item]] = {}
    for item in items:
        if item.cell is not None:
            by_table.setdefault(item.cell.table, []).append(item)
    for held in by_table.values():
        cells: dict[tuple[int, int], Item] = {}
        for one in held[:MOST_CELLS]:
            if one.cell is not None:
                cells.setdefault((one.cell.row, one.cell.column), one)
        yield Table(cells)


def lists(items: list[Item]) -> Iterator[Table]:
    """The lists of a text, line by line; a line is called by the words before its first figure."""
    run: list[list[Item]] = []
    for item in items:
        if item.cell is not None:
            continue
        line = run[-1][0].paragraph if run else -1
        if run and item.paragraph == line:
            run[-1].append(item)
        elif BULLET.match(item.before):
            if run and item.paragraph != line + 1:
                yield from listed(run)
                run = []
            run.append([item])
        else:
            yield from listed(run)
            run = []
    yield from listed(run)


def listed(run: list[list[Item]]) -> Iterator[Table]:
    """A run of lines as a table, with a column for the first figure of each, and so on."""
    cells: dict[tuple[int, int], Item] = {}
    for row, line in enumerate(run):
        name = NAME_ENDS.split(BULLET.sub("", line[0].before))[0].strip(" *_")
        for column, one in enumerate(line[:MOST_COLUMNS]):
            if name and len(name) <= LONGEST_NAME and len(cells) < MOST_CELLS:
                cells[row, column] = replace(one, name=name, head="")
    table = Table(cells)
    if len(table.rows) >= LEAST_ROWS:
        yield table
