"""What the indicators of a briefing tell of all cities: ranks, changes of rank and growth, worked out in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from zjjstats.league import placings, published, spans
from zjjstats.periods import CALENDAR_BASES, Period, newest
from zjjstats.rates import growth
from zjjstats.schema import GROUP, PROVINCE
from zjjstats.workspace import Workspace

SCOPES = (PROVINCE, GROUP)
KEYS = ["indicator", "period"]
Rows = dict[tuple[str, str], list[dict[str, Any]]]


@dataclass(frozen=True)
class AllCities:
    """The indicators of one or more briefings; a rank needs the other cities, so that one costs nearly as much as all.

    ``values``, ``growths`` and ``placings`` hold rows of all cities, to be looked up by city.
    """

    periods: Mapping[str, Sequence[Period]]
    """By indicator, the periods whose values may stand in these briefings."""
    values: pd.DataFrame
    """The rows of ``indicators`` of these periods."""
    growths: pd.DataFrame
    """What `zjjstats.growth` tells of the amounts; ``source_before``; ``is_published``: whether a growth is too."""
    placings: pd.DataFrame
    """Rank in each scope and its change against each base for which there are values."""

    kept: dict[str, tuple[Rows, Rows, Rows]] = field(default_factory=dict, repr=False)
    """The cities that were asked for, since each is for many a briefing."""

    def spans(self, briefing: Period) -> dict[str, Period]:
        """By indicator, the newest period whose values may stand in a briefing."""
        told = ((indicator, newest(periods, briefing=briefing)) for indicator, periods in self.periods.items())
        return {indicator: span for indicator, span in told if span is not None}

    def of_city(self, city: str) -> tuple[Rows, Rows, Rows]:
        """A city's values, growths and placings by indicator and period, as plain rows."""
        if city not in self.kept:
            self.kept[city] = by_key(self.values, city), by_key(self.growths, city), by_key(self.placings, city)
        return self.kept[city]


def all_cities(workspace: Workspace, briefing: Period, published_by: dt.date | None) -> AllCities:
    """What the values that were published by a day tell of every city, each table indexed by city."""
    table = published(workspace["indicators"], published_by)
    valued = spans(table.dropna(subset="value"), briefing)
    return all_of_periods(workspace, table, {indicator: [span] for indicator, span in valued.items()})


def all_of_year(workspace: Workspace, year: int) -> AllCities:
    """The same for every briefing of a year: a frame of all its periods costs little more than that of one."""
    table = workspace["indicators"]
    told = table[table["period"].str.startswith(str(year))].dropna(subset="value")
    periods = told.groupby("indicator", sort=False)["period"].unique()
    return all_of_periods(workspace, table, {name: [*map(Period.parse, texts)] for name, texts in periods.items()})


def all_of_periods(workspace: Workspace, table: pd.DataFrame, periods: Mapping[str, Sequence[Period]]) -> AllCities:
    """What a table tells of every city for these periods of each indicator."""
    pairs = [(indicator, span) for indicator, spans in periods.items() for span in spans]
    now = of_periods(table, [(name, str(span), str(span)) for name, span in pairs])
    before = of_periods(table, [(name, str(span.base("same_period_last_year")), str(span)) for name, span in pairs])
    amounts = now[~now["indicator"].map(workspace.is_percent).astype(bool)]
    printed = of_periods(
        table.dropna(subset="value"), [(f"{name}_growth", str(span), str(span)) for name, span in pairs]
    )
    keys = ["city", *KEYS]
    growths = (
        growth(amounts, before, value="value", on=keys)
        .merge(before[[*keys, "source"]], on=keys, how="left", suffixes=("", "_before"))
        .merge(
            printed.assign(indicator=printed["indicator"].str.removesuffix("_growth"), is_published=True)[
                [*keys, "is_published"]
            ],
            on=keys,
            how="left",
        )
    )
    asked = asked_bases(table, pairs)
    placed = [placings(workspace, table, asked, scope=scope).assign(scope=scope) for scope in SCOPES]
    return AllCities(periods, by_city(now), by_city(growths), by_city(pd.concat(placed, ignore_index=True)))


def of_periods(table: pd.DataFrame, asked: Sequence[tuple[str, str, str]]) -> pd.DataFrame:
    """The rows of these indicators and periods, in the order of the table, each under the period that stands third."""
    wanted = pd.DataFrame(asked, columns=[*KEYS, "asked"], dtype="str")
    return table.merge(wanted, on=KEYS).drop(columns="period").rename(columns={"asked": "period"})


def by_city(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order of the cities' keys, which are their index, so that a city's are found at once."""
    return rows.sort_values("city", kind="stable").set_index("city")


def by_key(rows: pd.DataFrame, city: str) -> Rows:
    """A city's rows by indicator and period."""
    found: Rows = {}
    for row in rows.loc[city:city].to_dict("records"):
        found.setdefault((row["indicator"], row["period"]), []).append(row)
    return found


def asked_bases(table: pd.DataFrame, pairs: Sequence[tuple[str, Period]]) -> pd.DataFrame:
    """Each indicator's period with every base period there are values of; with the first base where there are none."""
    known = table[KEYS].drop_duplicates()
    held = set(zip(known["indicator"], known["period"], strict=True))
    asked = [
        {"indicator": indicator, "period": str(span), "base": base, "base_period": str(span.base(base))}
        for indicator, span in pairs
        for base in [base for base in span.bases() if (indicator, str(span.base(base))) in held] or CALENDAR_BASES[:1]
    ]
    return pd.DataFrame(asked, columns=["indicator", "period", "base", "base_period"])
