"""How many figures have each verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from zjjstats.audit.judging.figure import VERDICTS, Verdict
from zjjstats.audit.judging.words import say
from zjjstats.phrases import Lang

# What the verdicts are called in the template.
VERDICT_BLANKS: dict[Verdict, str] = {
    "confirmed": "confirmed",
    "last-digit": "last",
    "contradicted": "contradicted",
    "ambiguous": "ambiguous",
    "not-checked": "unchecked",
}


def counts(verdicts: Iterable[Verdict]) -> dict[Verdict, int]:
    """How many figures have each verdict, in the order of the verdicts; none is left out."""
    found = Counter(verdicts)
    return {verdict: found[verdict] for verdict in VERDICTS}


def tally(verdicts: Iterable[Verdict], lang: Lang) -> str:
    """How many figures there are and how many have each verdict, in one line."""
    found = {VERDICT_BLANKS[verdict]: n for verdict, n in counts(verdicts).items()}
    return say(lang, "summary", n=sum(found.values()), **found)
