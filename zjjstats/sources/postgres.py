"""A workspace in a PostgreSQL database, of which a role that may only read is enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from zjjstats.errors import UnknownNameError
from zjjstats.schema import Table
from zjjstats.sources.address import database_name
from zjjstats.sources.duck import quoted
from zjjstats.sources.source import BATCH, DESCRIPTION, PERIOD, TEXT, Database, Part

# Rows of PostgreSQL have no order, but facts are told in that of the tables: an exported table says it in this column.
ORDER = "row_number"


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A transaction on a database; libpq finds the password in the environment or in ~/.pgpass.

    Raises
    ------
    UnknownNameError
        The extra is not installed, or the database cannot be reached or refuses what is asked; no password is shown.
    """
    try:
        from psycopg import Error  # noqa: PLC0415 - only a database needs it
        from sqlalchemy import create_engine, make_url  # noqa: PLC0415
        from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415
        from sqlalchemy.pool import NullPool  # noqa: PLC0415
    except ImportError:
        raise UnknownNameError(f"{address} needs the extra postgres: pip install 'zjjstats[postgres]'") from None
    # Forked children must not share a connection: none outlives its block.
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    try:
        with engine.begin() as connection:
            yield connection
    except (SQLAlchemyError, Error) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()
        raise UnknownNameError(f"{address} cannot be used: {reason[0] if reason else type(error).__name__}") from None


class Postgres(Database):
    """The tables of the schemas on the role's search path."""

    floats = ("double precision", "real")

    def __init__(self, place: str, tables: Mapping[str, Table]) -> None:
        super().__init__(place, tables)
        self.address = place

    @property
    def name(self) -> str:
        return database_name(self.address)

    def fetched(self, query: str, **values: object) -> list[tuple[object, ...]]:
        """The rows of a query, read in a transaction that cannot write."""
        from sqlalchemy import text  # noqa: PLC0415 - only a database needs it

        with connected(self.address) as connection:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            return [tuple(row) for row in connection.execute(text(query), values)]

    def present(self) -> set[str]:
        found = self.fetched(
            "SELECT c.relname FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') "
            "AND pg_catalog.pg_table_is_visible(c.oid)"
        )
        return {str(name) for (name,) in found}

    def digests(self) -> dict[str, str]:
        from sqlalchemy import text  # noqa: PLC0415 - only a database needs it

        names = sorted(self.present() & {*self.tables, DESCRIPTION})
        found = {}
        with connected(self.address) as connection:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            for name in names:
                # The rows' own digests, sorted, for the order of a table means nothing.
                query = (
                    "SELECT encode(sha256(convert_to(coalesce(string_agg(d, '' ORDER BY d), ''), 'UTF8')), 'hex') "
                    f"FROM (SELECT md5(t::text) AS d FROM {quoted(name)} AS t) AS digests"
                )
                found[name] = str(connection.execute(text(query)).scalar())
        return found

    def described(self) -> str | None:
        if DESCRIPTION not in self.present():
            return None
        found = self.fetched(f"SELECT {quoted(TEXT)} FROM {quoted(DESCRIPTION)}")
        return str(found[0][0]) if found else None

    def columns(self, table: str) -> dict[str, str]:
        found = self.fetched(
            "SELECT a.attname, format_type(a.atttypid, NULL) FROM pg_catalog.pg_attribute a "
            "WHERE a.attrelid = to_regclass(:name) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
            name=quoted(table),
        )
        return {str(name): str(kind) for name, kind in found if name != ORDER}

    def batches(
        self, table: str, columns: Sequence[str], *, key: Sequence[str], part: Part | None
    ) -> Iterator[list[tuple[str | None, ...]]]:
        from sqlalchemy import text  # noqa: PLC0415 - only a database needs it

        cells = [f"{quoted(name)}::text" for name in columns]
        conditions, values = [], dict[str, object]()
        for number, (expression, texts) in enumerate(part.conditions() if part else ()):
            conditions.append(f"{expression} = ANY(:texts{number})")
            values[f"texts{number}"] = texts
        texts = [f't.{quoted(name)}::text COLLATE "C"' for name in (*key, *columns) if name in columns]
        # Where there is no such column, the row has none under that name and all rows are level in it.
        order = ", ".join([f"(to_jsonb(t) ->> '{ORDER}')::bigint", *dict.fromkeys(texts)])
        query = f"SELECT {', '.join(cells)} FROM {quoted(table)} AS t ORDER BY {order}"
        if part is not None:
            numbered = f"SELECT *, row_number() OVER (ORDER BY {order}) AS __row FROM {quoted(table)} AS t"
            query = f"SELECT {', '.join(['__row::text', *cells])} FROM ({numbered}) AS numbered"
            query += f" WHERE {' AND '.join(conditions)}" if conditions else ""
            query += " ORDER BY __row"
        with connected(self.address) as connection:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            streamed = connection.execution_options(stream_results=True, max_row_buffer=BATCH)
            for rows in streamed.execute(text(query), values).partitions(BATCH):
                yield [tuple(row) for row in rows]

    def periods(self) -> list[str]:
        return [str(text) for (text,) in self.fetched(f"SELECT DISTINCT {PERIOD} FROM {quoted('indicators')}")]

    def count(self, table: str) -> int:
        return int(str(self.fetched(f"SELECT count(*) FROM {quoted(table)}")[0][0]))
