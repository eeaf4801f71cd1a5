"""The audit as a person runs it: what it prints, how it ends, and what it leaves on the disk."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from zjjstats.audit import VERDICTS

COMMAND = shutil.which("zjjstats", path=str(Path(sys.executable).parent)) or shutil.which("zjjstats")
HOLDS = "2022年1—3月，张家界市计划新开工项目22个，已开工15个，开工率68.18%。\n"
BREAKS = HOLDS.replace("68.18", "58.18")
FIELDS = ["text", "start", "end", "value", "unit", "kind", "city", "period", "verdict", "expected", "evidence"]


def audit(*arguments, given=None):
    """The ended command; ``given`` is its standard input in bytes."""
    done = subprocess.run(
        [COMMAND, "audit", *map(str, arguments)],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        input=given or b"",
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def release(tmp_path):
    """A function that writes a release and returns its path."""

    def written(text, name="release.md", encoding="utf-8"):
        (tmp_path / name).write_text(text, encoding=encoding, newline="")
        return tmp_path / name

    return written


def test_json_is_an_object_of_figures_and_counts(release):
    code, printed, told = audit(release(HOLDS), "--format", "json")
    found = json.loads(printed)
    (rate,) = [one for one in found["figures"] if one["text"] == "68.18%"]
    assert code == 0
    assert list(rate) == FIELDS
    assert (rate["value"], rate["verdict"]) == (68.18, "confirmed")
    assert HOLDS[rate["start"] : rate["end"]] == "68.18%"
    assert set(found["summary"]) == set(VERDICTS)
    assert told.splitlines()[0].endswith("release.md: UTF-8")


def test_a_contradicted_figure_ends_with_1_and_the_value_that_would_hold(release):
    code, printed, _ = audit(release(BREAKS), "--format", "csv")
    (row,) = [row for row in csv.DictReader(io.StringIO(printed)) if row["text"] == "58.18%"]
    assert (code, row["verdict"], row["expected"]) == (1, "contradicted", "68.18")


def test_a_table_is_printed_without_being_asked(release):
    code, printed, told = audit(release(HOLDS), "--lang", "en")
    assert code == 0
    assert "68.18%" in printed
    assert "15 ÷ 22" in printed
    assert "confirmed" in told.splitlines()[-1]


def test_a_page_is_written_whole_to_the_file_that_is_named(release, tmp_path):
    out = tmp_path / "pages" / "audit.html"
    code, printed, _ = audit(release(HOLDS), "--out", out)
    assert (code, printed.strip()) == (0, str(out))
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in out.parent.iterdir()] == ["audit.html"]
    code, printed, _ = audit(release(HOLDS), "--format", "html")
    assert printed.rstrip() == out.read_text("utf-8").rstrip()


def test_gb18030_word_and_the_standard_input_are_read(release):
    code, printed, told = audit(release(HOLDS, encoding="gb18030"), "--format", "csv")
    assert (code, "GB18030" in told) == (0, True)
    assert audit("-", "--format", "csv", given=HOLDS.encode("utf-16"))[1] == printed
    _, printed, told = audit(ROOT / "tests" / "audit" / "release.docx", "--format", "csv")
    assert "68.18%" in printed
    assert "Word (.docx)" in told


def test_period_and_city_are_taken_by_any_of_their_names(release):
    text = release("计划新开工项目22个。\n")
    told = [
        json.loads(audit(text, "--format", "json", *asked)[1])["figures"][0]
        for asked in (("--period", "2022Q1", "--city", "zhangjiajie"), ("--period", "2022年一季度", "--city", "张家界"))
    ]
    assert told[0] == told[1]
    assert (told[0]["city"], told[0]["period"]) == ("zhangjiajie", "2022M01-M03")


def test_front_matter_tells_city_and_period(release):
    text = release("---\ncity: 张家界市\nperiod: 2022Q1\n---\n计划新开工项目22个。\n")
    (figure,) = json.loads(audit(text, "--format", "json")[1])["figures"]
    assert (figure["city"], figure["period"]) == ("zhangjiajie", "2022M01-M03")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name one release"),
        (("{release}", "--claims"), "name one release"),
        (("{release}", "--format", "csv", "--out", "x.html"), "--out holds a page"),
        (("--claims", "--format", "html"), "claims are printed"),
        (("{release}", "--out", "{release}"), "is the release itself"),
        (("{release}", "--format", "pdf"), "pdf"),
        (("absent.md",), "absent.md: No such file"),
        (("{release}", "--city", "atlantis"), "unknown city 'atlantis'"),
        (("{release}", "--period", "2022Q5"), "2022Q5"),
        (("{release}", "--data", "nowhere"), "no folder 'nowhere'"),
    ],
)  # fmt: skip
def test_wrong_arguments_end_with_2_and_one_message(release, arguments, told):
    path = release(HOLDS)
    code, printed, said = audit(*(path if one == "{release}" else one for one in arguments))
    assert (code, printed) == (2, "")
    assert told in said
    assert "Traceback" not in said
    assert path.read_text("utf-8") == HOLDS


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"22 15 68.18 95 100\n" * 50])
def test_an_empty_text_and_one_of_only_numbers_end_well(tmp_path, content):
    (tmp_path / "release.txt").write_bytes(content)
    code, printed, said = audit(tmp_path / "release.txt", "--format", "json")
    assert code == 0, said
    assert not any(one["verdict"] == "confirmed" for one in json.loads(printed)["figures"])


def test_a_binary_file_is_named(tmp_path):
    (tmp_path / "release.md").write_bytes(bytes(range(256)) * 9)
    code, printed, said = audit(tmp_path / "release.md")
    assert (code, printed) == (2, "")
    assert "is no text in UTF-8, UTF-16 or GB18030" in said


def test_claims_name_the_share_that_is_off_by_one_digit():
    code, printed, told = audit("--claims", "--format", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(printed)))
    (row,) = [row for row in rows if row["verdict"] == "last-digit"]
    assert code == 0
    assert (row["printed"], row["expected"], row["evidence"]) == ("67.99", "67.98", "1750.07 ÷ 2574.3 = 67.98236%")
    assert told.startswith("88 figures: 38 confirmed, 1 off in the last digit, 0 contradicted")


def test_a_contradicted_claim_ends_with_1(tmp_path):
    tables = shutil.copytree(ROOT / "data" / "published", tmp_path / "tables")
    claims = (tables / "claims.csv").read_text("utf-8")
    (tables / "claims.csv").write_text(claims.replace("68.18,pct,15/22", "68.48,pct,15/22"), encoding="utf-8")
    code, printed, _ = audit("--claims", "--data", tables, "--city", "zhangjiajie", "--format", "json")
    (row,) = [row for row in json.loads(printed) if row["verdict"] == "contradicted"]
    assert (code, row["printed"], row["expected"]) == (1, "68.48", 68.18)


def test_help_and_a_wrong_call_load_no_pandas(tmp_path):
    log = tmp_path / "imports"
    with log.open("w") as stream:
        environment = os.environ | {"PYTHONPROFILEIMPORTTIME": "1"}
        asked = [COMMAND, "audit", "--help"]
        subprocess.run(asked, check=True, stdout=subprocess.DEVNULL, stderr=stream, env=environment)
    imported = {line.rpartition("|")[2].strip() for line in log.read_text().splitlines()}
    assert "zjjstats.cli.audit" in imported
    assert {"pandas", "jinja2", "zjjstats.audit"} & imported == set()


def test_check_names_a_kept_release_that_does_not_say_whose_it_is(tmp_path):
    tables = shutil.copytree(ROOT / "data" / "published", tmp_path / "tables")
    (tables / "releases" / "new.md").write_text("22\n", encoding="utf-8")
    done = subprocess.run([COMMAND, "check", "--data", tables], capture_output=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert "releases/new.md:1, column city" in done.stderr
