"""The counts and amounts around a figure that it may be made of."""

from __future__ import annotations

import re

from zjjstats.audit.judging.quantities import amount, counted, measure
from zjjstats.audit.reading.glue import CHINESE, GLUE_EN, GLUE_ZH, REFERS
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rate_words import PLAN

BACK, AHEAD, PAIR, LONG = 8, 3, 2, 3
EARLIER = re.compile(
    r"上年|去年|前年|同期|上期|上月|上季|年初|年末|此前|原来?|以前|过去|[由从]|(?:19|20)[0-9]{2}|\0|ago|earlier|before|previous|last|\bfrom\b|against|compared|prior",
    re.IGNORECASE,
)
# One of a whole that is told next: 177 out of 265.
OF_NEXT = re.compile(r" (?:out )?of (?:the |its |these |those |all |our )?")


def around(items: list[Item], item: Item) -> list[Item]:
    """Counts and amounts that a figure may be made of."""
    window = items[max(0, item.number - BACK) : item.number + AHEAD + 1]
    opening = sentence_start(items, item)
    refers = REFERS.match(opening) or EARLIER.search(opening) or PLAN.search(item.own_before + item.own_after)
    return [
        one
        for one in window
        if one is not item
        and one.reading.kind in ("count", "amount")
        and one.cell is None
        and (
            (one.sentence == item.sentence and not one.reading.approximate)
            or (one.sentence == item.sentence - 1 and (refers or shares_noun(items, item, one)))
        )
        and one.paragraph == item.paragraph
        and amount(one)
    ]


def sentence_start(items: list[Item], item: Item) -> str:
    """The words that a figure's sentence begins with, as far as its first figure."""
    first = item
    for one in reversed(items[max(0, item.number - BACK) : item.number]):
        if one.sentence != item.sentence:
            break
        first = one
    return first.before


def shares_noun(items: list[Item], item: Item, other: Item) -> bool:
    """Whether a figure's own clause takes up a noun of the sentence that another one stands in."""
    near = items[max(0, other.number - BACK) : other.number + AHEAD]
    words = "".join(one.before + one.after for one in near if one.sentence == other.sentence).lower()
    clause = f"{item.own_before} {item.own_after}".lower()
    if CHINESE.search(clause):
        left = GLUE_ZH.sub(" ", clause)
        return any(
            left[place : place + 2] in words
            for place in range(len(left) - 1)
            if left[place : place + 2].strip(" ,，。的占率") == left[place : place + 2]
        )
    return any(noun in words for noun in re.findall("[a-z]{5,}", GLUE_EN.sub(" ", clause)))


def are_like(one: Item, other: Item) -> bool:
    """Whether two figures may count the same things."""
    if measure(one) != measure(other):
        return False
    ours, theirs = counted(one), counted(other)
    return not ours or not theirs or ours == theirs


def distance(item: Item, pair: tuple[Item, Item]) -> int:
    """How far the parts are from the figure."""
    return sum(abs(one.number - item.number) for one in pair)


def is_next(item: Item, pair: tuple[Item, Item]) -> bool:
    """Whether two parts stand right beside a figure and each other."""
    numbers = sorted([item.number, *(one.number for one in pair)])
    return numbers[-1] - numbers[0] == PAIR


def are_of_one_time(one: Item, other: Item) -> bool:
    """Whether two figures of different sentences are both told of an earlier time, or neither."""
    is_same = bool(EARLIER.search(one.own_before)) == bool(EARLIER.search(other.own_before))
    return one.sentence == other.sentence or is_same
