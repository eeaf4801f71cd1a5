"""A name in a text and its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """A name in the text: ``kind`` is city, period, indicator or subject (a programme or database).

    An empty key is that of another one, which the workspace does not have.
    """

    start: int
    end: int
    kind: str
    key: str
