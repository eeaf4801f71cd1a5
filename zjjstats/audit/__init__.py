"""Audit of a release: every printed figure gets a verdict, from its own text and from a workspace's facts.

A text goes through the rooms in this order: `releases` opens it, `reading` finds its figures, `naming` tells whose
each is, `inside` and `against` check each by the text itself and by the workspace, both with the rules of `judging`;
`engine` settles the two, `showing` prints. `claims` does without a text. `review` is what a notebook shows.
docs/audit.md follows one sentence through.
"""

from zjjstats.audit.engine import Audit, audit
from zjjstats.audit.judging.figure import VERDICTS, Figure, Verdict

__all__ = ["VERDICTS", "Audit", "Figure", "Verdict", "audit"]
