"""Shares of a whole that their words name: the wholes of that name, and the part that goes with each."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.judging.findings import Finding, cautious
from zjjstats.audit.judging.quantities import BACK, HUNDRED, amount, measure
from zjjstats.audit.reading.layout import CLAUSE_END, Item
from zjjstats.wording import rounded

SHARE = re.compile(
    r"占(?:全部|到|了)?(?P<zh>[一-鿿]{2,14}?)(?:总量|总额|总数|总值)?的?(?:比重|比例|份额)?(?:的|为|达|达到|约)*$"
)
SHARE_OF = re.compile(
    r" ?of (?:the |all |total |its |our )*(?P<en>[A-Za-z -]{4,40}?)(?: as a whole| of the| in the| (?:was|were|is|are|came|went|goes|comes|has|had|from|by|respectively)\b|$|[,.;:(])"
)
AND = r" ?(?:、|和|与|及|, | and |，)+ ?"
ELIDED = re.compile(r"占(?:比)?(?:为|达|到)?$")
# A name in Chinese that is long enough to be told anywhere in a clause.
LONG_NOUN = 3
NO_SUBJECT = r"^(?:or|equal to|which is|that is|i\.e\.|namely|exactly|a share of|accounting for|making up|,)$| ?\b(?:made up|accounted for|took|takes|make|account|represent)\w*.*$"
EARLIER = re.compile(r"上年|去年|前年|同期|last year|year earlier|year before", re.IGNORECASE)


def of_named(item: Item, findings: list[Finding | None]) -> Finding | None:
    """Of the wholes that bear the name, the one that holds; one digit off the nearest refutes."""
    if holding := [one for one in findings if one and one.verdict == "confirmed"]:
        return holding[0]
    return cautious(item.reading, next(filter(None, findings), None))


def named_wholes(items: list[Item], item: Item) -> list[tuple[Item, Item]]:
    """The parts of a share that says what it is a share of: every whole of that name, nearest first."""
    noun, subject, told = share_of(items, item)
    if not noun or noun in ("前者", "后者", "them", "these", "total"):
        return []
    candidates = [
        one for one in items[max(0, item.number - 3 * BACK) : item.number] if one.reading.kind in ("amount", "count")
    ]
    named = [other for other in reversed(candidates) if is_named(items, other, noun)]
    # What the text says was so a year earlier is the whole of no share today.
    wholes = [one for one in named if not EARLIER.search(one.own_before)] or named
    if not wholes and (short := re.sub("(?:项目|企业|产品|工程|总数)$", "", noun)) != noun and len(short) >= LONG_NOUN:
        # 已开工36个，占已开工项目的75%.
        wholes = [other for other in reversed(candidates) if is_named(items, other, short)]
    if told is not None and (same := [whole for part, whole in named_wholes(items, told) if gives(told, part, whole)]):
        wholes = [one for one in wholes if one in same] or wholes
    parts = [(part_of(items, item, whole, candidates, subject), whole) for whole in wholes]
    found = [(part, whole) for part, whole in parts if part is not None and amount(part) <= amount(whole)]
    return of_its_list(items, item, found)


def of_its_list(items: list[Item], item: Item, found: list[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """Of several wholes, those that another share of the same list is of."""
    beside = [one for one in listed_with(items, item) if one is not item]
    both = [(one, part) for one in beside if (part := parallel(items, one)) is not None]
    same = [(part, whole) for part, whole in found if any(gives(one, other, whole) for one, other in both)]
    return same or found


def share_of(items: list[Item], item: Item) -> tuple[str, str, Item | None]:
    """What a share is said to be of, and its subject; where the share before says so for both, that one too."""
    noun, told, clause = "", None, item.own_before
    after = items[item.number + 1].after if item.after.strip() == "and" and item.number + 1 < len(items) else item.after
    subject = clause.strip("，, ")
    if match := SHARE.search(clause):
        noun, subject = match["zh"], clause[: match.start()].strip()
    elif item.reading.kind in ("share", "percentage") and (match := SHARE_OF.match(after)):
        noun, subject = match["en"].strip().lower(), re.sub(NO_SUBJECT, "", clause.strip()).strip()
    if not noun and ELIDED.search(clause):
        # 前者占出口的22.9%，后者占17.7%: of the same.
        told = told_before(items, item)
        match = SHARE.search(told.own_before) if told else None
        noun, subject = match["zh"] if match else "", clause[: clause.rfind("占")].strip("，, ")
    return noun.lstrip("其该本此"), subject, told


def told_before(items: list[Item], item: Item) -> Item | None:
    """The share right before in the sentence that says what it is a share of."""
    near = [one for one in items[max(0, item.number - 3) : item.number] if one.sentence == item.sentence]
    return next((one for one in reversed(near) if one.reading.unit == "pct" and SHARE.search(one.own_before)), None)


def gives(item: Item, part: Item, whole: Item) -> bool:
    """Whether a share is that of two figures to the printed digit."""
    return rounded(amount(part) / amount(whole) * HUNDRED, item.reading.decimals) == item.reading.value


def part_of(items: list[Item], item: Item, whole: Item, candidates: list[Item], subject: str) -> Item | None:
    """The part of a share: the figure that its subject names, or the one beside it where it has none."""
    rest = [one for one in candidates if one is not whole and measure(one) == measure(whole)]
    if words := re.search("前者|后者|[Tt]he former|[Tt]he latter", subject):
        return rest[-1 if words[0] in ("后者", "the latter", "The latter") else -2] if len(rest) > 1 else None
    run = parallel(items, item)
    if run:
        return run if measure(run) == measure(whole) else None
    by_name = [one for one in rest if subject and is_named(items, one, subject.lower())]
    close = [one for one in rest if one.segment == item.segment and not subject]
    behind = [one for one in items[item.number + 1 : item.number + 2] if one.sentence == item.sentence and not subject]
    parts = by_name or close or [one for one in behind if measure(one) == measure(whole)]
    return parts[-1] if parts else None


def parallel(items: list[Item], item: Item) -> Item | None:
    """The figure that stands in a list of amounts where this one stands in the list of percentages after it."""
    run = listed_with(items, item)
    start = run[0].number - len(run)
    listed = items[max(0, start) : run[0].number]
    is_list = len(run) > 1 and len(listed) == len(run) and len({measure(one) for one in listed}) == 1
    if not is_list or any(one.sentence != item.sentence or one.reading.unit == "pct" for one in listed):
        return None
    return listed[run.index(item)]


def listed_with(items: list[Item], item: Item) -> list[Item]:
    """The percentages that are listed side by side with one, itself among them."""
    run = [item]
    while (
        (first := run[0]).number and items[first.number - 1].reading.unit == "pct" and re.fullmatch(AND, first.before)
    ):
        run.insert(0, items[first.number - 1])
    while (
        (last := run[-1]).number + 1 < len(items)
        and items[last.number + 1].reading.unit == "pct"
        and re.fullmatch(AND, last.after)
    ):
        run.append(items[last.number + 1])
    return run


def is_named(items: list[Item], item: Item, noun: str) -> bool:
    """Whether a figure's own words are this noun: they end with it, or in English hold it."""
    words = item.name or item.before
    if item.number and re.fullmatch("[，, ]*(?:增加|增长|上升|提高|扩大|减少|升|增)?[到至]", words):
        # 企业由上年的60家增加到120家: both are of what stands before the first.
        words = re.sub("[由从][^，,]{0,8}$", "", items[item.number - 1].before)
    label = re.sub(r"(?:完成|实现|达到|达|为|共|额|总额|总值|总量|已|累计)+$", "", words.strip(" |：:").lower())
    clause = CLAUSE_END.split(label)[-1].strip()
    return (
        clause.endswith(noun)
        or (len(noun) > LONG_NOUN and noun in clause)
        or (len(noun) > LONG_NOUN and item.own_after.startswith(noun))
        or (noun.isascii() and (noun in clause or noun in item.own_after.lower()))
    )
