"""Runs the notebooks of a folder as a batch would, and prints how each ended as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from zjjstats.batch import executors
from zjjstats.batch.runs import Run
from zjjstats.periods import Period
from zjjstats.places import find_workspace

parser = argparse.ArgumentParser()
parser.add_argument("notebooks", type=Path)
parser.add_argument("out", type=Path)
parser.add_argument("--timeout", type=float)
parser.add_argument("--jobs", type=int, default=2)
parser.add_argument("--stock", action="store_true", help="as if this system could not fork")
parser.add_argument("--place", action="append", default=[], help="stem=folder of a run that writes elsewhere")


def main():
    asked = parser.parse_args()
    if asked.stock:
        executors.why_not = lambda: "forking is not to be used here"
    places = {stem: Path(folder) for stem, _, folder in (place.partition("=") for place in asked.place)}
    period, city, data = Period.parse("2022Q1"), "zhangjiajie", "published"
    runs = [
        Run(
            notebook,
            period,
            city,
            data,
            find_workspace(data),
            "zh",
            f"张家界市 · {period.label('zh')}",
            places.get(notebook.stem, asked.out.resolve() / period.name / city),
            asked.timeout,
        )
        for notebook in sorted(asked.notebooks.glob("*.ipynb"))
    ]
    said, ended = [], []
    with executors.opened("local", jobs=asked.jobs, timeout=asked.timeout, say=said.append) as workers:
        ended += executors.outcomes(workers, runs, lambda _names: None)
        inside = [run for run in runs if run.notebook.stem not in places]
        executors.each(workers, executors.facts, [[run] for run in {run.folder: run for run in inside}.values()])
        executors.call(workers, executors.finish, inside, asked.out, "zh")
    told = {
        outcome.run.notebook.stem: {
            "error": outcome.error,
            "seconds": outcome.seconds,
            "cpu_seconds": outcome.cpu_seconds,
            "peak_memory_kb": outcome.peak_memory_kb,
        }
        for outcome in ended
    }
    sys.stdout.write(json.dumps({"said": said, "outcomes": told}) + "\n")


if __name__ == "__main__":
    main()
