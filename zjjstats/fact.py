"""One figure of a briefing: the row that all the others are made of."""

from __future__ import annotations

from typing import Any

import pandas as pd

DTYPES = {
    "fact": "str",
    "city": "str",
    "period": "str",
    "base_period": "str",
    "value": "Float64",
    "unit": "str",
    "part": "Float64",
    "whole": "Float64",
    "of": "Int64",
    "origin": "str",
    "source": "str",
    "note": "str",
}
Fact = dict[str, Any]


def fact(name: str, period: str, value: Any, unit: str, *, source: str, note: Any = "", **rest: Any) -> Fact:  # noqa: ANN401
    """One figure; ``rest`` are the columns that only some figures have."""
    told = {"fact": name, "period": period, "value": value, "unit": unit, "origin": "computed", "source": source}
    return told | rest | {"note": "" if pd.isna(note) else note}


def joined(texts: pd.Series) -> str:
    """The different sources of several rows, as one text."""
    return "; ".join(dict.fromkeys(text for text in texts.dropna() if text))


def as_frame(figures: list[Fact], *, city: str, is_sample: bool) -> pd.DataFrame:
    """The figures as a frame of the agreed columns and types."""
    frame = pd.DataFrame(figures, columns=list(DTYPES)).assign(city=city)
    if is_sample:
        frame = frame.assign(origin="sample")
    return frame.astype(DTYPES)
