"""The little on which data frame engines do not agree, in one place under `rates` and `ranks`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from zjjstats.errors import FrameError

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]


def opened(frame: Any, columns: Iterable[str]) -> Frame:  # noqa: ANN401 - any engine's frame is welcome
    """The frame through narwhals, once all the named columns are known to be there.

    Raises
    ------
    FrameError
        A column is missing; the message names it and the columns there are.
    """
    found: Frame = nw.from_native(frame)
    names = found.collect_schema().names()
    missing = [column for column in columns if column not in names]
    if missing:
        raise FrameError(f"missing column {', '.join(map(repr, missing))}; found: {', '.join(names)}")
    return found


def missing_if_nan(column: str) -> nw.Expr:
    """A column's values as floats in which NaN, which some engines sort above every number, is missing."""
    value = nw.col(column).cast(nw.Float64)
    return nw.when(~value.is_nan()).then(value)


def refuse_duplicates(frame: Frame, keys: Sequence[str], *, what: str) -> None:
    """Nothing, or an error that names keys found more than once (a query of the keys alone on a lazy frame).

    Raises
    ------
    FrameError
        A key occurs twice; the message names up to five with their counts.
    """
    # "count" would clash with a key of that name; the prefix cannot be a column of the tables.
    repeated = frame.group_by(*keys).agg(nw.len().alias("__times")).filter(nw.col("__times") > 1).head(5)
    if isinstance(repeated, nw.LazyFrame):
        # narwhals collects SQL engines into pyarrow unless told otherwise; pandas is always there.
        repeated = repeated.collect(None if repeated.implementation.is_polars() else "pandas")
    rows = repeated.rows(named=True)
    if rows:
        named = "; ".join(", ".join(f"{key}={row[key]}" for key in keys) + f" ({row['__times']} times)" for row in rows)
        raise FrameError(f"{what} must hold each {', '.join(keys)} once; found {named}")


def with_base(current: Frame, previous: Frame, *, value: str, keys: Sequence[str]) -> Frame:
    """The current rows, each with the value found by key in the previous ones as ``<value>_before``.

    Columns that an earlier comparison left under that name make way.
    """
    refuse_duplicates(current, keys, what="the current frame")
    refuse_duplicates(previous, keys, what="the frame compared with")
    before = previous.select(*keys, nw.col(value).alias(f"{value}_before"))
    fresh = current.drop(f"{value}_before", strict=False)
    return fresh.join(before, on=list(keys), how="left")  # type: ignore[arg-type]


def native(frame: Frame, *, whole_numbers: Sequence[str] = ()) -> Any:  # noqa: ANN401 - what came in goes out
    """The caller's own kind of frame again, with the named columns as whole numbers that may be missing."""
    if frame.implementation.is_pandas_like():
        # pandas turns missing whole numbers into floats unless told the nullable type by its own name.
        return frame.to_native().astype(dict.fromkeys(whole_numbers, "Int64"))
    return frame.with_columns(nw.col(*whole_numbers).cast(nw.Int64)).to_native() if whole_numbers else frame.to_native()
