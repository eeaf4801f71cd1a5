"""The figures that one may be made of: those near it, farther ones by name, and the lists beside it."""

from __future__ import annotations

from dataclasses import dataclass

from zjjstats.audit.relating.roles import Role

# So many figures of a kind, in so many figures back and ahead, and lines as far as the paragraph before.
LIKES, FAR, AHEAD, LINES, LONGEST = 8, 40, 4, 4, 16
NO_PARTS = frozenset(("pct", "points", "places", "rank", "multiple"))


@dataclass(frozen=True)
class Reach:
    """Counts and amounts, percentages, the lists behind and before a figure, and all of its measure before it."""

    sized: list[Role]
    levels: list[Role]
    lists: list[list[Role]]
    before: list[Role]


def reach(told: list[Role], role: Role) -> Reach:
    """What a figure may be made of."""
    item, sized, levels = role.item, [], []
    asked = role.own or role.near
    for one in reversed(told[max(0, item.number - FAR) : item.number + AHEAD + 1]):
        other = one.item
        if one is role or other.reading.kind == "range" or other.sentence - item.sentence > 1 or not one.size:
            continue
        kept = levels if other.reading.unit == "pct" else sized
        if other.reading.unit in NO_PARTS and kept is sized:
            continue
        is_near = other.cell is None and len(kept) < LIKES and item.paragraph - other.paragraph <= LINES
        if is_near or (other.number < item.number and one.own & asked):
            kept.append(one)
    if item.reading.kind not in ("count", "amount"):
        return Reach(sized[::-1], levels[::-1], [], [])
    behind, before = sides(told, role)
    lists = []
    for side in (behind, before[::-1]):
        at_once = [one for one in side if one.is_then == role.is_then and one.is_plan == role.is_plan]
        named = [one for one in at_once if one.own & asked]
        lists += [few for few, more in ((side, []), (at_once, side), (named, at_once)) if few != more]
    return Reach(sized[::-1], levels[::-1], lists, before)


def sides(told: list[Role], role: Role) -> tuple[list[Role], list[Role]]:
    """What may be listed behind and before a figure."""
    number = role.item.number
    around = told[max(0, number - LONGEST) : number + LONGEST + 1]
    fits = [one for one in around if one is not role and may_be_listed(one, role)]
    return [one for one in fits if one.item.number > number], [one for one in fits if one.item.number < number]


def may_be_listed(one: Role, role: Role) -> bool:
    """Whether a figure may be one of a list that makes another."""
    return (
        one.item.reading.kind in ("count", "amount")
        and one.measure == role.measure
        and one.size > 0
        and abs(one.item.paragraph - role.item.paragraph) <= LINES
        and one.item.cell is None
        and not one.is_delta
    )
