"""An audit as a whole: a text is read, its figures are checked, each gets its verdict."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from decimal import Decimal

import pandas as pd

from zjjstats.audit.against.checks import against
from zjjstats.audit.against.last_of_group import has_groups, with_group_sizes
from zjjstats.audit.against.workspace_facts import Data
from zjjstats.audit.doubting.case import Case
from zjjstats.audit.doubting.contradictions import off_by_one, weighed
from zjjstats.audit.inside.checks import inside
from zjjstats.audit.judging.figure import Figure
from zjjstats.audit.judging.findings import Finding
from zjjstats.audit.judging.tally import tally
from zjjstats.audit.judging.words import say
from zjjstats.audit.naming.context import Context
from zjjstats.audit.naming.contexts import contexts
from zjjstats.audit.naming.mentions import mentions
from zjjstats.audit.naming.names import Names
from zjjstats.audit.reading.layout import Item, lay_out
from zjjstats.audit.reading.numerals import folded
from zjjstats.audit.recalling.recalled import recalled
from zjjstats.audit.relating.exchanged import exchanged
from zjjstats.audit.relating.related import related
from zjjstats.periods import Period
from zjjstats.phrases import Lang
from zjjstats.workspace import Workspace


@dataclass
class Audit:
    """A text and its figures, in the order of the text."""

    text: str
    figures: list[Figure] = field(default_factory=list)
    lang: Lang = "zh"

    def frame(self) -> pd.DataFrame:
        """One row per figure; the columns are the fields of `Figure`."""
        columns = [name.name for name in fields(Figure)]
        frame = pd.DataFrame([asdict(figure) for figure in self.figures], columns=columns)
        return frame.astype({"expected": "Float64"})

    def summary(self) -> str:
        """One line: how many figures, and how many of each verdict."""
        return tally((figure.verdict for figure in self.figures), self.lang)


def audit(
    text: str, workspace: Workspace | None = None, *, period: str = "", city: str = "", lang: Lang = "zh"
) -> Audit:
    """A verdict for every figure that a text prints.

    A figure is confirmed where the value recomputed from parts that its words name, or a fact of the workspace, rounds
    (half up) to what is printed at the printed precision.

    Parameters
    ----------
    text
        The release, Chinese or English.
    workspace
        Tables whose facts the figures are set against; without one only the text itself is recomputed.
    period, city
        What figures are of where the text does not say so.
    lang
        The language of the evidence.

    Returns
    -------
    Audit
        The figures in the order of the text; values are in the printed unit.

    Raises
    ------
    PeriodError, UnknownNameError
        The period cannot be read; the workspace has no such city.

    Examples
    --------
    >>> audited = audit("Of 22 projects, 15 have been started, a start rate of 68.19%.", lang="en")
    >>> [(figure.text, figure.verdict, figure.expected) for figure in audited.figures]
    [('22', 'not-checked', None), ('15', 'not-checked', None), ('68.19%', 'last-digit', 68.18)]
    >>> audited.figures[-1].evidence
    '15 ÷ 22 = 68.1818%'
    """
    items = lay_out(text, is_grouped=workspace is not None and has_groups(workspace))
    names = names_of(workspace) if workspace is not None else None
    here = workspace.city(city) if workspace is not None and city else city
    span = str(Period.parse(period)) if period else ""
    plain = folded(text)
    told_of = contexts(plain, items, mentions(plain, names, city=here, period=span), names, city=here, period=span)
    if workspace is not None and any(item.reading.is_in_group for item in items):
        items = with_group_sizes(workspace, items, told_of, here)
    data = Data(workspace, names, lang) if workspace is not None and names is not None else None
    theirs: list[Finding | None] = [None] * len(items)
    if data is not None:
        theirs = against(data, items, told_of)
    ours = inside(items, lang)
    wrong = frozenset(number for number, found in enumerate(zip(ours, theirs, strict=True)) if is_refuted(*found))
    beside = related(
        items,
        lang,
        lambda item: is_open(ours[item.number]) and is_open(theirs[item.number]),
        wrong=wrong,
        year=span[:4],
    )
    ours = [
        found if is_open(within) and found is not None else within for within, found in zip(ours, beside, strict=True)
    ]
    exchanged(items, lang, ours, theirs)
    if data is not None:
        facts = recalled(
            data, plain, items, told_of, lambda item: is_open(ours[item.number]) and is_open(theirs[item.number])
        )
        theirs = [fact if fact is not None else found for found, fact in zip(theirs, facts, strict=True)]
    case = Case(items, told_of, ours, theirs, data, lang)
    figures = []
    for item, context, within, fact in zip(items, told_of, ours, theirs, strict=True):
        reading, finding = item.reading, settled(within, fact, lang) or unchecked(item, context, workspace, lang)
        if finding.verdict == "contradicted":
            finding = weighed(case, item, finding)
        elif finding.verdict == "last-digit":
            finding = off_by_one(case, item, finding)
        figures.append(
            Figure(
                text=text[reading.start : reading.end], start=reading.start, end=reading.end, value=float(reading.shown),
                unit=reading.unit, kind=reading.kind, city=context.city, period=context.period, decimals=max(reading.decimals, 0),
                verdict=finding.verdict,
                expected=float(finding.expected) if finding.expected is not None else None,
                evidence=finding.evidence,
            )
        )  # fmt: skip
    return Audit(text, figures, lang)


def is_open(finding: Finding | None) -> bool:
    """Whether nothing has been found of a figure."""
    return finding is None or finding.verdict == "not-checked"


def is_refuted(within: Finding | None, fact: Finding | None) -> bool:
    """Whether a figure is called wrong by the text or by the workspace, and right by neither."""
    verdicts = {found.verdict for found in (within, fact) if found is not None}
    return "contradicted" in verdicts and "confirmed" not in verdicts


def names_of(workspace: Workspace) -> Names:
    """The names of a workspace, worked out once for all audits against it."""
    kept = workspace.worked_out.get("audit.names")
    names: Names = kept if kept is not None else Names(workspace)
    workspace.worked_out["audit.names"] = names
    return names


def settled(within: Finding | None, fact: Finding | None, lang: Lang) -> Finding | None:
    """One finding of two: data rule, unless they only hold roughly what the text itself recomputes."""
    if fact is None or fact.verdict == "not-checked":
        return within if within is not None and within.verdict != "not-checked" else fact or within
    if (
        fact.verdict == "contradicted"
        and within is not None
        and within.verdict == "confirmed"
        and is_total(fact, within)
    ):
        return within
    is_off = within is not None and within.verdict == "last-digit"
    if is_off and (fact.verdict == "confirmed" or fact.expected == getattr(within, "expected", None)):
        # A rate that the workspace holds too is worked out from its parts: a slip of rounding.
        return within
    if fact.verdict == "confirmed" and within is not None and within.verdict == "contradicted":
        return replace(fact, evidence=fact.evidence + say(lang, "but", evidence=within.evidence))
    if within is not None and within.verdict == "confirmed" and fact.verdict == "confirmed":
        return within
    return fact


def is_total(fact: Finding, within: Finding) -> bool:
    """Whether what the text sums up is a total of several, and far from the fact of one."""
    return (
        " + " in within.evidence
        and fact.expected is not None
        and within.expected is not None
        and bool(within.expected > fact.expected * Decimal("1.2"))
    )


def unchecked(item: Item, context: Context, workspace: Workspace | None, lang: Lang) -> Finding:
    """Why a figure is not checked."""
    if item.reading.kind == "range":
        why = "none.range"
    elif item.reading.approximate:
        why = "none.approximate"
    elif workspace is None:
        why = "none.workspace"
    else:
        why = "none.count" if context.city and context.period else "none.period"
    return Finding("not-checked", None, say(lang, why))
