"""League tables: every city's value, rank and change of rank for an indicator of a workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from zjjstats.errors import UnknownNameError
from zjjstats.periods import BASES, Base, Period, newest
from zjjstats.ranks import rank, rank_change
from zjjstats.schema import PROVINCE
from zjjstats.workspace import Workspace

COLUMNS = ["city", "value", "rank", "of", "rank_before", "rank_change"]


def published(table: pd.DataFrame, by: dt.date | None) -> pd.DataFrame:
    """The rows that were out by a cut-off date; rows that do not say when they were published always are."""
    if by is None:
        return table
    return table[table["published_on"].isna() | (table["published_on"] <= pd.Timestamp(by))]


def spans(table: pd.DataFrame, briefing: Period) -> dict[str, Period]:
    """By indicator, the newest period of the table whose figures may stand in the briefing."""
    found = {}
    for indicator, periods in table.groupby("indicator", sort=False)["period"].unique().items():
        if span := newest([Period.parse(text) for text in periods], briefing=briefing):
            found[indicator] = span
    return found


def standings(workspace: Workspace, table: pd.DataFrame, wanted: pd.DataFrame, *, scope: str) -> pd.DataFrame:
    """Rank of every city for each wanted indicator and period.

    Parameters
    ----------
    workspace
        Where the cities, groups and directions come from.
    table
        Rows of ``indicators``.
    wanted
        Columns ``indicator``, ``period``.
    scope
        ``province``, or a scheme of ``groups``: each city is ranked among the members of its group in that year.

    Returns
    -------
    pandas.DataFrame
        indicator, period, city, value, group, members, rank, of; a city without a value has no rank; with a scheme
        only the cities that belong to one of its groups that year are there.
    """
    grid = wanted.merge(workspace["cities"][["city", "order"]], how="cross")
    grid = grid.merge(table[["indicator", "period", "city", "value", "source"]], how="left")
    if scope == PROVINCE:
        grid = grid.assign(group=PROVINCE, members=PROVINCE)
    else:
        grid = grid.assign(year=grid["period"].str[:4].astype(int))
        groups = [workspace.members(scope, year) for year in (grid["year"].unique() if len(grid) else [0])]
        grid = grid.merge(pd.concat(groups), on=["year", "city"]).drop(columns="year")
    higher = workspace["dictionary"].set_index("indicator")["higher_is_better"].astype(bool)
    directed = grid.assign(higher_is_better=grid["indicator"].map(higher))
    return rank(directed, "value", by=["indicator", "period", "members"], higher_is_better="higher_is_better")


def placings(workspace: Workspace, table: pd.DataFrame, asked: pd.DataFrame, *, scope: str) -> pd.DataFrame:
    """Rank of every city for each indicator and period asked, and its change against the base period.

    Parameters
    ----------
    workspace, table, scope
        As in `standings`.
    asked
        Columns ``indicator``, ``period``, ``base_period`` (and any others, which are kept).

    Returns
    -------
    pandas.DataFrame
        The columns of `standings` and of ``asked``, rank_before, rank_change, source_before, tied, and reason: why
        the change is missing (``no value``, ``the group's members changed``, ``no rank in the base period``).
    """
    bases = asked[["indicator", "base_period"]].rename(columns={"base_period": "period"})
    wanted = pd.concat([asked[["indicator", "period"]], bases]).drop_duplicates()
    ranked = standings(workspace, table, wanted, scope=scope)
    # Several periods of a year may have one base, last year's: what was before is told for each.
    before = asked[["indicator", "period", "base_period"]].merge(ranked.rename(columns={"period": "base_period"}))
    keys = ["indicator", "period", "city", "base_period"]
    moved = rank_change(asked.merge(ranked), before[[*keys, "members", "rank"]], on=[*keys, "members"])
    earlier = before[[*keys, "members", "source"]].rename(
        columns={"members": "members_before", "source": "source_before"}
    )
    moved = moved.merge(earlier, on=keys, how="left")
    has_moved = moved["members_before"].notna() & (moved["members_before"] != moved["members"])
    reason = pd.Series("no rank in the base period", index=moved.index, dtype="str")
    reason = reason.mask(has_moved, "the group's members changed").mask(moved["rank"].isna(), "no value")
    shared = moved.duplicated(["indicator", "period", "base_period", "members", "rank"], keep=False)
    return moved.assign(reason=reason.mask(moved["rank_change"].notna()), tied=shared & moved["rank"].notna())


def base_period(table: pd.DataFrame, indicator: str, period: Period, base: Base) -> Period | None:
    """The period a change is measured against; None where the table holds no earlier one to be ``previous_period``."""
    if base != "previous_period":
        return period.base(base)
    held = {Period.parse(text) for text in table.loc[table["indicator"] == indicator, "period"].unique()}
    earlier = [other for other in held if other < period and other.is_cumulative == period.is_cumulative]
    return max(earlier, key=lambda other: (other.year, other.last_month), default=None)


def league_tables(workspace: Workspace, periods: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    """By indicator, every city's value, rank and source in the province, best first; all indicators in one go.

    Parameters
    ----------
    workspace
        The tables.
    periods
        The period of each indicator.
    """
    wanted = pd.DataFrame({"indicator": list(periods), "period": list(periods.values())}, dtype="str")
    ranked = best_first(standings(workspace, workspace["indicators"], wanted, scope=PROVINCE))
    return {indicator: ranked[ranked["indicator"] == indicator].reset_index(drop=True) for indicator in periods}


def best_first(ranked: pd.DataFrame) -> pd.DataFrame:
    """The rows by rank, then in the standard order of the cities; those without a rank last."""
    return ranked.assign(place=ranked["rank"].fillna(len(ranked) + 1)).sort_values(["place", "order"])


def league_table(
    workspace: Workspace,
    indicator: str,
    period: str | Period,
    *,
    scope: str = PROVINCE,
    base: Base = "same_period_last_year",
) -> pd.DataFrame:
    """Every city's value and rank for one indicator and period, best first.

    Parameters
    ----------
    workspace
        The tables, from `zjjstats.open_workspace`.
    indicator
        Key or name of an indicator.
    period
        The period itself, not a briefing that covers it.
    scope
        ``province``, or a scheme of ``groups``.
    base
        What the change of rank is measured against.

    Returns
    -------
    pandas.DataFrame
        city, value (a fraction where the unit is percent), rank (competition rank 1-2-2-4), of (cities ranked),
        rank_before, rank_change (positive = moved up), and with a scheme also group; ordered by group, rank and the
        standard order of the cities, those without a value last and without a rank.

    Raises
    ------
    UnknownNameError
        The indicator, the base or the scheme in that year does not exist, or there are no values for the period.
    """
    if base not in BASES:
        raise UnknownNameError.among("base", base, BASES)
    key, now = workspace.indicator(indicator), Period.parse(period)
    table = workspace["indicators"]
    held = table.loc[table["indicator"] == key, "period"].unique()
    if str(now) not in held:
        raise UnknownNameError.among(f"period of {key}", str(now), sorted(held, reverse=True))
    schemes = [PROVINCE, *workspace["groups"]["scheme"].unique()]
    if scope not in schemes or (scope != PROVINCE and workspace.members(scope, now.year).empty):
        raise UnknownNameError.among(f"scope in {now.year}", scope, schemes)
    before = base_period(table, key, now, base)
    asked = pd.DataFrame({"indicator": [key], "period": [str(now)], "base_period": [str(before)]})
    moved = placings(workspace, table, asked, scope=scope)
    ordered = best_first(moved)
    if scope == PROVINCE:
        return ordered[COLUMNS].reset_index(drop=True)
    first_city = moved.groupby("group")["order"].transform("min")
    by_group = ordered.assign(group_order=first_city).sort_values(["group_order", "place", "order"])
    return by_group[[*COLUMNS, "group"]].reset_index(drop=True)
