"""Points, and the percentages of the workspace whose difference they are said to be."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from zjjstats.audit.against.points_taken_up import points_taken_up
from zjjstats.audit.against.workspace_facts import Data, printed_value
from zjjstats.audit.judging.findings import Finding, cautious, judged, told
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE

ON_YEAR_ZH = re.compile(
    r"(?:(?:比|较)(?:上年度?|去年)(?:同期)?|一年(?:之?间|之?内|来))(?:提高|加快|上升|回落|下降|放缓|减缓|低|高)了?$"
)
ON_YEAR_EN = re.compile(
    r" ?(?P<way>above|below|higher|lower|faster|slower) (?:than )?(?:in )?(?:the )?(?:same period (?:of )?)?(?:the )?"
    r"(?:last year|previous year|year before|a year earlier)\b",
    re.IGNORECASE,
)
LEAD_ZH = re.compile(r"(?:[高低快慢]于|[高低]出|超过|超出|领先|落后|落后于|跑赢|快过|输给|比|较)[^，。；]{2,20}$")
LEAD_EN = re.compile(
    r",? (?P<way>above|below|higher|lower|faster|slower|ahead|behind|more|less|better|worse|under|over|short|clear)(?: than| of)?\b[^,.;0-9]{2,48}",
    re.IGNORECASE,
)
LEAD_BEHIND = re.compile(r",? (?:above|below|higher|lower|faster|slower|ahead|behind|more|less|better|worse)\b")
PROVINCE_NAMED = re.compile(r"全省|province|provincial|Hunan", re.IGNORECASE)
POINTS_DOWN = re.compile(
    "回落|下降|放缓|减缓|低|慢|落后|below|lower|slower|slowly|behind|less|worse|under|short", re.IGNORECASE
)


# 与永州相比，湘潭慢1.6个百分点: what is compared stands a clause before.
BESIDE_ZH = re.compile(
    r"[与和同跟较比][^，。；]{2,12}?(?:相比|比较|比)(?:较|起来)?[，,][^，。；0-9]{0,12}?[快慢高低多少领落][^，。；]{0,3}$"
)
APART_ZH = re.compile(r"[与和同跟][^，。；]{2,12}?(?:的|之间)?(?:相差|差距|相距|差)[一-鿿]{0,3}$")


def points_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A percentage's lead over another that words name, or else only take up."""
    if not told_of[item.number].indicator:
        return None
    found = points_named(data, items, told_of, item)
    return found or points_taken_up(data, items, told_of, item)


def points_named(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A percentage's lead over that of another city or of the province, or over its own of the year before."""
    context = told_of[item.number]
    _, growth = data.indicators(context)
    match = ON_YEAR_ZH.search(item.own_before)
    after = None if match else ON_YEAR_EN.match(item.after)
    if match or after:
        told_way = match[0] if match else after[0] if after else ""
        other = replace(context, period=str(Period.parse(context.period).base("same_period_last_year")))
    elif (over := over_printed(items, item)) is not None:
        rows = data.held(context, f"value.{growth}")
        if not rows:
            return None
        exact = printed_value(rows[0]) - over
        shown = {"one": told(printed_value(rows[0])), "other": told(over), "value": told(exact)}
        evidence = f"{data.evidence(rows[0])}; {say(data.lang, 'difference', **shown)}"
        return cautious(item.reading, judged(item.reading, abs(exact), evidence, computed=False))
    elif (led := lead_over(data, item)) or (led := lead_over(data, item, APART_ZH, BESIDE_ZH)):
        told_way, city = led
        other = replace(context, city=city)
    else:
        return None
    now, then = (data.held(one, f"value.{growth}") for one in (context, other))
    if not (now and then) or then[0]["period"] != other.period:
        return None
    exact = printed_value(now[0]) - printed_value(then[0])
    shown = {"one": told(printed_value(now[0])), "other": told(printed_value(then[0])), "value": told(exact)}
    evidence = f"{data.evidence(now[0])}; {say(data.lang, 'difference', **shown)}"
    if APART_ZH.fullmatch(told_way):
        exact = abs(exact)
    finding = judged(item.reading, -exact if POINTS_DOWN.search(told_way) else exact, evidence, computed=False)
    return cautious(item.reading, finding)


def over_printed(items: list[Item], item: Item) -> Decimal | None:
    """The percentage right before points that its clause compares with: 比全省的10.3%高3.5个百分点."""
    other = items[item.number - 1] if item.number else None
    if other is None or other.reading.unit != "pct" or other.sentence != item.sentence:
        return None
    is_behind = re.search(r"[Cc]ompared (?:with|to)|[Aa]gainst", other.before) and LEAD_BEHIND.match(item.after)
    is_before = re.search("[比较][^，。；]*$", other.before) and re.fullmatch(
        r"的?(?:增速|水平|平均水平)?[高低快慢][出了]?", item.before
    )
    return other.reading.value if is_behind or is_before else None


def lead_over(data: Data, item: Item, *ways: re.Pattern[str]) -> tuple[str, str] | None:
    """The words that say which way points are counted, and the city or province that they are counted from."""
    after = LEAD_EN.match(item.after)
    before = next((match for way in ways or (LEAD_ZH,) if (match := way.search(item.before))), None)
    words = before[0] if before else after[0] if after else ""
    if city := data.names.city.search(words):
        return words, data.names.cities[city[0].casefold()]
    return (words, PROVINCE) if PROVINCE_NAMED.search(words) else None
