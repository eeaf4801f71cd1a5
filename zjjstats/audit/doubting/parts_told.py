"""Whether the parts that call a figure wrong are those that its words mean."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import permutations

from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.reading.layout import CLAUSE_END, Item, sentence_before
from zjjstats.audit.relating.words import named, proper

# So many figures on either side may be parts; a clause has no more of them than this.
AROUND, CLAUSE, TWO = 12, 4, 2
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
ANOTHER_SUBJECT = re.compile(r", (?:and|while|whereas|but) (?:the|its|our|[A-Z])")
OF_THEN = re.compile(r"去年|上年|前年|同期|\0|(?:19|20)[0-9]{2}|\b(?:last year|earlier|before|ago)\b")
ONE_OF_TWO = re.compile(r"前者|后者|\bthe (?:former|latter)\b", re.IGNORECASE)
# What one of two is compared with, besides the other one.
THIRD = re.compile(
    r"[距离比较与同](?!前者|后者)[一-鿿]|\b(?:than|above|below|behind|ahead of) (?!the (?:former|latter)\b|it\b)[a-zA-Z]"
)
# What a column's head says of time, besides what its values are.
OF_WHEN = re.compile(
    r"上年同期|[上去今本]年|同期|\b(?:last|this) year\b|\byear (?:earlier|before|ago)\b|(?:19|20)[0-9]{2}年?",
    re.IGNORECASE,
)
RATE = re.compile(r"\b([A-Za-z]{4,}) rates?\b")
# Whom a clause begins with.
OPENS = re.compile(
    r"[A-Z][a-z]{2,}(?=['’]s|,| (?:is|was|has|had|at|in|and|grew|fell|rose|beats?|leads?|trails?|stood)\b)"
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
    is_loose = is_across(item, parts) or (" + " in finding.evidence and any(map(is_word_for_two, parts)))
    is_loose |= any(is_of_another_city(item, one, city_of) for one in parts) or is_one_of_pair(item, words, parts)
    if is_loose or any(is_told_apart(items, item, one) for one in parts):
        return True
    subject, back = places(THAN.split(words)[0]) or places(item.before), items[max(0, item.number - 1)]
    if not subject and back is not item and back.segment == item.segment and back not in parts:
        # Zhuzhou, in third place, 59.4%: a clause without a name goes on with the one before it.
        subject = places(back.before)
    outside = [one for one in parts if not begin <= one.number <= item.number]
    words = " ".join(
        f"{sentence_before(items, one)} {one.own_after} {one.name} {one.head} {city_of(one)}" for one in outside
    )
    borne = named(words) | places(words)
    rate = RATE.search(sentence_before(items, item)) if item.reading.unit == "pct" else None
    if rate is not None and not named(rate[1]) <= borne:
        # Satisfaction rates: of what neither part is told of.
        return bool(outside)
    return bool(outside and subject and not subject & borne)


def is_told_apart(items: list[Item], item: Item, part: Item) -> bool:
    """Whether a part behind a figure is worked out of it, or told in a clause that has a subject of its own."""
    if part.number < item.number:
        return False
    between = " ".join(one.before for one in items[item.number + 1 : part.number + 1])
    # 占30%，是2019年2340万元的3倍: no share of what is of another year.
    is_then = item.reading.kind in ("share", "rate", "percentage") and OF_THEN.search(part.own_before)
    return bool(is_then or WORKED_OUT.search(part.before) or ANOTHER_SUBJECT.search(between))


def is_of_another_city(item: Item, part: Item, city_of: Callable[[Item], str]) -> bool:
    """Whether a part behind a figure is of another city, with which nothing is compared."""
    return part.number > item.number and city_of(part) != city_of(item) and not THAN.search(part.before)


def is_across(item: Item, parts: list[Item]) -> bool:
    """Whether two parts stand in one row of a table above, in columns of other names that are not side by side."""
    cells = [one.cell for one in parts if one.cell is not None]
    if item.cell is not None or not len(cells) == len(parts) == TWO:
        return False
    one, other = cells
    if (one.table, one.row) != (other.table, other.row) or abs(one.column - other.column) < TWO:
        return False
    heads = [OF_WHEN.sub("", part.head).strip(" *%（）()") for part in parts]
    return not any(head and head in wider for head, wider in permutations(heads))


def is_word_for_two(part: Item) -> bool:
    """Whether a part is a word for two, which counts what is told elsewhere: at both points in time, 41."""
    return part.reading.value == TWO and not part.text[:1].isdigit()


def is_one_of_pair(item: Item, words: str, parts: list[Item]) -> bool:
    """Whether only one of two figures told before is set against something, so that the two do not make the figure."""
    around = f"{words} {item.own_after}"
    is_gap = item.reading.unit in ("points", "places") and bool(THIRD.search(around))
    if not is_gap or len({match[0] for match in ONE_OF_TWO.finditer(around)}) != 1:
        return False
    return {one.number for one in parts} == set(range(item.number - len(parts), item.number))


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
    first = OPENS.match(words.strip())
    return proper(f"of {first[0]}, {words}" if first else words) | (named(words) & SHARED)
