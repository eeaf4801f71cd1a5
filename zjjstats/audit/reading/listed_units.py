"""The unit of the bare numbers of a list whose head tells it: Spent so far, in million yuan: - roads 310."""

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.reading.column_units import units_of_caption
from zjjstats.audit.reading.reading import Reading
from zjjstats.audit.reading.surroundings import kind_of_percent

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(
    r"[ \t]*(?:[-*+•·–—]|[0-9\0]{1,3}[.)、)]|\0{1,4}[ \t]|[（(][0-9一二三四五六七八九十]{1,3}[)）])[ \t]*(?![|\-*])"
)
ENDS = re.compile(r"[ \t*_]*(?:$|[;；,，。.(（\n]|[—–])")
# What ends a head; a line without it is a head only where it tells its unit in brackets or as one.
HEAD_END = re.compile(r"[:：][ \t*_]*$|单位|[(（][^()（）]{1,24}[)）][ \t*_]*$")
PLAIN = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
LONGEST_HEAD = 160
COUNTED = re.compile(r"数[：: ]*$|\bnumber of\b|家数|人数", re.IGNORECASE)


def listed_under(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with the unit that the head of their list tells, where they print none."""
    told: list[Reading] = []
    number, unit, head = 0, None, ""
    for line in LINE.finditer(text):
        bullet = BULLET.match(line[0])
        if bullet is None:
            unit, head = None, line[0][-LONGEST_HEAD:]
            if HEAD_END.search(head) and not head.lstrip().startswith("|"):
                unit = next(units_of_caption(re.sub(r"[:：][ \t*_]*$", "", head)), None)
        while number < len(readings) and readings[number].start < line.end():
            one = readings[number]
            printed = text[one.start : one.end]
            is_bare = one.unit in ("", "count") and PLAIN.fullmatch(printed) and ENDS.match(text, one.end)
            if bullet and unit and is_bare and not COUNTED.search(text[line.start() : one.start]):
                kind = kind_of_percent(head, len(head), len(head)) if unit[0] == "pct" else unit[1]
                one = replace(one, unit=unit[0], kind=kind)
            told.append(one)
            number += 1
    return told
