"""What a rule costs on each engine, against the same thing written by hand in that engine's own language.

    .venv/bin/python benchmarks/engines.py [rows ...] [--rounds N] [--engines pandas,polars,duckdb,spark] [--cases rank,growth]
    .venv/bin/python benchmarks/engines.py 10000000 --against-pandas

Ours and the hand-written one take turns, and the median of the rounds' ratios of processor time is told: what else the
machine does lengthens the time that passes, but hardly what is computed. The time that passed is the shortest of the
rounds. Each case runs in a process of its own, whose peak memory is told too. By hand means the same columns and the
same promises: competition rank and number ranked, missing kept missing, and repeated keys refused. "Not refusing" is
the ratio to a join that lets repeated keys pass. With --against-pandas each engine's rule takes turns with idiomatic pandas.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

CASES = ("rank", "group_rank", "growth", "start_rate")
ENGINES = ("pandas", "polars", "duckdb", "spark", "apply")
# Slow as it is, groupby.apply is measured on few rows only.
APPLY_UP_TO = 10_000
HEAD = (
    "rows",
    "case",
    "engine",
    "ours, CPU s",
    "by hand, CPU s",
    "ratio",
    "ours, s",
    "by hand, s",
    "not refusing",
    "peak MB",
)


def measure(engine: str, case: str, rows: int, rounds: int, *, against_pandas: bool) -> dict[str, Any]:
    """One case in this process."""
    if engine == "apply":
        works = import_module("by_hand.in_pandas").applied(case, rows)
    else:
        works = import_module(f"by_hand.in_{engine}").cases(case, rows)
    if against_pandas:
        works = (works[0], import_module("by_hand.in_pandas").cases(case, rows)[1])
    spent = spark_or_own(engine)
    for work in works:
        work()
    turns = [[timed(work, spent) for work in works] for _ in range(rounds)]
    cpu = [statistics.median(times) for times in zip(*[[one[0] for one in turn] for turn in turns], strict=True)]
    ratios = [statistics.median(turn[0][0] / turn[other][0] for turn in turns) for other in range(1, len(works))]
    wall = [min(times) for times in zip(*[[one[1] for one in turn] for turn in turns], strict=True)]
    return {
        "cpu": cpu[:2],
        "ratio": ratios[0],
        "wall": wall[:2],
        "unchecked": ratios[1] if len(ratios) > 1 else None,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def spark_or_own(engine: str) -> Callable[[], float]:
    """The clock of processor time; Spark's process has its own beside ours."""
    if engine != "spark":
        return time.process_time
    of_java = import_module("by_hand.in_spark").cpu_seconds
    return lambda: time.process_time() + of_java()


def timed(work: Callable[[], object], spent: Callable[[], float]) -> tuple[float, float]:
    """Seconds of processor time and seconds that passed."""
    passed, used = time.perf_counter(), spent()
    work()
    return spent() - used, time.perf_counter() - passed


def row(rows: int, case: str, engine: str, asked: argparse.Namespace) -> str:
    """One line of the table, measured in a process of its own."""
    command = [sys.executable, __file__, str(rows), "--rounds", str(asked.rounds), "--one", engine, case]
    done = subprocess.run(
        command + ["--against-pandas"] * asked.against_pandas, capture_output=True, text=True, check=False
    )
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["killed"])[-1]
        return f"| {rows:,} | {case} | {engine} | failed: {why} |"
    told = json.loads(done.stdout.strip().splitlines()[-1])
    (ours, hand), (ours_passed, hand_passed) = told["cpu"], told["wall"]
    unchecked = f"{told['unchecked']:.2f}" if told["unchecked"] else ""
    cells = [f"{rows:,}", case, engine, f"{ours:.3f}", f"{hand:.3f}", f"{told['ratio']:.2f}"]
    cells += [f"{ours_passed:.3f}", f"{hand_passed:.3f}", unchecked, f"{told['mb']:.0f}"]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("rows", nargs="*", type=int, default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--cases", default=",".join(CASES), help="also rank_distinct: values that hardly ever repeat")
    parser.add_argument("--against-pandas", action="store_true", help="in place of each engine's own query")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(*asked.one, asked.rows[0], asked.rounds, against_pandas=asked.against_pandas)))
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, median of {asked.rounds} paired rounds\n")
    print(f"| {' | '.join(HEAD)} |\n|---:|---|---|{'---:|' * 7}")
    for rows in asked.rows:
        for case in asked.cases.split(","):
            for engine in asked.engines.split(","):
                if engine != "apply" or (rows <= APPLY_UP_TO and case in {"rank", "group_rank"}):
                    print(row(rows, case, engine, asked), flush=True)
    print(f"\nload {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
