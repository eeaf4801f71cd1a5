"""County ledgers of every kind: each record read, each planted fault named by its cell, none invented."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import openpyxl
import pytest

from county_ledgers import LEDGERS
from zjjstats.workbooks.days import DayError, read_day, read_term
from zjjstats.workbooks.messages import Faults
from zjjstats.workbooks.reading import read_ledgers
from zjjstats.workbooks.records import records

# An old workbook's reader tells neither hidden rows nor which error a formula gave.
NOT_TOLD_IN_XLS = {("永定区", "B4"), ("项目清单", "D6")}


def read(path, **options):
    faults = Faults("zh")
    return read_ledgers([path], faults, **options), faults


def projects(found):
    return [project for ledger in found.ledgers for project in ledger.projects]


def one_sheet(tmp_path, *rows, name="永定区"):
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "ledger.xlsx")
    return tmp_path / "ledger.xlsx"


@pytest.mark.office
@pytest.mark.parametrize("ledger", [make.__name__ for make in LEDGERS])
@pytest.mark.parametrize("kind", ["openpyxl", "xlsx", "ods", "xls"])
def test_a_county_ledger_is_read_whole_and_its_faults_are_named_by_cell(made, kinds, kind, ledger):
    told = made[ledger]
    ending = "xlsx" if kind == "openpyxl" else kind
    found, faults = read(kinds[kind] / f"{told.path.stem}.{ending}")
    unseen = NOT_TOLD_IN_XLS if kind == "xls" else set()
    assert [one.values.texts["name"] for one in projects(found) if "name" in one.values.texts] == told.names
    assert {(fault.sheet, fault.cell) for fault in faults.errors} == told.errors - unseen
    assert {(fault.sheet, fault.cell) for fault in faults.warnings} == told.warnings - unseen


def test_values_have_their_units_spans_and_places(made):
    found, _ = read(made["plain"].path)
    first, second, third, fourth = (one.values for one in projects(found))
    assert [one.investment for one in (first, second, third, fourth)] == [
        *map(Decimal, ("1200", "3400.5", "2000", "900"))
    ]
    assert first.texts["city"] == "zhangjiajie"
    assert first.texts["county"] == "永定区"
    assert "started_on" not in second.dates
    assert [str(day) for day in (third.dates["planned_start"].first, third.dates["planned_start"].last)] == [
        "2022-03-01",
        "2022-03-31",
    ]
    assert str(fourth.dates["planned_completion"].last) == "2022-12-31"


def test_hundred_millions_of_yuan_become_ten_thousands(made):
    found, _ = read(made["terms"].path)
    assert [one.values.investment for one in projects(found)] == [25000, 35000, 15000, 25000]
    assert [one.values.texts["county"] for one in projects(found)] == ["永定区", "永定区", "慈利县", "慈利县"]


def test_only_true_merges_are_filled(made):
    found, _ = read(made["province"].path)
    assert [one.values.texts["county"] for one in projects(found)][:3] == ["永定区", "永定区", "武陵源区"]
    assert projects(found)[2].values.investment == 15000


def test_a_project_without_a_number_gets_one_of_sheet_and_serial(made):
    found, _ = read(made["terms"].path)
    made_of = records(found.ledgers, {book.path.name: book.sha256 for book in found.books})
    assert [record.cells["project"] for record in made_of] == ["计划表-1", "计划表-2", "计划表-3", "计划表-4"]
    assert made_of[0].cells["planned_start"] == "2021-01-01"
    assert made_of[0].cells["planned_completion"] == "2023-12-31"
    assert made_of[0].cells["source"].startswith("320计划.xlsx 计划表 row 6 sha256:")


def test_a_day_chosen_for_a_month_never_breaks_the_order_of_dates(tmp_path):
    path = one_sheet(
        tmp_path,
        ["项目名称", "实际开工时间", "停工时间", "复工时间", "总投资(万元)"],
        ["示例·甲", "2022-03-15", "2022.3", "2022-03-20", 1],
    )
    found, faults = read(path)
    assert faults.found == []
    (record,) = records(found.ledgers, {"ledger.xlsx": "0" * 64})
    assert [record.cells[name] for name in ("started_on", "suspended_on", "resumed_on")] == [
        "2022-03-15",
        "2022-03-15",
        "2022-03-20",
    ]


def test_what_has_happened_after_the_cut_off_is_a_fault_only_where_one_is_given(made):
    assert read(made["plain"].path)[1].errors == []
    _, faults = read(made["plain"].path, as_of=dt.date(2022, 3, 1))
    assert [fault.cell for fault in faults.errors] == ["E6"]


def test_an_analyst_adds_words_for_columns_beside_the_workbook(tmp_path):
    path = one_sheet(tmp_path, ["工程标识", "盘子(亿元)"], ["示例·甲", 1.5], ["示例·乙", 2])
    assert [fault.rule for fault in read(path)[1].errors] == ["没有找到项目台账：没有一行表头含有项目名称一列"]
    (tmp_path / "aliases.csv").write_text(
        "table,column,alias,note\nprojects,name,工程标识,\nprojects,investment_cny_1e4,盘子,\n", "utf-8"
    )
    found, faults = read(path)
    assert faults.found == []
    assert [one.values.investment for one in projects(found)] == [15000, 20000]


def test_two_ledgers_that_contradict_each_other_are_told_with_both_values(tmp_path):
    head = ["项目名称", "总投资(万元)", "计划开工时间"]
    one = one_sheet(tmp_path, head, ["示例·甲", 100, "2022.3"]).rename(tmp_path / "a.xlsx")
    other = one_sheet(tmp_path, head, ["示例·甲", 200, "2022.4"]).rename(tmp_path / "b.xlsx")
    faults = Faults("en")
    read_ledgers([one, other], faults)
    (fault,) = faults.errors
    assert (fault.file, fault.sheet, fault.cell) == ("b.xlsx", "永定区", "A2")
    assert "is the same project as a.xlsx 永定区!A2, but differs: investment_cny_1e4 100 / 200" in fault.rule


def test_a_merged_amount_counts_once_and_is_told(tmp_path):
    path = one_sheet(
        tmp_path, ["序号", "项目名称", "总投资(万元)"], [1, "示例·甲", 100], [2, "示例·乙"], ["合计", None, 100]
    )
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("C2:C3")
    book.save(path)
    found, faults = read(path)
    assert [one.values.investment for one in projects(found)] == [100, 0]
    assert [(fault.cell, fault.severity) for fault in faults.found] == [("C3", "warning")]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("22/3", "2022-03-01", "2022-03-31"),
        ("22.3.15", "2022-03-15", "2022-03-15"),
        ("二〇二二年三月十五日", "2022-03-15", "2022-03-15"),
        ("2022年十二月", "2022-12-01", "2022-12-31"),
        ("二〇二二年", "2022-01-01", "2022-12-31"),
    ],
)
def test_years_in_two_digits_and_dates_in_words_are_read(written, first, last):
    span = read_day(written)
    assert (str(span.first), str(span.last)) == (first, last)


@pytest.mark.parametrize("written", ["12/3", "3/12", "22/14", "2022年二月三十日", "二〇二二年十三月"])
def test_what_may_be_a_day_of_any_year_or_is_none_is_not_guessed(written):
    with pytest.raises(DayError):
        read_day(written)


def test_a_term_may_name_its_year_once():
    start, completion = read_term("2022年3月-12月")
    assert (str(start.first), str(completion.last)) == ("2022-03-01", "2022-12-31")


def test_a_state_is_held_against_the_dates_of_its_row(tmp_path):
    path = one_sheet(
        tmp_path,
        ["序号", "项目名称", "实际开工时间", "实际竣工时间", "项目状态"],
        [1, "示例·甲", "2022.2", None, "未开工"],
        [2, "示例·乙", "未开工", None, "在建"],
        [3, "示例·丙", "2022.2", "2022.3", "在建"],
        [4, "示例·丁", "2022.2", None, "已竣工"],
        [5, "示例·戊", "2022.2", None, "主体完成八成"],
    )
    _, faults = read(path)
    assert [(fault.cell, fault.severity) for fault in faults.found] == [
        ("E2", "warning"),
        ("C3", "warning"),
        ("E4", "warning"),
        ("D5", "warning"),
    ]


def test_of_two_columns_for_one_text_the_first_is_taken_and_the_other_noted(tmp_path):
    path = one_sheet(
        tmp_path, ["序号", "项目名称", "建设单位", "责任单位", "总投资(万元)"], [1, "示例·甲", "示例公司", "示例局", 5]
    )
    found, faults = read(path)
    assert faults.found == []
    assert projects(found)[0].values.texts["owner"] == "示例公司"
    assert "ledger.xlsx 永定区：D1“责任单位”也像建设单位，取的是 C1" in faults.notes


def test_a_total_over_a_row_that_cannot_be_read_is_told_unless_the_text_explains_it(tmp_path):
    head = ["序号", "项目名称", "总投资(万元)"]
    rows = ([1, "示例·甲", 100], [2, "示例·乙", "约300"])
    _, faults = read(one_sheet(tmp_path, head, *rows, ["合计", None, 400]))
    assert [fault.cell for fault in faults.found] == ["C3"]
    _, faults = read(one_sheet(tmp_path, head, *rows, ["合计", None, 900]))
    assert [(fault.cell, fault.rule) for fault in faults.warnings] == [("C4", "合计没有核对：C3 读不出")]
    _, faults = read(one_sheet(tmp_path, head, rows[0], ["合计", None, "见附件"]))
    assert [(fault.cell, fault.rule) for fault in faults.found] == [("C3", "合计不是数，没有核对")]


def test_a_first_project_whose_name_begins_like_the_end_of_a_header_is_not_taken_into_it(tmp_path):
    head = ["序号", "项目名称", "总投资(万元)"]
    for first in ("(一期)示例·甲", "及时雨示例·甲", "、示例·甲"):
        found, faults = read(one_sheet(tmp_path, head, [1, first, 5], [2, "示例·乙", 6]))
        assert faults.found == []
        assert [one.values.texts["name"] for one in projects(found)] == [first, "示例·乙"]
