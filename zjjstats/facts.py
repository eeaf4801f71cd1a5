"""Every figure of one briefing, one row each, with its parts, base period, origin and source."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from zjjstats.all_cities import AllCities, all_cities
from zjjstats.fact import Fact, as_frame
from zjjstats.indicator_facts import indicator_facts
from zjjstats.periods import Period
from zjjstats.project_facts import entry_facts, project_facts
from zjjstats.workspace import Workspace


def facts(
    workspace: Workspace, period: str | Period, *, city: str, published_by: dt.date | None = None
) -> pd.DataFrame:
    """Every figure of a city's briefing for a period, one row each.

    Parameters
    ----------
    workspace
        The tables, from `zjjstats.open_workspace`.
    period
        The reporting period; each figure is of the newest period of the same year that ends no later.
    city
        The city, by key or name.
    published_by
        Leave out values published after this day; rows that do not say when they were published stay.

    Returns
    -------
    pandas.DataFrame
        - fact: ``planned.P.K``, ``started.P.K``, ``start_rate.P.K`` for a programme P and kind K (all, new, due);
          ``entries.D``, ``entries_growth.D.B`` for a database D and base B; ``value.I``, ``yoy_growth.I``,
          ``rank.I.S``, ``rank_change.I.S.B`` for an indicator I and scope S
        - city, period, base_period: keys; the base period is what a change is measured against
        - value: unrounded, rates and growth as fractions; missing where it cannot be told, with the reason in note
        - unit: count, place, places, fraction, or the indicator's own
        - part, whole: what the value is made of: numerator and denominator of a rate, present and base value of a
          growth or change
        - of: how many were ranked
        - origin: computed, bulletin or sample
        - source, note

    Raises
    ------
    PeriodError, UnknownNameError
        The period cannot be read; the city does not exist.
    """
    briefing, key = Period.parse(period), workspace.city(city)
    figures = facts_of(workspace, briefing, key, all_cities(workspace, briefing, published_by))
    return as_frame(figures, city=key, is_sample=workspace.is_sample)


def facts_of(workspace: Workspace, briefing: Period, city: str, together: AllCities) -> list[Fact]:
    """The `facts` of one city, by key, where what the indicators tell of all cities is worked out already."""
    return [
        *project_facts(workspace, briefing, city),
        *entry_facts(workspace, briefing, city),
        *indicator_facts(workspace, briefing, city, together),
    ]
