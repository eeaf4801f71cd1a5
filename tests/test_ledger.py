"""Counts out of a ledger of projects on every engine, each project made by hand."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from pandas.testing import assert_frame_equal

import zjjstats as zj
from engines import make_pandas, make_polars, on_every_engine

END_OF_MARCH = dt.date(2022, 3, 31)
DATES = ("planned_start", "planned_completion", "started_on", "suspended_on", "resumed_on")
# A start planned for an earlier year makes a project a continuing one.
CONTINUING = {"planned_start": "2021-05-01", "started_on": "2021-05-02"}
NEW = {"planned_start": "2022-01-10", "started_on": "2022-01-15"}


def ledger(*projects):
    """Columns of a ledger; each project names the dates it has."""
    columns = {"city": [project.get("city", "A") for project in projects]}
    for name in DATES:
        texts = [project.get(name) for project in projects]
        columns[name] = [text and dt.datetime.fromisoformat(text) for text in texts]
    return columns


def counts(engine, *projects, on=END_OF_MARCH):
    """(planned, started) by kind of one city."""
    found = zj.project_counts(engine.make(ledger(*projects)), by=["city"], on=on)
    return {row["kind"]: (row["planned"], row["started"]) for row in engine.rows(found, "city", "kind")}


@on_every_engine
def test_each_project_counts_once_in_all_and_in_every_kind_it_is_of(engine):
    found = counts(
        engine,
        {"planned_start": "2022-02-01", "planned_completion": "2023-06-30", "started_on": "2022-02-03"},  # new
        {"planned_start": "2020-02-01", "planned_completion": "2022-06-30", "started_on": "2020-03-01"},  # due
        {"planned_start": "2022-01-05", "planned_completion": "2022-12-31", "started_on": None},  # new and due
        {"planned_start": "2021-02-01", "planned_completion": "2023-06-30", "started_on": "2021-02-01"},  # neither
    )
    assert found == {"all": (4, 3), "new": (2, 1), "due": (2, 1)}


@on_every_engine
def test_the_first_and_the_last_day_of_the_year_belong_to_it(engine):
    found = counts(
        engine,
        {"planned_start": "2021-12-31", "planned_completion": "2022-01-01"},
        {"planned_start": "2022-01-01", "planned_completion": "2022-12-31"},
        {"planned_start": "2022-12-31", "planned_completion": "2023-01-01"},
        {"planned_start": "2023-01-01", "planned_completion": "2024-01-01"},
    )
    assert found == {"all": (4, 0), "new": (2, 0), "due": (2, 0)}


@on_every_engine
def test_a_start_on_the_last_day_counts_and_one_on_the_day_after_does_not(engine):
    on_time = {"planned_start": "2022-02-01", "started_on": "2022-03-31"}
    too_late = {"planned_start": "2022-02-01", "started_on": "2022-04-01"}
    assert counts(engine, on_time, too_late) == {"all": (2, 1), "new": (2, 1)}
    assert counts(engine, on_time, too_late, on=dt.date(2022, 4, 1)) == {"all": (2, 2), "new": (2, 2)}


@on_every_engine
def test_a_project_without_a_start_has_not_started(engine):
    assert counts(engine, {"planned_start": "2022-02-01", "planned_completion": "2022-09-01"}) == {
        "all": (1, 0),
        "new": (1, 0),
        "due": (1, 0),
    }


@on_every_engine
@pytest.mark.parametrize(
    ("suspended", "resumed", "running"),
    [
        pytest.param(None, None, 1, id="never suspended"),
        pytest.param("2022-01-10", None, 0, id="suspended before"),
        pytest.param("2022-03-31", None, 0, id="suspended on the very date"),
        pytest.param("2022-04-01", None, 1, id="suspended the day after"),
        pytest.param("2022-01-10", "2022-02-20", 1, id="suspended then resumed"),
        pytest.param("2022-01-10", "2022-03-31", 1, id="resumed on the very date"),
        pytest.param("2022-01-10", "2022-04-01", 0, id="resumed the day after"),
        pytest.param("2022-02-01", "2022-02-01", 1, id="suspended and resumed on one day"),
        pytest.param("2022-02-01", "2021-09-01", 0, id="resumed from an earlier suspension"),
    ],
)
def test_a_continuing_project_counts_as_started_only_while_it_runs(engine, suspended, resumed, running):
    project = CONTINUING | {"suspended_on": suspended, "resumed_on": resumed}
    assert counts(engine, project) == {"all": (1, running)}


@on_every_engine
def test_a_new_project_that_was_suspended_has_started_all_the_same(engine):
    stopped = {"suspended_on": "2022-02-20"}
    assert counts(engine, NEW | stopped) == {"all": (1, 1), "new": (1, 1)}
    assert counts(engine, CONTINUING | stopped) == {"all": (1, 0)}


@on_every_engine
def test_a_continuing_project_due_for_completion_but_suspended_has_not_started(engine):
    due = {"planned_completion": "2022-10-01"}
    found = counts(engine, CONTINUING | due, CONTINUING | due | {"suspended_on": "2022-01-10"})
    assert found == {"all": (2, 1), "due": (2, 1)}


@on_every_engine
def test_a_project_that_is_continuing_this_year_was_new_in_the_last(engine):
    project = CONTINUING | {"suspended_on": "2021-06-01"}
    assert counts(engine, project, on=dt.date(2021, 12, 31)) == {"all": (1, 1), "new": (1, 1)}
    assert counts(engine, project, on=dt.date(2022, 12, 31)) == {"all": (1, 0)}


@on_every_engine
def test_a_project_without_planned_dates_counts_among_all_only(engine):
    assert counts(engine, {"started_on": "2022-01-01"}, {}) == {"all": (2, 1)}


@on_every_engine
def test_counts_are_kept_apart_by_the_columns_asked_for(engine):
    data = ledger(NEW, NEW | {"city": "B", "started_on": "2022-05-01"}, CONTINUING | {"city": "B"})
    found = zj.project_counts(engine.make(data), by=["city"], on=END_OF_MARCH)
    assert engine.rows(found, "city", "kind") == [
        {"city": "A", "kind": "all", "planned": 1, "started": 1},
        {"city": "A", "kind": "new", "planned": 1, "started": 1},
        {"city": "B", "kind": "all", "planned": 2, "started": 1},
        {"city": "B", "kind": "new", "planned": 1, "started": 0},
    ]


@on_every_engine
def test_counts_can_be_kept_apart_by_several_columns(engine):
    data = ledger(NEW, NEW, NEW) | {"programme": ["p", "q", "q"]}
    found = zj.project_counts(engine.make(data), by=["city", "programme"], on=END_OF_MARCH)
    told = [(row["programme"], row["kind"], row["planned"]) for row in engine.rows(found, "programme", "kind")]
    assert told == [("p", "all", 1), ("p", "new", 1), ("q", "all", 2), ("q", "new", 2)]


@on_every_engine
def test_a_missing_column_is_named_with_the_columns_there_are(engine):
    data = ledger(NEW)
    del data["resumed_on"]
    with pytest.raises(zj.FrameError, match="missing column 'resumed_on'; found: city, planned_start"):
        zj.project_counts(engine.make(data), by=["city"], on=END_OF_MARCH)
    with pytest.raises(zj.FrameError, match="missing column 'programme'"):
        zj.project_counts(engine.make(ledger(NEW)), by=["programme"], on=END_OF_MARCH)


def test_dates_without_a_time_of_day_count_the_same():
    table = make_polars(ledger(NEW | {"started_on": "2022-03-31"}, NEW | {"started_on": "2022-04-01"}))
    dates = table.with_columns(pl.col(*DATES).cast(pl.Date))
    found = zj.project_counts(dates, by=["city"], on=END_OF_MARCH).sort("kind")
    assert found.select("kind", "planned", "started").rows() == [("all", 2, 1), ("new", 2, 1)]


def test_counting_leaves_the_callers_pandas_frame_as_it_was():
    table = make_pandas(ledger(NEW, CONTINUING))
    zj.project_counts(table, by=["city"], on=END_OF_MARCH)
    assert_frame_equal(table, make_pandas(ledger(NEW, CONTINUING)))


def test_counting_leaves_the_callers_polars_frame_as_it_was():
    table = make_polars(ledger(NEW, CONTINUING))
    zj.project_counts(table, by=["city"], on=END_OF_MARCH)
    assert table.equals(make_polars(ledger(NEW, CONTINUING)))
