"""Figures of indicators: value, growth of an amount, rank in the province and in the group, change of rank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from zjjstats.all_cities import AllCities
from zjjstats.fact import Fact, fact, joined
from zjjstats.league import spans
from zjjstats.periods import CALENDAR_BASES, Period
from zjjstats.schema import PROVINCE
from zjjstats.workspace import Workspace

Row = dict[str, Any]


def indicator_facts(workspace: Workspace, briefing: Period, city: str, together: AllCities) -> Iterator[Fact]:
    """Each indicator's figures, from the cities' values or, where only those exist, from a bulletin's ranks."""
    bulletin = workspace["bulletin"][workspace["bulletin"]["city"] == city]
    is_ranked = city in workspace.cities_of["bulletin"]
    valued, printed = together.spans(briefing), spans(bulletin, briefing) if is_ranked else {}
    # Whichever is newer tells; of the same month, both do and are compared.
    valued, printed = (
        {name: span for name, span in ours.items() if name not in theirs or span.last_month >= theirs[name].last_month}
        for ours, theirs in ((valued, printed), (printed, valued))
    )
    values, growths, placed = together.of_city(city)
    for indicator in workspace["dictionary"]["indicator"]:
        computed: list[Fact] = []
        if span := valued.get(indicator):
            key = (indicator, str(span))
            (value,), (grown,) = values.get(key, [None]), growths.get(key, [None])
            computed += value_facts(workspace, indicator, span, value, grown)
            computed += rank_facts(placed[key]) if city != PROVINCE and key in placed else []
        told: list[Fact] = []
        if span := printed.get(indicator):
            told += bulletin_facts(bulletin[bulletin["indicator"] == indicator], span)
        yield from compared(computed, told)


def value_facts(
    workspace: Workspace, indicator: str, span: Period, row: Row | None, grown: Row | None
) -> Iterator[Fact]:
    """The city's value, and for an amount its growth against the same period of the year before."""
    unit = "fraction" if workspace.is_percent(indicator) else workspace.dictionary[indicator]["unit"]
    if row is None or pd.isna(row["value"]):
        source = "" if row is None else joined([row["source"]])
        yield fact(f"value.{indicator}", str(span), pd.NA, unit, source=source, note="no value")
        return
    yield fact(f"value.{indicator}", str(span), row["value"], unit, source=row["source"], note=row["note"])
    if grown is None:
        return
    is_published = not pd.isna(grown["is_published"])
    nominal = "nominal: the published growth rules" if is_published else "nominal" if unit != "count" else ""
    yield fact(
        f"yoy_growth.{indicator}",
        str(span),
        grown["growth"],
        "fraction",
        base_period=str(span.base("same_period_last_year")),
        part=grown["value"],
        whole=grown["value_before"],
        source=joined([grown["source"], grown["source_before"]]),
        note=nominal if pd.isna(grown["reason"]) else grown["reason"],
    )


def rank_facts(placed: list[Row]) -> Iterator[Fact]:
    """Rank in each scope, then its change against each base, of one indicator and period."""
    for scope in dict.fromkeys(row["scope"] for row in placed):
        rows = [row for row in placed if row["scope"] == scope]
        now = rows[0]
        indicator = now["indicator"]
        about = {"of": now["of"], "source": joined(row["source"] for row in rows)}
        note = "no value" if pd.isna(now["rank"]) else "tied" if now["tied"] else ""
        yield fact(f"rank.{indicator}.{scope}", now["period"], now["rank"], "place", note=note, **about)
        for row in rows:
            yield fact(
                f"rank_change.{indicator}.{scope}.{row['base']}",
                row["period"],
                row["rank_change"],
                "places",
                base_period=row["base_period"],
                part=row["rank"],
                whole=row["rank_before"],
                note=row["reason"],
                **about | {"source": joined([row["source"], row["source_before"]])},
            )


def bulletin_facts(rows: pd.DataFrame, span: Period) -> Iterator[Fact]:
    """The ranks and changes that a bulletin prints; a change whose scope it leaves open gives one reading a scope."""
    rows = rows[rows["period"] == str(span)]
    ranks = rows.dropna(subset="rank").set_index("scope")["rank"].to_dict()
    for row in rows.to_dict("records"):
        about = {"origin": "bulletin", "source": row["source"]}
        if not pd.isna(row["rank"]):
            name = f"rank.{row['indicator']}.{row['scope']}"
            yield fact(name, str(span), row["rank"], "place", note=row["note"], **about)
        if pd.isna(row["places_gained"]):
            continue
        readings = row["scope"].split("|")
        for scope in readings:
            now = ranks.get(scope, pd.NA)
            note = "earlier rank implied" if len(readings) == 1 else f"one of {len(readings)} readings: {row['scope']}"
            yield fact(
                f"rank_change.{row['indicator']}.{scope}.{row['base']}",
                str(span),
                row["places_gained"],
                "places",
                base_period=str(span.base(row["base"])) if row["base"] in CALENDAR_BASES else pd.NA,
                part=now,
                whole=now + row["places_gained"],
                note="; ".join(text for text in (note, row["note"]) if text and not pd.isna(text)),
                **about,
            )


def compared(computed: list[Fact], told: list[Fact]) -> Iterator[Fact]:
    """The computed figures, each saying whether the bulletin agrees; then what the bulletin alone tells."""
    printed = {figure["fact"]: figure for figure in told}
    known = {figure["fact"] for figure in computed if not pd.isna(figure["value"])}
    for figure in computed:
        other = printed.get(figure["fact"])
        if other is None:
            yield figure
        elif figure["fact"] in known:
            agrees = other["value"] == figure["value"]
            verdict = "the bulletin agrees" if agrees else f"the bulletin differs: {other['value']}"
            yield figure | {"note": "; ".join(filter(None, [figure["note"], verdict, other["note"]]))}
    yield from (figure for name, figure in printed.items() if name not in known)
