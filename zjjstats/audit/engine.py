"""An audit as a whole: a text is read, its figures are checked, each gets its verdict."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields

import pandas as pd

from zjjstats.audit.figure import VERDICTS, Figure
from zjjstats.audit.inside import inside
from zjjstats.audit.layout import lay_out
from zjjstats.phrases import Lang
from zjjstats.workspace import Workspace


@dataclass
class Audit:
    """A text and its figures, in the order of the text."""

    text: str
    figures: list[Figure] = field(default_factory=list)
    lang: Lang = "zh"

    def frame(self) -> pd.DataFrame:
        """One row per figure; the columns are the fields of `Figure`."""
        columns = [name.name for name in fields(Figure)]
        frame = pd.DataFrame([asdict(figure) for figure in self.figures], columns=columns)
        return frame.astype({"expected": "Float64"})

    def summary(self) -> str:
        """One line: how many figures, and how many of each verdict."""
        counts = {verdict: sum(figure.verdict == verdict for figure in self.figures) for verdict in VERDICTS}
        return ", ".join([f"{len(self.figures)} figures", *(f"{n} {verdict}" for verdict, n in counts.items())])


def audit(
    text: str, workspace: Workspace | None = None, *, period: str = "", city: str = "", lang: Lang = "zh"
) -> Audit:
    """A verdict for every figure that a text prints."""
    items = lay_out(text)
    figures = []
    for item, finding in zip(items, inside(items, lang), strict=True):
        reading = item.reading
        figures.append(
            Figure(
                text=text[reading.start : reading.end], start=reading.start, end=reading.end, value=float(reading.value),
                unit=reading.unit, kind=reading.kind, city=city, period=period, decimals=reading.decimals,
                verdict=finding.verdict if finding else "not-checked",
                expected=float(finding.expected) if finding and finding.expected is not None else None,
                evidence=finding.evidence if finding else "",
            )
        )  # fmt: skip
    return Audit(text, figures, lang)
