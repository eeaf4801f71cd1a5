"""Points recomputed from the percentages of the text that a sentence compares."""

from __future__ import annotations

import re
from decimal import Decimal

from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import falls
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.patterns import LISTED
from zjjstats.phrases import Lang

LONGEST_LIST, FEW = 20, 2
BETWEEN = re.compile(r"[Bb]etween (?:them|the two)|[二两]者相差|首尾相差|(?:^|，)相差$|^ ?相差$")

ABOVE = r"above|faster|higher|more|ahead of|over|greater|quicker|better"
UNDER = r"below|slower|lower|less|behind|short of|under"
THAN_AFTER = re.compile(rf"^,? ?(?P<way>{ABOVE}|{UNDER})(?: than| the| of)?\b(?P<noun>[^0-9]*)", re.IGNORECASE)
THAN_BEFORE = re.compile(
    r"(?:(?P<way>高于|快于|低于|慢于|高出|低出|超过|领先|落后)(?P<noun>[^，。；、]{0,16}?)|"
    r"(?:比|较)(?P<other>[^，。；、]{0,16}?)(?P<verb>高出?|快|低|慢|提高|上升|加快|回落|下降|放缓|减缓)了?)(?:增速|平均水平|平均)?$"
)
SET_AGAINST = re.compile("(?:(?<![同环])比|较|高于|低于|快于|慢于|高出|超过|超出|低出|落后|次于)[^，。；]{0,16}$")
APART = re.compile("^(?:两者|二者|两[市地]|彼此)?(?:之间)?(?:相差|差距|相距|差)[了为达有是仅只约出]*$")
FALL_OF = re.compile("[降跌减]幅[^，。；]*$")
# Above it: what these mean is told by no letters.
POINTING = re.compile("it|that|this|them|those|these|us|him|her")
AT = re.compile(r"\b(?:at|with|on) $")
LOWER = re.compile(r"低|慢|落|降|缓|收窄|below|slower|lower|less|behind|under|short", re.IGNORECASE)
WEAK = re.compile(
    r"全省|全国|全市|上年|去年|同期|年初|平均|一季度|上半年|上月|all|province|nation|average|year|month|quarter|period"
)


def signed(item: Item) -> Decimal:
    """A growth with the sign that its words give it; what something fell from or to is no fall."""
    is_fall = item.reading.value > 0 and (falls(item) or bool(FALL_OF.search(item.own_before)))
    return -item.reading.value if is_fall else item.reading.value


def difference_check(items: list[Item], item: Item, lang: Lang) -> Finding | None:  # noqa: PLR0911 - one answer per way of comparing
    """A difference = one percentage − the other, where both are told."""
    if item.reading.approximate:
        return None
    if (of_list := listed_gap(items, item, lang)) is not None:
        return of_list
    earlier = [other for other in items[max(0, item.number - 10) : item.number] if is_level(other)]
    later = [
        other for other in items[item.number + 1 : item.number + 3] if is_level(other) and other.segment == item.segment
    ]
    here = [other for other in earlier if other.segment == item.segment]
    if BETWEEN.search(item.own_before) and not here and len(earlier) >= FEW:
        return between(item, earlier[-FEW:], lang)
    after = THAN_AFTER.match(item.after)
    if after and later and later[0].number == item.number + 1 and here:
        finding = difference(item, here[-1], later[0], lang, lower=bool(LOWER.search(after["way"])))
        # 0.04 points lower than Shaoyang at 75.3%: the level may be that of either.
        other = difference(item, here[-1], later[0], lang, lower=not LOWER.search(after["way"]))
        return (only_confirmed(other) or finding) if AT.search(later[0].before) else finding
    last = here[-1] if here and here[-1].number == item.number - 1 else None
    if last is not None and SET_AGAINST.search(last.before):
        return set_against(item, here, later, lang)
    before = THAN_BEFORE.search(item.own_before)
    if after and not here and (both := two_cells(items, item, after["noun"])):
        return difference(item, *both, lang, lower=bool(LOWER.search(after["way"])))
    if after and here:
        return by_name(items, item, here[-1], earlier, after["noun"], lang, lower=bool(LOWER.search(after["way"])))
    if before and here:
        noun, way = (before["noun"] or before["other"] or ""), (before["way"] or before["verb"])
        return by_name(items, item, here[-1], earlier, noun, lang, lower=bool(LOWER.search(way)))
    return None


def set_against(item: Item, here: list[Item], later: list[Item], lang: Lang) -> Finding | None:
    """The gap from the percentage right before, which something was set against: 比全省的8.1%低0.2个百分点."""
    last = here[-1]
    # What something else was set against is not what is set against this.
    own = [one for one in here[:-1] if not SET_AGAINST.search(one.before)]
    one = (own or here[:-1])[-1] if len(here) > 1 else later[0] if later else None
    lower = bool(LOWER.search(last.before[-20:] + item.before))
    if one is not None and APART.search(item.own_before):
        # 仅次于永州的32.4%，相差14.9个百分点: whichever is the larger.
        high, low = sorted((one, last), key=lambda level: level.reading.value, reverse=True)
        return cautious(item.reading, difference(item, high, low, lang, lower=False))
    return difference(item, one, last, lang, lower=lower) if one else None


def listed_gap(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """One of several gaps listed in the order of what they lie between.

    甲增长9.1%、乙增长8.4%，分别比全省的7.9%高1.2个和0.5个百分点; 分别快于全省（7.1%）和长沙（8.3%）1.5个和0.3个百分点.
    """
    run = [item]
    while run[0].number and are_listed(items[run[0].number - 1], run[0]):
        run.insert(0, items[run[0].number - 1])
    while run[-1].number + 1 < len(items) and are_listed(run[-1], items[run[-1].number + 1]):
        run.append(items[run[-1].number + 1])
    size, place = len(run), run.index(item)
    before = items[max(0, run[0].number - size - 1) : run[0].number]
    if size < FEW or len(before) <= size or not all(is_level(one) and one.sentence == item.sentence for one in before):
        return None
    lower = bool(LOWER.search(before[-size].before + before[-1].before + run[0].before))
    if SET_AGAINST.search(before[-1].before) and not SET_AGAINST.search(before[-FEW].before):
        return cautious(item.reading, difference(item, before[place], before[-1], lang, lower=lower))
    if SET_AGAINST.search(before[1].before):
        return cautious(item.reading, difference(item, before[0], before[1 + place], lang, lower=lower))
    return None


def are_listed(one: Item, other: Item) -> bool:
    """Whether two gaps are listed side by side."""
    is_list = LISTED.fullmatch(one.after) and one.sentence == other.sentence
    return bool(is_list) and one.reading.unit == other.reading.unit == "points"


def between(item: Item, both: list[Item], lang: Lang) -> Finding | None:
    """The finding for the gap between the two percentages told right before."""
    one, other = sorted(both, key=signed, reverse=True)
    if (
        one.paragraph != item.paragraph
        or other.paragraph != item.paragraph
        or (one.reading.kind == "growth") != (other.reading.kind == "growth")
    ):
        return None
    finding = difference(item, one, other, lang, lower=False)
    # Each of the two may have a sentence of its own.
    is_apart = {one.sentence, other.sentence} == {item.sentence - 1, item.sentence - FEW}
    is_far = min(one.sentence, other.sentence) < item.sentence - 1 and not is_apart
    return (
        finding
        if is_far and finding and finding.verdict == "confirmed"
        else None
        if is_far
        else cautious(item.reading, finding)
    )


def two_cells(items: list[Item], item: Item, noun: str) -> tuple[Item, Item] | None:
    """The two percentages of a table above that a sentence compares: each by its row, both by their column."""
    words = item.own_before.lower()
    cells = [
        other
        for other in items[max(0, item.number - LONGEST_LIST) : item.number]
        if other.cell and is_level(other) and len(other.name) >= FEW and other.head.lower() in words
    ]
    ours = [other for other in cells if other.name.lower() in words]
    theirs = [other for other in cells if other.name.lower() in noun.lower() and other not in ours]
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def is_level(item: Item) -> bool:
    """Whether a figure is a percentage that a difference can be taken of."""
    return item.reading.unit == "pct" and item.reading.kind != "range" and not item.reading.approximate


def by_name(
    items: list[Item], item: Item, one: Item, earlier: list[Item], noun: str, lang: Lang, *, lower: bool
) -> Finding | None:
    """The finding for a difference from the percentage that a noun names."""
    name = re.sub(
        r"^(?:that of |the |than |of )+|(?:的?增速|的?增幅|平均水平|平均|growth|rate)$", "", noun.strip(" ,.").lower()
    ).strip()
    if len(name) < FEW or POINTING.fullmatch(name):
        return None
    for other in reversed(earlier):
        if other is not one and other.reading.kind == one.reading.kind and name in words_of(items, other):
            finding = difference(item, one, other, lang, lower=lower)
            return cautious(item.reading, finding) if WEAK.search(name) else finding
    return None


def words_of(items: list[Item], item: Item) -> str:
    """The words since the percentage before it in its segment: an amount between them names the same thing."""
    words = item.before
    for other in reversed(items[max(0, item.number - FEW) : item.number]):
        if other.segment != item.segment or other.reading.unit == "pct":
            break
        words = other.before + words
    return words.lower()


def difference(item: Item, one: Item, other: Item, lang: Lang, *, lower: bool) -> Finding | None:
    """The finding for a difference of two percentages."""
    first, second = (other, one) if lower else (one, other)
    exact = signed(first) - signed(second)
    evidence = say(lang, "difference", one=told(signed(first)), other=told(signed(second)), value=told(exact))
    return judged(item.reading, exact, evidence)
