"""What the commands share: their common options, and how they speak."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["table", "csv", "json"]
WIDE = 220
# As a shell reports a command that was ended from the keyboard.
STOPPED = 130

Data = Annotated[
    str, typer.Option(help="Workspace: published, sample, a folder of tables, FILE.duckdb, or postgresql://…")
]
Lang = Annotated[Literal["zh", "en"], typer.Option(help="Language of the pages.")]
Formats = Annotated[
    list[str] | None,
    typer.Option(help="html, docx, xlsx, pdf: between commas or repeated.", show_default="all, or html for a batch"),
]
Template = Annotated[Path | None, typer.Option(help="The office's own Word template.")]
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


def shown(path: Path) -> str:
    """A path as short as the working folder allows."""
    return os.path.relpath(path) if path.resolve().is_relative_to(Path.cwd()) else str(path)
