"""What a table is made of: columns with their kinds, a key, and rules between columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from zjjstats.pandera_alone import pa

Kind = Literal["text", "key", "period", "city", "indicator", "integer", "number", "date", "boolean"]
Rows = Callable[[pd.DataFrame], pd.Series]

PROVINCE = "province"
GROUP = "assessment_group"
UNITS_IN_PERCENT = ("pct", "%")
# How each kind is stored once read, and what it is called in the Data Package standard.
DTYPES: dict[Kind, str] = {"integer": "Int64", "number": "Float64", "date": "datetime64[s]", "boolean": "boolean"}
PACKAGE_TYPES: dict[Kind, str] = {"integer": "integer", "number": "number", "date": "date", "boolean": "boolean"}


@dataclass(frozen=True)
class Column:
    """One column: its kind, what it means, and what a value may be."""

    name: str
    kind: Kind
    meaning: str
    may_be_absent: bool = False
    may_be_empty: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()
    minimum: int | None = None

    @property
    def dtype(self) -> str:
        """The pandas type that the column is stored as."""
        return DTYPES.get(self.kind, "str")

    def checks(self) -> list[pa.Check]:
        """The rules of a single value, each with the words that an analyst reads."""
        rules = []
        if self.choices:
            rules.append(pa.Check.isin(self.choices, error=f"must be one of {', '.join(self.choices)}"))
        if self.minimum is not None:
            rules.append(pa.Check.ge(self.minimum, error=f"must be {self.minimum} or more"))
        if self.kind == "key":
            pattern = r"[a-z0-9][a-z0-9_\-]*"
            rules.append(pa.Check.str_matches(f"^{pattern}$", error="must be lower-case ASCII letters, digits, _ or -"))
        return rules


@dataclass(frozen=True)
class Rule:
    """A rule over the columns of a row: ``holds`` gives one boolean per row; a breach is shown at ``column``."""

    column: str
    text: str
    holds: Rows


@dataclass(frozen=True)
class Table:
    """One table: a row per what, its key, its columns and the rules between them."""

    name: str
    row_per: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def file(self) -> str:
        """The file's name in a workspace."""
        return f"{self.name}.csv"

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)

    def schema(self) -> pa.DataFrameSchema:
        """The checker of the table once its values are read."""
        columns = {
            column.name: pa.Column(
                column.dtype,
                column.checks(),
                nullable=column.may_be_empty or column.may_be_absent,
                description=column.meaning,
            )
            for column in self.columns
        }
        between = [pa.Check(rule.holds, name=rule.column, error=rule.text, ignore_na=False) for rule in self.rules]
        return pa.DataFrameSchema(columns, checks=between, name=self.name)

    def descriptor(self) -> dict[str, Any]:
        """The table as a resource of a Data Package."""
        fields = []
        for column in self.columns:
            field: dict[str, Any] = {"name": column.name, "type": PACKAGE_TYPES.get(column.kind, "string")}
            field["description"] = column.meaning
            if column.unit:
                field["unit"] = column.unit
            constraints: dict[str, Any] = {} if column.may_be_empty or column.may_be_absent else {"required": True}
            if column.choices:
                constraints["enum"] = list(column.choices)
            if column.minimum is not None:
                constraints["minimum"] = column.minimum
            fields.append(field | ({"constraints": constraints} if constraints else {}))
        return {
            "name": self.name.replace("_", "-"),
            "path": self.file,
            "description": f"One row per {self.row_per}.",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": fields, "primaryKey": list(self.key)},
        }
