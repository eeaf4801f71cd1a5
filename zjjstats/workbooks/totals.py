"""The totals of a ledger against the rows they may be of; one that cannot be checked is told, not passed over."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import chain

from zjjstats.workbooks.amounts import amount_text
from zjjstats.workbooks.ledger import Ledger, Project, Total
from zjjstats.workbooks.messages import Faults, address
from zjjstats.workbooks.values import INVESTMENT
from zjjstats.workbooks.words import SUBTOTAL, fold, shown

NAMED_CELLS = 3


def check_totals(ledger: Ledger, faults: Faults) -> None:
    """Adds a total that is the sum of none of the groups of rows it may stand for, or that cannot be checked."""
    for total in ledger.totals:
        groups = groups_of(total, ledger)
        if total.at in ledger.sheet.marks.unstored:
            report_total("total_unstored", total, ledger, faults)
        elif total.amount is None and any(total.at):
            report_total("total_unreadable", total, ledger, faults)
        elif total.amount is not None and groups and not fits(total, groups):
            check_sum(total, groups[0], ledger, faults)
        if total.count is not None and groups and total.count not in map(len, groups):
            sheet, said = ledger.sheet, total.count
            place = {"sheet": sheet.name, "value": total.shown}
            faults.add("count", sheet.file, at=total.count_at, other=said, found=len(groups[0]), **place)


def fits(total: Total, groups: list[list[Project]]) -> bool:
    """Whether a total is the sum of a group it may stand for."""
    # A project that stands twice, or below nought, has a fault of its own; its total may count it either way.
    sums = chain(
        map(sum_of, groups),
        map(sum_of, map(once, groups)),
        (sum(map(abs, amounts_of(group)), Decimal(0)) for group in groups),
    )
    return total.amount is not None and any(abs(total.amount - one) <= total.tolerance for one in sums)


def check_sum(total: Total, group: list[Project], ledger: Ledger, faults: Faults) -> None:
    """Adds a total that does not match its likeliest rows, or that those cannot tell since some are unreadable."""
    unread = [project.row for project in group if project.values.unread]
    if unread:
        cells = ", ".join(address(row, ledger.columns[INVESTMENT]) for row in unread[:NAMED_CELLS])
        report_total("total_of_unread", total, ledger, faults, found=cells)
    else:
        report_total("total", total, ledger, faults, found=f"{amount_text(sum_of(group))} 万元")


def amounts_of(group: list[Project]) -> list[Decimal]:
    """The investments of a group; of one that cannot be read what its text may mean, as no right total is doubted."""
    amounts = (project.values.guess if project.values.unread else project.values.investment for project in group)
    return [amount or Decimal(0) for amount in amounts]


def sum_of(group: list[Project]) -> Decimal:
    """The investments of a group added up."""
    return sum(amounts_of(group), Decimal(0))


def once(group: list[Project]) -> list[Project]:
    """The projects of a group, each name and county once."""
    named = {(fold(p.values.texts.get("name", str(p.row))), p.values.texts["county"]): p for p in reversed(group)}
    return list(named.values())


def report_total(key: str, total: Total, ledger: Ledger, faults: Faults, **words: object) -> None:
    """Adds what is wrong with a total."""
    sheet, value = ledger.sheet, shown(ledger.sheet.value(*total.at))
    faults.add(key, sheet.file, sheet=sheet.name, at=total.at, column=INVESTMENT, value=value, **words)


def groups_of(total: Total, ledger: Ledger) -> list[list[Project]]:
    """The groups of projects that a total may be the sum of, the likeliest first."""
    projects = ledger.projects
    above = [p for p in projects if p.block == total.block - 1]
    below = [p for p in projects if p.block == total.block]
    county = [p for p in projects if p.values.texts["county"] and p.values.texts["county"] in total.label]
    until = [p for p in projects if p.row < total.row]
    under = section(total, ledger)
    is_part = SUBTOTAL in total.label
    is_sum = any(
        word in total.label for word in ("合计", "总计", "共计", "累计", "汇总", "总数", "总额", "总和", "total")
    )
    ordered: Iterable[list[Project]] = (
        (above, below, county, under)
        if is_part
        else (projects, until, above, below, county)
        if is_sum
        else (below, under, county)
    )
    return [group for group in ordered if group]


def section(total: Total, ledger: Ledger) -> list[Project]:
    """The projects from a heading to the next one of its rank: 一、 to 二、."""
    rank = total.label[:1] == "("
    later = [t.row for t in ledger.totals if t.row > total.row and (t.label[:1] == "(") == rank]
    end = min(later, default=1 << 30)
    return [project for project in ledger.projects if total.row < project.row < end]
