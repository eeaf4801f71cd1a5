"""Figures to Chinese and English text. The only module that rounds: once, half away from zero, in decimals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from zjjstats.fact import named
from zjjstats.periods import ENGLISH_MONTHS, Base, Period
from zjjstats.phrases import NOTES_ZH, PHRASES, Lang
from zjjstats.workspace import Workspace

RATE_DECIMALS = 2
GROWTH_DECIMALS = 1
MINUS = "\N{MINUS SIGN}"
TEENS = (11, 12, 13)
ENDINGS = {1: "st", 2: "nd", 3: "rd"}

Row = Mapping[str, Any]


def rounded(number: Decimal | float, decimals: int) -> Decimal:
    """The number at so many decimals, half away from zero (四舍五入); zero has no sign.

    Examples
    --------
    >>> rounded(12.25, 1), rounded(-12.25, 1), rounded(-0.04, 1)
    (Decimal('12.3'), Decimal('-12.3'), Decimal('0.0'))
    """
    exact = number if isinstance(number, Decimal) else Decimal(repr(float(number)))
    result = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return result or abs(result)


def number_text(number: Decimal | float, decimals: int, *, drop_zeros: bool = False, separate: bool = False) -> str:
    """The rounded number as text, with a true minus sign; ``separate`` groups thousands by commas.

    Examples
    --------
    >>> number_text(68.181818, 2), number_text(95.0, 2, drop_zeros=True), number_text(-23.0, 1)
    ('68.18', '95', '−23.0')
    """
    text = f"{rounded(number, decimals):{',' if separate else ''}f}"
    if drop_zeros and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", MINUS)


def exact(row: Row) -> Decimal:
    """A figure without binary noise: recomputed from its parts where it has them."""
    measure = named(row["fact"]).measure
    if measure in ("start_rate", "entries_growth", "yoy_growth") and not pd.isna(row["part"]):
        ratio = Decimal(repr(float(row["part"]))) / Decimal(repr(float(row["whole"])))
        return ratio if measure == "start_rate" else ratio - 1
    return Decimal(repr(float(row["value"])))


def ordinal(number: int) -> str:
    """An English ordinal such as 1st, 12th, 22nd."""
    ending = "th" if number % 100 in TEENS else ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def lowered(name: str) -> str:
    """An English name inside a sentence: a capital first letter goes, an abbreviation stays."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


class Wording:
    """How one workspace's figures are said in one language."""

    def __init__(self, workspace: Workspace, lang: Lang) -> None:
        self.workspace = workspace
        self.lang = lang
        self.phrases = PHRASES[lang]

    def say(self, phrase: str, **named: object) -> str:
        """A phrase of this language with its blanks filled; what fills them is never read as a template."""
        return self.phrases[phrase].format(**named)

    def sentence(self, *clauses: str) -> str:
        """Clauses joined into one sentence."""
        text = self.phrases["comma"].join(clause for clause in clauses if clause)
        return text[:1].upper() + text[1:] + self.phrases["stop"]

    def label(self, key: str, *, inside: bool = False) -> str:
        """The name of a city, indicator, programme or database; ``inside`` a sentence without its capital."""
        name = self.workspace.label(key, self.lang)
        return (
            lowered(name)
            if inside and self.lang == "en" and key not in self.workspace["cities"]["city"].array
            else name
        )

    def period(self, text: str | Period) -> str:
        """A period in words."""
        return Period.parse(text).label(self.lang)

    def day(self, day: dt.date) -> str:
        """A day in words: 2022年3月31日, 31 March 2022."""
        if self.lang == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"

    def base(self, base: Base | str) -> str:
        """What a change is measured against, in words."""
        return self.phrases[base]

    def count(self, number: float) -> str:
        """A whole number with its measure word."""
        return self.say("count", n=number_text(number, 0))

    def places(self, number: float) -> str:
        """A number of places gained or lost, without its sign."""
        return self.say("places.one" if abs(number) == 1 else "places", n=number_text(abs(number), 0))

    def rank(self, number: float) -> str:
        """A place: 第1位, 1st."""
        return self.say("rank", n=int(number) if self.lang == "zh" else ordinal(int(number)))

    def percent(self, fraction: Decimal | float, decimals: int, *, drop_zeros: bool = False) -> str:
        """A fraction as a percentage."""
        exact_fraction = fraction if isinstance(fraction, Decimal) else Decimal(repr(float(fraction)))
        return number_text(exact_fraction * 100, decimals, drop_zeros=drop_zeros) + "%"

    def unit(self, indicator: str) -> str:
        """The unit of an indicator's values, in words."""
        unit = "fraction" if self.workspace.is_percent(indicator) else self.workspace.dictionary[indicator]["unit"]
        return self.phrases.get(f"unit.{unit}", unit)

    def value(self, row: Row) -> str:
        """A figure's value as it is printed; a dash where it is missing."""
        measure, subject, *_ = named(row["fact"])
        if pd.isna(row["value"]):
            return "—"
        ways: dict[str, Callable[[], str]] = {
            "start_rate": lambda: self.percent(exact(row), RATE_DECIMALS, drop_zeros=True),
            "entries_growth": lambda: self.percent(exact(row), RATE_DECIMALS, drop_zeros=True),
            "yoy_growth": lambda: self.percent(exact(row), GROWTH_DECIMALS),
            "value": lambda: self.indicator_value(subject, row["value"]),
            "rank": lambda: self.rank(row["value"]),
            "rank_change": lambda: ("+" if row["value"] > 0 else "") + number_text(row["value"], 0),
        }
        return ways[measure]() if measure in ways else number_text(row["value"], 0)

    def indicator_value(self, indicator: str, value: float) -> str:
        """An indicator's value with its unit, at the decimals that its source prints."""
        decimals = int(self.workspace.dictionary[indicator]["decimals"])
        if self.workspace.is_percent(indicator):
            return self.percent(value, decimals)
        text, unit = number_text(value, decimals, separate=True), self.unit(indicator)
        if self.workspace.dictionary[indicator]["unit"] == "count":
            return self.say("count", n=text)
        return text + (unit if self.lang == "zh" else f" {unit}")

    def made_of(self, row: Row) -> str:
        """The parts of a figure, as a sum that a reader can redo."""
        measure = named(row["fact"]).measure
        if pd.isna(row["part"]) or pd.isna(row["whole"]):
            return "" if pd.isna(row["of"]) else self.say("place.of", of=row["of"]).strip(" （）()")
        part, whole = (number_text(row[name], 6, drop_zeros=True) for name in ("part", "whole"))
        if measure == "rank_change":
            return f"{whole} {MINUS} {part}"
        return f"{part} ÷ {whole}" + ("" if measure == "start_rate" else f" {MINUS} 1")

    def name(self, row: Row) -> str:
        """What a figure is, in words: whose, of what, and the measure."""
        measure, subject, detail, base = named(row["fact"])
        parts = [self.label(subject)]
        if detail:
            is_rank = measure in ("rank", "rank_change")
            parts.append(self.scope(detail) if is_rank else self.phrases[f"kind.{detail}"])
        parts += [self.phrases[f"measure.{measure}"]]
        parts += [self.base(base)] if base else []
        return " · ".join(parts)

    def either(self, own: str, other: str) -> str:
        """The phrase made for one case where there is such, else the one for all others."""
        return own if own in self.phrases else other

    def scope(self, scope: str) -> str:
        """The name of a scope."""
        return self.phrases.get(f"scope.{scope}", self.label(scope))

    def note(self, note: str) -> str:
        """A figure's note, its known parts translated."""
        if self.lang == "en":
            return note
        parts = []
        for part in note.split("; "):
            head, colon, rest = part.partition(": ")
            translated = NOTES_ZH.get(head, head)
            said = self.scopes(rest) if "|" in rest else NOTES_ZH.get(rest, rest)
            parts.append(translated + (f"：{said}" if colon else ""))
        return "；".join(parts)

    def scopes(self, joined: str) -> str:
        """Several scopes, between which a source leaves the choice open."""
        return "／".join(self.scope(scope) for scope in joined.split("|"))
