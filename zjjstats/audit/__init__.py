"""Audit of a release: every printed figure gets a verdict, from its own text and from a workspace's facts."""

from zjjstats.audit.engine import Audit, audit
from zjjstats.audit.figure import VERDICTS, Figure, Verdict

__all__ = ["VERDICTS", "Audit", "Figure", "Verdict", "audit"]
