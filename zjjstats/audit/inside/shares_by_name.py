"""Shares told by a name alone, 衡阳占9.13%: its part bears the name, its whole is told beside it or as the total.

And shares of several together, which are the sum of theirs: 两市合计占17.17%.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from zjjstats.audit.inside.levels_by_name import words_of
from zjjstats.audit.inside.parts_around import are_like
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import amount, ratio
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

REACH, PARAGRAPHS, PAIR, MOST = 32, 6, 2, 5
ALONE = re.compile(
    r"^(?:其中|而|也|则|仅|只|约)?占(?:比|到|了|去|据)?(?:全部|总[一-鿿]{1,4})?(?:的?比重|的?份额|的)?(?:为|达到?|约|是)?$"
)
NAMED = re.compile(
    r"^(?:其中|而|但|仅|又|单|光)?(?P<name>[一-鿿]{2,8}?)(?:则|就|仅|也|又|合)?占(?:比|到|了|去|据)?(?:全部|总[一-鿿]{1,4})?(?:的?比重|的?份额|的)?(?:为|达到?|约|是)?$"
)
TOGETHER = re.compile(
    r"(?:合计|合共|共|一共|总共|加起来|相加|[两二三四五](?:[市县区地项者家个类块]|大[^，。；]{1,4}))(?:合计|合共|共|一共|总共|加起来|相加)?占(?:比|到|了|据)?(?:的?比重|份额)?(?:为|达到?|约|是)?$"
)
TOTAL = re.compile("总|共|合计|全省|全市|全州|全部|全国|全县|全区|整体")
EARLIER = re.compile("上年|去年|前年|同期|年初|此前")
SIZES = {"两": 2, "二": 2, "三": 3, "四": 4}
BOTH = re.compile("两|二者")


def named_share(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The share of what a clause names alone."""
    match = NAMED.match(item.own_before)
    alone = ALONE.match(item.own_before)
    if not (match or alone) or item.reading.approximate or item.cell is not None or TOGETHER.search(item.own_before):
        return None
    if alone and (found := of_opening(items, item, lang)):
        return found
    near = [
        one
        for one in items[max(0, item.number - REACH) : item.number]
        if one.reading.kind in ("count", "amount") and one.paragraph >= item.paragraph - PARAGRAPHS and is_level(one)
    ]
    here = [one for one in near if one.sentence == item.sentence]
    wholes = [*here[::-1], *(one for one in near[::-1] if one not in here and TOTAL.search(one.own_before))]
    if match:
        parts = [one for one in near[::-1] if match["name"] in words_of(items, one)]
    else:
        # 制造业项目48个，占55.8%: of the total that was told before.
        parts = [one for one in near if one.number == item.number - 1 and one.segment == item.segment]
        wholes = [one for one in wholes if one not in here or TOTAL.search(one.own_before)]
    pairs = [
        (part, whole)
        for whole in wholes
        for part in parts
        if part is not whole and are_like(part, whole) and amount(part) <= amount(whole)
    ]
    if not item.reading.decimals:
        pairs = [(part, whole) for part, whole in pairs if part.sentence >= item.sentence - 1 and whole in here]
    for pair in pairs:
        found = only_confirmed(ratio(item, *pair, lang))
        if found:
            return found
    return cautious(item.reading, ratio(item, *pairs[0], lang)) if len(pairs) == 1 and pairs[0][1] in here else None


def of_opening(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The share of the count that opens the part's paragraph or the one before.

    项目八十个. …… 新材料24个，占总数的三成.
    """
    part = items[item.number - 1] if item.number else item
    if part.segment != item.segment or part.reading.kind != "count" or not is_level(part):
        return None
    before = items[max(0, item.number - REACH) : part.number]
    openings: dict[int, Item] = {}
    for one in before:
        if one.paragraph >= item.paragraph - PAIR and one.reading.kind == "count" and one.cell is None:
            openings.setdefault(one.paragraph, one)
    for whole in [openings[number] for number in sorted(openings, reverse=True)]:
        if is_level(whole) and are_like(part, whole) and amount(part) < amount(whole):
            found = only_confirmed(ratio(item, part, whole, lang))
            # A share told in tenths or quarters is meant to the percent, where it is not told as roughly so.
            off = abs(amount(part) / amount(whole) * 100 - item.reading.value)
            if found and (item.reading.decimals > 0 or off < 1):
                return found
    return None


def is_level(item: Item) -> bool:
    """Whether an amount or count is one of today that a share can be taken of."""
    is_plain = not item.reading.approximate and item.cell is None and not is_delta(item)
    return is_plain and bool(amount(item)) and not EARLIER.search(item.own_before)


def shares_together(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The share of several together = the sum of the shares told of each right before."""
    if not TOGETHER.search(item.own_before) or item.reading.approximate or item.cell is not None:
        return None
    shares: list[Item] = []
    for one in reversed(items[max(0, item.number - 2 * MOST) : item.number]):
        if one.sentence < item.sentence - 1 or one.reading.kind == "growth" or len(shares) == MOST:
            break
        if one.reading.unit == "pct" and not one.reading.approximate:
            shares.insert(0, one)
    size = SIZES.get(next((sign for sign in item.own_before if sign in SIZES), ""), 0)
    several = combinations(shares, size) if size else (shares[-few:] for few in range(PAIR, len(shares) + 1))
    for few in several:
        found = summed(item, list(few), lang)
        if found and found.verdict == "confirmed":
            return found
    is_pair = len(shares) >= PAIR and bool(BOTH.search(item.own_before)) and shares[-PAIR].sentence == item.sentence
    return cautious(item.reading, summed(item, shares[-PAIR:], lang)) if is_pair else None


def summed(item: Item, shares: list[Item], lang: Lang) -> Finding | None:
    """The finding for a sum of shares, each of which is printed rounded."""
    total = sum((one.reading.value for one in shares), Decimal(0))
    off = Decimal(len(shares)) * Decimal(5).scaleb(-item.reading.decimals - 1)
    parts = " + ".join(told(one.reading.value) for one in shares)
    found = judged(item.reading, total, say(lang, "sum", parts=parts, value=told(total)), spread=off)
    return found if found is None or found.verdict != "last-digit" else None
