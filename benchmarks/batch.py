"""The batch against other ways to run the same notebooks, measured side by side in one run.

    make bench                                      # 12 and 48 runs, three rounds
    python benchmarks/batch.py --runs 12 --rounds 5

Each way runs the same notebooks for the same periods and cities. The ways take turns, so that a change of the machine's
speed meets all of them; the medians of the rounds are compared. Peak memory is that of the largest single process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
PERIODS = ("2022Q1", "2022Q2", "2022Q3", "2022Q4", "2021Q1", "2021Q2", "2021Q3", "2021Q4")
CITIES = ("zhangjiajie", "huaihua")
DATA, WORKERS = "sample", 2


# The notebooks' own code as a plain script: no kernel, no papermill, no page. Two of them share the work.
FLOOR = """
import sys
import zjjstats as zj
CALLS = {
    "01_projects": "headline('projects') start_rate_chart() project_table() entry_text() gap_text('projects') "
                   "fact_table('projects') provenance()",
    "02_rankings": "headline('ranks') league_chart() rank_text() movement_chart() rank_table() gap_text('ranks') "
                   "fact_table('ranks') provenance()",
    "03_briefing": "headline() start_rate_chart() project_text() entry_text() movement_chart() rank_text() "
                   "league_chart() gap_text() fact_table() provenance()",
    "04_audit": "headline() verdict_chart() release_text() figure_table() claim_table() provenance()",
}
for job in sys.argv[1:]:
    name, period, city = job.split(":")
    page = (zj.Review if name == "04_audit" else zj.Briefing)(period, city, "sample", "zh")
    for call in CALLS[name].split():
        shown = eval("page." + call)
        shown._repr_mimebundle_() if hasattr(shown, "_repr_mimebundle_") else (repr(shown), shown._repr_html_())
"""


def grid(count: int) -> list[tuple[Path, str, str]]:
    """Notebook, period and city of so many runs."""
    cells = [(notebook, period, city) for period in PERIODS for city in CITIES for notebook in NOTEBOOKS]
    return cells[:count]


def papermill_command(cell: tuple[Path, str, str], out: Path) -> list[str]:
    notebook, period, city = cell
    parameters = {"period": period, "city": city, "data": DATA, "lang": "zh"}
    named = [text for name, value in parameters.items() for text in ("-r", name, value)]
    output = out / f"{period}-{city}-{notebook.name}"
    return [str(BIN / "papermill"), "--no-progress-bar", "--log-level", "ERROR", str(notebook), str(output), *named]


def papermill_loop(cells: list[tuple[Path, str, str]], out: Path) -> None:
    for cell in cells:
        subprocess.run(papermill_command(cell, out), check=True)


def papermill_xargs(cells: list[tuple[Path, str, str]], out: Path) -> None:
    lines = "\0".join(" ".join(papermill_command(cell, out)) for cell in cells)
    subprocess.run(["xargs", "-0", f"-P{WORKERS}", "-I{}", "sh", "-c", "{}"], input=lines, text=True, check=True)


def papermill_function(cells: list[tuple[Path, str, str]], out: Path) -> None:
    code = (
        "import sys, papermill\n"
        "for job in sys.argv[2:]:\n"
        "    notebook, period, city = job.split(':')\n"
        "    parameters = dict(period=period, city=city, data='sample', lang='zh')\n"
        "    output = f'{sys.argv[1]}/{period}-{city}-' + notebook.rpartition('/')[2]\n"
        "    papermill.execute_notebook(notebook, output, parameters, progress_bar=False)\n"
    )
    in_two(code, cells, [str(out)], whole_path=True)


def nbconvert_execute(cells: list[tuple[Path, str, str]], out: Path) -> None:
    # Without parameters: every run is of the default period, which is the lighter work.
    for number, (notebook, _, _) in enumerate(cells):
        options = ["--to", "notebook", "--execute", "--output-dir", str(out), "--output", f"{number}.ipynb"]
        subprocess.run([str(BIN / "jupyter"), "nbconvert", "--log-level", "ERROR", *options, str(notebook)], check=True)


def ours(cells: list[tuple[Path, str, str]], out: Path) -> None:
    periods = list(dict.fromkeys(period for _, period, _ in cells))
    cities = [option for city in dict.fromkeys(city for _, _, city in cells) for option in ("--city", city)]
    command = [
        str(BIN / "zjjstats"),
        "run",
        *periods,
        *cities,
        "--data",
        DATA,
        "--out",
        str(out),
        "--jobs",
        str(WORKERS),
        # Pages alone, as the other ways make notebooks alone.
        "--formats",
        "html",
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def floor(cells: list[tuple[Path, str, str]], out: Path) -> None:  # noqa: ARG001 - writes nothing
    in_two(FLOOR, cells, [])


def in_two(code: str, cells: list[tuple[Path, str, str]], first: list[str], *, whole_path: bool = False) -> None:
    jobs = [f"{notebook if whole_path else notebook.stem}:{period}:{city}" for notebook, period, city in cells]
    shares = [jobs[start::WORKERS] for start in range(WORKERS)]
    running = [subprocess.Popen([sys.executable, "-c", code, *first, *share]) for share in shares]
    codes = [process.wait() for process in running]
    if any(codes):
        raise RuntimeError("a share failed")


WAYS: dict[str, Callable[[list[tuple[Path, str, str]], Path], None]] = {
    "zjjstats run": ours,
    "plain script, 2 processes": floor,
    "papermill function, 2 processes": papermill_function,
    "xargs -P2 papermill": papermill_xargs,
    "papermill in a loop": papermill_loop,
    "jupyter nbconvert --execute in a loop": nbconvert_execute,
}


def measured(way: str, cells: list[tuple[Path, str, str]]) -> tuple[float, float]:
    """Seconds, and peak memory of the largest process in MB, of one way in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        pid = os.fork()
        if pid == 0:
            try:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
                WAYS[way](cells, Path(folder))
                os._exit(0)
            finally:
                os._exit(1)
        _, status, usage = os.wait4(pid, 0)
        if status:
            raise RuntimeError(f"{way} failed")
        return time.monotonic() - began, usage.ru_maxrss / 1024


def no_op(cells: list[tuple[Path, str, str]], rounds: int) -> list[float]:
    """Seconds of running again what is up to date."""
    out = Path(tempfile.mkdtemp())
    try:
        ours(cells, out)
        seconds = []
        for _ in range(rounds):
            began = time.monotonic()
            ours(cells, out)
            seconds.append(time.monotonic() - began)
        return seconds
    finally:
        shutil.rmtree(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, nargs="*", default=[12, 48])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ways", nargs="*", default=list(WAYS), choices=list(WAYS))
    options = parser.parse_args()
    for count in options.runs:
        cells = grid(count)
        results: dict[str, list[tuple[float, float]]] = {way: [] for way in options.ways}
        for _ in range(options.rounds):
            for way in options.ways:
                results[way].append(measured(way, cells))
        base = statistics.median(seconds for seconds, _ in results[options.ways[0]])
        print(f"\n{count} runs, {options.rounds} rounds, {WORKERS} at a time")
        print(f"{'way':40} {'median s':>9} {'min':>7} {'max':>7} {'x ours':>7} {'peak MB':>8}")
        for way, rounds in results.items():
            seconds = [taken for taken, _ in rounds]
            peak = max(memory for _, memory in rounds)
            middle = statistics.median(seconds)
            print(f"{way:40} {middle:9.2f} {min(seconds):7.2f} {max(seconds):7.2f} {middle / base:7.2f} {peak:8.0f}")
        if "zjjstats run" in options.ways:
            again = no_op(cells, options.rounds)
            print(
                f"{'zjjstats run, nothing to do':40} {statistics.median(again):9.2f} {min(again):7.2f} {max(again):7.2f}"
            )


if __name__ == "__main__":
    main()
