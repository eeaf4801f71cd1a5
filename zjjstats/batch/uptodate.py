"""What was asked before and still holds, told from digests alone: a second run that changes nothing is instant."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from zjjstats.atomic import write_whole
from zjjstats.batch import fingerprint
from zjjstats.batch.runs import FACTS, INDEX, Run, stored_in
from zjjstats.office.formats import are_current
from zjjstats.places import shipped_notebooks

MEMORY = ".requests.json"
REMEMBERED = 40


def request_key(asked: Sequence[object], workspace: Path | str) -> str:
    """The digest of a request: what was asked, and all that the runs depend on."""
    notebooks = {path.name: fingerprint.of_notebook(path) for path in shipped_notebooks()}
    tables = fingerprint.of_workspace(workspace)
    return fingerprint.digest_of(
        {"asked": list(asked), "code": fingerprint.of_code(), "notebooks": notebooks, "tables": tables}
    )


def recalled(out: Path) -> dict[str, dict[str, str]]:
    """By request, its executed notebooks and their fingerprints; empty where nothing can be read."""
    try:
        memory = json.loads((out / MEMORY).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return memory if isinstance(memory, dict) else {}


def pages_of(out: Path, key: str, formats: Sequence[str] = (), template: str = "") -> list[Path]:
    """The pages of a request that was done before, or none where any file of its reports is gone or changed.

    ``formats`` are those of the request, ``template`` the digest of its Word template.
    """
    pages = []
    if not (out / INDEX).exists():
        return []
    done = recalled(out).get(key, {})
    for folder, names in groupby(done, key=lambda name: (out / name).parent):
        outputs = {folder / Path(name).name: done[name] for name in names}
        if not are_current(list(outputs), list(outputs.values()), formats, template):
            return []
    for name, expected in done.items():
        output = out / name
        stored = stored_in(output)
        page = output.with_suffix(".html")
        is_whole = page.exists() and (output.parent / FACTS).exists()
        if stored.get("fingerprint") != expected or stored.get("error") != "" or not is_whole:
            return []
        pages.append(page)
    return pages


def remember(out: Path, key: str, runs: Sequence[Run]) -> None:
    """Notes that a request was done without a fault."""
    done = {run.output.relative_to(out.resolve()).as_posix(): run.fingerprint for run in runs}
    memory = {name: kept for name, kept in recalled(out).items() if name != key} | {key: done}
    kept = dict(list(memory.items())[-REMEMBERED:])
    write_whole(out / MEMORY, json.dumps(kept, indent=1) + "\n")
