"""Periods: what is read, what is refused, and what one period is to another."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zjjstats as zj
from zjjstats.periods import ACCEPTED, Period, newest

Q1, FIRST_TWO, MAY = Period(2022, 1, 3), Period(2022, 1, 2), Period(2022, 5, 5)

valid_periods = st.tuples(st.integers(1900, 2099), st.integers(1, 12), st.booleans()).map(
    lambda drawn: Period(drawn[0], 1 if drawn[2] else drawn[1], drawn[1])
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022Q1", 1, 3),
        ("2022Q2", 1, 6),
        ("2022Q3", 1, 9),
        ("2022Q4", 1, 12),
        ("2022H1", 1, 6),
        ("2022M01-M02", 1, 2),
        ("2022M01-M12", 1, 12),
        ("2022M05", 5, 5),
        ("2022年1-2月", 1, 2),
        ("2022年1\N{EM DASH}3月", 1, 3),
        ("2022年1\N{EN DASH}3月", 1, 3),
        ("2022年1\N{FULLWIDTH HYPHEN-MINUS}3月", 1, 3),
        ("2022年1\N{FULLWIDTH TILDE}3月", 1, 3),
        ("2022年1\N{WAVE DASH}3月", 1, 3),
        ("2022年1~3月", 1, 3),
        ("2022年1至3月", 1, 3),
        ("2022年1月-11月", 1, 11),
        ("2022M01\N{EM DASH}M02", 1, 2),
        ("２０２２Ｑ１", 1, 3),
        ("２０２２年１－２月", 1, 2),
        ("2022年5月", 5, 5),
        ("2022年05月", 5, 5),
        ("2022年12月", 12, 12),
        ("2022年一季度", 1, 3),
        ("2022年第一季度", 1, 3),
        ("2022年上半年", 1, 6),
        ("2022年前三季度", 1, 9),
        ("2022年全年", 1, 12),
        ("  2022Q1\n", 1, 3),
    ],
)
def test_a_period_is_read_in_every_accepted_form(text, first, last):
    assert Period.parse(text) == Period(2022, first, last)


@pytest.mark.parametrize("form", ACCEPTED.split(", "))
def test_every_form_that_the_error_message_offers_is_accepted(form):
    assert Period.parse(form).year == 2022


def test_a_period_is_read_as_itself():
    assert Period.parse(Q1) is Q1


@pytest.mark.parametrize(
    "text",
    [
        "2022Q5", "2022Q0", "2022H2", "2022M13", "2022M00", "2022M03-M05", "2022M05-M02", "2022M01-M13", "2022M1",
        "Q1 2022", "22Q1", "", " ", "2022", "2022Q1x", "x2022Q1", "2022q1", "2022年二季度", "2022年0月", "2022年13月",
        "2022年3-5月", "2022年1-0月", "2022-03", "1822Q1", "2022Q1 2022Q2", None, 2022,
    ],
)  # fmt: skip
def test_any_other_text_is_refused_with_what_is_accepted(text):
    with pytest.raises(zj.PeriodError) as caught:
        Period.parse(text)
    message = str(caught.value)
    assert repr(text) in message
    assert "accepted: 2022Q1, 2022H1, 2022M01-M02, 2022M05, 2022年1-2月" in message


@given(valid_periods)
def test_a_period_written_as_in_the_tables_is_read_back(period):
    assert Period.parse(str(period)) == period


@given(valid_periods)
def test_a_period_in_chinese_words_is_read_back(period):
    assert Period.parse(period.label("zh")) == period


@given(valid_periods)
def test_a_periods_name_is_read_back(period):
    assert Period.parse(period.name) == period


@given(valid_periods, valid_periods)
def test_two_periods_are_written_the_same_only_if_they_are_equal(one, other):
    assert (str(one) == str(other)) == (one == other)
    assert (one.label("en") == other.label("en")) == (one == other)


@pytest.mark.parametrize(
    ("period", "text", "name"),
    [
        (FIRST_TWO, "2022M01-M02", "2022M01-M02"),
        (Q1, "2022M01-M03", "2022Q1"),
        (Period(2022, 1, 6), "2022M01-M06", "2022Q2"),
        (Period(2022, 1, 9), "2022M01-M09", "2022Q3"),
        (Period(2022, 1, 12), "2022M01-M12", "2022Q4"),
        (Period(2022, 3, 3), "2022M03", "2022M03"),
        (Period(2010, 12, 12), "2010M12", "2010M12"),
    ],
)
def test_a_period_is_written_as_in_the_tables_and_named_after_its_quarter(period, text, name):
    assert str(period) == text
    assert period.name == name
    assert repr(period) == f"Period('{text}')"


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        (FIRST_TWO, "2022年1—2月", "January–February 2022"),
        (Q1, "2022年1—3月", "January–March 2022"),
        (MAY, "2022年5月", "May 2022"),
        (Period(2022, 1, 1), "2022年1月", "January 2022"),
        (Period(2022, 1, 12), "2022年全年", "the whole of 2022"),
        (Period(2022, 12, 12), "2022年12月", "December 2022"),
    ],
)
def test_a_period_is_said_in_the_words_of_each_language(period, zh, en):
    assert period.label("zh") == zh
    assert period.label("en") == en


def test_periods_are_ordered_by_year_then_first_month_then_last_month():
    written = ["2022M01-M03", "2021M12", "2022M01", "2022M02", "2021M01-M12", "2022M01-M12"]
    ordered = ["2021M01-M12", "2021M12", "2022M01", "2022M01-M03", "2022M01-M12", "2022M02"]
    assert [str(period) for period in sorted(map(Period.parse, written))] == ordered


def test_one_period_in_two_spellings_is_one_period():
    one, other = Period.parse("2022Q2"), Period.parse("2022年上半年")
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other, Period.parse("2022H1"), Period.parse("2022M06")}) == 2
    assert one != Period.parse("2021Q2")
    assert one != "2022Q2"


def test_a_period_cannot_be_changed():
    with pytest.raises(AttributeError, match="cannot assign"):
        Q1.year = 2021


@pytest.mark.parametrize(
    ("text", "end"),
    [("2022Q1", (2022, 3, 31)), ("2022M01-M02", (2022, 2, 28)), ("2020M02", (2020, 2, 29)), ("2022Q4", (2022, 12, 31))],
)
def test_a_period_ends_on_the_last_day_of_its_last_month(text, end):
    assert Period.parse(text).end == dt.date(*end)


def test_the_same_period_last_year_has_the_same_months():
    assert str(FIRST_TWO.base("same_period_last_year")) == "2021M01-M02"
    assert str(MAY.base("same_period_last_year")) == "2021M05"


def test_last_year_is_the_whole_of_it():
    assert str(FIRST_TWO.base("last_year")) == "2021M01-M12"
    assert str(MAY.base("last_year")) == "2021M01-M12"


def test_the_calendar_does_not_tell_the_previous_period():
    with pytest.raises(zj.PeriodError, match="the calendar alone cannot tell the previous_period of 2022M01-M03"):
        Q1.base("previous_period")


def test_a_full_year_has_one_base_and_any_other_period_two():
    assert Period(2022, 1, 12).bases() == ("same_period_last_year",)
    assert Q1.bases() == ("same_period_last_year", "last_year")
    assert Period(2022, 12, 12).bases() == ("same_period_last_year", "last_year")


@pytest.mark.parametrize(
    ("briefing", "other", "fits"),
    [
        ("2022Q1", "2022Q1", True),
        ("2022Q1", "2022M01-M02", True),
        ("2022Q1", "2022M02", True),
        ("2022Q1", "2022M03", True),
        ("2022Q1", "2022M04", False),
        ("2022Q1", "2022Q2", False),
        ("2022Q1", "2021M01-M02", False),
        ("2022Q1", "2021Q1", False),
        ("2022Q1", "2023Q1", False),
        ("2022M05", "2022M05", True),
        ("2022M05", "2022M04", False),
        ("2022M05", "2022M01-M05", False),
    ],
)
def test_a_cumulative_period_covers_those_of_its_year_that_end_no_later(briefing, other, fits):
    assert Period.parse(briefing).covers(Period.parse(other)) is fits


@pytest.mark.parametrize(
    ("briefing", "candidates", "taken"),
    [
        ("2022Q2", ["2022M01-M02", "2022M01-M05", "2022M01-M03"], "2022M01-M05"),
        ("2022Q1", ["2022M01-M02", "2022Q2", "2021Q4"], "2022M01-M02"),
        ("2017Q4", ["2017M11", "2017M01-M11", "2017M10"], "2017M01-M11"),
        ("2017Q4", ["2017M10", "2017M11"], "2017M11"),
        ("2022M05", ["2022M01-M05", "2022M05", "2022M04"], "2022M05"),
    ],
)
def test_the_newest_fitting_period_is_taken_and_the_cumulative_one_of_the_same_month(briefing, candidates, taken):
    found = newest([Period.parse(text) for text in candidates], briefing=Period.parse(briefing))
    assert str(found) == taken


def test_a_newer_month_is_taken_before_an_older_cumulative_period():
    candidates = [Period.parse("2017M01-M03"), Period.parse("2017M11")]
    assert str(newest(candidates, briefing=Period.parse("2017Q4"))) == "2017M11"


def test_nothing_is_newest_where_nothing_fits():
    assert newest([Period.parse("2021Q4"), Period.parse("2022Q2")], briefing=Q1) is None
    assert newest([], briefing=Q1) is None
