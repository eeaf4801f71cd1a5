"""Run all the notebooks of a folder with one engine, in a process that nothing has touched before."""

from __future__ import annotations

import sys
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from cases import OPTIONS
from tasks import rescue_one, run_one
from zjjstats.engine.execution import START_ERRORS
from zjjstats.engine.executor import ForkExecutor


def stock(source: str, output: str, options: dict[str, Any]) -> dict[str, Any]:
    import papermill  # noqa: PLC0415 - where the notebook is run

    for attempt in (1, 2):
        try:
            papermill.execute_notebook(source, output, progress_bar=False, **options)
        except Exception as error:  # noqa: BLE001 - some notebooks are to fail
            # Two kernels that start at once may be given the same port; what was never run cannot be compared.
            if attempt == 1 and any(text in str(error) for text in START_ERRORS):
                continue
            return {"error": f"{type(error).__name__}: {error}"}
        return {"error": ""}
    raise AssertionError("two attempts end in a return")


def executor(engine: str) -> Executor:
    if engine == "stock":
        return ProcessPoolExecutor(3, mp_context=get_context("spawn"))
    return ForkExecutor(2, timeout=120, rescues={run_one: rescue_one})


def main(engine: str, folder: Path) -> None:
    with executor(engine) as pool:
        futures = {}
        for source in sorted(folder.glob("*.ipynb")):
            cwd = folder / engine / "work" / source.stem
            cwd.mkdir(parents=True)
            (cwd / "matplotlibrc").write_text("figure.dpi: 60\n" if source.stem == "rc_file" else "")
            options = {"cwd": str(cwd), **OPTIONS.get(source.stem, {})}
            run = stock if engine == "stock" else run_one
            futures[source.stem] = pool.submit(run, str(source), str(folder / engine / source.name), options)
        for name, future in futures.items():
            print(name, future.result())  # noqa: T201 - for whoever runs it by hand


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
