"""A PostgreSQL of the test run's own: its data in a temporary folder, on a port of this machine alone."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

OWNER, READER, PASSWORD = "owner", "reader", "only-for-tests"


def programs():
    """The folder of initdb and pg_ctl, or None."""
    folders = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)]
    if found := shutil.which("initdb"):
        folders.append(Path(found).parent)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def without_postgres():
    """Why there is no PostgreSQL here; empty where there is."""
    try:
        import psycopg  # noqa: F401, PLC0415 - only asked for
        import sqlalchemy  # noqa: F401, PLC0415
    except ImportError as error:
        return f"{error.name} is not installed"
    if programs() is None:
        return "there is no initdb"
    return "no way to leave root, as which it does not run" if os.geteuid() == 0 and not shutil.which("runuser") else ""


@contextmanager
def server():
    """The port of a running server with the roles owner and reader; it is stopped and removed at the end."""
    # PostgreSQL refuses to be root.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    place = Path(tempfile.mkdtemp(prefix="zjjstats-postgres-"))
    bin_folder, data = programs(), place / "data"
    secret = place / "password"
    secret.write_text(PASSWORD, "ascii")
    if as_user:
        shutil.chown(place, "postgres")
        shutil.chown(secret, "postgres")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def run(program, *arguments):
        command = [*as_user, bin_folder / program, *arguments]
        subprocess.run(command, check=True, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    try:
        run("initdb", "-D", data, "-U", OWNER, "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale", "C")
        settings = f"-h 127.0.0.1 -p {port} -k {place} -c fsync=off"
        run("pg_ctl", "-D", data, "-w", "-o", settings, "-l", place / "log", "start")
        try:
            yield port
        finally:
            run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(place, ignore_errors=True)
