"""By figure, what it is of: what the text has told so far, with what tables and lists say."""

from __future__ import annotations

import re
from dataclasses import replace

from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import NONE, WORDS, firmness
from zjjstats.audit.naming.listed_names import distributed
from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.naming.names import Names
from zjjstats.audit.naming.nearby_names import Nearby, Tables
from zjjstats.audit.naming.one_of_two import OneOfTwo
from zjjstats.audit.naming.projects_told import ProjectsSoFar
from zjjstats.audit.naming.sections import Sections
from zjjstats.audit.naming.told_so_far import ToldSoFar
from zjjstats.audit.reading.layout import Item

# An amount of so many digits does not equal another by chance.
MANY_DIGITS = 5
ELIDED = re.compile("(?:占比|比重|份额|占)(?:为|达到?|是|约)?$")
BACK, AHEAD = 300, 60


def contexts(
    text: str, items: list[Item], found: list[Mention], names: Names | None, *, city: str, period: str
) -> list[Context]:
    """By figure, what it is of; names are carried on inside a paragraph as long as nothing else is named."""
    nearby, tables = Nearby(text, found), Tables(text, found)
    told_apart = distributed(text, items, found)
    outside = [mention for mention in found if not tables.hold(mention.start)]
    sections = Sections(text, outside, city)
    so_far = ToldSoFar(text, outside, names.own_words if names else {}, city=city, period=period)
    told: list[Context] = []
    databases = names.databases if names else frozenset()
    subjects = [(one.start, one.end, one.key in databases) for one in found if one.kind == "subject"]
    one_of_two = OneOfTwo()
    projects = ProjectsSoFar(text, items, subjects)
    for item in items:
        around = nearby.around(item.reading.start)
        so_far.home = sections.city_at(item.reading.start)
        if item.cell is not None:
            so_far.pass_table(item)
            context = tables.context(item.cell, item.reading.unit, so_far.above(around))
            if names and item.reading.kind == "share":
                # A column of shares names its part or its whole, seldom the share as the workspace does.
                context = replace(context, maybe=(*context.maybe, *(str(number) for number, *_ in names.shares)))
            told.append(replace(context, projects=projects.of(item)))
            continue
        words = words_around(text, item)
        context = replace(so_far.context(item), others=around, projects=projects.of(item), words=words)
        if taken_up := one_of_two.city(items, told, item):
            context = replace(context, city=taken_up)
        if context.city == so_far.home != city and so_far.home not in around[0]:
            # Only the heading tells the city.
            context = replace(context, firmness=min(context.firmness, WORDS))
        if not context.maybe and (named := named_once(item, context, nearby)):
            context = replace(context, maybe=named)
        if names and item.reading.kind == "share" and ELIDED.search(item.own_before):
            # 占比74.6%: of the share that the paragraph told before of another city.
            shares = nearby.topics(item.reading.start) & {str(number) for number, *_ in names.shares}
            context = replace(context, maybe=(*context.maybe, *sorted(shares)))
        by_list = told_apart.get(item.number, {})
        if (ranks := by_list.get("ranks")) is not None:
            of = told[ranks]
            context = replace(context, city=of.city, period=of.period, indicator=of.indicator, firmness=of.firmness)
        told.append(replace(context, **by_list) if by_list else context)
    return told


def words_around(text: str, item: Item) -> str:
    """The words of a figure's sentence and of the one before, as far as they are near and in its paragraph."""
    start, end = item.reading.start, item.reading.end
    return text[max(0, start - BACK) : start].rpartition("\n")[2] + " " + text[end : end + AHEAD].partition("\n")[0]


def named_once(item: Item, context: Context, nearby: Nearby) -> tuple[str, ...]:
    """The one indicator that a figure's sentence names, or for an amount with many digits its paragraph."""
    named = context.others[2]
    if context.indicator:
        return ()
    if not named and item.reading.kind == "amount" and len(item.reading.value.as_tuple().digits) >= MANY_DIGITS:
        named = nearby.topics(item.reading.start)
    if len(named) != 1 or NONE in (firmness(item.own_before), firmness(item.own_after)):
        return ()
    return tuple(named)
