"""How a figure differs from what would hold: as a slip of the hand does, or as another figure."""

from __future__ import annotations

from decimal import Decimal

from zjjstats.audit.judging.findings import Finding, is_slip
from zjjstats.audit.reading.layout import Item
from zjjstats.wording import number_text

# A round amount stands for those around it: past 300 billion, for 310.09.
ROUND, ABOUT, FEW = 2, Decimal("0.1"), 2


def difference_of(item: Item, finding: Finding) -> str:
    """How what is printed differs from what would hold: bounds, sign, swapped, slip, misplaced, round or far.

    What is outside of all bounds has nothing that would hold. A slip is one wrong digit; misplaced is a digit too many
    or too few, or the decimal point.
    """
    printed, holds = abs(item.reading.value), finding.expected
    if holds is None:
        return "bounds"
    if holds <= 0:
        return "sign" if abs(holds) == printed else "far"
    if item.reading.kind == "amount" and is_round(printed, holds):
        return "round"
    decimals = max(item.reading.decimals, 0)
    ours, theirs = (number_text(abs(one), decimals) for one in (printed, holds))
    if is_slip(printed, holds, decimals):
        return "swapped" if sum(a != b for a, b in zip(ours, theirs, strict=True)) > 1 else "slip"
    ours, theirs = ours.replace(",", ""), theirs.replace(",", "")
    return "misplaced" if is_misplaced(ours, theirs) or is_misplaced(theirs, ours) else "far"


def is_round(printed: Decimal, holds: Decimal) -> bool:
    """Whether an amount of one or two digits and noughts is about what would hold."""
    digits = str(int(printed)) if printed == int(printed) else ""
    return len(digits) > FEW and len(digits.rstrip("0")) <= ROUND and abs(holds - printed) <= printed * ABOUT


def is_misplaced(longer: str, shorter: str) -> bool:
    """Whether one number is another with a digit more, or with its point elsewhere."""
    digits, others = (one.replace(".", "").strip("0") for one in (longer, shorter))
    if digits == others:
        return True
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
