"""Figures of projects: counts and start rates by programme and kind, entries into databases and their growth."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from zjjstats.fact import Fact, fact, joined
from zjjstats.ledger import KINDS, project_counts
from zjjstats.periods import CALENDAR_BASES, Period, newest
from zjjstats.rates import growth, rate
from zjjstats.workspace import Workspace


def project_facts(workspace: Workspace, briefing: Period, city: str) -> Iterator[Fact]:
    """Counts of projects planned and started, and start rate = started ÷ planned, by programme and kind."""
    told = [counts_from_ledger(workspace, briefing, city), reported_counts(workspace, briefing, city)]
    if all(counts.empty for counts in told):
        return
    counts = pd.concat(told)
    # The ledger's rows stand first and rule; a differing reported count is named in the note.
    reported = counts[counts.duplicated(["programme", "kind"])].set_index(["programme", "kind"])
    ruling = counts.drop_duplicates(["programme", "kind"]).astype({"kind": pd.CategoricalDtype(KINDS)})
    for row in rate(ruling, part="started", whole="planned").sort_values(["programme", "kind"]).to_dict("records"):
        other = reported.to_dict("index").get((row["programme"], row["kind"]), {})
        subject, about = f"{row['programme']}.{row['kind']}", {"period": row["period"], "source": row["source"]}
        for name in ("planned", "started"):
            if not pd.isna(row[name]):
                is_same_period = other.get("period") == row["period"] and not pd.isna(other[name])
                differs = is_same_period and other[name] != row[name]
                note = f"reported count differs: {other[name]}" if differs else ""
                yield fact(f"{name}.{subject}", value=row[name], unit="count", note=note, **about)
        unknown = [f"{name} is not reported" for name in ("planned", "started") if pd.isna(row[name])]
        reason = unknown[0] if unknown else "nothing was planned"
        yield fact(
            f"start_rate.{subject}",
            value=row["rate"],
            unit="fraction",
            part=row["started"],
            whole=row["planned"],
            note=reason if pd.isna(row["rate"]) else "",
            **about,
        )


def counts_from_ledger(workspace: Workspace, briefing: Period, city: str) -> pd.DataFrame:
    """Counts at the briefing's end, for the programmes whose planned years take in the briefing's year."""
    if city not in workspace.cities_of["projects"]:
        return pd.DataFrame()
    ledger = workspace["projects"][workspace["projects"]["city"] == city]
    programmes = ledger.groupby("programme")
    first = programmes["planned_start"].transform("min").dt.year
    last = programmes["planned_completion"].transform("max").dt.year
    in_force = ledger[(first <= briefing.year) & (last >= briefing.year)]
    if in_force.empty:
        return pd.DataFrame()
    counts = project_counts(in_force, by=["programme"], on=briefing.end)
    return counts.assign(period=str(briefing), source=counts["programme"].map(programmes["source"].agg(joined)))


def reported_counts(workspace: Workspace, briefing: Period, city: str) -> pd.DataFrame:
    """The newest counts reported for each programme and kind."""
    if city not in workspace.cities_of["project_counts"]:
        return pd.DataFrame()
    counts = workspace["project_counts"][workspace["project_counts"]["city"] == city]
    chosen = [
        rows[rows["period"] == str(span)]
        for _, rows in counts.groupby(["programme", "kind"])
        if (span := newest([Period.parse(text) for text in rows["period"].unique()], briefing=briefing))
    ]
    return pd.concat(chosen).drop(columns="city") if chosen else pd.DataFrame()


def entry_facts(workspace: Workspace, briefing: Period, city: str) -> Iterator[Fact]:
    """Entries into each database, and their growth = entries ÷ entries of the base - 1."""
    if city not in workspace.cities_of["entries"]:
        return
    entries = workspace["entries"][workspace["entries"]["city"] == city]
    for database, rows in entries.groupby("database"):
        span = newest([Period.parse(text) for text in rows["period"].unique()], briefing=briefing)
        if span is None:
            continue
        current = rows[rows["period"] == str(span)]
        about = {"period": str(span), "source": joined(current["source"])}
        yield fact(f"entries.{database}", value=current["entries"].iloc[0], unit="count", **about)
        bases = [base for base in span.bases() if str(span.base(base)) in set(rows["period"])] or CALENDAR_BASES[:1]
        for base in bases:
            before = str(span.base(base))
            previous = rows[rows["period"] == before]
            grown = growth(current, previous, value="entries", on=["city"]).iloc[0]
            yield fact(
                f"entries_growth.{database}.{base}",
                value=grown["growth"],
                unit="fraction",
                base_period=before,
                part=grown["entries"],
                whole=grown["entries_before"],
                note=grown["reason"],
                **about | {"source": joined(pd.concat([current["source"], previous["source"]]))},
            )
