"""Whether a name and a figure belong together, by the words that stand between them."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter

from zjjstats.audit.naming.firmness import CERTAIN, firmness
from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.reading.layout import Item
from zjjstats.schema import PROVINCE

PAIR, SIDE_BY_SIDE = 2, 12
# A remark in brackets is no longer than this on either side of a name in it.
REMARK = 60
BY = re.compile(
    r"\b(?:by|in terms of|for|on|in) (?:the |its )?(?:growth (?:rate )?(?:of|in) )?(?:the )?$", re.IGNORECASE
)
NAME = re.compile(r"\b[A-Z][a-z]+(?:['’]s)?")
OPENS_SENTENCE = re.compile(r"(?:^|[.;\n] ?|[。；！？])$")
WHOLE_OF = re.compile(r"(?:^|[.;] )[A-Z][a-z]+ (?:the whole|all) of $")
APPOSED = re.compile(r"(?:['’]s)?(?: (?:figure|average|rate|level|mean|value|result))?(?:,| [(])(?: of| at)? ?")
# A name in a comparison has its figure right behind it, with no more than a bracket between.
PARTED = re.compile(r"[，,；;。：\n]|\.(?= |$)")
# The growth for a province as a whole is not the city's.
WITH_PROVINCE = re.compile("[与同和跟比较于]全省[^，。；]{0,12}$")
SHARE_OF_PROVINCE = re.compile("占(?:到|了|去|据)?全省(?!园区)[^，。；]{0,12}$")
OF_THE_PROVINCE = re.compile(r" of (?:Hunan|the (?:whole |entire )?province)(?: as a whole)?(?=[,.;:)]|$)")
OF_PROVINCE = re.compile(r" (?:for|across|in) (?:Hunan|the (?:whole |entire )?province)(?: as a whole)?(?=[,.;:]|$)")

# A figure of several cities together is none of theirs.
GROUPED = re.compile(
    r"[一二两三四五六七八九十][市州地](?:的|合计|之和|总和|共|加起来|一共|GDP|地区生产总值)*$|(?:合计|总计|共计|之和|总和|加起来|加在一起|合在一起|合起来|相加)(?:为|是|达|有)*$|"
    r"\b(?:together|combined|in total|altogether|both cities|(?:[Aa]ll|[Tt]he|[Tt]hese) (?:two|three|four|five)(?: cities| prefectures)?|[Aa]dded up|[Bb]etween them|put together|all told|[Tt]hey|[Tt]heir|(?:[Tt]he|[Tt]his) (?:cluster|region|trio|pair))\b[^.;]{0,30}$"
)
# What stood then is told of the earlier time.
WHEN = re.compile(r",? when\b|，?(?:当时|那时|彼时)|呢[？?]")
WHERE = re.compile(r", (?:where|whose)\b")
EACH = re.compile(r"[都均皆各]|[并同]列|同[居为是]|\b(?:both|each|alike|where|tied|jointly?)\b")
# A city alone in brackets is whose the figure before them is; with words of its own it has its own.
CLOSED = re.compile("[市州]?[）)，,、]")
CITY_BEHIND = re.compile(r" (?:(?:were|are|lay|lie) (?=in\b))?(?:in|for|at|of|by) (?:the |all )*| ?[（(]")
# Only 111 projects were completed in Loudi.
COUNTED_IN = re.compile(r" (?:(?!than\b|more\b|fewer\b|less\b)[a-z]+ ){2,4}in ")
# Of this, 1,396 was Changsha's, 361 Zhuzhou's and 269 came from Xiangtan.
OWNER_BEHIND = re.compile(r" (?:(?:was|were|is|are|belong\w*|went) (?:to )?)?")
# Second place is shared by Xiangtan and Shaoyang; 3rd for Zhuzhou.
RANKED_BEHIND = re.compile(
    r" (?:place )?(?:(?:is|was) (?:shared|held|taken) by |for |(?:went|goes|going) to )|(?:的|是|为|的是|的为)?"
)
# 比第二位的怀化高: the place says who is meant, and what follows is not of that city.
SET_AGAINST = re.compile("[比较与和同跟距]$|领先|落后|超过|[高低快慢多少][于出]")
OWNS = re.compile(r"['’]s?(?=,| and\b|[.;]|$)")
CAME_FROM = re.compile(r" (?:was|were|is|are|came|comes|come|stem\w*)? ?(?:from|by) ")
# Where a figure opens its sentence, its name follows: At 8.2%, GDP growth was the second.
OPENS = re.compile(r"(?:^|[\s*“\"-])(?:[Aa]t|[Ww]ith|[Bb]y|[Uu]p|[Dd]own)?(?: a| an| just| some)? ?$")


def explains(text: str, item: Item, mention: Mention) -> bool:
    """Whether a figure's name follows it behind a dash or a colon, or as what it is measured as."""
    if mention.kind != "indicator" or mention.end > item.reading.end + len(item.after):
        return False
    between = text[item.reading.end : mention.start]
    return bool(
        re.fullmatch(r" ?(?:--|[-—–:：=]) ?(?:(?:the )?(?:growth|rise|increase) (?:of|in) )?(?:the )?", between)
    ) or bool(re.search(r", (?:measured|counted|expressed|reckoned) (?:as|by) (?:the )?$", between))


def city_behind(text: str, item: Item, coming: list[Mention]) -> str:
    """The city that stands right behind a figure as whose it is; else empty."""
    behind = next((one for one in coming if one.kind == "city"), None)
    if behind is None:
        return ""
    between = text[item.reading.end : behind.start]
    if item.reading.unit == "rank":
        return behind.key if RANKED_BEHIND.fullmatch(between) else ""
    is_owner = OWNER_BEHIND.fullmatch(between) and OWNS.match(text, behind.end)
    if between.strip() in ("（", "("):
        return behind.key if CLOSED.match(text, behind.end) else ""
    if item.reading.unit == "count" and COUNTED_IN.fullmatch(between):
        return behind.key
    return behind.key if CITY_BEHIND.fullmatch(between) or CAME_FROM.fullmatch(between) or is_owner else ""


def city_of(text: str, item: Item, passed: list[Mention], coming: list[Mention], here: str) -> str:
    """The city that a value is of by the names around it; else the one told last; none where it is of several."""
    if is_of_province(item):
        return PROVINCE
    if item.reading.kind == "amount" and here != PROVINCE and is_of_several(text, item, passed):
        return ""
    if behind := city_behind(text, item, coming):
        return behind
    names = [one for one in passed if one.kind == "city"]
    is_compared = names and names[-1].is_aside and is_whose(text, names[-1], item)
    return names[-1].key if is_compared else here


def is_beside(text: str, mention: Mention, item: Item, named: Iterable[Mention] = ()) -> bool:
    """Whether a name in a comparison is right before a figure, with no more than other names between."""
    between = text[mention.end : item.reading.start]
    for one in sorted(named, key=attrgetter("start"), reverse=True):
        if one.start >= mention.end and one.key:
            between = between[: one.start - mention.end] + between[one.end - mention.end :]
    if mention.kind == "back":
        is_first = OPENS_SENTENCE.search(text[max(0, mention.start - 3) : mention.start])
        if is_first and not WHEN.match(text, mention.end):
            # The year before, Xiangxi had 49.719; 去年同期，技改增速排第一.
            is_then = text.startswith(("去年", "上年", "前一年"), mention.start)
            between = between.removeprefix("，" if is_then else ",")
        # A year earlier Xiangtan had produced 157.
        between = NAME.sub(" ", between)
    if mention.kind == "period" and WHOLE_OF.search(text[max(0, mention.start - REMARK) : mention.start]):
        # For the whole of 2021, growth had been 13.2%.
        between = between.removeprefix(",")
    return not PARTED.search(between) and firmness(between) == CERTAIN


def in_apposition(text: str, mention: Mention, item: Item) -> bool:
    """Whether a figure stands between commas right behind a name: beat the provincial figure, 7.1%, by 1.5 points."""
    between = text[mention.end : item.reading.start]
    return bool(APPOSED.fullmatch(between)) and text[item.reading.end : item.reading.end + 1] in (",", ")")


def is_whose(text: str, mention: Mention, item: Item) -> bool:
    """Whether a figure is that of a name which something is compared with: right behind it, or between commas there."""
    return is_beside(text, mention, item) or in_apposition(text, mention, item)


def is_of_province(item: Item) -> bool:
    """Whether a percentage is said to be the province's by what stands right behind it."""
    is_its = item.before.endswith("the ") and OF_THE_PROVINCE.match(item.after)
    return item.reading.unit == "pct" and bool(is_its or OF_PROVINCE.match(item.after))


def names_count(text: str, item: Item, mention: Mention) -> bool:
    """Whether an indicator's name stands right behind a figure: 265 projects completed, 0.8% of main business revenue."""
    if mention.kind != "indicator" or text[item.reading.end : mention.start] not in ("", " ", "的"):
        return False
    return item.reading.unit == "count" or text.startswith("of ", mention.start)


def indicator_behind(text: str, item: Item, coming: list[Mention]) -> list[str]:
    """The indicator named behind a figure in its clause, or behind one that opens its sentence."""
    behind = next((one for one in coming if one.kind == "indicator"), None)
    if behind is None or behind.start >= item.reading.end + len(item.after):
        return []
    is_parted = PARTED.search(text[item.reading.end : behind.start]) and not OPENS.search(item.before)
    return [] if is_parted else [behind.key]


def asked_of(text: str, mention: Mention) -> int:
    """Where what is told of a time begins: behind the question where it is asked after (一年前呢？)."""
    return mention.end + len("呢？") if text.startswith("呢", mention.end) else mention.end


def closes(text: str, mention: Mention) -> int:
    """Where the remark in brackets ends that a name stands in; 0 where it stands in none."""
    before = text[max(0, mention.start - REMARK) : mention.start]
    opening = max(before.rfind("("), before.rfind("（"))
    if opening < 0 or max(before.rfind(")"), before.rfind("）")) > opening:
        return 0
    closing = re.compile("[)）\n]").search(text, mention.end, mention.end + REMARK)
    return closing.start() if closing and closing[0] != "\n" else 0


def told_where(text: str, mention: Mention) -> bool:
    """Whether what a sentence goes on to tell is of the city that it compares with: quicker than Changde, where GDP rose."""
    return mention.kind == "city" and mention.is_aside and bool(mention.key and WHERE.match(text, mention.end))


def ranked_by(text: str, coming: list[Mention], item: Item) -> str | None:
    """The indicator that an English rank names behind itself: 1st in the province by industrial investment."""
    for mention in coming:
        between = text[item.reading.end : mention.start]
        if mention.start > item.reading.end + len(item.after) or not BY.search(between):
            return None
        if mention.kind == "indicator" and not re.search(r"[,;.]", between):
            return mention.key
    return None


def is_of_several(text: str, item: Item, passed: list[Mention]) -> bool:
    """Whether the words since the last city named say that a figure is of several together."""
    start = item.reading.start
    named = [one.end for one in passed if one.kind == "city"]
    return bool(GROUPED.search(text[max(start - min(len(item.before), REMARK), named[-1] if named else 0) : start]))


GOES_ON = re.compile(
    r" (?:was|came|comes|is|ranked|ranks|stood|stands|had|has|took|takes|followed|follows|posted|grew|rose|fell|recorded|contributed|contributes|reported|made|reached|added|registered|finished|placed)\b"
)


HAS = re.compile(r"['’]s? (?!and\b)[a-z]| (?!and\b|or\b)[a-z]+ ")


def is_listed(text: str, found: list[Mention], at: int) -> bool:
    """Whether the last two cities named stand side by side, so that the figure may be of either."""
    cities = [mention for mention in found[max(0, at - 6) : at] if mention.kind == "city"][-2:]
    if len(cities) < PAIR:
        return False
    between = text[cities[0].end : cities[1].start]
    if cities[0].key == PROVINCE and between.startswith("，"):
        # 放眼全省，我市增长20.3%.
        return False
    if cities[0].is_aside and between.startswith(",") and GOES_ON.match(text, cities[1].end):
        # Behind Yueyang, and Hengyang was fourth; besides Changsha, Zhuzhou contributed 36.2.
        return False
    if cities[0].is_aside and between == ", " and HAS.match(text, cities[1].end):
        # Set against the province, Hengyang's investment runs faster.
        return False
    return len(between) < SIDE_BY_SIDE and bool(
        re.fullmatch(r"(?:['’]s)?[市州]?(?:、|，|, | and |和|与|及|,? ?and )+(?:the )?", between)
    )


def blanked(text: str, start: int, stop: int, passed: list[Mention]) -> str:
    """A stretch of text without the names of cities and periods in it."""
    words = text[start:stop]
    for one in reversed(passed):
        if one.start >= start and one.kind not in ("indicator", "subject"):
            words = words[: one.start - start] + " " + words[one.end - start :]
    return words
