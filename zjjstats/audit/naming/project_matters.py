"""Whether a figure is of projects at all, or of another programme, of firms and meetings, of entries."""

from __future__ import annotations

import re
from bisect import bisect_left

from zjjstats.audit.naming import project_words as said
from zjjstats.audit.naming.project_clauses import Words


class Subjects:
    """The programmes and databases that a text names, in their order, as (start, end, whether a database)."""

    def __init__(self, named: list[tuple[int, int, bool]]) -> None:
        self.programmes = [(start, end) for start, end, is_database in named if not is_database]
        self.databases = [(start, end) for start, end, is_database in named if is_database]
        # Whether entries are told of, and no projects since; the paragraph that tells of another programme.
        self.is_database, self.other_in = False, -1

    def last(self, place: int, *, of_database: bool | None = None) -> tuple[int, int]:
        """Where the last one named before a place starts and ends."""
        lists = {True: [self.databases], False: [self.programmes], None: [self.databases, self.programmes]}
        found = [named[at - 1] for named in lists[of_database] if (at := bisect_left(named, (place, 0)))]
        return max(found, default=(-1, -1))

    def names(self, start: int, stop: int, *, of_database: bool | None = None) -> bool:
        """Whether one is named in a stretch of the text."""
        return self.last(stop, of_database=of_database)[0] >= start

    def is_of_other(self, words: Words) -> bool:
        """Whether another programme is told of: to the end of its paragraph, or until one of the workspace is named."""
        item, start = words.item, words.item.reading.start - len(words.lead)
        at = max((start + match.end() for match in said.OTHER.finditer(words.lead)), default=-1)
        named = self.last(item.reading.start)[1]
        if at > named or said.OTHER.match(words.near.lstrip()):
            self.other_in = item.paragraph
        elif named > start:
            self.other_in = -1
        return self.other_in == item.paragraph

    def is_entered(self, words: Words) -> bool:
        """Whether the database that a figure has entered is named behind it."""
        end = words.item.reading.end
        behind = words.rest if said.ENTERED.search(words.near) else words.near
        return self.names(end, end + len(behind), of_database=True)

    def is_of_database(self, words: Words) -> bool:
        """Whether a figure is of entries into a database: told of last, and no kind of projects since."""
        begin = words.item.reading.start
        start = begin - len(words.lead)
        told = [start + match.start() for match in said.DATABASE.finditer(words.lead)]
        left = [start + match.start() for match in said.AWAY.finditer(words.lead)]
        programme = self.last(begin, of_database=False)[0]
        at = max([self.last(begin, of_database=True)[0], *told])
        away = max([programme, *left])
        is_behind = said.DATABASE.search(words.near) and programme < start
        if at > max(away, start - 1) or is_behind or self.is_entered(words):
            self.is_database = True
        elif away >= start:
            self.is_database = False
        return self.is_database


def is_of_matter(words: Words, *, was_other: bool) -> bool:
    """Whether a count is of firms, meetings or the like, by its measure, its noun or what its sentence told last."""
    if words.item.reading.unit != "count":
        return False
    if (
        said.MEASURES.search(words.item.text)
        or said.NOUN_ZH.match(words.tail)
        or said.MATTER.match(words.tail.lstrip())
    ):
        return True
    if said.PROJECT.match(words.tail.lstrip()):
        return False
    matter = max((match.start() for match in said.MATTER.finditer(words.own)), default=-1)
    projects = max((match.start() for match in said.PROJECT.finditer(words.own)), default=-1)
    return matter > projects or (was_other and words.goes_on and projects < 0)


def is_counted(words: Words) -> bool:
    """Whether what stands behind a number lets it count projects."""
    if words.item.text[-1:] in ("个", "项"):
        return bool(said.COUNTED_ZH.match(words.tail))
    if re.search("[一-鿿]$", words.item.text):
        return False
    return bool(said.COUNTED_EN.match(words.tail) or said.COUNTED_ZH.match(words.tail))
