"""Notebooks that fail in every way there is, among good ones: each leaves a page that says what happened."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess

import nbformat
import pytest

from batches import drafts, rows, script, write_notebook

pytestmark = pytest.mark.notebook

GOOD = 'print("all is well")'
BEFORE = 'print("made before the end")'
PICTURE = (
    "from IPython.display import Image\n"
    "import base64\n"
    'Image(base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))'
)
GREEDY = """\
import resource
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (256 << 20), resource.getrlimit(resource.RLIMIT_AS)[1]))
bytearray(1 << 30)"""
# One bad notebook each, and what its page and its verdict must say.
BAD = {
    "01_projects": ('raise ValueError("figures do not add up")', "ValueError: figures do not add up"),
    "exits": ("import os\nos._exit(3)", "ended with exit status 3"),
    "segfaults": ("import ctypes\nctypes.string_at(0)", "killed by signal 11 (SIGSEGV)"),
    "killed": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "killed by signal 9 (SIGKILL)"),
    "hangs": ("while True:\n    pass", "did not finish in time and was killed after 10 seconds"),
    "hangs_in_c": (
        # The lock is never released, and is waited for without giving way to any other thread.
        "import ctypes\nctypes.PyDLL(None).sleep(3600)",
        "did not finish in time",
    ),
    "greedy": (
        GREEDY,
        "MemoryError",
    ),
    "fills_disk": ('with open("/dev/full", "w") as file:\n    file.write("x" * 100_000)', "No space left on device"),
}
GOODS = ("02_rankings", "a_first", "h_middle", "z_last")


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """The folder of the reports, and how each run ended."""
    notebooks, out = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("reports")
    for stem, (source, _) in BAD.items():
        write_notebook(notebooks / f"{stem}.ipynb", BEFORE, source, 'print("never reached")')
    for stem in GOODS:
        write_notebook(notebooks / f"{stem}.ipynb", GOOD)
    told = script("drive_runs.py", notebooks, out, "--timeout", "10")
    assert told["said"] == []
    return out, told["outcomes"]


def made(out, stem):
    return out / "2022Q1" / "zhangjiajie" / f"{stem}.ipynb"


def page(out, stem):
    return html.unescape(re.sub(r"<style>.*?</style>", "", made(out, stem).with_suffix(".html").read_text("utf-8")))


def outputs(notebook):
    return "".join(output.get("text", "") for cell in notebook.cells for output in cell.get("outputs", []))


@pytest.mark.parametrize("stem", BAD)
def test_a_bad_notebook_s_verdict_says_what_failed(batch, stem):
    out, outcomes = batch
    assert BAD[stem][1] in outcomes[stem]["error"]
    stored = nbformat.read(made(out, stem), as_version=4).metadata.zjjstats
    assert stored.error == outcomes[stem]["error"]
    assert stored.data == "published"


@pytest.mark.parametrize("stem", BAD)
def test_a_bad_notebook_s_page_says_what_failed(batch, stem):
    shown = page(batch[0], stem)
    assert BAD[stem][1] in shown
    assert 'class="failed"' in shown
    assert shown.rstrip().endswith("</html>")


@pytest.mark.parametrize("stem", BAD)
def test_a_bad_notebook_keeps_what_it_had_put_out(batch, stem):
    notebook = nbformat.read(made(batch[0], stem), as_version=4)
    assert "made before the end" in outputs(notebook)
    assert "never reached" not in outputs(notebook)


@pytest.mark.parametrize("stem", GOODS)
def test_the_good_ones_among_them_finish(batch, stem):
    out, outcomes = batch
    assert outcomes[stem]["error"] == ""
    notebook = nbformat.read(made(out, stem), as_version=4)
    assert notebook.metadata.zjjstats.error == ""
    assert "all is well" in outputs(notebook)
    assert "all is well" in page(out, stem)


def test_every_run_has_its_row_with_its_verdict(batch):
    table = rows(batch[0])
    expected = {("2022Q1", "zhangjiajie", stem): "failed" if stem in BAD else "done" for stem in (*BAD, *GOODS)}
    assert {key: row["verdict"] for key, row in table.items()} == expected
    for stem, (_, text) in BAD.items():
        assert text in table["2022Q1", "zhangjiajie", stem]["error"]
    assert {table["2022Q1", "zhangjiajie", stem]["error"] for stem in GOODS} == {""}
    assert all(float(row["seconds"]) > 0 for row in table.values())
    assert all(float(row["peak_memory_mb"]) > 10 for row in table.values())


def test_the_index_marks_the_failed_page_and_no_other(batch):
    index = (batch[0] / "index.html").read_text("utf-8")
    links = re.findall(r'<a href="([^"]+)">[^<]*</a>( <strong class="failed">)?', index)
    named = {href: bool(mark) for href, mark in links if href.startswith("2022Q1/")}
    assert named == {"2022Q1/zhangjiajie/01_projects.html": True, "2022Q1/zhangjiajie/02_rankings.html": False}


def test_notebooks_whose_process_died_leave_no_draft(batch):
    assert drafts(batch[0]) == []


def run_one(tmp_path, *sources, more=(), **options):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    write_notebook(notebooks / "one.ipynb", *sources, **options)
    told = script("drive_runs.py", notebooks, tmp_path / "out", *more)
    return told["outcomes"]["one"]["error"]


def test_a_cell_that_shows_no_picture_as_promised_has_failed(tmp_path):
    assert run_one(tmp_path, "6 * 7  # a chart", tags=["shows-picture"]) == "6 * 7  # a chart shows no picture"
    notebook = nbformat.read(made(tmp_path / "out", "one"), as_version=4)
    assert notebook.metadata.zjjstats.error == "6 * 7  # a chart shows no picture"
    assert rows(tmp_path / "out")["2022Q1", "zhangjiajie", "one"]["verdict"] == "failed"


def test_the_page_says_that_no_picture_is_shown(tmp_path):
    run_one(tmp_path, "6 * 7  # a chart", tags=["shows-picture"])
    assert "6 * 7  # a chart shows no picture" in page(tmp_path / "out", "one")


def test_a_cell_that_shows_a_picture_as_promised_has_not_failed(tmp_path):
    assert run_one(tmp_path, PICTURE, tags=["shows-picture"]) == ""


@pytest.mark.parametrize(("kind", "shown"), [("table", "<table></table>"), ("text", "<p></p>")])
def test_a_promised_table_or_text_must_be_shown(tmp_path, kind, shown):
    source = f'from IPython.display import HTML\nHTML("{shown}")'
    (tmp_path / "kept").mkdir()
    assert run_one(tmp_path / "kept", source, tags=[f"shows-{kind}"]) == ""
    (tmp_path / "broken").mkdir()
    assert run_one(tmp_path / "broken", '"plain"', tags=[f"shows-{kind}"]) == f'"plain" shows no {kind}'


@pytest.mark.parametrize(
    ("parameters", "declared"),
    [
        (None, "[]"),
        ('period = "2022Q1"\ncity = "x"', "['city', 'period']"),
        ('period = city = data = ""', "[]"),
    ],
    ids=["none", "two", "chained"],
)
def test_a_notebook_without_the_declared_parameters_fails(tmp_path, parameters, declared):
    error = run_one(tmp_path, GOOD, parameters=parameters)
    assert f"one.ipynb declares parameters {declared}" in error
    assert "['city', 'data', 'lang', 'period']" in error
    assert rows(tmp_path / "out")["2022Q1", "zhangjiajie", "one"]["verdict"] == "failed"


def test_the_page_says_that_parameters_are_not_declared(tmp_path):
    run_one(tmp_path, GOOD, parameters='period = "2022Q1"')
    assert "one.ipynb declares parameters ['period']" in page(tmp_path / "out", "one")


@pytest.fixture
def small_disk(tmp_path):
    """A disk that holds a notebook without outputs, and no page."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    mounted = (
        os.geteuid() == 0
        and mount
        and subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=16k", "none", str(disk)], check=False, capture_output=True
        ).returncode
        == 0
    )
    if not mounted:
        pytest.skip("only root can mount a small disk, and not everywhere")
    yield disk
    subprocess.run([umount, str(disk)], check=True)


def test_a_report_on_a_full_disk_fails_and_the_next_is_made(tmp_path, small_disk):
    notebooks, out = tmp_path / "notebooks", tmp_path / "out"
    notebooks.mkdir()
    # More text than the disk holds.
    write_notebook(notebooks / "full.ipynb", 'print("中" * 40_000)')
    write_notebook(notebooks / "other.ipynb", GOOD)
    told = script("drive_runs.py", notebooks, out, "--jobs", "1", "--place", f"full={small_disk}")["outcomes"]
    assert "No space left on device" in told["full"]["error"]
    assert told["other"]["error"] == ""
    # Not even the page that tells of it has room; nothing half-written is left in its place.
    assert [path.name for path in small_disk.iterdir()] == []
    assert rows(out)["2022Q1", "zhangjiajie", "other"]["verdict"] == "done"
