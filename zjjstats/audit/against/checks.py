"""Checks against data: a figure and the facts of the workspace for what the text says it is of."""

from __future__ import annotations

from dataclasses import replace

from zjjstats.audit.against.amounts_compared import multiple_finding, of_several
from zjjstats.audit.against.other_readings import AVERAGE_ALONE, is_home_again, other_readings
from zjjstats.audit.against.other_side import gap_finding, names_other
from zjjstats.audit.against.other_times import came_to, is_year_before, times_told
from zjjstats.audit.against.points import points_finding
from zjjstats.audit.against.ranks import places_finding, rank_finding
from zjjstats.audit.against.shares_told import share_of_other, share_of_province
from zjjstats.audit.against.ties_of_figures import (
    DIGITS_TELL,
    Resolved,
    Way,
    is_beside_known,
    is_scope_told,
    periods_beside,
    ranked_behind,
)
from zjjstats.audit.against.values import amount_finding, value_finding
from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data
from zjjstats.audit.judging.findings import Finding, cautious
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN, CLAUSES
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE


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
            finding = share_of_other(data, items, told_of, item) or share_of_province(data, items, context, item, level)
        elif context.period and item.reading.unit in SCALES:
            finding = of_several(data, context, item)
        findings.append(finding)
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
        then = None if is_beside else periods_beside(items, item, resolved)
        if finding and may_be_another(data, items, told_of, item, way, then):
            finding = None
    if finding is None or finding.verdict == "not-checked":
        changes = other_readings(data, items, told_of, item, resolved)
        if is_later:
            changes = [one for one in changes if one.period > context.period]
        if (held := first_that_holds(data, items, told_of, item, way, changes)) is not None:
            resolved[item.number] = held[1]
            return held[0]
    elif finding.verdict == "confirmed":
        resolved[item.number] = context
    return finding


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


def may_be_another(
    data: Data,
    items: list[Item],
    told_of: list[Context],
    item: Item,
    way: Way,
    periods: frozenset[str] | None,
) -> bool:
    """Whether a figure holds for another city, period or indicator that stands near it: then it is not called wrong.

    Of another period, told near it or one of ``periods``, it may only be where nothing ties it to its own (None).
    """
    context = told_of[item.number]
    cities, others, indicators = context.others
    is_of_then, periods = periods is not None, others | (periods or frozenset())
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
