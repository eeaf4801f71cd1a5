"""Competition rank in the province and in a group, and change of rank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals.stable.v2 as nw

from zjjstats.frames import missing_if_nan, native, opened, with_base, with_rank

BINARY_NOISE = 1e-9


def rank(
    frame: Any,  # noqa: ANN401 - any engine's frame is welcome
    value: str,
    *,
    by: Sequence[str],
    higher_is_better: bool | str = True,
    decimals: int | None = None,
) -> Any:  # noqa: ANN401 - what came in goes out
    """The frame with ``rank``, the standard competition rank 1-2-2-4, and ``of``, how many were ranked.

    rank = 1 + the number of rows of the same ``by`` that are strictly better.

    Parameters
    ----------
    frame
        A pandas, Polars, DuckDB or Spark frame; it is not changed. The row of the whole province does not belong in it.
    value
        Column that is ranked.
    by
        Columns within which to rank, such as indicator and period (and group); at least one.
    higher_is_better
        True, False, or the name of a boolean column that says so row by row; where it is missing there is no rank.
    decimals
        Judge ties on the values rounded half away from zero to so many decimals, the published precision of a value
        that was computed; None takes the values as they stand, right for values read as published.

    Returns
    -------
    frame
        The same kind of frame and rows, ``rank`` and ``of`` as whole numbers; ``rank`` is missing where the value is.

    Raises
    ------
    FrameError
        A column is missing.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"period": "2016", "city": ["A", "B", "C", "D"], "growth": [8.1, 9.4, None, 8.1]})
    >>> rank(table, "growth", by=["period"])
      period city  growth  rank  of
    0   2016    A     8.1     2   3
    1   2016    B     9.4     1   3
    2   2016    C     NaN  <NA>   3
    3   2016    D     8.1     2   3
    """
    columns = [value, *by, *([higher_is_better] if isinstance(higher_is_better, str) else [])]
    table = opened(frame, columns)
    judged = missing_if_nan(table, value)
    if decimals is not None:
        # Engines round halves differently; floor of a scaled value is the same arithmetic everywhere. The half is met
        # a little below itself, where binary puts decimals such as 0.285.
        scaled = (judged.abs() * 10**decimals + 0.5 + BINARY_NOISE).floor()
        judged = nw.when(judged < 0).then(-scaled).otherwise(scaled)
    if isinstance(higher_is_better, str):
        direction = nw.col(higher_is_better)
        judged = nw.when(direction).then(judged).when(~direction).then(-judged)
    directed = table.with_columns(judged.alias("__judged"))
    ranked = with_rank(directed, "__judged", by=by, descending=bool(higher_is_better))
    return native(ranked.drop("__judged"), whole_numbers=["rank", "of"])


def rank_change(current: Any, previous: Any, *, on: Sequence[str]) -> Any:  # noqa: ANN401 - any engine's frame
    """The current rows with ``rank_before`` and ``rank_change`` = rank before - rank now; positive = moved up.

    Parameters
    ----------
    current, previous
        Frames of the same kind with a column ``rank``.
    on
        Columns that identify a row in both; the earlier rank is found by them, never by position. With the group's
        membership among them, a change inside a group whose members differ between the two comes out missing.

    Returns
    -------
    frame
        The current columns and the two, as whole numbers; both missing for a row without an earlier rank.
        Row order is the engine's own.

    Raises
    ------
    FrameError
        A column is missing, or a key occurs twice in one of the frames.

    Examples
    --------
    >>> import pandas as pd
    >>> now = pd.DataFrame({"city": ["A", "B", "C"], "rank": [1, 2, 2]})
    >>> before = pd.DataFrame({"city": ["B", "A"], "rank": [1, 12]})
    >>> rank_change(now, before, on=["city"])
      city  rank  rank_before  rank_change
    0    A     1           12           11
    1    B     2            1           -1
    2    C     2         <NA>         <NA>
    """
    joined = with_base(opened(current, [*on, "rank"]), opened(previous, [*on, "rank"]), value="rank", keys=on)
    changed = joined.with_columns((nw.col("rank_before") - nw.col("rank")).alias("rank_change"))
    return native(changed, whole_numbers=["rank", "rank_before", "rank_change"])
