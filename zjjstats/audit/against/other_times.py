"""Of when a figure may be besides the time told last: the year before, the release's own period, the year after."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.against.ends_told import end_told
from zjjstats.audit.against.points import listed_words
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.times_told import LEFT, WENT_TO, is_left
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period

YEAR_BEFORE = re.compile(
    r"\b(?:a|one|the) year (?:ago|before|earlier)\b|\blast year\b|\bprevious year\b|\bat the time\b|\bthen\b|\bhad been\b",
    re.IGNORECASE,
)
# 从2021年底的4个扩大到9个: what something came to is of the release's own period.
FROM = re.compile(r"[由从]|\b[Ff]rom ")
ARRIVES = re.compile(r"(?:[到至]|[变增达升][为成到至加]了?|[升降进退]为)$|\bto $")
# Quickened to 11.1% from 8.1%; went from one to the other.
SET_AGAINST = re.compile(
    r"\b(?:from|after|against|compared (?:with|to)|versus)(?: the| a| only| just| place| No\.)* ?$"
)
LAST_YEAR = re.compile("(?<![比较])(?:去年|上年)[^，。；]{0,8}$")
# 那时我市排第6, 今年同期只排第8: of another year than the figure before.
# Of today is what stands behind a comparison that its own clause ends (位次与上年同期持平，方阵第2位), and 同期全省 is of the time told.
AGO = "(?:去年|上年|前一年|一年(?:之|以)?前)"
THEN = re.compile(
    rf"(?<![与较比和跟同]){AGO}|(?<=[与较比和跟同]){AGO}(?![^，。；]{{0,20}}[，；])|当时|那时|彼时|此前|(?<![去上]年)(?<!年前)同期(?!全[省市国])"
)
TODAY, FEW = re.compile("今年|如今|而今|眼下|目前|本年|现[在居列排]"), 6


def other_periods(items: list[Item], context: Context, item: Item) -> list[Context]:
    """Of which periods a figure may be besides the one told last: the release's, of places the year after, or the newest."""
    if is_left(item):
        # What something rose from is of the year before alone.
        return [replace(context, period=year_before(context))]
    periods = [context.month] if context.is_period_here else [context.month, context.release_period]
    if ARRIVES.search(item.own_before):
        periods.append(context.release_period)
    if YEAR_BEFORE.search(f"{item.own_before} {item.own_after}") and not came_to(items, item):
        # A year before what the text is about, not before what was told last.
        periods.append(year_before(context))
    periods += times_told(items, context, item)
    if SET_AGAINST.search(item.own_before) or LAST_YEAR.search(item.own_before):
        # 去年是9.5%: of last year, unless that is what the release is about.
        periods.append(str(Period.parse(context.period).base("same_period_last_year")))
    before = items[item.number - 1] if item.number else item
    is_reached = before.reading.unit == "places" and before.sentence == item.sentence and item.reading.unit == "rank"
    is_reached = is_reached and not THEN.search(item.before)
    if item.reading.unit == "places" or is_reached:
        # By moving up five places it arrived at number one: of the year that they were gained in.
        told = Period.parse(context.period)
        periods.append(str(Period(told.year + 1, told.first_month, told.last_month)))
    changed = [replace(context, period=period) for period in periods if period and period != context.period]
    return [*changed, replace(context, is_period_told=False)]


def times_told(items: list[Item], context: Context, item: Item) -> list[str]:
    """Of when a figure may be by its words: a place of the year before or of today, a level that something left."""
    if item.reading.unit != "rank":
        # 由1273.25亿元增至1396.15亿元: the level of the year before.
        is_left = LEFT.search(item.own_before) and WENT_TO.search(item.after)
        # 上年末为4个, 一季度末的68.18%: projects are told of up to an end.
        ended = end_of(items, context, item) if not context.indicator and item.reading.unit in ("count", "pct") else ""
        return [*([year_before(context)] if is_left else []), *filter(None, [ended])]
    words = item.before + listed_words(items, item) + item.own_after[:FEW]
    told = [year_before(context)] if THEN.search(words) else []
    return [*told, context.release_period or context.period] if TODAY.search(words) else told


def end_of(items: list[Item], context: Context, item: Item) -> str:
    """The end that a figure's words tell, or of a rate those of the count before it: 6月底开工20个，开工率90.91%."""
    before = items[item.number - 1] if item.number else item
    is_rate = item.reading.unit == "pct" and before.segment == item.segment and before.reading.unit == "count"
    return end_told(context, item) or (end_told(context, before) if is_rate else "")


def year_before(context: Context) -> str:
    """The same months of the year before the release; empty where no period is known."""
    now = context.release_period or context.period
    return str(Period.parse(now).base("same_period_last_year")) if now else ""


def is_year_before(context: Context) -> bool:
    """Whether a figure is taken to be of an earlier year than the release."""
    return bool(context.release_period) and context.period[:4] < context.release_period[:4]


def came_to(items: list[Item], item: Item) -> bool:
    """Whether a figure is what the figure before it came to: from 4 to 9."""
    before = items[item.number - 1] if item.number else None
    is_from = before is not None and before.segment == item.segment and FROM.search(before.own_before)
    return bool(is_from and ARRIVES.search(item.own_before))
