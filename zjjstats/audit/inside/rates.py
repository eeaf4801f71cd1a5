"""Rates, shares and growth recomputed from the two figures of the text that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjjstats.audit.inside.named_wholes import named_wholes, of_named
from zjjstats.audit.inside.parts_around import are_like
from zjjstats.audit.judging.findings import Finding, cautious
from zjjstats.audit.judging.quantities import AHEAD, BACK, amount, measure, near, ratio
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rate_words import FAMILIES, KINDS, PLAN, STEM
from zjjstats.phrases import Lang

TOTAL = re.compile(r"共|总|安排|铺排|实施|全部|total|altogether|in all|planned", re.IGNORECASE)


LISTING = re.compile("^.*?(?:其中|包括|包含)")
OPENS_LINE = re.compile("^[^一-鿿]*")
EARLIER = re.compile("上年|去年|前年|(?<!今年)(?<!本年)同期|年初|此前")
OVERALL = re.compile("总|整体|综合|全部|overall|total", re.IGNORECASE)
# Of the new ones 145 had broken ground: the whole is that of the kind.
OF_KIND = re.compile(r"\b(?:[Oo]f|[Aa]mong) (?:the|these|those) ([a-z]{3,}) (?:ones|projects|schemes)?,? ?$")
MORE = re.compile(r" (?:more|less|fewer|higher|lower)\b")


def rate_check(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A rate or share = part ÷ whole."""
    if (of_next := whole_behind(items, item)) is not None:
        return ratio(item, *of_next, lang)
    if by_name := named_wholes(items, item):
        return of_named(item, [ratio(item, *pair, lang) for pair in by_name])
    before = near(items, item) or right_before(items, item)
    for parts in (before, near(items, item, ahead=AHEAD)):
        for pair in pairs(parts, item):
            if (finding := ratio(item, *pair, lang)) is not None:
                also = (*pairs(parts, item), *far_off(items, item, pair[0]))
                others = [ratio(item, *other, lang) for other in also]
                return best(item, finding, others)
    if not before:
        return None
    apart = distant(items, item, before[-1])
    found = cautious(item.reading, ratio(item, *apart, lang)) if apart else None
    return found or from_far_off(items, item, before[-1], lang)


def right_before(items: list[Item], item: Item) -> list[Item]:
    """The two figures right before a rate in its sentence, of which the first is of the second: 12 of the 16."""
    both = items[max(0, item.number - 2) : item.number]
    is_of = len(both) > 1 and re.fullmatch(r" (?:out )?of (?:the |its |these |those |all )?", both[0].after)
    return both if is_of and all(one.sentence == item.sentence and one.cell is None for one in both) else []


def whole_behind(items: list[Item], item: Item) -> tuple[Item, Item] | None:
    """The parts of a rate whose whole is printed right behind it: 66.9 % of the 936.02 billion yuan planned."""
    if not re.fullmatch(r" ?of (?:[\w’'-]+ ){1,3}", item.after):
        return None
    whole = items[item.number + 1] if item.number + 1 < len(items) else None
    if whole is None or whole.reading.kind not in ("amount", "count") or whole.reading.approximate:
        return None
    parts = [one for one in near(items, item) if measure(one) == measure(whole) and not MORE.match(one.after)]
    return (parts[-1], whole) if len(parts) == 1 else None


def best(item: Item, finding: Finding, others: list[Finding | None]) -> Finding | None:
    """The finding of the nearest pair, unless another pair of the same words gives the figure as printed."""
    if finding.verdict in ("confirmed", "last-digit"):
        return finding
    if item.reading.decimals:
        return next((other for other in others if other and other.verdict == "confirmed"), finding)
    return None if any(other and other.verdict == "confirmed" for other in others) else finding


def family(item: Item) -> re.Pattern[str] | None:
    """The words by which a rate's part is known, from the words of the rate."""
    words = item.own_before[-40:] + " " + item.own_after[:30]
    for rate, part in FAMILIES:
        if rate.search(words):
            return part
    if stem := STEM.search(words):
        return re.compile(re.escape((stem[1] or stem[2]).lower()), re.IGNORECASE)
    return None


def own_words(item: Item) -> str:
    """The words of a count's own clause, without the kinds of projects they name."""
    return KINDS.sub("", item.own_before + " · " + item.own_after)


def pairs(parts: list[Item], item: Item) -> list[tuple[Item, Item]]:
    """Part and whole of a rate, nearest first, where words tie them to it and to each other."""
    words = family(item)
    told_apart: list[tuple[Item, Item]] = []
    if re.fullmatch("[)）]?的", item.before.strip()) and len(parts) > 1 and parts[-1].number == item.number - 1:
        return [(part, parts[-1])] if (part := taken_up(parts)) else []
    for one, other in zip(reversed(parts[:-1]), reversed(parts[1:]), strict=True):
        if measure(one) != measure(other):
            continue
        between = one.after
        if re.fullmatch(r" ?/ ?| (?:out )?of (?:the |its |these |those |all )?", between):
            told_apart.append((one, other))
        elif re.search(r"(?:\b[Oo]f|\b[Aa]mong) (?:the |its |these |those |all )?$", one.before) or re.search(
            r"[中里](?:[，,]|有|已|共|的|$)", between
        ):
            if words is None or words.search(own_words(other)) or words.search(between):
                told_apart.append((other, one))
        elif words is not None and item.own_before != "":
            for part, whole in ((other, one), (one, other)):
                is_part = words.search(own_words(part)) and not PLAN.search(part.own_before)
                if is_part and (not words.search(own_words(whole)) or PLAN.search(whole.own_before)):
                    told_apart.append((part, whole))
                    break
    return [(part, whole) for part, whole in told_apart if amount(part) <= amount(whole) or PLAN.search(whole.before)]


def taken_up(parts: list[Item]) -> Item | None:
    """The part of the whole that comes last: the figure before it, or of two told before what 前者 and 后者 take up."""
    words = re.search("前者|后者", parts[-1].before)
    if not words:
        # 产值286.5亿元，上年同期262.8亿元，完成目标600亿元的47.8%: what was so a year earlier is no part of it.
        now = [one for one in parts[:-1] if not EARLIER.search(one.own_before)]
        left = now or parts[:-1]
        # 比湘西少33.25亿元，占全省31244.68亿元的1.6%: of the two compared either may be meant.
        return left[-1] if len(left) == 1 or not is_delta(left[-1]) else None
    first = next(place for place, one in enumerate(parts) if re.search("前者|后者", one.before))
    both = parts[max(0, first - 2) : first]
    return both[words[0] == "后者"] if len(both) == len("前者") else None


def distant(items: list[Item], item: Item, part: Item) -> tuple[Item, Item] | None:
    """A part in the rate's segment and its whole earlier on: named by the same noun, or the total of that sentence."""
    words = family(item)
    if words is None or not words.search(own_words(part)):
        return None
    earlier = [
        other
        for other in items[max(0, part.number - 2 * BACK) : part.number]
        if other.reading.unit == part.reading.unit and other.paragraph >= part.paragraph - 2
    ]
    for other in reversed(earlier):
        noun = re.search(r"[一-鿿]{3,8}$", LISTING.sub("", other.own_before))
        if noun and noun[0] in part.before:
            return part, other
    if PLAN.search(item.own_before):
        plans = [other for other in earlier if PLAN.search(other.own_before)]
        if len(plans) == 1:
            return part, plans[0]
    totals = [other for other in reversed(earlier) if TOTAL.search(other.own_before)]
    near_by = (one for one in totals if one.sentence >= part.sentence - 1 or OVERALL.search(item.own_before))
    total = next(near_by, None)
    return (part, total) if total else None


def bears_name(part: Item, whole: Item) -> bool:
    """Whether the clause of a part begins with its whole's name: 由续建146个、新建170个构成. …… 新建项目开工145个."""
    name = re.search(r"(?:^|[、，,；;:：由和及与]|其中|包括|包含)([一-鿿]{2})的?$", whole.before)
    return bool(name and OPENS_LINE.sub("", part.own_before).startswith(name[1]))


def far_off(items: list[Item], item: Item, part: Item) -> Iterator[tuple[Item, Item]]:
    """Wholes that may be told further off: of the part's own name, at the head of its sentence, or the only total."""
    words = family(item)
    if words is None or not words.search(own_words(part)):
        return
    earlier = [
        other
        for other in items[max(0, part.number - 2 * BACK) : part.number]
        if other.reading.unit == part.reading.unit and are_like(part, other) and amount(other) >= amount(part)
    ]
    for other in reversed(earlier):
        if bears_name(part, other):
            yield part, other
    head = [other for other in earlier if other.sentence == part.sentence]
    if head:
        yield part, head[0]
    opening = [other for other in earlier if other.paragraph == part.paragraph]
    if opening:
        yield part, opening[0]
    last = [other for other in earlier if other.sentence == part.sentence - 1 and other.paragraph == part.paragraph]
    if len(last) == 1:
        yield part, last[0]
    plans = [other for other in earlier if PLAN.search(other.own_before)]
    if len(plans) == 1 and part.reading.kind == "amount":
        yield part, plans[0]
    totals = [other for other in earlier if TOTAL.search(other.own_before)]
    if len(totals) == 1 and totals[0].paragraph >= part.paragraph - 2:
        yield part, totals[0]


def from_far_off(items: list[Item], item: Item, part: Item, lang: Lang) -> Finding | None:
    """What a whole further off gives; one of the part's own name, or of another rate, refutes a wrong digit too."""
    findings = [(pair, ratio(item, *pair, lang)) for pair in far_off(items, item, part)]
    for _, found in findings:
        if found and found.verdict == "confirmed":
            return found
    for (_, whole), found in findings:
        near_by = [one for one in items[whole.number + 1 : item.number] if one.reading.unit == "pct" and one.number]
        shared = (
            ratio(one, items[one.number - 1], whole, lang) for one in near_by if are_like(items[one.number - 1], whole)
        )
        is_shared = any(other and other.verdict == "confirmed" for other in shared)
        kind = OF_KIND.search(part.own_before)
        if kind and whole.sentence == part.sentence - 1 and re.search(rf"\b{kind[1]}\b", whole.before, re.IGNORECASE):
            return cautious(item.reading, found)
        is_named = part.own_before.startswith(whole.own_before[-2:]) and len(whole.own_before) >= len("新建")
        if is_shared or is_named:
            return cautious(item.reading, found)
    return None
