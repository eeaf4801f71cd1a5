"""Wherever runs are done, the same notebooks come of them."""

from __future__ import annotations

import importlib.util
import re
import shutil
import socket
import subprocess
import sys

import nbformat
import pytest

from batches import HERE, STEMS, environment, rows, script, texts, write_notebook, zjjstats
from zjjstats.places import shipped_notebooks

pytestmark = pytest.mark.notebook

ASKED = ("run", "2022Q1", "2016Q4", "--city", "zhangjiajie", "--formats", "html")
PLACES = [f"{period}/zhangjiajie" for period in ("2022Q1", "2016Q4")]
needs_dask = pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="dask.distributed is an extra")


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    """The reports as this machine makes them."""
    out = tmp_path_factory.mktemp("local") / "out"
    zjjstats(*ASKED, "--out", out)
    return out


def pictures(path):
    return [
        output.data["image/png"]
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def page(notebook):
    """The page without its font, whose glyphs may be more than the page needs."""
    html = notebook.with_suffix(".html").read_text("utf-8")
    assert html.count("data:font/woff") == 1
    return re.sub(r"data:font/woff;base64,[A-Za-z0-9+/=]+", "", html)


def test_where_forking_is_not_to_be_had_stock_kernels_give_the_same_notebook(local, tmp_path):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    for name in ("02_rankings", "01_projects"):
        shutil.copy2(next(path for path in shipped_notebooks() if path.stem == name), notebooks)
    told = script("drive_runs.py", notebooks, tmp_path / "out", "--stock")
    assert told["said"] == ["forking is not to be used here; using stock kernels, which are slower"]
    for name in ("02_rankings", "01_projects"):
        assert told["outcomes"][name]["error"] == ""
        made, forked = (out / "2022Q1" / "zhangjiajie" / f"{name}.ipynb" for out in (tmp_path / "out", local))
        assert texts(made) == texts(forked)
        assert pictures(made) == pictures(forked) != []
        assert page(made) == page(forked)


def test_stock_kernels_tell_a_bad_notebook_from_a_good_one(tmp_path):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    write_notebook(notebooks / "good.ipynb", "print(6 * 7)")
    write_notebook(notebooks / "bad.ipynb", "1 / 0")
    write_notebook(notebooks / "exits.ipynb", "import os\nos._exit(3)")
    told = script("drive_runs.py", notebooks, tmp_path / "out", "--stock")
    assert len(told["said"]) == 1
    errors = {stem: outcome["error"] for stem, outcome in told["outcomes"].items()}
    assert errors["good"] == ""
    assert "ZeroDivisionError: division by zero" in errors["bad"]
    assert "DeadKernelError" in errors["exits"]


def test_processor_time_is_that_of_each_run_where_one_process_does_several(tmp_path):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    busy = "import time\nend = time.process_time() + 4\nwhile time.process_time() < end:\n    pass"
    write_notebook(notebooks / "a_busy.ipynb", busy)
    write_notebook(notebooks / "b_idle.ipynb", "print(6 * 7)")
    told = script("drive_runs.py", notebooks, tmp_path / "out", "--stock", "--jobs", "1")["outcomes"]
    assert told["a_busy"]["cpu_seconds"] >= 4
    # The idle one takes what starting a kernel takes, not what the one before it took.
    assert told["b_idle"]["cpu_seconds"] < told["a_busy"]["cpu_seconds"]


@pytest.mark.parametrize("address", ["remote", "dask:127.0.0.1", "LOCAL", ""])
def test_an_unknown_executor_is_an_error(tmp_path, address):
    printed, told = zjjstats(*ASKED, "--out", tmp_path / "out", "--executor", address, code=2)
    assert printed == ""
    assert told == f"error: unknown executor {address!r}; valid: local, dask://host:port\n"
    assert not (tmp_path / "out").exists()


@needs_dask
def test_a_dask_address_without_a_scheduler_is_an_error(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    printed, told = zjjstats(*ASKED, "--out", tmp_path / "out", "--executor", f"dask://127.0.0.1:{port}", code=2)
    assert printed == ""
    assert told.splitlines()[-1].startswith(f"error: no Dask scheduler answers at dask://127.0.0.1:{port}: ")
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@needs_dask
@pytest.mark.parametrize("address", ["dask://", "dask://nowhere", "dask://127.0.0.1:port"])
def test_a_dask_address_that_is_none_is_an_error(tmp_path, address):
    printed, told = zjjstats(*ASKED, "--out", tmp_path / "out", "--executor", address, code=2)
    assert printed == ""
    assert told.startswith("error: ")
    assert address in told


@pytest.fixture(scope="module")
def scheduler():
    """The address of a scheduler with two workers on this machine."""
    cluster = subprocess.Popen(
        [sys.executable, str(HERE / "local_cluster.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        encoding="utf-8",
    )
    try:
        yield f"dask://127.0.0.1:{int(cluster.stdout.readline())}"
    finally:
        cluster.communicate(timeout=60)


@pytest.fixture(scope="module")
def remote(scheduler, tmp_path_factory):
    """The reports as a cluster makes them, and what was said."""
    out = tmp_path_factory.mktemp("remote") / "out"
    return out, zjjstats(*ASKED, "--out", out, "--executor", scheduler)


@needs_dask
def test_a_cluster_tells_each_run_and_writes_every_page(remote):
    out, (printed, told) = remote
    names = [f"{place}/{stem}.html" for place in PLACES for stem in STEMS]
    assert printed.splitlines() == [str(out / name) for name in [*names, "index.html"]]
    assert told.count(": done in ") == 8
    assert "[8/8]" in told
    assert {row["verdict"] for row in rows(out).values()} == {"done"}
    assert len(rows(out)) == 8


@needs_dask
@pytest.mark.parametrize("place", PLACES)
def test_a_cluster_makes_the_same_reports_as_this_machine(remote, local, place):
    out = remote[0]
    assert (out / place / "facts.csv").read_bytes() == (local / place / "facts.csv").read_bytes()
    for stem in STEMS:
        made, expected = out / place / f"{stem}.ipynb", local / place / f"{stem}.ipynb"
        assert texts(made) == texts(expected)
        assert pictures(made) == pictures(expected)
        assert page(made) == page(expected)


@needs_dask
def test_what_a_cluster_did_is_up_to_date_here(remote):
    out = remote[0]
    assert zjjstats(*ASKED, "--out", out)[1] == "all 8 pages are up to date\n"
