"""Growth that the figures around a figure give."""

from __future__ import annotations

import re
from itertools import permutations

from zjjstats.audit.inside.parts_around import (
    AHEAD,
    BACK,
    EARLIER,
    PAIR,
    are_like,
    around,
    sentence_start,
)
from zjjstats.audit.judging.findings import Finding, judged, told
from zjjstats.audit.judging.quantities import HUNDRED, amount, falls, spread
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

RISES = re.compile(
    r"增长|增加|上升|提高|上涨|\b(?:rose|risen|rise|grew|grown|growth|increas\w*|gain\w*|climb\w*|up)\b", re.IGNORECASE
)
FROM = re.compile(r"(?:[由从]|\bfrom )[^，。；,;]{0,10}$", re.IGNORECASE)
TO = re.compile(r"(?:[至到]|\bto )$", re.IGNORECASE)
THAN_BEHIND = re.compile(
    r" (?:more|less|fewer|higher|lower|above|below|up|down|over|under|better|worse)\b[^.;]{0,48}$", re.IGNORECASE
)


def derived_growth(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A growth that a value and an earlier one give."""
    if item.reading.approximate or item.cell is not None or item.reading.unit != "pct" or item.reading.kind == "range":
        return None
    parts = [one for one in around(items, item) if not is_delta(one)]
    pairs = [
        (now, base)
        for now, base in permutations(parts, PAIR)
        if are_like(now, base)
        and EARLIER.search(f"{base.before[-30:]}·{base.after[:30]}")
        and now.reading.value != base.reading.value
    ]
    if item.reading.decimals > 0:
        pairs += years_apart(items, item)
    pairs = [(now, base) for now, base in pairs if is_same_name(items, now, base)]
    findings = [growth(item, *pair, lang) for pair in pairs]
    return next((found for found in findings if found and found.verdict == "confirmed"), None)


def is_same_name(items: list[Item], now: Item, base: Item) -> bool:
    """Whether two values may be of one thing: of a base that is named, a value before it that bears the name."""
    name = re.match("[一-鿿]{2}", base.own_before)
    near = items[max(0, base.number - BACK) : base.number]
    named = [one for one in near if name and are_like(one, base) and re.search(rf"(?<![进]){name[0]}$", one.own_before)]
    return not named or now in named


def years_apart(items: list[Item], item: Item) -> list[tuple[Item, Item]]:
    """Values of the paragraph of which one's sentence tells an earlier year."""
    parts = [
        one
        for one in items[max(0, item.number - BACK - AHEAD) : item.number]
        if one.paragraph == item.paragraph
        and one.reading.kind in ("count", "amount")
        and not is_delta(one)
        and amount(one)
    ]
    return [
        (now, base)
        for now, base in permutations(parts, PAIR)
        if are_like(now, base)
        and EARLIER.search(f"{sentence_start(items, base)}·{base.before[-30:]}·{base.after[:30]}")
        and now.reading.value != base.reading.value
    ]


def growth(item: Item, now: Item, base: Item, lang: Lang) -> Finding | None:
    """The finding for a growth from one figure to another."""
    exact = (amount(now) / amount(base) - 1) * HUNDRED
    blanks = {"now": told(now.reading.value), "before": told(base.reading.value)}
    evidence = say(lang, "growth", **blanks, value=told(exact, max(item.reading.decimals, 0) + 2))
    is_other_way = (
        exact < 0 and not falls(item) and (item.reading.kind != "growth" or RISES.search(item.own_before))
    ) or (exact > 0 and falls(item))
    finding = judged(item.reading, abs(exact), evidence, spread=spread(exact + HUNDRED, now, base))
    return None if is_other_way and finding and finding.verdict != "contradicted" else finding
