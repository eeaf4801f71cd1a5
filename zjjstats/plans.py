"""What is said to a lazy engine in its own words: a rank in one window, and an error that comes when the plan runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from zjjstats.errors import FrameError

# Columns that stand only between two steps; no table has such names.
RANK, COUNT, MESSAGE = "__rank", "__of", "__message"


def with_rank(table: nw.LazyFrame[Any], judged: str, *, by: Sequence[str], descending: bool) -> nw.LazyFrame[Any]:
    """The rows with ``__rank`` and ``__of``: competition rank of a column and number of its values, within ``by``.

    narwhals' own rank adds to its partition whether the value is missing, so that an engine sorts once for the rank
    and once more for the count; DuckDB and Spark have missing values sorted last in the one window that serves both.
    """
    native = table.to_native()
    ranked: Any
    if table.implementation.is_duckdb():
        order = f"{quoted(judged)} {'DESC' if descending else 'ASC'} NULLS LAST"
        span = f"PARTITION BY {', '.join(map(quoted, by))} ORDER BY {order}"
        whole = "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
        ranked = native.project(
            f"*, CASE WHEN {quoted(judged)} IS NOT NULL THEN rank() OVER ({span}) END AS {RANK}, "
            f"count({quoted(judged)}) OVER ({span} {whole}) AS {COUNT}"
        )
    elif table.implementation.is_spark_like():
        from pyspark.sql import Window  # noqa: PLC0415 - only a Spark frame needs it
        from pyspark.sql import functions as f  # noqa: PLC0415

        value = f.col(named(judged))
        window = Window.partitionBy(*map(named, by))
        last = f.desc_nulls_last if descending else f.asc_nulls_last
        place = f.rank().over(window.orderBy(last(named(judged))))
        ranked = native.select(
            "*",
            f.when(value.isNotNull(), place).alias(RANK),
            f.count(value).over(window).alias(COUNT),
        )
    else:
        return table.with_columns(
            nw.col(judged).rank("min", descending=descending).over(*by).alias(RANK),
            nw.col(judged).count().over(*by).alias(COUNT),
        )
    found: nw.LazyFrame[Any] = nw.from_native(ranked)
    return found


def stacked(
    wide: nw.LazyFrame[Any], *, by: Sequence[str], label: str, names: Sequence[str], parts: Mapping[str, Sequence[str]]
) -> nw.LazyFrame[Any]:
    """A DuckDB or Spark frame's rows, one for every part: a union of parts would compute the frame anew for each."""
    native = wide.to_native()
    rows: Any
    if wide.implementation.is_duckdb():
        cells = [
            f"{{'{label}': '{part}', "
            + ", ".join(f"'{name}': {quoted(column)}" for name, column in zip(names, columns, strict=True))
            + "}"
            for part, columns in parts.items()
        ]
        kept = ", ".join(map(quoted, by))
        taken = ", ".join(f"__part.{quoted(name)} AS {quoted(name)}" for name in (label, *names))
        rows = native.project(f"{kept}, unnest([{', '.join(cells)}]) AS __part").project(f"{kept}, {taken}")
    else:
        from pyspark.sql import functions as f  # noqa: PLC0415 - only a Spark frame needs it

        structs = [
            f.struct(
                f.lit(part).alias(label),
                *(f.col(named(column)).alias(name) for name, column in zip(names, columns, strict=True)),
            )
            for part, columns in parts.items()
        ]
        keys = [f.col(named(key)) for key in by]
        rows = native.select(*keys, f.explode(f.array(*structs)).alias("__part")).select(
            *keys, *(f.col(f"__part.{name}") for name in (label, *names))
        )
    found: nw.LazyFrame[Any] = nw.from_native(rows)
    return found


def quoted(name: str) -> str:
    """A column's name as DuckDB's SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def named(name: str) -> str:
    """A column's name as Spark reads it whole, a dot in it included."""
    return "`" + name.replace("`", "``") + "`"


def refusing(plan: nw.LazyFrame[Any], told: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """The plan, which fails once it runs if the other one, rows with a ``__message``, then has any.

    The other plan becomes a branch of this one that never gives a row: it is empty, or it is an error. Nothing runs
    before the caller asks for the result.

    Raises
    ------
    FrameError
        The engine has no way to fail on a row.
    """
    native, target, engine = told.to_native(), plan.to_native(), told.implementation
    branch: Any
    if engine.is_polars():
        # Nothing may be pushed past the look at the rows: a filter or a limit would hide them from it.
        checked = native.map_batches(
            refuse,
            predicate_pushdown=False,
            projection_pushdown=False,
            slice_pushdown=False,
            validate_output_schema=False,
        )
        columns = [nw.lit(None).cast(kind).alias(name) for name, kind in plan.collect_schema().items()]
        branch = nw.from_native(checked).with_columns(*columns).select(*plan.collect_schema().names()).to_native()
    elif engine.is_duckdb():
        # Each column is the error too: a filter on a constant would let the optimiser drop the whole branch.
        kinds = zip(target.columns, target.types, strict=True)
        texts = ", ".join(f"CAST(error({MESSAGE}) AS {kind}) AS {quoted(name)}" for name, kind in kinds)
        branch = native.filter(f"error({MESSAGE}) IS NOT NULL").project(texts)
    elif engine.is_spark_like():
        from pyspark.sql import functions as f  # noqa: PLC0415 - only a Spark frame needs it

        failure = f.raise_error(f.col(MESSAGE))
        cells = [failure.cast(field.dataType).alias(field.name) for field in target.schema]
        branch = native.filter(failure.isNotNull()).select(*cells)
    else:
        raise FrameError(
            f"frames of {engine.name.lower()} cannot refuse a repeated key when their plan runs; "
            "collect them to pandas, or use Polars, DuckDB or Spark"
        )
    both: nw.LazyFrame[Any] = nw.concat([plan, nw.from_native(branch)])
    return both


def refuse(rows: Any) -> Any:  # noqa: ANN401 - a Polars frame, which is loaded only where it is used
    """The rows, of which there may be none.

    Raises
    ------
    FrameError
        There is one, once the plan runs.
    """
    if len(rows):
        raise FrameError("; ".join(rows[MESSAGE].sort().head(5)))
    return rows
