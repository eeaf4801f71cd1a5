"""Every figure of a text, with its span, value, unit, kind and printed precision."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from zjjstats.audit import numerals
from zjjstats.audit.listed_readings import RANKS_NO, Reading, ranged
from zjjstats.audit.nonfigures import without_nonfigures
from zjjstats.audit.numerals import Number
from zjjstats.audit.patterns import (
    BARE,
    CELL,
    CURRENCY_BEFORE,
    FRACTION,
    NOUN,
    NUMBER,
    ORDINAL_STOPS,
    PHRASE,
    PHRASES,
    PLACES_AFTER,
    PLACES_BEFORE,
    RANK_AFTER,
    RANK_AROUND,
    RANK_BEFORE_ZH,
    SCALE_AFTER,
    SCALE_UNITS,
    UNIT,
    UNIT_NAMES,
)
from zjjstats.audit.spelled import counts_spelled, stands_as_place
from zjjstats.audit.surroundings import BEFORE, LOWEST_RANK, is_approximate, kind_of_percent, ranked_word

HUNDRED = 100
# What a figure of a unit is; any other is an amount.
KINDS = {"points": "difference", "multiple": "multiple", "places": "rank_change", "count": "count"}
FEW = 4
# The two had, the three were: what was named before.
THE_FEW = re.compile(r" (?:had|has|have|were|was|are|is|respectively)\b|[,.;]")
RANK_WORD = re.compile(
    r"\b(?:[Rr]ank(?:s|ed|ings?)?|[Pp]osition|[Ss]tanding)(?:,? (?:in|within|across) (?:the |its |our )?(?:province|provincial \w+|Hunan|(?:assessment )?(?:group|queue))|,? provincially| overall)?"
    r"(?: (?:of|is|was|at|now|stands at))*:? $|(?<=[\s(])#$"
)
# Places lost: 9.
PLACES_WORD = re.compile(r"\b[Pp]laces? (?:lost|gained|won|dropped|climbed|made up|up|down)(?: [a-z\0 ]{1,24})?: ?$")
IS_PLACE = re.compile(r"\b(?:is|was|are|were|now|became|remains?|remained|be|been|still) $")
# An ordinal in digits that a clause ends with is a place: which put the city 14th; (9th).
ENDS = re.compile(r" in \x00| ?(?:[,.;:)]|$|\n|and\b|or\b|while\b|but\b|--|—|[|(])")


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
    blanked = without_nonfigures(numerals.folded(text))
    taken = sorted([*fractions(blanked), *phrases(blanked)], key=lambda reading: reading.start)
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
    return ranged(blanked, [*found, *taken[position:]])


def fractions(text: str) -> Iterator[Reading]:
    """百分之十五, 四分之一, in percent."""
    for match in FRACTION.finditer(text):
        whole, part = (numeral(match[name]) for name in ("whole", "part"))
        if whole.value:
            percent = part.value if whole.value == HUNDRED else part.value * 100 / whole.value
            unit = "points" if match["point"] else "pct"
            yield Reading(
                match.start(), match.end(), percent, part.decimals, unit, kind_of_percent(text, *match.span())
            )


def numeral(text: str) -> Number:
    """A numeral in digits or in Chinese."""
    if text == "百":
        return Number(Decimal(100), 0)
    return numerals.read_digits(text) if text[0].isdigit() else numerals.read_chinese(text)


def phrases(text: str) -> Iterator[Reading]:
    """Figures without a numeral: doubled, half, the first place."""
    for match in PHRASE.finditer(text):
        _, value, unit, kind = PHRASES[int((match.lastgroup or "p0")[1:])]
        if kind == "percentage":
            kind = kind_of_percent(text, *match.span())
        yield Reading(match.start(), match.end(), Decimal(value), 0, unit, kind, is_approximate(text, *match.span()))


def figure(text: str, number: re.Match[str]) -> Reading | None:  # noqa: C901, PLR0911 - one answer per way of printing
    """The figure that a number is, by what stands around it; None where it is none."""
    script, (start, end) = str(number.lastgroup), number.span()
    before = text[max(0, start - BEFORE) : start]
    value, decimals = READERS[script](number[0].lstrip("+-"))
    if number[0].startswith("-"):
        value = -value
    unit = UNIT.match(text, end)
    name = UNIT_NAMES[int((unit.lastgroup or "u0")[1:])] if unit else ""
    approximate = is_approximate(text, start, unit.end() if unit else end)

    def made(stop: int, unit: str, kind: str) -> Reading:
        begin = start - 1 if unit == "rank" and before.endswith("第") else start
        if unit == "rank" and before.endswith("#"):
            begin = start - 1
        if unit == "rank" and (numbered := re.search(r"\b[Nn]o\.? ?$", before)):
            begin = start - len(numbered[0])
        return Reading(begin, stop, value, decimals, unit, kind, approximate)

    if (script == "en" and (number[0].lower() in numerals.EN_ORDINALS)) or name == "ordinal":
        stop = unit.end() if name == "ordinal" and unit else end
        is_rank = not ORDINAL_STOPS.match(text, stop) and (
            RANK_AFTER.match(text, stop)
            or CELL.search(text[max(0, start - 8) : start] + "#" + text[stop : stop + 8])
            or (name == "ordinal" and value <= LOWEST_RANK and ENDS.match(text, stop))
            or (RANK_AROUND.search(before) and value <= LOWEST_RANK)
            or (script == "en" and stands_as_place(text, before, number[0], stop))
        )
        return (
            made(stop, "rank", "rank")
            if is_rank
            and (
                name == "ordinal"
                or ranked_word(text, before, stop)
                or stands_as_place(text, before, number[0], stop)
                or (IS_PLACE.search(before) and ENDS.match(text, stop))
            )
            else None
        )
    if before.endswith("第") or (RANK_BEFORE_ZH.search(before) and name in ("", "count") and not decimals):
        return rank_in_chinese(text, end, made, before=before)
    if script == "digits" and not decimals and not unit and value <= LOWEST_RANK and RANK_WORD.search(before):
        return made(end, "rank", "rank")
    if script == "digits" and not decimals and not unit and PLACES_WORD.search(before):
        return made(end, "places", "rank_change")
    if re.search(r"\b[Nn]o\.? ?$", before):
        if not (RANKS_NO.search(before) or RANK_AFTER.match(text, end)):
            return None
        return made(end, "rank", "rank")
    if PLACES_BEFORE.search(before) and (places := PLACES_AFTER.match(text, end)):
        return made(places.end(), "places", "rank_change")
    if script == "zh" and ((number[0] == "一" and name in ("count", "")) or not unit):
        return None
    if name in ("", "as printed") and CURRENCY_BEFORE.search(before):
        return in_yuan(text, end, made)
    if unit and name:
        if name == "tenths":
            more = re.compile("[一二三四五六七八九半]").match(text, unit.end())
            extra = Decimal(5 if more and more[0] == "半" else numerals.ZH_DIGITS[more[0]]) if more else Decimal(0)
            stop = more.end() if more else unit.end()
            kind = kind_of_percent(text, start, stop)
            # 六成 is 60 % to the ten, and nothing more is meant.
            return Reading(start, stop, value * 10 + extra, 0 if more else -1, "pct", kind, approximate)
        return with_unit(text, made, start, unit, name)
    return bare(text, before, end, made, script=script, value=value, decimals=decimals)


def rank_in_chinese(text: str, end: int, made: Callable[[int, str, str], Reading], *, before: str) -> Reading | None:
    """第10位, 排名第二; None for other ordinals, and for a number that only follows 位 or 排."""
    follows = re.compile(r"(?:位|名)(?!次)|(?=把交椅)").match(text, end)
    if before.endswith("第"):
        is_place = (
            follows
            or re.search("座次|位次|名次|排名|排位", before)
            or re.search(
                r"(?:[居列占排]|位|名|省|国|市|州|阵|并列|[期年前]的?|[从由升降退进]|[0-9一二三四五六七八九十]位?[、和与及])第$",
                before,
            )
        )
        is_end = re.compile(
            r"[，。；、,;:：）)（(\s]|$|和|与|，|且|的|并|[升降进退]|[前后上下][移升降进退]|提升|跃升|回落"
        ).match(text, end)
        return made(follows.end() if follows else end, "rank", "rank") if follows or (is_place and is_end) else None
    return made(follows.end(), "rank", "rank") if follows else None


def with_unit(
    text: str, made: Callable[[int, str, str], Reading], start: int, unit: re.Match[str], name: str
) -> Reading | None:
    """A number with its unit."""
    stop, printed = unit.end(), re.sub(" +", " ", unit[0].strip())
    if name == "pct":
        return made(stop, name, kind_of_percent(text, start, stop))
    if name == "large count":
        return made(stop, printed, "count")
    return made(stop, printed if name == "as printed" else name, KINDS.get(name, "amount"))


def in_yuan(text: str, end: int, made: Callable[[int, str, str], Reading]) -> Reading:
    """An amount whose currency stands before it, such as RMB 5 billion."""
    scale = SCALE_AFTER.match(text, end)
    return made(scale.end(), SCALE_UNITS[scale[1]], "amount") if scale else made(end, "CNY", "amount")


def bare(
    text: str,
    before: str,
    end: int,
    made: Callable[[int, str, str], Reading],
    *,
    script: str,
    value: Decimal,
    decimals: int,
) -> Reading | None:
    """A number without a unit: in English a count where a noun or a verb says so."""
    if script == "en" and value == 1:
        return None
    if decimals:
        return made(end, "", "amount")
    if (text[end : end + 1].isalpha() and not re.match(r"[至到][0-9]", text[end : end + 2])) or re.search(
        r"[A-Za-z][-–]?$", before
    ):
        return None
    is_part = re.search(r"\b[Oo]f\b[^.;]{0,38}, $", before)
    if script == "en" and value <= FEW and before.endswith(("the ", "The ")) and THE_FEW.match(text, end):
        # The two, the three: what was named before.
        return None
    if (
        NOUN.match(text, end)
        or BARE.match(text, end)
        or script == "digits"
        or is_part
        or counts_spelled(text, before, end, int(value))
    ):
        return made(end, "count", "count")
    return None
