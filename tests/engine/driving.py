"""Helpers that run code and notebooks in processes that pytest has not touched: pytest's own have threads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat

from cases import make_notebook

HERE = Path(__file__).parent


def clean_environment():
    """The environment without what would make a kernel behave differently, and with these modules on the path."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTEST_CURRENT_TEST", "MPLBACKEND"}}
    return kept | {"PYTHONPATH": os.pathsep.join([str(HERE), *filter(None, [kept.get("PYTHONPATH")])])}


def new_python(*arguments: str, **options: Any):
    """Run a new interpreter to its end."""
    settings = {"capture_output": True, "text": True, "timeout": 240, "env": clean_environment(), **options}
    return subprocess.run([sys.executable, *arguments], check=False, **settings)


def fresh(folder: Path, code: str):
    """What a script leaves in the variable ``answer``, run in a new interpreter."""
    script = folder / "script.py"
    script.write_text(f"{code}\nimport json, sys\nprint('ANSWER' + json.dumps(answer), file=sys.__stdout__)\n")
    done = new_python("-W", "error", str(script), cwd=folder)
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("ANSWER"))
    return json.loads(line.removeprefix("ANSWER"))


def is_running(pid: int | str) -> bool:
    """Whether a process exists and has not ended; one that nobody has waited for yet has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except (FileNotFoundError, ProcessLookupError):
        return False


class Ran:
    """The output notebook of a run, and how it ended."""

    def __init__(self, result: dict[str, Any], path: Path, report: dict[str, Any]) -> None:
        self.result, self.path, self.report = result, path, report
        self.ok = not result["error"]
        self.attempts = len(path.with_suffix(".attempts").read_text())
        self.nb = nbformat.read(path, as_version=4)

    @property
    def cells(self):
        """The cells that were in the input."""
        return [cell for cell in self.nb.cells if "papermill-error-cell-tag" not in cell.metadata.get("tags", [])]

    @property
    def code(self):
        """The code cells."""
        return [cell for cell in self.cells if cell.cell_type == "code"]

    def text(self, index: int) -> str:
        """What a code cell wrote or returned."""
        outputs = self.code[index].outputs
        return "".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs)


def run_notebooks(folder: Path, notebooks: dict[str, list[Any]], **options: Any) -> dict[str, Ran]:
    """Run notebooks, given as lists of cells, with a fork server that belongs to a new interpreter."""
    for name, cells in notebooks.items():
        nbformat.write(make_notebook(cells), folder / f"{name}.ipynb")
    order = {"folder": str(folder), "names": list(notebooks), "timeout": 60, **options}
    done = new_python("-W", "error::ResourceWarning", str(HERE / "drive.py"), input=json.dumps(order))
    assert done.returncode == 0, done.stderr
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return {name: Ran(report["results"][name], folder / f"{name}.out.ipynb", report) for name in notebooks}
