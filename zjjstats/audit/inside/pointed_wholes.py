"""Shares of a whole that is only pointed at: of it, of the total, of the target; and of a total by its parts.

The part bears the name that the clause of the share begins with; the whole stands in the same sentence or the one
before, or is called the total, or the target. Such ties confirm; only a total of which the part is one of the parts
that sum to it refutes, and only one wrong digit.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from zjjstats.audit.inside.named_wholes import listed_with, parallel
from zjjstats.audit.inside.parts_around import are_like
from zjjstats.audit.inside.sums import listed, matching
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import HUNDRED, amount, ratio
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.glue import CHINESE, GLUE_EN
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rate_words import PLAN
from zjjstats.phrases import Lang

BACK, PAIR, DIGITS, MOST = 16, 2, 3, 6
# Half a unit of the next digit.
NEARLY = Decimal("0.05")
POINTED = re.compile(r" ?of (?:it|this|that|the (?:whole|total|sum)|all)\b|(?:in|of) (?:the )?total\b", re.IGNORECASE)
POINTED_ZH = re.compile(
    "占(?:其|此|总[量额数值]|全部|全市|全州|全省|比)?(?:的|比重|比例|份额|总[量额数值])*(?:为|是|达到?|约)?$"
)
TOTAL = re.compile(r"总|合计|共|\btotal|\btogether|\bin all\b|altogether|combined", re.IGNORECASE)
ACHIEVED = re.compile(r"achiev|fulfil|met\b|reach|complet|done|realis|realiz|完成|实现|达到|兑现", re.IGNORECASE)
SHARE_OF_ITSELF = re.compile("([一-鿿]{2,8})占比(?:重)?(?:为|达到?|约|是)?$")
VERBS = re.compile(
    r"\b(?:made|makes?|making|account\w*|took|takes?|taking|represent\w*|contribut\w*|share|equal|alone|some|just|only)\b",
    re.IGNORECASE,
)


def of_the_whole(items: list[Item], item: Item, lang: Lang) -> Finding | None:  # noqa: PLR0911 - one answer per way of pointing
    """A share of what the sentence points at: 36.2% of it, 占总量的36.2%."""
    if item.reading.approximate or item.cell is not None:
        return None
    earlier = [
        one
        for one in items[max(0, item.number - BACK) : item.number]
        if one.reading.kind in ("count", "amount") and one.cell is None and amount(one) and not one.reading.approximate
    ]
    if not item.reading.decimals:
        pairs = list(of_target(item, earlier))
        for pair in pairs:
            is_near = all(one.sentence >= item.sentence - 1 and one.paragraph == item.paragraph for one in pair)
            if is_near and (found := only_confirmed(ratio(item, *pair, lang))):
                return found
        return first_to_a_digit_more(item, pairs, lang)
    if (listed_share := of_the_list(items, item, lang)) is not None:
        return listed_share
    for pair in (*by_name(item, earlier), *of_target(item, earlier)):
        found = ratio(item, *pair, lang)
        if found and found.verdict == "confirmed":
            return found
    if (tied := of_its_sum(items, item, earlier)) is not None:
        return cautious(item.reading, ratio(item, *tied, lang))
    return None


def first_to_a_digit_more(item: Item, pairs: Iterable[tuple[Item, Item]], lang: Lang) -> Finding | None:
    """The share of the first pair that gives it to a digit more than is printed, since a whole percentage fits by chance."""
    for part, whole in pairs:
        if abs(amount(part) / amount(whole) * HUNDRED - item.reading.value) <= NEARLY:
            return only_confirmed(ratio(item, part, whole, lang))
    return None


def share_of_split(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A share of a whole that its sentence or the one before splits up: of 60 asked, 33 would and 27 not, so 55%."""
    if item.reading.approximate or item.cell is not None or item.reading.kind in ("growth", "range"):
        return None
    near = [
        one
        for one in items[max(0, item.number - BACK) : item.number]
        if one.reading.kind in ("count", "amount") and one.cell is None and amount(one) and not one.reading.approximate
    ]
    near = [one for one in near if one.sentence >= item.sentence - 1 and one.paragraph == item.paragraph]
    pairs: list[tuple[Item, Item]] = []
    for place, whole in enumerate(near):
        for stop in range(place + PAIR + 1, min(len(near), place + MOST) + 1):
            parts = near[place + 1 : stop]
            is_alike = all(are_like(one, whole) and one.sentence == whole.sentence for one in parts)
            if is_alike and sum(map(amount, parts)) == amount(whole):
                pairs += [(part, whole) for part in parts]
    if not item.reading.decimals:
        return first_to_a_digit_more(item, pairs, lang)
    found = [ratio(item, *pair, lang) for pair in pairs]
    return next((one for one in found if one and one.verdict == "confirmed"), None)


def by_name(item: Item, earlier: list[Item]) -> Iterator[tuple[Item, Item]]:
    """Parts that the clause of a share names, and the wholes that it may point at."""
    if not (POINTED.match(item.after) or POINTED_ZH.search(item.own_before)):
        return
    wholes = [one for one in earlier if one.sentence >= item.sentence - 1 or TOTAL.search(one.before)]
    for whole in reversed(wholes):
        for part in reversed(earlier):
            if part is not whole and are_like(part, whole) and amount(part) <= amount(whole) and names(item, part):
                yield part, whole


def names(item: Item, part: Item) -> bool:
    """Whether the clause of a share names the figure that is its part, or has no name of its own beside it."""
    clause = VERBS.sub(" ", item.own_before)
    if CHINESE.search(clause):
        subject = re.sub("(?:总)?占.*$", "", clause).strip(" 又也则仅就还")
        return subject in part.before if len(subject) >= PAIR else part.number == item.number - 1
    nouns = re.findall("[a-z]{5,}", GLUE_EN.sub(" ", clause.lower()))
    words = f"{part.before} {part.own_after}".lower()
    return any(noun.rstrip("s") in words for noun in nouns) if nouns else part.sentence == item.sentence


def of_target(item: Item, earlier: list[Item]) -> Iterator[tuple[Item, Item]]:
    """What was reached of a target printed before: the target had been 3.50, so 103.4% of it was achieved."""
    words = item.own_before + item.own_after
    if not (ACHIEVED.search(words) or PLAN.search(words)):
        return
    if item.reading.decimals and len(item.reading.value.as_tuple().digits) < DIGITS:
        return
    for target in reversed(earlier):
        if PLAN.search(target.own_before) and target.paragraph >= item.paragraph - 2:
            for part in reversed(earlier):
                if part is not target and are_like(part, target) and is_no_plan(item, part):
                    yield part, target


def is_no_plan(item: Item, part: Item) -> bool:
    """Whether a figure is no target itself; that right before a share is its part, whatever it is called."""
    return part.number == item.number - 1 or not PLAN.search(part.own_before)


def of_its_sum(items: list[Item], item: Item, earlier: list[Item]) -> tuple[Item, Item] | None:
    """A part that bears the name of its share, and the total that it and the parts beside it sum to: 税收占比."""
    match = SHARE_OF_ITSELF.search(item.own_before)
    here = [one for one in earlier if one.sentence == item.sentence]
    parts = [one for one in here if match and re.search(rf"(?<!非){match[1]}", one.own_before)]
    for whole in here:
        beside, _, _ = listed(items, whole)
        lengths = matching(beside, whole)
        if len(parts) == 1 and lengths and parts[0] in beside[: lengths[0]]:
            return parts[0], whole
    return None


def of_the_list(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A share in a list, of the sum of the amounts listed before it: 30 and 20 are 60% and 40%.

    Where all the others of the list hold, it refutes one wrong digit.
    """
    found = of_listed_sum(items, item, lang)
    beside = [of_listed_sum(items, one, lang) for one in listed_with(items, item) if one is not item]
    is_certain = len(beside) >= PAIR and all(one is not None and one.verdict == "confirmed" for one in beside)
    return cautious(item.reading, found) if is_certain else only_confirmed(found)


def of_listed_sum(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """The finding for a share of the sum of a list."""
    part = parallel(items, item)
    if part is None:
        return None
    parts = [one for one in items[max(0, item.number - BACK) : item.number] if are_like(one, part)]
    parts = [one for one in parts if one.sentence == item.sentence and one.reading.unit == part.reading.unit]
    whole = sum(map(amount, parts), Decimal(0))
    if len(parts) <= PAIR - 1 or part not in parts or not whole:
        return None
    exact = amount(part) / whole * HUNDRED
    said = " + ".join(told(one.reading.value) for one in parts)
    evidence = say(
        lang, "rate", part=told(part.reading.value), whole=f"({said})", value=told(exact, item.reading.decimals + 2)
    )
    return judged(item.reading, exact, evidence)
