"""What each figure of a text is in its clause: what it is of, when, and whether it is a part, a whole or a change."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from zjjstats.audit.judging.quantities import falls, measure, scale
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.relating.dealt import borne_by, dealt, is_sized, paired
from zjjstats.audit.relating.role_words import (
    A_THING,
    AND,
    CHANGE_OF,
    EACH,
    FALLS,
    FEWER,
    LEAVES,
    LEFT_OVER,
    MANY,
    OF_COAL,
    OF_OTHERS,
    OR,
    OUT_OF,
    PART,
    PLAN,
    POWERS,
    RATIO,
    REMAINS,
    REST,
    THEN,
    THEN_BEHIND,
    THEN_OPENS,
    TOTAL,
    WHOLE,
    WORKED_BACK,
)
from zjjstats.audit.relating.words import YEAR, named

# So many letters on either side are its own.
CLOSE = 48


@dataclass(frozen=True)
class Role:
    """A figure with the words of its segment and of its sentence before it, and its place in a list of its like."""

    item: Item
    lead: str
    opening: str
    place: tuple[int, int] = (0, 1)
    # The figure before it in its sentence, and the latest year that the text has named so far.
    last: Role | None = None
    latest: str = ""
    # Whether the next figure of its measure stands in another segment.
    is_end: bool = True
    # What the sentence before names, where this one takes that up and names nothing else.
    carried: frozenset[str] = frozenset()
    # The figure before it in the text, whether the next one follows in its segment, and whether that is its rate, or
    # tells of what it is a share.
    before: Role | None = field(default=None, compare=False, repr=False)
    is_met: bool = False
    is_rated: bool = False
    is_shared: bool = False

    @cached_property
    def own(self) -> frozenset[str]:
        """What its own clause names, or else what the figure before it is of."""
        behind = OF_OTHERS.split(self.behind, maxsplit=1)[0]
        if self.is_met and self.item.own_after == self.item.after and self.item.reading.kind != "growth":
            # Of food 31% and toys 19% the toys are the next figure's; what grew faster may be either of two that grew.
            behind = AND.split(behind)[0]
        before = self.item.own_before
        if self.last is not None and self.last.item.segment == self.item.segment:
            # Of 155 went to farms and 95 to shops the farms are the figure's before.
            before = before.rpartition(" and ")[2]
        found = named(f"{before} {behind}") or named(f"{self.item.own_before} {behind}")
        one = self.dealt or self.last
        return found or (one.own if one is not None else found)

    @cached_property
    def dealt(self) -> Role | None:
        """The count or amount that a percentage of a list without names is of."""
        return dealt(self)

    @cached_property
    def behind(self) -> str:
        """Its own words behind it; Chinese words up to a next figure are that one's."""
        item = self.item
        return "" if CHINESE.search(item.after) and item.own_after == item.after else item.own_after

    @cached_property
    def near(self) -> frozenset[str]:
        """What its segment names up to it."""
        return self.own | named(self.lead)

    @cached_property
    def wide(self) -> frozenset[str]:
        """What its sentence names up to it."""
        return self.near | named(self.opening)

    @cached_property
    def tied(self) -> frozenset[str]:
        """What it may be of: what its segment names, and what that takes up."""
        return self.near | self.carried

    @cached_property
    def words(self) -> str:
        """Its own words on both sides."""
        return f"{OF_OTHERS.split(self.item.before[-CLOSE:])[-1]} {self.item.own_after[:CLOSE]}"

    @cached_property
    def clause(self) -> str:
        """The words of its own clause."""
        return f"{self.item.own_before} {self.item.own_after[:CLOSE]}"

    @cached_property
    def is_rate(self) -> bool:
        """Whether it is called a rate or a share."""
        is_called = self.item.reading.kind in ("rate", "share") or bool(RATIO.search(self.item.own_before))
        return self.item.reading.unit == "pct" and self.item.reading.kind != "growth" and is_called

    @cached_property
    def paired(self) -> tuple[Role, Role] | None:
        """The part and the whole that a rate of a list has in the two lists before it."""
        return paired(self)

    @cached_property
    def anchor(self) -> Role | None:
        """The count or amount told right before it, of which a rate is nearly always made."""
        if self.paired is not None:
            return self.paired[0]
        one = self.dealt or self.before
        if one is None or not is_sized(one):
            return None
        is_here = one.item.sentence == self.item.sentence
        if one.before is not None and one.before.item.segment == one.item.segment and OUT_OF.fullmatch(one.item.before):
            # 318 million yuan of the county's 530 million.
            one = one.before
        one = borne_by(self, one)
        is_beside = self.item.sentence - one.item.sentence == 1 and self.item.paragraph == one.item.paragraph
        # Of a sentence before only what is called a rate: metal made up half is of what was told of metal.
        is_beside = is_beside and (self.item.reading.kind == "rate" or bool(RATIO.search(self.item.own_before)))
        is_part = not (one.is_delta or one.is_plan or one.is_total)
        return one if (is_here or is_beside) and is_part else None

    @cached_property
    def is_then(self) -> bool:
        """Whether it is said to be of an earlier time."""
        is_opened = self.last is None and THEN_OPENS.match(self.item.before)
        return bool(is_opened or THEN.search(self.item.own_before[-28:]) or THEN_BEHIND.match(self.item.after))

    @cached_property
    def past(self) -> int:
        """How firmly its clause tells an earlier time: 2 by words for it, 1 by a year before the latest told, or 0."""
        years = YEAR.findall(self.clause)
        return 2 if self.is_then else int(bool(years) and max(years) < self.latest)

    @cached_property
    def year(self) -> str:
        """The year that its clause or segment names last, or none."""
        years = YEAR.findall(self.clause) or YEAR.findall(self.lead)
        return years[-1] if years else ""

    @cached_property
    def is_plan(self) -> bool:
        """Whether it is a plan or a target."""
        return bool(PLAN.search(self.clause))

    @cached_property
    def is_whole(self) -> bool:
        """Whether its words make it a whole."""
        return bool(WHOLE.search(self.item.own_before))

    @cached_property
    def is_part(self) -> bool:
        """Whether its words make it a part."""
        return bool(PART.search(self.item.before[-CLOSE:]))

    @cached_property
    def is_delta(self) -> bool:
        """Whether it is how much more or less something is."""
        # What remains is a part, and no change.
        # A decline of 10.0%, or 94 million yuan.
        is_same = self.last is not None and self.last.item.reading.kind == "growth" and OR.fullmatch(self.item.before)
        is_change = is_delta(self.item) or CHANGE_OF.search(self.item.own_before)
        return bool(is_same) or bool(is_change and not REMAINS.search(self.item.own_before))

    @cached_property
    def is_total(self) -> bool:
        """Whether its words speak of several together."""
        return bool(TOTAL.search(self.words))

    @cached_property
    def is_summed(self) -> bool:
        """Whether its sentence speaks of several together."""
        return self.is_total or bool(TOTAL.search(self.opening))

    @cached_property
    def is_rest(self) -> bool:
        """Whether its words speak of what is left or not done."""
        return bool(REST.search(self.clause) or self.is_left)

    @cached_property
    def is_left(self) -> bool:
        """Whether its words speak of what a whole leaves; the rest, 67, trade without papers."""
        return bool(LEAVES.search(self.clause) or LEFT_OVER.search(self.item.before))

    @cached_property
    def is_each(self) -> bool:
        """Whether it is so much for each."""
        return bool(EACH.search(self.words) or A_THING.match(self.item.after))

    @cached_property
    def is_of_falls(self) -> bool:
        """Whether its words compare by how much something fell."""
        return bool(FALLS.search(self.lead))

    @cached_property
    def is_worked_back(self) -> bool:
        """Whether its sentence says that it is worked out."""
        return bool(WORKED_BACK.search(self.opening))

    @cached_property
    def is_fall(self) -> bool:
        """Whether its words make it a fall."""
        return falls(self.item) or bool(FEWER.match(self.item.after))

    @cached_property
    def measure(self) -> str:
        """What it can be set against: counts, money, or its unit without words for a power of ten."""
        return OF_COAL.sub("", MANY.sub("", measure(self.item)).strip()) or measure(self.item)

    @cached_property
    def scale(self) -> int:
        """The power of ten that its unit stands for."""
        many = MANY.match(measure(self.item).strip())
        return POWERS[many[1].lower()] if many and self.measure not in ("count", "money") else scale(self.item)

    @cached_property
    def size(self) -> float:
        """The count or amount; of a percentage the number, negative where words make it a fall."""
        if self.item.reading.unit in ("pct", "points"):
            value = float(abs(self.item.reading.value))
            return -value if self.is_fall else value
        return float(self.item.reading.value.scaleb(self.scale))
