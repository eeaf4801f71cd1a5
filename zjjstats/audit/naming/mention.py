"""A name in a text and its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """A name in the text.

    The ``kind`` is city, period, back, this, month, span, quarter, indicator or subject.

    A subject is a programme or database; month, span and quarter tell a time whose figures no table holds.

    An empty key is that of another one, which the workspace does not have. The key of ``back`` is how many years the
    words go back from the period told; ``this`` leads back to the year of the release. A name ``aside`` is what
    something is compared with: only a figure right by it is of it.
    """

    start: int
    end: int
    kind: str
    key: str
    is_aside: bool = False
    # An indicator by part of its name, which may be another's: 技改, 产值.
    is_short: bool = False
