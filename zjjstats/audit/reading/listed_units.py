"""The unit of the bare numbers of a list whose head tells it: Spent, in million yuan: roads 310; 各县投资（亿元）：."""

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.reading.column_units import PLAIN, units_of_caption
from zjjstats.audit.reading.reading import Reading
from zjjstats.audit.reading.surroundings import kind_of_percent

LINE = re.compile(r"[^\n]+")
BULLET = re.compile(
    r"[ \t]*(?:[-*+•·–—]|[0-9\0]{1,3}[.)、)]|\0{1,4}[ \t]|[（(][0-9一二三四五六七八九十]{1,3}[)）])[ \t]*(?![|\-*])"
)
NO_MORE = re.compile(
    r"[ \t*_]*(?:$|[;；:,，。.()（\n]|[—–])| (?:and|while|but|from|against|after|up|down|more|less|in)\b"
)
# What ends a head, which a list follows on its line or on the lines below: a colon, or its unit as the last of a line.
HEAD_END = re.compile(r"[:：]|[)）][ \t*_]*$|单位[^|。]{1,32}。?$|(?<=[元吨亩%人个])。|(?<=[a-z%])\.(?= |$)")
HEAD_START = re.compile(r"[.。;；]")
# Figures are in tonnes: a sentence that tells a unit for what follows.
TOLD = re.compile(r"(?:[Ff]igure|[Aa]mount|[Vv]alue|[Ss]um|[Nn]umber)s? (?:are )?(?:all )?in ")
TOLD_ZH = re.compile("单位(?:均|都)?[：:为是][^，。；|]{1,8}$")
LONGEST_HEAD = 160
COUNTED = re.compile(r"数[：: ]*$|\bnumber of\b|家数|人数", re.IGNORECASE)
Unit = tuple[str, str]


def listed_under(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings with the unit that the head of their list tells, where they print none."""
    told: list[Reading] = []
    number, of_list = 0, None
    for line in LINE.finditer(text):
        is_item, heads = BULLET.match(line[0]), heads_of(line[0])
        if not is_item:
            of_list = heads[-1][1] if heads else None
        while number < len(readings) and readings[number].start < line.end():
            one = readings[number]
            before = line[0][: one.start - line.start()]
            unit = next((of for end, of in reversed(heads) if end <= len(before)), of_list if is_item else None)
            is_bare = one.unit in ("", "count") and PLAIN.fullmatch(text[one.start : one.end])
            if unit and is_bare and NO_MORE.match(text, one.end) and not COUNTED.search(before):
                one = replace(one, unit=unit[0], kind=unit[1])
            told.append(one)
            number += 1
    return told


def heads_of(line: str) -> list[tuple[int, Unit]]:
    """Where the heads in a line end, and the unit and kind that each tells."""
    heads: list[tuple[int, Unit]] = []
    for match in HEAD_END.finditer(line) if not line.lstrip().startswith("|") else ():
        stop = match.start() if match[0] in (":", "：") else match.end()
        head = line[max(0, stop - LONGEST_HEAD) : stop]
        if match[0] == "." and not TOLD.search(head := head[:-1]):
            continue
        if match[0] == "。" and not TOLD_ZH.search(head := head[:-1]):
            continue
        head = HEAD_START.split(head)[-1]
        unit, kind = next(units_of_caption(head), ("", ""))
        if unit:
            heads.append((match.end(), (unit, kind_of_percent(head, len(head), len(head)) if unit == "pct" else kind)))
    return heads
