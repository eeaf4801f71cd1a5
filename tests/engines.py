"""The data frame engines that rates, ranks and counts are tested on, behind one way in and one way out."""

from __future__ import annotations

import atexit
import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest

Data = dict[str, list[Any]]
PANDAS = {bool: "bool", int: "int64", float: "float64", str: "str", dt.datetime: "datetime64[us]"}
NULLABLE = {bool: "boolean", int: "Int64", float: "Float64", str: "string", dt.datetime: "datetime64[us]"}
POLARS = {bool: pl.Boolean, int: pl.Int64, float: pl.Float64, str: pl.String, dt.datetime: pl.Datetime("us")}
DUCKDB = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", str: "VARCHAR", dt.datetime: "TIMESTAMP"}
CONNECTION = duckdb.connect()
atexit.register(CONNECTION.close)
TABLES = itertools.count()


def kind(name: str, values: list[Any]) -> type:
    """The type of a column's values; a column without any holds dates if its name says so, else numbers."""
    kinds = {type(value) for value in values if value is not None}
    if not kinds:
        return dt.datetime if name.startswith("planned_") or name.endswith("_on") else float
    return float if kinds == {int, float} else kinds.pop()


def make_pandas(data: Data) -> pd.DataFrame:
    columns = {}
    for name, values in data.items():
        found = kind(name, values)
        # Whole numbers with a gap are floats in plain pandas.
        dtype = "float64" if found is int and None in values else PANDAS[found]
        columns[name] = pd.Series(values, dtype=object).astype(dtype)
    return pd.DataFrame(columns)


def make_nullable(data: Data) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(values, dtype=NULLABLE[kind(name, values)]) for name, values in data.items()})


def make_polars(data: Data) -> pl.DataFrame:
    return pl.DataFrame(data, schema={name: POLARS[kind(name, values)] for name, values in data.items()}, strict=False)


def make_lazy(data: Data) -> pl.LazyFrame:
    return make_polars(data).lazy()


def make_duckdb(data: Data) -> duckdb.DuckDBPyRelation:
    table = f"table_{next(TABLES)}"
    columns = ", ".join(f'"{name}" {DUCKDB[kind(name, values)]}' for name, values in data.items())
    CONNECTION.execute(f"CREATE TABLE {table} ({columns})")
    rows = list(zip(*data.values(), strict=True))
    if rows:
        blanks = f"({', '.join('?' for _ in data)})"
        values = ", ".join(blanks for _ in rows)
        CONNECTION.execute(f"INSERT INTO {table} VALUES {values}", [cell for row in rows for cell in row])  # noqa: S608
    return CONNECTION.table(table)


def pandas_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{name: None if pd.isna(cell) else cell for name, cell in row.items()} for row in frame.to_dict("records")]


def duckdb_records(frame: duckdb.DuckDBPyRelation) -> list[dict[str, Any]]:
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.fetchall()]


@dataclass(frozen=True)
class Engine:
    """One engine: ``make`` builds a frame of columns, ``records`` reads one back with missing as None."""

    name: str
    make: Callable[[Data], Any]
    records: Callable[[Any], list[dict[str, Any]]]

    def rows(self, frame: Any, *keys: str) -> list[dict[str, Any]]:
        """The rows sorted by the keys, since not every engine keeps an order."""
        return sorted(self.records(frame), key=lambda row: tuple(row[key] for key in keys))

    def column(self, frame: Any, column: str, *keys: str) -> list[Any]:
        """One column's values in the order of the keys."""
        return [row[column] for row in self.rows(frame, *keys)]


ENGINES = [
    Engine("pandas", make_pandas, pandas_records),
    Engine("pandas-nullable", make_nullable, pandas_records),
    Engine("polars", make_polars, lambda frame: frame.to_dicts()),
    Engine("polars-lazy", make_lazy, lambda frame: frame.collect().to_dicts()),
    Engine("duckdb", make_duckdb, duckdb_records),
]
on_every_engine = pytest.mark.parametrize("engine", ENGINES, ids=[engine.name for engine in ENGINES])
