"""What a figure may be made of: relations by its unit, over the figures within reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations, product
from typing import NamedTuple

from zjjstats.audit.judging.quantities import changes
from zjjstats.audit.relating.directions import direction
from zjjstats.audit.relating.flows import flows
from zjjstats.audit.relating.reach import Reach
from zjjstats.audit.relating.role_words import EACH
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.shared import change_before, leaving

PERCENT, EDGE, AWAY = 100.0, 1e-7, 2
# All 38 of them, 100%.
ALL = re.compile(r"\b[Aa]ll\b|全部|全数|均|都")
Pair = tuple[Role, Role]


class Candidate(NamedTuple):
    """A relation and its operands, first what is set against what; ``value`` is in the unit of the figure."""

    relation: str
    value: float
    operands: tuple[Role, ...]


def candidates(role: Role, around: Reach) -> Iterator[Candidate]:
    """All that a figure may be."""
    unit, kind = role.item.reading.unit, role.item.reading.kind
    if unit == "pct":
        yield from quotients(around.sized, kind, is_change=changes(role.item))
        if kind != "growth":
            yield from of_shares(around.levels, role)
        yield from of_all(role)
        yield from before_gap(role)
        yield from before_change(role, 1.0)
    elif unit == "points":
        for one, other in permutations(around.levels, 2):
            if one.size != other.size and in_line(one, other):
                # Of falls it is told by how much they are smaller or larger.
                both = (abs(one.size), abs(other.size)) if role.is_of_falls else (one.size, other.size)
                yield Candidate("gap", both[0] - both[1], (one, other))
    elif unit == "multiple":
        for one, other in (*alike(around.sized), *permutations(around.levels, 2)):
            if other.size:
                yield Candidate("multiple", one.size / other.size, (one, other))
                yield Candidate("more", one.size / other.size - 1, (one, other))
    elif kind in ("count", "amount"):
        yield from amounts(role, around)


def alike(sized: list[Role]) -> Iterator[Pair]:
    """Two figures of one measure, either way round; two cells of a table only along a row or a column."""
    pairs = permutations(sized, 2)
    return ((one, other) for one, other in pairs if one.measure == other.measure and in_line(one, other))


def in_line(one: Role, other: Role) -> bool:
    """Whether two figures are not in cells that have neither row nor column in common."""
    ours, theirs = one.item.cell, other.item.cell
    return ours is None or theirs is None or ours.row == theirs.row or ours.column == theirs.column


def quotients(sized: list[Role], kind: str, *, is_change: bool) -> Iterator[Candidate]:
    """One figure in percent of another; growth from one to the other; what was added, of what there was before."""
    for one, other in alike(sized):
        exact = one.size / other.size * PERCENT
        if kind != "growth" and not is_change:
            yield Candidate("share", exact, (one, other))
        if kind not in ("share", "rate"):
            yield Candidate("growth", exact - PERCENT, (one, other))
            if one.is_delta and not other.is_delta and one.size < other.size:
                yield Candidate("added", one.size / (other.size - one.size) * PERCENT, (one, other))
                yield Candidate("over", exact, (one, other))


def of_all(role: Role) -> Iterator[Candidate]:
    """All of the count right before it, which is no news."""
    one = role.before
    if role.size != PERCENT or one is None or one.item.sentence != role.item.sentence:
        return
    if one.item.reading.kind in ("count", "amount") and not one.is_delta and ALL.search(one.clause + role.clause):
        yield Candidate("share", PERCENT, (one, one))


def of_shares(levels: list[Role], role: Role) -> Iterator[Candidate]:
    """What shares told right before leave of the whole, or are together."""
    run: list[Role] = []
    total = 0.0
    for one in reversed(levels):
        if one.item.number > role.item.number or one.item.reading.kind == "growth":
            continue
        if one.item.sentence < role.item.sentence - 1:
            break
        run.insert(0, one)
        total += abs(one.size)
        if role.is_rest and total < PERCENT:
            yield Candidate("remainder", PERCENT - total, tuple(run))
        if role.is_total and len(run) > 1:
            yield Candidate("together", total, tuple(run))


def before_gap(role: Role) -> Iterator[Candidate]:
    """What a percentage must have been before the points told right behind it: 68.0%, 7.3 points more than in May."""
    points = role.before if role.is_worked_back else None
    now = points.before if points is not None else None
    if points is None or now is None or points.item.reading.unit != "points" or now.item.reading.unit != "pct":
        return
    if now.item.sentence == points.item.sentence and (way := direction(points)):
        yield Candidate("was" if way > 0 else "together", abs(now.size) - way * abs(points.size), (now, points))


def before_change(role: Role, own: float) -> Iterator[Candidate]:
    """What there was before the change told right before it: 412 members, 37 more than in May, when there were 375."""
    change = change_before(role)
    now = change.before if change is not None else None
    while now is not None and change is not None and now.item.sentence >= change.item.sentence - 1:
        if now.measure == role.measure and not now.is_delta and not now.item.reading.approximate:
            way = direction(change) if change.item.reading.unit == "points" else -1 if change.is_fall else 1
            is_like = change.item.reading.unit == "points" or change.measure == role.measure
            if (
                way
                and is_like
                and change.item.reading.unit != "pct"
                and now.size > 0
                and not change.item.reading.approximate
            ):
                yield Candidate("was" if way > 0 else "had", (now.size - way * abs(change.size)) / own, (now, change))
            return
        now = now.before


def amounts(role: Role, around: Reach) -> Iterator[Candidate]:
    """Sums, differences, rests, averages, products and bases, each where words of the figure speak of it."""
    own = role.size / float(abs(role.item.reading.value))
    likes = [one for one in around.sized if one.measure == role.measure]
    yield from of_two(role, likes, own)
    yield from before_change(role, own)
    for relation, whole, part in leaving(role):
        yield Candidate(relation, (whole.size - part.size) / own, (whole, part))
    for side in around.lists:
        yield from runs(side, role, own)
    if role.is_rest:
        yield from rests(around.before, own)
    yield from of_each(role, around.sized, own)
    if role.is_worked_back:
        grown = [one for one in around.levels if one.item.reading.kind == "growth" and one.size > -PERCENT]
        for now, growth in product(likes, grown):
            yield Candidate("base", now.size / (1 + growth.size / PERCENT) / own, (now, growth))
        # The plan, of which so much is done.
        done = [one for one in around.levels if one.item.reading.kind != "growth" and 0 < one.size < PERCENT]
        for part, rate in product(likes, done):
            if part.size < role.size:
                yield Candidate("whole", part.size / rate.size * PERCENT / own, (part, rate))
    for size, parts in flows(role, [one for one in likes if one.item.number < role.item.number]):
        yield Candidate("flow", size / own, parts)
    for column in around.columns:
        yield Candidate("sum", sum(one.size for one in column) / own, tuple(column))


def of_two(role: Role, likes: list[Role], own: float) -> Iterator[Candidate]:
    """The difference of two figures, and the two together."""
    if role.is_delta or role.is_rest:
        told = [one for one in likes if one.item.sentence == role.item.sentence and not one.is_part]
        for one, other in permutations(likes, 2):
            # What is left is left of the first and largest, after all that the sentence tells since.
            is_skipped = role.is_left and any(
                (one.item.number < third.item.number < role.item.number and third is not other)
                or (third.item.number < one.item.number and third.size > one.size and not third.is_then)
                for third in told
            )
            is_skipped = is_skipped or (role.is_left and one.is_shared)
            is_skipped = is_skipped or (
                role.is_rest and are_siblings(likes, one, other) and not is_printed(role, one.size - other.size)
            )
            if one.size > other.size and not is_skipped:
                yield Candidate("difference", (one.size - other.size) / own, (one, other))
    if role.is_worked_back and not role.is_delta:
        # What it was before a change, of what it is now.
        for now, change in permutations(likes, 2):
            if change.is_delta and not now.is_delta and change.item.segment == now.item.segment:
                before = now.size + change.size if change.is_fall else now.size - change.size
                yield Candidate("pair" if change.is_fall else "difference", before / own, (now, change))
    if role.is_total:
        for one, other in combinations(likes, 2):
            yield Candidate("pair", (one.size + other.size) / own, (one, other))


def are_siblings(likes: list[Role], one: Role, other: Role) -> bool:
    """Whether two figures are parts of what the sentence before theirs tells, so that neither leaves the other."""
    first = min(one.item.number, other.item.number)
    return one.item.sentence == other.item.sentence and any(
        whole.item.number < first
        and 1 <= one.item.sentence - whole.item.sentence <= AWAY
        and whole.size > one.size + other.size
        and not whole.is_then
        for whole in likes
    )


def is_printed(role: Role, size: float) -> bool:
    """Whether a figure prints a size."""
    return abs(size - abs(role.size)) <= EDGE * abs(role.size)


def of_each(role: Role, sized: list[Role], own: float) -> Iterator[Candidate]:
    """So much for each of a count told before, of a total that may follow; and the total of so much for each."""
    earlier = [one for one in sized if one.item.number < role.item.number or is_each_of(role, one)]
    totals = [one for one in sized if one in earlier or one.item.sentence == role.item.sentence] if role.is_each else []
    for total, count in product(totals, earlier):
        is_total = total.measure == role.measure or role.measure.startswith(total.measure)
        if total is not count and is_total and (count.measure == "count" or count.measure != total.measure):
            yield Candidate("average", total.size / count.size / own, (total, count))
    for each, count in permutations(earlier, 2) if role.is_total else ():
        if each.is_each and each.measure == role.measure and count.measure == "count":
            yield Candidate("product", each.size * count.size / own, (each, count))


def is_each_of(role: Role, one: Role) -> bool:
    """Whether an average is told of the count right behind it: 388 for each of our five teams."""
    is_next = one.item.number == role.item.number + 1 and one.item.segment == role.item.segment
    return is_next and role.item.own_after == role.item.after and bool(EACH.search(role.item.after))


def runs(side: list[Role], role: Role, own: float) -> Iterator[Candidate]:
    """The sums of the first two, three, ... of a list."""
    total = 0.0
    for size, one in enumerate(side, 1):
        total += one.size
        if size > 1 and total <= role.size * 2:
            yield Candidate("sum", total / own, tuple(side[:size]))


def rests(before: list[Role], own: float) -> Iterator[Candidate]:
    """What a whole leaves of itself after two or more parts told since."""
    for at, whole in enumerate(before):
        # What there was of a year before is no part.
        parts = [part for part in before[at + 1 :] if (whole.is_then or not part.is_then) and not part.is_each]
        rest = whole.size
        for size, part in enumerate(parts, 1):
            rest -= part.size
            if rest <= 0:
                break
            if size > 1:
                yield Candidate("rest", rest / own, (whole, *parts[:size]))
