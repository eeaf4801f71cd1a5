"""The contract of the notebooks, each rule of it, and that the rules can fail."""

from __future__ import annotations

import ast
import copy
import re
from pathlib import Path

import nbformat
import papermill
import pytest

from conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PARAMETERS = {
    "period": ("str", '"2022Q1"'),
    "city": ("str", '"zhangjiajie"'),
    "data": ("str", '"published"'),
    "lang": ("str", '"zh"'),
}
PICTURES = {"01_projects": 1, "02_rankings": 2, "03_briefing": 3, "04_audit": 1}
LONGEST_CELL = 8
# A figure is a number that is not a year, a number of the rank example or a heading's.
TYPED_RESULT = re.compile(r"\d+(\.\d+)?\s*(%|个|位(?!小数)|亿元|places|projects)|第\s*\d+\s*位|\b\d+(st|nd|rd|th)\b")


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def markdown_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def tagged(notebook, tag):
    return [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]


def source_breaches(cell) -> set[str]:
    """The rules that a code cell's source breaks."""
    if re.search(r"^\s*[%!]", cell.source, re.MULTILINE):
        return {"magic"}
    nodes = list(ast.walk(ast.parse(cell.source)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    called = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    broken = {
        "definition": any(isinstance(node, defined) for node in nodes),
        "reads a file": "open" in names or bool(called & {"read_csv", "read_text", "read_bytes", "read_excel", "load"}),
        "long cell": len(cell.source.splitlines()) > LONGEST_CELL,
    }
    return {rule for rule, is_broken in broken.items() if is_broken}


def output_breaches(cell) -> set[str]:
    """The rules that a code cell's outputs break."""
    pictures = [output for output in cell.outputs if "image/png" in output.get("data", {})]
    broken = {
        "stderr": any(output.get("name") == "stderr" for output in cell.outputs),
        "error": any(output.output_type == "error" for output in cell.outputs),
        "no picture": "chart" in cell.source and not pictures,
        "no alternative text": any(not output.metadata.get("image/png", {}).get("alt") for output in pictures),
    }
    return {rule for rule, is_broken in broken.items() if is_broken}


def breaches(notebook) -> set[str]:
    """The rules of the contract that a notebook breaks."""
    cells, texts = code_cells(notebook), [cell.source for cell in markdown_cells(notebook)]
    is_python3 = notebook.metadata.kernelspec.name == "python3"
    broken = {
        "not run in order": [cell.execution_count for cell in cells] != list(range(1, len(cells) + 1)),
        "typed result": any(TYPED_RESULT.search(text) for text in texts),
        "typed period": any(re.search(r"\b(19|20)\d\d\b", text) for text in texts),
        "metadata": bool(set(notebook.metadata) - {"kernelspec", "language_info"}) or not is_python3,
        "cell metadata": any(set(cell.metadata) - {"tags"} for cell in notebook.cells),
        "parameters cell": len(tagged(notebook, "parameters")) != 1,
    }
    found = {rule for rule, is_broken in broken.items() if is_broken}
    return found.union(*(source_breaches(cell) | output_breaches(cell) for cell in cells))


def first_chart(notebook):
    return next(cell for cell in code_cells(notebook) if "chart" in cell.source)


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request) -> Path:
    return request.param


@pytest.fixture
def notebook(path):
    return nbformat.read(path, as_version=4)


def test_there_are_notebooks():
    assert [path.stem for path in NOTEBOOKS] == list(PICTURES)


def test_notebook_keeps_the_contract(notebook):
    assert breaches(notebook) == set()


def test_papermill_reads_every_parameter_with_type_default_and_help(path):
    declared = papermill.inspect_notebook(str(path))
    assert {name: (told["inferred_type_name"], told["default"]) for name, told in declared.items()} == PARAMETERS
    assert all(told["help"] for told in declared.values())


def test_parameters_cell_holds_literals_only(notebook):
    (cell,) = tagged(notebook, "parameters")
    assert all(isinstance(line, ast.AnnAssign) and ast.literal_eval(line.value) for line in ast.parse(cell.source).body)


def test_notebook_opens_with_title_then_parameters_then_setup_then_the_bottom_line(notebook):
    kinds = [cell.metadata.get("tags", [""])[0] for cell in notebook.cells[:4]]
    assert kinds == ["zh", "en", "parameters", "hide-input"]
    assert re.match(r"(briefing|review)\.headline\(", code_cells(notebook)[2].source)


def test_every_text_cell_is_told_in_both_languages(notebook):
    texts = markdown_cells(notebook)
    assert len(tagged(notebook, "zh")) == len(tagged(notebook, "en")) == len(texts) / 2
    for chinese, english in zip(texts[::2], texts[1::2], strict=True):
        assert (chinese.metadata.tags, english.metadata.tags) == (["zh"], ["en"])
        assert chinese.source.partition(" ")[0] == english.source.partition(" ")[0]


def test_notebook_shows_its_pictures(path, notebook):
    shown = [
        output for cell in code_cells(notebook) for output in cell.outputs if "image/png" in output.get("data", {})
    ]
    assert len(shown) == PICTURES[path.stem]


def test_provenance_tells_tables_and_checksums_but_no_clock_time(notebook):
    output = code_cells(notebook)[-1].outputs[0].data["text/plain"]
    assert "indicators.csv" in output
    assert not re.search(r"\d{1,2}:\d{2}", output)


BREAKS = {
    "definition": lambda nb: code_cells(nb)[2].update(source="def f():\n    return 1"),
    "magic": lambda nb: code_cells(nb)[2].update(source="%matplotlib inline"),
    "reads a file": lambda nb: code_cells(nb)[2].update(source='open("x.csv")'),
    "long cell": lambda nb: code_cells(nb)[2].update(source="\n".join(["1"] * 9)),
    "stderr": lambda nb: code_cells(nb)[2].outputs.append(nbformat.v4.new_output("stream", name="stderr", text="w")),
    "error": lambda nb: code_cells(nb)[2].outputs.append(nbformat.v4.new_output("error", ename="E", evalue="")),
    "no picture": lambda nb: first_chart(nb).update(outputs=[]),
    "no alternative text": lambda nb: first_chart(nb).outputs[0].metadata.clear(),
    "not run in order": lambda nb: code_cells(nb)[3].update(execution_count=None),
    "typed result": lambda nb: markdown_cells(nb)[2].update(source="开工率为68.18%"),
    "typed period": lambda nb: markdown_cells(nb)[2].update(source="Figures of 2022"),
    "metadata": lambda nb: nb.metadata.update(papermill={}),
    "cell metadata": lambda nb: nb.cells[0].metadata.update(execution={}),
    "parameters cell": lambda nb: tagged(nb, "parameters")[0].metadata.update(tags=[]),
}


@pytest.mark.parametrize("rule", BREAKS)
def test_the_contract_sees_a_breach(rule):
    notebook = copy.deepcopy(nbformat.read(NOTEBOOKS[-1], as_version=4))
    BREAKS[rule](notebook)
    assert rule in breaches(notebook)
