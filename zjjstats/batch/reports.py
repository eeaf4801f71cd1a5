"""What stands beside the pages of a report: its facts as a table, and the index of all reports."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd

from zjjstats.atomic import write_whole
from zjjstats.batch.index import index_html
from zjjstats.batch.pages import page_title
from zjjstats.batch.runs import FACTS, INDEX, Run, stored_in
from zjjstats.briefing import Briefing
from zjjstats.errors import PeriodError
from zjjstats.fact import DTYPES
from zjjstats.office.formats import standing
from zjjstats.periods import Period
from zjjstats.phrases import LANGS, Lang
from zjjstats.places import shipped_notebooks
from zjjstats.schema import PROVINCE
from zjjstats.sources.source import Part
from zjjstats.tables import open_workspace
from zjjstats.tabular import to_csv
from zjjstats.wording import Row, Wording
from zjjstats.workspace import Workspace

RUNS = "runs.csv"
RUN_COLUMNS = [
    "period", "city", "notebook", "lang", "data", "verdict", "seconds", "cpu_seconds", "peak_memory_mb", "fingerprint",
    "error",
]  # fmt: skip
HEADLINE_RANKS = 3


def finish(runs: Sequence[Run], out: Path, lang: Lang) -> None:
    """Writes what stands beside the reports: a table of all runs, and the index."""
    write_runs(out)
    write_index(open_workspace(runs[0].workspace, part=Part.of_briefings(runs[0].period)), out, lang=lang)


def write_facts(run: Run) -> None:
    """Writes the facts of a run's period and city beside its page, for Excel in UTF-8 with its mark."""
    frame = Briefing(run.period.name, run.city, run.data, run.lang).facts
    write_whole(run.folder / FACTS, to_csv(frame), encoding="utf-8-sig")


def write_runs(out: Path) -> None:
    """Writes one row per run found in the folder, out of what each noted of itself."""
    rows = []
    for output in sorted(out.glob("*/*/[!.]*.ipynb")):
        stem, _, lang = output.stem.partition(".")
        if noted := stored_in(output):
            about = {"period": output.parent.parent.name, "city": output.parent.name, "notebook": stem}
            verdict = "failed" if noted["error"] else "done"
            rows.append(about | {"lang": lang or LANGS[0], "verdict": verdict} | dict(noted))
    write_whole(out / RUNS, to_csv(pd.DataFrame(rows, columns=RUN_COLUMNS)))


def write_index(workspace: Workspace, out: Path, *, lang: Lang) -> Path:
    """Writes the index of all reports found in the folder, newest period first, and returns its path."""
    wording = Wording(workspace, lang)
    rows = [row for _, row in sorted(found(wording, out), key=lambda pair: pair[0], reverse=True)]
    write_whole(out / INDEX, index_html(rows, lang=lang))
    return out / INDEX


def found(wording: Wording, out: Path) -> Iterator[tuple[tuple[Period, str], dict[str, Any]]]:
    """Each report of the folder: its sort key and its row of the index."""
    titles = {path.stem: nbformat.read(path, as_version=4) for path in shipped_notebooks()}
    for table in sorted(out.glob(f"*/*/{FACTS}")):
        folder = table.parent
        try:
            period = Period.parse(folder.parent.name)
        except PeriodError:
            continue
        facts = facts_in(table)
        pages, current = [], {path.name: path.relative_to(out).as_posix() for path in standing(folder)}
        for page in sorted(folder.glob("*.html")):
            stem, _, named = page.stem.partition(".")
            language: Lang = "en" if named == "en" else LANGS[0]
            if stem in titles:
                failed = wording.say("page.failed") if stored_in(page.with_suffix(".ipynb")).get("error") else ""
                href = page.relative_to(out).as_posix()
                link = {"href": href, "title": page_title(titles[stem], language), "failed": failed}
                pages.append(link | {"pdf": current.get(page.with_suffix(".pdf").name, "")})
        yield (
            (period, folder.name),
            {
                "period": wording.period(period),
                "city": wording.label(folder.name),
                "pages": pages,
                "files": [
                    {"href": href, "title": wording.phrases[f"office.{form}"]}
                    for form in ("docx", "xlsx")
                    for name, href in current.items()
                    if name.endswith(f".{form}")
                ],
                "figures": headline_figures(wording, facts),
                "origin": "、".join(
                    wording.phrases[f"origin.{one}"] for one in dict.fromkeys(row["origin"] for row in facts)
                ),
            },
        )


def facts_in(table: Path) -> list[Row]:
    """The facts that a report's table holds; of hundreds of reports a frame each would take seconds."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        return [
            {name: text if DTYPES[name] == "str" else float(text or "nan") for name, text in row.items()}
            for row in csv.DictReader(file)
        ]


def headline_figures(wording: Wording, facts: Sequence[Row]) -> list[str]:
    """The start rates, and the best ranks in the province, each with its name."""
    known = [row for row in facts if not math.isnan(row["value"])]
    rates = [row for row in known if row["fact"].startswith("start_rate.")]
    in_province = [row for row in known if row["fact"].startswith("rank.") and row["fact"].endswith(f".{PROVINCE}")]
    ranks = sorted(in_province, key=itemgetter("value"))[:HEADLINE_RANKS]
    return [f"{wording.name(row)}{wording.phrases['colon']}{wording.value(row)}" for row in rates + ranks]
