"""What every kind of source gives: digests of its tables, its description, and a table's rows as text."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from zjjstats.errors import Fault
from zjjstats.schema import Table
from zjjstats.tabular import plain_number

# The table of a database that holds the text of datapackage.json, in a column of that name.
DESCRIPTION, TEXT = "datapackage", "json"
PACKAGE_FILE = f"{DESCRIPTION}.json"
# From so many rows on, only those are read that the question needs.
LARGE = 500_000


@dataclass(frozen=True)
class Part:
    """Which rows of a large table of indicators are enough for a question; a field of None asks for all."""

    indicator: str | None = None
    years: tuple[int, ...] | None = None

    def conditions(self) -> list[tuple[str, list[str]]]:
        """Expressions over the columns, each with the texts of which one it must equal."""
        found = []
        if self.indicator is not None:
            found.append(("indicator", [self.indicator]))
        if self.years is not None:
            found.append(("substr(period, 1, 4)", [str(year) for year in self.years]))
        return found


class Source(ABC):
    """Where a workspace is; ``place`` is its file, folder or address, the last without a password."""

    def __init__(self, place: Path | str, tables: Mapping[str, Table]) -> None:
        self.place = place
        self.tables = tables

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
    """A source that answers SQL."""

    @abstractmethod
    def columns(self, table: str) -> dict[str, str]:
        """The columns of a table, each with its type in words of the engine."""

    @abstractmethod
    def rows(
        self, table: str, columns: Sequence[str], *, key: Sequence[str], part: Part | None
    ) -> list[tuple[object, ...]]:
        """Rows in an order that is always the same, each cell a text, a float or None."""

    @abstractmethod
    def count(self, table: str) -> int:
        """The number of rows."""

    def texts(self, table: Table, faults: list[Fault], warnings: list[str], part: Part | None = None) -> pd.DataFrame:
        """The table as text, indexed by row from 1; every declared column is there, absent ones empty.

        Of a large table of indicators only the part is read.
        """
        declared = {column.name: column for column in table.columns}
        found = list(self.columns(table.name))
        if missing := [name for name, column in declared.items() if name not in found and not column.may_be_absent]:
            faults.extend(Fault(table.file, 0, name, "", "the column is missing") for name in missing)
            return pd.DataFrame(columns=list(declared), dtype="str")
        if unknown := [name for name in found if name not in declared]:
            warnings.append(f"{table.file}: unknown column {', '.join(map(repr, unknown))} is not used")
        is_large = table.name == "indicators" and part is not None and self.count(table.name) >= LARGE
        wanted = [name for name in declared if name in found]
        rows = self.rows(table.name, wanted, key=table.key, part=part if is_large else None)
        if not rows:
            rule = "has no rows" + (" for what is asked" if is_large else "; leave the table out if there is nothing")
            faults.append(Fault(table.file, 0, "", "", rule))
        cells = [[as_text(cell) for cell in row] for row in rows]
        frame = pd.DataFrame(cells, columns=wanted, index=range(1, len(cells) + 1), dtype="str")
        return frame.reindex(columns=list(declared), fill_value="")

    def told(self, text: str) -> str:
        names = "|".join(self.tables)
        return re.sub(rf"\b({names})\.csv\b", lambda found: self.named(found[1]), text)

    def named(self, table: str) -> str:
        """What messages call a table."""
        return table


def as_text(cell: object) -> str:
    """A cell as the text that a file would hold."""
    if cell is None:
        return ""
    return plain_number(cell) if isinstance(cell, float) and cell == cell else str(cell).strip()  # noqa: PLR0124 - NaN
