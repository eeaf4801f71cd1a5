"""Polars' own expressions over the same lazy frames."""

from __future__ import annotations

import polars as pl

import zjjstats as zj
from by_hand import data


def cases(case, rows):
    if case == "start_rate":
        ledger = pl.DataFrame(data.ledger(rows)).lazy()
        ours = zj.project_counts(ledger, by=["county"], on=data.ON)
        return (
            lambda: zj.rate(ours, part="started", whole="planned").collect(),
            lambda: start_rates(ledger).collect(),
        )
    frame = pl.DataFrame(data.values(rows, published=case != "rank_distinct"))
    frame = frame.with_columns(pl.col("value").fill_nan(None)).rechunk().lazy()
    if case == "growth":
        now, before = frame.filter(pl.col("period") > data.FIRST_YEAR), frame.with_columns(pl.col("period") + 1)
        return (
            lambda: zj.growth(now, before, value="value", on=data.KEYS).collect(),
            lambda: grown(now, before, "1:1").collect(),
            lambda: grown(now, before, "m:m").collect(),
        )
    by = data.IN_GROUP if case == "group_rank" else data.BY
    return lambda: zj.rank(frame, "value", by=by).collect(), lambda: ranked(frame, by).collect()


def ranked(frame, by):
    value = pl.col("value")
    return frame.with_columns(
        value.rank("min", descending=True).over(by).cast(pl.Int64).alias("rank"),
        value.count().over(by).cast(pl.Int64).alias("of"),
    )


def grown(now, before, validate):
    base = before.select(*data.KEYS, pl.col("value").alias("value_before"))
    value, old = pl.col("value"), pl.col("value_before")
    reason = (
        pl.when(value.is_null()).then(pl.lit("no value")).when(old.is_null()).then(pl.lit("no base"))
        .when(old == 0).then(pl.lit("base is zero")).when(old < 0).then(pl.lit("base is negative"))
    )  # fmt: skip
    growth = pl.when(old > 0).then(value / old - 1)
    joined = now.join(base, on=data.KEYS, how="left", validate=validate)
    return joined.with_columns(growth.alias("growth"), reason.alias("reason"))


def start_rates(ledger):
    is_suspended = (pl.col("suspended_on") <= data.ON).fill_null(value=False) & ~(
        (pl.col("resumed_on") <= data.ON) & (pl.col("resumed_on") >= pl.col("suspended_on"))
    ).fill_null(value=False)
    is_new = (pl.col("planned_start").dt.year() == data.ON.year).fill_null(value=False)
    is_due = (pl.col("planned_completion").dt.year() == data.ON.year).fill_null(value=False)
    has_started = (pl.col("started_on") <= data.ON).fill_null(value=False) & (is_new | ~is_suspended)
    wide = (
        ledger.with_columns(is_new.alias("new"), is_due.alias("due"), has_started.alias("has_started"))
        .group_by("county")
        .agg(
            pl.len().alias("all"), pl.col("has_started").sum().alias("all_started"),
            pl.col("new").sum(), (pl.col("new") & pl.col("has_started")).sum().alias("new_started"),
            pl.col("due").sum(), (pl.col("due") & pl.col("has_started")).sum().alias("due_started"),
        )
    )  # fmt: skip
    counts = pl.concat(
        wide.select(
            "county",
            pl.lit(kind).alias("kind"),
            pl.col(kind).cast(pl.Int64).alias("planned"),
            pl.col(f"{kind}_started").cast(pl.Int64).alias("started"),
        ).filter(pl.col("planned") > 0)
        for kind in data.KINDS
    )
    return counts.with_columns((pl.col("started") / pl.col("planned")).alias("rate"))
