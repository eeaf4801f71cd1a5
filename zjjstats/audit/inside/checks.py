"""Checks within the text: a figure against others that its words name or that stand in its own clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zjjstats.audit.inside.averages import average_across, so_much_each
from zjjstats.audit.inside.by_label import named_gap
from zjjstats.audit.inside.column_rules import by_columns
from zjjstats.audit.inside.compared_levels import compared_levels
from zjjstats.audit.inside.derived_gaps import derived_difference, derived_gap
from zjjstats.audit.inside.derived_growth import derived_growth
from zjjstats.audit.inside.derived_rates import derived_rate
from zjjstats.audit.inside.derived_sums import derived_sum, together
from zjjstats.audit.inside.differences import difference_check
from zjjstats.audit.inside.gaps_taken_up import gap_taken_up
from zjjstats.audit.inside.growth import growth_check, growth_from_base
from zjjstats.audit.inside.left_across import left_over
from zjjstats.audit.inside.levels_by_name import gap_by_name
from zjjstats.audit.inside.parallel_segments import column_of_segments
from zjjstats.audit.inside.pointed_wholes import of_the_whole, share_of_split
from zjjstats.audit.inside.ranks import places_check, rank_check
from zjjstats.audit.inside.rates import rate_check
from zjjstats.audit.inside.remainders import what_is_left
from zjjstats.audit.inside.rows_in_prose import of_tables
from zjjstats.audit.inside.shares_by_name import named_share, shares_together
from zjjstats.audit.inside.sums import sum_check
from zjjstats.audit.inside.told_by_siblings import share_of_told
from zjjstats.audit.inside.told_over import told_over
from zjjstats.audit.judging.findings import Finding, is_slip
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

Check = Callable[[list[Item], Item, Lang], Finding | None]


OF_GROWTH: tuple[Check, ...] = (growth_check, derived_growth, growth_from_base)
OF_GROWTH_TOLD = (*OF_GROWTH, told_over)
OF_PERCENT: tuple[Check, ...] = (
    rate_check, growth_check, derived_rate, derived_growth, of_the_whole,
    shares_together, share_of_told, named_share, told_over, share_of_split,
)  # fmt: skip
# A share of a whole is no growth from one to the other.
OF_SHARE = tuple(check for check in OF_PERCENT if check not in OF_GROWTH)
OF_UNIT: dict[str, tuple[Check, ...]] = {
    "multiple": (growth_check,),
    "points": (
        compared_levels,
        difference_check,
        named_gap,
        derived_gap,
        gap_by_name,
        gap_taken_up,
    ),
    "rank": (rank_check,),
    "places": (places_check,),
}
OF_AMOUNT: tuple[Check, ...] = (
    sum_check, together, derived_difference, derived_sum, named_gap,
    column_of_segments, so_much_each, what_is_left, left_over, average_across,
)  # fmt: skip


def checks_for(item: Item) -> tuple[Check, ...]:
    """The checks that a figure of its unit and kind can have."""
    unit, kind = item.reading.unit, item.reading.kind
    if kind == "range":
        return ()
    if unit == "pct":
        return {"growth": OF_GROWTH_TOLD, "share": OF_SHARE}.get(kind, OF_PERCENT)
    return OF_UNIT.get(unit, OF_AMOUNT if kind in ("count", "amount") else ())


def inside(items: list[Item], lang: Lang) -> list[Finding | None]:
    """By figure, what the text itself says about it; None where it says nothing."""
    findings = [first(item, (check(items, item, lang) for check in checks_for(item))) for item in items]
    for number, finding in [*by_columns(items, lang).items(), *of_tables(items, lang).items()]:
        ours = findings[number]
        if ours is None or ours.verdict == "not-checked" or finding.verdict == "confirmed":
            findings[number] = finding
    return findings


def first(item: Item, findings: Iterable[Finding | None]) -> Finding | None:
    """The first finding there is; one that refutes more than a slip gives way to a later one that holds."""
    told = (finding for finding in findings if finding is not None)
    found = next(told, None)
    if found is None or found.verdict != "contradicted" or found.expected is None:
        return found
    if is_slip(item.reading.value, found.expected, item.reading.decimals):
        return found
    return next((other for other in told if other.verdict == "confirmed"), found)
