"""The words around a figure of projects: its clause on either side, its sentence, the question that it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjjstats.audit.naming import project_words as said
from zjjstats.audit.reading.layout import Item

# Words further off are not a figure's; they bound the cost of one.
REACH = 200
SENTENCES = re.compile(r"[。！？!?；;\n]|\bSTOP\b|\.(?=[\s”\"’*)]|$)")
# A clause of a list ends with "and" as well: the 22 new ones and the 20 that are due.
CLAUSES = re.compile(r"[，,、：:（()）|]|—|--|\b(?:and|but|against|while|as for|with)\b|和|与|及")
NEAR = 48


@dataclass(frozen=True)
class Words:
    """What stands around a figure, up to the figures beside it.

    ``own`` and ``rest`` reach to the ends of its sentence, ``clause`` and ``near`` to those of its clause; ``earlier``
    is the sentence before, ``asked`` that sentence where it is a question, ``beyond`` what follows the next figure.
    """

    item: Item
    before: Item | None
    following: Item | None
    lead: str
    tail: str
    own: str
    rest: str
    clause: str
    near: str
    earlier: str
    asked: str
    beyond: str
    is_begun: bool

    @property
    def is_joined(self) -> bool:
        """Whether nothing parts a figure from the next but words: 22个新开工项目中15个."""
        return len(self.near) == len(self.tail)

    @property
    def is_part(self) -> bool:
        """Whether a count is a part of the next one: 15 of the 22."""
        following = self.following
        return following is not None and following.reading.unit == "count" and bool(said.OF_NEXT.fullmatch(self.near))

    @property
    def is_whole(self) -> bool:
        """Whether a count is that of which the one before is a part."""
        return (
            self.before is not None and self.before.reading.unit == "count" and bool(said.OF_NEXT.fullmatch(self.own))
        )

    @property
    def goes_on(self) -> bool:
        """Whether the figure before stands in the same sentence."""
        return self.before is not None and self.before.sentence == self.item.sentence


def words_of(text: str, items: list[Item], item: Item) -> Words:
    """The words around a figure."""
    number, start, end = item.number, item.reading.start, item.reading.end
    before = items[number - 1] if number else None
    following = items[number + 1] if number + 1 < len(items) else None
    left = before.reading.end if before else 0
    right = following.reading.start if following else len(text)
    lead, tail = text[max(left, start - REACH) : start], text[end : min(right, end + REACH)]
    pieces = SENTENCES.split(lead)
    earlier = next((piece for piece in reversed(pieces[:-1]) if re.search(r"\w", piece)), "")
    # A question, also a line before its answer: how many are new?
    is_answer = any(match[0] in "?？" for match in SENTENCES.finditer(lead)) or lead.rstrip().endswith("：")
    rest = SENTENCES.split(tail)[0]
    near = CLAUSES.split(rest)[0]
    if len(near) == len(tail):
        near = said.VERB_AHEAD.sub("", near)
    beyond = text[following.reading.end : following.reading.end + REACH] if following else ""
    return Words(
        item, before, following, lead, tail,
        own=pieces[-1], rest=rest, clause=CLAUSES.split(pieces[-1])[-1], near=near, earlier=earlier,
        asked=earlier if is_answer else "", beyond=SENTENCES.split(beyond)[0], is_begun=len(pieces) > 1,
    )  # fmt: skip
