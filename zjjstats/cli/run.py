"""The command that runs notebooks for periods and cities."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zjjstats.cli.terminal import STOPPED, Data, Formats, Lang, Template, say, shown

if TYPE_CHECKING:
    from zjjstats.batch.jobs import Request
    from zjjstats.batch.runs import Outcome, Run


def run(
    periods: Annotated[
        list[str] | None, typer.Argument(help="Reporting periods, such as 2022Q1 or 2022年一季度.")
    ] = None,
    city: Annotated[list[str] | None, typer.Option(help="City by key or name; may be repeated.")] = None,
    all_cities: Annotated[bool, typer.Option("--all-cities", help="Every city of the workspace.")] = False,
    all_periods: Annotated[
        bool, typer.Option("--all-periods", help="Every reporting quarter that the tables hold.")
    ] = False,
    data: Data = "published",
    out: Annotated[Path, typer.Option(help="Folder of the reports.")] = Path("reports"),
    lang: Lang = "zh",
    jobs: Annotated[int, typer.Option(min=1, help="Notebooks at a time.", show_default="cores")] = os.cpu_count() or 1,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds for one notebook.")] = 600,
    executor: Annotated[str, typer.Option(help="local, or dask://host:port of a running scheduler.")] = "local",
    force: Annotated[
        bool, typer.Option("--force", help="Run again what is up to date, and replace reports of another workspace.")
    ] = False,
    formats: Formats = None,
    template: Template = None,
) -> None:
    """Run the notebooks for periods and cities; write notebooks, pages, facts and index; skip what is up to date.

    Periods that are named get Word, Excel and PDF files too; --all-periods and --all-cities write pages alone unless
    --formats says more.
    """
    from zjjstats.batch.jobs import Request  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.batch.runs import INDEX  # noqa: PLC0415
    from zjjstats.batch.uptodate import pages_of, remember, request_key  # noqa: PLC0415
    from zjjstats.office.formats import beside, chosen, template_digest  # noqa: PLC0415
    from zjjstats.places import find_workspace  # noqa: PLC0415

    asked = (tuple(periods or ()), tuple(city or ()), all_periods, all_cities, data, lang)
    made = chosen(formats, everything=all_periods or all_cities, say=say)
    digest = template_digest(template)
    key = request_key((*asked, made, digest), find_workspace(data))
    pages = [] if force else pages_of(out, key, made, digest)
    if pages:
        say(f"all {len(pages)} pages are up to date")
    else:
        runs = do(Request(*asked, out, timeout, force, made, template), jobs, executor)
        remember(out, key, runs)
        pages = [run.page for run in runs]
    for path in [*pages, *beside(pages, made), out / INDEX]:
        typer.echo(shown(path))


def do(request: Request, jobs: int, executor: str) -> list[Run]:
    """Plans the runs, does those that are due, and writes what stands beside the pages.

    Raises
    ------
    typer.Exit
        With code 1 where a run failed or a file could not be made; with 130 where the person stopped the batch.
    """
    from zjjstats.batch import executors  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.batch.foresight import Foresight  # noqa: PLC0415
    from zjjstats.batch.jobs import plan  # noqa: PLC0415
    from zjjstats.batch.progress import progress  # noqa: PLC0415

    done: list[Outcome] = []
    faults: list[str] = []
    stopped = False
    foresight = Foresight(request)
    with executors.opened(
        executor,
        jobs=jobs,
        timeout=request.timeout,
        say=say,
        data=request.data,
        periods=() if request.all_periods else request.periods,
        formats=request.formats,
        foresight=foresight,
    ) as workers:
        planned = foresight.planned or executors.call(workers, plan, request)
        runs, due = planned.runs, planned.due
        for warning in planned.warnings:
            say(f"warning: {warning}")
        if len(due) < len(runs):
            say(f"{len(runs) - len(due)} of {len(runs)} are up to date")
        try:
            with progress(len(due), say) as report:
                for outcome in executors.outcomes(workers, due, report.watch):
                    done.append(outcome)
                    report.ended(outcome)
        except KeyboardInterrupt:
            stopped = True
        else:
            faults = executors.beside(workers, request, runs)
    if stopped:
        for half in due:
            half.clear_drafts()
        say(f"stopped after {len(done)} of {len(due)}; the same command goes on from here")
        raise typer.Exit(STOPPED)
    tell(done, faults, len(due))
    return runs


def tell(done: list[Outcome], faults: list[str], due: int) -> None:
    """Says what failed.

    Raises
    ------
    typer.Exit
        With code 1 where anything did.
    """
    failed = [outcome for outcome in done if outcome.error]
    for outcome in failed:
        say(f"failed: {outcome.run.name}: {outcome.error}; see {shown(outcome.run.page)}")
    for fault in faults:
        say(f"failed: {fault}")
    if failed:
        say(f"{len(failed)} of {due} failed")
    if failed or faults:
        raise typer.Exit(1)
