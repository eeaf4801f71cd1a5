"""What a person sees while a batch runs: lines in a log, a bar on a terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time

import pytest

from batches import STEMS, command, environment, zjjstats

pytestmark = pytest.mark.notebook

LINE = re.compile(r"\[(\d)/4\] (2022Q1 zhangjiajie \w+): (done|failed) in (\d+\.\d) s")


def on_a_terminal(*arguments):
    """Exit code and what appeared on the terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command(*arguments), stdin=slave, stdout=slave, stderr=slave, env=environment() | {"TERM": "xterm"}
    )
    os.close(slave)
    shown, end = b"", time.monotonic() + 200
    while time.monotonic() < end:
        if not select.select([master], [], [], 1)[0]:
            continue
        try:
            part = os.read(master, 1 << 16)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(master)
    return process.wait(30), shown.decode("utf-8")


def test_a_log_has_one_line_per_run_with_name_verdict_and_seconds(tmp_path):
    printed, told = zjjstats("run", "2022Q1", "--formats", "html", "--out", tmp_path)
    lines = told.splitlines()
    matched = [LINE.fullmatch(line) for line in lines]
    assert all(matched), lines
    assert [match[1] for match in matched] == ["1", "2", "3", "4"]
    assert {match[2] for match in matched} == {f"2022Q1 zhangjiajie {stem}" for stem in STEMS}
    assert {match[3] for match in matched} == {"done"}
    assert all(float(match[4]) > 0 for match in matched)
    assert "\x1b" not in told + printed
    names = [f"2022Q1/zhangjiajie/{stem}.html" for stem in STEMS]
    assert printed.splitlines() == [str(tmp_path / name) for name in [*names, "index.html"]]


def spoil(out, stem):
    """Nothing can take the place of a folder, so this run cannot end well."""
    (out / "2022Q1" / "zhangjiajie" / f"{stem}.html" / "in the way").mkdir(parents=True)


def test_a_run_that_fails_is_told_with_its_verdict_and_the_others_are_done(tmp_path):
    spoil(tmp_path, "02_rankings")
    _, told = zjjstats("run", "2022Q1", "--formats", "html", "--out", tmp_path, code=1)
    lines = told.splitlines()
    verdicts = {match[2].split()[-1]: match[3] for match in map(LINE.fullmatch, lines) if match}
    assert verdicts == {"01_projects": "done", "02_rankings": "failed", "03_briefing": "done", "04_audit": "done"}
    assert lines[-1] == "1 of 4 failed"
    assert lines[-2].startswith("failed: 2022Q1 zhangjiajie 02_rankings: ")
    assert "02_rankings.html" in lines[-2]


def test_a_terminal_s_bar_counts_the_failed(tmp_path):
    spoil(tmp_path, "01_projects")
    code, shown = on_a_terminal("run", "2022Q1", "--formats", "html", "--out", tmp_path)
    assert code == 1, shown
    assert "1 failed" in shown
    assert "2 failed" not in shown
    assert "1 of 4 failed" in shown


def test_a_terminal_shows_a_bar_with_finished_and_failed_runs(tmp_path):
    code, shown = on_a_terminal("run", "2022Q1", "--formats", "html", "--out", tmp_path)
    assert code == 0, shown
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    assert "\x1b[" in shown
    assert "━" in plain
    assert "0/4" in plain
    assert "4/4" in plain
    assert "0 failed" in plain
    assert "Traceback" not in plain
    assert not LINE.search(plain)
    assert plain.count(".html") == 5


def test_a_terminal_s_bar_names_what_runs(tmp_path):
    code, shown = on_a_terminal("run", "2022Q1", "--formats", "html", "--out", tmp_path, "--jobs", "1")
    assert code == 0, shown
    # Which of them the bar is drawn with is chance: each takes a few tenths of a second.
    assert re.search(r"2022Q1 zhangjiajie 0[1-4]_[a-z]+", shown)
