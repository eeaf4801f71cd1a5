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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Exports came fourth, a climb of six.", [("fourth", "rank"), ("six", "places")]),
        ("It ranked 11th on this measure, up one from 2021.", [("11th", "rank"), ("one", "places")]),
        ("It fell from 2nd to 5th, losing three.", [("2nd", "rank"), ("5th", "rank"), ("three", "places")]),
        ("No. 1 in Hunan for freight and No. 4 for retail.", [("No. 1", "rank"), ("No. 4", "rank")]),
        # Something else was counted between, or is counted behind.
        ("It finished 3rd with 45 firms, up 7 from 2021.", [("3rd", "rank"), ("45", "count"), ("7", "count")]),
        ("It was third in Hunan and gained two firms.", [("third", "rank"), ("two", "count")]),
        ("It was third, up 3 points.", [("third", "rank"), ("3 points", "points")]),
        ("In the third batch, up seven from 2021.", []),
        ("Notice No. 7 for enterprises.", []),
    ],
)
def test_a_number_that_a_place_moved_by_is_places(text, wanted):
    assert figures(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("By the end of May 62 (91%) had begun.", ["62", "91%"]),
        ("On May 30 they met in Room 4, 15:45.", []),
        ("The helpline, 12329, took 219 calls.", ["219"]),
        ("The 12345 government hotline took 88 calls.", ["88"]),
        ("It opens weekdays from 9 to 4; see Regulation 12, shelf 9.", []),
        ("Minutes no. 2021/11-4 are with the clerk.", []),
        ("Nine, more than the six at the end of 2021.", ["six"]),
        ("Three began in May and another five in June.", ["five"]),
    ],
)
def test_hours_lines_and_things_with_numbers_are_no_figures_but_counts_beside_them_are(text, wanted):
    assert [printed for printed, _ in figures(text) if printed in wanted or not wanted] == wanted
