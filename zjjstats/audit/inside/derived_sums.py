"""Totals of the figures that the next sentence lists, or of two that a clause adds up."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from zjjstats.audit.inside.sums import TOTALS, sum_finding
from zjjstats.audit.judging.findings import Finding, cautious, only_confirmed
from zjjstats.audit.judging.quantities import amount, measure, scale
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

PAIR = 2
# Of so many pairs of figures on either side a total may be the sum; two that are added up stand so far before it.
PAIRS, FAR_BACK = 8, 24
# A total with so many digits is no chance sum of figures that only stand near it.
MANY_DIGITS = 4
# A sum from here on does not come out by chance.
DISTINCT = 100


def derived_sum(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A total of the figures that the next sentence lists."""
    digits = len(item.reading.value.as_tuple().digits)
    if item.reading.approximate or item.cell is not None or digits < MANY_DIGITS - 1:
        return None
    following = next_sentence(items, item)
    is_sum = len(following) >= PAIR and sum(map(amount, following), Decimal(0)) == amount(item)
    return sum_finding(item, following, lang) if is_sum else None


def next_sentence(items: list[Item], item: Item) -> list[Item]:
    """The like figures of the sentence that follows a figure's own."""
    ahead = [one for one in items[item.number + 1 : item.number + PAIRS * PAIR] if one.sentence > item.sentence]
    return [one for one in alike(ahead, item) if one.sentence == ahead[0].sentence] if ahead else []


def alike(near: list[Item], item: Item) -> list[Item]:
    """The figures of a paragraph that a total may be of."""
    return [
        one
        for one in near
        if one.paragraph == item.paragraph
        and measure(one) == measure(item)
        and not one.reading.approximate
        and not is_delta(one)
        and scale(one) == scale(item)
    ]


BOTH = re.compile(
    r"\b(?:put |taken |added )?together (?:they|the two|these|both)\b|\b(?:they|the two|both) (?:together )?(?:make|made|come to|came to|add up to)\b",
    re.IGNORECASE,
)


def together(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """Two counts told earlier that a clause adds up: 611 and 442 together are 1053."""
    if item.reading.approximate or item.reading.value < DISTINCT:
        return None
    if not re.search(
        r"加在一起|加起来|相加|放[在到]?一[起块]|合在一起|[两三][市地者州家]|合计|长株潭", item.own_before
    ) and not TOTALS.search(item.own_before):
        return None
    earlier = [
        other
        for other in items[max(0, item.number - FAR_BACK) : item.number]
        if measure(other) == measure(item) and not other.reading.approximate and not is_delta(other)
    ]
    # Three amounts of several paragraphs make so many digits by no chance.
    is_distinct = len(item.reading.value.as_tuple().digits) > MANY_DIGITS
    for size in (PAIR, PAIR + 1) if is_distinct else (PAIR,):
        found = [few for few in combinations(earlier, size) if sum(map(amount, few), Decimal(0)) == amount(item)]
        if len({frozenset(map(amount, few)) for few in found}) == 1:
            return only_confirmed(sum_finding(item, list(found[0]), lang))
    here = [one for one in earlier if one.paragraph == item.paragraph and one.cell is None]
    if len(here) == PAIR and is_distinct and BOTH.search(item.own_before):
        return cautious(item.reading, sum_finding(item, here, lang))
    return None
