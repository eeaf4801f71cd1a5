"""The units that heads, rows and captions tell for numbers that print none."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.reading.patterns import COUNTED, COUNTED_IN_DIGITS, UNIT, UNIT_NAMES

# A number that prints no unit.
PLAIN = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
# What a column's head says of the numbers below it that print no unit; the first that fits.
HEADS: list[tuple[re.Pattern[str], str, str]] = [
    (re.compile(r"(?:位次|排名|名次|排位)(?:变化|升降|变动|进退|增减)|places (?:gained|lost|won)|change (?:of|in) (?:rank|place)|rank change|(?:升降|进退)位|^(?:位次)?(?:升降|进退)$|[（(](?:places|位)[)）]", re.IGNORECASE), "places", "rank_change"),
    (re.compile(r"位次|排名|名次|排位|\brank(?:ing)?\b|\bplace\b|^position\b", re.IGNORECASE), "rank", "rank"),
    (re.compile(r"百分点|percentage points?|\bpoints\b|\bpp\b", re.IGNORECASE), "points", "difference"),
    (re.compile(r"万亿元|trillion yuan", re.IGNORECASE), "1e12_CNY", "amount"),
    (re.compile(r"亿元|100 million yuan|hundred million yuan", re.IGNORECASE), "1e8_CNY", "amount"),
    (re.compile(r"万元|10,000 yuan|ten thousand yuan", re.IGNORECASE), "1e4_CNY", "amount"),
    (re.compile(r"billions? (?:of )?yuan|bn yuan|(?:yuan|RMB|CNY),? (?:bn|billion)|billion RMB", re.IGNORECASE), "billion_yuan", "amount"),
    (re.compile(r"millions? (?:of )?yuan|mn? yuan|(?:yuan|RMB|CNY),? (?:mn?|million)\b|million RMB", re.IGNORECASE), "million_yuan", "amount"),
]  # fmt: skip
# A head that says nothing of a unit of its own may still say that its numbers are percentages.
PERCENT = re.compile(r"%|per ?cent|率|增速|增幅|降幅|比重|占比|同比$|增长$|\brate\b|growth|\bshare\b", re.IGNORECASE)
YUAN = re.compile(r"^元|（元）|\(元\)|\(yuan\)|[,/] ?yuan$|/元", re.IGNORECASE)
# The words of a label that may be a unit: in brackets, behind a comma, a slash or a colon, or behind "in".
PARTS = re.compile(r"[（(]([^（()）]{1,32})[)）]|[,，/：:] ?([^,，/：:（()）]{1,32})$|\bin ([A-Za-z0-9, ]{2,32})$")
LEAD = re.compile(r"^(?:in|unit|units|all in|figures in|单位)[：: ]+(?:of )?", re.IGNORECASE)
MEASURED = re.compile(
    r"(?:(?:10,000|ten thousand|thousand|million|billion) )?(?:metric )?(?:tonnes|tons|litres|liters|kilograms|kilos|kg|cubic met(?:re|er)s|m3|square met(?:re|er)s|hectares|acres|mu|km|TEU|kWh|MWh|GWh|MW|kilomet(?:re|er)s)|[万亿]?(?:公斤|千克|斤|升|担|吨公里|人公里|标箱|平方千米|吨)"
)
THINGS = re.compile(
    rf"(?:{COUNTED}|{COUNTED_IN_DIGITS}|羽|头|辆|[户场批班件台车架人]次)|number|persons|people|firms|head|vehicles|cases|units|beds|visits|households|pcs|pieces"
)
LARGE = re.compile(rf"[万亿](?:人次|{COUNTED}|羽|头|辆)")
# The same of words that are nothing but a unit; one without a name is called as it is printed.
ALONE: list[tuple[re.Pattern[str], str, str]] = [
    (re.compile(r"元|yuan|RMB|CNY", re.IGNORECASE), "CNY", "amount"),
    (re.compile(r"%|per ?cent", re.IGNORECASE), "pct", "percentage"),
    (re.compile(THINGS.pattern, re.IGNORECASE), "count", "count"),
    (LARGE, "", "count"),
    (re.compile(MEASURED.pattern, re.IGNORECASE), "", "amount"),
]
BREAK = re.compile(r"[、；;，]|, (?![0-9])|(?<=[^0-9]),(?=\D)| and |和|及| or ")
CAPTIONS = [
    re.compile(pattern)
    for pattern in (
        r"(?:单位|金额单位|计量单位)[：: ]*([^|\n）)]{1,32})",
        r"\b(?:[Uu]nits?(?: of \w+)?)(?: is| are)?[: ]+(?:in )?([^|\n.)]{1,40})",
        r"[(（](?:in |all in |unit:? |units:? )?([^()（）|\n]{1,40})[)）]",
        r"\b[Ii]n ([A-Za-z0-9,% ]{1,40})(?=[.,;:)\n|*_]|$)",
        r"\b(?:[Ff]igures|[Aa]mounts|[Vv]alues|[Aa]ll)(?: are)?[: ]+(?:in |of )?([^|\n.)]{1,40})",
        r"[,，—] ?([A-Za-z0-9% ]{1,40}?)(?: [a-z]+)?[*_\s:：]*$",
    )
]


def unit_of(words: str) -> tuple[str, str] | None:
    """The unit that words are, and the kind of a figure of it; None where they are none.

    Examples
    --------
    >>> unit_of("万吨"), unit_of("in tonnes"), unit_of("家"), unit_of("2022")
    (('万吨', 'amount'), ('tonnes', 'amount'), ('count', 'count'), None)
    """
    words = LEAD.sub("", words.strip(" \t*_.。"))
    for pattern, unit, kind in (*HEADS[2:], *ALONE):
        if pattern.fullmatch(words):
            return unit or words, kind
    for text in (words, f" {words}"):
        match = UNIT.fullmatch(text)
        if match and UNIT_NAMES[int((match.lastgroup or "u0")[1:])] == "as printed":
            return words, "amount"
    return None


def unit_in(label: str) -> tuple[str, str] | None:
    """The unit that a column's head or a row's name tells beside what it is called; None where it tells none."""
    for pattern, unit, kind in HEADS:
        if pattern.search(label):
            return unit, kind
    for match in PARTS.finditer(label):
        if found := unit_of(next(filter(None, match.groups()))):
            return found
    if YUAN.search(label):
        return "CNY", "amount"
    return ("pct", "percentage") if PERCENT.search(label) else None


def units_of_caption(line: str) -> Iterator[tuple[str, str]]:
    """The units that a line above a table, or its first head, tells for it."""
    matches = [match for pattern in CAPTIONS for match in pattern.finditer(line)]
    for words in (match[1] for match in matches):
        for part in (words, *BREAK.split(words)):
            if found := unit_of(part):
                yield found
