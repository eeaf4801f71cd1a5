"""What English clauses take away of figures told sentences before: what is left, and how many fewer.

Such ties confirm; they refute nothing, for another figure may be meant.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from zjjstats.audit.inside.derived_gaps import amounts_apart
from zjjstats.audit.inside.named_figures import earlier
from zjjstats.audit.inside.parts_around import EARLIER, are_like
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import amount, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

PAIR, DIGITS, LARGE = 2, 2, 100
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
