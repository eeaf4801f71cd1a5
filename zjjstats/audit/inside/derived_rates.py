"""What the figures around a figure give by arithmetic, where its words say that it is made of such.

The parts are those of its sentence, or of the one before that it refers back to; they count the same things. So far
from the last printed digit two figures do not meet by chance, or they stand right beside it. These checks confirm;
they refute only where no other parts are possible and a single digit is wrong.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from itertools import permutations

from zjjstats.audit.inside.parts_around import (
    PAIR,
    are_like,
    are_of_one_time,
    around,
    distance,
    is_next,
)
from zjjstats.audit.judging.findings import Finding, is_slip, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import HUNDRED, amount, changes, ratio
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rate_words import FAMILIES, PLAN, STEM
from zjjstats.phrases import Lang

ROLES = re.compile(
    r"中|里|其中|占|为|的|率|共|总|应|实|已|有|\b(?:of|among|out of|from|which|these|them|total|all|planned|target|budget|rate|share|or|equal|making|meaning|i\.e\.)\b",
    re.IGNORECASE,
)

# So many letters tell a verb from its noun: settled, settlement.
LETTERS = 6
# Not of what is done of a plan.
REDUCED = re.compile("(?<![开动完竣复投]工)(?<!完成)(?<!投产)[一-鿿]{2}[率幅]为?(?:达到?)?$")
LEAVES, REACHES = re.compile("[由从][一-鿿]{0,6}$"), re.compile("[减降压缩少退][一-鿿]{0,3}[到至为]$")


def derived_rate(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A rate or share that two like figures give, whichever way they are told."""
    if item.reading.kind in ("growth", "range") or item.reading.approximate or item.cell is not None or changes(item):
        return None
    if (of_less := reduced(items, item, lang)) is not None:
        return of_less
    # What the next segment tells is of another rate.
    parts = [one for one in around(items, item) if one.number < item.number or one.segment == item.segment]
    words = item.own_before + " " + item.own_after
    stem = STEM.search(words)
    known = any(rate.search(words) for rate, _ in FAMILIES)
    said = "".join(one.before + one.after for one in parts)
    if stem and not known and (stem[1] or stem[2]).lower()[:LETTERS] not in said.replace(words, "").lower():
        return None
    pairs = [
        (part, whole)
        for part, whole in permutations(parts, PAIR)
        if are_like(part, whole)
        and are_of_one_time(part, whole)
        and (amount(part) <= amount(whole) or PLAN.search(whole.before))
        and ROLES.search(whole.before + part.before + part.after + words)
    ]
    return settled(item, pairs, [ratio(item, *pair, lang) for pair in pairs])


def reduced(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The rate at which something was brought down, from the two values before it: 由9.2减少到6.9，盘活率25%."""
    both = items[max(0, item.number - PAIR) : item.number]
    if len(both) < PAIR or not REDUCED.search(item.own_before) or any(one.segment != item.segment for one in both):
        return None
    first, last = both
    is_move = LEAVES.search(first.own_before) and REACHES.search(last.before) and are_like(first, last)
    if not is_move or not amount(first) or amount(last) >= amount(first):
        return None
    exact = (amount(first) - amount(last)) / amount(first) * HUNDRED
    shown = {"now": told(last.reading.value), "before": told(first.reading.value)}
    evidence = say(lang, "growth", **shown, value=told(-exact, item.reading.decimals + 2))
    return only_confirmed(judged(item.reading, exact, evidence))


def settled(item: Item, pairs: list[tuple[Item, Item]], findings: list[Finding | None]) -> Finding | None:
    """Of what pairs give, that which holds; where there is but one pair, right beside it, a wrong digit too."""
    holding = [
        (pair, finding)
        for pair, finding in zip(pairs, findings, strict=True)
        if finding and finding.verdict == "confirmed" and (item.reading.decimals > 0 or is_next(item, pair))
    ]
    if holding:
        return min(holding, key=lambda one: distance(item, one[0]))[1]
    near = [finding for pair, finding in zip(pairs, findings, strict=True) if is_next(item, pair)]
    # Only two figures that the segment told before it are certain to be its parts.
    is_told = len(pairs) == 1 and all(one.segment == item.segment for one in pairs[0])
    if is_told and len(near) == 1 and near[0] and item.reading.decimals > 0:
        finding = near[0]
        if finding.verdict == "last-digit" or (
            finding.verdict == "contradicted"
            and finding.expected is not None
            and is_slip(item.reading.value, finding.expected, item.reading.decimals)
        ):
            return finding
    return None
