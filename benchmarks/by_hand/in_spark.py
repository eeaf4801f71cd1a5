"""Spark's SQL over the same tables, kept in its memory, on two cores; the rows are made and thrown away."""

from __future__ import annotations

import tempfile
from pathlib import Path

import duckdb
from pyspark.sql import SparkSession

import zjjstats as zj
from by_hand import data, sql
from by_hand.in_duckdb import loaded


def session():
    options = {
        "spark.driver.memory": "6g",
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "4",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in options.items():
        builder = builder.config(name, value)
    started = builder.getOrCreate()
    started.sparkContext.setLogLevel("OFF")
    return started


def cpu_seconds():
    """What the Java process has spent; it is a child that still runs, which no counter of ours tells."""
    from pyspark import SparkContext  # noqa: PLC0415

    ticks = Path(f"/proc/{SparkContext._gateway.proc.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()  # noqa: SLF001
    return (int(ticks[11]) + int(ticks[12])) / 100


def cases(case, rows):
    spark = session()

    def made(plan):
        return lambda: plan().write.format("noop").mode("overwrite").save()

    def query(text):
        return made(lambda: spark.sql(text))

    if case == "start_rate":
        ledger = cached(spark, "ledger", data.ledger(rows))

        def our_rates():
            return zj.rate(zj.project_counts(ledger, by=["county"], on=data.ON), part="started", whole="planned")

        return made(our_rates), query(sql.RATES.format(date=sql.DATE))
    frame = cached(spark, "frame", data.values(rows, published=case != "rank_distinct"))
    if case == "growth":
        now = frame.filter(f"period > {data.FIRST_YEAR}")
        before = frame.withColumn("period", frame["period"] + 1)
        now.createOrReplaceTempView("now")
        before.createOrReplaceTempView("before")
        kinds = [field.dataType.simpleString() for field in spark.sql(sql.GROWTH).schema]
        nulls = ", ".join(f"CAST(raise_error(string(city)) AS {kind})" for kind in kinds)
        checked = sql.CHECKED.format(nulls=nulls, error="raise_error", text="STRING")
        return made(lambda: zj.growth(now, before, value="value", on=data.KEYS)), query(checked), query(sql.GROWTH)
    by = data.IN_GROUP if case == "group_rank" else data.BY
    return made(lambda: zj.rank(frame, "value", by=by)), query(sql.ranked(by, "`"))


def cached(spark, name, columns):
    """The table, by way of Parquet, in Spark's memory."""
    with tempfile.TemporaryDirectory(prefix="zjjstats-bench-") as folder, duckdb.connect() as connection:
        loaded(connection, name, columns)
        dates = [column for column in columns if column in data.DATES]
        replaced = ", ".join(f"{column}::TIMESTAMPTZ AS {column}" for column in dates)
        chosen = f"* REPLACE ({replaced})" if dates else "*"
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(f"COPY (SELECT {chosen} FROM {name}) TO '{folder}/{name}.parquet' (FORMAT parquet)")
        frame = spark.read.parquet(f"{folder}/{name}.parquet").cache()
        frame.count()
    frame.createOrReplaceTempView(name)
    return frame
