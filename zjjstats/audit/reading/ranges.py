"""What figures side by side tell of each other: the ends of a range, lists of one unit."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from zjjstats.audit.reading.patterns import LISTED, RANGE
from zjjstats.audit.reading.reading import Reading

MOVED_BY = re.compile(r"\b(?:up|down) $")
MOVED_ON = re.compile(r" (?:on|from|since|against|year on year)\b")


def ranged(text: str, readings: list[Reading]) -> list[Reading]:
    """The same readings, with the ends of a range marked as such; its first end takes the unit of the second."""
    for number, (first, second) in enumerate(pairwise(readings)):
        between = text[first.end : second.start]
        if (
            LISTED.fullmatch(between)
            and second.unit not in ("", "count")
            and first.unit in ("", "count")
            and text[first.end - 1].isdigit()
            and (between != " and " or second.kind in ("amount", "growth", "share", "rate"))
        ):
            unit, kind = second.unit, second.kind
            readings[number] = Reading(
                first.start, first.end, first.value, first.decimals, unit, kind, first.approximate
            )
            continue
        if (
            LISTED.fullmatch(between)
            and first.unit == "places"
            and second.unit == "count"
            and text[second.end - 1] == "位"
        ):
            # 前移11位和7位: both are places gained.
            readings[number + 1] = replace(second, unit="places", kind=first.kind)
            continue
        if (
            first.unit == "rank"
            and second.unit == "count"
            and MOVED_BY.search(between)
            and MOVED_ON.match(text, second.end)
        ):
            # Rank 1 (up 11 on the year before): places.
            readings[number + 1] = replace(second, unit="places", kind="rank_change")
            continue
        is_move = re.search(r"(?:从|由|\b[Ff]rom)[^，。；,;]{0,16}$", text[max(0, first.start - 20) : first.start])
        is_range = (
            not is_move
            and RANGE.fullmatch(between)
            and (between.strip() != "and" or "between" in text[max(0, first.start - 9) : first.start])
        )
        if is_range and (first.unit == second.unit or first.unit in ("", "count")):
            readings[number] = Reading(first.start, first.end, first.value, first.decimals, second.unit, "range")
            readings[number + 1] = Reading(
                second.start, second.end, second.value, second.decimals, second.unit, "range"
            )
    return readings
