"""What the asking process does itself while the fork server starts on another processor: plan, and draw ahead.

The server takes a second or two to import what notebooks need. Until then the plan is made here, and after it the facts
and pictures that the notebooks of the first reports have in common.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zjjstats.batch.jobs import Plan, Request, plan
from zjjstats.batch.runs import Run
from zjjstats.engine.preload import without_collections

if TYPE_CHECKING:
    from zjjstats.prepared import Drawn


class Foresight:
    """The plan of a request, and what is ready of its first reports.

    ``planned`` is None until the plan is made. With a single processor nothing is done here: it would only delay the
    server.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.planned: Plan | None = None
        self.drawn: dict[Path, Drawn] = {}

    def steps(self) -> Iterator[str]:
        """Does the next step each time it is asked, and tells which; errors are those of `jobs.plan` alone."""
        if len(os.sched_getaffinity(0)) == 1:
            return
        with without_collections():
            self.planned = plan(self.request)
            yield "plan"
            from zjjstats.briefing import Briefing  # noqa: PLC0415 - loads matplotlib, where there is something to draw
            from zjjstats.prepared import PICTURES_KEPT, Drawn, prepare  # noqa: PLC0415

            firsts = {run.folder: run for run in reversed(self.planned.due) if run.shares}
            # What is drawn here is sent to the server, which keeps the pictures of as many reports.
            for folder, run in list(reversed(firsts.items()))[:PICTURES_KEPT]:
                # Whatever goes wrong is met again by the run itself, and told there; the others go on.
                with contextlib.suppress(Exception):
                    report = Briefing(run.period.name, run.city, run.data, run.lang)
                    for step in prepare(report):
                        self.drawn[folder] = Drawn.of(report)
                        yield step

    def of(self, run: Run) -> Drawn | None:
        """What is ready of a run's report, for the first of its runs that asks: one message carries it."""
        return self.drawn.pop(run.folder, None)
