"""Multiples in English of figures that a clause points at: twice the provincial 14.1%, 1.43 times that, has doubled.

They confirm; they refute nothing, for another figure may be meant.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from zjjstats.audit.inside.derived_growth import YEARS
from zjjstats.audit.inside.differences import is_level
from zjjstats.audit.inside.named_figures import earlier
from zjjstats.audit.inside.parts_around import EARLIER, are_like
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import amount
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

PAIR, DIGITS, TENTH = 2, 3, 1
# Twice the rate of 14.1%: nothing but words without a comma stands between.
OF_NEXT = re.compile(r"(?: (?:that of|the|those of|what|as \w+ as|its|their)\b| [A-Z]\w+['’]s)[^,;:]*")
EACH = re.compile(
    r"\bformer\b.*?\blatter\b|\blatter\b.*?\bformer\b|\b(?:first|second)\b.*?\b(?:first|second)\b", re.DOTALL
)
OF_THAT = re.compile(
    r" (?:that\b|as (?:much|many|high|large|big|fast|great)\b|what\b|the (?:(?:19|20)[0-9]{2}\b|level|figure|number|amount|value|size|total|sum|rate)\b|its (?:level|size|value|(?:19|20)[0-9]{2})|larger|bigger|higher|more)",
    re.IGNORECASE,
)
CHANGED = re.compile(r"(?:doubl|tripl|trebl|quadrupl)(?:ed|ing|e)$", re.IGNORECASE)


def times_told(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A multiple of the figures that its clause points at."""
    if item.cell is not None:
        return None
    printed = item.reading
    if not printed.decimals:
        # Twice is meant to the tenth; nearly twice is a little less.
        printed = replace(printed, decimals=TENTH)
    printed = replace(printed, approximate=False)
    for now, base in pairs(items, item):
        if not base.reading.value:
            continue
        is_level_pair = now.reading.unit == "pct"
        exact = abs(now.reading.value / base.reading.value) if is_level_pair else amount(now) / amount(base)
        if item.reading.approximate and abs(exact - printed.value) <= Decimal("0.1"):
            exact = printed.value
        shown = {
            "now": told(now.reading.value),
            "before": told(base.reading.value),
            "value": told(exact, item.reading.decimals + 2),
        }
        if found := only_confirmed(judged(printed, exact, say(lang, "multiple", **shown))):
            return found
    return None


def pairs(items: list[Item], item: Item) -> Iterator[tuple[Item, Item]]:
    """What may be how many times what."""
    behind = items[item.number + 1] if item.number + 1 < len(items) else item
    before = earlier(items, item, is_plain)
    here = [one for one in before if one.sentence == item.sentence]
    last = [one for one in before if one.sentence == item.sentence - 1]
    if OF_NEXT.fullmatch(item.after) and is_plain(behind) and behind.sentence == item.sentence:
        yield from ((now, behind) for now in (here or last)[-1:] if are_like(now, behind))
        return
    words = f"{sentence_before(items, item)[-80:]} {item.own_after}"
    if each := EACH.search(words):
        both = (here or last)[-PAIR:]
        if len(both) == PAIR and is_like(*both):
            yield (both[0], both[1]) if re.match("former|first", each[0]) else (both[1], both[0])
        return
    if CHANGED.search(item.text):
        if re.fullmatch(r" to (?:reach |just |exactly )?", item.after) and is_plain(behind):
            # Since tripled to 3.3 billion yuan.
            yield from ((behind, base) for base in reversed(here or last) if is_like(behind, base))
            return
        near = [one for one in before if one.sentence >= item.sentence - PAIR]
        yield from (
            (now, base)
            for base in reversed(near)
            for now in reversed(near)
            if is_like(now, base) and abs(now.number - base.number) == 1 and is_earlier(items, base, now)
        )
    elif OF_THAT.match(item.after) and len(item.reading.value.as_tuple().digits) >= DIGITS - 1:
        bases = (here or last)[-1:]
        is_long = len(item.reading.value.as_tuple().digits) >= DIGITS
        for base in bases:
            likes = [one for one in before if one is not base and is_like(one, base)]
            yield from ((now, base) for now in (reversed(likes) if is_long else likes[-1:]))


def is_earlier(items: list[Item], base: Item, now: Item) -> bool:
    """Whether words make one of two figures the earlier one."""
    if base.number < now.number and base.segment == now.segment and YEARS.search(base.before + base.own_after):
        # Of two years of one segment the first is the earlier one, unless the second is told to be.
        return not re.search("\\b(?:from|against|compared|earlier|before|ago|last)\\b", now.before)
    words, others = (f"{sentence_before(items, one)} {one.own_after}" for one in (base, now))
    return bool(EARLIER.search(base.before) or (EARLIER.search(words) and not EARLIER.search(others)))


def is_plain(item: Item) -> bool:
    """Whether a figure can be a multiple of another: a percentage, a count, an amount."""
    return is_level(item) or (
        item.reading.kind in ("count", "amount") and not item.reading.approximate and bool(amount(item))
    )


def is_like(one: Item, other: Item) -> bool:
    """Whether two figures are of one kind."""
    if one.reading.unit == "pct" or other.reading.unit == "pct":
        return one.reading.unit == other.reading.unit and (one.reading.kind == "growth") == (
            other.reading.kind == "growth"
        )
    return are_like(one, other)
