"""Rates and growth on every engine, with expectations worked out by hand."""

from __future__ import annotations

import math

import pandas as pd
import polars as pl
import pytest
from pandas.testing import assert_frame_equal

import zjjstats as zj
from engines import make_pandas, make_polars, on_every_engine

KEY = ["city"]


def plans(planned, started):
    return {"city": ["A", "B", "C", "D"][: len(planned)], "planned": planned, "started": started}


def amounts(values, cities="ABCDE"):
    return {"city": list(cities[: len(values)]), "value": values}


@on_every_engine
def test_a_rate_is_the_part_over_the_whole_and_is_not_rounded(engine):
    found = zj.rate(engine.make(plans([22, 20, 8, 3], [15, 19, 7, 1])), part="started", whole="planned")
    expected = [0.681818181818182, 0.95, 0.875, 0.333333333333333]
    assert engine.column(found, "rate", "city") == pytest.approx(expected, rel=1e-14)


@on_every_engine
def test_a_rate_keeps_its_two_parts_beside_it(engine):
    found = zj.rate(engine.make(plans([22, 20], [15, 19])), part="started", whole="planned")
    kept = [(row["city"], row["planned"], row["started"]) for row in engine.rows(found, "city")]
    assert kept == [("A", 22, 15), ("B", 20, 19)]


@on_every_engine
def test_nothing_started_of_something_planned_is_a_rate_of_zero_and_not_missing(engine):
    found = zj.rate(engine.make(plans([4, 5], [0, 5])), part="started", whole="planned")
    assert engine.column(found, "rate", "city") == [0.0, 1.0]


@on_every_engine
@pytest.mark.parametrize("part", [0, 3])
def test_a_whole_of_zero_gives_a_missing_rate_never_zero_or_infinity(engine, part):
    found = zj.rate(engine.make(plans([0, 4], [part, 1])), part="started", whole="planned")
    assert engine.column(found, "rate", "city") == [None, 0.25]


@on_every_engine
def test_a_missing_part_or_whole_gives_a_missing_rate(engine):
    found = zj.rate(engine.make(plans([None, 20, None, 4], [1, None, None, 1])), part="started", whole="planned")
    assert engine.column(found, "rate", "city") == [None, None, None, 0.25]


@on_every_engine
def test_a_negative_whole_gives_a_missing_rate(engine):
    found = zj.rate(engine.make(plans([-4, 4], [1, -1])), part="started", whole="planned")
    assert engine.column(found, "rate", "city") == [None, -0.25]


@on_every_engine
def test_a_whole_or_part_that_is_not_a_number_gives_a_missing_rate(engine):
    found = zj.rate(engine.make(plans([math.nan, 4.0, 4.0], [1.0, math.nan, 1.0])), part="started", whole="planned")
    assert engine.column(found, "rate", "city") == [None, None, 0.25]


@on_every_engine
def test_growth_is_present_over_base_minus_one(engine):
    found = zj.growth(engine.make(amounts([5, 3, 4])), engine.make(amounts([4, 4, 4])), value="value", on=KEY)
    assert engine.column(found, "growth", "city") == [0.25, -0.25, 0.0]
    assert engine.column(found, "value_before", "city") == [4, 4, 4]
    assert engine.column(found, "reason", "city") == [None, None, None]


@on_every_engine
def test_growth_finds_its_base_by_key_whatever_the_order_of_the_rows(engine):
    before = engine.make({"city": ["C", "A", "B"], "value": [8.0, 2.0, 4.0]})
    found = zj.growth(engine.make(amounts([3.0, 3.0, 10.0])), before, value="value", on=KEY)
    assert engine.column(found, "value_before", "city") == [2.0, 4.0, 8.0]
    assert engine.column(found, "growth", "city") == [0.5, -0.25, 0.25]


@on_every_engine
def test_growth_uses_every_column_of_the_key(engine):
    now = {"city": ["A", "A", "B"], "indicator": ["x", "y", "x"], "value": [6.0, 6.0, 6.0]}
    before = {"city": ["A", "B", "A"], "indicator": ["y", "x", "x"], "value": [3.0, 12.0, 4.0]}
    found = zj.growth(engine.make(now), engine.make(before), value="value", on=["city", "indicator"])
    assert engine.column(found, "growth", "city", "indicator") == [0.5, 1.0, -0.5]


@on_every_engine
def test_growth_that_cannot_be_told_is_missing_and_says_why(engine):
    now = engine.make(amounts([1.0, 1.0, 1.0, None, 5.0]))
    before = engine.make({"city": ["E", "D", "B", "A"], "value": [4.0, 1.0, -2.0, 0.0]})
    found = zj.growth(now, before, value="value", on=KEY)
    assert engine.column(found, "growth", "city") == [None, None, None, None, 0.25]
    expected = ["base is zero", "base is negative", "no base", "no value", None]
    assert engine.column(found, "reason", "city") == expected


@on_every_engine
def test_a_base_that_is_there_but_empty_is_no_base(engine):
    found = zj.growth(engine.make(amounts([1.0, 2.0])), engine.make(amounts([None, 1.0])), value="value", on=KEY)
    assert engine.column(found, "reason", "city") == ["no base", None]


@on_every_engine
def test_a_value_that_is_not_a_number_is_no_value_and_no_base(engine):
    now, before = amounts([math.nan, 2.0, 2.0]), amounts([1.0, math.nan, 1.0])
    found = zj.growth(engine.make(now), engine.make(before), value="value", on=KEY)
    assert engine.column(found, "growth", "city") == [None, None, 1.0]
    assert engine.column(found, "reason", "city") == ["no value", "no base", None]


@on_every_engine
def test_growth_keeps_the_present_rows_and_leaves_out_those_only_in_the_base(engine):
    found = zj.growth(engine.make(amounts([2.0], "B")), engine.make(amounts([1.0, 1.0, 1.0])), value="value", on=KEY)
    assert engine.column(found, "city", "city") == ["B"]


@on_every_engine
def test_a_key_twice_among_the_present_rows_is_refused_by_name(engine):
    now, before = amounts([1.0, 2.0, 3.0], "ABA"), amounts([1.0, 1.0])
    with pytest.raises(engine.refusal, match=r"the current frame must hold each city once; found city=A \(2 times\)"):
        engine.records(zj.growth(engine.make(now), engine.make(before), value="value", on=KEY))


@on_every_engine
def test_a_key_twice_among_the_base_rows_is_refused_by_name(engine):
    now, before = amounts([1.0, 2.0]), amounts([1.0, 1.0, 1.0, 1.0], "ABBB")
    with pytest.raises(engine.refusal, match=r"the frame compared with must .*; found city=B \(3 times\)"):
        engine.records(zj.growth(engine.make(now), engine.make(before), value="value", on=KEY))


@on_every_engine
def test_a_key_is_repeated_only_if_all_its_columns_are(engine):
    now = {"city": ["A", "A"], "period": ["2015", "2016"], "value": [1.0, 2.0]}
    both = ["city", "period"]
    found = zj.growth(engine.make(now), engine.make(now), value="value", on=both)
    assert engine.column(found, "growth", *both) == [0.0, 0.0]
    now["period"][1] = "2015"
    with pytest.raises(engine.refusal, match=r"found city=A, period=2015 \(2 times\)"):
        engine.records(zj.growth(engine.make(now), engine.make(now), value="value", on=both))


@on_every_engine
def test_a_row_without_a_key_has_no_base_even_if_there_is_another_without_one(engine):
    now = {"city": ["A", "B", None], "indicator": ["x", None, "x"], "value": [2.0, 2.0, 2.0]}
    before = {"city": [None, "A", "B"], "indicator": ["x", "x", None], "value": [4.0, 1.0, 1.0]}
    found = zj.growth(engine.make(now), engine.make(before), value="value", on=["city", "indicator"])
    reasons = {(row["city"], row["indicator"]): row["reason"] for row in engine.records(found)}
    assert reasons == {("A", "x"): None, ("B", None): "no base", (None, "x"): "no base"}


@on_every_engine
def test_a_key_of_numbers_finds_its_base_like_one_of_words(engine):
    now = {"year": [2016, 2017, 2016], "city": [430800, 430800, 430100], "value": [3.0, 1.0, 8.0]}
    before = {"year": [2016, 2016], "city": [430100, 430800], "value": [4.0, 2.0]}
    found = zj.growth(engine.make(now), engine.make(before), value="value", on=["year", "city"])
    assert engine.column(found, "growth", "year", "city") == [1.0, 0.5, None]


@on_every_engine
def test_a_missing_column_is_named_with_the_columns_there_are(engine):
    with pytest.raises(zj.FrameError, match="missing column 'begun'; found: city, planned, started"):
        zj.rate(engine.make(plans([1], [1])), part="begun", whole="planned")
    with pytest.raises(zj.FrameError, match="missing column 'value'; found: city, planned, started"):
        zj.growth(engine.make(amounts([1.0])), engine.make(plans([1], [1])), value="value", on=KEY)


@on_every_engine
def test_growth_is_measured_from_the_base_given_even_if_the_rows_carry_an_earlier_one(engine):
    now, year_before, quarter_before = amounts([6.0, 6.0]), amounts([4.0, 3.0]), amounts([5.0, 8.0])
    once = zj.growth(engine.make(now), engine.make(year_before), value="value", on=KEY)
    twice = zj.growth(once, engine.make(quarter_before), value="value", on=KEY)
    assert engine.column(twice, "growth", "city") == pytest.approx([0.2, -0.25])


def test_rates_and_growth_leave_the_callers_pandas_frame_as_it_was():
    table, kept = make_pandas(plans([22, 0], [15, 0])), make_pandas(plans([22, 0], [15, 0]))
    zj.rate(table, part="started", whole="planned")
    zj.growth(table, table, value="started", on=KEY)
    assert_frame_equal(table, kept)


def test_rates_and_growth_leave_the_callers_polars_frame_as_it_was():
    table, kept = make_polars(plans([22, 0], [15, 0])), make_polars(plans([22, 0], [15, 0]))
    zj.rate(table, part="started", whole="planned")
    zj.growth(table, table, value="started", on=KEY)
    assert table.equals(kept)
    assert table.columns == ["city", "planned", "started"]


@on_every_engine
def test_a_rate_comes_back_in_the_kind_of_frame_that_went_in(engine):
    table = engine.make(plans([22], [15]))
    assert type(zj.rate(table, part="started", whole="planned")) is type(table)
    now = engine.make(amounts([1.0]))
    assert type(zj.growth(now, now, value="value", on=KEY)) is type(now)


def test_pandas_rows_keep_their_order_and_labels_in_a_rate():
    table = pd.DataFrame({"planned": [4, 2], "started": [1, 1]}, index=[7, 3])
    assert zj.rate(table, part="started", whole="planned")["rate"].to_dict() == {7: 0.25, 3: 0.5}


def test_keys_of_two_types_meet_as_pandas_lets_them_meet():
    now, before = (
        make_pandas({"city": [1, 2], "value": [2.0, 2.0]}),
        make_pandas({"city": [2.0, 3.0], "value": [1.0, 1.0]}),
    )
    assert zj.growth(now, before, value="value", on=KEY)["reason"].to_list()[0] == "no base"
    with pytest.raises(ValueError, match="merge on int64 and str"):
        zj.growth(now, make_pandas(amounts([1.0])), value="value", on=KEY)


def test_pandas_rows_keep_their_order_where_bases_are_found():
    now = make_pandas(amounts([1.0, 2.0, 3.0], "CAB"))
    assert zj.growth(now[::-1], now, value="value", on=KEY)["city"].to_list() == ["B", "A", "C"]


def test_a_lazy_frame_stays_unread():
    touched = []

    def spy(frame):
        touched.append(1)
        return frame

    table = pl.LazyFrame({"planned": [4], "started": [1]}).map_batches(
        spy, schema=pl.Schema({"planned": pl.Int64, "started": pl.Int64})
    )
    found = zj.rate(table, part="started", whole="planned")
    assert touched == []
    assert found.collect()["rate"].to_list() == [0.25]
    assert touched == [1]
