"""What holds for every table: engines agree, rank is one more than the number of better, order is no matter."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zjjstats as zj
from engines import QUICK, SPARK_ENGINE, make_pandas, pandas_records, with_spark

# Few different values, so that ties are common; all of them stay exact when halved or doubled.
VALUES = st.sampled_from([None, -2.5, -0.1, 0.0, 0.1, 0.3, 8.1, 9.75])
INDICATORS = ("energy", "gdp", "output")
KEYS = ("indicator", "city")
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Each query of Spark takes half a second, whatever its size: few examples, of the same making.
slow = settings(quick, max_examples=3, derandomize=True)
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


@st.composite
def ledgers(draw):
    """Columns of a ledger: projects of two cities, each with its dates or without."""
    dates = st.sampled_from(
        [
            None,
            *(
                dt.datetime.fromisoformat(f"{year}-{month}-01")
                for year in (2021, 2022, 2023)
                for month in ("01", "04", "12")
            ),
        ]
    )
    count = draw(st.integers(1, 12))
    names = ("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on")
    cities = {"city": [draw(st.sampled_from("AB")) for _ in range(count)]}
    return cities | {name: [draw(dates) for _ in range(count)] for name in names}


def shuffled(data, random):
    """The same rows in another order."""
    rows = list(zip(*data.values(), strict=True))
    random.shuffle(rows)
    return dict(zip(data, map(list, zip(*rows, strict=True)), strict=True))


def in_groups(data, draw):
    """The rows with the members of the group that each city is in."""
    cities = sorted(set(data["city"]))
    group = {city: draw(st.integers(0, 2)) for city in cities}
    members = {city: "|".join(other for other in cities if group[other] == group[city]) for city in cities}
    return data | {"members": [members[city] for city in data["city"]]}


def agree(work, *keys, engines=QUICK):
    """What the work gives, the same on pandas and on every engine."""
    (_, expected), *others = [(engine.name, engine.rows(work(engine), *keys)) for engine in engines]
    for name, rows in others:
        assert rows == expected, f"{name} differs from {engines[0].name}"
    return expected


def check_ranks(data, higher, engines):
    for direction in (higher, "higher"):
        agree(
            lambda engine, way=direction: zj.rank(engine.make(data), "value", by=["indicator"], higher_is_better=way),
            *KEYS, engines=engines,
        )  # fmt: skip


def check_rounded(data, engines):
    agree(lambda engine: zj.rank(engine.make(data), "value", by=["indicator"], decimals=1), *KEYS, engines=engines)


def check_changes(data, earlier, engines):
    """In the province and in groups whose members may change."""

    def moved(engine, by, on):
        now, before = (zj.rank(engine.make(table), "value", by=by) for table in (data, earlier))
        return zj.rank_change(now, before, on=on)

    agree(lambda engine: moved(engine, ["indicator"], list(KEYS)), *KEYS, engines=engines)
    by = ["indicator", "members"]
    return agree(lambda engine: moved(engine, by, [*KEYS, "members"]), *KEYS, engines=engines)


def check_rates(data, engines):
    found = agree(lambda engine: zj.rate(engine.make(data), part="value", whole="whole"), *KEYS, engines=engines)
    for row in found:
        is_known = row["value"] is not None and row["whole"] is not None and row["whole"] > 0
        assert row["rate"] == (row["value"] / row["whole"] if is_known else None)


def check_growth(data, earlier, engines):
    found = agree(
        lambda engine: zj.growth(engine.make(data), engine.make(earlier), value="value", on=list(KEYS)),
        *KEYS, engines=engines,
    )  # fmt: skip
    assert all((row["growth"] is None) != (row["reason"] is None) for row in found)


def check_counts(data, on, engines):
    agree(lambda engine: zj.project_counts(engine.make(data), by=["city"], on=on), "city", "kind", engines=engines)


def check_refusal(data, engines):
    """The first row once more, at the end: refused by every engine, whichever side it is on."""
    twice = {name: [*values, values[0]] for name, values in data.items()}
    for engine in engines:
        for now, before in ((twice, data), (data, twice)):
            with pytest.raises(engine.refusal, match=rf"once; found indicator={data['indicator'][0]}, city="):
                engine.records(zj.growth(engine.make(now), engine.make(before), value="value", on=list(KEYS)))


@quick
@given(tables())
def test_a_rank_is_one_more_than_the_number_of_strictly_better(data):
    assert ranked(data, higher_is_better="higher") == by_hand(data)


HALVES = tables(values=st.integers(-40, 40).map(lambda hundredths: hundredths * 5 / 100))
DAYS = st.sampled_from([dt.date(2022, 3, 31), dt.date(2022, 12, 31), dt.date(2023, 4, 1)])


@quick
@given(tables(), directions)
def test_all_engines_give_the_same_ranks(data, higher):
    check_ranks(data, higher, QUICK)


@quick
@given(HALVES)
def test_all_engines_judge_ties_on_the_same_rounded_values(data):
    check_rounded(data, QUICK)


@quick
@given(tables(), tables(), st.data())
def test_all_engines_give_the_same_changes_of_rank_also_where_groups_change(data, earlier, drawn):
    check_changes(in_groups(data, drawn.draw), in_groups(earlier, drawn.draw), QUICK)


@quick
@given(ledgers(), DAYS)
def test_all_engines_count_the_same_projects(data, day):
    check_counts(data, day, QUICK)


@quick
@given(tables())
def test_all_engines_refuse_a_repeated_key(data):
    check_refusal(data, QUICK)


@with_spark
@pytest.mark.spark
@slow
@given(tables(), tables(), HALVES, ledgers(), DAYS, st.data())
def test_spark_gives_the_same_of_everything(data, earlier, halves, projects, day, drawn):
    both = [QUICK[0], SPARK_ENGINE]
    check_ranks(data, drawn.draw(directions), both)
    check_rounded(halves, both)
    check_changes(in_groups(data, drawn.draw), in_groups(earlier, drawn.draw), both)
    check_rates(data | {"whole": [drawn.draw(VALUES) for _ in data["value"]]}, both)
    check_growth(data, earlier, both)
    check_counts(projects, day, both)
    check_refusal(data, [SPARK_ENGINE])


@quick
@given(tables(), tables(), st.randoms(use_true_random=False))
def test_ten_orders_of_the_rows_give_one_result_on_every_engine(data, earlier, random):
    def moved(engine, now, before):
        now, before = (zj.rank(engine.make(table), "value", by=["indicator"]) for table in (now, before))
        return zj.rank_change(now, before, on=list(KEYS))

    expected = agree(lambda engine: moved(engine, data, earlier), *KEYS)
    for turn in range(10):
        engine = QUICK[turn % len(QUICK)]
        found = moved(engine, shuffled(data, random), shuffled(earlier, random))
        assert engine.rows(found, *KEYS) == expected


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
    check_rates(data | {"whole": [drawn.draw(VALUES) for _ in data["value"]]}, QUICK)


@quick
@given(tables(), tables())
def test_all_engines_give_the_same_growth_and_exactly_one_of_growth_and_reason(data, earlier):
    check_growth(data, earlier, QUICK)


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
