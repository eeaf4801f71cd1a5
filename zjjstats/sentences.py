"""The sentences of a briefing, made from its facts."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from zjjstats.fact import named
from zjjstats.ledger import KINDS
from zjjstats.periods import Period
from zjjstats.schema import PROVINCE
from zjjstats.wording import GROWTH_DECIMALS, RATE_DECIMALS, Row, Wording, exact


class Sentences:
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

    def ranks(self) -> list[str]:
        """Value, ranks and changes of each indicator; then what holds for all of them."""
        indicators = dict.fromkeys(named(row["fact"]).subject for row in [*self.of("value"), *self.of("rank")])
        said = [sentence for indicator in indicators for sentence in self.indicator(indicator)]
        if any(row["origin"] == "bulletin" for row in self.of("rank")):
            said.append(self.wording.sentence(self.wording.say("bulletin")))
        return [*said, *self.bulletin_verdicts()] if said else [self.silent("ranks")]

    def indicator(self, indicator: str) -> Iterator[str]:
        """The sentences of one indicator."""
        wording, name = self.wording, self.wording.label(indicator, inside=True)
        value = self.figures.get(f"value.{indicator}")
        ranks = [row for row in self.of("rank") if named(row["fact"]).subject == indicator]
        period = (value or ranks[0])["period"]
        about = {"period": wording.period(period), "city": wording.label(self.city), "indicator": name}
        if value is not None and pd.isna(value["value"]):
            yield wording.sentence(wording.say("no_value", **about))
            return
        opening = (
            wording.say("value", **about, value=wording.value(value)) if value else wording.say("subject", **about)
        )
        clauses = [clause for row in ranks if not pd.isna(row["value"]) for clause in self.place(row)]
        if value is None and clauses:
            # The subject and its first place are one clause.
            joint = "" if wording.lang == "zh" else " "
            clauses = [f"{opening}{joint}{clauses[0]}", *clauses[1:]]
        else:
            clauses = [opening, *clauses]
        yield wording.sentence(*clauses)
        yield from self.readings(indicator)
        nominal = self.known(f"yoy_growth.{indicator}")
        if nominal and nominal["note"].startswith("nominal"):
            growth = wording.percent(exact(nominal), GROWTH_DECIMALS)
            phrase = "nominal" if nominal["note"].startswith("nominal: ") else "nominal.alone"
            yield wording.sentence(wording.say(phrase, indicator=wording.label(indicator), growth=growth))

    def place(self, row: Row) -> Iterator[str]:
        """A rank, and its changes that are not one of several readings."""
        wording, (_, subject, scope, _) = self.wording, named(row["fact"])
        tied = "_tied" if row["note"].startswith("tied") else ""
        among = "" if pd.isna(row["of"]) else wording.say(f"place.of{tied}", of=row["of"])
        phrase = wording.either(f"place.{scope}", "place.other")
        yield wording.say(phrase, scope=wording.scope(scope), rank=wording.rank(row["value"])) + among
        for change in self.of("rank_change"):
            of, is_told = named(change["fact"]), not pd.isna(change["value"]) and "readings" not in change["note"]
            if is_told and (of.subject, of.detail) == (subject, scope):
                yield self.moved(int(change["value"]), of.base)

    def moved(self, places: int, base: str) -> str:
        """A change of rank and what it is measured against."""
        direction = "up" if places > 0 else "down" if places < 0 else "level"
        told = self.wording.say(direction, places=self.wording.places(places), base=self.wording.base(base))
        than = "than.level" if direction == "level" else "than"
        return self.wording.say(than, base=self.wording.base(base), moved=told)

    def readings(self, indicator: str) -> Iterator[str]:
        """A change whose scope the bulletin leaves open, with what each reading would mean."""
        wording = self.wording
        by_base: dict[str, list[tuple[str, Row]]] = {}
        for row in self.of("rank_change"):
            _, parent, scope, base = named(row["fact"])
            if parent == indicator and row["note"].startswith("one of "):
                by_base.setdefault(base, []).append((scope, row))
        for base, readings in by_base.items():
            told = [
                wording.say(
                    wording.either(f"reading.{scope}", "reading.other"),
                    scope=wording.scope(scope),
                    base=wording.base(base) if pd.isna(row["base_period"]) else wording.period(row["base_period"]),
                    before=wording.rank(row["whole"]),
                )
                for scope, row in readings
                if not pd.isna(row["whole"])
            ]
            yield wording.sentence(
                wording.say(
                    "readings",
                    indicator=wording.label(indicator),
                    places=wording.places(readings[0][1]["value"]),
                    base=wording.base(base),
                    readings=wording.phrases["reading.joined"].join(told),
                )
            )

    def bulletin_verdicts(self) -> list[str]:
        """Where both exist: how many figures agree with the bulletin, and each that does not."""
        notes = [(row, note) for row in self.figures.values() for note in row["note"].split("; ")]
        agreeing = sum(note == "the bulletin agrees" for _, note in notes)
        said = [self.wording.sentence(self.wording.say("bulletin_agrees", n=agreeing))] if agreeing else []
        for row, note in notes:
            head, _, theirs = note.partition(": ")
            if head == "the bulletin differs":
                ours = self.wording.value(row)
                told = self.wording.say("bulletin_differs", fact=self.wording.name(row), ours=ours, theirs=theirs)
                said.append(self.wording.sentence(told))
        return said

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

    def rank_headline(self) -> list[str]:
        """How many indicators have a rank, the best of them, and the largest gain."""
        wording = self.wording
        ranked = [row for row in self.of("rank") if named(row["fact"]).detail == PROVINCE and not pd.isna(row["value"])]
        if not ranked:
            return [self.silent("ranks")]
        spans = {row["period"] for row in ranked}
        period = wording.period(spans.pop() if len(spans) == 1 else self.period)
        said = [wording.say("headline.ranks", city=wording.label(self.city), period=period, n=len(ranked))]
        best = min(row["value"] for row in ranked)
        leading = [row for row in ranked if row["value"] == best]
        indicators = [wording.label(named(row["fact"]).subject, inside=True) for row in leading]
        is_tied = any(row["note"].startswith("tied") for row in leading)
        place = wording.rank(best) + (wording.phrases["comma"] + wording.note("tied") if is_tied else "")
        said.append(wording.say("headline.best", indicator=wording.phrases["list"].join(indicators), rank=place))
        return [wording.sentence(clause) for clause in [*said, *self.largest_gains()]]

    def largest_gains(self) -> Iterator[str]:
        """The indicators that moved up most in the province, base by base; or that none did."""
        changes = [
            row
            for row in self.of("rank_change")
            if named(row["fact"]).detail == PROVINCE and not pd.isna(row["value"]) and "readings" not in row["note"]
        ]
        most = max((row["value"] for row in changes), default=0)
        if changes and most <= 0:
            yield self.wording.say("headline.none_up")
        elif changes:
            by_base: dict[str, list[str]] = {}
            for row in changes:
                if row["value"] == most:
                    _, indicator, _, base = named(row["fact"])
                    by_base.setdefault(base, []).append(self.wording.label(indicator, inside=True))
            for base, names in by_base.items():
                told, gained = self.wording.phrases["list"].join(names), self.wording.places(most)
                yield self.wording.say("headline.gain", indicator=told, places=gained, base=self.wording.base(base))
