"""The address of a database as it may be shown and stored: without a password, which is never part of it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from zjjstats.errors import UnknownNameError

POSTGRES = ("postgresql://", "postgres://")
SECRETS = ("password", "sslpassword", "passfile", "sslkey")


def is_address(where: object) -> bool:
    """Whether a workspace is named by the address of a database rather than a path."""
    return isinstance(where, str) and where.startswith(POSTGRES)


def address_of(where: str) -> str:
    """The address in its one spelling.

    Raises
    ------
    UnknownNameError
        It holds a password, or names no database. The message shows it without what may be a password.
    """
    parts = urlsplit(where)
    account, at, server = parts.netloc.rpartition("@")
    user, colon, _ = account.partition(":")
    secrets = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if name.lower() in SECRETS]
    shown = f"postgresql://{user}{at}{server}{parts.path}"
    if colon or secrets:
        raise UnknownNameError(
            f"an address must not hold a password, which would reach the shell's history, notebooks and logs: set "
            f"PGPASSWORD or write ~/.pgpass, and give {shown}"
        )
    # What follows a # or an unescaped @ may be the rest of a password.
    if parts.fragment or "@" in parts.path or not re.fullmatch(r"/[^/]+", parts.path):
        raise UnknownNameError("the address of a database must be postgresql://[user@]host[:port]/database")
    return shown + (f"?{parts.query}" if parts.query else "")


def database_name(address: str) -> str:
    """The database's own name."""
    return urlsplit(address).path.removeprefix("/")
