"""Notebooks whose process died: what they had done, and papermill's failure form.

A child notes in its journal what it runs and what comes back. After its death the parent replays the notes through
nbclient, so that the notebook keeps every output that was made.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Any

import nbformat

from zjjstats.engine.journal import Journal

# What nbclient turns into outputs and counts. Widgets' messages are left out: their state is only stored at the end.
NOTED = {"stream", "display_data", "execute_result", "error", "clear_output", "update_display_data", "execute_input"}


def note_notebook(journal: Journal, nb: Any) -> None:
    """Note the notebook before its first cell."""
    journal.write("notebook", nb=nb)


def note_cell(journal: Journal, nb: Any, index: int) -> None:
    """Note that a cell begins, and how the one before it ended."""
    finished = nb.cells[index - 1].metadata if index else None
    journal.write("cell", index=index, metadata=nb.cells[index].metadata, finished=finished)


def note_message(journal: Journal, msg: dict[str, Any]) -> None:
    """Note a message of the kernel that makes output."""
    if msg["msg_type"] in NOTED:
        parts = {name: msg[name] for name in ("header", "msg_type", "content", "metadata", "parent_header")}
        journal.write("message", message=parts)


def recall(records: Iterable[dict[str, Any]]) -> Any:
    """Return the notebook as far as it got, or None when it had not begun."""
    from nbclient import NotebookClient

    client: Any = None
    nb: Any = None
    index = -1
    for record in records:
        if record["kind"] == "notebook":
            nb = nbformat.from_dict(record["nb"])
            client = NotebookClient(nb)
            client.record_timing = False
        elif record["kind"] == "cell" and nb is not None:
            if record["finished"] is not None and record["index"]:
                nb.cells[record["index"] - 1].metadata = nbformat.from_dict(record["finished"])
            index = record["index"]
            client.clear_before_next_output = False
            nb.cells[index].metadata = nbformat.from_dict(record["metadata"])
        elif record["kind"] == "message" and index >= 0:
            with contextlib.suppress(Exception):
                client.process_message(record["message"], nb.cells[index], index)
    return nb


def mark_running_cell(nb_man: Any, ename: str, evalue: str) -> None:
    """Mark the cell that was running as failed, with an error output that says why.

    Parameters
    ----------
    nb_man : papermill.engines.NotebookExecutionManager
        Its notebook is changed.
    ename, evalue
        Name and text of the error.
    """
    cells = nb_man.nb.cells
    code = [index for index, cell in enumerate(cells) if cell.cell_type == "code"]
    begun = [index for index in code if cells[index].metadata.get("papermill", {}).get("start_time")]
    # A process that died before its first cell is shown at that cell.
    if not code:
        nb_man.nb.metadata.papermill["exception"] = True
        return
    index = begun[-1] if begun else code[0]
    cell = cells[index]
    cell.outputs.append(
        nbformat.v4.new_output("error", ename=ename, evalue=evalue, traceback=[f"\x1b[31m{ename}\x1b[39m: {evalue}"])
    )
    nb_man.cell_exception(cell, cell_index=index)
    nb_man.cell_complete(cell, cell_index=index)


def write_failure(nb: Any, output_path: str, evalue: str, *, ename: str = "DeadKernelError") -> None:
    """Write a notebook whose process died in the form in which papermill writes failures.

    Parameters
    ----------
    nb : nbformat.NotebookNode
        As `recall` returns it.
    output_path
        Where to write it.
    evalue, ename
        Text and name of the error that is shown at the cell.
    """
    import dateutil.parser
    from papermill.engines import NotebookExecutionManager
    from papermill.exceptions import PapermillExecutionError
    from papermill.execute import raise_for_execution_errors

    nb_man = NotebookExecutionManager(nb, output_path=None, progress_bar=False)
    started = nb.metadata.papermill.get("start_time")
    nb_man.start_time = dateutil.parser.parse(started) if started else nb_man.now()
    for cell in nb.cells:
        cell.metadata.setdefault("papermill", nbformat.from_dict({"status": nb_man.PENDING}))
    mark_running_cell(nb_man, ename, evalue)
    nb_man.notebook_complete()
    # It writes the banners and the notebook, then raises what the caller knows already.
    with contextlib.suppress(PapermillExecutionError):
        raise_for_execution_errors(nb, output_path)
