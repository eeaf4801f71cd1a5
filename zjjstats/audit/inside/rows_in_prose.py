"""What sentences behind a table say of its rows, which they call by name: gaps, moves, shares, growth, multiples, sums."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections import Counter

from zjjstats.audit.inside.cells_compared import BRACKETS, PAIR, TOGETHER, Named, given_by
from zjjstats.audit.inside.column_rules import digits
from zjjstats.audit.inside.grids import Table, lists, tables
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed
from zjjstats.audit.reading.layout import Item
from zjjstats.phrases import Lang

# How far behind a table its rows are still called by name, in figures and in paragraphs.
AHEAD, PARAGRAPHS, LONG_WORD, LONG_NAME = 40, 6, 5, 4
MEASURED_AS = re.compile(r"(?:增速|增长率?|增幅|总量|率)$| (?:growth|rate|index)$")
OF_MATTER = re.compile("[值额资入率速量数费税口电业]$|^[全总各]")
OF_INDUSTRY = re.compile("^(?:规模以上|规模|规上|全市|全省)?工业|^园区")
KIND_OF_ROW = re.compile(
    r"(?:自治[县州]|[县区市镇乡村州]|街道|社区|园区?|产业园|片区)$| (?:county|township|town|park|district|city|ward|village|parish|port|zone|office|school|plant|mill|works)$",
    re.IGNORECASE,
)


def of_tables(items: list[Item], lang: Lang) -> dict[int, Finding]:
    """By number of a figure behind a table, what the cells that its words name say of it."""
    found: dict[int, Finding] = {}
    for table in (*tables(items), *lists(items)):
        last = max(one.number for one in table.cells.values())
        names = row_names(table)
        below = items[last].paragraph
        for item in items[last + 1 : last + 1 + AHEAD]:
            if item.cell is not None or item.paragraph > below + PARAGRAPHS:
                break
            finding = of_table(items, item, table, names, lang)
            if finding is not None:
                found.setdefault(item.number, finding)
    return found


def of_table(items: list[Item], item: Item, table: Table, names: dict[int, list[str]], lang: Lang) -> Finding | None:
    """What a table's cells say of one figure."""
    if item.reading.kind == "range" or item.reading.unit == "rank":
        return None
    named = rows_named(items, item, names)
    if not named.sentence and not TOGETHER.search(named.words):
        return None
    given = [*given_by(item, table, named, lang)]
    asked = [one.made for one in given if one.is_asked]
    # Where words ask for one value, no other cells give what is printed but by chance.
    is_sure = len({one.exact for one in asked}) == 1 and bool(named.here)
    for some in (asked,) if is_sure else (asked, [one.made for one in given]):
        # Many cells give a number of few digits by chance.
        if len({one.exact for one in some}) <= 10 ** (digits(item) - 1) * 2:
            findings = (only_confirmed(judged(item.reading, one.exact, one.evidence)) for one in some)
            if found := next(filter(None, findings), None):
                return found
    if not is_sure:
        return None
    finding = judged(item.reading, asked[0].exact, asked[0].evidence)
    # Where two rows are named and their cells can give one value alone, another is wrong by whichever digit.
    is_only = len(given) == 1 and len(named.here) == PAIR
    return finding if is_only else cautious(item.reading, finding)


def row_names(table: Table) -> dict[int, list[str]]:
    """How sentences may call the rows of a table: in full, and without the word for what they are."""
    names: dict[int, list[str]] = {}
    for row, column in table.cells:
        full = BRACKETS.sub("", table.cells[row, column].name).strip().lower()
        short = KIND_OF_ROW.sub("", full).strip()
        names[row] = [one for one in (full, short, *shorter(full)) if len(one) >= PAIR]
    every = Counter(one for called in names.values() for one in dict.fromkeys(called))
    return {row: [one for one in called if every[one] == 1 or one == called[0]] for row, called in names.items()}


def shorter(name: str) -> list[str]:
    """What is left of an indicator's name in a sentence: output for gross industrial output growth."""
    plain = MEASURED_AS.sub("", name).strip()
    words = plain.split()
    if not plain.isascii():
        # 宏达 for 宏达机械, but no 工业 for 工业总产值.
        is_of_firm = len(plain) >= LONG_NAME and not OF_MATTER.search(plain)
        return [plain, OF_INDUSTRY.sub("", plain), *([plain[:PAIR]] if is_of_firm else [])]
    return [plain, " ".join(words[1:]), *(word for word in words[-1:] if len(word) >= LONG_WORD)]


def rows_named(items: list[Item], item: Item, names: dict[int, list[str]]) -> Named:
    """The rows that the words around a figure name."""
    near = [one for one in items[max(0, item.number - 4) : item.number + 1] if one.cell is None]
    clause = item.own_before.lower() + " \0 " + item.own_after.lower()
    segment = "".join(one.before for one in near if one.segment == item.segment).lower() + item.after.lower()
    sentence = "".join(one.before for one in near if one.sentence == item.sentence).lower() + item.after.lower()
    here, around = found_in(clause, names), found_in(segment, names)
    everywhere = found_in(sentence, names)
    order = dict.fromkeys((*here, *around, *everywhere))
    last = near[-PAIR] if len(near) >= PAIR else item
    if here and last is not item and (last.segment, last.reading.unit) == (item.segment, item.reading.unit):
        # The row that the figure before alone is of is compared with what that is: A runs 7.3 points faster and B 0.6.
        theirs = found_in(last.own_before.lower(), names)
        order = {one: None for one in order if one in here or len(theirs) != 1 or one not in theirs}
    first = tuple(one for one in everywhere[-1:] if one in order)
    return Named(here, tuple(one for one in order if one not in first) + first, sentence)


def found_in(words: str, names: dict[int, list[str]]) -> tuple[int, ...]:
    """The rows that words name, the last first."""
    places = {row: max((words.rfind(name) for name in called), default=-1) for row, called in names.items()}
    return tuple(sorted((row for row, place in places.items() if place >= 0), key=lambda row: -places[row]))
