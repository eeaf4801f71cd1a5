"""Project counts out of a ledger: how many were to start or to be completed, and how many run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import narwhals.stable.v2 as nw

from zjjstats.frames import Frame, native, opened

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
    date, year = nw.lit(dt.datetime.combine(on, dt.time())), on.year
    has_started = (nw.col("started_on") <= date).fill_null(value=False)
    is_suspended = (nw.col("suspended_on") <= date).fill_null(value=False) & ~(
        (nw.col("resumed_on") <= date) & (nw.col("resumed_on") >= nw.col("suspended_on"))
    ).fill_null(value=False)
    is_new = (nw.col("planned_start").dt.year() == year).fill_null(value=False)
    flagged = ledger.with_columns(
        (has_started & (is_new | ~is_suspended)).cast(nw.Int64).alias("started"),
        nw.lit(1).cast(nw.Int64).alias("planned"),
    )
    in_kind = {
        "all": flagged,
        "new": flagged.filter(is_new),
        "due": flagged.filter((nw.col("planned_completion").dt.year() == year).fill_null(value=False)),
    }
    counts: list[Frame] = [
        projects_of_kind.group_by(*by)
        .agg(nw.col("planned").sum(), nw.col("started").sum())
        .select(*by, nw.lit(kind).alias("kind"), "planned", "started")
        for kind, projects_of_kind in in_kind.items()
    ]
    counted = nw.maybe_reset_index(nw.concat(counts))  # type: ignore[type-var]
    return native(counted, whole_numbers=["planned", "started"])
