"""Where each figure stands in a list of figures of its unit."""

from __future__ import annotations

from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.patterns import LISTED


def listed(items: list[Item]) -> list[tuple[int, int]]:
    """By figure, its place in a list of figures of its unit, and how long that is."""
    places: list[tuple[int, int]] = []
    run = 0
    for item in items:
        follows = run and LISTED.fullmatch(items[item.number - 1].after) and is_next(items[item.number - 1], item)
        run = run + 1 if follows else 1
        places.append((run - 1, run))
    for number in range(len(places) - 2, -1, -1):
        if places[number + 1][0]:
            places[number] = (places[number][0], places[number + 1][1])
    return places


def is_next(one: Item, other: Item) -> bool:
    """Whether two figures may be neighbours in a list."""
    return one.sentence == other.sentence and one.reading.unit == other.reading.unit
