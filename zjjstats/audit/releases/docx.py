"""The text of a Word file, in the order in which a reader meets it: paragraphs, tables, text boxes, notes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from zjjstats.errors import ReleaseError

# A part of a file that unpacks to more is no release; a small file can unpack to any size.
LARGEST_PART = 64 * 1024 * 1024
# A note stands on a line of its own below the paragraph that refers to it. No digit: it would read as a figure.
NOTE = "※"
BODY = "word/document.xml"
NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
# Text that no reader sees: what was deleted or moved away, hidden runs, and the second drawing of a text box that is
# kept for old programs.
UNSEEN = {"del", "moveFrom", "Fallback", "instrText", "delText"}
Notes = dict[str, dict[str, str]]
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def docx_text(content: bytes, name: str) -> str:
    """The text of a Word file: a line per paragraph and row of a table, cells apart by tabs, notes where they belong.

    Headers, footers and comments are not part of the release and are left out.

    Parameters
    ----------
    content
        The file's bytes.
    name
        What errors are to call it.

    Raises
    ------
    ReleaseError
        The file is damaged or locked, is no Word file, or unpacks to more than a release can hold.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if BODY not in archive.namelist():
                raise ReleaseError(f"{name}: is a packed file without {BODY}, so it is no Word file (.docx)")
            notes = {kind: dict(notes_of(archive, part, name)) for kind, part in NOTES.items()}
            return "\n".join(lines_of(archive, BODY, name, notes)) + "\n"
    except (zipfile.BadZipFile, ParseError, EOFError, NotImplementedError) as error:
        raise ReleaseError(f"{name}: is a damaged Word file: {error}") from error
    except DefusedXmlException as error:
        raise ReleaseError(f"{name}: holds XML that declares entities, which no word processor writes") from error


def part_of(archive: zipfile.ZipFile, part: str, name: str) -> BytesIO:
    """One part of the file, unpacked no further than the limit."""
    if archive.getinfo(part).flag_bits & 1:
        raise ReleaseError(f"{name}: is locked with a password; save it without one")
    with archive.open(part) as packed:
        content = packed.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        megabytes = LARGEST_PART // 1024**2
        raise ReleaseError(f"{name}: {part} unpacks to more than {megabytes} MB, which no release does")
    return BytesIO(content)


def notes_of(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[tuple[str, str]]:
    """The number and text of each footnote or endnote."""
    if part not in archive.namelist():
        return
    for event, element in iterparse(part_of(archive, part, name), events=("end",)):
        if event == "end" and tag(element) in ("footnote", "endnote"):
            paragraphs = [paragraph_text(one)[0] for one in element.iter() if tag(one) == "p"]
            yield attribute(element, "id"), " ".join(paragraphs).strip()


def lines_of(archive: zipfile.ZipFile, part: str, name: str, notes: Notes) -> Iterator[str]:
    """The lines of the document, each with its notes below."""
    layout, boxes = Layout(notes), 0
    for event, element in iterparse(part_of(archive, part, name), events=("start", "end")):
        kind = tag(element)
        if kind == "txbxContent":
            boxes += 1 if event == "start" else -1
        elif not boxes and event == "start":
            layout.opened(kind)
        elif not boxes:
            # What stands in a text box is told with the paragraph that holds the box.
            yield from layout.closed(kind, element)


class Layout:
    """The tables that are open where the document is being read: one may stand in a cell of another."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.rows: list[list[str]] = []
        self.cells: list[list[str]] = []
        # Notes of a table's row, told below the row.
        self.waiting: list[str] = []

    def opened(self, kind: str) -> None:
        """Takes note of a row or cell that begins."""
        if kind == "tr":
            self.rows.append([])
        elif kind == "tc":
            self.cells.append([])

    def closed(self, kind: str, element: Element) -> list[str]:
        """The lines that are whole now that an element has ended."""
        if kind == "p":
            text, referred = paragraph_text(element)
            element.clear()
            told = [f"{NOTE} {self.notes[sort].get(number, '')}" for sort, number in referred]
            return self.placed(text, told)
        if kind == "tc":
            self.rows[-1].append(" ".join(filter(None, self.cells.pop())))
        elif kind == "tr":
            return self.placed("\t".join(self.rows.pop()), [])
        return []

    def placed(self, text: str, told: list[str]) -> list[str]:
        """Puts a text and its notes into the open cell; outside all tables they are lines."""
        if self.cells:
            self.cells[-1].append(text.replace("\n", " "))
            self.waiting += told
            return []
        lines = [text, *told, *self.waiting]
        self.waiting = []
        return lines


def paragraph_text(paragraph: Element) -> tuple[str, list[tuple[str, str]]]:
    """The text of a paragraph and of the text boxes in it, and the notes that it refers to: sort and number."""
    own: list[str] = []
    boxes: list[str] = []
    referred: list[tuple[str, str]] = []
    # Whether an element stands in a text box travels with it; a stack, since nesting may be deeper than calls.
    stack = [(child, own) for child in reversed(paragraph)]
    while stack:
        element, into = stack.pop()
        kind = tag(element)
        if kind in UNSEEN or (kind == "r" and is_hidden(element)):
            continue
        if kind == "t":
            into.append(element.text or "")
        elif kind in SIGNS:
            into.append(SIGNS[kind])
        elif kind in NOTES:
            into.append(NOTE)
            referred.append((kind, attribute(element, "id")))
        elif kind == "p":
            into.append("\n")
        inner = boxes if kind == "txbxContent" else into
        stack.extend((child, inner) for child in reversed(element))
    return "\n".join(filter(None, ["".join(own), "".join(boxes).strip()])), referred


def is_hidden(run: Element) -> bool:
    """Whether a run of text is formatted as hidden."""
    return any(
        tag(mark) == "vanish" and attribute(mark, "val") not in ("0", "false")
        for properties in run
        if tag(properties) == "rPr"
        for mark in properties
    )


def tag(element: Element) -> str:
    """An element's name without its namespace: the two editions of the standard differ in nothing else here."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace; empty where it is absent."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
