"""Frames as CSV and JSON: numbers as they are, missing as missing, and no text that a spreadsheet would run."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

# A spreadsheet takes text that starts so for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def plain_number(number: float) -> str:
    """A number in full, whole ones without a decimal point."""
    return str(int(number)) if float(number).is_integer() else repr(float(number))


def cell(value: Any) -> str:  # noqa: ANN401 - a cell holds anything
    """A value as a CSV cell."""
    if pd.isna(value):
        return ""
    if isinstance(value, int | float):
        return plain_number(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def to_csv(frame: pd.DataFrame) -> str:
    """The frame as CSV text with a header."""
    return str(frame.map(cell).to_csv(index=False, lineterminator="\n"))


def to_json(frame: pd.DataFrame) -> str:
    """The frame as a JSON list with one object per row; missing values are null."""
    rows = [
        {name: None if pd.isna(value) else int(value) if is_whole(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def is_whole(value: Any) -> bool:  # noqa: ANN401 - a cell holds anything
    """Whether a value is a number without a fraction."""
    return isinstance(value, int | float) and float(value).is_integer()
