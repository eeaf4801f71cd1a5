"""A figure as read, and the number in the text that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zjjstats.wording import rounded

# So many decimals more than are printed has a part such as a third, and no number.
MORE = 2


@dataclass(frozen=True)
class Reading:
    """A figure as read, before anything is checked; ``approximate`` where the text says nearly, over, about.

    ``from_last`` is how many stand behind a place that is told from the end (last: 0), of the assessment group where
    ``is_in_group``; until a workspace tells how large that is, the value is a place among the cities of the province.
    """

    start: int
    end: int
    value: Decimal
    decimals: int
    unit: str
    kind: str
    approximate: bool = False
    from_last: int | None = None
    is_in_group: bool = False

    @property
    def shown(self) -> Decimal:
        """The value as a reader is told it: of a third the whole percent, though it is reckoned with more."""
        exponent = int(self.value.as_tuple().exponent)
        return rounded(self.value, 0) if exponent < -self.decimals - MORE else self.value


@dataclass(frozen=True)
class Printed:
    """A number and what is printed around it, from which a reading is made.

    ``number`` is as printed, ``before`` what stands before it; ``unit`` names the unit behind it, which is empty where
    there is none or its words make no figure; ``is_bare`` where no unit stands there.
    """

    text: str
    number: str
    start: int
    end: int
    script: str
    value: Decimal
    decimals: int
    before: str
    unit: str
    unit_end: int
    is_bare: bool
    approximate: bool

    def reading(self, stop: int, unit: str, kind: str, *, begin: int = -1) -> Reading:
        """The number as a figure that ends at a place of the text."""
        start = self.start if begin < 0 else begin
        return Reading(start, stop, self.value, self.decimals, unit, kind, self.approximate)
