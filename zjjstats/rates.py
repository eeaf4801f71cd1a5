"""Parts over wholes, and growth; the two numbers never leave the ratio made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals.stable.v2 as nw

from zjjstats.frames import missing_if_nan, native, opened, with_base, with_reason


def rate(frame: Any, *, part: str, whole: str) -> Any:  # noqa: ANN401 - any engine's frame is welcome
    """The frame with a column ``rate`` = part ÷ whole, an unrounded fraction.

    Parameters
    ----------
    frame
        A pandas, Polars, DuckDB or Spark frame; it is not changed.
    part, whole
        Columns of counts or amounts in the same unit.

    Returns
    -------
    frame
        The same kind of frame and rows; ``rate`` is missing where the part is missing or the whole is missing,
        zero or negative, never 0 and never infinite.

    Raises
    ------
    FrameError
        A column is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> plans = pd.DataFrame({"city": ["A", "B", "C"], "planned": [22, 20, 0], "started": [15, 19, 0]})
    >>> rate(plans, part="started", whole="planned").round(4)
      city  planned  started    rate
    0    A       22       15  0.6818
    1    B       20       19  0.9500
    2    C        0        0     NaN
    """
    counts = opened(frame, [part, whole])
    denominator = missing_if_nan(counts, whole)
    ratio = nw.when(denominator > 0).then(missing_if_nan(counts, part) / denominator)
    return native(counts.with_columns(ratio.alias("rate")))


def growth(current: Any, previous: Any, *, value: str, on: Sequence[str]) -> Any:  # noqa: ANN401 - likewise
    """The current rows with their base and ``growth`` = current ÷ base - 1, an unrounded fraction.

    Parameters
    ----------
    current, previous
        Frames of the same kind: the rows to judge, and those they are measured against.
    value
        Column of amounts or counts, in the same unit in both. Rates and index numbers have no growth:
        their difference is in percentage points.
    on
        Columns that identify a row in both, such as city and indicator; the base is found by them, never by position.

    Returns
    -------
    frame
        The current columns, ``<value>_before``, ``growth``, and ``reason``: why growth is missing
        (``no value``, ``no base``, ``base is zero``, ``base is negative``), itself missing where there is growth.
        Row order is the engine's own.

    Raises
    ------
    FrameError
        A column is missing, or a key occurs twice in one of the frames.

    Examples
    --------
    >>> import pandas as pd
    >>> now = pd.DataFrame({"city": ["A", "B", "C"], "entries": [5, 3, 2]})
    >>> before = pd.DataFrame({"city": ["B", "A"], "entries": [0, 4]})
    >>> growth(now, before, value="entries", on=["city"])
      city  entries  entries_before  growth        reason
    0    A        5             4.0    0.25           NaN
    1    B        3             0.0     NaN  base is zero
    2    C        2             NaN     NaN       no base
    """
    joined = with_base(opened(current, [*on, value]), opened(previous, [*on, value]), value=value, keys=on)
    now, before = missing_if_nan(joined, value), missing_if_nan(joined, f"{value}_before")
    # The last one that fits stands. Said this way round, an engine writes a reason only where there is one.
    reason = nw.lit(None, dtype=nw.String)
    for is_fine, words in (
        (before >= 0, "base is negative"),
        (before != 0, "base is zero"),
        (~before.is_null(), "no base"),
        (~now.is_null(), "no value"),
    ):
        reason = nw.when(is_fine).then(reason).otherwise(nw.lit(words))
    change = nw.when(before > 0).then(now / before - 1).alias("growth")
    return native(with_reason(joined, change, reason, of=[value, f"{value}_before"]))
