"""What a run depends on, as one digest: change any of it and the run is done again, change nothing and it is not."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from zjjstats.places import SHIPPED

PACKAGE = Path(__file__).resolve().parent.parent
# Whatever can move a figure, a picture or a page.
LIBRARIES = (
    "docxtpl",
    "duckdb",
    "fonttools",
    "ipykernel",
    "ipython",
    "jinja2",
    "lxml",
    "matplotlib",
    "narwhals",
    "nbclient",
    "nbconvert",
    "nbformat",
    "noto-cjk-sans-otc",
    "numpy",
    "openpyxl",
    "pandas",
    "pandera",
    "papermill",
    "python-calamine",
    "python-docx",
    "xlsxwriter",
)
TABLES_AND_RELEASES = ("*.csv", "*.parquet", "*.xls*", "*.ods", "datapackage.json", "releases/*.md")
CODE = ("*.py", "*.j2", "*.css", "*.json", "*.docx")


def digest_of(parts: Mapping[str, object]) -> str:
    """The digest of named parts; their order does not matter."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def digest_of_files(files: Iterable[Path], *, below: Path) -> str:
    """The digest of files' names and contents."""
    found = sorted((path.relative_to(below).as_posix(), path) for path in files)
    return digest_of({name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found})


@cache
def of_code() -> str:
    """The digest of the package's own code, the versions it runs with, and the interpreter."""
    code = {path for pattern in CODE for path in PACKAGE.rglob(pattern)}
    # The lists that ship beside the workspaces decide how a ledger is read.
    lists = digest_of_files((SHIPPED / "data").glob("*.csv"), below=SHIPPED)
    versions = {name: version(name) for name in LIBRARIES}
    parts = {"code": digest_of_files(code, below=PACKAGE), "python": sys.version, "libraries": versions, "lists": lists}
    return digest_of(parts)


@cache
def of_workspace(place: Path | str) -> str:
    """The digest of a workspace's tables, their description, and the releases that it keeps."""
    if isinstance(place, str):
        from zjjstats.tables import source_of  # noqa: PLC0415 - only a database must be asked, which loads pandas

        return digest_of(source_of(place).digests())
    if place.is_file():
        return digest_of_files([place], below=place.parent)
    files = [path for pattern in TABLES_AND_RELEASES for path in place.glob(pattern)]
    return digest_of_files(files, below=place)


@cache
def of_notebook(notebook: Path) -> str:
    """The digest of a notebook's source."""
    return hashlib.sha256(notebook.read_bytes()).hexdigest()


def of_run(notebook: Path, parameters: Mapping[str, str], workspace: Path | str) -> str:
    """The digest of all that one run depends on."""
    return digest_of(
        {
            "code": of_code(),
            "notebook": of_notebook(notebook),
            "parameters": dict(parameters),
            "workspace": of_workspace(workspace),
        }
    )
