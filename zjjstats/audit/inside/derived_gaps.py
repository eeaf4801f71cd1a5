"""Differences of amounts and of percentages that the figures around a figure give."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from itertools import permutations
from operator import attrgetter

from zjjstats.audit.inside.derived_growth import FROM, THAN_BEHIND, TO
from zjjstats.audit.inside.differences import difference, is_level
from zjjstats.audit.inside.parts_around import (
    AHEAD,
    BACK,
    EARLIER,
    LONG,
    PAIR,
    are_like,
    around,
    is_next,
)
from zjjstats.audit.judging.findings import Finding, cautious, is_slip, judged, told
from zjjstats.audit.judging.quantities import HUNDRED, amount, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

# A difference below this comes out by chance.
FEW_MORE = 10
# From here on, digits do not come out by chance; what is left of a plan needs one less.
MANY_DIGITS = 4
LEFT = re.compile("尚有|还有|还差|尚差|剩|缺口|still to be|remain|left", re.IGNORECASE)
OF_YEAR = re.compile(r",? (?:in|for|at the end of) (?:(?:19|20)[0-9]{2}|\0)")
OTHER_NAMED = re.compile("(?:[比较于]|[高低超]出)(?!前者|后者|其)[^，。；]{2,}$")
EXTREMES = re.compile(
    r"首尾|头尾|最高[^，。]{0,8}最低|最快[^，。]{0,8}最慢|best [^.]{0,12}worst|(?:highest|fastest|first)[^.]{0,16}(?:lowest|slowest|last)|\bspread\b|first[- ]named",
    re.IGNORECASE,
)
SET_BESIDE = re.compile("[比较与同][^，。；]{0,12}$")
SLOWED = re.compile(
    r"回落|放缓|减缓|下降|降低|\bslow(?:down|ed|s|ing)\b|slacken|decelerat|\ba (?:loss|fall|drop|decline)\b",
    re.IGNORECASE,
)
SPED = re.compile(r"加快|提高|上升|提升|\b(?:speed-?up|sped|quicken\w*|accelerat\w*|a (?:gain|rise))\b", re.IGNORECASE)
BASE = re.compile(
    r"(?:上年|去年|同期|[由从]|\b(?:compared with|compared to|against|from))[^，。；,;0-9]{0,12}$", re.IGNORECASE
)
GAP = re.compile(
    r"点|差|相差|差距|gap|differ|lead|ahead|above|below|higher|lower|faster|slower|more|less|up|down|by", re.IGNORECASE
)


def derived_difference(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """How much more, less or left = the difference of two like figures."""
    if item.reading.approximate or item.cell is not None:
        return None
    if (far := far_apart(items, item, lang)) is not None or not is_delta(item):
        return far
    parts = [one for one in around(items, item) if are_like(one, item)]
    pairs = [(one, other) for one, other in permutations(parts, PAIR) if amount(one) > amount(other)]
    if item.reading.value < HUNDRED and not item.reading.decimals:
        likes = [one.number for one in parts if one.number < item.number][-PAIR:]
        pairs = [pair for pair in pairs if is_next(item, pair) or {one.number for one in pair} == set(likes)]
    for one, other in pairs:
        found = amounts_apart(item, one, other, lang)
        if found and found.verdict == "confirmed":
            return found
    beside = [pair for pair in pairs if is_next(item, pair) and max(one.number for one in pair) < item.number]
    if (item.reading.kind != "amount" and item.reading.value < FEW_MORE) or (not beside and len(pairs) > 1):
        return None
    one, other = (beside or pairs)[0] if pairs else (item, item)
    total = amount(one) + amount(other) + amount(item)
    if any(amount(whole) == total for whole in parts):
        # 项目86个，其中在建52个、竣工21个、未开工13个: one of three that make a whole is no difference of the others.
        return None
    return cautious(item.reading, amounts_apart(item, one, other, lang)) if is_next(item, (one, other)) else None


def far_apart(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The difference, to the last of many digits, of two amounts told before in whichever paragraph."""
    digits = len(item.reading.value.as_tuple().digits)
    if item.reading.kind != "amount" or digits < (
        MANY_DIGITS if LEFT.search(item.before) or is_delta(item) else MANY_DIGITS + 1
    ):
        return None
    likes = [
        one
        for one in items[max(0, item.number - BACK - PAIR) : item.number]
        if one.reading.unit == item.reading.unit and one.reading.kind == "amount" and one.cell is None
    ]
    for one, other in permutations(likes, PAIR):
        if one.reading.value - other.reading.value == item.reading.value:
            return amounts_apart(item, one, other, lang)
    return None


def amounts_apart(item: Item, one: Item, other: Item, lang: Lang) -> Finding | None:
    """The finding for the difference of two figures, in the unit of the third."""
    high, low = (of.reading.value for of in (one, other))
    if one.reading.kind in ("count", "amount"):
        high, low = (amount(of).scaleb(-scale(item)) for of in (one, other))
    shown = {"one": told(high), "other": told(low), "value": told(high - low)}
    return judged(item.reading, high - low, say(lang, "difference", **shown), computed=False)


def derived_gap(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """Points between two percentages of the same sentence."""
    if item.reading.approximate or item.cell is not None or not GAP.search(item.before[-20:] + item.after[:20] + "by"):
        return None
    levels, is_here = levels_around(items, item)
    pairs = [(one, other) for one, other in permutations(levels, PAIR) if one.reading.value > other.reading.value]
    if len(levels) > LONG and is_here:
        beside = [pair for pair in pairs if is_next(item, pair)]
        nearest = [pair for pair in pairs if item.number - 1 in (pair[0].number, pair[1].number)]
        pairs = beside or (nearest if SET_BESIDE.search(items[item.number - 1].before) else [])
    found = [difference(item, *pair, lang, lower=False) for pair in pairs]
    found += [amounts_apart(item, *pair, lang) for pair in pairs]
    for pair, one in zip([*pairs, *pairs], found, strict=True):
        if one and one.verdict == "confirmed" and is_that_way(item, *pair):
            return one
    return of_only_pair(item, levels, pairs[0], found[0]) if is_here and len(pairs) == 1 else None


def levels_around(items: list[Item], item: Item) -> tuple[list[Item], bool]:
    """The percentages that a gap may lie between, and whether they are those of its own sentence."""
    window = items[max(0, item.number - BACK) : item.number + AHEAD + 1]
    near = [one for one in window if is_level(one) and one.paragraph == item.paragraph and one.cell is None]
    if EXTREMES.search(item.before):
        near = [one for one in near if one.number < item.number]
        ends = [end(near, key=attrgetter("reading.value")) for end in (max, min) if near]
        # The spread was 2.3 points in 2021: of another time than what is told before it.
        return ends, not OF_YEAR.match(item.after)
    here = [one for one in near if one.sentence == item.sentence]
    if sum(one.segment == item.segment and one.number < item.number for one in here) >= PAIR:
        # Behind a semicolon others are told: from 6.7 to 5.5, a loss of 1.2; elsewhere from 8.0 to 6.3.
        here = [one for one in here if one.segment <= item.segment]
    last = [one for one in near if one.sentence == item.sentence - 1]
    levels = here if len(here) > 1 else last[-1:] + here if here else last if item.reading.decimals else []
    return levels, levels is here and not EARLIER.search(item.own_before)


def of_only_pair(item: Item, levels: list[Item], pair: tuple[Item, Item], finding: Finding | None) -> Finding | None:
    """The gap between the only two percentages around it; by a single wrong digit, unless words name both ends."""
    # Compared with something that is named, the two figures beside it may be others.
    is_named = OTHER_NAMED.search(item.own_before) or THAN_BEHIND.match(item.after)
    if is_named or len(levels) != PAIR or finding is None or finding.expected is None:
        return None
    is_told = levels[1].number < item.number or levels[1].segment == item.segment
    if not is_told or not (is_next(item, pair) or EXTREMES.search(item.before)):
        return None
    if FROM.search(levels[0].own_before) and TO.search(levels[1].before):
        return finding
    return finding if is_slip(item.reading.value, finding.expected, item.reading.decimals) else None


def is_that_way(item: Item, high: Item, low: Item) -> bool:
    """Whether a gap goes the way that its words say, where one level is said to be the earlier one."""
    words = item.before[-24:] + item.after[:16]
    is_slow, is_fast = bool(SLOWED.search(words)), bool(SPED.search(words))
    bases = [one for one in (high, low) if BASE.search(one.before)]
    if is_slow == is_fast or len(bases) != 1:
        return True
    return (bases[0] is high) == is_slow
