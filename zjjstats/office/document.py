"""An executed notebook as a document: title, headline and numbered sections of sentences, tables and pictures."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import nbformat
from lxml.html import HtmlElement
from nbconvert.filters import markdown2html

from zjjstats.batch.pages import for_readers
from zjjstats.errors import RunError
from zjjstats.phrases import Lang

NUMERALS = "一二三四五六七八九十"
TENS = 10
# A number that the notebook's own heading has in front; the document counts its sections itself.
NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|[0-9]+\.\s+)")
# What no XML file can hold.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Grid:
    """A table of texts: ``numbers`` are the places of the columns set to the right, ``notes`` stand below."""

    caption: str
    columns: list[str]
    rows: list[list[str]]
    numbers: list[int]
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """One thing in a section; exactly one of text, lead (a question or remark), picture and grid is there."""

    text: str = ""
    lead: str = ""
    picture: bytes = b""
    alt: str = ""
    grid: Grid | None = None


@dataclass(frozen=True)
class Section:
    """A numbered heading and what stands below it."""

    heading: str
    parts: list[Part]


@dataclass(frozen=True)
class Document:
    """A briefing as an office lays it out."""

    title: str
    warning: str
    intro: list[str]
    headline: list[str]
    sections: list[Section]


def document_of(notebook: Path, lang: Lang) -> Document:
    """The document that an executed notebook tells: what its page shows, in the same words, with sections numbered.

    Raises
    ------
    RunError
        A cell failed, or the notebook has no title.
    """
    executed = nbformat.read(notebook, as_version=4)
    title, warning, blocks = "", "", [Section("", [])]
    for part in parts_of(executed, lang, str(notebook)):
        if isinstance(part, Part):
            blocks[-1].parts.append(part)
        elif part.tag == "h1":
            title = title or text_of(part)
        elif part.tag == "warning":
            warning = warning or text_of(part)
        else:
            blocks.append(Section(NUMBERED.sub("", text_of(part)), []))
    if not title:
        raise RunError(f"{notebook} has no title: a heading of the first level is what the document is called by")
    # The bottom line comes first in every notebook; it stands below the title without a heading of its own.
    opening, headline, rest = blocks[0], blocks[1] if len(blocks) > 1 else Section("", []), blocks[2:]
    return Document(
        title,
        warning,
        [part.lead for part in opening.parts if part.lead],
        [part.text for part in headline.parts if part.text],
        [Section(number(place, lang) + block.heading, block.parts) for place, block in enumerate(rest, start=1)],
    )


def number(place: int, lang: Lang) -> str:
    """The number of a section: 一、 or 1.

    Examples
    --------
    >>> number(3, "zh"), number(12, "zh"), number(20, "zh"), number(3, "en")
    ('三、', '十二、', '二十、', '3. ')
    """
    if lang != "zh":
        return f"{place}. "
    tens, ones = divmod(place, TENS)
    leading = "" if not tens else ("" if tens == 1 else NUMERALS[tens - 1]) + NUMERALS[-1]
    return f"{leading}{NUMERALS[ones - 1] if ones else ''}、"


def parts_of(executed: nbformat.NotebookNode, lang: Lang, name: str) -> Iterator[Part | HtmlElement]:
    """Each part of a notebook in its order; headings and the warning as elements."""
    for cell in for_readers(executed, lang).cells:
        if cell.cell_type == "markdown":
            yield from read_html(markdown2html(cell.source), is_told=False)
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise RunError(f"{name} failed: {output.ename}: {output.evalue}")
            data = output.get("data", {})
            if "image/png" in data:
                alt = output.metadata.get("image/png", {}).get("alt", "")
                yield Part(picture=base64.b64decode(data["image/png"]), alt=clean(alt))
            elif "text/html" in data:
                yield from read_html(data["text/html"], is_told=True)


def read_html(html: str, *, is_told: bool) -> Iterator[Part | HtmlElement]:
    """The parts of a piece of HTML; ``is_told`` where it is a figure's sentence and not the notebook's own text."""
    grid: Grid | None = None
    for element in lxml.html.fragment_fromstring(html, create_parent="div"):
        kind, css = element.tag, element.get("class", "")
        if kind == "table":
            grid = grid_of(element)
            yield Part(grid=grid)
        elif grid is not None and css == "note":
            grid.notes.append(text_of(element))
        elif css == "warning":
            element.tag = "warning"
            yield element
        elif kind in ("h1", "h2", "h3"):
            yield element
        elif kind in ("ul", "ol"):
            yield from (Part(text=text_of(item)) for item in element)
        elif text := text_of(element):
            yield Part(text=text) if is_told else Part(lead=text)


def grid_of(table: HtmlElement) -> Grid:
    """A table of a page as a grid."""
    head = table.findall(".//thead/tr/th")
    return Grid(
        text_of(table.find("caption")),
        [text_of(cell) for cell in head],
        [[text_of(cell) for cell in row] for row in table.findall(".//tbody/tr")],
        [place for place, cell in enumerate(head) if "number" in cell.get("class", "")],
    )


def text_of(element: HtmlElement | None) -> str:
    """The text of an element; what stands for line ends in the source is a space."""
    return "" if element is None else clean(" ".join(element.text_content().split("\n"))).strip().rstrip("¶")


def clean(text: str) -> str:
    r"""The text without characters that no office file can hold, each replaced by the sign for that.

    Examples
    --------
    >>> clean("甲\x00乙") == "甲\ufffd乙"
    True
    """
    return UNWRITABLE.sub("\ufffd", text)


def half_widths(text: str) -> int:
    """The width of a text in half-width characters; signs that both scripts share count as Chinese.

    Examples
    --------
    >>> half_widths("2022年1—3月")
    12
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
