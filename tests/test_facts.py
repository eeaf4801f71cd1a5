"""Every figure of a briefing: the release of 2022, the sample that reproduces it, and hand-made folders."""

from __future__ import annotations

import datetime as dt
import itertools

import pandas as pd
import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY
from zjjstats.all_cities import all_of_year
from zjjstats.fact import as_rows
from zjjstats.facts import facts_of

COLUMNS = [
    *("fact", "city", "period", "base_period", "value", "unit"),
    *("part", "whole", "of", "origin", "source", "note"),
]
INDICATORS = ["period", "city", "indicator", "value", "source", "published_on"]
COUNTS = ["period", "city", "programme", "kind", "planned", "started", "source"]
ENTRIES = ["period", "city", "database", "entries", "source"]
BULLETIN = ["period", "city", "indicator", "scope", "rank", "places_gained", "base", "source", "note"]
PROJECTS = [
    *("project", "name", "city", "county", "programme", "sector", "investment_cny_1e4"),
    *("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on", "completed_on", "source"),
]
WITH_GDP = [
    *DICTIONARY,
    ["gdp", "生产总值", "GDP", "1e8_CNY", "1", "true"],
    ["gdp_growth", "生产总值增速", "GDP growth", "pct", "1", "true"],
]
# Four projects on 31 March 2022: 1 started; 2 did not; 3 runs on; 4 runs on but is suspended.
LEDGER = [
    PROJECTS,
    *(
        [number, f"plant {number}", "alpha", "", "works", "", "100", *dates, "ledger"]
        for number, *dates in (
            ("1", "2022-02-01", "2023-06-30", "2022-03-31", "", "", ""),
            ("2", "2022-03-01", "2022-12-31", "2022-04-01", "", "", ""),
            ("3", "2021-05-01", "2022-10-31", "2021-05-10", "2021-07-01", "2021-08-01", ""),
            ("4", "2021-01-01", "2023-01-31", "2021-01-10", "2022-02-01", "", ""),
        )
    ),
]
# Figures by name: value, unit, period, base period, part, whole, of.
RELEASE = {
    "planned.320_project.all": (64, "count", "2022M01-M03", None, None, None, None),
    "planned.320_project.new": (22, "count", "2022M01-M03", None, None, None, None),
    "started.320_project.new": (15, "count", "2022M01-M03", None, None, None, None),
    "start_rate.320_project.new": (15 / 22, "fraction", "2022M01-M03", None, 15, 22, None),
    "planned.320_project.due": (20, "count", "2022M01-M03", None, None, None, None),
    "started.320_project.due": (19, "count", "2022M01-M03", None, None, None, None),
    "start_rate.320_project.due": (0.95, "fraction", "2022M01-M03", None, 19, 20, None),
    "entries.product_innovation_database": (5, "count", "2022M01-M03", None, None, None, None),
    "entries_growth.product_innovation_database.last_year": (
        *(0.25, "fraction", "2022M01-M03", "2021M01-M12"),
        *(5, 4, None),
    ),
}
BY_BULLETIN = {
    "rank.gross_industrial_output_growth.province": (10, "place", "2022M01-M02", None, None, None, None),
    "rank.gross_industrial_output_growth.assessment_group": (2, "place", "2022M01-M02", None, None, None, None),
    "rank_change.gross_industrial_output_growth.province.last_year": (
        *(2, "places", "2022M01-M02", "2021M01-M12"),
        *(10, 12, None),
    ),
    "rank_change.gross_industrial_output_growth.assessment_group.last_year": (
        *(2, "places", "2022M01-M02", "2021M01-M12"),
        *(2, 4, None),
    ),
    "rank.industrial_fai_growth.province": (1, "place", "2022M01-M02", None, None, None, None),
    "rank_change.industrial_fai_growth.province.same_period_last_year": (
        *(11, "places", "2022M01-M02", "2021M01-M02"),
        *(1, 12, None),
    ),
    "rank.tech_upgrade_investment_growth.province": (2, "place", "2022M01-M02", None, None, None, None),
    "rank_change.tech_upgrade_investment_growth.province.same_period_last_year": (
        *(7, "places", "2022M01-M02", "2021M01-M02"),
        *(2, 9, None),
    ),
}
BY_SAMPLE = {
    "rank.gross_industrial_output_growth.province": (10, "place", "2022M01-M02", None, None, None, 14),
    "rank.gross_industrial_output_growth.assessment_group": (2, "place", "2022M01-M02", None, None, None, 5),
    "rank_change.gross_industrial_output_growth.province.last_year": (
        *(2, "places", "2022M01-M02", "2021M01-M12"),
        *(10, 12, 14),
    ),
    "rank.industrial_fai_growth.province": (1, "place", "2022M01-M02", None, None, None, 14),
    "rank_change.industrial_fai_growth.province.same_period_last_year": (
        *(11, "places", "2022M01-M02", "2021M01-M02"),
        *(1, 12, 14),
    ),
    "rank.tech_upgrade_investment_growth.province": (2, "place", "2022M01-M02", None, None, None, 14),
    "rank_change.tech_upgrade_investment_growth.province.same_period_last_year": (
        *(7, "places", "2022M01-M02", "2021M01-M02"),
        *(2, 9, 14),
    ),
}
RELEASED_ON = dt.date(2022, 4, 8)


@pytest.fixture(scope="module")
def from_published(published):
    return by_name(zj.facts(published, "2022Q1", city="zhangjiajie"))


@pytest.fixture(scope="module")
def from_sample(sample):
    return by_name(zj.facts(sample, "2022Q1", city="zhangjiajie", published_by=RELEASED_ON))


@pytest.fixture
def told(folder):
    """A function that gives the facts of a city by name, from cities, dictionary and the given tables."""

    def facts_of(period="2022Q1", *, city="alpha", published_by=None, **tables):
        workspace = zj.open_workspace(folder(**{"cities": CITIES, "dictionary": DICTIONARY} | tables))
        return by_name(zj.facts(workspace, period, city=city, published_by=published_by))

    return facts_of


def by_name(frame):
    """Each fact as a dict by its name, missing as None; a name that stands twice is an error."""
    assert not frame["fact"].duplicated().any()
    plain = frame.astype(object).where(frame.notna(), None)
    return plain.set_index("fact").to_dict("index")


def figure(row):
    return tuple(row[name] for name in ("value", "unit", "period", "base_period", "part", "whole", "of"))


def values(told):
    return {name: row["value"] for name, row in told.items()}


def indicator_rows(*rows):
    return [INDICATORS, *([*row, "s", ""] if len(row) == 4 else row for row in rows)]


# The release of 8 April 2022.


@pytest.mark.parametrize("name", RELEASE)
def test_published_counts_are_those_of_the_release(from_published, name):
    row = from_published[name]
    assert figure(row) == RELEASE[name]
    assert row["origin"] == "computed"
    assert row["city"] == "zhangjiajie"
    assert row["source"].startswith("http")


@pytest.mark.parametrize("name", BY_BULLETIN)
def test_published_ranks_are_those_of_the_bulletin(from_published, name):
    row = from_published[name]
    assert figure(row) == BY_BULLETIN[name]
    assert row["origin"] == "bulletin"
    assert row["source"].startswith("http")


def test_the_release_holds_these_figures_and_one_rate_that_cannot_be_told(from_published):
    assert set(from_published) == {*RELEASE, *BY_BULLETIN, "start_rate.320_project.all"}
    row = from_published["start_rate.320_project.all"]
    assert (row["value"], row["part"], row["whole"], row["note"]) == (None, None, 64, "started is not reported")


def test_both_readings_of_two_places_gained_are_kept_and_say_so(from_published):
    for scope in ("province", "assessment_group"):
        note = from_published[f"rank_change.gross_industrial_output_growth.{scope}.last_year"]["note"]
        assert note.startswith("one of 2 readings: province|assessment_group; ")


@pytest.mark.parametrize("name", RELEASE)
def test_the_sample_gives_the_counts_of_the_release(from_sample, name):
    row = from_sample[name]
    assert figure(row) == RELEASE[name]
    assert row["origin"] == "sample"
    assert row["source"]


@pytest.mark.parametrize("name", BY_SAMPLE)
def test_the_sample_computes_the_ranks_of_the_release(from_sample, name):
    row = from_sample[name]
    assert figure(row) == BY_SAMPLE[name]
    assert row["origin"] == "sample"
    assert row["source"]


def test_every_figure_of_the_sample_says_that_it_is_one(sample):
    assert set(zj.facts(sample, "2022Q1", city="huaihua")["origin"]) == {"sample"}


# What every frame of facts is.


def test_facts_have_the_agreed_columns_and_types(published):
    frame = zj.facts(published, "2022Q1", city="zhangjiajie")
    assert list(frame.columns) == COLUMNS
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        **dict.fromkeys(COLUMNS, "str"),
        **dict.fromkeys(["value", "part", "whole"], "Float64"),
        "of": "Int64",
    }


def test_a_briefing_without_figures_has_the_same_columns_and_types(published):
    empty = zj.facts(published, "1999Q1", city="zhangjiajie")
    assert len(empty) == 0
    assert empty.dtypes.equals(zj.facts(published, "2022Q1", city="zhangjiajie").dtypes)


@pytest.mark.parametrize(("name", "period"), [("published", "2016Q4"), ("published", "2022Q4"), ("sample", "2022Q2")])
def test_no_figure_stands_twice_and_each_missing_one_says_why(name, period):
    workspace = zj.open_workspace(name)
    for city in ("zhangjiajie", "xiangxi", "loudi", "province"):
        frame = zj.facts(workspace, period, city=city)
        assert len(frame) > 0
        assert not frame["fact"].duplicated().any()
        assert (frame.loc[frame["value"].isna(), "note"] != "").all()


def test_the_city_may_be_written_in_any_way(published):
    by_key = zj.facts(published, "2022Q1", city="zhangjiajie")
    pd.testing.assert_frame_equal(zj.facts(published, "2022年一季度", city="张家界"), by_key)


def test_an_unknown_city_and_an_unreadable_period_are_refused(published):
    with pytest.raises(zj.UnknownNameError, match="unknown city 'nowhere'"):
        zj.facts(published, "2022Q1", city="nowhere")
    with pytest.raises(zj.PeriodError, match="cannot read '2022Q5'"):
        zj.facts(published, "2022Q5", city="zhangjiajie")


# The newest span.

SPANS = indicator_rows(
    ["2021M01-M12", "alpha", "output_growth", "1.0", "s", "2022-01-20"],
    ["2022M01-M02", "alpha", "output_growth", "2.0", "s", "2022-03-20"],
    ["2022M01-M03", "alpha", "output_growth", "3.0", "s", "2022-04-20"],
    ["2022M01-M04", "alpha", "output_growth", "4.0", "s", "2022-05-20"],
    ["2021M01-M12", "alpha", "energy_use", "50", "s", "2022-01-20"],
)


@pytest.mark.parametrize(
    ("period", "published_by", "span", "value"),
    [
        ("2022Q1", None, "2022M01-M03", 0.03),
        ("2022Q1", dt.date(2022, 4, 8), "2022M01-M02", 0.02),
        ("2022Q1", dt.date(2022, 4, 20), "2022M01-M03", 0.03),
        ("2022M01-M02", None, "2022M01-M02", 0.02),
        ("2022H1", None, "2022M01-M04", 0.04),
        ("2022H1", dt.date(2022, 5, 19), "2022M01-M03", 0.03),
    ],
)
def test_a_figure_is_of_the_newest_span_that_was_out(told, period, published_by, span, value):
    row = told(period, published_by=published_by, indicators=SPANS)["value.output_growth"]
    assert (row["period"], row["value"]) == (span, value)


def test_a_year_before_never_stands_in_for_this_year(told):
    assert not [name for name in told(indicators=SPANS) if "energy_use" in name]


def test_nothing_is_told_of_what_was_not_out_yet(told):
    assert told(published_by=dt.date(2022, 3, 19), indicators=SPANS) == {}


def test_a_row_without_a_day_of_publication_was_always_out(told):
    rows = indicator_rows(["2022M01-M03", "alpha", "output_growth", "3.0"])
    assert told(published_by=dt.date(2000, 1, 1), indicators=rows)["value.output_growth"]["value"] == 0.03


def test_the_sample_at_the_day_of_the_release_ranks_january_and_february(sample):
    ranked = zj.facts(sample, "2022Q1", city="zhangjiajie", published_by=RELEASED_ON)
    spans = ranked[ranked["fact"].str.startswith("rank.")]["period"]
    assert len(spans) == 6
    assert set(spans) == {"2022M01-M02"}


def test_the_sample_without_a_cut_off_ranks_the_quarter(sample):
    ranked = zj.facts(sample, "2022Q1", city="zhangjiajie")
    assert set(ranked[ranked["fact"].str.startswith("rank.")]["period"]) == {"2022M01-M03"}


# Projects and entries.


def test_counts_and_rates_come_from_the_ledger(told):
    facts = told(projects=LEDGER)
    assert values(facts) == {
        "planned.works.all": 4,
        "started.works.all": 2,
        "start_rate.works.all": 0.5,
        "planned.works.new": 2,
        "started.works.new": 1,
        "start_rate.works.new": 0.5,
        "planned.works.due": 2,
        "started.works.due": 1,
        "start_rate.works.due": 0.5,
    }
    assert {row["note"] for row in facts.values()} == {""}
    assert {row["source"] for row in facts.values()} == {"ledger"}


def test_the_ledger_rules_over_reported_counts_and_a_difference_is_noted(told):
    counts = [
        COUNTS,
        ["2022Q1", "alpha", "works", "all", "4", "2", "report"],
        ["2022Q1", "alpha", "works", "new", "3", "1", "report"],
        ["2022Q1", "alpha", "works", "due", "2", "2", "report"],
    ]
    facts = told(projects=LEDGER, project_counts=counts)
    assert {name: (row["value"], row["note"]) for name, row in facts.items()} == {
        "planned.works.all": (4, ""),
        "started.works.all": (2, ""),
        "start_rate.works.all": (0.5, ""),
        "planned.works.new": (2, "reported count differs: 3"),
        "started.works.new": (1, ""),
        "start_rate.works.new": (0.5, ""),
        "planned.works.due": (2, ""),
        "started.works.due": (1, "reported count differs: 2"),
        "start_rate.works.due": (0.5, ""),
    }


def test_a_count_reported_for_an_earlier_period_is_no_difference(told):
    counts = [COUNTS, ["2022Q1", "alpha", "works", "new", "2", "1", "report"]]
    row = told("2022H1", projects=LEDGER, project_counts=counts)["started.works.new"]
    assert (row["value"], row["period"], row["note"]) == (2, "2022M01-M06", "")


def test_counts_of_another_city_or_programme_are_kept_apart(told):
    counts = [
        COUNTS,
        ["2022Q1", "beta", "works", "all", "9", "9", "report"],
        ["2022Q1", "alpha", "roads", "all", "8", "6", "report"],
    ]
    facts = values(told(projects=LEDGER, project_counts=counts))
    assert facts["planned.works.all"] == 4
    assert facts["start_rate.roads.all"] == 0.75


def test_nothing_planned_gives_no_rate_and_says_so(told):
    counts = [COUNTS, ["2022Q1", "alpha", "works", "all", "0", "0", "report"]]
    row = told(project_counts=counts)["start_rate.works.all"]
    assert (row["value"], row["part"], row["whole"], row["note"]) == (None, 0, 0, "nothing was planned")


def test_a_plan_that_is_not_reported_is_not_called_an_empty_one(told):
    counts = [COUNTS, ["2022Q1", "alpha", "works", "all", "", "5", "report"]]
    row = told(project_counts=counts)["start_rate.works.all"]
    assert (row["value"], row["part"], row["whole"], row["note"]) == (None, 5, None, "planned is not reported")


def test_entries_grow_against_each_base_that_exists(told):
    entries = [
        ENTRIES,
        ["2021Q1", "alpha", "pool", "2", "a"],
        ["2021Q4", "alpha", "pool", "4", "b"],
        ["2022Q1", "alpha", "pool", "5", "c"],
        ["2021Q4", "beta", "pool", "100", "d"],
    ]
    facts = told(entries=entries)
    assert values(facts) == {
        "entries.pool": 5,
        "entries_growth.pool.same_period_last_year": 1.5,
        "entries_growth.pool.last_year": 0.25,
    }
    assert facts["entries_growth.pool.last_year"]["base_period"] == "2021M01-M12"
    assert facts["entries_growth.pool.last_year"]["source"] == "c; b"


@pytest.mark.parametrize(
    ("earlier", "whole", "note"), [([], None, "no base"), ([["2021Q1", "alpha", "pool", "0", "a"]], 0, "base is zero")]
)
def test_entries_without_a_base_to_grow_from_have_no_growth(told, earlier, whole, note):
    facts = told(entries=[ENTRIES, ["2022Q1", "alpha", "pool", "5", "c"], *earlier])
    row = facts["entries_growth.pool.same_period_last_year"]
    assert (row["value"], row["part"], row["whole"], row["note"]) == (None, 5, whole, note)


# Indicators and the bulletin.

RANKED = indicator_rows(
    ["2021Q1", "alpha", "output_growth", "9.0"],
    ["2021Q1", "beta", "output_growth", "8.0"],
    ["2021Q1", "gamma", "output_growth", "7.0"],
    ["2022Q1", "alpha", "output_growth", "5.0"],
    ["2022Q1", "beta", "output_growth", "6.0"],
    ["2022Q1", "gamma", "output_growth", "6.0"],
)


def bulletin(*rows):
    return [BULLETIN, *(["2022Q1", city, "output_growth", "province", *rest, "notice", ""] for city, *rest in rows)]


def test_value_rank_and_change_are_computed(told):
    facts = told(indicators=RANKED)
    assert {name: figure(row) for name, row in facts.items()} == {
        "value.output_growth": (0.05, "fraction", "2022M01-M03", None, None, None, None),
        "rank.output_growth.province": (3, "place", "2022M01-M03", None, None, None, 3),
        "rank_change.output_growth.province.same_period_last_year": (
            *(-2, "places", "2022M01-M03", "2021M01-M03"),
            *(3, 1, 3),
        ),
    }
    assert {row["origin"] for row in facts.values()} == {"computed"}


def test_a_shared_place_is_noted(told):
    row = told(city="gamma", indicators=RANKED)["rank.output_growth.province"]
    assert (row["value"], row["note"]) == (1, "tied")


def test_the_bulletin_agrees_where_it_prints_the_computed_figures(told):
    facts = told(indicators=RANKED, bulletin=bulletin(["alpha", "3", "-2", "same_period_last_year"]))
    rank = facts["rank.output_growth.province"]
    change = facts["rank_change.output_growth.province.same_period_last_year"]
    assert (rank["value"], rank["origin"], rank["note"]) == (3, "computed", "the bulletin agrees")
    assert (change["value"], change["origin"]) == (-2, "computed")
    assert change["note"].startswith("the bulletin agrees")


def test_the_bulletin_differs_where_it_prints_another_figure(told):
    facts = told(indicators=RANKED, bulletin=bulletin(["alpha", "2", "-1", "same_period_last_year"]))
    rank = facts["rank.output_growth.province"]
    change = facts["rank_change.output_growth.province.same_period_last_year"]
    assert (rank["value"], rank["origin"], rank["note"]) == (3, "computed", "the bulletin differs: 2")
    assert (change["value"], change["origin"]) == (-2, "computed")
    assert change["note"].startswith("the bulletin differs: -1")


def test_a_tie_and_an_agreement_are_both_noted(told):
    facts = told(city="beta", indicators=RANKED, bulletin=bulletin(["beta", "1", "", ""]))
    assert facts["rank.output_growth.province"]["note"] == "tied; the bulletin agrees"


def test_the_bulletins_rank_stands_where_the_city_has_no_value(told):
    rows = [*RANKED[:4], *RANKED[5:]]
    facts = told(indicators=rows, bulletin=bulletin(["alpha", "3", "", ""]))
    rank = facts["rank.output_growth.province"]
    assert (rank["value"], rank["origin"], rank["source"]) == (3, "bulletin", "notice")
    assert facts["value.output_growth"]["note"] == "no value"


def test_a_bulletin_newer_than_the_values_is_told_instead_of_them(told):
    rows = indicator_rows(["2022M01-M02", "alpha", "output_growth", "5.0"])
    facts = told(indicators=rows, bulletin=bulletin(["alpha", "3", "", ""]))
    assert {name: (row["value"], row["period"]) for name, row in facts.items()} == {
        "rank.output_growth.province": (3, "2022M01-M03")
    }


@pytest.mark.parametrize("own", [[], [["2022Q1", "alpha", "output_growth", ""]]], ids=["absent row", "blank value"])
def test_a_missing_value_has_no_rank_and_says_so(told, own):
    others = [["2022Q1", "beta", "output_growth", "6.0"], ["2022Q1", "gamma", "output_growth", "7.0"]]
    facts = told(indicators=indicator_rows(*own, *others))
    assert {name: (row["value"], row["note"]) for name, row in facts.items()} == {
        "value.output_growth": (None, "no value"),
        "rank.output_growth.province": (None, "no value"),
        "rank_change.output_growth.province.same_period_last_year": (None, "no value"),
    }
    assert facts["rank.output_growth.province"]["of"] == 2


def test_the_source_of_a_figure_is_text_even_where_the_city_has_no_row(told):
    facts = told(indicators=indicator_rows(["2022Q1", "beta", "output_growth", "6.0"]))
    assert {row["source"] for row in facts.values()} == {""}


def test_a_rank_without_an_earlier_one_says_so(told):
    rows = indicator_rows(["2022Q1", "alpha", "output_growth", "5.0"])
    change = told(indicators=rows)["rank_change.output_growth.province.same_period_last_year"]
    assert (change["value"], change["part"], change["whole"]) == (None, 1, None)
    assert change["note"] == "no rank in the base period"


def test_a_change_inside_a_group_whose_members_changed_is_missing_and_says_so(told):
    groups = [
        ["scheme", "group", "city", "first_year", "last_year", "source"],
        ["assessment_group", "one", "alpha", "2021", "2022", "s"],
        ["assessment_group", "one", "beta", "2021", "2022", "s"],
        ["assessment_group", "one", "gamma", "2022", "2022", "s"],
    ]
    facts = told(indicators=RANKED, groups=groups)
    assert figure(facts["rank.output_growth.assessment_group"])[0] == 3
    change = facts["rank_change.output_growth.assessment_group.same_period_last_year"]
    assert (change["value"], change["note"]) == (None, "the group's members changed")
    assert facts["rank_change.output_growth.province.same_period_last_year"]["value"] == -2


# Growth of amounts.


def test_nominal_growth_is_only_a_note_beside_the_published_growth(told):
    rows = indicator_rows(
        ["2021Q1", "alpha", "gdp", "200.0"],
        ["2022Q1", "alpha", "gdp", "250.0"],
        ["2022Q1", "alpha", "gdp_growth", "6.1"],
    )
    facts = told(dictionary=WITH_GDP, indicators=rows)
    assert facts["value.gdp_growth"]["value"] == 0.061
    assert facts["value.gdp_growth"]["note"] == ""
    nominal = facts["yoy_growth.gdp"]
    assert (nominal["value"], nominal["part"], nominal["whole"]) == (0.25, 250, 200)
    assert nominal["note"] == "nominal: the published growth rules"
    assert "yoy_growth.gdp_growth" not in facts


def test_growth_stands_alone_where_none_is_published(told):
    rows = indicator_rows(["2021Q1", "alpha", "gdp", "200.0"], ["2022Q1", "alpha", "gdp", "250.0"])
    row = told(dictionary=WITH_GDP, indicators=rows)["yoy_growth.gdp"]
    assert (row["value"], row["base_period"], row["note"]) == (0.25, "2021M01-M03", "nominal")


@pytest.mark.parametrize(
    ("before", "whole", "note"),
    [("0", 0, "base is zero"), ("0.0", 0, "base is zero"), ("-5.0", -5, "base is negative"), ("", None, "no base")],
)
def test_a_base_that_nothing_grows_from_gives_no_growth_and_says_why(told, before, whole, note):
    rows = indicator_rows(["2021Q1", "alpha", "gdp", before], ["2022Q1", "alpha", "gdp", "250.0"])
    row = told(dictionary=WITH_GDP, indicators=rows)["yoy_growth.gdp"]
    assert (row["value"], row["part"], row["whole"], row["note"]) == (None, 250, whole, note)


def test_the_base_is_the_same_months_of_the_year_before(told):
    rows = indicator_rows(
        ["2021M01-M12", "alpha", "gdp", "900.0"],
        ["2021Q1", "beta", "gdp", "500.0"],
        ["2021Q1", "alpha", "gdp", "200.0"],
        ["2022Q1", "beta", "gdp", "600.0"],
        ["2022Q1", "alpha", "gdp", "250.0"],
    )
    assert told(dictionary=WITH_GDP, indicators=rows)["yoy_growth.gdp"]["value"] == 0.25


def test_the_province_has_values_and_no_rank(told):
    rows = indicator_rows(["2022Q1", "province", "output_growth", "6.0"], ["2022Q1", "alpha", "output_growth", "5.0"])
    assert values(told(city="全省", indicators=rows)) == {"value.output_growth": 0.06}


@pytest.mark.parametrize("name", ["published", "sample"])
def test_the_facts_of_a_year_worked_out_at_once_are_those_of_each_briefing(name):
    workspace = zj.open_workspace(name)
    periods, cities = workspace.periods()[::3], ["province", *workspace["cities"]["city"][::6]]
    for year in {period.year for period in periods}:
        together = all_of_year(workspace, year)
        for period, city in itertools.product([one for one in periods if one.year == year], cities):
            rows = as_rows(facts_of(workspace, period, city, together), city=city, is_sample=workspace.is_sample)
            told = zj.facts(workspace, period, city=city).to_dict("records")
            assert rows == [{key: None if pd.isna(one) else one for key, one in row.items()} for row in told]
