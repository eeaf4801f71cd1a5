"""Whether the parts that call a figure wrong are those that its words mean."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.reading.layout import CLAUSE_END, Item, sentence_before
from zjjstats.audit.relating.words import named, proper

# So many figures on either side may be parts; a clause has no more of them than this.
AROUND, CLAUSE = 12, 4
NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
# What stands before these is compared, what stands behind them it is compared with.
THAN = re.compile(
    r"[比较于与和同跟]|\b(?:than|above|below|behind|ahead|over|under|short|beat\w*|exceed\w*|trail\w*|lag\w*|lead\w*|from|against)\b"
)
# Which puts the nation at 6.6%: worked out from the figure before it.
WORKED_OUT = re.compile(
    r"\bwhich (?:puts?|makes?|means?|gives?|leaves?|implies)\b|\b(?:so|hence|thus|implying|meaning)\b|(?:也就是|换句话)说|可见|(?:据此|由此|反)推|推算|折合",
    re.IGNORECASE,
)
SHARED = {"=province", "=nation"}


def parts_of(items: list[Item], item: Item, finding: Finding) -> list[Item]:
    """The figures around a figure that its evidence is made of, of several with one value the nearest."""
    near = [one for one in items[max(0, item.number - AROUND) : item.number + AROUND + 1] if one is not item]
    near.sort(key=lambda one: (abs(one.sentence - item.sentence), abs(one.number - item.number)))
    made_of = finding.evidence.rpartition(" = ")[0] or finding.evidence
    told = [Decimal(number.replace(",", "")) for number in NUMBER.findall(made_of)]
    found = (next((one for one in near if abs(one.reading.value) == value), None) for value in told)
    return [one for one in found if one is not None]


def is_of_others(items: list[Item], item: Item, finding: Finding, city_of: Callable[[Item], str]) -> bool:
    """Whether a figure's clause is about a place that no part outside of it is said of, or a part is worked out of it.

    ``city_of`` tells what a figure's city is called, which its own sentence need not repeat.
    """
    begin, words = clause(items, item)
    parts = parts_of(items, item, finding)
    if any(one.number > item.number and WORKED_OUT.search(one.before) for one in parts):
        return True
    subject = places(THAN.split(words)[0])
    outside = [one for one in parts if not begin <= one.number <= item.number]
    words = " ".join(
        f"{sentence_before(items, one)} {one.own_after} {one.name} {one.head} {city_of(one)}" for one in outside
    )
    borne = named(words) | places(words)
    return bool(outside and subject and not subject & borne)


def clause(items: list[Item], item: Item) -> tuple[int, str]:
    """The number of the first figure of a figure's clause, and the words of the clause before it."""
    words, first = item.before, item.number
    while not CLAUSE_END.search(words) and first > max(0, item.number - CLAUSE):
        before = items[first - 1]
        if before.segment != item.segment:
            break
        first, words = before.number, before.before + words
    return first, CLAUSE_END.split(words)[-1]


def places(words: str) -> frozenset[str]:
    """The places that words name: by a capital letter, as a prefecture or county, as the province or the nation."""
    return proper(f"of {words.strip()}") | (named(words) & SHARED)
