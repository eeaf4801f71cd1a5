"""What an audit costs: the length of a text against processor time, at once, twice and four times the length.

    make bench
    python benchmarks/audit_cost.py

The text is the beginning of the annotated releases of one language, one after the other. Time is that of this process,
whatever else the machine does. `first` is the first audit against a workspace, which works out the facts that the text
asks for; `again` is another one of the same text, for which they are known. Where the cost is linear, the time for
each thousand characters stays what it is.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "audit"))

import corpus_files  # noqa: E402
import zjjstats as zj  # noqa: E402
from zjjstats.audit import audit  # noqa: E402

LENGTH = 25_000
TIMES = (1, 2, 4)
WORKSPACES = ("published", "sample", "none")


def text_of(lang: str) -> str:
    """The annotated releases of a language."""
    every = (release for part in corpus_files.PARTS for release in corpus_files.releases(part))
    return "\n\n".join(release.text for release in every if release.lang == lang)


def seconds(text: str, workspace: zj.Workspace | None, lang: zj.phrases.Lang) -> tuple[float, int]:
    """The processor time of an audit, and how many figures it found."""
    began = time.process_time()
    found = audit(text, workspace, period="2022Q1", city="zhangjiajie" if workspace else "", lang=lang)
    return time.process_time() - began, len(found.figures)


def main() -> None:
    print(
        f"{'lang':>4} {'workspace':>10} {'characters':>10} {'figures':>8} {'first s':>8} {'again s':>8} {'ms/1000':>8}"
    )
    for lang in corpus_files.LANGS:
        text = text_of(lang)
        # What is worked out once for all texts, such as patterns, is no cost of the first one.
        audit(text[:2000], lang=lang)
        for name in WORKSPACES:
            for times in TIMES:
                part = text[: LENGTH * times]
                workspace = None if name == "none" else zj.open_workspace(name)
                first, figures = seconds(part, workspace, lang)
                again, _ = seconds(part, workspace, lang)
                row = f"{lang:>4} {name:>10} {len(part):10,} {figures:8,} {first:8.2f} {again:8.2f}"
                print(f"{row} {again / len(part) * 1e6:8.1f}")


if __name__ == "__main__":
    main()
