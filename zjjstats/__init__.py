"""Quarterly briefings of industrial projects and city ranks, from published tables to pages that trace every figure."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zjjstats.audit import Audit, audit
    from zjjstats.audit.review import Review
    from zjjstats.briefing import Briefing
    from zjjstats.errors import (
        DataError,
        FrameError,
        PeriodError,
        ReleaseError,
        RunError,
        UnknownNameError,
        ZjjstatsError,
    )
    from zjjstats.facts import facts
    from zjjstats.league import league_table
    from zjjstats.ledger import project_counts
    from zjjstats.periods import Period
    from zjjstats.ranks import rank, rank_change
    from zjjstats.rates import growth, rate
    from zjjstats.tables import open_workspace
    from zjjstats.workspace import Workspace

__all__ = [
    "Audit",
    "Briefing",
    "DataError",
    "FrameError",
    "Period",
    "PeriodError",
    "ReleaseError",
    "Review",
    "RunError",
    "UnknownNameError",
    "Workspace",
    "ZjjstatsError",
    "audit",
    "facts",
    "growth",
    "league_table",
    "open_workspace",
    "project_counts",
    "rank",
    "rank_change",
    "rate",
]

# Where each public name lives; loaded when first used, so that the command line starts without pandas.
HOMES = {
    "Audit": "audit",
    "Briefing": "briefing",
    "Period": "periods",
    "Review": "audit.review",
    "Workspace": "workspace",
    "audit": "audit",
    "facts": "facts",
    "growth": "rates",
    "league_table": "league",
    "open_workspace": "tables",
    "project_counts": "ledger",
    "rank": "ranks",
    "rank_change": "ranks",
    "rate": "rates",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes are of any kind
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{HOMES.get(name, 'errors')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class Package(ModuleType):
    """The package itself, in which a public function keeps its name when the module of the same name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        # Python binds an imported submodule to its parent, which would put the module facts over the function facts.
        if isinstance(value, ModuleType) and HOMES.get(name) == name:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = Package
