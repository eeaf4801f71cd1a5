"""A briefing prepared ahead says and shows what a fresh one does, and only as long as nothing changed."""

from __future__ import annotations

import pickle
import shutil

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from conftest import ROOT
from zjjstats import briefing as module
from zjjstats import prepared
from zjjstats.briefing import Briefing

CHARTS = ("start_rate_chart", "league_chart", "movement_chart")


@pytest.fixture(autouse=True)
def nothing_prepared(monkeypatch):
    monkeypatch.setattr(prepared, "KEPT", {})


@pytest.fixture
def counted(monkeypatch):
    """How often facts were worked out."""
    calls = []
    real = module.facts
    monkeypatch.setattr(module, "facts", lambda *a, **k: calls.append(k["city"]) or real(*a, **k))
    return calls


@pytest.mark.parametrize("data", ["published", "sample"])
def test_prepared_briefing_is_equal_to_a_fresh_one(data):
    fresh = Briefing("2022Q1", "zhangjiajie", data)
    pictures = [getattr(fresh, name)() for name in CHARTS]
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", data)))
    ready = Briefing("2022Q1", "张家界市", data)
    assert ready.facts.equals(fresh.facts)
    for name, picture in zip(CHARTS, pictures, strict=True):
        given = getattr(ready, name)()
        assert given.png() == picture.png()
        assert given.alt == picture.alt


def test_prepared_work_is_not_done_again(counted):
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", "sample")))
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", "sample")))
    assert Briefing("2022Q1", "zhangjiajie", "sample").headline().sentences
    assert counted == ["zhangjiajie"]


@pytest.mark.parametrize("data", ["published", "sample"])
def test_what_another_process_has_drawn_is_not_drawn_again(data, counted, monkeypatch):
    report = Briefing("2022Q1", "zhangjiajie", data)
    steps = prepared.prepare(report)
    assert [next(steps) for _ in range(3)][-1] == "start_rate_chart"
    sent = pickle.loads(pickle.dumps(prepared.Drawn.of(report)))  # noqa: S301 - our own
    list(steps)
    whole = Briefing("2022Q1", "zhangjiajie", data)
    images = {name: getattr(whole, name)().png() for name in CHARTS}
    prepared.KEPT.clear()
    counted.clear()
    drawn = []
    real = FigureCanvasAgg.print_png
    monkeypatch.setattr(FigureCanvasAgg, "print_png", lambda *a, **k: drawn.append(1) or real(*a, **k))
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", data), sent))
    assert (counted, len(drawn)) == ([], 2)
    ready = Briefing("2022Q1", "zhangjiajie", data)
    assert ready.facts.equals(whole.facts)
    assert {name: getattr(ready, name)().png() for name in CHARTS} == images
    assert (counted, len(drawn)) == ([], 2)


def test_what_was_drawn_of_another_report_is_no_use(counted):
    report = Briefing("2022Q1", "huaihua", "sample")
    list(prepared.prepare(report))
    sent = prepared.Drawn.of(report)
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", "sample"), sent))
    assert counted == ["huaihua", "zhangjiajie"]
    assert set(Briefing("2022Q1", "zhangjiajie", "sample").facts["city"]) != {"huaihua"}


def test_picture_that_was_changed_is_drawn_anew():
    picture = Briefing("2022Q1", "zhangjiajie", "sample").league_chart()
    picture.take(b"drawn elsewhere")
    assert picture.png() == b"drawn elsewhere"
    picture.text(0.5, 0.5, "another")
    assert picture.png().startswith(b"\x89PNG")


def test_preparation_goes_on_where_another_left_off(counted):
    first = prepared.prepare(Briefing("2022Q1", "zhangjiajie", "sample"))
    assert [next(first), next(first), next(first)] == ["facts", "start_rate_chart, not drawn", "start_rate_chart"]
    assert list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", "sample"))) == [
        "league_chart, not drawn", "league_chart", "movement_chart, not drawn", "movement_chart",
    ]  # fmt: skip
    assert list(first) == []
    assert counted == ["zhangjiajie"]


@pytest.mark.parametrize(
    ("period", "city", "lang"),
    [("2022Q2", "zhangjiajie", "zh"), ("2022Q1", "huaihua", "zh"), ("2022Q1", "zhangjiajie", "en")],
)
def test_another_report_takes_nothing_from_it(counted, period, city, lang):
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", "sample")))
    assert not Briefing(period, city, "sample", lang).pictures
    assert len(Briefing(period, city, "sample", lang).facts)
    assert counted == ["zhangjiajie", city]


def test_changed_table_makes_what_was_prepared_void(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data" / "sample", folder)
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", str(folder))))
    before = Briefing("2022Q1", "zhangjiajie", str(folder)).facts.set_index("fact")["value"]
    entries = folder / "entries.csv"
    text = entries.read_text("utf-8")
    changed = text.replace(
        "2022M01-M03,zhangjiajie,product_innovation_database,5", "2022M01-M03,zhangjiajie,product_innovation_database,6"
    )
    assert changed != text
    entries.write_text(changed, "utf-8")
    after = Briefing("2022Q1", "zhangjiajie", str(folder)).facts.set_index("fact")["value"]
    name = "entries.product_innovation_database"
    assert (before[name], after[name]) == (5, 6)


def test_reader_who_changes_a_table_of_facts_changes_it_for_himself():
    list(prepared.prepare(Briefing("2022Q1", "zhangjiajie", "sample")))
    mine = Briefing("2022Q1", "zhangjiajie", "sample").facts
    mine.loc[:, "value"] = 0.0
    assert (Briefing("2022Q1", "zhangjiajie", "sample").facts["value"] != 0).any()


def test_only_the_last_pictures_and_so_many_facts_are_kept(monkeypatch):
    monkeypatch.setattr(prepared, "REPORTS_KEPT", 3)
    monkeypatch.setattr(prepared, "PICTURES_KEPT", 2)
    for city in ("zhangjiajie", "huaihua", "changsha", "zhuzhou"):
        list(prepared.prepare(Briefing("2022Q1", city, "sample")))
    kept = list(prepared.KEPT.values())
    assert [one.facts["city"].iloc[0] for one in kept] == ["huaihua", "changsha", "zhuzhou"]
    assert [len(one.pictures) for one in kept] == [0, 3, 3]


def test_picture_that_was_changed_is_drawn_again():
    picture = Briefing("2022Q1", "zhangjiajie", "sample").start_rate_chart()
    before = picture.png()
    assert picture.png() is before
    picture.text(0.5, 0.5, "marked")
    assert picture.png() != before
