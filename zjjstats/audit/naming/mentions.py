"""The cities, periods, indicators, programmes and databases that a text names, and where."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.naming.names import Names
from zjjstats.audit.naming.other_figures import many_years
from zjjstats.audit.naming.own_periods import own_period_mentions
from zjjstats.audit.naming.period_mentions import back_mentions, lone_months, period_mentions
from zjjstats.audit.naming.place_mentions import other_places, province_mentions
from zjjstats.audit.reading.glue import leftover

HERE = "我们(?!的)|咱们|本州|全市|全州|我市|我州|本市|the city|the prefecture|the municipality|citywide|city's|\\bwe (?:are|were|stand|stood|ranked?|came|come|hold|held|lie|lay|sit|sat|gained|lost|climbed|slipped|dropped|moved|grew|jumped|remain)\\b|\\bours\\b"
BEYOND = re.compile("[高低多少快慢]于|[高低多少快慢]出|领先|落后|超过|不及")
FORMER, LATTER = "前者|\\bthe former\\b", "后者|\\bthe latter\\b"
PAIR = 2
# Before a city's name, these say that something is compared with it.
COMPARED = re.compile(
    r"(?:[比较于与同跟超距]|[高低多少快慢超]出|[高快超胜赶跑压]过|压着|跑[赢输]|输给|不[及如敌]|(?:领先|落后|超过|[高快慢低]于|[高低快慢]出)(?:了|于)?(?:排?第[0-9一二三四五六七八九十]{1,2}[位名]?的?|榜首的?|首位的?|省会|近?邻|领头的|兄弟市州?)|领先|次于|落后|超过|领先|领跑|追平|仅次|不及|逊于|排[^，。；]{0,6}的|[比较与跟同](?!去年|上年|同期)(?:位?[居列排]|名列|处[在于]|排名|紧[挨邻随]|相邻|邻近|领[跑先]|前|后|第)[^，。；：]{0,12}的|紧随|(?<![0-9])及)$"
    r"|\b(?:than|(?:second|next) only to|behind|after|ahead of|above|below|over|unlike|past|overtook|overtaking|passed|with|against|versus|trailing|beating|besides?|alongside|apart from|aside from|except(?: for)?|excluding|not counting|level with|leads?|led(?! by)|leading|beats?|beat|trails?|trailed|outr[au]n|outdid|outdoes|outpac\w+|match\w*|exceed\w*)"
    r"(?: (?:that of|the|runner-up|neighbouring|second-placed|top-ranked|those of|figure of|rate of|(?!(?:it|them|which|this|came|comes?|was|is|are|were|stood|stands?|follow\w*|lay|lies)\b)[a-z]+)){0,2} ?$",
    re.IGNORECASE,
)
# Leads Shaoyang by 3.8 points and Yongzhou by 11.6.
NEXT_GAP = re.compile(r"\bby [0-9.]{1,6}(?: (?:percentage )?points?)?,? (?:and|but) $")
# With these a city shares its place or its figure; they are named between the first word and the last: 与衡阳、株洲并列.
TIED_WITH = re.compile(
    r"(?:[与同跟]|[排列居落夹]在|[位处]于|(?:^|[，。；,;：:（(\s])[仅只]?在|次于|(?:^|[，。；,;：:（(\s])和)$"
)
TIED = re.compile(
    r"[市州]?(?:一道|一起|一同|双双)?(?:并列|一道|一起|一同|一样|相同|持平|相当|不相上下|打成平手|平手|不分伯仲|并驾齐驱|比肩|齐平|打平|同样|同[列居为处在]|不同|相比|之[后前]|后面|前面)"
)
# The figure of a city that is listed does not part it from the next: 张家界（97.0%）、株洲（78.0%）之后.
ITS_FIGURE = r"[市州]?(?:的?(?:[0-9.]{1,9}(?:%|亿元)|[（(][^（()），。；\n]{1,16}[)）]))?"
LINKED = re.compile(rf"{ITS_FIGURE}(?:[、，和与及]|以及)")
TIED_BEHIND = re.compile(rf"{ITS_FIGURE}(?=[^0-9])")
# Behind these every city of a list is one that another is set against.
SET_AGAINST_ALL = re.compile("(?:次于|输给|不[及敌]|[前后]面(?:只|还|就)?[是有]|[前后]有|落后于|紧[跟随追])$")
# What may stand right before an indicator's name besides glue; another word may make it another indicator.
ALLOWED_ZH = re.compile(
    r"(?:[^一-鿿]|全市|全州|全省|我市|我州|本市|[市州省县和与及是为有按看论达比对年月末底期在]|季度|月份|的|指标|方面|以及|规模以上|规模|[^规]上|^)$"
)
ALLOWED_EN = re.compile(
    r"(?:[^A-Za-z ’'-] ?|(?:--|[-—–]) |^|\n[-*# ]*|['’]s? |[a-z]ed |\b(?:city|city's|municipal|real|nominal|price|prices|terms|basis|annual|regional|local|Its|In|By|With) )$"
)
LAST_WORD = re.compile(r"[A-Za-z-]+ $|[一-鿿]{1,2}$")
HAN = re.compile("[一-鿿]*")
NEAR_SHARE = 80
NARROWED = re.compile(
    r" (?:of|from|in|by) (?!(?:the (?:city|province|prefecture|whole|first|same)|our|its|[A-Z][a-z]+)\b)"
)
BLOCKED_AFTER = re.compile(
    r"(?:率|占|项目|比重|能耗|结构|规划|目标)| (?:per|projects?|plan|target|structure|deflator)\b"
)


def mentions(text: str, names: Names | None, *, city: str, period: str) -> list[Mention]:
    """Every name in a text that tells whose figures follow, in their order."""
    found = [
        *period_mentions(text, period),
        *back_mentions(text, period),
        *lone_months(text, period),
        *many_years(text),
        *own_period_mentions(text, period),
    ]
    if names is not None:
        found += [
            *city_mentions(text, names, city),
            *province_mentions(text, names),
            *other_places(text),
            *(named := [*indicator_mentions(text, names)]),
            *brief_mentions(text, names, {one.key for one in named}),
            *short_mentions(text, names),
            *share_mentions(text, names),
            *subject_mentions(text, names),
        ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    ends = 0
    kept = []
    for mention in found:
        # What a share is a share of is no indicator of its own there.
        if mention.kind == "indicator" and mention.end <= ends:
            continue
        ends = mention.end if mention.kind == "indicator" else ends
        kept.append(mention)
    return kept


def city_mentions(text: str, names: Names, city: str) -> Iterator[Mention]:
    """The cities named; those that something is compared with stand aside, the former and the latter are two of them."""
    told: list[str] = []
    pair: list[str] = []
    at: dict[str, int] = {}
    ended = 0
    tied = tied_cities(text, names)
    for match in re.finditer(f"{names.city.pattern}|(?P<first>{FORMER})|(?P<second>{LATTER})", text, re.IGNORECASE):
        if match["first"] or match["second"]:
            # Two named in the sentence, else the last two named side by side: 株洲、湘潭.
            since = max(text.rfind(end, 0, match.start()) for end in "。！？\n")
            both = told if len(told) == PAIR and at[told[0]] > since else pair or told
            if len(both) == PAIR:
                yield Mention(match.start(), match.end(), "city", both[0 if match["first"] else 1])
            continue
        before = text[max(0, match.start() - 32) : match.start()]
        is_listed = names.city.search(before[-12:]) and re.search(r"(?:[和与及]|and )$", before)
        key = names.cities[match[0].casefold()]
        told = [*(one for one in told if one != key), key][-PAIR:]
        if ended and LINKED.fullmatch(text[ended : match.start()]) and len(told) == PAIR:
            pair = told
        at[key], ended = match.start(), match.end()
        is_next = NEXT_GAP.search(before) and text.startswith(" by ", match.end())
        is_aside = bool(match.start() in tied or is_next or (COMPARED.search(before) and not is_listed))
        yield Mention(match.start(), match.end(), "city", key, is_aside)
    for match in re.finditer(HERE, text, re.IGNORECASE):
        before = text[max(0, match.start() - 2) : match.start()]
        yield Mention(match.start(), match.end(), "city", city, bool(BEYOND.search(before)))


def tied_cities(text: str, names: Names) -> set[int]:
    """Where cities are named that another one shares its place or its figure with."""
    tied: set[int] = set()
    run: list[re.Match[str]] = []
    for match in names.city.finditer(text):
        if not run or not LINKED.fullmatch(text[run[-1].end() : match.start()]):
            run = []
        run.append(match)
        before = text[max(0, run[0].start() - 4) : run[0].start()]
        behind = TIED_BEHIND.match(text, match.end())
        is_tied = TIED.match(text, behind.end() if behind else match.end()) and TIED_WITH.search(before[-2:])
        if is_tied or SET_AGAINST_ALL.search(before):
            tied |= {one.start() for one in run}
    return tied


def indicator_mentions(text: str, names: Names) -> Iterator[Mention]:
    """The indicators named; one that other words narrow down is another, whose key is empty."""
    for match in names.indicator.finditer(text):
        number = names.indicator_numbers[int((match.lastgroup or "i0")[1:])]
        is_known = is_plain(text, match, names) and not BLOCKED_AFTER.match(text, match.end())
        yield Mention(match.start(), match.end(), "indicator", str(number) if is_known else "")


def is_plain(text: str, match: re.Match[str], names: Names) -> bool:
    """Whether no word right before an indicator's name narrows it down."""
    before = text[max(0, match.start() - 24) : match.start()]
    city = next(iter([*names.city.finditer(before[-16:])][-1:]), None)
    allowed = ALLOWED_EN if match[0].isascii() else ALLOWED_ZH
    word = LAST_WORD.search(before)
    is_of_city = city is not None and not before[-16:][city.end() :].strip("市州的'’s ")
    return bool(allowed.search(before) or is_of_city or (word and not leftover(word[0])))


def short_mentions(text: str, names: Names) -> Iterator[Mention]:
    """The indicators named by part of their names, where nothing before or behind narrows them down: 技改增长16.6%."""
    for match in names.short.finditer(text):
        behind = HAN.match(text, match.end(), match.end() + 2)
        if is_plain(text, match, names) and leftover(behind[0] if behind else "") <= 1:
            number = names.short_numbers[int((match.lastgroup or "n0")[1:])]
            yield Mention(match.start(), match.end(), "indicator", str(number), is_short=True)


def brief_mentions(text: str, names: Names, told: set[str]) -> Iterator[Mention]:
    """The indicators that an English word takes up, where the text names them in full: output, upgrading."""
    for match in names.brief.finditer(text):
        number = str(names.brief_numbers[int((match.lastgroup or "b0")[1:])])
        is_free = not BLOCKED_AFTER.match(text, match.end()) and not NARROWED.match(text, match.end())
        if number in told and is_free and is_plain(text, match, names):
            yield Mention(match.start(), match.end(), "indicator", number, is_short=True)


def subject_mentions(text: str, names: Names) -> Iterator[Mention]:
    """The programmes and databases named."""
    for match in names.subject.finditer(text):
        yield Mention(match.start(), match.end(), "subject", names.subject_keys[int((match.lastgroup or "s0")[1:])])


def share_mentions(text: str, names: Names) -> Iterator[Mention]:
    """Shares told by their whole alone, where the part is named in the words around."""
    for number, chinese, english, part in names.shares:
        for match in re.finditer(f"{chinese}|{english}", text):
            if re.search(part, text[max(0, match.start() - NEAR_SHARE) : match.end() + NEAR_SHARE], re.IGNORECASE):
                yield Mention(match.start(), match.end(), "indicator", str(number))
