"""Ranks, places gained and points, and the facts of the workspace for what the text says they are of."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from zjjstats.audit.against.rank_measures import ranked_indicators
from zjjstats.audit.against.rank_scopes import GROUP_WORDS, PROVINCE_WORDS, is_only_in_group, scope_of, scopes_open
from zjjstats.audit.against.workspace_facts import Data, Row, compared
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rank_words import DOWN, EARLIER_WAS, LOST, UP
from zjjstats.periods import Period
from zjjstats.schema import GROUP, PROVINCE

# Places among others than the cities of the province.
WIDER_SCOPE = re.compile("全国|全球|世界|中部|中西部|长江经济带|地级市|百强")
CITIES_OF_THE_PROVINCE = 14
AMONG = re.compile("[一-鿿]{0,8}[中里内]")
BASES = ("same_period_last_year", "last_year")
OWN_MEASURE = re.compile(r"增速|增幅|总量|规模|总额|growth|level|size", re.IGNORECASE)
RANKED_BY = re.compile(r" (?:in the province |overall )?(?:by|on|for|in terms of) ((?:[a-z-]+ ?){1,5})")
# What is ranked by these is of whatever is told.
MEASURES = re.compile(
    "growth|size|level|rate|value|volume|amount|pace|speed|measure|that|this|year|increase|total|terms"
)
STEM = 5
AND = re.compile(r" (?:and|while|but) ")
AND_NO_MORE = re.compile(r" and (?:a |some |even )?")
SAME_PERIOD = re.compile(
    r"同期|same (?:period|quarter|half)|same months|(?:half|quarter|quarters|months) of (?:last year|the year before|(?:19|20)[0-9]{2})|同比|year on year|year-on-year|year earlier|year ago|\ba year before",
    re.IGNORECASE,
)
LAST_YEAR = re.compile(r"上年|去年|last year|previous year|year before|(?:19|20)[0-9]{2}", re.IGNORECASE)


def rank_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:  # noqa: PLR0911 - one answer per way of telling
    """A rank, in the scope that is named."""
    context = told_of[item.number]
    if is_among_others(items, item) or is_by_another(data, context, item):
        return None
    if not context.indicator or (WIDER_SCOPE.search(item.own_before) and not PROVINCE_WORDS.search(item.own_before)):
        return None
    scope = scope_of(items, item, told_of)
    scopes = [scope] if scope else scopes_open(items, item, context)
    indicators = ranked_indicators(data, items, told_of, item)
    rows = data.held(context, *(f"rank.{key}.{one}" for key in indicators for one in scopes))
    if not rows and len(indicators) == 1 and len(both := [key for key in data.indicators(context) if key]) > 1:
        # Of what the words rank there is no place, but of the other there is: growth of 9.8%; 2nd by size.
        other = [f"rank.{key}.{one}" for key in both for one in scopes]
        return only_confirmed(compared(data, item, data.held(context, *other)))
    if not rows:
        return gone_from(data, context, item, [(key, one) for key in indicators for one in scopes])
    finding = compared(data, item, rows)
    if finding and finding.verdict == "confirmed" and not scope and is_only_in_group(items, item, rows):
        return None
    if len({row["value"] for row in rows}) != 1 and (scope or len(indicators) > 1):
        return (
            finding
            if finding and finding.verdict == "confirmed" and len({row["period"] for row in rows}) == 1
            else None
        )
    if finding and finding.verdict == "contradicted" and is_last_of_a_tie(item, rows):
        return None
    segment = [other for other in items[max(0, item.number - 3) : item.number + 1] if other.segment == item.segment]
    says = OWN_MEASURE.search("".join(other.before for other in segment))
    is_mixed = any(other.reading.kind == "amount" for other in segment)
    if finding and finding.verdict == "contradicted" and (is_mixed or not says):
        # The words do not say whether the level or its growth is ranked: both must fail.
        either = data.held(context, *(f"rank.{key}.{one}" for key in data.indicators(context) for one in scopes))
        if any(item.reading.value == int(row["value"]) for row in either):
            return None
    return finding


def is_last_of_a_tie(item: Item, rows: list[Row]) -> bool:
    """Whether a place told from the end may be shared: two that are last together both rank one before it."""
    return item.reading.from_last is not None and any(item.reading.value == int(row["value"]) + 1 for row in rows)


def is_among_others(items: list[Item], item: Item) -> bool:
    """Whether a place is said to be among more or fewer than the cities of the province: 在全国31个省份中列第12位."""
    among = items[item.number - 1] if item.number else item
    is_count = among.reading.unit == "count" and among.sentence == item.sentence
    is_among = is_count and bool(AMONG.match(item.before)) and among.reading.value != CITIES_OF_THE_PROVINCE
    return is_among and not GROUP_WORDS.search(among.own_before)


def is_by_another(data: Data, context: Context, item: Item) -> bool:
    """Whether a place is said to be by something else than what is ranked: sixth by assets delivered."""
    by = RANKED_BY.match(item.own_after)
    if by is None or not context.indicator:
        return False
    dictionary = data.workspace.dictionary
    named = " ".join(str(dictionary[key]["name_en"]) for key in data.indicators(context) if key).lower()
    words = [word for word in re.findall("[a-z]{4,}", by[1].lower()) if not MEASURES.fullmatch(word)]
    return bool(words) and not any(word[:STEM] in named for word in words)


def gone_from(data: Data, context: Context, item: Item, ranked: list[tuple[str, str]]) -> Finding | None:
    """An earlier rank that no table holds, but the places gained since do; it is only confirmed."""
    told_then = Period.parse(context.period)
    later = str(Period(told_then.year + 1, told_then.first_month, told_then.last_month))
    for one in (replace(context, period=later), replace(context, period=context.release_period, is_period_told=False)):
        names = [f"rank_change.{key}.{scope}.{base}" for key, scope in ranked for base in BASES]
        for row in data.held(one, *names) if one.period else []:
            if row["base_period"] == context.period and not pd.isna(row["whole"]):
                gained, now = Decimal(int(row["value"])), Decimal(int(row["part"]))
                evidence = data.apart(row, now + gained, now)
                return only_confirmed(judged(item.reading, now + gained, evidence, computed=False))
    return None


def places_finding(data: Data, items: list[Item], told_of: list[Context], item: Item) -> Finding | None:
    """Places gained or lost; where the text has ranks in two scopes before it, each is a reading."""
    if not told_of[item.number].indicator:
        return None
    scopes = scopes_of_places(items, told_of, item)
    readings = place_changes(data, items, told_of, item, scopes)
    if not readings:
        return None
    before = item.own_before[-8 if CHINESE.search(item.before) else -20 :]
    if AND_NO_MORE.fullmatch(item.before) and item.number and items[item.number - 1].segment == item.segment:
        # It cost us 1.7 points and six places.
        before = items[item.number - 1].own_before[-20:]
    # 前移2位，邵阳后移9位: what the next one lost is not this one's.
    is_down = bool(DOWN.search(before) or (not UP.search(before) and DOWN.search(item.own_after[:12])))
    is_down ^= bool(EARLIER_WAS.match(item.after))
    if item.cell is not None:
        is_down = item.reading.value < 0 or bool(LOST.search(item.lead))
    if len(scopes) == 1:
        row = readings[0]
        value = -Decimal(int(row["value"])) if is_down else Decimal(int(row["value"]))
        found = judged(item.reading, value, data.evidence(row))
        if found is not None and found.verdict == "contradicted":
            found = by_other_base(data, told_of, item, row, is_down=is_down) or found
        # Who has kept a place is not said in prose to have moved by none.
        return found if item.reading.value or item.cell or found is None or found.verdict != "confirmed" else None
    return either(data, item, readings, is_down=is_down)


def by_other_base(data: Data, told_of: list[Context], item: Item, row: Row, *, is_down: bool) -> Finding | None:
    """The finding for places that hold against another base than the likeliest, where no words say which is meant."""
    if SAME_PERIOD.search(words := item.before + item.after) or LAST_YEAR.search(words):
        return None
    name = str(row["fact"]).rsplit(".", 1)[0]
    for other in data.held(told_of[item.number], *(f"{name}.{base}" for base in BASES)):
        if other["value"] == (-item.reading.value if is_down else item.reading.value):
            return Finding("ambiguous", None, f"{data.evidence(other)}; {data.evidence(row)}")
    return None


def scopes_of_places(items: list[Item], told_of: list[Context], item: Item) -> list[str]:
    """In which scopes places may be counted: as their own words say, else those of the ranks before them."""
    # What stands behind "and" is told of the next: up 4 places on 2021 and led its assessment group.
    near = item.own_before + " " + AND.split(item.own_after)[0]
    if GROUP_WORDS.search(near):
        return [GROUP]
    if PROVINCE_WORDS.search(near):
        return [PROVINCE]
    ranks = [
        other
        for other in items[max(0, item.number - 4) : item.number]
        if other.segment == item.segment
        and other.reading.unit == "rank"
        and told_of[other.number].indicator == told_of[item.number].indicator
    ]
    scopes = [scope for other in ranks if (scope := scope_of(items, other, told_of))]
    return list(dict.fromkeys(scopes)) or [PROVINCE]


def place_changes(data: Data, items: list[Item], told_of: list[Context], item: Item, scopes: list[str]) -> list[Row]:
    """By scope, the change of rank against the likeliest base that the data hold; none where the words leave it open."""
    words = item.before + " " + item.after
    bases = list(BASES)
    if SAME_PERIOD.search(words):
        bases = bases[:1]
    elif LAST_YEAR.search(words):
        bases = bases[::-1]
    indicators = ranked_indicators(data, items, told_of, item)
    readings: list[Row] = []
    for scope in scopes:
        for base in bases:
            names = (f"rank_change.{key}.{scope}.{base}" for key in indicators)
            rows = data.held(told_of[item.number], *names)
            holding = [row for row in rows if abs(int(row["value"])) == item.reading.value]
            if len({row["value"] for row in rows}) > 1 and not holding:
                # The words do not say whether the level or its growth is ranked.
                return []
            if rows:
                readings += (holding or rows)[:1]
                break
    return readings


def either(data: Data, item: Item, readings: list[Row], *, is_down: bool) -> Finding:
    """The finding for a change that may be of either scope, naming which reading holds."""
    said, holding = [], 0
    for row in readings:
        scope = str(row["fact"]).split(".")[-2]
        value = int(-row["value"] if is_down else row["value"])
        holds = value == item.reading.value
        holding += holds
        blanks = {"scope": data.wording.scope(scope), "value": value}
        if "readings" in str(row["note"]) and holds:
            said.append(say(data.lang, "reading.open", **blanks, before=told(Decimal(int(row["whole"])))))
        else:
            said.append(say(data.lang, "reading.holds" if holds else "reading.fails", **blanks))
    evidence = say(
        data.lang,
        "readings",
        readings="；".join(said) if data.lang == "zh" else "; ".join(said),
        source=readings[0]["source"],
    )
    values = {int(row["value"]) for row in readings}
    if holding:
        return Finding("ambiguous", None, evidence)
    return Finding("contradicted", Decimal(abs(values.pop())) if len(values) == 1 else None, evidence)
