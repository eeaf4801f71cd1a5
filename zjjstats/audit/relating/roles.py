"""What each figure of a text is in its clause: what it is of, when, and whether it is a part, a whole or a change."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from zjjstats.audit.judging.quantities import falls, measure, scale
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.glue import CHINESE
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.relating.words import YEAR, named

# So many letters on either side are its own.
CLOSE = 48
THEN = re.compile(
    r"上年|去年|前年|(?<!今年)(?<!本年)同期|上期|上月|上季|年初|此前|原来|以前|过去|[由从](?=[^，。；]{0,12}$)|\b(?:last year|year (?:earlier|ago|before)|(?:previous|preceding|prior) (?:year|month|quarter|period)|back then|had been|from|against|compared (?:with|to)|versus|relative to|earlier|before)\b",
    re.IGNORECASE,
)
THEN_BEHIND = re.compile(
    r" ?(?:[\w’'-]+ ){0,4}(?:a year (?:earlier|ago|before)|(?:in )?(?:the )?(?:last|previous|preceding) (?:year|month|quarter)|the year before|twelve months (?:earlier|before)|one year (?:earlier|before))",
    re.IGNORECASE,
)
PLAN = re.compile(
    r"计划|目标|任务|预算|拟|\b(?:plan\w*|target\w*|budget\w*|quota|goal|due|scheduled|(?:were|was|are|is) to(?= [a-z]))\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"(?<!其中)(?:共|总|全部|合计|累计|计划|应)|\b(?:total\w*|altogether|in all|overall|whole|planned?|[Oo]f)\b"
)
PART = re.compile(
    r"其中|已|仅|单是|\b(?:of which|of them|of these|of this|of that|alone|already|including|have been|has been)\b",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"合计|共计|总计|总共|相加|加起来|合起来|加上|加在一起|放一块|之和|全部|汇总|小计|合(?:为|共)|一共|共(?!同)|总数|[两三四二](?:市|者|地|县|区|项|类|州|批|个|家|期|年)(?!月)|\b(?:together|total\w*|in all|altogether|combined|sum|add\w*|mak(?:es?|ing)|bring\w*|both|all (?:two|three|four|five)|the (?:two|three|four)|between them)\b|(?-i:\bAll\b)",
    re.IGNORECASE,
)
REST = re.compile(
    r"其余|剩|余下|还有|还需|尚|未|没|仍|另|以外|之外|除|不|缺|\b(?:rest|remain\w*|left|leav\w+|the other|another|balance|not|un\w+ed|without|still|yet|short\w*|to go|outstanding|pending|await\w*|fail\w*|miss\w*|lack\w*|never|excluding|apart)\b",
    re.IGNORECASE,
)
LEAVES = re.compile(r"其余|剩|余下|\b(?:rest|remain\w*|left|leav\w+)\b", re.IGNORECASE)
EACH = re.compile(r"平均|每|户均|人均|均|摊|\beach\b|\bevery\b|\bper\b|averag|apiece|mean\b", re.IGNORECASE)
# Words of a unit for a power of ten.
POWERS = {"万": 4, "亿": 8, "万亿": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
MANY = re.compile(r" ?(万亿|万|亿|thousand|million|billion|trillion)(?=.)", re.IGNORECASE)
# What follows is said of something else.
OF_OTHERS = re.compile(r" and (?:its|their|his|the|that|in|by)\b|[,;] (?:while|whereas|but|and)\b| while\b")
OUT_OF = re.compile(r" (?:out )?of [\w’' ]{0,40}")
# 40,000 yuan a tonne.
A_THING = re.compile(r" an? [a-z]+(?: [a-z]+)?(?=[.,;:)]|$)")
AND = re.compile(r" and (?=[\w’' -]+$)")
# Tonnes of coal are tonnes.
OF_COAL = re.compile("(?<=吨)标准?煤")
RATIO = re.compile(
    r"率|比例|占比|比重|\b(?:rate|ratio|share|proportion|percentage|turnout|occupancy|attendance|uptake|coverage|utili[sz]ation)\b",
    re.IGNORECASE,
)
FEWER = re.compile(r" (?:fewer|less|smaller|lower)\b")
FALLS = re.compile("[降跌减]幅")
WORKED_BACK = re.compile(
    r"推算|倒推|测算|反推|折算|据此|由此|\b(?:impl(?:y|ies|ied|ying)|work\w* (?:[\w’]+ ){0,3}?(?:back|out)|back out|(?:must|would) (?:then |therefore |thus )?(?:have|be)|reckon\w*|calculat\w*)\b",
    re.IGNORECASE,
)


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
    # The figure before it in the text, whether the next one follows in its segment, and whether that is its rate.
    before: Role | None = field(default=None, compare=False, repr=False)
    is_met: bool = False
    is_rated: bool = False

    @cached_property
    def own(self) -> frozenset[str]:
        """What its own clause names, or else what the figure before it is of."""
        behind = OF_OTHERS.split(self.behind, maxsplit=1)[0]
        if self.is_met and self.item.own_after == self.item.after and self.item.reading.kind != "growth":
            # Of food 31% and toys 19% the toys are the next figure's; what grew faster may be either of two that grew.
            behind = AND.split(behind)[0]
        found = named(f"{self.item.own_before} {behind}")
        return found or (self.last.own if self.last is not None else found)

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
    def anchor(self) -> Role | None:
        """The count or amount told right before it, of which a rate is nearly always made."""
        one = self.before
        if one is None or one.item.reading.kind not in ("count", "amount") or one.item.cell is not None:
            return None
        is_here = one.item.sentence == self.item.sentence
        if one.before is not None and one.before.item.segment == one.item.segment and OUT_OF.fullmatch(one.item.before):
            # 318 million yuan of the county's 530 million.
            one = one.before
        is_beside = self.item.sentence - one.item.sentence == 1 and self.item.paragraph == one.item.paragraph
        # Of a sentence before only what is called a rate: metal made up half is of what was told of metal.
        is_beside = is_beside and (self.item.reading.kind == "rate" or bool(RATIO.search(self.item.own_before)))
        is_part = not (one.is_delta or one.is_plan or one.is_total)
        return one if (is_here or is_beside) and is_part else None

    @cached_property
    def is_then(self) -> bool:
        """Whether it is said to be of an earlier time."""
        return bool(THEN.search(self.item.own_before[-28:]) or THEN_BEHIND.match(self.item.after))

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
        return is_delta(self.item)

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
        return bool(REST.search(self.clause))

    @cached_property
    def is_left(self) -> bool:
        """Whether its words speak of what a whole leaves."""
        return bool(LEAVES.search(self.clause))

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
