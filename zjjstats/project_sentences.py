"""The sentences about projects: planned, started, entered into a database."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from zjjstats.fact import named
from zjjstats.ledger import KINDS
from zjjstats.told import Told
from zjjstats.wording import RATE_DECIMALS, Row, exact


class ProjectSentences(Told):
    """What the facts say of projects."""

    def projects(self) -> list[str]:
        """How many projects were planned and started, kind by kind."""
        programmes = dict.fromkeys(named(row["fact"]).subject for row in self.of("start_rate"))
        said = [sentence for programme in programmes for sentence in self.programme(programme)]
        return said or [self.silent("projects")]

    def programme(self, programme: str) -> Iterator[str]:
        """The sentences of one programme."""
        say, wording = self.wording.say, self.wording
        for kind in KINDS:
            subject = f"{programme}.{kind}"
            planned, started = self.known(f"planned.{subject}"), self.known(f"started.{subject}")
            share = self.figures.get(f"start_rate.{subject}")
            if share is None:
                continue
            opening = ""
            if planned is not None:
                opening = say(
                    f"planned.{kind}",
                    period=wording.period(planned["period"]),
                    city=wording.label(self.city),
                    programme=wording.label(programme, inside=True),
                    planned=wording.count(planned["value"]),
                )
            if not pd.isna(share["value"]):
                ending = say("started", started=wording.count(share["part"]), rate=wording.value(share))
            elif started is not None:
                ending = say("started_alone", started=wording.count(started["value"]))
            else:
                # That the total's starts are not reported is told among the gaps, not in the lead.
                ending = say("started_unknown") if kind != "all" else ""
            differing = [
                say("differs", n=row["note"].rpartition(": ")[2])
                for row in (planned, started)
                if row is not None and row["note"].startswith("reported count differs")
            ]
            yield wording.sentence(opening, ending, *differing)

    def entries(self) -> list[str]:
        """How many projects entered a database, and how that compares."""
        said = []
        for row in self.of("entries"):
            database = named(row["fact"]).subject
            clauses = [
                self.wording.say(
                    "entries",
                    period=self.wording.period(row["period"]),
                    city=self.wording.label(self.city),
                    database=self.wording.label(database, inside=True),
                    entries=self.wording.count(row["value"]),
                )
            ]
            clauses += [
                self.entries_growth(grown)
                for grown in self.of("entries_growth")
                if named(grown["fact"]).subject == database
            ]
            said.append(self.wording.sentence(*clauses))
        return said or [self.silent("entries")]

    def entries_growth(self, grown: Row) -> str:
        """One comparison of entries."""
        if pd.isna(grown["value"]):
            return self.wording.say("entries.unknown")
        change = exact(grown)
        direction = "up" if change > 0 else "down" if change < 0 else "level"
        return self.wording.say(
            f"entries.{direction}",
            base=self.wording.period(grown["base_period"]),
            before=self.wording.count(grown["whole"]),
            growth=self.wording.percent(abs(change), RATE_DECIMALS, drop_zeros=True),
        )
