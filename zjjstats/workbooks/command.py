"""What the commands check and import do with workbooks, and how they say it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from zjjstats.errors import DataError, Fault, PeriodError, ZjjstatsError
from zjjstats.tabular import to_csv, to_json
from zjjstats.workbooks.compare import CHANGES, changes
from zjjstats.workbooks.importing import import_ledgers
from zjjstats.workbooks.marked import CopyError, write_marked
from zjjstats.workbooks.messages import Faults, Lang
from zjjstats.workbooks.reading import Read, read_ledgers
from zjjstats.workbooks.tables_said import in_chinese

FAULTS = ("file", "sheet", "cell", "severity", "column", "value", "rule", "hint")
# A negative number between commas, which the house's CSV guards as if it were a formula.
QUOTED_NUMBER = re.compile(r"(,\"?)'(-[0-9]+(?:\.[0-9]+)?)(\"?,)")
Say = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """What a person asked of a command: form and language, the city and workspace of the ledgers, where to print."""

    form: str
    lang: Lang
    city: str | None
    folder: Path | None
    put: Say
    say: Say


def fault_frame(faults: Iterable[Fault]) -> pd.DataFrame:
    """The faults as a table; the cell of a CSV file is its line."""
    rows = [
        (
            f.file,
            f.sheet,
            f.cell or (str(f.row) if f.row and not f.sheet else ""),
            f.severity,
            f.column,
            f.value,
            f.rule,
            f.hint,
        )
        for f in faults
    ]
    return pd.DataFrame(rows, columns=list(FAULTS), dtype="str")


def in_order(faults: Iterable[Fault], files: Sequence[str] = ()) -> list[Fault]:
    """Faults by file as given, sheet, row and cell."""
    order = {name: number for number, name in enumerate(files)}
    return sorted(faults, key=lambda f: (order.get(f.file, len(order)), f.sheet, f.row, len(f.cell), f.cell))


def print_faults(found: Faults, files: Sequence[str], form: str, put: Say, say: Say) -> None:
    """Prints what was found: errors first, warnings apart from them, what was decided last."""
    faults = in_order(found.found, files)
    if form == "csv":
        put(to_fault_csv(faults))
    elif form == "json":
        put(to_json(fault_frame(faults)) + "\n")
    else:
        put(told(found, faults))
    for note in found.notes:
        say(note)


def told(found: Faults, faults: list[Fault]) -> str:
    """The faults as a colleague would say them."""
    zh, lines = found.lang == "zh", list[str]()
    for severity, heading in (("error", "错误" if zh else "Errors"), ("warning", "提醒" if zh else "Warnings")):
        chosen = [fault for fault in faults if fault.severity == severity]
        if chosen:
            lines.append(f"{heading} ({len(chosen)})")
        for fault in chosen:
            lines.append(f"  {place_of(fault, zh=zh)}{said_of(fault, zh=zh)}")
    if not faults:
        lines.append("没有发现问题" if zh else "no fault")
    return "\n".join([*lines, ""])


def place_of(fault: Fault, *, zh: bool) -> str:
    """Where a fault is: file, sheet and cell, or line and column of a plain table."""
    if fault.sheet:
        return f"{fault.file} {fault.sheet}" + (f"!{fault.cell}" if fault.cell else "")
    line = (f" 第 {fault.row} 行" if zh else f" line {fault.row}") if fault.row else ""
    return f"{fault.file}{line} {fault.column}".rstrip()


def said_of(fault: Fault, *, zh: bool) -> str:
    """Value, rule and how to mend it, in one sentence or two."""
    if zh:
        value = f"“{fault.value}”" if fault.value else ""
        return f"：{value}{fault.rule}。" + (f"改法：{fault.hint}。" if fault.hint else "")
    value = f"{fault.value!r} " if fault.value else ""
    return f": {value}{fault.rule}." + (f" To mend it: {fault.hint}." if fault.hint else "")


def to_fault_csv(faults: Iterable[Fault]) -> str:
    """The faults as CSV; a value that is a number stays as it stands, other text is made harmless."""
    frame = fault_frame(faults)
    text = to_csv(frame)
    return QUOTED_NUMBER.sub(r"\1\2\3", text)


def check_files(files: Sequence[Path], asked: Asked, *, out: Path | None, force: bool, as_of: str | None) -> int:
    """Checks workbooks, prints their faults or writes a marked copy, and gives the exit code."""
    form, lang, put, say = asked.form, asked.lang, asked.put, asked.say
    found = Faults(lang)
    read = read_ledgers(existing(files), found, city=asked.city, as_of=day_of(as_of), folder=asked.folder)
    if form == "xlsx":
        for book in read.books:
            to = copy_path(book.path, out, several=len(files) > 1)
            write_marked(book, in_order(f for f in found.found if f.file == book.path.name), to, lang=lang, force=force)
            say(str(to))
        form = "table"
    print_faults(found, [path.name for path in files], form, put, say)
    count, errors, warned = sum(len(ledger.projects) for ledger in read.ledgers), len(found.errors), len(found.warnings)
    say(
        f"{count} 个项目，{errors} 处错误，{warned} 处提醒"
        if lang == "zh"
        else f"{count} projects, {errors} errors, {warned} warnings"
    )
    return 1 if errors else 0


def existing(files: Sequence[Path]) -> list[Path]:
    """The files, once they are known to be there and to have names of their own.

    Raises
    ------
    ZjjstatsError
        A file is missing, or two have one name.
    """
    for path in files:
        if not path.is_file():
            raise ZjjstatsError(f"{path}: there is no such file")
    names = [path.name for path in files]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ZjjstatsError(f"{twice[0]}: two of the files have this name; faults could not be told apart")
    return list(files)


def copy_path(book: Path, out: Path | None, *, several: bool) -> Path:
    """Where the marked copy of a workbook goes.

    Raises
    ------
    CopyError
        No place is given.
    """
    if out is None:
        raise CopyError("--format xlsx writes a copy: say where with --out COPY.xlsx (a folder for several workbooks)")
    return out / f"{book.stem}.checked.xlsx" if several or out.is_dir() else out


def day_of(text: str | None) -> dt.date | None:
    """The cut-off day.

    Raises
    ------
    PeriodError
        It is no day.
    """
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise PeriodError(f"--as-of must be a day such as 2022-03-31; found {text!r}") from None


def compare_files(old: Path, new: Path, asked: Asked) -> int:
    """Prints what was added, removed and changed between two versions of a ledger, and gives the exit code."""
    form, lang, put, say = asked.form, asked.lang, asked.put, asked.say
    reads: list[Read] = []
    for path in (old, new):
        found = Faults(lang)
        if not path.is_file():
            raise ZjjstatsError(f"{path}: there is no such file")
        reads.append(read_ledgers([path], found, city=asked.city, folder=asked.folder))
        if not reads[-1].ledgers:
            raise DataError(found.errors)
        if found.errors:
            say(
                f"{path.name}：有 {len(found.errors)} 处错误，读不出的值按空值比较"
                if lang == "zh"
                else f"{path.name}: has {len(found.errors)} errors; what cannot be read is compared as empty"
            )
    listed = changes(reads[0].ledgers, reads[1].ledgers)
    frame = pd.DataFrame(
        [[getattr(one, name) for name in CHANGES] for one in listed], columns=list(CHANGES), dtype="str"
    )
    if form == "csv":
        put(to_csv(frame))
    elif form == "json":
        put(to_json(frame) + "\n")
    else:
        same = "两个版本没有差别" if lang == "zh" else "the two versions do not differ"
        put("\n".join([*(one.told(lang) for one in listed), *([] if listed else [same]), ""]))
    return 0


def import_files(files: Sequence[Path], to: Path, asked: Asked, *, programme: str | None, force: bool) -> int:
    """Imports workbooks, says what was written, and gives the exit code."""
    lang, put, say = asked.lang, asked.put, asked.say
    found = Faults(lang)
    try:
        done = import_ledgers(existing(files), to, found, city=asked.city, programme=programme, force=force)
    except DataError:
        print_faults(found, [path.name for path in files], "table", say, say)
        say("有错误，什么都没有写入" if lang == "zh" else "there are errors; nothing was written")
        return 1
    for fault in in_order(found.warnings):
        say(f"{'提醒' if lang == 'zh' else 'warning'}: {fault}")
    for note in found.notes:
        say(note)
    for file in done.files:
        put(f"{file}\n")
    say(f"写入 {done.projects} 个项目" if lang == "zh" else f"{done.projects} projects written")
    return 0


def print_folder_faults(error: DataError, form: str, lang: Lang, put: Say, say: Say) -> bool:
    """Prints the faults of a workspace in the columns of a ledger's, where CSV or JSON is asked for.

    In Chinese it also says them to the person, and returns that nothing is left to say.
    """
    found = Faults(lang, in_chinese(error.faults) if lang == "zh" else error.faults)
    if form in ("csv", "json"):
        put(to_fault_csv(found.found) if form == "csv" else to_json(fault_frame(found.found)) + "\n")
    if lang == "zh":
        say(told(found, in_order(found.found)).rstrip())
    return lang == "zh"
