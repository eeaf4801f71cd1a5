"""The papermill engine of the package; papermill loads it by its entry point, also for its own command."""

from __future__ import annotations

from papermill.engines import NBClientEngine

from zjjstats.batch.translator import register

# papermill has no entry point for translators; loading the engine is the one moment it gives a package.
register()


class ZjjstatsEngine(NBClientEngine):  # type: ignore[misc] # papermill is untyped
    """papermill's own engine, with parameters injected in readable Chinese."""
