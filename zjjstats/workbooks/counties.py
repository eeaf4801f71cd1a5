"""Counties and the cities they belong to, however a ledger writes them."""

from __future__ import annotations

import csv
import difflib
import re
from functools import cached_property
from pathlib import Path

import pandas as pd

from zjjstats.cells import CityNames
from zjjstats.errors import UnknownNameError
from zjjstats.places import SHIPPED
from zjjstats.workbooks.words import fold

FILE = "counties.csv"
ENDING = re.compile(r"(?:(?:[一-鿿]{1,2}族)*自治县|区|县|市)$")
# Places that run projects as a county does, without being one.
LIKE_A_COUNTY = re.compile(
    r".*(?:本级|市直|市属|市辖|省直|省属|区直|县直|直属|高新区|经开区|开发区|管理区|园区|新区|示范区|度假区|工业园|产业园|新城|农场|跨区|跨县|多个区县|全市|各区县).*"
)


class Places:
    """The cities of a workspace and the counties of the province."""

    def __init__(self, *folders: Path) -> None:
        cities = next(
            f / "cities.csv" for f in (*folders, SHIPPED / "data" / "published") if (f / "cities.csv").is_file()
        )
        self.table = pd.read_csv(cities, dtype="str", keep_default_na=False, encoding="utf-8-sig")
        self.cities = CityNames(self.table)
        self.names = list(zip(self.table["name_zh"], self.table["city"], strict=True))
        self.seen: dict[tuple[str, str | None], str | None] = {}
        self.counties: dict[str, list[str]] = {}
        for folder in (SHIPPED / "data", *folders):
            if (folder / FILE).is_file():
                with (folder / FILE).open(encoding="utf-8-sig", newline="") as lines:
                    for row in csv.DictReader(lines):
                        if row["city"] in set(self.table["city"]):
                            self.counties.setdefault(row["county"], []).append(row["city"])

    @cached_property
    def by_stem(self) -> dict[str, str]:
        """Counties by their name without 区, 县 or 市, where two characters are left and one county is meant."""
        stems: dict[str, list[str]] = {}
        for county in self.counties:
            if len(stem := ENDING.sub("", county)) > 1:
                stems.setdefault(stem, []).append(county)
        return {stem: names[0] for stem, names in stems.items() if len(names) == 1}

    @cached_property
    def city_words(self) -> dict[str, str]:
        """Cities' Chinese names in full and short, for finding one in a title."""
        short = {re.sub("(?:自治州|市|州)$", "", name): key for name, key in self.names}
        return {name: key for name, key in short.items() if len(name) > 1}

    def city(self, name: str) -> str | None:
        """The key of a city, or None where no city is written like that."""
        try:
            return self.cities[name]
        except UnknownNameError:
            return None

    def city_in(self, text: str) -> str | None:
        """The one city that a text names, or None."""
        found = {key for name, key in self.city_words.items() if name in text}
        return found.pop() if len(found) == 1 else None

    def county(self, text: str, city: str | None) -> str | None:
        """The county that a cell names, as it is properly written, or None where there is none such."""
        if (text, city) not in self.seen:
            self.seen[text, city] = self.find_county(text, city)
        return self.seen[text, city]

    def find_county(self, text: str, city: str | None) -> str | None:
        """The county that a text names; see `county`."""
        name = fold(text)
        for prefix in ("湖南省", *self.city_prefixes(city)):
            if name.startswith(prefix) and len(name) > len(prefix) + 1 and name not in self.counties:
                name = name.removeprefix(prefix)
        if name in self.counties:
            return name
        if name in self.by_stem:
            return self.by_stem[name]
        return name if LIKE_A_COUNTY.fullmatch(name) else None

    def city_prefixes(self, city: str | None) -> list[str]:
        """What may stand before a county: the names of its city."""
        return [name for name, key in self.names if city in (None, key)]

    def county_in(self, text: str, city: str | None) -> str | None:
        """The one county that a longer text names, in full or short, or None."""
        folded = fold(text)
        of_city = {name for name, cities in self.counties.items() if city in (None, *cities)}
        found = {name for name in of_city if name in folded}
        if not found:
            found = {name for stem, name in self.by_stem.items() if stem in folded and name in of_city}
        longest = {name for name in found if not any(name != other and name in other for other in found)}
        return longest.pop() if len(longest) == 1 else None

    def knows_counties_of(self, city: str | None) -> bool:
        """Whether the counties of a city are listed, or any where no city is known."""
        return any(city in (None, *homes) for homes in self.counties.values())

    def slip_of(self, text: str, city: str | None) -> str | None:
        """The county of which a text is one sign away, more, less or another; None where none or several are."""
        near = [
            county
            for county, homes in self.counties.items()
            if city in (None, *homes) and county[:1] == text[:1] and one_apart(text, county)
        ]
        return near[0] if len(near) == 1 else None

    def near(self, text: str) -> list[str]:
        """The counties written most like the text."""
        return difflib.get_close_matches(fold(text), list(self.counties), n=2, cutoff=0.5)


def one_apart(one: str, other: str) -> bool:
    """Whether two texts differ by one character that is changed, added or left out.

    Examples
    --------
    >>> one_apart("慈立县", "慈利县"), one_apart("永定新区", "永定区"), one_apart("永定区", "永定区")
    (True, True, False)
    """
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    shorter, longer = sorted((one, other), key=len)
    return any(shorter == longer[:at] + longer[at + 1 :] for at in range(len(longer)))
