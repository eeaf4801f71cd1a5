"""The facts that a figure may be: those of its measure, of the cities and periods that the text around it tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from zjjstats.audit.against.other_times import THEN, YEAR_BEFORE, year_before
from zjjstats.audit.against.workspace_facts import Data, Row, printed_value
from zjjstats.audit.judging.quantities import FOREIGN, SCALES
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE

UNITS = {"fraction": "pct", "place": "rank"}
# Facts by the first part of their name; those of projects are told by roles, which other rooms read.
KINDS = frozenset(("value", "rank"))
# The whole of a year, in a text about some of its months.
WHOLE = re.compile(
    r"\b(?:the )?(?:whole|entire|full)(?: of| year)\b|\bas a whole\b|\ball of\b|\bfull-year\b|"
    r"\bin (?:19|20)[0-9]{2}(?![0-9-])|全年"
)


class Known(NamedTuple):
    """A fact with what it is of; ``value`` is in the unit of the figure."""

    row: Row
    value: Decimal
    city: str
    period: str
    stem: str
    indicator: str
    scope: str


def known(data: Data, item: Item, context: Context, named: frozenset[str]) -> Iterator[Known]:
    """The facts of a figure's measure; ``named`` are the cities that the text names."""
    unit = item.reading.unit
    measure = "amount" if SCALES.get(unit, FOREIGN) < FOREIGN else unit
    for city in cities_around(context, named):
        for period in periods_around(context, item):
            for fact in by_measure(data, city, period).get(measure, ()):
                if measure != "amount" or fact.row["unit"] == unit:
                    yield fact
                else:
                    yield fact._replace(value=fact.value.scaleb(SCALES[str(fact.row["unit"])] - SCALES[unit]))


def by_measure(data: Data, city: str, period: str) -> dict[str, list[Known]]:
    """The facts of a city and period by measure, sorted once for all figures: amounts, or their unit."""
    kept: dict[tuple[str, str], dict[str, list[Known]]] = data.workspace.worked_out.setdefault("audit.known", {})
    if (city, period) not in kept:
        stems = {key: str(number) for number, keys in data.names.stems.items() for key in keys}
        found: dict[str, list[Known]] = defaultdict(list)
        for name, row in data.briefing(city, period).items():
            kind, key, *told = name.split(".")
            if kind not in KINDS or key not in stems or row["period"] != period:
                continue
            unit = str(row["unit"])
            measure = "amount" if SCALES.get(unit, FOREIGN) < FOREIGN else UNITS.get(unit, unit)
            fact = Known(row, printed_value(row), city, period, stems[key], key, told[0] if told else "")
            found[measure].append(fact)
        kept[city, period] = found
    return kept[city, period]


def cities_around(context: Context, named: frozenset[str]) -> list[str]:
    """The cities that a figure may be of: of its context, its paragraph, its text and its release, and the province."""
    around = (context.city, context.home, *sorted(context.others[0]), *sorted(named), PROVINCE)
    return list(dict.fromkeys(filter(None, around)))


def periods_around(context: Context, item: Item) -> list[str]:
    """The periods that a figure may be of: its sentence's, or also its release's.

    And by its words the year before; or the whole of the year that the release's own months are of.
    """
    told = [context.period, "" if context.is_period_here else context.release_period]
    if YEAR_BEFORE.search(f"{item.own_before} {item.own_after}") or THEN.search(item.before):
        told.append(year_before(context))
    if whole := whole_year(context, item):
        told.append(whole)
    return list(dict.fromkeys(filter(None, told)))


def whole_year(context: Context, item: Item) -> str:
    """The whole year of the release's months where the words around a figure tell that; empty elsewhere."""
    year = context.release_period[:4]
    is_told = bool(year) and year in (context.words + item.after) and WHOLE.search(context.words + item.after)
    return str(Period(int(year), 1, 12)) if is_told else ""
