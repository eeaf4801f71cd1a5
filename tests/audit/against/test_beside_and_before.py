"""Figures that the one right before ties to a fact, cities told behind a comparison, and brief names of indicators."""

import pytest

from marked_sentences import misses

SAMPLE = {"workspace": "sample", "period": "2022M01-M07", "city": "changde", "lang": "en"}
YEAR = {"workspace": "published", "period": "2015M01-M12", "city": "yongzhou", "lang": "en"}


@pytest.mark.parametrize(
    "marked",
    [
        # 14.2 and 6.9 are the province's and Changde's industrial investment; 14.2 with its digits swapped is wrong.
        "Industrial fixed-asset investment in the province grew by [[14.2%|C]]; ours by [[6.9%|C]].",
        "Industrial fixed-asset investment across the province was up [[12.4%|X]]; Changde saw [[6.9%|C]].",
        # 6.9 − 5.9 against Chenzhou.
        "Measured against Chenzhou, Changde's industrial fixed-asset investment grew [[1.0 points|C]] faster.",
        "Measured against Chenzhou, Changde's industrial fixed-asset investment grew [[1.1 points|NX]] faster.",
        # 12.8, fourth in the province and second in the group.
        "Gross industrial output grew by [[12.8%|C]]. We are [[4th|C]], and in our assessment group [[3rd|X]].",
        "Zhuzhou, with gross industrial output up [[13.0%|C]], is [[3rd|X]] in the province.",
        # From 2nd a year before to 4th.
        "Gross industrial output grew by [[12.8%|C]], yet output slipped by [[two places|C]].",
        "Technological-upgrade investment rose [[15.4%|C]]. Province-wide it was [[12.8%|C]].",
        "Chenzhou beats us: [[5.9%|N]] against [[6.9%|N]] of something else.",
    ],
)
def test_the_figure_before_and_the_city_meant(marked):
    assert misses(marked, **SAMPLE) == []


@pytest.mark.parametrize(
    "marked",
    [
        "Our GDP grew by [[9.0 per cent|C]], quicker than Changde, where GDP rose by [[7.8 per cent|X]].",
        "Yongzhou's GDP was [[141.818 billion yuan|C]]; rank by size [[8|C]], rank by growth [[5|C]].",
        "Yongzhou, with GDP of [[141.818 billion yuan|C]], is [[seventh|X]] in the province.",
        "When I came our city made [[141.818 billion yuan|C]] of GDP a year. That was 2015.",
        (
            "In 2016 Hunan's GDP was [[3,124.468 billion yuan|C]]. Yongzhou, with [[156.581 billion|C]], makes up "
            "[[5.0%|CN]] of that."
        ),
    ],
)
def test_levels_of_whole_years(marked):
    assert misses(marked, **YEAR) == []
