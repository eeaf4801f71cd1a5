"""Sums and differences recomputed from the figures of the text that they are made of."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate

from zjjstats.audit.layout import Item
from zjjstats.audit.quantities import amount, falls, measure, scale
from zjjstats.audit.verdicts import Finding, cautious, judged, told
from zjjstats.audit.words import say
from zjjstats.phrases import Lang

LONGEST_LIST = 20
FEW = 2
LISTS = re.compile(
    r"其中|包括|分别|包含|含|即|分为|：|:|—|--|includ|compris|of which|made up|consist|namely|[(（]|split",
    re.IGNORECASE,
)
WHOLLY = re.compile(r"分为|组成|构成|compris|made up of|consist|split into", re.IGNORECASE)
TOTALS = re.compile(
    r"合计|共计|总计|总共|相加|加起来|加在一起|(?:^|[，,；;])(?:一?共|总数)(?:计|有|为|达|是)?$|总[值额量](?:为|达|是)?$|together|in total|a total of|in all|altogether|add(?:s|ing)? up to|sum(?:s|ming)? to",
    re.IGNORECASE,
)
# The total of an indicator's own name may be of other figures than those told before it.
NAMED_TOTAL = re.compile(r"总[值额量](?:为|达|是)?$")
LARGE = 100

REST = re.compile(r"(?:其余|剩余|余下|剩下)的?$|\bthe (?:other|remaining|rest,?) $", re.IGNORECASE)
BETWEEN = re.compile(r"[Bb]etween (?:them|the two)|[二两]者相差|首尾相差|(?:^|，)相差$|^ ?相差$")

ABOVE = r"above|faster|higher|more|ahead of|over|greater|quicker|better"
UNDER = r"below|slower|lower|less|behind|short of|under"
THAN_AFTER = re.compile(rf"^,? ?(?P<way>{ABOVE}|{UNDER})(?: than| the| of)?\b(?P<noun>[^0-9]*)", re.IGNORECASE)
THAN_BEFORE = re.compile(
    r"(?:(?P<way>高于|快于|低于|慢于|高出|低出|超过|领先|落后)(?P<noun>[^，。；、]{0,16}?)|"
    r"(?:比|较)(?P<other>[^，。；、]{0,16}?)(?P<verb>高出?|快|低|慢|提高|上升|加快|回落|下降|放缓|减缓)了?)(?:增速|平均水平|平均)?$"
)
LOWER = re.compile(r"低|慢|落|降|缓|below|slower|lower|less|behind|under|short", re.IGNORECASE)
WEAK = re.compile(
    r"全省|全国|全市|上年|去年|同期|年初|平均|一季度|上半年|上月|all|province|nation|average|year|month|quarter|period"
)


def sum_check(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A total = the sum of the parts listed after it, or before it."""
    if item.reading.approximate:
        return None
    for parts, introduced, is_whole in (listed(items, item), summed(items, item)):
        if len(parts) < FEW:
            continue
        exact = matching(parts[::-1] if is_whole else parts, item)
        used = (parts[-exact[0] :] if is_whole else parts[: exact[0]]) if exact else parts
        if exact and (introduced or len(used) > FEW):
            return sum_finding(item, used, lang)
        if exact or not introduced:
            continue
        finding = sum_finding(item, parts, lang)
        many = is_parallel(parts) and (len(parts) > FEW or item.reading.value >= LARGE)
        if (
            is_whole is not None
            and not NAMED_TOTAL.search(item.own_before)
            and (is_whole or WHOLLY.search(item.after) or WHOLLY.match(parts[-1].after))
            and len(parts) >= FEW
        ):
            return finding
        return cautious(item.reading, finding) if many or NAMED_TOTAL.search(item.own_before) else None
    return remainder(items, item, lang)


def remainder(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The rest = a whole less the part of it that the same sentence told before: of 48 firms, 43 do; the other 5."""
    if not REST.search(item.own_before):
        return None
    told_before = [
        other
        for other in items[max(0, item.number - 5) : item.number]
        if other.sentence == item.sentence and measure(other) == measure(item) and not other.reading.approximate
    ]
    if len(told_before) != FEW:
        return None
    whole, part = told_before
    if not (re.search(r"[中里]", whole.after) or re.search(r"\b(?:[Oo]f|[Aa]mong) ", whole.before)):
        return None
    exact = (amount(whole) - amount(part)).scaleb(-scale(item))
    shown = {"one": told(whole.reading.value), "other": told(part.reading.value), "value": told(exact)}
    return cautious(item.reading, judged(item.reading, exact, say(lang, "difference", **shown), computed=False))


def is_parallel(parts: list[Item]) -> bool:
    """Whether parts are listed side by side to the end: nothing but names stands between them, and no 等 follows."""
    named = all(re.match(r"(?: [A-Za-z-]+){0,4}(?:[，,、]|,? and\b)", part.after) for part in parts[:-1])
    return named and not re.match(r"[^，。；]{0,6}等|[^,.;]{0,20}(?:and so on|among others|etc)", parts[-1].after)


def matching(parts: list[Item], item: Item) -> list[int]:
    """How many of the parts, from the first on, sum to a total."""
    sums = accumulate(map(amount, parts))
    return [length for length, total in enumerate(sums, start=1) if length >= FEW and total == amount(item)]


def sum_finding(item: Item, parts: list[Item], lang: Lang) -> Finding | None:
    """The finding for a total and its parts."""
    total = sum(map(amount, parts), Decimal(0))
    is_same = all(part.reading.unit == item.reading.unit for part in parts)
    shown = [part.reading.value if is_same else amount(part) for part in parts]
    exact = total.scaleb(-scale(item))
    evidence = say(lang, "sum", parts=" + ".join(map(told, shown)), value=told(sum(shown, Decimal(0))))
    return judged(item.reading, exact, evidence, computed=item.reading.kind == "amount")


def listed(items: list[Item], item: Item) -> tuple[list[Item], bool, bool]:
    """The run of like figures after a total, and whether words introduce them as its parts."""
    parts: list[Item] = []
    between = item.after
    for other in items[item.number + 1 : item.number + 1 + LONGEST_LIST]:
        if other.segment != item.segment:
            break
        if measure(other) == measure(item) and not other.reading.approximate:
            parts.append(other)
        elif parts:
            break
        else:
            between += other.after
    is_made_of = bool(parts and re.match(r"[，, ]*由", between) and WHOLLY.match(parts[-1].after))
    return parts, is_made_of or bool(LISTS.search(between)), False


def summed(items: list[Item], item: Item) -> tuple[list[Item], bool, bool]:
    """The run of like figures before a total, and whether words say that it is their sum."""
    parts: list[Item] = []
    for other in reversed(items[max(0, item.number - LONGEST_LIST) : item.number]):
        if other.segment != item.segment:
            break
        if measure(other) == measure(item) and not other.reading.approximate:
            parts.insert(0, other)
        elif parts:
            break
    return parts, bool(TOTALS.search(item.own_before) or TOTALS.search(item.own_after)), True


def signed(item: Item) -> Decimal:
    """A growth with the sign that its words give it; what something fell from or to is no fall."""
    is_fall = item.reading.value > 0 and falls(item)
    return -item.reading.value if is_fall else item.reading.value


def difference_check(items: list[Item], item: Item, lang: Lang) -> Finding | None:  # noqa: PLR0911 - one answer per way of comparing
    """A difference = one percentage − the other, where both are told."""
    if item.reading.approximate:
        return None
    earlier = [other for other in items[max(0, item.number - 10) : item.number] if is_level(other)]
    later = [
        other for other in items[item.number + 1 : item.number + 3] if is_level(other) and other.segment == item.segment
    ]
    here = [other for other in earlier if other.segment == item.segment]
    if BETWEEN.search(item.own_before) and not here and len(earlier) >= FEW:
        return between(item, earlier[-FEW:], lang)
    after = THAN_AFTER.match(item.after)
    if after and later and later[0].number == item.number + 1 and here:
        return difference(item, here[-1], later[0], lang, lower=bool(LOWER.search(after["way"])))
    last = here[-1] if here and here[-1].number == item.number - 1 else None
    if last is not None and re.search(
        r"(?:比|较|高于|低于|快于|慢于|高出|超过|超出|低出|落后)[^，。；]{0,16}$", last.before
    ):
        one = here[-2] if len(here) > 1 else later[0] if later else None
        way = last.before[-20:] + item.before
        return difference(item, one, last, lang, lower=bool(LOWER.search(way))) if one else None
    before = THAN_BEFORE.search(item.own_before)
    if after and not here and (both := two_cells(items, item, after["noun"])):
        return difference(item, *both, lang, lower=bool(LOWER.search(after["way"])))
    if after and here:
        return by_name(items, item, here[-1], earlier, after["noun"], lang, lower=bool(LOWER.search(after["way"])))
    if before and here:
        noun, way = (before["noun"] or before["other"] or ""), (before["way"] or before["verb"])
        return by_name(items, item, here[-1], earlier, noun, lang, lower=bool(LOWER.search(way)))
    return None


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
    is_far = min(one.sentence, other.sentence) < item.sentence - 1
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
    if len(name) < FEW:
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
