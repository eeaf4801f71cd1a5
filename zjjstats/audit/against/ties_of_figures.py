"""What ties a figure to a fact besides names: the figure that a rank stands behind, digits that changed places."""

from __future__ import annotations

from collections.abc import Callable

from zjjstats.audit.against.other_times import THEN, YEAR_BEFORE
from zjjstats.audit.against.rank_scopes import scope_named
from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.judging.findings import Finding, is_slip
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.naming.firmness import CERTAIN, NONE, firmness
from zjjstats.audit.reading.layout import Item
from zjjstats.wording import number_text

# Of these, one digit that is off tells a slip from another figure.
DIGITS_TELL = {"pct", *SCALES}
THREE = 3
# By number of a figure that a fact confirms, what that is of.
Resolved = dict[int, Context]
Way = Callable[["Data", list[Item], list[Context], Item], Finding | None]


def ranked_behind(items: list[Item], told_of: list[Context], item: Item, resolved: Resolved) -> Context:
    """What a rank is of right behind the figure that it ranks, where the workspace holds that.

    With 129.994 billion, is seventh: of the same. So is a place right behind another: 8th, and in our group we sank to
    5th.
    """
    context, before = told_of[item.number], items[item.number - 1] if item.number else item
    of = told_of[before.number]
    if (
        item.reading.unit != "rank"
        or before.segment != item.segment
        or (context.firmness == CERTAIN and context.indicator)
    ):
        return context
    is_same = (of.city, of.period) == (context.city, context.period) and firmness(item.before) == CERTAIN
    known = resolved[before.number].indicator if before.number in resolved else ""
    if not is_same or not known or context.indicator not in ("", known):
        return context
    ranks = before.number if before.reading.unit == "pct" or before.reading.kind == "amount" else of.ranks
    return replace(context, indicator=known, firmness=CERTAIN, ranks=ranks)


def is_beside_known(told_of: list[Context], items: list[Item], item: Item, resolved: Resolved) -> bool:
    """Whether a place stands behind a figure of its sentence that the workspace holds, and so is of what that is of."""
    before = items[item.number - 1] if item.number else item
    known, ours = resolved.get(before.number), told_of[item.number]
    if item.reading.unit not in ("rank", "places") or before.sentence != item.sentence or known is None:
        return False
    if not ours.indicator or known.indicator != ours.indicator:
        return False
    if (before.reading.unit, item.reading.unit) == ("rank", "places") and before.segment == item.segment:
        return firmness(item.before) == CERTAIN
    is_of_then = THEN.search(item.before) or YEAR_BEFORE.search(item.before)
    is_same = (known.city, known.period) == (ours.city, ours.period)
    return is_same and firmness(item.before) > NONE and not is_of_then


def is_scope_told(items: list[Item], item: Item) -> bool:
    """Whether words tell among whom a place is, or places were gained: its own, or those of the rank before places."""
    return item.reading.unit == "rank" or bool(scope_named(item) or scope_named(items[item.number - 1]))


def swapped_digits(
    data: Data, items: list[Item], told_of: list[Context], item: Item, way: Way, changes: list[Context]
) -> Finding | None:
    """What loose words tie a figure to refutes it only where two neighbours of three digits or more are swapped."""
    context, digits = told_of[item.number], len(item.reading.value.as_tuple().digits)
    if item.reading.unit not in DIGITS_TELL or digits < THREE or item.reading.approximate:
        return None
    if context.firmness < CERTAIN or not context.indicator:
        changes = [replace(context, indicator=key) for key in (context.indicator, *context.maybe) if key]
    try:
        for change in changes[:THREE]:
            told_of[item.number] = change
            found = way(data, items, told_of, item)
            if found and found.expected is not None and found.verdict == "contradicted":
                decimals = max(item.reading.decimals, 0)
                ours, theirs = (number_text(abs(one), decimals) for one in (item.reading.value, found.expected))
                is_slipped = is_slip(abs(item.reading.value), found.expected, decimals)
                if is_slipped and sorted(ours) == sorted(theirs):
                    return found
    finally:
        told_of[item.number] = context
    return None
