"""What the cells of a table give that a sentence calls by their rows: gaps, moves, shares, growth, multiples, sums."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import NamedTuple

from zjjstats.audit.inside.column_rules import EARLIER, YEAR, is_apart, is_earlier
from zjjstats.audit.inside.grids import TOTAL_ROW, Table
from zjjstats.audit.inside.made_of_cells import Made, apart, grown, is_quantity, over, together, whole_of
from zjjstats.audit.judging.quantities import FALL, amount
from zjjstats.audit.reading.deltas import is_delta
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.patterns import GROWTH_WORDS
from zjjstats.phrases import Lang

PAIR = 2
# Lower than somebody else, whom the table may not know, is no move since last year.
ANOTHER = re.compile(
    r"(?<!同)[比较于](?![^，。]{0,3}[年期])|\b(?:than|above|below)\b(?! (?:(?:in|the|a|it was|one) )*(?:year|last|before|previous|20))",
    re.IGNORECASE,
)
WIDER = re.compile("province|provincial|hunan|nation|average|全省|全国|全市|平均", re.IGNORECASE)
# What rose or fell back did so since another time.
MOVES = re.compile("提高|回落|下滑|放缓|减缓|加快|前移|后移")
BRACKETS = re.compile(r" ?[（(][^（()）]*[)）]")
TOGETHER = re.compile(
    r"合计|总计|共|一起|加起来|之和|together|in all|combined|between them|in total|sum|both|all (?:told|three|four|five)",
    re.IGNORECASE,
)
OF_SHARE = re.compile(
    r"占|比重|份额|贡献|share|account|took|takes|made up|makes up|of (?:the|all|it|that|its)|contribut|provid|or (?:nearly |about )?$",
    re.IGNORECASE,
)
OF_PLAN = re.compile(
    r"剩|尚|还有|未|差|欠|left|remain|still|to go|short|yet|unfinished|idle|outstanding", re.IGNORECASE
)
OF_TIME = re.compile(
    rf"{MOVES.pattern}|同比|上年|去年|同期|比.{{0,4}}年|上移|下移|上升|前进|后退|slip|climb|slow|quick|ease|improv|增长|增加|下降|减少|多收|少收|净增|on the year|year|rose|grew|gain|fell|lost|added|add|more|less|up\b|down\b|higher|lower|increase|drop|decline|grow",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """The rows that a figure's words name, nearest first; ``here`` are those of its own clause."""

    here: tuple[int, ...]
    sentence: tuple[int, ...]
    # What the sentence says up to the figure, and right behind it.
    words: str = ""

    @property
    def compared(self) -> frozenset[int]:
        """The two rows that a clause compares: both in it, or the one in it and the one its sentence begins with."""
        is_move = MOVES.search(self.words) and not ANOTHER.search(self.words)
        if len(self.here) == 1 and len(self.sentence) >= PAIR and not is_move:
            return frozenset((self.here[0], self.sentence[-1]))
        return frozenset(self.here if len(self.here) == PAIR else ())


class Given(NamedTuple):
    """What named cells give, and whether words ask for it."""

    made: Made
    is_asked: bool


def given_by(item: Item, table: Table, named: Named, lang: Lang) -> Iterator[Given]:
    """The values that the rows a figure's words name may give for it."""
    words = item.own_before + " " + item.own_after[:24]
    rows = named.sentence[:4]
    if item.reading.unit in ("pct", "multiple"):
        for row in rows[:PAIR]:
            yield from over_time(item, table, row, words, lang)
        yield from across(item, table, rows, lang)
        return
    called = columns_called(table, item, named.words)
    for column in table.columns:
        like = {
            row: table.cells[row, column]
            for row in rows
            if (row, column) in table.cells and is_like(table.cells[row, column], item)
        }
        for (at, one), (there, other) in combinations(like.items(), PAIR):
            is_asked = column in called and {at, there} == named.compared and not OF_PLAN.search(words)
            yield gap(item, one, other, lang, is_asked=is_asked)
        yield from totals(item, table, column, rows, lang)
    for row in rows[:PAIR]:
        yield from moves(item, table, row, named, lang)


def totals(item: Item, table: Table, column: int, rows: tuple[int, ...], lang: Lang) -> Iterator[Given]:
    """The sum of the rows that words name together, or of all."""
    if not TOGETHER.search(item.before + item.own_after):
        return
    of = rows if len(rows) >= PAIR else table.rows
    own = [table.cells[row, column] for row in of if (row, column) in table.cells]
    parts = [one for one in own if not TOTAL_ROW.search(one.name) and is_like(one, item)]
    if len(parts) >= PAIR and is_quantity(parts[0]):
        yield Given(together(item, parts, lang), is_asked=False)


def moves(item: Item, table: Table, row: int, named: Named, lang: Lang) -> Iterator[Given]:
    """How far the figures of a row lie apart: since an earlier time, or of what is done from what was planned."""
    words = item.own_before + " " + item.own_after[:24]
    is_asked, sentence = named.here == (row,), named.words
    if ANOTHER.search(words) and not OF_PLAN.search(words) and not WIDER.search(sentence):
        return
    own = [one for (at, _), one in table.cells.items() if at == row and is_like(one, item)]
    for one, other in combinations(own, PAIR):
        is_moved = is_earlier(one.head, other.head) or is_earlier(other.head, one.head)
        is_told = bool(OF_TIME.search(words)) if is_moved else bool(OF_PLAN.search(words))
        is_told = is_told or (is_set_against(one.head, other.head, sentence) and not is_moved)
        yield gap(item, one, other, lang, is_asked=is_told and is_asked and len(own) == PAIR)


def is_set_against(one: str, other: str, words: str) -> bool:
    """Whether words set two columns of places against each other: the city's against the province's."""
    heads = [BRACKETS.sub("", head).strip(" *_%").lower() for head in (one, other)]
    told_of = [
        bool(head) and (head in words or (bool(WIDER.search(head)) and bool(WIDER.search(words)))) for head in heads
    ]
    return all(told_of) or (any(WIDER.search(head) for head in heads) and bool(WIDER.search(words)))


def is_like(one: Item, item: Item) -> bool:
    """Whether a cell is of what a figure may be a difference or a sum of."""
    return is_apart(item, one) and not (is_quantity(one) and is_delta(one))


def columns_called(table: Table, item: Item, words: str) -> set[int]:
    """The columns of what a figure may be made of whose heads words name; all of those of today where they name none."""
    heads = {
        column: BRACKETS.sub("", cells[0].head).strip(" *_%,").lower()
        for column in table.columns
        if (cells := [one for one in table.column(column) if is_like(one, item)]) and not EARLIER.search(cells[0].head)
    }
    years = {column: match[0] for column, head in heads.items() if (match := YEAR.search(head))}
    if years and not any(year in words for year in years.values()):
        heads = {column: head for column, head in heads.items() if years.get(column) in (None, max(years.values()))}
    named = {column for column, head in heads.items() if len(head) >= PAIR and head in words}
    ends = {column for column, head in heads.items() if len(head) >= PAIR and re.split(r"[ ]", head)[-1][-8:] in words}
    short = {column for column, head in heads.items() if head and not head.isascii() and head[-2:] in words}
    return named or ends or short or set(heads)


def gap(item: Item, one: Item, other: Item, lang: Lang, *, is_asked: bool) -> Given:
    """How far two cells lie apart, in the unit of the figure."""
    high, low = sorted((one, other), key=lambda cell: cell.reading.value, reverse=True)
    return Given(apart(item, high, low, lang), is_asked)


def over_time(item: Item, table: Table, row: int, words: str, lang: Lang) -> Iterator[Given]:
    """The growth, or the multiple, from what a row tells of an earlier time to what it tells of today; its shares."""
    is_growth = bool(GROWTH_WORDS.search(words)) and not OF_SHARE.search(item.own_before[-12:])
    own = {column: one for (at, column), one in table.cells.items() if at == row and is_quantity(one) and amount(one)}
    is_times = item.reading.unit == "multiple"
    for now, then in permutations(own.values(), PAIR):
        if is_apart(now, then) and is_earlier(then.head, now.head) and (is_growth or item.reading.kind != "share"):
            made = grown(now, then, lang, times=is_times)
            is_fall = not is_times and FALL.search(words)
            yield Given(made._replace(exact=-made.exact) if is_fall else made, is_asked=True)
    if is_growth or is_times:
        return
    for column, part in own.items():
        whole = whole_of(table.column(column))
        if whole and not TOTAL_ROW.search(part.name):
            is_asked = bool(OF_SHARE.search(words)) and not EARLIER.search(part.head)
            yield Given(over(part, whole, lang), is_asked)


def across(item: Item, table: Table, rows: tuple[int, ...], lang: Lang) -> Iterator[Given]:
    """One row's figure over another's, column by column."""
    is_times = item.reading.unit == "multiple"
    for column in table.columns:
        cells = [table.cells[row, column] for row in rows[:3] if (row, column) in table.cells]
        for part, whole in permutations([one for one in cells if is_quantity(one) and amount(one)], PAIR):
            made = grown(part, whole, lang, times=True) if is_times else over(part, amount(whole), lang)
            is_asked = is_times and made.exact > 1 and len(rows) == PAIR and not EARLIER.search(part.head)
            yield Given(made, is_asked)
