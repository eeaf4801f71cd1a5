"""Amounts of the workspace that a text compares: how much more one is than another, and how many times it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.against.rank_measures import GROWTH_NAMED
from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period
from zjjstats.wording import exact

TIMES_EN = re.compile(
    r" (?:the size of |as large as |as big as |that of |the (?:GDP|figure|value|amount) of |the economy of )?(?:that of )?(?P<name>[A-Z][a-z]+)"
)
TIMES_ZH = re.compile("(?:是|为|相当于|达到?|约)[一-鿿]{2,8}的$")
THAN_ZH = re.compile(
    "[比较](?P<name>[一-鿿]{2,8})(?P<way>[多少高低])[出了]?$|(?:距离?|[离与和同跟])(?P<far>[一-鿿]{2,6}?)(?:还|只|仅|仍|尚|的|之间|相|就)*(?P<gap>差距?|缺口?)(?:了|是|为)?$|(?P<beyond>[高低多少超]出|[高低多少]于|领先于?|落后于?)(?P<other>[一-鿿]{2,8})$"
)
PAIR = 2
HERE = re.compile("我[市州]|本[市州]|我们")


def amount_delta(data: Data, context: Context, item: Item, level: str) -> Finding | None:
    """How much more an amount is than that of another city of its paragraph, or its own of the year before."""
    if (named := lead_in_amount(data, context, item, level)) is not None:
        return named
    base = str(Period.parse(context.period).base("same_period_last_year"))
    near = [replace(context, city=city) for city in sorted(context.others[0])] + [replace(context, period=base)]
    now, *others = (data.first(one, f"value.{level}") for one in (context, *near))
    for other in filter(None, others):
        if now and (other["unit"] in SCALES) == (item.reading.unit in SCALES):
            more, less = sorted((exact(now), exact(other)), reverse=True)
            value = (more - less).scaleb(SCALES.get(other["unit"], 0) - SCALES.get(item.reading.unit, 0))
            if found := only_confirmed(judged(item.reading, value, data.apart(now, more, less), computed=False)):
                return found
    return None


def lead_in_amount(data: Data, context: Context, item: Item, level: str) -> Finding | None:
    """How much more or less an amount is than that of the one city that its clause names: 比衡阳少340.51亿元."""
    match = THAN_ZH.search(item.own_before)
    city = data.city_in(match[0]) if match else ""
    if match and not city and HERE.search(match[0]):
        city = context.home
    if city in ("", context.city) or match is None or item.reading.unit not in SCALES:
        return None
    rows = [row for one in (context.city, city) if (row := data.first(replace(context, city=one), f"value.{level}"))]
    if len(rows) != PAIR:
        return None
    now, other = (exact(row).scaleb(SCALES.get(row["unit"], 0) - SCALES[item.reading.unit]) for row in rows)
    way = (match["way"] or match["beyond"] or ("少" if other > now else "多"))[0]
    more, less = (other, now) if way in "少低落" else (now, other)
    evidence = data.apart(rows[0], more, less)
    return cautious(item.reading, judged(item.reading, more - less, evidence, computed=False))


def multiple_finding(data: Data, _items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """How many times another city's amount a city's is: 是张家界的4.4倍; it is only confirmed."""
    context = told_of[item.number]
    match = TIMES_ZH.search(item.own_before) or TIMES_EN.match(item.after)
    base = data.city_in(match[0]) if match else ""
    if not (context.indicator and base and item.reading.decimals):
        return None
    level, growth = data.indicators(context)
    # Growth is so many times another's only where words speak of growth.
    for key in filter(None, (level, growth if not level or GROWTH_NAMED.search(item.before) else "")):
        below = data.first(replace(context, city=base), f"value.{key}")
        for city in sorted({context.city, *context.others[0]} - {base, ""}):
            above = data.first(replace(context, city=city), f"value.{key}")
            if above and below and exact(below):
                ratio = exact(above) / exact(below)
                shown = {"now": told(exact(above)), "before": told(exact(below)), "value": told(ratio, 3)}
                evidence = f"{data.evidence(above)}; {say(data.lang, 'multiple', **shown)}"
                if found := only_confirmed(judged(item.reading, ratio, evidence, computed=False)):
                    return found
    return None
