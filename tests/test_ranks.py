"""Ranks and changes of rank on every engine, with expectations worked out by hand."""

from __future__ import annotations

import math

import pytest
from pandas.testing import assert_frame_equal

import zjjstats as zj
from engines import make_pandas, make_polars, on_every_engine

NOISY_THREE_TENTHS = 0.1 + 0.2


def table(values, cities="ABCDEFG"):
    return {"period": ["2016"] * len(values), "city": list(cities[: len(values)]), "value": values}


def ranks(engine, values, **options):
    found = zj.rank(engine.make(table(values)), "value", by=["period"], **options)
    return engine.column(found, "rank", "city")


@on_every_engine
def test_tied_cities_share_the_better_rank_and_the_next_place_is_left_out(engine):
    assert ranks(engine, [8.1, 9.4, 7.0, 8.1]) == [2, 1, 4, 2]


@on_every_engine
def test_a_tie_of_three_leaves_two_places_out(engine):
    assert ranks(engine, [1.0, 5.0, 5.0, 5.0, 3.0]) == [5, 1, 1, 1, 4]


@on_every_engine
def test_a_city_without_a_value_is_not_ranked_and_not_counted(engine):
    found = zj.rank(engine.make(table([8.1, None, 9.4, 8.1, None])), "value", by=["period"])
    assert engine.column(found, "rank", "city") == [2, None, 1, 2, None]
    assert engine.column(found, "of", "city") == [3, 3, 3, 3, 3]


@on_every_engine
@pytest.mark.parametrize("higher_is_better", [True, False])
def test_a_value_that_is_not_a_number_is_not_ranked_and_moves_no_other(engine, higher_is_better):
    found = zj.rank(
        engine.make(table([8.1, math.nan, 9.4, None, 8.1])), "value", by=["period"], higher_is_better=higher_is_better
    )
    expected = [2, None, 1, None, 2] if higher_is_better else [1, None, 3, None, 1]
    assert engine.column(found, "rank", "city") == expected
    assert engine.column(found, "of", "city") == [3, 3, 3, 3, 3]


@on_every_engine
def test_where_lower_is_better_the_smallest_value_is_first(engine):
    assert ranks(engine, [2.0, -1.0, 5.0, 2.0], higher_is_better=False) == [2, 1, 4, 2]


@on_every_engine
def test_a_column_can_say_row_by_row_which_direction_is_better(engine):
    data = {
        "indicator": ["output", "output", "output", "energy", "energy", "energy"],
        "city": ["A", "B", "C", "A", "B", "C"],
        "value": [3.0, 1.0, 2.0, 3.0, 1.0, 2.0],
        "higher": [True, True, True, False, False, False],
    }
    found = zj.rank(engine.make(data), "value", by=["indicator"], higher_is_better="higher")
    # Sorted by indicator: energy first, where the lowest leads.
    assert engine.column(found, "rank", "indicator", "city") == [3, 1, 2, 1, 3, 2]


@on_every_engine
def test_ranks_are_counted_within_each_group_and_period(engine):
    data = {
        "period": ["2015", "2015", "2015", "2016", "2016", "2016", "2016"],
        "group": ["north", "north", "south", "north", "north", "south", "south"],
        "city": ["A", "B", "C", "A", "B", "C", "D"],
        "value": [1.0, 2.0, 9.0, 5.0, 4.0, 7.0, 7.0],
    }
    found = zj.rank(engine.make(data), "value", by=["period", "group"])
    assert engine.column(found, "rank", "period", "city") == [2, 1, 1, 1, 2, 1, 1]
    assert engine.column(found, "of", "period", "city") == [2, 2, 1, 2, 2, 2, 2]


@on_every_engine
def test_a_group_without_any_value_has_nobody_ranked(engine):
    found = zj.rank(engine.make(table([None, None])), "value", by=["period"])
    assert engine.column(found, "rank", "city") == [None, None]
    assert engine.column(found, "of", "city") == [0, 0]


@on_every_engine
def test_ranks_are_whole_numbers_even_beside_missing_ones(engine):
    found = zj.rank(engine.make(table([3.0, None])), "value", by=["period"])
    row = engine.rows(found, "city")[0]
    assert (type(row["rank"]), type(row["of"])) == (int, int)


@on_every_engine
def test_whole_numbers_are_ranked_like_any_other(engine):
    assert ranks(engine, [3, 7, 3, None]) == [2, 1, 2, None]


@on_every_engine
def test_values_as_they_stand_are_told_apart_by_their_last_bit(engine):
    assert ranks(engine, [NOISY_THREE_TENTHS, 0.3, 0.2]) == [1, 2, 3]


@on_every_engine
def test_binary_noise_makes_no_difference_at_the_published_precision(engine):
    assert ranks(engine, [NOISY_THREE_TENTHS, 0.3, 0.2], decimals=1) == [1, 1, 3]
    assert ranks(engine, [NOISY_THREE_TENTHS, 0.3, 0.2], decimals=1, higher_is_better=False) == [2, 2, 1]


@on_every_engine
def test_a_half_goes_away_from_zero_before_ties_are_judged(engine):
    # To even, 12.25 would be 12.2 and tie with the third.
    assert ranks(engine, [12.25, 12.3, 12.2], decimals=1) == [1, 1, 3]


@on_every_engine
def test_a_negative_half_goes_away_from_zero_too(engine):
    # Towards plus infinity, -12.25 would be -12.2 and tie with the third.
    assert ranks(engine, [-12.25, -12.3, -12.2], decimals=1) == [2, 2, 1]


@on_every_engine
def test_ties_can_be_judged_on_whole_numbers(engine):
    assert ranks(engine, [0.5, 1.4, 0.4, -0.5, -0.4], decimals=0) == [1, 1, 3, 5, 3]


@on_every_engine
@pytest.mark.parametrize(("value", "printed", "decimals"), [(1.005, 1.01, 2), (2.675, 2.68, 2), (0.285, 0.29, 2)])
def test_ties_are_judged_on_the_value_that_is_printed(engine, value, printed, decimals):
    # In binary these halves lie a hair below themselves; the page prints them rounded up.
    assert ranks(engine, [value, printed, 0.0], decimals=decimals) == [1, 1, 3]


@on_every_engine
def test_every_other_column_and_row_stays(engine):
    found = zj.rank(engine.make(table([2.0, 1.0])), "value", by=["period"])
    assert engine.rows(found, "city") == [
        {"period": "2016", "city": "A", "value": 2.0, "rank": 1, "of": 2},
        {"period": "2016", "city": "B", "value": 1.0, "rank": 2, "of": 2},
    ]
    assert type(found) is type(engine.make(table([1.0])))


@on_every_engine
def test_a_missing_column_is_named_with_the_columns_there_are(engine):
    frame = engine.make(table([1.0]))
    with pytest.raises(zj.FrameError, match="missing column 'growth'; found: period, city, value"):
        zj.rank(frame, "growth", by=["period"])
    with pytest.raises(zj.FrameError, match="missing column 'group'; found"):
        zj.rank(frame, "value", by=["period", "group"])
    with pytest.raises(zj.FrameError, match="missing column 'higher'; found"):
        zj.rank(frame, "value", by=["period"], higher_is_better="higher")


def standing(ranked, cities="ABCDE"):
    return {"city": list(cities[: len(ranked)]), "rank": ranked}


@on_every_engine
def test_a_change_of_rank_is_positive_for_a_city_that_moved_up(engine):
    found = zj.rank_change(engine.make(standing([1, 5, 3])), engine.make(standing([12, 2, 3])), on=["city"])
    assert engine.column(found, "rank_before", "city") == [12, 2, 3]
    assert engine.column(found, "rank_change", "city") == [11, -3, 0]
    assert type(engine.rows(found, "city")[0]["rank_change"]) is int


@on_every_engine
def test_the_earlier_rank_is_found_by_key_whatever_the_order_of_the_rows(engine):
    before = {"city": ["C", "D", "A", "B"], "rank": [4, 9, 3, 1]}
    found = zj.rank_change(engine.make(standing([1, 2, 3])), engine.make(before), on=["city"])
    assert engine.column(found, "city", "city") == ["A", "B", "C"]
    assert engine.column(found, "rank_change", "city") == [2, -1, 1]


@on_every_engine
def test_a_change_is_missing_where_either_rank_is(engine):
    found = zj.rank_change(engine.make(standing([1, None, 3, 2])), engine.make(standing([2, 2, None])), on=["city"])
    assert engine.column(found, "rank_change", "city") == [1, None, None, None]
    assert engine.column(found, "rank_before", "city") == [2, 2, None, None]
    assert engine.column(found, "rank", "city") == [1, None, 3, 2]
    assert [type(engine.rows(found, "city")[0][name]) for name in ("rank", "rank_before", "rank_change")] == [int] * 3


@on_every_engine
def test_a_change_inside_a_group_whose_members_differ_is_missing(engine):
    now = standing([1, 2, 1]) | {"members": ["A|B", "A|B", "C|D"]}
    before = standing([2, 1, 2]) | {"members": ["A|B|E", "A|B|E", "C|D"]}
    found = zj.rank_change(engine.make(now), engine.make(before), on=["city", "members"])
    assert engine.column(found, "rank_change", "city") == [None, None, 1]
    by_city = zj.rank_change(engine.make(now), engine.make(before), on=["city"])
    assert engine.column(by_city, "rank_change", "city") == [1, -1, 1]


@on_every_engine
def test_a_repeated_key_is_refused_by_name(engine):
    once, twice = standing([1, 2]), standing([1, 2, 3], "ABA")
    with pytest.raises(engine.refusal, match=r"the current frame must hold each city once; found city=A \(2 times\)"):
        engine.records(zj.rank_change(engine.make(twice), engine.make(once), on=["city"]))
    with pytest.raises(engine.refusal, match=r"the frame compared with must .* found city=A \(2 times\)"):
        engine.records(zj.rank_change(engine.make(once), engine.make(twice), on=["city"]))


@on_every_engine
def test_a_frame_without_ranks_cannot_be_compared(engine):
    unranked = engine.make({"city": ["A"], "value": [1.0]})
    with pytest.raises(zj.FrameError, match="missing column 'rank'; found: city, value"):
        zj.rank_change(engine.make(standing([1])), unranked, on=["city"])


@on_every_engine
def test_a_change_is_measured_from_the_ranks_given_even_if_the_rows_carry_earlier_ones(engine):
    once = zj.rank_change(engine.make(standing([1, 2])), engine.make(standing([2, 1])), on=["city"])
    twice = zj.rank_change(once, engine.make(standing([7, 2])), on=["city"])
    assert engine.column(twice, "rank_change", "city") == [6, 0]


def test_ranking_leaves_the_callers_pandas_frame_as_it_was():
    frame, kept = make_pandas(table([2.0, None])), make_pandas(table([2.0, None]))
    ranked = zj.rank(frame, "value", by=["period"], decimals=1)
    assert_frame_equal(frame, kept)
    before = ranked.copy()
    zj.rank_change(ranked, ranked, on=["city"])
    assert_frame_equal(ranked, before)


def test_ranking_leaves_the_callers_polars_frame_as_it_was():
    frame = make_polars(table([2.0, None]))
    ranked = zj.rank(frame, "value", by=["period"], decimals=1)
    assert frame.equals(make_polars(table([2.0, None])))
    assert frame.columns == ["period", "city", "value"]
    zj.rank_change(ranked, ranked, on=["city"])
    assert ranked.columns == ["period", "city", "value", "rank", "of"]


def test_pandas_rows_keep_their_order_in_a_ranking():
    frame = make_pandas(table([1.0, 3.0, 2.0], "CAB"))
    found = zj.rank(frame, "value", by=["period"])
    assert found["city"].to_list() == ["C", "A", "B"]
    assert found["rank"].to_list() == [3, 1, 2]
