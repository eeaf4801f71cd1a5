"""Wholes that are told with all their parts, and the two ends of what is spread."""

from __future__ import annotations

import re

from zjjstats.audit.relating.roles import Role

# By how little a sum may miss by its floats.
EDGE = 1e-9
EXTREMES = re.compile(
    r"最[高快大][^，。；]{0,12}最[低慢小]|极差|\b(?:quickest|fastest|highest|best|largest|top|strongest)\b[^.;]{0,24}\b(?:slowest|lowest|worst|smallest|bottom|weakest)\b",
    re.IGNORECASE,
)


def extremes(role: Role, parts: list[Role]) -> tuple[Role, ...]:
    """The largest and the smallest of what is spread as words say: between the quickest and the slowest of them."""
    if role.item.reading.unit != "points" or not EXTREMES.search(role.opening):
        return ()
    levels = sorted((one for one in parts if one.item.reading.unit == "pct"), key=lambda one: one.size)
    return (levels[-1], levels[0]) if levels else ()


def split(parts: list[Role]) -> dict[int, int]:
    """By number of a part, the number (from one) of the whole that is split up into it and what is told beside it."""
    found: dict[int, int] = {}
    for way in (1, -1):
        told = sorted((one for one in parts if one.item.cell is None), key=lambda one: way * one.item.number)
        for at, whole in enumerate(told):
            rest, run = whole.size, []
            for one in told[at + 1 :]:
                if one.measure != whole.measure or abs(one.item.sentence - whole.item.sentence) > 1:
                    continue
                rest -= one.size
                run.append(one.item.number)
                if rest < whole.size * EDGE:
                    break
            if len(run) > 1 and abs(rest) < whole.size * EDGE:
                found = dict.fromkeys(run, whole.item.number + 1) | found
    return found
