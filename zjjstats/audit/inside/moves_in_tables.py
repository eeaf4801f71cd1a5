"""How far a row of a table moved from the column of an earlier time to that of today, where a later sentence says so."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.inside.differences import LOWER, difference, is_level
from zjjstats.audit.inside.in_tables import LONGEST_TABLE, is_named
from zjjstats.audit.judging.findings import Finding, cautious, judged, told
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rank_words import DOWN
from zjjstats.phrases import Lang

PAIR = 2
EARLIER = re.compile(
    r"上年|去年|前年|同期|上期|上[季月]|\b(?:last year|year (?:earlier|ago|before)|(?:previous|prior|preceding) (?:year|quarter|month))\b",
    re.IGNORECASE,
)
# Words of a move since then; with another name behind 比 it is one from that.
MOVES = re.compile(
    r"回落|提高|上升|下降|加快|放缓|减缓|提升|降低|扩大|收窄|下滑|前移|后移|上移|下移|前进|后退|跃升|"
    r"\b(?:up|down|fell|fallen|rose|risen|slow\w*|eas\w+|gain\w*|lost|slip\w*|climb\w*|dropp\w+|improv\w+|quicken\w*|accelerat\w+|widen\w*|narrow\w*)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(r"(?<!同)[比较于](?!上年|去年|同期|上期)|\b(?:than|above|below|from)\b", re.IGNORECASE)


def moved_in_row(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """Points or places = what the row that a clause names tells of today less what it tells of an earlier time."""
    if item.cell is not None or item.reading.approximate or not MOVES.search(item.own_before + item.own_after[:24]):
        return None
    if ANOTHER.search(item.own_before):
        return None
    words = f"{words_before(items, item)}".lower()
    is_of_points = item.reading.unit == "points"
    cells = [
        one
        for one in items[max(0, item.number - LONGEST_TABLE) : item.number]
        if one.cell and is_named(one.name, words) and (is_level(one) if is_of_points else one.reading.unit == "rank")
    ]
    then = [one for one in cells if EARLIER.search(one.head)]
    now = [one for one in cells if one not in then]
    if len(then) != 1 or len(now) != 1 or (now[0].cell and then[0].cell and now[0].cell.row != then[0].cell.row):
        return None
    if is_of_points:
        is_lower = bool(LOWER.search(item.own_before + item.own_after[:24]) or DOWN.search(item.own_before))
        return cautious(item.reading, difference(item, now[0], then[0], lang, lower=is_lower))
    first, last = then[0].reading.value, now[0].reading.value
    exact = last - first if DOWN.search(item.own_before[-24:] + item.own_after[:12]) else first - last
    evidence = say(lang, "moved", before=told(first), now=told(last), value=told(abs(exact)))
    return judged(item.reading, exact, evidence, computed=False) if exact > 0 else None


def words_before(items: list[Item], item: Item) -> str:
    """The words of a figure's segment up to it: the row is named before the first of its moves."""
    near = items[max(0, item.number - PAIR) : item.number + 1]
    return "".join(one.before for one in near if one.segment == item.segment)
