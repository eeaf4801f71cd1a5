"""Where runs are done: forked children of this machine, stock kernels where it cannot fork, or a cluster's workers."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from zjjstats.batch.foresight import Foresight
from zjjstats.batch.jobs import Request
from zjjstats.batch.runs import Outcome, Run
from zjjstats.engine.execution import Death
from zjjstats.engine.executor import Ahead, ForkExecutor, UnavailableError, why_not
from zjjstats.errors import UnknownNameError
from zjjstats.office.formats import Order, orders
from zjjstats.phrases import Lang

if TYPE_CHECKING:
    from zjjstats.prepared import Drawn

DASK = "dask://"
LOCAL = "local"
REFRESHED_EVERY = 0.1
TABLES_A_CALL = 8
WARM_UP = "zjjstats.batch.warm:warm_up"
OFFICE_WARM_UP = "zjjstats.office.files:warm_up"

Say = Callable[[str], None]
Item = TypeVar("Item")
Result = TypeVar("Result")


# Those below are named when a call is sent, so they must not cost the sender what the work itself imports.
def perform(run: Run) -> Outcome:
    """Does one run, see `zjjstats.batch.work.perform`."""
    from zjjstats.batch import work  # noqa: PLC0415

    return work.perform(run)


def rescue(run: Run, death: Death) -> Outcome:
    """Writes what is left of a run whose process died, see `zjjstats.batch.work.rescue`."""
    from zjjstats.batch import work  # noqa: PLC0415

    return work.rescue(run, death)


def ahead(drawn: Drawn | None, run: Run) -> Iterator[str]:
    """Works out what the runs of a report have in common, see `zjjstats.batch.work.ahead`."""
    from zjjstats.batch import work  # noqa: PLC0415

    return work.ahead(run, drawn)


def ahead_of(foresight: Foresight | None, run: Run) -> Ahead | None:
    """What is done ahead of a run, None where it has nothing in common with the other runs of its report."""
    if not run.shares:
        return None
    return partial(ahead, foresight.of(run) if foresight else None)


def facts(runs: Iterable[Run]) -> None:
    """Writes the facts of each run's report, see `zjjstats.batch.reports.write_facts`."""
    from zjjstats.batch import reports  # noqa: PLC0415

    for run in runs:
        reports.write_facts(run)


def beside(executor: Executor, request: Request, runs: Sequence[Run]) -> list[str]:
    """Writes what stands beside the pages of a request, and returns which office files could not be made and why."""
    reports = orders(runs, request.formats, request.template, force=request.force)
    lasts = [order.runs[-1] for order in reports]
    # Several to a call: writing a table takes less than starting a process.
    each(executor, facts, [lasts[start : start + TABLES_A_CALL] for start in range(0, len(lasts), TABLES_A_CALL)])
    filled = [order for order in reports if order.items()]
    faults = [fault for told in each(executor, office, filled) for fault in told]
    call(executor, finish, runs, request.out, request.lang)
    return faults


def office(order: Order) -> list[str]:
    """Makes the office's files of a report, see `zjjstats.office.files.make`."""
    from zjjstats.office import files  # noqa: PLC0415

    return files.make(order)


def finish(runs: Sequence[Run], out: Path, lang: Lang) -> None:
    """Writes what stands beside the pages, see `zjjstats.batch.reports.finish`."""
    from zjjstats.batch import reports  # noqa: PLC0415

    reports.finish(runs, out, lang)


@contextmanager
def opened(
    address: str,
    *,
    jobs: int,
    timeout: float | None,
    say: Say,
    data: str = "",
    periods: Sequence[str] = (),
    formats: Sequence[str] = (),
    foresight: Foresight | None = None,
) -> Iterator[Executor]:
    """An executor, ended with the block; what is still under way then is ended too.

    Parameters
    ----------
    address
        ``local``, or ``dask://host:port`` of a running scheduler.
    jobs
        How many runs at a time, on this machine.
    timeout
        Seconds for one run, on this machine.
    data
        The workspace that the runs will open, read beforehand where that saves each of them the reading.
    periods
        The periods of the runs, where they are named: of a large workspace no more is read.
    formats
        What will be made beside the pages, for what that imports to be at hand.
    foresight
        What is done here while this machine's server starts.
    say
        Told once when this machine cannot fork and stock kernels are used.

    Raises
    ------
    UnknownNameError
        The address is of another form, or no scheduler answers there.
    """
    if address.startswith(DASK):
        with cluster(address) as executor:
            yield executor
    elif address == LOCAL:
        wants_office = {"docx", "xlsx"} & set(formats)
        executor = local(
            jobs,
            timeout,
            say,
            [f"{WARM_UP}:{json.dumps([data, *periods])}", *([OFFICE_WARM_UP] if wants_office else [])],
            foresight,
        )
        try:
            yield executor
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
    else:
        raise UnknownNameError(f"unknown executor {address!r}; valid: {LOCAL}, {DASK}host:port")


def local(
    jobs: int, timeout: float | None, say: Say, warm_up: Sequence[str], foresight: Foresight | None = None
) -> Executor:
    """Children forked from a warm server; processes with stock kernels where this system cannot fork."""
    reason = why_not()
    if not reason:
        try:
            return ForkExecutor(
                jobs,
                timeout=timeout,
                rescues={perform: rescue},
                aheads={perform: partial(ahead_of, foresight)},
                warm_up=warm_up,
                meanwhile=foresight.steps() if foresight else (),
            )
        except UnavailableError as error:
            reason = str(error)
    say(f"{reason}; using stock kernels, which are slower")
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of a running Dask scheduler; each run's files must be within their reach."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise UnknownNameError(f"{address} needs dask.distributed: pip install 'zjjstats[dask]'") from None
    try:
        client = Client(f"tcp://{address.removeprefix(DASK)}", timeout=10)
    except (OSError, ValueError) as error:
        raise UnknownNameError(f"no Dask scheduler answers at {address}: {error}") from None
    with client:
        yield client.get_executor(pure=False, retries=0)


def call(executor: Executor, function: Callable[..., Result], *arguments: object) -> Result:
    """What a function returns: called where everything is imported already, if there is such a place, else here."""
    if isinstance(executor, ForkExecutor):
        return executor.submit(function, *arguments).result()  # type: ignore[no-any-return] # a future of anything
    return function(*arguments)


def each(executor: Executor, function: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """What a function returns for each of several things, called side by side where the executor forks."""
    if isinstance(executor, ForkExecutor):
        return [future.result() for future in [executor.submit(function, item) for item in items]]
    return [function(item) for item in items]


def outcomes(executor: Executor, runs: Sequence[Run], watch: Callable[[list[str]], None]) -> Iterator[Outcome]:
    """How each run ended, as they end; ``watch`` is told the names of those under way."""
    futures: dict[Future[Outcome], Run] = {executor.submit(perform, run): run for run in runs}
    pending = set(futures)
    while pending:
        ended, pending = wait(pending, timeout=REFRESHED_EVERY, return_when=FIRST_COMPLETED)
        watch([run.name for future, run in futures.items() if future.running()])
        for future in ended:
            error, run = future.exception(), futures[future]
            failed = Outcome(run, 0.0, 0.0, 0, f"{type(error).__name__}: {error}")
            yield future.result() if error is None else failed
