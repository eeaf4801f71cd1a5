"""Which of the figures listed before it a share is of: the one that it names, or the one at its place of a list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from zjjstats.audit.relating.role_words import RATES, SHARING
from zjjstats.audit.relating.words import named

if TYPE_CHECKING:
    from zjjstats.audit.relating.roles import Role

# Two lists, of two figures or more, in so many sentences before.
PAIR, AWAY = 2, 4


def dealt(role: Role) -> Role | None:
    """Of percentages listed without a name, the count or amount at the same place of as many right before them.

    East took in 7.5 million and West 4.5 of the 12.0 million, that is 62.5% and 37.5%.
    """
    index, size = role.place
    if size == 1 or role.item.reading.unit != "pct" or role.item.cell is not None:
        return None
    one = role.before
    for _ in range(index):
        one = one.before if one is not None else None
    left = size - index
    while one is not None and is_sized(one) and one.item.sentence == role.item.sentence:
        # A whole is none of those that are listed.
        left -= not (one.is_total or one.is_whole)
        if not left:
            return one
        one = one.before
    return None


def is_of_rates(role: Role) -> bool:
    """Whether a percentage is one of a list of rates: start rates are 83.3% for metal and 50% for paper."""
    if role.item.reading.unit != "pct" or role.item.reading.kind == "growth" or role.is_delta:
        return False
    return bool(RATES.search(role.item.before)) if role.last is None else is_of_rates(role.last)


def paired(role: Role) -> tuple[Role, Role] | None:
    """The part and the whole of a rate of a list, told by its name, or at its place, in two lists before its sentence.

    Invited: 80 farms, 40 shops. Present: 60 from farms, 25 of the shops. That is 75% of farms and 62.5% of shops.
    """
    if role.item.cell is not None or not is_of_rates(role):
        return None
    before: list[Role] = []
    one = role.before
    while one is not None and role.item.sentence - one.item.sentence <= AWAY and one.item.cell is None:
        if role.item.paragraph - one.item.paragraph > PAIR or (
            one.item.sentence == role.item.sentence and is_sized(one)
        ):
            return None
        before += [one] * (is_sized(one) and not (one.is_delta or one.is_then or one.is_total))
        one = one.before
    found = [one for one in before if one.own & role.own] if role.own else at_its_place(role, before)
    if len(found) != PAIR or len(before) < PAIR + PAIR:
        return None
    part, whole = found
    is_apart = part.item.segment != whole.item.segment and part.measure == whole.measure
    return (part, whole) if is_apart and part.size <= whole.size else None


def at_its_place(role: Role, before: list[Role]) -> list[Role]:
    """Of lists of the same length, each in a sentence of its own, what stands where a rate stands in its list."""
    lists = [list(run)[::-1] for _, run in groupby(before, lambda one: one.item.sentence)]
    index, one = 0, role.last
    while one is not None:
        index, one = index + 1, one.last
    is_even = len({len(run) for run in lists}) == 1 and index < len(lists[0]) and role.place[1] in (1, len(lists[0]))
    return [run[index] for run in lists] if is_even else []


def borne_by(role: Role, last: Role) -> Role:
    """Of the figures listed up to the one right before a share, the one that bears what has that share.

    East spent 4.1 million, West 3.3; the share of East was 44%.
    """
    one, found = last, last
    shared = SHARING.split(role.item.own_before, maxsplit=1)
    names = named(shared[0]) if len(shared) > 1 else frozenset[str]()
    while names and one.before is not None and role.item.sentence - one.before.item.sentence <= 1:
        one = one.before
        is_like = one.measure == last.measure and is_sized(one)
        if is_like and len(names & one.own) > len(names & found.own):
            found = one
    return found


def is_sized(one: Role) -> bool:
    """Whether a figure is a count or an amount outside of tables."""
    return one.item.reading.kind in ("count", "amount") and one.item.cell is None
