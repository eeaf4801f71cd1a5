"""What a notebook shows of an audit: a city's kept releases of a period, and the claims about it."""

from __future__ import annotations

from functools import cached_property

import pandas as pd

from zjjstats.audit.claims.verdicts import claim_verdicts
from zjjstats.audit.engine import Audit, audit
from zjjstats.audit.judging.tally import tally
from zjjstats.audit.releases.in_workspace import belongs, kept_releases
from zjjstats.audit.releases.release import Release
from zjjstats.audit.showing.chart import verdict_bars
from zjjstats.audit.showing.labels import LABELS, labelled
from zjjstats.audit.showing.marked_text import Marked
from zjjstats.audit.showing.output import figure_table
from zjjstats.briefing import Briefing
from zjjstats.display import Table, Text
from zjjstats.phrases import Lang
from zjjstats.picture import Picture


class Review:
    """The audit of what was published about one city and period.

    Parameters
    ----------
    period, city, data, lang
        As for `zjjstats.Briefing`.

    Raises
    ------
    PeriodError, UnknownNameError, DataError
        As `zjjstats.Briefing`; also where a kept release cannot be read.
    """

    def __init__(self, period: str, city: str, data: str = "published", lang: Lang = "zh") -> None:
        self.briefing = Briefing(period, city, data, lang)
        self.lang = lang
        self.labels = LABELS[lang]

    @cached_property
    def all_releases(self) -> list[Release]:
        """Every release that the workspace keeps."""
        return kept_releases(self.briefing.workspace)

    @cached_property
    def releases(self) -> list[Release]:
        """Those about the city and period: in the language of the page, or where there is none, in any."""
        about = [
            release
            for release in self.all_releases
            if release.about["city"] == self.briefing.city and belongs(release.about["period"], self.briefing.period)
        ]
        return [release for release in about if release.about.get("lang", self.lang) == self.lang] or about

    @cached_property
    def audits(self) -> list[Audit]:
        """The audit of each release."""
        workspace = self.briefing.workspace
        return [
            audit(one.text, workspace, period=one.about["period"], city=one.about["city"], lang=self.lang)
            for one in self.releases
        ]

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims about the city and period, with their verdicts."""
        period, city = str(self.briefing.period), self.briefing.city
        return claim_verdicts(self.briefing.workspace, period=period, city=city, lang=self.lang)

    def say(self, label: str) -> str:
        """A label with city and period in words."""
        wording = self.briefing.wording
        return self.labels[label].format(
            city=wording.label(self.briefing.city), period=wording.period(self.briefing.period)
        )

    def headline(self) -> Text:
        """How many figures hold, release by release, and how many claims; what does not hold is named."""
        phrases = self.briefing.wording.phrases
        told = [
            f"{release.name}{phrases['colon']}{audited.summary()}"
            for release, audited in zip(self.releases, self.audits, strict=True)
        ] or [self.say("no_releases")]
        if self.claims.empty:
            told.append(self.say("no_claims"))
        else:
            told.append(f"{self.say('claims.headline')}{phrases['colon']}{tally(self.claims['verdict'], self.lang)}")
        off = [
            f"{labelled(figure.verdict, self.lang)}{phrases['colon']}{figure.text} ({figure.evidence})"
            for audited in self.audits
            for figure in audited.figures
            if figure.verdict in ("contradicted", "last-digit")
        ]
        off += [
            f"{labelled(row.verdict, self.lang)}{phrases['colon']}{row.claim} {row.printed} ({row.evidence})"
            for row in self.claims.itertuples()
            if row.verdict in ("contradicted", "last-digit")
        ]
        return Text([*told, *off], phrases["sample"] if self.briefing.workspace.is_sample else "")

    def verdict_chart(self) -> Picture:
        """How many figures of the releases, and how many claims, have each verdict."""
        figures = [figure.verdict for audited in self.audits for figure in audited.figures]
        sources = [release.about["source"] for release in self.releases] or self.sources()
        verdicts = {self.labels["release"]: figures, self.labels["claim"]: self.claims["verdict"].tolist()}
        return verdict_bars(self.briefing.wording, verdicts, sources=sources, title=self.say("chart"))

    def release_text(self) -> Marked | Text:
        """The releases with every figure marked."""
        if not self.audits:
            return Text([self.say("no_releases")])
        return Marked.joined(self.audits, self.lang)

    def figure_table(self) -> Table:
        """Every figure of the releases, numbered as marked, with verdict and evidence."""
        joined = [figure for audited in self.audits for figure in audited.figures]
        notes = [
            f"{release.name}{self.briefing.wording.phrases['colon']}{release.about['source']}"
            for release in self.releases
        ]
        return figure_table(joined, self.lang, notes=notes)

    def claim_table(self) -> Table:
        """Every claim with its verdict and evidence."""
        rows = self.claims.assign(
            verdict=[labelled(verdict, self.lang) for verdict in self.claims["verdict"]],
            period=[self.briefing.wording.period(period) for period in self.claims["period"]],
        )
        columns = ["claim", "period", "printed", "verdict", "evidence"]
        named = rows[columns].rename(columns=self.labels)
        return Table(named, self.say("claims"), [self.labels["printed"]], self.sources())

    def sources(self) -> list[str]:
        """Where the claims were printed."""
        claims = self.briefing.workspace["claims"].loc[self.claims.index]
        return [str(source) for source in claims["source"].unique()]

    def provenance(self) -> Table:
        """The tables and releases that the page was made from, with their checksums."""
        tables = self.briefing.provenance()
        rows = pd.DataFrame(
            [
                [release.name.partition(".")[0], release.about["file"], "", "", release.sha256[:16]]
                for release in self.releases
            ],
            columns=tables.rows.columns,
        )
        return Table(
            pd.concat([tables.rows, rows]) if len(rows) else tables.rows, tables.caption, tables.numbers, tables.notes
        )
