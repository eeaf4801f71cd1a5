"""What is most probable of a figure: that it is what its best candidate gives, that it is a slip of it, or neither.

For each candidate three probabilities are set against each other: that the writer meant it (by its score), that its
value is then printed as it is (or with a slip), and that the printed value stands there by chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.judging.quantities import COMPARABLE, HUNDRED, spread
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.relating.candidates import Candidate, candidates
from zjjstats.audit.relating.chance import ERROR, chance, slip, strewn
from zjjstats.audit.relating.directions import direction
from zjjstats.audit.relating.moves import moves
from zjjstats.audit.relating.reach import reach
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.shared import is_all_left, is_foreign
from zjjstats.audit.relating.splits import Splits, split_up
from zjjstats.audit.relating.summed import WRONG, is_opened, is_wholly
from zjjstats.audit.relating.telling import roles
from zjjstats.audit.relating.told import worked_out
from zjjstats.audit.relating.weights import Scale, sides
from zjjstats.audit.relating.words import proper
from zjjstats.phrases import Lang
from zjjstats.wording import rounded

# So many times more probable than all else a finding must be, and by how little a value may miss by its floats.
CONFIRMS, LAST_DIGIT, REFUTES, EDGE = 10.0, 3.0, 5.0, 1e-7
SMALL = 10
REFUTING = frozenset(
    ("share", "growth", "gap", "difference", "rest", "added", "over", "average", "base", "whole",
     "flow", "was", "had", "left")
)  # fmt: skip
RATIOS = frozenset(("share", "growth", "added", "over", "average", "base", "whole"))
# These are of the very things that words say, and compare nothing.
WORKED_OUT = frozenset(("average", "base", "whole", "flow", "was", "had", "left"))
TOTALS = re.compile(r"[占比][^，。；]{0,8}(?:总|全部|合计)|\b(?:total|whole|all)\b", re.IGNORECASE)
# What no role speaks for is not confirmed, however improbable it is.
FLOOR = -1.5
PLACES = frozenset(("rank", "places"))
Evidence = list[tuple[float, Candidate]]


@dataclass(frozen=True)
class Weighed:
    """The candidates that give a figure, and those of which it is a slip, each likeliest first, with their odds."""

    hits: Evidence
    slips: Evidence
    confirming: float = 0.0
    refuting: float = 0.0


def related(
    items: list[Item],
    lang: Lang,
    asks: Callable[[Item], bool],
    *,
    wrong: frozenset[int] = frozenset(),
    year: str = "",
) -> list[Finding | None]:
    """By figure that is asked for, what others say of it; None where they say nothing.

    What is called wrong, by others (``wrong``) or here, supports nothing.
    """
    told = roles(items, year)
    asked = [role for role in told if asks(role.item) and is_asked(role)]
    splits = split_up(told) if any(role.item.reading.unit == "pct" for role in asked) else {}
    found = dict.fromkeys(range(len(items)), (None, frozenset[int]())) | {
        role.item.number: finding(told, role, lang, wrong, splits) for role in asked
    }
    ours = {number for number, (one, _) in found.items() if one is not None and one.verdict == "contradicted"}
    for role in asked:
        if found[role.item.number][1] & ours:
            found[role.item.number] = finding(told, role, lang, wrong | ours, splits)
    return [found[item.number][0] for item in items]


def is_asked(role: Role) -> bool:
    """Whether a figure can be made of others here: no rank, no range, no guess but one worked out."""
    reading = role.item.reading
    is_made = reading.unit in ("points", "multiple") or role.is_each or role.is_worked_back
    if reading.approximate and not is_made:
        return False
    return reading.kind != "range" and bool(reading.value)


def finding(
    told: list[Role], role: Role, lang: Lang, wrong: frozenset[int], splits: Splits
) -> tuple[Finding | None, frozenset[int]]:
    """The finding for one figure, and the numbers of those that it rests on."""
    if role.item.reading.unit in PLACES:
        return moves(told, role, lang), frozenset()
    found = weighed(told, role, wrong, splits)
    one = judged(role, found, lang)
    likeliest = found.hits or found.slips
    parts = likeliest[0][1].operands if one is not None and likeliest else ()
    return one, frozenset(part.item.number for part in parts)


def judged(role: Role, found: Weighed, lang: Lang) -> Finding | None:
    """The finding for one figure, given what speaks for it and against it."""
    if found.confirming > CONFIRMS and found.hits[0][0] > 10**FLOOR:
        exact, evidence = worked_out(role, found.hits[0][1], lang)
        return Finding("confirmed", abs(rounded(exact, role.item.reading.decimals)), evidence)
    if found.refuting > LAST_DIGIT and not role.item.reading.approximate:
        parts = found.slips[0][1].operands if found.slips[0][1].relation in RATIOS else ()
        exact, evidence = worked_out(role, found.slips[0][1], lang)
        expected = rounded(exact, role.item.reading.decimals)
        printed, unit = abs(role.item.reading.value), Decimal(1).scaleb(-role.item.reading.decimals)
        decimals = role.item.reading.decimals
        has_last = decimals > 0 or (role.item.reading.unit == "pct" and not decimals)
        is_last = abs(abs(expected) - printed) == unit and has_last
        if not is_last and abs(abs(exact) - printed) <= spread(
            exact + HUNDRED * (found.slips[0][1].relation == "growth"), *(one.item for one in parts)
        ):
            return None
        if not is_last and found.refuting <= REFUTES:
            return None
        holds = -abs(expected) if abs(expected) == printed else abs(expected)
        return Finding("last-digit" if is_last else "contradicted", holds, evidence)
    return None


def weighed(told: list[Role], role: Role, wrong: frozenset[int] = frozenset(), splits: Splits | None = None) -> Weighed:
    """How probable it is that a figure is right, or wrong, by what is around it."""
    reading = role.item.reading
    value, half = abs(float(reading.value)), 10.0**-reading.decimals / 2
    if reading.unit == "multiple":
        # A whole multiple holds within a twentieth.
        half = min(half, value / 20)
    around = reach(told, role, wrong)
    every = list(candidates(role, around))
    exact = [abs(abs(one.value) - value) <= half + EDGE * value for one in every]
    slipped = [slip(role, one.value) if not any(exact) and may_refute(role, one) else 0.0 for one in every]
    if not any(exact) and not any(slipped):
        return Weighed([], [])
    scale = Scale(told, role, (*around.sized, *around.levels), splits or {})
    scores = [10 ** scale.score(one) for one in every]
    backward = [goes_wrong(role, one) for one in every]
    hits = best(
        (weight, one)
        for weight, one, is_hit, back in zip(scores, every, exact, backward, strict=True)
        if is_hit and not back
    )
    # What goes the other way than the words say was lowered for it; that the words are wrong is a slip like others.
    reverse = best(
        (weight * 10**WRONG * ERROR, one)
        for weight, one, is_hit, back in zip(scores, every, exact, backward, strict=True)
        if is_hit and back
    )
    all_else = 1.0 + sum(weight for weight, _ in best(zip(scores, every, strict=True)))
    hits.sort(key=lambda hit: hit[0] / chance(role, hit[1]), reverse=True)
    of_hits = sum(weight / chance(role, one) for weight, one in hits)
    of_reverse = sum(weight / chance(role, one) for weight, one in reverse)
    if hits:
        weight, hit = hits[0]
        likelier = (one for score, one in zip(scores, every, strict=True) if score > weight)
        if hit.relation == "average" and any(one.relation == "average" and slip(role, one.value) for one in likelier):
            # Averages have few digits: one that is likelier meant, and mistyped as printed, leaves a hit no evidence.
            return Weighed([], [])
        rest = all_else - sum(weight for weight, _ in hits)
        return Weighed(hits, reverse, of_hits / (rest + of_reverse), of_reverse / (rest + of_hits))
    slips = best(
        (weight * part, one)
        for weight, one, part, back in zip(scores, every, slipped, backward, strict=True)
        if part and not back
    )
    taken = {id(one) for one, part in zip(every, slipped, strict=True) if part}
    # What goes the other way may be what is meant, so that it does not make another the only one.
    plain = [weight * 10**WRONG if back else weight for weight, back in zip(scores, backward, strict=True)]
    rest = 1.0 + sum(weight for weight, one in best(zip(plain, every, strict=True)) if id(one) not in taken)
    refuting = of_reverse + sum(weight for weight, _ in slips) / strewn(role)
    return Weighed([], sorted([*slips, *reverse], key=likelihood, reverse=True), 0.0, refuting / rest)


def may_refute(role: Role, candidate: Candidate) -> bool:
    """Whether what a relation gives can tell that a figure is wrong.

    A count of one digit is any other's slip. Of a total, parts tell no more than that it is too small, unless they are
    said to be all, or are added up by it.
    """
    relation, parts = candidate.relation, candidate.operands
    if (role.measure == "count" and role.size < SMALL) or (relation == "left" and not is_all_left(role, parts[0])):
        return False
    if relation in ("was", "had") and is_foreign(role, parts[1], parts[0]):
        return False
    if relation == "sum":
        is_closed = role.is_total and parts[0].item.number < role.item.number
        return is_closed or (
            is_opened(role, parts[0])
            and (is_wholly(role, parts) or candidate.value > abs(float(role.item.reading.value)))
        )
    if (
        any(one.item.number > role.item.number and one.item.segment != role.item.segment for one in parts)
        and relation != "sum"
    ):
        return False
    if relation == "growth" and COMPARABLE.search(" ".join(one.words for one in (role, *parts))):
        return False
    return relation in REFUTING and are_borne(role, parts, is_compared=relation not in WORKED_OUT)


def are_borne(role: Role, parts: tuple[Role, ...], *, is_compared: bool) -> bool:
    """Whether the parts bear most names of either side of a comparison, and all that have a capital letter."""
    if role.item.reading.kind == "rate" and role.anchor is not None and parts == (role.anchor, role.anchor.before):
        # Of the 22 new ones we have broken ground on 15; the start rate: a rate is of the two counts right before it.
        return True
    borne = frozenset[str]().union(*(one.wide | one.carried for one in parts))
    # What is left is compared with nothing, and of a share only the words for its whole are asked.
    compared: tuple[frozenset[str], ...] = () if role.is_left or not is_compared else sides(role) or ()
    if TOTALS.search(role.item.own_before) and (parts[-1].is_total or parts[-1].is_whole):
        # 占总面积的: of what is told as a total.
        compared = compared[:1]
    told = [names for names in (*compared, proper(role.clause)) if names]
    # Of the plan is said by one word for it.
    return all(len(names & borne) * 2 > len(names) or "=plan" in names & borne for names in told)


def best(found: Iterable[tuple[float, Candidate]]) -> Evidence:
    """Of candidates with the same relation of the same values the likeliest, likeliest first."""
    kept: dict[tuple[object, ...], tuple[float, Candidate]] = {}
    for weight, one in found:
        key = (one.relation, *(part.item.reading.value for part in one.operands))
        if key not in kept or kept[key][0] < weight:
            kept[key] = (weight, one)
    return sorted(kept.values(), key=likelihood, reverse=True)


def likelihood(one: tuple[float, Candidate]) -> float:
    """What evidence is sorted by."""
    return one[0]


def goes_wrong(role: Role, candidate: Candidate) -> bool:
    """Whether a value goes the other way than the words of the figure say."""
    if candidate.relation == "gap":
        return candidate.value * direction(role) < 0
    if candidate.relation == "difference" and direction(role):
        # 与去年同期的1500万元相比，多了360万元: what is more is what is told of now.
        larger, smaller = candidate.operands[0].is_then, candidate.operands[-1].is_then
        return larger != smaller and larger == (direction(role) > 0)
    return candidate.relation == "growth" and (candidate.value < 0) != role.is_fall
