"""A workspace is moved some rows at a time, whole or not at all."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from pandas.testing import assert_frame_equal

import zjjstats as zj
from zjjstats.codebook import TABLES
from zjjstats.sources import duck, staging
from zjjstats.sources import export as module
from zjjstats.sources.duck import DuckFile
from zjjstats.sources.export import export
from zjjstats.sources.staging import Stage, staged


@pytest.fixture
def few_at_a_time(monkeypatch):
    """Three rows are a batch; a list of how many rows each batch had that was moved."""
    monkeypatch.setattr(duck, "BATCH", 3)
    monkeypatch.setattr(staging, "BATCH", 3)
    seen = []
    real = DuckFile.batched

    def batched(self, table):
        for texts in real(self, table):
            seen.append(len(texts))
            yield texts

    monkeypatch.setattr(DuckFile, "batched", batched)
    return seen


@pytest.mark.parametrize("name", ["published", "sample"])
def test_rows_move_few_at_a_time_and_keep_their_order(name, tmp_path, few_at_a_time):
    export(name, f"duckdb:{tmp_path}/a.duckdb")
    written = export(tmp_path / "a.duckdb", f"parquet:{tmp_path}/b")
    assert max(few_at_a_time) == 3
    assert sum(few_at_a_time) == sum(written.values())
    before, after = zj.open_workspace(name), zj.open_workspace(tmp_path / "b")
    for table, frame in before.tables.items():
        assert_frame_equal(after[table], frame)


def test_one_text_that_is_no_number_makes_its_column_text_wherever_it_stands(tmp_path, monkeypatch):
    with duckdb.connect(tmp_path / "a.duckdb") as connection:
        connection.execute("CREATE TABLE indicators (period TEXT, city TEXT, indicator TEXT, value TEXT, source TEXT)")
        rows = [("2022Q1", "alpha", "output", value, "bureau") for value in ("8.1", None, "about 5", "7")]
        connection.executemany("INSERT INTO indicators VALUES (?, ?, ?, ?, ?)", rows)
    monkeypatch.setattr(duck, "BATCH", 1)
    with closing(DuckFile(tmp_path / "a.duckdb", TABLES)) as source, staged(source, tmp_path) as stage:
        assert stage.types["indicators"]["value"] == "VARCHAR"
        assert stage.types["indicators"]["published_on"] == "DATE"
        assert [row[3] for row in stage.texts("indicators")] == ["8.1", None, "about 5", "7"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.duckdb"]


@pytest.mark.parametrize("to", ["duckdb:{}/a.duckdb", "parquet:{}/a"])
@pytest.mark.parametrize("is_there", [True, False])
def test_a_move_that_fails_half_way_leaves_what_was_there_and_nothing_else(to, is_there, tmp_path, monkeypatch):
    target = to.format(tmp_path)
    if is_there:
        export("published", target)
    before = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*"))
    real = Stage.typed

    def typed(self, name, *, number):
        if name == "indicators":
            raise OSError(28, "no space left on device")
        return real(self, name, number=number)

    monkeypatch.setattr(Stage, "typed", typed)
    with pytest.raises(OSError, match="no space left"):
        export("sample", target, force=True)
    assert sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*")) == before
    if is_there:
        assert not zj.open_workspace(target.partition(":")[2]).is_sample


def test_whoever_may_not_write_is_told_before_anything_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "checked_workspace", lambda where: pytest.fail(f"{where} was read"))
    (tmp_path / "a.duckdb").touch()
    with pytest.raises(zj.RunError, match="is there already"):
        export("published", f"duckdb:{tmp_path}/a.duckdb")


def test_a_workspace_takes_its_own_place(tmp_path):
    export("sample", f"duckdb:{tmp_path}/a.duckdb")
    expected = zj.open_workspace(tmp_path / "a.duckdb")
    export(tmp_path / "a.duckdb", f"duckdb:{tmp_path}/a.duckdb", force=True)
    found = zj.open_workspace(tmp_path / "a.duckdb")
    assert found.title == expected.title
    for table, frame in expected.tables.items():
        assert_frame_equal(found[table], frame)


def test_no_bar_of_progress_is_drawn_among_what_a_command_prints(tmp_path):
    export("sample", f"duckdb:{tmp_path}/a.duckdb")
    connection = DuckFile(tmp_path / "a.duckdb", {}).connection
    assert connection.execute("SELECT current_setting('enable_progress_bar')").fetchone() == (False,)


def test_a_folder_whose_successor_cannot_take_its_place_comes_back(tmp_path, monkeypatch):
    written = export("published", f"parquet:{tmp_path}/kept")
    before = {path.name: path.read_bytes() for path in (tmp_path / "kept").iterdir()}
    real = Path.replace

    def replace(self, target):
        if ".part-" in self.name and not self.name.endswith(".old"):
            raise OSError("no")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="no"):
        export("sample", f"parquet:{tmp_path}/kept", force=True)
    assert written
    assert {path.name: path.read_bytes() for path in (tmp_path / "kept").iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
