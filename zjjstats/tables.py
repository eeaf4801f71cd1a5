"""A workspace's tables: find, read, check, correct. It alone asks `sources`, which open files and databases."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from zjjstats.checks import read_values
from zjjstats.codebook import TABLES
from zjjstats.errors import DataError, Fault
from zjjstats.places import find_workspace
from zjjstats.sources.folder import CsvFolder
from zjjstats.sources.source import PACKAGE_FILE, Part, Source
from zjjstats.together import finish
from zjjstats.workspace import Workspace

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
ORIGINS = ("published", "sample")
NEEDED_BY = {"cities": tuple(TABLES), "dictionary": ("indicators", "bulletin")}


# The workspace last read of each place, with the digest of its tables: opening it again while they are unchanged costs
# a look at them. Of a large one the last few parts.
READ: dict[Path | str, tuple[str, dict[Part | None, Workspace]]] = {}
PARTS_KEPT = 2


def open_workspace(where: str | Path, *, part: Part | None = None, lang: Literal["zh", "en"] = "en") -> Workspace:
    """The tables of a workspace, read, corrected and checked.

    Parameters
    ----------
    where
        The name of a workspace that ships with the package (``published``, ``sample``), a folder of CSV or of Parquet
        files, a DuckDB file (``.duckdb``), or the address of a PostgreSQL database
        (``postgresql://user@host/database``, the password in PGPASSWORD or ~/.pgpass). A relative path is looked for
        below the working folder, then beside the package; ``./published`` is never a shipped one.
    part
        Which rows of ``indicators`` are enough, where a database holds so many that all of them would not fit; what is
        not read is not checked.
    lang
        The language in which faults and notes of workbooks are told.

    Raises
    ------
    UnknownNameError
        There is no such folder, file or database, or it cannot be reached.
    DataError
        Tables break their rules; all faults of all tables, with file, row, column, value and rule.
    """
    place = find_workspace(where)
    settle(place)
    with closing(source_of(place, lang)) as source:
        seen, read = repr((source.digests(), lang)), dict[Part | None, Workspace]()
        if place in READ and READ[place][0] == seen:
            read = READ[place][1]
        # What was read whole answers every question.
        wanted = part if part is not None and None not in read and source.is_large() else None
        if wanted not in read:
            read = dict(list(read.items())[1 - PARTS_KEPT :] if wanted else ()) | {
                wanted: read_workspace(source, wanted)
            }
        READ[place] = (seen, read)
    known = read[wanted]
    # Copies that share their values until one is changed: what a caller does to a table stays with the caller.
    return replace(known, tables={name: frame.copy(deep=False) for name, frame in known.tables.items()})


def settle(place: Path | str) -> None:
    """Finishes an import into the folder that was stopped half-way, so that old and new tables are never read mixed.

    Raises
    ------
    DataError
        It cannot be finished, as when the folder may only be read.
    """
    try:
        if isinstance(place, Path):
            finish(place)
    except OSError as error:
        rule = f"an import was stopped half-way and cannot be finished ({error.strerror or error}): import again"
        raise DataError([Fault(str(place), 0, "", "", rule)]) from error


def source_of(place: Path | str, lang: Literal["zh", "en"] = "en") -> Source:
    """The kind of source that stands at a place which `zjjstats.places.find_workspace` gave."""
    if isinstance(place, str):
        from zjjstats.sources.postgres import Postgres  # noqa: PLC0415 - each kind loads what it needs

        return Postgres(place, TABLES)
    if place.is_file():
        from zjjstats.sources.duck import DuckFile  # noqa: PLC0415

        return DuckFile(place, TABLES)
    if not any((place / table.file).is_file() for table in TABLES.values()) and any(place.glob("*.parquet")):
        from zjjstats.sources.duck import ParquetFolder  # noqa: PLC0415

        return ParquetFolder(place, TABLES)
    if holds_workbooks(place):
        from zjjstats.workbooks.folder import WorkbookFolder  # noqa: PLC0415

        return WorkbookFolder(place, TABLES, lang)
    return CsvFolder(place, TABLES)


def holds_workbooks(place: Path | str) -> bool:
    """Whether a place is a folder with workbooks in it."""
    return isinstance(place, Path) and place.is_dir() and any(f.suffix.lower() in WORKBOOKS for f in place.iterdir())


def read_workspace(source: Source, part: Part | None = None) -> Workspace:
    """The tables of a source; see `open_workspace`."""
    faults: list[Fault] = []
    warnings: list[str] = []
    package = read_package(source, faults)
    held, digests = source.present(), source.digests()
    present = {name: table for name, table in TABLES.items() if name in held}
    if not present:
        rule = source.told(f"holds none of the tables {', '.join(table.file for table in TABLES.values())}")
        raise DataError([Fault(str(source.place), 0, "", "", rule)])
    for needed, users in NEEDED_BY.items():
        if needed not in present and any(user in present for user in users):
            faults.append(Fault(TABLES[needed].file, 0, "", "", "is needed by the other tables and is missing"))
    texts: dict[str, pd.DataFrame] = {}
    # The dictionary first: it says which key an indicator asked for by its name has.
    for name, table in sorted(present.items(), key=lambda item: item[0] != "dictionary"):
        texts[name] = source.texts(table, faults, warnings, keyed(part, texts.get("dictionary")))
    texts = {name: texts[name] for name in present}
    values, corrected = read_values(texts, faults, warnings, source.partial)
    warnings.extend(source.warnings())
    if told := source.told_faults(faults):
        raise DataError(told)
    files = [
        {
            "table": name,
            "file": source.file(name),
            "rows": len(values[name]),
            "corrections": corrected.get(name, 0),
            "sha256": source.digest(name, digests),
        }
        for name in present
    ]
    return Workspace(
        path=source.place,
        part=part,
        title=package["title"],
        origin=package["origin"],
        licence=", ".join(licence.get("title", licence.get("name", "")) for licence in package["licenses"]),
        tables={name: frame.reset_index(drop=True) for name, frame in values.items()},
        provenance=pd.DataFrame(files),
        warnings=[source.told(warning) for warning in warnings],
    )


def keyed(part: Part | None, dictionary: pd.DataFrame | None) -> Part | None:
    """The part with its indicator by key, where the dictionary knows it by a name."""
    if part is None or part.indicator is None or dictionary is None:
        return part
    names = dictionary[["indicator", "name_zh", "name_en"]]
    found = names.loc[(names == part.indicator).any(axis=1), "indicator"]
    return replace(part, indicator=found.iloc[0]) if len(found) else None


def read_package(source: Source, faults: list[Fault]) -> dict[str, Any]:
    """Title, origin and licences of the workspace; without a description, its name and published figures."""
    package: dict[str, Any] = {"title": source.name, "origin": ORIGINS[0], "licenses": []}

    def fault(column: str, rule: str) -> None:
        faults.append(Fault(PACKAGE_FILE, 0, column, "", rule))

    try:
        text = source.described()
        if text is None:
            return package
        found = json.loads(text)
    except ValueError as error:
        fault("", f"is not JSON in UTF-8: {error}")
        return package
    if not isinstance(found, dict):
        fault("", "must hold an object")
        return package
    package |= {name: found[name] for name in package if name in found}
    if not isinstance(package["title"], str):
        fault("title", "must be a text")
    if package["origin"] not in ORIGINS:
        fault("origin", f"must be one of {', '.join(ORIGINS)}; found {package['origin']!r}")
    if not isinstance(package["licenses"], list) or not all(isinstance(one, dict) for one in package["licenses"]):
        fault("licenses", "must be a list of objects with name or title")
    return package
