"""One run of a notebook for a period and city: what it is asked, where its files go, how it ended."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zjjstats.atomic import sweep
from zjjstats.periods import Period
from zjjstats.phrases import LANGS, Lang

# The metadata of a notebook stands at the end of its file; this much of the end holds it.
TAIL = 1 << 16
KEY = "zjjstats"
# What stands beside the pages: the facts of a report, and the index of all.
FACTS = "facts.csv"
INDEX = "index.html"


@dataclass(frozen=True)
class Run:
    """One notebook for one period and city.

    ``fingerprint`` is the digest of all that the run depends on, empty where nobody asks for it; ``shares`` tells
    whether its report's facts and pictures, which its other notebooks show too, are in it.
    """

    notebook: Path
    period: Period
    city: str
    data: str
    workspace: Path | str
    lang: Lang
    subtitle: str
    folder: Path
    timeout: float | None = None
    fingerprint: str = ""
    shares: bool = False

    @property
    def name(self) -> str:
        """Period, city and notebook, as progress shows them."""
        return f"{self.period.name} {self.city} {self.notebook.stem}"

    @property
    def parameters(self) -> dict[str, str]:
        """What the notebook is given."""
        return {"period": self.period.name, "city": self.city, "data": self.data, "lang": self.lang}

    @property
    def output(self) -> Path:
        """The executed notebook; a language other than the first is part of the name."""
        suffix = "" if self.lang == LANGS[0] else f".{self.lang}"
        return self.folder / f"{self.notebook.stem}{suffix}.ipynb"

    @property
    def page(self) -> Path:
        """The page made of it."""
        return self.output.with_suffix(".html")

    def is_done(self) -> bool:
        """Whether notebook and page stand there, made without a fault from what there is now."""
        stored = stored_in(self.output)
        return self.page.exists() and stored.get("error") == "" and stored.get("fingerprint") == self.fingerprint

    def clear_drafts(self) -> None:
        """Removes what an earlier attempt left half-written when it was killed."""
        for path in (self.output, self.page):
            sweep(path)


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Parameters
    ----------
    run
        Which.
    seconds, cpu_seconds, peak_memory_kb
        What it took, its process and those that it started.
    error
        What went wrong, empty where nothing did.
    """

    run: Run
    seconds: float
    cpu_seconds: float
    peak_memory_kb: int
    error: str

    def noted(self) -> dict[str, str]:
        """What is noted of it in the executed notebook."""
        return {
            "data": self.run.data,
            "error": self.error,
            "fingerprint": self.run.fingerprint,
            "seconds": f"{self.seconds:.2f}",
            "cpu_seconds": f"{self.cpu_seconds:.2f}",
            "peak_memory_mb": f"{self.peak_memory_kb / 1024:.0f}",
        }


def stored_in(output: Path) -> Mapping[str, str]:
    """What a run left in the metadata of its executed notebook, read from the end of the file alone."""
    try:
        with output.open("rb") as file:
            file.seek(max(0, output.stat().st_size - TAIL))
            tail = file.read().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return {}
    _, found, rest = tail.rpartition(f'\n  "{KEY}": ')
    if not found:
        return {}
    stored: dict[str, str] = json.JSONDecoder().raw_decode(rest)[0]
    return stored
