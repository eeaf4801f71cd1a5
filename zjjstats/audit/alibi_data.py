"""Whether the workspace holds what is printed for anything else that the text may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from zjjstats.audit.context import Context
from zjjstats.audit.held import Data, Row, printed_value
from zjjstats.audit.layout import Item
from zjjstats.audit.parts_around import EARLIER
from zjjstats.audit.places_against import PROVINCE_WORDS
from zjjstats.audit.quantities import FOREIGN, SCALES
from zjjstats.audit.verdicts import told
from zjjstats.fact import named
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE
from zjjstats.wording import rounded

MEASURES = {"rank": ("rank",), "places": ("rank_change",), "pct": ("value", "start_rate", "entries_growth")}
COUNTS = ("value", "planned", "started", "entries")
# An amount of so many digits whose own sentence tells the period is not that of another year.
MANY_DIGITS = 4


def data_gives(data: Data, items: list[Item], told_of: list[Context], item: Item, *, is_far: bool) -> str:
    """The fact, or the two facts, that a figure may be instead of what it is tied to; empty where none fits."""
    value, decimals = abs(item.reading.value), max(item.reading.decimals, 0)
    context = told_of[item.number]
    for said, exact in held_ways(data, items, context, item, is_far=is_far):
        if rounded(abs(exact), decimals) == value:
            return said
    return ""


def held_ways(
    data: Data, items: list[Item], context: Context, item: Item, *, is_far: bool
) -> Iterator[tuple[str, Decimal]]:
    """Every fact in the figure's unit for the cities, periods and indicators around it, and gaps between them."""
    unit = item.reading.unit
    keys = stems(data, context, is_far=is_far)
    rows = list(facts_around(data, items, context, item))
    if unit in ("points",) or item.reading.kind in ("count", "amount"):
        for one, other in gaps(rows, unit, keys):
            exact = in_unit(one, unit) - in_unit(other, unit)
            yield f"{data.evidence(one)}; {data.evidence(other)}: {told(abs(exact))}", exact
    for row in rows:
        if fits(row, unit, keys):
            yield data.evidence(row), in_unit(row, unit)


def stems(data: Data, context: Context, *, is_far: bool) -> set[str]:
    """The keys of the indicators that a figure may be of."""
    numbers = {context.indicator, *context.maybe, *context.others[2]} - {""}
    return {key for number in numbers for key in data.names.stems[int(number)]}


def fits(row: Row, unit: str, keys: set[str]) -> bool:
    """Whether a fact is of the figure's unit, and of projects or of an indicator around it."""
    name = named(str(row["fact"]))
    if unit == "count" or unit in SCALES:
        is_money = row["unit"] in SCALES
        if name.measure not in COUNTS or is_money != (unit in SCALES) or row["unit"] in ("fraction", "pct"):
            return False
        if is_money and (SCALES[row["unit"]] >= FOREIGN or SCALES[unit] >= FOREIGN):
            return False
    elif name.measure not in MEASURES.get(unit, ()) or (unit == "pct" and row["unit"] not in ("fraction", "pct", "%")):
        return False
    return name.measure not in ("value", "rank", "rank_change") or name.subject in keys


def in_unit(row: Row, unit: str) -> Decimal:
    """A fact in a figure's unit."""
    if row["unit"] in SCALES and unit in SCALES:
        return printed_value(row).scaleb(SCALES[row["unit"]] - SCALES[unit])
    return printed_value(row)


def gaps(rows: list[Row], unit: str, keys: set[str]) -> Iterator[tuple[Row, Row]]:
    """Two facts of one name for two cities or periods; what is planned and what is started."""
    of = "pct" if unit == "points" else unit
    likes = [row for row in rows if fits(row, of, keys)]
    for one, other in combinations(likes, 2):
        ours, theirs = named(str(one["fact"])), named(str(other["fact"]))
        is_same = ours == theirs and (one["city"] == other["city"] or one["period"] == other["period"])
        is_left = (
            {ours.measure, theirs.measure} == {"planned", "started"}
            and ours[1:] == theirs[1:]
            and (one["city"], one["period"]) == (other["city"], other["period"])
        )
        if is_same or is_left:
            yield one, other


def facts_around(data: Data, items: list[Item], context: Context, item: Item) -> Iterator[Row]:
    """The facts of the cities and periods around a figure."""
    cities = {context.city, *context.others[0]} - {""}
    if PROVINCE_WORDS.search(context.words or item.before + item.after):
        cities.add(PROVINCE)
    seen: set[tuple[str, str, str]] = set()
    for city in sorted(cities):
        for period in sorted(periods_around(items, context, item)):
            if (city, period) not in data.dated and period != context.period:
                continue
            for name, row in data.briefing(city, period).items():
                key = (str(row["city"]), str(row["period"]), name)
                if key not in seen:
                    seen.add(key)
                    yield row


def periods_around(items: list[Item], context: Context, item: Item) -> set[str]:
    """The periods that a figure may be of."""
    periods = {context.period, context.release_period, context.month, *context.others[1]} - {""}
    words = context.words or item.before + item.after
    digits = len(item.reading.value.as_tuple().digits)
    if context.is_period_here and digits >= MANY_DIGITS and not EARLIER.search(item.before + item.after):
        return {context.period}
    for one in sorted(periods):
        told_period = Period.parse(one)
        for back in (1, -1):
            periods.add(str(Period(told_period.year - back, told_period.first_month, told_period.last_month)))
        # The month alone and the year up to it are told in one breath.
        periods.add(str(Period(told_period.year, told_period.last_month, told_period.last_month)))
        periods.add(str(Period(told_period.year, 1, told_period.last_month)))
    return periods
