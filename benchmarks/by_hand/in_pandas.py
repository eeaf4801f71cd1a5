"""Idiomatic pandas: groupby and merge, which checks the keys itself."""

from __future__ import annotations

import pandas as pd

import zjjstats as zj
from by_hand import data


def cases(case, rows):
    """Ours, by hand, and where there is one by hand without refusing repeated keys: functions that make the result."""
    if case == "start_rate":
        ledger = pd.DataFrame(data.ledger(rows))
        return our_rates(ledger), lambda: start_rates(ledger)
    frame = pd.DataFrame(data.values(rows, published=case != "rank_distinct"))
    if case == "growth":
        now, before = frame[frame["period"] > data.FIRST_YEAR], frame.assign(period=frame["period"] + 1)
        return (
            lambda: zj.growth(now, before, value="value", on=data.KEYS),
            lambda: grown(now, before, "1:1"),
            lambda: grown(now, before, None),
        )
    by = data.IN_GROUP if case == "group_rank" else data.BY
    return lambda: zj.rank(frame, "value", by=by), lambda: ranked(frame, by)


def ranked(frame, by):
    values = frame.groupby(by)["value"]
    return frame.assign(
        rank=values.rank("min", ascending=False).astype("Int64"), of=values.transform("count").astype("Int64")
    )


def grown(now, before, validate):
    base = before[[*data.KEYS, "value"]].rename(columns={"value": "value_before"})
    joined = now.merge(base, on=data.KEYS, how="left", validate=validate)
    old = joined["value_before"]
    reason = (
        pd.Series(None, index=joined.index, dtype="str")
        .mask(old < 0, "base is negative")
        .mask(old == 0, "base is zero")
    )
    reason = reason.mask(old.isna(), "no base").mask(joined["value"].isna(), "no value")
    return joined.assign(growth=(joined["value"] / old - 1).where(old > 0), reason=reason)


def our_rates(ledger):
    return lambda: zj.rate(zj.project_counts(ledger, by=["county"], on=data.ON), part="started", whole="planned")


def start_rates(ledger):
    """One pass over the projects, then one over the counts for each kind."""
    date = pd.Timestamp(data.ON)
    is_suspended = (ledger["suspended_on"] <= date) & ~(
        (ledger["resumed_on"] <= date) & (ledger["resumed_on"] >= ledger["suspended_on"])
    )
    is_new = ledger["planned_start"].dt.year == date.year
    is_due = ledger["planned_completion"].dt.year == date.year
    has_started = (ledger["started_on"] <= date) & (is_new | ~is_suspended)
    flags = pd.DataFrame(
        {
            "all": 1, "all_started": has_started,
            "new": is_new, "new_started": is_new & has_started,
            "due": is_due, "due_started": is_due & has_started,
        },
    )  # fmt: skip
    wide = flags.groupby(ledger["county"], sort=False).sum()
    counts = pd.concat(
        wide[[kind, f"{kind}_started"]].set_axis(["planned", "started"], axis=1).assign(kind=kind)
        for kind in data.KINDS
    )
    counts = counts[counts["planned"] > 0].reset_index()
    return counts.assign(rate=counts["started"] / counts["planned"])


def applied(case, rows):
    """Ours, and rank as beginners write it: a function for every group."""
    frame = pd.DataFrame(data.values(rows))
    by = data.IN_GROUP if case == "group_rank" else data.BY

    def one(group):
        return group.assign(rank=group["value"].rank(method="min", ascending=False), of=group["value"].count())

    return (
        lambda: zj.rank(frame, "value", by=by),
        lambda: frame.groupby(by, group_keys=False)[list(frame.columns)].apply(one),
    )
