"""Shares of amounts that the workspace holds: of the province told before, of another city, of several cities together."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from zjjstats.audit.against.several_cities import cities_together
from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data, Row
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import FOREIGN, HUNDRED, SCALES
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.schema import PROVINCE
from zjjstats.wording import exact

OF_PROVINCE = re.compile(
    r"占(?:到|了)?全省|全省[^，。；]{0,12}的$|in the province|of the province|of Hunan|provincial total|province['’]s",
    re.IGNORECASE,
)
# 我们只占4.5%, of the province's amount right before.
BARE_SHARE = re.compile("占(?:了|到|去|比|据|其中的?)?(?:为|约|是|达)?$")
OF_OTHER = re.compile("(?:占|相当于|相当|只有|不及|不到|仅为?|[为是]|达到?)了?(?P<name>[一-鿿]{2,7})的$")
# Of Hunan's GDP, of the provincial total, of that of the province: by words that only a share has.
OF_HUNAN = re.compile(
    r"(?:\b(?:share|proportion|part|third|quarter|fifth|half|tenth)|%|\bper ?cent) of (?:all |the whole of |that of )?(?:Hunan\b|the (?:whole )?province\b|the provincial (?:total|GDP|figure|amount)\b)|(?:^|[.\n] )Of (?:Hunan|the province)['’]s ",
    re.IGNORECASE,
)
GROWTH = re.compile(r"\b(?:gr[eo]w\w*|rose|risen|rise|increas\w*|expan\w*|fell|declin\w*)\b", re.IGNORECASE)
# Chenzhou's share of those completed, in a sentence about the province.
SHARE_OF = re.compile(r"\b(?:share|proportion|part) of\b|占", re.IGNORECASE)
MOST, FEW = 4, 3


def is_of_province(items: list[Item], item: Item) -> bool:
    """Whether a percentage is said to be of the province's amount, by its clause or by the one that it goes on."""
    if OF_PROVINCE.search(item.own_before + item.own_after):
        return True
    before = items[item.number - 1] if item.number else item
    if before is item or before.sentence != item.sentence:
        return False
    if item.before in ("（", "(") and before.reading.unit == item.reading.unit:
        # 占全省的近三成（29.8%）.
        return bool(OF_PROVINCE.search(before.own_before))
    near = [one for one in items[max(0, item.number - FEW) : item.number] if one.sentence == item.sentence]
    wholes = [one for one in near if one.reading.kind == "amount" and not one.reading.approximate]
    return bool(BARE_SHARE.search(item.own_before) and wholes and "全省" in wholes[-1].before)


def share_behind_province(data: Data, items: list[Item], context: Context, item: Item, level: str) -> Finding | None:
    """What a city has of a count or amount that its sentence told of the province; it is only confirmed."""
    words = sentence_before(items, item)
    if (
        not level
        or not item.reading.decimals
        or not PROVINCE_NAMED.search(words)
        or not SHARE_OF.search(item.own_before)
    ):
        return None
    whole = amounts(data, context, [PROVINCE], level)
    printed = {one.reading.value for one in items[max(0, item.number - FEW) : item.number]}
    if not whole or exact(whole[0]) not in printed:
        return None
    return only_confirmed(share(data, item, amounts(data, context, [context.city], level), whole))


def share_of_other(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """An amount in percent of another city's, or of several cities in percent of the province's; it is only confirmed."""
    context = told_of[item.number]
    match = OF_OTHER.search(item.own_before)
    base = data.city_in(match["name"]) if match else ""
    near = items[max(0, item.number - FEW) : item.number]
    if base:
        cities = [told_of[one.number].city for one in reversed(near) if one.sentence == item.sentence]
        pairs = [([city], base) for city in dict.fromkeys([*cities, context.home]) if city not in ("", base, PROVINCE)]
    elif OF_PROVINCE.search(item.own_before) and not context.city:
        pairs = [(cities_together(data, context), PROVINCE)]
    else:
        return None
    keys = [context.indicator, *context.maybe, *(told_of[one.number].indicator for one in reversed(near))]
    for key in dict.fromkeys(filter(None, keys)):
        level, _ = data.indicators(replace(context, indicator=key))
        for some, whole in pairs:
            found = share(data, item, amounts(data, context, some, level), amounts(data, context, [whole], level))
            if held := only_confirmed(found):
                return held
    return None


def share_of_province(data: Data, context: Context, item: Item, level: str) -> Finding | None:
    """What a city's amount, or that of several named, is of the province's; it is only confirmed."""
    clause = f"{item.own_before} {item.own_after}"
    if (
        not level
        or not item.reading.decimals
        or GROWTH.search(clause)
        or not OF_HUNAN.search(f"{context.words} {item.text}{item.after}")
    ):
        return None
    whole = amounts(data, context, [PROVINCE], level)
    found = (share(data, item, amounts(data, context, some, level), whole) for some in sides(context))
    return next(filter(None, map(only_confirmed, found)), None)


def sides(context: Context) -> Iterator[tuple[str, ...]]:
    """The cities whose amount may be meant, likeliest first: its own, one named beside it, all of those together."""
    near = sorted(context.others[0] - {PROVINCE, ""})[:MOST]
    for city in dict.fromkeys([context.city, *near]):
        if city not in ("", PROVINCE):
            yield (city,)
    for size in range(min(len(near), FEW), 1, -1):
        yield from combinations(near, size)


def amounts(data: Data, context: Context, cities: Iterable[str], level: str) -> list[Row]:
    """The amounts or counts of some cities; empty where any of them is not held."""
    rows = [data.held(replace(context, city=city), f"value.{level}") for city in cities]
    held = [of[0] for of in rows if of and (of[0]["unit"] == "count" or SCALES.get(of[0]["unit"], FOREIGN) < FOREIGN)]
    return held if len(held) == len(rows) else []


def share(data: Data, item: Item, parts: list[Row], whole: list[Row]) -> Finding | None:
    """What parts and a whole say of a share."""
    if not parts or not whole or not exact(whole[0]):
        return None
    part = sum(map(exact, parts), Decimal(0))
    value = part / exact(whole[0]) * HUNDRED
    shown = {"part": told(part), "whole": told(exact(whole[0])), "value": told(value, item.reading.decimals + 2)}
    return judged(item.reading, value, f"{data.evidence(parts[0])}; {say(data.lang, 'rate', **shown)}")
