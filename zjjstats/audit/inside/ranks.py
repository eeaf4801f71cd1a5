"""Ranks and places within the text: an earlier rank that is printed, and how many cities there are."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal

from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.audit.reading.rank_words import DOWN, EARLIER_WAS, UP
from zjjstats.phrases import Lang

CITIES_OF_THE_PROVINCE = 14
AROUND, FEW, NEAR_BY = 6, 2, 12
# 14个市州中列第十五位.
AMONG = re.compile("[一-鿿]{0,6}[中里内][，,]?[一-鿿]{0,4}?(?:[居列排占位]|排名|名列|排在)?")
PROVINCE_SCOPE = re.compile(r"全省|in the province|provincial", re.IGNORECASE)
CITY_WORDS = re.compile(r"市州|[一-鿿][市州](?!场)|(?i:\bcit(?:y|ies)\b|prefecture)")
CITIES = re.compile(r"市州|\bcities\b|prefectures", re.IGNORECASE)
# Of these a province has more than it has cities.
MANY = re.compile(
    r"县|区(?!域)|园|乡|镇|村|企业|公司|学校|高校|医院|项目|产品|行业|人|所|家|county|counties|district|park|town|"
    r"village|compan|firm|enterprise|school|universit|hospital|product|project|people",
    re.IGNORECASE,
)
# In the provincial ranking for project work the city stands 17th: of what is done, the city is ranked.
CITY_STANDS = re.compile(
    r"\b(?:provincial|province['’]s|Hunan['’]s) (?:ranking|table|league|list|standings|order|assessment)\b.*\b(?:the|our) (?:city|prefecture|municipality)\b.*$",
    re.IGNORECASE,
)
CLAUSE_MANY = re.compile(
    r"count(?:y|ies)|district|\bpark|town|village|firm|compan|among (?!the cities)|cities and", re.IGNORECASE
)
# In the provincial league of cities it came 15th.
LEAGUE_OF_CITIES = re.compile(
    r"\b(?:provincial|province['’]s|provincewide|Hunan['’]s) [^.;0-9]{0,24}?(?:of|among|for) (?:the |its |all )?(?:cities|prefectures)\b",
    re.IGNORECASE,
)
OF_A_CITY = re.compile(
    r"(?:规模以上)?工业(?:增加值|总产值|投资|固定资产投资|技术改造投资|技改投资)|地区生产总值|GDP|固定资产投资|财政(?:总)?收入|"
    r"\b(?:industrial (?:output|investment|value added|growth)|gross (?:industrial output|domestic product)|fixed[- ]asset investment|GDP)\b"
)
COUNTY_WORDS = re.compile(r"县|区(?!域)|园区|乡|镇|county|counties|district|park|township", re.IGNORECASE)
EARLIER = re.compile(
    r"同期|上年|去年|上期|上月|年初|此前|原来|[由从]|\bfrom\b|last year|year before|previous|year earlier",
    re.IGNORECASE,
)
TIMES = re.compile("上[期月季]|[去上前]年|年初|[一二三四]季度|上半年")
NOW = re.compile(r"今年|现在|目前|如今|\bnow\b|this year", re.IGNORECASE)
BEFORE_THAT = re.compile(r"had been|\bthen\b|曾|原来?居|(?:19|20)[0-9]{2}|去年|上年|last year", re.IGNORECASE)
# Now 5th, having been 8th at mid-year; it has gained three places.
HAD_BEEN = re.compile(
    r"\b(?:having been|had been|(?:after|having|from) (?:being|ranking|standing|coming|finishing|placing|lying|stood|ranked)|was|up from|down from|after|against|compared with|instead of) (?:only )?$"
)
ITS_MOVE = re.compile(r"^;? ?(?:so )?(?:it|the city|that|this|thus|hence)\b[^.;]*$", re.IGNORECASE)
LEFT = re.compile(r"(?:[由从]|\bfrom )(?:the )?(?:全省|原来的?|上年的?|去年的?)?$")
REACHES = re.compile(r"^[^，。；,;]{0,12}?(?:[至到]|\bto )(?:第|全省|全市)?$", re.IGNORECASE)
REACHED = re.compile(r"^[^，。；,;]{0,48}?(?:至|到|进到|升|跃居|成了?|变为|\bto\b)", re.IGNORECASE)


def rank_check(items: list[Item], item: Item, lang: Lang, *, of: int = CITIES_OF_THE_PROVINCE) -> Finding | None:  # noqa: PLR0911 - one answer per way of ranking
    """A city's rank in the province is no larger than the number of its cities; nor one among so many than these."""
    among = items[item.number - 1] if item.number else item
    is_among = among.reading.unit == "count" and AMONG.fullmatch(item.before) and item.number
    if is_among and not among.reading.approximate and item.reading.value > among.reading.value:
        return Finding("contradicted", None, say(lang, "rank.of", of=told(among.reading.value)))
    if item.reading.value <= of:
        return None
    if (clause := CITY_STANDS.search(item.own_before)) and not CLAUSE_MANY.search(clause[0] + item.own_after[:24]):
        return Finding("contradicted", None, say(lang, "rank", of=of))
    if (league := LEAGUE_OF_CITIES.search(item.before)) and not MANY.search(
        item.before[league.end() :] + item.own_after
    ):
        return Finding("contradicted", None, say(lang, "rank", of=of))
    if not PROVINCE_SCOPE.search(item.own_before[-16:] + item.own_after[:24]):
        return None
    words = "".join(other.before + other.after for other in items[max(0, item.number - AROUND) : item.number + 1])
    is_of_cities = CITY_WORDS.search(item.before + item.after) or CITIES.search(words)
    if (MANY.search(words) or not is_of_cities) and not ranks_a_total(items, item):
        return None
    return Finding("contradicted", None, say(lang, "rank", of=of))


def ranks_a_total(items: list[Item], item: Item) -> bool:
    """Whether a rank's own clause ranks what only a city as a whole has, in a text that speaks of a city and no county."""
    near = (*items[:FEW], *items[max(0, item.number - AROUND - AROUND) : item.number + 1])
    opening = "".join(one.before for one in near)
    said = f"{sentence_before(items, item)} {item.own_after}"
    is_citys = CITY_WORDS.search(opening) and not COUNTY_WORDS.search(opening)
    return bool(is_citys and OF_A_CITY.search(said) and not MANY.search(OF_A_CITY.sub("", said)))


def places_check(items: list[Item], item: Item, lang: Lang, *, of: int = CITIES_OF_THE_PROVINCE) -> Finding | None:
    """Places gained are the earlier rank less the rank now; where only one is told, the other lies within bounds."""
    if item.reading.approximate:
        return None
    is_down = bool(DOWN.search(item.own_before[-24:]) or DOWN.search(item.own_after[:12]))
    if (both := moved(items, item) or up_to(items, item)) is not None:
        first, last = (one.reading.value for one in both)
        exact = last - first if is_down else first - last
        evidence = say(lang, "moved", before=told(first), now=told(last), value=told(abs(exact)))
        return judged(item.reading, exact, evidence, computed=False) if exact > 0 else None
    ranks = [
        other
        for other in items[max(0, item.number - 2) : item.number]
        if other.reading.unit == "rank" and other.sentence == item.sentence and other.segment == item.segment
    ]
    if not ranks:
        return None
    if LEFT.search(ranks[-1].own_before) and ranks[-1].number == item.number - 1:
        return since_then(items, item, ranks[-1], lang, is_down=is_down)
    now = next((other for other in reversed(ranks) if PROVINCE_SCOPE.search(other.before + other.after)), ranks[-1])
    is_down = bool(DOWN.search(item.own_before[-8:] or item.own_after[:12]) or DOWN.search(item.own_after[:8]))
    is_down ^= bool(EARLIER_WAS.match(item.after))
    if any(one.reading.value == now.reading.value + item.reading.value > of for one in ranks):
        # 去年排第15位，今年第9，前移6位: not among so few.
        return None
    return bounded(item, now, lang, is_down=is_down, of=of, words=now.before + now.after + item.before)


def since_then(items: list[Item], item: Item, then: Item, lang: Lang, *, is_down: bool) -> Finding | None:
    """Places since the rank that something moved from, to a rank told beside it: 并列第8；位次由第2后移了6位."""
    near = [*items[max(0, item.number - AROUND) : then.number], *items[item.number + 1 : item.number + 1 + FEW]]
    for now in near:
        if now.reading.unit == "rank" and now.sentence == item.sentence and now.cell is None:
            first, last = then.reading.value, now.reading.value
            exact = last - first if is_down else first - last
            evidence = say(lang, "moved", before=told(first), now=told(last), value=told(abs(exact)))
            if found := only_confirmed(judged(item.reading, exact, evidence, computed=False)):
                return found
    return None


def bounded(item: Item, now: Item, lang: Lang, *, is_down: bool, of: int, words: str) -> Finding | None:
    """What a rank and the places gained since say of the earlier rank."""
    before: Decimal = now.reading.value + (-item.reading.value if is_down else item.reading.value)
    blanks = {"rank": told(now.reading.value), "gained": told(item.reading.value), "before": told(before), "of": of}
    other = now.reading.value + (item.reading.value if is_down else -item.reading.value)
    if 1 <= other <= of and not (DOWN if is_down else UP).search(item.own_before[-NEAR_BY:]):
        # The other way it would be within bounds, and no word right before it says which way.
        return None
    if BEFORE_THAT.search(now.before + now.own_after):
        return None
    if 1 <= before <= of:
        return Finding("not-checked", None, say(lang, "implied", **blanks))
    if COUNTY_WORDS.search(words):
        return None
    return Finding("contradicted", None, say(lang, "places.down" if is_down else "places", **blanks))


def moved(items: list[Item], item: Item) -> tuple[Item, Item] | None:  # noqa: PLR0911 - one answer per way of telling
    """The earlier rank and the one now, where the sentence prints both and says which is which."""
    if item.cell is not None:
        return in_row(items, item)
    before, after = items[max(0, item.number - FEW) : item.number], items[item.number + 1 : item.number + 1 + FEW]
    apart = [other for other in before if other.sentence == item.sentence and other.reading.unit == "rank"]
    before, after = (
        [other for other in side if other.segment == item.segment and other.reading.unit == "rank"]
        for side in (before, after)
    )
    if len(before) < FEW and len(apart) == FEW:
        before = apart if ITS_MOVE.match(item.before) or ITS_MOVE.search(item.own_before) else before
    if len(before) == FEW:
        if HAD_BEEN.search(before[1].own_before) and not EARLIER.search(before[0].own_before):
            return before[1], before[0]
        if EARLIER.search(before[0].own_before[-12:]) and REACHED.search(before[1].before):
            return before[0], before[1]
        if EARLIER.search(before[1].own_before):
            return before[1], before[0]
        if EARLIER.search(before[0].before) and NOW.search(before[1].before):
            return before[0], before[1]
    if after and EARLIER.search(after[0].before) and not are_apart(item.own_before, after[0].before):
        if len(after) == FEW and REACHED.search(after[1].before):
            return after[0], after[1]
        return (after[0], before[0]) if len(before) == 1 else None
    return None


def up_to(items: list[Item], item: Item) -> tuple[Item, Item] | None:
    """The earlier rank and the one now that places lead to: up three places to 4th, from 7th a year ago."""
    both = [one for one in items[item.number + 1 : item.number + 1 + FEW] if one.segment == item.segment]
    if len(both) < FEW or item.cell is not None or any(one.reading.unit != "rank" for one in both):
        return None
    is_told = REACHES.search(both[0].own_before) and EARLIER.search(both[1].before)
    return (both[1], both[0]) if is_told else None


def are_apart(one: str, other: str) -> bool:
    """Whether words tell two times, and none in common: 比上月前移2位，去年同期列第6位."""
    ours, theirs = ({found.replace("去", "上") for found in TIMES.findall(words)} for words in (one, other))
    return bool(ours and theirs and not ours & theirs)


def in_row(items: list[Item], item: Item) -> tuple[Item, Item] | None:
    """The only two ranks before places in their row of a table: the earlier one stands left."""
    ranks = [
        one for one in items[max(0, item.number - AROUND) : item.number] if one.cell and one.reading.unit == "rank"
    ]
    row = [
        one
        for one in ranks
        if one.cell and item.cell and (one.cell.table, one.cell.row) == (item.cell.table, item.cell.row)
    ]
    return (row[0], row[1]) if len(row) == FEW else None
