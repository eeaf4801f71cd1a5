"""Texts of a table's cells to values, kind by kind; what cannot be read is a fault with its rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from zjjstats.errors import PeriodError, UnknownNameError
from zjjstats.periods import ACCEPTED, Period
from zjjstats.schema import PROVINCE, Column, Kind

Read = Callable[[str], object]

INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
BOOLEANS = {"true": True, "false": False}
AUTONOMOUS_PREFECTURE = "自治州"
ADMINISTRATIVE_ENDINGS = (AUTONOMOUS_PREFECTURE, "地区", "市", "州", "盟")
PEOPLES = re.compile("(?:[\u4e00-\u9fff]{1,4}族)+自治州")


class CityNames(Mapping[str, str]):
    """Every way to write a city, to its key: key, Chinese name with or without 市 or 州, English name."""

    def __init__(self, cities: pd.DataFrame) -> None:
        self.keys_by_name = {PROVINCE: PROVINCE, "全省": PROVINCE}
        self.prefectures: dict[str, str] = {}
        for key, name_zh, name_en in zip(cities["city"], cities["name_zh"], cities["name_en"], strict=True):
            ending = next((end for end in ADMINISTRATIVE_ENDINGS if name_zh.endswith(end)), "")
            stem = name_zh.removesuffix(ending)
            written = {key, name_en, name_zh, stem}
            if ending == AUTONOMOUS_PREFECTURE:
                written.add(f"{stem}州")
                self.prefectures[stem] = key
            for name in written - {""}:
                self.keys_by_name.setdefault(name.casefold(), key)

    def __getitem__(self, name: str) -> str:
        """The key of a city.

        Raises
        ------
        UnknownNameError
            No city is written like that; the message gives the nearest names.
        """
        folded = name.strip().casefold()
        if folded in self.keys_by_name:
            return self.keys_by_name[folded]
        for stem, key in self.prefectures.items():
            # The full name of an autonomous prefecture also names its peoples: 湘西土家族苗族自治州.
            if folded.startswith(stem) and PEOPLES.fullmatch(folded.removeprefix(stem)):
                return key
        valid = dict.fromkeys(self.keys_by_name.values())
        raise UnknownNameError.among("city", name, valid, near=self.keys_by_name)

    def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204 - Mapping's own
        return iter(self.keys_by_name)

    def __len__(self) -> int:
        return len(self.keys_by_name)


def matching(pattern: re.Pattern[str], rule: str, convert: Read) -> Read:
    """A reader that refuses, with the rule, what does not match the pattern as a whole."""

    def read(text: str) -> object:
        if not pattern.fullmatch(text):
            raise ValueError(rule)
        return convert(text)

    return read


def read_date(text: str) -> pd.Timestamp:
    """The day, or an error where the calendar has none such."""
    try:
        return pd.Timestamp(text)
    except ValueError:
        raise ValueError("must be a day of the calendar") from None


def read_period(text: str) -> str:
    """The period as it stands in the tables."""
    try:
        return str(Period.parse(text))
    except PeriodError:
        raise ValueError(f"must be a period: {ACCEPTED}") from None


def read_boolean(text: str) -> bool:
    """True or false."""
    if text.lower() not in BOOLEANS:
        raise ValueError("must be true or false")
    return BOOLEANS[text.lower()]


READERS: dict[Kind, Read] = {
    "text": str,
    "key": str,
    "indicator": str,
    "period": read_period,
    "integer": matching(INTEGER, "must be a whole number such as 15, without separators or units", int),
    "number": matching(NUMBER, "must be a number such as 1234.5, without separators, units or signs such as %", float),
    "date": matching(DATE, "must be a day such as 2022-03-31", read_date),
    "boolean": read_boolean,
}


def read_column(texts: pd.Series, column: Column, cities: CityNames | None) -> tuple[pd.Series, dict[int, str]]:
    """The column's values, and by row the rule that a text breaks; an empty or broken text is a missing value.

    Parameters
    ----------
    texts
        The column as text; its index is the line in the file.
    column
        What the column holds.
    cities
        The cities of the workspace, for a column of cities.
    """
    read: Read = cities.__getitem__ if column.kind == "city" and cities is not None else READERS.get(column.kind, str)
    codes, kinds = pd.factorize(texts)
    values: list[object] = []
    rules: dict[int, str] = {}
    # Each distinct text is read once, however many rows have it.
    for code, text in enumerate(kinds):
        values.append(None)
        try:
            if text:
                values[code] = read(text)
        except (ValueError, UnknownNameError) as error:
            rules[code] = str(error)
    read_values = pd.Series(values, dtype=column.dtype).take(codes).set_axis(texts.index)
    broken = np.flatnonzero(np.isin(codes, list(rules))) if rules else ()
    return read_values, {int(texts.index[row]): rules[codes[row]] for row in broken}


def as_fraction(texts: pd.Series) -> pd.Series:
    """Percentages to fractions, by moving the decimal point in the text: 8.1 / 100 is not the number nearest 0.081."""
    codes, kinds = pd.factorize(texts)
    moved = pd.Series([float(f"{text}e-2") if text else None for text in kinds], dtype="Float64")
    return moved.take(codes).set_axis(texts.index)
