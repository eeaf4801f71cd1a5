"""A workspace's folder with workbooks in it, beside CSV files or in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import pandas as pd

from zjjstats.errors import Fault
from zjjstats.schema import Table
from zjjstats.sources.folder import CsvFolder
from zjjstats.sources.source import Part
from zjjstats.workbooks.messages import Faults, Lang
from zjjstats.workbooks.source import WorkbookSource


class WorkbookFolder(CsvFolder):
    """A folder of CSV files and workbooks; a table stands in one kind of file only."""

    def __init__(self, place: Path, tables: Mapping[str, Table], lang: Lang = "en") -> None:
        super().__init__(place, tables)
        self.unread = WorkbookSource(place, Faults(lang))

    @cached_property
    def books(self) -> WorkbookSource:
        """The workbooks, read; programmes are named in them as in the dictionary."""
        dictionary = ""
        if "dictionary" in super().present():
            # Its own faults are told when it is read as a table.
            dictionary = super().texts(self.tables["dictionary"], [], []).to_csv(index=False)
        self.unread.read(dictionary)
        return self.unread

    def present(self) -> set[str]:
        """The tables that have a file or a sheet."""
        return super().present() | self.books.files.keys()

    def digests(self) -> dict[str, str]:
        """By table the digest of its CSV file, by name that of each workbook."""
        return super().digests() | self.unread.digests()

    def digest(self, table: str, digests: Mapping[str, str]) -> str:
        """The digests of the files that hold the table."""
        return "; ".join(digests[file] for file in self.books.files.get(table, [table]))

    def file(self, table: str) -> str:
        """The names of the files that hold the table."""
        return "; ".join(self.books.files.get(table, [super().file(table)]))

    def texts(self, table: Table, faults: list[Fault], warnings: list[str], part: Part | None = None) -> pd.DataFrame:
        """The whole table; one that stands in a workbook and in a CSV file is a fault."""
        if table.name not in self.books.files:
            return super().texts(table, faults, warnings, part)
        if table.name not in super().present():
            return self.books.texts(table)
        rule = f"the table {table.name} is held by {table.file} too: keep one of them, and move the other away"
        faults.extend(Fault(file, 0, "", "", rule) for file in self.books.files[table.name])
        return super().texts(table, faults, warnings, part)

    def warnings(self) -> list[str]:
        """What was seen in the workbooks that is no fault."""
        return [*map(str, self.books.said.warnings), *self.books.said.notes]

    def told_faults(self, faults: Sequence[Fault]) -> list[Fault]:
        """The faults at their cells."""
        return self.books.all_faults(list(faults))
