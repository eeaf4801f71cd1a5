"""How well the roles of its parts fit a relation, in powers of ten."""

# ruff: noqa: E501, ARG001 - a pattern is read whole; every relation is asked with the figure and its parts

from __future__ import annotations

import re
from collections.abc import Callable

from zjjstats.audit.judging.quantities import changes, counted
from zjjstats.audit.relating.directions import direction
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.shared import is_foreign, is_undone
from zjjstats.audit.relating.splits import FROM, is_between_last, is_from_rate
from zjjstats.audit.relating.summed import AGAINST, MARKED, WRONG, listed
from zjjstats.audit.relating.words import named

# That things are counted alike, or unlike.
ALIKE, UNLIKE = 0.3, 9.0
# That a rate stands right behind its part.
ANCHORED = 1.2
THEN = 1.0
CLOSE, HALF = 2, 0.5
# What stands right behind all that it is made of.
SURE = 3.5
UP_OR_DOWN = re.compile(r" (?:up|down)\b")
GROWS = re.compile("增|growth|increase", re.IGNORECASE)
TO = re.compile(r"[至到了为]$|\bto (?:\w+ ){0,2}$")
# 44 in toys, which are no toys.
OF_KIND = re.compile(
    r" (?:(?:went|go|goes|came|come|are|were|is|was|lie|lay|stood|stand) )*(?:in|for|from|at|by|on|with|to)\b"
)
# 1,280 tenants, of which 320 joined this year: what stands behind 320 is what these did.
OF_WHICH = re.compile(r"\bof (?:which|whom|them|these|those),? $")
ADDITION = re.compile(r"增量|增加额|净增|\b(?:increase|increment|addition|gain)s?\b", re.IGNORECASE)
AS_MANY = re.compile(r" as (?:much|many|large|big|high|long)(?=[,.;:!?)]|$)")
# 比前三季度高: of that time, which a part must tell.
OF_TIME = re.compile("[比较][^，。；]{0,4}(?P<time>前三季度|[一二三四]季度|[上下]半年)")
BOTH_WAYS = re.compile(r"进出口|总[额量]|\btotal (?:trade|turnover)\b|\btrade (?:of|was|came)\b")
MORE = re.compile(r"增长|增加|提高|扩大|more than|increase")


def likeness(one: Role, other: Role) -> float:
    """Whether two figures count the same things."""
    ours, theirs = (counted(role.item) if not OF_KIND.match(role.item.after) else "" for role in (one, other))
    if ours and theirs and ours != theirs and not OF_WHICH.search(one.item.before):
        return -UNLIKE
    if (
        one.item.cell
        and other.item.cell
        and one.item.cell.row == other.item.cell.row
        and not named(one.item.head) & named(other.item.head)
    ):
        return -2 * AGAINST
    return ALIKE if one.near & other.near or (ours and ours == theirs) else 0.0


def order(now: Role, base: Role, untold: float) -> float:
    """Whether the earlier of two figures is the base, by the words for their times or by their years; from one to the other."""
    if (
        abs(now.item.number - base.item.number) == 1
        and FROM.search(base.item.own_before)
        and TO.search(now.item.own_before)
    ):
        return 2 * THEN
    if now.year and base.year and now.year != base.year:
        return THEN if now.year > base.year else -2 * THEN
    if now.past == base.past:
        return untold
    return THEN if base.past > now.past else -2 * THEN


def share(role: Role, part: Role, whole: Role) -> float:
    """A part in percent of a whole of its time; more than the whole only of a plan.

    What is called a rate is nearly always made of the count right before it.
    """
    is_anchored = role.is_rate and part is role.anchor
    score = likeness(part, whole) + ANCHORED * (is_anchored and part.size <= whole.size)
    # What a rate beside it was taken of is a part itself.
    score -= WRONG * (whole.is_rated and whole is not role.anchor and whole.item.sentence == role.item.sentence)
    score += MARKED * (part.is_part + (whole.is_whole or whole.is_plan))
    score -= WRONG * (part.size > whole.size and not whole.is_plan) + MARKED * (part.is_plan and not whole.is_plan)
    # 上年是5.6%: not a share of what is told of today.
    score -= 2 * WRONG * (role.is_then and not part.is_then and not part.past)
    # Nor of what a sentence before told of another time.
    is_older = part.is_then and not whole.is_then and part.item.sentence != role.item.sentence
    score -= 2 * WRONG * (is_older and not role.is_then)
    score -= AGAINST * (part.is_part and whole.is_part) + 2 * WRONG * bool(GROWS.search(role.item.head))
    score -= AGAINST * (4 * part.is_delta + whole.is_delta + (part.is_then != whole.is_then))
    is_behind = part.item.number > role.item.number and part.item.segment != role.item.segment
    score -= UNLIKE * (whole.item.cell is None and whole.item.sentence > role.item.sentence)
    is_anothers = is_behind and role.is_rate and role.anchor is not None
    score -= WRONG * is_behind + UNLIKE * (is_anothers or changes(role.item))
    return score


def growth(role: Role, now: Role, base: Role) -> float:
    """Growth from an earlier figure to a later one, the way that the words say."""
    score = likeness(now, base) + order(now, base, -AGAINST) - 2 * WRONG * (now.is_delta + base.is_delta)
    score -= WRONG * ((now.size < base.size) != role.is_fall)
    is_changed = role.item.reading.kind != "percentage" or changes(role.item) or UP_OR_DOWN.match(role.item.after)
    return score - MARKED * (not is_changed)


def added(role: Role, delta: Role, now: Role) -> float:
    """What was added, of what there was before."""
    return likeness(delta, now) - THEN * now.is_then - AGAINST * (not is_close(role, delta))


def over(role: Role, delta: Role, base: Role) -> float:
    """What was added, of the earlier figure."""
    return likeness(delta, base) + (THEN if base.is_then else -2 * AGAINST) - AGAINST * (not is_close(role, delta))


def is_close(role: Role, other: Role) -> bool:
    """Whether hardly another figure stands between two of a segment."""
    return role.item.segment == other.item.segment and abs(role.item.number - other.item.number) <= CLOSE


def multiple(role: Role, now: Role, base: Role) -> float:
    """How many times an earlier or smaller figure another is."""
    score = likeness(now, base) - WRONG * (now.size < base.size)
    # Another's 851 million is 3.6 times as much as ours of today, not as ours of a year before.
    is_of_one = base.item.sentence == role.item.sentence or bool(now.near & base.near)
    is_of_one = is_of_one or not AS_MANY.match(role.item.after)
    score += order(now, base, 0.0) if is_of_one else -THEN * (now.past != base.past)
    # 论增量，后者是前者的3.75倍.
    score += MARKED * (now.is_delta and base.is_delta and bool(ADDITION.search(role.lead)))
    # Three times as much: as what was told before.
    is_behind = AS_MANY.match(role.item.after) and max(now.item.number, base.item.number) > role.item.number
    score -= UNLIKE * bool(is_behind)
    # What was added may be as many times what was added elsewhere.
    return score - AGAINST * (now.is_delta != base.is_delta)


def more(role: Role, now: Role, base: Role) -> float:
    """How many times more."""
    return multiple(role, now, base) - WRONG * (not MORE.search(role.item.own_before))


def gap(role: Role, one: Role, other: Role) -> float:
    """The points from one percentage to another of its kind, the way that the words say."""
    # What rose to 69.8% is no growth.
    ours, theirs = ("" if TO.search(level.item.own_before) else level.item.reading.kind for level in (one, other))
    score = order(one, other, 0.0) * HALF - AGAINST * (
        ours != theirs and "growth" in (ours, theirs) and "" not in (ours, theirs)
    )
    if (base := OF_TIME.search(role.clause)) and base["time"] not in one.clause + other.clause:
        score -= 4 * WRONG
    score += 2 * MARKED * is_from_rate(role, one, other) + SURE / 2 * is_between_last(role, one, other)
    if way := direction(role):
        return score - WRONG * ((one.size - other.size) * way < 0)
    return score - MARKED * (one.size < other.size)


def difference(role: Role, one: Role, other: Role) -> float:
    """How much more one figure is than another, or what is left of a whole."""
    score = likeness(one, other) - AGAINST * (one.is_delta + other.is_delta)
    # 比白水镇多: not what all together have more than one of them.
    score -= AGAINST * (role.is_delta and not role.is_rest and one.is_total and not other.is_total)
    score += SURE / 2 * is_grown(role.last, one, other)
    # Nor what goes out and comes in has more than what comes in.
    is_of_both = BOTH_WAYS.search(one.item.own_before) and not BOTH_WAYS.search(other.item.own_before)
    score -= 2 * WRONG * bool(is_of_both and role.is_delta and not role.is_rest and one.is_then == other.is_then)
    if role.is_rest and not role.is_delta:
        # Parts told between a whole and what is left are taken off too; what is told behind is of the rest.
        is_behind = max(one.item.number, other.item.number) > role.item.number
        score -= AGAINST * (2 * is_behind + one.is_part)
    return score + 2 * MARKED * (role.is_left and one.item.number < role.item.number)


def is_grown(growth: Role | None, one: Role, other: Role) -> bool:
    """Whether growth told right before a difference is that from one figure to the other: 25%, or 0.9 million yuan."""
    if growth is None or growth.item.reading.unit != "pct" or not growth.is_delta:
        return False
    now, base = (other, one) if growth.is_fall else (one, other)
    off = abs(abs(now.size / base.size - 1) * 100 - abs(growth.size))
    return off <= HALF * 10.0**-growth.item.reading.decimals


def pair(role: Role, one: Role, other: Role) -> float:
    """Two figures together."""
    return (
        likeness(one, other)
        - AGAINST * (one.is_delta + other.is_delta)
        - AGAINST
        * (role.is_delta + (one.is_then != other.is_then) + (one.is_plan != other.is_plan) + (not other.is_end))
    )


def rest(role: Role, whole: Role, *parts: Role) -> float:
    """What several parts leave of a whole."""
    return MARKED * (whole.is_whole + 4 * role.is_left)


def average(role: Role, total: Role, count: Role) -> float:
    """So much for each of what the words of the figure name, where they name it."""
    is_of_unit = any(name in count.measure for name in role.own)
    score = MARKED - WRONG * (bool(role.own) and not role.own & count.wide and not is_of_unit)
    # Of another time than what is shared out, it is no count of who shares.
    return score - WRONG * (count.is_then != (total.is_then or role.is_then))


def fitting(role: Role, *parts: Role) -> float:
    """What is only asked where the words of the figure or of its part speak of it."""
    return MARKED


def closing(role: Role, *parts: Role) -> float:
    """What there was, and all that has come and gone since, as words say of each part."""
    return 2 * AGAINST - AGAINST * role.is_then


def was(role: Role, now: Role, change: Role) -> float:
    """What there was before the change right before it."""
    return MARKED if role.is_worked_back else SURE - 2 * WRONG * is_foreign(role, change, now)


def left(role: Role, whole: Role, part: Role) -> float:
    """What a part, whose share of a whole has just been told, leaves of that."""
    score = SURE if is_undone(role) else SURE / 2
    score -= 2 * AGAINST * (role.is_then + role.is_plan + (role.is_delta and not is_undone(role)))
    between = role.item.number - max(whole.item.number, part.item.number) - CLOSE
    is_named = counted(role.item) not in ("ones", "others")
    return score + min(0.0, likeness(role, whole)) * is_named - HALF * max(0, between)


def others(role: Role, whole: Role, part: Role) -> float:
    """Those of a whole that are not its part, told right behind both under a name of their own."""
    return 2 * MARKED


OF_RELATION: dict[str, Callable[..., float]] = {
    "share": share, "growth": growth, "added": added, "over": over, "multiple": multiple, "more": more, "gap": gap,
    "difference": difference, "pair": pair, "sum": listed, "rest": rest, "average": average, "product": fitting,
    "base": fitting, "whole": fitting, "flow": closing, "remainder": fitting, "was": was, "had": was, "together": fitting, "left": left, "others": others,
}  # fmt: skip
