"""What all tests share."""

from __future__ import annotations

import csv
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
