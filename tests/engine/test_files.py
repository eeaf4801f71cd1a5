"""Notebooks are written whole where papermill would have written them, and the journal outlives its writer."""

from __future__ import annotations

from pathlib import Path

import pytest

from zjjstats.atomic import write_whole
from zjjstats.engine.files import WholeFileHandler
from zjjstats.engine.journal import Journal


class Handler:
    """As much of papermill's handler as is asked."""

    def __init__(self, folder: Path) -> None:
        self._cwd = str(folder)

    def read(self, path: str) -> str:
        return f"read {path}"


def test_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "a.ipynb", "new \ud800")
    assert (tmp_path / "a.ipynb").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.ipynb"]


def test_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("old")
    (tmp_path / "a.ipynb").chmod(0o600)
    write_whole(tmp_path / "a.ipynb", "new")
    assert (tmp_path / "a.ipynb").stat().st_mode & 0o777 == 0o600


def test_handler_writes_into_papermills_folder_without_going_there(tmp_path: Path) -> None:
    here = Path.cwd()
    WholeFileHandler(Handler(tmp_path)).write("张家界\n", "a.ipynb")
    assert (tmp_path / "a.ipynb").read_bytes() == "张家界\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.ipynb"]
    assert Path.cwd() == here


def test_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="output folder none doesn't exist"):
        WholeFileHandler(Handler(tmp_path)).write("x", "none/a.ipynb")
    assert list(tmp_path.iterdir()) == []


def test_all_else_is_left_to_papermills_handler(tmp_path: Path) -> None:
    assert WholeFileHandler(Handler(tmp_path)).read("a.ipynb") == "read a.ipynb"


def test_journal_leaves_out_what_was_cut_off() -> None:
    journal = Journal()
    journal.write("cell", index=1)
    journal._file.write(b'{"kind": "cel')
    journal._file.flush()
    assert list(journal.records()) == [{"kind": "cell", "index": 1}]
    journal.close()


def test_journal_that_cannot_be_written_is_no_failure() -> None:
    journal = Journal()
    journal.close()
    journal.write("cell", index=1)
