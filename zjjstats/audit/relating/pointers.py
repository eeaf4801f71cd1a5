"""The figures that words right beside one point at: of the 42, 的, the former and the latter."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from zjjstats.audit.relating.roles import Role

# The former and the latter are two of so many figures before.
SIDES, BACK = 2, 8
OF_NEXT = re.compile(
    r" (?:out )?of (?:[\w’'-]+ ){0,4}(?:of )?|,? (?:as (?:many|much|large|big|high) as |that of |the )(?:the |that of |those of )*"
)
# 落地项目中，投产6个.
AMONG = re.compile(r"(?:^|[；;。，,：: ])([一-鿿]{2,8}?)(?:项目|企业|单位)?[中里]，")
FORMER, LATTER = re.compile(r"前者|\b[Ff]ormer\b"), re.compile(r"后者|\blatter\b")


def pointed(told: list[Role], role: Role) -> int | None:
    """The number of the figure that words right beside one make its whole: 为计划的400家的113%, 35% of the 42 projects."""
    number = role.item.number
    if number and role.item.before.strip("）) ") in ("的", "之") and told[number - 1].item.segment == role.item.segment:
        return number - 1
    is_next = number + 1 < len(told) and told[number + 1].item.segment == role.item.segment
    return number + 1 if is_next and OF_NEXT.fullmatch(role.item.after) else among(told, role)


def among(told: list[Role], role: Role) -> int | None:
    """The only figure named as the things among which a share's part is told: 落地18个……；落地项目中，投产6个，占三分之一."""
    opened, part = AMONG.search(role.lead), role.anchor
    if opened is None or part is None or role.item.reading.unit != "pct":
        return None
    found = [
        one
        for one in told[max(0, part.item.number - BACK) : part.item.number]
        if one.measure == part.measure
        and one.item.paragraph == part.item.paragraph
        and opened[1] in one.item.own_before
    ]
    return found[0].item.number if len(found) == 1 else None


def two_alike(before: list[Role]) -> list[Role]:
    """The last figure and the last one like it of another segment: 增量0.8亿元；……增至23亿元，增量3亿元. Else the last two."""
    last = before[-1] if before else None
    alike = [
        one
        for one in before
        if last is not None
        and one.item.segment != last.item.segment
        and one.item.reading.unit == last.item.reading.unit
        and one.is_delta == last.is_delta
    ]
    return [alike[-1], last] if alike and last is not None else before[-SIDES:]


def meant(told: list[Role], role: Role) -> tuple[list[Role], list[Role]] | None:
    """The figures that the former and the latter mean in a clause, and those of the two that they do not."""
    is_former, is_latter = (bool(word.search(role.clause)) for word in (FORMER, LATTER))
    if not is_former and not is_latter:
        return None
    of_pct = role.item.reading.unit == "points"
    before = [
        one
        for one in told[max(0, role.item.number - BACK) : role.item.number]
        if (one.item.reading.unit == "pct") == of_pct
        and one.item.reading.unit not in ("points", "places", "rank", "multiple")
        and not FORMER.search(one.clause)
        and not LATTER.search(one.clause)
    ]
    before = two_alike(before)
    if len(before) < SIDES:
        return None
    if is_former and is_latter:
        is_turned = LATTER.search(role.clause).start() < FORMER.search(role.clause).start()  # type: ignore[union-attr]
        return before[::-1] if is_turned else before, []
    return ([before[0]], [before[1]]) if is_former else ([before[1]], [before[0]])
