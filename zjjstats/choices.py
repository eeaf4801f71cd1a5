"""Which periods and cities a person asked for, checked against what a workspace holds."""

from __future__ import annotations

from collections.abc import Sequence

from zjjstats.errors import UnknownNameError
from zjjstats.periods import Period
from zjjstats.workspace import Workspace

HOME_CITY = "zhangjiajie"


def chosen_cities(workspace: Workspace, cities: Sequence[str], *, all_cities: bool) -> list[str]:
    """Keys of the cities asked for; without any, the home city of the package or the only city there is.

    Raises
    ------
    UnknownNameError
        A city does not exist, or none was named and the workspace has no city to take for granted.
    """
    keys: list[str] = workspace["cities"].sort_values("order")["city"].tolist()
    if all_cities:
        return keys
    if cities:
        return list(dict.fromkeys(workspace.city(name) for name in cities))
    if HOME_CITY in keys:
        return [HOME_CITY]
    if len(keys) == 1:
        return keys
    raise UnknownNameError(f"name a city with --city, or all with --all-cities; valid: {', '.join(keys)}")


def known_period(workspace: Workspace, period: str | Period) -> Period:
    """The period, once a table holds figures that its briefing may show.

    Raises
    ------
    PeriodError, UnknownNameError
        The text is no period, or no table holds anything for it; the message gives the nearest that has.
    """
    briefing, held = Period.parse(period), workspace.periods()
    if any(briefing.covers(other) for other in held):
        return briefing
    ledger = workspace["projects"]
    years = [ledger["planned_start"].min(), ledger["planned_completion"].max()]
    if len(ledger) and years[0].year <= briefing.year <= years[1].year:
        return briefing
    names = dict.fromkeys(other.name for other in reversed(held))
    raise UnknownNameError.among("period: no table holds figures for", str(period), names)


def chosen_periods(workspace: Workspace, periods: Sequence[str], *, all_periods: bool) -> list[Period]:
    """The periods asked for; all of them are the reporting quarters in which some table's figures end.

    Raises
    ------
    PeriodError, UnknownNameError
        A text is no period, no table holds anything for it, or none was named.
    """
    if all_periods:
        quarters = {Period(held.year, 1, -(-held.last_month // 3) * 3) for held in workspace.periods()}
        if not quarters:
            raise UnknownNameError("no table says which periods there are; name them, such as 2022Q1")
        return sorted(quarters)
    if not periods:
        raise UnknownNameError("name a period such as 2022Q1, or all with --all-periods")
    return list(dict.fromkeys(known_period(workspace, text) for text in periods))
