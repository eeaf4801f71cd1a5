"""The data frame engines that rates, ranks and counts are tested on, behind one way in and one way out."""

from __future__ import annotations

import atexit
import datetime as dt
import itertools
import shutil
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest

import zjjstats as zj

Data = dict[str, list[Any]]
PANDAS = {bool: "bool", int: "int64", float: "float64", str: "str", dt.datetime: "datetime64[us]"}
NULLABLE = {bool: "boolean", int: "Int64", float: "Float64", str: "string", dt.datetime: "datetime64[us]"}
POLARS = {bool: pl.Boolean, int: pl.Int64, float: pl.Float64, str: pl.String, dt.datetime: pl.Datetime("us")}
SPARK = {bool: "boolean", int: "bigint", float: "double", str: "string", dt.datetime: "timestamp"}
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


@cache
def spark():
    """The one session of this process, on two cores of this machine and on no network but its own."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only where there is Java

    options = {
        "spark.ui.enabled": "false",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2",
        "spark.driver.memory": "1g",
    }
    builder = SparkSession.builder.master("local[2]").appName("zjjstats tests")
    for name, value in options.items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    atexit.register(session.stop)
    return session


def make_spark(data: Data) -> Any:
    schema = ", ".join(f"`{name}` {SPARK[kind(name, values)]}" for name, values in data.items())
    kinds = [kind(name, values) for name, values in data.items()]
    rows = [
        tuple(
            None if cell is None else wanted(cell) if wanted is float else cell
            for cell, wanted in zip(row, kinds, strict=True)
        )
        for row in zip(*data.values(), strict=True)
    ]
    return spark().createDataFrame(rows, schema)


def spark_records(frame: Any) -> list[dict[str, Any]]:
    return [row.asDict() for row in frame.collect()]


def without_spark() -> str:
    """Why there is no Spark here; empty where there is."""
    try:
        import pyspark  # noqa: F401, PLC0415 - only asked for
    except ImportError:
        return "pyspark is not installed"
    java = shutil.which("java")
    if java is None:
        return "there is no Java"
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    return "" if told.returncode == 0 else "java does not start"


def pandas_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{name: None if pd.isna(cell) else cell for name, cell in row.items()} for row in frame.to_dict("records")]


def duckdb_records(frame: duckdb.DuckDBPyRelation) -> list[dict[str, Any]]:
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.fetchall()]


@dataclass(frozen=True)
class Engine:
    """One engine: ``make`` builds a frame of columns, ``records`` reads one back with missing as None.

    ``refusal`` is what a repeated key raises once a result is read: a lazy engine tells our message in its own error.
    """

    name: str
    make: Callable[[Data], Any]
    records: Callable[[Any], list[dict[str, Any]]]
    refusal: type[Exception] = zj.FrameError

    def rows(self, frame: Any, *keys: str) -> list[dict[str, Any]]:
        """The rows sorted by the keys, since not every engine keeps an order."""
        return sorted(self.records(frame), key=lambda row: tuple(row[key] for key in keys))

    def column(self, frame: Any, column: str, *keys: str) -> list[Any]:
        """One column's values in the order of the keys."""
        return [row[column] for row in self.rows(frame, *keys)]


def spark_engine() -> Engine:
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - only where it is installed
    except ImportError:
        PySparkException = zj.FrameError  # noqa: N806 - stands in for a class
    return Engine("spark", make_spark, spark_records, PySparkException)


QUICK = [
    Engine("pandas", make_pandas, pandas_records),
    Engine("pandas-nullable", make_nullable, pandas_records),
    Engine("polars", make_polars, lambda frame: frame.to_dicts()),
    Engine("polars-lazy", make_lazy, lambda frame: frame.collect().to_dicts()),
    Engine("duckdb", make_duckdb, duckdb_records, duckdb.Error),
]
SPARK_ENGINE = spark_engine()
NO_SPARK = without_spark()
if NO_SPARK:
    warnings.warn(f"SPARK IS NOT TESTED: {NO_SPARK}", pytest.PytestConfigWarning, stacklevel=1)
with_spark = pytest.mark.skipif(bool(NO_SPARK), reason=f"SPARK IS NOT TESTED: {NO_SPARK}")
ENGINES = [*QUICK, SPARK_ENGINE]
on_every_engine = pytest.mark.parametrize(
    "engine",
    [*QUICK, pytest.param(SPARK_ENGINE, marks=[with_spark, pytest.mark.spark])],
    ids=[engine.name for engine in ENGINES],
)
