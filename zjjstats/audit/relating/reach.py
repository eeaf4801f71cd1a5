"""The figures that one may be made of: those near it, farther ones by name, lists beside it, a table above."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from zjjstats.audit.reading.layout import Item
from zjjstats.audit.relating.role_words import SPREAD, TOTAL
from zjjstats.audit.relating.roles import Role

# So many figures of a kind, in so many figures back and ahead, and lines as far as the paragraph before.
LIKES, FAR, AHEAD, LINES, LONGEST = 8, 40, 4, 4, 16
# How far above a figure its table may stand, in figures and paragraphs.
ABOVE, PARAGRAPHS = 60, 4
NO_PARTS = frozenset(("pct", "points", "places", "rank", "multiple"))


@dataclass(frozen=True)
class Reach:
    """Counts and amounts, percentages, the lists behind and before a figure, and all of its measure before it."""

    sized: list[Role]
    levels: list[Role]
    lists: list[list[Role]]
    before: list[Role]
    columns: list[list[Role]] = field(default_factory=list)


def reach(told: list[Role], role: Role, wrong: frozenset[int] = frozenset()) -> Reach:
    """What a figure may be made of."""
    item = role.item
    sized: list[Role] = []
    levels: list[Role] = []
    asked = role.own or role.near
    for one in reversed(told[max(0, item.number - FAR) : item.number + AHEAD + 1]):
        other = one.item
        if (
            one is role
            or other.number in wrong
            or other.reading.kind == "range"
            or other.sentence - item.sentence > 1
            or not one.size
            or (other.reading.approximate and not SPREAD.search(other.before))
        ):
            continue
        kept = levels if other.reading.unit == "pct" else sized
        if other.reading.unit in NO_PARTS and kept is sized:
            continue
        if item.cell is not None:
            is_near = in_table(item, other)
        else:
            is_near = other.cell is None and len(kept) < LIKES and item.paragraph - other.paragraph <= LINES
            is_near = is_near or (other.number < item.number and bool(one.own & asked))
        if is_near:
            kept.append(one)
    if item.reading.kind not in ("count", "amount"):
        return Reach(sized[::-1], levels[::-1], [], [])
    behind, before = ([one for one in side if one.item.number not in wrong] for side in sides(told, role))
    lists = []
    if (cell := item.cell) is not None:
        both = [*before, *behind]
        column = [one for one in both if one.item.cell and one.item.cell.column == cell.column]
        row = [one for one in both if one.item.cell and one.item.cell.row == cell.row]
        return Reach(sized[::-1], levels[::-1], [column, row] if role.is_total else [], [])
    for side in (behind, before[::-1]):
        at_once = [one for one in side if one.is_then == role.is_then and one.is_plan == role.is_plan]
        named = [one for one in at_once if one.own & asked]
        lists += [few for few, more in ((side, []), (at_once, side), (named, at_once)) if few != more]
    return Reach(sized[::-1], levels[::-1], lists, before, columns(told, role))


def in_table(item: Item, other: Item) -> bool:
    """Whether one cell may be made of another: of one in its row, or in a row of totals."""
    if other.cell is None or item.cell is None or other.cell.table != item.cell.table:
        return False
    return other.cell.row == item.cell.row or bool(TOTAL.search(other.name))


def sides(told: list[Role], role: Role) -> tuple[list[Role], list[Role]]:
    """What may be listed behind and before a figure."""
    number = role.item.number
    far = FAR if role.item.cell else LONGEST
    around = told[max(0, number - far) : number + far + 1]
    fits = [one for one in around if one is not role and may_be_listed(one, role)]
    return [one for one in fits if one.item.number > number], [one for one in fits if one.item.number < number]


def may_be_listed(one: Role, role: Role) -> bool:
    """Whether a figure may be one of a list that makes another."""
    ours, theirs = role.item.cell, one.item.cell
    if ours is not None and theirs is not None:
        is_beside = ours.table == theirs.table and (ours.row == theirs.row or ours.column == theirs.column)
    else:
        is_beside = ours is theirs and abs(one.item.paragraph - role.item.paragraph) <= LINES
    return (
        is_beside
        and one.item.reading.kind in ("count", "amount")
        and not one.item.reading.approximate
        and one.measure == role.measure
        and one.size > 0
        and not one.is_delta
    )


def columns(told: list[Role], role: Role) -> list[list[Role]]:
    """Each column of the last table above a figure, without its rows of totals."""
    if role.item.cell is not None or not role.is_summed:
        return []
    found = defaultdict[int, list[Role]](list)
    table = None
    for one in reversed(told[max(0, role.item.number - ABOVE) : role.item.number]):
        cell = one.item.cell
        if role.item.paragraph - one.item.paragraph > PARAGRAPHS and table is None:
            break
        if cell is None and table is None:
            continue
        table = cell.table if cell is not None and table is None else table
        if cell is None or cell.table != table:
            break
        is_like = one.measure == role.measure and one.item.reading.kind in ("count", "amount")
        if is_like and cell.column is not None and not TOTAL.search(one.item.name):
            found[cell.column].insert(0, one)
    return [column for column in found.values() if len(column) > 1]
