"""Units told once for a whole list: in its head (Spending, in million yuan:), or in a sentence before (figures in tonnes)."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.reading.patterns import UNIT, UNIT_NAMES
from zjjstats.audit.reading.reading import Reading

HEAD = re.compile(
    r"(?:[(](?:in |figures in |all in )?|\b(?:all |figures |each figure |each |amounts |values |sums )?in )(?P<unit>[a-z]{2,9}(?: [a-z]{3,8})?|%)\b[)]?"
    r"(?=[^\n.:;|]{0,40}:)|\b(?:[Ff]igures?|[Aa]mounts?|[Vv]alues?|[Ss]ums?|[Nn]umbers?) (?:are )?(?:all )?in (?P<told>[a-z]{2,9}(?: [a-z]{3,8})?|%)(?=[.])"
)
# The list: the rest of the head's line, or the items on the lines below it.
LIST = re.compile(r"[^\n]{0,400}(?:\n{1,2}[ \t]{0,6}(?:[-*•·–—]|[0-9]{1,2}[.)]|\0+)[ \t][^\n]{0,160}){0,24}")
NO_MORE = re.compile(r" ?(?:[,.;:)(]|$|\n)| (?:and|while|but|from|against|after|up|down|more|less|in)\b")
KINDS = {"pct": "percentage", "points": "difference"}


def headed(text: str, readings: list[Reading]) -> None:
    """Bare numbers of a list get the unit that its head tells."""
    at = 0
    for head in HEAD.finditer(text):
        told = head["unit"] or head["told"]
        unit = UNIT.fullmatch(" " + told)
        name = UNIT_NAMES[int((unit.lastgroup or "u0")[1:])] if unit else ""
        if name in ("", "count", "places", "ordinal", "multiple"):
            continue
        stop = LIST.match(text, head.end())
        end = stop.end() if stop else head.end()
        while at < len(readings) and readings[at].start < head.end():
            at += 1
        number = at
        while number < len(readings) and readings[number].start < end:
            one = readings[number]
            if one.unit in ("", "count") and text[one.end - 1].isdigit() and NO_MORE.match(text, one.end):
                kind = KINDS.get(name, "amount")
                readings[number] = replace(one, unit=told if name == "as printed" else name, kind=kind)
            number += 1
