"""Whether what calls a figure wrong already belongs to another figure, so that this one is of something else."""

from __future__ import annotations

import re
from decimal import Decimal

from zjjstats.audit.doubting.case import COUNTED_OUT, Case
from zjjstats.audit.judging.findings import Finding, told
from zjjstats.audit.reading.layout import Item

# In a table, so many figures may stand between two rows of a column.
COLUMN = 100
PART = re.compile(r" [−+÷×-] ")


def is_taken(case: Case, item: Item, finding: Finding) -> bool:
    """Whether another figure of the paragraph already tells the fact that this one is tied to.

    In a column of counties the last row tells what is of the city.
    """
    if item.cell is not None and is_in_column(case, item, finding.expected):
        return True
    return any(
        found is not None and found.verdict == "confirmed" and found.evidence == finding.evidence
        for one in case.around(item)
        if one.paragraph == item.paragraph
        for found in [case.theirs[one.number]]
    )


def is_in_column(case: Case, item: Item, expected: Decimal | None) -> bool:
    """Whether another row of a figure's column, of the same city, prints the value that would hold for it."""
    return any(
        one.cell is not None
        and item.cell is not None
        and (one.cell.table, one.cell.column) == (item.cell.table, item.cell.column)
        and one.cell.row != item.cell.row
        and one.reading.value == expected
        and case.are_of_one(one, item)
        for one in case.items[max(0, item.number - COLUMN) : item.number + COLUMN + 1]
    )


def is_given_to_another(case: Case, item: Item, finding: Finding) -> bool:
    """Whether the same parts already give another figure of the sentence: by 0.5 points, and then by 0.3."""
    return any(
        found is not None and found.verdict == "confirmed" and found.evidence == finding.evidence
        for one in case.around(item)
        if one.sentence == item.sentence
        for found in [case.ours[one.number]]
    )


def is_part_of_wrong(case: Case, item: Item) -> bool:
    """Whether an amount is a part of another behind it that is called wrong: of the two, what came of them is.

    Income of 61.2 less expenses of 48.7 left 13.5: the rest is worked out last.
    """
    value = told(abs(item.reading.value))
    behind = (
        case.ours[one.number] for one in case.around(item) if one.number > item.number and one.segment == item.segment
    )
    return item.reading.kind in ("amount", "count") and any(
        found is not None
        and found.verdict == "contradicted"
        and value in PART.split(found.evidence.rpartition(" = ")[0])
        for found in behind
    )


def is_one_of_many(case: Case, item: Item) -> bool:
    """Whether the facts refute every figure that a sentence tells of the same, so that these are of another.

    Two that only changed places are wrong, though.
    """
    found = [
        case.theirs[one.number]
        for one in case.around(item)
        if one is not item and one.sentence == item.sentence and case.are_of_one(one, item)
    ]
    verdicts = {one.verdict for one in found if one is not None}
    before = case.items[max(0, item.number - 1)]
    is_ranked = item.reading.unit in COUNTED_OUT and before.reading.unit not in COUNTED_OUT
    ranked = case.theirs[before.number] if is_ranked and before.segment == item.segment else None
    if any(one is not None and one.expected == abs(item.reading.value) for one in found):
        return False
    if ranked is not None and ranked.verdict == "contradicted" and case.are_of_one(before, item):
        # What is ranked is of something else, so the rank is too.
        return True
    return "contradicted" in verdicts and not verdicts & {"confirmed", "ambiguous", "last-digit"}
