"""Amounts as a ledger writes them: with separators, full-width digits, and units in the header or in the cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from zjjstats.workbooks.words import fold

# How many 万元 one of each unit is, as a power of ten, so that the point is moved and nothing is rounded.
UNITS = {
    "亿元": 4,
    "亿": 4,
    "亿元人民币": 4,
    "万元": 0,
    "万": 0,
    "万元人民币": 0,
    "元": -4,
    "千元": -1,
    "百万元": 2,
    "千万元": 3,
}
NUMBER = re.compile(r"([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)")


class AmountError(ValueError):
    """Raised where a text is no amount."""


@dataclass(frozen=True)
class Amount:
    """A number as written, its own unit where the cell names one, and half its last place."""

    number: Decimal
    unit: str
    half: Decimal

    def in_unit(self, power: int) -> Decimal:
        """The amount in 万元, where the column's unit is ten to that power of it."""
        return self.number.scaleb(UNITS.get(self.unit, power))

    def tolerance(self, power: int) -> Decimal:
        """Half the last place, in 万元."""
        return self.half.scaleb(UNITS.get(self.unit, power))


def unit_of(text: str) -> str:
    """The unit of money that a header or the line above a table names, or nothing."""
    folded = fold(text)
    found = re.search(r"(亿元|百万元|千万元|万元|千元|(?<![亿万千百美欧])元)", folded)
    return found[1] if found else ""


def read_amount(value: object) -> Amount:
    """The amount in a cell.

    Raises
    ------
    AmountError
        It is no number, or has a unit that is none of money.

    Examples
    --------
    >>> read_amount("1,234.5").number
    Decimal('1234.5')
    >>> read_amount("1.2亿元").in_unit(0)
    Decimal('1.2E+4')
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise AmountError(str(value))
    return read_written(repr(value) if isinstance(value, float) else fold(str(value)))


def guess_of(value: object) -> Amount | None:
    """What a text such as 约3000 or 3亿左右 may mean, for looking at a total only; None where it has no number."""
    found = re.search(r"(\d[\d,]*(?:\.\d+)?)(亿|千万|百万|万)?", fold(value) if isinstance(value, str) else "")
    if found is None:
        return None
    return read_written(found[1].strip(",") + {"千万": "千万元", "百万": "百万元"}.get(found[2], found[2] or ""))


def amount_text(amount: Decimal | None) -> str:
    """An amount without an exponent or idle noughts."""
    if amount is None:
        return ""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=65536)
def read_written(text: str) -> Amount:
    """The amount in a folded text; see `read_amount`."""
    if re.fullmatch(r"-?\d+(\.\d+)?e[+-]?\d+", text):
        number, unit = Decimal(text), ""
    else:
        text = text.replace("、", ",").replace("¥", "").replace("￥", "")
        found = NUMBER.fullmatch(text)
        if not found or (found[2] and found[2] not in UNITS):
            raise AmountError(text)
        number, unit = Decimal(found[1].replace(",", "")), found[2]
    exponent = number.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    # A float's last digits are noise where it came of a sum.
    return Amount(number, unit, Decimal(5).scaleb(max(min(places, 0), -6) - 1))
