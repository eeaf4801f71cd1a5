"""A workspace checked whole although its table of indicators is too large to be held whole: year after year."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Literal

from zjjstats.codebook import TABLES
from zjjstats.errors import DataError, Fault
from zjjstats.places import find_workspace
from zjjstats.sources.source import Source
from zjjstats.tables import open_workspace, read_workspace, settle, source_of
from zjjstats.workspace import Workspace

LARGE_TABLE = "indicators"


def checked_workspace(where: str | Path, *, lang: Literal["zh", "en"] = "en") -> Workspace:
    """A workspace of which every row was checked; of a large table of indicators it holds the last year only.

    Provenance and warnings are those of all rows.

    Raises
    ------
    UnknownNameError, DataError
        As `zjjstats.open_workspace`.
    """
    place = find_workspace(where)
    settle(place)
    with closing(source_of(place, lang)) as source:
        if source.parts():
            return read_in_parts(source)
    return open_workspace(where, lang=lang)


def read_in_parts(source: Source) -> Workspace:
    """The last part, once all of them were checked."""
    parts, faults, warnings = source.parts(), list[Fault](), dict[str, list[str]]()
    unnamed, rows, corrected = Counter[int](), 0, 0
    workspace: Workspace | None = None
    for part in parts:
        try:
            workspace = read_workspace(source, part)
        except DataError as error:
            faults += error.faults
            continue
        finally:
            unnamed.update(source.partial.get(LARGE_TABLE, ()))
        told = workspace.provenance.set_index("table").loc[LARGE_TABLE]
        rows, corrected = rows + int(told["rows"]), corrected + int(told["corrections"])
        for warning in workspace.warnings:
            warnings.setdefault(warning, []).append(workspace[LARGE_TABLE]["period"].iloc[0][:4])
    # A correction with a fault of its own has told it in every part.
    faults += [] if faults else source.told_faults(misnamed(source, unnamed, len(parts)))
    if faults or workspace is None:
        raise DataError(faults)
    whole = workspace.provenance.copy()
    whole.loc[whole["table"] == LARGE_TABLE, ["rows", "corrections"]] = rows, corrected
    # What is said of every part is said of the small tables, which are read with each.
    told_of = [
        warning if len(years) == len(parts) else f"{warning} ({', '.join(years)})"
        for warning, years in warnings.items()
    ]
    return replace(workspace, provenance=whole, warnings=told_of)


def misnamed(source: Source, unnamed: Counter[int], parts: int) -> list[Fault]:
    """A fault for each correction that names a row in no part, or in more than one."""
    if "corrections" not in source.present():
        return []
    rules = TABLES["corrections"]
    texts = source.texts(rules, [], [])
    meant = texts[texts["table"] == LARGE_TABLE]
    return [
        Fault(rules.file, int(line), "key", key, f"must name one row of {LARGE_TABLE}.csv; it names {named}")
        for line, key in meant["key"].items()
        if (named := parts - unnamed[line]) != 1
    ]
