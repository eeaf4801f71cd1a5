"""pandas by counting: each key gets one whole number, and ranks and bases are read from arrays at that number.

pandas itself hashes every row anew for each question: is a key repeated, which row does it meet, where does its group
start. A table of indicators is dense, nearly every city for every period, and its values are published to few digits;
both can be counted instead of hashed or sorted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

# An array with more cells than this for each row costs more than what it saves.
CELLS_PER_ROW = 4
# So many values tell whether a column's values repeat.
SAMPLE = 10_000

Numbers = NDArray[np.int64]


class Codes(NamedTuple):
    """A column of each of several tables as whole numbers from ``lowest`` on, ``kinds`` of them at most."""

    columns: Sequence[NDArray[Any]]
    lowest: int
    kinds: int


def as_they_stand(columns: Sequence[Any]) -> Codes | None:
    """Columns of whole numbers that lie close together, which need no other code; None of any others."""
    found = [column.to_numpy() for column in columns if isinstance(column.dtype, np.dtype)]
    if len(found) < len(columns) or not all(len(one) and np.can_cast(one.dtype, np.int64) for one in found):
        return None
    lowest, highest = min(int(one.min()) for one in found), max(int(one.max()) for one in found)
    kinds = highest - lowest + 1
    return Codes(found, lowest, kinds) if kinds <= sum(map(len, found)) else None


def by_kind(columns: Sequence[Any]) -> Codes:
    """Columns of anything, the distinct values numbered in the order in which they come; -1 where there is none."""
    codes, kinds = pd.factorize(columns[0] if len(columns) == 1 else pd.concat(columns, ignore_index=True))
    return Codes(np.split(codes, np.cumsum([len(column) for column in columns])[:-1]), -1, len(kinds) + 1)


def numbered(*sides: Sequence[Any]) -> tuple[list[Numbers], int]:
    """A whole number for each row of each side, equal where all its columns are, and what all of them are below.

    Missing equals missing. The numbers leave out few between 0 and the highest: arrays can be as long as that.

    Parameters
    ----------
    sides
        The pandas columns of a table, those of the next one in the same order and of the same types.
    """
    rows = [len(side[0]) for side in sides]
    columns = list(zip(*sides, strict=True))
    standing = [as_they_stand(column) for column in columns]
    coded = [codes or by_kind(column) for codes, column in zip(standing, columns, strict=True)]
    most = CELLS_PER_ROW * sum(rows)
    if any(standing) and math.prod(codes.kinds for codes in coded) > most:
        # Numbers that leave out many, such as years with months.
        coded = [by_kind(column) for column in columns]
    numbers, room = [np.zeros(count, dtype=np.int64) for count in rows], 1
    for codes in coded:
        for side, column in enumerate(codes.columns):
            # In place: to make an array of so many rows takes as long as to compute it.
            numbers[side] *= codes.kinds
            numbers[side] += column
            numbers[side] -= codes.lowest
        room *= codes.kinds
        if room > most:
            dense, kept = pd.factorize(np.concatenate(numbers))
            numbers, room = np.split(dense.astype(np.int64), np.cumsum(rows)[:-1]), len(kept)
    return numbers, room


def base(current: Any, previous: Any, *, value: str, keys: Sequence[str]) -> Any | None:  # noqa: ANN401 - pandas is untyped
    """The value that each current row has in the previous ones, missing where there is none; None if a key is repeated.

    Parameters
    ----------
    current, previous
        pandas frames, the keys of the same type in both.
    value
        Column of the previous frame that is looked up.
    keys
        Columns that identify a row in both; a row that misses one of them meets no other.
    """
    (now, before), room = numbered([current[key] for key in keys], [previous[key] for key in keys])
    for numbers in (now, before):
        is_held = np.zeros(room, dtype=bool)
        is_held[numbers] = True
        if np.count_nonzero(is_held) < len(numbers):
            return None
    lacking = [current[key].isna().to_numpy() for key in keys if current[key].hasnans]
    values = previous[value]
    if values.dtype == np.float64:
        # The value itself stands in the cell: to look up its row there, and then the value, would be twice the way.
        cells = np.full(room, np.nan)
        cells[before] = values.to_numpy()
        found = cells[now]
        for is_lacking in lacking:
            found[is_lacking] = np.nan
        return found
    # Read in no order at all: the narrower, the more of it is at hand.
    row: NDArray[Any] = np.full(room, -1, dtype=np.int32 if len(before) < 2**31 else np.int64)
    row[before] = np.arange(len(before))
    rows = row[now]
    for is_lacking in lacking:
        rows[is_lacking] = -1
    return pd.api.extensions.take(values.array, rows, allow_fill=True)


def spread(texts: Any, rows: Any) -> Any:  # noqa: ANN401 - likewise
    """A pandas column of texts for the rows that are marked, in their order, and missing for all others."""
    found = pd.Series(np.nan, index=rows.index, dtype=texts.dtype, name=texts.name)
    found.array[rows.to_numpy(dtype=bool)] = texts.array
    return found


def ranks(judged: Any, by: Sequence[Any], *, descending: bool) -> tuple[Any, Any]:  # noqa: ANN401 - likewise
    """Competition rank and number ranked, as pandas' whole numbers, the rank missing where the value is.

    Parameters
    ----------
    judged
        A pandas column of numbers.
    by
        pandas columns within which to rank; a missing one is a group of its own.
    descending
        Whether the highest is first.
    """
    place, missing = places(judged.to_numpy(dtype=np.float64, na_value=np.nan), descending=descending)
    (groups,), room = numbered(by)
    is_missing = place == missing
    # A cell for each place in each group, the last one for those without a value.
    width = missing + 1
    cells = groups * width + place
    if room * width <= CELLS_PER_ROW * len(cells):
        count = np.bincount(cells, minlength=room * width).reshape(room, width)
        before = count.cumsum(axis=1) - count
        better, of = before.ravel()[cells], before[:, missing][groups]
    else:
        better = before_in_order(cells, groups)
        of = np.bincount(groups[~is_missing], minlength=room)[groups]
    return pd.arrays.IntegerArray(better + 1, is_missing), pd.arrays.IntegerArray(of, np.zeros_like(is_missing))


def places(values: NDArray[np.float64], *, descending: bool) -> tuple[Numbers, int]:
    """The place of each value among the distinct ones, best first from 0; and how many these are, the place of none."""
    sample = values[:: len(values) // SAMPLE + 1]
    if len(np.unique(sample)) <= len(sample) // 2:
        codes, kinds = pd.factorize(values)
        order = np.argsort(kinds)
    else:
        # Values that hardly repeat are sorted faster than hashed; "not a number" comes last.
        kinds, codes = np.unique(values, return_inverse=True)
        order = np.arange(len(kinds) - np.isnan(kinds[-1:]).sum())
    missing = len(order)
    place = np.full(missing + 1, missing, dtype=np.int64)
    place[order[::-1] if descending else order] = np.arange(missing)
    # A missing value's code, -1 or the highest, is the last place either way.
    return place[codes], missing


def before_in_order(cells: Numbers, groups: Numbers) -> Numbers:
    """How many rows of the same group have a lower cell, where groups lie one behind the other."""
    order = np.argsort(cells)
    row = np.arange(len(cells))

    def first(numbers: Numbers) -> Numbers:
        """The row at which the run of equal numbers starts."""
        is_first = np.append(True, numbers[1:] != numbers[:-1])
        return np.maximum.accumulate(np.where(is_first, row, 0))

    found = np.empty_like(cells)
    found[order] = first(cells[order]) - first(groups[order])
    return found
