"""The page of an audit and what notebooks show of it, as a reader gets them: opened in a real browser."""

from __future__ import annotations

import base64
import json
import re
import shutil
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import sync_playwright

from zjjstats.audit import VERDICTS, Audit, Figure
from zjjstats.audit.judging.tally import tally
from zjjstats.audit.releases.release import Release
from zjjstats.audit.showing.labels import SYMBOLS
from zjjstats.audit.showing.marked_text import Marked
from zjjstats.audit.showing.output import audit_json, figure_frame
from zjjstats.audit.showing.page import audit_html
from zjjstats.tabular import to_csv

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
HOSTILE = "</div><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">&lt;b&gt;"
A4_WIDTH = 794


def figure(text, printed, verdict, expected=None, evidence="15 ÷ 22 = 68.18%", at=0):
    start = text.index(printed, at)
    value = float(re.sub(r"[^\d.]", "", printed))
    return Figure(
        printed,
        start,
        start + len(printed),
        value,
        "pct",
        "rate",
        "alpha",
        "2022M01-M03",
        2,
        verdict,
        expected,
        evidence,
    )


TEXT = f"开工率68.18%，完成67.99%，另有70.00%、2个位次、31%。{HOSTILE}\n第二段：22%。\n"
FIGURES = [
    figure(TEXT, "68.18%", "confirmed", 68.18),
    figure(TEXT, "67.99%", "last-digit", 67.98),
    figure(TEXT, "70.00%", "contradicted", 68.18, evidence="=1+1<script>alert(1)</script>"),
    figure(TEXT, "2个位次", "ambiguous"),
    figure(TEXT, "31%", "not-checked", evidence=""),
]
RELEASE = Release("/home/someone/稿<件>.md", TEXT, "GB18030", "ab" * 32)


def made(lang="zh", workspace=None):
    return audit_html(Audit(TEXT, FIGURES, lang), RELEASE, workspace)


@pytest.fixture(scope="module")
def browser():
    if BROWSER is None:
        pytest.fail("no Chromium found: install it, the pages are tested in a real browser")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        chromium = playwright.chromium.launch(executable_path=BROWSER, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, tmp_path):
    """A function that opens a page's HTML and returns the page and every address of another host it asked for."""
    contexts = []

    def opened(html):
        (tmp_path / "page.html").write_text(html, encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": 1000, "height": 900}))
        page, asked = contexts[-1].new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((tmp_path / "page.html").as_uri())
        return page, [url for url in asked if not url.startswith(("file:", "data:"))]

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.browser
def test_html_in_a_release_is_shown_as_text_and_never_run(visit):
    page, asked = visit(made())
    assert "run" not in page.title()
    assert HOSTILE in page.inner_text(".release")
    assert asked == []
    assert page.locator("script, img, iframe, object, link").count() == 0
    assert "default-src 'none'" in page.get_attribute("meta[http-equiv]", "content")


@pytest.mark.browser
def test_each_figure_is_marked_by_colour_and_sign_and_numbered_as_in_the_table(visit):
    page, _ = visit(made())
    marks = page.locator(".release mark").evaluate_all("all => all.map(one => [one.className, one.innerText])")
    expected = [[one.verdict, f"{one.text}{SYMBOLS[one.verdict]}{number}"] for number, one in enumerate(FIGURES, 1)]
    assert marks == expected
    looks = page.locator(".release mark").evaluate_all(
        "all => all.map(one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).borderBottomStyle].join())"
    )
    assert len(set(looks)) == len(VERDICTS)
    rows = page.locator("tbody tr").all_inner_texts()
    assert rows[1].split("\t")[:4] == ["2", "67.99%", "≈ 末位有差", "67.98"]
    assert "=1+1<script>alert(1)</script>" in rows[2]


@pytest.mark.browser
def test_marks_hold_in_grey_and_on_paper(visit):
    page, _ = visit(made())
    page.set_viewport_size({"width": A4_WIDTH, "height": 1123})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH
    assert page.pdf(format="A4").startswith(b"%PDF")
    # The signs differ, so colour is not needed.
    assert len(set(SYMBOLS.values())) == len(VERDICTS)


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_glyph_is_missing_on_a_machine_without_chinese_fonts(visit, lang):
    html = made(lang)
    page, _ = visit(html)
    (data,) = re.findall(r"url\(data:font/woff;base64,([^)]+)\)", html)
    embedded = {chr(code) for code in TTFont(BytesIO(base64.b64decode(data))).getBestCmap()}
    text = page.inner_text("body") + page.title()
    assert {character for character in text if ord(character) >= 0x2000} <= embedded
    assert page.get_attribute("html", "lang") == {"zh": "zh-CN", "en": "en"}[lang]


def test_the_page_names_file_and_encoding_but_no_folder_of_the_writer():
    html = made()
    assert "稿&lt;件&gt;.md（GB18030，SHA-256 abababababababab）" in html
    assert "someone" not in html


def test_made_up_data_is_named_on_the_page(sample, published):
    assert "虚构" in made(workspace=sample)
    assert "虚构" not in made(workspace=published)


def test_a_figure_inside_another_has_no_second_mark():
    inner = figure(TEXT, "8.18", "confirmed")
    marked = Marked(TEXT, [FIGURES[0], inner], "zh")
    assert marked._repr_html_().count("<mark class") == 1 + len(VERDICTS)
    assert "68.18%[✓1]" in repr(marked)


def test_texts_are_joined_and_their_figures_numbered_through():
    other = "   \n 已开工15%。"
    one = Audit(other, [figure(other, "15%", "confirmed")])
    joined = Marked.joined([Audit(TEXT, FIGURES), one], "zh")
    assert [joined.text[figure.start : figure.end] for figure in joined.figures] == [
        figure.text for figure in [*FIGURES, *one.figures]
    ]
    assert "15%[✓6]" in repr(joined)


def test_an_empty_text_is_a_page_too():
    html = audit_html(Audit("", [], "zh"), Release("empty.md", "", "UTF-8", "0" * 64))
    assert '<div class="release"></div>' in html


def test_a_cell_that_a_spreadsheet_would_run_is_text():
    assert "'=1+1<script>" in to_csv(figure_frame(FIGURES))


def test_json_holds_the_figures_the_counts_and_the_text_they_count_in():
    told = json.loads(audit_json(Audit(TEXT, FIGURES), RELEASE))
    assert told["summary"] == dict.fromkeys(VERDICTS, 1)
    assert list(told["figures"][1]) == [
        "text", "start", "end", "value", "unit", "kind", "city", "period", "verdict", "expected", "evidence",
    ]  # fmt: skip
    assert (told["figures"][1]["value"], told["figures"][1]["expected"]) == (67.99, 67.98)
    assert told["figures"][4]["expected"] is None
    assert all(told["text"][one["start"] : one["end"]] == one["text"] for one in told["figures"])


def test_the_tally_counts_every_verdict():
    assert tally(["confirmed", "confirmed", "last-digit"], "en") == (
        "3 figures: 2 confirmed, 1 off in the last digit, 0 contradicted, 0 ambiguous, 0 not checked"
    )
