"""What all tests share."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

import zjjstats as zj

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def published():
    return zj.open_workspace("published")


@pytest.fixture(scope="session")
def sample():
    return zj.open_workspace("sample")


@pytest.fixture
def folder(tmp_path):
    """A function that writes tables, given as lists of rows with a header, and returns their folder."""

    def write(**tables):
        for name, rows in tables.items():
            with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)
        return tmp_path

    return write


# A real office beside our own readers of workbooks: each kind of file is converted once for all tests.


@pytest.fixture(scope="session")
def convert(tmp_path_factory):
    """A function that has LibreOffice save files as another kind in a new folder."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    home = tmp_path_factory.mktemp("office")

    def converted(files, kind):
        assert soffice, "LibreOffice is needed: make office"
        to = tmp_path_factory.mktemp("converted")
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={home.as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                to,
                *files,
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return to

    return converted


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """By name, each county ledger as openpyxl writes it."""
    from county_ledgers import LEDGERS  # noqa: PLC0415 - stands beside the tests of workbooks

    folder = tmp_path_factory.mktemp("ledgers")
    return {make.__name__: make(folder) for make in LEDGERS}


@pytest.fixture(scope="session")
def kinds(made, convert):
    """By kind, the folder of all ledgers: by openpyxl, and saved by LibreOffice as .xlsx, .ods and .xls."""
    files = [one.path for one in made.values()]
    return {"openpyxl": files[0].parent} | {kind: convert(files, kind) for kind in ("xlsx", "ods", "xls")}


# Three made-up cities, enough for a tie and a missing value.
CITIES = [
    ["city", "name_zh", "name_en", "code", "order"],
    ["alpha", "甲市", "Alpha", "990100", "1"],
    ["beta", "乙市", "Beta", "990200", "2"],
    ["gamma", "丙自治州", "Gamma", "990300", "3"],
]
DICTIONARY = [
    ["indicator", "name_zh", "name_en", "unit", "decimals", "higher_is_better"],
    ["output_growth", "产值增速", "Output growth", "pct", "1", "true"],
    ["energy_use", "能耗", "Energy use", "tonnes", "1", "false"],
]
