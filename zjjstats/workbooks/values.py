"""One project's values out of the cells of its row; what cannot be read is a fault that names the cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from zjjstats.workbooks.amounts import UNITS, AmountError, guess_of, read_amount
from zjjstats.workbooks.counties import Places
from zjjstats.workbooks.days import FIRST_YEAR, LAST_YEAR, DayError, Span, read_day, read_term
from zjjstats.workbooks.headers import Header
from zjjstats.workbooks.messages import Faults
from zjjstats.workbooks.words import fold, is_blank, shown

if TYPE_CHECKING:
    from zjjstats.workbooks.ledger import Ledger

DATES = ("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on", "completed_on")
# Which end of a month, quarter or year is taken where no day is given.
TAKES_LAST = frozenset({"planned_completion", "resumed_on", "completed_on"})
TEXTS = ("serial", "project", "name", "owner", "programme", "sector", "source")
INVESTMENT = "investment_cny_1e4"
MONTH_ALONE = re.compile(r"\d{1,2}月")
COUNTY_FIRST = re.compile(r"(?:湖南省)?(?:[一-鿿]{2,3}[市州])?([一-鿿]{1,5}?[县区市])")


@dataclass(slots=True)
class Values:
    """A project's values: texts, the investment in 万元, the spans of its dates."""

    texts: dict[str, str] = field(default_factory=dict)
    investment: Decimal | None = None
    dates: dict[str, Span] = field(default_factory=dict)
    unread: bool = False
    guess: Decimal | None = None


def power_of(header: Header) -> int:
    """The power of ten that takes the column's amounts to 万元; a header without a unit means 万元."""
    return UNITS.get(header.units.get(INVESTMENT) or header.unit_above or "万元", 0)


@dataclass(slots=True)
class Row:
    """A row while it is read."""

    ledger: Ledger
    number: int
    cells: list[object]
    faults: Faults

    def cell(self, column: str) -> object:
        """The value that the row has in a column of the table, or nothing."""
        place = self.ledger.columns.get(column, 0)
        return self.cells[place - 1] if 0 < place <= len(self.cells) else ""

    def fault(self, key: str, column: str, **words: object) -> None:
        """Adds a fault at the row's cell of that column."""
        sheet, place = self.ledger.sheet, self.ledger.columns[column]
        value = shown(self.cell(column))
        self.faults.add(key, sheet.file, sheet=sheet.name, at=(self.number, place), column=column, value=value, **words)

    def sound(self, column: str) -> bool:
        """Whether the cell can be read at all: it holds no error, and a formula in it has a stored value."""
        at = self.number, self.ledger.columns.get(column, 0)
        marks = self.ledger.sheet.marks
        if at in marks.errors:
            self.fault("cell_error", column)
            return False
        if at in marks.unstored and column != "serial":
            self.fault("unstored", column)
            return False
        if at in marks.external:
            self.fault("external", column)
        return True


def read_values_of(
    ledger: Ledger, number: int, cells: list[object], places: Places, faults: Faults, county: str | None
) -> Values:
    """The values of the project in a row; ``county`` is what its sheet or the heading above it says."""
    row, values = Row(ledger, number, cells, faults), Values()
    marks = ledger.sheet.marks
    looked_at = marks.errors or marks.unstored or marks.external
    for column in ledger.columns:
        if looked_at and not row.sound(column):
            values.unread |= column == INVESTMENT
            continue
        value = row.cell(column)
        if is_blank(value):
            continue
        if column in TEXTS:
            values.texts[column] = " ".join(shown(value).split())
        elif column == INVESTMENT:
            values.investment = investment(row)
            if values.investment is None:
                values.unread, guess = True, guess_of(value)
                values.guess = guess.in_unit(power_of(ledger.header)) if guess else None
        elif column in DATES:
            day(row, column, values)
    term(row, values)
    if "name" not in values.texts:
        row.fault("no_name", "name")
    place(row, values, places, county)
    return values


def investment(row: Row) -> Decimal | None:
    """The investment in 万元."""
    sheet, at = row.ledger.sheet, (row.number, row.ledger.columns[INVESTMENT])
    if sheet.covered.get(at, at)[0] != row.number:
        row.fault("merged_amount", INVESTMENT)
        return Decimal(0)
    try:
        amount = read_amount(row.cell(INVESTMENT))
    except AmountError:
        row.fault("no_number", INVESTMENT)
        return None
    header = row.ledger.header
    stated = header.units.get(INVESTMENT) or header.unit_above or "万元"
    if amount.unit and UNITS[amount.unit] != UNITS[stated]:
        row.fault("unit_conflict", INVESTMENT, found=stated)
    if amount.number < 0:
        row.fault("negative", INVESTMENT)
    return amount.in_unit(power_of(header))


def day(row: Row, column: str, values: Values) -> None:
    """Adds the span of one date."""
    value = row.cell(column)
    # 3月 under a header that names the year.
    if isinstance(value, str) and (year := row.ledger.header.years.get(column)) and MONTH_ALONE.match(fold(value)):
        value = f"{year}年{value}"
    try:
        span = read_day(value)
    except DayError as error:
        row.fault(str(error), column, first=FIRST_YEAR, last=LAST_YEAR)
    else:
        if span is not None:
            values.dates[column] = span


def term(row: Row, values: Values) -> None:
    """Adds planned start and completion out of a column such as 建设起止年限, where none of their own gives them."""
    value = row.cell("term")
    if is_blank(value) or {"planned_start", "planned_completion"} <= set(row.ledger.columns):
        return
    try:
        spans = read_term(value)
    except DayError as error:
        # A length such as 18个月 is no fault: it just tells no dates.
        if str(error) != "date_unreadable":
            row.fault(str(error), "term", first=FIRST_YEAR, last=LAST_YEAR)
        return
    for column, span in zip(("planned_start", "planned_completion"), spans, strict=True):
        if span is not None and column not in row.ledger.columns:
            values.dates[column] = span


def place(row: Row, values: Values, places: Places, county: str | None) -> None:
    """Adds city and county: from their columns, else from the place of building, the heading or sheet, the title."""
    city = row.ledger.city
    if not is_blank(written := row.cell("city")):
        city = places.city(shown(written))
        if city is None:
            near = ", ".join(key for name, key in places.city_words.items() if name[:1] in shown(written))
            row.fault("city_unknown", "city", found=near or "?")
    if not is_blank(written := row.cell("county")):
        city, county = county_written(row, shown(written), places, city)
    elif not is_blank(written := row.cell("location")):
        look_at_place(row, fold(shown(written)), places, city)
        county = places.county_in(shown(written), city) or county
    homes = places.counties.get(county or "", [])
    if county and city and homes and city not in homes and not is_blank(row.cell("county")):
        row.fault("county_elsewhere", "county", found=", ".join(homes))
    if city is None and len(homes) == 1:
        city = homes[0]
    values.texts |= {"city": city or "", "county": county or ""}


def county_written(row: Row, text: str, places: Places, city: str | None) -> tuple[str | None, str | None]:
    """City and county of a row whose column of counties holds the text."""
    own = places.county(text, city)
    if own is None and (named := places.city(text)) is not None:
        # A city in the column of counties stands for the city itself.
        city, own = city or named, fold(text)
    if own is None:
        near = "、".join(places.near(text))
        if places.knows_counties_of(city):
            row.fault("county_unknown", "county", found=f" → {near}?" if near else "")
        else:
            own = fold(text)
    elif own not in places.counties and (like := places.slip_of(own, city)):
        row.fault("zone_like", "county", found=like)
    return city, own


def look_at_place(row: Row, text: str, places: Places, city: str | None) -> None:
    """Adds a warning where the place of building begins with what looks like a county written wrongly."""
    found = COUNTY_FIRST.match(text)
    if found and found[1] not in places.counties and (like := places.slip_of(found[1], city)):
        row.fault("location_county", "location", other=found[1], found=like)
