"""Wholes that are told with all their parts, and the two ends of what is spread."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.relating.reach import LONGEST, sides
from zjjstats.audit.relating.roles import Role

# By how little a sum may miss by its floats.
EDGE = 1e-9
# By number of a whole, the numbers of the figures of a list that sums to it.
Splits = dict[int, tuple[int, ...]]
EXTREMES = re.compile(
    r"最[高快大][^，。；]{0,12}最[低慢小]|极差|\b(?:quickest|fastest|highest|best|largest|top|strongest)\b[^.;]{0,24}\b(?:slowest|lowest|worst|smallest|bottom|weakest)\b",
    re.IGNORECASE,
)
# So the gap is 0.6 points.
BARE_GAP = re.compile(
    r"(?:^|\b(?:so|and|hence|thus),? )(?:the|that|a) (?:gap|difference|distance|margin) (?:is|was|of|comes to) $|(?:两者|二者|两率|两数|^|，)(?:相差|差距[为是]?)$"
)
FROM, PAIR = re.compile(r"[由从][^，。；]{0,12}$|\bfrom (?:\w+ ){0,2}$"), 2
NAME_OF_RATE = re.compile(r"[一-鿿]{2}[率重度]|\b[a-z]+ (?:rate|share|ratio)\b", re.IGNORECASE)


def extremes(role: Role, parts: list[Role]) -> tuple[Role, ...]:
    """The largest and the smallest of what is spread as words say: between the quickest and the slowest of them."""
    if role.item.reading.unit != "points" or not EXTREMES.search(role.opening):
        return ()
    levels = sorted((one for one in parts if one.item.reading.unit == "pct"), key=lambda one: one.size)
    return (levels[-1], levels[0]) if levels else ()


def split_up(told: list[Role]) -> Splits:
    """Of each count or amount that a list near it sums to, the numbers of the figures of that list."""
    sized = [one for one in told if one.item.reading.kind in ("count", "amount") and one.item.cell is None]
    return {one.item.number: parts for one in sized if (parts := parts_of(told, one))}


def parts_of(told: list[Role], whole: Role) -> tuple[int, ...]:
    """The numbers of the figures listed near a whole that it is the sum of; none where there is no such list."""
    likes = [one for side in sides(told, whole)[::-1] for one in side]
    for first, start in enumerate(likes):
        left, parts = whole.size, []
        for one in likes[first:]:
            if one.item.sentence != start.item.sentence or left < 0:
                break
            left -= one.size
            parts.append(one.item.number)
            if abs(left) <= EDGE * whole.size and len(parts) > 1:
                return tuple(parts)
    return ()


def base_taken_up(role: Role, parts: list[Role]) -> Role | None:
    """What the gap told before one is set against, where this one follows another percentage and names no base.

    Toys grew 13.5%, 4.6 points above the county, and tea 17.1%, 8.2 points above it.
    """
    own = role.before
    last = own.before if own is not None else None
    if own is None or last is None or last.before is None or role.item.reading.unit != "points":
        return None
    theirs, levels = last.before, [one for one in parts if one.item.reading.unit == "pct"]
    is_alike = last.item.reading.unit == "points" and role.item.sentence == last.item.sentence
    if not is_alike or own.item.reading.unit != "pct" or theirs.item.reading.unit != "pct":
        return None
    bases = [
        one
        for one in levels
        if one.item.number < theirs.item.number
        and abs(abs(theirs.size - one.size) - abs(last.size)) <= EDGE * theirs.size
    ]
    return bases[0] if len({one.size for one in bases}) == 1 else None


def are_siblings(splits: Splits, one: int, other: int) -> bool:
    """Whether two figures are parts of one whole, which is no further from them than figures are looked for."""
    near = (splits.get(whole, ()) for whole in range(one - LONGEST, one + LONGEST + 1))
    return any(one in parts and other in parts for parts in near)


def is_between_last(role: Role, one: Role, other: Role) -> bool:
    """Whether a gap that names nothing lies between the two percentages told last in its sentence."""
    if not BARE_GAP.search(role.item.own_before):
        return False
    found: list[Role] = []
    last = role.last
    while last is not None and len(found) < PAIR:
        found += [last] * (last.item.reading.unit == "pct")
        last = last.last
    return set(map(id, found)) == {id(one), id(other)}


def is_from_rate(role: Role, one: Role, other: Role) -> bool:
    """Whether a gap goes from what its clause tells to the rate of that name: 合格率由48%提高17个百分点."""
    if other is not role.last or one.item.number > other.item.number or not FROM.search(other.item.own_before):
        return False
    ours, theirs = (set(NAME_OF_RATE.findall(level.clause)) for level in (one, other))
    return bool(ours & theirs)
