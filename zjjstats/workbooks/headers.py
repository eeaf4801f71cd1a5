"""The header of a sheet, found and not configured: title rows above it, up to three rows joined, units taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zjjstats.workbooks.aliases import Aliases
from zjjstats.workbooks.amounts import unit_of
from zjjstats.workbooks.sheets import Sheet
from zjjstats.workbooks.words import PLACES_OF_UNITS, fold, is_total

# A header stands near the top; titles and remarks above it take a few rows.
LOOKED_AT = 40
DEEPEST = 3
# Of these a second column is a fault, whatever its words: which of the two holds cannot be guessed.
ONLY_ONE = frozenset(
    {"name", "city", "county", "investment_cny_1e4", "planned_start", "planned_completion", "started_on"}
    | {"suspended_on", "resumed_on", "completed_on"}
)
UNIT_LINE = re.compile(r"单位[:]?([^\d,，;；]{0,3}元)")
# What no alias lists is read by what it says: the first rule that fits. Amounts of a single year are never the total.
SAID = (
    (re.compile(r"(年度|本年|今年|当年|累计|完成|已|到位|其中|占)"), re.compile(r"投资"), ()),
    (re.compile(r"(计划|拟|预计|预期)"), re.compile(r"(开工|动工|开建)"), ("planned_start",)),
    (re.compile(r"(实际|已)"), re.compile(r"(开工|动工)"), ("started_on",)),
    (re.compile(r"(计划|拟|预计|预期)"), re.compile(r"(竣工|完工|建成|投产)"), ("planned_completion",)),
    (re.compile(r"(实际|已)"), re.compile(r"(竣工|完工|建成|投产)"), ("completed_on",)),
    (re.compile(r"总"), re.compile(r"投资"), ("investment_cny_1e4",)),
)  # fmt: skip
YEAR = re.compile(r"20\d{2}(?=年)")
PARTLY = re.compile(r"(年度|本年|今年|当年|\d{4}年|累计|完成|到位|其中|占)")
NO_DATE = re.compile(r"(情况|进展|形象|内容|备注|原因|率|是否|个数|数$)")
# What neither an alias nor these tell: a start or a completion without a word whether it is planned, years from and
# to, counties in any order; what a header may join to the name of a project.
ALSO = "建设|主要|规模|内容|企业|单位|业主|编号|地点|简介|概况"
WHEN = r"(?:时间|日期|年月|月份)*"
BARE = (
    (re.compile(rf"(?:建设|项目|工程)?开(?:工)?[、/和及(]?竣(?:\))?工{WHEN}|(?:建设|项目)?起止{WHEN}"), ("term",)),
    (re.compile(rf"(?:项目|工程|正式)*(?:开工|动工|开建)(?:建设)?{WHEN}"), ("started_on", "planned_start")),
    (
        re.compile(rf"(?:项目|工程|正式)*(?:竣工|完工|建成)?[、/或并]?(?:竣工|完工|建成|投产|达产|验收){WHEN}"),
        ("planned_completion", "completed_on"),
    ),
    (re.compile(r"(?:所[在属]|责任|申报)?(?=[^区县]*[区县])[区县市旗(),、/]{2,8}(?:名称)?"), ("county",)),
    (re.compile(r"(?:所[在属])?(?:行政)?区[划域](?:名称)?"), ("county",)),
    (
        re.compile(
            rf"(?:(?!单位|法人|业主|编号|代码).)*(?:项目|工程)(?:及企业|及单位|全)?名称(?:[及和、/](?:{ALSO}).{{0,6}}|\([^()]*\))?"
        ),
        ("name",),
    ),
    (re.compile(r"(?:项目|计划)?投资(?:额|金额|总量|规模)?"), ("investment_cny_1e4",)),
    (re.compile(r"(?:项目|建设|目前|当前|进展|实施|开工|竣工)*(?:状态|阶段|开工情况|竣工情况)"), ("state",)),
)
# The English half of a header in both languages: 总投资 Investment.
LATIN = re.compile(r"(?:no\.|[a-z][a-z'/\-]*)")


@dataclass
class Header:
    """Where a sheet's header is, and which column of the table each of its columns holds."""

    first: int
    last: int
    columns: dict[str, int]
    texts: dict[int, str]
    twice: dict[int, str] = field(default_factory=dict)
    passed: dict[int, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    years: dict[str, str] = field(default_factory=dict)
    unit_above: str = ""
    title: str = ""
    joined: int = 0
    lines: set[tuple[str, ...]] = field(default_factory=set)
    top: int = 1
    end: int = 0

    @property
    def told(self) -> tuple[int, int, int]:
        """How much the header tells, how much of it only its levels together tell, and in how few rows."""
        return len(self.columns) + len(self.twice), self.joined, self.first - self.last

    def repeats(self, cells: list[object]) -> bool:
        """Whether a row of cells is one of the header's own lines, standing once more."""
        return tuple(fold(str(cell)) for cell in cells) in self.lines


def find_header(sheet: Sheet, table: str, aliases: Aliases, needed: str) -> Header | None:
    """The header row or rows that tell most columns of the table, the needed one among them; None if none does."""
    best: Header | None = None
    height = min(len(sheet.rows), LOOKED_AT)
    rows = {row: sheet.row(row) for row in range(1, min(height + DEEPEST, len(sheet.rows)) + 1)}
    for first in range(1, height + 1):
        for last in range(first, min(first + DEEPEST, len(sheet.rows) + 1)):
            found = header_at(first, last, table, aliases, rows)
            if needed in found.columns and (best is None or found.told > best.told):
                best = found
    if best is None or (len(best.columns) < 2 and len(best.texts) > 1):  # noqa: PLR2004 - one word may be chance
        return None
    complete(best, sheet)
    return best


def header_at(first: int, last: int, table: str, aliases: Aliases, rows: dict[int, list[object]]) -> Header:
    """What the rows from first to last tell, joined, if they are the header."""
    found = Header(first, last, {}, {})
    if first < last and len({text for c in range(1, len(rows[first]) + 1) if (text := text_at(rows[first], c))}) < 2:  # noqa: PLR2004
        # One text alone is the title, however many cells it is merged over.
        return found
    width = max(len(rows[row]) for row in range(first, last + 1))
    wanted: list[tuple[int, tuple[str, ...], str]] = []
    sure: dict[int, bool] = {}
    for column in range(1, width + 1):
        levels = distinct([text_at(rows[row], column) for row in range(first, last + 1)])
        if not levels or any(len(level) > 40 for level in levels):  # noqa: PLR2004 - a header is no sentence
            continue
        found.texts[column] = "".join(levels)
        known = meaning(levels, table, aliases)
        if meant := known or said_by(levels, table):
            sure[column] = bool(known)
            found.joined += len(levels) > 1 and meant != meaning(levels[-1:], table, aliases)
            wanted.append((column, meant, "".join(levels)))
    # A column that can only be one thing comes first; one that may be several takes what is left.
    for column, meant, text in sorted(wanted, key=lambda one: (not sure[one[0]], len(one[1]))):
        free = [name for name in meant if name not in found.columns]
        if free:
            found.columns[free[0]] = column
            if year := YEAR.search(text):
                found.years[free[0]] = year[0]
            if free[0] == "investment_cny_1e4":
                found.units[free[0]] = unit_of(text)
        elif (sure[column] and len(meant) == 1 and meant[0] in ONLY_ONE) or text in (
            found.texts[found.columns[n]] for n in meant
        ):
            found.twice[column] = meant[0]
        else:
            found.passed[column] = meant[0]
    return found


def meaning(levels: list[str], table: str, aliases: Aliases) -> tuple[str, ...]:
    """The columns that a header's levels may stand for: all joined, then without the outermost, then what they say."""
    bare = without_units(levels)
    for texts in (levels, bare, without_english(levels), without_english(bare)):
        for start in range(len(texts)):
            if columns := aliases.columns(table, "".join(texts[start:])):
                return columns
    said = "".join(bare) if table == "projects" else ""
    for one, other, columns in SAID:
        if one.search(said) and other.search(said) and not NO_DATE.search(said):
            return columns
    return ()


def said_by(levels: list[str], table: str) -> tuple[str, ...]:
    """The columns that a header may stand for by what it says, where `meaning` knows none."""
    bare = without_units(levels)
    ways = (levels, bare, without_english(levels), without_english(bare)) if table == "projects" else ()
    parts = ["".join(texts[start:]) for texts in ways for start in range(len(texts))]
    # What is said to be a part, or of one year, is not the whole.
    if any(PARTLY.search(part) for part in parts):
        return ()
    return next((columns for rule, columns in BARE if any(map(rule.fullmatch, parts))), ())


def without_units(levels: list[str]) -> list[str]:
    """The levels without what stands in brackets."""
    return [PLACES_OF_UNITS.sub("", level) for level in levels]


def without_english(levels: list[str]) -> list[str]:
    """The levels without Latin words, where there are Chinese ones beside them."""
    return [LATIN.sub("", level) or level for level in levels]


def distinct(levels: list[str]) -> list[str]:
    """The levels without blanks and without one that repeats the level above, as a merged cell does."""
    kept: list[str] = []
    for level in levels:
        if level and level not in kept:
            kept.append(level)
    return kept


def text_at(cells: list[object], column: int) -> str:
    """The folded text of a cell, or nothing where it holds a number or a day."""
    value = cells[column - 1] if column <= len(cells) else ""
    return fold(value) if isinstance(value, str) else ""


def complete(header: Header, sheet: Sheet) -> None:
    """Adds what stands around the header: lines of units and numbers below it, title and unit above it."""
    depth = range(header.top, min(header.last + DEEPEST + 1, len(sheet.rows)) + 1)
    rows = {row: sheet.row(row) for row in depth}
    while header.last + 1 in rows and is_part(rows[header.last + 1], header):
        header.last += 1
        for name in header.units:
            unit = unit_of(text_at(rows[header.last], header.columns[name]))
            header.units[name] = header.units[name] or unit
    # A cell merged down into the header belongs to it, and so does its row.
    linked = {top for top, _, bottom, _ in sheet.marks.merges if top < header.first <= bottom <= header.last}
    header.first = min([header.first, *(top for top in linked if header.last - top < DEEPEST)])
    above = [
        text
        for row in range(header.top, header.first)
        for text in distinct([text_at(rows[row], c) for c in range(1, len(rows[row]) + 1)])
    ]
    header.title = " ".join(above)
    if stated := UNIT_LINE.search(header.title.replace(" ", "")):
        header.unit_above = unit_of(stated[1])
    for row in range(header.first, header.last + 1):
        line = tuple(fold(str(cell)) for cell in rows[row])
        if sum(map(bool, line)) > 1:
            header.lines.add(line)


def is_part(cells: list[object], header: Header) -> bool:
    """Whether a row still belongs to the header: it holds only units, or numbers its columns."""
    texts = [fold(str(cell)) for cell in cells]
    kept = {column: text for column, text in enumerate(texts, 1) if text and text not in header.texts.get(column, "")}
    fresh = list(kept.values())
    if not fresh:
        return any(texts)
    if all(PLACES_OF_UNITS.fullmatch(text) or unit_of(text) == text or text in ("年月", "%") for text in fresh):
        return True
    numbers = [text.removesuffix(".0") for text in fresh if text not in "甲乙丙丁戊"]
    counted = [str(number) for number in range(1, len(numbers) + 1)]
    return len(fresh) > DEEPEST and not any(map(is_total, fresh)) and [n.strip("()") for n in numbers] == counted
