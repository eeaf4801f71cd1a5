"""Which time a figure is of by the words before it: then, in the same months of a year, what something went from."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.naming.period_mentions import FIGURE_OF_IT
from zjjstats.audit.naming.periods_between import IN_BEHIND, earlier, is_year, own_period, own_year
from zjjstats.audit.naming.words_between import REMARK, is_beside
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period

# At the end of 2021 there were four.
AT_END = re.compile(r"\b(?:[Aa]t|[Bb]y|[Uu]ntil) (?:the )?(?:end|close) of $")
THERE_WERE = re.compile(
    r",? (?:there (?:were|was|had been)|it (?:was|had|held|stood at)|we had|the (?:figure|number|total|count) (?:was|stood at|had been))(?: only| just| still)? "
)
# In the same period of 2021 the city was 9th; for the whole of 2021 growth had been 13.2%.
SAME_OPENS = re.compile(
    r"(?:^|[.,;:(—\n] ?|\b(?:and|but|while|whereas|when) )(?:[Ii]n|[Dd]uring|[Oo]ver|[Ff]or) (?:the (?:same|corresponding|equivalent) (?:[a-z]+ )?(?:period|months|quarter|half|stretch) (?:of|in)|(?:the whole|all) of) $"
)
LEFT, WENT_TO = (
    re.compile(r"(?:[由从]|\bfrom )[^，。；,;]{0,12}$"),
    re.compile(r"(?:[至到升跃]|变[为成]|\bto )[^，。；,;]{0,12}$"),
)
MOVED_AFTER = re.compile(
    "(?:一举|大幅|连续)?(?:[前后上下][移升降进退]|提升|跃升|上升|下降|回落|下滑|滑落|跌落|前进|后退)"
)
CLOSES = re.compile(r"年?[。！？\n]|[.!?](?=\s|$)")
# After these, what was set against an earlier time is told of today.
NOW = re.compile(r"\bnow\b|现[居列排为在]|目前|如今|今年")


def period_of(text: str, item: Item, passed: list[Mention], coming: list[Mention], span: str, release: str) -> str:
    """The period that a figure's own words tell; empty where they tell none."""
    if coming and coming[0].kind == "this" and not text[item.reading.end : coming[0].start].strip():
        return release
    if own := own_year(text, item, span) or own_period(text, item, coming, span):
        return own
    names = [one for one in passed if one.kind == "period" or (one.kind == "back" and one.key)]
    if names and names[-1].is_aside and is_told_of(text, names[-1], item, passed):
        return earlier(span, names[-1])
    return str(Period.parse(span).base("same_period_last_year")) if is_left(item) and span else ""


def month_behind(text: str, item: Item, coming: list[Mention]) -> str:
    """The month that stands right behind a figure without a year: 9.4% in November."""
    if coming and coming[0].kind == "month" and not text[item.reading.end : coming[0].start].strip():
        return coming[0].key
    return ""


def is_told_of(text: str, mention: Mention, item: Item, passed: list[Mention]) -> bool:
    """Whether a period in a comparison is a figure's own: 上年的第9位, 2015年（8.5%）, but not 比上年增长8.1%."""
    is_end = THERE_WERE.fullmatch(text[mention.end : item.reading.start]) and AT_END.search(
        text[max(0, mention.start - REMARK) : mention.start]
    )
    is_same = SAME_OPENS.search(text[max(0, mention.start - REMARK) : mention.start])
    is_of = mention.kind == "back" or FIGURE_OF_IT.match(text, mention.end) or is_end or is_same
    is_now = NOW.search(text, mention.end, item.reading.start)
    is_level = item.reading.unit not in ("points", "places")
    # 上年衡阳的地区生产总值是2601.57亿元: whose and which it is may stand between.
    named = [one for one in passed if one.kind in ("city", "indicator") and not one.is_aside]
    return bool(is_of) and not is_now and is_level and is_beside(text, mention, item, named)


def is_left(item: Item) -> bool:
    """Whether a rank is the one that a city went from: it dropped from 4th to 8th."""
    went = WENT_TO.search(item.after) or MOVED_AFTER.match(item.after)
    return item.reading.unit == "rank" and bool(LEFT.search(item.own_before) and went)


def is_right_behind(text: str, previous: Item | None, mention: Mention) -> bool:
    """Whether a time stands right behind a figure, which alone is of it."""
    behind = text[previous.reading.end : mention.start] if previous else "."
    return not behind.strip() or bool(IN_BEHIND.fullmatch(behind))


def is_trailing(text: str, previous: Item | None, mention: Mention, span: str) -> bool:
    """Whether a period stands right behind a figure, or right before one inside a sentence, as an earlier one."""
    is_whole = is_year(mention.key)
    if not span or mention.key >= span or previous is None or not (is_whole or mention.key[4:] == span[4:]):
        return False
    behind = text[previous.reading.end : mention.start]
    if mention.key[:4] < span[:4] and CLOSES.match(text, mention.end) and not CLOSES.search(behind):
        # Ninth, exactly where we stood in 2014: what closes a sentence looks back for it alone.
        return True
    if not (is_whole and is_year(span)):
        # Up from 4 in 2021: of the months told before is what follows.
        return is_whole and mention.key[:4] < span[:4] and bool(IN_BEHIND.fullmatch(behind))
    if IN_BEHIND.fullmatch(behind):
        return True
    return bool(
        re.match(
            r"(?:的|这一|数字|数值|为|是|仅|居|列|排|位居|位列|全省|全国|排名)+第?[0-9一二三四五六七八九十]",
            text[mention.end : mention.end + 16],
        )
    ) and not re.search("[。！？\n]", behind)
