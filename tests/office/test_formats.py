"""Which files are made beside the pages, when they are made again, and what is said where one cannot be."""

from __future__ import annotations

import re
import shutil
import stat
from pathlib import Path

import pytest

from offices import fonts_of, squeezed, told, tool, zjjstats
from zjjstats.errors import RunError, UnknownNameError
from zjjstats.office import formats
from zjjstats.office.pdf import print_page, without_clock
from zjjstats.office.template import BRIEFING
from zjjstats.periods import Period

pytestmark = pytest.mark.office
HOME = Path("2022Q1/zhangjiajie")
STEMS = ("01_projects", "02_rankings", "03_briefing", "04_audit")
PERIOD = Period.parse("2022Q1")


@pytest.fixture
def out(reports, tmp_path):
    return shutil.copytree(reports, tmp_path / "out")


def times(out):
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in out.glob("*/*/[!.]*")}


def changed(before, after):
    return {Path(name).name for name in after if before.get(name) != after[name] and not name.endswith("facts.csv")}


def test_everything_is_made_for_a_period_that_is_named(reports):
    made = {path.name for path in (reports / HOME).iterdir() if path.suffix in (".docx", ".xlsx", ".pdf")}
    assert made == {"briefing.docx", "facts.xlsx", *(f"{stem}.pdf" for stem in STEMS)}
    assert [path.name for path in reports.rglob(".*part-*")] == []


def test_the_index_links_every_file(reports):
    links = re.findall(r'href="([^"]+)"', (reports / "index.html").read_text("utf-8"))
    assert len(links) == 20
    assert all((reports / link).exists() for link in links)


def test_a_second_run_makes_nothing_and_prints_the_same(out):
    before = times(out)
    printed, said = zjjstats("run", "2022Q1", "2016Q4", "--out", out)
    assert said == "all 8 pages are up to date\n"
    assert times(out) == before
    assert str(out / HOME / "briefing.docx") in printed.splitlines()


@pytest.mark.parametrize("name", ["briefing.docx", "02_rankings.pdf"])
def test_a_file_that_is_gone_is_made_again_alone(out, name):
    before = times(out)
    (out / HOME / name).unlink()
    _, said = zjjstats("run", "2022Q1", "--out", out)
    assert said == "4 of 4 are up to date\n"
    assert changed(before, times(out)) == {name}


def test_another_template_makes_word_again_alone(out, tmp_path):
    own = shutil.copy(BRIEFING, tmp_path / "own.docx")
    with Path(own).open("ab") as file:
        file.write(b"\0")
    before = times(out)
    zjjstats("run", "2022Q1", "--out", out, "--template", own)
    assert changed(before, times(out)) == {"briefing.docx"}
    Path(own).write_bytes(b"no template")
    _, said = zjjstats("run", "2022Q1", "--out", out, "--template", own, code=2)
    assert said.startswith(f"error: template {own} is no Word document")


def test_files_of_older_pages_are_not_linked(out):
    (out / HOME / "03_briefing.ipynb").write_text(
        (out / HOME / "03_briefing.ipynb").read_text("utf-8").replace('"fingerprint": "', '"fingerprint": "0'), "utf-8"
    )
    assert {path.name for path in formats.standing(out / HOME)} == {
        "01_projects.pdf",
        "02_rankings.pdf",
        "04_audit.pdf",
    }


def test_a_batch_over_everything_writes_pages_alone_unless_asked():
    assert formats.chosen(None, everything=True) == ("html",)
    assert formats.chosen(["pdf"], everything=True) == ("html", "pdf")
    assert formats.chosen(["xlsx, docx", "PDF"]) == formats.FORMATS
    assert formats.chosen(["html"]) == ("html",)
    with pytest.raises(UnknownNameError, match=r"unknown format 'dox'; nearest: docx; valid: html, docx, xlsx, pdf"):
        formats.chosen(["dox"])


def test_without_a_browser_the_rest_is_written_and_a_message_says_so(tmp_path, reports):
    out = shutil.copytree(reports, tmp_path / "out")
    for path in (out / HOME).glob("*.pdf"):
        path.unlink()
    (out / HOME / "briefing.docx").unlink()
    bare = tmp_path / "bin"
    bare.mkdir()
    _, said = zjjstats("run", "2022Q1", "--out", out, PATH=str(bare))
    assert said.startswith("no Chromium found, so there is no PDF: install chromium")
    assert (out / HOME / "briefing.docx").exists()
    _, said = zjjstats("run", "2022Q1", "--out", out, "--formats", "pdf,xlsx", PATH=str(bare), code=1)
    assert said.count("failed: 2022Q1 zhangjiajie 0") == 4
    assert "02_rankings.pdf: no Chromium found" in said
    assert not list((out / HOME).glob("*.pdf"))


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.parametrize(
    ("does", "fault"),
    [
        ("exec sleep 60", "did not print .* within 0.5 s"),
        ("exit 3", r"exit code 3"),
        ("echo crashed >&2", r"exit code 0\): crashed"),
        ('for a in "$@"; do case $a in --print-to-pdf=*) printf %%PDF-half > "${a#*=}";; esac; done', "exit code 0"),
    ],
)
def test_a_browser_that_fails_leaves_no_file(tmp_path, does, fault):
    page = tmp_path / "a page.html"
    page.write_text("<p>x</p>", encoding="utf-8")
    program = script(tmp_path / "browser", does)
    with pytest.raises(RunError, match=fault):
        print_page(page, tmp_path / "page.pdf", dated=PERIOD, program=program, seconds=0.5)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a page.html", "browser"]


def test_a_printed_page_has_every_sentence_in_embedded_fonts_on_a4(reports):
    pdf = reports / HOME / "03_briefing.pdf"
    assert "A4" in tool("pdfinfo", pdf)
    assert fonts_of(pdf)
    assert all(is_embedded for _, is_embedded in fonts_of(pdf))
    shown = squeezed(tool("pdftotext", "-raw", pdf, "-")).replace("-", "")
    sentences, _ = told(reports / HOME / "03_briefing.ipynb")
    assert [text for text in sentences if squeezed(text).replace("-", "") not in shown] == []
    assert "file:" not in shown


def test_a_printed_page_tells_no_clock_time(reports):
    about = (reports / HOME / "03_briefing.pdf").read_bytes()
    assert about.count(b"(D:20220331000000+00'00')") == 2
    assert without_clock(b"/ModDate (D:20261125124929+00'00')", PERIOD) == b"/ModDate (D:20220331000000+00'00')"
