"""The city that a heading tells its section is about."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from zjjstats.audit.naming.mention import Mention

HEADING = re.compile(
    r"^(?:#+ .*|\*\*[^*\n]*\*\*|[一二三四五六七八九十]{1,3}、[^\n。；]{1,40}|[（(][一二三四五六七八九十][)）][^\n。；]{1,40})$",
    re.MULTILINE,
)


class Sections:
    """By place of a text, the one city that the heading above it names; that of the release where it names none.

    Parameters
    ----------
    text
        The folded text.
    found
        Its names outside of tables, in order.
    city
        The city of the release.
    """

    def __init__(self, text: str, found: list[Mention], city: str) -> None:
        cities = [one for one in found if one.kind == "city"]
        places = [one.start for one in cities]
        self.ends: list[int] = []
        self.keys = [city]
        for heading in HEADING.finditer(text):
            named = cities[bisect_left(places, heading.start()) : bisect_left(places, heading.end())]
            keys = {one.key for one in named}
            self.ends.append(heading.end())
            self.keys.append(keys.pop() or city if len(keys) == 1 else city)

    def city_at(self, place: int) -> str:
        """Whose section a place lies in."""
        return self.keys[bisect_right(self.ends, place)]
