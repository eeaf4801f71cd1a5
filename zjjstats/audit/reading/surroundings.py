"""What the words around a number say of it."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.reading.patterns import (
    APPROXIMATE,
    APPROXIMATE_AFTER,
    CLAUSE_END,
    GROWTH_WORDS,
    RANK_AFTER,
    RATE_WORDS,
    SHARE_AFTER,
    SHARE_WORDS,
)

# A percentage of a whole is a share, whatever stands before it.
OF_WHOLE = re.compile(
    r" of (?:all|its|our|their|[Tt]he [a-z]+['’]s|[A-Z]\w+['’]s|the total|total|it|them)\b(?! (?:level|rate|plan|target|budget|quota))"
)
LEVEL_OF = re.compile(
    r" of (?:the (?:whole |entire )?(?:province|city|country|nation|first|second|third|previous|preceding|year|same|national)\b|(?:the )?(?:whole |entire )?\0|Hunan\b|last year)"
)
# How far around a number its words are looked for; the cost of a figure has this bound.
BEFORE = 40
AFTER = 60
# A larger ordinal is no place among cities or counties.
LOWEST_RANK = 150


# 已站上3100.87亿元: a mark that is reached is round, and a figure to two decimals none.
REACHED = ("突破", "站上", "跨过", "越过", "迈上", "迈过", "踏上", "冲破", "闯过")
EXACT = re.compile(r"[0-9]{2}\.[0-9]{2}")


def is_approximate(text: str, start: int, end: int) -> bool:
    """Whether the words beside a figure say nearly, over, about."""
    before = APPROXIMATE.search(text[max(0, start - 16) : start])
    is_about = before and not (before[0].startswith(REACHED) and EXACT.search(text[start:end]))
    return bool(is_about or APPROXIMATE_AFTER.match(text, end))


def ranked_word(text: str, before: str, stop: int) -> bool:
    """Whether an ordinal in words, such as first, is a place: it stands by a verb of ranking or by what is ranked."""
    strong = re.search(
        r"(?:rank|plac|came|come|stood|stand|position|finish|sit|sat|hold|held|took)\w*\b[^.;\n]{0,40}$", before
    )
    strong = strong or re.search(
        r"\b(?:slid|rose|climbed|moved|slipped|fell|dropped|jumped|went|advanced|sank)\b[^.;\n]{0,24}\b(?:from|to) $|\bbeen $",
        before,
    )
    return bool(
        strong
        or RANK_AFTER.match(text, stop)
        or (re.search(r"\b(?:and|or|to|was|is) $", before) and RANK_AFTER.match(text, stop))
    )


def kind_of_percent(text: str, start: int, end: int) -> str:
    """Rate, share or growth, by the words of the clause nearest before the figure, else after it."""
    if OF_WHOLE.match(text, end):
        return "share"
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
    if before.endswith("the ") and LEVEL_OF.match(after):
        # Less than the 11.6% of the province.
        return "percentage"
    for name, words in (("share", SHARE_AFTER), ("rate", RATE_WORDS), ("growth", GROWTH_WORDS)):
        if words.search(after):
            return name
    return kind
