"""One city's briefing of one period in one language: what a notebook asks for, cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import Literal

import pandas as pd

from zjjstats import charts, prepared
from zjjstats._version import VERSION
from zjjstats.display import Table, Text
from zjjstats.errors import UnknownNameError
from zjjstats.fact import named
from zjjstats.facts import facts
from zjjstats.league import league_tables
from zjjstats.periods import Period
from zjjstats.phrases import LANGS, Lang
from zjjstats.picture import Picture
from zjjstats.schema import PROVINCE
from zjjstats.sentences import Sentences
from zjjstats.sources.source import Part
from zjjstats.tables import open_workspace
from zjjstats.wording import Row, Wording

Topic = Literal["projects", "ranks", "all"]
PROJECT_MEASURES = ("planned", "started", "start_rate", "entries", "entries_growth")
COUNTED = ("planned", "started", "start_rate")


class Briefing:
    """The texts, tables and pictures of one city's briefing.

    Parameters
    ----------
    period
        The reporting period, such as ``2022Q1`` or ``2022年一季度``.
    city
        Key or name of the city.
    data
        A workspace: a folder, or ``published`` or ``sample``.
    lang
        ``zh`` or ``en``.

    Raises
    ------
    PeriodError, UnknownNameError, DataError
        The period cannot be read; the city, workspace or language does not exist; tables break their rules.
    """

    def __init__(self, period: str, city: str, data: str = "published", lang: Lang = "zh") -> None:
        if lang not in LANGS:
            raise UnknownNameError.among("language", lang, LANGS)
        self.period = Period.parse(period)
        self.workspace = open_workspace(data, part=Part.of_briefings(self.period))
        self.city = self.workspace.city(city)
        self.wording = Wording(self.workspace, lang)
        self.pictures: dict[str, Picture] = {}
        if earlier := prepared.known(self.key):
            self.facts = earlier.facts.copy(deep=False)
            self.pictures |= earlier.pictures

    @property
    def key(self) -> Hashable:
        """What the briefing is made of: equal for two that say the same."""
        read = self.workspace
        tables = tuple(read.provenance["sha256"])
        return self.period, self.city, self.wording.lang, read.path, read.title, read.origin, read.licence, tables

    @cached_property
    def facts(self) -> pd.DataFrame:
        """Every figure of the briefing, see `zjjstats.facts`."""
        return facts(self.workspace, self.period, city=self.city)

    def about(self, topic: Topic) -> pd.DataFrame:
        """The facts of one topic."""
        is_project = self.facts["fact"].str.extract(r"^(\w+)", expand=False).isin(PROJECT_MEASURES)
        return self.facts[{"projects": is_project, "ranks": ~is_project, "all": is_project | True}[topic]]

    def sentences(self, topic: Topic = "all") -> Sentences:
        """The sentences of one topic."""
        return Sentences(self.wording, self.about(topic), self.period, self.city)

    def title(self, phrase: str) -> str:
        """A picture's title."""
        city, period = self.wording.label(self.city), self.wording.period(self.period)
        return self.wording.say(phrase, city=city, period=period)

    def headline(self, topic: Topic = "all") -> Text:
        """The bottom line of a page, below the warning that the data is made up where it is."""
        told = self.sentences(topic)
        spoken: dict[Topic, Callable[[], list[str]]] = {"projects": told.projects, "ranks": told.rank_headline}
        chosen = [topic] if topic != "all" else [name for name in spoken if not self.about(name).empty] or list(spoken)
        warning = self.wording.phrases["sample"] if self.workspace.is_sample else ""
        return Text([sentence for name in chosen for sentence in spoken[name]()], warning)

    def project_text(self) -> Text:
        """Projects planned and started."""
        return Text(self.sentences("projects").projects())

    def entry_text(self) -> Text:
        """Projects entered into databases."""
        return Text(self.sentences("projects").entries())

    def rank_text(self) -> Text:
        """Value, ranks and changes of each indicator."""
        return Text(self.sentences("ranks").ranks())

    def gap_text(self, topic: Topic = "all") -> Text:
        """What is missing, and why."""
        return Text(self.sentences(topic).gaps())

    def start_rate_chart(self) -> Picture:
        """Bars of the start rates with their counts."""
        if ready := self.pictures.pop("start_rate_chart", None):
            return ready
        return charts.start_rate_bars(self.wording, self.facts, title=self.title("chart.start_rates"))

    def league_chart(self) -> Picture:
        """The cities' values of each indicator, this city marked; where only ranks are known, its place among them."""
        if ready := self.pictures.pop("league_chart", None):
            return ready
        periods = self.league_periods()
        tables = [(name, periods[name], table) for name, table in league_tables(self.workspace, periods).items()]
        title = self.title("chart.league_of")
        if tables:
            return charts.league_bars(self.wording, tables, city=self.city, title=title)
        cities = len(self.workspace["cities"])
        return charts.place_ladders(self.wording, self.facts, city=self.city, cities=cities, title=title)

    def league_periods(self) -> dict[str, str]:
        """The period of each indicator whose values are known."""
        values = self.about("ranks").query("fact.str.startswith('value.')")
        return dict(zip(values["fact"].str.removeprefix("value."), values["period"], strict=True))

    def movement_chart(self, scope: str = PROVINCE) -> Picture:
        """Each indicator's place now and in the base period."""
        if scope == PROVINCE and (ready := self.pictures.pop("movement_chart", None)):
            return ready
        cities = len(self.workspace["cities"])
        title = self.title("chart.movement")
        return charts.rank_movement(self.wording, self.facts, scope=scope, cities=cities, title=title)

    def project_table(self) -> Table:
        """Planned, started and start rate, one row per programme and kind."""
        phrases, rows = self.wording.phrases, []
        figures = {row["fact"]: row for row in self.facts.to_dict("records")}
        for name, row in figures.items():
            measure, programme, kind, _ = named(name)
            if measure == "start_rate":
                said = {f"col.{key}": self.told(figures.get(f"{key}.{programme}.{kind}")) for key in COUNTED}
                opening = {"col.programme": self.wording.label(programme), "col.kind": phrases[f"kind.{kind}"]}
                rows.append(opening | said | {"col.origin": phrases[f"origin.{row['origin']}"]})
        columns = ["col.programme", "col.kind", *(f"col.{key}" for key in COUNTED), "col.origin"]
        return self.table(rows, columns, "caption.projects", numbers=columns[2:5])

    def rank_table(self) -> Table:
        """Value, rank and change of each indicator and scope."""
        rows = []
        figures = {row["fact"]: row for row in self.about("ranks").to_dict("records")}
        for name, row in figures.items():
            measure, indicator, scope, _ = named(name)
            if measure != "rank":
                continue
            changes = [
                f"{self.told(change)}{self.wording.say('brackets', inside=self.wording.base(named(key).base))}"
                + ("?" if "readings" in change["note"] else "")
                for key, change in figures.items()
                if named(key)[:3] == ("rank_change", indicator, scope) and not pd.isna(change["value"])
            ]
            tied = (
                self.wording.say("brackets", inside=self.wording.note("tied")) if row["note"].startswith("tied") else ""
            )
            rows.append(
                {
                    "col.indicator": f"{self.wording.label(indicator)} · {self.wording.scope(scope)}",
                    "col.period": self.wording.period(row["period"]),
                    "col.value": self.told(figures.get(f"value.{indicator}")),
                    "col.rank": self.told(row) + tied,
                    "col.rank_change": self.wording.phrases["list"].join(changes) or "—",
                    "col.origin": self.wording.phrases[f"origin.{row['origin']}"],
                }
            )
        columns = ["col.indicator", "col.period", "col.value", "col.rank", "col.rank_change", "col.origin"]
        return self.table(rows, columns, "caption.ranks", numbers=["col.value", "col.rank"])

    def fact_table(self, topic: Topic = "all") -> Table:
        """Every figure with its parts, base, origin, source and note; sources are numbered below the table."""
        sources: dict[str, int] = {}
        rows = []
        for row in self.about(topic).to_dict("records"):
            numbers = [sources.setdefault(text, len(sources) + 1) for text in row["source"].split("; ") if text]
            rows.append(
                {
                    "col.fact": self.wording.name(row),
                    "col.period": self.wording.period(row["period"]),
                    "col.value": self.wording.value(row),
                    "col.made_of": self.wording.made_of(row),
                    "col.base_period": "" if pd.isna(row["base_period"]) else self.wording.period(row["base_period"]),
                    "col.origin": self.wording.phrases[f"origin.{row['origin']}"],
                    "col.source": " ".join(f"[{number}]" for number in numbers) or "—",
                    "col.note": self.wording.note(row["note"]),
                }
            )
        columns = [
            f"col.{key}" for key in ("fact", "period", "value", "made_of", "base_period", "origin", "source", "note")
        ]
        notes = [f"[{number}] {text}" for text, number in sources.items()]
        return self.table(rows, columns, "caption.facts", numbers=["col.value"], notes=notes)

    def provenance(self) -> Table:
        """The tables that the page was made from: file, checksum, rows, corrections."""
        rows = [
            {f"col.{key}": row[key] for key in ("table", "file", "rows", "corrections", "sha256")}
            for row in self.workspace.provenance.to_dict("records")
        ]
        for row in rows:
            row["col.sha256"] = row["col.sha256"][:16]
        notes, part = list(self.workspace.warnings), self.workspace.part
        if part is not None and part.years is not None:
            notes.append(self.wording.say("note.part", first=part.years[0], last=part.years[-1]))
        columns = ["col.table", "col.file", "col.rows", "col.corrections", "col.sha256"]
        return self.table(rows, columns, "caption.provenance", numbers=columns[2:4], notes=notes)

    def told(self, row: Row | None) -> str:
        """A figure's value as text; a dash where there is none."""
        return "—" if row is None else self.wording.value(row)

    def table(
        self,
        rows: Sequence[Mapping[str, object]],
        columns: list[str],
        caption: str,
        *,
        numbers: list[str],
        notes: list[str] | None = None,
    ) -> Table:
        """A table with its headings and caption in the language of the page."""
        phrases = self.wording.phrases
        named = pd.DataFrame(rows, columns=columns).rename(columns=phrases)
        said = self.wording.say(caption, workspace=self.workspace.title, version=VERSION)
        return Table(named, said, [phrases[name] for name in numbers], notes or [])
