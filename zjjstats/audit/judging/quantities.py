"""Counts and amounts as quantities that can be set against each other, and what two of them give."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal

from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.patterns import LARGE_COUNTS
from zjjstats.phrases import Lang

BACK, AHEAD = 6, 2
HUNDRED = Decimal(100)
# Amounts to one unit, so that 万元 and 亿元 can be set against each other.
SCALES = {
    "CNY": 0, "1e4_CNY": 4, "million_yuan": 6, "1e8_CNY": 8, "billion_yuan": 9, "1e12_CNY": 12, "万美元": 104, "亿美元": 108,
}  # fmt: skip
# Scales from here on are of another currency.
FOREIGN = 100
FALL = re.compile(
    r"下降|减少|降低|回落|下滑|缩减|负增长|缩水|萎缩|少了$|(?<!升)[降跌]了?$|(?:loss|cut|slump) of (?:\w+ )?$|fell|fall|down|drop|declin|decreas|shrank|less|lower|reduc|contract",
    re.IGNORECASE,
)

# Growth of these is published at comparable prices or for the same firms, which two printed amounts do not give.
COMPARABLE = re.compile(
    r"生产总值|增加值|GDP|value[- ]added|可比|同口径|不变价|comparable|constant|\breal\b|same scope", re.IGNORECASE
)
NOUN_EN = re.compile(r"^(?: [a-z-]+){0,2}? ([a-z]{3,}(?:s|people|staff))\b")
MEASURE_ZH = re.compile(r"([家户人件台套辆条座名宗处所批只艘间笔例款起张份])$")
OTHER_TIME = re.compile(
    r"\b(?:after|following|having|against|compared|while|whereas|but|and|instead|versus|from)\b|上年|去年|而",
    re.IGNORECASE,
)
LEVEL_BEFORE = re.compile("[比较][^，。；]{0,12}的$")
# Growth of 11.4% falls 0.4 points short: it has not fallen.
FALLS_SHORT = re.compile(r" (?:falls|fell|drops|dropped)(?: only| just| well)? (?:short|behind|$)")
# A level that something is lower or slower than has not fallen.
SET_AGAINST = re.compile(r"\b(?:s?lower|less|below|behind|short of|under)\b(?: than)? (?=[a-z])[^,.;]*$", re.IGNORECASE)

CHANGED = re.compile(r" (?:more|less|fewer|larger|smaller|higher|lower|bigger|greater)\b")
OVER = re.compile("[多少]了?$")


def changes(item: Item) -> bool:
    """Whether words right beside a percentage make it a change: 75% more than four is seven, of which four is no 75%."""
    return bool(CHANGED.match(item.after) or OVER.search(item.own_before))


def scale(item: Item) -> int:
    """The power of ten that a figure's unit stands for."""
    return LARGE_COUNTS.get(item.reading.unit, SCALES.get(item.reading.unit, 0) % FOREIGN)


def falls(item: Item) -> bool:
    """Whether words make a percentage a fall; what something fell from or to is none."""
    if item.reading.value < 0:
        return True
    if re.search(r"(?:[由从至到为]|\b(?:from|to|at|than)(?: the)?) ?$", item.own_before):
        return False
    if LEVEL_BEFORE.search(item.own_before):
        return False
    # 8.7%回落0.9个百分点: the fall is the next figure.
    after = "" if item.own_after == item.after and CHINESE.search(item.after) else item.own_after[:16]
    # Rose 2.5% after falling 2.4%: the fall is of another time.
    after = OTHER_TIME.split(after)[0] if not FALLS_SHORT.match(item.own_after) else ""
    return bool(FALL.search(SET_AGAINST.sub(" ", item.own_before)) or FALL.search(after))


def amount(item: Item) -> Decimal:
    """A count, or an amount in yuan."""
    return item.reading.value.scaleb(scale(item))


def measure(item: Item) -> str:
    """What kind of quantity it is, so that only like is set against like."""
    unit = item.reading.unit
    if unit in LARGE_COUNTS:
        return "count"
    return "money" if SCALES.get(unit, FOREIGN) < FOREIGN else unit


def counted(item: Item) -> str:
    """What a count counts, where its measure word or the noun behind it says so."""
    if measure(item) != "count":
        return ""
    if (match := NOUN_EN.match(item.after)) and not re.match(" (?:out )?of ", item.after):
        return match[1]
    match = MEASURE_ZH.search(item.text)
    return match[1] if match else ""


def spread(value: Decimal, *parts: Item) -> Decimal:
    """How far a ratio may be off because its parts are printed rounded; counts are exact."""
    off = Decimal(0)
    for part in parts:
        is_rounded = part.reading.kind == "amount" or part.reading.unit in LARGE_COUNTS
        if is_rounded and part.reading.value:
            off += Decimal(5).scaleb(-part.reading.decimals - 1) / abs(part.reading.value)
    return abs(value) * off


def near(items: list[Item], item: Item, *, ahead: int = 0) -> list[Item]:
    """Counts and amounts of the same segment, a bounded number before it (or after it)."""
    span = (
        items[item.number + 1 : item.number + 1 + ahead] if ahead else items[max(0, item.number - BACK) : item.number]
    )
    return [
        other
        for other in span
        if other.segment == item.segment and other.reading.kind in ("count", "amount") and not other.reading.approximate
    ]


def ratio(item: Item, part: Item, whole: Item, lang: Lang) -> Finding | None:
    """The finding for a rate made of two figures."""
    if not amount(whole) or measure(part) != measure(whole):
        return None
    exact = amount(part) / amount(whole) * HUNDRED
    blanks = {"part": told(part.reading.value), "whole": told(whole.reading.value)}
    if part.reading.unit != whole.reading.unit:
        blanks = {"part": told(amount(part)), "whole": told(amount(whole))}
    evidence = say(lang, "rate", **blanks, value=told(exact, item.reading.decimals + 2))
    finding = judged(item.reading, exact, evidence, spread=spread(exact, part, whole))
    # A little over 16.5 of about 64 makes no percentage to the last digit.
    return only_confirmed(finding) if part.reading.approximate or whole.reading.approximate else finding
