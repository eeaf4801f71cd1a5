"""Whose figure each is: the city, period, indicator and projects that the text names before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zjjstats.audit.layout import Item
from zjjstats.audit.mentions import Mention

# Words that say nothing new of their own: a figure behind them is still of the indicator named before.
GLUE_ZH = re.compile(
    "考核方阵|方阵|全省|全国|全市|全州|市州|各市|排名|位次|名次|并列|分别|同比|环比|增速|增幅|增长率|名义|现价|可比价|按|计算|口径|规模|总量|总值|数值|"
    "上年度?|去年|同期|全年|年度|位居|位列|名列|进入|首次|前移|后移|上升|下降|提升|前进|后退|提高|增长|上涨|回落|跃升|上移|下移|较|比|在|居|列|排|占|"
    "第|位|名|为|达到?|是|至|了|增|升|降|移|进|退|由|从|的|个|完成|实现|累计|其中|也|均|已|且|并|和|与|而|但|又|则|只|仅|就|继续|保持|稳居|大|快|高|低|"
    "今年|本年|年|月|季度|上半|前|三|一|底|末|相比|相较|横向|看|全|共|市|州|省"
)
GLUE_EN = re.compile(
    r"\b(?:the|a|an|of|in|at|to|by|and|or|on|with|from|for|it|its|this|that|which|was|were|is|are|had|has|been|rank\w*|plac\w+|came|"
    r"come|stood|stands|position\w*|province|provincial\w*|assessment|group|queue|cities|city|prefecture|hunan|ahead|behind|up|down|"
    r"above|below|higher|lower|better|worse|than|same|period|last|previous|year|before|earlier|ago|compared|also|growth|grew|grow|"
    r"rose|risen|rise|increas\w*|expand\w*|fell|fall\w*|declin\w*|gain\w*|advanc\w*|climb\w*|mov\w+|amount\w*|reach\w*|total\w*|"
    r"level|rate|s|among|all|out|there|while|where|still|only|just|put\w*|quarter|month\w*|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|real|terms|constant|comparable|prices|year-on-year|whole|first|so|thus|"
    r"respectively|making|made|largest|highest|fastest|biggest|place|places|i|e|meaning|equal|tied|sharing)\b",
    re.IGNORECASE,
)
NOISE = re.compile(r"[^一-鿿A-Za-z]+")


@dataclass(frozen=True)
class Context:
    """What a figure is of, as far as the text tells: ``indicator`` is the number of its stem, ``subjects`` keys."""

    city: str
    period: str
    is_period_told: bool
    indicator: str
    subject: str
    ahead: str


def leftover(words: str) -> int:
    """How many words of their own a text holds besides glue: Chinese characters, or English words counted double.

    Examples
    --------
    >>> leftover("，居全省"), leftover("，财政收入增长"), leftover(", and ranked"), leftover(", exports grew by")
    (0, 4, 0, 2)
    """
    chinese = re.findall("[一-鿿]", GLUE_ZH.sub("", words))
    english = re.findall(r"[A-Za-z]+", GLUE_EN.sub(" ", words))
    return len(chinese) + 2 * len(english)


# So much may stand between an indicator and its figure that is no glue.
TOLERANCE = 1
# So many mentions ahead are looked at for the project list that a figure's own words name.
NEXT = 6
# A programme is carried on for so many paragraphs.
CARRIED = 3
PAIR, SIDE_BY_SIDE = 2, 12


def contexts(  # noqa: C901 - one sweep, so that the text is read once
    text: str,
    items: list[Item],
    found: list[Mention],
    *,
    city: str,
    period: str,
) -> Iterator[Context]:
    """By figure, what it is of; names are carried on inside a paragraph as long as nothing else is named."""
    at = 0
    here, span, told = city, period, False
    indicator = subject = ""
    previous: Item | None = None
    subject_paragraph = -9
    for item in items:
        start = item.reading.start
        if previous is None or item.paragraph != previous.paragraph:
            here = city
            indicator = ""
        cities: list[str] = []
        cut = max(previous.reading.end if previous else 0, start - len(item.before) - 1)
        named_at = -1
        erased: list[tuple[int, int]] = []
        while at < len(found) and found[at].start < start:
            mention = found[at]
            at += 1
            if mention.kind == "city":
                cities.append(mention.key)
                erased.append((mention.start, mention.end))
            elif mention.kind == "period":
                span, told = mention.key, True
                erased.append((mention.start, mention.end))
            elif mention.kind == "indicator":
                indicator, named_at = mention.key, mention.end
            else:
                subject, subject_paragraph = mention.key, item.paragraph
                if mention.end > cut:
                    indicator, named_at = "", mention.end
        if cities:
            here = cities[-1] if len(set(cities[-PAIR:])) == 1 or not is_listed(text, found, at) else ""
        words = blanked(text, max(cut, named_at), start, erased)
        if indicator and leftover(words) > TOLERANCE:
            indicator = ""
        if item.paragraph - subject_paragraph > CARRIED:
            subject = ""
        stop = item.reading.end + len(item.after)
        coming = (
            mention.key for mention in found[at : at + NEXT] if mention.kind == "subject" and mention.start < stop
        )
        yield Context(here, span, told, indicator, subject, next(coming, ""))
        previous = item


def is_listed(text: str, found: list[Mention], at: int) -> bool:
    """Whether the last two cities named stand side by side, so that the figure may be of either."""
    cities = [mention for mention in found[max(0, at - 6) : at] if mention.kind == "city"][-2:]
    if len(cities) < PAIR:
        return False
    between = text[cities[0].end : cities[1].start]
    return len(between) < SIDE_BY_SIDE and bool(
        re.fullmatch(r"(?:['’]s)?[市州]?(?:、|，|, | and |和|与|及|,? ?and )+(?:the )?", between)
    )


def blanked(text: str, start: int, stop: int, spans: list[tuple[int, int]]) -> str:
    """A stretch of text without the names of cities and periods in it."""
    words = text[start:stop]
    for begin, end in reversed(spans):
        if begin >= start:
            words = words[: begin - start] + " " + words[end - start :]
    return words
