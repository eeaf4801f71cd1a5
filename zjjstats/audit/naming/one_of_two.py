"""The city that a figure takes up as one of the two told last: the one, the other; the former, the latter; 前者."""

from __future__ import annotations

import re

from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item

# A verb or the figure itself follows: the other end, the one thing take up no city.
THEN = r"(?=['’]s\b| (?:is|was|ranks?|ranked|came|stands|stood|at|only)\b|,? *$)"
FORMER = re.compile(rf"前者|\bthe (?:one|former){THEN}", re.IGNORECASE)
LATTER = re.compile(rf"后者|\bthe (?:other|latter){THEN}", re.IGNORECASE)
FEW, TWO = 6, 2


class OneOfTwo:
    """The pair of cities that a text told last, each by a figure of one measure and indicator."""

    def __init__(self) -> None:
        self.pair: tuple[str, ...] = ()
        self.paragraph = -1

    def city(self, items: list[Item], told: list[Context], item: Item) -> str:
        """The city that the words right before a figure take up; empty where they take up none."""
        is_former = bool(FORMER.search(item.own_before))
        if not is_former and not LATTER.search(item.own_before):
            return ""
        if is_former or self.paragraph != item.paragraph:
            self.pair, self.paragraph = pair_told(items, told, item), item.paragraph
        return self.pair[not is_former] if self.pair else ""


def pair_told(items: list[Item], told: list[Context], item: Item) -> tuple[str, ...]:
    """The cities of the figures before, where these are two, and of one measure; in the order of the text."""
    near = [one for one in items[max(0, item.number - FEW) : item.number] if one.paragraph == item.paragraph]
    alike = [one for one in near if one.reading.unit == near[-1].reading.unit][-TWO:]
    cities = tuple(dict.fromkeys(told[one.number].city for one in alike))
    is_same = len({told[one.number].indicator for one in alike}) == 1
    return cities if len(cities) == TWO and all(cities) and is_same else ()
