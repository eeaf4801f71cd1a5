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
    row = np.full(room, -1, dtype=np.int64)
    row[now] = 0
    if np.count_nonzero(row == 0) < len(now):
        return None
    row[:] = -1
    row[before] = np.arange(len(before))
    if np.count_nonzero(row >= 0) < len(before):
        return None
    found = row[now]
    for key in keys:
        if current[key].hasnans:
            found[current[key].isna()] = -1
    return pd.api.extensions.take(previous[value].array, found, allow_fill=True)


def ranks(judged: Any, by: Sequence[Any], *, descending: bool) -> tuple[Any, Any] | None:  # noqa: ANN401 - likewise
    """Competition rank and number ranked as whole numbers; None where values repeat too little for counting to pay.

    Parameters
    ----------
    judged
        A pandas column of numbers.
    by
        pandas columns within which to rank; a missing one is a group of its own.
    descending
        Whether the highest is first.
    """
    values = judged.to_numpy(dtype=np.float64, na_value=np.nan)
    sample = values[:: len(values) // SAMPLE + 1]
    if len(np.unique(sample)) > len(sample) // 2:
        return None
    codes, kinds = pd.factorize(values)
    groups, room = numbered(by)
    # Beside the values of a group stands one cell more, last, for those without a value.
    missing, width = len(kinds), len(kinds) + 1
    if room * width > CELLS_PER_ROW * len(values):
        return None
    place = np.full(width, missing, dtype=np.int64)
    place[np.argsort(-kinds if descending else kinds)] = np.arange(missing)
    cells = groups * width
    # The code of a missing value, -1, is the last place.
    cells += place[codes]
    count = np.bincount(cells, minlength=room * width).reshape(room, width)
    better = count.cumsum(axis=1) - count
    rank, of = better.ravel()[cells] + 1, better[:, missing][groups]
    return pd.arrays.IntegerArray(rank, codes < 0), pd.arrays.IntegerArray(of, np.zeros(len(of), dtype=bool))
