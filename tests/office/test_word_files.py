"""Word briefings: what stands in them, in which fonts, and what another program makes of them."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
import pytest

from conftest import ROOT
from offices import W, fonts_of, squeezed, text_of, told, tool, xml
from zjjstats.errors import TemplateError
from zjjstats.office import make_template
from zjjstats.office.document import document_of, number
from zjjstats.office.packing import unzipped
from zjjstats.office.template import BRIEFING, REQUIRED, opened
from zjjstats.office.word import word_file
from zjjstats.periods import Period

pytestmark = pytest.mark.office
DOCUMENT = "word/document.xml"
# Points of A4 and of the margins of official documents.
PAGE, LEFT, RIGHT = 595.3, 28 * 72 / 25.4, 26 * 72 / 25.4
WARNING = "Sample data: every figure on this page is made up"


def notebook_of(path):
    return path.with_name(path.name.replace("briefing", "03_briefing").replace(".docx", ".ipynb"))


@pytest.mark.parametrize("name", ["2022Q1", "2016Q4", "english", "hostile"])
def test_every_sentence_of_the_page_stands_in_the_file_and_in_its_print(printed, name):
    path, pdf = printed[name]
    sentences, _ = told(notebook_of(path))
    paragraphs = {text_of(paragraph) for paragraph in xml(path, DOCUMENT).iter(f"{W}p")}
    assert sentences
    assert [text for text in sentences if text not in paragraphs] == []
    # A hyphen at the end of a line may be the print's own.
    shown = squeezed(tool("pdftotext", pdf, "-")).replace("-", "")
    # A sentence may go on over the foot of one page and the head of the next.
    plain = re.sub(r"—\d+—", "", shown).replace(squeezed(docx.Document(path).sections[0].header.paragraphs[0].text), "")
    assert [text for text in sentences if squeezed(text).replace("-", "") not in plain + shown] == []
    assert "\ufffd" not in shown


def test_sections_are_numbered_in_the_order_of_the_page(printed):
    def headings(name):
        return [p.text for p in docx.Document(printed[name][0]).paragraphs if p.style.name == "Heading 1"]

    chinese = ["一、项目推进", "二、项目入库", "三、指标位次", "四、缺失说明", "五、数字出处", "六、方法"]
    assert headings("2022Q1") == chinese
    assert headings("english")[:2] == ["1. Projects", "2. Database entries"]
    assert [number(place, "zh") for place in (10, 11, 20, 21)] == ["十、", "十一、", "二十、", "二十一、"]


def test_title_and_date_line_come_first_and_tell_no_clock_time(printed):
    for name, lines in {
        "2022Q1": ["工业项目与指标位次简报", "张家界市　2022年1—3月（数据截至2022年3月31日）"],
        "english": ["Briefing: industrial projects and ranks", "Zhangjiajie, January–March 2022 (as of 31 March 2022)"],
    }.items():
        document = docx.Document(printed[name][0])
        assert [paragraph.text for paragraph in document.paragraphs[:2]] == lines
        assert f"{document.core_properties.modified:%Y-%m-%d %H:%M}" == "2022-03-31 00:00"


@pytest.mark.parametrize("name", ["2022Q1", "2016Q4", "english", "hostile"])
def test_nothing_reaches_beyond_the_margins_and_no_glyph_is_missing(printed, name):
    _, pdf = printed[name]
    assert "A4" in tool("pdfinfo", pdf)
    box = r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*)</word>'
    boxes = re.findall(box, tool("pdftotext", "-bbox", pdf, "-"))
    assert len(boxes) > 100
    assert min(float(left) for left, _, _ in boxes) >= LEFT - 1
    for _, right, text in boxes:
        # Chinese typography lets a closing mark hang over the edge, a sign of 16 points wide.
        hangs = 16.1 if text[-1] in "，。、；：）”" else 0
        assert float(right) <= PAGE - RIGHT + 1 + hangs, text
    fonts = fonts_of(pdf)
    assert all(is_embedded for _, is_embedded in fonts)
    assert any("zjjstatsSansSC" in font for font, _ in fonts)


def test_chinese_and_latin_fonts_are_named_in_every_style_with_others_to_fall_back_on(printed):
    path, _ = printed["2022Q1"]
    chinese = {}
    for style in xml(path, "word/styles.xml").iter(f"{W}style"):
        fonts = style.find(f"{W}rPr/{W}rFonts")
        if fonts is not None and fonts.get(f"{W}eastAsia"):
            chinese[style.find(f"{W}name").get(f"{W}val")] = (fonts.get(f"{W}eastAsia"), fonts.get(f"{W}ascii"))
    wanted = {
        "Title": "方正小标宋简体",
        "heading 1": "黑体",
        "Sentence": "仿宋_GB2312",
        "Lead": "楷体_GB2312",
        "Cell": "仿宋_GB2312",
    }
    latin = "Times New Roman"
    assert {name: chinese[name] for name in wanted} == {name: (font, latin) for name, font in wanted.items()}
    named = {
        font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val")
        for font in xml(path, "word/fontTable.xml")
        if font.find(f"{W}altName") is not None
    }
    assert {font for font, _ in chinese.values()} == set(named)
    assert "FangSong" in named["仿宋_GB2312"]
    for run in xml(path, DOCUMENT).iter(f"{W}r"):
        if re.search(r"[\u4e00-\u9fff]", text_of(run)):
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"


@pytest.mark.parametrize("name", ["2022Q1", "english"])
def test_tables_are_as_wide_as_the_text_and_repeat_their_header(printed, name):
    document = docx.Document(printed[name][0])
    page = document.sections[0]
    width = (page.page_width - page.left_margin - page.right_margin) / 635
    assert len(document.tables) == 2
    for table in document.tables:
        columns = [int(column.get(f"{W}w")) for column in table._tbl.tblGrid]
        assert width * 0.95 < sum(columns) <= width
        first, *rest = table._tbl.tr_lst
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rest)
        assert all(len(row.tc_lst) == len(columns) for row in table._tbl.tr_lst)
        assert len(table._tbl.tr_lst) > 3


def test_each_picture_has_the_words_of_the_page_and_fits(printed):
    path, _ = printed["2022Q1"]
    document = docx.Document(path)
    page = document.sections[0]
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == told(notebook_of(path))[1]
    assert len(document.inline_shapes) == 3
    assert all(
        shape.width <= page.page_width - page.left_margin - page.right_margin for shape in document.inline_shapes
    )


def test_made_up_figures_are_marked_at_the_top_of_each_page(printed):
    path, pdf = printed["english"]
    document = docx.Document(path)
    assert document.paragraphs[2].text.startswith(WARNING)
    assert document.sections[0].header.paragraphs[0].text.startswith(WARNING)
    pages = tool("pdftotext", pdf, "-").split("\f")[:-1]
    assert all(squeezed(WARNING) in squeezed(page) for page in pages)
    assert "虚构" not in tool("pdftotext", printed["2022Q1"][1], "-")


def test_hostile_texts_stay_texts(printed, hostile):
    path, pdf = printed["hostile"]
    name = "{{ 7*7 }}{% raw %}<b>甲&乙</b> ../..\\\"'"
    paragraphs = [text_of(paragraph) for paragraph in xml(path, DOCUMENT).iter(f"{W}p")]
    assert name in paragraphs[1]
    assert '=HYPERLINK("http://127.0.0.1","x")' in "".join(paragraphs)
    assert "49" not in paragraphs[1]
    assert squeezed(name) in squeezed(tool("pdftotext", pdf, "-"))
    with zipfile.ZipFile(path) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    assert "127.0.0.1" not in relations
    assert sorted(p.name for p in (hostile[1] / "2016Q4").iterdir()) == ["zhangjiajie"]


def test_a_city_without_figures_says_so(printed):
    text = "\n".join(paragraph.text for paragraph in docx.Document(printed["2016Q4"][0]).paragraphs)
    assert "所用数据表中没有张家界市2016年全年的项目计划与开工数据。" in text


def filled(notebook, template=BRIEFING):
    period = Period.parse("2022Q1")
    about = {"city": "张家界市", "period": "2022年1—3月", "date_line": "2022年1—3月", "dated": period.end}
    return word_file(document_of(notebook, "zh"), **about, template=template)


def test_the_same_notebook_gives_the_same_bytes(printed):
    notebook = notebook_of(printed["2022Q1"][0])
    assert filled(notebook) == filled(notebook)


def test_the_shipped_template_is_what_its_script_makes():
    assert unzipped(make_template.template()) == unzipped(BRIEFING.read_bytes())


def changed(path, old, new, part=DOCUMENT):
    files = unzipped(BRIEFING.read_bytes())
    assert old.encode() in files[part]
    files[part] = files[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{{ title }}", "", "lacks 'title'"),
        ("{{ title }}", "{{ titel }}", "does not know 'titel' (nearest: 'title'); lacks 'title'"),
        ("part.picture", "part.pictur", "does not know 'pictur' (nearest: 'picture'); lacks 'picture'"),
        ("{%p endif %}", "", "must close"),
        ("{{ date_line }}", "{{ date_line.__class__ }}", "does not know '__class__'"),
        ("{{ date_line }}", "{{ date_line | nothing }}", "No filter named 'nothing'"),
    ],
)
def test_a_template_that_lacks_or_misspells_a_placeholder_is_named(tmp_path, old, new, fault):
    path = changed(tmp_path / "own.docx", old, new)
    with pytest.raises(TemplateError, match=re.escape(fault)) as raised:
        opened(path)
    assert str(path) in str(raised.value)


def test_a_file_that_is_no_template_is_named(tmp_path):
    with pytest.raises(TemplateError, match=r"no template '.*none\.docx'"):
        opened(tmp_path / "none.docx")
    for content in (b"", b"PK\x03\x04half", b"{{ title }}"):
        (tmp_path / "own.docx").write_bytes(content)
        with pytest.raises(TemplateError, match=r"own\.docx is no Word document"):
            opened(tmp_path / "own.docx")


def test_a_template_that_cannot_be_filled_is_named(tmp_path, printed):
    path = changed(tmp_path / "own.docx", "{{ date_line }}", "{{ date_line.title.first }}")
    with pytest.raises(TemplateError, match=r"own\.docx cannot be filled: .* has no attribute 'first'"):
        filled(notebook_of(printed["2022Q1"][0]), path)


def test_a_template_that_a_word_processor_split_into_runs_is_read(tmp_path, printed):
    split = "{{ ti</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tle }}"
    path = changed(tmp_path / "own.docx", "{{ title }}", split)
    made = docx.Document(BytesIO(filled(notebook_of(printed["2022Q1"][0]), path)))
    assert made.paragraphs[0].text == "工业项目与指标位次简报"


def test_the_readme_of_templates_names_every_placeholder():
    text = (ROOT / "docs" / "office.md").read_text("utf-8")
    assert [name for name in REQUIRED if f"`{name}`" not in text] == []
