"""Corrections: each is a row that says which value stands in a table, which is used, why, and by what source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from zjjstats.cells import CityNames, read_column
from zjjstats.codebook import TABLES
from zjjstats.errors import Fault
from zjjstats.schema import Column


def correct(
    texts: dict[str, pd.DataFrame],
    cities: CityNames | None,
    faults: list[Fault],
    partial: Mapping[str, set[int]] | None = None,
) -> dict[str, int]:
    """Applies the corrections to the texts, and returns how many each table took.

    Of a table in ``partial``, which was only read in part, a correction may name a row that is not there; its own line
    is added then.
    """
    counts: dict[str, int] = {}
    rules = TABLES["corrections"]
    for line, row in texts.get("corrections", pd.DataFrame()).iterrows():
        frame, table = texts.get(row["table"]), TABLES.get(row["table"])

        def fault(column: str, rule: str, line: Any = line, row: Any = row) -> None:  # noqa: ANN401 - a row of text
            faults.append(Fault(rules.file, int(line), column, row[column], rule))

        if frame is None or table is None or table is rules:
            fault("table", "must be another table of the workspace")
            continue
        if frame.empty:
            # Its own faults are told already.
            continue
        declared = {column.name: column for column in table.columns}
        wanted = dict(pair.partition("=")[::2] for pair in row["key"].split(";"))
        if row["column"] not in declared:
            fault("column", f"must be a column of {table.file}: {', '.join(declared)}")
            continue
        if not row["key"] or any(name not in declared for name in wanted):
            fault("key", f"must name a row by column=value pairs joined by ; with columns {', '.join(declared)}")
            continue
        found = named(frame, wanted, declared, cities)
        if partial and row["table"] in partial and not found.any():
            partial[row["table"]].add(int(line))
        elif found.sum() != 1:
            fault("key", f"must name one row of {table.file}; it names {found.sum()}")
        elif not same(frame.loc[found, row["column"]], row["value_seen"], declared[row["column"]], cities).all():
            present = frame.loc[found, row["column"]].iloc[0]
            fault(
                "value_seen",
                f"no longer stands in {table.file}, which now has {present!r}: drop or renew the correction",
            )
        else:
            frame.loc[found, row["column"]] = row["value_used"]
            counts[row["table"]] = counts.get(row["table"], 0) + 1
    return counts


def named(
    frame: pd.DataFrame, wanted: Mapping[str, str], declared: Mapping[str, Column], cities: CityNames | None
) -> pd.Series:
    """Whether each row has the wanted values."""
    found = pd.Series(data=True, index=frame.index)
    for name, text in wanted.items():
        found &= same(frame[name], text, declared[name], cities)
    return found


def same(texts: pd.Series, text: str, column: Column, cities: CityNames | None) -> pd.Series:
    """Whether each text means the same value as the given one; a text that cannot be read means nothing."""
    seen, unreadable = read_column(pd.Series([text]), column, cities)
    if unreadable:
        return pd.Series(data=False, index=texts.index)
    if not text:
        return texts == ""
    read, _ = read_column(texts, column, cities)
    return (read == seen.iloc[0]).fillna(value=False).astype(bool)
