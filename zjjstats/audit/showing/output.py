"""An audit's figures as rows: for tables and pages in words, for CSV and JSON as they are."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pandas as pd

from zjjstats.audit.engine import Audit
from zjjstats.audit.judging.figure import Figure
from zjjstats.audit.judging.tally import counts
from zjjstats.audit.releases.release import Release
from zjjstats.audit.showing.labels import LABELS, labelled
from zjjstats.display import Table
from zjjstats.phrases import Lang
from zjjstats.tabular import json_value
from zjjstats.wording import number_text

COLUMNS = [
    "text", "start", "end", "value", "unit", "kind", "city", "period", "verdict", "expected", "evidence",
]  # fmt: skip


def figure_frame(figures: Sequence[Figure]) -> pd.DataFrame:
    """One row per figure, in the order of the text; numbers in the printed unit."""
    rows = [[getattr(figure, name) for name in COLUMNS] for figure in figures]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"value": "Float64", "expected": "Float64"})


def audit_json(audit: Audit, release: Release) -> str:
    """The audit as a JSON object: the release, counts of verdicts, the text that offsets count in, and the figures."""
    rows = figure_frame(audit.figures).to_dict("records")
    told = {
        "release": release.name,
        "read_as": release.read_as,
        "sha256": release.sha256,
        "summary": counts(figure.verdict for figure in audit.figures),
        "figures": [{str(name): json_value(value) for name, value in row.items()} for row in rows],
        "text": audit.text,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def figure_table(figures: Sequence[Figure], lang: Lang, *, notes: Sequence[str] = ()) -> Table:
    """The figures as a table for readers, numbered as they are marked in the text."""
    words = LABELS[lang]
    columns = [words[name] for name in ("number", "printed", "verdict", "expected", "evidence")]
    rows = [
        [
            str(number),
            figure.text,
            labelled(figure.verdict, lang),
            "" if figure.expected is None else number_text(figure.expected, figure.decimals),
            figure.evidence,
        ]
        for number, figure in enumerate(figures, 1)
    ]
    return Table(pd.DataFrame(rows, columns=columns), words["table"], [columns[3]], notes, [columns[2]])
