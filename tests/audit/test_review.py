"""What a notebook shows of an audit: kept releases and claims of a city and period, and what it was made from."""

from __future__ import annotations

import shutil

import pytest

import zjjstats as zj
from conftest import ROOT
from zjjstats.audit.releases.in_workspace import kept_releases

MATTER = "---\ncity: {city}\nperiod: {period}\nsource: made up\n---\n"


@pytest.fixture
def tables(tmp_path):
    """A copy of the published workspace that a test may change."""
    return shutil.copytree(ROOT / "data" / "published", tmp_path / "tables")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_shipped_release_holds_and_its_two_places_are_ambiguous(lang):
    (audited,) = zj.Review("2022Q1", "zhangjiajie", lang=lang).audits
    verdicts = {figure.text: figure.verdict for figure in audited.figures}
    assert {figure.verdict for figure in audited.figures} <= {"confirmed", "ambiguous", "not-checked"}
    assert (verdicts["68.18%"], verdicts["95%"]) == ("confirmed", "confirmed")


def test_releases_are_those_in_the_language_of_the_page_and_else_any(tables):
    for lang in ("zh", "en"):
        (release,) = zj.Review("2022Q1", "zhangjiajie", lang=lang).releases
        assert release.name == f"2022-04-08.{lang}.md"
    (tables / "releases" / "2022-04-08.en.md").unlink()
    assert [one.name for one in zj.Review("2022Q1", "zhangjiajie", str(tables), "en").releases] == ["2022-04-08.zh.md"]


def test_a_city_and_period_without_releases_or_claims_says_so():
    review = zj.Review("2016Q4", "changsha", lang="en")
    assert repr(review.headline()).splitlines() == [
        "The data holds no release about Changsha, the whole of 2016",
        "The data holds no published claim about Changsha, the whole of 2016",
    ]
    assert "holds no release" in repr(review.release_text())
    assert len(review.figure_table().rows) == len(review.claim_table().rows) == 0
    assert "nothing to draw" in review.verdict_chart().alt


def test_what_does_not_hold_is_named_at_the_top(tables):
    path = tables / "releases" / "2022-04-08.en.md"
    path.write_text(path.read_text("utf-8").replace("68.18", "58.18"), encoding="utf-8")
    claims = (tables / "claims.csv").read_text("utf-8")
    (tables / "claims.csv").write_text(claims.replace("95.0,pct,19/20", "95.1,pct,19/20"), encoding="utf-8")
    told = repr(zj.Review("2022Q1", "zhangjiajie", str(tables), "en").headline())
    assert "× contradicted: 58.18%" in told
    assert "≈ off in the last digit: Start rate of due projects 95.1 (19 ÷ 20 = 95%)" in told


def test_made_up_data_is_named():
    assert "虚构" in repr(zj.Review("2022Q1", "zhangjiajie", "sample").headline())
    assert "虚构" not in repr(zj.Review("2022Q1", "zhangjiajie").headline())


def test_the_picture_tells_its_bars_in_words():
    alt = zj.Review("2022Q1", "zhangjiajie", lang="en").verdict_chart().alt
    assert "Claim: ✓ confirmed 15, ≈ off in the last digit 0, × contradicted 0, ? ambiguous 1" in alt


def test_provenance_names_each_release_with_its_checksum(tables):
    def row():
        frame = zj.Review("2022Q1", "zhangjiajie", str(tables)).provenance().rows
        return frame[frame.iloc[:, 1] == "releases/2022-04-08.zh.md"].iloc[0, 4]

    before = row()
    with (tables / "releases" / "2022-04-08.zh.md").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert row() != before


def test_front_matter_without_city_period_or_source_is_a_fault_with_its_file(tables):
    folder = tables / "releases"
    (folder / "a.md").write_text("22个\n", encoding="utf-8")
    (folder / "b.md").write_text(MATTER.format(city="atlantis", period="2022Q5"), encoding="utf-8")
    (folder / "c.md").write_bytes(bytes(range(256)))
    with pytest.raises(zj.DataError) as caught:
        kept_releases(zj.open_workspace(tables))
    told = [str(fault) for fault in caught.value.faults]
    assert sum("releases/a.md:1, column" in one for one in told) == 3
    assert sum("releases/b.md:1, column" in one for one in told) == 2
    assert sum(one.startswith("releases/c.md: ") for one in told) == 1


def test_a_folder_without_releases_is_no_fault(sample):
    assert kept_releases(sample) == []
