"""The rules between cells and rows of ledgers: dates in their order, no project twice, totals that are their sums."""

from __future__ import annotations

import datetime as dt

from zjjstats.workbooks.amounts import amount_text
from zjjstats.workbooks.days import Span
from zjjstats.workbooks.ledger import Ledger, Project
from zjjstats.workbooks.messages import Faults, address, column_name
from zjjstats.workbooks.states import check_state
from zjjstats.workbooks.totals import check_totals
from zjjstats.workbooks.values import DATES, INVESTMENT, Values
from zjjstats.workbooks.words import fold, is_blank, shown

ORDER = (
    ("planned_start", "planned_completion"),
    ("started_on", "suspended_on"),
    ("suspended_on", "resumed_on"),
    ("started_on", "completed_on"),
)
HAPPENED = ("started_on", "suspended_on", "resumed_on", "completed_on")
COMPARED = ("investment", *DATES)


def check_ledgers(ledgers: list[Ledger], faults: Faults, *, as_of: dt.date | None = None) -> None:
    """Adds what the rules between cells find in ledgers that belong together."""
    for ledger in ledgers:
        for project in ledger.projects:
            check_dates(ledger, project, faults, as_of)
            check_state(ledger, project, faults)
        check_serials(ledger, faults)
        check_totals(ledger, faults)
        check_hidden(ledger, faults)
    check_repeats(ledgers, faults)


def fault(ledger: Ledger, project: Project, key: str, column: str, faults: Faults, **words: object) -> None:
    """Adds a fault at a project's cell."""
    sheet, place = ledger.sheet, ledger.columns.get(column) or ledger.columns.get("term") or ledger.columns["name"]
    value = shown(sheet.value(project.row, place))
    faults.add(key, sheet.file, sheet=sheet.name, at=(project.row, place), column=column, value=value, **words)


def check_dates(ledger: Ledger, project: Project, faults: Faults, as_of: dt.date | None) -> None:
    """Adds dates out of their order, and what has happened after the cut-off day.

    A month may hold both days, so only what is certainly before breaks the order.
    """
    dates, sheet = project.values.dates, ledger.sheet
    for earlier, later in ORDER:
        if earlier in dates and later in dates and dates[later].last < dates[earlier].first:
            place = ledger.columns.get(earlier) or ledger.columns.get("term", 1)
            words = {
                "earlier": column_name(earlier, faults.lang),
                "other": address(project.row, place),
                "found": shown(sheet.value(project.row, place)),
            }
            fault(ledger, project, "not_before", later, faults, **words)
    if "started_on" in ledger.columns:
        blank = not shown(sheet.value(project.row, ledger.columns["started_on"]))
        for column in ("suspended_on", "completed_on"):
            if column in dates and "started_on" not in dates and blank:
                fault(ledger, project, "not_started", column, faults)
    stopped = ledger.columns.get("suspended_on", 0)
    if stopped and "resumed_on" in dates and is_blank(sheet.value(project.row, stopped)):
        fault(ledger, project, "not_suspended", "resumed_on", faults)
    for column in HAPPENED if as_of else ():
        if as_of and column in dates and dates[column].first > as_of:
            fault(ledger, project, "after_cut_off", column, faults, found=as_of.isoformat())


def check_serials(ledger: Ledger, faults: Faults) -> None:
    """Adds a serial number that stands twice between two headings or totals."""
    seen: dict[tuple[int, str], Project] = {}
    for project in ledger.projects:
        serial = project.values.texts.get("serial", "")
        first = seen.setdefault((project.block, serial), project)
        if serial and first is not project:
            other = address(first.row, ledger.columns["serial"])
            fault(ledger, project, "serial_twice", "serial", faults, other=other)


def check_hidden(ledger: Ledger, faults: Faults) -> None:
    """Adds a warning for each run of hidden rows that hold projects."""
    sheet, runs = ledger.sheet, list[list[int]]()
    for row in (project.row for project in ledger.projects if project.row in sheet.marks.hidden):
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        value = f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0])
        at = (run[0], ledger.columns["name"])
        faults.add("hidden", sheet.file, sheet=sheet.name, at=at, value=value, found=len(run))


def check_repeats(ledgers: list[Ledger], faults: Faults) -> None:
    """Adds projects that stand twice by name and county, or by number, in one ledger or in several."""
    names: dict[tuple[str, str, str], tuple[Ledger, Project]] = {}
    numbers: dict[str, tuple[Ledger, Project]] = {}
    for ledger in ledgers:
        for project in ledger.projects:
            texts = project.values.texts
            if name := texts.get("name"):
                where = (fold(name), texts["city"], texts["county"])
                known = names.setdefault(where, (ledger, project))
                if known[1] is not project:
                    report_repeat(known, (ledger, project), faults)
                    continue
            if number := texts.get("project"):
                known = numbers.setdefault(fold(number), (ledger, project))
                if known[1] is not project:
                    other = told_place(known, "project", ledger)
                    fault(ledger, project, "same_number", "project", faults, other=other)


def report_repeat(known: tuple[Ledger, Project], again: tuple[Ledger, Project], faults: Faults) -> None:
    """Adds a project that stands twice: in two workbooks with other values, it is a contradiction."""
    ledger, project = again
    other = told_place(known, "name", ledger)
    unlike = differences(known[1].values, project.values) if known[0].sheet.file != ledger.sheet.file else []
    if unlike:
        found = "；".join(f"{column_name(c, faults.lang)} {a or '—'} / {b or '—'}" for c, a, b in unlike)
        fault(ledger, project, "contradiction", "name", faults, other=other, found=found)
    else:
        fault(ledger, project, "duplicate", "name", faults, other=other)


def told_place(known: tuple[Ledger, Project], column: str, ledger: Ledger) -> str:
    """Where a project stands, as short as the reader's own sheet allows."""
    sheet, cell = known[0].sheet, address(known[1].row, known[0].columns.get(column, 1))
    if sheet is ledger.sheet:
        return cell
    return f"{sheet.name}!{cell}" if sheet.file == ledger.sheet.file else f"{sheet.file} {sheet.name}!{cell}"


def differences(before: Values, after: Values) -> list[tuple[str, str, str]]:
    """Column, value before and value after, of each value that differs."""
    kept = ("county", "sector", "programme", "owner")
    told = [(column, before.texts.get(column, ""), after.texts.get(column, "")) for column in kept]
    told.append((INVESTMENT, amount_text(before.investment), amount_text(after.investment)))
    told.extend((column, span_text(before.dates.get(column)), span_text(after.dates.get(column))) for column in DATES)
    return [(column, a, b) for column, a, b in told if a != b]


def span_text(span: Span | None) -> str:
    """A date as exact as it was written."""
    if span is None:
        return ""
    return span.first.isoformat() if span.exact else f"{span.first.isoformat()}~{span.last.isoformat()}"
