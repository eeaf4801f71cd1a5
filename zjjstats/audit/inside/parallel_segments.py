"""Totals of what stands at the same place of segments that are built alike: 甲县42个、投资9亿元；乙县39个、投资7亿元.

The columns of such a list only confirm, and a total below a hundred only where its sentence says that it adds up.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from zjjstats.audit.inside.sums import sum_finding
from zjjstats.audit.judging.findings import Finding, only_confirmed
from zjjstats.audit.judging.quantities import amount, measure
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

REACH, COLUMNS, PAIR, MOST, DISTINCT = 30, 3, 2, 6, 100
ADDS_UP = re.compile(
    r"相加|加起来|加在一起|合在一起|合起来|合计|总计|共计|一共|总共|[两二三][类项者头边块]|together|altogether|in all|combined|in total|add(?:s|ed|ing)? up",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"其中|包括|分[别市县地类区]|具体|各[县市区]|of (?:which|these|them|those)|namely|:|：", re.IGNORECASE
)


def column_of_segments(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A total of the first, second or third figures of the segments that split it up, or that were told before it."""
    if item.reading.approximate or item.cell is not None or is_delta(item):
        return None
    for group in (behind(items, item), *before(items, item)):
        for column in range(COLUMNS):
            parts = [segment[column] for segment in group if len(segment) > column]
            is_even = len(parts) == len(group) or not column
            if len(parts) >= PAIR and is_even and sum(map(amount, parts), Decimal(0)) == amount(item):
                return only_confirmed(sum_finding(item, parts, lang))
    return None


def behind(items: list[Item], item: Item) -> list[list[Item]]:
    """The like figures of each segment of the sentence that splits a total up, where words say that it does."""
    ahead = [one for one in items[item.number + 1 : item.number + 1 + REACH] if one.segment != item.segment]
    ahead = [one for one in ahead if one.sentence == ahead[0].sentence and one.paragraph <= item.paragraph + PAIR]
    return in_segments(ahead, item) if ahead and SPLIT.search(ahead[0].before) else []


def before(items: list[Item], item: Item) -> Iterator[list[list[Item]]]:
    """The last two, three, … segments with like figures before a sentence that says that it adds up."""
    is_said = ADDS_UP.search(sentence_before(items, item))
    if not is_said:
        return
    earlier = [
        one
        for one in items[max(0, item.number - REACH) : item.number]
        if one.sentence != item.sentence and one.paragraph >= item.paragraph - PAIR
    ]
    groups = in_segments(earlier, item)
    for size in range(PAIR, min(len(groups), MOST if item.reading.value >= DISTINCT else PAIR) + 1):
        yield groups[-size:]


def in_segments(near: list[Item], item: Item) -> list[list[Item]]:
    """The figures of a total's measure, segment by segment."""
    like = [
        one
        for one in near
        if measure(one) == measure(item) and not one.reading.approximate and one.cell is None and not is_delta(one)
    ]
    return [list(group) for _, group in groupby(like, key=segment_of)]


def segment_of(item: Item) -> int:
    """The segment that a figure stands in."""
    return item.segment
