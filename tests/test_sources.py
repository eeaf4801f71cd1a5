"""Workspaces that are no folders of CSV: the same figures, the same faults, and no password anywhere."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import warnings
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import zjjstats as zj
from conftest import CITIES, DICTIONARY
from postgres import OWNER, PASSWORD, READER, server, without_postgres
from zjjstats.sources.export import export
from zjjstats.sources.source import Part

INDICATORS = [
    ["period", "city", "indicator", "value", "source"],
    ["2022Q1", "alpha", "output_growth", "8.1", "bureau"],
    ["2022Q1", "乙市", "output_growth", "", "bureau"],
    ["2021Q1", "alpha", "energy_use", "1234567890.123456", "bureau"],
]
CORRECTIONS = [
    ["table", "key", "column", "value_seen", "value_used", "reason", "source"],
    ["indicators", "period=2022Q1;city=beta;indicator=output_growth", "value", "", "7.9", "printed later", "bureau"],
]
NO_POSTGRES = without_postgres()
if NO_POSTGRES:
    warnings.warn(f"POSTGRESQL IS NOT TESTED: {NO_POSTGRES}", pytest.PytestConfigWarning, stacklevel=1)
needs_postgres = pytest.mark.skipif(bool(NO_POSTGRES), reason=f"POSTGRESQL IS NOT TESTED: {NO_POSTGRES}")
KINDS = ["duckdb", "parquet", pytest.param("postgres", marks=needs_postgres)]
DATABASES = itertools.count()


@pytest.fixture(scope="session")
def port():
    with server() as found:
        yield found


def execute(port, database, *statements):
    import psycopg  # noqa: PLC0415 - only where it is installed

    with psycopg.connect(
        host="127.0.0.1", port=port, user=OWNER, password=PASSWORD, dbname=database, autocommit=True
    ) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def database(port, monkeypatch):
    """The address of a new database, the password in the environment."""
    name = f"province{next(DATABASES)}"
    execute(port, "postgres", f"CREATE DATABASE {name}")
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    return f"postgresql://{OWNER}@127.0.0.1:{port}/{name}"


@pytest.fixture
def target(request, tmp_path):
    """A function: where to write to by kind, and where to read it then."""

    def choose(kind):
        if kind == "duckdb":
            return f"duckdb:{tmp_path / 'moved.duckdb'}", tmp_path / "moved.duckdb"
        if kind == "parquet":
            return f"parquet:{tmp_path / 'moved'}", tmp_path / "moved"
        return (request.getfixturevalue("database"),) * 2

    return choose


def sorted_rows(frame):
    return frame.sort_values(list(frame.columns)).reset_index(drop=True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["published", "sample"])
def test_a_moved_workspace_holds_the_same_tables(kind, name, target):
    to, place = target(kind)
    export(name, to)
    before, after = zj.open_workspace(name), zj.open_workspace(place)
    assert (after.title, after.origin, after.licence, after.warnings) == (
        before.title, before.origin, before.licence, before.warnings,
    )  # fmt: skip
    assert after.provenance["rows"].tolist() == before.provenance["rows"].tolist()
    for table, frame in before.tables.items():
        assert_frame_equal(sorted_rows(after[table]), sorted_rows(frame))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["published", "sample"])
def test_the_briefing_of_2022q1_is_equal_fact_for_fact(kind, name, target):
    to, place = target(kind)
    export(name, to)
    expected = zj.facts(zj.open_workspace(name), "2022Q1", city="zhangjiajie")
    assert len(expected) > 0
    assert_frame_equal(zj.facts(zj.open_workspace(place), "2022Q1", city="zhangjiajie"), expected)


@pytest.mark.parametrize("kind", KINDS)
def test_corrections_move_as_rows_and_are_applied_where_they_are_read(kind, folder, target):
    to, place = target(kind)
    export(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS, corrections=CORRECTIONS), to)
    moved = zj.open_workspace(place)
    values = moved["indicators"].set_index(["indicator", "city"])["value"]
    assert values["output_growth", "beta"] == 0.079
    assert values["energy_use", "alpha"] == 1234567890.123456
    assert moved.provenance.set_index("table").loc["indicators", "corrections"] == 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_there_is_replaced_unless_it_is_said(kind, folder, target):
    to, place = target(kind)
    export("published", to)
    small = folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS)
    with pytest.raises(zj.RunError, match=r"already: .* --force"):
        export(small, to)
    assert len(zj.open_workspace(place)["cities"]) == 14
    export(small, to, force=True)
    assert len(zj.open_workspace(place)["cities"]) == 3


def test_a_folder_that_holds_other_things_is_never_replaced(tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "diary.txt").write_text("mine", "utf-8")
    with pytest.raises(zj.RunError, match="holds more than a workspace"):
        export("published", f"parquet:{tmp_path / 'letters'}", force=True)
    assert [path.name for path in tmp_path.rglob("*")] == ["letters", "diary.txt"]


@pytest.mark.parametrize(
    ("to", "rule"), [("excel:x", "unknown kind of target 'excel'"), ("duckdb:x.db", "must end in")]
)
def test_a_target_of_no_known_kind_is_refused(to, rule):
    with pytest.raises(zj.UnknownNameError, match=rule):
        export("published", to)


@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_is_named_by_table_row_column_value_and_rule(kind, folder, target):
    to, place = target(kind)
    export(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS), to)
    change = "SET indicator = 'unheard_of' WHERE city = 'alpha' AND period = '2022Q1'"
    if kind == "duckdb":
        with duckdb.connect(place) as connection:
            connection.execute(f"UPDATE indicators {change}")
    elif kind == "parquet":
        file = place / "indicators.parquet"
        with duckdb.connect() as connection:
            connection.execute(f"CREATE TABLE t AS FROM read_parquet('{file}')")
            connection.execute(f"UPDATE t {change}")
            connection.execute(f"COPY t TO '{file}' (FORMAT parquet)")
    else:
        execute(
            int(place.split(":")[-1].split("/")[0]), place.split("/")[-1],
            f"UPDATE indicators {change}",
        )  # fmt: skip
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(place)
    (fault,) = caught.value.faults
    ending = ".parquet" if kind == "parquet" else ""
    assert fault.file == f"indicators{ending}"
    assert (fault.row, fault.column, fault.value) == (fault.row, "indicator", "unheard_of")
    assert 1 <= fault.row <= 3
    assert fault.rule.startswith(f"must be a key of dictionary{ending}: unknown indicator 'unheard_of'")


def test_a_table_without_a_column_is_refused_by_name(tmp_path):
    with duckdb.connect(tmp_path / "x.duckdb") as connection:
        connection.execute(
            "CREATE TABLE cities AS SELECT 'alpha' AS city, '甲市' AS name_zh, 'Alpha' AS name_en, '1' AS code"
        )
    with pytest.raises(zj.DataError, match=r"cities, column order: the column is missing"):
        zj.open_workspace(tmp_path / "x.duckdb")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "x.duckdb").write_text("city,name\n" * 1000, "utf-8")
    with pytest.raises(zj.UnknownNameError, match="cannot be read as a DuckDB file"):
        zj.open_workspace(tmp_path / "x.duckdb")


def test_of_a_large_table_only_the_rows_asked_for_are_read(folder, target, monkeypatch):
    to, place = target("duckdb")
    export(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS), to)
    part = Part(indicator="Energy use")
    assert len(zj.open_workspace(place, part=part)["indicators"]) == 3
    monkeypatch.setattr("zjjstats.sources.source.LARGE", 2)
    monkeypatch.setattr("zjjstats.tables.READ", {})
    assert zj.open_workspace(place, part=part)["indicators"]["indicator"].tolist() == ["energy_use"]
    assert len(zj.open_workspace(place, part=Part(years=(2022, 2023)))["indicators"]) == 2
    assert len(zj.open_workspace(place)["indicators"]) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_correction_of_a_row_that_was_not_asked_for_is_no_fault(kind, folder, target, monkeypatch):
    to, place = target(kind)
    export(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS, corrections=CORRECTIONS), to)
    monkeypatch.setattr("zjjstats.sources.source.LARGE", 2)
    for indicator, values, corrected in (("energy_use", [1234567890.123456], 0), ("output_growth", [0.081, 0.079], 1)):
        found = zj.open_workspace(place, part=Part(indicator=indicator))
        assert found["indicators"]["value"].tolist() == values
        assert found.provenance.set_index("table").loc["indicators", "corrections"] == corrected


@pytest.mark.parametrize("kind", ["parquet", pytest.param("postgres", marks=needs_postgres)])
def test_a_fault_of_a_part_names_the_row_of_the_whole_table(kind, folder, target, monkeypatch, port):
    to, place = target(kind)
    export(folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS), to)
    if kind == "postgres":
        broken = "UPDATE indicators SET city = 'nowhere' WHERE indicator = 'energy_use'"
        execute(port, place.split("/")[-1], broken)
    else:
        file = place / "indicators.parquet"
        with duckdb.connect() as connection:
            connection.execute(f"CREATE TABLE t AS SELECT * FROM read_parquet('{file}')")  # noqa: S608
            connection.execute("UPDATE t SET city = 'nowhere' WHERE indicator = 'energy_use'")
            connection.execute(f"COPY t TO '{file}' (FORMAT parquet)")
    monkeypatch.setattr("zjjstats.sources.source.LARGE", 2)
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(place, part=Part(years=(2021,)))
    assert [(fault.row, fault.column) for fault in caught.value.faults] == [(3, "city")]


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://reader:s3cret@127.0.0.1/province",
        "postgresql://127.0.0.1/province?user=reader&password=s3cret",
        "postgresql://reader:s3cret/with@127.0.0.1/province",
        "postgresql://reader:s3#cret@127.0.0.1/province",
        "postgres://:s3cret@127.0.0.1/province",
    ],
)
def test_an_address_with_a_password_is_refused_and_the_password_is_not_repeated(address):
    for use in (zj.open_workspace, lambda given: export("published", given)):
        with pytest.raises(zj.UnknownNameError) as caught:
            use(address)
        assert "s3" not in str(caught.value)
        assert "cret" not in str(caught.value)


@needs_postgres
def test_a_role_that_may_only_read_is_enough_and_nothing_is_written(database, port):
    export("published", database)
    name = database.split("/")[-1]
    execute(
        port, name,
        "DROP ROLE IF EXISTS reader",
        f"CREATE ROLE {READER} LOGIN PASSWORD '{PASSWORD}'",
        f"GRANT pg_read_all_data TO {READER}",
    )  # fmt: skip
    address = f"postgresql://{READER}@127.0.0.1:{port}/{name}"
    assert len(zj.open_workspace(address)["cities"]) == 14
    with pytest.raises(zj.UnknownNameError, match="cannot be used: must be owner"):
        export("published", address, force=True)
    assert len(zj.open_workspace(address)["cities"]) == 14


@needs_postgres
def test_a_wrong_password_is_told_without_it(database, monkeypatch):
    monkeypatch.setenv("PGPASSWORD", "not-the-one")
    with pytest.raises(zj.UnknownNameError, match=r"cannot be used: .*password authentication failed") as caught:
        zj.open_workspace(database)
    assert "not-the-one" not in str(caught.value)


@needs_postgres
@pytest.mark.notebook
def test_reports_are_made_from_postgresql_and_hold_no_password(database, tmp_path):
    export("sample", database)
    command = [
        Path(sys.executable).with_name("zjjstats"),
        "run",
        "2022Q1",
        "--data",
        database,
        "--out",
        tmp_path / "reports",
    ]
    environment = os.environ | {"PGPASSWORD": PASSWORD}
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    written = [path for path in (tmp_path / "reports").rglob("*") if path.is_file()]
    assert {path.suffix for path in written} >= {".ipynb", ".html", ".csv"}
    for path in written:
        assert PASSWORD.encode() not in path.read_bytes(), path
    facts = pd.read_csv(next(path for path in written if path.name == "facts.csv"))
    assert (
        facts["fact"].tolist() == zj.facts(zj.open_workspace("sample"), "2022Q1", city="zhangjiajie")["fact"].tolist()
    )
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "up to date" in again.stderr
