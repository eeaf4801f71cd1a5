"""The command that packs a period's reports for others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from zjjstats.cli.run import do
from zjjstats.cli.terminal import Data, Lang, Template, say, shown


def pack(
    period: Annotated[str, typer.Argument(help="Reporting period, such as 2022Q1 or 2022年一季度.")],
    city: Annotated[list[str] | None, typer.Option(help="City by key or name; may be repeated.")] = None,
    all_cities: Annotated[bool, typer.Option("--all-cities", help="Every city of the workspace.")] = False,
    data: Data = "published",
    out: Annotated[Path, typer.Option(help="Folder of the reports.")] = Path("reports"),
    to: Annotated[Path | None, typer.Option(help="The zip; beside the index and named in words by default.")] = None,
    lang: Lang = "zh",
    formats: Annotated[
        list[str] | None, typer.Option(help="html, docx, xlsx, pdf: between commas or repeated.", show_default="all")
    ] = None,
    template: Template = None,
    jobs: Annotated[int, typer.Option(min=1, help="Notebooks at a time.", show_default="cores")] = os.cpu_count() or 1,
    force: Annotated[bool, typer.Option("--force", help="Replace a zip with other contents.")] = False,
) -> None:
    """Put a period's pages, Word, Excel and PDF files and an index into one zip that opens offline."""
    from zjjstats.batch.jobs import Request, plan  # noqa: PLC0415 - a command loads what it needs
    from zjjstats.office import pack as packing  # noqa: PLC0415
    from zjjstats.office.formats import chosen, is_current, orders  # noqa: PLC0415

    made = chosen(formats, say=say)
    request = Request((period,), tuple(city or ()), False, all_cities, data, lang, out, formats=made, template=template)
    planned = plan(request)
    runs = planned.runs
    if planned.due or not all(is_current(order) for order in orders(runs, made, template)):
        runs = do(request, jobs, "local")
    target = to or packing.target_of(runs, out)
    if not packing.pack(runs, made, out, target, force=force):
        say("the zip is up to date")
    typer.echo(shown(target))
