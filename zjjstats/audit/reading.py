"""Every figure of a text, with its span, value, unit, kind and printed precision."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from zjjstats.audit import numerals
from zjjstats.audit.nonfigures import without_nonfigures
from zjjstats.audit.numerals import Number

# How far around a number its words are looked for; the cost of a figure has this bound.
BEFORE = 40
AFTER = 60
HUNDRED = 100
# A larger ordinal is no place among cities or counties.
LOWEST_RANK = 150


@dataclass(frozen=True)
class Reading:
    """A figure as read, before anything is checked; ``approximate`` where the text says nearly, over, about."""

    start: int
    end: int
    value: Decimal
    decimals: int
    unit: str
    kind: str
    approximate: bool = False


NUMBER = re.compile(
    rf"(?P<digits>(?<![0-9A-Za-z.])(?:(?<![0-9A-Za-z一-鿿%)）])[-+]|(?<=[长为速幅率降是])-)?(?:{numerals.DIGITS})(?![0-9]))"
    rf"|(?P<zh>(?<![一-鿿]){numerals.ZH}|(?<=[一-鿿]){numerals.ZH})"
    rf"|(?P<en>(?<![A-Za-z-])(?:{numerals.EN_ORDINAL}|{numerals.EN})(?![A-Za-z]))",
    re.IGNORECASE,
)
READERS: dict[str, Callable[[str], Number]] = {
    "digits": numerals.read_digits,
    "zh": numerals.read_chinese,
    "en": numerals.read_english,
}

MEASURE_WORDS = (
    "个|家|户|项|人|件|台|套|辆|条|座|次|名|宗|处|所|批|只|艘|间|笔|宗|位|栋|例|款|起|对|张|份|亩|公顷|公里|吨"
)
COUNTED = "个|家|户|项|人|件|台|套|辆|条|座|次|名|宗|处|所|批|只|艘|间|笔|位|例|款|起|张|份"
CURRENCY = r"(?:yuan|RMB|CNY|renminbi)"
# What follows a number, longest first; the unit that it gives. None: the words make it no figure of their own.
UNITS: list[tuple[str, str]] = [
    (r" ?个?百分点|[ -]?(?:percentage|percent|per cent)[ -]points?|[ -]points?\b| ?pp\b|[ -]?ppts?\b", "points"),
    (r" ?%| ?(?:percent|per cent)\b", "pct"),
    (r"成(?![立功效为员本果长都人型熟品就交分])", "tenths"),
    (r" ?万亿元?(?:人民币)?(?![美欧吨千])", "1e12_CNY"),
    (r" ?亿元(?:人民币)?| ?亿(?=[，。；、,;）)]|$)", "1e8_CNY"),
    (r" ?万元(?:人民币)?", "1e4_CNY"),
    (rf" ?元(?![旦素宝])| {CURRENCY}\b", "CNY"),
    (rf" (?:hundred|100) million(?: {CURRENCY})?\b", "1e8_CNY"),
    (rf" (?:ten thousand|10,000) {CURRENCY}\b", "1e4_CNY"),
    (rf" trillion(?: {CURRENCY})\b", "1e12_CNY"),
    (rf" billion(?: {CURRENCY})\b", "billion_yuan"),
    (rf" million(?: {CURRENCY})\b", "million_yuan"),
    (r" ?亿美元", "1e8_USD"),
    (r" ?万美元", "1e4_USD"),
    (
        r" (?:trillion|billion|million|thousand) (?:tonnes|tons|kWh|passengers|visitors|trips|parcels|square metres|cubic metres)\b",
        "as printed",
    ),
    (r" (?:trillion|billion|million)(?: (?:US )?dollars)?\b", "as printed"),
    (
        r" ?(?:万亿|亿|万)?(?:千瓦时|度|立方米|平方米|平方公里|公里|千米|公顷|亩|吨|千瓦|标准煤|米|兆瓦|[kMGT]Wh?\b|km\b|tonnes\b|hectares\b)",
        "as printed",
    ),
    (rf" ?万(?:人次|{COUNTED})", "ten thousands"),
    (rf" ?亿(?:人次|{COUNTED})", "hundred millions"),
    (r"倍| ?times\b|[- ]?fold\b", "multiple"),
    (r"(?:多|余)?(?:个)?(?:位次|名次|席位)", "places"),
    (r"(?:st|nd|rd|th)\b", "ordinal"),
    (r" (?:more )?(?:places?|positions?|spots?|notches)\b", "places"),
    (rf" ?(?:多|余)?(?:{COUNTED})(?![月百])", "count"),
]
# A count printed in ten thousands is a count all the same.
SCALES = {"count": 0, "ten thousands": 4, "hundred millions": 8}
UNIT = re.compile("|".join(f"(?P<u{number}>{pattern})" for number, (pattern, _) in enumerate(UNITS)))
UNIT_NAMES = [unit for _, unit in UNITS]
NOUN = re.compile(
    r"(?:,| ?-)?(?: (?!percent|per|points?|and\b|to\b|or\b)[A-Za-z“”\"‘’'-]+){0,5}? ?"
    r"(?:projects?|firms?|enterprises?|companies|cities|prefectures?|counties|parks?|factories|plants?|people|jobs|"
    r"households|units|entries|items|schemes?|ones|patents?|products?|workers|staff|lines|workshops|platforms|"
    r"contracts?|districts?|industries|sectors|members|villages|towns|visits|cases|groups|measures|tasks)\b"
)
# An English number without a noun of its own still counts where it is plainly counting.
BARE = re.compile(
    r" (?:have|has|had|belong\w*|passed|failed|met|made|were|was|are|is|of (?:them|these|those|the|which|its|our|all|\d+|these)|had|started|begun|completed|new|"
    r"already|more|under way|underway|began|broke|went|came|out of|in all|in total|altogether|due|planned|resumed|"
    r"continuing|carried|entered|being|remain|got|finished)\b|(?=[,.;:)]| and\b| or\b|/|\s*$)"
)

CURRENCY_BEFORE = re.compile(r"(?:RMB|CNY|¥|￥) ?$")
SCALE_AFTER = re.compile(r" (million|billion|trillion)\b")
SCALE_UNITS = {"million": "million_yuan", "billion": "billion_yuan", "trillion": "1e12_CNY"}

RANK_BEFORE_ZH = re.compile(
    r"(?:第|排名?(?:在)?(?:全省|全国|全市|全州|考核方阵|方阵|各市州|市州)?第?|位[居列次]?(?:于)?(?:全省|全国)?第?|名列(?:全省|全国)?第?)$"
)
FIRST_PLACE = re.compile(
    r"(?:首位|榜首|第一(?=[，。；、,;）)]|$|名|位)|头名|(?<=[居列占])首)|top (?:spot|place)\b|(?:the )?(?<=at )the top\b|last place\b"
)
RANK_AROUND = re.compile(
    r"(?:rank(?:s|ed|ing)?|plac(?:e|es|ed|ing)|came|come|comes|stood|stands?|standing|finish(?:ed|es|ing)?|position(?:ed)?|"
    r"sit(?:s|ting)?|sat|was|is|were|list(?:ed)?|rose|risen|climbed|moved|up|dropped|fell|slipped|to|in|at|hold(?:s|ing)?|"
    r"held|took|takes|taking|secured|and|from|province['’]s)\b[^.;\n]{0,24}$",
    re.IGNORECASE,
)
RANK_AFTER = re.compile(
    r"(?: place| position| spot)?(?: (?:highest|lowest|largest|smallest|fastest|slowest|best)\b|,? (?:in|of|among|across|within|out of) (?:the |all |its |our |Hunan|\d)"
    r"|(?: place| position| spot)\b|(?: nation| province)wide| in Hunan| provincially)"
)
ORDINAL_STOPS = re.compile(
    r" (?:quarter|half|time|batch|phase|stage|session|plenary|meeting|year|month|day|week|edition|round|group|secretary|"
    r"step|priority|five|industry|tier|line|anniversary|century|congress|of [A-Z])\b",
    re.IGNORECASE,
)
# A cell of a table that holds nothing else.
CELL = re.compile(r"\| *[*]*#[*]* *\|")
PLACES_BEFORE = re.compile(
    r"(?:退后|前移|后移|上升|提升|前进|提高|下降|后退|上移|下移|跃升|晋升|跃进|赶超|回落|下滑|滑落|进位|进|退|升|降|前提)(?:了|至)?$"
)
PLACES_AFTER = re.compile(r" ?(?:个)?(?:位次|名次|位|名)")
APPROXIMATE = re.compile(
    r"(?:近|约|超过?|逾|大约|约为|将近|突破|不足|不到|至少|超出|接近|上万|nearly|about|around|almost|over|roughly|some|"
    r"more than|less than|approximately|close to|under|just over|just under|at least|up to|above|below|fewer than|"
    r"well over|an estimated)(?:了)? ?$",
    re.IGNORECASE,
)
APPROXIMATE_AFTER = re.compile(r" ?(?:多|余|左右|以上|以下|上下|强|or so|or more|or less)")

PHRASES: list[tuple[str, str, str, str]] = [
    # pattern, value, unit, kind
    (r"翻[一1]番|翻了[一1]番|翻番|翻了番|\b[Dd]oubl(?:ed|ing|e)\b(?!-)", "2", "multiple", "multiple"),
    (r"翻了?两番|\b[Qq]uadrupl(?:ed|ing|e)\b", "4", "multiple", "multiple"),
    (r"翻了?三番", "8", "multiple", "multiple"),
    (r"\b[Tt]ripl(?:ed|ing|e)\b", "3", "multiple", "multiple"),
    (r"一半|(?<![一-鿿])半数|\b(?:one |a )?[Hh]alf(?= (?:of|the|as))", "50", "pct", "percentage"),
    (r"\b(?:[Aa] |[Oo]ne |one-)quarter\b(?! (?:of (?:19|20)|earlier|ago|before|later|on))", "25", "pct", "percentage"),
    (r"\b[Tt]hree[- ]quarters\b", "75", "pct", "percentage"),
    (r"\b(?:[Aa] |[Oo]ne |one-)third\b", "33.333333", "pct", "percentage"),
    (r"\b[Tt]wo[- ]thirds\b", "66.666667", "pct", "percentage"),
    (r"\b(?:[Aa] |[Oo]ne |one-)fifth\b", "20", "pct", "percentage"),
    (r"\b(?:[Aa] |[Oo]ne |one-)tenth\b", "10", "pct", "percentage"),
    (r"首位|榜首|(?<=[居列占])首(?=[，。；])|\b(?:the )?top (?:spot|place)\b|(?<=at )the top\b", "1", "rank", "rank"),
]
PHRASE = re.compile("|".join(f"(?P<p{number}>{row[0]})" for number, row in enumerate(PHRASES)))
FRACTION = re.compile(
    rf"(?P<whole>{numerals.ZH}|(?<![0-9])[0-9]{{1,6}}|百)分之(?P<part>百|{numerals.ZH}|[0-9]{{1,6}}(?:\.[0-9]{{1,6}})?)(?P<point>个百分点)?"
)
RANGE = re.compile(r" ?(?:[-—–~～至到]|to|and) ?")

LISTED = re.compile(" ?[、和与] ?")

RATE_WORDS = re.compile(
    r"率|面(?=达|为|$)|完成(?=$)|rate\b|ratio\b|进度|progress|completion|started|已开工|fulfil|计划的|任务的|目标的|plan\b|target",
    re.IGNORECASE,
)
SHARE_WORDS = re.compile(
    r"占|比重|份额|share|account|make up|made up|makes up|took\b|takes\b|proportion", re.IGNORECASE
)
SHARE_AFTER = re.compile(rf"{SHARE_WORDS.pattern}|^ ?of (?:the|all|total)", re.IGNORECASE)
GROWTH_WORDS = re.compile(
    r"增|升|涨|降|减|回落|下滑|加快|提高|同比|环比|grow|grew|rose|rise|risen|(?<!made )(?<!make )(?<!makes )\bup\b|increas|gain|fell|fall|down\b|drop|declin|"
    r"decreas|shrank|contract|faster|expan|climb|higher|more than|add(?:ed|ing)\b|lower|year on year|year-on-year|on the year",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[，,。；;！？!?\n]|\.(?= |$|[A-Z])")


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


def is_approximate(text: str, start: int, end: int) -> bool:
    """Whether the words beside a figure say nearly, over, about."""
    return bool(APPROXIMATE.search(text[max(0, start - 16) : start]) or APPROXIMATE_AFTER.match(text, end))


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
        if unit == "rank" and (numbered := re.search(r"\b[Nn]o\.? ?$", before)):
            begin = start - len(numbered[0])
        if unit in SCALES:
            scale = SCALES[unit]
            return Reading(
                begin,
                stop,
                value.scaleb(scale),
                max(decimals - scale, 0),
                "count",
                kind,
                approximate or scale > decimals > 0,
            )
        return Reading(begin, stop, value, decimals, unit, kind, approximate)

    if (script == "en" and (number[0].lower() in numerals.EN_ORDINALS)) or name == "ordinal":
        stop = unit.end() if name == "ordinal" and unit else end
        is_rank = not ORDINAL_STOPS.match(text, stop) and (
            RANK_AFTER.match(text, stop)
            or CELL.search(text[max(0, start - 8) : start] + "#" + text[stop : stop + 8])
            or (RANK_AROUND.search(before) and value <= LOWEST_RANK)
        )
        return (
            made(stop, "rank", "rank") if is_rank and (name == "ordinal" or ranked_word(text, before, stop)) else None
        )
    if before.endswith("第") or (RANK_BEFORE_ZH.search(before) and name in ("", "count") and not decimals):
        return rank_in_chinese(text, end, made, before=before)
    if re.search(r"\b[Nn]o\.? ?$", before):
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
            return Reading(start, stop, value * 10 + extra, 0, "pct", kind, approximate or not more)
        return with_unit(text, made, start, unit, name)
    return bare(text, before, end, made, script=script, value=value, decimals=decimals)


def ranked_word(text: str, before: str, stop: int) -> bool:
    """Whether an ordinal in words, such as first, is a place: it stands by a verb of ranking or by what is ranked."""
    strong = re.search(
        r"(?:rank|plac|came|come|stood|stand|position|finish|sit|sat|hold|held|took)\w*\b[^.;\n]{0,24}$", before
    )
    return bool(
        strong
        or RANK_AFTER.match(text, stop)
        or (re.search(r"\b(?:and|or|to|was|is) $", before) and RANK_AFTER.match(text, stop))
    )


def rank_in_chinese(text: str, end: int, made: Callable[[int, str, str], Reading], *, before: str) -> Reading | None:
    """第10位, 排名第二; None for other ordinals, and for a number that only follows 位 or 排."""
    follows = re.compile(r"(?:位|名)(?!次)").match(text, end)
    if before.endswith("第"):
        is_place = follows or re.search(
            r"(?:[居列占排]|位|名|省|国|市|州|阵|并列|[期年前]的?|[从由升降退进])第$", before
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
    stop, printed = unit.end(), unit[0].strip()
    if name == "pct":
        return made(stop, name, kind_of_percent(text, start, stop))
    if name == "points":
        return made(stop, name, "difference")
    if name == "multiple":
        return made(stop, name, "multiple")
    if name == "places":
        return made(stop, name, "rank_change")
    if name in SCALES:
        return made(stop, name, "count")
    return made(stop, re.sub(" +", "_", printed) if name == "as printed" else name, "amount")


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
    if NOUN.match(text, end) or BARE.match(text, end) or script == "digits" or is_part:
        return made(end, "count", "count")
    return None


def kind_of_percent(text: str, start: int, end: int) -> str:
    """Rate, share or growth, by the words of the clause nearest before the figure, else after it."""
    before = CLAUSE_END.split(text[max(0, start - BEFORE) : start])[-1]
    after = CLAUSE_END.split(text[end : end + AFTER])[0]
    last = -1
    kind = "percentage"
    for name, words in (("growth", GROWTH_WORDS), ("share", SHARE_WORDS), ("rate", RATE_WORDS)):
        for match in words.finditer(before):
            if match.start() >= last:
                last, kind = match.start(), name
    if kind != "percentage":
        return kind
    for name, words in (("share", SHARE_AFTER), ("rate", RATE_WORDS), ("growth", GROWTH_WORDS)):
        if words.search(after):
            return name
    return kind


def ranged(text: str, readings: list[Reading]) -> list[Reading]:
    """The same readings, with the ends of a range marked as such; its first end takes the unit of the second."""
    for number, (first, second) in enumerate(pairwise(readings)):
        between = text[first.end : second.start]
        if (
            LISTED.fullmatch(between)
            and second.unit not in ("", "count")
            and first.unit in ("", "count")
            and text[first.end - 1].isdigit()
        ):
            unit, kind = second.unit, second.kind
            readings[number] = Reading(
                first.start, first.end, first.value, first.decimals, unit, kind, first.approximate
            )
            continue
        is_move = re.search(r"(?:从|由|\b[Ff]rom)[^，。；,;]{0,16}$", text[max(0, first.start - 20) : first.start])
        is_range = (
            not is_move
            and RANGE.fullmatch(between)
            and (between.strip() != "and" or "between" in text[max(0, first.start - 9) : first.start])
        )
        if is_range and (first.unit == second.unit or first.unit in ("", "count")):
            readings[number] = Reading(first.start, first.end, first.value, first.decimals, second.unit, "range")
            readings[number + 1] = Reading(
                second.start, second.end, second.value, second.decimals, second.unit, "range"
            )
    return readings
