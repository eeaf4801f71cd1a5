"""Every way a table can be wrong: where the fault is, what was found and which rule it breaks, all at once."""

from __future__ import annotations

import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY
from zjjstats.errors import Fault

INDICATORS = ["period", "city", "indicator", "value", "source"]
COUNTS = ["period", "city", "programme", "kind", "planned", "started", "source"]
ENTRIES = ["period", "city", "database", "entries", "source"]
BULLETIN = ["period", "city", "indicator", "scope", "rank", "places_gained", "base", "source"]
GROUPS = ["scheme", "group", "city", "first_year", "last_year", "source"]
PROJECTS = [
    *("project", "name", "city", "county", "programme", "sector", "investment_cny_1e4"),
    *("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on", "completed_on", "source"),
]
GOOD = ["2022Q1", "alpha", "output_growth", "8.1", "s"]

NUMBER = "must be a number such as 1234.5, without separators, units or signs such as %"
WHOLE = "must be a whole number such as 15, without separators or units"
PERIOD = (
    "must be a period: 2022Q1, 2022H1, 2022M01-M02, 2022M05, 2022年1-2月, 2022年1—3月, 2022年5月, "
    "2022年一季度, 2022年上半年, 2022年前三季度, 2022年全年"
)
NO_ROWS = "has no rows; leave the file out if there is nothing to tell"


@pytest.fixture
def faults_of(folder):
    """A function that writes good cities and dictionary and the given tables, and gives the faults found."""

    def faults(raw=None, **tables):
        place = folder(**{"cities": CITIES, "dictionary": DICTIONARY} | tables)
        for name, content in (raw or {}).items():
            (place / f"{name}.csv").write_bytes(content)
        with pytest.raises(zj.DataError) as caught:
            zj.open_workspace(place)
        return caught.value.faults

    return faults


def raw_indicators(*lines):
    return {"indicators": "\n".join([",".join(INDICATORS), *lines, ""]).encode()}


def project(number, *dates):
    return [number, "plant", "alpha", "", "works", "", "100", *dates, "s"]


# The file as a whole.


def test_an_unbalanced_quote_is_a_fault_at_the_row_where_it_opens(faults_of):
    lines = ["2022Q1,alpha,output_growth,8.1,s", '2022Q1,beta,output_growth,8.1,"s', "2022Q1,gamma,output_growth,8.1,s"]
    assert faults_of(raw_indicators(*lines)) == [
        Fault("indicators.csv", 3, "", "", "is not well-formed CSV: unexpected end of data")
    ]


def test_text_after_a_closing_quote_is_a_fault(faults_of):
    assert faults_of(raw_indicators('2022Q1,alpha,output_growth,8.1,"s"x')) == [
        Fault("indicators.csv", 2, "", "", "is not well-formed CSV: ',' expected after '\"'")
    ]


def test_a_row_with_too_many_cells_is_a_fault(faults_of):
    lines = ["2022Q1,alpha,output_growth,8.1,s", "2022Q1,beta,output_growth,8,1,s"]
    assert faults_of(raw_indicators(*lines)) == [
        Fault("indicators.csv", 3, "", "2022Q1,beta,output_growth,8,1,s", "has 6 cells where the header has 5")
    ]


def test_a_row_with_too_few_cells_is_a_fault(faults_of):
    lines = ["2022Q1,alpha,output_growth,8.1,s", "2022Q1,beta,output_growth"]
    assert faults_of(raw_indicators(*lines)) == [
        Fault("indicators.csv", 3, "", "2022Q1,beta,output_growth", "has 3 cells where the header has 5")
    ]


def test_every_row_of_another_length_is_named(faults_of):
    lines = ["2022Q1,alpha,output_growth,8.1", "2022Q1,beta,output_growth,8.1,s", "2022Q1,gamma,output_growth,8.1,s,s"]
    faults = faults_of(raw_indicators(*lines))
    assert [(fault.row, fault.rule) for fault in faults] == [
        (2, "has 4 cells where the header has 5"),
        (4, "has 6 cells where the header has 5"),
    ]


def test_a_nul_byte_is_a_fault(faults_of):
    lines = ["2022Q1,alpha,output_growth,8.1,s", "2022Q1,be\0ta,output_growth,8.1,s"]
    assert faults_of(raw_indicators(*lines)) == [
        Fault("indicators.csv", 3, "", "\0", "a NUL byte does not belong in a text file")
    ]


def test_text_in_gbk_is_a_fault_that_says_how_to_save_the_file(faults_of):
    content = "period,city,indicator,value,source\n2022Q1,alpha,output_growth,8.1,s\n2022Q1,乙市,output_growth,8.1,s\n"
    assert faults_of({"indicators": content.encode("gbk")}) == [
        Fault(
            "indicators.csv",
            3,
            "",
            "b'\\xd2\\xd2\\xca\\xd0'",
            "is not UTF-8 (saved as GBK? save it as CSV UTF-8)",
        )
    ]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n"])
@pytest.mark.parametrize("table", ["indicators", "entries"])
def test_an_empty_file_is_one_fault(faults_of, table, content):
    rule = "is empty; leave the file out if there is nothing to tell"
    assert faults_of({table: content}) == [Fault(f"{table}.csv", 0, "", "", rule)]


@pytest.mark.parametrize(("table", "header"), [("indicators", INDICATORS), ("entries", ENTRIES), ("groups", GROUPS)])
def test_a_header_without_rows_is_a_fault(faults_of, table, header):
    assert faults_of(**{table: [header]}) == [Fault(f"{table}.csv", 1, "", "", NO_ROWS)]


def test_an_empty_folder_is_refused_with_the_tables_it_might_hold(tmp_path):
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(tmp_path)
    (fault,) = caught.value.faults
    assert fault.file == str(tmp_path)
    assert fault.rule.startswith("holds none of the tables cities.csv, dictionary.csv, indicators.csv, ")


def test_a_name_that_stands_twice_in_the_header_is_a_fault(faults_of):
    rows = [[*INDICATORS, "value"], [*GOOD, "8.2"]]
    assert faults_of(indicators=rows) == [
        Fault("indicators.csv", 1, "value", "", "stands more than once in the header")
    ]


def test_a_missing_column_is_a_fault(faults_of):
    rows = [[name for name in INDICATORS if name != "value"], ["2022Q1", "alpha", "output_growth", "s"]]
    assert faults_of(indicators=rows) == [Fault("indicators.csv", 1, "value", "", "the column is missing")]


def test_every_missing_column_is_named(faults_of):
    assert faults_of(entries=[["period", "city", "source"], ["2022Q1", "alpha", "s"]]) == [
        Fault("entries.csv", 1, "database", "", "the column is missing"),
        Fault("entries.csv", 1, "entries", "", "the column is missing"),
    ]


def test_tables_without_cities_are_refused(folder):
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(folder(entries=[ENTRIES, ["2022Q1", "alpha", "pool", "5", "s"]]))
    assert caught.value.faults == [Fault("cities.csv", 0, "", "", "is needed by the other tables and is missing")]


def test_indicators_without_a_dictionary_are_refused(folder):
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(folder(cities=CITIES, indicators=[INDICATORS, GOOD]))
    fault = Fault("dictionary.csv", 0, "", "", "is needed by the other tables and is missing")
    assert fault in caught.value.faults


# A cell.


@pytest.mark.parametrize(
    "text", ["12,3", "1e400", "nan", "inf", "８.1", "12%", "—", "1 234", "0x1F", "1_000", "8.", "-"]
)
def test_what_is_no_plain_number_is_a_fault(faults_of, text):
    rows = [INDICATORS, GOOD, ["2022Q1", "beta", "output_growth", text, "s"]]
    assert faults_of(indicators=rows) == [Fault("indicators.csv", 3, "value", text, NUMBER)]


@pytest.mark.parametrize("text", ["2.5", "5.0", "five", "５", "1,000", "5个"])
def test_what_is_no_whole_number_is_a_fault_where_things_are_counted(faults_of, text):
    rows = [ENTRIES, ["2022Q1", "alpha", "pool", text, "s"]]
    assert faults_of(entries=rows) == [Fault("entries.csv", 2, "entries", text, WHOLE)]


@pytest.mark.parametrize("text", ["2022Q5", "2022", "2022M13", "2022M02-M03", "2022年", "Q1 2022", "2022年1-2"])
def test_what_is_no_period_is_a_fault_that_shows_what_is_accepted(faults_of, text):
    rows = [ENTRIES, [text, "alpha", "pool", "5", "s"]]
    assert faults_of(entries=rows) == [Fault("entries.csv", 2, "period", text, PERIOD)]


def test_an_unknown_city_is_a_fault_with_the_nearest_name(faults_of):
    rows = [INDICATORS, GOOD, ["2022Q1", "gama", "output_growth", "8.1", "s"]]
    rule = "unknown city 'gama'; nearest: gamma; valid: province, alpha, beta, gamma"
    assert faults_of(indicators=rows) == [Fault("indicators.csv", 3, "city", "gama", rule)]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("indicators", [INDICATORS, GOOD, ["2022Q1", "beta", "outputgrowth", "8.1", "s"]]),
        (
            "bulletin",
            [
                BULLETIN,
                ["2022Q1", "alpha", "output_growth", "province", "2", "", "", "s"],
                ["2022Q1", "beta", "outputgrowth", "province", "2", "", "", "s"],
            ],
        ),
    ],
)
def test_an_unknown_indicator_is_a_fault_with_the_nearest_name(faults_of, table, rows):
    (fault,) = faults_of(**{table: rows})
    assert (fault.file, fault.row, fault.column, fault.value) == (f"{table}.csv", 3, "indicator", "outputgrowth")
    assert fault.rule.startswith(
        "must be a key of dictionary.csv: unknown indicator 'outputgrowth'; nearest: output_growth; valid: "
    )


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2022/03/31", "must be a day such as 2022-03-31"),
        ("2022-3-31", "must be a day such as 2022-03-31"),
        ("20220331", "must be a day such as 2022-03-31"),
        ("2022-02-30", "must be a day of the calendar"),
        ("2022-13-01", "must be a day of the calendar"),
        ("0000-00-00", "must be a day of the calendar"),
    ],
)
def test_what_is_no_day_is_a_fault(faults_of, text, rule):
    rows = [[*INDICATORS, "published_on"], [*GOOD, text]]
    assert faults_of(indicators=rows) == [Fault("indicators.csv", 2, "published_on", text, rule)]


@pytest.mark.parametrize("text", ["yes", "1", "是", "T"])
def test_what_is_neither_true_nor_false_is_a_fault(faults_of, text):
    rows = [*DICTIONARY, ["price", "价格", "Price", "yuan", "1", text]]
    assert faults_of(dictionary=rows) == [Fault("dictionary.csv", 4, "higher_is_better", text, "must be true or false")]


def test_an_empty_cell_where_a_value_is_needed_is_a_fault(faults_of):
    rows = [ENTRIES, ["2022Q1", "alpha", "pool", "", "s"]]
    assert faults_of(entries=rows) == [Fault("entries.csv", 2, "entries", "", "must not be empty")]


def test_a_blank_is_as_empty_as_nothing(faults_of):
    rows = [ENTRIES, ["2022Q1", "alpha", "  ", "5", "s"]]
    assert faults_of(entries=rows) == [Fault("entries.csv", 2, "database", "", "must not be empty")]


def test_a_negative_count_is_a_fault(faults_of):
    rows = [ENTRIES, ["2022Q1", "alpha", "pool", "-1", "s"]]
    assert faults_of(entries=rows) == [Fault("entries.csv", 2, "entries", "-1", "must be 0 or more")]


def test_a_negative_count_of_projects_is_a_fault(faults_of):
    rows = [COUNTS, ["2022Q1", "alpha", "works", "all", "5", "-1", "s"]]
    assert faults_of(project_counts=rows) == [Fault("project_counts.csv", 2, "started", "-1", "must be 0 or more")]


def test_an_unknown_kind_of_project_is_a_fault(faults_of):
    rows = [COUNTS, ["2022Q1", "alpha", "works", "old", "5", "4", "s"]]
    assert faults_of(project_counts=rows) == [
        Fault("project_counts.csv", 2, "kind", "old", "must be one of all, new, due")
    ]


@pytest.mark.parametrize("key", ["Delta", "新市", "new city", "_x"])
def test_a_key_that_is_not_plain_ascii_is_a_fault(faults_of, key):
    rows = [*CITIES, [key, "丁市", "Delta City", "990400", "4"]]
    rule = "must be lower-case ASCII letters, digits, _ or -"
    assert faults_of(cities=rows) == [Fault("cities.csv", 5, "city", key, rule)]


def test_a_city_must_not_be_called_province(faults_of):
    rows = [*CITIES, ["province", "丁市", "Delta", "990400", "4"]]
    rule = "must not be province, which means the whole province"
    assert faults_of(cities=rows) == [Fault("cities.csv", 5, "city", "province", rule)]


def test_an_order_below_one_is_a_fault(faults_of):
    rows = [*CITIES, ["delta", "丁市", "Delta", "990400", "0"]]
    assert faults_of(cities=rows) == [Fault("cities.csv", 5, "order", "0", "must be 1 or more")]


# Between the cells of a row.


def test_more_started_than_planned_is_a_fault(faults_of):
    rows = [
        COUNTS,
        ["2022Q1", "alpha", "works", "all", "5", "5", "s"],
        ["2022Q1", "beta", "works", "all", "5", "6", "s"],
        ["2022Q1", "gamma", "works", "all", "", "6", "s"],
    ]
    assert faults_of(project_counts=rows) == [Fault("project_counts.csv", 3, "started", "6", "must not exceed planned")]


def test_rank_zero_is_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "province", "0", "", "", "s"]]
    assert faults_of(bulletin=rows) == [Fault("bulletin.csv", 2, "rank", "0", "must be 1 or more")]


def test_places_lost_beyond_the_first_place_are_a_fault(faults_of):
    rows = [
        BULLETIN,
        ["2022Q1", "alpha", "output_growth", "province", "3", "-2", "last_year", "s"],
        ["2022Q1", "beta", "output_growth", "province", "3", "-3", "last_year", "s"],
    ]
    assert faults_of(bulletin=rows) == [
        Fault("bulletin.csv", 3, "places_gained", "-3", "gives an earlier rank below 1")
    ]


def test_places_gained_without_a_base_are_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "province", "1", "2", "", "s"]]
    rule = "must say what places_gained is measured against: same_period_last_year, last_year, previous_period"
    assert faults_of(bulletin=rows) == [Fault("bulletin.csv", 2, "base", "", rule)]


def test_an_unknown_base_is_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "province", "1", "2", "2021", "s"]]
    rule = "must be one of same_period_last_year, last_year, previous_period"
    assert faults_of(bulletin=rows) == [Fault("bulletin.csv", 2, "base", "2021", rule)]


def test_a_bulletin_row_that_tells_nothing_is_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "province", "", "", "", "s"]]
    assert faults_of(bulletin=rows) == [
        Fault("bulletin.csv", 2, "rank", "", "must hold a rank, or places_gained a change")
    ]


def test_a_membership_that_ends_before_it_begins_is_a_fault(faults_of):
    rows = [GROUPS, ["clubs", "north", "alpha", "2022", "2021", "s"], ["clubs", "north", "beta", "2022", "2022", "s"]]
    assert faults_of(groups=rows) == [Fault("groups.csv", 2, "last_year", "2021", "must not be before first_year")]


@pytest.mark.parametrize(
    ("first", "last", "column", "value", "rule"),
    [
        ("soon", "2021", "first_year", "soon", WHOLE),
        ("2020", "", "last_year", "", "must not be empty"),
        ("1900", "2021", "first_year", "1900", "must be 1949 or more"),
    ],
)
def test_a_year_of_membership_that_cannot_be_is_a_fault(faults_of, first, last, column, value, rule):
    rows = [GROUPS, ["clubs", "north", "alpha", first, last, "s"]]
    assert faults_of(groups=rows) == [Fault("groups.csv", 2, column, value, rule)]


@pytest.mark.parametrize(
    ("dates", "column", "earlier"),
    [
        (["2022-03-01", "2022-02-28", "", "", "", ""], "planned_completion", "planned_start"),
        (["2022-03-01", "", "2022-03-02", "2022-03-01", "", ""], "suspended_on", "started_on"),
        (["2022-03-01", "", "2022-03-02", "2022-04-01", "2022-03-31", ""], "resumed_on", "suspended_on"),
        (["2022-03-01", "", "2022-03-02", "", "", "2022-03-01"], "completed_on", "started_on"),
    ],
)
def test_a_project_whose_dates_run_backwards_is_a_fault(faults_of, dates, column, earlier):
    value = dates[["planned_start", "planned_completion", "started_on", *PROJECTS[10:13]].index(column)]
    assert faults_of(projects=[PROJECTS, project("P1", *dates)]) == [
        Fault("projects.csv", 2, column, value, f"must not be before {earlier}")
    ]


def test_a_project_completed_that_never_started_is_no_fault(folder):
    rows = [PROJECTS, project("P1", "2022-03-01", "2022-03-01", "", "", "", "2022-02-01")]
    assert len(zj.open_workspace(folder(cities=CITIES, projects=rows))["projects"]) == 1


def test_negative_investment_is_a_fault(faults_of):
    row = project("P1", "", "", "", "", "", "")
    rows = [PROJECTS, [*row[:6], "-0.5", *row[7:]]]
    assert faults_of(projects=rows) == [Fault("projects.csv", 2, "investment_cny_1e4", "-0.5", "must be 0 or more")]


# Between rows.


def test_both_rows_of_a_repeated_key_are_named_however_it_is_written(faults_of):
    rows = [INDICATORS, GOOD, ["2022Q1", "beta", *GOOD[2:]], ["2022年1—3月", "甲市", *GOOD[2:]]]
    key = "period=2022M01-M03, city=alpha, indicator=output_growth"
    assert faults_of(indicators=rows) == [
        Fault("indicators.csv", 2, "period, city, indicator", key, "the key occurs more than once"),
        Fault("indicators.csv", 4, "period, city, indicator", key, "the key occurs more than once"),
    ]


def test_an_indicator_that_stands_twice_in_the_dictionary_is_a_fault(faults_of):
    rows = [*DICTIONARY, DICTIONARY[1]]
    assert faults_of(dictionary=rows, indicators=[INDICATORS, GOOD]) == [
        Fault("dictionary.csv", 2, "indicator", "indicator=output_growth", "the key occurs more than once"),
        Fault("dictionary.csv", 4, "indicator", "indicator=output_growth", "the key occurs more than once"),
    ]


def test_memberships_of_one_city_that_overlap_in_time_are_a_fault(faults_of):
    rows = [GROUPS, ["clubs", "north", "alpha", "2020", "2022", "s"], ["clubs", "south", "alpha", "2022", "2023", "s"]]
    assert {(fault.file, fault.row) for fault in faults_of(groups=rows)} & {("groups.csv", 2), ("groups.csv", 3)}


def test_two_cities_with_one_name_are_a_fault_in_both_rows(faults_of):
    rows = [*CITIES, ["delta", "甲市", "Delta", "990400", "4"]]
    assert faults_of(cities=rows) == [
        Fault("cities.csv", 2, "name_zh", "甲市", "must occur once"),
        Fault("cities.csv", 5, "name_zh", "甲市", "must occur once"),
    ]


# All at once, and on the right line.


def test_faults_of_several_files_are_all_in_one_message(folder):
    place = folder(
        cities=CITIES,
        dictionary=DICTIONARY,
        indicators=[INDICATORS, ["2022Q5", "alfa", "output_growth", "12%", "s"], ["2022Q1", *GOOD[1:3], "—", "s"]],
        project_counts=[COUNTS, ["2022Q1", "alpha", "works", "all", "5", "6", "s"]],
        entries=[ENTRIES, ["2022Q1", "alpha", "pool", "-5", "s"]],
        groups=[GROUPS[:-1], ["clubs", "north", "alpha", "2022", "2023"]],
    )
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(place)
    unknown = "unknown city 'alfa'; nearest: alpha; valid: province, alpha, beta, gamma"
    assert str(caught.value) == "\n".join(
        [
            "7 faults in the tables:",
            "  entries.csv:2, column entries: found '-5': must be 0 or more",
            "  groups.csv:1, column source: the column is missing",
            f"  indicators.csv:2, column city: found 'alfa': {unknown}",
            f"  indicators.csv:2, column period: found '2022Q5': {PERIOD}",
            f"  indicators.csv:2, column value: found '12%': {NUMBER}",
            f"  indicators.csv:3, column value: found '—': {NUMBER}",
            "  project_counts.csv:2, column started: found '6': must not exceed planned",
        ]
    )


def test_a_line_break_inside_quotes_keeps_the_line_numbers_right(faults_of):
    lines = [
        '2022Q1,alpha,output_growth,8.1,"first line',
        "second line",
        'third line"',
        "2022Q1,beta,output_growth,x,s",
    ]
    assert faults_of(raw_indicators(*lines)) == [Fault("indicators.csv", 5, "value", "x", NUMBER)]


def test_a_blank_line_keeps_the_line_numbers_right(faults_of):
    lines = ["2022Q1,alpha,output_growth,8.1,s", "", ",,,,", "2022Q1,beta,output_growth,x,s"]
    assert faults_of(raw_indicators(*lines)) == [Fault("indicators.csv", 5, "value", "x", NUMBER)]


def test_windows_line_ends_keep_the_line_numbers_right(faults_of):
    content = "\r\n".join([",".join(INDICATORS), ",".join(GOOD), "2022Q1,beta,output_growth,x,s", ""])
    assert faults_of({"indicators": content.encode()}) == [Fault("indicators.csv", 3, "value", "x", NUMBER)]


def test_a_fault_of_the_whole_file_has_no_line_in_its_text():
    assert str(Fault("cities.csv", 0, "", "", "is missing")) == "cities.csv: is missing"


def test_a_scope_that_is_no_grouping_is_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "provnce", "1", "", "", "s"]]
    (fault,) = faults_of(bulletin=rows)
    assert (fault.file, fault.row, fault.column, fault.value) == ("bulletin.csv", 2, "scope", "provnce")
    assert "nearest: province" in fault.rule


def test_a_rank_beyond_the_last_city_is_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "province", "4", "", "", "s"]]
    rule = "means a place beyond 3, the number of cities"
    assert faults_of(bulletin=rows) == [Fault("bulletin.csv", 2, "rank", "4", rule)]


def test_an_earlier_rank_beyond_the_last_city_is_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "province", "2", "2", "last_year", "s"]]
    rule = "means a place beyond 3, the number of cities"
    assert faults_of(bulletin=rows) == [Fault("bulletin.csv", 2, "places_gained", "2", rule)]


def test_two_ranks_of_one_thing_are_a_fault_in_both_rows(faults_of):
    rows = [
        BULLETIN,
        ["2022Q1", "alpha", "output_growth", "province", "1", "1", "last_year", "s"],
        ["2022Q1", "alpha", "output_growth", "province", "2", "1", "same_period_last_year", "s"],
    ]
    rule = "differs from another rank of the same period, city, indicator and scope"
    assert faults_of(bulletin=rows) == [
        Fault("bulletin.csv", 2, "rank", "1", rule),
        Fault("bulletin.csv", 3, "rank", "2", rule),
    ]


def test_a_rank_whose_scope_is_left_open_is_a_fault(faults_of):
    rows = [BULLETIN, ["2022Q1", "alpha", "output_growth", "province|assessment_group", "1", "", "", "s"]]
    rule = "must be a single one where a rank is printed"
    assert faults_of(bulletin=rows) == [Fault("bulletin.csv", 2, "scope", "province|assessment_group", rule)]
