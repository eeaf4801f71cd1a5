"""What stands right before a figure and makes it: a change since its time, or a whole with its part and their rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from zjjstats.audit.judging.quantities import counted
from zjjstats.audit.reading.layout import CLAUSE_END
from zjjstats.audit.relating.role_words import AND, REST, THEN, WHEN
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.words import named

# So many figures and sentences back the share may be told, its parts so many before it; by how little it may miss.
BACK, SENTENCES, BESIDE, EDGE = 6, 3, 5, 1e-7
PERCENT, PAIR = 100.0, 2
# Of those left out 34, another 18: these are not all.
OF_REST = re.compile(r"[里中]|另|除|\b(?:of|among|another|without|excluding)\b", re.IGNORECASE)

# The 13 laggards: known by what was told before.
THOSE = re.compile(r"\b(?:the|those|these)(?: [a-z]+)? $|的$", re.IGNORECASE)


def change_before(role: Role) -> Role | None:
    """The change right before a figure, since the time that this is of: 比上年增加0.66亿元，上年为9.20亿元."""
    # What the change is set against in its own clause makes it: 8 more than the 40 of last year.
    one = role.before
    if (
        one is None
        or not (role.is_then or WHEN.search(role.item.own_before))
        or one.item.paragraph != role.item.paragraph
    ):
        return None
    is_apart = one.item.segment != role.item.segment or role.item.own_before != role.item.before
    is_near = role.item.sentence - one.item.sentence <= 1 and one.item.cell is role.item.cell
    return one if is_apart and is_near and (one.is_delta or one.item.reading.unit == "points") else None


def leaving(role: Role) -> Iterator[tuple[str, Role, Role]]:
    """By relation, each whole and its part that may leave a figure."""
    yield from (("left", *pair) for pair in shared(role))
    yield from (("others", *pair) for pair in told_apart(role))


def shared(role: Role) -> Iterator[tuple[Role, Role]]:
    """Each whole with its part that are told before a figure with the share that the one is of the other.

    Of 360 households 297 replied, which is 82.5%: 63 did not.
    """
    one = role.before
    if role.is_left and (pair := of_sentence_before(role)) is not None:
        yield pair
    for _ in range(BACK):
        if one is None or role.item.sentence - one.item.sentence > SENTENCES or one.item.cell is not None:
            return
        if one.item.reading.unit == "pct" and one.item.reading.kind != "growth" and 0 < one.size < PERCENT:
            yield from made_of(one, role)
        one = one.before


def told_apart(role: Role) -> Iterator[tuple[Role, Role]]:
    """The whole and its part that are the only two told right before the others: 125户，其中盈利108户，亏损17户."""
    near: list[Role] = []
    one = role.before
    while one is not None and role.item.sentence - one.item.sentence <= PAIR and len(near) <= PAIR:
        if one.item.cell is not None or one.item.paragraph != role.item.paragraph:
            return
        near += [one] * (one.measure == role.measure)
        one = one.before
    if len(near) < PAIR or any(
        one.is_delta or one.is_then or one.item.reading.approximate for one in (role, *near[:PAIR])
    ):
        return
    part, whole = near[:PAIR]
    is_named = THOSE.search(role.item.before) or counted(role.item) == counted(whole.item) != ""
    if (
        role.measure == "count"
        and is_named
        and part.size < whole.size
        and counted(part.item) in ("", counted(whole.item))
    ):
        yield whole, part


def is_undone(role: Role) -> bool:
    """Whether its own words, and not those for the next figure, speak of what is left or not done."""
    return role.is_left or bool(REST.search(f"{role.item.own_before} {AND.split(role.behind)[0]}"))


def is_all_left(role: Role, whole: Role) -> bool:
    """Whether a figure is beyond doubt all that its whole leaves: counted as that is, and no part of it or another."""
    ours, theirs = counted(role.item), counted(whole.item)
    words = f"{role.item.before} {role.item.own_after}"
    is_some = OF_REST.search(role.item.before) or THEN.search(words)
    return is_undone(role) and not is_some and ours == theirs and (role.measure == "count" or role.is_left)


def is_foreign(role: Role, change: Role, now: Role) -> bool:
    """Whether words between a change and a figure behind it name a matter, and none of that which changed."""
    clauses = CLAUSE_END.split(role.item.before)[int(change.item.segment == role.item.segment) :]
    names = named(" ".join(clauses))
    return bool(names) and not names & (now.wide | now.carried | change.wide)


def of_sentence_before(role: Role) -> tuple[Role, Role] | None:
    """The only two figures that the sentence before counts as one is counted that tells what they leave."""
    near: list[Role] = []
    one = role.before
    while one is not None and role.item.sentence - one.item.sentence <= 1 and one.item.cell is None:
        if one.measure == role.measure:
            if one.item.sentence == role.item.sentence or one.item.paragraph != role.item.paragraph:
                return None
            near.append(one)
        one = one.before
    if len(near) != PAIR or any(one.is_delta or one.is_then or one.item.reading.approximate for one in near):
        return None
    part, whole = sorted(near, key=lambda one: one.size)
    return (whole, part) if part.size < whole.size else None


def made_of(share: Role, role: Role) -> Iterator[tuple[Role, Role]]:
    """The figures right before a share that give it, counted as a figure behind it is."""
    near: list[Role] = []
    one = share.before
    while one is not None and len(near) < BESIDE and share.item.sentence - one.item.sentence <= PAIR:
        near.append(one)
        one = one.before
    half = 10.0**-share.item.reading.decimals / 2 + EDGE
    for whole, part in permutations([one for one in near if one.measure == role.measure], 2):
        if part.size < whole.size and not part.is_delta and abs(part.size / whole.size * PERCENT - share.size) <= half:
            yield whole, part
