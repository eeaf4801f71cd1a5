"""The ends of months, quarters and years that Chinese words tell a count of: 一季度末, 6月底, 上年末, 2021年底."""

from __future__ import annotations

import re

from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.numerals import read_chinese
from zjjstats.errors import PeriodError
from zjjstats.periods import Period

END = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年?|(?P<last>去年|上一?年)|今年|本年)?(?:"
    r"(?P<month>1?[0-9]|十?[一二三四五六七八九十])月份?(?:[末底]|30日|31日)|第?(?P<quarter>[一二三四])季度(?:[末底])?|(?P<half>上?半年|年中)(?:[末底])?|前三季度|(?P<whole>年?年?[末底]|全年|(?<=年)))"
    r"(?=[^0-9]*$)"
)
LAST_MONTH = 12


def end_told(context: Context, item: Item) -> str:
    """The months of a year up to the end that the words before a figure tell last; empty where they tell none."""
    release = context.release_period or context.period
    found = [match for match in END.finditer(item.before[-24:]) if match[0]]
    if not release or not found:
        return ""
    match, told = found[-1], Period.parse(release)
    year = int(match["year"]) if match["year"] else told.year - bool(match["last"])
    if month := match["month"]:
        last = int(month) if month.isdigit() else int(read_chinese(month).value)
    elif quarter := match["quarter"]:
        last = 3 * ("一二三四".index(quarter) + 1)
    else:
        last = 6 if match["half"] else LAST_MONTH if match["whole"] is not None else 9
    try:
        return str(Period(year, 1, last))
    except PeriodError:
        return ""
