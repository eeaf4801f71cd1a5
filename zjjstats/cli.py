"""The command line: a thin skin over the package's functions, which loads them only when a command needs them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from zjjstats.errors import ZjjstatsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from zjjstats.batch.jobs import Outcome, Run

Format = Literal["table", "csv", "json"]
WIDE = 220

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Data = Annotated[str, typer.Option(help="Workspace: published, sample, or a folder of tables.")]
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
    periods: Annotated[list[str], typer.Argument(help="Reporting periods, such as 2022Q1 or 2022年一季度.")],
    city: Annotated[list[str] | None, typer.Option(help="City by key or name; may be repeated.")] = None,
    all_cities: Annotated[bool, typer.Option("--all-cities", help="Every city of the workspace.")] = False,  # noqa: FBT002
    data: Data = "published",
    out: Annotated[Path, typer.Option(help="Folder of the reports.")] = Path("reports"),
    lang: Lang = "zh",
    jobs: Annotated[int, typer.Option(min=1, help="Notebooks at a time.", show_default="cores")] = os.cpu_count() or 1,
    force: Annotated[bool, typer.Option("--force", help="Replace reports made from another workspace.")] = False,  # noqa: FBT002
) -> None:
    """Run the notebooks for periods and cities, and write notebooks, pages, facts and index."""
    from zjjstats.batch.jobs import chosen_cities, known_period, opened, perform_all, plan_runs  # noqa: PLC0415
    from zjjstats.batch.reports import write_facts, write_index  # noqa: PLC0415

    workspace, named = opened(data)
    cities = chosen_cities(workspace, city or [], all_cities=all_cities)
    spans = list(dict.fromkeys(known_period(workspace, text) for text in periods))
    runs = plan_runs(workspace, spans, cities, data=named, lang=lang, out=out, force=force)
    for warning in workspace.warnings:
        say(f"warning: {warning}")
    failed = [outcome for outcome in with_progress(runs, perform_all(runs, jobs=jobs)) if outcome.error]
    write_facts(workspace, runs)
    index = write_index(workspace, out, lang=lang)
    for outcome in failed:
        say(f"failed: {outcome.run.name}: {outcome.error}; see {shown(outcome.run.page)}")
    for made in runs:
        typer.echo(shown(made.page))
    typer.echo(shown(index))
    if failed:
        raise typer.Exit(1)


def shown(path: Path) -> str:
    """A path as short as the working folder allows."""
    return os.path.relpath(path) if path.resolve().is_relative_to(Path.cwd()) else str(path)


def with_progress(runs: list[Run], outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes, with a progress bar on a terminal and one plain line each elsewhere."""
    if not sys.stderr.isatty():
        for number, outcome in enumerate(outcomes, start=1):
            verdict = "failed" if outcome.error else "done"
            say(f"[{number}/{len(runs)}] {outcome.run.name}: {verdict} in {outcome.seconds:.1f} s")
            yield outcome
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("notebooks", total=len(runs))
        for outcome in outcomes:
            progress.update(task, advance=1, description=outcome.run.name)
            yield outcome


@app.command()
def facts(
    period: Annotated[str, typer.Argument(help="Reporting period, such as 2022Q1.")],
    city: Annotated[str | None, typer.Option(help="City by key or name.")] = None,
    data: Data = "published",
    form: As = "table",
) -> None:
    """Print every figure of a briefing with its parts, base period, origin and source."""
    from zjjstats.batch.jobs import chosen_cities, known_period  # noqa: PLC0415 - loads pandas
    from zjjstats.facts import facts as facts_of  # noqa: PLC0415
    from zjjstats.tables import open_workspace  # noqa: PLC0415

    workspace = open_workspace(data)
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
    from zjjstats.tables import open_workspace  # noqa: PLC0415

    workspace = open_workspace(data)
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


def main() -> None:
    """The command, with every mistake of a person told in one message and an exit code."""
    try:
        app()
    except ZjjstatsError as error:
        say(f"error: {error}")
        sys.exit(error.exit_code)
    except OSError as error:
        say(f"error: {error.strerror or error}: {error.filename or ''}".rstrip(": "))
        sys.exit(1)
