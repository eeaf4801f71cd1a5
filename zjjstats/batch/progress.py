"""How a batch gets on, for the person who waits for it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from zjjstats.batch.runs import Outcome


class Lines:
    """Progress as one plain line per run, for logs and pipes."""

    def __init__(self, total: int, say: Callable[[str], None]) -> None:
        self.total, self.count, self.say = total, 0, say

    def watch(self, names: list[str]) -> None:
        """Nothing: a log tells what ended."""

    def ended(self, outcome: Outcome) -> None:
        """Prints how a run ended."""
        self.count += 1
        verdict = "failed" if outcome.error else "done"
        self.say(f"[{self.count}/{self.total}] {outcome.run.name}: {verdict} in {outcome.seconds:.1f} s")


class Bar:
    """Progress as a bar with finished and failed runs, the time left and what runs now."""

    def __init__(self, total: int) -> None:
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[failed]} failed"),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
        )
        self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task("", total=total, failed=0)
        self.failed = 0

    def watch(self, names: list[str]) -> None:
        """Shows what runs now."""
        self.bar.update(self.task, description=", ".join(names))

    def ended(self, outcome: Outcome) -> None:
        """Counts a run that ended."""
        self.failed += bool(outcome.error)
        self.bar.update(self.task, advance=1, failed=self.failed)


@contextmanager
def progress(total: int, say: Callable[[str], None]) -> Iterator[Lines | Bar]:
    """A bar on a terminal, plain lines elsewhere, which ``say`` is given."""
    if not sys.stderr.isatty():
        yield Lines(total, say)
        return
    bar = Bar(total)
    with bar.bar:
        yield bar
