"""Workbooks to ledgers: every sheet of every file that holds one, checked together, and what was left out said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zjjstats.workbooks.aliases import Aliases, aliases_of
from zjjstats.workbooks.counties import Places
from zjjstats.workbooks.ledger import Ledger, read_ledgers_of
from zjjstats.workbooks.messages import Faults, address, column_name
from zjjstats.workbooks.rules import check_ledgers
from zjjstats.workbooks.sheets import Book, read_book
from zjjstats.workbooks.values import DATES, INVESTMENT, TAKES_LAST
from zjjstats.workbooks.words import is_blank

# What is said of dates that were typed as numbers.
GUESSES = {
    "two_digits": ("年份只写了两位，按 20xx 年计", "has a year of two digits; 20xx is taken"),
    "january_or_october": (
        "是数值 20xx.1，可能是 1 月或 10 月，按 1 月计",
        "is the number 20xx.1, January or October; January is taken",
    ),
    "serial": (
        "是没有日期格式的数值，按 Excel 日期计",
        "is a number without a date format; a spreadsheet's day is taken",
    ),
}


@dataclass
class Read:
    """Workbooks that were read, and their ledgers."""

    books: list[Book]
    ledgers: list[Ledger]
    places: Places


def read_ledgers(
    files: Iterable[Path],
    faults: Faults,
    *,
    city: str | None = None,
    as_of: dt.date | None = None,
    folder: Path | None = None,
) -> Read:
    """The ledgers of the workbooks; faults of all files at once.

    Parameters
    ----------
    files
        Workbooks; a folder's own ``aliases.csv``, ``counties.csv`` and ``cities.csv`` beside them are used.
    faults
        Where faults and notes are added.
    city
        The city that all projects belong to, however written, where no column says so.
    as_of
        The cut-off day, after which nothing can have happened.
    folder
        A workspace whose cities, counties and aliases are used too.
    """
    paths = list(files)
    folders = [*dict.fromkeys(path.parent for path in paths), *([folder] if folder else [])]
    aliases, places = aliases_of(*folders), Places(*folders)
    key = places.cities[city] if city else None
    read = Read([], [], places)
    for path in paths:
        book = read_book(path, faults)
        if book is not None:
            read.books.append(book)
            read.ledgers += ledgers_of(book, aliases, places, faults, key)
    check_ledgers(read.ledgers, faults, as_of=as_of)
    return read


def ledgers_of(book: Book, aliases: Aliases, places: Places, faults: Faults, city: str | None) -> list[Ledger]:
    """The ledgers of one workbook."""
    file, ledgers = book.path.name, []
    for sheet in book.sheets:
        if not any(not is_blank(cell) for row in sheet.rows for cell in row):
            faults.note(f"{file} {sheet.name}：空表，没有数据", f"{file} {sheet.name}: an empty sheet")
            continue
        found = read_ledgers_of(sheet, aliases, places, faults, city=city)
        if not found:
            faults.note(
                f"{file} {sheet.name}：没有项目名称列，未作为台账读取",
                f"{file} {sheet.name}: has no column for the project's name, so it is no ledger",
            )
            continue
        ledgers += found
        for ledger in found:
            report(ledger, faults)
    if not ledgers:
        filled = any(not is_blank(cell) for sheet in book.sheets for row in sheet.rows for cell in row)
        faults.add("no_ledger" if filled else "empty_book", file)
    return ledgers


def report(ledger: Ledger, faults: Faults) -> None:
    """Notes what was read and what was decided: rows left out, units taken for granted, days chosen."""
    sheet, header = ledger.sheet, ledger.header
    where = f"{sheet.file} {sheet.name}"
    faults.note(
        f"{where}：表头在第 {header.first}—{header.last} 行，读到 {len(ledger.projects)} 个项目，"
        f"另有 {ledger.skipped} 行合计、标题和说明",
        f"{where}: header in rows {header.first} to {header.last}, {len(ledger.projects)} projects, "
        f"beside {ledger.skipped} rows of totals, headings and notes",
    )
    if not sheet.visible:
        faults.note(f"{where}：工作表是隐藏的，也已计入", f"{where}: the sheet is hidden, and counts all the same")
    if INVESTMENT in ledger.columns and not (header.units.get(INVESTMENT) or header.unit_above):
        faults.note(
            f"{where}：总投资没有写单位，按万元计", f"{where}: the investment names no unit; 10 000 yuan is taken"
        )
    blank = [p.row for p in ledger.projects if p.values.investment is None and not p.values.unread]
    if blank and INVESTMENT in ledger.columns and len(blank) < len(ledger.projects):
        cell = address(blank[0], ledger.columns[INVESTMENT])
        faults.note(
            f"{where}：总投资有 {len(blank)} 格为空（如 {cell}）",
            f"{where}: {len(blank)} cells of the investment are empty (such as {cell})",
        )
    for place, column in header.passed.items():
        taken, left = address(header.last, header.columns.get(column, 1)), address(header.last, place)
        faults.note(
            f"{where}：{left}“{header.texts[place]}”也像{column_name(column, 'zh')}，取的是 {taken}",
            f"{where}: {left} may be {column} too; {taken} is taken",
        )
    for column in DATES:
        loose = [p.row for p in ledger.projects if column in p.values.dates and not p.values.dates[column].exact]
        if loose and column in ledger.columns:
            cell = address(loose[0], ledger.columns[column])
            end = ("最后一天", "last") if column in TAKES_LAST else ("第一天", "first")
            faults.note(
                f"{where}：{column_name(column, 'zh')}有 {len(loose)} 格没有写到日（如 {cell}），按{end[0]}计",
                f"{where}: {len(loose)} cells of {column} give no day (such as {cell}); the {end[1]} day is taken",
            )
        note_guesses(ledger, column, faults)


def note_guesses(ledger: Ledger, column: str, faults: Faults) -> None:
    """Notes dates that were typed as numbers and may mean another day."""
    for guess, (zh, en) in GUESSES.items():
        rows = [p.row for p in ledger.projects if column in p.values.dates and p.values.dates[column].guess == guess]
        if rows and column in ledger.columns:
            cells = ", ".join(address(row, ledger.columns[column]) for row in rows[:5])
            where = f"{ledger.sheet.file} {ledger.sheet.name} {cells}"
            faults.note(f"{where}：{zh}", f"{where}: {en}")
