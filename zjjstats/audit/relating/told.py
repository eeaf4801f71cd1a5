"""What a relation of figures comes to exactly, and how a reader redoes it."""

from __future__ import annotations

from decimal import Decimal

from zjjstats.audit.judging.findings import told
from zjjstats.audit.judging.quantities import HUNDRED
from zjjstats.audit.judging.words import say
from zjjstats.audit.relating.candidates import Candidate
from zjjstats.audit.relating.flows import flow
from zjjstats.audit.relating.roles import Role
from zjjstats.phrases import Lang

PERCENTAGES = frozenset(("pct", "points"))
PHRASES = {"share": "rate", "over": "rate", "added": "growth.added", "more": "multiple.more"}


def quantity(one: Role, role: Role) -> Decimal:
    """A part in the unit of the figure, or in that of its measure where the figure is a ratio; falls are negative."""
    reading = one.item.reading
    if reading.unit in PERCENTAGES:
        return -abs(reading.value) if one.is_fall and not role.is_of_falls else abs(reading.value)
    is_ratio = role.item.reading.kind not in ("count", "amount") or one.measure != role.measure
    return reading.value.scaleb(one.scale - (0 if is_ratio else role.scale))


def worked_out(role: Role, candidate: Candidate, lang: Lang) -> tuple[Decimal, str]:  # noqa: PLR0911 - one answer per relation
    """The exact value, with its sign, and the evidence for it."""
    values = [quantity(one, role) for one in candidate.operands]
    first, last, relation = values[0], values[-1], candidate.relation
    shown = [told(value) for value in values]
    exact = result(relation, values)
    value = told(exact, max(role.item.reading.decimals, 0) + 2)
    if relation == "flow":
        # What has gone is taken off.
        values = [
            values[0],
            *(value * flow(one) for value, one in zip(values[1:], candidate.operands[1:], strict=True)),
        ]
        exact = sum(values, Decimal(0))
        signed = "".join(f" {'−' if one < 0 else '+'} {told(abs(one))}" for one in values[1:])
        return exact, say(lang, "sum", parts=shown[0] + signed, value=told(exact))
    if relation in ("sum", "pair", "together", "had"):
        return exact, say(lang, "sum", parts=" + ".join(shown), value=value)
    if relation == "remainder":
        return exact, say(lang, "difference", one="100", other=" − ".join(shown), value=value)
    if relation in ("gap", "difference", "rest", "was", "left", "others"):
        return exact, say(lang, "difference", one=shown[0], other=" − ".join(shown[1:]), value=value)
    if relation == "average":
        exact = candidate.operands[0].item.reading.value.scaleb(candidate.operands[0].scale - role.scale) / last
        return exact, say(lang, "average", total=shown[0], count=shown[1], value=told(exact))
    if relation == "product":
        return exact, say(lang, "product", one=shown[0], count=shown[1], value=value)
    if relation == "base":
        return exact, say(lang, "base", now=shown[0], growth=shown[1], value=value)
    if relation == "whole":
        return exact, say(lang, "whole", part=shown[0], share=shown[1], value=value)
    blanks = {"part": told(first), "whole": told(last), "now": told(first), "before": told(last), "added": told(first)}
    if relation == "added":
        blanks["now"] = told(last)
    return exact, say(lang, PHRASES.get(relation, relation), **blanks, value=value)


def result(relation: str, values: list[Decimal]) -> Decimal:
    """What a relation gives of its parts."""
    first, last = values[0], values[-1]
    return {
        "share": lambda: first / last * HUNDRED,
        "over": lambda: first / last * HUNDRED,
        "growth": lambda: (first / last - 1) * HUNDRED,
        "added": lambda: first / (last - first) * HUNDRED,
        "multiple": lambda: first / last,
        "average": lambda: first / last,
        "more": lambda: first / last - 1,
        "gap": lambda: first - last,
        "was": lambda: first - last,
        "left": lambda: first - last,
        "others": lambda: first - last,
        "difference": lambda: first - last,
        "rest": lambda: first - sum(values[1:], Decimal(0)),
        "remainder": lambda: HUNDRED - sum(map(abs, values), Decimal(0)),
        "product": lambda: first * last,
        "whole": lambda: first / last * HUNDRED,
        "base": lambda: first / (1 + last / HUNDRED),
    }.get(relation, lambda: sum(map(abs, values), Decimal(0)))()
