"""One notebook through papermill, in this process's way; and what to write when its process died."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ENGINE = "zjjstats"
START_ERRORS = ("KernelStartError", "Kernel didn't respond", "Kernel died before replying")


@dataclass(frozen=True)
class Death:
    """How a process ended that ran a notebook and did not report.

    Parameters
    ----------
    how
        The end of a sentence: ``was killed by signal 9 (SIGKILL)``.
    records
        What the child had put into its journal.
    seconds, cpu_seconds, peak_rss_kb
        What it had used.
    """

    how: str
    records: list[dict[str, Any]] = field(repr=False)
    seconds: float
    cpu_seconds: float
    peak_rss_kb: int

    @property
    def came_before_the_first_cell(self) -> bool:
        """Whether the notebook had not begun, for a reason that may be gone the next time."""
        return all(record["kind"] != "cell" for record in self.records)


def execute(
    source: str | Path,
    output: str | Path,
    parameters: Mapping[str, Any],
    *,
    note: Callable[[Any], None] | None = None,
    **options: Any,
) -> tuple[str, Any]:
    """Run one notebook and write the executed one, whole; a start-up that fails is tried once more.

    Parameters
    ----------
    source, output
        The notebook, and where its executed copy goes. The folder must exist.
    parameters
        Values for the notebook's parameters.
    note
        Called with the notebook when its cells have run, before papermill writes it. One that failed is written anew.
    **options
        More keyword arguments for `papermill.execute_notebook`.

    Returns
    -------
    str, nbformat.NotebookNode
        What went wrong, empty where nothing did, and the executed notebook. One that fails is written as papermill
        writes failures.
    """
    import nbformat
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from zjjstats.engine import files

    files.install()
    # The journal keeps what a save after each cell would keep, at a fraction of the cost.
    settings = {
        "engine_name": ENGINE,
        "progress_bar": False,
        "request_save_on_cell_execute": False,
        "note": note,
        **options,
    }
    for attempt in (1, 2):
        try:
            nb = papermill.execute_notebook(str(source), str(output), parameters=dict(parameters), **settings)
        except PapermillExecutionError as failure:
            error = f"cell {failure.exec_count}: {failure.ename}: {failure.evalue}"
            return error, nbformat.read(output, as_version=4)
        except Exception as problem:
            text = f"{type(problem).__name__}: {problem}"
            if attempt == 1 and any(name in text for name in START_ERRORS):
                time.sleep(1)
                continue
            write_failure(source, output, parameters, [], type(problem).__name__, str(problem), **options)
            try:
                return text, nbformat.read(output, as_version=4)
            except (OSError, nbformat.reader.NotJSONError):
                # Not even the notebook could be read: there is nothing to show the error in.
                raise problem from None
        else:
            return "", nb
    raise AssertionError("two attempts end in a return")


def write_failure(
    source: str | Path,
    output: str | Path,
    parameters: Mapping[str, Any],
    records: list[dict[str, Any]],
    ename: str,
    evalue: str,
    **options: Any,
) -> None:
    """Write a notebook that could not be run to its end in the form in which papermill writes failures.

    Parameters
    ----------
    source, output, parameters, **options
        As for `execute`.
    records
        The journal of the process that died, from which its outputs are kept.
    ename, evalue
        Name and text of the error that is shown at the cell.
    """
    import papermill

    from zjjstats.engine import failures, files

    files.install()
    nb = failures.recall(records)
    # A notebook that cannot even be read has no failure form; the caller still gets the error.
    with contextlib.suppress(Exception):
        if nb is None:
            settings = {**options, "prepare_only": True, "progress_bar": False}
            nb = papermill.execute_notebook(str(source), str(output), parameters=dict(parameters), **settings)
        failures.write_failure(nb, str(output), evalue, ename=ename)
