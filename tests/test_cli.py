"""The command as a person runs it: what it prints, how it ends, and what it leaves on the disk."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from conftest import CITIES, DICTIONARY
from zjjstats.cli import app

COMMAND = shutil.which("zjjstats", path=str(Path(sys.executable).parent)) or shutil.which("zjjstats")
FACTS = "fact,city,period,base_period,value,unit,part,whole,of,origin,source,note"
RANKS = "city,value,rank,of,rank_before,rank_change"
INDICATORS = [
    ["period", "city", "indicator", "value", "source"],
    ["2021Q1", "alpha", "output_growth", "9.0", "s"],
    ["2021Q1", "beta", "output_growth", "8.0", "s"],
    ["2022Q1", "alpha", "output_growth", "5.5", "s"],
    ["2022Q1", "beta", "output_growth", "8.1", "s"],
]
FAULTY = [*INDICATORS, ["2022Q5", "alpha", "output_growth", "12%", "s"]]
STEMS = ("01_projects", "02_rankings", "03_briefing", "04_audit")
PAGES = {f"{stem}.{ending}" for stem in STEMS for ending in ("html", "ipynb")}


def zjjstats(*arguments, cwd=None):
    """The ended command: returncode, stdout, stderr."""
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


@pytest.fixture
def small(folder):
    """A folder of three hand-made cities."""
    return folder(cities=CITIES, dictionary=DICTIONARY, indicators=INDICATORS)


@pytest.fixture
def faulty(folder):
    """The same with two faults in one row."""
    return folder(cities=CITIES, dictionary=DICTIONARY, indicators=FAULTY)


def files(folder):
    """Every file below a folder with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# What the commands print.


def test_facts_as_csv_are_the_facts_of_the_release():
    done = zjjstats("facts", "2022Q1", "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == FACTS
    told = {row["fact"]: row for row in csv.DictReader(done.stdout.splitlines())}
    assert len(told) == 18
    rate = told["start_rate.320_project.new"]
    assert (rate["value"], rate["part"], rate["whole"]) == ("0.6818181818181818", "15", "22")
    assert (told["planned.320_project.all"]["value"], told["planned.320_project.all"]["of"]) == ("64", "")
    assert told["rank.industrial_fai_growth.province"]["value"] == "1"
    assert told["start_rate.320_project.all"]["value"] == ""


def test_facts_as_json_hold_numbers_and_nulls():
    done = zjjstats("facts", "2022Q1", "--city", "张家界", "--format", "json")
    assert done.returncode == 0
    told = {row["fact"]: row for row in json.loads(done.stdout)}
    assert list(told["planned.320_project.all"]) == FACTS.split(",")
    assert told["start_rate.320_project.new"]["value"] == 15 / 22
    assert told["start_rate.320_project.all"]["value"] is None
    assert told["planned.320_project.all"]["of"] is None
    assert told["entries_growth.product_innovation_database.last_year"]["base_period"] == "2021M01-M12"


def test_facts_as_a_table_show_each_figure():
    done = zjjstats("facts", "2022Q1")
    assert done.returncode == 0
    assert "zhangjiajie 2022Q1" in done.stdout
    assert "0.681818" in done.stdout


def test_ranks_as_csv_are_the_league_table(small):
    done = zjjstats("ranks", "output_growth", "2022Q1", "--data", small, "--format", "csv")
    assert done.returncode == 0
    assert done.stdout == f"{RANKS}\nbeta,0.081,1,2,2,1\nalpha,0.055,2,2,1,-1\ngamma,,,2,,\n"


def test_ranks_as_json_hold_numbers_and_nulls(small):
    done = zjjstats("ranks", "产值增速", "2022年一季度", "--data", small, "--format", "json")
    assert done.returncode == 0
    first, _, last = json.loads(done.stdout)
    assert first == {"city": "beta", "value": 0.081, "rank": 1, "of": 2, "rank_before": 2, "rank_change": 1}
    assert last == {"city": "gamma", "value": None, "rank": None, "of": 2, "rank_before": None, "rank_change": None}


def test_ranks_as_a_table_say_what_they_are_measured_against(small):
    done = zjjstats("ranks", "output_growth", "2022Q1", "--data", small)
    assert done.returncode == 0
    assert "output_growth 2022Q1, province, against same_period_last_year" in " ".join(done.stdout.split())
    assert all(city in done.stdout for city in ("alpha", "beta", "gamma"))


def test_ranks_in_a_group_name_the_group():
    done = zjjstats(
        *("ranks", "gross_industrial_output_growth", "2022M01-M02", "--data", "sample"),
        *("--scope", "assessment_group", "--base", "last_year", "--format", "csv"),
    )
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == f"{RANKS},group"
    (row,) = [row for row in csv.DictReader(done.stdout.splitlines()) if row["city"] == "zhangjiajie"]
    assert (row["rank"], row["of"], row["rank_before"], row["rank_change"]) == ("2", "5", "3", "1")


@pytest.mark.parametrize("workspace", ["published", "sample"])
def test_the_shipped_workspaces_pass_the_check(workspace):
    done = zjjstats("check", "--data", workspace, "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "table,file,rows,corrections,sha256"
    assert done.stderr.rstrip().endswith(" rows, no fault")


def test_check_counts_the_tables_and_rows_that_were_read(small):
    done = zjjstats("check", "--data", small, "--format", "json")
    assert done.returncode == 0
    assert [(row["table"], row["rows"]) for row in json.loads(done.stdout)] == [
        ("cities", 3),
        ("dictionary", 2),
        ("indicators", 4),
    ]
    assert done.stderr.splitlines()[-1] == "3 tables, 9 rows, no fault"


def test_check_tells_warnings_apart_from_the_result(folder):
    place = folder(cities=[[*row, "x"] for row in CITIES])
    done = zjjstats("check", "--data", place)
    assert done.returncode == 0
    assert "warning: cities.csv: unknown column 'x' is not used" in done.stderr.splitlines()
    assert "unknown column" not in done.stdout


# A person's mistakes.


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["facts", "2022Q1", "--city", "Zhangjiaji"], "unknown city 'Zhangjiaji'; nearest: zhangjiajie"),
        (["facts", "1999Q1"], "unknown period: no table holds figures for '1999Q1'; "),
        (["facts", "2022Q5"], "cannot read '2022Q5' as a period; accepted: 2022Q1"),
        (["facts", "2022Q1", "--data", "nowhere"], "no folder 'nowhere', and no workspace of that name; shipped: "),
        (["ranks", "gdp_grow", "2016M01-M12"], "unknown indicator 'gdp_grow'; nearest: gdp_growth"),
        (["ranks", "gdp_growth", "2016M01-M11"], "unknown period of gdp_growth '2016M01-M11'; nearest: 2016M01-M12"),
        (["ranks", "gdp_growth", "soon"], "cannot read 'soon' as a period"),
        (["ranks", "gdp_growth", "2016M01-M12", "--scope", "teams"], "unknown scope in 2016 'teams'"),
        (["check", "--data", "nowhere"], "no folder 'nowhere'"),
        (["run", "2022Q1", "--city", "nowhere"], "unknown city 'nowhere'"),
        (["run", "1999Q1"], "unknown period: no table holds figures for '1999Q1'; "),
        (["run", "2022Q5"], "cannot read '2022Q5' as a period"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_mistake_gives_one_message_and_no_traceback(tmp_path, arguments, told):
    done = zjjstats(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["ranks", "gdp_growth"],
        ["facts", "2022Q1", "--format", "xml"],
        ["ranks", "gdp_growth", "2016M01-M12", "--base", "2015"],
        ["run", "2022Q1", "--jobs", "0"],
        ["run", "2022Q1", "--lang", "fr"],
        ["facts", "2022Q1", "--town", "alpha"],
        ["tell"],
    ],
    ids=" ".join,
)
def test_wrong_arguments_end_with_two_and_no_traceback(tmp_path, arguments):
    done = zjjstats(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(tmp_path) == {}


def test_a_folder_of_several_unknown_cities_asks_for_one(small):
    done = zjjstats("facts", "2022Q1", "--data", small)
    assert done.returncode == 2
    assert done.stderr == "error: name a city with --city, or all with --all-cities; valid: alpha, beta, gamma\n"


# Faults in the data.


@pytest.mark.parametrize(
    "arguments",
    [["facts", "2022Q1", "--city", "alpha"], ["ranks", "output_growth", "2022Q1"], ["check"]],
    ids=lambda arguments: arguments[0],
)
def test_faults_in_the_data_are_all_told_and_end_with_one(faulty, arguments):
    done = zjjstats(*arguments, "--data", faulty)
    assert done.returncode == 1
    assert done.stdout == ""
    first, period, value = done.stderr.splitlines()
    assert first == "error: 2 faults in the tables:"
    assert period.startswith("  indicators.csv:6, column period: found '2022Q5': must be a period: ")
    assert value.startswith("  indicators.csv:6, column value: found '12%': must be a number such as ")


def test_a_run_on_faulty_data_writes_nothing(faulty, tmp_path):
    out = tmp_path / "out"
    done = zjjstats("run", "2022Q1", "--formats", "html", "--city", "alpha", "--data", faulty, "--out", out)
    assert done.returncode == 1
    assert done.stderr.startswith("error: 2 faults in the tables:\n")
    assert not out.exists()


def test_a_run_on_faulty_data_leaves_an_earlier_report_as_it_was(faulty, tmp_path):
    report = tmp_path / "out" / "2022Q1" / "alpha"
    report.mkdir(parents=True)
    (tmp_path / "out" / "index.html").write_bytes(b"index")
    (report / "03_briefing.html").write_bytes(b"page")
    (report / "facts.csv").write_bytes(b"facts")
    before = files(tmp_path / "out")
    done = zjjstats(
        "run", "2022Q1", "--formats", "html", "--city", "alpha", "--data", faulty, "--out", tmp_path / "out", "--force"
    )
    assert done.returncode == 1
    assert files(tmp_path / "out") == before


# A whole run.


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The folder and the outcome of one run on the published figures."""
    out = tmp_path_factory.mktemp("run") / "reports"
    return out, zjjstats("run", "2022Q1", "--formats", "html", "--out", out, "--jobs", "2")


@pytest.mark.notebook
def test_a_run_writes_exactly_the_files_of_its_report(report):
    out, done = report
    assert done.returncode == 0
    assert set(files(out)) == {
        ".requests.json",
        "index.html",
        "runs.csv",
        "2022Q1/zhangjiajie/facts.csv",
        *(f"2022Q1/zhangjiajie/{page}" for page in PAGES),
    }


@pytest.mark.notebook
def test_a_run_prints_the_pages_it_made_and_the_index_last(report):
    out, done = report
    home = out / "2022Q1" / "zhangjiajie"
    pages = [home / f"{stem}.html" for stem in STEMS]
    assert done.stdout.splitlines() == [str(path) for path in [*pages, out / "index.html"]]
    assert "Traceback" not in done.stderr


@pytest.mark.notebook
def test_the_facts_of_a_report_are_utf8_with_its_mark(report):
    content = (report[0] / "2022Q1" / "zhangjiajie" / "facts.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbffact,city,period,")
    assert content[3:].decode() == zjjstats("facts", "2022Q1", "--format", "csv").stdout


@pytest.mark.notebook
def test_a_report_of_another_workspace_is_not_replaced_unless_forced(report, tmp_path):
    out = tmp_path / "reports"
    shutil.copytree(report[0], out)
    before = files(out)
    refused = zjjstats("run", "2022Q1", "--formats", "html", "--data", "sample", "--out", out, "--jobs", "2")
    assert refused.returncode == 1
    assert refused.stderr.startswith("error: ")
    assert "was made from 'published', not 'sample'" in refused.stderr
    assert refused.stderr.rstrip().endswith("write elsewhere with --out, or replace it with --force")
    assert len(refused.stderr.splitlines()) == 1
    assert files(out) == before
    forced = zjjstats("run", "2022Q1", "--formats", "html", "--data", "sample", "--out", out, "--jobs", "2", "--force")
    assert forced.returncode == 0
    after = files(out)
    assert set(after) == set(before)
    facts = after["2022Q1/zhangjiajie/facts.csv"].decode("utf-8-sig").splitlines()
    assert {row["origin"] for row in csv.DictReader(facts)} == {"sample"}


# Help.


@pytest.mark.parametrize("command", ["run", "pack", "facts", "ranks", "check"])
def test_the_help_of_a_command_explains_every_argument_and_option(command):
    done = zjjstats(command, "--help")
    assert done.returncode == 0
    shown = " ".join(done.stdout.split())
    parameters = typer.main.get_command(app).commands[command].params
    assert len(parameters) >= 2
    for parameter in parameters:
        assert parameter.help, parameter.name
        assert parameter.help in shown
        assert all(option in shown for option in parameter.opts if option.startswith("-"))


def test_the_help_names_every_command():
    done = zjjstats("--help")
    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines() if line.strip()]
    assert {"run", "pack", "facts", "ranks", "check"} <= set(listed)


def test_the_command_without_arguments_shows_its_help():
    done = zjjstats()
    assert done.returncode == 2
    assert "Usage: zjjstats" in done.stdout + done.stderr


def test_all_periods_of_a_workspace_that_dates_nothing_is_one_clear_error(folder, tmp_path):
    path = folder(cities=CITIES)
    done = zjjstats("run", "--all-periods", "--city", "alpha", "--data", path, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "no table says which periods there are" in done.stderr
    assert "Traceback" not in done.stderr
