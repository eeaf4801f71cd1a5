"""What a column of a table is made of: the rule by which most of its rows follow from the columns beside it.

No words need say that a column is growth, a share, a rate or a gap: where one rule gives what is printed in nearly every
row, to the digit, it is what the column tells, and a row that it does not give is a slip.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import permutations

from zjjstats.audit.inside.grids import TOTAL_ROW, Table, tables
from zjjstats.audit.inside.made_of_cells import Made, apart, grown, is_quantity, over, together, whole_of
from zjjstats.audit.judging.findings import Finding, cautious, judged, only_confirmed
from zjjstats.audit.judging.quantities import amount, measure
from zjjstats.audit.reading.layout import Item
from zjjstats.audit.reading.rank_words import LOST
from zjjstats.phrases import Lang

# So many digits beyond those that one of the rules tried meets by chance; words of the head are worth as much as three,
# and a row that a rule misses by more than a slip costs two.
DIGITS_ENOUGH, WORDS_WORTH, MISSED, PAIR = 3, 3, 2, 2
# A head of moves beside two columns of places names its parts outright, small as these numbers are.
OF_PLACES = 6
FALLING = re.compile(r"降幅|跌幅|减少|下降|\bfall\b|\bdecrease\b|\bloss\b|\bdecline\b", re.IGNORECASE)
UP = re.compile(r"[↑▲△⬆]|up|gained|升|进|增|前移|上移", re.IGNORECASE)
EARLIER = re.compile(
    r"上年|去年|前年|同期|上期|上[季月]|\b(?:last year|year (?:earlier|ago|before)|(?:previous|prior|preceding) (?:year|quarter|month)|before|then)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
WORDS = {
    "growth": re.compile(r"同比|环比|增|降|变化|±|growth|change|rise|fall|on year|yoy|y/y", re.IGNORECASE),
    "difference": re.compile(r"增减|变化|变动|差|增量|净增|余|欠|缺|剩|未|升降|进退|比|高于|低于|change|move|difference|gap|rise|fall|left|remain|short|balance|places|points|more|less|\+/-|open|to do", re.IGNORECASE),
    "share": re.compile(r"占|比重|份额|share|proportion|percent of|% of", re.IGNORECASE),
    "rate": re.compile(r"率|进度|占|比|rate|progress|complet|done|share|%|occupan|fulfil", re.IGNORECASE),
    "sum": re.compile(r"合计|总|小计|共|累计|全年|total|sum|all|together|whole|year to date", re.IGNORECASE),
}  # fmt: skip


Rule = Callable[[int], Made | None]


def by_columns(items: list[Item], lang: Lang) -> dict[int, Finding]:
    """By number of a figure, what the rule of its column says of it."""
    found: dict[int, Finding] = {}
    for table in tables(items):
        for column in table.columns:
            found |= column_findings(table, column, lang) | total_findings(table.column(column), lang)
    return found


def total_findings(column: list[Item], lang: Lang) -> dict[int, Finding]:
    """What the rows of a column say of its last one, where that is called their total."""
    *parts, total = column
    rows = [one.cell.row for one in column if one.cell]
    if len(parts) < PAIR or not TOTAL_ROW.search(total.name) or any(TOTAL_ROW.search(one.name) for one in parts):
        return {}
    if rows != list(range(1, len(rows) + 1)) or not is_quantity(total) or total.reading.approximate:
        return {}
    if {measure(one) for one in parts} != {measure(total)}:
        return {}
    made = together(total, parts, lang)
    finding = cautious(total.reading, judged(total.reading, made.exact, made.evidence))
    return {total.number: finding} if finding else {}


def column_findings(table: Table, column: int, lang: Lang) -> dict[int, Finding]:
    """What the rule of a column says of its figures; nothing where no rule gives most of them."""
    own = [one for one in table.column(column) if not one.reading.approximate and one.reading.kind != "range"]
    unit = (own[0].reading.unit, own[0].reading.kind == "growth") if own else ("", False)
    best: tuple[int, dict[int, Finding]] = (0, {})
    tried = list(rules(table, column, own, lang))
    enough = DIGITS_ENOUGH + len(str(len(tried))) - 1
    for kind, rule in tried:
        findings: dict[int, Finding] = {}
        holds = weight = 0
        for one in own:
            made = rule(one.cell.row) if one.cell else None
            # What a row is called (Lower Hill) makes a bare figure no growth among rates.
            is_like = not one.lead.strip() or (one.reading.kind == "growth") == unit[1]
            if made is None or one.reading.unit != unit[0] or not is_like:
                continue
            finding = judged(one.reading, -made.exact if falls(one) else made.exact, made.evidence)
            if finding is None:
                continue
            findings[one.number] = finding
            holds += finding.verdict == "confirmed"
            weight += worth(one, finding)
        is_worded = bool(own and WORDS[kind].search(own[0].head))
        weight += (OF_PLACES if unit[0] == "places" else WORDS_WORTH) * is_worded
        if not holds or weight < max(best[0] + 1, enough) or holds < len(findings) - holds:
            continue
        best = weight, settled(own, findings, is_sure=holds >= PAIR)
    return best[1]


def worth(one: Item, finding: Finding) -> int:
    """What a row says for a rule: the digits that it meets; a slip says nothing, anything else against it."""
    if finding.verdict == "confirmed":
        return digits(one)
    return digits(one) - 1 if finding.verdict == "last-digit" else -MISSED * (cautious(one.reading, finding) is None)


def settled(own: list[Item], findings: dict[int, Finding], *, is_sure: bool) -> dict[int, Finding]:
    """The findings that may be told: one digit wrong where the rule is sure, else only what holds."""
    by_number = {one.number: one for one in own}
    tell = {
        number: cautious(by_number[number].reading, one) if is_sure else only_confirmed(one)
        for number, one in findings.items()
    }
    return {number: one for number, one in tell.items() if one is not None}


def rules(table: Table, column: int, own: list[Item], lang: Lang) -> Iterator[tuple[str, Rule]]:
    """The rules that a column's figures may follow, by their unit."""
    if not own:
        return
    others = [one for one in table.columns if one != column]
    unit = own[0].reading.unit
    if unit == "pct":
        for other in others:
            yield "share", partial(share, table, lang, (other,))
        for one, other in permutations(others, PAIR):
            if not is_earlier(*(table.column(number)[0].head for number in (one, other))):
                yield "growth", partial(growth, table, lang, (one, other))
            yield "rate", partial(rate, table, lang, (one, other))
        return
    for one, other in permutations(others, PAIR):
        is_behind = column > max(one, other) or WORDS["difference"].search(own[0].head)
        if unit in ("points", "places") or (is_quantity(own[0]) and is_behind):
            yield "difference", partial(gap, table, lang, (column, one, other))
    if is_quantity(own[0]) and (table.columns[-1] == column or WORDS["sum"].search(own[0].head)):
        yield "sum", partial(row_sum, table, lang, (column,))


def is_earlier(one: str, other: str) -> bool:
    """Whether the heads of two columns tell that the first is of an earlier time."""
    years = [match[0] for head in (one, other) if (match := YEAR.search(head))]
    return years[0] < years[1] if len(years) == PAIR else bool(EARLIER.search(one)) and not EARLIER.search(other)


def falls(one: Item) -> bool:
    """Whether a cell tells a fall: by its sign, an arrow, or its head."""
    if one.reading.value < 0 or LOST.search(one.lead):
        return True
    return bool(FALLING.search(one.head)) and not UP.search(one.lead)


def digits(one: Item) -> int:
    """How many digits of a figure a rule has to meet."""
    return len(str(abs(one.reading.value)).replace(".", "").lstrip("0")) or one.reading.decimals + 1


def is_apart(own: Item, one: Item) -> bool:
    """Whether a figure may be a difference of cells like another: points of percentages, places of ranks."""
    of = {"points": "pct", "places": "rank"}.get(own.reading.unit)
    return one.reading.unit == of if of else measure(one) == measure(own) and is_quantity(one)


def pair(table: Table, row: int, *columns: int) -> tuple[Item, Item] | None:
    """Two figures of one measure in a row."""
    first, second = (table.cells.get((row, column)) for column in columns)
    if first is None or second is None or measure(first) != measure(second):
        return None
    return None if first.reading.approximate or second.reading.approximate else (first, second)


def growth(table: Table, lang: Lang, columns: tuple[int, ...], row: int) -> Made | None:
    """How much more a row's figure is than that of another column, in percent."""
    both = pair(table, row, *columns)
    return grown(*both, lang) if both and is_quantity(both[0]) and amount(both[1]) else None


def rate(table: Table, lang: Lang, columns: tuple[int, ...], row: int) -> Made | None:
    """A row's figure in percent of that of another column."""
    both = pair(table, row, *columns)
    return over(both[0], amount(both[1]), lang) if both and is_quantity(both[0]) and amount(both[1]) else None


def share(table: Table, lang: Lang, columns: tuple[int, ...], row: int) -> Made | None:
    """A row's figure in percent of the total of its column."""
    part, whole = table.cells.get((row, columns[0])), whole_of(table.column(columns[0]))
    return over(part, whole, lang) if part is not None and is_quantity(part) and whole else None


def gap(table: Table, lang: Lang, columns: tuple[int, ...], row: int) -> Made | None:
    """How far a row's figure lies from that of another column."""
    own, both = table.cells.get((row, columns[0])), pair(table, row, *columns[1:])
    return apart(own, *both, lang) if own is not None and both and is_apart(own, both[0]) else None


def row_sum(table: Table, lang: Lang, columns: tuple[int, ...], row: int) -> Made | None:
    """The sum of what else a row tells of the measure."""
    own = table.cells.get((row, columns[0]))
    parts = [table.cells[row, other] for other in table.columns if other != columns[0] and (row, other) in table.cells]
    if own is None or len(parts) < PAIR or {measure(one) for one in parts} != {measure(own)}:
        return None
    return together(own, parts, lang)
