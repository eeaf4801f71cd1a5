"""The commands check and import as a person runs them on workbooks."""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

COMMAND = shutil.which("zjjstats", path=str(Path(sys.executable).parent)) or shutil.which("zjjstats")
FAULTS = ["file", "sheet", "cell", "severity", "column", "value", "rule", "hint"]
HEAD = ["序号", "项目名称", "所在区县", "总投资(万元)", "计划开工时间"]


def zjjstats(*arguments, cwd=None):
    environment = os.environ | {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        env=environment,
        stdin=subprocess.DEVNULL,
    )


def ledger(path, *rows, title="张家界市台账（示例）", change=None):
    book = openpyxl.Workbook()
    book.active.title = "项目"
    for row in ([title], HEAD, *rows):
        book.active.append(row)
    if change:
        change(book.active)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def test_check_prints_the_eight_columns_and_ends_with_one(made):
    done = zjjstats("check", made["three_rows"].path, "--format", "csv")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].split(",") == FAULTS
    told = rows(done.stdout)
    assert {(row["sheet"], row["cell"]) for row in told if row["severity"] == "error"} == made["three_rows"].errors
    (one,) = [row for row in told if row["cell"] == "G9"]
    assert (one["file"], one["column"], one["value"]) == ("慈利县项目.xlsx", "started_on", "2022.2.30")
    assert one["rule"] == "日历上没有这一天"
    assert "5 个项目，6 处错误，0 处提醒" in done.stderr


def test_a_clean_ledger_ends_with_nought_and_says_what_was_decided(made):
    done = zjjstats("check", made["plain"].path, "--lang", "en")
    assert done.returncode == 0
    assert done.stdout == "no fault\n"
    assert "1 cells of planned_completion" not in done.stdout
    assert "give no day (such as D5); the first day is taken" in done.stderr


def test_hidden_rows_count_and_the_check_says_so(made):
    (row,) = [
        row
        for row in rows(zjjstats("check", made["by_sheet"].path, "--format", "csv").stdout)
        if row["severity"] == "warning"
    ]
    assert (row["sheet"], row["cell"], row["rule"]) == ("永定区", "B4", "隐藏或被筛选掉的行也计入，共 1 行")


def test_errors_stand_apart_from_warnings(made):
    done = zjjstats("check", made["province"].path, "--lang", "en")
    errors, _, warnings = done.stdout.partition("Warnings (6)")
    assert errors.startswith("Errors (3)\n")
    assert "全省项目.xlsx 汇总!B11: '怀花市' unknown city: huaihua." in errors
    assert "全省项目.xlsx 汇总!E14: '50001' the total differs from the sum of its rows" in warnings


@pytest.mark.office
@pytest.mark.parametrize("kind", ["openpyxl", "ods", "xls"])
def test_a_marked_copy_opens_in_an_office_with_its_comments(made, kinds, kind, convert, tmp_path):
    told = made["three_rows"]
    path = kinds[kind] / f"{told.path.stem}.{'xlsx' if kind == 'openpyxl' else kind}"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    done = zjjstats("check", path, "--format", "xlsx", "--out", tmp_path / "copy.xlsx")
    assert done.returncode == 1
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    saved = openpyxl.load_workbook(convert([tmp_path / "copy.xlsx"], "xlsx") / "copy.xlsx")
    sheet = saved["Sheet1"]
    commented = {(sheet.title, cell.coordinate) for row in sheet.iter_rows() for cell in row if cell.comment}
    assert commented == told.errors
    assert "日历上没有这一天" in sheet["G9"].comment.text
    assert sheet["G9"].fill.start_color.rgb == "FFFF9999"
    assert sheet["B9"].value == "示例·茶叶加工"
    assert [cell.value for cell in saved["检查结果"][1]] == ["工作表", "单元格", "级别", "列", "值", "规则", "改法"]


def test_a_marked_copy_never_replaces_a_file(made, tmp_path):
    own = tmp_path / "own.xlsx"
    shutil.copy(made["three_rows"].path, own)
    before = own.read_bytes()
    for options in (["--out", own], ["--out", own, "--force"], []):
        done = zjjstats("check", own, "--format", "xlsx", *options)
        assert done.returncode == 2, options
        assert done.stderr.startswith("error: ")
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"mine")
    assert zjjstats("check", own, "--format", "xlsx", "--out", other).returncode == 2
    assert (own.read_bytes(), other.read_bytes()) == (before, b"mine")
    assert zjjstats("check", own, "--format", "xlsx", "--out", other, "--force").returncode == 1
    assert openpyxl.load_workbook(other).sheetnames == ["Sheet1", "检查结果"]


def test_text_that_begins_like_a_formula_is_never_one(tmp_path):
    def planted(sheet):
        sheet["B3"].value, sheet["B3"].data_type = "=1+1", "s"
        sheet["D3"].value, sheet["D3"].data_type = '=HYPERLINK("http://x")', "s"

    path = ledger(tmp_path / "a.xlsx", [1, "x", "永定区", 5, "2022.3"], change=planted)
    assert zjjstats("check", path, "--format", "xlsx", "--out", tmp_path / "copy.xlsx").returncode == 1
    copy = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert [
        cell.coordinate for sheet in copy for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ] == []
    assert copy["检查结果"]["E2"].value == '=HYPERLINK("http://x")'
    done = zjjstats("check", path, "--format", "csv")
    assert rows(done.stdout)[0]["value"].startswith("'=")


def test_two_versions_are_compared_by_project(tmp_path):
    old = ledger(
        tmp_path / "old.xlsx", [1, "示例·甲", "永定区", 100, "2022.3"], [2, "示例·乙", "慈利县", 200, "2022.4"]
    )
    new = ledger(
        tmp_path / "new.xlsx", [1, "示例·丙", "桑植县", 50, "2022.5"], [2, "示例·甲", "永定区", 150, "2022年4月"]
    )
    done = zjjstats("check", old, new, "--compare", "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "change,name,county,column,before,after,sheet,cell",
        "added,示例·丙,桑植县,,,,项目,B3",
        "changed,示例·甲,永定区,investment_cny_1e4,100,150,项目,D4",
        "changed,示例·甲,永定区,planned_start,2022-03-01~2022-03-31,2022-04-01~2022-04-30,项目,E4",
        "removed,示例·乙,慈利县,,,,项目,B4",
    ]
    assert zjjstats("check", old, old, "--compare").stdout == "两个版本没有差别\n"


def test_check_of_a_folder_prints_its_faults_in_the_same_columns(tmp_path):
    shutil.copytree(Path(__file__).parents[2] / "data" / "sample", tmp_path / "ws")
    file = tmp_path / "ws" / "entries.csv"
    file.write_text(file.read_text("utf-8") + "2022Q9,zhangjiajie,x,1,s\n", "utf-8")
    done = zjjstats("check", "--data", tmp_path / "ws", "--format", "csv")
    assert done.returncode == 1
    (row,) = rows(done.stdout)
    assert list(row) == FAULTS
    assert (row["file"], row["sheet"], row["severity"], row["column"], row["value"]) == (
        "entries.csv",
        "",
        "error",
        "period",
        "2022Q9",
    )


def test_an_import_makes_a_workspace_that_runs(made, tmp_path):
    to = tmp_path / "new" / "ws"
    done = zjjstats("import", made["plain"].path, made["terms"].path, "--to", to, "--programme", "320工程")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in to.iterdir()) == [
        *("cities.csv", "datapackage.json", "dictionary.csv", "imports.csv", "projects.csv"),
    ]
    origins = rows((to / "imports.csv").read_text("utf-8"))
    assert origins[0] == {
        "project": "永定区-1",
        "file": "永定区台账.xlsx",
        "sha256": hashlib.sha256(made["plain"].path.read_bytes()).hexdigest(),
        "sheet": "永定区",
        "row": "4",
    }
    facts = zjjstats("facts", "2022Q1", "--city", "张家界", "--data", to, "--format", "csv")
    assert facts.returncode == 0, facts.stderr
    assert "planned.320_project.all,zhangjiajie,2022M01-M03,,8" in facts.stdout
    assert ",sample," in facts.stdout
    assert zjjstats("check", "--data", to).returncode == 0
    assert zjjstats("run", "2022Q1", "--city", "张家界", "--data", to, "--out", tmp_path / "reports").returncode == 0


def test_an_import_with_errors_writes_nothing(made, tmp_path):
    done = zjjstats("import", made["plain"].path, made["three_rows"].path, "--to", tmp_path / "ws")
    assert done.returncode == 1
    assert "错误 (6)" in done.stderr
    assert "什么都没有写入" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_import_replaces_nothing_without_force(made, tmp_path):
    to = tmp_path / "ws"
    assert zjjstats("import", made["plain"].path, "--to", to).returncode == 0
    (to / "cities.csv").write_text((to / "cities.csv").read_text("utf-8").replace("Changsha", "CHANGSHA"), "utf-8")
    before = {path.name: path.read_bytes() for path in to.iterdir()}
    done = zjjstats("import", made["terms"].path, "--to", to)
    assert done.returncode == 2
    assert "projects.csv: is there already" in done.stderr
    assert {path.name: path.read_bytes() for path in to.iterdir()} == before
    assert zjjstats("import", made["terms"].path, "--to", to, "--force").returncode == 0
    after = {path.name: path.read_bytes() for path in to.iterdir()}
    assert {name for name in after if after[name] != before[name]} == {"projects.csv", "imports.csv"}


def test_an_import_that_was_killed_half_way_is_finished_by_whoever_opens_the_workspace(made, tmp_path):
    to, other = tmp_path / "ws", tmp_path / "other"
    assert zjjstats("import", made["plain"].path, "--to", to).returncode == 0
    assert zjjstats("import", made["terms"].path, "--to", other).returncode == 0
    killed = (
        "import os, pathlib, signal, sys\n"
        "replace = pathlib.Path.replace\n"
        "def dying(self, target):\n"
        "    if self.name == 'projects.csv': os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return replace(self, target)\n"
        "pathlib.Path.replace = dying\n"
        "from zjjstats.workbooks.importing import import_ledgers\n"
        "from zjjstats.workbooks.messages import Faults\n"
        "import_ledgers([pathlib.Path(sys.argv[1])], pathlib.Path(sys.argv[2]), Faults(), force=True)\n"
    )
    command = [sys.executable, "-c", killed, str(made["terms"].path), str(to)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    names = ("imports.csv", "projects.csv")
    assert [(to / name).read_bytes() == (other / name).read_bytes() for name in names] == [True, False]
    assert zjjstats("facts", "2022Q1", "--city", "张家界", "--data", to).returncode == 0
    assert [(to / name).read_bytes() == (other / name).read_bytes() for name in names] == [True, True]
    assert [path.name for path in to.iterdir() if path.name.startswith(".")] == []


def test_an_import_needs_a_city(tmp_path):
    path = ledger(tmp_path / "a.xlsx", [1, "示例·甲", None, 5, "2022.3"], title="台账（示例）")
    assert zjjstats("check", path).returncode == 0
    done = zjjstats("import", path, "--to", tmp_path / "ws", "--lang", "en")
    assert done.returncode == 1
    assert "the city is not known. To mend it: give --city" in done.stderr
    assert zjjstats("import", path, "--to", tmp_path / "ws", "--city", "张家界市").returncode == 0


def test_a_missing_file_is_a_mistake_of_the_command(tmp_path):
    done = zjjstats("check", tmp_path / "none.xlsx")
    assert done.returncode == 2
    assert "none.xlsx: there is no such file" in done.stderr
