"""How firmly a name and a figure are tied: by what the words between them hold besides glue."""

from __future__ import annotations

import functools
import re

from zjjstats.audit.reading.glue import MATTER_EN, MATTER_ZH, leftover

# How firmly: nothing but glue stands between; clauses without a matter of their own do; words that may be one do; a
# matter of their own does, so that the figure is of that.
CERTAIN, CLAUSES, WORDS, NONE = 3, 2, 1, 0
# So much may stand between an indicator and its figure that is no glue.
TOLERANCE = 1
CLAUSES_OF = re.compile(r"[，,；;：:。！？!?（(）)—\n]|\.(?= |$)|--")


@functools.lru_cache(maxsize=4096)
def firmness(words: str) -> int:
    """How firmly the words between a name and a figure let the figure be of what is named.

    Examples
    --------
    >>> firmness("，居全省") == CERTAIN, firmness("再上台阶，增长") == CLAUSES, firmness("令人瞩目") == WORDS
    (True, True, True)
    >>> firmness("增长，出口增长") == NONE
    True
    """
    if leftover(words) <= TOLERANCE:
        return CERTAIN
    if MATTER_ZH.search(words) or MATTER_EN.search(words):
        return NONE
    return CLAUSES if leftover(CLAUSES_OF.split(words)[-1]) <= TOLERANCE else WORDS


def firmness_of(words: str, own: re.Pattern[str] | None) -> int:
    """How firmly words tie what follows to an indicator, whose own name's words are no other matter."""
    firm = firmness(words)
    return min(firmness(own.sub(" ", words)), CLAUSES) if firm == NONE and own is not None else firm
