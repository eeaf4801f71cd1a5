"""Whether a contradiction stands: not where something else in the text or the workspace gives what is printed.

A figure that differs from what it is tied to is either wrong or tied wrongly. Two neighbouring digits swapped tell a
slip of the hand. Any other difference is set against every other way in which the text and the workspace may support
the figure; and one that is no slip at all refutes only where the figure's own clause tells what it is of.
"""

from __future__ import annotations


from zjjstats.audit.alibi_data import data_gives
from zjjstats.audit.alibi_inside import text_gives
from zjjstats.audit.context import Context
from zjjstats.audit.held import Data
from zjjstats.audit.layout import Item
from zjjstats.audit.verdicts import Finding, is_slip
from zjjstats.wording import number_text

# In a number of so many digits one that is off is no other figure that happens to look alike.
MANY_DIGITS = 3
Difference = str


def difference_of(item: Item, finding: Finding) -> Difference:
    """How what is printed differs from what would hold: swapped, slip, sign or far."""
    printed, holds = abs(item.reading.value), finding.expected
    if holds is None:
        return "bounds"
    if holds < 0:
        return "sign" if abs(holds) == printed else "far"
    decimals = max(item.reading.decimals, 0)
    if not is_slip(printed, holds, decimals):
        return "far"
    ours, theirs = (number_text(abs(one), decimals) for one in (printed, holds))
    off = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return "swapped" if off > 1 else "slip"


def other_support(
    data: Data | None, items: list[Item], told_of: list[Context], item: Item, finding: Finding, within: Finding | None
) -> str:
    """What else gives a figure that is called wrong; empty where nothing does."""
    difference = difference_of(item, finding)
    if within is not None and within.verdict == "confirmed":
        return within.evidence
    if difference in ("bounds", "swapped"):
        return ""
    found = text_gives(items, item, is_far=difference != "slip")
    if not found and data is not None:
        found = data_gives(data, items, told_of, item, is_far=difference != "slip")
    return found
