"""What a column of a table is of, where the facts of its other rows say so."""

from __future__ import annotations

from collections.abc import Iterator

from zjjstats.audit.against.ties_of_figures import Resolved
from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.naming.firmness import CERTAIN
from zjjstats.audit.reading.layout import Item

# So many rows that the facts of one indicator confirm make its column one of it.
ENOUGH = 2


def of_their_column(
    items: list[Item], told_of: list[Context], findings: list[Finding | None], resolved: Resolved
) -> Iterator[tuple[Item, Context]]:
    """The cells that no fact has judged, with what the rest of their column proved to be of."""
    columns: dict[tuple[int, int, str], list[Item]] = {}
    for item in items:
        if item.cell is not None:
            columns.setdefault((item.cell.table, item.cell.column, item.reading.unit), []).append(item)
    for column in columns.values():
        found = [findings[one.number] for one in column]
        held = [
            resolved[one.number].indicator if one.number in resolved else ""
            for one, of in zip(column, found, strict=True)
            if is_held(of)
        ]
        if len(held) < ENOUGH or len(set(held)) != 1 or not held[0]:
            continue
        for one, of in zip(column, found, strict=True):
            context = told_of[one.number]
            if context.city and context.period and (of is None or of.verdict == "not-checked"):
                yield one, replace(context, indicator=held[0], firmness=CERTAIN, maybe=())


def is_held(finding: Finding | None) -> bool:
    """Whether a fact confirms a figure."""
    return finding is not None and finding.verdict == "confirmed"
