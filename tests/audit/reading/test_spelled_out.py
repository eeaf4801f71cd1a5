"""Numbers spelled out in English, bare ranks, and numbers that things bear: what is read as a figure."""

from __future__ import annotations

import pytest

from zjjstats.audit.reading.figures import read


def figures(text):
    return [(text[one.start : one.end], one.unit) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Loudi was second with nothing to fear.", ["second"]),
        ("Changde and Yiyang were third and fourth.", ["third", "fourth"]),
        ("Output dipped, only tenth.", ["tenth"]),
        ("Huaihua, fourteenth in retail sales, hopes on.", ["fourteenth"]),
        ("It is a close second behind Changsha.", ["second"]),
        ("Third was Changde, fourth Yiyang.", ["Third", "fourth"]),
        ("It rose from third to first.", ["third", "first"]),
        ("rank in the province: 11; position 4", ["11", "4"]),
        ("We were first in retail sales, with nothing to fear.", ["first"]),
        ("We are 14th again.", ["14th"]),
        ("The fifth, Zhuzhou, follows.", ["fifth"]),
    ],
)
def test_an_ordinal_that_stands_alone_is_a_place(text, wanted):
    assert figures(text) == [(one, "rank") for one in wanted]


@pytest.mark.parametrize(
    "text",
    [
        "For the second time this is on the third of May.",
        "Second, there is the weather. Third, the river.",
        "Its fifth factory and the eighth floor.",
        "It is second to none.",
        "It was first and foremost a mill, on the 2nd floor at 3rd Street.",
        "They were first in line under Plan No. 3 of the bureau.",
    ],
)
def test_an_ordinal_of_a_noun_or_of_a_list_is_none(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ten quays, twelve cranes and five new berths.", [("Ten", "count"), ("twelve", "count"), ("five", "count")]),
        ("It rose from four in 2021 to eleven now.", [("four", "count"), ("eleven", "count")]),
        ("Places lost: 9; places gained on 2020: 3.", [("9", "places"), ("3", "places")]),
        ("Of secondary industry 3.2 billion yuan stayed.", [("3.2 billion yuan", "billion_yuan")]),
        ("In zone 12 firms opened.", [("12", "count")]),
        ("The two had met; two ways are open.", []),
    ],
)
def test_numbers_spelled_out_count_the_plural_behind_them_or_are_ends_of_a_change(text, wanted):
    assert figures(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "FACT SHEET 03, memo 2022/41, desks 3 and 7, window 6.",
        "Li Wei, 47, spoke; the director, 52, left; those aged under 45 or aged between 18 and 30 stayed.",
        "Table 16-19 says so; pier 9 reopens.",
    ],
)
def test_numbers_that_things_and_people_bear_are_no_figures(text):
    assert figures(text) == []


def test_a_line_that_is_passed_is_not_the_exact_figure():
    (crossed,) = read("Output passed 300 billion yuan.")
    assert crossed.approximate


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It grew twice the provincial rate.", [("twice", "multiple")]),
        ("They meet twice a year, or twice the week.", []),
        ("It is half a percentage point up.", [("half a percentage point", "points")]),
        ("Two and a half points were lost.", [("Two and a half points", "points")]),
        ("By the end of March 15 of them ran.", [("15", "count")]),
        ("On March 15 it rained on seat 14 of Vol. 4.", []),
        ("Sales fell by one quarter, not in one quarter.", [("one quarter", "pct")]),
    ],
)
def test_figures_in_words_and_numbers_that_are_none(text, wanted):
    assert figures(text) == wanted
