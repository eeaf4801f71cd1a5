"""One figure of a briefing: the row that all the others are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

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
# The same for a single value.
PLAIN: dict[str, Callable[[Any], Any]] = {"str": str, "Float64": float, "Int64": int}
Fact = dict[str, Any]


# What a measure's name holds beside its subject: a kind or a scope, and a base.
DETAILED = {"planned", "started", "start_rate", "rank", "rank_change"}
BASED = {"entries_growth", "rank_change"}


class Name(NamedTuple):
    """The parts of a figure's name: ``detail`` is a kind of projects or a scope; what a measure lacks is empty."""

    measure: str
    subject: str
    detail: str
    base: str


@cache
def named(name: str) -> Name:
    """The parts of a figure's name.

    Examples
    --------
    >>> named("rank_change.gdp_growth.province.last_year")
    Name(measure='rank_change', subject='gdp_growth', detail='province', base='last_year')
    >>> named("entries_growth.list.of.projects.last_year").subject
    'list.of.projects'
    """
    measure, rest = name.split(".", 1)
    base = detail = ""
    if measure in BASED:
        rest, base = rest.rsplit(".", 1)
    if measure in DETAILED:
        rest, detail = rest.rsplit(".", 1)
    return Name(measure, rest, detail, base)


def fact(name: str, period: str, value: Any, unit: str, *, source: str, note: Any = "", **rest: Any) -> Fact:  # noqa: ANN401
    """One figure; ``rest`` are the columns that only some figures have."""
    told = {"fact": name, "period": period, "value": value, "unit": unit, "origin": "computed", "source": source}
    return told | rest | {"note": "" if pd.isna(note) else note}


def joined(texts: Iterable[Any]) -> str:
    """The different sources of several rows, as one text."""
    return "; ".join(dict.fromkeys(text for text in texts if not pd.isna(text) and text))


def as_frame(figures: list[Fact], *, city: str, is_sample: bool) -> pd.DataFrame:
    """The figures as a frame of the agreed columns and types."""
    frame = pd.DataFrame(figures, columns=list(DTYPES)).assign(city=city)
    if is_sample:
        frame = frame.assign(origin="sample")
    return frame.astype(DTYPES)


def as_rows(figures: list[Fact], *, city: str, is_sample: bool) -> list[Fact]:
    """The rows of `as_frame`, missing as None, for who looks facts up: a frame of so few costs far more than they."""
    always = {"city": city} | ({"origin": "sample"} if is_sample else {})
    kinds = {name: PLAIN[kind] for name, kind in DTYPES.items()}
    return [
        {name: None if pd.isna(row.get(name)) else kind(row[name]) for name, kind in kinds.items()}
        for row in (figure | always for figure in figures)
    ]
