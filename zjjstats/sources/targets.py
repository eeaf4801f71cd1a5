"""Where a workspace can be moved to; each target is written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zjjstats.atomic import umask, whole
from zjjstats.codebook import TABLES
from zjjstats.errors import RunError, UnknownNameError
from zjjstats.places import DUCKDB
from zjjstats.sources.address import address_of, is_address
from zjjstats.sources.duck import quoted
from zjjstats.sources.source import DESCRIPTION, TEXT
from zjjstats.sources.staging import TEXT_TYPE, Stage


class Target(ABC):
    """A place to which a workspace is written; what is there is replaced with force only."""

    beside: Path | None
    """The folder that has room for what is being written; None where it goes to another machine."""

    @abstractmethod
    def refuse(self) -> None:
        """Nothing, or an error where something would be replaced that may not be."""

    @abstractmethod
    def write(self, stage: Stage) -> None:
        """Writes the tables and the description; they appear together."""


def target_of(to: str, *, force: bool) -> Target:
    """The target that a text names.

    Raises
    ------
    UnknownNameError
        It names none.
    """
    kind, _, path = to.partition(":")
    if is_address(to):
        return PostgresTables(address_of(to), force)
    if kind not in ("duckdb", "parquet"):
        # What was given may hold a password in a form that nobody foresaw: only its kind is shown.
        raise UnknownNameError.among("kind of target", kind, ["duckdb:FILE", "parquet:DIR", "postgresql://…"])
    if not path:
        raise UnknownNameError(f"{kind}: names no {'file' if kind == 'duckdb' else 'folder'}; such as {kind}:province")
    if kind == "parquet":
        return ParquetFiles(Path(path), force)
    if not path.endswith(DUCKDB):
        raise UnknownNameError(f"{path} must end in {DUCKDB}, by which it is known as a workspace")
    return DuckTables(Path(path), force)


@dataclass(frozen=True)
class Files(Target):
    """A file or folder."""

    path: Path
    force: bool

    @property
    def beside(self) -> Path:  # type: ignore[override]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return self.path.parent

    def refuse(self) -> None:
        if self.path.exists() and not self.force:
            raise RunError(f"{self.path} is there already: write elsewhere, or replace it with --force")


class DuckTables(Files):
    """A DuckDB file, which takes its place once it is complete."""

    def write(self, stage: Stage) -> None:
        self.refuse()
        with whole(self.path) as draft:
            # DuckDB makes its file itself.
            draft.unlink()
            stage.connection.execute(f"ATTACH {literal(draft)} AS target")
            for name in stage.types:
                query = stage.typed(name, number="DOUBLE")
                stage.connection.execute(f"CREATE TABLE target.{quoted(name)} AS {query}")
            if stage.description is not None:
                query = f"CREATE TABLE target.{quoted(DESCRIPTION)} AS SELECT ? AS {quoted(TEXT)}"
                stage.connection.execute(query, [stage.description])
            stage.connection.execute("DETACH target")


class ParquetFiles(Files):
    """A folder of Parquet files, which takes its place once it is complete."""

    def refuse(self) -> None:
        super().refuse()
        known = {f"{name}.parquet" for name in TABLES} | {f"{DESCRIPTION}.json"}
        folder = self.path
        if folder.exists() and (not folder.is_dir() or {path.name for path in folder.iterdir()} - known):
            raise RunError(f"{folder} holds more than a workspace of Parquet files; it is not replaced, --force or not")

    def write(self, stage: Stage) -> None:
        self.refuse()
        draft = Path(tempfile.mkdtemp(dir=self.beside, prefix=f".{self.path.name}.part-"))
        try:
            for name in stage.types:
                query = stage.typed(name, number="DOUBLE")
                target = literal(draft / f"{name}.parquet")
                stage.connection.execute(f"COPY ({query}) TO {target} (FORMAT parquet)")
            if stage.description is not None:
                (draft / f"{DESCRIPTION}.json").write_text(stage.description, encoding="utf-8", newline="\n")
            draft.chmod(0o777 & ~umask())
            old = draft.with_name(f"{draft.name}.old")
            if self.path.exists():
                self.path.replace(old)
            try:
                draft.replace(self.path)
            except BaseException:
                if old.exists():
                    old.replace(self.path)
                raise
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


@dataclass(frozen=True)
class PostgresTables(Target):
    """Tables of PostgreSQL, written in one transaction: all of them are there, or none."""

    address: str
    force: bool
    beside: None = None

    def refuse(self) -> None:
        present = self.present()
        if present and not self.force:
            raise RunError(
                f"{self.address} holds {', '.join(sorted(present))} already: write elsewhere, or replace with --force"
            )

    def present(self) -> set[str]:
        """The tables that would be replaced."""
        from zjjstats.sources.postgres import Postgres  # noqa: PLC0415 - only a database needs it

        return Postgres(self.address, TABLES).present() & {*TABLES, DESCRIPTION}

    def write(self, stage: Stage) -> None:
        from zjjstats.sources.postgres import ORDER, connected  # noqa: PLC0415 - only a database needs it

        self.refuse()
        present = self.present()
        with connected(self.address) as connection:
            for name in sorted(present):
                connection.exec_driver_sql(f"DROP TABLE {quoted(name)}")
            for name, types in stage.types.items():
                numbered = ((*row, number) for number, row in enumerate(stage.texts(name), start=1))
                fill(connection, name, types | {ORDER: "BIGINT"}, numbered)
            if stage.description is not None:
                fill(connection, DESCRIPTION, {TEXT: TEXT_TYPE}, [(stage.description,)])


def fill(connection: Any, name: str, types: Mapping[str, str], rows: Iterable[tuple[object, ...]]) -> None:  # noqa: ANN401 - SQLAlchemy's
    """Makes one table of PostgreSQL, the rows sent as they come."""
    columns = ", ".join(f"{quoted(column)} {kind}" for column, kind in types.items())
    connection.exec_driver_sql(f"CREATE TABLE {quoted(name)} ({columns})")
    with connection.connection.cursor() as cursor, cursor.copy(f"COPY {quoted(name)} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def literal(path: Path) -> str:
    """A path as a text in SQL."""
    return "'" + str(path).replace("'", "''") + "'"
