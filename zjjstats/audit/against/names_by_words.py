"""Which indicators the words around a figure may be of, where most of a name's words stand there, but not the name."""

from __future__ import annotations

from zjjstats.audit.judging.quantities import SCALES
from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.naming.firmness import NONE, firmness_of
from zjjstats.audit.naming.names import Names
from zjjstats.audit.reading.layout import Item

# So much of a name, and so many names; so many digits do not equal a fact by chance.
MOST, BEST, DIGITS = 0.6, 4, 2


def by_words(names: Names, context: Context, item: Item) -> list[Context]:
    """What a figure may be of by the words around it; it is only confirmed by such."""
    if item.reading.unit != "pct" and item.reading.unit not in SCALES:
        return []
    if not item.reading.decimals or len(item.reading.value.as_tuple().digits) < DIGITS or item.reading.kind == "share":
        return []
    words = context.words.lower()
    clause = f"{item.own_before} {item.own_after}"
    scores = []
    for key, (pairs, starts) in names.content.items():
        score = max(part_in(pairs, words), part_in(starts, words))
        if score >= MOST and firmness_of(clause, names.own_words[key]) > NONE:
            scores.append((score, key))
    scores.sort(key=lambda one: -one[0])
    return [replace(context, indicator=key) for _, key in scores[:BEST] if key != context.indicator]


def part_in(parts: frozenset[str], words: str) -> float:
    """How much of a name stands in words."""
    return sum(part in words for part in parts) / len(parts) if parts else 0.0
