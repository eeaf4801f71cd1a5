"""Two versions of a ledger: which projects were added, removed and changed, matched by number, else by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from zjjstats.workbooks.ledger import Ledger, Project
from zjjstats.workbooks.messages import Lang, address, column_name
from zjjstats.workbooks.rules import differences
from zjjstats.workbooks.words import fold

CHANGES = ("change", "name", "county", "column", "before", "after", "sheet", "cell")
SAID = {"added": ("新增", "added"), "removed": ("删除", "removed"), "changed": ("变更", "changed")}


@dataclass(frozen=True)
class Change:
    """One difference between two versions; sheet and cell are the newer one's, the older one's if it was removed."""

    change: Literal["added", "removed", "changed"]
    name: str
    county: str
    column: str
    before: str
    after: str
    sheet: str
    cell: str

    def told(self, lang: Lang) -> str:
        """The change as one line."""
        word = SAID[self.change][0 if lang == "zh" else 1]
        what = f"，{column_name(self.column, lang)}：{self.before or '—'} → {self.after or '—'}" if self.column else ""
        return f"{word} {self.sheet}!{self.cell} {self.name}{f'（{self.county}）' if self.county else ''}{what}"


def changes(before: list[Ledger], after: list[Ledger]) -> list[Change]:
    """What differs, in the order of the newer version, what was removed last.

    A project is the same by its number where both versions have one, else by name and county, else by a name that
    occurs once in each.
    """
    old, new = list(projects(before)), list(projects(after))
    pairs = matched(old, new)
    told: list[Change] = []
    for index, (ledger, project) in enumerate(new):
        if index not in pairs:
            told.append(change("added", ledger, project))
            continue
        earlier = old[pairs[index]][1]
        names = earlier.values.texts.get("name", ""), project.values.texts.get("name", "")
        unlike = [("name", *names)] if names[0] != names[1] else []
        for column, was, now in unlike + differences(earlier.values, project.values):
            told.append(change("changed", ledger, project, column, was, now))
    kept = set(pairs.values())
    return told + [change("removed", *place) for index, place in enumerate(old) if index not in kept]


def projects(ledgers: list[Ledger]) -> Iterator[tuple[Ledger, Project]]:
    """Every project with its ledger."""
    for ledger in ledgers:
        for project in ledger.projects:
            yield ledger, project


def matched(old: list[tuple[Ledger, Project]], new: list[tuple[Ledger, Project]]) -> dict[int, int]:
    """By place in the newer version, the place of the same project in the older."""
    pairs: dict[int, int] = {}
    for key_of in (number_of, name_and_county_of, name_of):
        used = set(pairs.values())
        once = unique(key_of, old, used)
        for key, index in unique(key_of, new, set(pairs)).items():
            if key in once:
                pairs[index] = once[key]
    return pairs


def unique(key_of: Callable[[Project], str], places: list[tuple[Ledger, Project]], used: set[int]) -> dict[str, int]:
    """By key, the one place not used yet that has it."""
    found: dict[str, list[int]] = {}
    for index, (_, project) in enumerate(places):
        key = key_of(project)
        if index not in used and key:
            found.setdefault(key, []).append(index)
    return {key: indices[0] for key, indices in found.items() if len(indices) == 1}


def number_of(project: Project) -> str:
    """The project's own number."""
    return fold(project.values.texts.get("project", ""))


def name_of(project: Project) -> str:
    """The project's name, folded."""
    return fold(project.values.texts.get("name", ""))


def name_and_county_of(project: Project) -> str:
    """Name and county."""
    name = name_of(project)
    return f"{name}\n{project.values.texts['city']}\n{project.values.texts['county']}" if name else ""


def change(
    kind: Literal["added", "removed", "changed"],
    ledger: Ledger,
    project: Project,
    column: str = "",
    was: str = "",
    now: str = "",
) -> Change:
    """A change with its place."""
    place = ledger.columns.get(column) or ledger.columns["name"]
    texts = project.values.texts
    cell = address(project.row, place)
    return Change(kind, texts.get("name", ""), texts["county"], column, was, now, ledger.sheet.name, cell)
