"""Shares in English of the figure printed right before them: 9.8 billion yuan, which is 45 per cent of the total.

The whole is the figure told just before the part, the one whose noun stands behind the share, or the one of which a
share beside it was taken. Far-off wholes only confirm, and only where the share holds to a digit more than is printed.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal

from zjjstats.audit.inside.growth import is_base
from zjjstats.audit.inside.named_figures import earlier, nouns
from zjjstats.audit.inside.parts_around import are_like
from zjjstats.audit.inside.pointed_wholes import NEARLY
from zjjstats.audit.judging.findings import Finding, cautious, only_confirmed
from zjjstats.audit.judging.quantities import HUNDRED, amount, ratio
from zjjstats.audit.reading.deltas import AFTER, is_delta
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

PAIR, DIGITS = 2, 3
OVER = re.compile(
    r"(?:^|[,;:(—–]| - |\b(?:and|so)\b) ?(?:(?:or|i\.e\.,?|so|and) ?)?(?:(?:that|this|which|it) (?:is|was|makes?|made|equals|comes to|came to|gives?|gave|means|represents?|amounts? to|amounted to|corresponds to|works out at)|that is to say|equal to|"
    r"equivalent to|namely|making|representing|accounting for|a share of)?(?: ?(?:only|just|exactly|fully|precisely|some|a full|a mere))? ?$",
    re.IGNORECASE,
)
# Not 5% more than, and 12.5% of sales, but not 8% of growth.
OF_NOUN = re.compile(r" ?of (?:all |the |its |their |our |these |those |his |her )*(?P<noun>[A-Za-z][A-Za-z -]{2,40})")
POINTED = re.compile(r"(?:it|that|this|them|these|those|which|the (?:total|whole|sum|lot|list)|all)\b", re.IGNORECASE)
OF_THEM = re.compile(r" of (?:which|them|these|those|it|that|this)\b|, of (?:which|these|them) ")
NEITHER = re.compile(
    r"\b(?:growth|increase|rise|fall|drop|decline|up|down|grew|rose|fell|more|less|fewer)\b", re.IGNORECASE
)
# Hexi's share is 44.8%; the share of machinery came to 31%.
OWN_SHARE = re.compile(
    r"\b(?:(?P<one>[A-Z]\w+)['’]s (?:share|part|portion|proportion|weight)|(?:share|proportion|portion|weight) of (?:the )?(?P<other>[A-Za-z]\w{2,})) (?:is|was|stands at|stood at|comes to|came to|amounts to|amounted to|works out at|equals) (?:just |only )?$"
)
# Alpha alone has 32%.
HOLDS = re.compile(
    r"\b(?P<name>[A-Z][a-z]\w+)(?:,? (?:alone|itself|on its own))?,? (?:has|had|holds|held|takes|took|ha[sd] taken|commands?|account(?:s|ed) for|makes up|made up|contribut(?:es|ed)|represent(?:s|ed)) (?:just |only )?$"
)
# 63 of the listed 175.
OF_NEXT_NAMED = re.compile(r" (?:out )?of (?:the |its |these |those |all |our )?(?:[a-z]+ ){0,2}")
THAT_IS = re.compile(
    r"^[\s“\"]*(?:That|This|It|Which) (?:is|was|makes|made|gives|gave|equals|means|comes to|came to|amounts to)\b"
)


def told_over(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The share that the figure right before a percentage is of a whole told before it."""
    if (match := OWN_SHARE.search(item.own_before)) is not None:
        return share_of_list(items, item, match["one"] or match["other"], lang)
    if (match := HOLDS.search(item.own_before)) is not None and item.reading.kind != "growth":
        return share_of_list(items, item, match["name"], lang)
    part = part_before(items, item)
    if part is None:
        return None
    wholes = [
        one
        for one in earlier(items, item, lambda one: is_whole(one, part))
        if one.number < part.number and amount(one) >= amount(part)
    ]
    of = OF_NOUN.match(item.after)
    if of and not POINTED.match(of["noun"]) and nouns(of["noun"]):
        named = [one for one in wholes if nouns(of["noun"]) & nouns(f"{sentence_before(items, one)} {one.own_after}")]
        return first_exact(item, part, named, lang) or (of_neighbour(items, item, part, lang) if not named else None)
    near = [one for one in wholes if one.sentence >= item.sentence - 1]
    last = [one for one in near if one.number == part.number - 1 or one.sentence == item.sentence - 1][-PAIR:]
    found = next((found for one in last if (found := only_confirmed(ratio(item, part, one, lang)))), None)
    if found is None:
        found = first_exact(item, part, wholes, lang)
    now = [one for one in near if not is_base(one)]
    near = now if len(now) == 1 else near
    is_tied = len(near) == 1 or any(one.number == part.number - 1 and one.sentence == part.sentence for one in near)
    if found is None and is_tied and OF_THEM.match(part.after):
        found = cautious(item.reading, ratio(item, part, near[-1], lang))
    return found or of_neighbour(items, item, part, lang)


def share_of_list(items: list[Item], item: Item, name: str, lang: Lang) -> Finding | None:
    """The share of one of a list, in the sum of the list; where that sum is printed before too, a wrong digit is told."""
    if item.reading.approximate or item.cell is not None:
        return None
    before = earlier(items, item, lambda one: is_whole(one, one))
    bears = re.compile(rf"\b{re.escape(name)}\b[^,;.]*$")
    named = [one for one in before if bears.search(one.before) or bears.search(one.own_after)]
    named = [one for one in named if not is_delta(one)]
    if not named:
        return None
    part = named[-1]
    run = [one for one in before if one.sentence == part.sentence and are_like(one, part)]
    total = sum(map(amount, run), Decimal(0))
    wholes = [one for one in before if are_like(one, part) and one not in run and amount(one) == total]
    if len(run) >= PAIR and wholes:
        return cautious(item.reading, ratio(item, part, wholes[-1], lang))
    return first_exact(item, part, [one for one in before if are_like(one, part) and amount(one) > amount(part)], lang)


def part_before(items: list[Item], item: Item) -> Item | None:
    """The figure right before a percentage that only tells it over; None where it is growth, or tells something new."""
    part = items[item.number - 1] if item.number else item
    # Fell at 24 (15%): a bracket behind a count may stand in a clause with a verb of growth.
    is_growth = item.reading.kind == "growth" and not (item.before.endswith("(") and part.reading.kind == "count")
    if item.reading.approximate or item.cell is not None or item.reading.kind == "range" or is_growth:
        return None
    is_here = part.sentence == item.sentence or (part.sentence == item.sentence - 1 and THAT_IS.match(item.before))
    if (
        not (is_here and is_whole(part, part))
        or is_delta(part)
        or AFTER.match(item.after)
        or NEITHER.search(item.own_before)
    ):
        return None
    return part if OVER.search(item.before) or OF_NOUN.match(item.after) else None


def is_whole(one: Item, part: Item) -> bool:
    """Whether a figure is a plain count or amount like another one."""
    return is_plain(one) and are_like(one, part)


def is_plain(one: Item) -> bool:
    """Whether a figure is a count or an amount to the digit, outside of tables."""
    is_exact = one.cell is None and not one.reading.approximate
    return one.reading.kind in ("count", "amount") and is_exact and bool(amount(one))


def first_exact(item: Item, part: Item, wholes: list[Item], lang: Lang) -> Finding | None:
    """The share of the nearest whole that gives it, to a digit more than is printed where few are."""
    for whole in reversed(wholes):
        exact = amount(part) / amount(whole) * HUNDRED
        is_long = item.reading.decimals and len(item.reading.value.as_tuple().digits) >= DIGITS
        if is_long or abs(exact - item.reading.value) <= NEARLY:
            found = only_confirmed(ratio(item, part, whole, lang))
            if found:
                return found
    return None


def of_neighbour(items: list[Item], item: Item, part: Item, lang: Lang) -> Finding | None:
    """A share of the whole that the share told before it in its sentence was taken of: it refutes one wrong digit."""
    for other in reversed(items[max(0, item.number - 6) : part.number]):
        if other.sentence != item.sentence:
            return None
        whole = whole_of(items, other, lang) if other.reading.unit == "pct" else None
        if whole is not None and are_like(whole, part) and whole.number < part.number and amount(whole) >= amount(part):
            return cautious(item.reading, ratio(item, part, whole, lang))
    return None


def whole_of(items: list[Item], share: Item, lang: Lang) -> Item | None:
    """The whole that a share told over was taken of, if it holds: of 96 of 160 (60%), or 2.6 (40%), the nearest that gives it."""
    its = part_before(items, share)
    if its is None:
        return None
    of = items[its.number - 1] if its.number else its
    if OF_NEXT_NAMED.fullmatch(of.after) and are_like(of, its):
        return its if first_exact(share, of, [its], lang) else None
    part = its
    wholes = [one for one in earlier(items, share, is_plain) if are_like(one, part)]
    wholes = [one for one in wholes if one.number < part.number and amount(one) >= amount(part)]
    return next((one for one in reversed(wholes) if first_exact(share, part, [one], lang)), None)
