"""Places told without a number: 末位 and last among the cities, 头名 and the top spot, second from the bottom.

What is told so is a place where a verb of placing or moving leads to it, or where it ranks what stands right before it. Who
was last with 3.5% is only described. Of the last the value depends on how many are ranked: the cities of the province, or those of the
assessment group, whose size only a workspace tells (`Reading.is_in_group`); among others it is no figure.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from zjjstats.audit.reading import numerals
from zjjstats.audit.reading.reading import Reading

CITIES = 14
# How far around such words their scope is looked for, within the clause.
AROUND = 40
GROUP = re.compile(r"方阵|方队|队列|梯队|[核评本同]组|组[内里中]|\b(?:assessment|group|queue)\b", re.IGNORECASE)
OTHERS = re.compile(
    r"全[国球市县区州镇]|世界|中部|同类|园区|街道|乡镇|县[区市]|集团|\b(?:country|nation|county|counties|districts?|towns?|townships?|parks?|zones?|league|queue for|line|firms?|schools?|factories|mills|departments|world)\b"
)
OF_HOW_MANY = re.compile(
    rf" (?:of|among|out of) (?:the |our |all )*(?!14\b|fourteen\b)(?:[0-9]+|{numerals.EN})\b", re.IGNORECASE
)
CLAUSE_BEFORE, CLAUSE_AFTER = re.compile(r"[，。；！？,.;:：\n]"), re.compile(r"[，。；！？.;:：\n]|, ")

SCOPE_ZH = r"(?:(?:全省|省内)(?:各市州)?|1?4?个?市州|[一-鿿]{0,4}(?:方阵|小组|队列|梯队)[内里中]?|\0+[内里中]?)?的?"
LAST_ZH = (
    # 居全省末位, 从末位升到, 技改投资末位; 末位发言 is no place, and 居末位的 describes.
    rf"(?:[处居列在排到至落入踞守从由]了?|[到至落跌]了|排名|位次|名次|[资值速额率改量]|(?<=[；，、][一-鿿][一-鿿])){SCOPE_ZH}(?P<last>末位)(?=[，。；、！!）)|\s]|$|[升进冲跃爬前提上])"
    rf"|倒数第?(?P<back>{numerals.ZH}|[0-9]{{1,2}})(?=[位名]|[，。；、！!）)\s]|$)[位名]?"
)
FIRST_ZH = r"(?P<first>头名(?!状元)|榜首|(?<![放摆置]在)(?<!突出)(?<!重要)首位(?!度|[女男外华]|[^，。；、比较]{0,6}[人者家员长师生])|(?<=[居列占])首(?=[，。；]))"
SO = r"(?: (?:still|again|now|only|even|dead|joint|equal|clearly|flatly|stone))*"
IN = r"(?= (?:in|of|among|within|across) (?!(?:the )?(?:line|morning|week|year|month|end|afternoon)\b))"
PLACED = r"\b(?:is|was|came|comes|are|were|been|being|stands?|stood|remain(?:s|ed)?|sits?|sat|lies|lay)"
RANKED = r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed)|finish(?:es|ed|ing)?)"
ORDINAL = "|".join(numerals.EN_ORDINALS[2:8])
LAST_EN = (
    rf"(?<!the )(?<!at )(?<!th and )(?<!rd and )(?<!nd and )\b(?P<alone>last)(?= (?:in|of|within) (?:the |its |our |their )?(?:province|Hunan|(?:assessment )?(?:group|queue)|14|fourteen)\b)|{PLACED}{SO} (?P<is>last)(?:{IN}|(?:(?<=was last)|(?<=[a-z] came last))(?=[.;](?:\s|$)))|{RANKED}{SO} (?P<ranked>last)(?:{IN}|(?= (?:on|for|again|with|behind)\b|[,.;:)]|$))"
    rf"|\b(?:from (?:{numerals.EN_ORDINAL}|[0-9]{{1,2}}(?:st|nd|rd|th)|[Nn]o\.? ?[0-9]{{1,2}})(?: place)?(?:,? (?:in|among|within) [^.,;\n]{{2,40}},?)? to|(?:fell|slid|dropped|slipped|sank|fallen|sunk|down)(?: back| down)? to|[a-z]+ places,? (?:and )?to) (?P<moved>last)(?=[,.;:)]|$| (?:in|of|among|within|place|on|for)\b)"
    rf"|\bfrom (?P<left>last)(?= (?:place )?(?:to (?:{numerals.EN_ORDINAL}|[0-9])|up to|in (?:the|its|Hunan)))"
    r"|(?:\band|[,;:])(?P<named> [A-Z][a-z]+)? (?P<listed>last)(?:(?(named)(?=[.;](?:\s|$))|(?!))|(?= (?:by|for) (?:gross|industrial|technological|GDP|output|growth)\b))"
    r"|\b(?:in|to|into|at|on|took|takes?|taking|held|holds?|holding|kept|keeps|with|from|shares?|shared|occup\w+|of) (?:the |its |joint )?(?P<spot>(?:last|bottom) (?:place|spot|position|rung))\b(?! (?:to|where|that|you|we|for)\b)"
    rf"|(?:(?:{PLACED}|{RANKED}|\bto|\bfrom|\bat){SO} |(?<=[,;] ))(?:the )?(?P<behind>(?P<nth>{ORDINAL})(?: from (?:the )?(?:bottom|last|end)|[ -](?:to[ -])?last|[ -]bottom)|last but (?P<but>one|two|three)|next to last|penultimate)\b"
)
FIRST_EN = r"(?P<top>\b(?:the )?top (?:spot|place)\b|(?<=at )the top\b)"
LAST = re.compile(f"{LAST_ZH}|{LAST_EN}")
FIRST = re.compile(f"{FIRST_ZH}|{FIRST_EN}")
SPANS = ("last", "alone", "is", "ranked", "moved", "left", "listed", "spot", "behind")
BUT = {"one": 1, "two": 2, "three": 3}


def places_in_words(text: str, plain: str = "") -> Iterator[Reading]:
    """Every place of a text that is told without a number, the first ones first; ``plain`` has the names of groups that the text has not.

    Examples
    --------
    >>> [(str(one.value), one.is_in_group) for one in places_in_words("增速居全省末位，方阵内列末位。产值夺得头名。")]
    [('1', False), ('14', False), ('14', True)]
    >>> list(places_in_words("It was last with 3.5%; 实行末位淘汰。"))
    []
    """
    for match in FIRST.finditer(text):
        yield Reading(*match.span(), Decimal(1), 0, "rank", "rank")
    for match in LAST.finditer(text):
        start, stop = next((match.span(name) for name in SPANS if match[name]), match.span())
        back, scope = from_last(match), scope_around(plain or text, start, stop)
        if scope and back < CITIES:
            value = Decimal(CITIES - back)
            yield Reading(start, stop, value, 0, "rank", "rank", from_last=back, is_in_group=scope == "group")


def from_last(match: re.Match[str]) -> int:
    """How many stand behind a place that is told from the last one."""
    if match["back"]:
        nth = match["back"]
        return int(nth if nth[0].isdigit() else numerals.read_chinese(nth).value) - 1
    if match["nth"]:
        return numerals.EN_ORDINALS.index(match["nth"]) - 1
    if match["but"]:
        return BUT[match["but"]]
    return 1 if match["behind"] else 0


def scope_around(text: str, start: int, stop: int) -> str:
    """Among whom a last place is, by the words of its clause, those behind it first; empty where among others."""
    before = CLAUSE_BEFORE.split(text[max(0, start - AROUND) : start])[-1]
    after = CLAUSE_AFTER.split(text[stop : stop + AROUND])[0]
    if OF_HOW_MANY.match(text, stop):
        return ""
    for words in (after, before):
        if GROUP.search(words):
            return "group"
        if OTHERS.search(words):
            return ""
    return "province"
