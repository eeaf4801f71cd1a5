"""Faults of workbooks as they are found, each at its cell and in the language of its reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from openpyxl.utils import get_column_letter

from zjjstats.errors import Fault
from zjjstats.workbooks.cautions import COLUMNS, WARNINGS
from zjjstats.workbooks.sayings import ERRORS

Lang = Literal["zh", "en"]


def column_name(column: str, lang: Lang) -> str:
    """What to call a column of the ledger."""
    return COLUMNS.get(column, column) if lang == "zh" else column


def address(row: int, column: int) -> str:
    """A cell's address, both counted from 1: ``C5``."""
    return f"{get_column_letter(column)}{row}"


@dataclass
class Faults:
    """The faults found so far, in the language of the person who reads them, and notes that are no faults."""

    lang: Lang = "zh"
    found: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    places: dict[tuple[str, str, str, str], None] = field(default_factory=dict)

    def add(
        self, key: str, file: str, *, sheet: str = "", at: tuple[int, int] = (0, 0), column: str = "", value: str = "",
        **words: object,
    ) -> None:  # fmt: skip
        """Adds a fault by its key, once for each cell; ``at`` is row and column from 1, (0, 0) the sheet."""
        cell = address(*at) if all(at) else ""
        if (key, file, sheet, cell) in self.places:
            return
        self.places[key, file, sheet, cell] = None
        severity: Literal["error", "warning"] = "error" if key in ERRORS else "warning"
        texts = ERRORS.get(key) or WARNINGS[key]
        rule, hint = texts[:2] if self.lang == "zh" else texts[2:]
        words = {"column": column_name(column, self.lang)} | words
        self.found.append(
            Fault(file, at[0], column, value[:200], rule.format(**words), sheet, cell, severity, hint.format(**words))
        )

    def note(self, zh: str, en: str) -> None:
        """Adds what a person should know though nothing is wrong."""
        self.notes.append(zh if self.lang == "zh" else en)

    @property
    def errors(self) -> list[Fault]:
        """The faults that stop an import."""
        return [fault for fault in self.found if fault.severity == "error"]

    @property
    def warnings(self) -> list[Fault]:
        """The faults that are worth a look."""
        return [fault for fault in self.found if fault.severity == "warning"]
