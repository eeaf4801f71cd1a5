"""Growth recomputed from the values that the text names, or the earlier value that it implies."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import AHEAD, COMPARABLE, HUNDRED, amount, falls, measure, near, spread
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

BASE = re.compile(
    r"上年|去年|同期|上期|年初|从|由|(?:19|20)[0-9]{2}|last year|previous year|year earlier|year ago|year before|\bfrom\b|before",
    re.IGNORECASE,
)
# Of these too, yet many a release does divide the two amounts that it prints.
SURVEYED = re.compile(r"规模|投资|above designated|invest", re.IGNORECASE)
ADDED = re.compile(r"(?:净增|增加|净增加)[一-鿿]{0,6}$|(?i:(?:added|adding|net gain of|a rise of|an increase of) $)")
REACHED = re.compile(r"达到?|增至|升至|总数|reach|to $|total|bringing|taking", re.IGNORECASE)
FROM = re.compile(r"(?:[由从]|\b(?:from|against|than) )(?:the )?$", re.IGNORECASE)
NAME = re.compile(r"\b([A-Z]\w{2,})(?:['’]s)?(?: [a-z]+){1,4} $")
FAR = 12
IN_YEAR = re.compile(r",? (?:in|for) ((?:19|20)[0-9]{2})\b")
# The machines rose by 50%, the firms by 20%, and the average firm went from 20 machines to 25.
NEXT_CLAUSE = re.compile(r"[,;]? (?:and|while|but) (?!from\b|to\b)|[；;]|[，,]?而")
GROWN_BY = re.compile(r"(?:增长|增加|提高|扩大)了?(?:近|约|超过?)?$")


def growth_check(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A growth = now ÷ before - 1, from two values of which one is said to be the earlier."""
    parts = [*near(items, item), *near(items, item, ahead=AHEAD)]
    bases = [other for other in parts if is_base(other) or other is times_of(items, item)]
    if not bases:
        return from_increase(parts, item, lang)
    bases = earliest(bases)
    base = min(bases, key=lambda other: (other is not times_of(items, item), abs(other.number - item.number)))
    likes = [one for one in parts if one is not base and measure(one) == measure(base) and not is_delta(one)]
    if not likes or not amount(base):
        return None
    now = min(likes, key=lambda other: abs(other.number - base.number))
    exact = amount(now) / amount(base)
    blanks = {"now": told(now.reading.value), "before": told(base.reading.value)}
    if item.reading.unit == "multiple":
        if GROWN_BY.search(item.own_before):
            # 增长1.5倍 means 2.5 times as much; writers also mean 1.5 times, so that only the strict reading tells.
            evidence = say(lang, "multiple.more", **blanks, value=told(exact - 1, item.reading.decimals + 2))
            strict = judged(item.reading, exact - 1, evidence, spread=spread(exact, now, base))
            loose = judged(item.reading, exact, evidence)
            return None if loose and loose.verdict == "confirmed" else cautious(item.reading, strict)
        evidence = say(lang, "multiple", **blanks, value=told(exact, item.reading.decimals + 2))
        return cautious(item.reading, judged(item.reading, exact, evidence, spread=spread(exact, now, base)))
    signed = (exact - 1) * HUNDRED
    evidence = say(lang, "growth", **blanks, value=told(signed, item.reading.decimals + 2))
    finding = judged(
        item.reading, -signed if falls(item) else signed, evidence, spread=spread(exact * HUNDRED, now, base)
    )
    words = now.before + base.before + item.before + now.after + base.after
    is_of_next = min(now.number, base.number) > item.number and NEXT_CLAUSE.match(item.after)
    if COMPARABLE.search(words) or is_of_next:
        return only_confirmed(finding)
    is_loose = len(likes) > 1 or SURVEYED.search(words)
    return cautious(item.reading, finding) if is_loose else finding


def earliest(bases: list[Item]) -> list[Item]:
    """Of several values that are told to be of some year, those that something rises from, or of the earliest year."""
    left = [one for one in bases if FROM.search(one.own_before)]
    if len(bases) == 1 or left:
        return left or bases
    years = {one.number: year.group(1) for one in bases if (year := IN_YEAR.match(one.after))}
    return [one for one in bases if years.get(one.number) == min(years.values())] if years else bases


def times_of(items: list[Item], item: Item) -> Item | None:
    """What a multiple is a multiple of: 3000人的两倍, twice the 3,000."""
    if item.reading.unit != "multiple":
        return None
    if item.before.strip(")） ") == "的" and item.number:
        return items[item.number - 1]
    is_before = re.fullmatch(
        r",? (?:as (?:many|much|large|big|high) as |that of |the )(?:the |that of |those of )*", item.after
    )
    return items[item.number + 1] if is_before and item.number + 1 < len(items) else None


def growth_from_base(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A growth from the amount right behind it to the one that bears its name: Alpha gained 20% from 400 million yuan."""
    base = items[item.number + 1] if item.number + 1 < len(items) else item
    name = NAME.search(item.own_before)
    if name is None or not re.fullmatch(r" from (?:the )?", item.after) or base.segment != item.segment:
        return None
    bears = re.compile(rf"\b{re.escape(name[1])}\b[^,;.0-9]*$")
    window = items[max(0, item.number - FAR) : item.number]
    named = [one for one in window if measure(one) == measure(base) and bears.search(one.before) and not is_delta(one)]
    if not named or not amount(base) or base.reading.kind not in ("count", "amount"):
        return None
    exact = (amount(named[-1]) / amount(base) - 1) * HUNDRED
    blanks = {
        "now": told(amount(named[-1])),
        "before": told(amount(base)),
        "value": told(exact, item.reading.decimals + 2),
    }
    return only_confirmed(judged(item.reading, -exact if falls(item) else exact, say(lang, "growth", **blanks)))


def from_increase(parts: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A growth from the increase itself and what it led to: 3 more make 15, which is 25 % more."""
    added = next((other for other in reversed(parts) if ADDED.search(other.own_before)), None)
    if added is None or item.reading.unit != "pct":
        return None
    now = next(
        (other for other in parts if other.number == added.number + 1 and measure(other) == measure(added)), None
    )
    if now is None or not REACHED.search(now.own_before) or amount(now) <= amount(added):
        return None
    exact = amount(added) / (amount(now) - amount(added)) * HUNDRED
    blanks = {"added": told(added.reading.value), "now": told(now.reading.value)}
    evidence = say(lang, "growth.added", **blanks, value=told(exact, item.reading.decimals + 2))
    return cautious(item.reading, judged(item.reading, exact, evidence))


def is_base(item: Item) -> bool:
    """Whether a figure is said to be of an earlier time."""
    before = item.own_before[-24:]
    return bool(
        re.search(
            r"(?:上年|去年|(?<!今年)(?<!本年)同期|上期|年初|(?:19|20)[0-9]{2}年)(?:同期|全年|末|底)?(?:的|为|是|只有|仅|仅有|仅为)?$|[从由]$|\bfrom (?:the )?$|(?:the |against |with |on )(?:the )?$",
            before,
        )
        and (BASE.search(before) or BASE.search(item.after[:40]))
    ) or bool(
        re.match(
            r" ?(?:\w+ ){0,3}(?:a year (?:earlier|ago|before)|(?:in )?(?:the )?(?:last|previous) year|the year before|in (?:19|20)[0-9]{2})",
            item.after,
        )
    )
