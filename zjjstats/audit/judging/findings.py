"""When a printed figure holds: it is what the recomputed value rounds to at the printed precision."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zjjstats.audit.judging.figure import Verdict
from zjjstats.audit.reading.reading import Reading
from zjjstats.wording import number_text, rounded

# Digits of a recomputed value that a reader is shown beyond those printed.
SWAPPED = 2
TEN = 10


@dataclass(frozen=True)
class Finding:
    """What one check found about one figure; ``fact`` names the fact that the figure was set against, if it was one."""

    verdict: Verdict
    expected: Decimal | None
    evidence: str
    fact: str = ""


def told(value: Decimal, decimals: int = 6) -> str:
    """A number in evidence."""
    return number_text(value, decimals, drop_zeros=True)


def verdict(printed: Decimal, exact: Decimal, decimals: int, *, is_ratio: bool = False) -> Verdict:
    """Whether the exact value rounds to what is printed; only a ratio without decimals can be off by rounding.

    Examples
    --------
    >>> verdict(Decimal("68.18"), Decimal(15) / 22 * 100, 2)
    'confirmed'
    >>> verdict(Decimal("317"), Decimal(316), 0)
    'contradicted'
    >>> verdict(Decimal("34"), Decimal(35), 0, is_ratio=True)
    'last-digit'
    """
    off = abs(rounded(exact, decimals) - printed)
    if not off:
        return "confirmed"
    has_last = decimals > 0 or (is_ratio and not decimals)
    return "last-digit" if off == Decimal(1).scaleb(-decimals) and has_last else "contradicted"


def judged(
    reading: Reading, exact: Decimal, evidence: str, *, computed: bool = True, spread: Decimal = Decimal(0)
) -> Finding | None:
    """The finding for a figure whose exact value is known, as a positive number in the printed unit.

    Parameters
    ----------
    reading
        The figure.
    exact
        What it ought to be.
    evidence
        How a reader redoes it.
    computed
        Whether the value follows from others, so that its last decimal may be a slip of rounding.
    spread
        How far the exact value may be off because its parts are printed rounded.

    Returns
    -------
    Finding or None
        None where the parts are printed too coarsely to tell.
    """
    # A third is meant to the percent.
    value, unit = rounded(abs(reading.value), reading.decimals), Decimal(1).scaleb(-reading.decimals)
    holds = rounded(exact, reading.decimals)
    if reading.approximate:
        near = abs(exact - value) <= max(value / 10, unit)
        return Finding("not-checked", None, evidence) if near or not exact else None
    found = verdict(value, exact, reading.decimals, is_ratio=reading.unit == "pct")
    if found == "confirmed" or (found == "last-digit" and computed):
        return Finding(found, holds, evidence)
    if rounded(exact - spread, reading.decimals) <= value <= rounded(exact + spread, reading.decimals):
        return None
    return Finding("contradicted", holds, evidence)


def is_slip(printed: Decimal, holds: Decimal, decimals: int) -> bool:
    """Whether two numbers differ as a mistyped one does: in exactly one digit, or by two neighbours that are swapped.

    Examples
    --------
    >>> is_slip(Decimal("68.81"), Decimal("68.18"), 2), is_slip(Decimal("38.18"), Decimal("68.18"), 2)
    (True, True)
    >>> is_slip(Decimal("61.88"), Decimal("68.12"), 2)
    False
    """
    ours, theirs = (number_text(abs(number), decimals) for number in (printed, holds))
    if len(ours) != len(theirs):
        return False
    off = [place for place, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
    if len(off) == SWAPPED:
        first, last = off
        between = set(ours[first + 1 : last]) <= {"."}
        return between and (ours[first], ours[last]) == (theirs[last], theirs[first])
    return len(off) == 1


def cautious(reading: Reading, finding: Finding | None) -> Finding | None:
    """The finding of a check whose parts are tied loosely: a contradiction stands only where one digit is wrong."""
    if finding and finding.verdict == "contradicted" and finding.expected is not None:
        # Of a percentage with one digit any other is one digit off.
        is_told = reading.unit != "pct" or reading.decimals > 0 or abs(reading.value) >= TEN
        return finding if is_told and is_slip(reading.value, finding.expected, reading.decimals) else None
    return finding


def only_confirmed(finding: Finding | None) -> Finding | None:
    """A finding that holds; one that does not says nothing."""
    return finding if finding and finding.verdict == "confirmed" else None
