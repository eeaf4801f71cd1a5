"""Which figure told before a phrase means: the one in whose clause its nouns stand, the province's, the leader's."""

from __future__ import annotations

import re
from collections.abc import Callable

from zjjstats.audit.reading.glue import GLUE_EN
from zjjstats.audit.reading.layout import Item

# A paragraph and the empty line before it count two.
BACK, PARAGRAPHS, FEW = 18, 4, 2
# So many letters tell a noun, whether it stands as industry or as industrial.
STEM = 6
# What is ranked in the province is not the province's.
PROVINCE = re.compile(
    r"(?<!\bin )(?<!\bin the )(?<!\bacross )(?<!\bacross the )(?<!\bwithin the )"
    r"\b(?:province|provincial|provincewide|Hunan|nation|national|country)(?:['’]s)?\b",
    re.IGNORECASE,
)
# Names and nouns; these words say how much or of what kind, and name nothing.
EMPTY = re.compile(
    r"\b(?:percent\w*|points?|yuan|billion|million|growth|rate|share|figure|average|mean|that|this|with|whole|itself|respective\w*|counterpart\w*|gap|difference|lead|between)\b",
    re.IGNORECASE,
)
LEADER = re.compile(
    r"\b(?:leader|front[- ]runner|the (?:best|top|first|fastest)(?: one| city)?|top[- ]placed \w+)\b", re.IGNORECASE
)
LAST = re.compile(r"\b(?:laggard|the (?:worst|last|slowest|bottom)(?: one| city)?)\b", re.IGNORECASE)


def nouns(words: str) -> set[str]:
    """What words name: nouns without their plural, names, and the province whatever it is called.

    Examples
    --------
    >>> sorted(nouns("the provincial average of exports")), sorted(nouns("than that")), nouns("industrial")
    (['export', 'province'], [], {'indust'})
    """
    left = EMPTY.sub(" ", GLUE_EN.sub(" ", words))
    found = {word.lower().rstrip("s")[:STEM] for word in re.findall(r"[A-Za-z-]{4,}", left)}
    return found | ({"province"} if PROVINCE.search(words) else set())


def words_of(items: list[Item], item: Item) -> str:
    """The words that tell what a figure is of: those before it up to the one of its kind before, and its own clause."""
    words = item.before
    for other in reversed(items[max(0, item.number - FEW) : item.number]):
        if other.segment != item.segment or other.reading.unit == item.reading.unit:
            break
        words = other.before + " " + words
    return f"{words} {item.own_after}"


def earlier(items: list[Item], item: Item, fits: Callable[[Item], bool]) -> list[Item]:
    """The figures of a kind told before one, as far as they are near."""
    window = items[max(0, item.number - BACK) : item.number]
    return [one for one in window if one.cell is None and fits(one) and item.paragraph - one.paragraph <= PARAGRAPHS]


def meant(items: list[Item], candidates: list[Item], words: str) -> Item | None:
    """The one candidate that words name best; None where they name none, or several alike."""
    if candidates and LEADER.search(words):
        return max(candidates, key=lambda one: one.reading.value)
    if candidates and LAST.search(words):
        return min(candidates, key=lambda one: one.reading.value)
    wanted = nouns(words)
    scores = [(len(wanted & nouns(words_of(items, one))), one) for one in candidates]
    most = max((score for score, _ in scores), default=0)
    best = [one for score, one in scores if score == most]
    return best[-1] if most and len({one.reading.value for one in best}) == 1 else None
