"""What one run does, in whatever process it is given: the notebook, its page, and a look at what it must show."""

from __future__ import annotations

import gc
import math
import resource
import time
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path

import nbformat
import papermill

from zjjstats.atomic import whole, write_whole
from zjjstats.batch.pages import page_html
from zjjstats.batch.runs import KEY, Outcome, Run
from zjjstats.briefing import Briefing
from zjjstats.engine.execution import Death, execute, write_failure
from zjjstats.prepared import Drawn, prepare

KERNEL = "python3"
AHEAD, COLLECTED_EVERY = count(1), 24
MEASURED = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
PARAMETERS = {"period", "city", "data", "lang"}
# What a cell must show, by its tag, and the output that counts as such.
PROMISES = {"shows-picture": "image/png", "shows-table": "</table>", "shows-text": "</p>"}


def perform(run: Run) -> Outcome:
    """Runs one notebook through papermill and makes its page; both files appear whole or not at all.

    A notebook that fails, or that does not show what its tags promise, is written all the same; its page says what
    failed.
    """
    started, before = time.monotonic(), cpu_seconds()
    run.clear_drafts()
    outcomes: list[Outcome] = []

    def note(executed: nbformat.NotebookNode, error: str = "") -> None:
        verdict = error or "; ".join(broken_promises(executed))
        cpu, peak = cpu_seconds() - before, max(resource.getrusage(who).ru_maxrss for who in MEASURED)
        outcomes.append(Outcome(run, time.monotonic() - started, cpu, peak, verdict))
        noted(executed, outcomes[-1])

    with whole(run.output) as draft:
        limits = {} if run.timeout is None else {"execution_timeout": max(1, math.ceil(run.timeout))}
        if error := undeclared(run.notebook):
            write_failure(run.notebook, draft, {}, [], "RunError", error, **options(run))
            executed = nbformat.read(draft, as_version=4)
        else:
            error, executed = execute(run.notebook, draft, run.parameters, note=note, **options(run), **limits)
        if error:
            note(executed, error)
            nbformat.write(executed, draft)
        return paged(executed, outcomes[-1])


def rescue(run: Run, death: Death) -> Outcome:
    """Writes the notebook and page of a run whose process died, with the outputs it had made."""
    error = f"the notebook's process {death.how}"
    run.clear_drafts()
    with whole(run.output) as draft:
        write_failure(run.notebook, draft, run.parameters, death.records, "DeadKernelError", error, **options(run))
        outcome = Outcome(run, death.seconds, death.cpu_seconds, death.peak_rss_kb, error)
        executed = noted(nbformat.read(draft, as_version=4), outcome)
        nbformat.write(executed, draft)
        return paged(executed, outcome)


def ahead(run: Run, drawn: Drawn | None) -> Iterator[str]:
    """Works out what the notebooks of a run's report have in common: its facts and pictures, one after the other."""
    yield from prepare(Briefing(run.period.name, run.city, run.data, run.lang), drawn)
    # Figures refer to themselves in circles, and left alone the collector comes so late that memory grows meanwhile.
    if next(AHEAD) % COLLECTED_EVERY == 0:
        gc.collect()


def options(run: Run) -> dict[str, str]:
    """How papermill is to run a notebook: with this environment's kernel, in the notebook's folder."""
    return {"kernel_name": KERNEL, "cwd": str(run.notebook.parent)}


def noted(executed: nbformat.NotebookNode, outcome: Outcome) -> nbformat.NotebookNode:
    """The executed notebook with a note of how its run ended."""
    # Where the report is made is no reader's business, and moves with it.
    executed.metadata.papermill |= {"input_path": outcome.run.notebook.name, "output_path": outcome.run.output.name}
    executed.metadata[KEY] = outcome.noted()
    return executed


def paged(executed: nbformat.NotebookNode, outcome: Outcome) -> Outcome:
    """Writes the page of an executed notebook, and returns how its run ended."""
    run = outcome.run
    write_whole(run.page, page_html(executed, subtitle=run.subtitle, lang=run.lang, failed=outcome.error))
    return outcome


def undeclared(notebook: Path) -> str:
    """What is wrong with the parameters that a notebook declares, empty where nothing is: papermill would only warn."""
    declared = declared_parameters(notebook, notebook.stat().st_mtime_ns)
    expected = sorted(PARAMETERS)
    return (
        "" if declared == PARAMETERS else f"{notebook.name} declares parameters {sorted(declared)}; expected {expected}"
    )


@lru_cache
def declared_parameters(notebook: Path, changed: int) -> frozenset[str]:  # noqa: ARG001 - for the cache to tell
    """The names of the parameters that a notebook, last changed at that time, declares."""
    return frozenset(papermill.inspect_notebook(str(notebook)))


def cpu_seconds() -> float:
    """Processor time of this process and of those that it waited for, so far."""
    usages = [resource.getrusage(who) for who in MEASURED]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def broken_promises(executed: nbformat.NotebookNode) -> list[str]:
    """What the notebook's tags say that a cell must show, and that it does not."""
    broken = []
    for cell in executed.cells:
        shown = [
            f"{kind} {text}" for output in cell.get("outputs", []) for kind, text in output.get("data", {}).items()
        ]
        broken += [
            f"{cell.source.strip()} shows no {tag.removeprefix('shows-')}"
            for tag in PROMISES.keys() & set(cell.metadata.get("tags", []))
            if not any(PROMISES[tag] in text for text in shown)
        ]
    return broken
