"""Whether a contradiction stands: not where something else in the text or the workspace gives what is printed.

A figure that differs from what it is tied to is either wrong or tied wrongly. Two neighbouring digits swapped tell a
slip of the hand. Any other difference is set against every other way in which the text and the workspace may support
the figure; and one that is no slip at all refutes only where the figure's own sentence tells what it is of.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.doubting.other_facts import facts_give
from zjjstats.audit.doubting.other_parts import beside_give, parts_give
from zjjstats.audit.doubting.slips import difference_of
from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.firmness import CERTAIN
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

# Right beside a figure these say which way it goes.
RIGHT_BESIDE = re.compile(
    r"(?:增长?|上升|提高|上涨|增加|扩大|前移|上移|提升|前进|跃升|下降|减少|回落|下滑|降低|后移|后退|退后|下移|滑落|倒退)了?$"
    r"|\b(?:grew|grow|rose|rise|risen|increas\w*|expand\w*|gain\w*|climb\w*|advanc\w*|jump\w*|fell|fall|fallen|declin\w*|drop\w*|decreas\w*|shrank|slip\w*|slid|up|down)(?: by| of)? $",
    re.IGNORECASE,
)


# It improved from 13th to 7th, up 5 places.
FROM, TO = re.compile(r"(?:[由从]|\bfrom )$"), re.compile(r" to |[升降退进前移]*[至到]第?")
# What is no slip is a wrong figure only where it is not far from what would hold.
NEAR_BY = (Decimal("0.67"), Decimal("1.5"))
FEW = 2
# 4.6 and 8.2 points faster than the rest: what they are set against may stand further back.
GAPS_LISTED = re.compile(r",? (?:and|or) ")
COUNTED_OUT = ("rank", "places")
# So many figures on either side may be of the same; in a table, so many may stand between two rows of a column.
AROUND, COLUMN = 6, 100


def agree(ours: Finding | None, theirs: Finding | None) -> bool:
    """Whether the text and the workspace both call a figure wrong, and name the same value for it."""
    return (
        ours is not None
        and theirs is not None
        and ours.verdict == theirs.verdict == "contradicted"
        and ours.expected is not None
        and ours.expected == theirs.expected
    )


@dataclass(frozen=True)
class Case:
    """A text's figures with all that the checks found: ``ours`` by the text itself, ``theirs`` by the workspace."""

    items: list[Item]
    told_of: list[Context]
    ours: list[Finding | None]
    theirs: list[Finding | None]
    data: Data | None
    lang: Lang

    def weighed(self, item: Item, finding: Finding) -> Finding:
        """The finding that calls a figure wrong; where it may be tied wrongly, one that says why it is left unchecked.

        What the two figures right before it give is no matter of doubt, nor is what its parts and the workspace tell
        alike.
        """
        ours, theirs = self.ours[item.number], self.theirs[item.number]
        if finding is ours and item.reading.unit == "pct" and (other := self.held_by_mended(item)):
            return Finding("not-checked", None, say(self.lang, "none.doubted", evidence=finding.evidence, other=other))
        if agree(ours, theirs) or (
            finding is ours and (self.is_beside(item, finding) or self.is_exchanged(item, finding))
        ):
            return finding
        is_given = ours is not None and ours.verdict == "confirmed"
        if ours is not None and is_given and beside_give(self.items, self.told_of, item, abs(item.reading.value)):
            return ours
        other = ours.evidence if ours is not None and is_given else ""
        phrase = self.doubt(item, finding) if not other else ""
        other = other or ("" if phrase else self.other_support(item, finding))
        if not other and not phrase:
            return finding
        evidence = say(self.lang, phrase or "none.doubted", evidence=finding.evidence, other=other)
        return Finding("not-checked", None, evidence)

    def off_by_one(self, item: Item, finding: Finding) -> Finding:
        """The finding that calls a figure's last digit wrong; where it may be of others, one that leaves it unchecked."""
        is_sure = (
            item.reading.unit != "points"
            or finding is not self.ours[item.number]
            or self.is_beside(item, finding)
        )
        if is_sure or not (other := self.other_support(item, finding)):
            return finding
        evidence = say(self.lang, "none.doubted", evidence=finding.evidence, other=other)
        return Finding("not-checked", None, evidence)

    def doubt(self, item: Item, finding: Finding) -> str:
        """The phrase that says why a difference tells another figure rather than a wrong one; empty if it does not."""
        difference = self.difference(item, finding)
        if difference == "slip" and item.reading.unit == "points" and GAPS_LISTED.fullmatch(item.after):
            found = self.ours[item.number + 1]
            base = finding.evidence.partition(" − ")[2].partition(" = ")[0]
            if found is None or found.verdict != "confirmed" or f" − {base} = " not in found.evidence:
                return "none.far"
        if difference == "sign":
            return "" if RIGHT_BESIDE.search(item.own_before) else "none.far"
        if difference == "round" or (difference == "far" and not self.may_be_far(item, finding)):
            return "none.far"
        if difference in ("bounds", "swapped") or finding is not self.theirs[item.number]:
            return ""
        if self.is_taken(item, finding):
            return "none.taken"
        return "none.many" if self.is_one_of_many(item) else ""

    def other_support(self, item: Item, finding: Finding) -> str:
        """What else gives a figure, in the text or the workspace; empty where nothing does or nothing is asked."""
        difference = self.difference(item, finding)
        if difference in ("bounds", "sign") or self.told_of[item.number].is_behind_known:
            return ""
        other = parts_give(self.items, self.told_of, item, how=difference)
        if other or self.data is None or difference == "swapped":
            return other
        return facts_give(self.data, self.told_of, item, finding, is_far=difference != "slip")

    def held_by_mended(self, item: Item) -> str:
        """How a percentage follows from what the wrong figures right before it should be; empty where it does not."""
        begin = max(0, item.number - FEW)
        both = self.items[begin : item.number]
        expected = [self.expected(one) for one in both]
        if not any(expected):
            return ""
        mended = [
            replace(one, number=place, reading=replace(one.reading, value=holds or one.reading.value))
            for place, (one, holds) in enumerate(zip(both, expected, strict=True))
        ]
        last = replace(item, number=len(mended))
        return parts_give([*mended, last], self.told_of[begin : item.number + 1], last, how="slip")

    def expected(self, item: Item) -> Decimal | None:
        """What a figure should be that the text or the workspace calls wrong."""
        found = (self.ours[item.number], self.theirs[item.number])
        return next((one.expected for one in found if one and one.verdict == "contradicted"), None)

    def is_beside(self, item: Item, finding: Finding) -> bool:
        """Whether a percentage is made of the two figures right before it; growth may go from either to the other."""
        expected = finding.expected
        both = self.items[max(0, item.number - FEW) : item.number]
        is_moved = len(both) == FEW and all(one.reading.unit == "rank" and one.segment == item.segment for one in both)
        if (
            is_moved
            and item.reading.unit == "places"
            and FROM.search(both[0].own_before)
            and TO.fullmatch(both[1].before)
        ):
            return True
        if expected is None or item.reading.unit != "pct" or item.reading.kind == "growth":
            return False
        return beside_give(self.items, self.told_of, item, expected)

    def is_exchanged(self, item: Item, finding: Finding) -> bool:
        """Whether another percentage near it is called wrong for this one's value, and this one for that."""
        if item.reading.unit != "pct":
            return False
        around = self.items[max(0, item.number - AROUND) : item.number + AROUND + 1]
        return any(
            one.sentence == item.sentence
            and abs(one.reading.value) == finding.expected
            and self.expected(one) == abs(item.reading.value)
            for one in around
        )

    def difference(self, item: Item, finding: Finding) -> str:
        """How a figure differs from what would hold; a fact with two readings names none, and is far from it."""
        is_of_two = finding.expected is None and finding is self.theirs[item.number]
        return "far" if is_of_two else difference_of(item, finding)

    def may_be_far(self, item: Item, finding: Finding) -> bool:
        """Whether a figure that is no slip of what would hold may be called wrong all the same.

        A rank and places are small numbers of which any may be mistaken for any other; an amount may be that of
        another year, where its own sentence tells the year; what the text itself adds up may be off by more than a
        digit. A percentage or a count far from a fact is of something else.
        """
        if item.reading.unit in COUNTED_OUT:
            return True
        if not finding.expected or not NEAR_BY[0] <= abs(item.reading.value) / finding.expected <= NEAR_BY[1]:
            return False
        context = self.told_of[item.number]
        is_told = item.reading.kind == "amount" and context.firmness == CERTAIN and context.is_period_here
        return is_told or finding is self.ours[item.number]

    def is_taken(self, item: Item, finding: Finding) -> bool:
        """Whether another figure of the paragraph already tells the fact that this one is tied to.

        In a column of counties the last row tells what is of the city.
        """
        if item.cell is not None and self.is_in_column(item, finding.expected):
            return True
        return any(
            found is not None and found.verdict == "confirmed" and found.evidence == finding.evidence
            for one in self.items[max(0, item.number - AROUND) : item.number + AROUND + 1]
            if one.paragraph == item.paragraph
            for found in [self.theirs[one.number]]
        )

    def is_in_column(self, item: Item, expected: Decimal | None) -> bool:
        """Whether another row of a figure's column, of the same city, prints the value that would hold for it."""
        return any(
            one.cell is not None
            and item.cell is not None
            and (one.cell.table, one.cell.column) == (item.cell.table, item.cell.column)
            and one.cell.row != item.cell.row
            and one.reading.value == expected
            and self.are_of_one(one, item)
            for one in self.items[max(0, item.number - COLUMN) : item.number + COLUMN + 1]
        )

    def is_one_of_many(self, item: Item) -> bool:
        """Whether the facts refute every figure that a sentence tells of the same, so that these are of another.

        Two that only changed places are wrong, though.
        """
        around = self.items[max(0, item.number - AROUND) : item.number + AROUND + 1]
        found = [
            self.theirs[one.number]
            for one in around
            if one is not item and one.sentence == item.sentence and self.are_of_one(one, item)
        ]
        verdicts = {one.verdict for one in found if one is not None}
        before = self.items[max(0, item.number - 1)]
        is_ranked = item.reading.unit in COUNTED_OUT and before.reading.unit not in COUNTED_OUT
        ranked = self.theirs[before.number] if is_ranked and before.segment == item.segment else None
        if any(one is not None and one.expected == abs(item.reading.value) for one in found):
            return False
        if ranked is not None and ranked.verdict == "contradicted" and self.are_of_one(before, item):
            # What is ranked is of something else, so the rank is too.
            return True
        return "contradicted" in verdicts and not verdicts & {"confirmed", "ambiguous", "last-digit"}

    def are_of_one(self, one: Item, other: Item) -> bool:
        """Whether two figures are of the same city, period and indicator."""
        ours, theirs = self.told_of[one.number], self.told_of[other.number]
        return (ours.city, ours.period, ours.indicator) == (theirs.city, theirs.period, theirs.indicator)
