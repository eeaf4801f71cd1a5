"""One zip of a period's reports that opens offline, with names in words that survive on Windows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import nbformat

from zjjstats.atomic import whole
from zjjstats.batch.index import index_html
from zjjstats.batch.pages import page_title
from zjjstats.batch.reports import found
from zjjstats.batch.runs import INDEX, Run
from zjjstats.errors import RunError
from zjjstats.office.formats import items
from zjjstats.office.packing import zipped
from zjjstats.periods import SPANS, Period
from zjjstats.phrases import Lang
from zjjstats.sources.source import Part
from zjjstats.tables import open_workspace
from zjjstats.wording import Wording

# What Windows allows in no name, each with the sign of full width that looks like it.
FORBIDDEN = str.maketrans({sign: chr(ord(sign) + 0xFEE0) for sign in '<>:"/\\|?*'})
UNSEEN = re.compile(r"[\x00-\x1f\x7f\ufffd\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(\..*)?", re.IGNORECASE)
LONGEST = 80


def pack(runs: Sequence[Run], formats: Sequence[str], out: Path, target: Path, *, force: bool) -> bool:
    """Writes one zip of the reports of these runs, and returns whether there was anything to write.

    Parameters
    ----------
    runs
        Runs that are done, of one period and language.
    formats
        What to put in beside the pages.
    out
        The folder of the reports.
    target
        The zip.
    force
        Whether it may replace a file with other contents.

    Raises
    ------
    RunError
        A file of the reports is not there, or the zip would replace another file.
    """
    content = zipped(contents(runs, formats, out))
    if target.exists():
        if target.read_bytes() == content:
            return False
        if not force:
            raise RunError(f"{target} exists and is another: write elsewhere with --to, or replace it with --force")
    with whole(target) as draft:
        draft.write_bytes(content)
    return True


def contents(runs: Sequence[Run], formats: Sequence[str], out: Path) -> dict[str, bytes]:
    """The files of the zip by their names in it, the index first."""
    wording = Wording(open_workspace(runs[0].workspace, part=Part.of_briefings(runs[0].period)), runs[0].lang)
    period = runs[0].period
    placed = places(wording, runs, formats)
    missing = [path for path in placed if not path.exists()]
    if missing:
        raise RunError(f"not there: {', '.join(str(path) for path in missing)}")
    inside = {path.relative_to(out.resolve()).as_posix(): name for path, name in placed.items()}
    keys = {(period, run.city) for run in runs}
    rows = []
    for key, row in sorted((pair for pair in found(wording, out) if pair[0] in keys), key=lambda pair: pair[0]):
        pages = [link | {"href": inside[link["href"]]} for link in row["pages"] if link["href"] in inside]
        pages = [link | {"pdf": inside.get(link.get("pdf", ""), "")} for link in pages]
        files = [link | {"href": inside[link["href"]]} for link in row["files"] if link["href"] in inside]
        rows.append(row | {"pages": pages, "files": files, "key": key})
    listed = {INDEX: index_html(rows, lang=wording.lang).encode()}
    return listed | {name: path.read_bytes() for path, name in placed.items()}


def places(wording: Wording, runs: Sequence[Run], formats: Sequence[str]) -> dict[Path, str]:
    """Each file of the reports, and its place in the zip: a folder for each city, names in words."""
    placed: dict[Path, str] = {}
    taken: set[str] = set()
    for city in dict.fromkeys(run.city for run in runs):
        own = [run for run in runs if run.city == city]
        label, span = wording.label(city), span_name(own[0].period, wording.lang)
        folder = safe_name(label)
        if folder.casefold() in taken:
            folder = safe_name(f"{label}_{city}")
        taken.add(folder.casefold())
        titles = {run.output: page_title(nbformat.read(run.notebook, as_version=4), run.lang) for run in own}
        files = [(run.page, run.output) for run in own]
        files += [(item.path, item.notebook) for item in items([run.output for run in own], formats)]
        for path, notebook in files:
            title = wording.phrases["office.facts"] if path.suffix == ".xlsx" else titles[notebook]
            name = safe_name(f"{label}_{span}_{title}", ending=path.suffix)
            placed[path] = str(PurePosixPath(folder, name))
    return placed


def span_name(period: Period, lang: Lang) -> str:
    """A period as a file's name has it: 2022年一季度, 2022Q1."""
    if lang != "zh":
        return period.name
    # Of the two names of the first quarter the short one stands first.
    names = [name for name, months in SPANS.items() if months == period.last_month and name.startswith("年")]
    if period.is_cumulative and names:
        return f"{period.year}{names[0]}"
    return period.label("zh").replace("—", "-")


def target_of(runs: Sequence[Run], out: Path) -> Path:
    """Where the zip goes where nobody says: beside the index, named in words."""
    wording = Wording(open_workspace(runs[0].workspace, part=Part.of_briefings(runs[0].period)), runs[0].lang)
    cities = list(dict.fromkeys(run.city for run in runs))
    city = wording.label(cities[0]) if len(cities) == 1 else wording.say("office.cities", n=len(cities))
    span = span_name(runs[0].period, wording.lang)
    return out / safe_name(f"{city}_{span}_{wording.phrases['office.pack']}", ending=".zip")


def safe_name(text: str, *, ending: str = "") -> str:
    """A file name that every system takes, as close to the text as that allows.

    Examples
    --------
    >>> safe_name("../甲:乙", ending=".docx"), safe_name("con"), safe_name(" . ")
    ('..／甲：乙.docx', '_con', '_')
    """
    plain = UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(FORBIDDEN)
    plain = plain[: LONGEST - len(ending)].strip().rstrip(". ")
    if not plain.strip("."):
        plain = f"_{plain}"
    if RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    return plain + ending
