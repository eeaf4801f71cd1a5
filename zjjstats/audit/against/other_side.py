"""Gaps between two cities, or a city and the province, that a Chinese clause tells in points or in places.

Either side may be named, or taken up: the other side from the figure of its kind before it (永州快于全省1.9个百分点，岳阳快0.1个),
the own side from the city that the text has told. Where a clause names the other side, its figure is a gap between the two
and no change since last year.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zjjstats.audit.against.rank_scopes import GROUP_WORDS
from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data, Row, printed_value
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item
from zjjstats.schema import GROUP, PROVINCE
from zjjstats.wording import exact

WAY = re.compile("[高低快慢多少超前后差距胜输赢逊甩]|领[先跑]|落")
AHEAD = re.compile("[高快多超前胜赢甩]|领[先跑]")
THAN = re.compile("[比较][^，。；]{2,8}?了$")
APART = re.compile("相?差(?!距)|差距|相距|落差|悬殊|之间")
BEHIND = re.compile("[低慢少后逊输]|落|差|不[及如敌]")
# In these words no other city is meant: what is told is a change of the city's own.
OWN_CHANGE = re.compile(
    "[比较](?:上年|去年|同期|上月|上季|年初|20[0-9]{2}年?)|同比|环比|[由从].{0,12}[到至]|提速|加快|放缓|回落|一年"
)
AVERAGE = re.compile("(?:[比较与和]|[高低快慢]于|[高低]出|[赢输]给?|超过|落后|领先|不及)平均(?![每两三])")
BACK, FEW, PAIR = 6, 3, 2


@dataclass(frozen=True)
class Sides:
    """Two cities or the province, whose facts differ by what is printed; ``is_named`` where one clause names both."""

    own: str
    other: str
    is_named: bool


def gap_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A gap in points or places between the sides that a clause tells or takes up; it is refuted by one wrong digit."""
    if item.cell is not None or item.reading.approximate or not CHINESE.search(item.before):
        return None
    found = [one for side in sides_of(data, items, told_of, item) for one in findings(data, items, told_of, item, side)]
    holding = next((one for one in found if one.verdict == "confirmed"), None)
    return holding or (found[0] if len(found) == 1 else None)


def names_other(data: Data, told_of: list[Context], item: Item) -> bool:
    """Whether a figure's own clause names another city than its own to compare with."""
    names = named(data, item.own_before)
    return bool(WAY.search(item.own_before)) and any(
        name not in (told_of[item.number].city, PROVINCE) for name in names
    )


def named(data: Data, words: str) -> list[str]:
    """The cities and the province that words name, in their order."""
    found = [(match.start(), data.names.cities[match[0].casefold()]) for match in data.names.city.finditer(words)]
    found += [(match.start(), PROVINCE) for match in PROVINCE_NAMED.finditer(words)]
    return list(dict.fromkeys(key for _, key in sorted(found)))


def sides_of(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Iterator[Sides]:
    """What a gap may lie between, likeliest first."""
    words, context = clause_words(items, item), told_of[item.number]
    if not (WAY.search(words + item.own_after[:6]) or THAN.search(words)) or OWN_CHANGE.search(words):
        return
    names = named(data, words)
    if len(names) == PAIR:
        yield Sides(names[0], names[1], is_named=True)
        return
    if not names and AVERAGE.search(words) and context.city != PROVINCE:
        # 比平均水平高4.4个百分点: the average is the province's, where no other is named.
        yield Sides(context.city, PROVINCE, is_named=False)
        return
    before = side_before(data, items, told_of, item)
    others = [name for name in names if name != context.city]
    own = context.city if context.city not in ("", *others) else (before.own if before else context.home)
    if others:
        yield Sides(own, others[0], is_named=bool(context.city) and own == context.city)
        return
    if before is not None and before.other != own:
        yield Sides(own, before.other, is_named=bool(names))
        return
    near = [one for one in items[max(0, item.number - BACK) : item.number] if one.sentence >= item.sentence - 1]
    for city in dict.fromkeys(
        told_of[one.number].city for one in reversed(near) if one.reading.unit in ("pct", "rank")
    ):
        if city not in ("", own):
            yield Sides(own, city, is_named=False)


def clause_words(items: list[Item], item: Item) -> str:
    """The words of a figure's clause before it, with those before a place that only says who is meant: 领先第二名常德."""
    before = items[item.number - 1] if item.number else item
    is_aside = before.reading.unit == "rank" and before.segment == item.segment and item.own_before == item.before
    return before.own_before + item.before if is_aside else item.own_before


def side_before(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Sides | None:
    """The sides of the gap before a figure in its sentence, which go on until others are named."""
    before = items[item.number - 1] if item.number else item
    if before is item or before.sentence != item.sentence or before.reading.unit != item.reading.unit:
        return None
    sides = list(sides_of(data, items, told_of, before))
    return sides[0] if len(sides) == 1 else None


def findings(data: Data, items: list[Item], told_of: list[Context], item: Item, sides: Sides) -> Iterator[Finding]:
    """What the facts of both sides say of a gap, by each indicator that it may be of."""
    context = told_of[item.number]
    before = told_of[item.number - 1] if item.number and items[item.number - 1].sentence == item.sentence else context
    keys = dict.fromkeys(filter(None, (context.indicator, *context.maybe[:FEW], before.indicator)))
    words = clause_words(items, item) + item.own_after[:6]
    for key in keys:
        of = replace(context, indicator=key, period=context.period or before.period)
        for ours, theirs in facts_of(data, of, item, sides):
            one, other = printed_value(ours), printed_value(theirs)
            value = one - other
            if item.reading.unit == "places":
                one, other = exact(ours), exact(theirs)
                value = other - one
            is_apart = APART.search(words) or not (AHEAD.search(words) or BEHIND.search(words))
            value = abs(value) if is_apart else -value if BEHIND.search(words) else value
            found = judged(item.reading, value, data.apart(ours, one, other), computed=False)
            is_firm = sides.is_named and key == context.indicator
            if said := cautious(item.reading, found) if is_firm else only_confirmed(found):
                yield said


def facts_of(data: Data, of: Context, item: Item, sides: Sides) -> Iterator[tuple[Row, Row]]:
    """The facts of one name of both sides: growth for points, ranks for places."""
    level, growth = data.indicators(of)
    names = [f"value.{growth}"]
    if item.reading.unit == "places":
        scopes = (GROUP,) if GROUP_WORDS.search(item.before) else (PROVINCE,)
        names = [f"rank.{key}.{scope}" for key in (growth, level) for scope in scopes if key]
    for name in names:
        if not (sides.own and sides.other):
            return
        ours, theirs = (data.first(replace(of, city=city), name) for city in (sides.own, sides.other))
        if ours and theirs and ours["period"] == theirs["period"]:
            yield ours, theirs
