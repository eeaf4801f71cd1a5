"""The shipped Word template, made by `python -m zjjstats.office.make_template`; an office edits a copy in Word."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from zjjstats.atomic import whole
from zjjstats.office.packing import unzipped, zipped
from zjjstats.office.template import BRIEFING

LATIN = "Times New Roman"
TITLE, HEADING, LEAD, BODY = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
# By font, what stands in for it where a machine has none of that name: each is asked for in turn.
FALLBACKS = {
    TITLE: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun",
    HEADING: "SimHei,方正黑体_GBK,思源黑体,Noto Sans CJK SC",
    LEAD: "KaiTi_GB2312,楷体,KaiTi,方正楷体_GBK,STKaiti",
    BODY: "FangSong_GB2312,仿宋,FangSong,方正仿宋_GBK,STFangsong",
}
# The page and the sizes of official documents (GB/T 9704): 22 lines of 28 characters of 三号.
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
# Twentieths of a point at each side of a cell.
CELL_MARGIN = 57
LINE, BELOW = Pt(28), Pt(12)
BLACK = RGBColor(0, 0, 0)
RED = RGBColor(0xC0, 0x10, 0x10)


@dataclass(frozen=True)
class Look:
    """One style of the template."""

    name: str
    font: str
    size: float
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    indent: int = 0
    line: Pt = LINE
    colour: RGBColor = BLACK
    keep: bool = False


CENTRE, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
LOOKS = (
    Look("Normal", BODY, 16),
    Look("Title", TITLE, 22, CENTRE, line=Pt(35), keep=True),
    Look("Date line", LEAD, 14, CENTRE),
    Look("Warning", HEADING, 14, CENTRE, colour=RED),
    Look("Headline", HEADING, 16, indent=200),
    Look("Heading 1", HEADING, 16, indent=200, keep=True),
    Look("Sentence", BODY, 16, indent=200),
    Look("Lead", LEAD, 14, indent=200, keep=True),
    Look("Picture", BODY, 10.5, CENTRE, line=Pt(0)),
    Look("Caption", HEADING, 10.5, CENTRE, line=Pt(18), keep=True),
    Look("Cell", BODY, 8, LEFT, line=Pt(11)),
    Look("Cell head", HEADING, 8, LEFT, line=Pt(11)),
    Look("Note", BODY, 9, LEFT, line=Pt(12)),
    Look("Header", HEADING, 9, CENTRE, line=Pt(12), colour=RED),
    Look("Footer", BODY, 10.5, CENTRE, line=Pt(14)),
)
BODY_LINES = (
    ("Title", "{{ title }}"),
    ("Date line", "{{ date_line }}"),
    ("Warning", "{%p if warning %}"),
    ("Warning", "{{ warning }}"),
    ("Warning", "{%p endif %}"),
    ("Lead", "{%p for line in intro %}"),
    ("Lead", "{{ line }}"),
    ("Lead", "{%p endfor %}"),
    ("Headline", "{%p for line in headline %}"),
    ("Headline", "{{ line }}"),
    ("Headline", "{%p endfor %}"),
    ("Sentence", "{%p for section in sections %}"),
    ("Heading 1", "{{ section.heading }}"),
    ("Sentence", "{%p for part in section.parts %}"),
    ("Lead", "{%p if part.lead %}"),
    ("Lead", "{{ part.lead }}"),
    ("Lead", "{%p endif %}"),
    ("Sentence", "{%p if part.text %}"),
    ("Sentence", "{{ part.text }}"),
    ("Sentence", "{%p endif %}"),
    ("Picture", "{%p if part.picture %}"),
    ("Picture", "{{ part.picture }}"),
    ("Picture", "{%p endif %}"),
    ("Caption", "{%p if part.grid %}"),
    ("Caption", "{{ part.grid.caption }}"),
    ("", "the table"),
    ("Note", "{%p for note in part.grid.notes %}"),
    ("Note", "{{ note }}"),
    ("Note", "{%p endfor %}"),
    ("Note", "{%p endif %}"),
    ("Sentence", "{%p endfor %}"),
    ("Sentence", "{%p endfor %}"),
)
TABLE_LINES = (
    ("Cell head", ("{%tc for name in part.grid.columns %}", "{{ name }}", "{%tc endfor %}")),
    ("Cell", ("{%tr for row in part.grid.rows %}", "", "")),
    ("Cell", ("{%tc for text in row %}", "{{ text }}", "{%tc endfor %}")),
    ("Cell", ("{%tr endfor %}", "", "")),
)


def template() -> bytes:
    """The template's bytes, the same each time."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    for name, millimetres in MARGINS.items():
        setattr(page, name, Mm(millimetres))
    page.header_distance, page.footer_distance = Mm(20), Mm(25)
    without_theme(document)
    for look in LOOKS:
        dress(document, look)
    for style, text in BODY_LINES:
        if style:
            document.add_paragraph(text, style)
        else:
            add_table(document)
    page.header.paragraphs[0].text = "{{ warning }}"
    number = page.footer.paragraphs[0]
    number.add_run("— ")
    number._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))  # noqa: SLF001
    number.add_run(" —")
    about = document.core_properties
    about.title, about.author, about.comments, about.keywords = "", "zjjstats", "", ""
    about.created = about.modified = dt.datetime(2022, 1, 1)  # noqa: DTZ001 - no clock has a part in it
    document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = font_table()  # noqa: SLF001
    buffer = BytesIO()
    document.save(buffer)
    return zipped(unzipped(buffer.getvalue()))


def without_theme(document: WordDocument) -> None:
    """Takes the theme's fonts out of the defaults and sets ours, with simplified Chinese as the language."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for name in ("w:rFonts", "w:lang"):
        defaults.remove(defaults.find(qn(name)))
    defaults.insert(0, fonts(BODY))
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))


def fonts(chinese: str) -> OxmlElement:
    """The fonts of a style: one for Chinese, one for Latin letters and digits."""
    return parse_xml(
        f'<w:rFonts {nsdecls("w")} w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{chinese}"/>'
    )


def dress(document: WordDocument, look: Look) -> None:
    """Makes or changes one style."""
    named = {style.name: style for style in document.styles}
    style: ParagraphStyle = named.get(look.name) or document.styles.add_style(look.name, 1)
    about = style.element.get_or_add_rPr()
    for child in list(about):
        about.remove(child)
    about.insert(0, fonts(look.font))
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), False, False
    style.font.color.rgb = look.colour
    form = style.paragraph_format
    form.alignment, form.space_before, form.space_after = look.align, Pt(0), Pt(0)
    if look.line:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, look.line
    else:
        form.line_spacing = 1.0
        form.space_before = form.space_after = Pt(6)
    form.keep_with_next = look.keep
    if look.name == "Title":
        form.space_after = BELOW
    paragraph = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:ind", "w:contextualSpacing", "w:tabs"):
        for old in paragraph.findall(qn(name)):
            paragraph.remove(old)
    if look.indent:
        # In hundredths of a character: two characters whatever the size.
        form.first_line_indent = Pt(look.size * look.indent / 100)
        paragraph.find(qn("w:ind")).set(qn("w:firstLineChars"), str(look.indent))


def add_table(document: WordDocument) -> None:
    """Adds the table that every grid of a briefing goes through."""
    table = document.add_table(len(TABLE_LINES), len(TABLE_LINES[0][1]), "Table Grid")
    sides = "".join(f'<w:{side} w:w="{CELL_MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption")  # noqa: SLF001
    for row, (style, texts) in zip(table.rows, TABLE_LINES, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].text, cell.paragraphs[0].style = text, style


def font_table() -> bytes:
    """The table of fonts: what each is, and what to take where it is not installed."""
    entries = [f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>']
    entries += [
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, others in FALLBACKS.items()
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:fonts {nsdecls('w')}>{''.join(entries)}</w:fonts>".encode()


if __name__ == "__main__":
    with whole(BRIEFING) as draft:
        draft.write_bytes(template())
