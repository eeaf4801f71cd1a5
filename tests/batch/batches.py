"""What the tests of whole batches share: the command, what it leaves, and notebooks of one's own."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import nbformat

COMMAND = shutil.which("zjjstats", path=sysconfig.get_path("scripts")) or "zjjstats"
HERE = Path(__file__).resolve().parent
STEMS = ("01_projects", "02_rankings", "03_briefing", "04_audit")
PARAMETERS = 'period: str = "2022Q1"\ncity: str = "zhangjiajie"\ndata: str = "published"\nlang: str = "zh"'


def command(*arguments):
    # A batch that was itself started in the background would ignore Ctrl-C, and so would what it starts.
    return ["env", "--default-signal=INT", COMMAND, *map(str, arguments)]


def environment():
    return os.environ | {"COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}


def zjjstats(*arguments, code=0):
    """What the command printed for the person: standard output, standard error."""
    ended = subprocess.run(
        command(*arguments), capture_output=True, check=False, env=environment(), encoding="utf-8", timeout=300
    )
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stdout, ended.stderr


def script(name, *arguments, timeout=300):
    """What a script of this folder printed, as JSON."""
    ended = subprocess.run(
        [sys.executable, str(HERE / name), *map(str, arguments)],
        capture_output=True,
        check=False,
        env=environment(),
        encoding="utf-8",
        timeout=timeout,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1])


def started(*arguments, **options):
    """The command under way, in a session of its own."""
    return subprocess.Popen(
        command(*arguments),
        stdout=subprocess.DEVNULL,
        env=environment(),
        encoding="utf-8",
        start_new_session=True,
        **options,
    )


def times(out, pattern="*/*/*"):
    """When each visible file of the reports was written."""
    return {
        path.relative_to(out).as_posix(): path.stat().st_mtime_ns
        for path in sorted(out.glob(pattern))
        if not path.name.startswith(".")
    }


def drafts(out):
    """The unfinished files that are left."""
    return [path.name for path in out.rglob(".*") if ".part-" in path.name]


def rows(out):
    """The rows of runs.csv by period, city and notebook."""
    with (out / "runs.csv").open(encoding="utf-8-sig", newline="") as file:
        return {(row["period"], row["city"], row["notebook"]): row for row in csv.DictReader(file)}


def texts(notebook):
    """The text that each cell put out, without what moves from run to run."""
    told = []
    for cell in nbformat.read(notebook, as_version=4).cells:
        shown = [
            (output.output_type, output.get("name", ""), output.get("text", ""), data_of(output))
            for output in cell.get("outputs", [])
        ]
        told.append((cell.source, shown))
    return told


def data_of(output):
    return {kind: text for kind, text in output.get("data", {}).items() if kind.startswith("text/")}


def write_notebook(path, *sources, parameters=PARAMETERS, tags=()):
    """A notebook with a cell of parameters and one cell for each source; the tags are the last cell's."""
    cells = [nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]})] if parameters else []
    cells += [nbformat.v4.new_code_cell(source) for source in sources]
    cells[-1].metadata["tags"] = [*cells[-1].metadata.get("tags", []), *tags]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    return path


def wait_until(condition, process, seconds=120):
    """Nothing, once the condition holds; the process must not end before."""
    end = time.monotonic() + seconds
    while not condition():
        if process.poll() is not None or time.monotonic() > end:
            process.kill()
            process.communicate()
            raise AssertionError(f"waited in vain; the command ended with {process.returncode}")
        time.sleep(0.02)


def descendants(pid):
    """The processes below one, and their children, by what the system says of their parents."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    found, new = set(), {pid}
    while new:
        new = {child for child, parent in parents.items() if parent in new} - found
        found |= new
    return found


def alive(pids):
    """Those of the processes that still run."""
    running = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            continue
        running += [pid] if state not in "ZX" else []
    return running
