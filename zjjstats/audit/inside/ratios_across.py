"""Averages in English of figures told sentences before, by what their words name; they are only confirmed."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.inside.named_figures import earlier, nouns
from zjjstats.audit.judging.findings import Finding, judged, only_confirmed, told
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
