"""Facts and league tables as a workbook: numbers as numbers with their formats, text as text and never a formula."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pandas as pd
from pandas.api.types import is_number
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from zjjstats._version import VERSION
from zjjstats.briefing import Briefing
from zjjstats.fact import named
from zjjstats.league import league_table
from zjjstats.office.document import clean, half_widths
from zjjstats.tabular import FORMULA_STARTS
from zjjstats.wording import GROWTH_DECIMALS, RATE_DECIMALS, Row
from zjjstats.workspace import Workspace

WIDEST, NARROWEST, PADDING = 60, 8, 3
LONGEST_NAME = 31
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# A name that Excel keeps for itself.
KEPT = "history"
# What a cell of text can hold.
LONGEST_TEXT = 32767
CHINESE, LATIN = "等线", "Calibri"


@dataclass(frozen=True)
class Sheet:
    """One sheet: columns with headings, rows of values, and the number format of each cell that has one."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    formats: Sequence[Mapping[int, str]]
    is_table: bool = True


def excel_file(briefing: Briefing) -> bytes:
    """The workbook of a briefing, the same bytes for the same briefing.

    Sheets: every fact, the league table of each indicator with values, and notes on what is in them.
    """
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    warning = briefing.headline().warning
    with Workbook(buffer, options) as book:
        noon = dt.datetime.combine(briefing.period.end, dt.time(12))
        title = f"{briefing.wording.label(briefing.city)} {briefing.wording.period(briefing.period)}"
        book.set_properties({"title": clean(title), "author": "zjjstats", "comments": warning, "created": noon})
        taken: set[str] = set()
        for sheet in (facts_sheet(briefing), *league_sheets(briefing), notes_sheet(briefing)):
            write(book, sheet_name(sheet.name, taken), sheet, warning)
    return buffer.getvalue()


def facts_sheet(briefing: Briefing) -> Sheet:
    """Every figure in a row, unrounded, named in words and by its key."""
    wording, phrases = briefing.wording, briefing.wording.phrases
    columns = (
        "fact",
        "key",
        "period",
        "base_period",
        "value",
        "unit",
        "part",
        "whole",
        "of",
        "origin",
        "source",
        "note",
    )
    rows = []
    figures = briefing.facts.to_dict("records")
    for row in figures:
        base = "" if pd.isna(row["base_period"]) else wording.period(row["base_period"])
        said = (wording.name(row), row["fact"], wording.period(row["period"]), base)
        unit = phrases.get(f"unit.{row['unit']}", row["unit"])
        numbers = (row["value"], unit, row["part"], row["whole"], row["of"])
        rows.append((*said, *numbers, phrases[f"origin.{row['origin']}"], row["source"], wording.note(row["note"])))
    value = columns.index("value")
    formats = [{value: fact_format(briefing.workspace, row)} for row in figures]
    return Sheet(phrases["sheet.facts"], [phrases[f"col.{name}"] for name in columns], rows, formats)


def league_sheets(briefing: Briefing) -> Iterator[Sheet]:
    """A league table for each indicator of the briefing whose values are published."""
    wording, phrases = briefing.wording, briefing.wording.phrases
    for indicator, period in briefing.league_periods().items():
        table = league_table(briefing.workspace, indicator, period)
        rows = [(wording.label(row["city"]), *list(row.values())[1:]) for row in table.to_dict("records")]
        form = value_format(briefing.workspace, indicator)
        value = f"{wording.label(indicator)}{wording.say('brackets', inside=wording.unit(indicator))}"
        names = [phrases[f"col.{name}"] for name in ("city", "rank", "of", "rank_before", "rank_change")]
        columns = [names[0], value, *names[1:]]
        formats = [{1: form, 2: "0", 3: "0", 4: "0", 5: "+0;-0;0"}] * len(rows)
        yield Sheet(wording.label(indicator), columns, rows, formats)


def notes_sheet(briefing: Briefing) -> Sheet:
    """What the workbook is: city, period, units, sources, and the tables that it was made from."""
    wording, phrases, workspace = briefing.wording, briefing.wording.phrases, briefing.workspace
    rows: list[Sequence[Any]] = [
        (phrases["page.city"], wording.label(briefing.city)),
        (phrases["col.period"], wording.period(briefing.period)),
        (phrases["office.cut_off"], wording.day(briefing.period.end)),
        (phrases["office.workspace"], workspace.title),
        (phrases["col.unit"], phrases["office.units"]),
        (phrases["col.rank_change"], phrases["office.rank_change"]),
    ]
    if not briefing.league_periods():
        rows.append((phrases["sheet.league"], phrases["chart.bulletin_only"]))
    rows += [
        (wording.label(indicator), f"{wording.period(period)} · {phrases['office.against']}")
        for indicator, period in briefing.league_periods().items()
    ]
    sources = dict.fromkeys(text for told in briefing.facts["source"] for text in told.split("; ") if text)
    rows += [(phrases["col.source"], source) for source in sources]
    for row in workspace.provenance.to_dict("records"):
        rows.append((phrases["col.file"], f"{row['file']} · {row['rows']} · SHA-256 {row['sha256']}"))
    rows += [(phrases["col.note"], text) for text in workspace.warnings]
    rows.append(("zjjstats", VERSION))
    return Sheet(phrases["sheet.notes"], [phrases["col.item"], phrases["col.note"]], rows, [{}] * len(rows), False)


def decimal_format(decimals: int, *, percent: bool = False) -> str:
    """A number format with so many decimals.

    Examples
    --------
    >>> decimal_format(2, percent=True), decimal_format(1), decimal_format(0)
    ('0.00%', '#,##0.0', '#,##0')
    """
    places = f".{'0' * decimals}" if decimals else ""
    return f"0{places}%" if percent else f"#,##0{places}"


def value_format(workspace: Workspace, indicator: str) -> str:
    """How an indicator's values are shown: at the decimals that its source prints."""
    decimals = int(workspace.dictionary[indicator]["decimals"])
    return decimal_format(decimals, percent=workspace.is_percent(indicator))


def fact_format(workspace: Workspace, row: Row) -> str:
    """How a figure is shown."""
    measure, subject, *_ = named(row["fact"])
    if measure in ("start_rate", "entries_growth"):
        return decimal_format(RATE_DECIMALS, percent=True)
    if measure == "yoy_growth":
        return decimal_format(GROWTH_DECIMALS, percent=True)
    if measure == "value":
        return value_format(workspace, subject)
    return "+0;-0;0" if measure == "rank_change" else "0"


def sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes: without forbidden signs, short enough, and unlike those that are taken.

    Examples
    --------
    >>> sheet_name("产值/增速?", {"x"}), sheet_name("A", {"a"})
    ('产值_增速_', 'A 2')
    """
    plain = FORBIDDEN_IN_NAMES.sub("_", clean(name)).strip().strip("'")[:LONGEST_NAME] or "_"
    wanted, count = plain, 1
    while wanted.casefold() in taken | {KEPT}:
        count += 1
        wanted = f"{plain[: LONGEST_NAME - 1 - len(str(count))]} {count}"
    taken.add(wanted.casefold())
    return wanted


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **properties: Any) -> Format:  # noqa: ANN401 - properties of any kind
        """The format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(
                {"font_name": CHINESE, "font_size": 10.5, "valign": "top"} | properties
            )
        return self.made[key]


def write(book: Workbook, name: str, sheet: Sheet, warning: str) -> None:
    """Writes one sheet, below the warning that the data is made up where it is."""
    page: Worksheet = book.add_worksheet(name)
    looks = Looks(book)
    top = 0
    if warning:
        page.write_string(0, 0, warning, looks(bold=True, font_color="#C01010"))
        top = 1
    for column, heading in enumerate(sheet.columns):
        write_text(page, (top, column), heading, looks, bold=True, bg_color="#E8ECF1", text_wrap=True, border=1)
    for line, (row, forms) in enumerate(zip(sheet.rows, sheet.formats, strict=True), start=top + 1):
        for column, value in enumerate(row):
            write_cell(page, (line, column), value, forms.get(column, "General"), looks)
    page.freeze_panes(top + 1, 1)
    if sheet.is_table:
        page.autofilter(top, 0, top + max(len(sheet.rows), 1), len(sheet.columns) - 1)
    for column, heading in enumerate(sheet.columns):
        cells = [heading, *(row[column] for row in sheet.rows)]
        longest = max(half_widths(str(cell)) for cell in cells if isinstance(cell, str))
        page.set_column(column, column, min(max(longest + PADDING, NARROWEST), WIDEST))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)


def write_cell(page: Worksheet, place: tuple[int, int], value: Any, form: str, looks: Looks) -> None:  # noqa: ANN401
    """Writes a number unrounded, or a text that stays one whatever it starts with; what is missing stays empty."""
    if pd.isna(value) or value == "":
        page.write_blank(*place, None, looks())
    elif is_number(value):
        page.write_number(*place, float(value), looks(num_format=form, align="right"))
    else:
        write_text(page, place, str(value), looks, text_wrap=True, num_format="@")


def write_text(page: Worksheet, place: tuple[int, int], text: str, looks: Looks, **properties: Any) -> None:  # noqa: ANN401
    """Writes a text that stays one, also after a person edits its cell: one like a formula is marked as quoted."""
    plain = clean(text)[:LONGEST_TEXT]
    quoted = {"quote_prefix": True} if plain.startswith(FORMULA_STARTS) else {}
    page.write_string(*place, plain, looks(**properties, **quoted))
