"""The papermill engine `zjjstats`: each notebook in a forked child, cells in the child's own kernel.

Everything but the fork is papermill's, nbclient's and ipykernel's. papermill loads this module in every process, for
its entry point, so it imports nothing heavy.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import nbformat
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine
from papermill.log import logger

from zjjstats.engine import child, failures, files, forks
from zjjstats.engine.translator import register

# papermill has no entry point for translators; loading the engine is the one moment it gives a package.
register()

# These make sense only in the caller's process: open files, functions with effects, a kernel that runs already.
CALLERS_OWN = ("km", "stdout_file", "stderr_file")
# Names of papermill that nbclient does not know, or knows under another name.
RENAMED = {"input_path", "timeout", "startup_timeout", "execution_timeout", "start_timeout"}

_said: set[str] = set()


class HostedClient(PapermillNotebookClient):
    """papermill's client for the kernel in the main thread of this process."""

    def __init__(self, nb_man: Any, this: child.Child, **options: Any) -> None:
        super().__init__(nb_man, **options)
        self._this = this

    def create_kernel_manager(self) -> Any:
        from zjjstats.engine.client import HostManager

        self.km = HostManager(self._this.host, self.startup_timeout)
        return self.km

    def execute_cell(self, cell: Any, cell_index: int, *arguments: Any, **options: Any) -> Any:
        failures.note_cell(self._this.journal, self.nb, cell_index)
        return super().execute_cell(cell, cell_index, *arguments, **options)

    def process_message(self, msg: dict[str, Any], cell: Any, cell_index: int) -> Any:
        if not self.output_hook_stack[msg["parent_header"].get("msg_id")]:
            failures.note_message(self._this.journal, msg)
        return super().process_message(msg, cell, cell_index)


class ZjjstatsEngine(NBClientEngine):
    """Runs the cells in a forked child, or as papermill's stock engine does where that is not possible."""

    @classmethod
    def execute_notebook(
        cls,
        nb: Any,
        kernel_name: str,
        *arguments: Any,
        note: Callable[[Any], None] | None = None,
        **options: Any,
    ) -> Any:
        """Run a notebook with papermill's book-keeping around it; `note` is called with it afterwards."""
        files.install()
        if child.current() is not None:
            # The bar would write into the output that is captured for the notebook.
            options["progress_bar"] = False
        elif options.get("progress_bar", True):
            from tqdm.auto import tqdm

            # The bar's watching thread would make this process unsafe to fork.
            tqdm.monitor_interval = 0
        executed = super().execute_notebook(nb, kernel_name, *arguments, **options)
        if note is not None:
            note(executed)
        return executed

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **options: Any) -> None:
        """Run the cells of `nb_man.nb`.

        Parameters
        ----------
        nb_man : papermill.engines.NotebookExecutionManager
            The notebook and its book-keeping.
        kernel_name : str
            Only the kernel of this interpreter can be forked; others are started by the stock engine.
        **options
            As for the stock engine.
        """
        this = child.current()
        reason = why_not_hosted(kernel_name, options, this)
        if reason is not None:
            _say_once(f"zjjstats engine: {reason}; using papermill's stock engine")
            super().execute_managed_notebook(nb_man, kernel_name, **options)
        elif this is not None:
            _run_here(nb_man, kernel_name, options, this)
        else:
            _run_in_child(nb_man, kernel_name, options)


def why_not_hosted(kernel_name: str, options: dict[str, Any], this: child.Child | None) -> str | None:
    """Say why a notebook needs the stock engine, or return None when it does not."""
    if given := [name for name in CALLERS_OWN if options.get(name) is not None]:
        return f"the option {given[0]} needs the caller's own process"
    hooks = sorted(name for name, value in options.items() if name.startswith("on_") and value is not None)
    if this is None and hooks:
        return f"the option {hooks[0]} needs the caller's own process"
    if not is_this_interpreter(kernel_name):
        return f"the kernel {kernel_name} is not this interpreter"
    if this is None:
        return forks.why_not_fork()
    return "this process has run a notebook already" if this.host.used else None


@cache
def is_this_interpreter(kernel_name: str) -> bool:
    """Whether a kernel of that name is a Python kernel of the interpreter that runs this."""
    # Finding a kernel asks every installed package whether it brings some.
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        spec = KernelSpecManager().get_kernel_spec(kernel_name)
    except NoSuchKernel:
        # The stock engine says so in its own words.
        return False
    # The same names that jupyter_client replaces by the running interpreter.
    names = {"python", f"python{sys.version_info[0]}", f"python{sys.version_info[0]}.{sys.version_info[1]}"}
    program = spec.argv[0] if spec.argv else ""
    return (program in names or program == sys.executable) and "ipykernel_launcher" in spec.argv and not spec.env


def _run_here(nb_man: Any, kernel_name: str, options: dict[str, Any], this: child.Child) -> None:
    settings = {name: value for name, value in options.items() if name not in RENAMED}
    settings.update(
        timeout=options.get("execution_timeout") or options.get("timeout"),
        startup_timeout=options.get("start_timeout", 60),
        kernel_name=kernel_name,
        log=logger,
    )
    failures.note_notebook(this.journal, nb_man.nb)
    try:
        HostedClient(nb_man, this, **settings).execute()
    except (CellTimeoutError, DeadKernelError) as error:
        # The stock engine leaves such a notebook without a trace of the failure.
        failures.mark_running_cell(nb_man, type(error).__name__, str(error))


def _run_in_child(nb_man: Any, kernel_name: str, options: dict[str, Any]) -> None:
    def call() -> Any:
        this = child.current()
        assert this is not None
        nb_man.pbar = None
        _run_here(nb_man, kernel_name, options, this)
        return nb_man.nb

    outcome = forks.run_forked(call)
    if outcome.ok:
        nb_man.nb = nbformat.from_dict(outcome.value)
    elif outcome.error is not None:
        raise RuntimeError(f"{outcome.error['type']}: {outcome.error['message']}")
    else:
        nb_man.nb = failures.recall(outcome.records) or nb_man.nb
        failures.mark_running_cell(nb_man, "DeadKernelError", f"the notebook's process {outcome.how()}")


def _say_once(text: str) -> None:
    if text not in _said:
        _said.add(text)
        logger.warning(text)
