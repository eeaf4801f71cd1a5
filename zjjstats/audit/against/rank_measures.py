"""Whether a rank is one of a level or of its growth, by its own words or by the figures before it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import REACH, Item

GROWTH_WORDS = re.compile(r"增速|增长|增幅|grow|grew|rose|rise|up\b|increas|expand", re.IGNORECASE)
GROWTH_NAMED = re.compile(
    r"增速|增幅|增长率|速度|growth|\b(?:by|in|on|for) (?:speed|pace)\b|fastest|slowest|quickest", re.IGNORECASE
)
LEVEL_NAMED = re.compile(
    r"总量|规模(?!以上|工业)|总额|绝对额|体量|块头|盘子|\b(?:by|in|of) (?:size|volume|value)\b|\blevel\b(?! (?:with|on)\b)|largest|biggest|smallest",
    re.IGNORECASE,
)


def ranked_indicators(data: Data, items: list[Item], told_of: list[Context], item: Item) -> list[str]:
    """By which indicator a rank is: growth where the words or the figures before it say so."""
    context = told_of[item.number]
    level, growth = data.indicators(context)
    if not (level and growth):
        return [level or growth]
    if context.ranks is not None:
        # Who has a share of the whole is ranked by size.
        return [level if items[context.ranks].reading.kind in ("amount", "share") else growth]
    if (own := own_measure(item)) is not None:
        return [growth if own else level]
    is_growth = measure_before(items, told_of, item)
    if is_growth is None:
        # 居第7位；增速居第3位: what the next one ranks is not ranked here.
        following = items[item.number + 1] if item.number + 1 < len(items) else item
        is_level = following.sentence == item.sentence and following.reading.unit == "rank" and own_measure(following)
        return [level] if is_level else [level, growth]
    return [growth if is_growth else level]


def measure_before(items: list[Item], told_of: list[Context], item: Item) -> bool | None:
    """Whether the figures of its sentence before a rank tell growth, or the level; None where they tell neither."""
    context = told_of[item.number]
    for other in reversed(items[max(0, item.number - 4) : item.number + 1]):
        of = told_of[other.number]
        if other.sentence != item.sentence or context.indicator not in (of.indicator, *of.maybe):
            break
        if other is not item and LEVEL_NAMED.search(other.own_before):
            return False
        is_rise = other.reading.unit == "pct" and other.reading.kind != "share"
        if is_rise or GROWTH_WORDS.search(other.before) or GROWTH_WORDS.search(other.own_after):
            return True
        if other.reading.kind == "amount":
            return False
    return None


def own_measure(item: Item) -> bool | None:
    """Whether the words nearest to a rank name growth, or the level; None where they name neither."""
    words = item.before + "\0" + item.own_after
    place = len(item.before)
    growth = [match.start() for match in GROWTH_NAMED.finditer(words)]
    level = [match.start() for match in LEVEL_NAMED.finditer(words)]
    if not growth and not level:
        return None
    return min((abs(one - place) for one in growth), default=REACH) < min(
        (abs(one - place) for one in level), default=REACH
    )
