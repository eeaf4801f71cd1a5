"""Workbooks to the plain tables of a workspace, all or nothing, with the place that each record comes from."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from zjjstats.atomic import umask
from zjjstats.codebook import TABLES
from zjjstats.errors import DataError, ZjjstatsError
from zjjstats.places import SHIPPED
from zjjstats.tabular import to_csv
from zjjstats.together import DRAFT, finish, sweep, write_together
from zjjstats.workbooks.messages import Faults
from zjjstats.workbooks.reading import Read, read_ledgers
from zjjstats.workbooks.records import ANY_PROGRAMME, COLUMNS, Record, records
from zjjstats.workbooks.words import fold

IMPORTS = "imports.csv"
NEEDED = ("cities", "dictionary")
ANY_PROGRAMME_ROW = f"{ANY_PROGRAMME},项目台账,Project ledger,count,0,true\n"


class ImportRefusedError(ZjjstatsError):
    """Raised where an import would replace tables that are there."""


@dataclass(frozen=True)
class Imported:
    """What an import wrote."""

    files: list[Path]
    projects: int


def import_ledgers(
    files: Sequence[Path],
    to: Path,
    faults: Faults,
    *,
    city: str | None = None,
    programme: str | None = None,
    force: bool = False,
) -> Imported:
    """Writes projects.csv and imports.csv out of ledgers, and what a workspace needs beside them.

    Parameters
    ----------
    files
        Workbooks with ledgers.
    to
        The folder of the workspace; its own cities.csv, dictionary.csv and aliases.csv are used where they are there.
    faults
        Where faults and notes are added.
    city
        City of the projects, where no column says.
    programme
        Programme of the projects, where no column says: a key or a name of dictionary.csv.
    force
        Whether tables of an earlier import are replaced; other tables never are.

    Raises
    ------
    DataError
        The ledgers have errors; all at once, and nothing is written.
    ImportRefusedError
        A table is there already and ``force`` is not given.
    """
    # An import that was stopped after it had happened is finished before this one looks at what is there.
    finish(to)
    taken = [to / name for name in (TABLES["projects"].file, IMPORTS) if (to / name).exists()]
    if taken and not force:
        raise ImportRefusedError(f"{taken[0]}: is there already; give another folder, or --force to replace it")
    read = read_ledgers(files, faults, city=city, folder=to if to.is_dir() else None)
    for ledger in read.ledgers:
        if any(not project.city for project in ledger.projects):
            faults.add("no_city", ledger.sheet.file, sheet=ledger.sheet.name)
    if faults.errors:
        raise DataError(faults.errors)
    texts = {f"{name}.csv": needed_text(name, to) for name in NEEDED}
    names, keys = programmes_of(texts["dictionary.csv"])
    if programme:
        programme = keys.get(fold(programme), programme)
    made = records(
        read.ledgers, {book.path.name: book.sha256 for book in read.books}, programme=programme, programmes=keys
    )
    extra = sorted({record.cells["programme"] for record in made} - names)
    if ANY_PROGRAMME in extra and not (to / "dictionary.csv").exists():
        texts["dictionary.csv"] += ANY_PROGRAMME_ROW
        faults.note(
            f"台账没有写明项目类别，记为 {ANY_PROGRAMME}；可用 --programme 指明",
            f"the ledger names no programme; {ANY_PROGRAMME} is written; --programme names one",
        )
    for name in (name for name in extra if name != ANY_PROGRAMME):
        faults.note(
            f"dictionary.csv 没有项目类别 {name}，页面上按原文显示",
            f"dictionary.csv has no programme {name}; pages show it as written",
        )
    drafts = {name: text for name, text in texts.items() if not (to / name).exists()}
    drafts[IMPORTS] = imports_text(made, read)
    if not (to / "datapackage.json").exists():
        drafts["datapackage.json"] = package_text(
            read, {TABLES["projects"].file, *drafts, *(p.name for p in to.glob("*.csv"))}
        )
    # Last, so that a folder with projects has all that goes with them.
    drafts[TABLES["projects"].file] = table_text([record.cells for record in made], COLUMNS)
    write_all(to, drafts)
    return Imported([to / name for name in drafts], len(made))


def needed_text(name: str, to: Path) -> str:
    """A table of the workspace as it stands, or the shipped one."""
    own = to / f"{name}.csv"
    return (own if own.exists() else SHIPPED / "data" / "published" / f"{name}.csv").read_text("utf-8-sig")


def programmes_of(dictionary: str) -> tuple[set[str], dict[str, str]]:
    """The keys of a dictionary that may be programmes, and each key by its names, folded."""
    table = pd.read_csv(StringIO(dictionary), dtype="str", keep_default_na=False)
    counted = table[table["unit"] == "count"]
    by_name = {
        fold(str(row[name])): str(row["indicator"])
        for _, row in counted.iterrows()
        for name in ("indicator", "name_zh", "name_en")
    }
    return set(table["indicator"]), by_name


def table_text(rows: list[dict[str, str]], columns: list[str]) -> str:
    """Rows as CSV; text that a spreadsheet would run is made harmless."""
    return to_csv(pd.DataFrame(rows, columns=columns, dtype="str"))


def imports_text(made: list[Record], read: Read) -> str:
    """Where each project comes from: file, checksum, sheet, row."""
    checksums = {book.path.name: book.sha256 for book in read.books}
    rows = [
        {
            "project": record.cells["project"],
            "file": record.ledger.sheet.file,
            "sha256": checksums[record.ledger.sheet.file],
            "sheet": record.ledger.sheet.name,
            "row": str(record.project.row),
        }
        for record in made
    ]
    return table_text(rows, ["project", "file", "sha256", "sheet", "row"])


def package_text(read: Read, present: set[str]) -> str:
    """The description of the new workspace; what a title calls 示例 is marked as made up."""
    titles = list(dict.fromkeys(ledger.header.title for ledger in read.ledgers if ledger.header.title))
    files = [{"title": book.path.name, "path": book.path.name, "sha256": book.sha256} for book in read.books]
    made_up = any("示例" in text for text in (*titles, *(book.path.name for book in read.books)))
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "zjjstats-import",
        "title": titles[0] if titles else read.books[0].path.stem,
        "origin": "sample" if made_up else "published",
        "sources": [{"title": one["title"], "path": one["path"]} for one in files],
        "resources": [table.descriptor() for table in TABLES.values() if table.file in present],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def write_all(to: Path, texts: dict[str, str]) -> None:
    """Writes all files or none: a new folder in one step, the files of one that is there together."""
    if to.exists():
        write_together(to, texts)
        return
    to.parent.mkdir(parents=True, exist_ok=True)
    sweep(to.parent)
    aside = Path(tempfile.mkdtemp(dir=to.parent, prefix=DRAFT))
    try:
        for name, text in texts.items():
            (aside / name).write_text(text, encoding="utf-8", newline="\n")
        aside.chmod(0o777 & ~umask())
        aside.rename(to)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
