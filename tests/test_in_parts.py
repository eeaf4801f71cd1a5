"""A workspace checked year after year tells what it tells when it is checked at once."""

from __future__ import annotations

import duckdb
import pytest
from pandas.testing import assert_frame_equal

import zjjstats as zj
from conftest import CITIES, DICTIONARY
from zjjstats.in_parts import checked_workspace
from zjjstats.sources.export import export

INDICATORS = [
    ["period", "city", "indicator", "value", "source"],
    ["2022Q1", "alpha", "output_growth", "8.1", "bureau"],
    ["2021Q1", "alpha", "output_growth", "7.25", "bureau"],
    ["2022Q1", "beta", "output_growth", "", "bureau"],
    ["2020Q1", "alpha", "output_growth", "1.5", ""],
]
HEAD = ["table", "key", "column", "value_seen", "value_used", "reason", "source"]


@pytest.fixture
def file(folder, tmp_path, monkeypatch):
    """A function: a DuckDB file whose few indicators count as many, with corrections or after a statement."""

    def make(*statements, corrections=()):
        extra = {"corrections": [HEAD, *corrections]} if corrections else {}
        export(
            folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS, **extra), f"duckdb:{tmp_path}/a.duckdb"
        )
        with duckdb.connect(tmp_path / "a.duckdb") as connection:
            for statement in statements:
                connection.execute(statement)
        monkeypatch.setattr("zjjstats.sources.source.LARGE", 2)
        monkeypatch.setattr("zjjstats.tables.READ", {})
        return tmp_path / "a.duckdb"

    return make


def faults(file):
    with pytest.raises(zj.DataError) as caught:
        checked_workspace(file)
    return [(fault.file, fault.row, fault.column, fault.rule) for fault in caught.value.faults]


def test_provenance_and_warnings_are_those_of_all_rows_and_one_year_is_held(file):
    place = file()
    whole, checked = zj.open_workspace(place), checked_workspace(place)
    assert_frame_equal(checked.provenance, whole.provenance)
    assert len(checked["indicators"]) == 2
    assert whole.warnings[-2:] == [
        "indicators: 1 rows name no source",
        "indicators: 1 values of output_growth have more decimals than dictionary says",
    ]
    assert sorted(checked.warnings) == sorted(
        f"{text} ({year})" for text, year in zip(whole.warnings[-2:], ("2020", "2021"), strict=True)
    )


def test_a_small_table_is_read_at_once(file, monkeypatch):
    place = file()
    monkeypatch.setattr("zjjstats.sources.source.LARGE", 500)
    assert len(checked_workspace(place)["indicators"]) == 4


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE indicators SET city = 'nowhere' WHERE period <> '2022Q1'",
        "UPDATE indicators SET period = 'some day' WHERE period = '2021Q1'",
        "UPDATE indicators SET period = NULL WHERE period = '2021Q1'",
        "UPDATE indicators SET city = 'alpha', period = '2022年一季度' WHERE city = 'beta'",
        "UPDATE cities SET code = 'x'",
    ],
)
def test_the_faults_of_all_parts_are_told_at_once_and_once(file, statement):
    place = file(statement)
    with pytest.raises(zj.DataError) as whole:
        zj.open_workspace(place)
    with pytest.raises(zj.DataError) as parts:
        checked_workspace(place)
    assert parts.value.faults == whole.value.faults


def test_a_correction_is_applied_in_the_part_that_holds_its_row(file):
    key = "period=2021Q1;city=alpha;indicator=output_growth"
    place = file(corrections=[["indicators", key, "value", "7.25", "7.3", "printed later", "bureau"]])
    assert_frame_equal(checked_workspace(place).provenance, zj.open_workspace(place).provenance)


@pytest.mark.parametrize(("key", "named"), [("period=2019Q1;city=alpha", 0), ("city=alpha;indicator=output_growth", 3)])
def test_a_correction_that_names_not_one_row_of_all_parts_is_a_fault(file, key, named):
    valid = "period=2021Q1;city=alpha;indicator=output_growth"
    place = file(
        f"UPDATE corrections SET key = '{key}'",  # noqa: S608
        "UPDATE indicators SET value = 7.25",
        corrections=[["indicators", valid, "value", "7.25", "7.3", "printed later", "bureau"]],
    )
    assert faults(place) == [("corrections", 1, "key", f"must name one row of indicators; it names {named}")]
    with pytest.raises(zj.DataError) as whole:
        zj.open_workspace(place)
    assert f"it names {named}" in str(whole.value)
