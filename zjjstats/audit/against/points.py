"""Points, and the percentages of the workspace whose difference they are said to be."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.against.points_taken_up import points_taken_up
from zjjstats.audit.against.workspace_facts import Data, printed_value
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.periods import Period

ON_YEAR_ZH = re.compile(
    r"(?:(?:比|较)(?:上年度?|去年)(?:同期)?|一年(?:之?间|之?内|来))(?:提高|加快|上升|回落|下降|放缓|减缓|[低高快慢])了?$"
)
SINCE_ZH = re.compile(
    "[与同和跟较比](?:(?P<year>(?:19|20)[0-9]{2})年|上年|去年)(?:同期|全年|上半年|[前一]?三?季度)?(?:相比|比较|比)?[，,]"
)
CHANGED_ZH = re.compile("(?:提高|加快|上升|提升|回落|下降|放缓|减缓|降低)了?$")
ON_YEAR_EN = re.compile(
    r" ?(?P<way>above|below|higher|lower|faster|slower) (?:than )?(?:in )?(?:the )?(?:same period (?:of )?)?(?:the )?"
    r"(?:last year|previous year|year before|a year earlier)\b",
    re.IGNORECASE,
)
LEAD_ZH = re.compile(r"(?:[高低快慢]于|[高低]出|超过|超出|领先|落后|落后于|跑赢|快过|输给|比|较)[^，。；]{2,20}$")
LEAD_EN = re.compile(
    r",? (?P<way>above|below|higher|lower|faster|slower|ahead|behind|more|less|better|worse|under|over|short|clear|shy|in front|in excess)(?: than| of)?\b[^,.;0-9]{2,48}",
    re.IGNORECASE,
)
LINK, LISTED_MOST = re.compile("[、和与及，]?(?:以及)?"), 4
POINTS_DOWN = re.compile(
    "回落|下降|放缓|减缓|低|慢|落后|below|lower|slower|slowly|behind|less|worse|under|short|shy", re.IGNORECASE
)


# 与永州相比，湘潭慢1.6个百分点: what is compared stands a clause before.
BESIDE_ZH = re.compile(
    r"[与和同跟较比][^，。；]{2,12}?(?:相比|比较|比)(?:较|起来)?[，,][^，。；0-9]{0,12}?[快慢高低多少领落][^，。；]{0,3}$"
)
# Set against the province, Hengyang's investment runs 3.7 points faster.
BESIDE_EN = re.compile(
    r"(?:^|[.;,] ?)(?:[Ss]et |[Mm]easured |[Cc]ompared |[Nn]ext |[Rr]elative )\b(?:[Aa]gainst|[Ww]ith|[Tt]o|[Bb]eside|[Aa]longside) (?P<who>[^,.;0-9]{2,24}), "
)
WAY_EN = re.compile(
    r",? (?:faster|slower|higher|lower|ahead|behind|better|worse|more|less|above|below)\b", re.IGNORECASE
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
    context, is_sure = told_of[item.number], True
    _, growth = data.indicators(context)
    since = SINCE_ZH.search(sentence_before(items, item)) if CHANGED_ZH.search(item.own_before) else None
    match = ON_YEAR_ZH.search(item.own_before)
    after = None if match else ON_YEAR_EN.match(item.after)
    if match or after:
        told_way = match[0] if match else after[0] if after else ""
        other = replace(context, period=str(Period.parse(context.period).base("same_period_last_year")))
    elif since is not None:
        # 与2021年相比，工业总产值增速加快1.2个百分点: since then, of the release's own period.
        told_way, is_sure = item.own_before, False
        context = replace(context, period=context.release_period or context.period)
        other = replace(context, period=str(Period.parse(context.period).base("same_period_last_year")))
        if since["year"] and since["year"] != other.period[:4]:
            return None
    elif (led := lead_over(data, item, items=items)) or (
        led := lead_over(data, item, APART_ZH, BESIDE_ZH) or beside_told(data, items, item)
    ):
        told_way, city = led
        other = replace(context, city=city)
        if city == context.city != context.home != "":
            # 全省为9.6%；我市的增速……高出全省17.0个百分点: of the city's own again.
            context, is_sure = replace(context, city=context.home), False
    else:
        return None
    now, then = (data.first(one, f"value.{growth}") for one in (context, other))
    if not (now and then) or then["period"] != other.period:
        return None
    exact = printed_value(now) - printed_value(then)
    evidence = data.apart(now, printed_value(now), printed_value(then))
    if APART_ZH.fullmatch(told_way):
        exact = abs(exact)
    finding = judged(item.reading, -exact if POINTS_DOWN.search(told_way) else exact, evidence, computed=False)
    return cautious(item.reading, finding) if is_sure else only_confirmed(finding)


def beside_told(data: Data, items: list[Item], item: Item) -> tuple[str, str] | None:
    """The way that points are counted, and from whom, where their English sentence opens with what it is set against."""
    way, opens = WAY_EN.match(item.after), BESIDE_EN.search(sentence_before(items, item))
    if way is None or opens is None:
        return None
    return (way[0], city) if (city := data.city_in(opens["who"])) else None


def listed_words(items: list[Item], item: Item) -> str:
    """The words before a figure, or before the list of points that it is in: 分别高于全省14.4个、4.1个百分点."""
    for one in reversed(items[max(0, item.number - LISTED_MOST) : item.number + 1]):
        if one.reading.unit != item.reading.unit or one.segment != item.segment:
            break
        if not LINK.fullmatch(one.before):
            return one.before
    return item.before


def lead_over(
    data: Data, item: Item, *ways: re.Pattern[str], items: list[Item] | None = None
) -> tuple[str, str] | None:
    """The words that say which way points are counted, and the city or province that they are counted from."""
    after = LEAD_EN.match(item.after)
    said = item.before if items is None else listed_words(items, item)
    before = next((match for way in ways or (LEAD_ZH,) if (match := way.search(said))), None)
    words = before[0] if before else after[0] if after else ""
    return (words, city) if (city := data.city_in(words)) else None
