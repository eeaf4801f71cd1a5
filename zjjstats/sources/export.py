"""A workspace moved into a DuckDB file, a folder of Parquet or a PostgreSQL database: whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from zjjstats.atomic import umask, whole
from zjjstats.cells import read_column
from zjjstats.codebook import TABLES
from zjjstats.errors import RunError, UnknownNameError
from zjjstats.places import DUCKDB, find_workspace
from zjjstats.schema import Column, Kind
from zjjstats.sources.address import address_of, is_address
from zjjstats.sources.duck import quoted
from zjjstats.sources.source import DESCRIPTION, TEXT
from zjjstats.tables import open_workspace, source_of

TYPES: dict[Kind, str] = {"integer": "BIGINT", "number": "NUMERIC", "date": "DATE", "boolean": "BOOLEAN"}
TEXT_TYPE = "VARCHAR"


@dataclass(frozen=True)
class Contents:
    """What is moved: the tables as they stand, corrections not yet applied, and the description's text."""

    tables: Mapping[str, pd.DataFrame]
    description: str | None

    @property
    def rows(self) -> dict[str, int]:
        """By table, how many rows."""
        return {name: len(frame) for name, frame in self.tables.items()}


def export(where: str | Path, to: str, *, force: bool = False) -> dict[str, int]:
    """Writes a workspace elsewhere, and returns by table how many rows were written.

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
    kind, _, path = to.partition(":")
    if kind not in ("duckdb", "parquet") and not is_address(to):
        # What was given may hold a password in a form that nobody foresaw: only its kind is shown.
        raise UnknownNameError.among("kind of target", kind, ["duckdb:FILE", "parquet:DIR", "postgresql://…"])
    if not is_address(to) and not path:
        raise UnknownNameError(f"{kind}: names no {'file' if kind == 'duckdb' else 'folder'}; such as {kind}:province")
    address = address_of(to) if is_address(to) else ""
    open_workspace(where)
    contents = contents_of(find_workspace(where))
    if address:
        to_postgres(contents, address, force=force)
    elif kind == "duckdb":
        to_duckdb(contents, Path(path), force=force)
    else:
        to_parquet(contents, Path(path), force=force)
    return contents.rows


def contents_of(place: Path | str) -> Contents:
    """The texts of all tables of a workspace that was checked."""
    with closing(source_of(place)) as source:
        held = source.present()
        texts = {name: source.texts(table, [], []) for name, table in TABLES.items() if name in held}
        return Contents(texts, source.described())


def typed(texts: pd.Series, column: Column) -> str:
    """The type of a column: that of its kind where each text can be read so, else text; corrections come later."""
    _, unreadable = read_column(texts, column, None)
    return TEXT_TYPE if unreadable else TYPES.get(column.kind, TEXT_TYPE)


def types_of(name: str, frame: pd.DataFrame, *, number: str) -> dict[str, str]:
    """The type of each column of a table, numbers in the engine's own."""
    found = {column.name: typed(frame[column.name], column) for column in TABLES[name].columns}
    return {column: number if kind == TYPES["number"] else kind for column, kind in found.items()}


def refuse_existing(place: Path, *, force: bool) -> None:
    """Nothing, or an error where something would be replaced."""
    if place.exists() and not force:
        raise RunError(f"{place} is there already: write elsewhere, or replace it with --force")


def load(connection: duckdb.DuckDBPyConnection, contents: Contents) -> None:
    """Makes the tables in a DuckDB database."""
    for name, frame in contents.tables.items():
        connection.register("texts", frame.astype(object))
        kinds = types_of(name, frame, number="DOUBLE")
        cells = [f"CAST(nullif({quoted(column)}, '') AS {kind}) AS {quoted(column)}" for column, kind in kinds.items()]
        connection.execute(f"CREATE TABLE {quoted(name)} AS SELECT {', '.join(cells)} FROM texts")
        connection.unregister("texts")


def to_duckdb(contents: Contents, file: Path, *, force: bool) -> None:
    """Writes a DuckDB file, which takes its place once it is complete."""
    if file.suffix != DUCKDB:
        raise UnknownNameError(f"{file} must end in {DUCKDB}, by which it is known as a workspace")
    refuse_existing(file, force=force)
    with whole(file) as draft:
        # DuckDB makes its file itself.
        draft.unlink()
        with duckdb.connect(draft) as connection:
            load(connection, contents)
            if contents.description is not None:
                connection.execute(
                    f"CREATE TABLE {quoted(DESCRIPTION)} AS SELECT ? AS {quoted(TEXT)}", [contents.description]
                )


def to_parquet(contents: Contents, folder: Path, *, force: bool) -> None:
    """Writes a folder of Parquet files, which takes its place once it is complete."""
    refuse_existing(folder, force=force)
    known = {f"{name}.parquet" for name in TABLES} | {f"{DESCRIPTION}.json"}
    if folder.exists() and (not folder.is_dir() or {path.name for path in folder.iterdir()} - known):
        raise RunError(f"{folder} holds more than a workspace of Parquet files; it is not replaced, --force or not")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.part-"))
    try:
        with duckdb.connect() as connection:
            load(connection, contents)
            for name in contents.tables:
                target = str(draft / f"{name}.parquet").replace("'", "''")
                connection.execute(f"COPY {quoted(name)} TO '{target}' (FORMAT parquet)")
        if contents.description is not None:
            (draft / f"{DESCRIPTION}.json").write_text(contents.description, encoding="utf-8", newline="\n")
        draft.chmod(0o777 & ~umask())
        old = draft.with_name(f"{draft.name}.old")
        if folder.exists():
            folder.replace(old)
        draft.replace(folder)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def to_postgres(contents: Contents, address: str, *, force: bool) -> None:
    """Writes the tables in one transaction: all of them are there, or none."""
    from zjjstats.sources.postgres import ORDER, Postgres, connected  # noqa: PLC0415 - only a database needs it

    present = Postgres(address, TABLES).present() & {*TABLES, DESCRIPTION}
    if present and not force:
        raise RunError(
            f"{address} holds {', '.join(sorted(present))} already: write elsewhere, or replace with --force"
        )
    with connected(address) as connection:
        for name in sorted(present):
            run(connection, f"DROP TABLE {quoted(name)}")
        for name, frame in contents.tables.items():
            kinds = types_of(name, frame, number="NUMERIC") | {ORDER: "BIGINT"}
            fill(connection, name, kinds, frame.assign(**{ORDER: [str(row) for row in range(1, len(frame) + 1)]}))
        if contents.description is not None:
            told = pd.DataFrame({TEXT: [contents.description]}, dtype="str")
            fill(connection, DESCRIPTION, {TEXT: TEXT_TYPE}, told)


def fill(connection: Any, name: str, kinds: Mapping[str, str], frame: pd.DataFrame) -> None:  # noqa: ANN401 - SQLAlchemy's
    """Makes one table of PostgreSQL out of texts."""
    run(
        connection, f"CREATE TABLE {quoted(name)} ({', '.join(f'{quoted(key)} {kind}' for key, kind in kinds.items())})"
    )
    cells = [f"CAST(:c{number} AS {kind})" for number, kind in enumerate(kinds.values())]
    rows = [
        {f"c{number}": cell or None for number, cell in enumerate(row)}
        for row in frame[list(kinds)].itertuples(index=False)
    ]
    if rows:
        run(connection, f"INSERT INTO {quoted(name)} VALUES ({', '.join(cells)})", rows)


def run(connection: Any, query: str, rows: list[dict[str, str | None]] | None = None) -> None:  # noqa: ANN401 - likewise
    """One statement, for each row where there are any."""
    from sqlalchemy import text  # noqa: PLC0415 - only a database needs it

    connection.execute(text(query), rows) if rows else connection.execute(text(query))
