"""Give a forked child what a newly started kernel would find.

A fork inherits everything its parent had: open handlers, filters, seeds, exit functions. A kernel that starts as a
program has none of it, and a notebook must not be able to tell the difference.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import random
import signal
import sys
import warnings
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# matplotlib's configuration file, when it was changed, and what it says, as this process found them at the import.
_settings: list[tuple[str, int, dict[str, Any]]] = []
# Filters that libraries added when they were imported; an import in the notebook would not add them again.
_of_libraries: list[Any] = []


@contextlib.contextmanager
def libraries_filters() -> Iterator[None]:
    """Remember the warning filters that are added meanwhile as those of libraries."""
    before = list(warnings.filters)
    yield
    _of_libraries.extend(one for one in warnings.filters if one not in before)


def reset_process() -> None:
    """Undo what was inherited, before anything else runs in the child."""
    _reset_signals()
    _reset_exit_functions()
    _reset_streams()
    _reset_logging()
    _reset_warnings()
    _reset_seeds()
    _reset_path()


def _reset_signals() -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGTERM", "SIGHUP", "SIGCHLD", "SIGALRM", "SIGUSR1", "SIGUSR2"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


def _reset_exit_functions() -> None:
    # The parent's exit functions delete the parent's temporary folders; the child must never run them. multiprocessing
    # clears them in the same way.
    atexit._clear()
    registry: dict[Any, Any] = getattr(weakref.finalize, "_registry", {})
    for finalizer in list(registry):
        finalizer.atexit = False
    # weakref registers itself only once per process, and that registration is gone now.
    weakref.finalize._registered_with_atexit = False  # type: ignore[attr-defined]
    with contextlib.suppress(KeyError):
        atexit.register(sys.modules["multiprocessing.util"]._exit_function)
    with contextlib.suppress(KeyError):
        atexit.register(sys.modules["logging"].shutdown)


def _reset_streams() -> None:
    # A kernel's standard input is at its end at once; the terminal belongs to the parent.
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    # Whoever holds the old objects (a progress bar, a test runner) keeps them.
    for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        stream = getattr(sys, f"__{name}__")
        try:
            usable = stream.fileno() == number
        except (AttributeError, OSError, ValueError):
            usable = False
        if not usable:
            stream = open(number, "r" if name == "stdin" else "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, f"__{name}__", stream)
        setattr(sys, name, stream)


def _reset_logging() -> None:
    root, papermill = logging.getLogger(), logging.getLogger("papermill")
    # The kernel captures descriptors 1 and 2 for the notebook; papermill's own words belong on the terminal.
    terminal = open(os.dup(2), "w", encoding="utf-8", buffering=1)  # noqa: SIM115 - lives as long as the child
    inherited = [*papermill.handlers, *(root.handlers if papermill.propagate else [])]
    level = papermill.getEffectiveLevel()
    papermill.handlers.clear()
    for handler in inherited:
        if isinstance(handler, logging.StreamHandler) and not isinstance(handler, logging.FileHandler):
            copy = logging.StreamHandler(terminal)
            copy.setLevel(handler.level)
            copy.setFormatter(handler.formatter)
            papermill.addHandler(copy)
        else:
            papermill.addHandler(handler)
    if not inherited:
        fallback = logging.StreamHandler(terminal)
        fallback.setLevel(logging.WARNING)
        papermill.addHandler(fallback)
    papermill.setLevel(level)
    papermill.propagate = False
    root.handlers.clear()
    root.filters.clear()
    root.setLevel(logging.WARNING)
    logging.disable(logging.NOTSET)


def _reset_warnings() -> None:
    # resetwarnings also forgets which warnings were shown already, so each notebook shows its own.
    warnings.resetwarnings()
    for category in (ResourceWarning, ImportWarning, PendingDeprecationWarning, DeprecationWarning):
        warnings.simplefilter("ignore", category)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    warnings._processoptions(sys.warnoptions)  # type: ignore[attr-defined]
    warnings.filters[:0] = _of_libraries  # type: ignore[index]
    warnings._filters_mutated()  # type: ignore[attr-defined]
    warnings.showwarning = warnings._showwarning_orig  # type: ignore[attr-defined]


def _reset_seeds() -> None:
    random.seed()
    # Every child would draw the same numbers from the generator it inherited.
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()


def _reset_path() -> None:
    # A kernel is started by module name and drops the folder that Python put first.
    first = sys.path[0] if sys.path else None
    folder = str(Path(sys.argv[0]).resolve().parent) if sys.argv and sys.argv[0] else ""
    if first in {"", folder, os.getcwd()}:
        del sys.path[0]


def reset_libraries() -> None:
    """Configure again what the parent imported outside of a kernel, once the kernel exists."""
    if "matplotlib" in sys.modules:
        _reset_matplotlib(sys.modules["matplotlib"])
    if "pandas" in sys.modules:
        _reset_pandas(sys.modules["pandas"])


def remember_settings(matplotlib: Any) -> None:
    """Note what matplotlib's settings are, for children that find the same file to keep them."""
    _settings[:] = [(*_settings_file(matplotlib), dict(matplotlib.rcParams))]


def _settings_file(matplotlib: Any) -> tuple[str, int]:
    name = matplotlib.matplotlib_fname()
    return name, os.stat(name).st_mtime_ns


def _reset_matplotlib(matplotlib: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # The notebook's folder may have a configuration file of its own, and to read one takes its time.
        if [(*_settings_file(matplotlib), dict(matplotlib.rcParams))] != _settings:
            matplotlib.rcParams.update(matplotlib.rc_params())
        matplotlib.rcParams["backend"] = os.environ["MPLBACKEND"]
    # Imported again with the first figure, and then it finds the notebook's shell.
    sys.modules.pop("matplotlib_inline.backend_inline", None)
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and getattr(pyplot, "_backend_mod", None) is not None:
        pyplot.close("all")
        pyplot._backend_mod = None  # type: ignore[attr-defined]


def _reset_pandas(pandas: Any) -> None:
    # pandas decides at import whether it is in a terminal (0: fit its width) or in a notebook (20 columns).
    if pandas.get_option("display.max_columns") == 0:
        pandas.set_option("display.max_columns", 20)
    pandas.set_option("display.encoding", sys.stdout.encoding)
