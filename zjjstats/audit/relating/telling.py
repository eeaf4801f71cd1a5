"""Every figure of a text with its role, in turn: what its sentence told before it, and what that takes up."""

from __future__ import annotations

from zjjstats.audit.reading.glue import CHINESE, OF_IT, REFERS
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.patterns import LISTED
from zjjstats.audit.relating.roles import Role
from zjjstats.audit.relating.words import UNNAMING, YEAR, named

# So many figures back the words of a sentence are a figure's.
BACK = 4


def roles(items: list[Item], year: str = "") -> list[Role]:
    """Every figure with its role; ``year`` is the last that the text is about."""
    found: list[Role] = []
    places, latest = listed(items), year
    for item in items:
        latest = max([latest, *YEAR.findall(item.before)])
        last = found[-1] if found and found[-1].item.sentence == item.sentence and item.cell is None else None
        lead = opening = item.before
        for one in reversed(items[max(0, item.number - BACK) : item.number]):
            if one.sentence != item.sentence:
                break
            opening = f"{one.before} {opening}"
            if one.segment == item.segment:
                lead = f"{one.before} {lead}"
        following = items[item.number + 1 : item.number + 1 + BACK]
        is_end = not any(one.segment == item.segment and one.reading.unit == item.reading.unit for one in following)
        carried = last.carried if last is not None else taken_up(found[-1], item) if found else frozenset()
        is_met = bool(following) and following[0].segment == item.segment
        behind = following[0].reading.kind if is_met and item.reading.kind in ("count", "amount") else ""
        before = found[-1] if found else None
        found.append(
            Role(
                item,
                lead,
                opening,
                places[item.number],
                last,
                latest,
                is_end,
                carried,
                before,
                is_met,
                is_rated=behind == "rate",
                is_shared=behind == "share",
            )
        )
    return found


def taken_up(before: Role, item: Item) -> frozenset[str]:
    """What the last figure of the sentence before is of, where the first one of the next is of that."""
    if item.cell is not None or before.item.cell is not None or item.paragraph != before.item.paragraph:
        return frozenset()
    of_next = named(item.before) | (frozenset() if CHINESE.search(item.after) else named(item.own_after))
    # A rate that opens a sentence is of what was counted right before it.
    is_of_same = (
        REFERS.match(item.before) or OF_IT.search(item.before) or of_next <= UNNAMING or item.reading.kind == "rate"
    )
    return before.wide | before.carried if is_of_same else frozenset()


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
