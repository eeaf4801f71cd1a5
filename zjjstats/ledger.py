"""Project counts out of a ledger: how many were to start or to be completed, and how many run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import narwhals.stable.v2 as nw

from zjjstats.frames import native, opened, stacked

KINDS = ("all", "new", "due")
DATES = ("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on")


def project_counts(projects: Any, *, by: Sequence[str], on: dt.date) -> Any:  # noqa: ANN401 - any engine's frame
    """Projects planned and started by a date, by kind, from one row per project.

    - ``all``: every project, once.
    - ``new``: the planned start falls in the date's year.
    - ``due``: the planned completion falls in the date's year; a project can be new and due at once.
    - started: the start is on or before the date; a project that is not new must also be running, that is not
      suspended at the date.

    Parameters
    ----------
    projects
        A pandas, Polars, DuckDB or Spark frame with the date columns of a ledger; it is not changed.
    by
        Columns to count within, such as city and programme.
    on
        The date at which to count, the last day of a period.

    Returns
    -------
    frame
        ``by``, ``kind``, ``planned``, ``started``: one row per group and kind, kinds without a project left out.
        Row order is the engine's own.

    Raises
    ------
    FrameError
        A column is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> ledger = pd.DataFrame({
    ...     "city": ["A", "A", "A"],
    ...     "planned_start": ["2022-02-01", "2021-05-01", "2022-06-01"],
    ...     "planned_completion": ["2023-01-01", "2022-12-31", "2022-11-30"],
    ...     "started_on": ["2022-03-31", "2021-05-02", None],
    ...     "suspended_on": [None, "2022-01-10", None],
    ...     "resumed_on": [None, None, None],
    ... }).astype({name: "datetime64[ns]" for name in DATES})
    >>> project_counts(ledger, by=["city"], on=dt.date(2022, 3, 31))
      city kind  planned  started
    0    A  all        3        1
    1    A  new        2        1
    2    A  due        2        0
    """
    ledger = opened(projects, [*by, *DATES])
    date = nw.lit(midnight(on))
    has_started = (nw.col("started_on") <= date).fill_null(value=False)
    is_suspended = (nw.col("suspended_on") <= date).fill_null(value=False) & ~(
        (nw.col("resumed_on") <= date) & (nw.col("resumed_on") >= nw.col("suspended_on"))
    ).fill_null(value=False)
    is_in = {"new": in_year("planned_start", on.year), "due": in_year("planned_completion", on.year)}
    flagged = ledger.select(
        *by,
        *(flag.alias(f"__{kind}") for kind, flag in is_in.items()),
        has_started.alias("__started"),
        is_suspended.alias("__suspended"),
    ).with_columns(nw.col("__started") & (nw.col("__new") | ~nw.col("__suspended")))
    # One pass over the projects; the kinds are told apart among the few counts.
    counted = flagged.select(
        *by,
        nw.lit(1).cast(nw.Int64).alias("__all"),
        nw.col("__started").cast(nw.Int64).alias("__all_started"),
        *(nw.col(f"__{kind}").cast(nw.Int64) for kind in is_in),
        *((nw.col(f"__{kind}") & nw.col("__started")).cast(nw.Int64).alias(f"__{kind}_started") for kind in is_in),
    )
    parts = {kind: (f"__{kind}", f"__{kind}_started") for kind in KINDS}
    wide = counted.group_by(*by).agg(nw.col(*(name for pair in parts.values() for name in pair)).sum())
    counts = stacked(wide, by=by, label="kind", names=("planned", "started"), parts=parts)
    return native(counts.filter(nw.col("planned") > 0), whole_numbers=["planned", "started"])


def in_year(column: str, year: int) -> nw.Expr:
    """Whether a date falls in a year; a missing one falls in none."""
    # Two comparisons cost an engine less than taking the year out of every date.
    first, after = nw.lit(midnight(dt.date(year, 1, 1))), nw.lit(midnight(dt.date(year + 1, 1, 1)))
    return ((nw.col(column) >= first) & (nw.col(column) < after)).fill_null(value=False)


def midnight(date: dt.date) -> dt.datetime:
    """The moment at which a day begins."""
    return dt.datetime.combine(date, dt.time())
