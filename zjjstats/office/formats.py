"""Which files are made beside the pages: their formats, their names, and what they were made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from zjjstats.batch.runs import Run, stored_in
from zjjstats.errors import TemplateError, UnknownNameError
from zjjstats.office.pdf import NONE_FOUND, browser

HTML = "html"
# The notebook whose pages the Word file and the figures in Excel are made of.
BRIEFING = "briefing"
FORMATS = (HTML, "docx", "xlsx", "pdf")
# What each file of a report was made from, by its name.
RECORD = ".office.json"


class Item(NamedTuple):
    """A file of a report: its format, where it goes, and the executed notebook that it hangs on."""

    form: str
    path: Path
    notebook: Path


@dataclass(frozen=True)
class Order:
    """The files to make of one report.

    Parameters
    ----------
    runs
        The report's runs, in the order of its notebooks.
    formats
        Which, of `FORMATS`.
    template
        An office's own Word template, None for the shipped one.
    force
        Whether to make again what is up to date.
    """

    runs: tuple[Run, ...]
    formats: tuple[str, ...]
    template: Path | None = None
    force: bool = False

    def items(self) -> list[Item]:
        """The files, in the order of the formats."""
        return items([run.output for run in self.runs], self.formats)


def chosen(
    asked: Sequence[str] | None, *, everything: bool = False, say: Callable[[str], object] = print
) -> tuple[str, ...]:
    """The formats that a person asked for; pages always, and the rest too where nothing else was said.

    Parameters
    ----------
    asked
        Each a format or several between commas; None where the person did not say.
    everything
        Whether the batch is over all periods or all cities, which writes pages alone unless asked.
    say
        Told where PDF is left out because this machine cannot make it; a person who asks for it gets an error.

    Raises
    ------
    UnknownNameError
        There is no such format.

    Examples
    --------
    >>> chosen(["docx,pdf", "xlsx"], everything=True)
    ('html', 'docx', 'xlsx', 'pdf')
    >>> chosen(None, everything=True)
    ('html',)
    """
    if asked is None:
        if everything:
            return (HTML,)
        if browser():
            return FORMATS
        say(NONE_FOUND)
        return tuple(form for form in FORMATS if form != "pdf")
    named = {name.strip().casefold() for text in asked for name in text.split(",") if name.strip()}
    if unknown := sorted(named - set(FORMATS)):
        raise UnknownNameError.among("format", unknown[0], FORMATS)
    return tuple(form for form in FORMATS if form == HTML or form in named)


def items(notebooks: Sequence[Path], formats: Sequence[str]) -> list[Item]:
    """The files that stand beside the executed notebooks of one report."""
    briefing = next((path for path in notebooks if BRIEFING in path.stem), notebooks[-1])
    _, dot, lang = briefing.stem.partition(".")
    found = [
        Item(form, briefing.with_name(f"{stem}{dot}{lang}.{form}"), briefing)
        for form, stem in (("docx", BRIEFING), ("xlsx", "facts"))
        if form in formats
    ]
    return found + [Item("pdf", one.with_suffix(".pdf"), one) for one in notebooks if "pdf" in formats]


def beside(pages: Sequence[Path], formats: Sequence[str]) -> list[Path]:
    """The office files that go with pages, report by report."""
    reports = groupby(pages, key=lambda page: page.parent)
    outputs = [[page.with_suffix(".ipynb") for page in own] for _, own in reports]
    return [item.path for own in outputs for item in items(own, formats)]


def template_digest(template: Path | None) -> str:
    """What tells one template from another; empty for the shipped one, which is part of the code.

    Raises
    ------
    TemplateError
        There is no such file.
    """
    if template is None:
        return ""
    try:
        return hashlib.sha256(template.read_bytes()).hexdigest()
    except OSError as error:
        raise TemplateError(f"no template {str(template)!r}: {error.strerror}") from None


def mark(item: Item, fingerprint: str, template: str) -> list[str]:
    """What a file was made from: the notebook's fingerprint, and for Word the template."""
    return [item.notebook.name, fingerprint, template if item.form == "docx" else ""]


def recorded(folder: Path) -> dict[str, list[str]]:
    """By name, what each file of a report was made from; empty where nothing can be read."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def orders(runs: Sequence[Run], formats: tuple[str, ...], template: Path | None, *, force: bool = False) -> list[Order]:
    """The files to make of each report that runs belong to."""
    reports: dict[Path, list[Run]] = {}
    for run in runs:
        reports.setdefault(run.folder, []).append(run)
    return [Order(tuple(own), formats, template, force) for own in reports.values()]


def is_current(order: Order) -> bool:
    """Whether every file of an order stands there, made from what there is now."""
    outputs, fingerprints = [run.output for run in order.runs], [run.fingerprint for run in order.runs]
    return are_current(outputs, fingerprints, order.formats, template_digest(order.template))


def are_current(outputs: Sequence[Path], fingerprints: Sequence[str], formats: Sequence[str], template: str) -> bool:
    """Whether every file of one report stands there, made from what there is now."""
    record, made_of = recorded(outputs[0].parent), dict(zip(outputs, fingerprints, strict=True))
    return all(
        item.path.exists() and record.get(item.path.name) == mark(item, made_of[item.notebook], template)
        for item in items(outputs, formats)
    )


def standing(folder: Path) -> Iterator[Path]:
    """The files of a report that were made from the notebooks that stand beside them."""
    for name, (notebook, fingerprint, _) in recorded(folder).items():
        path = folder / name
        if path.exists() and stored_in(folder / notebook).get("fingerprint") == fingerprint:
            yield path
