"""pandas by counting: each key gets one whole number, and ranks and bases are read from arrays at that number.

pandas itself hashes every row anew for each question: is a key repeated, which row does it meet, where does its group
start. A table of indicators is dense, nearly every city for every period, and its values are published to few digits;
both can be counted instead of hashed or sorted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

# An array with more cells than this for each row costs more than what it saves.
CELLS_PER_ROW = 4
# So many values tell whether a column's values repeat.
SAMPLE = 10_000

Numbers = NDArray[np.int64]


def numbered(columns: Sequence[Any]) -> tuple[Numbers, int]:
    """A whole number for each row, equal where all the columns are, and the number that all of them are below.

    Missing equals missing. The numbers leave out few between 0 and the highest: arrays can be as long as that.
    """
    numbers, room = np.zeros(len(columns[0]), dtype=np.int64), 1
    for column in columns:
        codes, kinds = pd.factorize(column)
        numbers *= len(kinds) + 1
        numbers += codes + 1
        room *= len(kinds) + 1
        if room > CELLS_PER_ROW * len(numbers):
            dense, kept = pd.factorize(numbers)
            numbers, room = dense.astype(np.int64), len(kept)
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
    both = [pd.concat([current[key], previous[key]], ignore_index=True) for key in keys]
    numbers, room = numbered(both)
    now, before = numbers[: len(current)], numbers[len(current) :]
    is_held = np.zeros(room, dtype=bool)
    is_held[now] = True
    if np.count_nonzero(is_held) < len(now):
        return None
    # Read in no order at all: the narrower, the more of it is at hand.
    row: NDArray[Any] = np.full(room, -1, dtype=np.int32 if len(before) < 2**31 else np.int64)
    row[before] = np.arange(len(before))
    if np.count_nonzero(row >= 0) < len(before):
        return None
    found = row[now]
    for key in keys:
        if current[key].hasnans:
            found[current[key].isna()] = -1
    return pd.api.extensions.take(previous[value].array, found, allow_fill=True)


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
    groups, room = numbered(by)
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
