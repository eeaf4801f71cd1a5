"""League tables, from a stranger's folder of hand-made figures and from the published ones."""

from __future__ import annotations

import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY

HEADER = ["period", "city", "indicator", "value", "source"]
COLUMNS = ["city", "value", "rank", "of", "rank_before", "rank_change"]

# Fourteen made-up cities: three tie, c04's value is blank, c06 has no row, the province has one.
FOURTEEN = [CITIES[0], *([f"c{n:02d}", f"第{n}市", f"City {n}", f"9901{n:02d}", str(n)] for n in range(1, 15))]
PRINTED = {
    "province": "6.0", "c01": "5.0", "c02": "7.5", "c03": "7.5", "c04": "", "c05": "9.1", "c07": "-1.2", "c08": "0.0",
    "c09": "3.3", "c10": "12.0", "c11": "4.4", "c12": "7.5", "c13": "1.0", "c14": "2.2",
}  # fmt: skip

# Five made-up cities in two groups; the south takes in epsilon in 2022.
FIVE = [*CITIES, ["delta", "丁市", "Delta", "990400", "4"], ["epsilon", "戊市", "Epsilon", "990500", "5"]]
GROUPS = [
    ["scheme", "group", "city", "first_year", "last_year", "source"],
    ["clubs", "south", "gamma", "2021", "2022", "s"],
    ["clubs", "south", "delta", "2021", "2022", "s"],
    ["clubs", "south", "epsilon", "2022", "2022", "s"],
    ["clubs", "north", "alpha", "2021", "2022", "s"],
    ["clubs", "north", "beta", "2021", "2022", "s"],
]
IN_GROUPS = {
    "2021Q1": {"alpha": "7", "beta": "6", "gamma": "1", "delta": "2", "epsilon": "9"},
    "2022Q1": {"alpha": "5", "beta": "6", "gamma": "3", "delta": "4", "epsilon": "4"},
}

# Three made-up cities over several periods, each with another order.
OVER_TIME = {
    "2020M01-M12": {"alpha": "1", "beta": "3", "gamma": "2"},
    "2021M01-M02": {"alpha": "3", "beta": "2", "gamma": "1"},
    "2021M01-M12": {"alpha": "2", "beta": "1", "gamma": "3"},
    "2022M01-M02": {"alpha": "9", "beta": "8", "gamma": "7"},
    "2022M01-M04": {"alpha": "7", "beta": "8", "gamma": "9"},
    "2022M03": {"alpha": "9", "beta": "7", "gamma": "8"},
}


@pytest.fixture
def opened(folder):
    """A function that opens a workspace of such cities with the values by period and city."""

    def open_with(cities, values, *, indicator="output_growth", **tables):
        rows = [[period, city, indicator, text, "s"] for period, told in values.items() for city, text in told.items()]
        return zj.open_workspace(folder(cities=cities, dictionary=DICTIONARY, indicators=[HEADER, *rows], **tables))

    return open_with


def rows(table):
    """The table as tuples, missing as None."""
    return [tuple(row) for row in table.astype(object).where(table.notna(), None).to_numpy().tolist()]


def changes(table):
    return {row.city: (row.rank_before, row.rank_change) for row in table.itertuples()}


def test_a_strangers_folder_of_three_tables_ranks_at_once(opened):
    table = zj.league_table(opened(FOURTEEN, {"2022Q1": PRINTED}), "output_growth", "2022Q1")
    assert list(table.columns) == COLUMNS
    assert rows(table) == [
        ("c10", 0.12, 1, 12, None, None),
        ("c05", 0.091, 2, 12, None, None),
        ("c02", 0.075, 3, 12, None, None),
        ("c03", 0.075, 3, 12, None, None),
        ("c12", 0.075, 3, 12, None, None),
        ("c01", 0.05, 6, 12, None, None),
        ("c11", 0.044, 7, 12, None, None),
        ("c09", 0.033, 8, 12, None, None),
        ("c14", 0.022, 9, 12, None, None),
        ("c13", 0.01, 10, 12, None, None),
        ("c08", 0.0, 11, 12, None, None),
        ("c07", -0.012, 12, 12, None, None),
        ("c04", None, None, 12, None, None),
        ("c06", None, None, 12, None, None),
    ]


def test_ranks_are_whole_numbers_that_may_be_missing(opened):
    table = zj.league_table(opened(FOURTEEN, {"2022Q1": PRINTED}), "output_growth", "2022Q1")
    assert table.dtypes[["value", "rank", "of", "rank_before", "rank_change"]].astype(str).tolist() == [
        "Float64",
        "Int64",
        "Int64",
        "Int64",
        "Int64",
    ]


def test_the_order_of_the_rows_in_the_file_changes_nothing(opened):
    straight = zj.league_table(opened(FOURTEEN, {"2022Q1": PRINTED}), "output_growth", "2022Q1")
    turned = dict(reversed(PRINTED.items()))
    assert rows(zj.league_table(opened(FOURTEEN, {"2022Q1": turned}), "output_growth", "2022Q1")) == rows(straight)


def test_the_lowest_value_ranks_first_where_lower_is_better(opened):
    values = {"2022Q1": {"alpha": "300", "beta": "100", "gamma": "300"}}
    workspace = opened(CITIES, values, indicator="energy_use")
    assert rows(zj.league_table(workspace, "energy_use", "2022Q1")) == [
        ("beta", 100.0, 1, 3, None, None),
        ("alpha", 300.0, 2, 3, None, None),
        ("gamma", 300.0, 2, 3, None, None),
    ]


def test_a_city_without_a_value_is_not_ranked_where_lower_is_better(opened):
    values = {"2022Q1": {"alpha": "300", "beta": "", "gamma": "200"}}
    workspace = opened(CITIES, values, indicator="energy_use")
    assert rows(zj.league_table(workspace, "energy_use", "2022Q1")) == [
        ("gamma", 200.0, 1, 2, None, None),
        ("alpha", 300.0, 2, 2, None, None),
        ("beta", None, None, 2, None, None),
    ]


def test_in_groups_cities_rank_among_their_members_and_a_changed_group_has_no_change(opened):
    workspace = opened(FIVE, IN_GROUPS, groups=GROUPS)
    table = zj.league_table(workspace, "output_growth", "2022Q1", scope="clubs")
    assert list(table.columns) == [*COLUMNS, "group"]
    assert rows(table) == [
        ("beta", 0.06, 1, 2, 2, 1, "north"),
        ("alpha", 0.05, 2, 2, 1, -1, "north"),
        ("delta", 0.04, 1, 3, None, None, "south"),
        ("epsilon", 0.04, 1, 3, None, None, "south"),
        ("gamma", 0.03, 3, 3, None, None, "south"),
    ]


def test_in_groups_only_that_years_members_are_there(opened):
    workspace = opened(FIVE, IN_GROUPS, groups=GROUPS)
    table = zj.league_table(workspace, "output_growth", "2021Q1", scope="clubs")
    assert table[["city", "rank", "of", "group"]].to_numpy().tolist() == [
        ["alpha", 1, 2, "north"],
        ["beta", 2, 2, "north"],
        ["delta", 1, 2, "south"],
        ["gamma", 2, 2, "south"],
    ]


def test_in_the_province_a_changed_group_matters_not(opened):
    workspace = opened(FIVE, IN_GROUPS, groups=GROUPS)
    assert changes(zj.league_table(workspace, "output_growth", "2022Q1")) == {
        "beta": (3, 2),
        "alpha": (2, 0),
        "delta": (4, 1),
        "epsilon": (1, -2),
        "gamma": (5, 0),
    }


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("same_period_last_year", {"alpha": (1, -2), "beta": (2, 0), "gamma": (3, 2)}),
        ("last_year", {"alpha": (2, -1), "beta": (3, 1), "gamma": (1, 0)}),
        ("previous_period", {"alpha": (1, -2), "beta": (2, 0), "gamma": (3, 2)}),
    ],
)
def test_the_change_is_measured_against_the_base_that_is_named(opened, base, expected):
    values = OVER_TIME | {"2021M01-M04": {"alpha": "30", "beta": "20", "gamma": "10"}}
    table = zj.league_table(opened(CITIES, values), "output_growth", "2022M01-M04", base=base)
    assert changes(table) == expected


def test_the_same_period_of_last_year_is_the_base_unless_another_is_named(opened):
    table = zj.league_table(opened(CITIES, OVER_TIME), "output_growth", "2022M01-M02")
    assert changes(table) == {"alpha": (1, 0), "beta": (2, 0), "gamma": (3, 0)}


def test_the_previous_period_of_the_first_in_a_year_is_the_last_of_the_year_before(opened):
    table = zj.league_table(opened(CITIES, OVER_TIME), "output_growth", "2022M01-M02", base="previous_period")
    assert changes(table) == {"alpha": (2, 1), "beta": (3, 1), "gamma": (1, -2)}


def test_a_single_month_is_not_the_previous_period_of_a_cumulative_one(opened):
    values = {
        "2022M01-M02": {"alpha": "3", "beta": "2", "gamma": "1"},
        "2022M03": {"alpha": "1", "beta": "2", "gamma": "3"},
        "2022M01-M03": {"alpha": "3", "beta": "2", "gamma": "1"},
    }
    table = zj.league_table(opened(CITIES, values), "output_growth", "2022Q1", base="previous_period")
    assert changes(table) == {"alpha": (1, 0), "beta": (2, 0), "gamma": (3, 0)}


def test_the_first_period_of_all_has_no_previous_one(opened):
    table = zj.league_table(opened(CITIES, OVER_TIME), "output_growth", "2020M01-M12", base="previous_period")
    assert table["rank_before"].isna().tolist() == [True, True, True]
    assert table["rank_change"].isna().tolist() == [True, True, True]


def test_a_city_without_an_earlier_value_has_a_rank_and_no_change(opened):
    values = {"2021Q1": {"alpha": "1", "beta": ""}, "2022Q1": {"alpha": "1", "beta": "2", "gamma": "3"}}
    assert rows(zj.league_table(opened(CITIES, values), "output_growth", "2022Q1")) == [
        ("gamma", 0.03, 1, 3, None, None),
        ("beta", 0.02, 2, 3, None, None),
        ("alpha", 0.01, 3, 3, 1, -2),
    ]


def test_an_unknown_period_is_refused_with_those_that_exist(opened):
    with pytest.raises(zj.UnknownNameError) as caught:
        zj.league_table(opened(CITIES, OVER_TIME), "output_growth", "2022M01-M05")
    message = str(caught.value)
    assert message.startswith("unknown period of output_growth '2022M01-M05'; nearest: ")
    assert message.endswith(
        "valid: 2022M03, 2022M01-M04, 2022M01-M02, 2021M01-M12, 2021M01-M02, 2020M01-M12",
    )


def test_a_period_that_is_none_is_refused(opened):
    with pytest.raises(zj.PeriodError, match=r"^cannot read '2022Q5' as a period; accepted: "):
        zj.league_table(opened(CITIES, OVER_TIME), "output_growth", "2022Q5")


def test_an_unknown_indicator_is_refused(opened):
    with pytest.raises(zj.UnknownNameError, match=r"^unknown indicator 'price'; valid: output_growth, energy_use$"):
        zj.league_table(opened(CITIES, OVER_TIME), "price", "2022M01-M04")


def test_an_unknown_scope_is_refused_with_those_that_exist(opened):
    workspace = opened(FIVE, IN_GROUPS, groups=GROUPS)
    with pytest.raises(zj.UnknownNameError) as caught:
        zj.league_table(workspace, "output_growth", "2022Q1", scope="teams")
    assert str(caught.value) == "unknown scope in 2022 'teams'; valid: province, clubs"


def test_a_scope_that_had_no_members_that_year_is_refused(opened):
    workspace = opened(FIVE, {"2020Q1": {"alpha": "1"}}, groups=GROUPS)
    with pytest.raises(zj.UnknownNameError, match=r"^unknown scope in 2020 'clubs'"):
        zj.league_table(workspace, "output_growth", "2020Q1", scope="clubs")


def test_zhangjiajie_and_huaihua_share_fourth_place_by_gdp_growth_of_2016(published):
    table = zj.league_table(published, "gdp_growth", "2016M01-M12")
    assert rows(table) == [
        ("changsha", 0.094, 1, 14, 1, 0),
        ("xiangtan", 0.082, 2, 14, 2, 0),
        ("chenzhou", 0.082, 2, 14, 9, 7),
        ("zhangjiajie", 0.081, 4, 14, 9, 5),
        ("huaihua", 0.081, 4, 14, 9, 5),
        ("changde", 0.08, 6, 14, 6, 0),
        ("yongzhou", 0.08, 6, 14, 5, -1),
        ("zhuzhou", 0.079, 8, 14, 4, -4),
        ("hengyang", 0.079, 8, 14, 6, -2),
        ("shaoyang", 0.079, 8, 14, 2, -6),
        ("yueyang", 0.078, 11, 14, 6, -5),
        ("yiyang", 0.078, 11, 14, 12, 1),
        ("loudi", 0.076, 13, 14, 14, 1),
        ("xiangxi", 0.069, 14, 14, 13, -1),
    ]


def test_an_indicator_may_be_asked_for_by_its_name_and_the_period_in_words(published):
    by_key = zj.league_table(published, "gdp_growth", "2016M01-M12")
    assert rows(zj.league_table(published, "地区生产总值增速", "2016年全年")) == rows(by_key)


def test_no_table_is_changed_by_ranking(opened):
    workspace = opened(FIVE, IN_GROUPS, groups=GROUPS)
    before = {name: table.copy() for name, table in workspace.tables.items()}
    zj.league_table(workspace, "output_growth", "2022Q1", scope="clubs")
    assert all(workspace[name].equals(table) for name, table in before.items())
