"""English figures made of others told sentences, segments or a table before: what holds, what does not, what says nothing."""

# ruff: noqa: E501 - a sentence is read whole

from __future__ import annotations

import pytest

from zjjstats.audit import audit

C, X, N, L = "confirmed", "contradicted", "not-checked", "last-digit"


def verdict_of_last(text):
    return audit(text, lang="en").figures[-1].verdict


TABLE = "| | firms | jobs |\n|---|---:|---:|\n| North | 30 | 600 |\n| South | 20 | 400 |\n| Total | 50 | 1,000 |\n\n"
LAKES = "| Growth of | Alpha | Beta |\n|---|---:|---:|\n| retail sales | 7.5% | 5.2% |\n| exports | 9.9% | 3.3% |\n\n"

CASES = [
    # Points: from one to another, of the province's, of that, of both, of the leader.
    ("Growth eased from 9.0% to 6.4%, a slowdown of 2.6 points.", C),
    ("Growth eased from 9.0% to 6.4%, a slowdown of 3.6 points.", X),
    ("The provincial average was 6.9%.\n\nAlpha grew by 8.4%, 1.5 points more than the provincial average.", C),
    ("Imports rose 6.9%. Exports grew 8.4%, and that was 1.5 points above that of imports.", C),
    ("Retail sales rose 7.1%. Online sales rose 12.4%, outpacing retail sales by 5.3 points.", C),
    ("Retail sales rose 7.1%. Online sales rose 12.4%, outpacing retail sales by 5.8 points.", X),
    ("Alpha grew 9.0%; Beta grew 6.4%. The gap between Alpha and Beta is 2.6 points.", C),
    ("Alpha grew 9.0%; Beta grew 6.4%. The gap between them is 2.9 points.", X),
    ("Alpha grew 9.0%, Beta 8.1%. Gamma grew 6.4%, 2.6 points less than the leader.", C),
    # Points of which no words tell both percentages, or tell another one.
    ("Alpha grew 9.0%; Beta grew 6.4%. Debts eased by 1.3 points.", N),
    ("Alpha grew 9.0%; Beta grew 6.4%. The gap between Alpha and Gamma is 2.9 points.", N),
    ("Retail sales rose 7.1%. Online sales rose 12.4%, outpacing hotel stays by 5.8 points.", N),
    # Columns of a table.
    (LAKES + "In exports Alpha leads Beta by 6.6 points.", C),
    (LAKES + "In exports Alpha leads Beta by 6.9 points.", X),
    (LAKES + "In exports Alpha leads Gamma by 6.9 points.", N),
    (TABLE + "The larger part of the firms, 60%, is in the North zone.", C),
    (TABLE + "The larger part of the firms, 70%, is in the North zone.", N),
    # Averages are of what they are told for.
    ("The fund lent 63 million yuan to 42 firms. That is 1.5 million yuan per firm.", C),
    ("The fund lent 63 million yuan to 42 firms. That is 1.5 million yuan per worker.", N),
    ("The fund lent 63 million yuan to 42 firms. That is 1.6 million yuan per firm.", L),
    # Totals of parallel sentences, and what is left.
    ("Of the 22 mills, 15 run. Of the 20 mines, 19 run. Taken together, 34 do.", C),
    ("Of the 22 mills, 15 run. Of the 20 mines, 19 run. Taken together, 33 do.", N),
    ("There are 64 projects. Finished are 41, under way 15. Eight remain.", C),
    ("There are 64 projects. Finished are 41, under way 15. Nine remain.", N),
    ("Now 57 firms lose money; a year ago there were 66 of them, so the number is down by nine.", C),
    # Shares of what is told before.
    ("Revenue was 5.0 billion yuan. Of this, 3.2 billion yuan came from taxes, a tax share of 64%.", C),
    ("Revenue was 5.0 billion yuan. Taxes made up 3.2 billion yuan, or 64%.", C),
    ("Revenue was 5.0 billion yuan. Taxes rose by 3.2 billion yuan, or 64%.", N),
    ("Mills took 3.0 billion yuan and mines 5.0 billion yuan, 8.0 billion yuan in all; their shares are 37.5% and 62.5%.", C),
    ("Mills took 3.0 billion yuan and mines 5.0 billion yuan, 8.0 billion yuan in all; their shares are 37.5% and 65.2%.", X),
    ("Mills took 3.0 billion yuan and mines 5.0 billion yuan, 8.0 billion yuan in all; their shares are 37.5% and 71.9%.", N),
    # A rate of the two figures right before it.
    ("It received 420 complaints and settled 399. That is a settlement rate of 95.0%.", C),
    ("The budget was 128 million yuan; 96.5 million yuan was paid out. That is 75.5%.", L),
    # Growth by an increase; multiples of a rate.
    ("The hospital has 300 beds, 60 more than a year ago. That is an increase of 25%.", C),
    ("The hospital has 300 beds, 60 more than a year ago. That is an increase of 20%.", N),
    ("Places lost: 9, from rank 4 to rank 13.", N),
    ("The town is now 5th, having been 8th at mid-year; it has gained three places.", C),
    ("The town is now 5th, having been 8th at mid-year; it has gained four places.", X),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_figure_is_recomputed_from_what_its_words_point_at(text, wanted):
    assert verdict_of_last(text) == wanted


def test_a_multiple_of_a_rate_that_nearly_holds_is_recomputed_where_its_digits_say_so():
    figures = audit("Alpha's growth of 97.0% was almost 3.9 times the provincial rate of 25.1%.", lang="en").figures
    assert [one.verdict for one in figures] == [N, C, N]
