"""Among whom a place is: the cities of the province or those of the assessment group, as words name or take up."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.against.workspace_facts import Row
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item
from zjjstats.schema import GROUP, PROVINCE

GROUP_WORDS = re.compile(
    r"方阵|队列|分组|小组|梯队|[核评本同]组|组[内里中别]|assessment|queue|\bgroup\b", re.IGNORECASE
)
PROVINCE_WORDS = re.compile(r"全省|省内|市州|in the province|of the province|provinc|of 14|Hunan", re.IGNORECASE)
BACK = 4
# In the assessment group, Changsha was 4th: told where a sentence opens, before the clause of its first place.
OPENS = re.compile(
    r"(?:^\s*|[.!?。！？\n]\s*|[;；] ?)(?:(?:And |But )?(?:In|Within|Among|Inside|Across|Of) [^,.;，。；]{2,48}, |在?[^，。；,.]{0,6}(?:方阵|分组|小组|全省)[^，。；]{0,4}，)[^。；;!?！？\n]*$"
)

# What stands right behind a figure is of that; with a capital a sentence begins.
SENTENCE_OPENS = re.compile(r"\s*[A-Z]")


def scope_named(item: Item) -> str:
    """The scope that a rank's own words name; empty if none."""
    words = item.own_before[-40:], item.own_after[:40]
    # In Chinese the scope stands before the place, in English behind it.
    for text in words if CHINESE.search(item.before + item.after) else words[::-1]:
        if GROUP_WORDS.search(text):
            return GROUP
        if PROVINCE_WORDS.search(text):
            return PROVINCE
    if opens := OPENS.search(item.before):
        told = re.split("[，,]", opens[0])[0]
        return GROUP if GROUP_WORDS.search(told) else PROVINCE if PROVINCE_WORDS.search(told) else ""
    # 继续领跑考核方阵，位居榜首: a clause before, with no figure between.
    return GROUP if CHINESE.search(item.before) and GROUP_WORDS.search(item.before) else ""


def speaks_of_group(item: Item) -> bool:
    """Whether a sentence speaks of the group before its first place: the slide inside the group was short, from 2nd to 5th."""
    return bool(SENTENCE_OPENS.match(item.before) and GROUP_WORDS.search(item.before))


def scope_of(items: list[Item], item: Item, told_of: list[Context]) -> str:
    """The scope that a rank's own words name, else that of the rank before it in its sentence; empty if none."""
    before = items[item.number - 1] if item.number else item
    if before.reading.unit == "count" and before.segment == item.segment and GROUP_WORDS.search(before.own_before):
        # 在考核方阵五个市州中排第5位: how many the group has stands between.
        return GROUP if CHINESE.search(item.before) else scope_named(item)
    if scope := scope_named(item):
        return scope
    for other in reversed(items[max(0, item.number - 4) : item.number]):
        if told_of[other.number].indicator != told_of[item.number].indicator:
            break
        if other.sentence == item.sentence and other.reading.unit == "rank":
            return scope_of(items, other, told_of)
    return ""


def scopes_open(items: list[Item], item: Item, context: Context) -> list[str]:
    """Among whom a place without a scope may be: of an earlier time in the group only behind a place in that."""
    is_earlier = bool(context.release_period) and context.period[:4] < context.release_period[:4]
    return [PROVINCE] if is_earlier and not is_group_told(items, item) else [PROVINCE, GROUP]


def is_group_told(items: list[Item], item: Item) -> bool:
    """Whether its sentence speaks of the group before a place, or the place before it in its paragraph is one in that."""
    if speaks_of_group(item):
        return True
    for other in reversed(items[max(0, item.number - BACK) : item.number]):
        is_place = other.reading.unit in ("rank", "places") and other.paragraph == item.paragraph
        if is_place and ((scope := scope_named(other)) or speaks_of_group(other)):
            return scope in (GROUP, "")
    return False


def is_only_in_group(items: list[Item], item: Item, rows: list[Row]) -> bool:
    """Whether an English place that names no scope holds in the group alone, of which nothing speaks."""
    held = {str(row["fact"]).rpartition(".")[2] for row in rows if int(row["value"]) == item.reading.value}
    is_english = not CHINESE.search(item.before + item.after)
    return is_english and held == {GROUP} and not is_group_told(items, item)
