"""What the asking process does while its server starts, and what becomes of it."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

import pytest

from zjjstats import prepared
from zjjstats.batch import executors
from zjjstats.batch.foresight import Foresight
from zjjstats.batch.jobs import Request
from zjjstats.errors import PeriodError


@pytest.fixture(autouse=True)
def two_processors_and_nothing_prepared(monkeypatch):
    monkeypatch.setattr(prepared, "KEPT", {})
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})


def foresight(tmp_path: Path, *periods: str, cities: tuple[str, ...] = ("zhangjiajie",)) -> Foresight:
    return Foresight(Request(periods, cities, False, False, "sample", "zh", tmp_path))


def test_plan_is_made_first_then_reports_are_drawn_in_their_order(tmp_path):
    ahead = foresight(tmp_path, "2022Q1", "2022Q2")
    steps = ahead.steps()
    assert next(steps) == "plan"
    assert ahead.planned is not None
    assert len(ahead.planned.due) == 8
    assert next(steps) == "facts"
    assert [path.relative_to(tmp_path) for path in ahead.drawn] == [Path("2022Q1/zhangjiajie")]
    assert [name for name in islice(steps, 6) if "not drawn" not in name] == list(prepared.PICTURES)
    assert next(steps) == "facts"


def test_the_first_run_of_a_report_carries_what_was_drawn_and_others_do_not(tmp_path):
    ahead = foresight(tmp_path, "2022Q1")
    list(ahead.steps())
    calls = {run.notebook.stem: executors.ahead_of(ahead, run) for run in ahead.planned.due}
    assert calls["04_audit"] is None
    sent = {stem: call.args[0] for stem, call in calls.items() if call}
    assert set(sent["01_projects"].images) == set(prepared.PICTURES)
    assert sent["02_rankings"] is sent["03_briefing"] is None


def test_no_more_reports_are_drawn_than_a_server_keeps_pictures_of(tmp_path):
    ahead = foresight(tmp_path, "2022Q1", "2022Q2", "2022Q3", cities=("zhangjiajie", "huaihua"))
    assert list(ahead.steps()).count("facts") == prepared.PICTURES_KEPT
    assert all(drawn.images for drawn in ahead.drawn.values())


def test_what_goes_wrong_with_a_report_is_left_to_its_runs(tmp_path, monkeypatch):
    real = prepared.prepare

    def prepare(report):
        if report.period.name == "2022Q1":
            raise ZeroDivisionError
        return real(report)

    monkeypatch.setattr(prepared, "prepare", prepare)
    ahead = foresight(tmp_path, "2022Q1", "2022Q2")
    list(ahead.steps())
    assert [path.parent.name for path in ahead.drawn] == ["2022Q2"]


def test_a_single_processor_is_left_to_the_server(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    ahead = foresight(tmp_path, "2022Q1")
    assert list(ahead.steps()) == []
    assert ahead.planned is None


def test_what_a_person_got_wrong_is_told_by_the_plan(tmp_path):
    with pytest.raises(PeriodError):
        next(foresight(tmp_path, "2022Q7").steps())
