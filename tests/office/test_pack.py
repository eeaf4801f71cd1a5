"""The zip of a period: it opens anywhere, says the same each time, and replaces nothing by surprise."""

from __future__ import annotations

import re
import shutil
import unicodedata
import zipfile

import pytest

from offices import zjjstats
from zjjstats.office.pack import safe_name, span_name
from zjjstats.periods import Period

pytestmark = pytest.mark.office
RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}


@pytest.fixture(scope="module")
def packed(reports, tmp_path_factory):
    """The reports' folder and the zip that the command named itself."""
    out = shutil.copytree(reports, tmp_path_factory.mktemp("packed") / "out")
    printed, said = zjjstats("pack", "2022年一季度", "--out", out)
    assert said == ""
    (path,) = out.glob("*.zip")
    assert printed == f"{path}\n"
    return out, path


def test_the_zip_holds_the_files_of_the_report_under_names_in_words(packed):
    out, path = packed
    assert path.name == "张家界市_2022年一季度_简报.zip"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        briefing = "张家界市/张家界市_2022年一季度_工业项目与指标位次简报"
        assert names[0] == "index.html"
        assert {f"{briefing}{ending}" for ending in (".html", ".docx", ".pdf")} <= set(names)
        assert len(names) == 11
        word = (out / "2022Q1" / "zhangjiajie" / "briefing.docx").read_bytes()
        assert archive.read(f"{briefing}.docx") == word


def test_links_of_the_index_hold_inside_and_reach_everything(packed):
    with zipfile.ZipFile(packed[1]) as archive:
        html = archive.read("index.html").decode()
        links = re.findall(r'href="([^"]+)"', html)
        assert sorted(links) == sorted(set(archive.namelist()) - {"index.html"})
    assert "2016" not in html


def test_names_are_marked_as_utf8_and_hold_no_time(packed):
    with zipfile.ZipFile(packed[1]) as archive:
        for entry in archive.infolist():
            assert entry.filename.isascii() or entry.flag_bits & 0x800
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_the_same_reports_give_the_same_bytes_and_another_file_is_not_replaced(packed, tmp_path):
    out, path = packed
    zjjstats("pack", "2022Q1", "--out", out, "--to", tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == path.read_bytes()
    _, said = zjjstats("pack", "2022Q1", "--out", out)
    assert said == "the zip is up to date\n"
    (tmp_path / "again.zip").write_bytes(b"another's")
    _, said = zjjstats("pack", "2022Q1", "--out", out, "--to", tmp_path / "again.zip", code=1)
    assert said.endswith("again.zip exists and is another: write elsewhere with --to, or replace it with --force\n")
    assert (tmp_path / "again.zip").read_bytes() == b"another's"
    zjjstats("pack", "2022Q1", "--out", out, "--to", tmp_path / "again.zip", "--force")
    assert (tmp_path / "again.zip").read_bytes() == path.read_bytes()


def test_what_is_missing_is_made_first(hostile, tmp_path):
    tables, _ = hostile
    asked = ("pack", "2016Q4", "--data", tables, "--city", "zhangjiajie", "--city", "changsha", "--formats", "docx")
    zjjstats(*asked, "--out", tmp_path / "out", "--to", tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert len(names) == 11
        assert len({name.partition("/")[0] for name in names[1:]}) == 2
        assert all(re.fullmatch(r"[^<>:\"\\|?*\x00-\x1f]+", name) for name in names)
        assert not any(".." in name.split("/") or name.startswith("/") for name in names)
        archive.extractall(tmp_path / "unpacked")
    assert len([path for path in (tmp_path / "unpacked").rglob("*") if path.is_file()]) == 11


@pytest.mark.parametrize(
    "text",
    ["a/b", "..", "", " ", "con", "LPT1.txt", "a.", "a ", 'x<>:"|?*', "a\x00b\n", "\u202egnp.exe", "长" * 300, "é"],
)
def test_every_name_is_one_that_windows_takes(text):
    name = safe_name(text, ending=".docx")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\u202e]', name)
    assert name == unicodedata.normalize("NFC", name)
    assert name.partition(".")[0].casefold() not in RESERVED
    assert name[-1] not in ". "
    assert 5 < len(name) <= 80
    assert len(safe_name(text).strip(" .")) > 0


def test_periods_are_named_as_people_say_them():
    names = {"2022Q1": "2022年一季度", "2022Q2": "2022年上半年", "2022Q4": "2022年全年", "2022M01-M02": "2022年1-2月"}
    assert {text: span_name(Period.parse(text), "zh") for text in names} == names
    assert span_name(Period.parse("2022Q1"), "en") == "2022Q1"
