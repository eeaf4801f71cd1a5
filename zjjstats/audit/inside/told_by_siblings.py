"""Shares whose whole is told by the share beside them, told alike.

产业甲114.6亿元，占四成；产业乙57.3亿元，占20%: of what the first is a share of. It refutes by one wrong digit.
"""

from __future__ import annotations

import re

from zjjstats.audit.inside.parts_around import are_like
from zjjstats.audit.judging.findings import Finding, cautious
from zjjstats.audit.judging.quantities import amount, ratio
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

REACH, BESIDE, PAIR = 32, 8, 2
SAID = re.compile(r"占(?:比|到|了)?(?:为|达到?|约|是)?$|^ ?[,(]? ?(?:or|accounting for|making up|which is)? ?$")
EARLIER = re.compile("上年|去年|前年|同期|年初|此前|last year|year earlier|year before", re.IGNORECASE)


def share_of_told(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The share of what the share told alike beside it is of."""
    if item.cell is not None or item.reading.approximate or item.reading.kind in ("growth", "range"):
        return None
    part = items[item.number - 1] if item.number else item
    is_part = is_whole_or_part(part) and part.segment == item.segment and part is not item
    return of_sibling(items, item, part, lang) if is_part and SAID.search(item.own_before) else None


def of_sibling(items: list[Item], item: Item, part: Item, lang: Lang) -> Finding | None:
    """The share of what the share told alike in the segment beside it is of, where that holds for one whole alone."""
    around = items[max(0, item.number - BESIDE) : item.number + BESIDE]
    beside = [
        one
        for one in around
        if one is not item
        and one.reading.unit == "pct"
        and one.paragraph == item.paragraph
        and abs(one.sentence - item.sentence) <= 1
        and one.own_before == item.own_before
        and one.number
    ]
    wholes: dict[object, Item] = {}
    for one in beside:
        theirs = items[one.number - 1]
        if not is_whole_or_part(theirs) or not are_like(theirs, part) or theirs.segment != one.segment:
            continue
        for whole in items[max(0, item.number - REACH) : min(one.number, item.number)]:
            is_other = whole is theirs or EARLIER.search(whole.own_before)
            is_whole = not is_other and is_whole_or_part(whole) and are_like(whole, theirs) and whole is not part
            if is_whole and whole.paragraph >= item.paragraph - PAIR and amount(whole) >= amount(theirs):
                found = ratio(one, theirs, whole, lang)
                if found and found.verdict == "confirmed":
                    wholes[amount(whole)] = whole
    if len(wholes) != 1:
        return None
    whole = next(iter(wholes.values()))
    return cautious(item.reading, ratio(item, part, whole, lang)) if amount(whole) >= amount(part) else None


def is_whole_or_part(item: Item) -> bool:
    """Whether a figure is a plain amount or count that a share can be taken of."""
    is_plain = not item.reading.approximate and item.cell is None and bool(amount(item))
    return is_plain and item.reading.kind in ("count", "amount") and not is_delta(item)
