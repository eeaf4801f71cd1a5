"""The grid of runs: which notebooks for which periods and cities, checked before any kernel starts, then run."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import nbformat

from zjjstats.batch.atomic import whole, write_whole
from zjjstats.errors import RunError, UnknownNameError
from zjjstats.periods import Period
from zjjstats.phrases import LANGS, Lang
from zjjstats.tables import SHIPPED, Workspace, open_workspace

NOTEBOOKS = SHIPPED / "notebooks"
PARAMETERS = {"period", "city", "data", "lang"}
HOME_CITY = "zhangjiajie"
KERNEL = "python3"
ENGINE = "zjjstats"


@dataclass(frozen=True)
class Run:
    """One notebook for one period and city."""

    notebook: Path
    period: Period
    city: str
    data: str
    lang: Lang
    subtitle: str
    folder: Path

    @property
    def name(self) -> str:
        """Period, city and notebook, as progress shows them."""
        return f"{self.period.name} {self.city} {self.notebook.stem}"

    @property
    def output(self) -> Path:
        """The executed notebook; a language other than the first is part of the name."""
        suffix = "" if self.lang == LANGS[0] else f".{self.lang}"
        return self.folder / f"{self.notebook.stem}{suffix}.ipynb"

    @property
    def page(self) -> Path:
        """The page made of it."""
        return self.output.with_suffix(".html")


@dataclass(frozen=True)
class Outcome:
    """How a run ended: seconds taken, and what went wrong, empty where nothing did."""

    run: Run
    seconds: float
    error: str


def chosen_cities(workspace: Workspace, cities: Sequence[str], *, all_cities: bool) -> list[str]:
    """Keys of the cities asked for; without any, the home city of the package or the only city there is.

    Raises
    ------
    UnknownNameError
        A city does not exist, or none was named and the workspace has no city to take for granted.
    """
    keys: list[str] = workspace["cities"].sort_values("order")["city"].tolist()
    if all_cities:
        return keys
    if cities:
        return list(dict.fromkeys(workspace.city(name) for name in cities))
    if HOME_CITY in keys:
        return [HOME_CITY]
    if len(keys) == 1:
        return keys
    raise UnknownNameError(f"name a city with --city, or all with --all-cities; valid: {', '.join(keys)}")


def known_period(workspace: Workspace, period: str | Period) -> Period:
    """The period, once a table holds figures that its briefing may show.

    Raises
    ------
    PeriodError, UnknownNameError
        The text is no period, or no table holds anything for it; the message gives the nearest that has.
    """
    briefing, held = Period.parse(period), workspace.periods()
    if any(briefing.covers(other) for other in held):
        return briefing
    ledger = workspace["projects"]
    years = [ledger["planned_start"].min(), ledger["planned_completion"].max()]
    if len(ledger) and years[0].year <= briefing.year <= years[1].year:
        return briefing
    names = dict.fromkeys(other.name for other in reversed(held))
    raise UnknownNameError.among("period: no table holds figures for", str(period), names)


def plan_runs(
    workspace: Workspace,
    periods: Sequence[Period],
    cities: Sequence[str],
    *,
    data: str,
    lang: Lang,
    out: Path,
    force: bool = False,
) -> list[Run]:
    """The runs for every period, city and notebook.

    Raises
    ------
    RunError
        A notebook does not declare the parameters, or a report there was made from another workspace.
    """
    notebooks = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))
    for notebook in notebooks:
        check_parameters(notebook)
    runs = []
    for period in periods:
        for city in cities:
            subtitle = f"{workspace.label(city, lang)} · {period.label(lang)}"
            folder = out.resolve() / period.name / city
            runs += [Run(notebook, period, city, data, lang, subtitle, folder) for notebook in notebooks]
    if not force:
        for run in runs:
            refuse_other_data(run)
    return runs


def check_parameters(notebook: Path) -> None:
    """Nothing, or an error where the notebook does not declare exactly the parameters: papermill would only warn."""
    import papermill  # noqa: PLC0415 - costs more than a second

    declared = set(papermill.inspect_notebook(str(notebook)))
    if declared != PARAMETERS:
        raise RunError(f"{notebook.name} declares parameters {sorted(declared)}; expected {sorted(PARAMETERS)}")


def refuse_other_data(run: Run) -> None:
    """Nothing, or an error where the run would replace a report made from another workspace."""
    if not run.output.exists():
        return
    before = nbformat.read(run.output, as_version=4).metadata.get("papermill", {}).get("parameters", {}).get("data")
    if before != run.data:
        rule = "write elsewhere with --out, or replace it with --force"
        raise RunError(f"{run.output} was made from {before!r}, not {run.data!r}: {rule}")


def perform(run: Run) -> Outcome:
    """Runs one notebook through papermill and makes its page; both files appear whole or not at all.

    A notebook that fails is written as papermill writes failures, and its page shows what failed.
    """
    import papermill  # noqa: PLC0415 - costs more than a second
    from papermill.exceptions import PapermillExecutionError  # noqa: PLC0415

    from zjjstats.batch.pages import page_html  # noqa: PLC0415

    started, error = time.monotonic(), ""
    parameters = {"period": str(run.period.name), "city": run.city, "data": run.data, "lang": run.lang}
    with whole(run.output) as draft:
        try:
            papermill.execute_notebook(
                str(run.notebook),
                str(draft),
                parameters=parameters,
                engine_name=ENGINE,
                kernel_name=KERNEL,
                progress_bar=False,
                cwd=str(run.notebook.parent),
                shutdown_kernel="immediate",
            )
        except PapermillExecutionError as failure:
            error = f"cell {failure.exec_count}: {failure.ename}: {failure.evalue}"
        executed = nbformat.read(draft, as_version=4)
        # Where the report is made is no reader's business, and moves with it.
        executed.metadata.papermill |= {"input_path": run.notebook.name, "output_path": run.output.name}
        nbformat.write(executed, draft)
    write_whole(run.page, page_html(executed, subtitle=run.subtitle, lang=run.lang))
    return Outcome(run, time.monotonic() - started, error)


def perform_all(runs: Sequence[Run], *, jobs: int) -> Iterator[Outcome]:
    """Outcomes as the runs end, with so many notebooks at a time; each notebook has a process of its own."""
    if jobs == 1 or len(runs) == 1:
        yield from map(perform, runs)
        return
    with ProcessPoolExecutor(min(jobs, len(runs)), mp_context=multiprocessing.get_context("spawn")) as executor:
        for done in as_completed([executor.submit(perform, run) for run in runs]):
            yield done.result()


def opened(data: str) -> tuple[Workspace, str]:
    """The workspace and how notebooks are to name it: by name where it ships, else by its whole path."""
    workspace = open_workspace(data)
    is_shipped = workspace.path.parent == SHIPPED / "data"
    return workspace, workspace.path.name if is_shipped else str(workspace.path)
