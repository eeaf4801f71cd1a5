"""One printed figure and what became of it: the row that an audit is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["confirmed", "last-digit", "contradicted", "ambiguous", "not-checked"]
VERDICTS: tuple[Verdict, ...] = ("confirmed", "last-digit", "contradicted", "ambiguous", "not-checked")


@dataclass(frozen=True)
class Figure:
    """A figure as a text prints it, and its verdict.

    ``value`` and ``expected`` are in the printed unit (68.18 for 68.18 %), without the sign that only words give;
    ``start`` and ``end`` are offsets of characters; ``city`` and ``period`` are keys, or empty where none is told.
    """

    text: str
    start: int
    end: int
    value: float
    unit: str
    kind: str
    city: str
    period: str
    decimals: int
    verdict: Verdict
    expected: float | None
    evidence: str
