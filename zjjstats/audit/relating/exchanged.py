"""Two percentages of a sentence that have changed places: each is what the words of the other ask."""

from __future__ import annotations

from collections.abc import Iterator

from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.relating.candidates import Candidate, candidates
from zjjstats.audit.relating.reach import reach
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.splits import Splits, split_up
from zjjstats.audit.relating.telling import roles
from zjjstats.audit.relating.told import worked_out
from zjjstats.audit.relating.weights import Scale
from zjjstats.phrases import Lang

# So many powers of ten the names must speak for the other order: two figures in two hundred are exchanged.
MARGIN = 3.0
# So many figures on, another percentage of the sentence may be the one that it changed places with.
AHEAD, LIKES, EDGE = 4, 2, 1e-7
RELATIONS = frozenset(("share", "growth"))
Way = tuple[float, Candidate]


def exchanged(items: list[Item], lang: Lang, ours: list[Finding | None], theirs: list[Finding | None]) -> None:
    """Call wrong, among what the text says of its figures, two percentages that print each other's value.

    What the workspace has judged is not asked.
    """
    pairs = [
        (one, other)
        for one in items
        if may_be(one, theirs)
        for other in [
            other
            for other in items[one.number + 1 : one.number + 1 + AHEAD]
            if other.sentence == one.sentence and may_be(other, theirs)
        ][:LIKES]
        if one.reading.decimals == other.reading.decimals and abs(one.reading.value) != abs(other.reading.value)
    ]
    told = roles(items) if pairs else []
    splits = split_up(told)
    for one, other in pairs:
        first, second = told[one.number], told[other.number]
        if (both := turned(told, first, second, splits)) is None:
            continue
        for role, candidate, holds in ((first, both[0], other), (second, both[1], one)):
            _, evidence = worked_out(role, candidate, lang)
            ours[role.item.number] = Finding("contradicted", abs(holds.reading.value), evidence)


def may_be(item: Item, theirs: list[Finding | None]) -> bool:
    """Whether a figure is an exact percentage outside of tables that the workspace says nothing of."""
    fact, reading = theirs[item.number], item.reading
    is_open = fact is None or fact.verdict == "not-checked"
    return is_open and item.cell is None and reading.unit == "pct" and not reading.approximate and bool(reading.value)


def turned(told: list[Role], one: Role, other: Role, splits: Splits) -> tuple[Candidate, Candidate] | None:
    """What two figures should be made of, where each is made of what the words of the other ask; else None."""
    ways = [list(giving(told, one, (one, other), splits))]
    if not ways[0]:
        return None
    ways.append(list(giving(told, other, (one, other), splits)))
    best: tuple[float, Candidate, Candidate] | None = None
    straight = crossed = float("-inf")
    for (ours, first), (theirs, second) in ((a, b) for a in ways[0] for b in ways[1]):
        if first.relation != second.relation or first.operands == second.operands:
            continue
        score = ours + theirs
        if is_value(first, one) and is_value(second, other):
            straight = max(straight, score)
        elif is_value(first, other) and is_value(second, one) and score > crossed:
            crossed, best = score, (score, first, second)
    is_crossed = best is not None and straight > float("-inf") and crossed - straight > MARGIN
    return (best[1], best[2]) if best is not None and is_crossed else None


def giving(told: list[Role], role: Role, both: tuple[Role, Role], splits: Splits) -> Iterator[Way]:
    """The shares and growth that give either of two figures, with their scores for one of them."""
    around = reach(told, role)
    found = [
        one
        for one in candidates(role, around)
        if one.relation in RELATIONS and any(is_value(one, printed) for printed in both)
    ]
    if found:
        scale = Scale(told, role, (*around.sized, *around.levels), splits)
        yield from ((scale.score(one), one) for one in found)


def is_value(candidate: Candidate, role: Role) -> bool:
    """Whether a candidate gives what a figure prints."""
    reading = role.item.reading
    value = abs(float(reading.value))
    return abs(abs(candidate.value) - value) <= 10.0**-reading.decimals / 2 + EDGE * value
