"""How well a fact agrees with what a text tells around a figure, in powers of ten."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from zjjstats.audit.against.other_times import THEN, YEAR_BEFORE, year_before
from zjjstats.audit.against.rank_measures import own_measure, ranked_indicators
from zjjstats.audit.against.rank_scopes import scope_named
from zjjstats.audit.against.workspace_facts import PROVINCE_NAMED, Data
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN, CLAUSES, NONE, WORDS, firmness, firmness_of
from zjjstats.audit.naming.names import Names
from zjjstats.audit.naming.other_figures import is_another
from zjjstats.audit.reading.layout import Item, sentence_before
from zjjstats.audit.recalling.known import Known
from zjjstats.schema import PROVINCE

# What an indicator counts that is named, by how firmly its words reach the figure; that its sentence, its paragraph or
# the text names; and that words of its name, each the more the fewer names it is in, stand in the clause, the sentence,
# the text around and what stands above the paragraph.
FIRM = {CERTAIN: 1.5, CLAUSES: 1.2, WORDS: 0.9, NONE: 0.0}
MAYBE, SENTENCE, PARAGRAPH, ELSEWHERE = 0.9, 0.8, 0.5, 0.2
WORDED, SAID = (1.4, 1.1, 0.8, 0.8), 0.3
# Cities: named in the clause, told last, named in the sentence, in the paragraph, in the text, or the release's own.
CITY = (1.0, 0.9, 0.6, 0.4, -0.4, 0.4)
# Periods: told in the sentence, told before, the release's.
PERIOD = (0.9, 0.5, 0.5)
# What a clause names is no other one; what kind of figure, and among whom it is ranked.
OTHER, UNLIKE, ALIKE = 1.2, 9.0, 0.3
# A place behind a figure of its sentence is most likely of what that is of.
BESIDE = 1.2
# An amount of so many digits may be of what its paragraph tells though its clause has a word for another matter.
MANY_DIGITS, NEVER, MATTER = {"amount": 5, "count": 3}, 99, 0.4


Parts = dict[str, float]


class Told(NamedTuple):
    """What a paragraph and its text name: stems of indicators, cities; the words above it, and the parts of names."""

    in_paragraph: frozenset[str]
    in_text: frozenset[str]
    cities: frozenset[str]
    above: str
    parts: dict[str, list[Parts]]


class Ties:
    """The ties of one figure.

    Parameters
    ----------
    data
        The workspace's facts and names.
    items, told_of
        The figures of the text and what they are of.
    item, context
        The one that is asked for and what it is taken to be of.
    told
        What its text and its paragraph name.
    """

    def __init__(
        self, data: Data, items: list[Item], told_of: list[Context], item: Item, context: Context, told: Told
    ) -> None:
        self.data, self.items, self.item, self.context, self.told = data, items, item, context, told
        self.clause = f"{item.own_before} {item.own_after}"
        self.sentence = f"{sentence_before(items, item)} {item.own_after}"
        self.words = [words.lower() for words in (self.clause, self.sentence, context.words, told.above)]
        self.stems: dict[str, float | None] = {}
        # What the figures before it in its sentence, and the one right before it, are known to be of: city, period,
        # indicator.
        self.beside: set[tuple[str, str, str]] = set()
        self.right: tuple[str, str, str] | None = None
        self.cities = {PROVINCE} if PROVINCE_NAMED.search(self.clause) and item.reading.unit != "rank" else set()
        # A city before the figure is its own, whatever stands behind: Changde had so much and Yueyang so much.
        own = list(data.names.city.finditer(item.own_before)) or list(data.names.city.finditer(item.own_after))
        self.cities |= {data.names.cities[name[0].casefold()] for name in own}
        self.scope = scope_named(item) if item.reading.unit == "rank" else ""
        is_ranked = item.reading.unit == "rank" and bool(context.indicator)
        # Whether its words rank growth, or a level; None where they tell neither.
        self.is_growth = own_measure(item) if item.reading.unit == "rank" else None
        self.ranked = ranked_indicators(data, items, told_of, item) if is_ranked else []
        named = [name[0].casefold() for name in data.names.city.finditer(sentence_before(items, item))]
        self.last = data.names.cities[named[-1]] if named else ""

    @property
    def is_right_behind(self) -> bool:
        """Whether nothing of another matter or time stands between a place and the figure of its sentence before it."""
        before = self.items[self.item.number - 1] if self.item.number else self.item
        return (
            before.sentence == self.item.sentence
            and before.segment == self.item.segment
            and before.reading.unit in ("pct", *SCALES)
            and firmness(self.item.before) > NONE
            and not (THEN.search(self.item.before) or YEAR_BEFORE.search(f"{self.item.before} {self.item.own_after}"))
            and not (self.cities and {city for city, _, _ in self.beside} != self.cities)
        )

    def is_clear(self, fact: Known) -> bool:
        """Whether words tie a figure to a fact's indicator with no other matter, time or aim in its clause."""
        context, names = self.context, self.data.names
        if context.indicator and (context.firmness <= WORDS or context.indicator != fact.stem):
            return False
        own, words = names.own_words[fact.stem], names.city.sub(" ", self.item.own_before)
        return firmness(own.sub(" ", words) if own is not None else words) >= CLAUSES and not is_another(
            self.item, context.period
        )

    def score(self, fact: Known) -> float | None:
        """The score of a fact; None where nothing names its indicator, or it is of another kind."""
        stem, is_beside = self.of_stem(fact.stem), (fact.city, fact.period, fact.indicator) in self.beside
        if (stem is None and not is_beside) or not self.is_alike(fact):
            return None
        told = max(stem or 0.0, SENTENCE) + BESIDE if is_beside else stem or 0.0
        return told + self.of_city(fact.city) + self.of_period(fact.period) + self.of_scope(fact)

    def of_stem(self, stem: str) -> float | None:
        """What counts for an indicator; None where the text does not name it."""
        if stem not in self.stems:
            self.stems[stem] = self.named(stem)
        return self.stems[stem]

    def named(self, stem: str) -> float | None:
        """How the text around names an indicator."""
        context = self.context
        told = [FIRM[context.firmness]] if stem == context.indicator else []
        told += [MAYBE] if stem in context.maybe else []
        told += [SENTENCE] if stem in context.others[2] else []
        told += [PARAGRAPH] if stem in self.told.in_paragraph else []
        told += [ELSEWHERE] if stem in self.told.in_text else []
        for weight, words in zip(WORDED, self.words, strict=True):
            share = max(share_in(parts, words) for parts in self.told.parts[stem])
            told += [weight * share] if share >= SAID else []
        digits = len(self.item.reading.value.as_tuple().digits)
        is_long = digits >= MANY_DIGITS.get(self.item.reading.kind, NEVER)
        if not told:
            # So many digits tell by themselves what they are of.
            return 0.0 if is_long else None
        if firmness_of(self.clause, self.data.names.own_words[stem]) == NONE:
            # A matter of its own in the clause is what the figure is of.
            return max(told) - MATTER if is_long else None
        is_other = context.indicator not in ("", stem) and context.firmness == CERTAIN and self.may_be_named
        return max(told) - OTHER * is_other

    @property
    def may_be_named(self) -> bool:
        """Whether what its clause names has facts of the figure's measure: no count is of a rate."""
        level, growth = self.data.indicators(self.context)
        unit = self.item.reading.unit
        return unit == "rank" or bool(growth if unit == "pct" else level)

    def of_city(self, city: str) -> float:
        """How the text around tells a city."""
        clause, last, sentence, paragraph, text, home = CITY
        context = self.context
        told = [clause] if city in self.cities else []
        told += [last] if city in (context.city, self.last) else []
        told += [sentence] if city == PROVINCE and PROVINCE_NAMED.search(self.sentence) else []
        told += [paragraph] if city in context.others[0] else []
        told += [home] if city == context.home else []
        return max(told, default=text) - OTHER * (bool(self.cities) and city not in self.cities)

    def of_period(self, period: str) -> float:
        """How the text around tells a period."""
        here, before, release = PERIOD
        context = self.context
        told = [here if context.is_period_here else before] if period == context.period else []
        told += [release] if period == context.release_period else []
        if THEN.search(self.item.before):
            # 去年这个时候是第13: of the year before, and not of today.
            return here if period == year_before(context) else max(told, default=0.0) - OTHER
        return max(told, default=0.0)

    def of_scope(self, fact: Known) -> float:
        """Among whom a place is."""
        if not fact.scope:
            return 0.0
        if self.scope:
            return ALIKE if fact.scope == self.scope else -UNLIKE
        return ALIKE if fact.scope == PROVINCE else 0.0

    def is_alike(self, fact: Known) -> bool:
        """Whether a fact is of the kind of the figure: a growth of growth, a share of none."""
        kind, is_growth = self.item.reading.kind, fact.indicator.endswith("_growth")
        if self.ranked and fact.stem == self.context.indicator:
            return fact.indicator in self.ranked
        if self.is_growth is not None and is_growth != self.is_growth:
            return False
        if kind == "growth":
            return is_growth
        return not (kind in ("share", "rate") and is_growth)


def share_in(parts: Parts, words: str) -> float:
    """How much of a name stands in words."""
    whole = sum(parts.values())
    return sum(weight for part, weight in parts.items() if part in words) / whole if whole else 0.0


def parts_of(names: Names) -> dict[str, list[Parts]]:
    """By stem the parts of its Chinese and of its English name, each the lighter the more names it is in."""
    often = Counter(part for both in names.content.values() for parts in both for part in parts)
    return {
        stem: [{part: 1 / often[part] ** 2 for part in parts} for parts in both] for stem, both in names.content.items()
    }
