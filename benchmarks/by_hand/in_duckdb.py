"""DuckDB's SQL over the same tables; each result is written to a table."""

from __future__ import annotations

import duckdb
import pandas as pd

import zjjstats as zj
from by_hand import data, sql


def cases(case, rows):
    connection = duckdb.connect()

    def made(query):
        return lambda: connection.execute(f"CREATE OR REPLACE TEMP TABLE result AS {query}")

    def ours(plan):
        return lambda: connection.execute(f"CREATE OR REPLACE TEMP TABLE result AS {plan().sql_query()}")

    if case == "start_rate":
        loaded(connection, "ledger", data.ledger(rows))
        ledger = connection.table("ledger")

        def our_rates():
            return zj.rate(zj.project_counts(ledger, by=["county"], on=data.ON), part="started", whole="planned")

        return ours(our_rates), made(sql.RATES.format(date=sql.DATE))
    loaded(connection, "frame", data.values(rows, published=case != "rank_distinct"))
    if case == "growth":
        connection.execute(f"CREATE VIEW now AS SELECT * FROM frame WHERE period > {data.FIRST_YEAR}")
        connection.execute("CREATE VIEW before AS SELECT * REPLACE (period + 1 AS period) FROM frame")
        now, before = connection.view("now"), connection.view("before")
        nulls = ", ".join(f"error(city::VARCHAR)::{kind}" for kind in connection.sql(sql.GROWTH).types)
        checked = sql.CHECKED.format(nulls=nulls, error="error", text="VARCHAR")
        return ours(lambda: zj.growth(now, before, value="value", on=data.KEYS)), made(checked), made(sql.GROWTH)
    by = data.IN_GROUP if case == "group_rank" else data.BY
    frame = connection.table("frame")
    return ours(lambda: zj.rank(frame, "value", by=by)), made(sql.ranked(by))


def loaded(connection, name, columns):
    """A table of the columns, missing where a number is none."""
    connection.register("given", pd.DataFrame(columns))
    value = "* REPLACE (nullif(value, 'nan'::DOUBLE) AS value)" if "value" in columns else "*"
    connection.execute(f"CREATE TABLE {name} AS SELECT {value} FROM given")
    connection.unregister("given")
