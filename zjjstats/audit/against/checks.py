"""Checks against data: a figure and the facts of the workspace for what the text says it is of."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.against.amounts_compared import multiple_finding
from zjjstats.audit.against.cities_meant import cities_taken_up, is_home_again
from zjjstats.audit.against.columns_resolved import of_their_column
from zjjstats.audit.against.counts import DISTINCT
from zjjstats.audit.against.names_by_words import by_words
from zjjstats.audit.against.other_side import gap_finding, names_other
from zjjstats.audit.against.other_times import came_to, is_year_before, other_periods, times_told
from zjjstats.audit.against.points import points_finding
from zjjstats.audit.against.ranks import places_finding, rank_finding
from zjjstats.audit.against.several_cities import of_several
from zjjstats.audit.against.shares_told import share_of_other, share_of_province
from zjjstats.audit.against.ties_of_figures import (
    DIGITS_TELL,
    Resolved,
    Way,
    is_beside_known,
    is_scope_told,
    ranked_behind,
    swapped_digits,
)
from zjjstats.audit.against.values import amount_finding, value_finding
from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data
from zjjstats.audit.judging.findings import Finding, cautious
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.naming.firmness import CERTAIN, CLAUSES
from zjjstats.audit.naming.names import WIDER
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE

NEAR = 48
AVERAGE = re.compile("average|平均", re.IGNORECASE)
# The average of 15.6%, of whatever the rank right before was among.
AVERAGE_ALONE = re.compile(
    r"\b(?:the|an) (?:overall |general )?(?:average|mean) (?:rate |growth )?(?:of|at|is|was) $|平均(?:水平|增速)?(?:为|是)?$"
)
# 从全省看，7575个施工项目: what follows may be of the whole province.
PROVINCE_SEEN = re.compile(
    "(?:[从就看拿]|放[到眼在]|[纵综]观|纵览)[^，。；]{0,6}全省[^，。；：0-9]{0,6}[，：][^。；]*$"
)


def against(data: Data, items: list[Item], told_of: list[Context]) -> list[Finding | None]:
    """By figure, what the data say about it; None where they say nothing."""
    ways: dict[str, Way] = {
        "rank": rank_finding,
        "places": moved_or_apart,
        "pct": value_finding,
        "count": value_finding,
        "points": points_or_gap,
        "multiple": multiple_finding,
    }
    findings: list[Finding | None] = []
    resolved: Resolved = {}
    for item, context in zip(items, told_of, strict=True):
        finding = None
        if context.city and context.period and item.reading.kind != "range":
            way = ways.get(item.reading.unit, amount_finding if item.reading.unit in SCALES else None)
            finding = finding_by(data, items, told_of, item, way, resolved) if way else None
        elif context.period and item.reading.unit in ("points", "places"):
            finding = gap_finding(data, items, told_of, item)
        elif context.period and item.reading.unit == "pct":
            level = data.indicators(context)[0] if context.indicator else ""
            finding = share_of_other(data, items, told_of, item) or share_of_province(data, context, item, level)
        elif context.period and item.reading.unit in SCALES:
            finding = of_several(data, context, item)
        findings.append(finding)
    told = list(told_of)
    for item, context in of_their_column(items, told_of, findings, resolved):
        way = ways.get(item.reading.unit, amount_finding if item.reading.unit in SCALES else None)
        if way is not None and not item.reading.approximate:
            told[item.number] = context
            findings[item.number] = cautious(item.reading, way(data, items, told, item))
    return findings


def points_or_gap(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """Points by the words that tell both of their sides, else by those that take one up."""
    return points_finding(data, items, told_of, item) or gap_finding(data, items, told_of, item)


def moved_or_apart(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """Places gained since another time, or those between two cities where the clause names another one."""
    way = gap_finding if names_other(data, told_of, item) else places_finding
    return way(data, items, told_of, item)


def finding_by(
    data: Data, items: list[Item], told_of: list[Context], item: Item, way: Way, resolved: Resolved
) -> Finding | None:
    """What a fact says of a figure; words that only may name it can confirm a figure, and refute it by one digit.

    ``resolved`` holds by number of a figure what confirmed it is of, so that the rank behind it is of the same.
    """
    told_of[item.number] = context = ranked_behind(items, told_of, item, resolved)
    # What something came to from an earlier value is not of that value's period.
    is_later = is_year_before(context) and came_to(items, item)
    finding = None if is_later else way(data, items, told_of, item)
    if finding and finding.verdict == "contradicted":
        is_tied = context.firmness == CERTAIN or (
            context.firmness == CLAUSES and item.reading.unit in (*DIGITS_TELL, "points")
        )
        is_beside = is_beside_known(told_of, items, item, resolved)
        told_of[item.number] = context = replace(context, is_behind_known=is_beside and is_scope_told(items, item))
        if context.firmness < CERTAIN and not is_beside:
            finding = cautious(item.reading, finding) if is_tied else None
        if finding and may_be_another(data, items, told_of, item, way, is_of_then=not is_beside):
            finding = None
    if finding is None or finding.verdict == "not-checked":
        changes = other_readings(data, items, told_of, item, resolved)
        if is_later:
            changes = [one for one in changes if one.period > context.period]
        if (held := first_that_holds(data, items, told_of, item, way, changes)) is not None:
            resolved[item.number] = held[1]
            return held[0]
        if finding is None:
            return swapped_digits(data, items, told_of, item, way, changes)
    elif finding.verdict == "confirmed":
        resolved[item.number] = context
    return finding


def other_readings(
    data: Data, items: list[Item], told_of: list[Context], item: Item, resolved: Resolved
) -> list[Context]:
    """What a figure may be of besides what it is taken for: other indicators, the province, the city again, other periods."""
    context, is_rank = told_of[item.number], item.reading.unit == "rank"
    before = items[item.number - 1] if item.number else item
    near: list[str] = []
    if before is not item and item.reading.unit in ("rank", "places") and before.sentence == item.sentence:
        # What another segment ranked is not what this one names.
        both = [
            one
            for one in items[max(0, item.number - 2) : item.number][::-1]
            if one.segment == item.segment or not context.indicator
        ]
        near = [resolved[one.number].indicator for one in both if one.number in resolved]
        near += [one.indicator for one in ranked_by_words(data, items, told_of, item)] if is_rank else []
    if before is not item and item.reading.unit == "points" and before.segment == item.segment:
        # Changde shows 86.8%, or 16.8 points more than Hengyang: of the share that stands right before.
        near = [resolved[before.number].indicator] if before.number in resolved else []
    keys = (*context.maybe, *narrowed(data, items, context, item), *near)
    changes = [replace(context, indicator=key) for key in keys] + by_words(data.names, context, item)
    said = item.before if AVERAGE.search(item.own_before) else item.own_before + item.own_after[:NEAR]
    # In the province (13.1%): a bracket is of what stands right before it.
    said += item.before[-NEAR:] if item.before.endswith(("(", "（")) else ""
    is_average = AVERAGE_ALONE.search(item.own_before) and not item.own_after.strip()
    if not is_rank and is_home_again(data, items, context, item):
        # One place in fourteen is held by chance too often.
        changes += [replace(one, city=context.home) for one in (context, *changes)]
    if (is_average or PROVINCE_NAMED.search(said) or PROVINCE_SEEN.search(sentence_before(items, item))) and (
        item.reading.unit in DIGITS_TELL or item.reading.value >= DISTINCT
    ):
        changes += [replace(one, city=PROVINCE) for one in (context, *changes)]
    changes += [replace(context, city=city) for city in cities_taken_up(data, items, told_of, item)]
    changes += [period for change in (context, *changes) for period in other_periods(items, change, item)]
    is_of_level = before.reading.unit == "pct" or before.reading.kind == "amount"
    then = told_of[before.number].period
    if is_rank and is_of_level and "" != then < context.period and before.segment == item.segment:
        # 去年一季度增长13.0%，列第4位: the place then.
        changes += [replace(context, period=then)]
    if is_rank and is_of_share(items, item):
        # A rank behind a share is of that share alone, where the workspace holds it.
        share = resolved[before.number].indicator if before.number in resolved else None
        return [one for one in changes if one.indicator == share]
    return changes


def ranked_by_words(data: Data, items: list[Item], told_of: list[Context], item: Item) -> list[Context]:
    """What the percentage or amount right before a rank may be of by the words around it: 投产率40.3%，列全省第8位."""
    before = items[item.number - 1]
    is_ranked = before.segment == item.segment and told_of[before.number].city == told_of[item.number].city
    return by_words(data.names, told_of[before.number], before) if is_ranked else []


def is_of_share(items: list[Item], item: Item) -> bool:
    """Whether a rank stands right behind a share, so that it ranks that and nothing that is told before it."""
    before = items[item.number - 1] if item.number else None
    return before is not None and before.sentence == item.sentence and before.reading.kind == "share"


def first_that_holds(
    data: Data, items: list[Item], told_of: list[Context], item: Item, way: Way, changes: list[Context]
) -> tuple[Finding, Context] | None:
    """The finding that confirms a figure as one of other things that it may be of, and what that is."""
    context = told_of[item.number]
    try:
        for change in changes:
            told_of[item.number] = change
            found = way(data, items, told_of, item)
            if found is not None and found.verdict in ("confirmed", "ambiguous"):
                return found, change
    finally:
        told_of[item.number] = context
    return None


def narrowed(data: Data, items: list[Item], context: Context, item: Item) -> list[str]:
    """The indicators that a word of the figure's clause makes of the one named: parks, of industrial value added."""
    near = items[max(0, item.number - 3) : item.number + 1]
    words = "".join(one.before for one in near if one.sentence == item.sentence) + item.after
    named = {context.indicator, *context.maybe, *context.others[2]}
    return [key for narrow, key, word in data.names.wider if narrow in named and WIDER[word].search(words)]


def may_be_another(
    data: Data, items: list[Item], told_of: list[Context], item: Item, way: Way, *, is_of_then: bool = True
) -> bool:
    """Whether a figure holds for another city, period or indicator that stands near it: then it is not called wrong.

    Of another period it may only be where nothing ties it to its own (``is_of_then``).
    """
    context = told_of[item.number]
    cities, periods, indicators = context.others
    if PROVINCE_NAMED.search(item.before + item.after) or AVERAGE_ALONE.search(item.own_before):
        cities |= {PROVINCE}
    if item.reading.unit == "rank" and not data.names.city.search(item.own_before):
        # A place whose clause names no city may be the release's own again.
        cities |= {context.home} - {""}
    if is_home_again(data, items, context, item):
        cities |= {context.home}
    if not is_of_then:
        periods = frozenset()
    elif not context.is_period_here:
        # A year that only the text before tells may have given way to an earlier one.
        told = Period.parse(context.period)
        periods |= {str(Period(told.year - back, told.first_month, told.last_month)) for back in (-1, 1, 2)}
        periods |= {one for one in (context.month, context.release_period) if one}
    periods |= set(times_told(items, context, item)) if is_of_then else set()
    changes = [
        replace(context, city=city, period=period, indicator=indicator)
        for city in {context.city, *cities}
        for period in {context.period, *periods}
        for indicator in {context.indicator, *indicators}
    ]
    return first_that_holds(data, items, told_of, item, way, changes) is not None
