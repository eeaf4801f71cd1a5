"""Figures printed in real releases, recomputed from the real tables."""

from __future__ import annotations

import re

import pytest

import zjjstats as zj
from zjjstats.wording import rounded

OPERATIONS = {">": "__gt__", ">=": "__ge__"}
# Printed 42.1; the two counts of the same table, 111 of 264, give 42.0.
ONE_TENTH_OFF = "loudi"


@pytest.fixture(scope="module")
def claims(published):
    return published["claims"]


def cities_over(published, period, expression):
    indicator, operation, threshold = re.fullmatch(r"(\w+)(>=|>)([\d.]+)", expression).groups()
    values = zj.league_table(published, indicator, period)["value"]
    scale = 100 if published.is_percent(indicator) else 1
    return int(getattr(values, OPERATIONS[operation])(float(threshold) / scale).sum())


def test_counts_of_cities_printed_in_the_gdp_releases_come_out(published, claims):
    counted = claims[claims["check"].str.startswith("count(")]
    found = {
        (row.period, row.check): cities_over(published, row.period, row.check[6:-1]) for row in counted.itertuples()
    }
    assert found == {
        ("2015M01-M12", "count(gdp_growth>8)"): 13,
        ("2015M01-M12", "count(gdp>1000)"): 12,
        ("2015M01-M12", "count(gdp>2000)"): 6,
        ("2016M01-M12", "count(gdp>1000)"): 12,
        ("2016M01-M12", "count(gdp_growth>=8)"): 7,
        ("2016M01-M12", "count(gdp>2000)"): 6,
    }
    assert [float(text) for text in counted["printed"]] == [float(count) for count in found.values()]


def test_ranks_printed_in_the_gdp_release_come_out(published, claims):
    ranked = claims[claims["check"].str.startswith("rank(")]
    assert len(ranked) == 3
    for row in ranked.itertuples():
        table = zj.league_table(published, row.check[5:-1], row.period).set_index("city")
        assert table.loc[row.city, "rank"] == int(row.printed)


def test_cities_named_fastest_in_2016_come_first(published):
    table = zj.league_table(published, "gdp_growth", "2016M01-M12")
    assert table["city"].head(3).tolist() == ["changsha", "xiangtan", "chenzhou"]
    assert table["rank"].head(3).tolist() == [1, 2, 2]


def test_zhangjiajie_moved_from_ninth_to_a_shared_fourth_place_in_2016(published):
    table = zj.league_table(published, "gdp_growth", "2016M01-M12").set_index("city")
    assert table.loc["zhangjiajie", ["rank", "rank_before", "rank_change", "of"]].tolist() == [4, 9, 5, 14]
    assert table.loc["huaihua", "rank"] == 4


def test_a_corrected_amount_is_the_one_that_the_bureau_printed(published):
    table = zj.league_table(published, "gdp", "2016M01-M12").set_index("city")
    assert table.loc["changde", "value"] == 2955.54


def completion(published):
    rows = published["indicators"].query("period == '2008M01-M12'")
    wide = rows.pivot_table(index="city", columns="indicator", values="value").reset_index()
    return zj.rate(wide, part="projects_completed", whole="projects_under_construction").set_index("city")


def test_completion_rates_printed_in_the_yearbook_come_out(published):
    rates = completion(published)
    ours = {city: rounded(row.rate * 100, 1) for city, row in rates.iterrows() if city != ONE_TENTH_OFF}
    printed = {city: rounded(rates.loc[city, "project_completion_rate"] * 100, 1) for city in ours}
    assert len(ours) == 14
    assert ours == printed


def test_the_one_completion_rate_that_does_not_follow_from_its_parts_is_known(published):
    row = completion(published).loc[ONE_TENTH_OFF]
    assert (str(rounded(row["rate"] * 100, 1)), str(rounded(row["project_completion_rate"] * 100, 1))) == (
        "42.0",
        "42.1",
    )


@pytest.mark.parametrize(("part", "whole", "printed"), [(291, 316, "92"), (145, 170, "85.3")])
def test_start_rates_of_xiangxi_come_out(published, part, whole, printed):
    facts = zj.facts(published, "2021Q3", city="湘西州")
    (row,) = facts[(facts["part"] == part) & (facts["whole"] == whole)].to_dict("records")
    decimals = len(printed.partition(".")[2])
    assert str(rounded(row["value"] * 100, decimals)) == printed
