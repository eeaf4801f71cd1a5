"""What an audit found of what the hand marked: figures, values with unit, verdicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import Protocol

from corpus_files import Mark, Release, base

FALSE = {"contradicted", "last-digit"}


class Figure(Protocol):
    """The part of an audited figure that is scored."""

    text: str
    start: int
    end: int
    value: float
    unit: str
    kind: str
    verdict: str
    expected: float | None


@dataclass(frozen=True)
class Outcome:
    """A mark, the figure found for it, or a figure that no mark stands for."""

    release: Release
    mark: Mark | None
    figure: Figure | None

    @property
    def kind(self) -> str:
        """The kind the hand gave, else the one the audit gave."""
        return self.mark.kind if self.mark else self.figure.kind

    @property
    def found(self) -> bool:
        return bool(self.mark and self.figure)

    @property
    def checkable(self) -> bool:
        return bool(self.mark) and "not-checked" not in self.mark.verdicts

    @property
    def right(self) -> bool:
        return self.found and self.figure.verdict in self.mark.verdicts

    @property
    def true_contradicted(self) -> bool:
        """A figure called wrong that is not; a date or a number of a document counts as well."""
        if not self.figure or self.figure.verdict != "contradicted":
            return False
        return not self.mark or not FALSE & set(self.mark.verdicts)

    @property
    def false_confirmed(self) -> bool:
        return self.found and self.figure.verdict == "confirmed" and set(self.mark.verdicts) <= FALSE

    @property
    def names_what_holds(self) -> bool:
        if not self.right or self.mark.expected is None or self.figure.expected is None:
            return False
        return _equal(abs(self.figure.expected), abs(self.mark.expected))


@dataclass
class Tally:
    """Counts over outcomes; a share of nothing is 1."""

    marked: int = 0
    found: int = 0
    invented: int = 0
    checkable: int = 0
    right: int = 0
    true_contradicted: int = 0
    false_confirmed: int = 0
    with_expected: int = 0
    expected_named: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Tally)))

    @property
    def recall(self) -> float:
        """Figures found with the right value and unit, of those marked."""
        return self.found / self.marked if self.marked else 1.0

    @property
    def precision(self) -> float:
        """Figures that a mark stands for, of those found."""
        every = self.found + self.invented
        return self.found / every if every else 1.0

    @property
    def verdicts(self) -> float:
        """Right verdicts, of the checkable figures, those that were not found among them."""
        return self.right / self.checkable if self.checkable else 1.0


def outcomes(release: Release, figures: Iterable[Figure]) -> list[Outcome]:
    """Each mark with the figure at its place that has its value and unit, then the figures that are left."""
    left = sorted(figures, key=lambda figure: figure.start)
    matched = []
    for mark in release.marks:
        figure = next((figure for figure in left if _same(mark, figure)), None)
        if figure is not None:
            left.remove(figure)
        matched.append(Outcome(release, mark, figure))
    return matched + [Outcome(release, None, figure) for figure in left]


def score(
    releases: Iterable[Release], figures_of: Callable[[Release], Iterable[Figure]]
) -> tuple[dict[str, Tally], list[Outcome]]:
    """The tally of each kind of figure, and every outcome."""
    every = [outcome for release in releases for outcome in outcomes(release, figures_of(release))]
    tallies: dict[str, Tally] = {}
    for outcome in every:
        expects = outcome.mark is not None and outcome.mark.expected is not None
        one = Tally(
            marked=outcome.mark is not None,
            found=outcome.found,
            invented=outcome.mark is None,
            checkable=outcome.checkable,
            right=outcome.checkable and outcome.right,
            true_contradicted=outcome.true_contradicted,
            false_confirmed=outcome.false_confirmed,
            with_expected=expects,
            expected_named=outcome.names_what_holds,
        )
        tallies[outcome.kind] = tallies.get(outcome.kind, Tally()) + one
    return tallies, every


def misses(every: Iterable[Outcome]) -> list[Outcome]:
    """What was not found, not there, or judged wrongly."""
    return [
        outcome
        for outcome in every
        if not outcome.found or outcome.true_contradicted or (outcome.checkable and not outcome.right)
    ]


def _same(mark: Mark, figure: Figure) -> bool:
    if figure.start >= mark.end or figure.end <= mark.start:
        return False
    try:
        found, unit = base(figure.value, figure.unit)
    except (InvalidOperation, TypeError):
        return False
    wanted, wanted_unit = base(mark.value, mark.unit)
    if not re.search(r"[-−－]", mark.text):
        # 下降3位 and a fall of 3 places print no sign; whether the audit gives one is its own affair.
        found, wanted = abs(found), abs(wanted)
    return unit == wanted_unit and _equal(found, wanted)


def _equal(found: object, wanted: Decimal) -> bool:
    try:
        return abs(Decimal(str(found)) - wanted) <= abs(wanted) * Decimal("1e-9")
    except InvalidOperation:
        return False
