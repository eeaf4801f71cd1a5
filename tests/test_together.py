"""Files that are replaced together: killed anywhere, a folder holds all of the old or all of the new."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

import zjjstats as zj
from conftest import CITIES, DICTIONARY
from zjjstats.together import READY, STALE, finish, write_together

OLD, NEW = {"a.csv": "old a", "b.csv": "old b"}, {"a.csv": "new a", "b.csv": "new b", "c.csv": "new c"}
# Kills its own process, as kill -9 does, when it is about to write or to move for the n-th time.
KILLED = """
import os, pathlib, signal, sys
from zjjstats.together import write_together

left = int(sys.argv[2])


def dying(step):
    def act(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **named)

    return act


for name in ("write_text", "rename", "replace", "rmdir"):
    setattr(pathlib.Path, name, dying(getattr(pathlib.Path, name)))
write_together(pathlib.Path(sys.argv[1]), {"a.csv": "new a", "b.csv": "new b", "c.csv": "new c"})
"""


def held(folder):
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.is_file()}


def put(folder, texts):
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


def test_killed_at_any_step_all_is_old_or_all_is_new(tmp_path):
    seen = []
    for step in range(20):
        folder = tmp_path / str(step)
        folder.mkdir()
        put(folder, OLD)
        ended = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(step)], check=False).returncode
        mixed = held(folder) not in (OLD, NEW)
        finish(folder)
        assert held(folder) in (OLD, NEW)
        assert not (folder / READY).exists()
        seen.append((held(folder) == NEW, mixed, ended))
        if ended == 0:
            break
    # Three files written and one folder named before it has happened, three moves and one removal after.
    assert [new for new, _, _ in seen] == [False] * 4 + [True] * 5
    assert [ended for _, _, ended in seen] == [-signal.SIGKILL] * 8 + [0]
    assert any(mixed for _, mixed, _ in seen), "a test that never meets the folder half-way proves nothing"


def test_a_change_that_cannot_be_written_leaves_everything_as_it_was(tmp_path):
    put(tmp_path, OLD)
    with pytest.raises(UnicodeEncodeError):
        write_together(tmp_path, {"a.csv": "new", "b.csv": "\ud800"})
    assert held(tmp_path) == OLD
    (tmp_path / "c.csv").mkdir()
    with pytest.raises(IsADirectoryError):
        write_together(tmp_path, NEW)
    assert held(tmp_path) == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv", "c.csv"]


def test_the_rights_of_a_file_stay_and_what_a_killed_process_left_is_swept(tmp_path):
    put(tmp_path, OLD)
    (tmp_path / "a.csv").chmod(0o640)
    for name, age in ((".import-draft-old", STALE + 60), (".import-draft-new", 0)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (tmp_path.stat().st_mtime - age,) * 2)
    write_together(tmp_path, NEW)
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [".import-draft-new"]


def test_a_workspace_whose_import_cannot_be_finished_is_not_read(folder):
    place = folder(cities=CITIES, dictionary=DICTIONARY)
    (place / READY).mkdir()
    (place / READY / "projects.csv").write_text("new", "utf-8")
    (place / "projects.csv").mkdir()
    with pytest.raises(zj.DataError, match="an import was stopped half-way and cannot be finished"):
        zj.open_workspace(place)
    (place / "projects.csv").rmdir()
    with pytest.raises(zj.DataError, match=r"projects\.csv:1"):
        zj.open_workspace(place)
    assert not (place / READY).exists()
