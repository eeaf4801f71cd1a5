"""Gaps between the figures whose labels a clause compares."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.inside.derived_gaps import amounts_apart
from zjjstats.audit.inside.differences import LOWER, difference, is_level
from zjjstats.audit.judging.findings import Finding, cautious
from zjjstats.audit.judging.quantities import amount
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

BACK, PAIR = 8, 2
COMPARED = re.compile(
    r"(?P<one>[一-鿿]{2,16}?)的?(?:比|较|[高低快慢]于|[高低]出|领先于?|落后于?)(?P<other>[一-鿿]{2,16}?)(?:[高低快慢多少][出了]?)?$"
)
LABEL = re.compile(r"([一-鿿]{2,12}?)(?:为|达到?|是|有|仅|高达|约)*$")


def named_gap(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The points between the two percentages of the paragraph whose names a clause compares: 新建项目开工率比总开工率低."""
    match = COMPARED.search(item.own_before)
    if match is None or item.reading.approximate or item.cell is not None:
        return None
    levels = [
        one
        for one in items[max(0, item.number - BACK - BACK) : item.number]
        if (is_level(one) if item.reading.unit == "points" else one.reading.unit == item.reading.unit)
        and one.paragraph == item.paragraph
        and LABEL.search(one.own_before)
    ]
    other = best_named(levels, match["other"])
    one = best_named([level for level in levels if level is not other], match["one"])
    if one is None or other is None:
        return None
    if item.reading.unit != "points":
        high, low = sorted((one, other), key=amount, reverse=True)
        return cautious(item.reading, amounts_apart(item, high, low, lang))
    finding = difference(
        item, one, other, lang, lower=bool(LOWER.search(match[0][match.start("other") - match.start() - 2 :]))
    )
    is_certain = label(other) == match["other"] and len(levels) == PAIR
    return finding if is_certain else cautious(item.reading, finding)


def label(item: Item) -> str:
    """The name that stands right before a figure."""
    match = LABEL.search(item.own_before)
    return match[1] if match else ""


def best_named(levels: list[Item], name: str) -> Item | None:
    """The one percentage whose name ends most like another; None where two end alike."""
    ends = [(common_end(label(level), name), level) for level in levels]
    longest = max((length for length, _ in ends), default=0)
    best = [level for length, level in ends if length == longest]
    return best[0] if longest >= PAIR and len(best) == 1 else None


def common_end(one: str, other: str) -> int:
    """How many characters two names end with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), min(len(one), len(other))
    )
