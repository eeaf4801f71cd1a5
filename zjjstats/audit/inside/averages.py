"""Averages of what is told for so many, in English by what words name sentences before; so much for each of so many."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.inside.named_figures import earlier, nouns
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed, told
from zjjstats.audit.judging.quantities import amount, measure, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.phrases import Lang

DIGITS, STEM = 2, 5
AVERAGE = re.compile(r"\b(?:average|averag\w+|mean|on average)\b|\b(?:per|each|every) [a-z]+|\bapiece\b", re.IGNORECASE)
# 60,000 yuan a tonne, 0.3 billion yuan each.
EACH = re.compile(
    r",? (?:(?:a|an|per|for each|for every|for a|to the|every) (?P<noun>(?!(?:year|month|quarter|day|week|record|rise|fall|gain|share|growth|total)\b)[a-z]{3,})|each\b|apiece\b|on average\b)",
)
BACK, BESIDE = 12, 2
COUNTED = "个户家人件项亩台套名所处村镇条座场辆笔"
EACH_OF = re.compile(rf"(?:每(?:一)?|单)([{COUNTED}])|([户人个家亩村项台])均")
IN_ALL = re.compile(r"共|合计|总计|累计|总额|总[共计]|全部")


def average_across(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """An average = an amount ÷ the count of what it is told for: 0.89 billion yuan per project."""
    words = f"{sentence_before(items, item)} {item.own_after}"
    if item.reading.approximate or item.cell is not None:
        return None
    if (each := EACH.match(item.after)) or AVERAGE.search(item.own_before + item.own_after):
        found = average_beside(items, item, (each["noun"] or "") if each else "", lang)
        if found is not None:
            return found
    if item.reading.kind != "amount" or not AVERAGE.search(words) or len(item.reading.value.as_tuple().digits) < DIGITS:
        return None
    before = earlier(
        items,
        item,
        lambda one: one.reading.kind in ("count", "amount") and bool(amount(one)) and not one.reading.approximate,
    )
    counts = [
        one
        for one in before
        if measure(one) == "count" and nouns(f"{sentence_before(items, one)} {one.own_after}") & nouns(words)
    ]
    amounts = [one for one in before if measure(one) == measure(item)]
    for whole in reversed(amounts):
        for count in reversed(counts):
            if found := only_confirmed(average_of(item, whole, count, lang)):
                return found
    return None


def average_of(item: Item, whole: Item, count: Item, lang: Lang) -> Finding | None:
    """The finding for an amount ÷ what it is told for."""
    exact = (amount(whole) / amount(count)).scaleb(-scale(item))
    blanks = {"total": told(amount(whole)), "count": told(amount(count)), "value": told(exact.scaleb(scale(item)))}
    return judged(item.reading, exact, say(lang, "average", **blanks))


def average_beside(items: list[Item], item: Item, noun: str, lang: Lang) -> Finding | None:
    """An average of the figure told right before it: by the count beside that, or by what bears the noun: a tonne, each."""
    before = earlier(items, item, lambda one: is_whole(one) and one.sentence >= item.sentence - 1)
    wholes = [one for one in before if measure(one) == measure(item) and amount(one) > amount(item)]
    if not wholes:
        return None
    whole, exact_to = wholes[-1], len(item.reading.value.as_tuple().digits) - 1
    counts = [one for one in before if one is not whole and measure(one) != "money"]
    if noun not in ("", "each"):
        counts = [one for one in counts if noun.rstrip("s")[:STEM] in f"{one.text} {one.own_after}".lower()]
    if item.reading.kind == "count":
        # They employ 3,120, or 65 each: of the things of the sentence before.
        counts = [one for one in counts if one.sentence < whole.sentence]
    for count in reversed(counts):
        even = (amount(whole) / amount(count)).scaleb(-scale(item))
        is_next = abs(count.number - whole.number) == 1 and whole.number == item.number - 1
        found = only_confirmed(average_of(item, whole, count, lang))
        if found is not None and (is_next or exact_to or even == item.reading.value):
            return found
    return None


def is_whole(item: Item) -> bool:
    """Whether a figure is a plain count or amount."""
    return item.reading.kind in ("count", "amount") and bool(amount(item)) and not item.reading.approximate


def so_much_each(items: list[Item], item: Item, lang: Lang) -> Finding | None:
    """A total = so much for each, told right before it, × how many of them there are."""
    before = [one for one in items[max(0, item.number - BESIDE) : item.number] if measure(one) == "money"]
    each = before[-1] if before else None
    if each is None or each.sentence != item.sentence or not is_plain(item) or not IN_ALL.search(item.own_before):
        return None
    unit = EACH_OF.search(each.own_before)
    if unit is None or measure(each) != "money" or measure(item) != "money":
        return None
    counted = unit[1] or unit[2]
    counts = [
        one
        for one in items[max(0, each.number - BACK) : item.number]
        if measure(one) == "count" and counted in one.text and one.paragraph >= item.paragraph - 1 and is_plain(one)
    ]
    findings = []
    for count in reversed(counts):
        exact = (amount(each) * amount(count)).scaleb(-scale(item))
        shown = {"one": told(amount(each).scaleb(-scale(item))), "count": told(amount(count))}
        findings.append(judged(item.reading, exact, say(lang, "product", **shown, value=told(exact)), computed=False))
    holds = next((found for found in findings if found and found.verdict == "confirmed"), None)
    return holds or (cautious(item.reading, findings[0]) if findings and counts[-1].sentence == item.sentence else None)


def is_plain(item: Item) -> bool:
    """Whether a figure is told exactly, and in prose."""
    return not item.reading.approximate and item.cell is None and item.reading.kind != "range"
