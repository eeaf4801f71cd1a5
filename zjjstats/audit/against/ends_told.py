"""The ends of months, quarters and years that Chinese words tell a count of: 一季度末, 6月底, 上年末, 2021年底."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.numerals import read_chinese
from zjjstats.errors import PeriodError
from zjjstats.periods import Period

END = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年?|(?P<last>去年|上一?年)|今年|本年)?(?:(?P<first>年初|岁首)|"
    r"(?P<month>1?[0-9]|十?[一二三四五六七八九十])月份?(?:[末底]|30日|31日)|第?(?P<quarter>[一二三四])季度(?:[末底])?|(?P<half>上?半年|年中)(?:[末底])?|前三季度|(?P<whole>年?年?[末底]|全年|(?<=年)))"
    r"(?=[^0-9]*$)"
)
HALF, LAST_MONTH, NEAR, FAR = 6, 12, 24, 60
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
NAMED = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
END_EN = re.compile(
    rf"(?:(?:(?:at|by|to|until|since) )?(?:the )?(?:end|close) of |(?:by|at|on|to|until) (?:the )?(?:2[89]|3[01])(?:th|st)? |(?:by|at) (?:the )?(?:end-|mid-?)|\b(?:in|of|as of|since|by|and) )(?:the )?(?:{NAMED}|(?P<quarter>first|second|third|fourth) quarter|(?P<half>(?:first )?half(?:-| of the )year|June|midsummer)|(?P<last>last year|last December|the year before)|(?P<whole>(?:the|this) year)|(?P<year>20[0-9]{{2}}))"
    rf"(?:,? (?:of )?(?P<of>20[0-9]{{2}}|last year))?(?! (?:lists?|starts?|programme|plan))",
    re.IGNORECASE,
)
CLOSES, OPENS = re.compile(" *[,;:)]"), re.compile(r"(?:^|[,;:.(])[^,;:.(]{0,16}$")
RISEN = re.compile(r",? (?:and )?to (?:only |just |now )?")
A_YEAR_BEFORE = re.compile(" a year (?:earlier|before|ago)")


def end_told(context: Context, item: Item) -> str:
    """The months of a year up to the end that the words before a figure tell last, or the question that it answers."""
    release, asked = context.release_period or context.period, context.projects.asked
    found = [match for match in END.finditer(item.before[-NEAR:]) if match[0]]
    found = found or [match for match in END.finditer(asked[-NEAR:]) if match[0]]
    if not release:
        return ""
    if not found:
        return english_end(Period.parse(release), item, asked)
    match, told = found[-1], Period.parse(release)
    year = int(match["year"]) if match["year"] else told.year - bool(match["last"] or match["first"])
    if month := match["month"]:
        last = int(month) if month.isdigit() else int(read_chinese(month).value)
    elif match["first"]:
        # What stood at the beginning of a year is what the year before ended with.
        last = LAST_MONTH
    elif quarter := match["quarter"]:
        last = 3 * ("一二三四".index(quarter) + 1)
    else:
        last = 6 if match["half"] else LAST_MONTH if match["whole"] is not None else 9
    try:
        return str(Period(year, 1, last))
    except PeriodError:
        return ""


def english_end(told: Period, item: Item, asked: str) -> str:
    """The end that English words tell right behind a figure, else in its clause, its sentence or its question."""
    if A_YEAR_BEFORE.match(item.own_after):
        return str(told.base("same_period_last_year"))
    behind = END_EN.match(item.own_after.lstrip())
    own = [*END_EN.finditer(item.own_before)] or [*END_EN.finditer(item.own_after)][:1]
    near = item.before[-FAR:]
    # What closed the clause of the figure before, or that had a count from which it rose, was of then.
    before = own or [
        one for one in END_EN.finditer(near) if not CLOSES.match(near, one.end()) or OPENS.search(near[: one.start()])
    ]
    before = [one for one in before or END_EN.finditer(asked) if not RISEN.fullmatch(item.own_before[one.end() :])]
    match = behind or (before[-1] if before else None)
    if match is None:
        return ""
    is_last = re.search("last (?:year|december)", match[0].lower()) is not None or bool(match["last"])
    year = int(match["year"] or (match["of"] if (match["of"] or "").isdigit() else told.year - is_last))
    if month := match["month"]:
        last = MONTHS.index(month[:3].lower()) + 1
    elif quarter := match["quarter"]:
        last = 3 * (["first", "second", "third", "fourth"].index(quarter.lower()) + 1)
    else:
        last = HALF if match["half"] else LAST_MONTH
    if match["whole"] and not re.search("end|close", match[0]):
        return ""
    try:
        return str(Period(year, 1, last))
    except PeriodError:
        return ""
