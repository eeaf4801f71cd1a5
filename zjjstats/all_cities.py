"""What the indicators of a briefing tell of all cities: ranks, changes of rank and growth, worked out in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from zjjstats.league import placings, published, spans
from zjjstats.periods import CALENDAR_BASES, Period
from zjjstats.rates import growth
from zjjstats.schema import GROUP, PROVINCE
from zjjstats.workspace import Workspace

SCOPES = (PROVINCE, GROUP)


@dataclass(frozen=True)
class AllCities:
    """The indicators of a briefing; a rank needs the other cities, so that one costs nearly as much as all.

    ``values``, ``growths`` and ``placings`` hold rows of all cities, to be looked up by city.
    """

    spans: dict[str, Period]
    """By indicator, the newest period whose values may stand in the briefing."""
    values: pd.DataFrame
    """The rows of ``indicators`` of these periods."""
    growths: pd.DataFrame
    """What `zjjstats.growth` tells of the amounts; ``source_before``; ``is_published``: whether a growth is too."""
    placings: pd.DataFrame
    """Rank in each scope and its change against each base for which there are values."""


def all_cities(workspace: Workspace, briefing: Period, published_by: dt.date | None) -> AllCities:
    """What the values that were published by a day tell of every city, each table indexed by city."""
    table = published(workspace["indicators"], published_by)
    told = table.dropna(subset="value")
    valued = spans(told, briefing)
    now = of_periods(table, {indicator: str(span) for indicator, span in valued.items()})
    before = of_periods(table, {name: str(span.base("same_period_last_year")) for name, span in valued.items()})
    amounts = now[~now["indicator"].map(workspace.is_percent).astype(bool)]
    printed = of_periods(told, {f"{indicator}_growth": str(span) for indicator, span in valued.items()})
    growths = (
        growth(amounts, before, value="value", on=["city", "indicator"])
        .merge(before[["city", "indicator", "source"]], on=["city", "indicator"], how="left", suffixes=("", "_before"))
        .merge(
            printed.assign(indicator=printed["indicator"].str.removesuffix("_growth"), is_published=True)[
                ["city", "indicator", "is_published"]
            ],
            on=["city", "indicator"],
            how="left",
        )
    )
    asked = asked_bases(table, valued)
    placed = [placings(workspace, table, asked, scope=scope).assign(scope=scope) for scope in SCOPES]
    return AllCities(valued, by_city(now), by_city(growths), by_city(pd.concat(placed, ignore_index=True)))


def of_periods(table: pd.DataFrame, periods: Mapping[str, str]) -> pd.DataFrame:
    """The rows of each indicator that are of the period told for it."""
    return table[table["period"] == table["indicator"].map(periods)]


def by_city(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order of the cities' keys, which are their index, so that a city's are found at once."""
    return rows.sort_values("city", kind="stable").set_index("city")


def asked_bases(table: pd.DataFrame, valued: Mapping[str, Period]) -> pd.DataFrame:
    """Each indicator's period with every base period there are values of; with the first base where there are none."""
    pairs = table[["indicator", "period"]].drop_duplicates()
    held = set(zip(pairs["indicator"], pairs["period"], strict=True))
    asked = [
        {"indicator": indicator, "period": str(span), "base": base, "base_period": str(span.base(base))}
        for indicator, span in valued.items()
        for base in [base for base in span.bases() if (indicator, str(span.base(base))) in held] or CALENDAR_BASES[:1]
    ]
    return pd.DataFrame(asked, columns=["indicator", "period", "base", "base_period"])
