"""Sentences that print their figures with the verdicts that are due, and what the audit says of them.

A figure is marked ``[[as printed|verdicts]]`` by the initials of its verdicts; where the reading may leave it open, N
stands with the others.
"""

from __future__ import annotations

import re

import audit_score
from zjjstats.audit import audit

VERDICTS = {"C": "confirmed", "X": "contradicted", "N": "not-checked", "A": "ambiguous", "L": "last-digit"}
MARK = re.compile(r"\[\[([^|\]]+)\|([A-Z]+)\]\]")


def misses(marked, workspace=None, **of):
    """What does not have the verdict that is due."""
    text = MARK.sub(r"\1", marked)
    data = audit_score.workspace(workspace) if workspace else None
    figures = audit(text, data, **of).figures
    cut = 0
    wrong = []
    for mark in MARK.finditer(marked):
        start = mark.start() - cut
        cut += len(mark[0]) - len(mark[1])
        got = next(
            (one.verdict for one in figures if one.start < start + len(mark[1]) and one.end > start), "not found"
        )
        if got not in [VERDICTS[initial] for initial in mark[2]]:
            wrong.append((mark[1], got))
    return wrong


def unmet(cases, **of):
    """What does not have the verdict that is due, in sentences that stand behind a workspace, a period and a city."""
    found = [misses(text, workspace, period=period, city=city, **of) for (workspace, period, city), text in cases]
    return [one for one in found if one]


def verdicts(text, workspace=None, **of):
    """Each figure as printed, with its verdict."""
    data = audit_score.workspace(workspace) if workspace else None
    found = audit(text, data, **of).figures
    return [(figure.text.strip(), figure.verdict) for figure in found]
