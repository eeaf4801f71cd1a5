"""The periods that a text tells its figures are of."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.reading.numerals import read_chinese
from zjjstats.errors import PeriodError
from zjjstats.periods import ENGLISH_MONTHS, Period

YEAR = r"(?:(?P<year>(?:19|20)[0-9]{2})年?|今年|本年)?"
DASH = "[-—–~～至到―‐−]"
MONTH = "|".join(f"{name}|{name[:3]}\\b\\.?" for name in ENGLISH_MONTHS)
SPANS = {
    "上半年": (1, 6), "前三季度": (1, 9), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
    "下半年": (7, 12), "全年": (1, 12),
}  # fmt: skip
PART_EN = r"(?:(?i:first|second|third|fourth) quarter|(?i:first|second) half|(?i:first) three quarters|(?i:first) (?:two|three|four|five|seven|eight|ten|eleven) months)"
PERIOD = re.compile(
    rf"(?P<full>(?:19|20)[0-9]{{2}}(?:Q[1-4]|H1|M[0-9]{{2}}(?:-M[0-9]{{2}})?))"
    rf"|{YEAR}(?:(?P<first>1)月?{DASH}(?P<last>1?[0-9])月|(?P<zh_first>一)[至到—–-](?P<zh_last>[二三四五六七八九十]{{1,2}})月|[前头](?P<months>1?[0-9]|[一二两三四五六七八九十])个月|(?P<span>[上下]半年|前三季度|第?[一二三四]季度|全年(?!(?:[“\"][^”\"\n]{{1,12}}[”\"])?(?:要|计划|拟|应|需|将|预计|力争|目标|安排|任务))))"
    rf"|(?P<alone>1?[0-9])月(?:份)?(?:当月|单月|一个月)|(?P<month_year>(?:19|20)[0-9]{{2}})年(?P<month>1?[0-9])月(?![0-9]*日|底|末|初)"
    r"|(?P<only>(?:19|20)[0-9]{2})年(?![0-9年度的]*月)"
    rf"|(?P<until>截至|到|[Bb]y|[Aa]s of|[Uu]ntil|at)(?: the)?(?: end of| end-)? ?(?:(?P<until_year>(?:19|20)[0-9]{{2}})年|今年)?(?:(?P<until_month>1?[0-9])月(?:底|末|3[01]日|2[89]日)"
    rf"|(?:[0-9]{{1,2}} )?(?P<until_en>{MONTH})(?: [0-9]{{1,2}})?,? (?P<until_en_year>(?:19|20)[0-9]{{2}}))"
    rf"|(?P<date>(?:[0-9]{{1,2}} )?(?:{MONTH})(?: [0-9]{{1,2}})?,? (?:19|20)[0-9]{{2}})"
    rf"|(?P<january>January|Jan\.?)(?: ?[-–—]+ ?| to | and | through )(?P<to>{MONTH})(?:,? (?P<en_year>(?:19|20)[0-9]{{2}}))?"
    rf"|(?:[Tt]he )?(?P<part>{PART_EN})(?! of (?:last|the (?:previous|preceding|prior)) year)"
    r"(?: of (?:the year|(?P<part_year>(?:19|20)[0-9]{2})))?"
    r"|(?P<en_only>(?<![0-9,.(（\[〔])(?:19|20)[0-9]{2}\b|(?<=[(（])(?:19|20)[0-9]{2}(?=[:：]))(?![,.]?[0-9])",
)
PARTS = {
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
    "first half": (1, 6), "second half": (7, 12), "first three quarters": (1, 9),
} | {
    f"first {word} months": (1, months)
    for word, months in {
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "seven": 7,
        "eight": 8,
        "ten": 10,
        "eleven": 11,
    }.items()
}  # fmt: skip
# A month and its year without a day are a period where something is said of them, and a date where something came out.
OF_MONTH = re.compile(r"(?:\b(?:in|for|during)|\b(?:month|months) of)(?: the month of)? $", re.IGNORECASE)
CAME_OUT = re.compile(
    r"(?:publish|releas|issu|announc|report|sign|open|held|launch|adopt|approv|visit|updat|print|meeting|statement|bulletin)\w* (?:in|for|during) $",
    re.IGNORECASE,
)
# A month without a year is that of the release or a date: what is said of it is not held against other months.
LONE_MONTH = re.compile(
    rf"(?<![0-9年—–至到~～ -])(?P<zh>1?[0-9])月份?(?=[，,]|全[市省州]|规模|规上|当|单|[只仅却则也]?(?:增|下降|同比)|[只仅却则][有是为])|(?<=今年)(?P<this>1?[0-9])月份?(?=[，,])"
    rf"|(?:\b(?:[Ii]n|[Ff]or|[Oo]f) (?:the (?:single )?month of )?|\bmonth of |(?:^|(?<=[\n.:;(])) ?(?=[A-Z][a-z]+(?: (?:taken )?(?:alone|by itself|on its own)\b|[,:]| [0-9.]{{1,5}}%)))(?P<en>{MONTH})(?: (?:taken )?(?:alone|by itself|on its own))?(?! ?[-–—]| ?[0-9](?![0-9.]{{0,4}}%)| to | and | through |,? (?:19|20)[0-9]{{2}})"
)
THAT_MONTH = re.compile(r"当月|单月|\b(?:that|this|the) (?:single )?month\b")
DECEMBER = 12
BASE_BEFORE = re.compile(
    r"(?:比起?|较|于|同|\b(?:than|than in|as|on|over|from|against|compared (?:with|to)|versus|since|of|to|relative to|year before|ahead of))(?: the| in)? ?$",
    re.IGNORECASE,
)
# Over the first eleven months, where a clause begins, is when.
OVER_IT = re.compile(r"(?:^|[.,;:(—] ?|\b(?:and|but|while|whereas) )[Oo]ver $")
# The same months of 2021 are those of that year.
SAME_MONTHS = re.compile(
    r"\b(?:same|corresponding|equivalent) (?:[a-z]+ )?(?:period|months|quarter|half|stretch|time)(?: (?:of|in))? $"
)
COMPARED_BEHIND = re.compile("(?:同期|全年)?(?:(?:相)?[比较](?:较)?[，,]?|(?:的?[位名]次)?(?:持平|相[同当]|一样|齐平))")
# Nor is a year in the title of a book or a document: 《湖南统计年鉴—2009》.
IN_TITLE = re.compile(r"年鉴$|《[^》\n]*$|\b[Yy]earbook,? $")
ENDS = re.compile(r"[。！？!?\n]|\.(?=\s)")
LONGEST_TITLE, LONGEST_LAST = 40, 3
YEARBOOK = re.compile(
    r" ?(?:statistical )?(?:yearbook|edition)\b| ?年?(?:版|统计年鉴|年鉴|第[0-9]{1,3}[期号])", re.IGNORECASE
)


# Years told from the period that the text is about; the words of a comparison, such as 比上年增长, are no period.
# Last year may be the very year that a release is about, unless something is set against it.
PART = (
    rf"的?(?:上半年|前三季度|第?一季度|1月?{DASH}1?[0-9]月|[前头](?:[0-9]|[一二两三四五六七八九十])个月|(?P<year>全年))"
)
BACK = re.compile(
    rf"(?:去年|上一?年){PART}|"
    r"(?P<two>(?<=[由从比较])前年)|(?:上一?年度?|前一年|一年(?:之|以)?前|(?<=[由从比较])去年|去年(?=同期))(?:同期|同月|全年)?|"
    rf"(?:the )?{PART_EN} of (?:last|the (?:previous|preceding|prior)) year(?:['’]s)?|"
    r"(?:the|its) (?:previous|preceding|prior) year(?:['’]s)?|the year before(?: last)?|a year (?:earlier|ago|before)|"
    r"(?:(?<=from )|(?<=against )|(?<=than )|(?<=with )|(?<=of ))last year(?:['’]s)?|one year earlier|twelve months (?:earlier|before|ago)|(?P<before>two|three) years (?:earlier|before|ago)|"
    r"(?P<next>一年(?:之?[后间]|过后|来(?=[，回提上下加放]))|次年|翌年|a year (?:later|on)|the (?:following|next) year)",
    re.IGNORECASE,
)
# Counted from the day of the release, which its period does not tell: figures by them are of one year or another.
LOOSE = re.compile(
    rf"(?<![由从比较])(?:去年(?!同期|{PART.replace('?P<year>', '?:')})|前年)|"
    r"(?<!from )(?<!against )(?<!than )(?<!with )(?<!of )\blast year\b",
    re.IGNORECASE,
)
FIGURE_OF_IT = re.compile(
    r"(?:同期|全年)?(?:的(?!同期)|[（(]|为|做到|是|只|仅|才|不过|[0-9]|第[0-9一二三四五六七八九十])|['’]s"
)
# The groups of a period that may hold its year.
YEARS = ("until_year", "until_en_year", "year", "month_year", "only", "en_year", "part_year", "en_only")


LAST_YEARS = re.compile("(?:去年|上年)$|(?:去年|上年)的$")


def years_back(match: re.Match[str]) -> str:
    """How many years words go back, as a key; below zero where they go on."""
    if match["next"]:
        return "-1"
    return {"two": "2", "three": "3"}.get(match["before"] or "", "2" if match["two"] else "1")


def back_mentions(text: str, period: str) -> Iterator[Mention]:
    """The words that tell an earlier year than that of the text; in a comparison, such as 比上年增长, they tell none."""
    for match in BACK.finditer(text):
        is_compared = text[max(0, match.start() - 1) : match.start()] in ("比", "较", "同")
        if is_compared and not FIGURE_OF_IT.match(text, match.end()):
            continue
        if match["year"] and period:
            # The whole of last year, whatever months the text is about.
            yield Mention(
                match.start(), match.end(), "period", str(Period(Period.parse(period).year - 1, 1, 12)), is_aside=True
            )
        else:
            yield Mention(match.start(), match.end(), "back", years_back(match), is_aside=True)
    for match in LOOSE.finditer(text):
        yield Mention(match.start(), match.end(), "back", "", is_aside=True)


def period_mentions(text: str, period: str) -> Iterator[Mention]:
    """The periods that figures are of; what they are compared with stands aside."""
    release_year = year = Period.parse(period).year if period else 0
    told_at = 0
    for match in PERIOD.finditer(text):
        # "From January to February" is a span; "from 2021" is what something is compared with.
        before = text[max(0, match.start() - 20) : match.start()]
        is_base = not match["january"] and BASE_BEFORE.search(before) and not (match["part"] and OVER_IT.search(before))
        is_aside = bool(COMPARED_BEHIND.match(text, match.end()) or is_base)
        if LAST_YEARS.search(text[max(0, match.start() - LONGEST_LAST) : match.start()]) and not match["year"]:
            # 去年一季度, 上年全年: months of last year.
            continue
        # A yearbook's year is no period of its figures.
        if YEARBOOK.match(text, match.end()) or IN_TITLE.search(
            text[max(0, match.start() - LONGEST_TITLE) : match.start()]
        ):
            continue
        if release_year and "\n" in text[told_at : match.start()]:
            # An earlier year is told for its paragraph; months without one are of the release's.
            year, told_at = release_year, match.start()
        if match["date"]:
            year = year if is_aside else int(match["date"][-4:])
            if month := month_told(text, match):
                yield Mention(match.start(), match.end(), "period", month)
            continue
        told = next((match[name] for name in YEARS if match[name]), 0)
        # The months that the release is about are of its year, whatever year a sentence before looked back to.
        is_release = ENDS.search(text, told_at, match.start()) and canonical(match, release_year) == period
        own = int(told) or (release_year if is_release or match[0].startswith(("今年", "本年")) else 0) or year
        if (match["only"] or match["en_only"]) and is_part_of(period, own):
            # The year that the release's own months lie in.
            continue
        if own and is_later_part(match):
            # A quarter or half of its own is in no table.
            yield Mention(match.start(), match.end(), "quarter", "", is_aside=True)
            continue
        if key := told_period(text, match, own, period):
            year, told_at = (year if is_aside else own), match.start()
            yield Mention(match.start(), match.end(), "period", key, is_aside)


def is_later_part(match: re.Match[str]) -> bool:
    """Whether a name tells a quarter or half that does not begin with January."""
    part = match["span"] or match["part"]
    return bool(part) and (SPANS | PARTS)[part.removeprefix("第").lower()][0] > 1


def month_told(text: str, match: re.Match[str]) -> str:
    """The month that an English date without a day tells figures of; empty where it only dates something."""
    named = re.fullmatch(rf"({MONTH}),? ([0-9]{{4}})", match["date"])
    before = text[max(0, match.start() - 32) : match.start()]
    if not named or not OF_MONTH.search(before) or CAME_OUT.search(before):
        return ""
    month = month_number(named[1])
    return str(Period(int(named[2]), month, month))


def lone_months(text: str, period: str) -> Iterator[Mention]:
    """Months named without a year, other than those that the release is about."""
    told = Period.parse(period) if period else None
    for match in LONE_MONTH.finditer(text):
        month = month_number(match["en"]) if match["en"] else int(match["zh"] or match["this"])
        key = str(Period(told.year, month, month)) if told and 1 <= month <= DECEMBER else ""
        # Behind what was told of more months, the release's own month is that again.
        is_own = bool(key) and key == period
        yield Mention(match.start(), match.end(), "this" if is_own else "month", key, is_aside=not is_own)
    for match in THAT_MONTH.finditer(text):
        yield Mention(match.start(), match.end(), "month", "", is_aside=True)


def is_part_of(period: str, year: int) -> bool:
    """Whether a period is some months of a year, so that the bare year tells no other."""
    told = Period.parse(period) if period else None
    return told is not None and told.year == year and not told.is_full_year


def told_period(text: str, match: re.Match[str], year: int, period: str) -> str:
    """The period that a name tells; of 2021年同期 the months that the release is about."""
    is_same = match["en_only"] and SAME_MONTHS.search(text[max(0, match.start() - 40) : match.start()])
    if period and (is_same or (match["only"] and text.startswith("同期", match.end()))):
        told = Period.parse(period)
        return str(Period(year, told.first_month, told.last_month))
    return canonical(match, year)


def canonical(match: re.Match[str], year: int) -> str:
    """The period as it stands in the tables; empty where its year is not told."""
    first, last = 1, 12
    if match["full"]:
        return str(Period.parse(match["full"]))
    if told := match["last"] or match["months"] or match["zh_last"]:
        last = int(told) if told.isdigit() else int(read_chinese(told).value)
    elif match["alone"]:
        first = last = int(match["alone"])
    elif match["span"]:
        first, last = SPANS[match["span"].removeprefix("第")]
    elif match["month"]:
        first = last = int(match["month"])
    elif told := match["until_month"] or match["until_en"] or match["to"]:
        last = int(told) if told.isdigit() else month_number(told)
    elif match["part"]:
        first, last = PARTS[match["part"].lower()]
    try:
        return str(Period(year, first, last)) if year else ""
    except PeriodError:
        return ""


def month_number(name: str) -> int:
    """The number of a month from its English name or its first letters."""
    return next(number for number, month in enumerate(ENGLISH_MONTHS, start=1) if month.startswith(name[:3]))
