"""The commands that check ledgers and workspaces, and that make a workspace of ledgers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from zjjstats.cli.terminal import say, show


def check(
    files: Annotated[list[Path] | None, typer.Argument(help="Ledgers: .xlsx, .xlsm, .xls or .ods.")] = None,
    data: Annotated[str | None, typer.Option(help="Workspace: published, sample, or a folder of tables.")] = None,
    form: Annotated[
        Literal["table", "csv", "json", "xlsx"], typer.Option("--format", help="How to print; xlsx marks a copy.")
    ] = "table",
    out: Annotated[Path | None, typer.Option(help="The marked copy, with --format xlsx.")] = None,
    compare: Annotated[bool, typer.Option("--compare", help="Compare two versions: OLD NEW.")] = False,
    city: Annotated[str | None, typer.Option(help="City of the projects, where the ledger names none.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Cut-off day after which nothing can have happened.")] = None,
    lang: Annotated[
        Literal["zh", "en"] | None,
        typer.Option(help="Language of the faults.", show_default="zh; en for tables that are no workbooks"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a marked copy that is there.")] = False,
) -> None:
    """Check ledgers and name every fault by its cell; without a file, check the tables of a workspace."""
    if files:
        from zjjstats.places import find_workspace  # noqa: PLC0415 - a command loads what it needs
        from zjjstats.workbooks import command  # noqa: PLC0415 - loads the readers of workbooks

        found = find_workspace(data) if data else None
        folder = found if isinstance(found, Path) else None
        asked = command.Asked(form, lang or "zh", city, folder, put, say)
        if not compare:
            raise typer.Exit(command.check_files(files, asked, out=out, force=force, as_of=as_of))
        if len(files) != 2:  # noqa: PLR2004 - old and new
            raise typer.BadParameter("--compare takes two workbooks, the older one first")
        raise typer.Exit(command.compare_files(files[0], files[1], asked))
    if form == "xlsx" or compare:
        raise typer.BadParameter("name the workbook to check")
    raise typer.Exit(check_workspace(data or "published", form, lang))


def check_workspace(data: str, form: Literal["table", "csv", "json"], lang: Literal["zh", "en"] | None) -> int:
    """Checks the tables of a workspace, prints what they are or their faults, and gives the exit code."""
    from zjjstats.audit.releases.in_workspace import kept_releases  # noqa: PLC0415 - loads pandas
    from zjjstats.errors import DataError  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.in_parts import checked_workspace  # noqa: PLC0415 - loads pandas
    from zjjstats.places import find_workspace  # noqa: PLC0415 - likewise
    from zjjstats.tables import holds_workbooks  # noqa: PLC0415 - loads pandas

    spoken = lang or ("zh" if holds_workbooks(find_workspace(data)) else "en")
    try:
        workspace = checked_workspace(data, lang=spoken)
    except DataError as error:
        from zjjstats.workbooks.command import print_folder_faults  # noqa: PLC0415 - only faults need it

        if print_folder_faults(error, form, spoken, put, say):
            return error.exit_code
        raise
    kept_releases(workspace)
    show(workspace.provenance, form, title=f"{workspace.title} ({workspace.origin})")
    for warning in workspace.warnings:
        say(f"提醒：{warning}" if spoken == "zh" else f"warning: {warning}")
    count, rows = len(workspace.provenance), workspace.provenance["rows"].sum()
    say(f"{count} 张表，{rows} 行，没有错误" if spoken == "zh" else f"{count} tables, {rows} rows, no fault")
    return 0


def import_workbooks(
    files: Annotated[list[Path], typer.Argument(help="Ledgers: .xlsx, .xlsm, .xls or .ods.")],
    to: Annotated[Path, typer.Option(help="Folder of the workspace to write.")],
    city: Annotated[str | None, typer.Option(help="City of the projects, where the ledger names none.")] = None,
    programme: Annotated[str | None, typer.Option(help="Programme of the projects, where no column names it.")] = None,
    lang: Annotated[Literal["zh", "en"], typer.Option(help="Language of what is said.")] = "zh",
    force: Annotated[bool, typer.Option("--force", help="Replace the tables of an earlier import.")] = False,
) -> None:
    """Turn ledgers into the plain tables of a workspace, all or nothing, each record with its file, sheet and row."""
    from zjjstats.workbooks import command  # noqa: PLC0415 - loads the readers of workbooks

    asked = command.Asked("table", lang, city, None, put, say)
    raise typer.Exit(command.import_files(files, to, asked, programme=programme, force=force))


def put(text: str) -> None:
    """Prints a result as it is."""
    typer.echo(text, nl=False)
