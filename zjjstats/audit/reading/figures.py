"""Every figure of a text, with its span, value, unit, kind and printed precision."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from zjjstats.audit.reading import numerals
from zjjstats.audit.reading.carried_units import carried
from zjjstats.audit.reading.nonfigures import without_nonfigures
from zjjstats.audit.reading.numerals import Number
from zjjstats.audit.reading.patterns import (
    BARE,
    CURRENCY_BEFORE,
    NOUN,
    NUMBER,
    PLACES_AFTER,
    PLACES_BEFORE,
    SCALE_AFTER,
    SCALE_UNITS,
    TRADED_AFTER,
    TRADED_BEFORE,
    UNIT,
    UNIT_NAMES,
)
from zjjstats.audit.reading.placed_words import places_in_words
from zjjstats.audit.reading.ranges import ranged
from zjjstats.audit.reading.rank_figures import way_of_ranking
from zjjstats.audit.reading.reading import Printed, Reading
from zjjstats.audit.reading.spelled_out import counts_one, counts_spelled
from zjjstats.audit.reading.surroundings import BEFORE, is_approximate, kind_of_percent
from zjjstats.audit.reading.worded import fractions, made, phrases

# What a figure of a unit is; any other is an amount.
KINDS = {"points": "difference", "multiple": "multiple", "places": "rank_change", "count": "count"}
FEW = 4
# Behind these, 一 counts nothing.
WHICH = ("这", "那", "该", "此", "同", "每", "哪", "某")
# So few that are taken up were told before: 上述三项.
TAKEN_UP = ("这", "上述", "前述")
# 两项加起来, 三者都: what was named before; nothing stands behind them that they count.
OPENS, BOTH = (
    re.compile("(?:^|[，。；：！？\\s”（])$"),
    re.compile("[项者个家](?:加|合[计起]|都|均|相[加差比抵]|之[和差比间]|一[加减比]|同[时样]|也|并[起列]|各[占自])"),
)
COUNTS_ONE = "座家个项条台套处所辆艘架栋幢间"
# A noun, no verb and no word that singles out, stands before a number that counts it.
NOUN_BEFORE = re.compile("[一-鿿]{2}(?<![这那该此同每哪某第又另唯有是之只仅为了成到在比与和出占算的各任])$")
# 只剩一个还没开工: what is left counts, be it one.
LEFT_BEFORE = re.compile("(?:[只仅尚还就]剩|剩下|[仅只]余|[仅只还]缺|[仅只还]差)(?:下|余|了)?$")
ALONE_BEFORE, NOT_DONE = (
    re.compile("(?:[只仅就唯尚还][有是]?|唯独)$"),
    re.compile("(?:项目)?(?:还|仍|尚|至今|一直|暂时?)*(?:没|未|停|趴|卡|待|缓|空|闲|歇)"),
)
ASKED_HOW_MANY = re.compile("(?:几|多少)[个家项户][^。；\\n]{0,12}？\\s*(?:答[：:])?(?:[只就仅]有?|还剩)?$")
CLAUSE_ENDS = re.compile("[，。；、,;）)]|$")
# Behind 三千亿 stands no thing that it counts.
ROUND_ENDS = re.compile(
    "(?:大关|关口|门槛|目标|[还只不冲了就也]|的(?!企业|产业|园区|项目|集群)|[，。；、！？）”\\s*]|$)"
)
# The two had, the three were: what was named before.
THE_FEW = re.compile(r" (?:(?:districts|cities|towns|counties)(?!:)|had|has|have|were|was|are|is|respectively)\b|[,.;]")

# 两千到三千元: the first end of a range takes the unit of the second.
RANGE_OF_UNIT = re.compile(rf"[到至~～—-]{numerals.ZH}(?:亿元|万元|元|个|家|户|项|人|亩|吨|%|个百分点|公里|台|件|户)")
SCALED_RANGE = re.compile(r"(?P<scale>[万亿])[至到~～—–-] ?(?P<second>[0-9][0-9.,]{0,12})")
ENDS_RANGE = re.compile("[至到][0-9一二两三四五六七八九十]")
# 五千余万元, 十来亿元: nearly or more than so many.
NEARLY = re.compile("[多余来][万亿元]")
# In two places profit shrank: in so many towns.
IN_PLACES = re.compile(r"\b[Ii]n (?:only |just |at least )?$")
# Twelve places had more: so many cities.
HAVE = re.compile(
    r" (?:had|have|were|are|did|do|saw)\b(?! (?:been |all |both )?(?:gained|lost|won|made up|given up|dropped))"
)
SHORT_SCALE = re.compile("(bn|mn?) ")
TENTH_MORE = re.compile("[一二三四五六七八九半]")
READERS: dict[str, Callable[[str], Number]] = {
    "digits": numerals.read_digits,
    "zh": numerals.read_chinese,
    "en": numerals.read_english,
}


def read(text: str) -> list[Reading]:
    """Every figure of a text in its order.

    Examples
    --------
    >>> [(str(figure.value), figure.unit) for figure in read("22个项目中已开工15个，开工率68.18%，居全省第10位")]
    [('22', 'count'), ('15', 'count'), ('68.18', 'pct'), ('10', 'rank')]
    """
    plain = numerals.folded(text)
    blanked = without_nonfigures(plain)
    told = (*fractions(blanked), *phrases(blanked), *made(blanked), *places_in_words(blanked, plain))
    taken = sorted(told, key=lambda reading: reading.start)
    found: list[Reading] = []
    position = 0
    for number in NUMBER.finditer(blanked):
        while position < len(taken) and taken[position].start < number.start():
            found.append(taken[position])
            position += 1
        if found and number.start() < found[-1].end:
            continue
        if position < len(taken) and taken[position].start < number.end():
            continue
        if reading := figure(blanked, number):
            found.append(reading)
    return carried(blanked, ranged(blanked, [*found, *taken[position:]]))


def printed(text: str, number: re.Match[str]) -> Printed:
    """A number with its value and what stands around it."""
    script, (start, end) = str(number.lastgroup), number.span()
    value, decimals = READERS[script](number[0].lstrip("+-"))
    unit = UNIT.match(text, end)
    stop = unit.end() if unit else end
    return Printed(
        text, number[0], start, end, script,
        value=-value if number[0].startswith("-") else value,
        decimals=decimals,
        before=text[max(0, start - BEFORE) : start],
        unit=UNIT_NAMES[int((unit.lastgroup or "u0")[1:])] if unit else "",
        unit_end=stop,
        is_bare=unit is None,
        approximate=is_approximate(text, start, stop)
        or bool(NEARLY.match(text, end))
        or (script == "zh" and numerals.first_of_two(number[0]) != number[0])
        or is_over(text, start, number[0]),
    )  # fmt: skip


def is_over(text: str, start: int, number: str) -> bool:
    """Whether a scale stands for a number that is over it: 上千公里."""
    return text.startswith("上", start - 1) and number in tuple(numerals.ZH_SCALES)


def figure(text: str, number: re.Match[str]) -> Reading | None:
    """The figure that a number is, by what stands around it; None where it is none."""
    one = printed(text, number)
    if way := way_of_ranking(one):
        return way(one)
    for verb, noun in ((PLACES_BEFORE, PLACES_AFTER), (TRADED_BEFORE, TRADED_AFTER)):
        if verb.search(one.before) and (places := noun.match(text, one.end)):
            return one.reading(places.end(), "places", "rank_change")
    if one.script == "zh" and (is_article(one) or (one.is_bare and not RANGE_OF_UNIT.match(one.text, one.end))):
        return round_amount(one)
    if one.unit in ("", "as printed", "billion", "million") and CURRENCY_BEFORE.search(one.before):
        return in_yuan(one)
    if one.unit:
        return in_tenths(one) if one.unit == "tenths" else with_unit(one)
    return scaled_end(one) or bare(one)


def round_amount(one: Printed) -> Reading | None:
    """The money that is striven for, without its currency: 离三千亿还差一步."""
    if not (one.number.endswith("亿") and one.is_bare and ROUND_ENDS.match(one.text, one.end)):
        return None
    return replace(one, value=one.value / numerals.ZH_SCALES["亿"]).reading(one.end, "1e8_CNY", "amount")


def scaled_end(one: Printed) -> Reading | None:
    """The first end of a range of so many ten thousands, whose unit stands behind the second: 3万到5万平方米."""
    scale = SCALED_RANGE.match(one.text, one.end)
    unit = UNIT.match(one.text, scale.end("second")) if scale else None
    if scale is None or unit is None or unit[0].strip()[:1] != scale["scale"]:
        return None
    other = replace(
        one, end=scale.end("second"), unit=UNIT_NAMES[int((unit.lastgroup or "u0")[1:])], unit_end=unit.end()
    )
    return replace(with_unit(other), start=one.start, end=scale.end("scale"))


def is_article(one: Printed) -> bool:
    """Whether a numeral only says which: 这两项; behind its noun, where the clause ends, 一 counts: 变电站一座."""
    if one.value <= FEW and (
        one.before.endswith(TAKEN_UP) or (OPENS.search(one.before) and BOTH.match(one.text, one.end))
    ):
        return True
    if one.number != "一":
        return False
    is_ended = NOUN_BEFORE.search(one.before) and CLAUSE_ENDS.match(one.text, one.unit_end)
    is_counting = one.text[one.unit_end - 1] in COUNTS_ONE and is_ended
    is_alone = ALONE_BEFORE.search(one.before) and NOT_DONE.match(one.text, one.unit_end)
    is_left = (LEFT_BEFORE.search(one.before) or ASKED_HOW_MANY.search(one.before) or is_alone) and one.text[
        one.unit_end - 1
    ] in COUNTS_ONE
    return not is_counting and not is_left and (one.unit in ("count", "") or one.before.endswith(WHICH))


def in_tenths(one: Printed) -> Reading:
    """六成, 六成半: to the ten, and nothing more is meant, or to the unit."""
    more = TENTH_MORE.match(one.text, one.unit_end)
    extra = Decimal(5 if more[0] == "半" else numerals.ZH_DIGITS[more[0]]) if more else Decimal(0)
    stop = more.end() if more else one.unit_end
    kind = kind_of_percent(one.text, one.start, stop)
    return Reading(one.start, stop, one.value * 10 + extra, 0 if more else -1, "pct", kind, one.approximate)


def with_unit(one: Printed) -> Reading:
    """A number with its unit."""
    name, stop = one.unit, one.unit_end
    as_printed = re.sub(" +", " ", one.text[one.end : stop].strip().removeprefix("余"))
    if short := SHORT_SCALE.match(as_printed):
        as_printed = f"{SCALE_UNITS[short[1]].partition('_')[0]} {as_printed[short.end() :]}"
    if name == "count" and one.decimals and as_printed == "个":
        # 3.1个: no things are counted so.
        name = "points"
    is_of_places = (one.script == "en" and IN_PLACES.search(one.before)) or HAVE.match(one.text, stop)
    if name == "places" and is_of_places:
        return one.reading(one.end, "count", "count")
    if name == "pct":
        return one.reading(stop, name, kind_of_percent(one.text, one.start, stop))
    scale = 0 if one.script != "zh" else {"万": 4, "亿": 8}.get(one.number[-1], 0)
    if name == "as printed" and scale and len(one.number) > 1:
        # 三十二万吨 is printed as 32万吨 is.
        return replace(
            one.reading(stop, one.number[-1] + as_printed, "amount"), value=one.value.scaleb(-scale).normalize() + 0
        )
    if name == "large count":
        return one.reading(stop, as_printed, "count")
    return one.reading(stop, as_printed if name == "as printed" else name, KINDS.get(name, "amount"))


def in_yuan(one: Printed) -> Reading:
    """An amount whose currency stands before it, such as RMB 5 billion."""
    scale = SCALE_AFTER.match(one.text, one.end)
    return one.reading(scale.end(), SCALE_UNITS[scale[1]], "amount") if scale else one.reading(one.end, "CNY", "amount")


def bare(one: Printed) -> Reading | None:
    """A number without a unit: in English a count where a noun or a verb says so."""
    text, before, end, is_word = one.text, one.before, one.end, one.script == "en"
    if is_word and one.value == 1 and not counts_one(text, before, end):
        return None
    if one.decimals:
        return one.reading(end, "", "amount")
    if (text[end : end + 1].isalpha() and not ENDS_RANGE.match(text, end)) or re.search(r"[A-Za-z][-–]?$", before):
        return None
    if is_word and one.value <= FEW and before.endswith(("the ", "The ", " big ")) and THE_FEW.match(text, end):
        # The two, the three: what was named before.
        return None
    is_part = re.search(r"\b[Oo]f\b[^.;]{0,38}, $", before)
    is_count = NOUN.match(text, end) or BARE.match(text, end) or one.script in ("digits", "zh") or is_part
    if is_count or (is_word and counts_spelled(text, before, end, int(one.value))):
        return one.reading(end, "count", "count")
    return None
