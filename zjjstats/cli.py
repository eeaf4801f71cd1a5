"""The command line: a thin skin over the package's functions, which loads them only when a command needs them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from zjjstats.errors import ZjjstatsError

if TYPE_CHECKING:
    import pandas as pd

    from zjjstats.batch.jobs import Request
    from zjjstats.batch.runs import Outcome, Run

Format = Literal["table", "csv", "json"]
WIDE = 220
# As a shell reports a command that was ended from the keyboard.
STOPPED = 130

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Data = Annotated[
    str, typer.Option(help="Workspace: published, sample, a folder of tables, FILE.duckdb, or postgresql://…")
]
Lang = Annotated[Literal["zh", "en"], typer.Option(help="Language of the pages.")]
As = Annotated[Format, typer.Option("--format", help="How to print.")]


def say(message: str) -> None:
    """Prints a message for the person at the terminal, apart from what is printed as the result."""
    typer.echo(message, err=True)


def show(frame: pd.DataFrame, form: Format, *, title: str) -> None:
    """Prints a frame as a table, CSV or JSON."""
    from zjjstats.tabular import cell, to_csv, to_json  # noqa: PLC0415 - loads pandas

    if form == "csv":
        typer.echo(to_csv(frame), nl=False)
    elif form == "json":
        typer.echo(to_json(frame))
    else:
        from rich.console import Console  # noqa: PLC0415 - only a table needs it
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        console = Console() if sys.stdout.isatty() else Console(width=WIDE)
        table = Table(title=Text(title), title_justify="left")
        for name, kind in frame.dtypes.items():
            table.add_column(str(name), justify="right" if kind.kind in "iuf" else "left", overflow="fold")
        for row in frame.map(cell).itertuples(index=False):
            # Text is not read as markup: a name from a table may hold brackets.
            table.add_row(*(Text(text) for text in row))
        console.print(table)


@app.command()
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
) -> None:
    """Run the notebooks for periods and cities; write notebooks, pages, facts and index; skip what is up to date."""
    from zjjstats.batch.jobs import Request  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.batch.runs import INDEX  # noqa: PLC0415
    from zjjstats.batch.uptodate import pages_of, remember, request_key  # noqa: PLC0415
    from zjjstats.places import find_workspace  # noqa: PLC0415

    asked = (tuple(periods or ()), tuple(city or ()), all_periods, all_cities, data, lang)
    key = request_key(asked, find_workspace(data))
    pages = [] if force else pages_of(out, key)
    if pages:
        say(f"all {len(pages)} pages are up to date")
    else:
        runs = do(Request(*asked, out, timeout, force), jobs, executor)
        remember(out, key, runs)
        pages = [made.page for made in runs]
    for page in pages:
        typer.echo(shown(page))
    typer.echo(shown(out / INDEX))


def do(request: Request, jobs: int, executor: str) -> list[Run]:
    """Plans the runs, does those that are due, and writes what stands beside the pages.

    Raises
    ------
    typer.Exit
        With code 1 where a run failed; with 130 where the person stopped the batch.
    """
    from zjjstats.batch import executors  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.batch.jobs import plan  # noqa: PLC0415
    from zjjstats.batch.progress import progress  # noqa: PLC0415

    done: list[Outcome] = []
    stopped = False
    with executors.opened(executor, jobs=jobs, timeout=request.timeout, say=say, data=request.data) as workers:
        planned = executors.call(workers, plan, request)
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
            reports = {run.folder: run for run in runs}
            executors.each(workers, executors.facts, reports.values())
            executors.call(workers, executors.finish, runs, request.out, request.lang)
    if stopped:
        for half in due:
            half.clear_drafts()
        say(f"stopped after {len(done)} of {len(due)}; the same command goes on from here")
        raise typer.Exit(STOPPED)
    failed = [outcome for outcome in done if outcome.error]
    for outcome in failed:
        say(f"failed: {outcome.run.name}: {outcome.error}; see {shown(outcome.run.page)}")
    if failed:
        say(f"{len(failed)} of {len(due)} failed")
        raise typer.Exit(1)
    return runs


def shown(path: Path) -> str:
    """A path as short as the working folder allows."""
    return os.path.relpath(path) if path.resolve().is_relative_to(Path.cwd()) else str(path)


@app.command()
def facts(
    period: Annotated[str, typer.Argument(help="Reporting period, such as 2022Q1.")],
    city: Annotated[str | None, typer.Option(help="City by key or name.")] = None,
    data: Data = "published",
    form: As = "table",
) -> None:
    """Print every figure of a briefing with its parts, base period, origin and source."""
    from zjjstats.choices import chosen_cities, known_period  # noqa: PLC0415 - loads pandas
    from zjjstats.facts import facts as facts_of  # noqa: PLC0415
    from zjjstats.periods import Period  # noqa: PLC0415
    from zjjstats.sources.source import Part  # noqa: PLC0415
    from zjjstats.tables import open_workspace  # noqa: PLC0415

    year = Period.parse(period).year
    workspace = open_workspace(data, part=Part(years=(year - 1, year)))
    (key,) = chosen_cities(workspace, [city] if city else [], all_cities=False)
    span = known_period(workspace, period)
    show(facts_of(workspace, span, city=key), form, title=f"{key} {span.name} ({workspace.title})")


@app.command()
def ranks(
    indicator: Annotated[str, typer.Argument(help="Indicator by key or name.")],
    period: Annotated[str, typer.Argument(help="Period of the values, such as 2016M01-M12.")],
    scope: Annotated[str, typer.Option(help="province, or a scheme of groups.csv.")] = "province",
    base: Annotated[
        Literal["same_period_last_year", "last_year", "previous_period"],
        typer.Option(help="What changes compare with."),
    ] = "same_period_last_year",
    data: Data = "published",
    form: As = "table",
) -> None:
    """Print the cities' values, ranks and changes of rank for one indicator and period."""
    from zjjstats.league import league_table  # noqa: PLC0415 - loads pandas
    from zjjstats.sources.source import Part  # noqa: PLC0415
    from zjjstats.tables import open_workspace  # noqa: PLC0415

    workspace = open_workspace(data, part=Part(indicator=indicator))
    table = league_table(workspace, indicator, period, scope=scope, base=base)
    show(table, form, title=f"{indicator} {period}, {scope}, against {base} ({workspace.title})")


@app.command()
def check(data: Data = "published", form: As = "table") -> None:
    """Check every table of a workspace against its rules, and list what was read."""
    from zjjstats.tables import open_workspace  # noqa: PLC0415 - loads pandas

    workspace = open_workspace(data)
    show(workspace.provenance, form, title=f"{workspace.title} ({workspace.origin})")
    for warning in workspace.warnings:
        say(f"warning: {warning}")
    say(f"{len(workspace.provenance)} tables, {workspace.provenance['rows'].sum()} rows, no fault")


@app.command()
def export(
    to: Annotated[str, typer.Option(help="duckdb:FILE, parquet:DIR, or postgresql://user@host/database.")],
    data: Data = "published",
    force: Annotated[bool, typer.Option("--force", help="Replace a workspace that is there.")] = False,
) -> None:
    """Write a workspace as a DuckDB file, a folder of Parquet, or tables of PostgreSQL; whole or not at all."""
    from zjjstats.sources.export import export as write  # noqa: PLC0415 - loads pandas

    written = write(data, to, force=force)
    say(f"{len(written)} tables, {sum(written.values())} rows")


def main() -> None:
    """The command, with every mistake of a person told in one message and an exit code."""
    try:
        app()
    except ZjjstatsError as error:
        say(f"error: {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        say("stopped")
        sys.exit(STOPPED)
    except OSError as error:
        say(f"error: {error.strerror or error}: {error.filename or ''}".rstrip(": "))
        sys.exit(1)
