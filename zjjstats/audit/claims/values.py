"""What a claim of a workspace comes to: by its own check, or by the table that holds the figure it means."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

import pandas as pd

from zjjstats.audit.claims.words import CLAIM_WORDS
from zjjstats.errors import UnknownNameError
from zjjstats.facts import facts
from zjjstats.league import league_table
from zjjstats.periods import Period
from zjjstats.phrases import Lang
from zjjstats.schema import UNITS_IN_PERCENT
from zjjstats.wording import Wording, number_text
from zjjstats.workspace import Workspace

NUMBER = r"-?\d+(?:\.\d+)?"
SHARE = re.compile(rf"({NUMBER})/({NUMBER})")
SUM = re.compile(rf"{NUMBER}(?:[+-]\d+(?:\.\d+)?)+")
COUNT = re.compile(rf"count\((\w+)(>=|<=|>|<)({NUMBER})\)")
RANK = re.compile(r"rank\((\w+)\)")
OPERATIONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le,
}  # fmt: skip
# Enough digits of a recomputed value to see how it rounds.
MORE_DIGITS = 3
ON_YEAR = "_change_on_year"
# Quantities that mean one figure of a briefing, whatever the programme or database is called.
FACTS = {
    "projects_total": "planned.*.all",
    "projects_new": "planned.*.new",
    "projects_new_started": "started.*.new",
    "projects_to_complete": "planned.*.due",
    "projects_to_complete_started": "started.*.due",
    "start_rate": "start_rate.*.all",
    "start_rate_new": "start_rate.*.new",
    "start_rate_to_complete": "start_rate.*.due",
    "product_innovation_projects": "entries.product_innovation_database",
    "growth_vs_2021": "entries_growth.product_innovation_database.last_year",
    "rank_gross_output_province": "rank.gross_industrial_output_growth.province",
    "rank_gross_output_queue": "rank.gross_industrial_output_growth.assessment_group",
    "rank_industrial_fai_province": "rank.industrial_fai_growth.province",
    "rank_tech_upgrade_investment_province": "rank.tech_upgrade_investment_growth.province",
    "places_gained_gross_output": "rank_change.gross_industrial_output_growth.*.last_year",
    "places_gained_industrial_fai": "rank_change.industrial_fai_growth.province.same_*",
    "places_gained_tech_upgrade_investment": "rank_change.tech_upgrade_investment_growth.province.same_*",
}

Claim = Mapping[str, Any]


@dataclass(frozen=True)
class Reading:
    """What a claim comes to in one reading: the unrounded value in the printed unit, and how it was found."""

    value: Decimal
    how: str


class Unclear(Exception):  # noqa: N818 - a reason, not an error
    """Raised, and caught here, where a claim cannot be checked; its text says why."""


class Tables:
    """What the tables of a workspace say to a claim."""

    def __init__(self, workspace: Workspace, lang: Lang) -> None:
        self.workspace = workspace
        self.lang = lang
        self.words = CLAIM_WORDS[lang]
        self.wording = Wording(workspace, lang)
        self.known: dict[tuple[str, str], list[dict[str, Any]]] = {}

    @cached_property
    def values(self) -> dict[tuple[str, str, str], tuple[float, str]]:
        """By indicator, period and city, the value as it is held and its source."""
        table = self.workspace["indicators"].dropna(subset="value")
        keys = zip(table["indicator"], table["period"], table["city"], strict=True)
        return dict(zip(keys, zip(table["value"], table["source"], strict=True), strict=True))

    def readings(self, claim: Claim) -> Iterator[Reading]:
        """Every value that the claim may mean; at least one.

        Raises
        ------
        Unclear
            Nothing can be recomputed or compared.
        """
        check = "" if pd.isna(claim["check"]) else claim["check"].replace(" ", "")
        quantity = claim["quantity"]
        if check:
            yield self.recomputed(claim, check)
        elif quantity in self.workspace.dictionary:
            yield self.held(claim, quantity)
        elif quantity.removesuffix(ON_YEAR) in self.workspace.dictionary:
            yield self.change(claim, quantity.removesuffix(ON_YEAR))
        elif quantity.removeprefix("rank_") in self.workspace.dictionary:
            yield self.place(claim, quantity.removeprefix("rank_"))
        elif quantity in FACTS:
            yield from self.told(claim, FACTS[quantity])
        else:
            raise Unclear(self.words["no_check"])

    def recomputed(self, claim: Claim, check: str) -> Reading:
        """The claim's own check, redone."""
        if found := SHARE.fullmatch(check):
            part, whole = map(Decimal, found.groups())
            if not whole:
                raise Unclear(self.words["zero"])
            in_percent = claim["unit"] in UNITS_IN_PERCENT
            return self.shown(claim, part / whole * (100 if in_percent else 1), f"{part} ÷ {whole}")
        if SUM.fullmatch(check):
            terms = re.findall(r"[+-]?\d+(?:\.\d+)?", check)
            return self.shown(claim, sum(map(Decimal, terms), Decimal()), re.sub(r"(?<=\d)([+-])", r" \1 ", check))
        if found := COUNT.fullmatch(check):
            return self.counted(claim, *found.groups())
        if found := RANK.fullmatch(check):
            return self.place(claim, found[1])
        raise Unclear(self.words["unreadable"].format(check=check))

    def shown(self, claim: Claim, value: Decimal, how: str, source: str = "") -> Reading:
        """A reading whose way of being found ends with its value, to more digits than are printed.

        A table that was filled from the very release is no second witness, and is said so.
        """
        decimals = max(-int(Decimal(claim["printed"]).as_tuple().exponent), 0)
        unit = "%" if claim["unit"] in UNITS_IN_PERCENT else ""
        told = f"{how} = {number_text(value, decimals + MORE_DIGITS, drop_zeros=True)}{unit}"
        return Reading(value, told + (self.words["same_source"] if claim["source"] in source.split("; ") else ""))

    def printed_value(self, indicator: str, period: str, city: str) -> tuple[Decimal, str]:
        """A value of the indicators in the unit that is printed, and its source."""
        if (indicator, period, city) not in self.values:
            raise Unclear(self.words["no_value"].format(indicator=indicator, period=period, city=city))
        value, source = self.values[indicator, period, city]
        return Decimal(repr(float(value))) * (100 if self.workspace.is_percent(indicator) else 1), source

    def held(self, claim: Claim, indicator: str) -> Reading:
        """The value that the indicators hold for the claim's city and period."""
        value, source = self.printed_value(indicator, claim["period"], claim["city"])
        return self.shown(claim, value, f"indicators.csv, {indicator}", source)

    def change(self, claim: Claim, indicator: str) -> Reading:
        """The difference of a percentage to that of the same period a year before, in points."""
        before = str(Period.parse(claim["period"]).base("same_period_last_year"))
        now, source = self.printed_value(indicator, claim["period"], claim["city"])
        earlier, _ = self.printed_value(indicator, before, claim["city"])
        told = (
            f"{number_text(now, MORE_DIGITS, drop_zeros=True)} - {number_text(earlier, MORE_DIGITS, drop_zeros=True)}"
        )
        return self.shown(claim, now - earlier, f"indicators.csv, {indicator}: {told}", source)

    def counted(self, claim: Claim, indicator: str, sign: str, threshold: str) -> Reading:
        """How many cities lie over or under a threshold; every city must have a value."""
        cities = self.workspace["cities"]["city"].tolist()
        values = [self.printed_value(indicator, claim["period"], city)[0] for city in cities]
        found = sum(OPERATIONS[sign](value, Decimal(threshold)) for value in values)
        how = f"indicators.csv, {indicator} {sign} {threshold}, {claim['period']}"
        return self.shown(claim, Decimal(found), self.words["of_cities"].format(how=how, n=len(cities)))

    def place(self, claim: Claim, indicator: str) -> Reading:
        """The city's rank in the province."""
        try:
            table = league_table(self.workspace, indicator, claim["period"]).set_index("city")
        except UnknownNameError as error:
            missing = self.words["no_value"]
            raise Unclear(missing.format(indicator=indicator, period=claim["period"], city=claim["city"])) from error
        if claim["city"] not in table.index or pd.isna(table.at[claim["city"], "rank"]):
            missing = self.words["no_value"]
            raise Unclear(missing.format(indicator=indicator, period=claim["period"], city=claim["city"]))
        of = table.at[claim["city"], "of"]
        how = self.words["of_cities"].format(how=f"rank({indicator}), {claim['period']}", n=of)
        return self.shown(claim, Decimal(int(table.at[claim["city"], "rank"])), how)

    def told(self, claim: Claim, pattern: str) -> Iterator[Reading]:
        """The figures of the city's briefing that the claim may mean, of the very period of the claim."""
        key = (claim["period"], claim["city"])
        if key not in self.known:
            has_city = claim["city"] in self.workspace["cities"]["city"].array
            frame = facts(self.workspace, claim["period"], city=claim["city"]) if has_city else pd.DataFrame()
            self.known[key] = frame.to_dict("records")
        rows = [
            row
            for row in self.known[key]
            if row["period"] == claim["period"] and fnmatchcase(row["fact"], pattern) and not pd.isna(row["value"])
        ]
        if not rows:
            raise Unclear(self.words["no_fact"].format(fact=pattern, period=claim["period"], city=claim["city"]))
        for row in rows:
            value = Decimal(repr(float(row["value"]))) * (100 if row["unit"] == "fraction" else 1)
            made_of = self.wording.made_of(row) if row["part"] is not pd.NA else ""
            yield self.shown(claim, value, ": ".join(filter(None, [row["fact"], made_of])), row["source"])
