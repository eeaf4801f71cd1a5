"""A sheet's rows told apart: projects, totals, headings and notes, each project with its values and their cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from zjjstats.workbooks.aliases import Aliases
from zjjstats.workbooks.amounts import AmountError, read_amount
from zjjstats.workbooks.counties import Places
from zjjstats.workbooks.headers import Header
from zjjstats.workbooks.messages import Faults, address
from zjjstats.workbooks.rows import goes_on, kind_of_row
from zjjstats.workbooks.sheets import Sheet
from zjjstats.workbooks.stacked import headers_of
from zjjstats.workbooks.values import Values, power_of, read_values_of
from zjjstats.workbooks.words import COUNT, NUMERIC, fold, is_blank, is_total, shown

TABLE = "projects"


@dataclass(slots=True)
class Project:
    """One project of a ledger: its sheet and row, and its values."""

    sheet: Sheet
    row: int
    values: Values
    block: int

    @property
    def city(self) -> str:
        """The key of its city, or nothing where that is not known."""
        return self.values.texts["city"]


@dataclass(slots=True)
class Total:
    """A row of totals: its label, which rows it may be of, its amount as written and where."""

    row: int
    label: str
    block: int
    amount: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    at: tuple[int, int] = (0, 0)
    count: int | None = None
    count_at: tuple[int, int] = (0, 0)
    shown: str = ""


@dataclass
class Ledger:
    """A sheet that holds a ledger, read."""

    sheet: Sheet
    header: Header
    city: str | None
    projects: list[Project] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    skipped: int = 0

    @property
    def columns(self) -> dict[str, int]:
        """Where each column of the table stands."""
        return self.header.columns


def read_ledgers_of(
    sheet: Sheet, aliases: Aliases, places: Places, faults: Faults, *, city: str | None = None
) -> list[Ledger]:
    """The sheet's ledgers, mostly one; none where no header has a column for the project's name."""
    return [
        read_ledger(sheet, header, places, faults, city=city) for header in headers_of(sheet, TABLE, aliases, "name")
    ]


def read_ledger(sheet: Sheet, header: Header, places: Places, faults: Faults, *, city: str | None) -> Ledger:
    """The ledger under a header."""
    told = places.city_in(header.title) or places.city_in(sheet.name) or places.city_in(sheet.file)
    ledger = Ledger(sheet, header, city or told)
    report_header(ledger, faults)
    named = (places.county_in(text, ledger.city) for text in (sheet.name, header.title, Path(sheet.file).stem))
    county = next(filter(None, named), None)
    homes = places.counties.get(county or "", [])
    if ledger.city is None and len(homes) == 1:
        ledger.city = homes[0]
    block = 0
    place = header.columns.get("serial") or header.columns.get("project", 0)
    serials = range(header.last + 1, header.end + 1) if place else ()
    counts_in_digits = any(NUMERIC.fullmatch(fold(shown(sheet.value(row, place)))) for row in serials)
    for row in range(header.last + 1, header.end + 1):
        cells = sheet.row(row)
        kind = kind_of_row(cells, header, counts_in_digits=counts_in_digits)
        if kind == "project" and goes_on(sheet, row, header):
            kind = "note"
        if kind == "project":
            values = read_values_of(ledger, row, cells, places, faults, county)
            ledger.projects.append(Project(sheet, row, values, block))
            continue
        if kind == "blank":
            continue
        ledger.skipped += 1
        if kind == "header":
            first = next(column for column, cell in enumerate(cells, 1) if not is_blank(cell))
            faults.add("header_again", sheet.file, sheet=sheet.name, at=(row, first), value=shown(cells[first - 1]))
        elif kind in ("total", "heading"):
            block += 1
            text = label_of(cells, whole=kind == "heading")
            if kind == "heading":
                county = places.county_in(text, ledger.city) or county
            ledger.totals.append(total_of(row, text, block, ledger, cells))
    spread_city(ledger)
    return ledger


def spread_city(ledger: Ledger) -> None:
    """Gives rows that name no city the one that all others have."""
    known = {project.values.texts["city"] for project in ledger.projects} - {""}
    if len(known) == 1 and "city" not in ledger.columns:
        for project in ledger.projects:
            project.values.texts["city"] = next(iter(known))


def report_header(ledger: Ledger, faults: Faults) -> None:
    """Adds the faults of the header: a column twice, two units."""
    header, sheet = ledger.header, ledger.sheet
    for column, name in header.twice.items():
        other = f"{header.texts[header.columns[name]]}({address(header.last, header.columns[name])})"
        at, text = (header.last, column), header.texts[column]
        faults.add("column_twice", sheet.file, sheet=sheet.name, at=at, column=name, value=text, other=other)
    for name, unit in header.units.items():
        if unit and header.unit_above and unit != header.unit_above:
            at, text = (header.last, header.columns[name]), header.texts[header.columns[name]]
            words = {"found": unit, "other": header.unit_above}
            faults.add("unit_two_ways", sheet.file, sheet=sheet.name, at=at, column=name, value=text, **words)


def label_of(cells: list[object], *, whole: bool) -> str:
    """What a row calls itself: all its texts, or those up to the word for a total, such as 永定区 and 小计."""
    texts = dict.fromkeys(shown(cell) for cell in cells if isinstance(cell, str) and not is_blank(cell))
    if whole or not texts:
        return "".join(texts) or next(shown(cell) for cell in cells if not is_blank(cell))
    until = next((place for place, text in enumerate(texts) if is_total(text)), 0)
    return "".join(list(texts)[: until + 1])


def total_of(row: int, label: str, block: int, ledger: Ledger, cells: list[object]) -> Total:
    """What a row of totals says: an amount, a number of projects."""
    total = Total(row, fold(label), block)
    for column, cell in enumerate(cells, 1):
        if isinstance(cell, str) and (found := COUNT.search(fold(cell))):
            total.count, total.count_at, total.shown = int(found[1]), (row, column), shown(cell)
            break
    column = ledger.columns.get("investment_cny_1e4", 0)
    value = cells[column - 1] if 0 < column <= len(cells) else ""
    if column and (row, column) in ledger.sheet.marks.unstored:
        total.at = (row, column)
    elif column and not is_blank(value):
        # A label merged over the whole row says nothing about the amount.
        total.at = (row, column) if fold(shown(value)) != total.label else (0, 0)
        try:
            amount, power = read_amount(value), power_of(ledger.header)
        except AmountError:
            return total
        total.amount, total.tolerance = amount.in_unit(power), amount.tolerance(power)
    return total
