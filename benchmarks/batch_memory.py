"""Memory of one batch of over 500 runs: that of the parent that forks them, and that of each run above it.

    make bench
    python benchmarks/batch_memory.py

`zjjstats run` does twelve periods for every city of the sample. The parent's resident memory is read from the system all
the while; the peak of each run is what the batch noted of it.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
PERIODS = [f"{year}{part}" for year in (2021, 2022) for part in ("M01-M02", "Q1", "M01-M04", "Q2", "Q3", "Q4")]


def server_of(command: int) -> int | None:
    """The number of the process that forks, which the command started."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
            called = (status.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == command and b"zjjstats.engine.server" in called:
            return int(status.parent.name)
    return None


def resident_mb(pid: int) -> float:
    """The resident memory of a process in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        arguments = [
            "run",
            *PERIODS,
            "--all-cities",
            "--data",
            "sample",
            "--out",
            folder,
            "--jobs",
            "2",
            "--formats",
            "html",
        ]
        began = time.monotonic()
        with subprocess.Popen(
            [BIN / "zjjstats", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as run:
            seen: list[tuple[int, float]] = []
            server = None
            while run.poll() is None:
                time.sleep(0.2)
                server = server or server_of(run.pid)
                if server is not None:
                    try:
                        seen.append((len(list(Path(folder).glob("*/*/[!.]*.html"))), resident_mb(server)))
                    except (OSError, StopIteration):
                        break
        if run.returncode:
            raise RuntimeError(f"the batch ended with {run.returncode}")
        with (Path(folder) / "runs.csv").open(encoding="utf-8") as file:
            peaks = [float(row["peak_memory_mb"]) for row in csv.DictReader(file)]
        print(f"{len(peaks)} runs in {time.monotonic() - began:.0f} s")
        print(f"{'pages made':>12} {'parent MB':>10}")
        shown = -1
        for pages, memory in seen:
            if pages // 50 > shown:
                shown = pages // 50
                print(f"{pages:12} {memory:10.1f}")
        print(f"{seen[-1][0]:12} {seen[-1][1]:10.1f}")
        print(f"peak of one run: {min(peaks):.0f} to {max(peaks):.0f} MB, its parent's memory included")


if __name__ == "__main__":
    main()
