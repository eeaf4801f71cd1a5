"""Ledgers to rows of projects.csv: what a ledger lacks is derived by stated rules, and each row names its cell."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from zjjstats.codebook import TABLES
from zjjstats.workbooks.amounts import amount_text
from zjjstats.workbooks.days import Span
from zjjstats.workbooks.ledger import Ledger, Project
from zjjstats.workbooks.rules import ORDER
from zjjstats.workbooks.values import DATES, INVESTMENT, TAKES_LAST
from zjjstats.workbooks.words import fold

# Where neither a column, nor the person, nor the title names a programme.
ANY_PROGRAMME = "project_ledger"
COLUMNS = [column.name for column in TABLES["projects"].columns]
UNNAMED_SHEET = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.IGNORECASE)


@dataclass(frozen=True)
class Record:
    """One row of projects.csv as text, and the project of the ledger that it comes from."""

    cells: dict[str, str]
    ledger: Ledger
    project: Project


def records(
    ledgers: Iterable[Ledger],
    checksums: dict[str, str],
    *,
    programme: str | None = None,
    programmes: dict[str, str] | None = None,
) -> list[Record]:
    """The rows of projects.csv, in the order of files, sheets and rows.

    Parameters
    ----------
    ledgers
        Ledgers without errors.
    checksums
        By file, its SHA-256.
    programme
        The programme of projects whose row names none.
    programmes
        By name as a ledger may write it, the key of each known programme.
    """
    read = list(ledgers)
    numbers = numbered(read)
    return [
        Record(cells_of(ledger, project, number, checksums, programme, programmes or {}), ledger, project)
        for (ledger, project), number in zip(all_projects(read), numbers, strict=True)
    ]


def all_projects(ledgers: list[Ledger]) -> Iterator[tuple[Ledger, Project]]:
    """Every project with its ledger."""
    for ledger in ledgers:
        for project in ledger.projects:
            yield ledger, project


def numbered(ledgers: list[Ledger]) -> list[str]:
    """Each project's number: its own, else sheet and serial number, else sheet and row where serials repeat."""
    files: dict[str, set[str]] = {}
    for ledger in ledgers:
        files.setdefault(ledger.sheet.name, set()).add(ledger.sheet.file)
    numbers = []
    for ledger in ledgers:
        sheet, file = ledger.sheet.name, Path(ledger.sheet.file).stem
        told = file if UNNAMED_SHEET.fullmatch(sheet) else sheet if len(files[sheet]) == 1 else f"{file}-{sheet}"
        serials = Counter(project.values.texts.get("serial", "") for project in ledger.projects)
        for project in ledger.projects:
            texts = project.values.texts
            serial = texts.get("serial", "")
            own = f"{serial}" if serial and serials[serial] == 1 else f"r{project.row}"
            numbers.append(texts.get("project") or f"{told}-{own}")
    twice = {number for number, times in Counter(numbers).items() if times > 1}
    placed = zip(numbers, all_projects(ledgers), strict=True)
    return [
        f"{ledger.sheet.file}-{ledger.sheet.name}-r{project.row}" if n in twice else n
        for n, (ledger, project) in placed
    ]


def cells_of(
    ledger: Ledger,
    project: Project,
    number: str,
    checksums: dict[str, str],
    programme: str | None,
    programmes: dict[str, str],
) -> dict[str, str]:
    """The cells of one row of projects.csv."""
    sheet, values = ledger.sheet, project.values
    written = values.texts.get("programme", "")
    named = programmes.get(fold(written), written) or programme
    title = next((key for name, key in programmes.items() if name and name in fold(ledger.header.title)), None)
    days = chosen_days(values.dates)
    place = f"{sheet.file} {sheet.name} row {project.row} sha256:{checksums[sheet.file][:16]}"
    known = {
        "project": number,
        "name": values.texts.get("name", ""),
        "city": values.texts["city"],
        "county": values.texts["county"],
        "programme": named or title or ANY_PROGRAMME,
        "sector": values.texts.get("sector", ""),
        INVESTMENT: amount_text(values.investment),
        "source": f"{values.texts['source']}; {place}" if values.texts.get("source") else place,
    }
    return {column: known.get(column, days.get(column, "")) for column in COLUMNS}


def chosen_days(dates: dict[str, Span]) -> dict[str, str]:
    """One day for each date: of a month the first or last, but never one that breaks the order within that month."""
    days: dict[str, dt.date] = {c: s.last if c in TAKES_LAST else s.first for c, s in dates.items()}
    for earlier, later in ORDER:
        if earlier in days and later in days and days[later] < days[earlier]:
            if not dates[later].exact:
                days[later] = min(days[earlier], dates[later].last)
            if days[later] < days[earlier]:
                days[earlier] = max(dates[earlier].first, days[later])
    return {column: days[column].isoformat() for column in DATES if column in days}
