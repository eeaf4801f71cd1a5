"""Units that an English sentence tells once, and things with numbers that are no figures."""

from __future__ import annotations

import pytest

from zjjstats.audit.reading.figures import read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "It was 412.5 million yuan: 198.0 million for Eastquay and 83.0 million for Old Mole.",
            [("412.5", "million_yuan"), ("198.0", "million_yuan"), ("83.0", "million_yuan")],
        ),
        ("It went from 310 million to 341 million yuan.", [("310", "million_yuan"), ("341", "million_yuan")]),
        ("It moved 1.2 million and then 1.5 million tonnes.", [("1.2", "million tonnes"), ("1.5", "million tonnes")]),
        ("It paid 4 million yuan for 2.2 million people.", [("4", "million_yuan"), ("2.2", "million")]),
        (
            "North Mill made 9,800 tonnes, Weir Mill 7,600 and Back Lane 3,800.",
            [("9800", "tonnes"), ("7600", "tonnes"), ("3800", "tonnes")],
        ),
        ("North Mill made 9,800 tonnes, employing 340.", [("9800", "tonnes"), ("340", "count")]),
        ("Two-fifths went, four-tenths stayed.", [("40", "pct"), ("40", "pct")]),
        ("The wait fell to 2.4 hours, from 12 hours.", [("2.4", "hours")]),
        ("Rank in the group: No. 1 as well.", [("1", "rank")]),
        ("Third, four better than a year before.", [("4", "places")]),
        ("It slid from first to eleventh.", [("1", "rank"), ("11", "rank")]),
        ("See Document 2022/118, Circular 2023-31, Tables 16-20 and 16-21; ask Office 1103.", []),
    ],
)
def test_a_unit_told_once_is_that_of_the_figures_alike(text, wanted):
    assert [(str(reading.value), reading.unit) for reading in read(text)] == wanted
