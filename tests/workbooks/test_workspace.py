"""A workspace whose tables are workbooks: the same values as from CSV files, and faults at their cells."""

from __future__ import annotations

import csv
import shutil

import openpyxl
import pandas as pd
import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY, ROOT
from offices import zjjstats
from zjjstats.cells import read_column
from zjjstats.codebook import TABLES
from zjjstats.schema import Column
from zjjstats.workbooks.tables_said import rule_in_chinese

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


def test_every_rule_of_a_table_has_its_words_in_chinese():
    rules = [rule.text for table in TABLES.values() for rule in table.rules]
    rules += [check.error for table in TABLES.values() for column in table.columns for check in column.checks()]
    rules += ["must not be empty", "the key occurs more than once", "the column is missing"]
    for text, kind in (("x", "number"), ("1.5", "integer"), ("2022", "date"), ("2022-02-30", "date"), ("?", "boolean")):
        _, told = read_column(pd.Series([text]), Column("c", kind, ""), None)
        rules += told.values()
    assert [rule for rule in rules if rule_in_chinese(rule) == rule] == []


def test_faults_of_workbooks_and_of_the_tables_beside_them_are_told_in_chinese(folder):
    place = folder(cities=CITIES, dictionary=DICTIONARY, entries=[["period", "city", "database", "entries", "source"]])
    write(
        place / "book.xlsx",
        指标=[*INDICATORS, ["2022Q5", "delta", "output_growth", "12%", "s"]],
        台账=[["项目名称", "总投资(万元)", "计划开工时间"], ["示例·甲", -5, "2022.13"]],
    )
    _, told = zjjstats("check", "--data", place, "--lang", "zh", code=1)
    assert "book.xlsx 指标!A5：“2022Q5”不是时期；可写成 2022Q1" in told
    assert "book.xlsx 指标!B5：“delta”不认识“delta”" in told
    assert "book.xlsx 台账!B2：“-5”投资额不能为负数。改法：请核对正负号。" in told
    assert "entries.csv 第 1 行：没有数据" in told
    printed, _ = zjjstats("check", "--data", place, "--format", "csv", code=1)
    assert ",B2,error,investment_cny_1e4,-5,投资额不能为负数,请核对正负号" in printed
    _, told = zjjstats("check", "--data", place, "--lang", "en", code=1)
    assert "book.xlsx, 台账!B2, column investment_cny_1e4: found '-5': an investment cannot be negative" in told


def test_what_is_noted_of_a_sound_workspace_is_told_in_the_language_asked_for(tmp_path, made):
    for name in ("cities.csv", "dictionary.csv"):
        shutil.copy(ROOT / "data" / "published" / name, tmp_path)
    shutil.copy(made["terms"].path, tmp_path)
    _, told = zjjstats("check", "--data", tmp_path)
    assert "提醒：320计划.xlsx 计划表：表头在第 3—3 行，读到 4 个项目" in told
    assert "张表，" in told
    _, told = zjjstats("check", "--data", tmp_path, "--lang", "en")
    assert "warning: 320计划.xlsx 计划表: header in rows 3 to 3, 4 projects" in told
