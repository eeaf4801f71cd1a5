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


def prepare(report: Briefing) -> Iterator[str]:
    """Works out what the pages of a report have in common, for the next briefings of it.

    Each step gives the name of what is ready with it; what is ready already is not done again.
    """
    ready = known(report.key)
    if ready is None:
        ready = keep(report.key, report.facts)
        yield "facts"
    for name in PICTURES:
        if name not in ready.pictures:
            picture: Picture = getattr(report, name)()
            picture.png()
            ready.pictures[name] = picture
            yield name
