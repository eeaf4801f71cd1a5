"""Checks within the text: a figure against others that its words name or that stand in its own clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from zjjstats.audit.layout import Item
from zjjstats.audit.rates_inside import growth_check, rate_check
from zjjstats.audit.sums_inside import difference_check, sum_check
from zjjstats.audit.verdicts import Finding, told
from zjjstats.audit.words import say
from zjjstats.phrases import Lang

Check = Callable[[list[Item], Item, Lang], Finding | None]

CITIES_OF_THE_PROVINCE = 14
PROVINCE_SCOPE = re.compile(r"全省|in the province|provincial", re.IGNORECASE)
COUNTY_WORDS = re.compile(r"县|区(?!域)|园区|乡|镇|county|counties|district|park|township", re.IGNORECASE)
DOWN = re.compile(r"后|下|退|降|滑|落|down|behind|fell|fall|drop|slip|lower|lost|lose", re.IGNORECASE)


def places_check(items: list[Item], item: Item, lang: Lang, *, of: int = CITIES_OF_THE_PROVINCE) -> Finding | None:
    """A rank and the places gained since must give an earlier rank among those ranked."""
    ranks = [
        other
        for other in items[max(0, item.number - 2) : item.number]
        if other.reading.unit == "rank" and other.sentence == item.sentence and other.segment == item.segment
    ]
    if not ranks or item.reading.approximate:
        return None
    now = next((other for other in reversed(ranks) if PROVINCE_SCOPE.search(other.before + other.after)), ranks[-1])
    is_down = bool(DOWN.search(item.own_before[-8:] or item.after[:12]) or DOWN.search(item.after[:8]))
    before = now.reading.value + (-item.reading.value if is_down else item.reading.value)
    blanks = {"rank": told(now.reading.value), "gained": told(item.reading.value), "before": told(before), "of": of}
    if 1 <= before <= of:
        return Finding("not-checked", None, say(lang, "implied", **blanks))
    if COUNTY_WORDS.search(now.before + now.after + item.before):
        return None
    return Finding("contradicted", None, say(lang, "places.down" if is_down else "places", **blanks))


def checks_for(item: Item) -> Iterator[Check]:
    """The checks that a figure of its unit and kind can have."""
    unit, kind = item.reading.unit, item.reading.kind
    if kind == "range":
        return
    if unit == "pct":
        if kind != "growth":
            yield rate_check
        yield growth_check
    elif unit == "multiple":
        yield growth_check
    elif unit == "points":
        yield difference_check
    elif unit == "places":
        yield places_check
    elif kind in ("count", "amount"):
        yield sum_check


def inside(items: list[Item], lang: Lang) -> list[Finding | None]:
    """By figure, what the text itself says about it; None where it says nothing."""
    return [first(check(items, item, lang) for check in checks_for(item)) for item in items]


def first(findings: Iterable[Finding | None]) -> Finding | None:
    """The first finding there is."""
    return next((finding for finding in findings if finding is not None), None)
