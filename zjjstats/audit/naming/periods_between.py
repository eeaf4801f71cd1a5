"""Which period stands right by a figure as its own, and which one words lead to from another."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period

# The year that stands right by a figure is that figure's own; the figures after it are of the period told before.
YEAR_BEFORE = re.compile(
    r"((?:19|20)[0-9]{2})年(?:同期)?(?:的|这一|数字|数值|为|是|仅|居|列|排|位居|位列|全省|全国|排名|增速|增长|了)*$"
)
YEAR_AFTER = re.compile(r"^,? (?:in|for) ((?:19|20)[0-9]{2})\b(?! ?[-–])")
# So does a period that stands right behind a figure: 8.1% in the first half of 2016, or 8.1%（2016年上半年）.
IN_BEHIND = re.compile(
    r"(?: (?:growth|entries|projects|firms))?(?: place)?(?: in (?:the province|Hunan|(?:the|its|our) assessment group))?,? (?:in|for|during|over|of|at the (?:end|close) of) (?:the whole of |all of )?"
    r"|(?: of [A-Za-z -]{2,32})?(?: (?:a|each|per|every) year)?[.,;]? [Tt](?:hat|his) (?:was|is)(?: back)?(?: in| for)? "
)
BACK_BEHIND = re.compile(
    r"(?: in (?:the province|Hunan|(?:the|its|our) assessment group))?,? (?:in |of |for |recorded |seen )?"
)
NEAR_BEHIND = 40
# After 13.4% in the same period of 2021.
SAME_BEHIND = re.compile(
    r",? (?P<of>of|seen in|recorded in|in|for|during|over) (?:the )?(?:same|corresponding|equivalent) (?:[a-z]+ )?(?:period|months|quarter|half|stretch|time)(?: (?:of|in))? (?:the )?(?:(?P<year>(?:19|20)[0-9]{2})|last year|previous year|preceding year|year before|year earlier)\b"
)
AGAINST = re.compile(
    r"\b(?:after|against|versus|from|than|following|compared (?:with|to)|up on|down on|as against|it (?:was|had been|stood at)|had (?:been|stood at|grown|risen|come to))(?: the| only| just| a| by)* ?$"
)


def own_year(text: str, item: Item, span: str) -> str:
    """The year that a figure's own words name, where its text tells of whole years; else empty."""
    if not span or not Period.parse(span).is_full_year:
        return ""
    start, end = item.reading.start, item.reading.end
    match = YEAR_BEFORE.search(text[max(0, start - 24) : start]) or YEAR_AFTER.match(text[end : end + 16])
    return str(Period(int(match[1]), 1, 12)) if match else ""


def own_period(text: str, item: Item, coming: list[Mention], span: str) -> str:
    """The period that stands right behind a figure, in brackets or as when it was; else empty."""
    is_level = item.reading.unit not in ("points", "places") and item.reading.kind != "multiple"
    same = SAME_BEHIND.match(text, item.reading.end) if span and is_level else None
    # The 3.9% of the same months of 2021 is of those.
    is_of_then = same and item.reading.unit == "pct" and same["of"] != "over" and (same["year"] or "last" in same[0])
    if same and (
        is_of_then or set_against(text, item) or (same["of"] == "of" and text.endswith("the ", 0, item.reading.start))
    ):
        told = Period.parse(span)
        year = int(same["year"] or told.year - 1)
        return str(Period(year, told.first_month, told.last_month))
    for mention in coming:
        between = text[item.reading.end : mention.start]
        if len(between) > NEAR_BEHIND:
            break
        is_remark = between in ("（", "(") and text[mention.end : mention.end + 1] in ("）", ")")
        # A rise of 25% over 2021 is one since then.
        is_base = between == " over " and item.reading.kind == "growth" and text[mention.start].isdigit()
        if mention.kind == "period" and not is_base and (is_remark or IN_BEHIND.fullmatch(between)):
            return mention.key
        if (
            mention.kind == "back"
            and mention.key not in ("", "-1")
            and (is_remark or BACK_BEHIND.fullmatch(between))
            and text[mention.start].isascii()
        ):
            return earlier(span, mention)
    return ""


def set_against(text: str, item: Item) -> bool:
    """Whether the words before a figure say that something is set against it: after, against, from 13.4%."""
    return bool(AGAINST.search(text[max(0, item.reading.start - len(item.before)) : item.reading.start]))


def earlier(span: str, mention: Mention) -> str:
    """The period that a name tells: its own, or so many years before the one told."""
    if mention.kind == "period" or not span:
        return mention.key if mention.kind == "period" else span
    period = Period.parse(span)
    return str(Period(period.year - int(mention.key), period.first_month, period.last_month))


def goes_on(mention: Mention, span: str, period: str) -> bool:
    """Whether words such as 次年 lead from an earlier year on towards that of the release."""
    return mention.kind == "back" and mention.key == "-1" and "" != span < period and is_year(span)


def is_year(period: str) -> bool:
    """Whether a period is a whole year."""
    return bool(period) and Period.parse(period).is_full_year
