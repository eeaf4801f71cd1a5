"""What every kind of source gives: digests of its tables, its description, and a table's rows as text."""

from __future__ import annotations

import math
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from zjjstats.errors import Fault, PeriodError
from zjjstats.periods import Period
from zjjstats.schema import Table
from zjjstats.tabular import plain_number

# The table of a database that holds the text of datapackage.json, in a column of that name.
DESCRIPTION, TEXT = "datapackage", "json"
PACKAGE_FILE = f"{DESCRIPTION}.json"
# From so many rows on, only those are read that the question needs.
LARGE = 500_000
# A period as it is written, where it is missing an empty text.
PERIOD = "coalesce(CAST(period AS VARCHAR), '')"
# So many rows are held at a time as the driver gives them.
BATCH = 100_000


@dataclass(frozen=True)
class Part:
    """Which rows of a large table of indicators are enough for a question; a field of None asks for all."""

    indicator: str | None = None
    years: tuple[int, ...] | None = None
    periods: tuple[str, ...] | None = None

    @classmethod
    def of_briefings(cls, *periods: Period) -> Part:
        """What briefings of these periods may tell of: their years and, to compare with, the years before."""
        return cls(years=tuple(sorted({year for period in periods for year in (period.year - 1, period.year)})))

    def conditions(self) -> list[tuple[str, list[str]]]:
        """Expressions over the columns, each with the texts of which one it must equal."""
        found = []
        if self.indicator is not None:
            found.append(("indicator", [self.indicator]))
        if self.years is not None:
            found.append(("substr(period, 1, 4)", [str(year) for year in self.years]))
        if self.periods is not None:
            found.append((PERIOD, list(self.periods)))
        return found


class Source(ABC):
    """Where a workspace is; ``place`` is its file, folder or address, the last without a password."""

    def __init__(self, place: Path | str, tables: Mapping[str, Table]) -> None:
        self.place = place
        self.tables = tables
        # The tables of which only a part was read, with the lines of the corrections that name no row of it.
        self.partial: dict[str, set[int]] = {}

    @property
    @abstractmethod
    def name(self) -> str:
        """What to call the workspace where it has no title."""

    @abstractmethod
    def present(self) -> set[str]:
        """The names of all its tables."""

    @abstractmethod
    def digests(self) -> dict[str, str]:
        """By table, the digest of its content, the description included where there is one."""

    @abstractmethod
    def described(self) -> str | None:
        """The text of the description in the Data Package standard, if it has one."""

    @abstractmethod
    def texts(self, table: Table, faults: list[Fault], warnings: list[str], part: Part | None = None) -> pd.DataFrame:
        """The table as text, indexed by the place of each row; every declared column is there, absent ones empty."""

    def is_large(self) -> bool:
        """Whether so many rows of indicators are here that only those asked for are read."""
        return False

    def batched(self, table: Table) -> Iterator[pd.DataFrame]:
        """The rows of `texts` of a table that was checked, not all of them at a time where the source can do so."""
        yield self.texts(table, [], [])

    def parts(self) -> list[Part]:
        """The parts of a large table of indicators that can be checked one after the other; none of a small one."""
        return []

    def file(self, table: str) -> str:
        """What provenance calls the place of a table."""
        return table

    def told(self, text: str) -> str:
        """A message about CSV files in the words of this kind of source."""
        return text

    def told_faults(self, faults: Sequence[Fault]) -> list[Fault]:
        """The faults in the words of this kind of source, with those that it found itself."""
        return [replace(fault, file=self.told(fault.file), rule=self.told(fault.rule)) for fault in faults]

    def warnings(self) -> list[str]:
        """What the source itself has to say, once its tables are read."""
        return []

    def digest(self, table: str, digests: Mapping[str, str]) -> str:
        """The digest of what a table was read from, out of those of `digests`."""
        return digests[table]

    def close(self) -> None:  # noqa: B027 - most kinds keep nothing open
        """Lets go of what was opened."""


class Database(Source):
    """A source that answers SQL; ``floats`` are its types of binary numbers."""

    floats: tuple[str, ...]

    @abstractmethod
    def columns(self, table: str) -> dict[str, str]:
        """The columns of a table, each with its type in words of the engine."""

    @abstractmethod
    def batches(
        self, table: str, columns: Sequence[str], *, key: Sequence[str], part: Part | None
    ) -> Iterator[list[tuple[str | None, ...]]]:
        """Rows in an order that is always the same, at most `BATCH` at a time, each cell a text or None.

        Of a part, each row begins with its number in the whole table, from 1.
        """

    @abstractmethod
    def count(self, table: str) -> int:
        """The number of rows."""

    @abstractmethod
    def periods(self) -> list[str]:
        """The periods of the indicators as they are written, each once."""

    def is_large(self) -> bool:
        return "indicators" in self.present() and self.count("indicators") >= LARGE

    def parts(self) -> list[Part]:
        if not self.is_large() or "period" not in self.columns("indicators"):
            return []
        # By the year that each is read as: the same period, however it is written, is in one part.
        years: dict[int, list[str]] = {}
        for text in self.periods():
            try:
                year = Period.parse(text).year
            except PeriodError:
                year = 0
            years.setdefault(year, []).append(text)
        return [Part(periods=tuple(years[year])) for year in sorted(years)]

    def texts(self, table: Table, faults: list[Fault], warnings: list[str], part: Part | None = None) -> pd.DataFrame:
        """The table as text, indexed by row from 1; every declared column is there, absent ones empty.

        Of a large table of indicators only the part is read.
        """
        declared = {column.name: column for column in table.columns}
        found = self.columns(table.name)
        if missing := [name for name, column in declared.items() if name not in found and not column.may_be_absent]:
            faults.extend(Fault(table.file, 0, name, "", "the column is missing") for name in missing)
            return pd.DataFrame(columns=list(declared), dtype="str")
        if unknown := [name for name in found if name not in declared]:
            warnings.append(f"{table.file}: unknown column {', '.join(map(repr, unknown))} is not used")
        is_large = table.name == "indicators" and part is not None and self.is_large()
        if is_large:
            self.partial[table.name] = set()
        gathered = self.gatherers(table, found)
        wanted, places = list(gathered), list[int]()
        for rows in self.batches(table.name, wanted, key=table.key, part=part if is_large else None):
            columns = list(zip(*rows, strict=True))
            places += map(int, columns.pop(0)) if is_large else range(len(places) + 1, len(places) + len(rows) + 1)
            for column, cells in zip(gathered.values(), columns, strict=True):
                column.add(cells)
        read = {name: column.cells() for name, column in gathered.items()}
        frame = pd.DataFrame(read, index=places, dtype="str")
        # A year without indicators may have projects to tell of.
        if frame.empty and not (is_large and part and part.years is not None):
            rule = "has no rows" + (" for what is asked" if is_large else "; leave the table out if there is nothing")
            faults.append(Fault(table.file, 0, "", "", rule))
        return frame.reindex(columns=list(declared), fill_value="")

    def batched(self, table: Table) -> Iterator[pd.DataFrame]:
        found = self.columns(table.name)
        for rows in self.batches(table.name, list(self.gatherers(table, found)), key=table.key, part=None):
            gathered = self.gatherers(table, found)
            for column, cells in zip(gathered.values(), zip(*rows, strict=True), strict=True):
                column.add(cells)
            frame = pd.DataFrame({name: column.cells() for name, column in gathered.items()}, dtype="str")
            yield frame.reindex(columns=[column.name for column in table.columns], fill_value="")

    def gatherers(self, table: Table, found: Mapping[str, str]) -> dict[str, Texts]:
        """For each declared column that is there, with its type, what its cells are gathered in."""
        names = [column.name for column in table.columns if column.name in found]
        return {name: Texts(number_text if found[name] in self.floats else str.strip) for name in names}

    def told(self, text: str) -> str:
        names = "|".join(self.tables)
        return re.sub(rf"\b({names})\.csv\b", lambda found: self.named(found[1]), text)

    def named(self, table: str) -> str:
        """What messages call a table."""
        return table


class Texts:
    """A column of a table gathered batch by batch; of equal cells one text is held, however many there are."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self.read = read
        self.numbers: dict[str, int] = {"": 0}
        self.batches: list[NDArray[np.int32]] = []

    def add(self, cells: Sequence[str | None]) -> None:
        """The next cells; a missing one is an empty text."""
        codes, kinds = pd.factorize(np.array(cells, dtype=object))
        numbers = [self.numbers.setdefault(self.read(kind), len(self.numbers)) for kind in kinds]
        # The code of a missing cell, -1, is the last place.
        self.batches.append(np.array([*numbers, 0], dtype=np.int32)[codes])

    def cells(self) -> NDArray[np.object_]:
        """The texts of all rows, once: what they were gathered in is let go."""
        texts, batches, self.batches = np.array(list(self.numbers), dtype=object), self.batches, []
        return texts[np.concatenate(batches)] if batches else texts[:0]


def number_text(cell: str) -> str:
    """A binary number as a file would hold it, in full."""
    number = float(cell)
    return "nan" if math.isnan(number) else plain_number(number)
