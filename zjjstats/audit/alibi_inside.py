"""Whether any two figures around a figure give what is printed, by whichever relation its unit can be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from zjjstats.audit.layout import Item
from zjjstats.audit.parts_around import are_like
from zjjstats.audit.quantities import HUNDRED, amount, measure, scale
from zjjstats.audit.verdicts import told
from zjjstats.wording import rounded

BACK, AHEAD, SENTENCES = 12, 6, 2
# A whole percentage of two figures that do not stand in its own sentence comes out by chance.
LARGE = 100
Way = tuple[str, Decimal]


def text_gives(items: list[Item], item: Item, *, is_far: bool) -> str:
    """How two figures around a figure give it, in signs; empty where none do."""
    value, decimals = abs(item.reading.value), max(item.reading.decimals, 0)
    for said, exact in ways(items, item, is_far=is_far):
        if rounded(abs(exact), decimals) == value:
            return f"{said} = {told(abs(exact), decimals + 2)}"
    return ""


def ways(items: list[Item], item: Item, *, is_far: bool) -> Iterator[Way]:
    """Everything that the figures around a figure may give in its unit."""
    reach = SENTENCES if is_far else 1
    window = items[max(0, item.number - BACK) : item.number + AHEAD + 1]
    near = [
        one
        for one in window
        if one is not item
        and abs(one.sentence - item.sentence) <= reach
        and one.reading.kind != "range"
        and not (one.cell and item.cell and one.cell.row != item.cell.row and one.cell.column != item.cell.column)
    ]
    unit = item.reading.unit
    if unit == "points":
        yield from gaps(item, [one for one in near if one.reading.unit == "pct"], is_far=is_far)
    elif unit == "places":
        yield from gaps(item, [one for one in near if one.reading.unit == "rank"], is_far=is_far)
    elif unit == "rank":
        yield from moved(item, near)
    elif unit in ("pct", "multiple"):
        yield from ratios(item, near, is_far=is_far)
        yield from levels(item, near)
    elif item.reading.kind in ("count", "amount"):
        yield from totals(item, near)


def is_here(item: Item, *others: Item) -> bool:
    """Whether one of some figures stands in the figure's own sentence."""
    return any(one.sentence == item.sentence for one in others)


def gaps(item: Item, near: list[Item], *, is_far: bool) -> Iterator[Way]:
    """Differences of two percentages, or of two ranks, in either direction and with either sign."""
    for one, other in permutations(near, 2):
        if is_here(item, one, other) or is_far:
            yield f"{shown(one)} − {shown(other)}", one.reading.value - other.reading.value
            if item.reading.unit == "points":
                yield f"{shown(one)} + {shown(other)}", one.reading.value + other.reading.value


def moved(item: Item, near: list[Item]) -> Iterator[Way]:
    """A rank of the same sentence and the places that it moved."""
    here = [one for one in near if one.sentence == item.sentence]
    for rank in [one for one in here if one.reading.unit == "rank"]:
        for places in [one for one in here if one.reading.unit == "places"]:
            for sign in (1, -1):
                exact = rank.reading.value + sign * places.reading.value
                if exact > 0:
                    yield f"{shown(rank)} {'+' if sign > 0 else '−'} {shown(places)}", exact


def ratios(item: Item, near: list[Item], *, is_far: bool) -> Iterator[Way]:
    """Shares, growth and multiples of two like figures."""
    parts = [one for one in near if one.reading.kind in ("count", "amount") and amount(one)]
    unit, kind = item.reading.unit, item.reading.kind
    for one, other in permutations(parts, 2):
        if not are_like(one, other):
            continue
        if item.reading.decimals <= 0 and not (one.sentence == other.sentence == item.sentence):
            continue
        if not is_here(item, one, other) and not is_far:
            continue
        exact = amount(one) / amount(other)
        if unit == "multiple":
            yield f"{shown(one)} ÷ {shown(other)}", exact
            yield f"{shown(one)} ÷ {shown(other)} − 1", exact - 1
            continue
        if kind != "growth":
            yield f"{shown(one)} ÷ {shown(other)}", exact * HUNDRED
        if kind not in ("share", "rate"):
            yield f"{shown(one)} ÷ {shown(other)} − 1", (exact - 1) * HUNDRED
            if amount(one) < amount(other):
                rest = amount(other) - amount(one)
                yield f"{shown(one)} ÷ ({shown(other)} − {shown(one)})", amount(one) / rest * HUNDRED


def levels(item: Item, near: list[Item]) -> Iterator[Way]:
    """Another percentage and the points that part it from this one; what is left of a whole."""
    if item.reading.unit != "pct":
        return
    here = [one for one in near if abs(one.sentence - item.sentence) <= 1]
    for one in here:
        if one.reading.unit == "pct" and one.reading.kind in ("share", "rate") and one.sentence == item.sentence:
            yield f"100 − {shown(one)}", HUNDRED - one.reading.value
        for points in here:
            if one.reading.unit == "pct" and points.reading.unit == "points" and is_here(item, one, points):
                yield f"{shown(one)} + {shown(points)}", one.reading.value + points.reading.value
                yield f"{shown(one)} − {shown(points)}", one.reading.value - points.reading.value


def totals(item: Item, near: list[Item]) -> Iterator[Way]:
    """Sums and differences of two like figures; the part of an amount that a percentage makes."""
    likes = [one for one in near if measure(one) == measure(item)]
    off = scale(item)
    for one, other in permutations(likes, 2):
        yield f"{shown(one)} − {shown(other)}", (amount(one) - amount(other)).scaleb(-off)
        yield f"{shown(one)} + {shown(other)}", (amount(one) + amount(other)).scaleb(-off)
    for whole in likes:
        for share in near:
            if share.reading.unit == "pct" and item.reading.value >= LARGE and is_here(item, whole, share):
                exact = (amount(whole) * share.reading.value / HUNDRED).scaleb(-off)
                yield f"{shown(whole)} × {shown(share)}", exact


def shown(item: Item) -> str:
    """A figure in evidence."""
    return told(item.reading.value) + ("%" if item.reading.unit == "pct" else "")
