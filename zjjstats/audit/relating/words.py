"""What words name: stems of nouns and names, years, and places that both languages have words for."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from functools import lru_cache

from zjjstats.audit.reading.glue import CHINESE, GLUE_ZH, MATTER_ZH

# So many letters tell a word, whether it stands as started or as start, as industry or as industrial.
STEM = 5
KEPT = 4096
ENGLISH = re.compile(r"[A-Za-z][A-Za-z-]{2,}")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
RATE = re.compile("率|[顺逆]差|差额|比重|占比|份额|前者|后者|[这那]?时候|[两二]者|分别|相差|差距")
# A prefecture or county, whose last character alone would be glue.
PLACE = re.compile("(?![全各市本该两三某])[一-鿿][州县](?!级)")
# What is said of any figure names nothing.
EMPTY_WORDS = """
the and for its with from that this which was were are had has have been than then but while percent percentage point points
yuan billion million trillion rate growth grew grow grown rose rise risen increase increased fell fall fallen decline declined
drop dropped dropping more less fewer higher lower above below faster slower ahead behind over under only just some about nearly
almost came comes stood stands stand reached amounted compared against after before into out one two three four five year years
earlier ago last same period also not they them their our his her who what when where will would can could may might did does
thus hence still now there must means improvement deterioration distance gain gains both much many each other another all figure figures gap difference margin lead time times share shares made makes
make making put puts part parts accounted account accounts took take takes equal equals works work worked per cent half quarter
month months first second third such these those between being amounts corresponding rates respectively former latter total
totals plan plans planned budget budgeted target targets quota together sum average mean alone very say says said told tell call calls called exact exactly precisely just also therefore thus change changes
"""
EMPTY = frozenset(EMPTY_WORDS.split())
PLACES = {
    "province": re.compile(r"全省|省平均|\b(?:provinc\w+|Hunan)\b", re.IGNORECASE),
    "nation": re.compile(r"全国|\b(?:nation\w*|country)\b", re.IGNORECASE),
    "city": re.compile(r"[全我本][市州]|\b(?:the city|citywide|municipal\w*)\b", re.IGNORECASE),
    "plan": re.compile(
        r"计划|预算|目标|任务|\b(?:planned|plans?|budget\w*|targets?|quotas?|(?:were|was|are|is) to(?= [a-z]))\b",
        re.IGNORECASE,
    ),
}


# These are said of whatever was told before.
UNNAMING = frozenset(
    [
        "outpu",
        "price",
        "curre",
        "incre",
        "total",
        "numbe",
        "spent",
        "spend",
        "valu",
        "resul",
        "amoun",
        "count",
        "chang",
        "总数",
        "总量",
        "数量",
        "规模",
        "金额",
        "净增",
        "增幅",
        "降幅",
        "年末",
        "年底",
        "数字",
    ]
)
# Moves of a place.
EMPTY_MOVES = frozenset(
    ["climb", "gain", "rise", "jump", "advan", "leap", "move", "impro", "slip", "place", "progr", "lost", "loss"]
)
PROPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?!\w)")


def proper(words: str) -> frozenset[str]:
    """The names of places and things that words tell by a capital letter within a sentence, or as a prefecture or county.

    Examples
    --------
    >>> sorted(proper("the gap between Alpha and Gamma is"))
    ['alpha', 'gamma']
    """
    return named(" ".join(PROPER.findall(words))) | frozenset(PLACE.findall(words))


@lru_cache(KEPT)
def named(words: str) -> frozenset[str]:
    """What words name.

    Examples
    --------
    >>> sorted(named("output of the food industry in 2016")), sorted(named("全省汽车产量"))
    (['2016', 'food', 'indus', 'outpu'], ['=province', '产量', '汽车', '车产'])
    """
    found = {f"={name}" for name, pattern in PLACES.items() if pattern.search(words)}
    found.update(YEAR.findall(words))
    for word in ENGLISH.findall(words):
        low = word.lower()
        if low not in EMPTY:
            found.add(low.rstrip("s")[:STEM])
    if CHINESE.search(words):
        left = GLUE_ZH.sub(" ", RATE.sub(" ", words))
        pairs = (left[place : place + 2] for place in range(len(left) - 1))
        found.update(PLACE.findall(words), (one for one in MATTER_ZH.findall(words) if len(one) > 1))
        found.update(two for two in pairs if "一" <= two[0] <= "鿿" and "一" <= two[1] <= "鿿")
    return frozenset(found)
