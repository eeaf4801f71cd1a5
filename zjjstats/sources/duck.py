"""A workspace in a DuckDB file or a folder of Parquet files, both read by DuckDB."""

from __future__ import annotations

import hashlib
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb

from zjjstats.errors import UnknownNameError
from zjjstats.schema import Table
from zjjstats.sources.source import BATCH, DESCRIPTION, PERIOD, TEXT, Database, Part


class DuckSource(Database):
    """What DuckDB reads, whatever it is stored in."""

    connection: duckdb.DuckDBPyConnection
    floats = ("DOUBLE", "FLOAT")

    def close(self) -> None:
        self.connection.close()

    @abstractmethod
    def relation(self, table: str) -> str:
        """The table as it stands in a query."""

    def columns(self, table: str) -> dict[str, str]:
        found = self.connection.execute(f"DESCRIBE SELECT * FROM {self.relation(table)}").fetchall()
        return {row[0]: row[1] for row in found}

    def batches(
        self, table: str, columns: Sequence[str], *, key: Sequence[str], part: Part | None
    ) -> Iterator[list[tuple[str | None, ...]]]:
        # DuckDB gives rows in the order in which they were written: the key is not needed.
        del key
        kinds = self.columns(table)
        # A number of single precision is told by the double that it is.
        cells = [
            f"CAST({f'CAST({quoted(name)} AS DOUBLE)' if kinds[name] in self.floats else quoted(name)} AS VARCHAR)"
            for name in columns
        ]
        query, values = f"SELECT {', '.join(cells)} FROM {self.relation(table)}", list[str]()
        if part is not None:
            numbered = f"SELECT *, row_number() OVER () AS __row FROM {self.relation(table)}"
            query = f"SELECT {', '.join(['CAST(__row AS VARCHAR)', *cells])} FROM ({numbered})"
            conditions = []
            for expression, texts in part.conditions():
                conditions.append(f"{expression} IN ({', '.join('?' * len(texts))})")
                values += texts
            query += f" WHERE {' AND '.join(conditions)}" if conditions else ""
        found = self.connection.execute(query, values)
        while rows := found.fetchmany(BATCH):
            yield rows

    def periods(self) -> list[str]:
        found = self.connection.execute(f"SELECT DISTINCT {PERIOD} FROM {self.relation('indicators')}").fetchall()
        return [text for (text,) in found]

    def count(self, table: str) -> int:
        found = self.connection.execute(f"SELECT count(*) FROM {self.relation(table)}").fetchone()
        return int(found[0]) if found else 0


class DuckFile(DuckSource):
    """A DuckDB file with one table for each of the workspace."""

    def __init__(self, place: Path, tables: Mapping[str, Table]) -> None:
        super().__init__(place, tables)
        self.path = place
        try:
            self.connection = quiet(duckdb.connect(place, read_only=True))
        except duckdb.Error as error:
            raise UnknownNameError(f"{place} cannot be read as a DuckDB file: {str(error).splitlines()[0]}") from None

    @property
    def name(self) -> str:
        return self.path.stem

    def relation(self, table: str) -> str:
        return quoted(table)

    def file(self, table: str) -> str:
        return f"{self.path.name}: {table}"

    def present(self) -> set[str]:
        found = self.connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
        return {row[0] for row in found.fetchall()}

    def digests(self) -> dict[str, str]:
        # One file holds all tables, so that its digest stands for each.
        return dict.fromkeys(sorted(self.present() & {*self.tables, DESCRIPTION}), digest_of(self.path))

    def described(self) -> str | None:
        if DESCRIPTION not in self.present():
            return None
        found = self.connection.execute(f"SELECT {quoted(TEXT)} FROM {quoted(DESCRIPTION)}").fetchone()
        return None if found is None else str(found[0])


class ParquetFolder(DuckSource):
    """A folder with one Parquet file for each table, and datapackage.json as beside CSV."""

    def __init__(self, place: Path, tables: Mapping[str, Table]) -> None:
        super().__init__(place, tables)
        self.path = place
        self.connection = quiet(duckdb.connect())

    @property
    def name(self) -> str:
        return self.path.name

    def relation(self, table: str) -> str:
        literal = str(self.path / self.file(table)).replace("'", "''")
        return f"read_parquet('{literal}')"

    def file(self, table: str) -> str:
        return f"{table}.parquet"

    def named(self, table: str) -> str:
        return self.file(table)

    def present(self) -> set[str]:
        return {path.stem for path in self.path.glob("*.parquet")}

    def digests(self) -> dict[str, str]:
        files = {name: self.path / self.file(name) for name in sorted(self.present() & set(self.tables))}
        files[DESCRIPTION] = self.path / f"{DESCRIPTION}.json"
        return {name: digest_of(file) for name, file in files.items() if file.is_file()}

    def described(self) -> str | None:
        file = self.path / f"{DESCRIPTION}.json"
        return file.read_text("utf-8-sig") if file.is_file() else None


def quiet(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The connection, which draws no bar of its progress among what a command prints."""
    return connection.execute("SET enable_progress_bar = false")


def digest_of(path: Path) -> str:
    """The digest of a file, which need not fit into memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
