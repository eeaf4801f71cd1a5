"""The sentences about indicators: values, places among the cities, and how places changed."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from zjjstats.fact import named
from zjjstats.schema import PROVINCE
from zjjstats.told import Told
from zjjstats.wording import GROWTH_DECIMALS, Row, exact


class RankSentences(Told):
    """What the facts say of indicators and ranks."""

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
