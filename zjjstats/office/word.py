"""A document through a Word template: texts as they are, pictures with their words, tables within the page."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
from docx.image.image import Image
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Twips
from docx.table import Table
from docxtpl import DocxTemplate, InlineImage
from lxml.etree import LxmlError

from zjjstats._version import VERSION
from zjjstats.errors import TemplateError
from zjjstats.office.document import Document, Grid, Part, half_widths
from zjjstats.office.embedding import embed
from zjjstats.office.packing import unzipped, zipped
from zjjstats.office.template import BRIEFING, environment, opened

# A picture leaves room for its heading on the page.
TALLEST = 0.8
WORD = re.compile(r"[!-~]+")
# Counted in half-width characters: a column up to so wide keeps its texts on one line, the others share what is left
# by their longest text, counted up to so much; what a cell's own margins take, and how many go into a line.
UNBROKEN, LONGEST, PADDING, LINE = 13, 40, 3, 110
# In the order that the format prescribes.
PROPERTIES_AFTER_WIDTH = (
    "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook",
    "w:tblCaption", "w:tblDescription", "w:tblPrChange",
)  # fmt: skip


def word_file(
    document: Document, *, city: str, period: str, date_line: str, dated: dt.date, template: Path = BRIEFING
) -> bytes:
    """The document as a Word file, the same bytes for the same document.

    Parameters
    ----------
    document
        What to lay out.
    city, period, date_line
        In words, for the lines below the title.
    dated
        The day the file says it is of; no clock has a part in it.
    template
        The office's own.

    Raises
    ------
    TemplateError
        The template lacks or misspells a placeholder, or cannot be filled.
    """
    word = opened(template)
    width, height = space(word)
    context = {
        "title": document.title,
        "date_line": date_line,
        "warning": document.warning,
        "intro": document.intro,
        "headline": document.headline,
        "sections": [
            {"heading": section.heading, "parts": [shown(part, word, width, height) for part in section.parts]}
            for section in document.sections
        ],
        "city": city,
        "period": period,
        "version": VERSION,
    }
    parts = [part for section in document.sections for part in section.parts]
    try:
        word.render(context, environment(), autoescape=True)
        describe_pictures(word, {hashlib.sha256(part.picture).hexdigest(): part.alt for part in parts if part.picture})
        lay_out_tables(word, [part.grid for part in parts if part.grid], width)
    except (jinja2.TemplateError, LxmlError, TypeError, ValueError, AttributeError, LookupError) as error:
        # What a template of any making can do wrong in ways of its own.
        raise TemplateError(f"template {template} cannot be filled: {error}") from error
    mark_chinese(word)
    about = word.core_properties
    about.title, about.author, about.subject, about.last_modified_by = document.title, "zjjstats", date_line, "zjjstats"
    about.created = about.modified = dt.datetime.combine(dated, dt.time())
    about.comments, about.revision = document.warning, 1
    buffer = BytesIO()
    word.save(buffer)
    return zipped(embed(unzipped(buffer.getvalue())))


def space(word: DocxTemplate) -> tuple[Length, Length]:
    """Width and height between the margins of a template's first page."""
    first = word.docx.sections[0]
    return (
        Length(first.page_width - first.left_margin - first.right_margin),
        Length(first.page_height - first.top_margin - first.bottom_margin),
    )


def shown(part: Part, word: DocxTemplate, width: Length, height: Length) -> Mapping[str, Any]:
    """A part as a template sees it; the picture at the size that fits the page."""
    told = asdict(replace(part, picture=b"")) | {"picture": ""}
    if part.picture:
        image = Image.from_blob(part.picture)
        scale = min(1.0, height * TALLEST / (width * image.px_height / image.px_width))
        told["picture"] = InlineImage(word, BytesIO(part.picture), width=Length(int(width * scale)))
    return told


def describe_pictures(word: DocxTemplate, alternatives: Mapping[str, str]) -> None:
    """Gives each picture the words that stand for it."""
    for drawing in word.docx.element.body.iter(qn("wp:inline")):
        for blip in drawing.iter(qn("a:blip")):
            digest = hashlib.sha256(word.docx.part.related_parts[blip.get(qn("r:embed"))].blob).hexdigest()
            if alt := alternatives.get(digest):
                drawing.docPr.set("descr", alt)


def lay_out_tables(word: DocxTemplate, grids: Sequence[Grid], width: Length) -> None:
    """Makes each table of the document as wide as the page, its columns by their texts, its header on every page."""
    by_columns = {tuple(grid.columns): grid for grid in grids}
    for table in word.docx.tables:
        grid = by_columns.get(tuple(cell.text.strip() for cell in table.rows[0].cells))
        if grid is not None:
            lay_out(table, grid, width)


def lay_out(table: Table, grid: Grid, width: Length) -> None:
    """Lays one table out."""
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001 - what python-docx has no word for
    put(properties, "w:tblW", {"type": "dxa", "w": width.twips}, before=PROPERTIES_AFTER_WIDTH)
    put(properties, "w:tblCaption", {"val": grid.caption}, before=("w:tblDescription", "w:tblPrChange"))
    shares = weights(grid)
    widths = [Twips(width.twips * share // sum(shares)) for share in shares]
    for column, wide in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):  # noqa: SLF001
        column.set(qn("w:w"), str(wide.twips))
    rows = table._tbl.tr_lst  # noqa: SLF001 - a row's cells by python-docx cost more than the rest of the document
    for line, row in enumerate(rows):
        about = row.get_or_add_trPr()
        for name in ("w:cantSplit", *(["w:tblHeader"] if line == 0 else [])):
            if about.find(qn(name)) is None:
                about.append(OxmlElement(name))
        for place, (cell, wide) in enumerate(zip(row.tc_lst, widths, strict=True)):
            cell.width = wide
            if place in grid.numbers:
                for paragraph in cell.p_lst:
                    paragraph.get_or_add_pPr().get_or_add_jc().set(qn("w:val"), "right")


def put(properties: Any, name: str, values: Mapping[str, object], *, before: tuple[str, ...]) -> None:  # noqa: ANN401
    """Sets one property of a table, at the place that the format's order gives it."""
    for old in properties.findall(qn(name)):
        properties.remove(old)
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), str(value))
    properties.insert_element_before(element, *before)


def weights(grid: Grid) -> list[int]:
    """How wide each column is to be, in half-width characters.

    Examples
    --------
    >>> weights(Grid("", ["指标", "数值"], [["地区生产总值增速，全省位次，比上年同期", "8.1%"]], [1]))
    [103, 7]
    """
    columns = range(len(grid.columns))
    # A heading may stand on two lines, but no word of it.
    longest = [
        max(heading_width(grid.columns[place]), *(half_widths(row[place]) for row in grid.rows), 1) for place in columns
    ]
    fixed = {place: longest[place] + PADDING for place in columns if longest[place] <= UNBROKEN}
    shared = {place: min(longest[place], LONGEST) for place in columns if place not in fixed}
    rest = LINE - sum(fixed.values())
    if not shared or rest < UNBROKEN * len(shared):
        return [min(wanted, LONGEST) + PADDING for wanted in longest]
    return [fixed.get(place) or rest * shared[place] // sum(shared.values()) for place in columns]


def heading_width(heading: str) -> int:
    """How wide a heading must be at least to stand on two lines with no word broken.

    Examples
    --------
    >>> heading_width("来源类型"), heading_width("Compared with")
    (4, 8)
    """
    words = [len(word) for word in WORD.findall(heading)]
    return max(-(-half_widths(heading) // 2), *words, 0)


def mark_chinese(word: DocxTemplate) -> None:
    """Says of each run with Chinese text that the signs which both scripts share are Chinese there.

    Quotation marks, dashes and the middle dot would otherwise come from the Latin font.
    """
    for run in word.docx.element.body.iter(qn("w:r")):
        text = "".join(piece.text or "" for piece in run.findall(qn("w:t")))
        if any(unicodedata.east_asian_width(character) == "W" for character in text):
            run.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
