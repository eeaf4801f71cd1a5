"""Units told once in an English text: of its other figures of the kind, or in the head of a list."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.reading.listed_units import listed_under
from zjjstats.audit.reading.reading import Reading

# 198.0 million for Eastquay, of so many million yuan told before; 1.2 million people count those.
SCALE_ALONE = re.compile(r"(?:trillion|billion|million)")
NO_NOUN = re.compile(
    r"[,.;:)]|$|\n| (?:for|from|to|in|of|at|by|on|and|or|went|came|a year|more|less|was|were|is|are|had|has|under|against|last|this|the|than|as|now|then|today|together|with|while|but|before|earlier|over|up|down|two|three|above|below|short|behind|ahead)\b| [(]"
)
OTHER_SENTENCE = re.compile(r"\.(?=\s|$)|\n")
# North Mill accounted for 9,800 tonnes, Weir Mill for 7,600 and Back Lane for 3,800.
NAMED_NEXT = re.compile(
    r",? ?(?:(?:and|while|but) )?(?:the )?(?:[A-Z][\w'’-]*(?: of| the)? ?){1,4}(?P<by>for |with |at |on |from |to |by )?(?:another |only |just )?"
)
BY = re.compile(r"\b(?P<by>for|with|at|on|from|to|by) (?:another |only |just |about )?$")
NO_MORE = re.compile(r"[,.;:)]|$|\n| (?:and|while|but)\b")
# The rate is 5.1%; the city's is 5.6: of the same.
POSSESSED = re.compile(
    r"(?:[,;.] (?:(?:and|while|but|against) )?| (?:and|while|but) )(?:[Tt]hat of )?(?:[Tt]he |[Ii]ts )?(?:[A-Za-z-]+ ){0,2}[A-Za-z-]+['’]s? (?:(?:is|was|were|are|stands?|stood|at|only|just|had been|came to) ){0,3}"
)
# So far back a unit may have been told, in a text that counts nothing else by the million since.
BACK = 480
PEOPLE = re.compile(
    r"\b(?:population|people|inhabitants|residents|visitors|visits|passengers|tourists|trips|parcels|vehicles|cars|customers|users|workers|jobs|shares|copies|trees|dollars|euros)\b",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\b(?:at|to|from|with|was|is|stood|had|reached) $")
EACH = re.compile(r" (?:for|to|per) (?:each|every|one)\b| (?:each|apiece)\b")
# Names, times and what joins them; a word for a change would be of another figure.
# Signs of English print that are not ASCII.
PLAIN = re.compile("[’‘“”–—]")
LISTED_ZH = re.compile(r"[，、；](?![^，]*(?:增|减|升|降|涨|跌|占|比|高|低|快|慢))[一-鿿\0]{1,10}")
ELSEWHERE = re.compile(
    r"(?!.*\b(?:up|down|rise|rose|risen|fall|fell|fallen|growth|grew|gain|more|less|higher|lower|share|worth|costing)\b)(?:[,;]|,? (?:and|but|while|against)| (?:in|for|at)\b)[^.\n0-9%]{0,60} "
)
# So many figures back in its sentence a unit is looked for.
MOST_BEFORE = 6
MONEY = ("million_yuan", "billion_yuan", "1e12_CNY", "CNY", "1e8_CNY")


def told_in_sentence(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings in which numbers with decimals, but without a unit, have that which their sentence tells."""
    for number, one in enumerate(readings):
        if not one.unit and one.decimals:
            readings[number] = told_before(text, readings[max(0, number - MOST_BEFORE) : number], one)
    for number in range(len(readings) - 2, -1, -1):
        if not readings[number].unit and readings[number].decimals:
            readings[number] = told_behind(text, readings[number], readings[number + 1])
    return readings


def told_before(text: str, earlier: list[Reading], one: Reading) -> Reading:
    """A number with decimals and without a noun with the unit that its sentence told before it: against 1.2 a year ago.

    What is told as a level (at 8.9) takes the unit of a level, and no points; what falls to each is of the unit of all.
    """
    is_each = EACH.match(text, one.end)
    if one.unit or not one.decimals or not (is_each or NO_NOUN.match(text, one.end)):
        return one
    sentence = max(0, one.start - 200)
    for match in OTHER_SENTENCE.finditer(text, sentence, one.start):
        sentence = match.end()
    is_level = LEVEL.search(text, max(0, one.start - 12), one.start)
    points: Reading | None = None
    for other in reversed(earlier):
        if other.start < sentence or not PLAIN.sub("", text[other.end : one.start]).isascii():
            break
        if is_each and other.unit == "count":
            return replace(one, unit="count", kind="count")
        if other.unit in ("pct", *MONEY) or (other.unit == "points" and not is_level) or " " in other.unit:
            return replace(one, unit=other.unit, kind=other.kind)
        points = points or (other if other.unit == "points" else None)
    return replace(one, unit="points", kind=points.kind) if points else one


def told_behind(text: str, one: Reading, other: Reading) -> Reading:
    """The same of a list whose last figure has the unit: Loudi at 7.7, Yiyang at 8.1 percent; 6.1 in May and 6.4 percent in June."""
    between = text[one.end : other.start]
    is_listed = (NO_NOUN.match(text, one.end) and ELSEWHERE.fullmatch(between)) or LISTED_ZH.fullmatch(between)
    return replace(one, unit=other.unit, kind=other.kind) if is_listed and other.unit in ("pct", *MONEY) else one


def carried(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with the units that other figures of their sentence, or the head of their list, tell for them."""
    readings = told_in_sentence(text, listed_under(text, readings))
    places = range(len(readings) - 1)
    for number in places:
        readings[number + 1] = taken(text, readings[number], readings[number + 1], readings[number + 1])
    for number in reversed(places):
        readings[number] = taken(text, readings[number], readings[number + 1], readings[number])
    for told_order in (range(len(readings)), reversed(range(len(readings)))):
        measured: Reading | None = None
        for number in told_order:
            one = readings[number]
            if SCALE_ALONE.fullmatch(one.unit):
                readings[number] = one = taken_back(text, measured, one)
            if one.unit in MONEY or " " in one.unit:
                measured = one
    return readings


def taken_back(text: str, measured: Reading | None, one: Reading) -> Reading:
    """A number of millions without a noun with the unit that sentences before it have told last, else one behind it."""
    if (
        measured is None
        or max(one.start - measured.end, measured.start - one.end) > BACK
        or not NO_NOUN.match(text, one.end)
    ):
        return one
    between = text[min(one.end, measured.end) : max(one.start, measured.start)]
    begun = text[max(0, one.start - BACK) : one.start]
    sentence = OTHER_SENTENCE.split(begun)[-1] + OTHER_SENTENCE.split(text[one.end : one.end + 60])[0]
    if not between.isascii() or PEOPLE.search(sentence):
        return one
    return with_scale_of(measured, one) or one


def with_scale_of(other: Reading, one: Reading) -> Reading | None:
    """A scale alone with what another figure measures: yuan, or so many million tonnes."""
    if other.unit in MONEY:
        return replace(one, unit="1e12_CNY" if one.unit == "trillion" else f"{one.unit}_yuan")
    if (measured := other.unit.partition(" "))[2] and SCALE_ALONE.fullmatch(measured[0]):
        return replace(one, unit=f"{one.unit} {measured[2]}")
    return None


def taken(text: str, first: Reading, second: Reading, one: Reading) -> Reading:
    """One of two neighbours with the unit of the other, where it has none of its own and the words say the same of it."""
    between = text[first.end : second.start]
    is_next = one is second and POSSESSED.fullmatch(between)
    other = second if one is first else first
    if not between.replace("’", "'").isascii() or (OTHER_SENTENCE.search(between) and not is_next):
        return one
    is_scale = SCALE_ALONE.fullmatch(one.unit) and NO_NOUN.match(text, one.end)
    if is_scale and (scaled := with_scale_of(other, one)) is not None:
        return scaled
    if one is second and is_gapped(text, first, second):
        return replace(second, unit=first.unit, kind=first.kind)
    return one


def is_gapped(text: str, first: Reading, second: Reading) -> bool:
    """Whether a bare number stands behind another name where the figure before it stands behind its own."""
    is_bare = (
        second.unit in ("", "count") and text[second.start : second.end].replace(",", "").replace(".", "").isdigit()
    )
    if not is_bare or first.unit in ("", "count", "rank", "places", "multiple") or not NO_MORE.match(text, second.end):
        return False
    if POSSESSED.fullmatch(text[first.end : second.start]):
        return True
    named = NAMED_NEXT.fullmatch(text[first.end : second.start])
    by = BY.search(text[max(0, first.start - 24) : first.start])
    return named is not None and (named["by"] or "").strip() in ("", by["by"] if by else "")
