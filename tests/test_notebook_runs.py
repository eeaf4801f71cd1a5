"""The notebooks run for other periods, cities and workspaces, and nbval confirms what such runs stored."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import papermill
import pytest

from conftest import ROOT
from zjjstats.batch.work import KERNEL
from zjjstats.engine.execution import ENGINE

pytestmark = pytest.mark.notebook

NOTEBOOKS = ROOT / "notebooks"
GRID = {
    "another-period": {"period": "2016Q4"},
    "another-city": {"period": "2017Q4", "city": "湘西州", "lang": "en"},
    "missing-data": {"period": "2022M01-M06", "city": "怀化", "data": "sample"},
    "nothing-known": {"period": "2022Q1", "city": "changsha"},
}


def run(name: str, parameters: dict[str, str], folder):
    output = folder / f"{name}.ipynb"
    papermill.execute_notebook(
        str(NOTEBOOKS / f"{name}.ipynb"),
        str(output),
        parameters=parameters,
        engine_name=ENGINE,
        kernel_name=KERNEL,
        progress_bar=False,
        cwd=str(NOTEBOOKS),
    )
    return output


@pytest.fixture(scope="module", params=GRID, ids=str)
def executed(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    return request.param, [run(path.stem, GRID[request.param], folder) for path in sorted(NOTEBOOKS.glob("*.ipynb"))]


def test_runs_show_pictures_and_no_stderr(executed):
    _, outputs = executed
    for path in outputs:
        shown = [output for cell in nbformat.read(path, 4).cells for output in cell.get("outputs", [])]
        assert any("image/png" in output.get("data", {}) for output in shown)
        assert not any(output.get("name") == "stderr" for output in shown)


def test_injected_chinese_stays_chinese(executed):
    grid, outputs = executed
    (injected,) = [
        cell for cell in nbformat.read(outputs[0], 4).cells if "injected-parameters" in cell.metadata.get("tags", [])
    ]
    city = GRID[grid].get("city")
    assert city is None or f'city = "{city}"' in injected.source


def test_made_up_data_is_named_on_every_page(executed):
    grid, outputs = executed
    for path in outputs:
        texts = [
            output.data["text/html"]
            for cell in nbformat.read(path, 4).cells
            for output in cell.get("outputs", [])
            if "text/html" in output.get("data", {})
        ]
        assert any("虚构，仅用于演示" in text for text in texts) is (GRID[grid].get("data") == "sample")


def nbval(*paths):
    """How nbval ends on notebooks, apart from this run of pytest and its settings."""
    options = ["--nbval", "--nbval-current-env", "-p", "no:cacheprovider", "-q", "-c", "/dev/null"]
    command = [sys.executable, "-m", "pytest", *options, "--rootdir", str(paths[0].parent), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_nbval_confirms_the_stored_outputs_of_a_run(executed):
    _, outputs = executed
    result = nbval(*outputs)
    assert result.returncode == 0, result.stdout[-3000:]
    passed = int(result.stdout.rpartition(" passed")[0].split()[-1])
    # Each code cell is a test: none may be skipped as not run.
    assert passed == sum(cell.cell_type == "code" for path in outputs for cell in nbformat.read(path, 4).cells)


def test_nbval_sees_a_figure_that_moved(tmp_path):
    output = run("01_projects", {}, tmp_path)
    output.write_text(output.read_text("utf-8").replace("68.18%", "68.19%"), encoding="utf-8")
    result = nbval(output)
    assert result.returncode == 1
    assert "68.19" in result.stdout


def test_plain_papermill_runs_from_any_folder_and_shows_chinese(tmp_path):
    output = tmp_path / "out.ipynb"
    command = [sys.executable, "-m", "papermill", str(NOTEBOOKS / "03_briefing.ipynb"), str(output)]
    parameters = ["-p", "period", "2016年全年", "-p", "city", "张家界"]
    result = subprocess.run([*command, *parameters], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-2000:]
    text = output.read_text("utf-8")
    assert 'city = \\"张家界\\"' in text
    assert "并列" in text
