"""Workbooks: numbers that are numbers, texts that stay texts, and what another program reads in them."""

from __future__ import annotations

import re
import zipfile

import openpyxl
import pandas as pd
import pytest

import zjjstats as zj
from zjjstats.office.excel import excel_file, sheet_name

pytestmark = pytest.mark.office
FACTS = "指标事实"


def book(sheets, name):
    return openpyxl.load_workbook(sheets[0][name])


def by_heading(page, top=1):
    rows = list(page.iter_rows(min_row=top))
    headings = [cell.value for cell in rows[0]]
    return [dict(zip(headings, row, strict=True)) for row in rows[1:]]


def test_every_fact_is_there_unrounded_with_its_format(sheets, published):
    page = book(sheets, "2022Q1")[FACTS]
    facts = zj.facts(published, "2022Q1", city="zhangjiajie")
    rows = by_heading(page)
    assert [row["代码"].value for row in rows] == facts["fact"].tolist()
    for row, fact in zip(rows, facts.to_dict("records"), strict=True):
        for heading, name in (("数值", "value"), ("分子（或本期值）", "part"), ("参加排位数", "of")):
            cell = row[heading]
            assert cell.value is None if pd.isna(fact[name]) else cell.value == fact[name]
            assert cell.data_type == "n"
    formats = {row["代码"].value: row["数值"].number_format for row in rows}
    assert formats["start_rate.320_project.new"] == "0.00%"
    assert formats["planned.320_project.new"] == "0"
    (rate,) = [row["数值"].value for row in rows if row["代码"].value == "start_rate.320_project.new"]
    assert rate == 15 / 22


def test_growth_is_shown_at_the_decimals_of_its_source_and_changes_with_their_sign(sheets):
    formats = {row["代码"].value: row["数值"].number_format for row in by_heading(book(sheets, "2016Q4")[FACTS])}
    assert formats["value.gdp_growth"] == "0.0%"
    assert formats["value.gdp"] == "#,##0.00"
    assert formats["rank_change.gdp_growth.province.same_period_last_year"] == "+0;-0;0"


def test_each_indicator_with_values_has_its_league_table(sheets, published):
    opened = book(sheets, "2016Q4")
    assert opened.sheetnames == [FACTS, "地区生产总值", "地区生产总值增速", "说明"]
    table = zj.league_table(published, "gdp_growth", "2016M01-M12")
    rows = [[cell.value for cell in row] for row in opened["地区生产总值增速"].iter_rows(min_row=2)]
    assert [row[1:] for row in rows] == table.drop(columns="city").to_numpy().tolist()
    assert [row[0] for row in rows] == [published.label(city, "zh") for city in table["city"]]
    assert book(sheets, "2022Q1").sheetnames == [FACTS, "说明"]


def test_headers_are_frozen_filtered_and_wide_enough(sheets):
    for name, top in (("2016Q4", 1), ("english", 2)):
        for page in book(sheets, name).worksheets:
            assert page.freeze_panes == f"B{top + 1}"
            assert all(page.column_dimensions[letter].width >= 8 for letter in ("A", "B"))
            is_notes = page.title in ("说明", "Notes")
            assert (page.auto_filter.ref or "").startswith("" if is_notes else f"A{top}:")


def test_notes_say_what_is_in_it_and_where_from(sheets, published):
    text = "\n".join(f"{a} {b}" for a, b in book(sheets, "2016Q4")["说明"].iter_rows(values_only=True))
    for wanted in ("张家界市", "2016年全年", "2016年12月31日", published.title, "以百分比显示", "http"):
        assert wanted in text
    assert all(digest in text for digest in published.provenance["sha256"])


def test_made_up_figures_are_marked_on_every_sheet(sheets):
    for page in book(sheets, "english").worksheets:
        assert page["A1"].value.startswith("Sample data: every figure")
    assert all("虚构" not in str(page["A1"].value) for page in book(sheets, "2016Q4").worksheets)


def test_no_text_is_a_formula_or_a_link(sheets):
    with zipfile.ZipFile(sheets[0]["hostile"]) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    assert not any(re.search(r"<f[ >]|<hyperlink", text) for text in parts.values())
    assert not any("127.0.0.1" in text for name, text in parts.items() if name.endswith(".rels"))
    assert 'quotePrefix="1"' in parts["xl/styles.xml"]
    found = [cell for page in book(sheets, "hostile") for row in page.iter_rows() for cell in row]
    starting = [cell for cell in found if isinstance(cell.value, str) and cell.value[:1] in "=+-@" and cell.value]
    assert starting
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in starting)


def test_another_program_reads_the_same_figures(sheets, published):
    _, read = sheets
    heading, *rows = read["2016Q4", FACTS]
    facts = zj.facts(published, "2016Q4", city="zhangjiajie")
    key, value, source = (heading.index(name) for name in ("代码", "数值", "来源"))
    assert [row[key] for row in rows] == facts["fact"].tolist()
    assert [row[source] for row in rows] == facts["source"].tolist()
    for row, wanted in zip(rows, facts["value"], strict=True):
        assert number_of(row[value]) == pytest.approx(wanted, rel=1e-12)
    league = read["2016Q4", "地区生产总值增速"][1:]
    assert [int(row[2]) for row in league] == zj.league_table(published, "gdp_growth", "2016M01-M12")["rank"].tolist()
    hostile = read["hostile", FACTS]
    assert any('=HYPERLINK("http://127.0.0.1","x")' in cell for row in hostile for cell in row)


def number_of(text):
    return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)


def test_the_same_briefing_gives_the_same_bytes():
    briefing = zj.Briefing("2016Q4", "zhangjiajie", "published", "en")
    assert excel_file(briefing) == excel_file(briefing)


def test_sheet_names_are_those_that_excel_takes():
    taken = set()
    names = [sheet_name(name, taken) for name in ("a/b:c", "A/B:C", "x" * 40, "x" * 41, "History", "'quoted'", "")]
    assert names == ["a_b_c", "A_B_C 2", "x" * 31, "x" * 29 + " 2", "History 2", "quoted", "_"]
