"""A figure as read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Reading:
    """A figure as read, before anything is checked; ``approximate`` where the text says nearly, over, about."""

    start: int
    end: int
    value: Decimal
    decimals: int
    unit: str
    kind: str
    approximate: bool = False
