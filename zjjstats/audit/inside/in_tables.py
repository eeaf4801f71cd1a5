"""Rates, sums and gaps that the rows and columns of a table in the text give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.inside.differences import difference, is_level
from zjjstats.audit.inside.sums import sum_finding
from zjjstats.audit.judging.findings import Finding, cautious, only_confirmed
from zjjstats.audit.judging.quantities import amount, measure, ratio
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

BACK, LONGEST_TABLE, PAIR = 12, 120, 2
TOTAL_ROW = re.compile(
    r"^(?:合计|总计|共计|总数|全部|全市|total|sum|all|overall)\b|^(?:合计|总计|共计|总数)|(?:合计|总计|共计|小计)$",
    re.IGNORECASE,
)
BRACKETED = re.compile(r" ?[（(][^（()）]*[)）]")
RATE_HEAD = re.compile(r"率|\brate\b", re.IGNORECASE)


def cells_above(items: list[Item], item: Item) -> Iterator[Item]:
    """The figures of the same table before a figure, nearest first."""
    for other in reversed(items[max(0, item.number - LONGEST_TABLE) : item.number]):
        if other.cell is None or item.cell is None or other.cell.table != item.cell.table:
            return
        yield other


def row_rate(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A rate in a table = the smaller of the only two counts or amounts before it in its row ÷ the larger."""
    if item.cell is None or not RATE_HEAD.search(item.head) or item.reading.approximate:
        return None
    parts = [
        other
        for other in cells_above(items, item)
        if other.cell and other.cell.row == item.cell.row and other.reading.kind in ("count", "amount")
    ]
    if len(parts) != PAIR or measure(parts[0]) != measure(parts[1]):
        return None
    part, whole = sorted(parts, key=amount)
    finding = ratio(item, part, whole, lang)
    return finding if finding and finding.verdict == "last-digit" else cautious(item.reading, finding)


def column_sum(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The last row of a table, where it is called a total, = the sum of the column above it."""
    if item.cell is None or not TOTAL_ROW.search(item.name) or item.reading.approximate:
        return None
    parts = [other for other in cells_above(items, item) if other.cell and other.cell.column == item.cell.column][::-1]
    rows = [other.cell.row for other in parts if other.cell]
    if rows != list(range(1, item.cell.row)) or len(parts) < PAIR or any(TOTAL_ROW.search(o.name) for o in parts):
        return None
    if {measure(other) for other in parts} != {measure(item)}:
        return None
    return cautious(item.reading, sum_finding(item, parts, lang))


def rows_compared(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The gap between two percentages of a table's column whose rows a later sentence names."""
    words = item.own_before.lower()
    named = [
        other
        for other in items[max(0, item.number - BACK - BACK) : item.number]
        if other.cell and is_level(other) and len(other.name) >= PAIR and other.name.lower() in words
    ]
    heads = {one.head for one in named if BRACKETED.sub("", one.head).lower() in item.before.lower()}
    if len(named) > PAIR and len(heads) == 1:
        named = [one for one in named if one.head in heads]
    if len(named) != PAIR or item.cell is not None:
        return None
    one, other = sorted(named, key=lambda cell: words.find(cell.name.lower()))
    if not (one.cell and other.cell) or (one.cell.table, one.cell.column) != (other.cell.table, other.cell.column):
        return None
    high, low = sorted((one, other), key=lambda cell: cell.reading.value, reverse=True)
    finding = difference(item, high, low, lang, lower=False)
    return finding if one.head in heads else only_confirmed(finding)
