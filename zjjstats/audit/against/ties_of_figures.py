"""What ties a place to a fact besides names: the figure that it stands behind, and what that turned out to be of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zjjstats.audit.against.other_times import THEN, YEAR_BEFORE
from zjjstats.audit.against.rank_scopes import scope_named
from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN, NONE, firmness
from zjjstats.audit.reading.layout import Item

# Of these, one digit that is off tells a slip from another figure.
DIGITS_TELL = {"pct", *SCALES}
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


def periods_beside(items: list[Item], item: Item, resolved: Resolved) -> frozenset[str]:
    """The periods of what the two figures before a figure are known to be of: a year ago, at 12.7%, you were sixth."""
    near = range(max(0, item.number - 2), item.number)
    return frozenset(resolved[one].period for one in near if one in resolved and items[one].segment == item.segment)


def is_scope_told(items: list[Item], item: Item) -> bool:
    """Whether words tell among whom a place is, or places were gained: its own, or those of the rank before places."""
    return item.reading.unit == "rank" or bool(scope_named(item) or scope_named(items[item.number - 1]))
