"""Words by which an English text speaks of its own period again: those eleven months, the year to date, this year."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.reading.numerals import EN_SMALL
from zjjstats.periods import Period

MONTHS = re.compile(
    rf"\b(?:the|those|these|all|after) (?P<many>{'|'.join(EN_SMALL[2:12])}) months\b(?! (?:to|of|since|from|before|earlier|ago|later)\b)"
)
TO_DATE = re.compile(
    r"\b(?:the )?year (?:to date|so far)\b|\bso far this year\b|\bfrom the (?:start|beginning) of the year\b"
)
# At the end of March it was 15, now it is 20.
NOW = re.compile(r"如今|目前|现在|眼下|现已|\b(?:by )?now\b|\btoday\b")
THIS_YEAR = re.compile(r"\b[Tt]his (?:year|time)\b|\bthe current year\b")


def own_period_mentions(text: str, period: str) -> Iterator[Mention]:
    """The places where words take up the period that the release is about."""
    told = Period.parse(period) if period else None
    if told is None or told.first_month != 1:
        return
    for match in MONTHS.finditer(text):
        if EN_SMALL.index(match["many"]) == told.last_month:
            yield Mention(match.start(), match.end(), "period", period)
    for match in TO_DATE.finditer(text):
        yield Mention(match.start(), match.end(), "period", period)
    for match in NOW.finditer(text):
        yield Mention(match.start(), match.end(), "this", "now")
    for match in THIS_YEAR.finditer(text):
        yield Mention(match.start(), match.end(), "this", "")
