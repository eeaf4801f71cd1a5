"""Whose figure each is: the city, period, indicator and projects that the text names before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from zjjstats.audit.between import (
    OF_PROVINCE,
    PAIR,
    blanked,
    closes,
    explains,
    is_listed,
    is_trailing,
    is_year,
    leftover,
    names_count,
    own_period,
    own_year,
    ranked_by,
)
from zjjstats.audit.cells import Cell, Cells
from zjjstats.audit.layout import Item
from zjjstats.audit.mention import Mention
from zjjstats.schema import PROVINCE


@dataclass(frozen=True)
class Context:
    """What a figure is of, as far as the text tells: ``indicator`` is the number of its stem, ``subjects`` keys."""

    city: str
    period: str
    is_period_told: bool
    indicator: str
    subject: str
    ahead: str
    # Other cities and periods of its paragraph and indicators of its sentence: what it might be of instead.
    others: tuple[frozenset[str], frozenset[str], frozenset[str]] = (frozenset(), frozenset(), frozenset())


# So much may stand between an indicator and its figure that is no glue.
TOLERANCE = 1
# So many mentions ahead are looked at for the project list that a figure's own words name.
NEXT = 6
# A programme is carried on for so many paragraphs.
CARRIED = 3
# So many names of a stretch are held; they bound the cost of a figure.
MOST = 6
STRETCHES = {
    "city": re.compile(r"\n"),
    "period": re.compile(r"\n"),
    "indicator": re.compile(r"[。！？\n；;]|(?<!\bNo)\.(?=\s)"),
}
OF_BEFORE = re.compile(
    r"^(?:同比)?(?:增速|增幅|增长|增长率|排名|位次|全省位次|全省排名)|^(?:growth|rank|change)\b", re.IGNORECASE
)


def contexts(  # noqa: C901, PLR0912, PLR0915 - one sweep, so that the text is read once
    text: str,
    items: list[Item],
    found: list[Mention],
    *,
    city: str,
    period: str,
) -> Iterator[Context]:
    """By figure, what it is of; names are carried on inside a paragraph as long as nothing else is named."""
    at = 0
    here, span, told = city, period, False
    indicator = subject = ""
    latest = ""
    previous: Item | None = None
    subject_paragraph = -9
    aside: tuple[int, str, bool] | None = None
    nearby = Nearby(text, found)
    tables = Tables(text, found)
    found = [mention for mention in found if not tables.hold(mention.start)]
    for item in items:
        start = item.reading.start
        if item.cell is not None:
            above = Context(here or city, span, told, "", subject, "", nearby.around(start))
            yield tables.context(item.cell, above)
            continue
        if previous is None or item.paragraph != previous.paragraph:
            here = city
            indicator = ""
            if is_year(span) and is_year(latest) and span < latest <= (period or latest):
                # The year that a paragraph ends with, as what its own was compared with, is not the next one's.
                span = latest
            latest = ""
        cities: list[str] = []
        cut = max(previous.reading.end if previous else 0, start - len(item.before) - 1)
        named_at = -1
        erased: list[tuple[int, int]] = []
        while at < len(found) and found[at].start < start:
            mention = found[at]
            at += 1
            if aside and mention.start >= aside[0]:
                _, span, told = aside
                aside = None
            if mention.kind == "city":
                cities.append(mention.key)
                erased.append((mention.start, mention.end))
            elif mention.kind == "period":
                if aside is None and (closing := closes(text, mention)):
                    aside = closing, span, told
                if not is_trailing(text, previous, mention, span):
                    span, told = mention.key, True
                    latest = max(latest, span)
                erased.append((mention.start, mention.end))
            elif mention.kind == "indicator":
                # What stands right behind a figure names that figure, not the next.
                is_behind = previous is not None and names_count(text, previous, mention)
                is_behind = is_behind and item.reading.unit not in ("rank", "places")
                indicator, named_at = "" if is_behind else mention.key, mention.end
            else:
                subject, subject_paragraph = mention.key, item.paragraph
                if mention.end > cut:
                    indicator, named_at = "", mention.end
        if aside and start >= aside[0]:
            _, span, told = aside
            aside = None
        if cities:
            here = cities[-1] if len(set(cities[-PAIR:])) == 1 or not is_listed(text, found, at) else ""
        words = blanked(text, max(cut, named_at), start, erased)
        if indicator and leftover(words) > TOLERANCE:
            indicator = ""
        if item.paragraph - subject_paragraph > CARRIED:
            subject = ""
        stop = item.reading.end + len(item.after)
        coming = (
            mention.key for mention in found[at : at + NEXT] if mention.kind == "subject" and mention.start < stop
        )
        if at < len(found) and names_count(text, item, found[at]):
            indicator = found[at].key
        if not indicator and at < len(found) and explains(text, item, found[at]):
            indicator = found[at].key
        if item.reading.unit == "rank" and (named := ranked_by(text, found[at : at + NEXT], item)) is not None:
            indicator = named
        own = own_year(text, item, span) or own_period(text, item, found[at : at + NEXT])
        yield Context(
            PROVINCE if item.reading.unit == "pct" and OF_PROVINCE.match(item.after) else here,
            own or span,
            told or bool(own),
            indicator,
            subject,
            next(coming, ""),
            nearby.around(item.reading.start),
        )
        previous = item


class Tables:
    """The names in the tables of a text: a figure in one is of what its row and its column are called."""

    def __init__(self, text: str, found: list[Mention]) -> None:
        extents: dict[int, tuple[int, int]] = {}
        self.cells = Cells(text)
        self.heads: dict[tuple[int, int], tuple[int, int]] = {}
        for cell in self.cells.cells:
            self.heads[cell.table, cell.column] = cell.head
            extents[cell.table] = cell.table_start, cell.end
        self.extents = list(extents.values())
        self.begins = [begin for begin, _ in self.extents]
        self.found = [mention for mention in found if self.hold(mention.start)]
        self.starts = [mention.start for mention in self.found]

    def hold(self, place: int) -> bool:
        """Whether a place lies in a table."""
        number = bisect_right(self.begins, place) - 1
        return number >= 0 and place < self.extents[number][1]

    def context(self, cell: Cell, above: Context) -> Context:
        """What a cell's figure is of: as its row says, then its column, then the text above the table."""
        told: dict[str, str] = {}
        for begin, end in (cell.head, cell.name):
            for mention in self.found[bisect_left(self.starts, begin) : bisect_left(self.starts, end)][:MOST]:
                told[mention.kind] = mention.key
        column = cell.column
        while (
            "indicator" not in told
            and column > 1
            and OF_BEFORE.search(self.cells.words(self.heads[cell.table, column]))
        ):
            # Growth and rank are of what the column before them tells.
            column -= 1
            begin, end = self.heads[cell.table, column]
            for mention in self.found[bisect_left(self.starts, begin) : bisect_left(self.starts, end)][:MOST]:
                told.setdefault(mention.kind, mention.key)
        return replace(
            above,
            city=told.get("city", above.city),
            period=told.get("period", above.period),
            is_period_told=above.is_period_told or "period" in told,
            indicator=told.get("indicator", ""),
            subject=told.get("subject", above.subject),
        )


class Nearby:
    """The names around each place of a text: what a figure might be of besides what it is taken for."""

    def __init__(self, text: str, found: list[Mention]) -> None:
        self.ends = {kind: [match.end() for match in pattern.finditer(text)] for kind, pattern in STRETCHES.items()}
        self.names: dict[tuple[str, int], set[str]] = {}
        for mention in found:
            key = (mention.kind, self.stretch(mention.kind, mention.start))
            if mention.key and len(self.names.setdefault(key, set())) < MOST:
                self.names[key].add(mention.key)

    def stretch(self, kind: str, at: int) -> int:
        """The number of the paragraph or sentence that a place lies in."""
        return bisect_right(self.ends.get(kind, []), at)

    def around(self, at: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Cities, periods and indicators named in the stretch of a place."""
        city, period, indicator = (
            frozenset(self.names.get((kind, self.stretch(kind, at)), ())) for kind in ("city", "period", "indicator")
        )
        return city, period, indicator
