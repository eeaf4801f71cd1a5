"""Whether the workspace holds what is printed for anything else that the text may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from zjjstats.audit.against.rank_scopes import scope_named
from zjjstats.audit.against.ranks import SAME_PERIOD
from zjjstats.audit.against.values import NOMINAL
from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data, Row, printed_value
from zjjstats.audit.judging.findings import Finding, told
from zjjstats.audit.judging.quantities import FOREIGN, SCALES
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.fact import named
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE
from zjjstats.wording import rounded

OF_INDICATORS, OF_PROJECTS = {"value", "rank", "rank_change"}, {"planned", "started", "entries"}
MEASURES = {
    "rank": {"rank"},
    "places": {"rank_change"},
    "pct": {"value", "start_rate", "entries_growth"},
    "points": {"value"},
}
# What is told as growth is no start rate, and the other way round.
OTHER_MEASURE = {"growth": "start_rate", "rate": "entries_growth", "share": "entries_growth"}
MANY = 3
IN_PERCENT = {"fraction", "pct", "%"}
# Words of another time, besides a year.
ANOTHER_TIME = re.compile(
    r"上年|去年|前年|同期|上期|上月|当月|单月|上季|年初|此前|原来?|以前|过去|[由从]|ago|earlier|before|previous|\blast\b|\bfrom\b|against|compared|prior|\bafter\b|\bmonth\b",
    re.IGNORECASE,
)


def facts_give(data: Data, told_of: list[Context], item: Item, finding: Finding, *, is_far: bool) -> str:
    """The fact, or the two facts, that a figure may be instead of what it is tied to; empty where none fits."""
    value, decimals = abs(item.reading.value), max(item.reading.decimals, 0)
    context, unit = told_of[item.number], item.reading.unit
    rows = list(rows_around(data, context, item))
    near = [row for row in rows if fits(data, row, context, item)]
    if not is_far:
        near = of_one_kind(data, near, finding)
    if unit != "points":
        for row in near:
            if rounded(abs(in_unit(row, unit)), decimals) == value:
                return data.evidence(row)
    if unit == "points" or item.reading.kind in ("count", "amount"):
        for one, other in gaps(near):
            if rounded(exact := abs(in_unit(one, unit) - in_unit(other, unit)), decimals) == value:
                return f"{data.evidence(one)}; {data.evidence(other)}: {told(exact)}"
    return ""


def of_one_kind(data: Data, rows: list[Row], finding: Finding) -> list[Row]:
    """The facts without those of projects of another kind than the one that refutes a count: planned and started."""
    names = [named(str(row["fact"])) for row in rows]
    kinds = (
        name[1:]
        for name, row in zip(names, rows, strict=True)
        if name.measure in OF_PROJECTS and data.evidence(row) in finding.evidence
    )
    if (kind := next(kinds, None)) is None:
        return rows
    return [row for name, row in zip(names, rows, strict=True) if name.measure not in OF_PROJECTS or name[1:] == kind]


def fits(data: Data, row: Row, context: Context, item: Item) -> bool:
    """Whether a fact is in the figure's unit, of projects or of an indicator around it, in the scope it names."""
    name, unit = named(str(row["fact"])), item.reading.unit
    if name.measure == OTHER_MEASURE.get(item.reading.kind):
        return False
    if unit in MEASURES:
        is_like = name.measure in MEASURES[unit] and (unit not in ("pct", "points") or row["unit"] in IN_PERCENT)
    elif unit in SCALES:
        is_like = name.measure == "value" and row["unit"] in SCALES and max(SCALES[row["unit"]], SCALES[unit]) < FOREIGN
    else:
        is_like = name.measure in {"value", *OF_PROJECTS} and row["unit"] not in {*IN_PERCENT, *SCALES}
    if not is_like or name.measure not in OF_INDICATORS:
        return is_like
    if unit == "rank" and (scope := scope_named(item)) and name.detail != scope:
        return False
    if unit == "places" and SAME_PERIOD.search(f"{item.before} {item.after}") and name.base == "last_year":
        return False
    if unit == "pct" and NOMINAL.search(f"{context.words} {item.own_after}") and name.subject.endswith("_growth"):
        return False
    # Whatever else grew by as much there and then may be told by a word that is not in the dictionary.
    is_there = unit == "pct" and (row["city"], row["period"]) == (context.city, context.period)
    numbers = {context.indicator, *context.maybe, *context.others[2]} - {""}
    return (is_there and is_of_its_own(item)) or any(
        name.subject in data.names.stems[int(number)] for number in numbers
    )


def is_of_its_own(item: Item) -> bool:
    """Whether a figure has so many digits that it is another's by no chance."""
    return len(item.reading.value.as_tuple().digits) >= MANY


def in_unit(row: Row, unit: str) -> Decimal:
    """A fact in a figure's unit."""
    if row["unit"] in SCALES and unit in SCALES:
        return printed_value(row).scaleb(SCALES[row["unit"]] - SCALES[unit])
    return printed_value(row)


def gaps(rows: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Two facts of one name, for two cities or two periods; what is planned and what is started of it."""
    for one, other in combinations(rows, 2):
        ours, theirs = named(str(one["fact"])), named(str(other["fact"]))
        is_one_city, is_one_period = one["city"] == other["city"], one["period"] == other["period"]
        is_same = ours == theirs and ours.measure in ("value", "entries") and (is_one_city or is_one_period)
        is_left = {ours.measure, theirs.measure} == {"planned", "started"} and ours[1:] == theirs[1:]
        if is_same or (is_left and is_one_city and is_one_period):
            yield one, other


def rows_around(data: Data, context: Context, item: Item) -> Iterator[Row]:
    """The facts of the cities and periods around a figure."""
    cities = {context.city, *context.others[0]} - {""}
    if PROVINCE_NAMED.search(context.words or item.before + item.after):
        cities.add(PROVINCE)
    seen: set[tuple[str, str, str]] = set()
    for city in sorted(cities):
        for period in sorted(periods_around(context, item)):
            if period != context.period and (city, period) not in data.dated:
                continue
            for name, row in data.briefing(city, period).items():
                key = (city, str(row["period"]), name)
                if key not in seen:
                    seen.add(key)
                    yield row


def periods_around(context: Context, item: Item) -> set[str]:
    """The periods that a figure may be of: where its sentence tells one and no word speaks of another time, that."""
    periods = {context.period, context.release_period, context.month, *context.others[1]} - {""}
    if context.is_period_here and not ANOTHER_TIME.search(item.before + item.own_after):
        return {context.period, *context.others[1]} - {""}
    for one in sorted(periods):
        of = Period.parse(one)
        for back in (1, -1):
            periods.add(str(Period(of.year - back, of.first_month, of.last_month)))
        # A month, and the year up to it, are told in one breath.
        periods.add(str(Period(of.year, of.last_month, of.last_month)))
        periods.add(str(Period(of.year, 1, of.last_month)))
    return periods
