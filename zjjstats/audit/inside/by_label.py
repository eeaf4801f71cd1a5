"""Totals of the figures that bear one label, and gaps between the percentages whose labels a clause compares."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.inside.derived_gaps import amounts_apart
from zjjstats.audit.inside.differences import LOWER, difference, is_level
from zjjstats.audit.inside.sums import sum_finding
from zjjstats.audit.judging.findings import Finding, cautious, only_confirmed
from zjjstats.audit.judging.quantities import amount, measure
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

BACK, PAIR = 8, 2
LONGEST = 60
TOTALS_OF = re.compile(r"合计|总计|共计|全部|加起来|一共", re.IGNORECASE)
IN_ALL = re.compile("合计|总计|共计|一共|总共|共|总")
COMPARED = re.compile(
    r"(?P<one>[一-鿿]{2,16}?)的?(?:比|较|[高低快慢]于|[高低]出|领先于?|落后于?)(?P<other>[一-鿿]{2,16}?)(?:[高低快慢多少][出了]?)?$"
)
LABEL = re.compile(r"([一-鿿]{2,12}?)(?:为|达到?|是|有|仅|高达|约)*$")


def labelled_sum(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A total of the figures that bear its label in the lines of a list before it."""
    name = label(item)
    if len(name) < PAIR or item.reading.approximate or item.cell is not None:
        return None
    earlier = [
        one
        for one in items[max(0, item.number - LONGEST) : item.number]
        if one.sentence != item.sentence and measure(one) == measure(item)
    ]
    parts = [one for one in earlier if label(one) == name]
    if TOTALS_OF.search(sentence_before(items, item)) and len(parts) > PAIR - 1:
        return cautious(item.reading, sum_finding(item, parts, lang))
    if not IN_ALL.search(item.own_before):
        return None
    # 三市施工项目合计: of the figures that are called so in the sentences before.
    bare = IN_ALL.sub("", name)
    parts = [one for one in earlier if common_end(label(one), bare) >= PAIR and one.paragraph >= item.paragraph - PAIR]
    return only_confirmed(sum_finding(item, parts, lang)) if len(parts) > PAIR else None


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
