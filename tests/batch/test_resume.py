"""A batch does what is due and no more, and goes on from where it was stopped."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from batches import STEMS, alive, command, descendants, drafts, environment, rows, started, times, wait_until, zjjstats
from zjjstats.batch import uptodate
from zjjstats.places import find_workspace

pytestmark = pytest.mark.notebook

ASKED = ("run", "2022Q1", "2016Q4", "--city", "zhangjiajie", "--formats", "html")
PLACES = [f"{period}/zhangjiajie" for period in ("2022Q1", "2016Q4")]
PAGES = {f"{place}/{stem}.html" for place in PLACES for stem in STEMS}
NOTEBOOKS = {page.replace(".html", ".ipynb") for page in PAGES}
REPORT = PAGES | NOTEBOOKS | {f"{place}/facts.csv" for place in PLACES}
# Every quarter that the tables hold, for one city: twelve of them, four notebooks each.
MANY = ("run", "--all-periods", "--jobs", "2")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A finished report, to copy."""
    out = tmp_path_factory.mktemp("first") / "out"
    _, told = zjjstats(*ASKED, "--out", out)
    assert "[8/8]" in told
    return out


@pytest.fixture
def out(first, tmp_path):
    # With the times of the files.
    return shutil.copytree(first, tmp_path / "out")


def changed(before, after):
    return {name for name in after if name.endswith((".ipynb", ".html")) and before.get(name) != after[name]}


def test_the_first_run_leaves_notebooks_pages_facts_and_index(first):
    assert set(times(first)) == REPORT
    assert set(times(first, "*")) - set(PLACES) == {"2022Q1", "2016Q4", "index.html", "runs.csv"}
    assert len(rows(first)) == 8


def test_the_second_run_says_so_and_writes_nothing(out):
    before = times(out), times(out, "*"), times(out, "*/*")
    printed, told = zjjstats(*ASKED, "--out", out)
    assert told == "all 8 pages are up to date\n"
    names = [f"{place}/{stem}.html" for place in PLACES for stem in STEMS]
    assert printed.splitlines() == [str(out / name) for name in [*names, "index.html"]]
    assert (times(out), times(out, "*"), times(out, "*/*")) == before


def test_the_second_run_loads_neither_pandas_nor_the_notebook_tools(out, tmp_path):
    # What does not start a server cannot fork from one.
    log = tmp_path / "imports"
    with log.open("w") as stream:
        subprocess.run(
            command(*ASKED, "--out", out),
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=stream,
            env=environment() | {"PYTHONPROFILEIMPORTTIME": "1"},
        )
    imported = {line.rpartition("|")[2].strip() for line in log.read_text().splitlines()}
    assert "zjjstats.batch.uptodate" in imported
    assert {"pandas", "papermill", "matplotlib", "zjjstats.engine.executor"} & imported == set()


def test_a_part_of_what_was_done_is_up_to_date_too(out):
    before = times(out)
    _, told = zjjstats("run", "2016Q4", "--out", out, "--formats", "html")
    assert told == "4 of 4 are up to date\n"
    assert changed(before, times(out)) == set()


def test_a_page_that_is_gone_is_made_again_alone(out):
    gone = "2016Q4/zhangjiajie/02_rankings.html"
    before = times(out)
    (out / gone).unlink()
    _, told = zjjstats(*ASKED, "--out", out)
    lines = told.splitlines()
    assert lines[0] == "7 of 8 are up to date"
    assert lines[1].startswith("[1/1] 2016Q4 zhangjiajie 02_rankings: done in ")
    assert len(lines) == 2
    assert changed(before, times(out)) == {gone, gone.replace(".html", ".ipynb")}
    assert len(rows(out)) == 8


def test_force_runs_everything_again(out):
    before = times(out)
    _, told = zjjstats(*ASKED, "--out", out, "--force")
    assert "[8/8]" in told
    assert "up to date" not in told
    assert changed(before, times(out)) == PAGES | NOTEBOOKS


def test_a_table_that_changes_runs_again_and_one_touched_does_not(tmp_path):
    tables = shutil.copytree(find_workspace("published"), tmp_path / "tables")
    asked = ("run", "2016Q4", "--data", tables, "--out", tmp_path / "out", "--formats", "html")
    zjjstats(*asked)
    before = times(tmp_path / "out")
    os.utime(tables / "indicators.csv", (1, 1))
    assert zjjstats(*asked)[1] == "all 4 pages are up to date\n"
    assert times(tmp_path / "out") == before

    with (tables / "claims.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    with (tables / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table[:-1])
    assert "[4/4]" in zjjstats(*asked)[1]
    assert len(changed(before, times(tmp_path / "out"))) == 8


def check_whole(out):
    """Every visible file of a batch that was stopped is a whole one."""
    for path in out.rglob("*.ipynb"):
        if not path.name.startswith("."):
            assert json.loads(path.read_text("utf-8"))["nbformat"] == 4
    for path in out.rglob("*.html"):
        if not path.name.startswith("."):
            assert path.read_text("utf-8").rstrip().endswith("</html>")


def finished(out):
    return {path.relative_to(out).as_posix() for path in out.glob("*/*/0*.ipynb")}


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A batch that was killed in the middle: its reports, what was finished and when, and what outlived it."""
    out = tmp_path_factory.mktemp("killed") / "out"
    process = started(*MANY, "--out", out)
    wait_until(lambda: len(finished(out)) >= 4, process)
    below = descendants(process.pid)
    assert below
    process.kill()
    assert process.wait() == -signal.SIGKILL
    end = time.monotonic() + 5
    while alive(below) and time.monotonic() < end:
        time.sleep(0.02)
    return out, times(out), alive(below)


def test_a_killed_batch_was_stopped_in_the_middle(killed):
    done = [name for name in killed[1] if name.endswith(".ipynb")]
    assert 4 <= len(done) < 48


def test_nothing_outlives_a_killed_batch(killed):
    assert killed[2] == []


def test_a_killed_batch_leaves_whole_files(killed):
    check_whole(killed[0])


def test_the_same_command_goes_on_after_the_kill(killed, tmp_path):
    out = shutil.copytree(killed[0], tmp_path / "out")
    before = times(out)
    done = {name for name in before if name.endswith(".ipynb")}
    _, told = zjjstats(*MANY, "--out", out)
    assert told.splitlines()[0] == f"{len(done)} of 48 are up to date"
    assert f"[{48 - len(done)}/{48 - len(done)}]" in told
    after = times(out)
    assert {name: after[name] for name in done} == {name: before[name] for name in done}
    assert len([name for name in after if name.endswith(".html")]) == 48
    assert len([name for name in after if name.endswith("facts.csv")]) == 12
    check_whole(out)
    assert zjjstats(*MANY, "--out", out)[1] == "all 48 pages are up to date\n"


def test_drafts_that_a_kill_left_are_no_reports(killed, tmp_path):
    out = shutil.copytree(killed[0], tmp_path / "out")
    folder = out / "2022Q4" / "zhangjiajie"
    folder.mkdir(parents=True, exist_ok=True)
    for ending in ("html", "ipynb"):
        (folder / f".01_projects.part-x.{ending}").write_text("<half")
    zjjstats("run", "2022Q4", "--out", out, "--formats", "html")
    assert ".part-" not in (out / "index.html").read_text("utf-8")
    assert {name for name in times(out) if name.startswith("2022Q4/")} == {
        f"2022Q4/zhangjiajie/{name}"
        for name in [*(f"{stem}.{ending}" for stem in STEMS for ending in ("html", "ipynb")), "facts.csv"]
    }


def test_after_a_kill_every_run_has_its_row(killed, tmp_path):
    out = shutil.copytree(killed[0], tmp_path / "out")
    zjjstats(*MANY, "--out", out)
    assert len(rows(out)) == 48


@pytest.mark.parametrize("whom", ["the command alone", "all in the terminal"])
def test_ctrl_c_says_how_far_it_got_and_leaves_no_draft(tmp_path, whom):
    out = tmp_path / "out"
    process = started(*MANY, "--out", out, stderr=subprocess.PIPE)
    wait_until(lambda: len(finished(out)) >= 3, process)
    below = descendants(process.pid)
    (os.kill if whom == "the command alone" else os.killpg)(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "Traceback" not in told
    last = told.splitlines()[-1]
    match = re.fullmatch(r"stopped after (\d+) of 48; the same command goes on from here", last)
    assert match, told
    assert told.count(": done in ") == int(match[1]) < 48
    assert alive(below) == []
    check_whole(out)
    assert len(finished(out)) >= int(match[1])
    assert drafts(out) == []


@pytest.mark.parametrize("name", ["index.html", "2022Q1/zhangjiajie/facts.csv"])
def test_a_report_whose_index_or_facts_are_gone_is_not_up_to_date(tmp_path, name):
    out = tmp_path / "out"
    notebook = Path("2022Q1/zhangjiajie/01_projects.ipynb")
    (out / notebook).parent.mkdir(parents=True)
    noted = {"metadata": {"zjjstats": {"error": "", "fingerprint": "f"}}}
    (out / notebook).write_text(json.dumps(noted, indent=1), encoding="utf-8")
    (out / uptodate.MEMORY).write_text(json.dumps({"key": {notebook.as_posix(): "f"}}), encoding="utf-8")
    for made in (notebook.with_suffix(".html"), "2022Q1/zhangjiajie/facts.csv", "index.html"):
        (out / made).write_text("", encoding="utf-8")
    assert uptodate.pages_of(out, "key") == [out / notebook.with_suffix(".html")]
    (out / name).unlink()
    assert uptodate.pages_of(out, "key") == []
