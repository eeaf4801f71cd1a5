"""What the sentences of every topic share: the figures by their names, and the words for none."""

from __future__ import annotations

import pandas as pd

from zjjstats.fact import named
from zjjstats.periods import Period
from zjjstats.wording import Row, Wording


class Told:
    """What a city's facts of one period say, topic by topic, in the language of the wording."""

    def __init__(self, wording: Wording, facts: pd.DataFrame, period: Period, city: str) -> None:
        self.wording = wording
        self.period = period
        self.city = city
        self.figures: dict[str, Row] = {row["fact"]: row for row in facts.to_dict("records")}

    def of(self, measure: str) -> list[Row]:
        """The figures of one measure, in the order of the facts."""
        return [row for name, row in self.figures.items() if named(name).measure == measure]

    def known(self, name: str) -> Row | None:
        """A figure by its name, or None where it is not there or missing."""
        row = self.figures.get(name)
        return None if row is None or pd.isna(row["value"]) else row

    def silent(self, topic: str) -> str:
        """That the workspace tells nothing of a topic."""
        city, period = self.wording.label(self.city), self.wording.period(self.period)
        return self.wording.sentence(self.wording.say(f"silent.{topic}", city=city, period=period))
