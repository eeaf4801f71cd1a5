"""A real office beside our own readers: LibreOffice, each kind of file converted once for all tests."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from county_ledgers import LEDGERS

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="session")
def convert(tmp_path_factory):
    """A function that has LibreOffice save files as another kind in a new folder."""
    home = tmp_path_factory.mktemp("office")

    def converted(files, kind):
        assert SOFFICE, "LibreOffice is needed: make office"
        to = tmp_path_factory.mktemp("converted")
        subprocess.run(
            [SOFFICE, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", kind, "--outdir", to, *files],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return to

    return converted


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """By name, each county ledger as openpyxl writes it."""
    folder = tmp_path_factory.mktemp("ledgers")
    return {make.__name__: make(folder) for make in LEDGERS}


@pytest.fixture(scope="session")
def kinds(made, convert):
    """By kind, the folder of all ledgers: by openpyxl, and saved by LibreOffice as .xlsx, .ods and .xls."""
    files = [one.path for one in made.values()]
    return {"openpyxl": files[0].parent} | {kind: convert(files, kind) for kind in ("xlsx", "ods", "xls")}
