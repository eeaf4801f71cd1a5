"""A workspace once it is read: checked tables, and what to call the things in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from zjjstats.cells import CityNames
from zjjstats.errors import UnknownNameError
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE, UNITS_IN_PERCENT

if TYPE_CHECKING:
    from zjjstats.sources.source import Part


@dataclass
class Workspace:
    """Checked tables of a folder, file or database; ``workspace["indicators"]`` is one, empty where it is absent.

    Values in percent are held as fractions, periods and cities by their canonical keys.
    """

    path: Path | str
    title: str
    origin: str
    licence: str
    tables: dict[str, pd.DataFrame]
    provenance: pd.DataFrame
    warnings: list[str] = field(default_factory=list)
    part: Part | None = None
    """Which rows of the indicators were read, where there are so many that not all of them were."""

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self.tables[table]

    @property
    def is_sample(self) -> bool:
        """Whether the figures are made up."""
        return self.origin == "sample"

    @cached_property
    def city_names(self) -> CityNames:
        """Every way to write a city of this workspace, to its key."""
        return CityNames(self["cities"])

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By language, what to call each city, indicator, programme and database."""
        named = pd.concat([self["cities"].set_index("city"), self["dictionary"].set_index("indicator")])
        provinces = {"zh": "全省", "en": "the province"}
        return {lang: {PROVINCE: provinces[lang]} | named[f"name_{lang}"].to_dict() for lang in provinces}

    @cached_property
    def dictionary(self) -> dict[str, dict[str, Any]]:
        """By indicator, its names, unit, decimals and whether higher is better."""
        entries: dict[str, dict[str, Any]] = self["dictionary"].set_index("indicator").to_dict("index")
        return entries

    @cached_property
    def cities_of(self) -> dict[str, frozenset[str]]:
        """By table, the cities that it has rows of."""
        return {name: frozenset(table["city"]) for name, table in self.tables.items() if "city" in table}

    @cached_property
    def worked_out(self) -> dict[Any, Any]:
        """What others have made of these tables and want to keep as long as the workspace, by a key of their own."""
        return {}

    def city(self, name: str) -> str:
        """The key of a city, however it is written.

        Raises
        ------
        UnknownNameError
            The workspace has no such city.
        """
        return self.city_names[str(name)]

    def indicator(self, name: str) -> str:
        """The key of an indicator, by key or by its name in either language.

        Raises
        ------
        UnknownNameError
            The dictionary has no such indicator.
        """
        for key, entry in self.dictionary.items():
            if name in (key, entry["name_zh"], entry["name_en"]):
                return key
        raise UnknownNameError.among("indicator", name, self.dictionary)

    def is_percent(self, indicator: str) -> bool:
        """Whether the indicator is printed in percent, and so held as a fraction."""
        return self.dictionary[indicator]["unit"] in UNITS_IN_PERCENT

    def label(self, key: str, lang: str) -> str:
        """What to call a city, indicator, programme or database; the key itself where no table names it."""
        return self.labels[lang].get(key, key)

    def periods(self) -> list[Period]:
        """Every period for which a table of figures holds something, oldest first."""
        tables = ("indicators", "project_counts", "entries", "bulletin")
        return sorted({Period.parse(text) for table in tables for text in self[table]["period"].unique()})

    def members(self, scheme: str, year: int) -> pd.DataFrame:
        """Year, city, group and ``members`` (all keys of the group, joined) of a grouping; empty if it has none."""
        groups = self["groups"]
        chosen = groups[(groups["scheme"] == scheme) & (groups["first_year"] <= year) & (groups["last_year"] >= year)]
        joined = chosen.groupby("group")["city"].transform(lambda cities: ",".join(sorted(cities)))
        told = chosen.assign(year=year, members=joined.astype("str"))
        return told[["year", "city", "group", "members"]].reset_index(drop=True)
