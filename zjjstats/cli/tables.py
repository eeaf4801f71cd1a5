"""The commands that print what a workspace's tables hold and give."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from zjjstats.cli.terminal import As, Data, say, show


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

    workspace = open_workspace(data, part=Part.of_briefings(Period.parse(period)))
    (key,) = chosen_cities(workspace, [city] if city else [], all_cities=False)
    span = known_period(workspace, period)
    show(facts_of(workspace, span, city=key), form, title=f"{key} {span.name} ({workspace.title})")


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


def export(
    to: Annotated[str, typer.Option(help="duckdb:FILE, parquet:DIR, or postgresql://user@host/database.")],
    data: Data = "published",
    force: Annotated[bool, typer.Option("--force", help="Replace a workspace that is there.")] = False,
) -> None:
    """Write a workspace as a DuckDB file, a folder of Parquet, or tables of PostgreSQL; whole or not at all."""
    from zjjstats.sources.export import export as write  # noqa: PLC0415 - loads pandas

    written = write(data, to, force=force)
    say(f"{len(written)} tables, {sum(written.values())} rows")
