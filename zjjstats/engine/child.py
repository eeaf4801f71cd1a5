"""What a forked child does: run one call, report, leave."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass

# Bound here, because a cell may put something else in its place.
from time import sleep
from typing import TYPE_CHECKING, Any, NoReturn

from zjjstats.engine.journal import Journal

if TYPE_CHECKING:
    from zjjstats.engine.host import KernelHost

PR_SET_PDEATHSIG = 1
LEAVE_WITHIN = 5.0


@dataclass
class Child:
    """What a process is that was forked to run one call."""

    host: KernelHost
    journal: Journal
    code: int = 0


_state: dict[str, Child] = {}


def current() -> Child | None:
    """Return the child that this process is, or None in any other process."""
    return _state.get("child")


def run(call: Callable[[], Any], journal: Journal, parent: int) -> NoReturn:
    """Run `call` in this freshly forked process and end the process.

    `call` runs in a thread of its own: the main thread is kept free to be the kernel of the notebook.

    Parameters
    ----------
    call
        What to do. What it returns is put into the journal as JSON.
    journal
        Shared with the parent.
    parent
        The parent's process number.
    """
    code = 1
    try:
        os.setsid()
        _die_with(parent)
        # What was inherited stays as it is: collecting it would take time and unshare its memory.
        gc.freeze()
        from zjjstats.engine import files, fresh
        from zjjstats.engine.host import KernelHost, wind_up

        fresh.reset_process()
        if "papermill" in sys.modules:
            files.install()
        # What an earlier call of a nested fork left behind is not this process.
        _state["child"] = child = Child(KernelHost(), journal)
        threading.Thread(target=_work, args=(call, child), name="papermill", daemon=True).start()
        child.host.serve()
        wind_up()
        code = child.code
    except BaseException:
        journal.write("report", error=_describe(sys.exc_info()[1]))
    finally:
        os._exit(code)


def _work(call: Callable[[], Any], child: Child) -> None:
    try:
        child.journal.write("report", value=call())
    except BaseException as error:
        child.code = 1
        child.journal.write("report", error=_describe(error))
    finally:
        child.host.finish()
        sleep(0 if child.host.stuck else LEAVE_WITHIN)
        # Only reached when the main thread did not end the process by itself: a cell still holds it.
        os._exit(child.code)


def _die_with(parent: int) -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _describe(error: BaseException | None) -> dict[str, Any]:
    return {
        "type": f"{type(error).__module__}.{type(error).__qualname__}",
        "message": str(error),
        "traceback": "".join(traceback.format_exception(error)) if error else "",
    }
