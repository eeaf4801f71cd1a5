"""What a parent imports and prepares once, so that each of its children has it already."""

from __future__ import annotations

import builtins
import contextlib
import gc
import importlib
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace

from zjjstats.engine.forks import ForkUnsafeError, why_not_fork
from zjjstats.engine.fresh import libraries_filters, remember_settings

# What a kernel and papermill import sooner or later. Not matplotlib_inline: its import configures the shell that it
# finds, and here there is none yet.
MODULES = (
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "pandas",
    "pandas.io.formats.html",
    "pandas.plotting._matplotlib",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.core.pylabtools",
    "IPython.extensions.storemagic",
    "encodings.ascii",
    "faulthandler",
    "ipykernel.kernelspec",
    "ipykernel_launcher",
    "papermill.execute",
    "sqlite3",
    "tornado.platform.asyncio",
    "zjjstats.engine.engine",
    "zjjstats.engine.files",
    "zjjstats.engine.fresh",
    "zjjstats.engine.host",
)
# What nbclient starts each kernel with, if nobody asks for more.
ARGUMENTS = ("--HistoryManager.hist_file=:memory:",)
# One thread in each child, and none in the parent: the pools of numpy's libraries start when numpy is imported.
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def preload(*, warm_up: Sequence[Callable[[], None]] = ()) -> None:
    """Import what notebooks need, so that each child has it at once.

    Parameters
    ----------
    warm_up
        Called after the imports, to prepare more. They must not start threads.

    Raises
    ------
    ForkUnsafeError
        When the process cannot be forked safely, before or after the imports.
    """
    if reason := why_not_fork():
        raise ForkUnsafeError(reason)
    os.environ.update(ONE_THREAD)
    with without_collections(), _as_in_a_kernel(), _without_slow_grammars(), libraries_filters():
        for name in MODULES:
            importlib.import_module(name)
        for prepare in warm_up:
            prepare()
        _warm_up()
    if reason := why_not_fork():
        raise ForkUnsafeError(f"after the imports: {reason}")


@contextlib.contextmanager
def without_collections() -> Iterator[None]:
    """Keeps the collector from looking again and again through what is imported, nearly all of which stays."""
    gc.disable()
    try:
        yield
    finally:
        # Objects that the collector never visits again stay shared between parent and children; a collection before
        # would only leave holes, whose filling unshares what lies around them.
        gc.freeze()
        gc.enable()


@contextlib.contextmanager
def _as_in_a_kernel() -> Iterator[None]:
    # pandas looks for this name once, at import, to choose its defaults for a notebook or for a terminal.
    missing = not hasattr(builtins, "get_ipython")
    if missing:
        builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
    try:
        yield
    finally:
        if missing:
            del builtins.get_ipython  # type: ignore[attr-defined]


@contextlib.contextmanager
def _without_slow_grammars() -> Iterator[None]:
    # jsonschema imports rfc3987_syntax for checks that nbformat never asks for, and that takes over a second.
    if "jsonschema" in sys.modules or "rfc3987_syntax" in sys.modules:
        yield
        return
    sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["rfc3987_syntax"]
        # A notebook that imports jsonschema gets it anew, with all its checks.
        for name in [name for name in sys.modules if name.partition(".")[0] == "jsonschema"]:
            del sys.modules[name]


def _warm_up() -> None:
    import nbformat
    from matplotlib import font_manager, rcsetup
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from zjjstats.engine.kernel import parse_ahead

    figure = Figure()
    FigureCanvasAgg(figure)
    figure.subplots().plot([0, 1], label="a")
    figure.legend()
    figure.suptitle("0123456789")
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    # Open font files would be shared, and with them the position at which each child reads.
    if cached := getattr(font_manager, "_get_font", None):
        cached.cache_clear()
    # Names of backends are looked up among all installed packages, once.
    rcsetup.validate_backend("module://matplotlib_inline.backend_inline")
    remember_settings(sys.modules["matplotlib"])
    parse_ahead(ARGUMENTS)
    nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell()]))
    # The font cache is built under a timer, whose thread may be about to end.
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(timeout=1)
