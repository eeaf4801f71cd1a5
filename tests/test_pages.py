"""Pages as a reader gets them: opened in a real browser."""

from __future__ import annotations

import base64
import re
import shutil
from io import BytesIO

import nbformat
import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import sync_playwright

from conftest import ROOT
from zjjstats.batch.index import index_html
from zjjstats.batch.pages import page_html

pytestmark = pytest.mark.browser

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
A4_WIDTH = 794


@pytest.fixture(scope="module")
def browser():
    if BROWSER is None:
        pytest.fail("no Chromium found: install it, the pages are tested in a real browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, tmp_path):
    """A function that opens a page's HTML and returns the page and every address it asked for."""
    contexts = []

    def opened(html: str):
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": 1000, "height": 900})
        contexts.append(context)
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page, [url for url in asked if not url.startswith(("file:", "data:"))]

    yield opened
    for context in contexts:
        context.close()


def made(path, lang="zh"):
    return page_html(nbformat.read(path, as_version=4), subtitle="张家界市 · 2022年1—3月", lang=lang)


@pytest.fixture(
    scope="module",
    params=[(path, lang) for path in NOTEBOOKS for lang in ("zh", "en")],
    ids=lambda p: f"{p[0].stem}-{p[1]}",
)
def html(request):
    return made(*request.param)


def test_page_asks_no_host_and_shows_no_code(visit, html):
    page, asked = visit(html)
    assert asked == []
    text = page.inner_text("body")
    assert "briefing." not in text
    assert "review." not in text
    assert "import zjjstats" not in text
    assert "¶" not in text
    assert page.locator("script").count() == 0


def test_every_picture_is_seen_and_has_its_own_alternative_text(visit, html):
    page, _ = visit(html)
    pictures = page.locator("img").evaluate_all("all => all.map(one => [one.alt, one.naturalWidth])")
    assert pictures
    assert all(len(alt) > 20 and width > 500 for alt, width in pictures)
    assert len({alt for alt, _ in pictures}) == len(pictures)


def test_tables_have_headers_and_captions(visit, html):
    page, _ = visit(html)
    assert page.locator("table").count() == page.locator("table > caption").count() > 0
    assert page.locator("th").count() == page.locator("th[scope]").count() > 0


def embedded_characters(html: str) -> set[str]:
    (data,) = re.findall(r"url\(data:font/woff;base64,([^)]+)\)", html)
    font = TTFont(BytesIO(base64.b64decode(data)))
    return {chr(code) for code in font.getBestCmap()}


def test_no_glyph_is_missing_on_a_machine_without_chinese_fonts(visit, html):
    page, _ = visit(html)
    text = page.inner_text("body") + page.title()
    beyond_latin = {character for character in text if ord(character) >= 0x2000}
    assert beyond_latin
    assert beyond_latin <= embedded_characters(html)
    assert page.evaluate("document.fonts.check('16px \"zjjstats page\"', '张家界')")


def test_language_is_set_and_only_that_language_is_shown(visit):
    chinese, _ = visit(made(NOTEBOOKS[2], "zh"))
    assert chinese.get_attribute("html", "lang") == "zh-CN"
    assert "The bottom line" not in chinese.inner_text("body")
    english, _ = visit(made(NOTEBOOKS[2], "en"))
    assert english.get_attribute("html", "lang") == "en"
    assert "要点" not in english.inner_text("body")


def test_nothing_is_wider_than_a_printed_page(visit, html):
    page, _ = visit(html)
    page.set_viewport_size({"width": A4_WIDTH, "height": 1123})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_text_from_data_is_shown_and_never_run(visit):
    notebook = nbformat.v4.new_notebook()
    hostile = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    output = nbformat.v4.new_output("stream", name="stdout", text=hostile)
    notebook.cells = [nbformat.v4.new_code_cell("1", outputs=[output]), nbformat.v4.new_markdown_cell(hostile)]
    page, asked = visit(page_html(notebook, subtitle=hostile, lang="zh"))
    assert page.title() != "run"
    assert hostile in page.inner_text("pre")
    assert asked == []


def test_index_links_pages_and_escapes_text(visit):
    rows = [
        {
            "period": "2022年1—3月",
            "city": "<b>张家界市</b>",
            "pages": [{"href": "2022Q1/zhangjiajie/03_briefing.html", "title": "简报", "failed": "未完成"}],
            "figures": ["开工率：68.18%"],
            "origin": "测算",
        }
    ]
    page, asked = visit(index_html(rows, lang="zh"))
    assert asked == []
    assert page.inner_text("tbody td") == "<b>张家界市</b>"
    assert page.get_attribute("a", "href") == "2022Q1/zhangjiajie/03_briefing.html"
    assert "未完成" in page.inner_text("tbody")


def test_page_of_a_failed_notebook_says_what_failed(visit):
    notebook = nbformat.v4.new_notebook()
    error = nbformat.v4.new_output("error", ename="DataError", evalue="2 faults <in> the tables", traceback=[])
    notebook.cells = [nbformat.v4.new_code_cell("1/0", outputs=[error])]
    page, _ = visit(page_html(notebook, subtitle="x", lang="zh"))
    assert page.inner_text("pre.failed") == "DataError: 2 faults <in> the tables"
