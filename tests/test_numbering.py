"""What pandas finds by counting is what it finds by hashing and sorting, on rows of every kind and size."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_series_equal

from zjjstats.numbering import CELLS_PER_ROW, base, numbered, ranks, spread

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
    (numbers,), room = numbered([pd.Series(["a", "b", "a", None, None]), pd.Series([1, 1, 1, 2, 2])])
    assert numbers[0] == numbers[2] != numbers[1]
    assert numbers[3] == numbers[4]
    assert len(set(numbers)) == 3
    assert numbers.max() < room


def test_numbers_stay_close_together_however_many_keys_there_could_be():
    columns = [pd.Series(np.arange(100_000)) for _ in range(5)]
    (numbers,), room = numbered(columns)
    assert len(set(numbers)) == 100_000
    assert numbers.max() < room <= CELLS_PER_ROW * 100_000


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("int8", [-128, 127, 0, 127]),
        ("uint8", [0, 255, 7, 255]),
        ("uint64", [2**64 - 1, 2**63, 0, 2**63]),
        ("int64", [-(2**63), 2**63 - 1, 0, 2**63 - 1]),
        ("bool", [True, False, False, False]),
        ("Int64", [4, 3, None, 3]),
        ("datetime64[s]", ["2022-01-01", "2021-01-01", None, "2021-01-01"]),
    ],
)
def test_two_tables_share_their_numbers_whatever_the_key_is_stored_as(kind, values):
    one, other = pd.Series(values, dtype=kind), pd.Series(values[::-1], dtype=kind)
    (numbers, turned), room = numbered([one, pd.Series([5] * 4)], [other, pd.Series([5] * 4)])
    assert list(numbers) == list(turned[::-1])
    assert [len(set(numbers)), numbers[1] == numbers[3]] == [len(set(values)), True]
    assert 0 <= numbers.min() <= numbers.max() < room


def test_whole_numbers_that_leave_out_many_are_numbered_without_the_gaps():
    months = pd.Series([year * 100 + month for year in range(2000, 2100) for month in range(1, 13)])
    (numbers,), room = numbered([months.repeat(50), pd.Series(list(range(50)) * 1200)])
    assert len(set(numbers)) == 60_000
    assert room <= (1200 + 1) * (50 + 1)


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


@pytest.mark.parametrize("kind", ["float64", "float32", "Float64", "object"])
@pytest.mark.parametrize("cities", [20, 100_000])
def test_bases_found_by_number_are_those_of_a_merge(cities, kind):
    frame = table(2_000, cities=cities, digits=3).drop_duplicates(KEYS).astype({"value": kind})
    now, before = frame.sample(frac=0.7, random_state=1), frame.sample(frac=0.7, random_state=2)
    expected = now.merge(before, on=KEYS, how="left", suffixes=("", "_before"))["value_before"]
    found = pd.Series(base(now, before, value="value", keys=KEYS))
    assert_series_equal(found, expected, check_names=False)


@pytest.mark.parametrize("kind", ["float64", "Float64"])
def test_a_row_that_misses_a_key_finds_no_base_where_another_misses_it_too(kind):
    frame = pd.DataFrame({"city": ["A", None, "B"], "value": pd.Series([1, 2, 3], dtype=kind)})
    found = pd.Series(base(frame, frame[::-1], value="value", keys=["city"]))
    assert found.isna().to_list() == [False, True, False]
    assert found[[0, 2]].to_list() == [1, 3]


def test_texts_are_spread_over_the_rows_that_are_marked_and_the_others_miss_one():
    rows = pd.Series([False, True, False, True])
    found = spread(pd.Series(["no base", "base is zero"], dtype="str"), rows)
    assert found.dtype == "str"
    assert found.fillna("").to_list() == ["", "no base", "", "base is zero"]


def test_a_repeated_key_finds_no_base_on_either_side():
    once, twice = pd.DataFrame({"city": ["A", "B"], "value": 1}), pd.DataFrame({"city": ["B", "C", "C"], "value": 1})
    assert base(once, once, value="value", keys=["city"]) is not None
    assert base(once, twice, value="value", keys=["city"]) is None
    assert base(twice, once, value="value", keys=["city"]) is None
