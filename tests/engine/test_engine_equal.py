"""The output notebooks are those of papermill's stock engine, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases import CASES, OWN, write_cases
from compare import read
from driving import HERE, new_python


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run every case through both engines, each in a process of its own."""
    made = tmp_path_factory.mktemp("equal")
    write_cases(made)
    for engine in ("ours", "stock"):
        done = new_python(str(HERE / "run_cases.py"), engine, str(made), timeout=400)
        assert done.returncode == 0, done.stderr
        assert "stock engine" not in done.stderr
    return made


@pytest.mark.parametrize("name", sorted([*CASES, *OWN]))
def test_output_notebook_is_that_of_a_stock_run(folder: Path, name: str) -> None:
    ours, stock = read(folder, "ours", name), read(folder, "stock", name)

    assert len(ours["cells"]) == len(stock["cells"])
    for our_cell, stock_cell in zip(ours["cells"], stock["cells"], strict=True):
        assert our_cell == stock_cell
    assert ours["metadata"] == stock["metadata"]


def test_own_notebooks_show_what_they_promise(folder: Path) -> None:
    assert len(OWN) == 4
    for name in OWN:
        nb = read(folder, "ours", name)
        assert nb["metadata"]["papermill"]["exception"] is None
        assert nb["metadata"]["papermill"]["parameters"]["period"] == "2022Q1"
        assert "image/png" in str(nb["cells"])


@pytest.mark.parametrize(("file", "text"), [("left_open.txt", "text"), ("at_exit.txt", "ran"), ("late.txt", "late")])
def test_files_are_finished_as_by_a_kernel_that_shuts_down(folder: Path, file: str, text: str) -> None:
    for engine in ("ours", "stock"):
        assert (folder / engine / "work" / "atexit_and_files" / file).read_text() == text
