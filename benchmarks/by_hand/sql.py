"""The rules in SQL, for DuckDB and for Spark; what the two write differently stands in braces."""

from __future__ import annotations

from by_hand import data

RANK = """SELECT *, CASE WHEN value IS NOT NULL THEN rank() OVER (PARTITION BY {by} ORDER BY value DESC NULLS LAST) END AS rank,
                 count(value) OVER (PARTITION BY {by}) AS of FROM frame"""
GROWTH = """SELECT n.*, b.value AS value_before, CASE WHEN b.value > 0 THEN n.value / b.value - 1 END AS growth,
                   CASE WHEN n.value IS NULL THEN 'no value' WHEN b.value IS NULL THEN 'no base'
                        WHEN b.value = 0 THEN 'base is zero' WHEN b.value < 0 THEN 'base is negative' END AS reason
            FROM now AS n LEFT JOIN before AS b USING (period, indicator, city)"""
REPEATED = " UNION ALL ".join(
    f"SELECT period, indicator, city FROM {side} GROUP BY period, indicator, city HAVING count(*) > 1"
    for side in ("now", "before")
)
# Refuses as ours does: a branch that gives no row, or an error.
CHECKED = f"{GROWTH} UNION ALL SELECT {{nulls}} FROM ({REPEATED}) WHERE {{error}}(CAST(city AS {{text}})) IS NOT NULL"
FLAGS = f"""SELECT county, year(planned_start) = {data.ON.year} AS is_new, year(planned_completion) = {data.ON.year} AS is_due,
                   started_on <= {{date}} AND (coalesce(year(planned_start) = {data.ON.year}, false) OR NOT coalesce(
                       suspended_on <= {{date}} AND NOT coalesce(resumed_on <= {{date}} AND resumed_on >= suspended_on, false),
                       false)) AS has_started
            FROM ledger"""
WIDE = f"""SELECT county, count(*) AS planned_all, count(CASE WHEN has_started THEN 1 END) AS started_all,
                  count(CASE WHEN is_new THEN 1 END) AS planned_new, count(CASE WHEN is_new AND has_started THEN 1 END) AS started_new,
                  count(CASE WHEN is_due THEN 1 END) AS planned_due, count(CASE WHEN is_due AND has_started THEN 1 END) AS started_due
           FROM ({FLAGS}) GROUP BY county"""
COUNTS = " UNION ALL ".join(
    f"SELECT county, '{kind}' AS kind, planned_{kind} AS planned, started_{kind} AS started FROM wide WHERE planned_{kind} > 0"
    for kind in data.KINDS
)
RATES = f"WITH wide AS ({WIDE}) SELECT *, started / planned AS rate FROM ({COUNTS})"
DATE = f"TIMESTAMP '{data.ON.isoformat()}'"


def ranked(by, quote='"'):
    return RANK.format(by=", ".join(f"{quote}{name}{quote}" for name in by))
