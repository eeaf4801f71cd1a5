"""Tables that stand below one another in a sheet, each under a header of its own."""

from __future__ import annotations

from zjjstats.workbooks.aliases import Aliases
from zjjstats.workbooks.headers import DEEPEST, Header, complete, find_header, header_at
from zjjstats.workbooks.sheets import Sheet
from zjjstats.workbooks.words import fold, is_blank

# A second header must tell this many columns; a note that speaks of a project's name does not.
TOLD = 4
TITLE_CELLS = 2


def headers_of(sheet: Sheet, table: str, aliases: Aliases, needed: str) -> list[Header]:
    """The headers of a sheet's tables from top to bottom, each with the last row of its table; none where none is."""
    best = find_header(sheet, table, aliases, needed)
    if best is None:
        return []
    words = {word for word, columns in aliases.words.get(table, {}).items() if columns == (needed,)}
    headers, row = [best], 0
    while (row := next_row(sheet, row + 1, words, best)) > 0:
        if any(header.first <= row <= header.last for header in headers):
            continue
        found = header_around(row, sheet, table, aliases, needed)
        if found is None:
            continue
        complete(found, sheet)
        same = next((header for header in headers if header.columns == found.columns), None)
        if same is not None:
            # The header of a printed page in other words: it stands once more, and heads no table of its own.
            same.lines |= found.lines
        else:
            headers.append(found)
            row = found.last
    headers.sort(key=lambda header: header.first)
    for header, after in zip(headers, [*headers[1:], None], strict=True):
        header.end = len(sheet.rows) if after is None else top_of(after, sheet, header.last) - 1
    for header in headers[1:]:
        header.top = top_of(header, sheet, 0)
        complete(header, sheet)
    return headers


def next_row(sheet: Sheet, start: int, words: set[str], best: Header) -> int:
    """The next row in which a cell is one of the words for the needed column, or 0; plain rows are passed quickly."""
    place = best.columns.get("serial", 0)
    for row in range(start, len(sheet.rows) + 1):
        cells = sheet.rows[row - 1]
        if 0 < place <= len(cells) and isinstance(cells[place - 1], (int, float)):
            continue
        if any(isinstance(cell, str) and 0 < len(cell) <= DEEPEST * TOLD and fold(cell) in words for cell in cells):
            return row
    return 0


def header_around(row: int, sheet: Sheet, table: str, aliases: Aliases, needed: str) -> Header | None:
    """The header that a row is part of, where it tells enough."""
    near = {near: sheet.row(near) for near in range(max(row - 1, 1), min(row + DEEPEST, len(sheet.rows)) + 1)}
    spans = [(first, last) for first in near if first <= row for last in near if row <= last < first + DEEPEST]
    best = max((header_at(*span, table, aliases, near) for span in spans), key=lambda header: header.told)
    return best if needed in best.columns and len(best.columns) >= TOLD else None


def top_of(header: Header, sheet: Sheet, last: int) -> int:
    """The first row of what stands above a lower table's header as its title: rows of one text or two."""
    row = header.first
    while row - 1 > last and len({fold(str(c)) for c in sheet.row(row - 1) if not is_blank(c)}) <= TITLE_CELLS:
        if all(map(is_blank, sheet.row(row - 1))):
            break
        row -= 1
    return row
