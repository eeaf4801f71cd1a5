"""With which signs a pattern may begin, so that a long one is tried only where one of them stands.

An alternation of hundreds of words costs as much at every sign of a text as at those where one of them begins, and
these are few. The engine of `re` finds that out by itself for plain words alone, not for groups and what looks around.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

AROUND = (op.AT, op.ASSERT, op.ASSERT_NOT)
REPEATED = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern compiled, tried only where it may begin."""
    return re.compile(guarded(pattern), flags)


def guarded(pattern: str) -> str:
    """The pattern with a look ahead for the signs that it may begin with; as it is where these are any.

    Examples
    --------
    >>> guarded("(?P<rise>增|up)|(?P<fall>下降)")
    '(?i:(?=[u下增]))(?:(?P<rise>增|up)|(?P<fall>下降))'
    """
    signs, may_be_empty = first_signs(_parser.parse(pattern))
    if may_be_empty or not signs:
        return pattern
    # In capitals or not, as a part of the pattern or all of it may be.
    return f"(?i:(?=[{''.join(sorted(signs))}]))(?:{pattern})"


def first_signs(parts: Iterable[tuple[Any, Any]]) -> tuple[set[str] | None, bool]:
    """What may be first in parts of a pattern, None for anything; and whether they may be empty."""
    found: set[str] = set()
    for kind, of in parts:
        if kind in AROUND:
            continue
        signs, may_be_empty = signs_of(kind, of)
        if signs is None:
            return None, False
        found |= signs
        if not may_be_empty:
            return found, False
    return found, True


def signs_of(kind: Any, of: Any) -> tuple[set[str] | None, bool]:  # noqa: ANN401 - the parser's own types
    """The same for one part."""
    if kind is op.LITERAL:
        kind, of = op.IN, [(op.LITERAL, of)]
    if kind is op.IN and all(one in (op.LITERAL, op.RANGE) for one, _ in of):
        spans = (ends if one is op.RANGE else (ends,) for one, ends in of)
        return {"-".join(re.escape(chr(end)) for end in ends) for ends in spans}, False
    if kind is op.SUBPATTERN:
        return first_signs(of[3])
    if kind in REPEATED:
        signs, may_be_empty = first_signs(of[2])
        return signs, may_be_empty or of[0] == 0
    if kind is op.BRANCH:
        found, empty = zip(*map(first_signs, of[1]), strict=True)
        return None if None in found else set().union(*found), any(empty)
    return None, False
