"""The tables of a workspace, declared once: what checks them, what describes them, what the codebook explains."""

from __future__ import annotations

import pandas as pd

from zjjstats.ledger import KINDS
from zjjstats.periods import BASES
from zjjstats.schema import PROVINCE, Column, Rule, Table


def not_before(earlier: str, later: str) -> Rule:
    """The rule that one date of a project is not before another; a missing date breaks nothing."""
    text = f"must not be before {earlier}"
    return Rule(later, text, lambda rows: (rows[later] >= rows[earlier]) | rows[later].isna() | rows[earlier].isna())


def no_overlap(memberships: pd.DataFrame) -> pd.Series:
    """Whether each membership's years are apart from all others of the same city and scheme."""
    numbered = memberships.assign(row=range(len(memberships)))
    pairs = numbered.merge(numbered, on=["scheme", "city"], suffixes=("", "_other"))
    pairs = pairs[pairs["row"] != pairs["row_other"]]
    meet = (pairs["first_year"] <= pairs["last_year_other"]) & (pairs["first_year_other"] <= pairs["last_year"])
    return pd.Series(~numbered["row"].isin(pairs.loc[meet.fillna(value=False), "row"]).array, index=memberships.index)


PERIOD = Column("period", "period", "span of the figures, such as 2022M01-M03")
CITY = Column("city", "city", "key of a city in cities.csv, or province for the whole province")
SOURCE = Column("source", "text", "address or document in which the row is printed", may_be_empty=True)
NOTE = Column("note", "text", "remark on the row", may_be_absent=True)
INDICATOR = Column("indicator", "indicator", "key of an indicator in dictionary.csv")
PROGRAMME = Column("programme", "text", "programme of projects; named in dictionary.csv")
DATABASE = Column("database", "text", "provincial project database; named in dictionary.csv")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "cities",
            "city",
            ("city",),
            (
                Column("city", "key", "key of the city, ASCII"),
                Column("name_zh", "text", "name in Chinese"),
                Column("name_en", "text", "name in English"),
                Column("code", "text", "administrative code, GB/T 2260"),
                Column("order", "integer", "standard order of the cities", minimum=1),
            ),
            (
                Rule(
                    "city", f"must not be {PROVINCE}, which means the whole province", lambda t: t["city"] != PROVINCE
                ),
                Rule("name_zh", "must occur once", lambda t: ~t["name_zh"].duplicated(keep=False)),
                Rule("code", "must occur once", lambda t: ~t["code"].duplicated(keep=False)),
            ),
        ),
        Table(
            "dictionary",
            "indicator, programme or database",
            ("indicator",),
            (
                Column("indicator", "key", "key used in the other tables"),
                Column("name_zh", "text", "name in Chinese"),
                Column("name_en", "text", "name in English"),
                Column("unit", "text", "unit of the values in the tables: pct, count, 1e8_CNY (100 million yuan), ..."),
                Column("decimals", "integer", "decimals that the source prints", minimum=0),
                Column("higher_is_better", "boolean", "whether the highest value ranks first: true or false"),
            ),
        ),
        Table(
            "indicators",
            "period, city and indicator",
            ("period", "city", "indicator"),
            (
                PERIOD,
                CITY,
                INDICATOR,
                Column("value", "number", "the value as printed, in the indicator's unit", may_be_empty=True),
                SOURCE,
                Column("published_on", "date", "day on which the value was published", may_be_absent=True),
                NOTE,
            ),
        ),
        Table(
            "project_counts",
            "period, city, programme and kind",
            ("period", "city", "programme", "kind"),
            (
                PERIOD,
                CITY,
                PROGRAMME,
                Column(
                    "kind",
                    "text",
                    "all, new (to start this year) or due (for completion)",
                    choices=KINDS,
                ),
                Column("planned", "integer", "projects planned", may_be_empty=True, unit="count", minimum=0),
                Column("started", "integer", "of these, started", may_be_empty=True, unit="count", minimum=0),
                SOURCE,
            ),
            (
                Rule(
                    "started",
                    "must not exceed planned",
                    lambda t: (t["started"] <= t["planned"]).fillna(value=True),
                ),
            ),
        ),
        Table(
            "projects",
            "project (a ledger)",
            ("project",),
            (
                Column("project", "text", "number of the project in the ledger"),
                Column("name", "text", "name of the project"),
                CITY,
                Column("county", "text", "county or district", may_be_empty=True),
                PROGRAMME,
                Column("sector", "text", "sector", may_be_empty=True),
                Column(
                    "investment_cny_1e4",
                    "number",
                    "planned investment",
                    may_be_empty=True,
                    unit="10 000 yuan",
                    minimum=0,
                ),
                Column("planned_start", "date", "day on which construction is to start", may_be_empty=True),
                Column("planned_completion", "date", "day on which the project is to be completed", may_be_empty=True),
                Column("started_on", "date", "day on which construction started", may_be_empty=True),
                Column("suspended_on", "date", "day of the last suspension", may_be_empty=True),
                Column("resumed_on", "date", "day on which construction was resumed after it", may_be_empty=True),
                Column("completed_on", "date", "day of completion", may_be_empty=True),
                SOURCE,
            ),
            (
                not_before("planned_start", "planned_completion"),
                not_before("started_on", "suspended_on"),
                not_before("suspended_on", "resumed_on"),
                not_before("started_on", "completed_on"),
            ),
        ),
        Table(
            "entries",
            "period, city and database",
            ("period", "city", "database"),
            (PERIOD, CITY, DATABASE, Column("entries", "integer", "projects entered", unit="count", minimum=0), SOURCE),
        ),
        Table(
            "bulletin",
            "period, city, indicator, scope and base",
            ("period", "city", "indicator", "scope", "base"),
            (
                PERIOD,
                CITY,
                INDICATOR,
                Column(
                    "scope",
                    "text",
                    "province, a scheme of groups.csv, or several joined by | where the source leaves open which",
                ),
                Column("rank", "integer", "place printed", may_be_empty=True, minimum=1),
                Column(
                    "places_gained", "integer", "places gained against the base; negative = lost", may_be_empty=True
                ),
                Column("base", "text", "what the change is measured against", may_be_empty=True, choices=BASES),
                SOURCE,
                NOTE,
            ),
            (
                Rule(
                    "base",
                    f"must say what places_gained is measured against: {', '.join(BASES)}",
                    lambda t: t["places_gained"].isna() | t["base"].notna(),
                ),
                Rule(
                    "rank",
                    "must hold a rank, or places_gained a change",
                    lambda t: t["rank"].notna() | t["places_gained"].notna(),
                ),
                Rule(
                    "scope",
                    "must be a single one where a rank is printed",
                    lambda t: t["rank"].isna() | ~t["scope"].str.contains("|", regex=False).fillna(value=False),
                ),
                Rule(
                    "places_gained",
                    "gives an earlier rank below 1",
                    lambda t: (t["rank"] + t["places_gained"] >= 1).fillna(value=True),
                ),
            ),
        ),
        Table(
            "groups",
            "scheme, city and span of years",
            ("scheme", "city", "first_year"),
            (
                Column("scheme", "key", "grouping, such as assessment_group"),
                Column("group", "text", "group to which the city belongs"),
                CITY,
                Column("first_year", "integer", "first year of the membership", minimum=1949),
                Column("last_year", "integer", "last year of the membership", minimum=1949),
                SOURCE,
            ),
            (
                Rule("last_year", "must not be before first_year", lambda t: t["last_year"] >= t["first_year"]),
                Rule("city", "must be a city, not the whole province", lambda t: t["city"] != PROVINCE),
                Rule("first_year", "overlaps another membership of the city in the same scheme", no_overlap),
            ),
        ),
        Table(
            "claims",
            "printed figure",
            ("release", "city", "period", "claim", "quantity"),
            (
                Column("release", "text", "release in which the figure is printed"),
                CITY,
                PERIOD,
                Column("claim", "text", "what the release says, in our words"),
                Column("quantity", "text", "what the figure measures"),
                Column("printed", "text", "the figure as printed"),
                Column("unit", "text", "unit of the figure"),
                Column("check", "text", "how it can be recomputed", may_be_absent=True),
                SOURCE,
                NOTE,
            ),
        ),
        Table(
            "corrections",
            "correction",
            ("table", "key", "column"),
            (
                Column("table", "text", "table that is corrected"),
                Column("key", "text", "the row, as column=value pairs joined by ;"),
                Column("column", "text", "column that is corrected"),
                Column("value_seen", "text", "value that stands in the table", may_be_empty=True),
                Column("value_used", "text", "value that is used", may_be_empty=True),
                Column("reason", "text", "why"),
                Column("source", "text", "where the value used is printed"),
            ),
        ),
    )
}
