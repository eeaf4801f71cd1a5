"""What an English clause takes up, against the workspace: cities, halves and programmes that it does not name."""

# ruff: noqa: E501 - a text is read whole

from __future__ import annotations

import pytest

import marked_sentences

XIANGTAN = {"workspace": "sample", "period": "2022M01-M06", "city": "xiangtan", "lang": "en"}


@pytest.mark.parametrize(
    "text",
    [
        "Gross industrial output in Xiangtan outstripped the provincial average by [[1.1 points|C]].",
        "Gross industrial output in Xiangtan outstripped the provincial average by [[6.1 points|N]].",
        "Xiangtan's gross industrial output rose [[13.0%|C]]. The province came to [[11.9%|C]]; Xiangtan beat it by [[1.1 points|C]].",
        "Gross industrial output of Xiangtan grew [[13.0%|C]], [[0.8 points|C]] faster than in the first half of 2021.",
        "Gross industrial output: Xiangtan [[13.0%|C]], [[third|C]] in the province; a year earlier [[12.2%|C]], [[sixth|NC]]. It gained [[0.8 points|C]].",
        "We are [[12th|C]] again in industrial fixed-asset investment, and [[third|C]] in gross industrial output growth.",
        "Technological-upgrade investment rose [[8.9%|X]] after falling for years.",
        "Technological-upgrade investment rose [[9.8%|C]], slower than in the province ([[13.1%|C]]).",
    ],
)
def test_points_and_ranks_are_of_what_their_clause_takes_up(text):
    assert marked_sentences.misses(text, **XIANGTAN) == []


def test_counts_of_the_only_programme_need_no_name():
    of = {"workspace": "published", "period": "2021M01-M09", "city": "xiangxi", "lang": "en"}
    text = "The prefecture keeps a list of [[316|C]] key projects. Work goes on at [[291|C]] of them."
    assert marked_sentences.misses(text, **of) == []
    assert marked_sentences.misses("The prefecture has [[316|N]] firms and [[281|N]] key projects.", **of) == []


def test_a_city_beyond_the_last_place_is_called_wrong_but_not_a_county():
    due = "In the provincial table for road work the city stands [[19th|X]]."
    assert marked_sentences.misses(due, lang="en") == []
    other = "In the provincial table of counties the city's best district stands [[19th|N]]."
    assert marked_sentences.misses(other, lang="en") == []


@pytest.mark.parametrize(
    "text",
    [
        # A new segment that names no city is of the release's own again; one that names one is that one's.
        "怀化工业总产值增长[[11.7%|C]]；工业总产值在我们这里增长[[13.0%|C]]。",
        "怀化工业总产值增长[[11.7%|C]]；怀化工业固定资产投资增长[[13.0%|N]]。",
        "与2021年上半年相比，工业总产值增速加快[[0.8个百分点|C]]。",
        "与2021年上半年相比，工业总产值增速加快[[1.8个百分点|N]]。",
        "工业总产值增长[[13.0%|C]]，高于全省的[[11.9%|C]]。到年底工业总产值增速要达到[[15.0%|N]]。",
    ],
)
def test_chinese_clauses_speak_of_the_city_again(text):
    assert marked_sentences.misses(text, **(XIANGTAN | {"lang": "zh"})) == []
