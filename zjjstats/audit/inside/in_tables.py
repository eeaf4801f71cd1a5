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
    r"^(?:合计|总计|共计|总数|全部|全市|total|sum|all|overall)\b|^(?:合计|总计|共计|总数)|^全[市州县区镇乡]$|(?:合计|总计|共计|小计)$",
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


def columns_compared(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The gap between two percentages of a table's row whose columns a later sentence names, and the row."""
    words = f"{item.before} {item.own_after}".lower()
    named = [
        one
        for one in items[max(0, item.number - LONGEST_TABLE) : item.number]
        if one.cell and is_level(one) and is_named(one.head, words) and is_named(one.name, words)
    ]
    if item.cell is not None or item.reading.approximate or len(named) != PAIR:
        return None
    one, other = named
    if not (one.cell and other.cell) or (one.cell.table, one.cell.row) != (other.cell.table, other.cell.row):
        return None
    high, low = sorted(named, key=lambda cell: cell.reading.value, reverse=True)
    return cautious(item.reading, difference(item, high, low, lang, lower=False))


def cell_share(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A share = the cell of a table above whose row and column a sentence names ÷ the total of its column."""
    if item.cell is not None or item.reading.approximate or item.reading.kind == "growth":
        return None
    words = f"{item.before} {item.after}".lower()
    amounts = [
        one
        for one in items[max(0, item.number - LONGEST_TABLE) : item.number]
        if one.cell and one.reading.kind in ("count", "amount") and is_named(one.head, words)
    ]
    parts = [one for one in amounts if is_named(one.name, words)]
    if len(parts) != 1:
        return None
    totals = [one for one in amounts if TOTAL_ROW.search(one.name) and are_of_column(one, parts[0])]
    return only_confirmed(ratio(item, parts[0], totals[-1], lang)) if totals else None


def are_of_column(one: Item, other: Item) -> bool:
    """Whether two figures stand in one column of a table."""
    both = one.cell, other.cell
    return bool(both[0] and both[1] and (both[0].table, both[0].column) == (both[1].table, both[1].column))


def is_named(name: str, words: str) -> bool:
    """Whether words name a row or a column of a table."""
    # Tax, million yuan: the unit is no part of the name.
    plain = BRACKETED.sub("", name).partition(", ")[0].strip().lower()
    return len(plain) > PAIR and plain in words
