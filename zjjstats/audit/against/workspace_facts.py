"""What a workspace holds for a figure: its facts, each briefing worked out once, and how a figure compares with one."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pandas as pd

from zjjstats.all_cities import AllCities, all_of_year
from zjjstats.audit.judging.findings import Finding, judged, told
from zjjstats.audit.judging.quantities import falls
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.names import Names
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.patterns import GROWTH_WORDS
from zjjstats.fact import as_rows, named
from zjjstats.facts import facts_of
from zjjstats.periods import Period
from zjjstats.phrases import Lang
from zjjstats.schema import PROVINCE
from zjjstats.wording import Wording, exact
from zjjstats.workspace import Workspace

# The tables whose rows are of a city and a period; a year without any has no facts.
DATED = ("indicators", "entries", "project_counts", "bulletin")
PROVINCE_NAMED = re.compile(r"全省|province|provincial|Hunan", re.IGNORECASE)
Row = dict[str, Any]


class Data:
    """A workspace's facts, each briefing computed once for all audits against it."""

    def __init__(self, workspace: Workspace, names: Names, lang: Lang) -> None:
        self.workspace, self.names, self.lang = workspace, names, lang
        self.wording = Wording(workspace, lang)
        # Facts cost far more than an audit's look at them, and many a text is audited against one workspace.
        self.briefings: dict[tuple[str, str], dict[str, Row]] = workspace.worked_out.setdefault("audit.briefings", {})
        self.planned: dict[tuple[str, str], list[str]] = {}
        self.together: dict[int, AllCities] = workspace.worked_out.setdefault("audit.together", {})
        self.years: set[tuple[str, str]] = workspace.worked_out.setdefault("audit.years", set()) or {
            (str(city), str(period)[:4])
            for table in DATED
            for city, period in zip(workspace[table]["city"], workspace[table]["period"], strict=True)
        }
        workspace.worked_out["audit.years"] = self.years
        # Of these cities and periods a table has rows of its own.
        self.dated: set[tuple[str, str]] = workspace.worked_out.setdefault("audit.dated", set()) or {
            (str(city), str(period))
            for table in DATED
            for city, period in zip(workspace[table]["city"], workspace[table]["period"], strict=True)
        }
        workspace.worked_out["audit.dated"] = self.dated
        self.has_ledger = len(workspace["projects"]) > 0

    def briefing(self, city: str, period: str) -> dict[str, Row]:
        """The facts of a city and period, by name."""
        if (city, period) not in self.briefings:
            if not self.has_ledger and (city, period[:4]) not in self.years:
                return {}
            briefing = Period.parse(period)
            if briefing.year not in self.together:
                self.together[briefing.year] = all_of_year(self.workspace, briefing.year)
            figures = facts_of(self.workspace, briefing, city, self.together[briefing.year])
            rows = as_rows(figures, city=city, is_sample=self.workspace.is_sample)
            self.briefings[city, period] = {str(row["fact"]): row for row in rows if not pd.isna(row["value"])}
        return self.briefings[city, period]

    def programmes(self, city: str, period: str) -> list[str]:
        """The programmes that the facts of a city and period tell of; most tell of none."""
        told = self.briefing(city, period)
        if told and (city, period) not in self.planned:
            names = (named(name).subject for name in told if name.startswith("planned."))
            self.planned[city, period] = list(dict.fromkeys(names))
        return self.planned.get((city, period), [])

    def held(self, context: Context, *names: str) -> list[Row]:
        """The facts of these names; where the text tells the period, only those that are of it."""
        told = self.briefing(context.city, context.period)
        rows = [told[name] for name in names if name in told]
        return [row for row in rows if row["period"] == context.period or not context.is_period_told]

    def evidence(self, row: Row) -> str:
        """Where a reader finds a fact."""
        wording = self.wording
        blanks = {
            "name": wording.name(row),
            "city": wording.label(row["city"]),
            "period": wording.period(row["period"]),
            "value": wording.value(row),
            "source": row["source"],
        }
        if wording.made_of(row) and row["unit"] == "fraction":
            return say(self.lang, "data.parts", sum=wording.made_of(row), **blanks)
        return say(self.lang, "data", **blanks)

    def city_in(self, words: str) -> str:
        """The first city that words name, else the province where they name that; empty where they name neither."""
        if match := self.names.city.search(words):
            return self.names.cities[match[0].casefold()]
        return PROVINCE if PROVINCE_NAMED.search(words) else ""

    def first(self, context: Context, name: str) -> Row | None:
        """The fact of this name, where it is held."""
        return next(iter(self.held(context, name)), None)

    def apart(self, row: Row, one: Decimal, other: Decimal) -> str:
        """Where a reader finds a fact, and how far it, or what it tells, is from another value."""
        shown = {"one": told(one), "other": told(other), "value": told(one - other)}
        return f"{self.evidence(row)}; {say(self.lang, 'difference', **shown)}"

    def indicators(self, context: Context) -> tuple[str, str]:
        """The level and the growth of what is named, by key; empty where the dictionary has none."""
        keys = self.names.stems[int(context.indicator)]
        percent = [key for key in keys if self.workspace.is_percent(key)]
        levels = [key for key in keys if not self.workspace.is_percent(key)]
        return (levels or [""])[0], (percent or [""])[0]


def printed_value(row: Row) -> Decimal:
    """A fact in the unit that texts print: percent for a fraction."""
    return exact(row) * 100 if row["unit"] == "fraction" else exact(row)


def compared(data: Data, item: Item, rows: list[Row], *, computed: bool = False) -> Finding | None:
    """The finding for a figure that is one of these facts: of the first that it equals, else of the first."""
    if not rows:
        return None
    is_fall = falls(item)
    is_told = GROWTH_WORDS.search(f"{item.own_before} {item.own_after[:16]}")
    findings = []
    for row in rows:
        value = printed_value(row)
        if not is_told and item.reading.kind in ("growth", "percentage"):
            # The verb stands a clause before, so that the sign is not told: shrank in Zhuzhou, by 1.4%.
            is_fall = value < 0
        signed = -value if is_fall and item.reading.kind in ("growth", "percentage") else value
        found = judged(item.reading, signed, data.evidence(row), computed=computed and not pd.isna(row["part"]))
        findings.append(found and replace(found, fact=str(row["fact"])))
    holds = (finding for finding in findings if finding and finding.verdict in ("confirmed", "last-digit"))
    return next(holds, findings[0] if findings else None)
