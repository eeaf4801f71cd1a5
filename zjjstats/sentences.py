"""The sentences of a briefing, made from its facts."""

from __future__ import annotations

import pandas as pd

from zjjstats.project_sentences import ProjectSentences
from zjjstats.rank_sentences import RankSentences


class Sentences(ProjectSentences, RankSentences):
    """What the facts say, topic by topic, and what they lack."""

    def gaps(self) -> list[str]:
        """What is missing and why, each case counted."""
        by_reason: dict[str, list[str]] = {}
        for row in self.figures.values():
            if pd.isna(row["value"]):
                by_reason.setdefault(row["note"].partition("; ")[0], []).append(self.wording.name(row))
        said = [
            self.wording.sentence(
                self.wording.say(
                    "gap",
                    n=len(names),
                    reason=self.wording.note(reason),
                    facts=self.wording.phrases["list"].join(names),
                )
            )
            for reason, names in by_reason.items()
        ]
        return said or [self.wording.sentence(self.wording.say("no_gaps" if self.figures else "no_figures"))]
