"""What holds for every table: engines agree, rank is one more than the number of better, order is no matter."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zjjstats as zj
from engines import ENGINES, make_pandas, pandas_records

# Few different values, so that ties are common; all of them stay exact when halved or doubled.
VALUES = st.sampled_from([None, -2.5, -0.1, 0.0, 0.1, 0.3, 8.1, 9.75])
INDICATORS = ("energy", "gdp", "output")
KEYS = ("indicator", "city")
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
directions = st.booleans()


@st.composite
def tables(draw, values=VALUES):
    """Columns indicator, city, value, higher: every city of every indicator once, in any order."""
    indicators = INDICATORS[: draw(st.integers(2, 3))]
    cities = [f"city{number:02d}" for number in range(draw(st.integers(1, 14)))]
    higher = {indicator: draw(directions) for indicator in indicators}
    keys = draw(st.permutations([(indicator, city) for indicator in indicators for city in cities]))
    return {
        "indicator": [indicator for indicator, _ in keys],
        "city": [city for _, city in keys],
        "value": [draw(values) for _ in keys],
        "higher": [higher[indicator] for indicator, _ in keys],
    }


def ranked(data, **options):
    """Rank and number ranked by indicator and city, from plain pandas."""
    found = zj.rank(make_pandas(data), "value", by=["indicator"], **options)
    return {(row["indicator"], row["city"]): (row["rank"], row["of"]) for row in pandas_records(found)}


def better(one, other, *, higher):
    return one > other if higher else one < other


def by_hand(data):
    """Rank and number ranked by counting, row against row."""
    rows = list(zip(*data.values(), strict=True))
    expected = {}
    for indicator, city, value, higher in rows:
        rivals = [row[2] for row in rows if row[0] == indicator and row[2] is not None]
        place = None if value is None else 1 + sum(better(rival, value, higher=higher) for rival in rivals)
        expected[indicator, city] = (place, len(rivals))
    return expected


def on_all(work):
    """What the work gives on every engine, by the engine's name."""
    return {engine.name: engine.rows(work(engine), *KEYS) for engine in ENGINES}


def assert_all_equal(found):
    first, *others = found.items()
    for name, rows in others:
        assert rows == first[1], f"{name} differs from {first[0]}"


@quick
@given(tables())
def test_a_rank_is_one_more_than_the_number_of_strictly_better(data):
    assert ranked(data, higher_is_better="higher") == by_hand(data)


@quick
@given(tables(), directions)
def test_all_engines_give_the_same_ranks(data, higher):
    assert_all_equal(
        on_all(lambda engine: zj.rank(engine.make(data), "value", by=["indicator"], higher_is_better=higher))
    )
    assert_all_equal(
        on_all(lambda engine: zj.rank(engine.make(data), "value", by=["indicator"], higher_is_better="higher"))
    )


@quick
@given(tables(values=st.integers(-40, 40).map(lambda hundredths: hundredths * 5 / 100)))
def test_all_engines_judge_ties_on_the_same_rounded_values(data):
    assert_all_equal(on_all(lambda engine: zj.rank(engine.make(data), "value", by=["indicator"], decimals=1)))


@quick
@given(tables(), tables())
def test_all_engines_give_the_same_changes_of_rank(data, earlier):
    def moved(engine):
        now, before = (zj.rank(engine.make(table), "value", by=["indicator"]) for table in (data, earlier))
        return zj.rank_change(now, before, on=list(KEYS))

    assert_all_equal(on_all(moved))


@quick
@given(tables(), tables())
def test_a_change_of_rank_is_the_rank_before_less_the_rank_now(data, earlier):
    now, before = (zj.rank(make_pandas(table), "value", by=["indicator"]) for table in (data, earlier))
    then = {(row["indicator"], row["city"]): row["rank"] for row in pandas_records(before)}
    for row in pandas_records(zj.rank_change(now, before, on=list(KEYS))):
        rank_before = then.get((row["indicator"], row["city"]))
        is_known = row["rank"] is not None and rank_before is not None
        assert row["rank_before"] == rank_before
        assert row["rank_change"] == (rank_before - row["rank"] if is_known else None)


@quick
@given(tables(), st.data())
def test_all_engines_give_the_same_rates_and_none_is_infinite(data, drawn):
    data["whole"] = [drawn.draw(VALUES) for _ in data["value"]]
    found = on_all(lambda engine: zj.rate(engine.make(data), part="value", whole="whole"))
    assert_all_equal(found)
    for row in found["polars"]:
        is_known = row["value"] is not None and row["whole"] is not None and row["whole"] > 0
        assert row["rate"] == (row["value"] / row["whole"] if is_known else None)


@quick
@given(tables(), tables())
def test_all_engines_give_the_same_growth_and_exactly_one_of_growth_and_reason(data, earlier):
    found = on_all(lambda engine: zj.growth(engine.make(data), engine.make(earlier), value="value", on=list(KEYS)))
    assert_all_equal(found)
    assert all((row["growth"] is None) != (row["reason"] is None) for row in found["polars"])


@quick
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(data, random):
    rows = list(zip(*data.values(), strict=True))
    random.shuffle(rows)
    shuffled = dict(zip(data, map(list, zip(*rows, strict=True)), strict=True))
    assert ranked(shuffled, higher_is_better="higher") == ranked(data, higher_is_better="higher")


@quick
@given(tables())
def test_a_further_city_without_a_value_changes_no_rank(data):
    extra = {"indicator": ["gdp"], "city": ["newcomer"], "value": [None], "higher": [data["higher"][0]]}
    more = {name: [*extra[name], *values] for name, values in data.items()}
    found = ranked(more, higher_is_better=True)
    assert found.pop(("gdp", "newcomer"))[0] is None
    assert found == ranked(data, higher_is_better=True)


@quick
@given(tables(), st.integers(-8, 8))
def test_another_unit_changes_no_rank(data, power):
    # By a power of two every value is scaled exactly.
    scaled = data | {"value": [None if value is None else value * 2.0**power for value in data["value"]]}
    assert ranked(scaled, higher_is_better="higher") == ranked(data, higher_is_better="higher")


@quick
@given(tables())
def test_the_other_direction_is_the_ranking_of_the_negated_values(data):
    negated = data | {"value": [None if value is None else -value for value in data["value"]]}
    assert ranked(data, higher_is_better=False) == ranked(negated, higher_is_better=True)
