"""How probable it is that a value is printed by chance, or as a slip of what it should be."""

from __future__ import annotations

from decimal import Decimal

from zjjstats.audit.judging.findings import is_slip
from zjjstats.audit.relating.candidates import Candidate
from zjjstats.audit.relating.roles import Role
from zjjstats.wording import number_text, rounded

# Over so wide a field percentages, points and multiples of releases are strewn.
FIELD = {"pct": 100.0, "points": 15.0, "multiple": 3.0}
SIMPLE, HALF = 24, 0.5
# Multiples and averages are told in few digits; none is nearer than so.
OF_FEW, NEARLY = frozenset(("multiple", "average")), 0.005
# Of so many figures one is printed wrongly, by each of three slips: the last digit, two digits swapped, one digit.
ERROR = 0.02


def strewn(role: Role) -> float:
    """The share of figures of this kind that are printed as this one is."""
    reading = role.item.reading
    return min(10.0**-reading.decimals / FIELD.get(reading.unit, max(abs(float(reading.value)), 3.0)), HALF)


def chance(role: Role, candidate: Candidate) -> float:
    """How probable it is that a candidate comes to what is printed by chance.

    A percentage that is a simple fraction, such as three quarters, is what many a pair of small figures gives: a part
    of so many things can be no more than so many percentages.
    """
    reading = role.item.reading
    odds = strewn(role)
    if reading.unit == "pct":
        unit, value = 10.0**-reading.decimals, abs(float(reading.value))
        size = next((size for size in range(1, SIMPLE) if is_fraction(value, size, unit)), SIMPLE)
        odds = max(odds, min(1 / digits(candidate.operands[-1]), HALF / size**2))
    if candidate.relation in OF_FEW and reading.decimals <= 0:
        # Doubled is said of what is nearly twice as much: the nearer, the less by chance.
        value = abs(float(reading.value))
        odds = min(odds, 2 * max(abs(abs(candidate.value) - value), NEARLY * value) / FIELD["multiple"])
    return min(odds, HALF)


def digits(role: Role) -> float:
    """A figure as a whole number, by its digits as printed."""
    reading = role.item.reading
    return max(1.0, abs(float(reading.value)) * 10.0 ** max(reading.decimals, 0))


def is_fraction(value: float, size: int, unit: float) -> bool:
    """Whether a percentage is what some of so many things are."""
    part = value * size / 100
    return abs((part + HALF) // 1 - part) * 100 / size <= unit / 2


def slip(role: Role, exact: float) -> float:
    """How probable it is that a value is misprinted as the figure is; nought where it is no slip."""
    reading = role.item.reading
    decimals = max(reading.decimals, 0)
    printed, holds = abs(reading.value), abs(rounded(Decimal(repr(exact)), decimals))
    if abs(printed - holds) == Decimal(1).scaleb(-decimals) and decimals:
        return ERROR / 2
    if not holds or not is_slip(printed, holds, decimals):
        return 0.0
    ours, theirs = number_text(printed, decimals), number_text(holds, decimals)
    length = len(ours.replace(".", "").replace(",", ""))
    is_swapped = sum(a != b for a, b in zip(ours, theirs, strict=True)) > 1
    return ERROR / length if is_swapped else ERROR / (9 * length)
