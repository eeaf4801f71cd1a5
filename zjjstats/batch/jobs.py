"""The grid of runs: what a person asked for, checked against the workspace before any notebook starts."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from zjjstats.batch import fingerprint
from zjjstats.batch.runs import Run, stored_in
from zjjstats.errors import RunError
from zjjstats.phrases import Lang
from zjjstats.places import shipped_notebooks, workspace_name

BRIEFING = "zj.Briefing("


@dataclass(frozen=True)
class Request:
    """What is to be run.

    Parameters
    ----------
    periods, cities, all_periods, all_cities, data, lang
        As a person wrote them.
    out
        The folder of the reports.
    timeout
        Seconds for one run.
    force
        Run again what is up to date, and replace reports that were made from another workspace.
    formats, template
        What is made beside the pages, see `zjjstats.office.formats`.
    """

    periods: tuple[str, ...]
    cities: tuple[str, ...]
    all_periods: bool
    all_cities: bool
    data: str
    lang: Lang
    out: Path
    timeout: float | None = None
    force: bool = False
    formats: tuple[str, ...] = ()
    template: Path | None = None


@dataclass(frozen=True)
class Plan:
    """The runs of a request in their order, those of them that are due, and what the workspace warns of."""

    runs: list[Run]
    due: list[Run]
    warnings: list[str]


def plan(request: Request) -> Plan:
    """The runs for every period, city and notebook.

    Raises
    ------
    PeriodError, UnknownNameError, DataError
        A period cannot be read or has no data, a city or workspace does not exist, or tables break their rules.
    TemplateError
        The Word template cannot be used.
    RunError
        A report there was made from another workspace.
    """
    from zjjstats.choices import chosen_cities, chosen_periods  # noqa: PLC0415 - loads pandas, where the plan is made
    from zjjstats.office.files import check_template  # noqa: PLC0415
    from zjjstats.tables import open_workspace  # noqa: PLC0415

    if request.template:
        check_template(request.template)
    workspace = open_workspace(request.data)
    cities = chosen_cities(workspace, request.cities, all_cities=request.all_cities)
    periods = chosen_periods(workspace, request.periods, all_periods=request.all_periods)
    data, runs = workspace_name(workspace.path), []
    for period in periods:
        for city in cities:
            subtitle = f"{workspace.label(city, request.lang)} · {period.label(request.lang)}"
            folder = request.out.resolve() / period.name / city
            about = (period, city, data, workspace.path, request.lang, subtitle, folder, request.timeout)
            runs += [completed(Run(notebook, *about)) for notebook in shipped_notebooks()]
    if request.force:
        return Plan(runs, runs, workspace.warnings)
    for run in runs:
        refuse_other_data(run)
    return Plan(runs, [run for run in runs if not run.is_done()], workspace.warnings)


def completed(run: Run) -> Run:
    """The run with the digest of all that it depends on, and with what its notebook shares."""
    digest = fingerprint.of_run(run.notebook, run.parameters, run.workspace)
    return replace(run, fingerprint=digest, shares=shows_briefing(run.notebook))


@cache
def shows_briefing(notebook: Path) -> bool:
    """Whether a notebook makes a briefing, whose facts and pictures the notebooks of a report have in common."""
    return BRIEFING in notebook.read_text("utf-8")


def refuse_other_data(run: Run) -> None:
    """Nothing, or an error where the run would replace a report made from another workspace."""
    if not run.output.exists():
        return
    stored = stored_in(run.output)
    if "data" in stored:
        before = stored["data"]
    else:
        # Made by papermill itself, or by an analyst.
        metadata = json.loads(run.output.read_text("utf-8"))["metadata"]
        before = metadata.get("papermill", {}).get("parameters", {}).get("data", "")
    if before != run.data:
        rule = "write elsewhere with --out, or replace it with --force"
        raise RunError(f"{run.output} was made from {before!r}, not {run.data!r}: {rule}")
