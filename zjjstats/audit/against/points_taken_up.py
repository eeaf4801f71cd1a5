"""Points of the workspace whose other side a clause only takes up, or names before them: Loudi beat it by 1.5 points.

The figure's own side is its city and period; the other is the city that is outdone, the year before, or what a
percentage right before was of. Such ties confirm; they refute nothing, for another percentage may be meant.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data, printed_value
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE

BACK, LARGE, FEW = 10, 10, 3
OUTDONE = re.compile(
    r"\b(?:beat\w*|outpac\w+|outstrip\w*|outgr[eo]w\w*|outdid|outperform\w*|outr[au]n\w*|exceed\w*|surpass\w*|le(?:ads?|d)|topp\w+|trail\w*|lag\w*(?: behind)?|fell short of|falls short of|miss\w*|undershot|overtook|ahead of|behind|above|below)\b (?P<noun>[^.;\n]*?)(?:,? by)? (?:only |just |a full |some )?$",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:gain(?:ed|s)?|los[st]|slow(?:ed|er|down)|sped up|accelerat\w*|decelerat\w*|quicken\w*|cool\w*|eas(?:ed|ing)|improv\w*|pick(?:ed|s) up|widen\w*|advance\w*|retreat\w*|change\w*|swing|(?:a|the) (?:drop|fall|rise|gain|loss|slowdown|slip)|than (?:a year|(?:in |for |over )?(?:the )?[a-z ]{0,32}(?:19|20)[0-9]{2}|in the same)|a year (?:ago|earlier|before)|last year|the year before)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:faster|slower|higher|lower|quicker|shy|front|more(?: slowly| quickly)?|less|above|below|ahead|behind|better|worse|adrift|short|clear|margin|gap|lead|difference|distance|spread|advantage|deficit|shortfall|by|apart)\b",
    re.IGNORECASE,
)
# These say no way: what is apart is apart in either order.
EITHER_WAY = re.compile(r"\b(?:gap|difference|distance|spread|apart|between)\b", re.IGNORECASE)
# Growth was 11.5%, or 1.2 points more: of what stands right before.
OF_THE_LAST = re.compile(r",? (?:or|that is|which is|i\.e\.)(?:,)? (?:a |some |exactly )?")
LOW = re.compile(
    r"\b(?:below|shy|behind|slower|lower|less|more slowly|worse|adrift|short|trail\w*|lag\w*|miss\w*|undershot|lost|loss|loses?|slow(?:ed|down)|decelerat\w*|cool\w*|eas(?:ed|ing)|drop|fall|slip|deficit|shortfall)\b",
    re.IGNORECASE,
)


def points_taken_up(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """A gap of two facts of one indicator, one of them that of the figure's own city."""
    if item.cell is not None or item.reading.approximate or not (item.reading.decimals or item.reading.value >= LARGE):
        return None
    words = f"{sentence_before(items, item)[-80:]} {item.own_after}"
    if not (COMPARED.search(words) or MOVED.search(words)):
        return None
    is_low = bool(LOW.search(words))
    for one, other in sides(data, items, told_of, item):
        _, growth = data.indicators(one)
        ours, theirs = (data.first(side, f"value.{growth}") for side in (one, other))
        if not (ours and theirs) or ours["fact"] != theirs["fact"]:
            continue
        if (ours["period"], theirs["period"]) != (one.period, other.period):
            continue
        ahead, behind = printed_value(ours), printed_value(theirs)
        exact = behind - ahead if is_low else ahead - behind
        exact = abs(exact) if EITHER_WAY.search(words) else exact
        evidence = data.apart(ours, ahead, behind)
        if found := only_confirmed(judged(item.reading, exact, evidence, computed=False)):
            return found
    return None


def sides(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Iterator[tuple[Context, Context]]:
    """What a figure's own city may be compared with, likeliest first."""
    context = told_of[item.number]
    match, words = OUTDONE.search(item.before), f"{sentence_before(items, item)[-80:]} {item.own_after}"
    near = [one for one in items[max(0, item.number - BACK) : item.number] if one.sentence >= item.sentence - 1]
    own = [context, *(replace(context, indicator=key) for key in context.maybe[:FEW])]
    before = items[item.number - 1] if item.number else item
    # 0.4 points short of the province, and in another the shortfall is 1.4.
    is_next = before.reading.unit == "points" and before.sentence == item.sentence
    outdone = data.city_in(match["noun"]) if match else ""
    if outdone or (is_next and PROVINCE_NAMED.search(item.before)):
        yield from ((one, replace(one, city=outdone or PROVINCE)) for one in own)
    elif MOVED.search(words):
        told_now = Period.parse(context.period)
        later = str(Period(told_now.year + 1, told_now.first_month, told_now.last_month))
        for one in own:
            yield one, replace(one, period=str(told_now.base("same_period_last_year")))
            yield replace(one, period=later), one
    else:
        told_near = [told_of[one.number] for one in reversed(near) if one.reading.unit == "pct"]
        cities = dict.fromkeys([one.city for one in told_near if one.city], None)
        # Of a table, or of a sentence further back, are the city itself and those named beside it.
        cities |= dict.fromkeys([context.home, *sorted(context.others[0])] if len(context.others[0]) <= FEW else [])
        if told_near and before.reading.unit == "pct" and OF_THE_LAST.fullmatch(item.before):
            own = [replace(context, city=told_near[0].city)]
            cities |= dict.fromkeys([context.city], None)
        is_led = PROVINCE_NAMED.search(sentence_before(items, item)) and not told_near
        is_pointed = is_led or (match and re.search(r"\b(?:it|that|this)\b", match["noun"]))
        for one in own:
            for city in [*cities, *([PROVINCE] if is_pointed and PROVINCE not in cities else [])]:
                if city not in ("", one.city):
                    yield one, replace(one, city=city)
