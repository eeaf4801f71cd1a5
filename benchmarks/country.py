"""Makes a made-up country in a DuckDB file: 40 indicators over 240 months for 340 cities, or for 2,800 counties.

    .venv/bin/python benchmarks/country.py /tmp/country.duckdb [--counties]
    .venv/bin/zjjstats ranks indicator_07 2022M01-M06 --data /tmp/country.duckdb

Every value is drawn by chance and means nothing; the workspace says so (origin: sample).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import duckdb

CITIES, COUNTIES, PROVINCES, INDICATORS, YEARS = 340, 2800, 31, 40, range(2004, 2024)


def make(file: Path, *, places: int) -> int:
    """Writes the workspace and returns how many values it holds."""
    file.unlink(missing_ok=True)
    told = {"title": "A made-up country", "origin": "sample", "licenses": [{"title": "MIT"}]}
    with duckdb.connect(file) as connection:
        connection.execute("SELECT setseed(0.2022)")
        connection.execute("CREATE TABLE datapackage AS SELECT ? AS json", [json.dumps(told)])
        connection.execute(
            """CREATE TABLE cities AS SELECT format('place{:04d}', i) AS city, format('地{:04d}', i) AS name_zh,
                      format('Place {:04d}', i) AS name_en, format('{:06d}', 110000 + i) AS code, i AS "order"
               FROM range(1, ? + 1) AS t(i)""",
            [places],
        )
        connection.execute(
            """CREATE TABLE dictionary AS SELECT format('indicator_{:02d}', i) AS indicator,
                      format('指标{:02d}', i) AS name_zh, format('Indicator {:02d}', i) AS name_en,
                      CASE WHEN i % 2 = 0 THEN 'pct' ELSE '100 million yuan' END AS unit, 1 AS decimals, i % 5 > 0 AS higher_is_better
               FROM range(1, ? + 1) AS t(i)""",
            [INDICATORS],
        )
        # Provinces stand as the scheme of groups: a place is ranked in the country and in its province.
        connection.execute(
            """CREATE TABLE groups AS SELECT 'assessment_group' AS scheme, format('province{:02d}', 1 + i % ?) AS "group",
                      format('place{:04d}', i) AS city, ? AS first_year, ? AS last_year, 'made up' AS source
               FROM range(1, ? + 1) AS t(i)""",
            [PROVINCES, YEARS[0], YEARS[-1], places],
        )
        connection.execute(
            """CREATE TABLE indicators AS
               SELECT format('{}M01-M{:02d}', y, m) AS period, format('place{:04d}', c) AS city,
                      format('indicator_{:02d}', i) AS indicator,
                      CASE WHEN random() < 0.02 THEN NULL ELSE round(random() * 40 - 5, 1) END AS value, 'made up' AS source
               FROM range(?, ?) AS years(y), range(1, 13) AS months(m), range(1, ? + 1) AS t(i), range(1, ? + 1) AS p(c)""",
            [YEARS[0], YEARS[-1] + 1, INDICATORS, places],
        )
        (count,) = connection.execute("SELECT count(*) FROM indicators").fetchone()
    return count


if __name__ == "__main__":
    target = Path(sys.argv[1])
    rows = make(target, places=COUNTIES if "--counties" in sys.argv else CITIES)
    print(f"{target}: {rows:,} values, {target.stat().st_size / 1e6:.0f} MB")
