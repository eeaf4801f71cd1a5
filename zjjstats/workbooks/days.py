"""Dates as a ledger writes them: days, months, quarters and years in a dozen ways, each as the span it leaves open."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from zjjstats.workbooks.words import fold

FIRST_YEAR, LAST_YEAR = 1990, 2060
FIRST_SHORT = 13
# A spreadsheet counts days from here; the numbers stand for 1990 to 2060.
EPOCH = dt.date(1899, 12, 30)
SERIALS = range(32874, 58805)
YEAR = r"(?P<y>\d{4})"
CLOCK = r"(?:t?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
DAY = re.compile(rf"{YEAR}(?:年|[-./,、])(?P<m>\d{{1,2}})(?:月|[-./,、])(?P<d>\d{{1,2}})[日号]?{CLOCK}")
COMPACT_DAY = re.compile(rf"{YEAR}(?P<m>\d{{2}})(?P<d>\d{{2}})")
MONTH = re.compile(rf"{YEAR}(?:年|[-./,、])(?P<m>\d{{1,2}})(?:月份?)?(?P<part>初|底|末|上旬|中旬|下旬)?")
COMPACT_MONTH = re.compile(rf"{YEAR}(?P<m>0[1-9]|1[0-2])")
QUARTER = re.compile(rf"{YEAR}年?第?(?:(?P<q>[一二三四1-4])季度?|q(?P<p>[1-4]))[初末底]?")
HALF = re.compile(rf"{YEAR}年?(?P<h>上|下)半年")
MONTHS = re.compile(rf"{YEAR}年(?P<m>\d{{1,2}})月?(?:-|—|~|至|到|、)(?P<n>\d{{1,2}})月(?:份)?")
WHOLE_YEAR = re.compile(rf"{YEAR}年{{0,2}}(?P<part>初|底|末|全年|内)?")
TERM = re.compile(
    r"(?P<a>(?P<y>\d{4})[^-—–~至到]*?|\d{4}-\d{1,2})(?:-|—|–|~|至|到|——)(?P<b>\d{4}.*|(?P<m>\d{1,2}月(?:\d{1,2}[日号])?))"
)
# Years in two digits, which only count where they cannot be a month: 22/3, 22.3.15, 22年3月.
SHORT_YEAR = re.compile(r"(?P<y>\d{2})(?P<rest>(?:年\d|[-./]\d).*)")
# 二〇二二年三月十五日, and 2022年三月 with months and days in words.
WORDED = re.compile(r"(?P<y>[〇零○o\d一二三四五六七八九]{4})年(?:(?P<m>[一二三四五六七八九十\d]{1,3})月(?P<rest>.*))?")
WORDED_DAY = re.compile(r"(?P<d>[一二三四五六七八九十\d]{1,3})(?P<end>[日号])")
# What may stand around a date without changing it: 已于2022年3月开工, 2022年6月底前, 2022.3.
AROUND = re.compile(
    r"^(?:约|已于|于)|(?:[上下]午|左右|(?:之|以)?前|(?:正式)?(?:开工|动工|竣工|完工|建成|投产)|[.。,;])$"
)
DIGITS = dict(zip("〇零○o一二三四五六七八九", "0000123456789", strict=True))
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
NOT_YET = frozenset(
    {"未开工", "未竣工", "未完工", "未停工", "未复工", "否", "待定", "未定", "尚未开工", "尚未竣工", "无停工", "未开始"}
)


class DayError(ValueError):
    """Raised where a text is no date; its argument is the key of the message."""


@dataclass(frozen=True)
class Span:
    """The days that a date leaves open: one day, or the first and last of a month, quarter or year."""

    first: dt.date
    last: dt.date
    guess: str = ""

    @property
    def exact(self) -> bool:
        """Whether one day is meant."""
        return self.first == self.last


def read_day(value: object) -> Span | None:
    """The span that a cell's value means; None where it says that nothing has happened yet.

    Raises
    ------
    DayError
        The value is no date, is none of the calendar, or lies outside the sensible years.

    Examples
    --------
    >>> read_day("2022年3月").last
    datetime.date(2022, 3, 31)
    >>> read_day(44621.0).first
    datetime.date(2022, 3, 1)
    """
    if isinstance(value, dt.datetime):
        return sensible(value.date(), value.date())
    if isinstance(value, dt.date):
        return sensible(value, value)
    if isinstance(value, (bool, dt.time, dt.timedelta)):
        raise DayError("date_unreadable")
    if isinstance(value, (int, float)):
        return read_number(float(value))
    return read_text(fold(str(value)))


def read_number(number: float) -> Span:
    """A number in a column of dates: a spreadsheet's day, or 2022, 202203, 20220315, 2022.3."""
    if number in SERIALS:
        day = EPOCH + dt.timedelta(days=int(number))
        return Span(day, day, "serial")
    text = str(int(number)) if number.is_integer() else repr(number)
    span = read_text(text)
    if span is None:
        raise DayError("date_unreadable")
    # Typed as a number, October loses its nought: 2022.10 and 2022.1 are one.
    ambiguous = re.fullmatch(r"(?:\d{2}|\d{4})\.1", text) is not None
    return Span(span.first, span.last, "january_or_october") if ambiguous else span


@lru_cache(maxsize=65536)
def read_text(text: str) -> Span | None:
    """The span that a folded text means; see `read_day`."""
    if text in NOT_YET:
        return None
    if found := SHORT_YEAR.fullmatch(text):
        return short_year(found["y"], found["rest"])
    return read_full(in_digits(AROUND.sub("", text)))


def read_full(text: str) -> Span:
    """The span that a text with a year of four digits means.

    Raises
    ------
    DayError
        It is no date, or none of the calendar.
    """
    if found := DAY.fullmatch(text) or COMPACT_DAY.fullmatch(text):
        day = a_day(int(found["y"]), int(found["m"]), int(found["d"]))
        return sensible(day, day)
    if found := MONTH.fullmatch(text) or COMPACT_MONTH.fullmatch(text):
        year, month = int(found["y"]), int(found["m"])
        first, last = PARTS.get(found.groupdict().get("part") or "", (1, 31))
        return sensible(a_day(year, month, first), a_day(year, month, min(last, length(year, month))))
    if found := QUARTER.fullmatch(text):
        quarter = QUARTERS.get(found["q"] or "") or int(found["q"] or found["p"])
        return months(int(found["y"]), 3 * quarter - 2, 3 * quarter)
    if found := MONTHS.fullmatch(text):
        return months(int(found["y"]), int(found["m"]), int(found["n"]))
    if found := HALF.fullmatch(text):
        return months(int(found["y"]), *((1, 6) if found["h"] == "上" else (7, 12)))
    if found := WHOLE_YEAR.fullmatch(text):
        return months(int(found["y"]), *{"初": (1, 1), "底": (12, 12), "末": (12, 12)}.get(found["part"], (1, 12)))
    raise DayError("date_unreadable")


def read_term(value: object) -> tuple[Span | None, Span | None]:
    """Start and completion out of one cell such as 2021-2023 or 2021.3—2023.12.

    Raises
    ------
    DayError
        The value is no such span.
    """
    found = TERM.fullmatch(fold(str(value)))
    if not found:
        raise DayError("date_unreadable")
    # 2022年3月-12月: the year stands once.
    return read_text(found["a"]), read_text(f"{found['y']}年{found['m']}" if found["m"] else found["b"])


def short_year(year: str, rest: str) -> Span | None:
    """A date whose year has two digits; up to 12 they might be a month, and nothing is guessed.

    Raises
    ------
    DayError
        The year might be a month, or the rest makes no date.
    """
    if not FIRST_SHORT <= int(year) <= LAST_YEAR % 100:
        raise DayError("date_unreadable")
    span = read_text(f"20{year}{rest}")
    return span and Span(span.first, span.last, "two_digits")


def in_digits(text: str) -> str:
    """The text with a year, month and day in words put into digits."""
    found = WORDED.fullmatch(text)
    if not found:
        return text
    year = "".join(DIGITS.get(sign, sign) for sign in found["y"])
    if not found["m"]:
        return f"{year}年"
    rest = WORDED_DAY.sub(lambda day: f"{counted(day['d'])}{day['end']}", found["rest"], count=1)
    return f"{year}年{counted(found['m'])}月{rest}"


def counted(words: str) -> str:
    """A number up to 99 in digits: 三十一 is 31."""
    if words.isdecimal():
        return words
    tens, ten, ones = words.rpartition("十")
    return f"{DIGITS.get(tens, '1') if ten else ''}{DIGITS.get(ones, '0' if ten else ones)}"


def length(year: int, month: int) -> int:
    """How many days the month has.

    Raises
    ------
    DayError
        There is no such month.
    """
    if not 1 <= month <= 12 or not dt.MINYEAR <= year <= dt.MAXYEAR:  # noqa: PLR2004 - months of a year
        raise DayError("date_impossible")
    return calendar.monthrange(year, month)[1]


def a_day(year: int, month: int, day: int) -> dt.date:
    """The day, where the calendar has it.

    Raises
    ------
    DayError
        The calendar has no such day.
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise DayError("date_impossible") from None


def months(year: int, first: int, last: int) -> Span:
    """From the first day of one month to the last of another."""
    return sensible(a_day(year, first, 1), a_day(year, last, length(year, last)))


def sensible(first: dt.date, last: dt.date) -> Span:
    """The span, where its years can be those of a project.

    Raises
    ------
    DayError
        They cannot.
    """
    if not FIRST_YEAR <= first.year <= last.year <= LAST_YEAR:
        raise DayError("date_years")
    return Span(first, last)
