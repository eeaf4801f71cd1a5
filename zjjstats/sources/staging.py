"""A workspace as texts in a database of its own, read once and batch by batch, however many rows it has."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from zjjstats.cells import read_column
from zjjstats.codebook import TABLES
from zjjstats.schema import Kind, Table
from zjjstats.sources.duck import quiet, quoted
from zjjstats.sources.source import BATCH, Source

TYPES: dict[Kind, str] = {"integer": "BIGINT", "number": "NUMERIC", "date": "DATE", "boolean": "BOOLEAN"}
TEXT_TYPE = "VARCHAR"
# What does not fit stands in the stage's own folder.
MEMORY = "1GB"


@dataclass(frozen=True)
class Stage:
    """The tables as they stand, corrections not yet applied, in a database that goes when all is written.

    ``types`` are those of the columns by table, numbers as NUMERIC: the type of its kind where each text can be read
    so, else text, since corrections come later. ``description`` is the text of the description.
    """

    connection: duckdb.DuckDBPyConnection
    description: str | None
    types: dict[str, dict[str, str]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def typed(self, name: str, *, number: str) -> str:
        """The query of a table with its types, numbers in the engine's own."""
        cells = [
            f"CAST(nullif({quoted(column)}, '') AS {number if kind == TYPES['number'] else kind}) AS {quoted(column)}"
            for column, kind in self.types[name].items()
        ]
        return f"SELECT {', '.join(cells)} FROM {quoted(name)}"

    def texts(self, name: str) -> Iterator[tuple[str | None, ...]]:
        """The rows of a table in their order, each cell a text or, where it is empty, None."""
        cells = [f"nullif({quoted(column)}, '')" for column in self.types[name]]
        found = self.connection.execute(f"SELECT {', '.join(cells)} FROM {quoted(name)}")
        while rows := found.fetchmany(BATCH):
            yield from rows

    def add(self, table: Table, source: Source) -> None:
        """Reads a table of the source."""
        name, types = table.name, {column.name: TYPES.get(column.kind, TEXT_TYPE) for column in table.columns}
        self.connection.execute(f"CREATE TABLE {quoted(name)} ({', '.join(f'{quoted(key)} VARCHAR' for key in types)})")
        self.types[name], self.rows[name] = types, 0
        for texts in source.batched(table):
            for column in table.columns:
                if types[column.name] != TEXT_TYPE and read_column(texts[column.name], column, None)[1]:
                    types[column.name] = TEXT_TYPE
            self.connection.register("texts", texts[list(types)].astype(object))
            self.connection.execute(f"INSERT INTO {quoted(name)} FROM texts")
            self.connection.unregister("texts")
            self.rows[name] += len(texts)


@contextmanager
def staged(source: Source, folder: Path | None) -> Iterator[Stage]:
    """The tables of a source that was checked, beside the place they will go to, where there is room for them."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".zjjstats-stage-") as place:
        file = Path(place) / "texts.duckdb"
        with duckdb.connect(file, config={"memory_limit": MEMORY}) as connection:
            stage = Stage(quiet(connection), source.described())
            held = source.present()
            for name, table in TABLES.items():
                if name in held:
                    stage.add(table, source)
            yield stage
