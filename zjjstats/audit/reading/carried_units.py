"""Units told once in an English sentence: of its other figures of the kind, or in brackets at the head of a list."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.reading.listed_units import listed_under
from zjjstats.audit.reading.patterns import UNIT, UNIT_NAMES
from zjjstats.audit.reading.reading import Reading

# 198.0 million for Eastquay, of so many million yuan told before; 1.2 million people count those.
SCALE_ALONE = re.compile(r"(?:trillion|billion|million)")
NO_NOUN = re.compile(
    r"[,.;:)]|$|\n| (?:for|from|to|in|of|at|by|on|and|or|went|came|a year|more|less|was|were|is|are|had|has|under|against|last|this|the|than|as|with|while|but|then|before|earlier|over|up|down|two|three|above|below|short|behind|ahead)\b| [(]"
)
OTHER_SENTENCE = re.compile(r"\.(?=\s|$)|\n")
# North Mill accounted for 9,800 tonnes, Weir Mill for 7,600 and Back Lane for 3,800.
NAMED_NEXT = re.compile(
    r",? ?(?:(?:and|while|but) )?(?:the )?(?:[A-Z][\w'’-]*(?: of| the)? ?){1,4}(?P<by>for |with |at |on |from |to |by )?(?:another |only |just )?"
)
BY = re.compile(r"\b(?P<by>for|with|at|on|from|to|by) (?:another |only |just |about )?$")
NO_MORE = re.compile(r"[,.;:)]|$|\n| (?:and|while|but)\b")
# Growth by city (per cent): Yongzhou 14.8; Zhuzhou 13.0.
HEAD = re.compile(r"[(](?:in |figures in |all in )?(?P<unit>[a-z %]{1,24})[)][^\n.:]{0,40}:[^\n]{0,240}$")
HEAD_REACH = 320


def carried(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with the units that other figures of their sentence, or the head of their list, tell for them."""
    for number, one in enumerate(readings):
        if unit := headed(text, one):
            readings[number] = unit
    readings = listed_under(text, readings)
    places = range(len(readings) - 1)
    for number in places:
        readings[number + 1] = taken(text, readings[number], readings[number + 1], readings[number + 1])
    for number in reversed(places):
        readings[number] = taken(text, readings[number], readings[number + 1], readings[number])
    return readings


def taken(text: str, first: Reading, second: Reading, one: Reading) -> Reading:
    """One of two neighbours with the unit of the other, where it has none of its own and the words say the same of it."""
    between = text[first.end : second.start]
    other = second if one is first else first
    if not between.isascii() or OTHER_SENTENCE.search(between):
        return one
    if SCALE_ALONE.fullmatch(one.unit) and NO_NOUN.match(text, one.end):
        if other.unit in ("million_yuan", "billion_yuan", "1e12_CNY"):
            unit = "1e12_CNY" if one.unit == "trillion" else f"{one.unit}_yuan"
            return replace(one, unit=unit)
        if (measured := other.unit.partition(" "))[2] and SCALE_ALONE.fullmatch(measured[0]):
            return replace(one, unit=f"{one.unit} {measured[2]}")
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
    named = NAMED_NEXT.fullmatch(text[first.end : second.start])
    by = BY.search(text[max(0, first.start - 24) : first.start])
    return named is not None and (named["by"] or "").strip() in ("", by["by"] if by else "")


def headed(text: str, one: Reading) -> Reading | None:
    """A bare number with decimals with the unit that the head of its list tells in brackets."""
    if one.unit or not one.decimals:
        return None
    if (head := HEAD.search(text, max(0, one.start - HEAD_REACH), one.start)) is None:
        return None
    unit = UNIT.fullmatch(" " + head["unit"])
    name = UNIT_NAMES[int((unit.lastgroup or "u0")[1:])] if unit else ""
    kinds = {"pct": "percentage", "points": "difference", "billion_yuan": "amount", "million_yuan": "amount"}
    return replace(one, unit=name, kind=kinds[name]) if name in kinds else None
