"""What English clauses add up or take away of figures told sentences before: totals of parallel sentences, what is left.

Such ties confirm; they refute nothing, for another figure may be meant.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, groupby

from zjjstats.audit.inside.derived_gaps import amounts_apart
from zjjstats.audit.inside.named_figures import earlier
from zjjstats.audit.inside.parts_around import EARLIER, are_like
from zjjstats.audit.inside.sums import sum_finding
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import amount, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

PAIR, DIGITS, MANY_DIGITS, LIKES, LARGE = 2, 2, 5, 8, 100
TOGETHER = re.compile(
    r"\b(?:together|in (?:all|total|sum)|overall|combined|altogether|both|between them|added up|all told|put together|jointly)\b",
    re.IGNORECASE,
)
LEFT = re.compile(
    r"\b(?:remaining|remainder|rest|leav(?:es?|ing)|left|balance|outstanding|difference)\b[^,.;]{0,24}$|\bthe others? $",
    re.IGNORECASE,
)
REST = re.compile(r", the (?:rest|others|remainder|remaining ones)\b")
NOT_YET = re.compile(
    r"(?: [a-z-]+){0,3}? (?:(?:ha(?:s|ve|d)|were|was|are|is|do|did) (?:not|yet|still|n[’']t)|remain\w*|left\b|still\b|to go\b|outstanding|(?:are |were )?(?:yet )?to be )|, (?:the (?:rest|others|remainder|remaining ones))\b",
    re.IGNORECASE,
)
FEWER = re.compile(
    r"\b(?:down|up|more|fewer|less|risen|fallen|grown|shrunk|rose|fell|dropped|grew|decreas\w+|increas\w+|lower|higher) by (?:just |only )?$|\b(?:a|an) (?:loss|gain|fall|rise|drop|increase|decrease) of (?:just |only )?$",
    re.IGNORECASE,
)


def likes_before(items: list[Item], item: Item, like: Item) -> list[Item]:
    """The counts or amounts of one kind told before a figure in its paragraph and the two before."""
    return earlier(
        items,
        item,
        lambda one: (
            one.reading.kind in ("count", "amount")
            and are_like(one, like)
            and bool(amount(one))
            and not one.reading.approximate
        ),
    )


def parallel_total(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The sum of the figures that stand alike in the sentences before: of 22 15, of 20 19; together 34 of 42."""
    if item.reading.approximate or item.cell is not None or not TOGETHER.search(sentence_before(items, item)):
        return None
    before = [one for one in likes_before(items, item, item) if one.sentence < item.sentence]
    groups = [list(group) for _, group in groupby(before, key=lambda one: (one.sentence, one.segment))]
    for size in (PAIR, PAIR + 1):
        last = groups[-size:]
        if len(last) == size and len({len(group) for group in last}) == 1:
            for parts in zip(*last, strict=True):
                if sum(map(amount, parts), Decimal(0)) == amount(item):
                    return only_confirmed(sum_finding(item, list(parts), lang))
    return far_total(items, item, before, lang)


def far_total(items: list[Item], item: Item, before: list[Item], lang: Lang) -> Finding | None:
    """A total with many digits of the figures of its sentence and of some told before it."""
    if len(item.reading.value.as_tuple().digits) < MANY_DIGITS:
        return None
    here = [one for one in likes_before(items, item, item) if one.sentence == item.sentence]
    for size in range(4):
        for more in combinations(before[-LIKES:], size):
            parts = [*more, *here]
            if len(parts) >= PAIR and sum(map(amount, parts), Decimal(0)) == amount(item):
                return only_confirmed(sum_finding(item, parts, lang))
    return None


def left_over(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """What is left = a whole less the part told last, or less all parts since; or what one figure is more than another."""
    if item.reading.approximate or item.cell is not None:
        return None
    likes = likes_before(items, item, item)
    if amount(item) < LARGE:
        likes = [one for one in likes if one.paragraph == item.paragraph]
    if FEWER.search(item.before):
        return more_or_fewer(likes, item, lang)
    if not (LEFT.search(item.own_before) or NOT_YET.match(item.after)):
        return None
    ways = [(whole, likes[place + 1 :]) for place, whole in enumerate(likes[:-1])]
    if REST.match(item.after):
        # The rest is what no part of the largest before it is.
        ways = [way for way in ways if amount(way[0]) == max(map(amount, likes))]
    else:
        ways += [(whole, [part]) for whole, part in pairs_of_whole(likes, item)]
    holding = (way for way in ways if amount(way[0]) - sum(map(amount, way[1]), Decimal(0)) == amount(item))
    way = next(holding, None)
    return left_of(item, *way, lang) if way is not None else None


def more_or_fewer(likes: list[Item], item: Item, lang: Lang) -> Finding | None:
    """By how much a figure is up or down on the one that is told to be of an earlier time."""
    bases = [one for one in likes if EARLIER.search(one.before[-40:]) and one.sentence >= item.sentence - 1]
    for base in bases:
        for other in likes:
            high, low = sorted((base, other), key=amount, reverse=True)
            if other is not base and amount(high) - amount(low) == amount(item):
                return only_confirmed(amounts_apart(item, high, low, lang))
    return None


def pairs_of_whole(likes: list[Item], item: Item) -> Iterator[tuple[Item, Item]]:
    """A whole and the part of it that may be meant: the last two told, or for numbers no chance gives any two."""
    if len(likes) >= PAIR:
        yield likes[-PAIR], likes[-1]
    if len(item.reading.value.as_tuple().digits) > DIGITS:
        yield from combinations(likes, PAIR)


def left_of(item: Item, whole: Item, parts: list[Item], lang: Lang) -> Finding | None:
    """The finding for what is left of a whole."""
    exact = amount(whole) - sum(map(amount, parts), Decimal(0))
    shown = {"one": told(amount(whole)), "other": " − ".join(told(amount(one)) for one in parts), "value": told(exact)}
    return only_confirmed(
        judged(item.reading, exact.scaleb(-scale(item)), say(lang, "difference", **shown), computed=False)
    )
