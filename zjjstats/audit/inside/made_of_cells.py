"""What cells of a table give: one over another, growth from one to another, how far they lie apart, their sum."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from zjjstats.audit.inside.grids import TOTAL_ROW
from zjjstats.audit.judging.findings import told
from zjjstats.audit.judging.quantities import HUNDRED, amount, measure, scale
from zjjstats.audit.judging.words import say
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang


class Made(NamedTuple):
    """A value that cells give, and how a reader redoes it."""

    exact: Decimal
    evidence: str


def is_quantity(one: Item) -> bool:
    """Whether a figure is a count or an amount."""
    return one.reading.kind in ("count", "amount")


def whole_of(column: list[Item]) -> Decimal:
    """The total of a column, or the sum of one that has none; 0 where its figures are not of one measure."""
    if len({measure(one) for one in column}) != 1:
        return Decimal(0)
    totals = [one for one in column if TOTAL_ROW.search(one.name)]
    return amount(totals[-1]) if totals else sum(map(amount, column), Decimal(0))


def over(part: Item, whole: Decimal, lang: Lang) -> Made:
    """A cell in percent of a whole."""
    exact = amount(part) / whole * HUNDRED
    blanks = {"part": told(part.reading.value), "whole": told(whole.scaleb(-scale(part))), "value": told(exact, 4)}
    return Made(exact, say(lang, "rate", **blanks))


def grown(now: Item, then: Item, lang: Lang, *, times: bool = False) -> Made:
    """How much more a cell is than another in percent, or how many times the other."""
    exact = amount(now) / amount(then)
    value = exact if times else (exact - 1) * HUNDRED
    before = amount(then).scaleb(-scale(now))
    blanks = {"now": told(now.reading.value), "before": told(before), "value": told(value, 4)}
    return Made(value, say(lang, "multiple" if times else "growth", **blanks))


def apart(item: Item, one: Item, other: Item, lang: Lang) -> Made:
    """How much more a cell is than another, in the unit of a figure."""
    exact = (
        one.reading.value - other.reading.value
        if item.reading.unit in ("points", "places")
        else (amount(one) - amount(other)).scaleb(-scale(item))
    )
    blanks = {"one": told(one.reading.value), "other": told(other.reading.value), "value": told(exact)}
    return Made(exact, say(lang, "difference", **blanks))


def together(item: Item, parts: list[Item], lang: Lang) -> Made:
    """The sum of cells, in the unit of a figure."""
    total = sum(map(amount, parts), Decimal(0)).scaleb(-scale(item))
    blanks = {"parts": " + ".join(told(one.reading.value) for one in parts), "value": told(total)}
    return Made(total, say(lang, "sum", **blanks))
