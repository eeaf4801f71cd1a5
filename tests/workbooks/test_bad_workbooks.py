"""Workbooks that cannot or must not be read: one clear message each, nothing written, and the machine stays whole."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import time
import zipfile

import openpyxl
import pytest

from sealing import sealed
from zjjstats.workbooks.messages import Faults
from zjjstats.workbooks.reading import read_ledgers

HEAD = ["序号", "项目名称", "总投资(万元)", "计划开工时间"]


def faults_of(path):
    faults = Faults("en")
    read_ledgers([path], faults)
    return faults


def good(path, change=None):
    book = openpyxl.Workbook()
    book.active.title = "永定区"
    for row in (HEAD, [1, "示例·甲", 100, "2022.3"], [2, "示例·乙", 200, "2022.4"]):
        book.active.append(row)
    if change:
        change(book.active)
    book.save(path)
    return path


def rule(path):
    (fault,) = faults_of(path).errors
    assert fault.file == path.name
    assert fault.hint
    return fault.rule


@pytest.fixture(scope="module")
def under_password(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sealed")
    return sealed(good(folder / "a.xlsx"), folder)


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_workbook_under_a_password(under_password, kind):
    (fault,) = faults_of(under_password / f"sealed.{kind}").errors
    assert (fault.file, fault.rule) == (f"sealed.{kind}", "is protected by a password")
    assert fault.hint == "save it without the password"


@pytest.mark.office
def test_a_workbook_under_a_password_with_the_ending_of_another_kind(under_password, tmp_path):
    shutil.copy(under_password / "sealed.xlsx", tmp_path / "a.xls")
    assert rule(tmp_path / "a.xls") == "is protected by a password"


def test_macros_are_ignored_and_the_values_read(tmp_path):
    good(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as source, zipfile.ZipFile(tmp_path / "a.xlsm", "w") as macro:
        for name in source.namelist():
            macro.writestr(name, source.read(name))
        macro.writestr("xl/vbaProject.bin", b"macro")
    faults = Faults("en")
    read = read_ledgers([tmp_path / "a.xlsm"], faults)
    assert faults.found == []
    assert len(read.ledgers[0].projects) == 2


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(64):
                part.write(bytes(1 << 20))
    begun = time.monotonic()
    assert "as a zip bomb does; not opened" in rule(path)
    assert time.monotonic() - begun < 1


def test_a_bomb_that_lies_about_its_size_is_found_out(tmp_path):
    path = tmp_path / "liar.xlsx"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(30 << 20))
    real, lie = (30 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    path.write_bytes(content.getvalue().replace(real, lie))
    assert "is damaged or cut off" in rule(path)


def test_a_single_cell_at_the_far_corner_does_not_fill_the_memory(tmp_path):
    def far(sheet):
        sheet["XFD1048576"] = 1

    assert "spans too many cells" in rule(good(tmp_path / "far.xlsx", far))


@pytest.mark.parametrize("kept", [0, 5, 300, -200])
def test_a_file_that_was_cut_off(tmp_path, kept):
    path = good(tmp_path / "a.xlsx")
    path.write_bytes(path.read_bytes()[:kept])
    expected = "the file is empty" if kept == 0 else "is damaged or cut off"
    assert expected in rule(path) or kept == 0


def test_wrong_endings(tmp_path):
    good(tmp_path / "a.xlsx").rename(tmp_path / "a.xls")
    assert rule(tmp_path / "a.xls") == "the ending does not fit the content, which is .xlsx"
    (tmp_path / "text.xlsx").write_text("序号,项目名称\n", "utf-8")
    assert rule(tmp_path / "text.xlsx") == "the content is not a workbook"
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert rule(tmp_path / "a.pdf") == "is not a kind of file that can be read"


def test_a_formula_without_a_stored_value(tmp_path):
    def formulas(sheet):
        sheet["C2"], sheet["C4"] = "=50*2", "=SUM(C2:C3)"
        sheet["A4"] = "合计"

    faults = faults_of(good(tmp_path / "a.xlsx", formulas)).found
    assert [(fault.cell, fault.severity, fault.rule) for fault in faults] == [
        ("C2", "error", "the formula has no stored value"),
        ("C4", "warning", "the total's formula has no stored value, so it was not checked"),
    ]


@pytest.mark.office
def test_a_stored_value_of_a_formula_is_read(tmp_path, convert):
    def formulas(sheet):
        sheet["C2"], sheet["A4"], sheet["C4"] = "=50*2", "合计", "=SUM(C2:C3)"

    folder = convert([good(tmp_path / "a.xlsx", formulas)], "xlsx")
    faults = Faults("en")
    read = read_ledgers([folder / "a.xlsx"], faults)
    assert faults.found == []
    assert [project.values.investment for project in read.ledgers[0].projects] == [100, 200]


def test_a_value_from_another_workbook_is_a_warning(tmp_path):
    path = good(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as linked:
        for name in source.namelist():
            content = source.read(name)
            linked.writestr(name, content.replace(b"<v>100</v>", b"<f>[1]Sheet1!A1</f><v>100</v>"))
    (fault,) = faults_of(tmp_path / "b.xlsx").found
    assert (fault.cell, fault.severity) == ("C2", "warning")
    assert "comes from another workbook" in fault.rule


def test_duplicated_headers(tmp_path):
    def twice(sheet):
        sheet["E1"] = "总投资（万元）"

    (fault,) = faults_of(good(tmp_path / "a.xlsx", twice)).errors
    assert (fault.cell, fault.column) == ("E1", "investment_cny_1e4")


def test_an_empty_sheet_is_noted_and_an_empty_workbook_is_a_fault(tmp_path):
    def more(sheet):
        sheet.parent.create_sheet("Sheet2")

    faults = faults_of(good(tmp_path / "a.xlsx", more))
    assert faults.found == []
    assert "a.xlsx Sheet2: an empty sheet" in faults.notes
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    assert rule(tmp_path / "empty.xlsx") == "the workbook holds no data"


def test_many_rows_are_read_within_bounds_of_time_and_memory(tmp_path):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("永定区")
    sheet.append(HEAD)
    for number in range(20_000):
        sheet.append([number + 1, f"示例·{number}", number, "2022.3"])
    book.save(tmp_path / "many.xlsx")
    code = (
        "import re, sys, pathlib, time\n"
        "from zjjstats.workbooks.messages import Faults\n"
        "from zjjstats.workbooks.reading import read_ledgers\n"
        "faults = Faults()\n"
        "read = read_ledgers([pathlib.Path(sys.argv[1])], faults)\n"
        # Not what the system reports of a process: there a program inherits the peak of the one that started it.
        "peak = int(re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text())[1])\n"
        "print(len(read.ledgers[0].projects), len(faults.found), time.process_time() < 20, peak < 400_000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "many.xlsx")], capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == ["20000", "0", "True", "True"]
