"""Whose figure each is: the city, period, indicator and projects that the text names before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from zjjstats.audit.cells import Cell, Cells
from zjjstats.audit.layout import Item
from zjjstats.audit.mentions import Mention
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE

# Words that say nothing new of their own: a figure behind them is still of the indicator named before.
GLUE_ZH = re.compile(
    "考核方阵|方阵|全省|全国|全市|全州|市州|各市|排名|位次|名次|并列|分别|同比|环比|增速|增幅|增长率|名义|现价|可比价|按|计算|口径|规模|总量|总值|数值|"
    "上年度?|去年|同期|全年|年度|位居|位列|名列|进入|首次|前移|后移|上升|下降|提升|前进|后退|提高|增长|上涨|回落|跃升|上移|下移|较|比|在|居|列|排|占|"
    "第|位|名|为|达到?|是|至|了|增|升|降|移|进|退|由|从|的|个|完成|实现|累计|其中|也|均|已|且|并|和|与|而|但|又|则|只|仅|就|继续|保持|稳居|大|快|高|低|"
    "论|速度|座次|体量|分量|数字|全省平均水平|快于|慢于|高于|低于|该项?(?:指标|比重|占比|增速)|这一(?:指标|比重)|今年|本年|年|月|季度|上半|前|三|一|底|末|相比|相较|横向|看|全|共|市|州|省"
)
GLUE_EN = re.compile(
    r"\b(?:the|a|an|of|in|at|to|by|and|or|on|with|from|for|it|its|this|that|which|was|were|is|are|had|has|been|rank\w*|plac\w+|came|"
    r"come|stood|stands|position\w*|province|provincial\w*|assessment|group|queue|cities|city|prefecture|hunan|ahead|behind|up|down|"
    r"above|below|higher|lower|better|worse|than|same|period|last|previous|year|before|earlier|ago|compared|also|growth|grew|grow|"
    r"rose|risen|rise|increas\w*|expand\w*|fell|fall\w*|declin\w*|gain\w*|advanc\w*|climb\w*|mov\w+|amount\w*|reach\w*|total\w*|"
    r"level|rate|s|among|all|out|there|while|where|still|only|just|put\w*|quarter|month\w*|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|real|terms|constant|comparable|prices|year-on-year|whole|first|so|thus|"
    r"respectively|making|made|largest|highest|fastest|biggest|place|places|i|e|meaning|equal|tied|sharing|no|even|better|both|provincially|nationwide|provincewide|secured|took|taking|seized|value|kept|keep\w*|as|size|went|whose|jump\w*|lead|against|measured|good|raised|loss|current|nominal)\b",
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
    # Other cities and periods of its paragraph and indicators of its sentence: what it might be of instead.
    others: tuple[frozenset[str], frozenset[str], frozenset[str]] = (frozenset(), frozenset(), frozenset())


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
# A remark in brackets is no longer than this on either side of a name in it.
REMARK = 60
# So many names of a stretch are held; they bound the cost of a figure.
MOST = 6
STRETCHES = {
    "city": re.compile(r"\n"),
    "period": re.compile(r"\n"),
    "indicator": re.compile(r"[。！？\n；;]|(?<!\bNo)\.(?=\s)"),
}
OF_BEFORE = re.compile(
    r"^(?:同比)?(?:增速|增幅|增长|增长率|排名|位次|全省位次|全省排名)|^(?:growth|rank|change)\b", re.IGNORECASE
)
BY = re.compile(
    r"\b(?:by|in terms of|for|on|in) (?:the |its )?(?:growth (?:rate )?(?:of|in) )?(?:the )?$", re.IGNORECASE
)


# The year that stands right by a figure is that figure's own; the figures after it are of the period told before.
YEAR_BEFORE = re.compile(
    r"((?:19|20)[0-9]{2})年(?:同期)?(?:的|这一|数字|数值|为|是|仅|居|列|排|位居|位列|全省|全国|排名|增速|增长|了)*$"
)
YEAR_AFTER = re.compile(r"^,? (?:in|for) ((?:19|20)[0-9]{2})\b(?! ?[-–])")


# So does a period that stands right behind a figure: 8.1% in the first half of 2016, or 8.1%（2016年上半年）.
IN_BEHIND = re.compile(r"(?: growth)?,? (?:in|for|during|over) ")
NEAR_BEHIND = 16


# The growth for a province as a whole is not the city's.
OF_PROVINCE = re.compile(r" (?:for|across|in) (?:Hunan|the (?:whole |entire )?province)(?: as a whole)?(?=[,.;:]|$)")


def explains(text: str, item: Item, mention: Mention) -> bool:
    """Whether a figure's name follows it behind a dash or a colon, or as what it is measured as."""
    if mention.kind != "indicator" or mention.end > item.reading.end + len(item.after):
        return False
    between = text[item.reading.end : mention.start]
    return bool(
        re.fullmatch(r" ?(?:--|[-—–:：=]) ?(?:(?:the )?(?:growth|rise|increase) (?:of|in) )?(?:the )?", between)
    ) or bool(re.search(r", (?:measured|counted|expressed|reckoned) (?:as|by) (?:the )?$", between))


def own_year(text: str, item: Item, span: str) -> str:
    """The year that a figure's own words name, where its text tells of whole years; else empty."""
    if not span or not Period.parse(span).is_full_year:
        return ""
    start, end = item.reading.start, item.reading.end
    match = YEAR_BEFORE.search(text[max(0, start - 24) : start]) or YEAR_AFTER.match(text[end : end + 16])
    return str(Period(int(match[1]), 1, 12)) if match else ""


def own_period(text: str, item: Item, coming: list[Mention]) -> str:
    """The period that stands right behind a figure, in brackets or as when it was; else empty."""
    for mention in coming:
        between = text[item.reading.end : mention.start]
        if len(between) > NEAR_BEHIND:
            break
        is_remark = between in ("（", "(") and text[mention.end : mention.end + 1] in ("）", ")")
        if mention.kind == "period" and (is_remark or IN_BEHIND.fullmatch(between)):
            return mention.key
    return ""


def contexts(  # noqa: C901, PLR0912, PLR0915 - one sweep, so that the text is read once
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
    latest = ""
    previous: Item | None = None
    subject_paragraph = -9
    aside: tuple[int, str, bool] | None = None
    nearby = Nearby(text, found)
    tables = Tables(text, found)
    found = [mention for mention in found if not tables.hold(mention.start)]
    for item in items:
        start = item.reading.start
        if item.cell is not None:
            above = Context(here or city, span, told, "", subject, "", nearby.around(start))
            yield tables.context(item.cell, above)
            continue
        if previous is None or item.paragraph != previous.paragraph:
            here = city
            indicator = ""
            if is_year(span) and is_year(latest) and span < latest <= (period or latest):
                # The year that a paragraph ends with, as what its own was compared with, is not the next one's.
                span = latest
            latest = ""
        cities: list[str] = []
        cut = max(previous.reading.end if previous else 0, start - len(item.before) - 1)
        named_at = -1
        erased: list[tuple[int, int]] = []
        while at < len(found) and found[at].start < start:
            mention = found[at]
            at += 1
            if aside and mention.start >= aside[0]:
                _, span, told = aside
                aside = None
            if mention.kind == "city":
                cities.append(mention.key)
                erased.append((mention.start, mention.end))
            elif mention.kind == "period":
                if aside is None and (closing := closes(text, mention)):
                    aside = closing, span, told
                if not is_trailing(text, previous, mention, span):
                    span, told = mention.key, True
                    latest = max(latest, span)
                erased.append((mention.start, mention.end))
            elif mention.kind == "indicator":
                # What stands right behind a figure names that figure, not the next.
                is_behind = previous is not None and names_count(text, previous, mention)
                is_behind = is_behind and item.reading.unit not in ("rank", "places")
                indicator, named_at = "" if is_behind else mention.key, mention.end
            else:
                subject, subject_paragraph = mention.key, item.paragraph
                if mention.end > cut:
                    indicator, named_at = "", mention.end
        if aside and start >= aside[0]:
            _, span, told = aside
            aside = None
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
        if at < len(found) and names_count(text, item, found[at]):
            indicator = found[at].key
        if not indicator and at < len(found) and explains(text, item, found[at]):
            indicator = found[at].key
        if item.reading.unit == "rank" and (named := ranked_by(text, found[at : at + NEXT], item)) is not None:
            indicator = named
        own = own_year(text, item, span) or own_period(text, item, found[at : at + NEXT])
        yield Context(
            PROVINCE if item.reading.unit == "pct" and OF_PROVINCE.match(item.after) else here,
            own or span,
            told or bool(own),
            indicator,
            subject,
            next(coming, ""),
            nearby.around(item.reading.start),
        )
        previous = item


def is_year(period: str) -> bool:
    """Whether a period is a whole year."""
    return bool(period) and Period.parse(period).is_full_year


def is_trailing(text: str, previous: Item | None, mention: Mention, span: str) -> bool:
    """Whether a period stands right behind a figure, or right before one inside a sentence, as an earlier one."""
    if not span or mention.key >= span or not is_year(span) or not is_year(mention.key) or previous is None:
        return False
    behind = text[previous.reading.end : mention.start]
    if re.fullmatch(r",? (?:in |for )", behind):
        return True
    return bool(
        re.match(
            r"(?:的|这一|数字|数值|为|是|仅|居|列|排|位居|位列|全省|全国|排名)+第?[0-9一二三四五六七八九十]",
            text[mention.end : mention.end + 16],
        )
    ) and not re.search("[。！？\n]", behind)


def names_count(text: str, item: Item, mention: Mention) -> bool:
    """Whether an indicator's name stands right behind a count, as in 265 projects completed."""
    is_beside = mention.kind == "indicator" and item.reading.unit == "count"
    return is_beside and text[item.reading.end : mention.start] in ("", " ", "的")


def closes(text: str, mention: Mention) -> int:
    """Where the remark in brackets ends that a name stands in; 0 where it stands in none."""
    before = text[max(0, mention.start - REMARK) : mention.start]
    opening = max(before.rfind("("), before.rfind("（"))
    if opening < 0 or max(before.rfind(")"), before.rfind("）")) > opening:
        return 0
    closing = re.compile("[)）\n]").search(text, mention.end, mention.end + REMARK)
    return closing.start() if closing and closing[0] != "\n" else 0


def ranked_by(text: str, coming: list[Mention], item: Item) -> str | None:
    """The indicator that an English rank names behind itself: 1st in the province by industrial investment."""
    for mention in coming:
        between = text[item.reading.end : mention.start]
        if mention.start > item.reading.end + len(item.after) or not BY.search(between):
            return None
        if mention.kind == "indicator" and not re.search(r"[,;.]", between):
            return mention.key
    return None


class Tables:
    """The names in the tables of a text: a figure in one is of what its row and its column are called."""

    def __init__(self, text: str, found: list[Mention]) -> None:
        extents: dict[int, tuple[int, int]] = {}
        self.cells = Cells(text)
        self.heads: dict[tuple[int, int], tuple[int, int]] = {}
        for cell in self.cells.cells:
            self.heads[cell.table, cell.column] = cell.head
            extents[cell.table] = cell.table_start, cell.end
        self.extents = list(extents.values())
        self.begins = [begin for begin, _ in self.extents]
        self.found = [mention for mention in found if self.hold(mention.start)]
        self.starts = [mention.start for mention in self.found]

    def hold(self, place: int) -> bool:
        """Whether a place lies in a table."""
        number = bisect_right(self.begins, place) - 1
        return number >= 0 and place < self.extents[number][1]

    def context(self, cell: Cell, above: Context) -> Context:
        """What a cell's figure is of: as its row says, then its column, then the text above the table."""
        told: dict[str, str] = {}
        for begin, end in (cell.head, cell.name):
            for mention in self.found[bisect_left(self.starts, begin) : bisect_left(self.starts, end)][:MOST]:
                told[mention.kind] = mention.key
        column = cell.column
        while (
            "indicator" not in told
            and column > 1
            and OF_BEFORE.search(self.cells.words(self.heads[cell.table, column]))
        ):
            # Growth and rank are of what the column before them tells.
            column -= 1
            begin, end = self.heads[cell.table, column]
            for mention in self.found[bisect_left(self.starts, begin) : bisect_left(self.starts, end)][:MOST]:
                told.setdefault(mention.kind, mention.key)
        return replace(
            above,
            city=told.get("city", above.city),
            period=told.get("period", above.period),
            is_period_told=above.is_period_told or "period" in told,
            indicator=told.get("indicator", ""),
            subject=told.get("subject", above.subject),
        )


class Nearby:
    """The names around each place of a text: what a figure might be of besides what it is taken for."""

    def __init__(self, text: str, found: list[Mention]) -> None:
        self.ends = {kind: [match.end() for match in pattern.finditer(text)] for kind, pattern in STRETCHES.items()}
        self.names: dict[tuple[str, int], set[str]] = {}
        for mention in found:
            key = (mention.kind, self.stretch(mention.kind, mention.start))
            if mention.key and len(self.names.setdefault(key, set())) < MOST:
                self.names[key].add(mention.key)

    def stretch(self, kind: str, at: int) -> int:
        """The number of the paragraph or sentence that a place lies in."""
        return bisect_right(self.ends.get(kind, []), at)

    def around(self, at: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Cities, periods and indicators named in the stretch of a place."""
        city, period, indicator = (
            frozenset(self.names.get((kind, self.stretch(kind, at)), ())) for kind in ("city", "period", "indicator")
        )
        return city, period, indicator


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
