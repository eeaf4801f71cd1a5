"""The words that mean a column: the shipped alias table, and what a folder's own adds to it."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from zjjstats.codebook import TABLES
from zjjstats.errors import DataError, Fault
from zjjstats.places import SHIPPED
from zjjstats.workbooks.words import PLACES_OF_UNITS, fold

FILE = "aliases.csv"
HEADER = ["table", "column", "alias", "note"]
# Columns of a ledger that are read though projects.csv has none such.
LEDGER_ONLY = ("serial", "owner", "location", "term", "state", "begun", "done")


@dataclass
class Aliases:
    """By table, the folded words that stand for a column; a column may be the first free of several."""

    words: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def columns(self, table: str, header: str) -> tuple[str, ...]:
        """The columns that a header's text may stand for, in order of preference; none where it is unknown."""
        known = self.words.get(table, {})
        folded = fold(header)
        return known.get(folded) or known.get(PLACES_OF_UNITS.sub("", folded), ())


def aliases_of(*folders: Path) -> Aliases:
    """The shipped aliases and those in the folders; a later one replaces an earlier one.

    Raises
    ------
    DataError
        A folder's own table breaks its rules; all faults at once.
    """
    aliases, faults = Aliases(), list[Fault]()
    for table in TABLES.values():
        aliases.words[table.name] = {column.name: (column.name,) for column in table.columns}
    for folder in (SHIPPED / "data", *dict.fromkeys(folders)):
        if (folder / FILE).is_file():
            add(folder / FILE, aliases, faults)
    if faults:
        raise DataError(faults)
    return aliases


def add(file: Path, aliases: Aliases, faults: list[Fault]) -> None:
    """Adds the rows of an alias table."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (UnicodeDecodeError, csv.Error) as error:
        faults.append(Fault(str(file), 0, "", "", f"is not well-formed CSV in UTF-8: {error}"))
        return
    for line, row in enumerate(rows, 2):
        table, column, alias = (row.get(name) or "" for name in HEADER[:3])
        if table not in TABLES:
            faults.append(Fault(str(file), line, "table", table, f"must be one of {', '.join(TABLES)}"))
            continue
        known = [one.name for one in TABLES[table].columns] + list(LEDGER_ONLY if table == "projects" else ())
        if unknown := [name for name in column.split("|") if name not in known]:
            rule = f"must be a column of {table}, or several joined by |: {', '.join(known)}"
            faults.append(Fault(str(file), line, "column", unknown[0], rule))
        elif not fold(alias):
            faults.append(Fault(str(file), line, "alias", alias, "must not be empty"))
        else:
            aliases.words[table][fold(alias)] = tuple(column.split("|"))
