"""Plans stay plans: a rule reads no row of a lazy frame, and refuses a repeated key only when the result is read."""

from __future__ import annotations

import datetime as dt

import duckdb
import narwhals.stable.v2 as nw
import polars as pl
import pytest

import zjjstats as zj
from engines import SPARK_ENGINE, spark, with_spark
from zjjstats.plans import refusing

DATES = ("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on")
ROWS = {
    "city": ["A", "B"],
    "value": [1.0, 2.0],
    "whole": [2.0, 0.0],
    **{name: [dt.datetime.fromisoformat("2022-01-01")] * 2 for name in DATES},
}


def every_rule(frame):
    """The plans of all rules over one frame."""
    ranked = zj.rank(frame, "value", by=["city"], decimals=1)
    return {
        "rate": zj.rate(frame, part="value", whole="whole"),
        "growth": zj.growth(frame, frame, value="value", on=["city"]),
        "rank": ranked,
        "rank_change": zj.rank_change(ranked, zj.rank(frame, "value", by=["city"]), on=["city"]),
        "counts": zj.project_counts(frame, by=["city"], on=dt.date(2022, 3, 31)),
    }


def test_polars_reads_no_row_before_the_result_is_asked_for():
    read = []
    table = pl.DataFrame(ROWS)

    def look(frame):
        read.append(len(frame))
        return frame

    for name, plan in every_rule(table.lazy().map_batches(look, schema=table.schema)).items():
        assert isinstance(plan, pl.LazyFrame), name
        assert read == [], name
    for name, plan in every_rule(table.lazy().map_batches(look, schema=table.schema)).items():
        read.clear()
        plan.collect()
        assert read, f"{name} is read without its source: the test cannot tell"


def test_duckdb_reads_no_row_before_the_result_is_asked_for():
    read = []

    def look(city: str) -> str:
        read.append(city)
        return city

    with duckdb.connect() as connection:
        connection.create_function("look", look, side_effects=True)
        dates = ", ".join(f"TIMESTAMP '2022-01-01' AS {name}" for name in DATES)
        connection.execute("CREATE TABLE cities AS SELECT 'A' AS city UNION ALL SELECT 'B'")
        source = f"SELECT look(city) AS city, 1.0::DOUBLE AS value, 2.0::DOUBLE AS whole, {dates} FROM cities"  # noqa: S608
        plans = every_rule(connection.sql(source))
        assert read == []
        for name, plan in plans.items():
            read.clear()
            plan.fetchall()
            assert read, f"{name} is read without its source: the test cannot tell"


@with_spark
@pytest.mark.spark
def test_spark_starts_no_job_before_the_result_is_asked_for():
    context, tracker = spark().sparkContext, spark().sparkContext.statusTracker()
    frame = SPARK_ENGINE.make(ROWS)
    context.setJobGroup("rules", "plans of all rules")
    plans = every_rule(frame)
    assert list(tracker.getJobIdsForGroup("rules")) == []
    plans["rank"].collect()
    assert list(tracker.getJobIdsForGroup("rules")) != [], "the test cannot tell"


def test_a_repeated_key_is_refused_however_little_of_the_result_is_read():
    table = pl.DataFrame({"city": ["A", "B", "B"], "value": [1.0, 2.0, 3.0]})
    plan = zj.growth(table.lazy(), table.lazy(), value="value", on=["city"])
    for asked in (
        plan.select("city"),
        plan.filter(pl.col("city") == "A"),
        plan.sort("city").head(1),
        plan.select(pl.len()),
    ):
        with pytest.raises((zj.FrameError, pl.exceptions.PolarsError), match=r"found city=B \(2 times\)"):
            asked.collect()
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE t AS SELECT * FROM (VALUES ('A', 1.0), ('B', 2.0), ('B', 3.0)) AS v(city, value)"
        )
        relation = zj.growth(connection.table("t"), connection.table("t"), value="value", on=["city"])
        for asked in (
            relation.project("city"),
            relation.filter("city = 'A'"),
            relation.filter("growth > 1"),
            relation.aggregate("count(*)"),
        ):
            with pytest.raises(duckdb.Error, match=r"found city=B \(2 times\)"):
                asked.fetchall()


@with_spark
@pytest.mark.spark
def test_spark_refuses_a_repeated_key_however_little_of_the_result_is_read():
    frame = SPARK_ENGINE.make({"city": ["A", "B", "B"], "value": [1.0, 2.0, 3.0]})
    plan = zj.growth(frame, frame, value="value", on=["city"])
    for asked in (plan.select("city"), plan.filter("city = 'A'"), plan.filter("growth > 1"), plan.groupBy().count()):
        with pytest.raises(SPARK_ENGINE.refusal, match=r"found city=B \(2 times\)"):
            asked.collect()


def test_a_column_whose_name_is_no_plain_word_is_ranked_like_any_other():
    with duckdb.connect() as connection:
        connection.execute("""CREATE TABLE t AS SELECT 'x' AS "by ""1"" name", 2.0 AS "the, value" """)
        assert zj.rank(connection.table("t"), "the, value", by=['by "1" name']).fetchall()[0][2:] == (1, 1)


def test_an_engine_that_cannot_refuse_a_repeated_key_says_which_can(monkeypatch):
    frame = nw.from_native(pl.DataFrame({"__message": ["no"]}).lazy())
    monkeypatch.setattr(type(frame), "implementation", nw.Implementation.IBIS)
    with pytest.raises(zj.FrameError, match=r"frames of ibis cannot .*; collect them to pandas, or use Polars"):
        refusing(frame, frame)
