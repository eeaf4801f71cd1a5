"""Periods as Chinese industrial statistics report them: January to month m of a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from zjjstats.errors import PeriodError

ACCEPTED = (
    "2022Q1, 2022H1, 2022M01-M02, 2022M05, 2022年1-2月, 2022年1—3月, 2022年5月, "
    "2022年一季度, 2022年上半年, 2022年前三季度, 2022年全年"
)
Base = Literal["same_period_last_year", "last_year", "previous_period"]
CALENDAR_BASES: tuple[Base, ...] = ("same_period_last_year", "last_year")
BASES: tuple[Base, ...] = (*CALENDAR_BASES, "previous_period")

YEAR = "(?P<year>(?:19|20)[0-9]{2})"
QUARTER = re.compile(f"{YEAR}Q(?P<quarter>[1-4])")
MONTHS = re.compile(f"{YEAR}M(?P<first>[0-9]{{2}})(?:-M(?P<last>[0-9]{{2}}))?")
CHINESE_MONTHS = re.compile(f"{YEAR}年(?P<first>[0-9]{{1,2}})(?:月?-(?P<last>[0-9]{{1,2}}))?月")
SPANS = {"H1": 6, "年一季度": 3, "年第一季度": 3, "年上半年": 6, "年前三季度": 9, "年全年": 12}
NAMED = re.compile(f"{YEAR}(?P<span>{'|'.join(SPANS)})")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－~～〜至"), "-")

# So many texts are kept with the periods that they name.
PARSED = 1024
JANUARY, DECEMBER = 1, 12
MONTHS_IN_A_QUARTER = 3
# Not calendar.month_name, whose words follow the locale of the machine.
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Period:
    """A span of whole months in one year: cumulative from January, or a single month.

    Order, equality and hash are those of (year, first month, last month).

    Examples
    --------
    >>> Period.parse("2022Q1")
    Period('2022M01-M03')
    >>> Period.parse("2022年1—2月") == Period.parse("2022M01-M02")
    True
    >>> Period.parse("2022Q1").base("last_year")
    Period('2021M01-M12')
    """

    year: int
    first_month: int
    last_month: int

    @classmethod
    def parse(cls, text: str | Period) -> Period:
        """Period that a text names.

        Parameters
        ----------
        text
            One of the accepted forms, with ASCII, full-width or long dashes; a `Period` is returned as it is.

        Raises
        ------
        PeriodError
            The text has another form, or names a span that is neither cumulative nor a single month.
        """
        if isinstance(text, Period):
            return text
        return parsed(str(text))

    def __post_init__(self) -> None:
        first, last = self.first_month, self.last_month
        if not JANUARY <= first <= last <= DECEMBER or first not in {last, JANUARY}:
            span = f"month {first} to month {last} of {self.year}"
            raise PeriodError(f"{span} is neither January to a month nor a single month; accepted: {ACCEPTED}")

    def __str__(self) -> str:
        """The period as it stands in the tables, such as ``2022M01-M03`` or ``2017M11``."""
        last = "" if self.first_month == self.last_month else f"-M{self.last_month:02d}"
        return f"{self.year}M{self.first_month:02d}{last}"

    def __repr__(self) -> str:
        return f"Period('{self}')"

    @property
    def name(self) -> str:
        """The reporting quarter such as ``2022Q1`` where there is one, else the period as in the tables."""
        quarter, rest = divmod(self.last_month, MONTHS_IN_A_QUARTER)
        return f"{self.year}Q{quarter}" if self.is_cumulative and not rest else str(self)

    @property
    def is_cumulative(self) -> bool:
        """Whether the period runs from January."""
        return self.first_month == JANUARY

    @property
    def is_full_year(self) -> bool:
        """Whether the period is January to December."""
        return (self.first_month, self.last_month) == (JANUARY, DECEMBER)

    @property
    def end(self) -> dt.date:
        """The last day of the period."""
        return dt.date(self.year, self.last_month, calendar.monthrange(self.year, self.last_month)[1])

    def base(self, base: Base) -> Period:
        """The period a change is measured against, for the two bases that the calendar alone decides.

        Parameters
        ----------
        base
            ``same_period_last_year`` (the same months) or ``last_year`` (January to December).

        Raises
        ------
        PeriodError
            ``previous_period``: which period came before is for the table to say.
        """
        if base == "same_period_last_year":
            return Period(self.year - 1, self.first_month, self.last_month)
        if base == "last_year":
            return Period(self.year - 1, JANUARY, DECEMBER)
        raise PeriodError(f"the calendar alone cannot tell the {base} of {self}")

    def bases(self) -> tuple[Base, ...]:
        """The calendar bases that differ from each other: for a full year the two are one and the same."""
        return CALENDAR_BASES[:1] if self.is_full_year else CALENDAR_BASES

    def covers(self, other: Period) -> bool:
        """Whether figures of ``other`` may stand in a briefing for this period.

        True for the same period; for a cumulative period also for one of the same year that ends no later.
        """
        return other == self or (self.is_cumulative and other.year == self.year and other.last_month <= self.last_month)

    def label(self, lang: Literal["zh", "en"]) -> str:
        """The period in words, such as ``2022年1—3月`` or ``January–March 2022``."""
        if lang == "zh":
            if self.is_full_year:
                return f"{self.year}年全年"
            last = "" if self.first_month == self.last_month else f"—{self.last_month}"
            return f"{self.year}年{self.first_month}{last}月"
        if self.is_full_year:
            return f"the whole of {self.year}"
        first, last = ENGLISH_MONTHS[self.first_month - 1], ENGLISH_MONTHS[self.last_month - 1]
        return f"{first} {self.year}" if first == last else f"{first}–{last} {self.year}"


@lru_cache(PARSED)
def parsed(text: str) -> Period:
    """The period that a text names, see `Period.parse`: the same few are read for every row and figure."""
    folded = unicodedata.normalize("NFKC", text).translate(DASHES).strip()
    if match := QUARTER.fullmatch(folded):
        months = (JANUARY, MONTHS_IN_A_QUARTER * int(match["quarter"]))
    elif match := NAMED.fullmatch(folded):
        months = (JANUARY, SPANS[match["span"]])
    elif match := MONTHS.fullmatch(folded) or CHINESE_MONTHS.fullmatch(folded):
        months = (int(match["first"]), int(match["last"] or match["first"]))
    else:
        raise PeriodError(f"cannot read {text!r} as a period; accepted: {ACCEPTED}")
    try:
        return Period(int(match["year"]), *months)
    except PeriodError as error:
        raise PeriodError(f"cannot read {text!r} as a period: {error}") from None


def newest(candidates: Sequence[Period], *, briefing: Period) -> Period | None:
    """The newest of the candidates whose figures may stand in a briefing, or None.

    Among periods that end in the same month the cumulative one is taken: it is what the source reports.
    """
    fitting = [period for period in candidates if briefing.covers(period)]
    return max(fitting, key=lambda period: (period.last_month, -period.first_month), default=None)
