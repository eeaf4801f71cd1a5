"""The names in tables, and those around each place of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from zjjstats.audit.naming.context import Context, replace
from zjjstats.audit.naming.firmness import TOLERANCE
from zjjstats.audit.naming.mention import Mention
from zjjstats.audit.reading.cells import Cell, Cells
from zjjstats.audit.reading.glue import leftover
from zjjstats.periods import Period

# So many names of a stretch are held; they bound the cost of a figure.
MOST = 6
STRETCHES = {
    "city": re.compile(r"\n"),
    "period": re.compile(r"\n"),
    "topic": re.compile(r"\n"),
    "indicator": re.compile(r"[。！？\n；;]|(?<!\bNo)\.(?=\s)"),
}
TOTAL_ROW = re.compile(
    r"^(?:合计|总计|共计|小计|总数|[一二三四五六七八九十]+市)|^(?:total|sum|all)\b(?! (?:projects|schemes))",
    re.IGNORECASE,
)
SINCE = re.compile(r"[比较同]$|\b(?:on|over|from|than|since|against|versus|vs\.?|to)(?: the| its)? $", re.IGNORECASE)
UNIT = re.compile(r"[（(][^（()）]*[)）]|(?<=增)速度?|(?<=位)次|%")
MONTH = re.compile(r"(?P<number>1[0-2]|[1-9])月(?:份|当月|单月)?(?:增速|增长)?")
OF_BEFORE = re.compile(
    r"^(?:同比)?(?:增速|增幅|增长|增长率|排名|位次|全省位次|全省排名)|^(?:growth|rank|change)\b", re.IGNORECASE
)


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
        self.found = [
            mention
            for mention in found
            if self.hold(mention.start) and (not mention.is_aside or is_back(text, mention))
        ]
        self.starts = [mention.start for mention in self.found]
        named = [mention.start for mention in self.found if mention.kind == "city"]
        self.of_cities = {
            number for number, (begin, end) in extents.items() if bisect_left(named, begin) < bisect_left(named, end)
        }

    def hold(self, place: int) -> bool:
        """Whether a place lies in a table."""
        number = bisect_right(self.begins, place) - 1
        return number >= 0 and place < self.extents[number][1]

    def context(self, cell: Cell, unit: str, above: Context) -> Context:
        """What a cell's figure is of: as its row says, then its column, then the text above the table."""
        told: dict[str, str] = {}
        # The head of the first column may tell whose table it is, and of when.
        corner = self.heads.get((cell.table, 0), cell.head)
        for begin, end in (corner, cell.head, cell.name):
            if (begin, end) == corner and cell.column:
                names = self.found[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]
                told |= {one.kind: one.key for one in names if one.kind in ("city", "period", "subject")}
                continue
            for mention in self.found[bisect_left(self.starts, begin) : bisect_left(self.starts, end)][:MOST]:
                told[mention.kind] = mention.key
        period = told.get("period", above.period)
        if (
            period
            and "period" not in told
            and (month := MONTH.fullmatch(UNIT.sub("", self.cells.words(cell.head)).strip()))
        ):
            # A column of one month: 11月（%） beside 1—11月（%）.
            number = int(month["number"])
            told["period"] = period = str(Period(Period.parse(period).year, number, number))
        if (back := told.get("back")) and period and unit != "places":
            then = Period.parse(period)
            period = str(Period(then.year - int(back), then.first_month, then.last_month))
        column = cell.column
        while (
            "indicator" not in told
            and column > 1
            and (unit in ("rank", "places") or OF_BEFORE.search(self.cells.words(self.heads[cell.table, column])))
        ):
            # Growth and rank are of what the column before them tells.
            column -= 1
            begin, end = self.heads[cell.table, column]
            for mention in self.found[bisect_left(self.starts, begin) : bisect_left(self.starts, end)][:MOST]:
                told.setdefault(mention.kind, mention.key)
        # A row of all is of no city in a table of several, unless it is of all projects.
        is_total = cell.table in self.of_cities and TOTAL_ROW.search(self.cells.words(cell.name))
        return replace(
            above,
            city=told.get("city", above.city if "subject" in told or not is_total else ""),
            period=period,
            is_period_told=above.is_period_told or "period" in told or "back" in told,
            is_period_here=above.is_period_told or "period" in told or "back" in told,
            indicator=told.get("indicator", ""),
            # Under a head that names no matter of its own, a figure may be of what stands above the table.
            maybe=above.maybe if "indicator" not in told and is_glue(self.cells.words(cell.head)) else (),
            subject=told.get("subject", above.subject),
        )


def is_glue(head: str) -> bool:
    """Whether a column's head says how something is measured, and not what."""
    return bool(MONTH.fullmatch(UNIT.sub("", head).strip())) or leftover(UNIT.sub("", head)) <= TOLERANCE


def is_back(text: str, mention: Mention) -> bool:
    """Whether a column's head or a row's name tells an earlier year, and is not of a change since then."""
    is_told = mention.kind == "back" and mention.key not in ("", "-1")
    return is_told and not SINCE.search(text[max(0, mention.start - 16) : mention.start])


class Nearby:
    """The names around each place of a text: what a figure might be of besides what it is taken for."""

    def __init__(self, text: str, found: list[Mention]) -> None:
        self.ends = {kind: [match.end() for match in pattern.finditer(text)] for kind, pattern in STRETCHES.items()}
        self.names: dict[tuple[str, int], set[str]] = {}
        for mention in found:
            for kind in (mention.kind, "topic") if mention.kind == "indicator" else (mention.kind,):
                key = (kind, self.stretch(kind, mention.start))
                is_told = mention.kind == "city" or not mention.is_aside
                if mention.key and is_told and len(self.names.setdefault(key, set())) < MOST:
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

    def topics(self, at: int) -> frozenset[str]:
        """Indicators named in the paragraph of a place."""
        return frozenset(self.names.get(("topic", self.stretch("topic", at)), ()))
