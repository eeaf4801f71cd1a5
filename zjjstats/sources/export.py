"""A workspace moved into a DuckDB file, a folder of Parquet or a PostgreSQL database: whole, or not at all."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from zjjstats.in_parts import checked_workspace
from zjjstats.places import find_workspace
from zjjstats.sources.staging import staged
from zjjstats.sources.targets import target_of
from zjjstats.tables import source_of


def export(where: str | Path, to: str, *, force: bool = False) -> dict[str, int]:
    """Writes a workspace elsewhere, and returns by table how many rows were written.

    Of a large table of indicators one year at a time is checked, and some rows at a time are moved.

    Parameters
    ----------
    where
        A workspace, as in `zjjstats.open_workspace`; it is checked first.
    to
        ``duckdb:FILE``, ``parquet:DIR`` or ``postgresql://user@host/database``.
    force
        Replace a workspace that is there.

    Raises
    ------
    DataError, UnknownNameError
        The workspace breaks its rules; it or the target does not exist or is none.
    RunError
        Something is there already.
    """
    target = target_of(to, force=force)
    # Before the work: whoever may not write need not wait for it.
    target.refuse()
    checked_workspace(where)
    with closing(source_of(find_workspace(where))) as source, staged(source, target.beside) as stage:
        target.write(stage)
        return stage.rows
