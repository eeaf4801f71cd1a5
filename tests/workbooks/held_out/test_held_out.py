"""Ledgers that the reader was not made for: each record as its clerk meant it, each planted fault named, none more."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk import AS_OF
from clerks import CLERKS as FIRST
from clerks_again import CLERKS_AGAIN
from clerks_last import CLERKS_LAST
from zjjstats.workbooks.messages import Faults
from zjjstats.workbooks.reading import read_ledgers
from zjjstats.workbooks.records import records

CLERKS = (*FIRST, *CLERKS_AGAIN, *CLERKS_LAST)
# What is said of a ledger without a fault, and is true: rows behind a filter, the header of printed pages.
TRUE_OF_CLEAN = {"项目库（筛选）.xlsx": {"B7"}, "慈利县一季度.xlsx": {"A10", "A17"}}


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory, convert):
    """By clerk and whether it has its faults, the path of each ledger; LibreOffice saves those that are its own."""
    folder, paths, waiting = tmp_path_factory.mktemp("held_out"), {}, {}
    for clerk in CLERKS:
        for faulty in (False, True):
            book = clerk()
            path = book.write(folder, faulty=faulty)
            if book.by_office:
                waiting.setdefault(Path(book.file).suffix[1:], []).append((clerk, faulty, path))
            else:
                paths[clerk, faulty] = path
    for kind, files in waiting.items():
        saved = convert([path for _, _, path in files], kind)
        paths |= {(clerk, faulty): saved / f"{path.stem}.{kind}" for clerk, faulty, path in files}
    return paths


def checked(path):
    faults = Faults("zh")
    return read_ledgers([path], faults, as_of=AS_OF), faults


def squeezed(text):
    return "".join(text.split())


def is_as_known(value, known):
    """Whether a value is what the clerk knows; of a date as much as the ledger tells."""
    if isinstance(known, int):
        return float(value) == known
    return value.startswith(known) if known else value == ""


@pytest.mark.office
@pytest.mark.parametrize("clerk", CLERKS, ids=lambda clerk: clerk.__name__)
def test_every_record_is_read_and_no_fault_invented(ledgers, clerk):
    path, told = ledgers[clerk, False], clerk()
    found, faults = checked(path)
    assert faults.errors == []
    assert {fault.cell for fault in faults.warnings} == TRUE_OF_CLEAN.get(told.file, set())
    made = [record.cells for record in records(found.ledgers, {path.name: "0" * 64})]
    assert [squeezed(row["name"]) for row in made] == [record["name"] for record in told.records]
    assert {row["city"] for row in made} == {told.city}
    unlike = [
        (row["name"], key, row[key], value)
        for row, record in zip(made, told.records, strict=True)
        for key, value in record.items()
        if key != "name" and not is_as_known(row[key], value)
    ]
    assert unlike == []


@pytest.mark.office
@pytest.mark.parametrize("clerk", CLERKS, ids=lambda clerk: clerk.__name__)
def test_every_planted_fault_is_named_by_its_cell(ledgers, clerk):
    told = clerk()
    _, faults = checked(ledgers[clerk, True])
    named = {(fault.sheet, fault.cell) for fault in faults.found}
    missed = [
        fault
        for fault in told.faults
        if not (
            any(fault.cell in note for note in faults.notes)
            if fault.noted
            else {(fault.sheet, c) for c in fault.named} & named
        )
    ]
    assert missed == []
    planted = {(fault.sheet, cell) for fault in told.faults for cell in fault.named}
    printed = {(fault.sheet, fault.cell) for fault in faults.found if fault.cell in TRUE_OF_CLEAN.get(told.file, set())}
    assert named - planted - printed - told.follows == set()
