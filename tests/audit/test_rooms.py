"""The rooms of the audit: each imports only from those before it, and says what it is for."""

from __future__ import annotations

import ast
import re

import pytest

from conftest import ROOT
from zjjstats.audit import audit

AUDIT = ROOT / "zjjstats" / "audit"
# What each room may import of the audit besides its own modules. `inside` asks no workspace; `claims` reads no text.
ROOMS = {
    "releases": set(),
    "reading": set(),
    "naming": {"reading"},
    "judging": {"reading"},
    "inside": {"reading", "judging"},
    "relating": {"reading", "judging"},
    "against": {"reading", "naming", "judging"},
    "recalling": {"reading", "naming", "judging", "against"},
    "doubting": {"reading", "naming", "judging", "inside", "relating", "against"},
    "claims": {"releases", "judging"},
    "engine": {"reading", "naming", "judging", "inside", "relating", "against", "recalling", "doubting"},
    "showing": {"releases", "judging", "engine"},
    "review": {"releases", "judging", "claims", "engine", "showing"},
}
# A workspace, its facts and its words are asked for by these alone; the others know only a text.
OF_TEXTS = ("reading", "inside", "relating", "judging")
# Periods are told in a text; text and numbers are made by `wording` alone; the others name languages and parts.
KNOWN_TO_TEXTS = {"periods", "phrases", "schema", "wording"}


def modules(room):
    return sorted((AUDIT / room).glob("*.py")) if (AUDIT / room).is_dir() else [AUDIT / f"{room}.py"]


def imported(path):
    tree = ast.parse(path.read_text("utf-8"))
    found = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return found | {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}


def imported_rooms(path):
    # The package itself gives the engine's names.
    names = [name.removeprefix("zjjstats.audit") for name in imported(path) if name.startswith("zjjstats.audit")]
    return {name.split(".")[1] if name else "engine" for name in names}


def test_every_module_stands_in_a_room():
    folders = {path.name for path in AUDIT.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders | {path.stem for path in AUDIT.glob("*.py")} - {"__init__"} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_those_that_come_before_it(room):
    found = {path.name: imported_rooms(path) - {room} - ROOMS[room] for path in modules(room)}
    assert not any(found.values()), found


def test_what_a_room_may_import_is_what_it_does_import():
    found = {room: set().union(*map(imported_rooms, modules(room))) - {room} for room in ROOMS}
    assert found == ROOMS


def test_rooms_do_not_go_round_in_a_circle():
    order = list(ROOMS)
    assert [(room, other) for room in order for other in ROOMS[room] if order.index(other) >= order.index(room)] == []


@pytest.mark.parametrize("room", OF_TEXTS)
def test_rooms_that_only_know_a_text_ask_no_workspace(room):
    ours = {name.split(".")[1] for path in modules(room) for name in imported(path) if name.startswith("zjjstats.")}
    assert ours - {"audit"} <= KNOWN_TO_TEXTS


@pytest.mark.parametrize("room", [room for room in ROOMS if (AUDIT / room).is_dir()])
def test_a_room_explains_itself_and_names_its_modules(room):
    told = ast.get_docstring(ast.parse((AUDIT / room / "__init__.py").read_text("utf-8")))
    named = set(re.findall(r"`(\w+)(?:_\*)?`", told))
    groups = tuple(re.findall(r"`(\w+_)\*`", told))
    stems = {path.stem for path in modules(room)} - {"__init__"}
    assert [stem for stem in stems if stem not in named and not (groups and stem.startswith(groups))] == []


def test_the_sentence_that_the_document_follows_gets_the_verdicts_told_there(published):
    told = (ROOT / "docs" / "audit.md").read_text("utf-8")
    sentence = re.search(r"^> (.+)$", told, re.MULTILINE)[1]
    figures = audit(sentence, published, period="2022Q1", city="zhangjiajie").figures
    assert [(figure.text, figure.verdict) for figure in figures] == [
        ("22个", "confirmed"),
        ("15个", "confirmed"),
        ("68.81%", "contradicted"),
        ("第10位", "confirmed"),
    ]
    assert figures[2].expected == 68.18
    assert figures[3].period == "2022M01-M02"
