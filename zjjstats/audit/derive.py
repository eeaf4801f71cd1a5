"""What the figures around a figure give by arithmetic, where its words say that it is made of such.

The parts are those of its sentence, or of the one before that it refers back to; they count the same things. So far
from the last printed digit two figures do not meet by chance, or they stand right beside it. These checks confirm;
they refute only where no other parts are possible and a single digit is wrong.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise, permutations

from zjjstats.audit.deltas import is_delta
from zjjstats.audit.layout import Item
from zjjstats.audit.matters import CHINESE, GLUE_EN, GLUE_ZH
from zjjstats.audit.rates_inside import FAMILIES, HUNDRED, PLAN, STEM, amount, measure, ratio, spread
from zjjstats.audit.sums_inside import difference, is_level
from zjjstats.audit.verdicts import Finding, cautious, is_slip, judged, told
from zjjstats.audit.words import say
from zjjstats.phrases import Lang

BACK, AHEAD, PAIR, LONG = 8, 3, 2, 3
# A difference below this comes out by chance.
FEW_MORE = 10
# These say that what follows is of the sentence before.
REFERS = re.compile(
    r"^[\s“\"]*(?:其中|这(?!一年)|此|该|Of (?:this|these|them|that|which|the total|those)|Among (?:these|them|those)|This|That|These|In all|It\b|[Tt]he (?:difference|gap|lead|spread|rest|remainder|shortfall|ratio|rate|former|latter)|相差|差距|两[者市地]|前者|后者)"
)
ROLES = re.compile(
    r"中|里|其中|占|为|的|率|共|总|应|实|已|有|\b(?:of|among|out of|from|which|these|them|total|all|planned|target|budget|rate|share|or|equal|making|meaning|i\.e\.)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"上年|去年|前年|同期|上期|上月|上季|年初|年末|此前|原来?|以前|过去|[由从]|(?:19|20)[0-9]{2}|\0|ago|earlier|before|previous|last|\bfrom\b|against|compared|prior",
    re.IGNORECASE,
)
THAN_BEHIND = re.compile(
    r" (?:more|less|fewer|higher|lower|above|below|up|down|over|under|better|worse)\b[^.;]{0,48}$", re.IGNORECASE
)
# Growth on the last quarter or month: the last two figures are those.
ON_THE_LAST = re.compile(r"环比|quarter[- ](?:on|over)[- ]quarter|month[- ](?:on|over)[- ]month", re.IGNORECASE)
EXTREMES = re.compile(
    r"首尾|头尾|最高[^，。]{0,8}最低|最快[^，。]{0,8}最慢|best [^.]{0,12}worst|(?:highest|fastest|first)[^.]{0,16}(?:lowest|slowest|last)|\bspread\b|first[- ]named",
    re.IGNORECASE,
)
FROM = re.compile(r"(?:[由从]|\bfrom )[^，。；,;]{0,10}$", re.IGNORECASE)
TO = re.compile(r"(?:[至到]|\bto )$", re.IGNORECASE)
GAP = re.compile(
    r"点|差|相差|差距|gap|differ|lead|ahead|above|below|higher|lower|faster|slower|more|less|up|down|by", re.IGNORECASE
)
NOUN_EN = re.compile(r"^(?: [a-z-]+){0,2}? ([a-z]{3,}(?:s|people|staff))\b")
GENERIC = re.compile("[个项位次]")
MEASURE_ZH = re.compile(r"([家户人件台套辆条座名宗处所批只艘间笔例款起张份])$")


def around(items: list[Item], item: Item) -> list[Item]:
    """Counts and amounts that a figure may be made of."""
    window = items[max(0, item.number - BACK) : item.number + AHEAD + 1]
    opening = sentence_start(items, item)
    refers = REFERS.match(opening) or EARLIER.search(opening) or PLAN.search(item.own_before + item.own_after)
    return [
        one
        for one in window
        if one is not item
        and one.reading.kind in ("count", "amount")
        and one.cell is None
        and (
            (one.sentence == item.sentence and not one.reading.approximate)
            or (
                one.sentence == item.sentence - 1
                and (refers or is_named_in(one, opening) or shares_noun(items, item, one))
            )
        )
        and one.paragraph == item.paragraph
        and amount(one)
    ]


def sentence_start(items: list[Item], item: Item) -> str:
    """The words that a figure's sentence begins with, as far as its first figure."""
    first = item
    for one in reversed(items[max(0, item.number - BACK) : item.number]):
        if one.sentence != item.sentence:
            break
        first = one
    return first.before


def is_named_in(item: Item, words: str) -> bool:
    """Whether words take up what a figure counts: 在建项目15个. 在建项目中，11个已封顶."""
    name = re.search(r"([一-鿿]{3,8})$", re.sub("^(?:包括|其中|和|及|共有?)", "", item.own_before))
    return bool(name and re.search(f"{name[1]}[中里]", words))


def shares_noun(items: list[Item], item: Item, other: Item) -> bool:
    """Whether a figure's own clause takes up a noun of the sentence that another one stands in."""
    near = items[max(0, other.number - BACK) : other.number + AHEAD]
    words = "".join(one.before + one.after for one in near if one.sentence == other.sentence).lower()
    clause = f"{item.own_before} {item.own_after}".lower()
    if CHINESE.search(clause):
        left = GLUE_ZH.sub(" ", clause)
        return any(
            left[place : place + 2] in words
            for place in range(len(left) - 1)
            if left[place : place + 2].strip(" ,，。的占率") == left[place : place + 2]
        )
    return any(noun in words for noun in re.findall("[a-z]{5,}", GLUE_EN.sub(" ", clause)))


def counted(item: Item) -> str:
    """What a count counts, where its measure word or the noun behind it says so."""
    if measure(item) != "count":
        return ""
    if (match := NOUN_EN.match(item.after)) and not re.match(" (?:out )?of ", item.after):
        return match[1]
    match = MEASURE_ZH.search(item.text)
    return match[1] if match else ""


def are_like(one: Item, other: Item) -> bool:
    """Whether two figures may count the same things."""
    if measure(one) != measure(other):
        return False
    ours, theirs = counted(one), counted(other)
    return not ours or not theirs or ours == theirs


def derived_rate(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A rate or share that two like figures give, whichever way they are told."""
    if item.reading.kind in ("growth", "range") or item.reading.approximate or item.cell is not None:
        return None
    parts = around(items, item)
    words = item.own_before + " " + item.own_after
    stem = STEM.search(words)
    known = any(rate.search(words) for rate, _ in FAMILIES)
    said = "".join(one.before + one.after for one in parts)
    if stem and not known and (stem[1] or stem[2]).lower() not in said.replace(words, "").lower():
        return None
    pairs = [
        (part, whole)
        for part, whole in permutations(parts, PAIR)
        if are_like(part, whole)
        and (amount(part) <= amount(whole) or PLAN.search(whole.before))
        and ROLES.search(whole.before + part.before + part.after + words)
    ]
    return settled(item, pairs, [ratio(item, *pair, lang) for pair in pairs])


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
    if len(pairs) == 1 and len(near) == 1 and near[0] and item.reading.decimals > 0:
        finding = near[0]
        if finding.verdict == "last-digit" or (
            finding.verdict == "contradicted"
            and finding.expected is not None
            and is_slip(item.reading.value, finding.expected, item.reading.decimals)
        ):
            return finding
    return None


def distance(item: Item, pair: tuple[Item, Item]) -> int:
    """How far the parts are from the figure."""
    return sum(abs(one.number - item.number) for one in pair)


def is_next(item: Item, pair: tuple[Item, Item]) -> bool:
    """Whether two parts stand right beside a figure and each other."""
    numbers = sorted([item.number, *(one.number for one in pair)])
    return numbers[-1] - numbers[0] == PAIR


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
    compared = compared_pairs(items, item)
    if item.reading.decimals > 0:
        pairs += years_apart(items, item)
    pairs += compared
    findings = [growth(item, *pair, lang) for pair in pairs]
    holding = [found for found in findings if found and found.verdict == "confirmed"]
    if holding:
        return holding[0]
    if compared and ON_THE_LAST.search(item.own_before):
        return cautious(item.reading, growth(item, *compared[0], lang))
    return None


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


def compared_pairs(items: list[Item], item: Item) -> list[tuple[Item, Item]]:
    """A value and what it is set against: 3.96, 1.0% less than October's 4.00; 3.96，比10月的4.00少1.0%."""
    before = [one for one in items[max(0, item.number - PAIR) : item.number] if one.reading.kind in ("count", "amount")]
    behind = items[item.number + 1 : item.number + PAIR]
    if THAN_BEHIND.match(item.after) and before and behind:
        both = before[-1], behind[0]
    elif len(before) == PAIR and re.search("[比较][^，。；]{0,14}$", before[1].before):
        both = before[0], before[1]
    elif len(before) == PAIR and ON_THE_LAST.search(item.own_before):
        both = before[1], before[0]
    else:
        return []
    is_like = are_like(*both) and amount(both[1]) and both[0].sentence == both[1].sentence == item.sentence
    return [both] if is_like else []


def growth(item: Item, now: Item, base: Item, lang: Lang) -> Finding | None:
    """The finding for a growth from one figure to another."""
    exact = (amount(now) / amount(base) - 1) * HUNDRED
    blanks = {"now": told(now.reading.value), "before": told(base.reading.value)}
    evidence = say(lang, "growth", **blanks, value=told(exact, max(item.reading.decimals, 0) + 2))
    return judged(item.reading, abs(exact), evidence, spread=spread(exact + HUNDRED, now, base))


def derived_difference(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """How much more, less or left = the difference of two like figures."""
    if item.reading.approximate or item.cell is not None or not is_delta(item):
        return None
    parts = [one for one in around(items, item) if one.reading.unit == item.reading.unit and are_like(one, item)]
    pairs = [(one, other) for one, other in permutations(parts, PAIR) if one.reading.value > other.reading.value]
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
    return cautious(item.reading, amounts_apart(item, one, other, lang)) if is_next(item, (one, other)) else None


def amounts_apart(item: Item, one: Item, other: Item, lang: Lang) -> Finding | None:
    """The finding for the difference of two figures in the same unit."""
    exact = one.reading.value - other.reading.value
    shown = {"one": told(one.reading.value), "other": told(other.reading.value), "value": told(exact)}
    return judged(item.reading, exact, say(lang, "difference", **shown), computed=False)


def derived_gap(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """Points between two percentages of the same sentence."""
    if item.reading.approximate or item.cell is not None or not GAP.search(item.before[-20:] + item.after[:20] + "by"):
        return None
    window = items[max(0, item.number - BACK) : item.number + AHEAD + 1]
    near = [one for one in window if is_level(one) and one.paragraph == item.paragraph and one.cell is None]
    if EXTREMES.search(item.before):
        near = [one for one in near if one.number < item.number]
        levels = [max(near, key=value_of), min(near, key=value_of)] if near else []
        is_here = True
    else:
        here = [one for one in near if one.sentence == item.sentence]
        last = [one for one in near if one.sentence == item.sentence - 1]
        levels = here if len(here) > 1 else last[-1:] + here if here else last if item.reading.decimals else []
        is_here = levels is here and not EARLIER.search(item.own_before)
    pairs = [(one, other) for one, other in permutations(levels, PAIR) if one.reading.value > other.reading.value]
    if len(levels) > LONG and is_here:
        pairs = [pair for pair in pairs if is_next(item, pair)]
    found = [difference(item, *pair, lang, lower=False) for pair in pairs]
    found += [amounts_apart(item, *pair, lang) for pair in pairs]
    holding = [one for one in found if one and one.verdict == "confirmed"]
    if holding:
        return holding[0]
    is_only = is_here and len(levels) == PAIR and len(pairs) == 1
    if (
        is_only
        and found[0]
        and found[0].expected is not None
        and (is_next(item, pairs[0]) or EXTREMES.search(item.before))
    ):
        if FROM.search(levels[0].own_before) and TO.search(levels[1].before):
            return found[0]
        return found[0] if is_slip(item.reading.value, found[0].expected, item.reading.decimals) else None
    return None


def derived_multiple(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A multiple of two like figures: from one to another, or the one before it over one of the paragraphs around."""
    if item.reading.approximate or item.cell is not None:
        return None
    window = items[max(0, item.number - 2 * BACK) : item.number + AHEAD]
    likes = [one for one in window if one.reading.kind in ("count", "amount") and one.cell is None and amount(one)]
    here = [one for one in likes if one.sentence == item.sentence]
    moved = [(now, base) for base, now in pairwise(here) if FROM.search(base.own_before) and TO.search(now.before)]
    before = [one for one in here if one.number < item.number][-1:] or [
        one for one in likes if one.number < item.number
    ]
    told_apart = (
        [(now, base) for now in before for base in likes if base is not now] if item.reading.decimals > 0 else []
    )
    for now, base in (*moved, *told_apart):
        if are_like(now, base):
            exact = amount(now) / amount(base)
            blanks = {"now": told(now.reading.value), "before": told(base.reading.value)}
            evidence = say(lang, "multiple", **blanks, value=told(exact, item.reading.decimals + 2))
            found = judged(item.reading, exact, evidence)
            if found and found.verdict == "confirmed":
                return found
    return None


def value_of(item: Item) -> Decimal:
    """A figure's value, to order by."""
    return item.reading.value
