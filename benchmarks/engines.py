"""What a rule costs on each engine, against the same thing written by hand in that engine's own language.

    .venv/bin/python benchmarks/engines.py [rows ...] [--rounds N] [--engines pandas,polars,duckdb,spark]

Ours and the hand-written one take turns, and the median of the rounds' ratios is told: what else the machine does
disturbs both alike. Each case runs in a process of its own, whose peak memory is told too. By hand means the same
columns and the same promises: competition rank and number ranked, missing kept missing, and repeated keys refused. The
last column tells what the hand-written join costs where nothing is refused.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

KEYS = ["period", "indicator", "city"]
CASES = ("rank", "group_rank", "growth", "start_rate")
ENGINES = ("pandas", "polars", "duckdb", "spark", "apply")
# Slow as it is, groupby.apply is measured on few rows only.
APPLY_UP_TO = 10_000


def columns(rows):
    """The data: 20 periods x 40 indicators x as many cities as it takes, in an order by chance."""
    import numpy as np  # noqa: PLC0415 - a process loads what it measures

    random = np.random.default_rng(2022)
    periods, indicators = 20, 40
    cities = max(1, rows // (periods * indicators))
    count = periods * indicators * cities
    order = random.permutation(count)
    value = np.round(random.normal(5, 5, count), 1)
    return {
        "period": (2003 + order // (indicators * cities)).astype("int64"),
        "indicator": (order // cities % indicators).astype("int64"),
        "city": (order % cities).astype("int64"),
        "group": (order % cities % 31).astype("int64"),
        "value": np.where(random.random(count) < 0.02, np.nan, value),
        "planned": random.integers(0, 40, count).astype("int64"),
        "started": random.integers(0, 20, count).astype("int64"),
    }


def pandas_cases(data):
    """Ours, by hand and by hand without refusing, as functions that make the result."""
    import pandas as pd  # noqa: PLC0415

    import zjjstats as zj  # noqa: PLC0415

    frame = pd.DataFrame(data)
    now, before = frame[frame["period"] > 2003], frame.assign(period=frame["period"] + 1)

    def ranked(by):
        def work():
            values = frame.groupby(by)["value"]
            return frame.assign(
                rank=values.rank("min", ascending=False).astype("Int64"), of=values.transform("count").astype("Int64")
            )

        return work

    def grown(validate):
        def work():
            base = before[[*KEYS, "value"]].rename(columns={"value": "value_before"})
            joined = now.merge(base, on=KEYS, how="left", validate=validate)
            old = joined["value_before"]
            reason = (
                pd.Series(None, index=joined.index, dtype="str")
                .mask(old < 0, "base is negative")
                .mask(old == 0, "base is zero")
            )
            reason = reason.mask(old.isna(), "no base").mask(joined["value"].isna(), "no value")
            return joined.assign(growth=(joined["value"] / old - 1).where(old > 0), reason=reason)

        return work

    def rates():
        sums = frame.groupby(["period", "city"], as_index=False, sort=False)[["planned", "started"]].sum()
        return sums.assign(rate=(sums["started"] / sums["planned"]).where(sums["planned"] > 0))

    def our_rates():
        sums = frame.groupby(["period", "city"], as_index=False, sort=False)[["planned", "started"]].sum()
        return zj.rate(sums, part="started", whole="planned")

    return {
        "rank": (lambda: zj.rank(frame, "value", by=["period", "indicator"]), ranked(["period", "indicator"]), None),
        "group_rank": (
            lambda: zj.rank(frame, "value", by=["period", "indicator", "group"]), ranked(["period", "indicator", "group"]), None,
        ),
        "growth": (lambda: zj.growth(now, before, value="value", on=KEYS), grown("1:1"), grown(None)),
        "start_rate": (our_rates, rates, None),
    }  # fmt: skip


def apply_cases(data):
    """Rank as beginners write it: a function for every group."""
    import pandas as pd  # noqa: PLC0415

    import zjjstats as zj  # noqa: PLC0415

    frame = pd.DataFrame(data)

    def applied(by):
        def one(group):
            return group.assign(rank=group["value"].rank(method="min", ascending=False), of=group["value"].count())

        return lambda: frame.groupby(by, group_keys=False)[list(frame.columns)].apply(one)

    by, inner = ["period", "indicator"], ["period", "indicator", "group"]
    return {
        "rank": (lambda: zj.rank(frame, "value", by=by), applied(by), None),
        "group_rank": (lambda: zj.rank(frame, "value", by=inner), applied(inner), None),
    }


def polars_cases(data):
    import polars as pl  # noqa: PLC0415

    import zjjstats as zj  # noqa: PLC0415

    frame = pl.DataFrame(data).with_columns(pl.col("value").fill_nan(None)).lazy().collect().lazy()
    now, before = frame.filter(pl.col("period") > 2003), frame.with_columns(pl.col("period") + 1)

    def ranked(by):
        value = pl.col("value")
        columns = [
            value.rank("min", descending=True).over(by).cast(pl.Int64).alias("rank"),
            value.count().over(by).cast(pl.Int64).alias("of"),
        ]
        return lambda: frame.with_columns(columns).collect()

    def grown(validate):
        base = before.select(*KEYS, pl.col("value").alias("value_before"))
        value, old = pl.col("value"), pl.col("value_before")
        reason = (
            pl.when(value.is_null()).then(pl.lit("no value")).when(old.is_null()).then(pl.lit("no base"))
            .when(old == 0).then(pl.lit("base is zero")).when(old < 0).then(pl.lit("base is negative"))
        )  # fmt: skip
        growth = pl.when(old > 0).then(value / old - 1).alias("growth")
        plan = now.join(base, on=KEYS, how="left", validate=validate).with_columns(growth, reason.alias("reason"))
        return plan.collect

    sums = frame.group_by("period", "city").agg(pl.col("planned").sum(), pl.col("started").sum())
    rates = sums.with_columns(pl.when(pl.col("planned") > 0).then(pl.col("started") / pl.col("planned")).alias("rate"))
    return {
        "rank": (lambda: zj.rank(frame, "value", by=["period", "indicator"]).collect(), ranked(["period", "indicator"]), None),
        "group_rank": (
            lambda: zj.rank(frame, "value", by=["period", "indicator", "group"]).collect(), ranked(["period", "indicator", "group"]), None,
        ),
        "growth": (lambda: zj.growth(now, before, value="value", on=KEYS).collect(), grown("1:1"), grown("m:m")),
        "start_rate": (lambda: zj.rate(sums, part="started", whole="planned").collect(), rates.collect, None),
    }  # fmt: skip


RANK = """SELECT *, CASE WHEN value IS NOT NULL THEN rank() OVER (PARTITION BY {by} ORDER BY value DESC NULLS LAST) END AS rank,
                 count(value) OVER (PARTITION BY {by}) AS of FROM frame"""
GROWTH = """SELECT n.*, b.value AS value_before, CASE WHEN b.value > 0 THEN n.value / b.value - 1 END AS growth,
                   CASE WHEN n.value IS NULL THEN 'no value' WHEN b.value IS NULL THEN 'no base'
                        WHEN b.value = 0 THEN 'base is zero' WHEN b.value < 0 THEN 'base is negative' END AS reason
            FROM now AS n LEFT JOIN before AS b USING (period, indicator, city)"""
REPEATED = " UNION ALL ".join(
    f"SELECT period, indicator, city FROM {side} GROUP BY ALL HAVING count(*) > 1" for side in ("now", "before")
)
RATES = """SELECT *, CASE WHEN planned > 0 THEN started / planned END AS rate FROM
           (SELECT period, city, sum(planned)::BIGINT AS planned, sum(started)::BIGINT AS started FROM frame GROUP BY period, city)"""


def duckdb_cases(data):
    import duckdb  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    import zjjstats as zj  # noqa: PLC0415

    connection = duckdb.connect()
    connection.register("given", pd.DataFrame(data))
    connection.execute("CREATE TABLE frame AS SELECT * REPLACE (nullif(value, 'nan'::DOUBLE) AS value) FROM given")
    connection.unregister("given")
    connection.execute("CREATE VIEW now AS SELECT * FROM frame WHERE period > 2003")
    connection.execute("CREATE VIEW before AS SELECT * REPLACE (period + 1 AS period) FROM frame")

    def made(query):
        return lambda: connection.execute(f"CREATE OR REPLACE TEMP TABLE result AS {query}")

    def ours(plan):
        return lambda: connection.execute(f"CREATE OR REPLACE TEMP TABLE result AS {plan().sql_query()}")

    frame, now, before = connection.table("frame"), connection.view("now"), connection.view("before")
    sums = connection.sql(
        "SELECT period, city, sum(planned)::BIGINT AS planned, sum(started)::BIGINT AS started FROM frame GROUP BY period, city"
    )
    nulls = ", ".join(f"error(city::VARCHAR)::{kind}" for kind in connection.sql(GROWTH).types)
    checked = f"{GROWTH} UNION ALL SELECT {nulls} FROM ({REPEATED}) WHERE error(city::VARCHAR) IS NOT NULL"
    by, inner = ["period", "indicator"], ["period", "indicator", "group"]
    return {
        "rank": (ours(lambda: zj.rank(frame, "value", by=by)), made(RANK.format(by="period, indicator")), None),
        "group_rank": (
            ours(lambda: zj.rank(frame, "value", by=inner)),
            made(RANK.format(by='period, indicator, "group"')),
            None,
        ),
        "growth": (ours(lambda: zj.growth(now, before, value="value", on=KEYS)), made(checked), made(GROWTH)),
        "start_rate": (ours(lambda: zj.rate(sums, part="started", whole="planned")), made(RATES), None),
    }


def spark_cases(data):
    import tempfile  # noqa: PLC0415

    import duckdb  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415
    from pyspark.sql import SparkSession  # noqa: PLC0415

    import zjjstats as zj  # noqa: PLC0415

    builder = (
        SparkSession.builder.master("local[2]").config("spark.driver.memory", "6g").config("spark.ui.enabled", "false")
    )
    for name in ("spark.driver.host", "spark.driver.bindAddress"):
        builder = builder.config(name, "127.0.0.1")
    session = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    folder = tempfile.mkdtemp(prefix="zjjstats-bench-")
    with duckdb.connect() as connection:
        connection.register("given", pd.DataFrame(data))
        connection.execute(
            f"COPY (SELECT * REPLACE (nullif(value, 'nan'::DOUBLE) AS value) FROM given) TO '{folder}/frame.parquet' (FORMAT parquet)"
        )
    frame = session.read.parquet(f"{folder}/frame.parquet").cache()
    frame.count()
    frame.createOrReplaceTempView("frame")
    session.sql("SELECT * FROM frame WHERE period > 2003").createOrReplaceTempView("now")
    session.sql(
        "SELECT period + 1 AS period, indicator, city, `group`, value, planned, started FROM frame"
    ).createOrReplaceTempView("before")
    now, before = session.table("now"), session.table("before")

    def made(plan):
        return lambda: plan().write.format("noop").mode("overwrite").save()

    def sql(query):
        return made(lambda: session.sql(query.replace('"', "`")))

    sums = session.sql(
        "SELECT period, city, sum(planned) AS planned, sum(started) AS started FROM frame GROUP BY period, city"
    )
    repeated = " UNION ALL ".join(
        f"SELECT period, indicator, city FROM {side} GROUP BY period, indicator, city HAVING count(*) > 1"
        for side in ("now", "before")
    )
    plain = session.sql(GROWTH)
    nulls = ", ".join(f"CAST(raise_error(string(city)) AS {field.dataType.simpleString()})" for field in plain.schema)
    checked = f"{GROWTH} UNION ALL SELECT {nulls} FROM ({repeated}) WHERE raise_error(string(city)) IS NOT NULL"
    by, inner = ["period", "indicator"], ["period", "indicator", "group"]
    return {
        "rank": (made(lambda: zj.rank(frame, "value", by=by)), sql(RANK.format(by="period, indicator")), None),
        "group_rank": (
            made(lambda: zj.rank(frame, "value", by=inner)),
            sql(RANK.format(by='period, indicator, "group"')),
            None,
        ),
        "growth": (made(lambda: zj.growth(now, before, value="value", on=KEYS)), sql(checked), sql(GROWTH)),
        "start_rate": (
            made(lambda: zj.rate(sums, part="started", whole="planned")),
            sql(RATES.replace("::BIGINT", "")),
            None,
        ),
    }


def measure(engine, case, rows, rounds):
    """One case in this process, as JSON on the last line."""
    made = globals()[f"{engine}_cases"](columns(rows))[case]
    works = [work for work in made if work]
    seconds = [[] for _ in works]
    for work in works:
        work()
    for _ in range(rounds):
        for work, times in zip(works, seconds, strict=True):
            started = time.perf_counter()
            work()
            times.append(time.perf_counter() - started)
    ratios = [[ours / other for ours, other in zip(seconds[0], times, strict=True)] for times in seconds[1:]]
    told = {
        "ours": statistics.median(seconds[0]),
        "hand": statistics.median(seconds[1]),
        "ratio": statistics.median(ratios[0]),
        "unchecked": statistics.median(ratios[1]) if len(ratios) > 1 else None,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(told))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--cases", default=",".join(CASES))
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        measure(*asked.one, asked.rows[0], asked.rounds)
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, median of {asked.rounds} paired rounds")
    print(f"| {'rows':>10} | {'case':10} | {'engine':8} | ours, s | by hand, s | ratio | not refusing | peak MB |")
    print("|---:|---|---|---:|---:|---:|---:|---:|")
    for rows in asked.rows:
        for case in asked.cases.split(","):
            for engine in asked.engines.split(","):
                if engine == "apply" and (rows > APPLY_UP_TO or case not in ("rank", "group_rank")):
                    continue
                command = [
                    sys.executable,
                    Path(__file__),
                    str(rows),
                    "--rounds",
                    str(asked.rounds),
                    "--one",
                    engine,
                    case,
                ]
                done = subprocess.run(command, capture_output=True, text=True, check=False)
                if done.returncode:
                    print(
                        f"| {rows:>10,} | {case:10} | {engine:8} | failed: {(done.stderr.strip().splitlines() or ['killed'])[-1]} |"
                    )
                    continue
                told = json.loads(done.stdout.strip().splitlines()[-1])
                unchecked = f"{told['unchecked']:.2f}" if told["unchecked"] else ""
                print(
                    f"| {rows:>10,} | {case:10} | {engine:8} | {told['ours']:.3f} | {told['hand']:.3f} | {told['ratio']:.2f} "
                    f"| {unchecked} | {told['mb']:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
