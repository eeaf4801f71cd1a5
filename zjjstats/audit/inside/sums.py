"""Sums and differences recomputed from the figures of the text that they are made of."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate

from zjjstats.audit.inside.parts_around import OF_NEXT
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import amount, measure, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
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
# 88个项目中，续建51个，新建37个.
SO_FAR = re.compile("累计[一-鿿]{0,4}$|[两二三四五六七八九]个?[一-鿿]{1,4}一?共(?:计|有|为|达|是)?$")
OF_ALL = re.compile("[一-鿿]{0,8}[中里][，,]")

OPENS_SPLIT = re.compile(
    r"[^一-鿿]*(?:其中|分别(?:为|是)|具体(?:为|是|看)|包括|分(?:别)?(?:园区|县市|区县|行业|产业|地区|类别)?看)"
)
ALL_SAID = re.compile(
    "[，,。]?(?:以上|上述|这些?|合起来|除此)[^，。；]{0,8}(?:全部|所有|都在|无其他|没有)|(?:没有|无)(?:别|其他)的?|再无|此外(?:再无|没有)"
)
REST = re.compile(r"(?:其余|剩余|余下|剩下)的?$|\bthe (?:other|remaining|rest,?) $", re.IGNORECASE)


def sum_check(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A total = the sum of the parts listed after it, or before it."""
    if item.reading.approximate:
        return None
    for parts, introduced, is_whole in (listed(items, item), summed(items, item)):
        if len(parts) < FEW:
            continue
        if parts[0].sentence > item.sentence and any(REST.search(one.own_before) for one in parts):
            # The rest was worked out from the total.
            continue
        exact = matching(parts[::-1] if is_whole else parts, item)
        used = (parts[-exact[0] :] if is_whole else parts[: exact[0]]) if exact else parts
        is_split = (
            is_whole is False and OF_ALL.match(item.after) and exact == [len(parts)] and not any(map(is_delta, parts))
        )
        is_split = is_split or (is_whole and SO_FAR.search(item.own_before) and not is_delta(item))
        if exact and (introduced or len(used) > FEW or is_split):
            return sum_finding(item, used, lang)
        if exact or not introduced:
            continue
        if parts[0].sentence != item.sentence and not (ALL_SAID.search(parts[-1].after) or is_whole):
            # What else belongs to the total the next sentence need not tell.
            continue
        finding = sum_finding(item, parts, lang)
        if len({is_delta(one) and not REST.search(one.own_before) for one in parts}) > 1:
            # 去年15家，今年9家，减少6家: a level and a change add up to nothing.
            return only_confirmed(finding)
        many = is_parallel(parts) and (len(parts) > FEW or item.reading.value >= LARGE)
        if (
            is_whole is not None
            and not NAMED_TOTAL.search(item.own_before)
            and (is_whole or WHOLLY.search(item.after) or WHOLLY.match(parts[-1].after))
            and len(parts) >= FEW
        ):
            return finding
        return cautious(item.reading, finding) if many or NAMED_TOTAL.search(item.own_before) else None
    return split(items, item, lang)


def split(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A whole = the part right before it and those behind it: 11 of the 24 make machinery, 8 materials and 5 food."""
    part = items[item.number - 1] if item.number else item
    if not OF_NEXT.fullmatch(part.after) or part.segment != item.segment or measure(part) != measure(item):
        return None
    behind, _, _ = listed(items, item)
    parts = [part, *behind]
    lengths = matching(parts, item)
    return sum_finding(item, parts[: lengths[0]], lang) if lengths and lengths[0] > FEW else None


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
    between, segment = item.after, item.segment
    for other in items[item.number + 1 : item.number + 1 + LONGEST_LIST]:
        if other.number == item.number + 1 and is_split_next(item, other):
            segment, between = other.segment, other.before
        if other.segment != segment:
            break
        if measure(other) == measure(item) and not other.reading.approximate:
            parts.append(other)
        elif parts:
            break
        else:
            between += other.after
    is_made_of = bool(parts and re.match(r"[，, ]*由", between) and WHOLLY.match(parts[-1].after))
    return parts, is_made_of or bool(LISTS.search(between)), False


def is_split_next(item: Item, other: Item) -> bool:
    """Whether the sentence behind a total lists its parts: 收入402.5亿元. 其中高新区168.3亿元."""
    is_next = other.sentence == item.sentence + 1 and other.paragraph == item.paragraph and other.cell is None
    return is_next and bool(OPENS_SPLIT.match(other.before)) and is_level(item)


def is_level(item: Item) -> bool:
    """Whether a figure is a plain total, no difference."""
    return not is_delta(item) and item.reading.kind in ("count", "amount")


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
