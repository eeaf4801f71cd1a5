"""Units and nouns that English leaves to what it told before, and numbers in words that are figures or none."""

import pytest

from zjjstats.audit.reading.figures import read


def units(text):
    return [(str(one.value), one.unit) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The bank lent 500 million yuan. Of this 120 million went to farms.",
            [("500", "million_yuan"), ("120", "million_yuan")],
        ),
        (
            "The mill made 3.1 million tonnes. Before the fire it had been 3.6 million.",
            [("3.1", "million tonnes"), ("3.6", "million tonnes")],
        ),
        (
            "Sales came to 2.4 billion yuan. The population grew to 1.9 million.",
            [("2.4", "billion_yuan"), ("1.9", "million")],
        ),
        ("Rates: ours is 5.1 per cent; the city's is 5.6.", [("5.1", "pct"), ("5.6", "pct")]),
        ("It was 13.7% of the province's 7,575 sites.", [("13.7", "pct"), ("7575", "count")]),
        (
            "Spending, in million yuan:\n\n- roads 310\n- power lines 120\n",
            [("310", "million_yuan"), ("120", "million_yuan")],
        ),
        ("Growth in per cent: Northside 4.1, Hillside 5.", [("4.1", "pct"), ("5", "pct")]),
        ("We were 4.6 and 8.2 points faster.", [("4.6", "points"), ("8.2", "points")]),
        ("Eight to nine per cent is enough.", [("8", "pct"), ("9", "pct")]),
        ("Output improved by three places, whereas investment fell back by four.", [("3", "places"), ("4", "places")]),
        ("It slid by one to fourth.", [("1", "places"), ("4", "rank")]),
        ("The county is number one for tea and only 10th of all cities.", [("1", "rank"), ("10", "rank")]),
        ("Instructors number 46 in all.", [("46", "count")]),
        ("All but one of the wells are dry.", [("1", "count")]),
        ("Mr Lin, who is 47, opened at 8 o'clock. What do you look at first in the morning?", []),
    ],
)
def test_what_is_told_once_holds_for_what_follows(text, wanted):
    assert units(text) == wanted
