"""What is known of a text when its contradictions are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.doubting.slips import difference_of
from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import LANGS, Lang

# So many figures on either side may be of the same.
AROUND = 6
# Small whole numbers, of which any may be mistaken for any other.
COUNTED_OUT = ("rank", "places")


@dataclass(frozen=True)
class Case:
    """A text's figures with all that the checks found: ``ours`` by the text itself, ``theirs`` by the workspace."""

    items: list[Item]
    told_of: list[Context]
    ours: list[Finding | None]
    theirs: list[Finding | None]
    data: Data | None
    lang: Lang

    def around(self, item: Item) -> list[Item]:
        """The figures on either side of a figure, and itself."""
        return self.items[max(0, item.number - AROUND) : item.number + AROUND + 1]

    def expected(self, item: Item) -> Decimal | None:
        """What a figure should be that the text or the workspace calls wrong."""
        found = (self.ours[item.number], self.theirs[item.number])
        return next((one.expected for one in found if one and one.verdict == "contradicted"), None)

    def difference(self, item: Item, finding: Finding) -> str:
        """How a figure differs from what would hold; a fact with two readings names none, and is far from it."""
        is_of_two = finding.expected is None and finding is self.theirs[item.number]
        return "far" if is_of_two else difference_of(item, finding)

    def city_of(self, item: Item) -> str:
        """What the city that a figure is of is called, in both languages."""
        city = self.told_of[item.number].city
        return " ".join(self.data.workspace.label(city, lang) for lang in LANGS) if self.data and city else ""

    def are_of_one(self, one: Item, other: Item) -> bool:
        """Whether two figures are of the same city, period and indicator."""
        ours, theirs = self.told_of[one.number], self.told_of[other.number]
        return (ours.city, ours.period, ours.indicator) == (theirs.city, theirs.period, theirs.indicator)
