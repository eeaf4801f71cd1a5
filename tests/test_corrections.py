"""Corrections: applied where the value seen still stands, refused with the reason everywhere else."""

from __future__ import annotations

import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY
from zjjstats.errors import Fault

INDICATORS = [
    ["period", "city", "indicator", "value", "source", "published_on", "note"],
    ["2016M01-M12", "alpha", "output_growth", "8.1", "reprint", "", ""],
    ["2016M01-M12", "beta", "output_growth", "", "reprint", "", ""],
    ["2016M01-M12", "alpha", "energy_use", "2955.4", "reprint", "2017-02-20", ""],
    ["2015M01-M12", "alpha", "energy_use", "2900.0", "reprint", "", ""],
]
HEADER = ["table", "key", "column", "value_seen", "value_used", "reason", "source"]
KEY = "period=2016M01-M12;city=alpha;indicator=energy_use"


@pytest.fixture
def corrected(folder):
    """A function that opens the workspace with such corrections, each without its reason and source."""

    def open_with(*corrections):
        rows = [HEADER, *([*correction, "misprint", "the bureau's letter"] for correction in corrections)]
        return zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS, corrections=rows))

    return open_with


@pytest.fixture
def refused(corrected):
    """A function that gives the faults of such corrections."""

    def faults_of(*corrections):
        with pytest.raises(zj.DataError) as caught:
            corrected(*corrections)
        return caught.value.faults

    return faults_of


def counts(workspace):
    return workspace.provenance.set_index("table")["corrections"].to_dict()


def test_a_correction_replaces_the_value_and_is_counted(corrected):
    workspace = corrected(["indicators", KEY, "value", "2955.4", "2955.54"])
    assert workspace["indicators"]["value"].tolist()[2:] == [2955.54, 2900.0]
    assert counts(workspace) == {"cities": 0, "dictionary": 0, "indicators": 1, "corrections": 0}


def test_corrections_are_counted_by_table(corrected):
    workspace = corrected(
        ["indicators", KEY, "value", "2955.4", "2955.54"],
        ["indicators", "period=2016M01-M12;city=alpha;indicator=output_growth", "value", "8.1", "8.2"],
        ["cities", "city=gamma", "name_en", "Gamma", "Gamma Prefecture"],
    )
    assert counts(workspace) == {"cities": 1, "dictionary": 0, "indicators": 2, "corrections": 0}
    assert workspace["cities"]["name_en"].tolist() == ["Alpha", "Beta", "Gamma Prefecture"]


def test_the_published_correction_is_applied(published):
    table = published["indicators"]
    row = (table["period"] == "2016M01-M12") & (table["city"] == "changde") & (table["indicator"] == "gdp")
    assert table.loc[row, "value"].tolist() == [2955.54]
    assert counts(published)["indicators"] == 1


def test_a_corrected_percentage_is_held_as_a_fraction(corrected):
    workspace = corrected(["indicators", "period=2016Q4;city=alpha;indicator=output_growth", "value", "8.1", "6.9"])
    assert workspace["indicators"]["value"][0] == 0.069


def test_the_file_itself_is_not_changed(corrected, tmp_path):
    corrected(["indicators", KEY, "value", "2955.4", "2955.54"])
    assert "2955.4,reprint" in (tmp_path / "indicators.csv").read_text("utf-8")


def test_the_key_may_name_the_city_in_chinese_and_the_period_in_words(corrected):
    workspace = corrected(["indicators", "period=2016年全年;city=甲市;indicator=energy_use", "value", "2955.4", "1"])
    assert workspace["indicators"]["value"][2] == 1.0


def test_a_number_with_more_zeros_is_the_same_value(corrected):
    workspace = corrected(["indicators", KEY, "value", "2955.40", "2955.54"])
    assert workspace["indicators"]["value"][2] == 2955.54


def test_a_column_without_figures_can_be_corrected(corrected):
    workspace = corrected(["indicators", KEY, "source", "reprint", "yearbook"])
    assert workspace["indicators"]["source"].tolist() == ["reprint", "reprint", "yearbook", "reprint"]


def test_a_date_can_be_corrected(corrected):
    workspace = corrected(["indicators", KEY, "published_on", "2017-02-20", "2017-02-21"])
    assert str(workspace["indicators"]["published_on"][2].date()) == "2017-02-21"


def test_a_missing_value_can_be_filled(corrected):
    workspace = corrected(["indicators", "period=2016Q4;city=beta;indicator=output_growth", "value", "", "7.0"])
    assert workspace["indicators"]["value"][1] == 0.07


def test_a_value_can_be_withdrawn(corrected):
    workspace = corrected(["indicators", KEY, "value", "2955.4", ""])
    assert workspace["indicators"]["value"].isna().tolist() == [False, True, True, False]


def test_a_value_seen_that_no_longer_stands_there_is_a_fault(refused):
    assert refused(["indicators", KEY, "value", "2955.5", "2955.54"]) == [
        Fault(
            "corrections.csv",
            2,
            "value_seen",
            "2955.5",
            "no longer stands in indicators.csv, which now has '2955.4': drop or renew the correction",
        )
    ]


def test_a_value_seen_where_nothing_stands_is_a_fault(refused):
    (fault,) = refused(["indicators", "period=2016Q4;city=beta;indicator=output_growth", "value", "7.1", "7.0"])
    assert (fault.row, fault.column, fault.value) == (2, "value_seen", "7.1")


def test_a_value_seen_that_is_no_number_does_not_pass_for_a_blank(refused):
    (fault,) = refused(["indicators", "period=2016Q4;city=beta;indicator=output_growth", "value", "n.a.", "7.0"])
    assert (fault.row, fault.column, fault.value) == (2, "value_seen", "n.a.")


def test_a_key_that_names_no_row_is_a_fault(refused):
    key = "period=2014M01-M12;city=alpha;indicator=energy_use"
    assert refused(["indicators", key, "value", "1", "2"]) == [
        Fault("corrections.csv", 2, "key", key, "must name one row of indicators.csv; it names 0")
    ]


def test_a_key_that_names_several_rows_is_a_fault(refused):
    key = "city=alpha;indicator=energy_use"
    assert refused(["indicators", key, "value", "2955.4", "2"]) == [
        Fault("corrections.csv", 2, "key", key, "must name one row of indicators.csv; it names 2")
    ]


@pytest.mark.parametrize("table", ["figures", "entries"])
def test_a_table_that_is_not_in_the_workspace_is_a_fault(refused, table):
    assert refused([table, KEY, "value", "1", "2"]) == [
        Fault("corrections.csv", 2, "table", table, "must be another table of the workspace")
    ]


def test_a_column_to_correct_that_does_not_exist_is_a_fault(refused):
    (fault,) = refused(["indicators", KEY, "amount", "2955.4", "2"])
    assert (fault.file, fault.row, fault.column, fault.value) == ("corrections.csv", 2, "column", "amount")
    assert fault.rule.startswith("must be a column of indicators.csv: period, city, indicator, value")


def test_a_column_of_the_key_that_does_not_exist_is_a_fault(refused):
    key = "period=2016M01-M12;town=alpha"
    (fault,) = refused(["indicators", key, "value", "2955.4", "2"])
    assert (fault.row, fault.column, fault.value) == (2, "key", key)
    assert "with columns period, city, indicator" in fault.rule


def test_a_value_used_is_checked_like_any_other(refused):
    (fault,) = refused(["indicators", KEY, "value", "2955.4", "2,955.54"])
    assert (fault.file, fault.row, fault.column, fault.value) == ("indicators.csv", 4, "value", "2,955.54")


def test_a_correction_needs_a_reason_and_a_source(folder):
    rows = [HEADER, ["indicators", KEY, "value", "2955.4", "2955.54", "", ""]]
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS, corrections=rows))
    assert caught.value.faults == [
        Fault("corrections.csv", 2, "reason", "", "must not be empty"),
        Fault("corrections.csv", 2, "source", "", "must not be empty"),
    ]


def test_every_correction_that_fails_is_told_at_once(refused):
    faults = refused(["figures", KEY, "value", "1", "2"], ["indicators", KEY, "value", "1", "2"])
    assert [(fault.row, fault.column) for fault in faults] == [(2, "table"), (3, "value_seen")]
