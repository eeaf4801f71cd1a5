"""Amounts of several cities together, and the facts that they sum to."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from zjjstats.audit.against.workspace_facts import Data, Row
from zjjstats.audit.judging.findings import Finding, judged, told
from zjjstats.audit.judging.quantities import FOREIGN, SCALES
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.reading.layout import Item
from zjjstats.schema import PROVINCE
from zjjstats.wording import exact

# So many digits are no chance sum.
MANY_DIGITS, PAIR = 5, 2
THREE = ("长沙", "株洲", "湘潭")


def of_several(data: Data, context: Context, item: Item) -> Finding | None:
    """An amount that is the sum of the facts of some of the cities that its paragraph names; it is only confirmed."""
    if len(item.reading.value.as_tuple().digits) < MANY_DIGITS or SCALES[item.reading.unit] >= FOREIGN:
        return None
    cities = cities_together(data, context)
    for key in dict.fromkeys(filter(None, (context.indicator, *context.maybe, *sorted(context.others[2])))):
        level, _ = data.indicators(replace(context, indicator=key))
        held = [data.held(replace(context, city=city, indicator=key), f"value.{level}") for city in cities]
        rows = [of[0] for of in held if of and of[0]["unit"] in SCALES]
        for size in range(len(rows), PAIR - 1, -1):
            for some in combinations(rows, size):
                found = summed(data, item, list(some))
                if found is not None and found.verdict == "confirmed":
                    return found
    return None


def cities_together(data: Data, context: Context) -> list[str]:
    """The cities that a paragraph names, those of 长株潭 among them."""
    three = [data.names.cities.get(name, "") for name in THREE] if "长株潭" in context.words else []
    return sorted({*context.others[0], *three} - {PROVINCE, ""})


def summed(data: Data, item: Item, rows: list[Row]) -> Finding | None:
    """The finding for an amount and the facts that it may be the sum of."""
    amounts = [exact(row).scaleb(SCALES[row["unit"]] - SCALES[item.reading.unit]) for row in rows]
    total = sum(amounts, Decimal(0))
    parts = " + ".join(told(one) for one in amounts)
    evidence = f"{data.evidence(rows[0])}; {say(data.lang, 'sum', parts=parts, value=told(total))}"
    return judged(item.reading, total, evidence, computed=False)
