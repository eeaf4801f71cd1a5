"""Shares of the province's amount that English words tell of a city or several: a third of Hunan's GDP, 29.8 percent."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import HUNDRED
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.schema import PROVINCE
from zjjstats.wording import exact

# Of Hunan's GDP, of the provincial total, of that of the province: a share of the province's amount.
OF_PROVINCE = re.compile(
    r"(?:\b(?:share|proportion|part|third|quarter|fifth|half|tenth)|%|\bper ?cent) of (?:all |the whole of |that of )?(?:Hunan\b|the (?:whole )?province\b|the provincial (?:total|GDP|figure|amount)\b)|(?:^|[.\n] )Of (?:Hunan|the province)['’]s ",
    re.IGNORECASE,
)
GROWTH = re.compile(r"\b(?:gr[eo]w\w*|rose|risen|rise|increas\w*|expan\w*|fell|declin\w*)\b", re.IGNORECASE)
MOST, FEW = 4, 3


def share_of_province(data: Data, context: Context, item: Item, level: str) -> Finding | None:
    """What a city's amount, or that of several named, is of the province's; it is only confirmed."""
    clause = f"{item.own_before} {item.own_after}"
    if (
        not level
        or not item.reading.decimals
        or GROWTH.search(clause)
        or not OF_PROVINCE.search(f"{context.words} {item.text}{item.after}")
    ):
        return None
    whole = data.held(replace(context, city=PROVINCE), f"value.{level}")
    if not whole:
        return None
    for some in sides(context):
        held = [data.held(replace(context, city=city), f"value.{level}") for city in some]
        if not all(held):
            continue
        part = sum((exact(rows[0]) for rows in held), Decimal(0))
        percent = part / exact(whole[0]) * HUNDRED
        shown = {"part": told(part), "whole": told(exact(whole[0])), "value": told(percent, item.reading.decimals + 2)}
        evidence = f"{data.evidence(whole[0])}; {say(data.lang, 'rate', **shown)}"
        if found := only_confirmed(judged(item.reading, percent, evidence)):
            return found
    return None


def sides(context: Context) -> Iterator[tuple[str, ...]]:
    """The cities whose amount may be meant, likeliest first: its own, one named beside it, all of those together."""
    near = sorted(context.others[0] - {PROVINCE, ""})[:MOST]
    for city in dict.fromkeys([context.city, *near]):
        if city not in ("", PROVINCE):
            yield (city,)
    for size in range(min(len(near), FEW), 1, -1):
        yield from combinations(near, size)
