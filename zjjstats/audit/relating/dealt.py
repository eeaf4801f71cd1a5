"""Which of the figures listed before it a share is of: the one that it names, or the one at its place of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zjjstats.audit.relating.role_words import SHARING
from zjjstats.audit.relating.words import named

if TYPE_CHECKING:
    from zjjstats.audit.relating.roles import Role


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
