"""A run's fingerprint moves with what the run depends on, and with nothing else."""

from __future__ import annotations

import os
import shutil

import pytest

from zjjstats.batch import fingerprint
from zjjstats.places import find_workspace, shipped_notebooks

GIVEN = {"period": "2022Q1", "city": "zhangjiajie", "data": "published", "lang": "zh"}


def forget():
    for cached in (fingerprint.of_code, fingerprint.of_workspace, fingerprint.of_notebook):
        cached.cache_clear()


@pytest.fixture(autouse=True)
def _fresh():
    forget()
    yield
    forget()


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A notebook, a workspace and a package that a test may change."""
    notebook = shutil.copy2(shipped_notebooks()[0], tmp_path / "01_projects.ipynb")
    workspace = shutil.copytree(find_workspace("published"), tmp_path / "tables")
    ignored = shutil.ignore_patterns("__pycache__", "_shipped")
    monkeypatch.setattr(fingerprint, "PACKAGE", shutil.copytree(fingerprint.PACKAGE, tmp_path / "code", ignore=ignored))
    return tmp_path, notebook, workspace


def taken(place, parameters=GIVEN):
    forget()
    return fingerprint.of_run(place[1], parameters, place[2])


def change_one_byte(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_the_same_run_has_the_same_fingerprint(place):
    assert taken(place) == taken(place)
    assert len(taken(place)) == 64


@pytest.mark.parametrize(
    "name",
    [
        "01_projects.ipynb",
        "tables/project_counts.csv",
        "tables/indicators.csv",
        "tables/datapackage.json",
        "tables/releases/2022-04-08.zh.md",
        "code/rates.py",
        "code/engine/child.py",
        "code/batch/templates/page.css",
        "code/batch/templates/index.html.j2",
    ],
)
def test_one_changed_byte_changes_it(place, name):
    before = taken(place)
    change_one_byte(place[0] / name)
    assert taken(place) != before


@pytest.mark.parametrize(
    ("name", "value"), [("period", "2016Q4"), ("city", "changsha"), ("data", "sample"), ("lang", "en")]
)
def test_every_parameter_changes_it(place, name, value):
    assert taken(place, GIVEN | {name: value}) != taken(place)


@pytest.mark.parametrize("library", fingerprint.LIBRARIES)
def test_every_library_s_version_changes_it(place, monkeypatch, library):
    before, version = taken(place), fingerprint.version
    monkeypatch.setattr(fingerprint, "version", lambda name: "999.0" if name == library else version(name))
    assert taken(place) != before


def test_the_interpreter_s_version_changes_it(place, monkeypatch):
    before = taken(place)
    monkeypatch.setattr(fingerprint.sys, "version", "3.99.0")
    assert taken(place) != before


@pytest.mark.parametrize("name", ["tables/more.csv", "tables/releases/more.md", "code/more.py"])
def test_a_new_file_changes_it_and_its_removal_changes_it_back(place, name):
    before = taken(place)
    (place[0] / name).write_text("x\n")
    assert taken(place) != before
    (place[0] / name).unlink()
    assert taken(place) == before


def test_a_table_s_name_changes_it(place):
    before = taken(place)
    (place[2] / "groups.csv").rename(place[2] / "grouped.csv")
    assert taken(place) != before


def test_contents_that_change_places_change_it(place):
    before = taken(place)
    one, other = place[2] / "cities.csv", place[2] / "groups.csv"
    contents = one.read_bytes(), other.read_bytes()
    one.write_bytes(contents[1])
    other.write_bytes(contents[0])
    assert taken(place) != before


def test_file_times_do_not_change_it(place):
    before = taken(place)
    for path in place[0].rglob("*"):
        os.utime(path, (1, 1))
    assert taken(place) == before


def test_the_order_of_parameters_does_not_change_it(place):
    assert taken(place, dict(reversed(GIVEN.items()))) == taken(place)


def test_the_order_in_which_files_are_found_does_not_change_it(tmp_path):
    names = ("b.csv", "a.csv", "c.csv")
    for name in names:
        (tmp_path / name).write_text(name)
    found = [tmp_path / name for name in names]
    digest = fingerprint.digest_of_files(found, below=tmp_path)
    assert digest == fingerprint.digest_of_files(reversed(found), below=tmp_path)
    assert digest == fingerprint.digest_of_files(sorted(found), below=tmp_path)


def test_the_place_of_a_workspace_does_not_change_it(place):
    before = taken(place)
    moved = place[0] / "elsewhere"
    place[2].rename(moved)
    assert taken((place[0], place[1], moved)) == before


def test_what_is_no_table_or_code_does_not_change_it(place):
    before = taken(place)
    (place[2] / "notes.txt").write_text("x")
    (place[0] / "code" / "notes.txt").write_text("x")
    assert taken(place) == before
