"""Figures told without a number of their own: doubled, half a point, two-thirds, one in four, 百分之十五, 四分之一."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from zjjstats.audit.reading import numerals
from zjjstats.audit.reading.numerals import Number
from zjjstats.audit.reading.reading import Reading
from zjjstats.audit.reading.surroundings import is_approximate, kind_of_percent
from zjjstats.wording import rounded

HUNDRED = 100
# What stands behind a part that is no ordinal of a noun: a third of, a third more, a third.
PART_ENDS = r" ?(?:[,.;:)(|]|$|\n|\x00|--|—)| (?:of|more|less|fewer|higher|lower|smaller|larger|bigger|faster|slower|above|below|over|under|up|down|off|as|are|is|was|were|have|has|had|in|to|by|on|from|for|at|and|or|but|while|went|came|come|goes|go|this|last|against|compared|since|each)\b"
PHRASES: list[tuple[str, str, str, str]] = [
    # pattern, value, unit, kind
    (r"翻[一1]番|翻了[一1]番|翻番|翻了番|\b[Dd]oubl(?:ed|ing|e)\b(?!-)", "2", "multiple", "multiple"),
    (r"翻了?两番|\b[Qq]uadrupl(?:ed|ing|e)\b", "4", "multiple", "multiple"),
    (r"翻了?三番", "8", "multiple", "multiple"),
    (r"\b[Tt](?:ripl|rebl)(?:ed|ing|e)\b|\b[Tt]hrice(?= (?:the|that|its|their|as)\b)", "3", "multiple", "multiple"),
    (
        r"\b[Tt]wice(?= (?:the (?!week|month|day|year\b)|that\b|those\b|its\b|their\b|our\b|what\b|as (?!far\b|long\b)[a-z]+|[A-Z][a-z]+['’]s))",
        "2",
        "multiple",
        "multiple",
    ),
    (r"\b(?:[Aa]|[Oo]ne)[- ]quarter of (?:a|one) (?:percentage |per ?cent )?point\b", "0.25", "points", "difference"),
    (r"\b[Tt]hree[- ]quarters of (?:a|one) (?:percentage |per ?cent )?point\b", "0.75", "points", "difference"),
    (r"\b[Hh]alf (?:a|of a|of one) (?:percentage |per ?cent )?point\b", "0.5", "points", "difference"),
    (
        r"\b[Aa] (?:full |whole |clear )(?:percentage |per ?cent )?point\b|(?<! of )\b[Aa] per(?:centage|cent| cent) point\b",
        "1",
        "points",
        "difference",
    ),
    (r"\b[Aa] (?:percentage |per ?cent )?point and a half\b", "1.5", "points", "difference"),
    (r"(?<!一)(?<!个)半个百分点", "0.5", "points", "difference"),
    (
        r"一半|(?<![一-鿿])半数|(?<!other )\b(?:one |a )?[Hh]alf(?= (?:of|the|as))|(?<=xactly |cisely )half(?=[,.;)])|(?:(?<= (?:or|is|to|by) )|(?<= (?:was|are|now) )|(?<=than )|(?<=just )|(?<=bout )|(?<=nearly )|(?<=barely ))half(?=[,.;:)])|(?<=by )half\b(?! (?:an?|of|past|the|as)\b|-)",
        "50",
        "pct",
        "percentage",
    ),
    # A quarter is a short time.
    (
        r"\b(?:[Aa] |[Oo]ne |one-)quarter\b(?! (?:of (?:19|20)|earlier|ago|before|later|on|(?:is|was) (?:an?|the|not|too|hardly|no|short|long|over|up)\b))",
        "25",
        "pct",
        "percentage",
    ),
    *(
        (
            rf"(?:(?<=\b[Aa] good )|(?<=\b[Aa] full )|(?<=\b[Aa] bare )|(?<=\b[Aa] mere )|(?<=\b[Aa] scant )|(?<=\b[Aa] solid )|(?<=\b[Aa] hefty )|(?<=\b[Aa] clear )){name}(?= of (?!(?:19|20)|\0)[a-z])",
            value,
            "pct",
            "percentage",
        )
        for name, value in (("quarter", "25"), ("third", "33.333333"), ("fifth", "20"))
    ),
    (r"\b[Tt]hree[- ]quarters\b", "75", "pct", "percentage"),
    *(
        (rf"\b(?i:{numerals.EN_SMALL[part]})[- ]{name}s\b", str(part * (100 // whole)), "pct", "percentage")
        for name, whole in (("fifth", 5), ("tenth", 10))
        for part in range(2, whole)
    ),
    *(
        # Of a third the percent is meant; a third project is no part.
        (rf"\b(?:[Oo]ne |one-)(?:{name})\b|\b(?:[Aa]n? )(?:{name})\b(?={PART_ENDS})", value, "pct", "percentage")
        for name, value in (("third", "33.333333"), ("fifth", "20"), ("sixth", "16.666667"), ("tenth", "10"))
    ),
    (r"\b[Tt]wo[- ]thirds\b", "66.666667", "pct", "percentage"),
    (rf"\b(?:[Aa]n|[Oo]ne) eighth\b(?! (?:is|was|has|place)\b)(?={PART_ENDS})", "12.5", "pct", "percentage"),
    *((rf"\b(?i:{numerals.EN_SMALL[part]})[- ]eighths\b", str(12.5 * part), "pct", "percentage") for part in (3, 5, 7)),
]
PHRASE = re.compile("|".join(f"(?P<p{number}>{row[0]})" for number, row in enumerate(PHRASES)))
# A number in words with what makes it another: two and a half times, threefold, half a dozen, three-tenths of a point. One
# in four is of things at large, where one out of the four of a list would name them.
SMALL = "|".join(sorted(numerals.EN_SMALL[1:], key=len, reverse=True))
MADE = re.compile(
    rf"\b(?i:(?P<word>half a|a|{SMALL}))(?: and a half (?:(?P<points>(?:percentage |per ?cent )?points)|(?P<pct>per ?cent)|(?P<multiple>times))\b"
    r"|(?P<fold>[- ]?fold)\b|(?P<dozen> dozen)(?= [a-z])|(?P<tenths>[- ]tenths?) of (?:a|one) (?:percentage |per ?cent )?point\b"
    r"| (?:in|out of(?= (?:every )?ten\b)) (?:every )?(?P<whole>three|four|five|six|eight|ten)"
    r"(?= (?:[a-z]+ )?(?!and\b|years\b|months\b)[a-z]+s\b| of (?!ten\b)[a-z]+\b| (?:is|are|was|were|has|have|[a-z]+ed)\b|[,.;]))"
)
KIND_OF = {"points": "difference", "pct": "percentage", "multiple": "multiple", "count": "count"}
FRACTION = re.compile(
    rf"(?P<whole>{numerals.ZH}|(?<![0-9])[0-9]{{1,6}}|百|千|万)分之(?P<part>百|{numerals.ZH}|[0-9]{{1,6}}(?:\.[0-9]{{1,6}})?)(?P<point>个百分点)?"
)


def fractions(text: str) -> Iterator[Reading]:
    """百分之十五, 四分之一, in percent."""
    for match in FRACTION.finditer(text):
        whole, part = (numeral(match[name]) for name in ("whole", "part"))
        if whole.value:
            percent = part.value if whole.value == HUNDRED else part.value * 100 / whole.value
            decimals = part.decimals + {10 * HUNDRED: 1, HUNDRED**2: 2}.get(int(whole.value), 0)
            unit = "points" if match["point"] else "pct"
            yield Reading(match.start(), match.end(), percent, decimals, unit, kind_of_percent(text, *match.span()))


def made(text: str) -> Iterator[Reading]:
    """Numbers in words that are no whole number of what stands behind them.

    Examples
    --------
    >>> [(str(one.value), one.unit) for one in made("Two in five; two and a half times; half a dozen firms; threefold.")]
    [('40', 'pct'), ('2.5', 'multiple'), ('6', 'count'), ('3', 'multiple')]
    """
    for match in MADE.finditer(text):
        word, whole = match["word"].lower(), match["whole"]
        number = {"half a": Decimal("0.5"), "a": Decimal(1)}.get(word) or numerals.read_english(word).value
        about = is_approximate(text, *match.span())
        if whole:
            if number < (size := numerals.read_english(whole).value):
                yield Reading(*match.span(), number * HUNDRED / size, 0, "pct", "share", about)
            continue
        if match["dozen"]:
            value, decimals, unit = rounded(number * 12, 0), 0, "count"
        elif match["fold"]:
            value, decimals, unit = number, 0, "multiple"
        elif match["tenths"]:
            value, decimals, unit = number / 10, 1, "points"
        else:
            unit = next(name for name in ("points", "pct", "multiple") if match[name])
            value, decimals = number + Decimal("0.5"), 1
        yield Reading(*match.span(), value, decimals, unit, KIND_OF[unit], about)


def numeral(text: str) -> Number:
    """A numeral in digits or in Chinese."""
    if text in ("百", "千"):
        return Number(Decimal(numerals.ZH_SCALES[text]), 0)
    return numerals.read_digits(text) if text[0].isdigit() else numerals.read_chinese(text)


def phrases(text: str) -> Iterator[Reading]:
    """Figures without a numeral: doubled, half, the first place."""
    for match in PHRASE.finditer(text):
        _, value, unit, kind = PHRASES[int((match.lastgroup or "p0")[1:])]
        if kind == "percentage":
            kind = kind_of_percent(text, *match.span())
        # A third is told to the percent; half a point is meant to the tenth.
        decimals = len(value.partition(".")[2]) if unit == "points" else 0
        about = is_approximate(text, *match.span())
        yield Reading(match.start(), match.end(), Decimal(value), decimals, unit, kind, about)
