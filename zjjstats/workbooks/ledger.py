"""A sheet's rows told apart: projects, totals, headings and notes, each project with its values and their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from zjjstats.workbooks.aliases import Aliases
from zjjstats.workbooks.amounts import AmountError, read_amount
from zjjstats.workbooks.counties import Places
from zjjstats.workbooks.headers import Header, find_header
from zjjstats.workbooks.messages import Faults, address
from zjjstats.workbooks.sheets import Sheet
from zjjstats.workbooks.values import Values, power_of, read_values_of
from zjjstats.workbooks.words import COUNT, HEADING, ORDINAL, SIGNED, fold, is_blank, is_note, is_total, shown

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


def read_ledger(
    sheet: Sheet, aliases: Aliases, places: Places, faults: Faults, *, city: str | None = None
) -> Ledger | None:
    """The sheet's ledger, or None where it has no header with a column for the project's name."""
    header = find_header(sheet, TABLE, aliases, "name")
    if header is None:
        return None
    told = places.city_in(header.title) or places.city_in(sheet.name) or places.city_in(sheet.file)
    ledger = Ledger(sheet, header, city or told)
    report_header(ledger, faults)
    county = places.county_in(sheet.name, ledger.city) or places.county_in(header.title, ledger.city)
    homes = places.counties.get(county or "", [])
    if ledger.city is None and len(homes) == 1:
        ledger.city = homes[0]
    block = 0
    serials = range(header.last + 1, len(sheet.rows) + 1) if "serial" in header.columns else ()
    counts_in_digits = any(fold(shown(sheet.value(row, header.columns["serial"]))).isdigit() for row in serials)
    for row in range(header.last + 1, len(sheet.rows) + 1):
        cells = sheet.row(row)
        kind = kind_of_row(cells, ledger, counts_in_digits=counts_in_digits)
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
            text = next(shown(cell) for cell in cells if not is_blank(cell))
            if kind == "heading":
                text = "".join(dict.fromkeys(shown(cell) for cell in cells if isinstance(cell, str) and cell))
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


def kind_of_row(cells: list[object], ledger: Ledger, *, counts_in_digits: bool) -> str:
    """What a row below the header is: blank, header, total, heading, note or project."""
    filled = [cell for cell in cells if not is_blank(cell)]
    if not filled:
        return "blank"
    columns, first = ledger.columns, fold(shown(filled[0]))
    name = text_in(cells, columns["name"])
    serial = text_in(cells, columns.get("serial", 0))
    if is_total(first) or (name and is_total(name)):
        return "total"
    if first.isdigit() and name and first == serial and len(filled) > len(("serial", "name")):
        # Most rows are as plain as this.
        return "header" if name.isdigit() and ledger.header.repeats(cells) else "project"
    if ledger.header.repeats(cells):
        return "header"
    return kind_of_other(cells, ledger, name, serial, counts_in_digits=counts_in_digits)


def kind_of_other(cells: list[object], ledger: Ledger, name: str, serial: str, *, counts_in_digits: bool) -> str:
    """What a row is that is neither plainly a project nor a total."""
    texts = [fold(shown(cell)) for cell in cells if not is_blank(cell)]
    different = dict.fromkeys(texts)
    if is_note(texts[0]) and (
        len(different) == 1 or all(SIGNED.match(text) or is_note(text) for text in different) or not name
    ):
        return "note"
    if counts_in_digits and serial and ORDINAL.fullmatch(serial):
        return "heading"
    if len(different) == 1:
        return kind_of_single(texts, name, serial)
    return "project" if name or is_record(cells, ledger) else "note"


def kind_of_single(texts: list[str], name: str, serial: str) -> str:
    """What a row with one text is: a heading or a note, unless it is a project with nothing but its name."""
    if (
        len(texts) > 1
        or HEADING.fullmatch(texts[0])
        or COUNT.search(texts[0])
        or re.fullmatch(r".{1,8}[区县市]", texts[0])
    ):
        return "heading"
    return "project" if name and not serial else "note"


def is_record(cells: list[object], ledger: Ledger) -> bool:
    """Whether a row without a name tells enough to be a project all the same."""
    told = {name for name, column in ledger.columns.items() if text_in(cells, column)}
    return len(told - {"serial"}) > 1 or ("serial" in told and len(told) > 1)


def text_in(cells: list[object], column: int) -> str:
    """The folded text of a column's cell, or nothing where it is blank."""
    value = cells[column - 1] if 0 < column <= len(cells) else ""
    return "" if is_blank(value) else fold(shown(value))


def total_of(row: int, label: str, block: int, ledger: Ledger, cells: list[object]) -> Total:
    """What a row of totals says: an amount, a number of projects."""
    total = Total(row, fold(label), block)
    for column, cell in enumerate(cells, 1):
        if isinstance(cell, str) and (found := COUNT.search(fold(cell))):
            total.count, total.count_at, total.shown = int(found[1]), (row, column), shown(cell)
            break
    column = ledger.columns.get("investment_cny_1e4", 0)
    value = cells[column - 1] if 0 < column <= len(cells) else ""
    if column and not is_blank(value):
        try:
            amount, power = read_amount(value), power_of(ledger.header)
        except AmountError:
            return total
        total.amount, total.tolerance, total.at = amount.in_unit(power), amount.tolerance(power), (row, column)
    return total
