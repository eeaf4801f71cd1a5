"""Run the notebooks that are named on standard input and write down how each ended."""

from __future__ import annotations

import json
import sys
from concurrent.futures import as_completed
from pathlib import Path

from tasks import rescue_one, run_one
from zjjstats.engine.executor import ForkExecutor


def children() -> list[str]:
    """The children of this process, zombies too."""
    return [pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()]


def open_files(process: int | str) -> int:
    """How many descriptors a process has."""
    return len(list(Path(f"/proc/{process}/fd").iterdir()))


def main() -> None:
    order = json.load(sys.stdin)
    folder = Path(order["folder"])
    descriptors = open_files("self")
    with ForkExecutor(order.get("workers", 2), timeout=order["timeout"], rescues={run_one: rescue_one}) as executor:
        server = executor._server.pid
        at_start = open_files(server)
        futures = {
            executor.submit(
                run_one,
                str(folder / f"{name}.ipynb"),
                str(folder / f"{name}.out.ipynb"),
                order.get("options", {}).get(name, {}),
            ): name
            for name in order["names"]
        }
        results = {futures[future]: future.result() for future in as_completed(futures)}
        report = {
            "results": results,
            "servers_children": Path(f"/proc/{server}/task/{server}/children").read_text(),
            "servers_descriptors": open_files(server) - at_start,
        }
    report |= {
        "children": children(),
        "descriptors": open_files("self") - descriptors,
        "left": sorted(path.name for path in folder.iterdir() if ".part-" in path.name),
    }
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")


if __name__ == "__main__":
    main()
