"""What pandas finds by counting is what it finds by hashing and sorting, on rows of every kind and size."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_series_equal

from zjjstats.numbering import CELLS_PER_ROW, base, numbered, ranks

KEYS = ["period", "city"]


def table(rows, *, cities, digits, seed=1):
    """Values by chance of places and periods, one in ten missing; the fewer digits, the more ties."""
    random = np.random.default_rng(seed)
    value = np.round(random.normal(0, 5, rows), digits)
    return pd.DataFrame(
        {
            "period": random.integers(2000, 2004, rows),
            "city": [f"city{number}" for number in random.integers(0, cities, rows)],
            "value": np.where(random.random(rows) < 0.1, np.nan, value),
        }
    )


def test_rows_get_the_same_number_where_all_their_keys_are_the_same():
    numbers, room = numbered([pd.Series(["a", "b", "a", None, None]), pd.Series([1, 1, 1, 2, 2])])
    assert numbers[0] == numbers[2] != numbers[1]
    assert numbers[3] == numbers[4]
    assert len(set(numbers)) == 3
    assert numbers.max() < room


def test_numbers_stay_close_together_however_many_keys_there_could_be():
    columns = [pd.Series(np.arange(100_000)) for _ in range(5)]
    numbers, room = numbered(columns)
    assert len(set(numbers)) == 100_000
    assert numbers.max() < room <= CELLS_PER_ROW * 100_000


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize(("by", "cities"), [(["period"], 7), (["period", "city"], 7), (["period", "city"], 900)])
@pytest.mark.parametrize("digits", [0, 2, 9])
def test_ranks_by_number_are_those_of_pandas(descending, by, cities, digits):
    frame = table(5_000, cities=cities, digits=digits)
    found = ranks(frame["value"], [frame[key] for key in by], descending=descending)
    groups = frame.groupby(by)["value"]
    expected = groups.rank("min", ascending=not descending).astype("Int64"), groups.transform("count").astype("Int64")
    for ours, theirs in zip(found, expected, strict=True):
        assert_series_equal(pd.Series(ours), theirs, check_names=False)


@pytest.mark.parametrize("values", [[], [np.nan], [np.nan, np.nan, 1.5], [np.inf, -np.inf, np.nan, 0.0]])
def test_few_or_no_values_are_ranked_too(values):
    frame = pd.DataFrame({"by": ["x"] * len(values), "value": pd.Series(values, dtype="float64")})
    rank, of = ranks(frame["value"], [frame["by"]], descending=True)
    expected = frame["value"].rank(method="min", ascending=False).astype("Int64")
    assert_series_equal(pd.Series(rank), expected, check_names=False)
    assert list(of) == [frame["value"].count()] * len(values)


def test_zero_and_minus_zero_share_a_place():
    found = ranks(pd.Series([0.0, -0.0, 1.0, 1.0, 1.0]), [pd.Series(["x"] * 5)], descending=True)
    assert list(found[0]) == [4, 4, 1, 1, 1]


@pytest.mark.parametrize("cities", [20, 100_000])
def test_bases_found_by_number_are_those_of_a_merge(cities):
    frame = table(2_000, cities=cities, digits=3).drop_duplicates(KEYS)
    now, before = frame.sample(frac=0.7, random_state=1), frame.sample(frac=0.7, random_state=2)
    expected = now.merge(before, on=KEYS, how="left", suffixes=("", "_before"))["value_before"]
    found = pd.Series(base(now, before, value="value", keys=KEYS))
    assert_series_equal(found, expected, check_names=False)


def test_a_repeated_key_finds_no_base_on_either_side():
    once, twice = pd.DataFrame({"city": ["A", "B"], "value": 1}), pd.DataFrame({"city": ["B", "C", "C"], "value": 1})
    assert base(once, once, value="value", keys=["city"]) is not None
    assert base(once, twice, value="value", keys=["city"]) is None
    assert base(twice, once, value="value", keys=["city"]) is None
