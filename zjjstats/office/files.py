"""Makes the office's files of one report; a file that cannot be made is named, and the others are made all the same."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from zjjstats.atomic import sweep, whole, write_whole
from zjjstats.batch.runs import Run, stored_in
from zjjstats.errors import ZjjstatsError
from zjjstats.office.formats import RECORD, Item, Order, mark, recorded, template_digest
from zjjstats.office.pdf import print_page

# Browsers at a time for one report: its pages.
BROWSERS = 3


def make(order: Order) -> list[str]:
    """Makes what is due of an order, and returns what could not be made and why.

    What hangs on a notebook that failed is left out: the run has said so.
    """
    template, record = template_digest(order.template), recorded(order.runs[0].folder)
    runs = {run.output: run for run in order.runs}
    due = [
        item
        for item in order.items()
        if stored_in(item.notebook).get("error") == ""
        and (order.force or not item.path.exists() or record.get(item.path.name) != marked(item, runs, template))
    ]
    if not due:
        return []
    with ThreadPoolExecutor(BROWSERS) as pool:
        # A browser prints in a process of its own, while this one writes the rest.
        told = list(pool.map(lambda item: attempt(item, runs[item.notebook], order.template), due))
    made = {item.path.name: marked(item, runs, template) for item, fault in zip(due, told, strict=True) if not fault}
    write_whole(order.runs[0].folder / RECORD, json.dumps(record | made, indent=1) + "\n")
    return [fault for fault in told if fault]


def marked(item: Item, runs: dict[Path, Run], template: str) -> list[str]:
    """What a file is to be made from."""
    return mark(item, runs[item.notebook].fingerprint, template)


def attempt(item: Item, run: Run, template: Path | None) -> str:
    """Makes one file, and returns why it could not be made, empty where it could."""
    try:
        if item.form == "pdf":
            print_page(run.page, item.path, dated=run.period)
        else:
            content = word(run, template) if item.form == "docx" else excel(run)
            sweep(item.path)
            with whole(item.path) as draft:
                draft.write_bytes(content)
    except (ZjjstatsError, OSError) as error:
        return f"{run.period.name} {run.city} {item.path.name}: {error}"
    return ""


def word(run: Run, template: Path | None) -> bytes:
    """The briefing of a run as a Word file."""
    from zjjstats.office.document import document_of  # noqa: PLC0415 - each format loads what it needs
    from zjjstats.office.template import BRIEFING  # noqa: PLC0415
    from zjjstats.office.word import word_file  # noqa: PLC0415
    from zjjstats.sources.source import Part  # noqa: PLC0415
    from zjjstats.tables import open_workspace  # noqa: PLC0415
    from zjjstats.wording import Wording  # noqa: PLC0415

    wording = Wording(open_workspace(run.workspace, part=Part.of_briefings(run.period)), run.lang)
    about = {"city": wording.label(run.city), "period": wording.period(run.period)}
    date_line = wording.say("office.date", day=wording.day(run.period.end), **about)
    document = document_of(run.output, run.lang)
    return word_file(document, **about, date_line=date_line, dated=run.period.end, template=template or BRIEFING)


def excel(run: Run) -> bytes:
    """The facts and league tables of a run as a workbook."""
    from zjjstats.briefing import Briefing  # noqa: PLC0415 - each format loads what it needs
    from zjjstats.office.excel import excel_file  # noqa: PLC0415

    return excel_file(Briefing(run.period.name, run.city, str(run.workspace), run.lang))


def check_template(template: Path) -> None:
    """Nothing, once a template holds what a briefing needs.

    Raises
    ------
    TemplateError
        It does not.
    """
    from zjjstats.office.template import opened  # noqa: PLC0415 - loads the Word libraries

    opened(template)


def warm_up() -> None:
    """What a process prepares once before it makes office files: what they import."""
    from zjjstats.office import excel as _excel  # noqa: F401, PLC0415 - imported to be at hand
    from zjjstats.office.template import BRIEFING  # noqa: PLC0415
    from zjjstats.office.word import word_file  # noqa: F401, PLC0415

    check_template(BRIEFING)
