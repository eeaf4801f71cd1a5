"""Release files to text, with what was found out about the file. Beside ``tables`` the only module that opens data."""

from __future__ import annotations

import codecs
import hashlib
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from zjjstats.audit.releases.docx import docx_text
from zjjstats.errors import ReleaseError

STDIN = "-"
LARGEST = 10 * 1024 * 1024
# A Word file may hold pictures, which are not read.
LARGEST_PACKED = 64 * 1024 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OTHER_KINDS = (
    (b"%PDF-", "a PDF; save its text as a .txt or .docx file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc) or one locked with a password; save it as .docx without one"),
    (b"{\\rtf", "a rich-text file (.rtf); save it as .docx or plain text"),
)
# Control characters that no text holds; and what stands in a text only if it was read in the wrong encoding.
NO_TEXT = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
MISREAD = re.compile("[\ue000-\uf8ff\ufffd-\uffff]")
# A sample tells bytes without byte mark that are two to a character.
SAMPLE = 4096
CHINESE = re.compile("[\u2010-\u203b\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
FEW_CHINESE = 4
# Bytes of a Western text: a letter or sign beyond ASCII stands alone between ASCII.
PAIR = re.compile(rb"[\x80-\xff]+")
FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^(\w+):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)


@dataclass(frozen=True)
class Release:
    """A release as text: ``read_as`` says how the file was understood, ``about`` is what its front matter tells."""

    name: str
    text: str
    read_as: str
    sha256: str
    about: dict[str, str] = field(default_factory=dict)


def read_release(source: str | Path) -> Release:
    """The text of a release: Markdown or plain text in UTF-8, UTF-16 or GB18030, or a Word file; ``-`` is the input.

    What a file holds is told from its bytes, not from its name. Without a byte mark, encodings are tried in a fixed
    order, each strictly: UTF-8, UTF-16, UTF-8 and GB18030 line by line (files pasted together), GB18030, Windows-1252.
    Front matter of Markdown (lines between two ``---`` at the top) is about the release and no part of it: it is
    blanked, so that offsets stay those of the file.

    Parameters
    ----------
    source
        A path, or ``-``.

    Raises
    ------
    ReleaseError
        There is no such file, it is too large, or it is no text.
    """
    name = str(source)
    content = read_content(source)
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith(b"PK\x03\x04"):
        text = docx_text(content, name)
        refuse_longer(text, name)
        return Release(name, text, "Word (.docx)", digest)
    refuse_longer(content, name)
    for start, kind in OTHER_KINDS:
        if content.startswith(start):
            raise ReleaseError(f"{name}: is {kind}")
    text, read_as = decoded(content, name)
    matter = FRONT_MATTER.match(text)
    if matter is None:
        return Release(name, text, read_as, digest)
    about = dict(FIELD.findall(matter[1]))
    blank = re.sub(r"[^\r\n]", " ", matter[0])
    return Release(name, blank + text[matter.end() :], read_as, digest, about)


def refuse_longer(content: bytes | str, name: str) -> None:
    """Nothing, or an error where a text is longer than any release."""
    if len(content) > LARGEST:
        raise ReleaseError(f"{name}: holds more than {LARGEST // 1024**2} MB of text; split it")


def read_content(source: str | Path) -> bytes:
    """The bytes of a file or of the standard input, no more than one byte beyond the limit.

    Raises
    ------
    ReleaseError
        There is no such file, it cannot be read, or it is too large.
    """
    try:
        if str(source) == STDIN:
            content = sys.stdin.buffer.read(LARGEST_PACKED + 1)
        else:
            with Path(source).open("rb") as file:
                content = file.read(LARGEST_PACKED + 1)
    except OSError as error:
        raise ReleaseError(f"{source}: {error.strerror or error}") from error
    if len(content) > LARGEST_PACKED:
        raise ReleaseError(f"{source}: is larger than {LARGEST_PACKED // 1024**2} MB, which no release is")
    return content


def decoded(content: bytes, name: str) -> tuple[str, str]:
    """The text of the bytes, and the encoding in words.

    Raises
    ------
    ReleaseError
        No encoding makes text of them.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            text = attempt(content[len(mark) :], encoding)
            if text is None:
                raise ReleaseError(f"{name}: says by its first bytes that it is {encoding.upper()}, and is not")
            return text, f"{encoding.upper()} with byte mark"
    if (text := attempt(content, "utf-8")) is not None:
        return text, "UTF-8"
    if encoding := two_bytes_each(content):
        text = attempt(content, encoding)
        if text is not None:
            return text, f"{encoding.upper()} without byte mark"
    elif mixed := mixed_lines(content):
        return mixed
    else:
        for encoding in ("cp1252", "gb18030") if is_western(content) else ("gb18030",):
            if (text := attempt(content, encoding)) is not None:
                return text, {"cp1252": "Windows-1252"}.get(encoding, encoding.upper())
    raise ReleaseError(f"{name}: is no text in UTF-8, UTF-16 or GB18030: is it a picture or another kind of file?")


def attempt(content: bytes, encoding: str) -> str | None:
    """The bytes as text, or None where they are no text in that encoding."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if NO_TEXT.search(text) or (encoding != "utf-8" and MISREAD.search(text)) else text


def two_bytes_each(content: bytes) -> str:
    """UTF-16 in the byte order that NUL bytes tell, since every text has line ends, spaces or digits; else empty."""
    sample = content[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even == odd:
        return "utf-16-le" if even else ""
    return "utf-16-le" if odd > even else "utf-16-be"


def mixed_lines(content: bytes) -> tuple[str, str] | None:
    """The text where some lines are UTF-8 and others GB18030, as in a file pasted together; None where it is not."""
    lines, counts, told = [], {"utf-8": 0, "gb18030": 0}, 0
    for line in content.splitlines(keepends=True):
        text = attempt(line, "utf-8")
        if text is not None and not text.isascii():
            is_utf8 = all(character.isascii() or CHINESE.match(character) for character in text)
            told += len(CHINESE.findall(text)) if is_utf8 else 0
            text = text if is_utf8 else attempt(line, "gb18030")
            counts["utf-8" if is_utf8 else "gb18030"] += 1
        elif text is None:
            text = attempt(line, "gb18030")
            counts["gb18030"] += 1
        if text is None:
            return None
        lines.append(text)
    # A short line of GB18030 may happen to be UTF-8 as well.
    if told < FEW_CHINESE or not counts["gb18030"]:
        return None
    return "".join(lines), f"mixed: {counts['utf-8']} lines UTF-8, {counts['gb18030']} lines GB18030"


def is_western(content: bytes) -> bool:
    """Whether bytes beyond ASCII stand alone, as signs and accents of a Western text do; Chinese takes them in rows."""
    runs = PAIR.findall(content)
    return all(len(run) == 1 for run in runs) if runs else False
