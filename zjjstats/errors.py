"""What can go wrong, one class per cause; every one carries the exit code of the command line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


class ZjjstatsError(Exception):
    """Base of every error that is a person's to mend; shown without a traceback."""

    exit_code = 2


class PeriodError(ZjjstatsError, ValueError):
    """Raised when a text cannot be read as a period."""


class UnknownNameError(ZjjstatsError, LookupError):
    """Raised when a city, indicator, scheme, workspace or the like does not exist."""

    @classmethod
    def among(
        cls, what: str, name: object, valid: Iterable[str], *, near: Iterable[str] | None = None, shown: int = 20
    ) -> UnknownNameError:
        """Error that names the nearest of the names one may write (``near``), then the valid names themselves."""
        names = list(valid)
        nearest = difflib.get_close_matches(str(name).casefold(), list(near or names), n=3, cutoff=0.5)
        hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
        listed = ", ".join(names[:shown]) + (f" and {len(names) - shown} more" if len(names) > shown else "")
        return cls(f"unknown {what} {name!r}{hint}; valid: {listed or 'none'}")


class FrameError(ZjjstatsError, ValueError):
    """Raised when a data frame lacks a column or repeats a key that must be unique."""


class ReleaseError(ZjjstatsError, ValueError):
    """Raised when a file cannot be read as the text of a release."""


class RunError(ZjjstatsError):
    """Raised when a notebook did not run to its end or lacks what it must produce."""

    exit_code = 1


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a table: where it is, what was found, which rule it breaks.

    ``row`` is the line in the file (the header is line 1), or 0 for the file as a whole. In a workbook ``sheet`` and
    ``cell`` say where. A warning is worth a look, but the value is taken; ``hint`` says how to mend it.
    """

    file: str
    row: int
    column: str
    value: str
    rule: str
    sheet: str = ""
    cell: str = ""
    severity: Literal["error", "warning"] = "error"
    hint: str = ""

    def __str__(self) -> str:
        """The fault as one line, ``file:row, column: value: rule``; in a workbook ``file, sheet!cell, …``."""
        if self.sheet:
            place = f"{self.file}, {self.sheet}" + (f"!{self.cell}" if self.cell else "")
        else:
            place = self.file + (f":{self.row}" if self.row else "")
        column = f", column {self.column}" if self.column else ""
        found = f": found {self.value!r}" if self.value else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{column}{found}: {self.rule}{hint}"


class DataError(ZjjstatsError, ValueError):
    """Raised when tables break their rules; all faults of all tables at once."""

    exit_code = 1

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        count = len(self.faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"{count} fault{'s' if count > 1 else ''} in the tables:\n{lines}")

    def __reduce__(self) -> tuple[type[DataError], tuple[list[Fault]]]:
        """What another process needs to raise the same error."""
        return type(self), (self.faults,)


class TemplateError(ZjjstatsError, ValueError):
    """Raised when a Word template cannot be read, or lacks or misspells a placeholder."""
