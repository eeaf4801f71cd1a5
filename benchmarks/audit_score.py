"""The audit against the annotated releases: what it finds and how it judges, for each kind of figure.

    make audit-score                                  # every part, each with its own table
    python benchmarks/audit_score.py measure --list   # one part, with every miss

The releases of `tune` are those an author may look at while working on the audit; those of `measure` and of `fresh`
(worded later, and without a look at the audit) are for measuring.
The rules of annotation stand in docs/audit.md. The tables are Markdown, so that they can be copied there.
"""

from __future__ import annotations

import argparse
import collections
import functools
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "audit"))

import corpus_files  # noqa: E402
import scoring  # noqa: E402
import zjjstats as zj  # noqa: E402
from corpus_files import Release  # noqa: E402
from scoring import Figure, Outcome, Tally  # noqa: E402
from zjjstats.audit import audit  # noqa: E402

COLUMNS = (
    "kind of figure", "marked", "found", "precision", "checkable", "right verdict", "value named", "true contradicted",
    "false confirmed",
)  # fmt: skip


@functools.cache
def workspace(name: str) -> zj.Workspace | None:
    return None if name == "none" else zj.open_workspace(name)


def figures_of(release: Release) -> Iterable[Figure]:
    """What the audit makes of a release, given the workspace, period and city of its front matter."""
    found = audit(
        release.text, workspace(release.workspace), period=release.period, city=release.city, lang=release.lang
    )
    return found.figures


def row(name: str, tally: Tally) -> str:
    cells = (
        name,
        tally.marked,
        f"{tally.found} ({tally.recall:.1%})",
        f"{tally.precision:.1%}",
        tally.checkable,
        f"{tally.right} ({tally.verdicts:.1%})",
        f"{tally.expected_named} of {tally.with_expected}",
        tally.true_contradicted,
        tally.false_confirmed,
    )
    return "| " + " | ".join(map(str, cells)) + " |"


def table(tallies: dict[str, Tally]) -> list[str]:
    """A row for each kind that occurs, in the order of the vocabulary, then the sum."""
    kinds = [*corpus_files.KINDS, *sorted(set(tallies) - set(corpus_files.KINDS))]
    head = ["| " + " | ".join(COLUMNS) + " |", "|---|" + "---:|" * (len(COLUMNS) - 1)]
    rows = [row(kind, tallies[kind]) for kind in kinds if kind in tallies]
    return [*head, *rows, row("**all**", sum(tallies.values(), Tally()))]


def of_true_figures() -> list[str]:
    """A row for each part of the releases whose figures are all true: what is called wrong there is called so wrongly."""
    head = ["| part | releases | figures | confirmed | called wrong | last digit |", "|---|" + "---:|" * 5]
    rows = []
    for part in sorted((path.name for path in corpus_files.TRUE.iterdir()), key=lambda name: (len(name), name)):
        releases = corpus_files.true_releases(part)
        found = collections.Counter(figure.verdict for release in releases for figure in figures_of(release))
        told = (len(releases), found.total(), *(found[one] for one in ("confirmed", "contradicted", "last-digit")))
        rows.append(f"| {part} | " + " | ".join(map(str, told)) + " |")
    return [*head, *rows]


def miss(outcome: Outcome) -> str:
    """File, text, what was wanted and what came."""
    mark, figure, release = outcome.mark, outcome.figure, outcome.release
    text = mark.text if mark else figure.text
    wanted = f"{mark.value} {mark.unit}, {'/'.join(mark.verdicts)}" if mark else "no figure"
    if mark and mark.expected is not None:
        wanted += f" ({mark.expected})"
    got = f"{figure.value} {figure.unit}, {figure.verdict}" if figure else "nothing with this value and unit"
    if figure and figure.expected is not None:
        got += f" ({figure.expected})"
    return f"{release.name}: {text!r}: wanted {wanted}; got {got}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="|".join(corpus_files.PARTS), help="which releases (all)")
    parser.add_argument("--list", action="store_true", help="show each miss: file, text, wanted, got")
    asked = parser.parse_args()
    for part in asked.parts or corpus_files.PARTS:
        try:
            releases = corpus_files.releases(part)
        except corpus_files.CorpusError as error:
            sys.exit(f"audit_score: {error}")
        tallies, every = scoring.score(releases, figures_of)
        print(f"## {part}: {len(releases)} releases\n", *table(tallies), "", sep="\n")
        if asked.list:
            print(*map(miss, scoring.misses(every)), "", sep="\n")
    if not asked.parts:
        print("## Releases of true figures\n", *of_true_figures(), sep="\n")


if __name__ == "__main__":
    main()
