"""Which fact a figure most probably is of all that it may be: confirmed where it equals one that outweighs the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from zjjstats.audit.against.other_times import came_to, is_year_before
from zjjstats.audit.against.workspace_facts import Data, compared
from zjjstats.audit.judging.findings import Finding, is_slip, judged, only_confirmed
from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.recalling.known import Known, known
from zjjstats.audit.recalling.ties import Parts, Ties, Told, parts_of
from zjjstats.wording import rounded

# So many times more probable than all else a fact must be, and so well tied.
CONFIRMS, FLOOR = 10.0, 1.0
# Growth rates are strewn over so many percent, ranks over so many places.
STREWN = {"pct": 25.0, "rank": 14.0}
ASKED = frozenset(("pct", "rank", "count", *SCALES))
HALF = 0.5
# So many cities of a text may be meant anywhere in it, and so much of a heading is read.
MOST, ABOVE = 6, 120


def recalled(
    data: Data, text: str, items: list[Item], told_of: list[Context], asks: Callable[[Item], bool]
) -> list[Finding | None]:
    """By figure that is asked for, the fact that it is; None where none outweighs the others."""
    asked = [item for item in items if may_be_known(item) and asks(item)]
    found: list[Finding | None] = [None] * len(items)
    if not asked:
        return found
    paragraphs = named_in(text, items, told_of, parts_of(data.names))
    for item in asked:
        context, told = told_of[item.number], paragraphs[item.paragraph]
        if is_year_before(context) and came_to(items, item):
            # What something came to from an earlier value is not of that value's period.
            context = replace(context, period=context.release_period)
        ties = Ties(data, items, told_of, item, context, told)
        found[item.number] = likeliest(data, item, ties, known(data, item, context, told.cities))
    return found


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


def equals(item: Item, fact: Known) -> bool:
    """Whether a figure is what a fact rounds to."""
    return abs(rounded(fact.value, item.reading.decimals)) == abs(item.reading.value)


def may_be_slip(item: Item, fact: Known) -> bool:
    """Whether a figure is a fact with one digit wrong or two swapped; of a place any other may be."""
    decimals = max(item.reading.decimals, 0)
    if item.reading.unit == "rank":
        return True
    return is_slip(abs(item.reading.value), rounded(abs(fact.value), decimals), decimals)


def chance(item: Item) -> float:
    """How probable it is that a fact of this measure comes to what is printed by chance."""
    reading = item.reading
    if reading.unit in STREWN:
        return min(HALF, 10.0**-reading.decimals / STREWN[reading.unit])
    return min(HALF, 10.0 ** (1 - len(reading.value.as_tuple().digits)))
