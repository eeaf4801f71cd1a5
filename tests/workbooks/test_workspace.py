"""A workspace whose tables are workbooks: the same values as from CSV files, and faults at their cells."""

from __future__ import annotations

import csv
import shutil

import openpyxl
import pandas as pd
import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY, ROOT

INDICATORS = [
    ["报告期", "市州", "指标", "数值", "来源"],
    ["2022Q1", "甲市", "output_growth", 5.5, "s"],
    ["2022Q1", "beta", "output_growth", "8.1", "s"],
    ["2021Q1", "alpha", "energy_use", "1,200", "s"],
]


def write(path, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        made = book.create_sheet(name)
        for row in rows:
            made.append(row)
    book.save(path)


def test_one_table_a_sheet_under_chinese_headers(tmp_path):
    write(tmp_path / "数据.xlsx", 市州=CITIES, 指标字典=DICTIONARY, 指标=[["指标表（示例）"], [], *INDICATORS])
    workspace = zj.open_workspace(tmp_path)
    assert workspace["indicators"]["value"].tolist() == [0.055, 0.081, 1200]
    assert workspace["indicators"]["city"].tolist() == ["alpha", "beta", "alpha"]
    assert workspace.provenance.set_index("table").loc["indicators", "file"] == "数据.xlsx"


def test_one_table_a_file_beside_csv_files(folder):
    place = folder(cities=CITIES, dictionary=DICTIONARY)
    write(place / "indicators.xlsx", Sheet1=INDICATORS)
    assert len(zj.open_workspace(place)["indicators"]) == 3


def test_a_shipped_table_out_of_a_workbook_is_the_same_as_out_of_csv(tmp_path, sample):
    for path in (ROOT / "data" / "sample").iterdir():
        if path.suffix in (".csv", ".json") and path.stem != "projects":
            shutil.copy(path, tmp_path)
    with (ROOT / "data" / "sample" / "projects.csv").open(encoding="utf-8", newline="") as lines:
        write(tmp_path / "projects.xlsx", projects=list(csv.reader(lines)))
    found = zj.open_workspace(tmp_path)
    columns = [name for name in sample["projects"] if name != "source"]
    pd.testing.assert_frame_equal(found["projects"][columns], sample["projects"][columns])
    facts = zj.facts(found, "2022Q1", city="zhangjiajie").set_index("fact")
    assert facts.loc["start_rate.320_project.new", ["part", "whole"]].tolist() == [15, 22]


def test_a_county_ledger_is_a_workspace_with_the_shipped_cities(tmp_path, made):
    for name in ("cities.csv", "dictionary.csv"):
        shutil.copy(ROOT / "data" / "published" / name, tmp_path)
    shutil.copy(made["terms"].path, tmp_path)
    workspace = zj.open_workspace(tmp_path)
    assert workspace["projects"]["programme"].unique().tolist() == ["320_project"]
    assert workspace["projects"]["investment_cny_1e4"].tolist() == [25000, 35000, 15000, 25000]


def test_a_fault_names_sheet_and_cell(folder):
    place = folder(cities=CITIES, dictionary=DICTIONARY)
    write(place / "book.xlsx", 指标=[["标题"], *INDICATORS, ["2022Q5", "delta", "output_growth", "12%", "s"]])
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(place)
    assert {(fault.file, fault.sheet, fault.cell) for fault in caught.value.faults} == {
        ("book.xlsx", "指标", "A6"),
        ("book.xlsx", "指标", "B6"),
        ("book.xlsx", "指标", "D6"),
    }
    assert "book.xlsx, 指标!A6, column period: found '2022Q5': must be a period" in str(caught.value)


def test_a_table_in_both_kinds_of_file_is_an_error(folder):
    plain = [["period", "city", "indicator", "value", "source"], ["2022Q1", "alpha", "output_growth", "1", "s"]]
    place = folder(cities=CITIES, dictionary=DICTIONARY, indicators=plain)
    write(place / "book.xlsx", 指标=INDICATORS)
    with pytest.raises(zj.DataError, match=r"book\.xlsx: the table indicators is held by indicators\.csv too"):
        zj.open_workspace(place)


def test_a_ledger_with_faults_is_told_once_for_each_cell(tmp_path, made):
    for name in ("cities.csv", "dictionary.csv"):
        shutil.copy(ROOT / "data" / "published" / name, tmp_path)
    shutil.copy(made["three_rows"].path, tmp_path)
    with pytest.raises(zj.DataError) as caught:
        zj.open_workspace(tmp_path)
    told = [(fault.sheet, fault.cell) for fault in caught.value.faults]
    assert sorted(told) == sorted(made["three_rows"].errors)


def test_a_changed_workbook_is_read_again(folder):
    place = folder(cities=CITIES, dictionary=DICTIONARY)
    write(place / "indicators.xlsx", Sheet1=INDICATORS)
    assert len(zj.open_workspace(place)["indicators"]) == 3
    write(place / "indicators.xlsx", Sheet1=INDICATORS[:3])
    assert len(zj.open_workspace(place)["indicators"]) == 2
