"""How well a total fits the sum of a list, in powers of ten."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.relating.roles import Role

# Words that make a part a part, a whole a whole; what speaks against a relation; what rules it out but for more.
MARKED, AGAINST, WRONG = 0.4, 1.0, 1.5
LISTS = re.compile(
    r"其中|来自|包括|分别|包含|含|即|分为|由|：|:|—|--|includ|compris|of which|made up|consist|namely|[(（]|split",
    re.IGNORECASE,
)
WHOLLY = re.compile(
    r"全部.{0,4}来自|，?再无|entirely|exclusively|solely|wholly|分为|组成|构成|由|compris|made up of|consist|split into|namely",
    re.IGNORECASE,
)
NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
MANY_PARTS = re.compile(
    r"[两三四五六](?=[类个项家种者批期块])|(?<=前)[二两三](?=季度)|\b(?:two|three|four|five|six)\b", re.IGNORECASE
)


def listed(role: Role, *parts: Role) -> float:
    """The sum of a list: opened by a word behind the total, or closed by a word of the total."""
    score = -AGAINST * role.is_delta + MARKED * role.is_total
    score -= AGAINST * (len({one.is_then for one in parts}) + len({one.is_plan for one in parts}) - 2)
    score -= AGAINST * (not ends(role, parts))
    # 三类车共54辆: of three.
    many = MANY_PARTS.search(role.item.own_before)
    score += 2 * AGAINST * bool(many and NUMBERS[many[0].lower()] == len(parts))
    if parts[0].item.number > role.item.number:
        is_part = LISTS.search(role.item.own_before)
        return score + (2 * MARKED if is_opened(role, parts[0]) else -AGAINST) - 2 * AGAINST * bool(is_part)
    is_column = parts[0].item.cell is not None and role.item.cell is None
    return score - WRONG * (not role.is_total and not is_column)


def ends(role: Role, parts: tuple[Role, ...]) -> bool:
    """Whether no further figure of its sentence follows the last of a list, or none comes before the first of it."""
    last, before = parts[-1], parts[-1].before
    if last.item.number > role.item.number or last.item.cell is not None or last.is_end:
        return last.is_end
    return before is None or before.item.sentence != last.item.sentence or before.measure != last.measure


def is_opened(role: Role, first: Role) -> bool:
    """Whether words between a total and what follows make that a list of its parts."""
    return bool(LISTS.search(role.item.after) or LISTS.search(first.item.before))


def is_wholly(role: Role, parts: tuple[Role, ...]) -> bool:
    """Whether words say that the parts listed are all."""
    return bool(WHOLLY.search(role.item.after) or WHOLLY.match(parts[-1].item.after))
