"""Whether any two figures around a figure give what is printed, by whichever relation its unit can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from zjjstats.audit.against.rank_scopes import scope_named
from zjjstats.audit.inside.parts_around import are_like
from zjjstats.audit.inside.sums import TOTALS
from zjjstats.audit.judging.findings import told
from zjjstats.audit.judging.quantities import HUNDRED, amount, changes, falls, measure, scale
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.wording import rounded

# So many figures around a figure are asked, in so many sentences before and behind its own.
BACK, AHEAD, SENTENCES, PAIR = 12, 6, 2, 2
# Below this, sums, differences and the part of an amount that a percentage makes come out by chance.
LARGE = 100
Way = tuple[str, Decimal]


def parts_give(items: list[Item], told_of: list[Context], item: Item, *, how: str) -> str:
    """How two figures around a figure give it, in signs; empty where none do."""
    return given(ways(items, told_of, item, how=how), item, abs(item.reading.value))


def given(found: Iterable[Way], item: Item, value: Decimal) -> str:
    """The first of several ways that comes to a value at a figure's precision, in signs; empty where none does."""
    decimals = max(item.reading.decimals, 0)
    for said, exact in found:
        if rounded(abs(exact), decimals) == value:
            return f"{said} = {told(abs(exact), decimals + PAIR)}"
    return ""


def beside_give(items: list[Item], told_of: list[Context], item: Item, value: Decimal) -> bool:
    """Whether the two figures right before a figure, in its own segment, come to a value at its precision."""
    both = items[max(0, item.number - PAIR) : item.number]
    is_here = len(both) == PAIR and all(one.segment == item.segment for one in both)
    numbered = [replace(one, number=place) for place, one in enumerate([*both, item])]
    told = [told_of[one.number] for one in (*both, item)]
    return is_here and bool(given(ways(numbered, told, numbered[-1], how="slip"), item, value))


def ways(items: list[Item], told_of: list[Context], item: Item, *, how: str) -> Iterator[Way]:
    """Everything that the figures around a figure may give in its unit; more sentences where it is far off."""
    is_far = how in ("far", "misplaced")
    reach = SENTENCES if is_far else 1
    near = [
        one
        for one in items[max(0, item.number - BACK) : item.number + AHEAD + 1]
        if one is not item
        and abs(one.sentence - item.sentence) <= reach
        and one.reading.kind != "range"
        and (one.sentence == item.sentence or one.cell is None or item.cell is None)
    ]
    # Two figures of other sentences than its own give a figure by chance.
    unit, kind = item.reading.unit, item.reading.kind
    if unit == "points":
        yield from gaps([one for one in near if one.reading.unit == "pct"], item, is_far=is_far)
    elif unit == "places":
        of = told_of[item.number].indicator
        ranks = [one for one in near if one.reading.unit == "rank" and told_of[one.number].indicator in (of, "")]
        yield from gaps(ranks, item, is_far=is_far)
    elif unit == "rank":
        yield from moved(near, told_of, item)
    elif unit == "multiple":
        yield from multiples(near, item)
    elif unit == "pct":
        yield from shares(near, item)
        yield from growths(near, item)
        if how != "swapped":
            yield from levels(near, item)
    elif kind in ("count", "amount") and (how != "slip" or is_made_of_others(items, item)):
        yield from totals(near, item)


def is_made_of_others(items: list[Item], item: Item) -> bool:
    """Whether a count is large enough to be no chance sum, or its words speak of a sum or a difference."""
    return item.reading.value >= LARGE or is_delta(item) or bool(TOTALS.search(sentence_before(items, item)))


def pairs(near: list[Item], item: Item) -> Iterator[tuple[Item, Item]]:
    """Two like counts or amounts, of which one at least stands in the figure's sentence; both for a whole number."""
    counted = [one for one in near if one.reading.kind in ("count", "amount") and not one.reading.approximate]
    parts = [one for one in counted if amount(one)]
    for one, other in permutations(parts, PAIR):
        here = (one.sentence == item.sentence) + (other.sentence == item.sentence)
        if are_like(one, other) and here >= (1 if item.reading.decimals > 0 else PAIR):
            yield one, other


def gaps(near: list[Item], item: Item, *, is_far: bool) -> Iterator[Way]:
    """Differences of two percentages or ranks, in either direction; of growth and fall, their sum."""
    for one, other in permutations(near, PAIR):
        if is_far or item.sentence in (one.sentence, other.sentence):
            yield f"{shown(one)} − {shown(other)}", one.reading.value - other.reading.value
            if item.reading.unit == "points" and falls(one) != falls(other):
                yield f"{shown(one)} + {shown(other)}", one.reading.value + other.reading.value


def moved(near: list[Item], told_of: list[Context], item: Item) -> Iterator[Way]:
    """An earlier or later rank of the same indicator, and the places between in the figure's own sentence."""
    of = told_of[item.number].indicator
    here = [one for one in near if told_of[one.number].indicator in (of, "")]
    for places in [one for one in here if one.reading.unit == "places" and one.segment == item.segment]:
        for rank in [one for one in here if is_rank_of_scope(one, item)]:
            yield f"{shown(rank)} + {shown(places)}", rank.reading.value + places.reading.value
            if rank.reading.value > places.reading.value:
                yield f"{shown(rank)} − {shown(places)}", rank.reading.value - places.reading.value


def is_rank_of_scope(one: Item, item: Item) -> bool:
    """Whether a rank stands in or beside a figure's sentence, and neither says that it is of another scope."""
    if one.reading.unit != "rank" or abs(one.sentence - item.sentence) > 1:
        return False
    scopes = {scope_named(one), scope_named(item)} - {""}
    return len(scopes) < PAIR


def multiples(near: list[Item], item: Item) -> Iterator[Way]:
    """How many times one figure another is, or how many times more."""
    for one, other in pairs(near, item):
        exact = amount(one) / amount(other)
        yield f"{shown(one)} ÷ {shown(other)}", exact
        yield f"{shown(one)} ÷ {shown(other)} − 1", exact - 1


def shares(near: list[Item], item: Item) -> Iterator[Way]:
    """One figure in percent of another, which need not be the larger; what is left of a whole."""
    if item.reading.kind == "growth" or changes(item):
        return
    for one, other in pairs(near, item):
        yield f"{shown(one)} ÷ {shown(other)}", amount(one) / amount(other) * HUNDRED
        if item.cell is None and min(map(digits, (one, other))) >= PAIR + 1:
            # Of few digits, any two make what is printed by chance.
            both = amount(one) + amount(other)
            yield f"{shown(one)} ÷ ({shown(one)} + {shown(other)})", amount(one) / both * HUNDRED
    for one in near:
        if one.reading.kind in ("share", "rate") and one.reading.unit == "pct" and one.sentence == item.sentence:
            yield f"100 − {shown(one)}", HUNDRED - one.reading.value


def growths(near: list[Item], item: Item) -> Iterator[Way]:
    """Growth from one figure to another, the way that the words say; what was added to what there had been."""
    if item.reading.kind in ("share", "rate"):
        return
    for one, other in pairs(near, item):
        exact = (amount(one) / amount(other) - 1) * HUNDRED
        if (exact < 0) == falls(item):
            yield f"{shown(one)} ÷ {shown(other)} − 1", exact
        if amount(one) < amount(other) and (is_delta(one) or not changes(item)):
            yield f"{shown(one)} ÷ {shown(other)}", amount(one) / amount(other) * HUNDRED
            before = amount(other) - amount(one)
            yield f"{shown(one)} ÷ ({shown(other)} − {shown(one)})", amount(one) / before * HUNDRED


def levels(near: list[Item], item: Item) -> Iterator[Way]:
    """Another percentage and the points that part it from this one."""
    here = [one for one in near if abs(one.sentence - item.sentence) <= 1]
    for points in [one for one in here if one.reading.unit == "points"]:
        for one in [one for one in here if one.reading.unit == "pct"]:
            if item.sentence in (one.sentence, points.sentence):
                yield f"{shown(one)} + {shown(points)}", one.reading.value + points.reading.value
                yield f"{shown(one)} − {shown(points)}", one.reading.value - points.reading.value


def totals(near: list[Item], item: Item) -> Iterator[Way]:
    """Sums and differences of two like figures; the part of an amount that a percentage makes."""
    likes = [one for one in near if measure(one) == measure(item)]
    off = scale(item)
    for one, other in permutations(likes, PAIR):
        yield f"{shown(one)} − {shown(other)}", (amount(one) - amount(other)).scaleb(-off)
        yield f"{shown(one)} + {shown(other)}", (amount(one) + amount(other)).scaleb(-off)
    if item.reading.value < LARGE:
        return
    for whole in likes:
        for share in [one for one in near if one.reading.unit == "pct"]:
            if item.sentence in (whole.sentence, share.sentence):
                exact = (amount(whole) * share.reading.value / HUNDRED).scaleb(-off)
                yield f"{shown(whole)} × {shown(share)}", exact


def digits(item: Item) -> int:
    """How many digits a figure is told to, without the noughts at its end."""
    return len(item.reading.value.normalize().as_tuple().digits)


def shown(item: Item) -> str:
    """A figure in evidence."""
    return told(item.reading.value) + ("%" if item.reading.unit == "pct" else "")
