"""Of a large table a briefing reads the years that it tells of, and says the same as when it reads everything."""

from __future__ import annotations

import pytest
from pandas.testing import assert_frame_equal

import zjjstats as zj
from zjjstats import prepared, tables
from zjjstats.batch.jobs import Request, plan
from zjjstats.sources.export import export
from zjjstats.sources.source import Part


@pytest.fixture
def places(tmp_path, monkeypatch):
    """The published workspace in a DuckDB file, read whole; and the same made to count as large, by a list of reads."""
    export("published", f"duckdb:{tmp_path}/a.duckdb")
    whole = zj.open_workspace(tmp_path / "a.duckdb")
    monkeypatch.setattr("zjjstats.sources.source.LARGE", 2)
    monkeypatch.setattr(tables, "READ", {})
    monkeypatch.setattr(prepared, "KEPT", {})
    reads = []
    real = tables.read_workspace
    monkeypatch.setattr(tables, "read_workspace", lambda source, part=None: reads.append(part) or real(source, part))
    return tmp_path / "a.duckdb", whole, reads


def years(workspace):
    return set(workspace["indicators"]["period"].str[:4])


def request(place, *periods, all_periods=False):
    return Request(periods, (), all_periods, all_cities=False, data=str(place), lang="zh", out=place.parent / "reports")


def test_a_briefing_of_part_of_the_rows_tells_the_same_facts(places):
    place, whole, reads = places
    briefing = zj.Briefing("2022Q1", "zhangjiajie", str(place))
    assert years(briefing.workspace) == {"2022"} < years(whole)
    assert reads == [Part(years=(2021, 2022))]
    assert_frame_equal(briefing.facts, zj.facts(whole, "2022Q1", city="zhangjiajie"))


@pytest.mark.parametrize(("lang", "told"), [("zh", "2021 至 2022 年"), ("en", "only those of 2021 to 2022")])
def test_the_page_says_that_only_part_was_read(places, lang, told):
    place, whole, _ = places
    table = zj.Briefing("2022Q1", "zhangjiajie", str(place), lang).provenance()
    assert sum(told in note for note in table.notes) == 1
    assert len(table.notes) == 1 + len(whole.warnings)


def test_a_small_table_is_read_whole_and_nothing_is_said(places, monkeypatch):
    place, whole, reads = places
    monkeypatch.setattr("zjjstats.sources.source.LARGE", 1_000_000)
    briefing = zj.Briefing("2022Q1", "zhangjiajie", str(place))
    assert years(briefing.workspace) == years(whole)
    assert briefing.provenance().notes == whole.warnings
    assert reads == [None]


def test_briefings_of_one_year_and_their_plan_share_what_is_read(places):
    place, _, reads = places
    planned = plan(request(place, "2022Q1"))
    for period in ("2022Q1", "2022H1"):
        zj.Briefing(period, "zhangjiajie", str(place))
    assert planned.runs
    assert reads == [Part(years=(2021, 2022))]


def test_all_periods_are_read_at_once(places):
    place, _, reads = places
    plan(request(place, all_periods=True))
    zj.Briefing("2022Q1", "zhangjiajie", str(place))
    assert reads == [None]


def test_the_last_parts_are_kept_and_no_more(places):
    place, _, reads = places
    for year in (2016, 2019, 2016, 2022, 2016):
        zj.Briefing(f"{year}Q4", "zhangjiajie", str(place))
    asked = [part.years[-1] for part in reads]
    assert asked == [2016, 2019, 2022, 2016]
    assert len(tables.READ[place][1]) == tables.PARTS_KEPT


def test_claims_may_speak_of_any_year_so_everything_is_read_for_them(places):
    place, _, reads = places
    assert len(zj.Review("2022Q1", "zhangjiajie", str(place)).claims) > 0
    assert reads == [Part(years=(2021, 2022)), None]
    tables.READ.clear()
    reads.clear()
    assert len(zj.Review("2016Q4", "changsha", str(place)).claims) == 0
    assert reads == [Part(years=(2015, 2016))]


def test_a_year_without_indicators_is_no_fault(places):
    place, _, _ = places
    briefing = zj.Briefing("2019Q1", "zhangjiajie", str(place))
    assert len(briefing.workspace["indicators"]) == 0
    assert briefing.facts.columns.tolist() == zj.facts(places[1], "2019Q1", city="zhangjiajie").columns.tolist()
