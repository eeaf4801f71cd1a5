"""The little on which data frame engines do not agree, in one place under `rates` and `ranks`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import narwhals.stable.v2 as nw

from zjjstats import numbering, plans
from zjjstats.errors import FrameError
from zjjstats.plans import MESSAGE, refusing

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]
AnyFrame = TypeVar("AnyFrame", nw.DataFrame[Any], nw.LazyFrame[Any])
# "count" would clash with a key of that name; the prefix cannot be a column of the tables.
TIMES = "__times"


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


def missing_if_nan(frame: Frame, column: str) -> nw.Expr:
    """A column's values as floats in which NaN, which some engines sort above every number, is missing."""
    if is_pandas(frame) and frame.to_native()[column].dtype == "float64":
        # To pandas it is missing as it stands.
        return nw.col(column)
    value = nw.col(column).cast(nw.Float64)
    return nw.when(~value.is_nan()).then(value)


def with_reason(frame: Frame, figure: nw.Expr, reason: nw.Expr, *, of: Sequence[str]) -> Frame:
    """The rows with a figure and the ``reason`` why it is missing, which is missing where the figure is not.

    ``of`` are the columns that the reason is told from.
    """
    told = reason.alias("reason")
    if not is_pandas(frame):
        return frame.with_columns(figure, told)
    # An object for each row, even if it is the same one, costs more than all the arithmetic: few rows have a reason.
    found: nw.DataFrame[Any] = frame.select(figure)  # type: ignore[assignment]
    lacking = found.get_column(found.columns[0]).is_null()
    few = frame.select(*of).filter(lacking).select(told)
    told_of = numbering.spread(few.to_native()["reason"], lacking.to_native())
    return frame.with_columns(found.get_column(found.columns[0]), nw.from_native(told_of, series_only=True))


def refuse_duplicates(frame: nw.DataFrame[Any], keys: Sequence[str], *, what: str) -> None:
    """Nothing, or an error that names keys found more than once.

    Raises
    ------
    FrameError
        A key occurs twice; the message names up to five with their counts.
    """
    # Far cheaper than counting every key, which is left for the message.
    if not frame.select(*keys).is_duplicated().any():
        return
    rows = repeated(frame, keys).head(5).rows(named=True)
    told = "; ".join(", ".join(f"{key}={row[key]}" for key in keys) + f" ({row[TIMES]} times)" for row in rows)
    raise FrameError(f"{what} must hold each {', '.join(keys)} once; found {told}")


def told_duplicates(frame: nw.LazyFrame[Any], keys: Sequence[str], *, what: str) -> nw.LazyFrame[Any]:
    """A plan of one row with a ``__message`` for each key that occurs more than once."""
    cells = [
        part
        for number, key in enumerate(keys)
        for part in (
            nw.lit(f"{', ' * (number > 0)}{key}="),
            nw.coalesce(nw.col(key).cast(nw.String), nw.lit("missing")),
        )
    ]
    message = nw.concat_str(
        nw.lit(f"{what} must hold each {', '.join(keys)} once; found "),
        *cells,
        nw.lit(" ("),
        nw.col(TIMES).cast(nw.String),
        nw.lit(" times)"),
    )
    return repeated(frame, keys).select(message.alias(MESSAGE))


def repeated(frame: AnyFrame, keys: Sequence[str]) -> AnyFrame:
    """The keys that occur more than once, and ``__times``, how often."""
    return frame.group_by(*keys).agg(nw.len().alias(TIMES)).filter(nw.col(TIMES) > 1)


def with_base(current: Frame, previous: Frame, *, value: str, keys: Sequence[str]) -> Frame:
    """The current rows, each with the value found by key in the previous ones as ``<value>_before``.

    Columns that an earlier comparison left under that name make way. A repeated key is refused: of an eager frame at
    once, of a lazy one when its plan runs.
    """
    both = {"the current frame": current, "the frame compared with": previous}
    name = f"{value}_before"
    fresh = current.drop(name, strict=False)
    if is_pandas(current) and is_pandas(previous) and current.select(*keys).schema == previous.select(*keys).schema:
        rows, earlier = fresh.to_native().reset_index(drop=True), previous.to_native()
        base = numbering.base(rows, earlier, value=value, keys=keys)
        if base is not None:
            with_value: Frame = nw.from_native(rows.assign(**{name: base}))
            return with_value
    for what, frame in both.items():
        if isinstance(frame, nw.DataFrame):
            refuse_duplicates(frame, keys, what=what)
    before = previous.select(*keys, nw.col(value).alias(name))
    joined = fresh.join(before, on=list(keys), how="left")  # type: ignore[arg-type]
    for what, frame in both.items():
        if isinstance(frame, nw.LazyFrame) and isinstance(joined, nw.LazyFrame):
            joined = refusing(joined, told_duplicates(frame, keys, what=what))
    return joined


def with_rank(table: Frame, judged: str, *, by: Sequence[str], descending: bool) -> Frame:
    """The rows with ``rank`` and ``of``, the competition rank of a column and how many values it has, within ``by``."""
    if isinstance(table, nw.LazyFrame):
        ranked = plans.with_rank(table, judged, by=by, descending=descending)
        return ranked.with_columns(nw.col(plans.RANK).alias("rank"), nw.col(plans.COUNT).alias("of")).drop(
            plans.RANK, plans.COUNT
        )
    if is_pandas(table):
        rows = table.to_native()
        place, of = numbering.ranks(rows[judged], [rows[key] for key in by], descending=descending)
        placed: Frame = nw.from_native(rows.assign(rank=place, of=of))
        return placed
    return table.with_columns(
        nw.col(judged).rank("min", descending=descending).over(*by).alias("rank"),
        nw.col(judged).count().over(*by).alias("of"),
    )


def stacked(
    wide: Frame, *, by: Sequence[str], label: str, names: Sequence[str], parts: Mapping[str, Sequence[str]]
) -> Frame:
    """For each row one for every part: ``by``, the part's name as ``label``, and its columns under ``names``."""
    engine = wide.implementation
    if isinstance(wide, nw.LazyFrame) and (engine.is_duckdb() or engine.is_spark_like()):
        return plans.stacked(wide, by=by, label=label, names=names, parts=parts)
    rows = [
        wide.select(
            *by,
            nw.lit(part).alias(label),
            *(nw.col(column).alias(name) for column, name in zip(columns, names, strict=True)),
        )
        for part, columns in parts.items()
    ]
    together: Frame = nw.maybe_reset_index(nw.concat(rows))  # type: ignore[type-var]
    return together


def is_pandas(frame: Frame) -> bool:
    """Whether a frame is pandas' own, not one of those that only look like it."""
    return frame.implementation.is_pandas()


def native(frame: Frame, *, whole_numbers: Sequence[str] = ()) -> Any:  # noqa: ANN401 - what came in goes out
    """The caller's own kind of frame again, with the named columns as whole numbers that may be missing."""
    if frame.implementation.is_pandas_like():
        # pandas turns missing whole numbers into floats unless told the nullable type by its own name.
        return frame.to_native().astype(dict.fromkeys(whole_numbers, "Int64"))
    return frame.with_columns(nw.col(*whole_numbers).cast(nw.Int64)).to_native() if whole_numbers else frame.to_native()
