"""Frames as CSV and JSON: numbers as they are, missing as missing, and no text that a spreadsheet would run."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from io import StringIO
from typing import Any

import pandas as pd
from pandas.api.types import is_bool, is_number

# A spreadsheet takes text that starts so for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def plain_number(number: float) -> str:
    """A number in full, whole ones without a decimal point, none with an exponent."""
    return f"{number:.0f}" if float(number).is_integer() else f"{Decimal(repr(float(number))):f}"


def cell(value: Any) -> str:  # noqa: ANN401 - a cell holds anything
    """A value as a CSV cell."""
    if pd.isna(value):
        return ""
    if is_bool(value):
        return str(value).lower()
    if is_number(value):
        return plain_number(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def to_csv(frame: pd.DataFrame) -> str:
    """The frame as CSV text with a header."""
    buffer = StringIO()
    # With its own line ends the writer quotes both characters, also where one of them stands alone in a text.
    writer = csv.writer(buffer)
    lines = []
    for row in (frame.columns, *frame.map(cell).itertuples(index=False)):
        buffer.seek(buffer.truncate(0))
        writer.writerow(row)
        lines.append(buffer.getvalue().removesuffix(writer.dialect.lineterminator))
    return "\n".join([*lines, ""])


def to_json(frame: pd.DataFrame) -> str:
    """The frame as a JSON list with one object per row; missing values are null."""
    rows = [{name: json_value(value) for name, value in row.items()} for row in frame.to_dict("records")]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def json_value(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    """A value as JSON holds it: whole numbers without a decimal point."""
    if pd.isna(value):
        return None
    if is_bool(value) or not is_number(value):
        return bool(value) if is_bool(value) else str(value)
    return int(value) if float(value).is_integer() else float(value)
