"""Whether a contradiction stands: not where something else in the text or the workspace gives what is printed.

A figure that differs from what it is tied to is either wrong or tied wrongly. Two neighbouring digits swapped tell a
slip of the hand. Any other difference is set against every other way in which the text and the workspace may support
the figure; and one that is no slip at all refutes only where the figure's own sentence tells what it is of.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from zjjstats.audit.doubting.case import COUNTED_OUT, Case
from zjjstats.audit.doubting.listed import falls_by_list, is_listed_apart, is_listed_loosely
from zjjstats.audit.doubting.other_facts import facts_give
from zjjstats.audit.doubting.other_parts import beside_give, parts_give
from zjjstats.audit.doubting.parts_told import THAN, clause, is_of_others
from zjjstats.audit.doubting.taken import is_given_to_another, is_one_of_many, is_part_of_wrong, is_taken
from zjjstats.audit.judging.findings import TEN, Finding
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.firmness import CERTAIN
from zjjstats.audit.naming.place_mentions import NO_PLACE
from zjjstats.audit.reading.layout import Item
from zjjstats.fact import named

# Right beside a figure these say which way it goes.
RIGHT_BESIDE = re.compile(
    r"(?:增长?|上升|提高|上涨|增加|扩大|前移|上移|提升|前进|跃升|下降|减少|回落|下滑|降低|后移|后退|退后|下移|滑落|倒退)了?$"
    r"|\b(?:grew|grow|rose|rise|risen|increas\w*|expand\w*|gain\w*|climb\w*|advanc\w*|jump\w*|fell|fall|fallen|declin\w*|drop\w*|decreas\w*|shrank|slip\w*|slid|up|down)(?: by| of)? $",
    re.IGNORECASE,
)


# It improved from 13th to 7th, up 5 places.
FROM, TO = re.compile(r"(?:[由从]|\bfrom )$"), re.compile(r" to |[升降退进前移]*[至到]第?")
# What is no slip is a wrong figure only where it is not far from what would hold.
NEAR_BY = (Decimal("0.67"), Decimal("1.5"))
FEW, UNLIKE = 2, 20
COUNTY = re.compile(
    r"(?<![一-鿿])[一-鿿]{2,3}[县区](?![域间别级])|\b(?:[Cc]ounty|[Dd]istrict|[Tt]ownship) of [A-Z]|\b[A-Z][a-z]+ (?:[Cc]ounty|[Dd]istrict)\b"
)
WORDS = re.compile(r"\w")
BARE = re.compile(r"[0-9.,]+")


def agree(ours: Finding | None, theirs: Finding | None) -> bool:
    """Whether the text and the workspace both call a figure wrong, and name the same value for it."""
    return (
        ours is not None
        and theirs is not None
        and ours.verdict == theirs.verdict == "contradicted"
        and ours.expected is not None
        and ours.expected == theirs.expected
    )


def weighed(case: Case, item: Item, finding: Finding) -> Finding:
    """The finding that calls a figure wrong; where it may be tied wrongly, one that says why it is left unchecked.

    What the two figures right before it give is no matter of doubt, nor is what its parts and the workspace tell
    alike.
    """
    ours, theirs = case.ours[item.number], case.theirs[item.number]
    if finding is ours and item.reading.unit == "pct" and (other := held_by_mended(case, item)):
        return Finding("not-checked", None, say(case.lang, "none.doubted", evidence=finding.evidence, other=other))
    is_sure = finding is ours and case.difference(item, finding) != "far" and is_beside(case, item, finding)
    if agree(ours, theirs) or is_sure or (finding is ours and is_exchanged(case, item, finding)):
        return finding
    if finding is ours and (phrase := parts_doubted(case, item, finding)):
        return Finding("not-checked", None, say(case.lang, phrase, evidence=finding.evidence))
    is_given = ours is not None and ours.verdict == "confirmed"
    is_made = is_given and beside_give(case.items, case.told_of, item, abs(item.reading.value))
    if (
        ours is not None
        and is_made
        and not any(map(case.expected, case.items[max(0, item.number - FEW) : item.number]))
    ):
        return ours
    other = ours.evidence if ours is not None and is_given else ""
    phrase = doubt(case, item, finding) if not other else ""
    other = other or ("" if phrase else other_support(case, item, finding))
    if not other and not phrase:
        return finding
    evidence = say(case.lang, phrase or "none.doubted", evidence=finding.evidence, other=other)
    return Finding("not-checked", None, evidence)


def parts_doubted(case: Case, item: Item, finding: Finding) -> str:
    """The phrase that says why the parts of a contradiction are not this figure's; empty where they may be."""
    if is_given_to_another(case, item, finding) or is_part_of_wrong(case, item):
        return "none.given"
    return "none.others" if is_of_others(case.items, item, finding, case.city_of) else ""


def off_by_one(case: Case, item: Item, finding: Finding) -> Finding:
    """The finding that calls a figure's last digit wrong; where it may be of others, one that leaves it unchecked."""
    is_sure = item.reading.unit != "points" or finding is not case.ours[item.number] or is_beside(case, item, finding)
    if is_sure or not (other := other_support(case, item, finding)):
        return finding
    evidence = say(case.lang, "none.doubted", evidence=finding.evidence, other=other)
    return Finding("not-checked", None, evidence)


def doubt(case: Case, item: Item, finding: Finding) -> str:
    """The phrase that says why a difference tells another figure rather than a wrong one; empty if it does not."""
    is_fact, difference = finding is case.theirs[item.number], case.difference(item, finding)
    if (is_fact and falls_by_list(case, item)) or is_no_slip(case, item, finding, difference):
        return "none.far"
    if difference in ("bounds", "swapped", "sign") or not is_fact:
        return ""
    if any(doubted(case, item) for doubted in (is_elsewhere, is_listed_loosely, is_set_against)):
        return "none.elsewhere"
    if is_of_own_rate(case, item, finding):
        return "none.elsewhere"
    if is_taken(case, item, finding):
        return "none.taken"
    return "none.many" if is_one_of_many(case, item) else ""


def is_no_slip(case: Case, item: Item, finding: Finding, difference: str) -> bool:
    """Whether a figure differs from what would hold as another figure does."""
    if difference == "sign":
        return not RIGHT_BESIDE.search(item.own_before)
    if difference == "far":
        return not may_be_far(case, item, finding)
    if difference == "misplaced":
        return item.reading.kind == "amount" and is_without_unit(item, finding)
    if difference == "slip":
        is_loose = finding is case.ours[item.number] and is_one_digit(item)
        return is_loose or is_listed_apart(case, item, finding)
    return difference == "round"


def is_one_digit(item: Item) -> bool:
    """Whether a figure is one digit and noughts, of which any other is a slip: 7000, 30."""
    digits = item.reading.value.normalize().as_tuple().digits
    is_size = item.reading.kind == "amount" or (item.reading.kind == "count" and abs(item.reading.value) >= TEN)
    return is_size and len(digits) == 1


def is_without_unit(item: Item, finding: Finding) -> bool:
    """Whether an amount has the digits of what would hold, and its unit is printed elsewhere, where it may be misread."""
    both = (item.reading.value, finding.expected or Decimal(0))
    digits = {one.normalize().as_tuple().digits for one in both}
    return BARE.fullmatch(item.text.strip()) is not None and len(digits) == 1


def is_of_own_rate(case: Case, item: Item, finding: Finding) -> bool:
    """Whether a place stands right behind a percentage, and so is of that, which is not what it is taken for.

    192 of 518 started, 37.1%, the last but one: a place by the rate, not by the count.
    """
    before = case.items[item.number - 1] if item.number else item
    is_behind = before.reading.unit == "pct" and before.segment == item.segment and not WORDS.search(item.before)
    found = case.theirs[before.number]
    held = found.fact if found is not None and found.verdict != "not-checked" else ""
    return item.reading.unit == "rank" and is_behind and indicator_of(held) != indicator_of(finding.fact)


def indicator_of(fact: str) -> str:
    """The indicator that a fact is of, by its level: a place by growth stands behind either."""
    return named(fact).subject.removesuffix("_growth") if fact else ""


def is_set_against(case: Case, item: Item) -> bool:
    """Whether a place stands behind an indicator that something else is compared with: short of the rate for it, 14th."""
    than = THAN.search(item.before)
    return bool(
        item.reading.unit == "rank" and case.data and than and case.data.names.indicator.search(item.before, than.end())
    )


def is_elsewhere(case: Case, item: Item) -> bool:
    """Whether a figure's clause is about a county, whose figures are not the city's: the county of Sangzhi, 14."""
    match = COUNTY.search(clause(case.items, item)[1])
    return match is not None and not NO_PLACE.search(match[0])


def other_support(case: Case, item: Item, finding: Finding) -> str:
    """What else gives a figure, in the text or the workspace; empty where nothing does or nothing is asked."""
    difference = case.difference(item, finding)
    if difference in ("bounds", "sign") or case.told_of[item.number].is_behind_known:
        return ""
    other = parts_give(case.items, case.told_of, item, how=difference)
    if other or case.data is None or difference == "swapped":
        return other
    return facts_give(case.data, case.told_of, item, finding, is_far=difference != "slip")


def held_by_mended(case: Case, item: Item) -> str:
    """How a percentage follows from what the wrong figures right before it should be; empty where it does not."""
    begin = max(0, item.number - FEW)
    both = case.items[begin : item.number]
    expected = [case.expected(one) for one in both]
    if not any(expected):
        return ""
    mended = [
        replace(one, number=place, reading=replace(one.reading, value=holds or one.reading.value))
        for place, (one, holds) in enumerate(zip(both, expected, strict=True))
    ]
    last = replace(item, number=len(mended))
    return parts_give([*mended, last], case.told_of[begin : item.number + 1], last, how="slip")


def is_beside(case: Case, item: Item, finding: Finding) -> bool:
    """Whether a percentage is made of the two figures right before it; growth may go from either to the other."""
    expected = finding.expected
    both = case.items[max(0, item.number - FEW) : item.number]
    is_moved = len(both) == FEW and all(one.reading.unit == "rank" and one.segment == item.segment for one in both)
    if is_moved and item.reading.unit == "places" and FROM.search(both[0].own_before) and TO.fullmatch(both[1].before):
        return True
    if expected is None or item.reading.unit != "pct" or item.reading.kind == "growth":
        return False
    if expected and abs(item.reading.value) > abs(expected) * UNLIKE:
        # A difference of 2,546.8 or 10.4%: no percentage at all.
        return False
    is_of_both = beside_give(case.items, case.told_of, item, abs(item.reading.value))
    return not is_of_both and beside_give(case.items, case.told_of, item, expected)


def is_exchanged(case: Case, item: Item, finding: Finding) -> bool:
    """Whether another percentage near it is called wrong for this one's value, and this one for that."""
    if item.reading.unit != "pct":
        return False
    around = case.around(item)
    return any(
        one.sentence == item.sentence
        and abs(one.reading.value) == finding.expected
        and case.expected(one) == abs(item.reading.value)
        for one in around
    )


def may_be_far(case: Case, item: Item, finding: Finding) -> bool:
    """Whether a figure that is no slip of what would hold may be called wrong all the same.

    A rank and places are small numbers of which any may be mistaken for any other; an amount may be that of
    another year, where its own sentence tells the year; what the text itself adds up may be off by more than a
    digit. A percentage or a count far from a fact is of something else.
    """
    if item.reading.unit in COUNTED_OUT:
        return True
    if not finding.expected or not NEAR_BY[0] <= abs(item.reading.value) / finding.expected <= NEAR_BY[1]:
        return False
    context = case.told_of[item.number]
    is_told = item.reading.kind == "amount" and context.firmness == CERTAIN and context.is_period_here
    return is_told or finding is case.ours[item.number]
