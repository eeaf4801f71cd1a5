"""Where each figure of a text stands: its sentence, its segment, and the words between it and its neighbours."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zjjstats.audit.reading import numerals
from zjjstats.audit.reading.cells import Cell, Cells
from zjjstats.audit.reading.figures import read
from zjjstats.audit.reading.kept import cached_property
from zjjstats.audit.reading.numerals import folded
from zjjstats.audit.reading.reading import Reading

NEAR = 8
# Words further away than this are not a figure's own; they bound the cost of a figure.
REACH = 120
SENTENCE_END = re.compile(
    r"[。！？!\n]|\?(?![*”\"’) ]{1,6}(?:A: )?(?:[Oo]nly |[Jj]ust )?(?:[0-9+]|(?i:"
    rf"{numerals.EN})\b))|(?<!\bNo)(?<!\bvs)(?<!\bi\.e)(?<!\be\.g)(?<!\bcf)(?<!\bapprox)(?<!\bca)\.(?=[\s”\"’)]|$|[A-Z])"
)
SEGMENT_END = re.compile(r"[；;]")
CLAUSE_END = re.compile(r"[，,、：:（(）)|；;。！？!?\n]|\.(?= |$)|—")


# Nothing parts the words of a row's and of a column's name from each other.
APART = re.compile("[（()）|,，、:：;；。]")
# What a line or a segment of a list calls its figure.
LABEL = re.compile(r"[\s*•·–—-]*[A-Za-z][A-Za-z0-9'’,/ -]{2,72}: *")
# What a paragraph opens with names what its first sentence is of: 竣工类。20个全部在建.
SHORT_LABEL = re.compile(r"(?:^|\n)[\s*•·#>-]{0,6}[一-鿿]{2,8}[*]{0,2}。(?=[^\n])")
# How many are new? 22: the question tells what its answer counts.
ASKED = re.compile(r"(?P<words>[^.?!;\n]*)\?[*”\"’) ]{1,6}(?:A: )?(?:[Oo]nly |[Jj]ust )?$")
# A remark in brackets right before a figure does not part it from its words.
BRACKETS = re.compile(r"[（(][^（()）0-9]{1,2}[)）]|[（(][^（()）]{0,20}[)）](?=[^，,。；;]{0,6}$)")


@dataclass(frozen=True)
class Item:
    """A reading and its place: ``before`` and ``after`` reach to the neighbouring figures of the same segment."""

    reading: Reading
    number: int
    sentence: int
    segment: int
    paragraph: int
    before: str
    after: str
    cell: Cell | None = None
    # The figure as printed, folded.
    text: str = ""
    # What the row and the column of its cell are called.
    name: str = ""
    head: str = ""
    # What stands before it in its cell: up, ↑.
    lead: str = ""

    @cached_property
    def own_before(self) -> str:
        """The words of its own clause before it; of a label and a colon, those of the label: Start rate, new: 68.18%."""
        if LABEL.fullmatch(self.before):
            return self.before.replace(":", " ").replace(",", " ").lstrip()
        if asked := ASKED.search(self.before):
            return asked["words"]
        return CLAUSE_END.split(BRACKETS.sub("", self.before))[-1]

    @cached_property
    def own_after(self) -> str:
        """The words of its own clause after it."""
        return CLAUSE_END.split(self.after)[0]


def lay_out(text: str, *, is_grouped: bool = True) -> list[Item]:
    """Every figure of a text with its place; where no group is known, without the last places in one, which have no number."""
    plain = folded(text)
    cells = Cells(plain)
    readings = [
        reading
        for found in read(text)
        if (is_grouped or not found.is_in_group) and (reading := cells.read(found)) is not None
    ]
    items: list[Item] = []
    spans = list(segments(plain, readings))
    for number, reading in enumerate(readings):
        start, stop, sentence, segment, paragraph = spans[number]
        left = max(start, readings[number - 1].end if number else 0, reading.start - REACH)
        right = min(stop, readings[number + 1].start if number + 1 < len(readings) else stop, reading.end + REACH)
        before, after = plain[left : reading.start], plain[reading.end : max(right, reading.end)]
        cell, printed = cells.at(reading.start), plain[reading.start : reading.end]
        name = head = lead = ""
        if cell is None or not cell.column:
            cell = None
        else:
            # A figure in a table has its words in the first cell of its row and in the head of its column.
            name, head = cells.words(cell.name), cells.words(cell.head)
            lead = plain[max(cell.start, reading.start - REACH) : reading.start].strip()
            before = f"{APART.sub(' ', f'{name} {head}')[-REACH:]} {lead}"
            after = plain[reading.end : min(cell.end, reading.end + REACH)].strip()
        place = (number, sentence, segment, paragraph)
        items.append(Item(reading, *place, before, after, cell, printed, name[:REACH], head[:REACH], lead))
    return items


def segments(text: str, readings: list[Reading]) -> Iterator[tuple[int, int, int, int, int]]:
    """By figure, where its segment starts and ends, and the numbers of its sentence, segment and paragraph."""
    breaks = list(boundaries(text))
    at = sentence = segment = paragraph = start = 0
    for reading in readings:
        while at < len(breaks) and breaks[at][0] < reading.start:
            position, level = breaks[at]
            start, segment, at = position + 1, segment + 1, at + 1
            sentence, paragraph = sentence + (level > 0), paragraph + (level > 1)
        yield start, breaks[at][0] if at < len(breaks) else len(text), sentence, segment, paragraph


def boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Where segments end: 0 at a semicolon, 1 at the end of a sentence, 2 at that of a paragraph."""
    labels = {match.end() - 1 for match in SHORT_LABEL.finditer(text)}
    for match in BOUNDARY.finditer(text):
        if match.start() in labels:
            continue
        yield match.start(), 0 if match[0] in "；;" else 2 if match[0] == "\n" else 1


def sentence_end(text: str, place: int) -> int:
    """Where the sentence of a place ends, as far as figures reach."""
    ended = SENTENCE_END.search(text, place, place + REACH)
    return ended.start() if ended else place + REACH


def sentence_before(items: list[Item], item: Item) -> str:
    """The words of a figure's sentence before it."""
    near = items[max(0, item.number - NEAR) : item.number + 1]
    return "".join(one.before for one in near if one.sentence == item.sentence)


BOUNDARY = re.compile(f"{SENTENCE_END.pattern}|{SEGMENT_END.pattern}")
