"""What a figure's words say that makes it another one than the workspace holds: targets, averages, other bases."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.reading.beginnings import compiled
from zjjstats.audit.reading.layout import Item
from zjjstats.periods import Period

# What is hoped for is no outcome.
HOPED = re.compile(
    r"目标|预期|预计|力争|争取|确保|规划|预测|计划(?:增长|达|实现)|(?<!主)要(?:达|过|到|超|冲|力|保证|不低于|突破|提[高升]|稳定在|控制在|降[到至])|必须|务必|须(?:达|到|完|超)|应(?:达|不低于|不少于)|不(?:低于|少于|高于)|[月年季]底前|底线|红线|瞄准|锚定|冲刺|奔着|\b(?:targets?|targeted|aim\w*|forecasts?|expect\w*|goals?|hop(?:es?|ed|ing)|envisag\w*|plan(?:s|ned)? (?:to|for)|projected)\b",
    re.IGNORECASE,
)
# Growth on the month or quarter before, or on average of several years.
OTHER_GROWTH = re.compile(
    r"环比|[比较]上个?[月季]|年均|两年平均|每年|month[- ]on[- ]month|quarter[- ]on[- ]quarter|(?:previous|preceding|last|prior) (?:month|quarter)|a month (?:earlier|ago|before)|a quarter (?:earlier|ago|before)|annual(?:ly)? (?:average|rate)|average annual|annualised|annualized|(?:per|a|each|every) year on average|on average (?:per|a|each|every) year",
    re.IGNORECASE,
)
# Of several years together.
MANY_YEARS = compiled(
    r"年均|[“\"]?十[一二三四五]五[”\"]?(?:期间|时期|以来|五年)|(?:[两二三四五六七八九十]|(?<![0-9])[0-9]{1,2})年(?:来|累计|平均|合计|之和)|(?:19|20)[0-9]{2}年?(?:[-—–~～至到]+)(?:19|20)[0-9]{2}年|自?(?:19|20)[0-9]{2}年(?:以来|起)|"
    r"\b[Ss]ince (?:19|20)[0-9]{2}\b|\b[Bb]etween (?:19|20)[0-9]{2} and (?:19|20)[0-9]{2}\b|\b[Ff]rom (?:19|20)[0-9]{2} to (?:19|20)[0-9]{2}\b|\b(?:over|in|during) the (?:past|last|previous) (?:two|three|four|five|six|eight|ten|[0-9]+) years\b|(?:[Tt]wo|[Tt]hree|[Ff]ive|[Tt]en)-year\b"
)
BASE_YEAR = re.compile(
    r"[比较]((?:19|20)[0-9]{2})年|\b(?:than|on|over|from|against|compared with|compared to|above|below|since)(?: the)?(?: figure| level)?(?: of| in)? ((?:19|20)[0-9]{2})\b"
)


def many_years(text: str) -> Iterator[Mention]:
    """Where a text speaks of several years together: what its sentence prints is held against no single one."""
    for match in MANY_YEARS.finditer(text):
        yield Mention(match.start(), match.end(), "span", "", is_aside=True)


def is_another(item: Item, span: str) -> bool:
    """Whether a figure is a target, or growth on another base than that of the year before."""
    words = f"{item.own_before} {item.own_after}"
    if HOPED.search(words):
        return True
    if item.reading.unit != "pct":
        return False
    year = BASE_YEAR.search(words)
    is_other_base = (
        year and span and int(year[1] or year[2]) not in (Period.parse(span).year - 1, Period.parse(span).year)
    )
    return bool(is_other_base or OTHER_GROWTH.search(words))
