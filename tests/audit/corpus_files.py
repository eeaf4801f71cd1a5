"""The annotated releases: every figure marked by hand, with the verdict that a careful person could justify.

A mark is `{{as printed|value unit kind verdict}}`, with up to three things after the verdict, in this order:
the value that would hold (`contradicted 68.18`), how to redo it (`= 15/22`) and the fact of the workspace that says so
(`@start_rate.320_project.new`, or `@fact/city/period` where these are not those of the front matter).
Two verdicts joined by `/` mean that careful readers differ. `docs/audit.md` tells the rules of annotation.
"""

from __future__ import annotations

import ast
import operator
import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path

import yaml

CORPUS = Path(__file__).parent / "corpus"
# Releases without marks, of which every figure is true: none may be called wrong.
TRUE = Path(__file__).parent / "true_releases"
# The tests hold their floors on these; on the newest the audit is measured, see docs/audit.md, and not yet held.
HELD = ("tune", "measure", "fresh", *(f"unseen{number}" for number in range(1, 29)))
NEWEST = tuple(f"unseen{number}" for number in range(29, 33))
PARTS = HELD + NEWEST
LANGS = ("zh", "en")
WORKSPACES = ("published", "sample", "none")
ORIGINS = ("genuine", "altered", "made up")
FIELDS = ("lang", "workspace", "period", "city", "figures", "source")
VERDICTS = ("confirmed", "last-digit", "contradicted", "ambiguous", "not-checked")
KINDS = (
    "rate", "growth", "share", "difference", "percentage", "count", "amount", "rank", "rank_change", "multiple",
    "range",
)  # fmt: skip
# One of a printed unit in the base unit of its family: 49.76 billion yuan and 497.6 of 1e8_CNY are one figure.
SCALES = {
    "CNY": {
        "CNY": "1", "yuan": "1", "元": "1", "1e4_CNY": "1e4", "1e6_CNY": "1e6", "million_yuan": "1e6",
        "1e8_CNY": "1e8", "1e9_CNY": "1e9", "billion_yuan": "1e9", "1e12_CNY": "1e12", "trillion_yuan": "1e12",
    },
    "count": {"count": "1", "1e4_count": "1e4"} | dict.fromkeys(("万个", "万家", "万户", "万件", "万项"), "1e4"),
}  # fmt: skip

MARK = re.compile(r"\{\{([^{}|]+)\|([^{}|]+)\}\}")
NOTE = re.compile(
    r"(?P<value>\S+) (?P<unit>\S+) (?P<kind>\S+) (?P<verdict>\S+)(?: (?P<expected>-?[\d.]+))?"
    r"(?: = (?P<redo>[-+*/().\d ]+?))?(?: @(?P<fact>\S+))?"
)
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


class CorpusError(ValueError):
    """A release that breaks a rule of the corpus, with its file, its place and the rule."""


@dataclass(frozen=True)
class Mark:
    """One figure as the hand has annotated it; start and end are places in the text without marks."""

    text: str
    start: int
    end: int
    value: Decimal
    unit: str
    kind: str
    verdicts: tuple[str, ...]
    expected: Decimal | None = None
    redo: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Release:
    """One annotated text."""

    path: Path
    text: str
    marks: tuple[Mark, ...]
    lang: str
    workspace: str
    period: str
    city: str
    figures: str
    source: str

    @property
    def name(self) -> str:
        """Part and file, as in `tune/zh-01.md`."""
        return f"{self.path.parent.name}/{self.path.name}"


def releases(part: str) -> list[Release]:
    """Every release of a part of the corpus, by name."""
    if part not in PARTS:
        raise CorpusError(f"part {part!r} is none of {', '.join(PARTS)}")
    return [read(path) for path in sorted((CORPUS / part).glob("*.md"))]


def true_releases(part: str = "*") -> list[Release]:
    """Every release of true figures, or those of one part, by name."""
    return [read(path) for path in sorted(TRUE.glob(f"{part}/*.md"))]


def read(path: Path) -> Release:
    """One file of the corpus, its marks taken out of the text."""
    head, body = _halves(path)
    marks: list[Mark] = []
    plain, at, length = [], 0, 0
    for match in MARK.finditer(body):
        before = body[at : match.start()]
        place = f"{path}, character {match.start() + 1} of the text"
        _no_braces(before, place)
        plain += [before, match[1]]
        start = length + len(before)
        length, at = start + len(match[1]), match.end()
        marks.append(_mark(match[1], match[2], start, place))
    _no_braces(body[at:], f"{path}, after the last mark")
    return Release(path, "".join([*plain, body[at:]]), tuple(marks), **head)


def with_text(release: Release, text: str) -> Release:
    """The release with another text and no marks."""
    return replace(release, text=text, marks=())


def redone(expression: str) -> Decimal:
    """The value of sums, differences, products and quotients of plain numbers, in decimal arithmetic."""

    def value(node: ast.expr) -> Decimal:
        if isinstance(node, ast.Constant):
            return Decimal(ast.get_source_segment(expression, node) or "")
        if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
            return OPERATIONS[type(node.op)](value(node.left), value(node.right))
        raise CorpusError(f"{expression!r} has more than numbers, + - * / and brackets")

    try:
        return value(ast.parse(expression, mode="eval").body)
    except (SyntaxError, InvalidOperation, ZeroDivisionError) as error:
        raise CorpusError(f"{expression!r} cannot be worked out: {error}") from error


def rounded(value: Decimal, like: Decimal) -> Decimal:
    """The value rounded half away from zero to the decimals that the other number is written with."""
    return value.quantize(Decimal(1).scaleb(min(0, int(like.as_tuple().exponent))), ROUND_HALF_UP)


def base(value: object, unit: str) -> tuple[Decimal, str]:
    """A value and its unit in the base unit of the family, or as they are."""
    number, unit = Decimal(str(value)), unit.strip().replace(" ", "_")
    for family, scales in SCALES.items():
        if unit in scales:
            return (number * Decimal(scales[unit])).normalize(), family
    return number.normalize(), unit


def _halves(path: Path) -> tuple[dict[str, str], str]:
    parts = path.read_text("utf-8").split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise CorpusError(f"{path}: a release begins with front matter between two lines ---")
    head = yaml.safe_load(parts[1])
    if not isinstance(head, dict) or sorted(head) != sorted(FIELDS):
        raise CorpusError(f"{path}: front matter has the fields {', '.join(FIELDS)}; found {head!r}")
    head = {name: str(head[name]) for name in FIELDS}
    for name, allowed in (("lang", LANGS), ("workspace", WORKSPACES), ("figures", ORIGINS)):
        if head[name] not in allowed:
            raise CorpusError(f"{path}: {name} {head[name]!r} is none of {', '.join(allowed)}")
    return head, parts[2]


def _no_braces(text: str, place: str) -> None:
    if "{{" in text or "}}" in text:
        near = text[max(0, text.find("{{")) :][:60]
        raise CorpusError(f"{place}: a mark is {{{{as printed|value unit kind verdict}}}}; found {near!r}")


def _mark(text: str, note: str, start: int, place: str) -> Mark:
    match = NOTE.fullmatch(note)
    if not match:
        raise CorpusError(
            f"{place}: {note!r} is not 'value unit kind verdict', with 'expected', '= expression', '@fact' if any"
        )
    verdicts = tuple(match["verdict"].split("/"))
    for found, allowed, name in ((match["kind"],), KINDS, "kind"), (verdicts, VERDICTS, "verdict"):
        if wrong := [word for word in found if word not in allowed]:
            raise CorpusError(f"{place}: {name} {wrong[0]!r} of {note!r} is none of {', '.join(allowed)}")
    try:
        value, expected = Decimal(match["value"]), match["expected"] and Decimal(match["expected"])
    except InvalidOperation as error:
        raise CorpusError(f"{place}: the value of {note!r} is not a number") from error
    if expected and not {"contradicted", "last-digit"} & set(verdicts):
        raise CorpusError(f"{place}: {note!r} expects another value, yet is not contradicted or last-digit")
    return Mark(
        text, start, start + len(text), value, match["unit"], match["kind"], verdicts, expected or None,
        (match["redo"] or "").strip(), match["fact"] or "",
    )  # fmt: skip
