"""What figures side by side tell of each other: the ends of a range, lists of one unit."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.reading.patterns import LISTED, RANGE
from zjjstats.audit.reading.reading import Reading

MOVED_BY = re.compile(r"\b(?:up|down) $")
MOVED_FROM = re.compile(r"(?:从|由|\b[Ff]rom)[^，。；,;]{0,16}$")
# Rank 2 (10 a year earlier): places both.
THEN_BEFORE = re.compile(r"\*{0,2},? ?[(](?:against |from |was |previously |formerly |compared with )?$")
THEN_BEHIND = re.compile(
    r" (?:(?:a|one|the) year (?:earlier|before|ago)|last year|(?:then|before|previously)[);,]|in (?:19|20)[0-9]{2}\b)|(?<=was [0-9])[)]|(?<=was [0-9]{2})[)]"
)
THEN_LABEL = re.compile(r",? ?[(](?:(?:a|one|the) year (?:earlier|before|ago)|last year|before|previously|then):? ?")
MOVED_TO = re.compile(
    r" to (?:only |just |about |nearly |over )?| ?[到至] ?|(?:上?升|提高|下?降|回落|增加?|加快|减少|扩大)[到至为] ?"
)
LISTED_ON = re.compile(r",? (?:and |or |then )?|[、，]|[和及与]")
MOVED_ON = re.compile(r" (?:on|from|since|against|year on year)\b")


def ranged(text: str, readings: list[Reading]) -> list[Reading]:
    """The same readings, with the ends of a range marked as such; its first end takes the unit of the second."""
    # From the last on, so that a unit told once goes back along its list: 1.5个、0.8个和0.3个百分点.
    for number in range(len(readings) - 2, -1, -1):
        if (unit := shared_unit(text, *readings[number : number + 2])) is not None:
            readings[number] = replace(readings[number], unit=unit.unit, kind=unit.kind)
    for number in range(len(readings) - 1):
        for place, changed in enumerate(side_by_side(text, *readings[number : number + 2]), number):
            if changed is not None:
                readings[place] = changed
    return readings


def shared_unit(text: str, first: Reading, second: Reading) -> Reading | None:
    """The unit that a number listed before another takes from it: 1.5个和0.3个百分点; 4.1, 5.2 and 6.3 per cent; from 31 to 34 per cent."""
    if (
        first.unit in ("", "count")
        and second.unit not in ("", "count", "rank", "places", "multiple")
        and text[first.end - 1].isdigit()
        and text[first.start].isdigit()
    ):
        between = text[first.end : second.start]
        is_moved = MOVED_FROM.search(text[max(0, first.start - 20) : first.start]) and MOVED_TO.fullmatch(between)
        if is_moved or (first.decimals and second.decimals and LISTED_ON.fullmatch(between)):
            return second
    is_half = first.unit == "count" and text[first.end - 1] == "个" and text[first.end - 2].isdigit()
    is_whole = second.unit in ("points", "places") and "个" in text[second.start : second.end]
    return second if is_half and is_whole and LISTED.fullmatch(text[first.end : second.start]) else None


def side_by_side(text: str, first: Reading, second: Reading) -> tuple[Reading | None, Reading | None]:
    """What two figures side by side make of each other; None where a figure stays what it is."""
    between = text[first.end : second.start]
    is_list, is_counted = LISTED.fullmatch(between), first.unit in ("", "count")
    if (
        is_list
        and second.unit not in ("", "count")
        and is_counted
        and text[first.end - 1].isdigit()
        and (between != " and " or first.decimals or second.kind in ("amount", "growth", "share", "rate"))
    ):
        return replace(first, unit=second.unit, kind=second.kind), None
    if is_list and first.unit == "places" and second.unit == "count" and text[second.end - 1] == "位":
        # 前移11位和7位: both are places gained.
        return None, replace(second, unit="places", kind=first.kind)
    is_then = THEN_LABEL.fullmatch(between) or (THEN_BEFORE.fullmatch(between) and THEN_BEHIND.match(text, second.end))
    is_listed_rank = is_list and second.unit == "count" and text[second.end - 1] == "位"
    if first.unit == "rank" and (is_listed_rank or (is_then and second.unit == "count")):
        # 第三、四位: both are ranks.
        return None, replace(second, unit="rank", kind="rank")
    is_moved = MOVED_BY.search(between) and MOVED_ON.match(text, second.end)
    if is_moved and first.unit == "rank" and second.unit == "count":
        # Rank 1 (up 11 on the year before): places.
        return None, replace(second, unit="places", kind="rank_change")
    if is_range(text, first, second, between) and (first.unit == second.unit or is_counted):
        first, second = (replace(one, unit=second.unit, kind="range", approximate=False) for one in (first, second))
        return first, second
    return None, None


def is_range(text: str, first: Reading, second: Reading, between: str) -> bool:
    """Whether what stands between two figures makes them the ends of a range, not of a move between them."""
    if between == " or " and first.unit == "count" and second.value == first.value + 1:
        return True
    if not RANGE.fullmatch(between) or MOVED_FROM.search(text[max(0, first.start - 20) : first.start]):
        return False
    return between.strip() != "and" or "between" in text[max(0, first.start - 9) : first.start]
