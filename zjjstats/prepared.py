"""What the pages of a report have in common, worked out before they are made: for this process and its forks.

The facts are kept of many reports, the pictures, which are large, of the last few only.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from zjjstats.picture import Picture

if TYPE_CHECKING:
    from zjjstats.briefing import Briefing

REPORTS_KEPT, PICTURES_KEPT = 64, 4
PICTURES = ("start_rate_chart", "league_chart", "movement_chart")


@dataclass(frozen=True)
class Prepared:
    """A report's facts, and its pictures by the name of what draws them."""

    facts: pd.DataFrame
    pictures: dict[str, Picture]


@dataclass(frozen=True)
class Drawn:
    """What a process has prepared of a report, as it is sent to another one: pictures as the bytes that show them."""

    key: Hashable
    facts: pd.DataFrame
    images: dict[str, bytes]

    @classmethod
    def of(cls, report: Briefing) -> Drawn:
        """What is ready here of a report that was prepared, if not wholly."""
        ready = KEPT[report.key]
        return cls(report.key, ready.facts, {name: made.png() for name, made in ready.pictures.items()})


KEPT: dict[Hashable, Prepared] = {}


def known(key: Hashable) -> Prepared | None:
    """What was prepared of the report with that key, if anything was."""
    return KEPT.get(key)


def keep(key: Hashable, facts: pd.DataFrame) -> Prepared:
    """Keeps a report's facts, with room for its pictures, and lets go of the oldest."""
    prepared = KEPT[key] = Prepared(facts, {})
    for older in list(KEPT.values())[:-PICTURES_KEPT]:
        older.pictures.clear()
    for oldest in list(KEPT)[:-REPORTS_KEPT]:
        del KEPT[oldest]
    return prepared


def prepare(report: Briefing, drawn: Drawn | None = None) -> Iterator[str]:
    """Works out what the pages of a report have in common, for the next briefings of it.

    Each step gives the name of what it did; what is ready already is not done again, nor what another process has
    drawn of the same report.
    """
    ready = known(report.key)
    images = {}
    if drawn is not None and drawn.key == report.key:
        report.facts, images = drawn.facts, drawn.images
    if ready is None:
        ready = keep(report.key, report.facts)
        yield "facts"
    for name in PICTURES:
        if name not in ready.pictures:
            picture: Picture = getattr(report, name)()
            yield f"{name}, not drawn"
            if image := images.get(name):
                picture.take(image)
            picture.png()
            ready.pictures[name] = picture
            yield name
