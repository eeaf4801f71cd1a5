"""What all tests share."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

import zjjstats as zj
from offices import ALL_SHEETS, converted, zjjstats
from zjjstats.places import find_workspace

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
# Texts that would be run if they were not kept as texts.
HOSTILE = "{{ 7*7 }}{% raw %}<b>甲&乙</b> ../..\\\"'"
FORMULA = '=HYPERLINK("http://127.0.0.1","x")'


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """Reports on the published figures, with everything beside the pages."""
    out = tmp_path_factory.mktemp("reports") / "out"
    zjjstats("run", "2022Q1", "2016Q4", "--out", out)
    return out


@pytest.fixture(scope="session")
def english(tmp_path_factory):
    """A report on the made-up sample in English."""
    out = tmp_path_factory.mktemp("english") / "out"
    zjjstats("run", "2022Q1", "--data", "sample", "--lang", "en", "--formats", "docx,xlsx", "--out", out)
    return out


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A report on tables whose texts try to be something else."""
    home = tmp_path_factory.mktemp("hostile")
    tables = shutil.copytree(find_workspace("published"), home / "tables")
    for name, column, text in (("cities", "name_zh", HOSTILE), ("dictionary", "name_zh", FORMULA)):
        with (tables / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            if row.get("city") == "zhangjiajie" or row.get("indicator") == "gdp_growth":
                row[column] = text
        with (tables / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    zjjstats(
        "run", "2016Q4", "--data", tables, "--city", "zhangjiajie", "--formats", "docx,xlsx", "--out", home / "out"
    )
    return tables, home / "out"


@pytest.fixture(scope="session")
def printed(reports, english, hostile, tmp_path_factory):
    """The Word files as LibreOffice prints them, by name."""
    folder = tmp_path_factory.mktemp("printed")
    places = {
        "2022Q1": reports / "2022Q1" / "zhangjiajie" / "briefing.docx",
        "2016Q4": reports / "2016Q4" / "zhangjiajie" / "briefing.docx",
        "english": english / "2022Q1" / "zhangjiajie" / "briefing.en.docx",
        "hostile": hostile[1] / "2016Q4" / "zhangjiajie" / "briefing.docx",
    }
    files = [shutil.copy(path, folder / f"{name}.docx") for name, path in places.items()]
    out = converted(files, "pdf", folder / "office")
    return {name: (path, out / f"{name}.pdf") for name, path in places.items()}


@pytest.fixture(scope="session")
def sheets(reports, english, hostile, tmp_path_factory):
    """The workbooks' sheets as LibreOffice reads them: rows of texts by name of the file and of the sheet."""
    folder = tmp_path_factory.mktemp("sheets")
    places = {
        "2016Q4": reports / "2016Q4" / "zhangjiajie" / "facts.xlsx",
        "2022Q1": reports / "2022Q1" / "zhangjiajie" / "facts.xlsx",
        "english": english / "2022Q1" / "zhangjiajie" / "facts.en.xlsx",
        "hostile": hostile[1] / "2016Q4" / "zhangjiajie" / "facts.xlsx",
    }
    files = [shutil.copy(path, folder / f"{name}.xlsx") for name, path in places.items()]
    found = {}
    for path in converted(files, ALL_SHEETS, folder / "office").glob("*.csv"):
        name, _, sheet = path.stem.partition("-")
        with path.open(encoding="utf-8", newline="") as file:
            found[name, sheet] = list(csv.reader(file))
    return places, found
