"""Which fact a figure most probably is of all that it may be: confirmed where it equals one that outweighs the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from zjjstats.audit.against.other_times import THEN, came_to, is_year_before, year_before
from zjjstats.audit.against.ranks import places_finding
from zjjstats.audit.against.workspace_facts import Data, compared
from zjjstats.audit.judging.findings import Finding, is_slip, judged, only_confirmed
from zjjstats.audit.judging.quantities import SCALES, falls
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.recalling.known import Known, known
from zjjstats.audit.recalling.ties import Parts, Ties, Told, parts_of
from zjjstats.schema import PROVINCE
from zjjstats.wording import rounded

# So many times more probable than all else a fact must be, and so well tied.
CONFIRMS, FLOOR = 10.0, 1.0
# Growth rates are strewn over so many percent, ranks over so many places.
STREWN = {"pct": 25.0, "rank": 14.0}
ASKED = frozenset(("pct", "rank", "places", "count", *SCALES))
HALF = 0.5
# So many cities of a text may be meant anywhere in it, and so much of a heading is read.
MOST, ABOVE = 6, 120
# So many figures before a place are looked at for what it ranks, so many about any figure for facts that they tell.
FEW, MANY = 4, 12
# How well a fact must be tied that a figure of two digits or more is a slip of: of many digits, or of two swapped; so
# well that of three swapped ones the words between do not matter; and so much better than another such fact.
FEWEST, MANY_DIGITS, APART = 2, 5, 0.7
LONG, SWAPPED, SURE = 1.4, 2.0, 2.5


def recalled(
    data: Data, text: str, items: list[Item], told_of: list[Context], asks: Callable[[Item], bool]
) -> list[Finding | None]:
    """By figure that is asked for, the fact that it is; None where none outweighs the others."""
    asked = {item.number for item in items if may_be_known(item) and asks(item)}
    if not asked:
        return [None] * len(items)
    recall = Recall(data, text, items, told_of)
    return [recall.finding(item) if item.number in asked else None for item in items]


class Recall:
    """A text whose figures are asked for in their order: what amounts turned out to be of is told to those behind.

    Parameters
    ----------
    data
        The workspace's facts and names.
    text, items, told_of
        The folded text, its figures and what they are of.
    """

    def __init__(self, data: Data, text: str, items: list[Item], told_of: list[Context]) -> None:
        self.data, self.items, self.told_of = data, items, told_of
        self.stems = {key: str(number) for number, keys in data.names.stems.items() for key in keys}
        self.paragraphs = named_in(text, items, told_of, parts_of(data.names))

    def finding(self, item: Item) -> Finding | None:
        """The fact that a figure is, or of which it is a slip."""
        ties, facts = self.ties(item)
        if item.reading.unit in ("rank", "places"):
            before = {one.number: what_is(one, *self.ties(one)) for one in ranked_before(self.items, item)}
            ties.beside, ties.right = set(filter(None, before.values())), before.get(item.number - 1)
            if THEN.search(item.before):
                then = year_before(ties.context)
                ties.beside = {(city, then, key) for city, _, key in ties.beside}
        if item.reading.unit == "places":
            return gained(self.data, self.items, self.told_of, item, ties, self.stems)
        found = likeliest(self.data, item, ties, self.untold(item, facts)) or slipped(self.data, item, ties, facts)
        if item.reading.kind == "amount" and found and (of := what_is(item, ties, facts)):
            told = self.paragraphs[item.paragraph]
            self.paragraphs[item.paragraph] = told._replace(in_paragraph=told.in_paragraph | {self.stems[of[2]]})
        return found

    def untold(self, item: Item, facts: list[Known]) -> list[Known]:
        """The facts that a count may be, but those that others of its paragraph tell: 363 of 611."""
        if item.reading.unit != "count" or item.cell:
            return facts
        near = self.items[max(0, item.number - MANY) : item.number + MANY + 1]
        counts = [one for one in near if one.paragraph == item.paragraph and one.reading.unit == "count"]
        told = {one.reading.value for one in counts} - {item.reading.value}
        return [fact for fact in facts if fact.value not in told]

    def ties(self, item: Item) -> tuple[Ties, list[Known]]:
        """What ties a figure to facts, and the facts that it may be."""
        context, told = self.told_of[item.number], self.paragraphs[item.paragraph]
        if is_year_before(context) and came_to(self.items, item):
            # What something came to from an earlier value is not of that value's period.
            context = replace(context, period=context.release_period)
        facts = list(known(self.data, item, context, told.cities))
        return Ties(self.data, self.items, self.told_of, item, context, told), facts


def ranked_before(items: list[Item], item: Item) -> list[Item]:
    """The percentages and amounts of its sentence before a place, of which it may be one."""
    near = items[max(0, item.number - FEW) : item.number]
    return [
        one
        for one in near
        if one.sentence == item.sentence and one.reading.unit in ("pct", *SCALES) and may_be_known(one)
    ]


def what_is(item: Item, ties: Ties, facts: list[Known]) -> tuple[str, str, str] | None:
    """City, period and indicator of the fact that a figure equals, where only one is as well tied."""
    hits = [(score, fact) for fact in facts if equals(item, fact) and (score := ties.score(fact)) is not None]
    score, fact = max(hits, key=lambda one: one[0], default=(0.0, None))
    return (fact.city, fact.period, fact.indicator) if fact is not None and score >= FLOOR else None


def may_be_known(item: Item) -> bool:
    """Whether a figure is of a measure that facts have, and told exactly."""
    reading = item.reading
    return reading.unit in ASKED and reading.kind != "range" and not reading.approximate


def named_in(text: str, items: list[Item], told_of: list[Context], parts: dict[str, list[Parts]]) -> dict[int, Told]:
    """By paragraph, what it and the text name, and the words of the line above it."""
    stems: dict[int, set[str]] = defaultdict(set)
    cities: dict[str, None] = {}
    above: dict[int, str] = {}
    for item, context in zip(items, told_of, strict=True):
        stems[item.paragraph] |= {key for key in (context.indicator, *context.maybe, *context.others[2]) if key}
        cities |= dict.fromkeys(filter(None, (context.city, *sorted(context.others[0]))))
        if item.paragraph not in above:
            above[item.paragraph] = line_above(text, item.reading.start)
    in_text = frozenset().union(*stems.values())
    few = frozenset(list(cities)[:MOST])
    return {number: Told(frozenset(keys), in_text, few, above[number], parts) for number, keys in stems.items()}


def line_above(text: str, place: int) -> str:
    """The end of the line above that of a place, blank ones aside: a heading, or a question."""
    end = max(text.rfind("\n", 0, place), 0)
    while end and text[end - 1].isspace():
        end -= 1
    return text[max(text.rfind("\n", 0, end) + 1, end - ABOVE) : end]


def likeliest(data: Data, item: Item, ties: Ties, facts: Iterable[Known]) -> Finding | None:
    """The finding for the facts that a figure equals, where they outweigh all else."""
    weighed = [(10**score, fact) for fact in facts if (score := ties.score(fact)) is not None]
    hits = [(weight, fact) for weight, fact in weighed if equals(item, fact)]
    if not hits:
        return None
    weight, fact = max(hits, key=lambda one: one[0])
    others = [one for one in weighed if not equals(item, one[1])]
    if weight < 10**FLOOR or any(more >= weight and may_be_slip(item, other) for more, other in others):
        return None
    odds = weight / chance(item) / (1 + sum(one for one, _ in others))
    if odds <= CONFIRMS:
        return None
    if item.reading.unit in SCALES:
        return only_confirmed(judged(item.reading, fact.value, data.evidence(fact.row), computed=False))
    return only_confirmed(compared(data, item, [fact.row]))


def slipped(data: Data, item: Item, ties: Ties, facts: Iterable[Known]) -> Finding | None:
    """The finding against a figure that is a slip of the fact it is tied to beyond doubt, where no fact gives it."""
    facts, unit = list(facts), item.reading.unit
    if unit == "rank":
        return place_wrong(data, item, ties, facts)
    digits = sorted(item.reading.value.as_tuple().digits)
    # In words, 三分之一, no digit is mistyped.
    is_typed = any(map(str.isdigit, item.text))
    if unit == "count" or not is_typed or len(digits) < FEWEST or any(equals(item, fact) for fact in facts):
        return None
    weighed = [(score, fact) for fact in facts if (score := ties.score(fact)) is not None]
    score, fact = max(weighed, key=lambda one: one[0], default=(0.0, None))
    if fact is None or not may_be_slip(item, fact):
        return None
    theirs = rounded(abs(fact.value), max(item.reading.decimals, 0))
    is_swapped = digits == sorted(theirs.as_tuple().digits)
    is_sure = score >= SURE and len(digits) > FEWEST
    if len(digits) < MANY_DIGITS and not (is_swapped and (is_sure or ties.is_clear(fact))):
        return None
    least = LONG if len(digits) >= MANY_DIGITS else SWAPPED
    if score < least or any(
        more > score - APART and one.value != fact.value and may_be_slip(item, one) for more, one in weighed
    ):
        return None
    return judged(item.reading, abs(fact.value), data.evidence(fact.row), computed=False)


def gained(
    data: Data, items: list[Item], told_of: list[Context], item: Item, ties: Ties, stems: dict[str, str]
) -> Finding | None:
    """The finding for places gained of what a figure of the sentence before turned out to be of; never a refutation."""
    told = list(told_of)
    for city, period, key in sorted(ties.beside):
        of = replace(ties.context, city=city, period=period, indicator=stems[key])
        for one in items[max(0, item.number - FEW) : item.number + 1]:
            if one.segment == item.segment and not told_of[one.number].indicator:
                told[one.number] = of
        finding = places_finding(data, items, told, item) if told[item.number] is of else None
        if finding is not None and finding.verdict in ("confirmed", "ambiguous"):
            return finding
    return None


def place_wrong(data: Data, item: Item, ties: Ties, facts: list[Known]) -> Finding | None:
    """The finding against a place right behind the only figure of its sentence that the workspace holds."""
    if {ties.right} != ties.beside or not ties.is_right_behind or any(equals(item, fact) for fact in facts):
        return None
    scope = ties.scope or PROVINCE
    meant = [fact for fact in facts if (fact.city, fact.period, fact.indicator) in ties.beside and fact.scope == scope]
    return (
        judged(item.reading, meant[0].value, data.evidence(meant[0].row), computed=False) if len(meant) == 1 else None
    )


def equals(item: Item, fact: Known) -> bool:
    """Whether a figure is what a fact rounds to."""
    return abs(rounded(fact.value, item.reading.decimals)) == abs(item.reading.value)


def may_be_slip(item: Item, fact: Known) -> bool:
    """Whether a figure is a fact with one digit wrong or two swapped; of a place any other may be."""
    decimals = max(item.reading.decimals, 0)
    if item.reading.unit == "rank":
        return True
    if item.reading.unit == "pct" and falls(item) and fact.value > 0:
        return False
    return is_slip(abs(item.reading.value), rounded(abs(fact.value), decimals), decimals)


def chance(item: Item) -> float:
    """How probable it is that a fact of this measure comes to what is printed by chance."""
    reading = item.reading
    if reading.unit in STREWN:
        return min(HALF, 10.0**-reading.decimals / STREWN[reading.unit])
    return min(HALF, 10.0 ** (1 - len(reading.value.as_tuple().digits)))
