"""Whose figure each is, as far as the text tells: what stands in a `Context`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zjjstats.audit.naming.firmness import CERTAIN
from zjjstats.audit.naming.projects_told import NOTHING_TOLD, Projects


@dataclass(frozen=True)
class Context:
    """What a figure is of: ``indicator`` is the number of its stem, ``subject`` and ``ahead`` are keys of projects."""

    city: str
    period: str
    is_period_told: bool
    indicator: str
    subject: str
    ahead: str
    # Other cities and periods of its paragraph and indicators of its sentence: what it might be of instead.
    others: tuple[frozenset[str], frozenset[str], frozenset[str]] = (frozenset(), frozenset(), frozenset())
    # Whether its own sentence tells the period.
    is_period_here: bool = False
    # Whether the projects ahead are named right behind the figure, those told before in an earlier paragraph.
    is_ahead_here: bool = False
    # How firmly words tie the figure to the indicator, see `matters`; what else they may name, likeliest first.
    firmness: int = CERTAIN
    maybe: tuple[str, ...] = ()
    # The period that the release is about.
    release_period: str = ""
    # The month that the paragraph names without its year, and the words around the figure in its paragraph.
    month: str = ""
    words: str = ""
    # The city that the release is about.
    home: str = ""
    # The number of the figure that this one is the rank of.
    ranks: int | None = None
    # Whether it stands right behind a figure that the workspace holds for the same.
    is_behind_known: bool = False
    # What it tells of projects: their kind, and whether planned or started.
    projects: Projects = NOTHING_TOLD


if TYPE_CHECKING:
    # So that a field's name and type are checked wherever one is changed.
    from dataclasses import replace
else:

    def replace(context: Context, **changes: Any) -> Context:  # noqa: ANN401 - as the fields are
        """`dataclasses.replace` at a sixth of its cost, since ten contexts are made for a figure that nothing names."""
        made = object.__new__(Context)
        made.__dict__.update(context.__dict__)
        made.__dict__.update(changes)
        return made


__all__ = ["Context", "replace"]
