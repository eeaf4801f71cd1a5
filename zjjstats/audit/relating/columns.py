"""The columns of the table above a sentence, of which that may tell the sums."""

from __future__ import annotations

from collections import defaultdict

from zjjstats.audit.relating.role_words import TOTAL
from zjjstats.audit.relating.roles import Role

# How far above a figure its table may stand, in figures and paragraphs.
BACK, PARAGRAPHS = 60, 4


def columns(told: list[Role], role: Role) -> list[list[Role]]:
    """Each column of the last table above a figure, without its rows of totals."""
    if role.item.cell is not None or not role.is_summed:
        return []
    found = defaultdict[int, list[Role]](list)
    table = None
    for one in reversed(told[max(0, role.item.number - BACK) : role.item.number]):
        cell = one.item.cell
        if role.item.paragraph - one.item.paragraph > PARAGRAPHS and table is None:
            break
        if cell is None and table is None:
            continue
        table = cell.table if cell is not None and table is None else table
        if cell is None or cell.table != table:
            break
        is_like = one.measure == role.measure and one.item.reading.kind in ("count", "amount")
        if is_like and cell.column is not None and not TOTAL.search(one.item.name):
            found[cell.column].insert(0, one)
    return [column for column in found.values() if len(column) > 1]
