"""The preloaded parent as a program of its own: calls come in on standard input, results go out on standard output.

It has one thread and never imports what would start another, so that it can be forked. It ends with its client: the end
of standard input kills what still runs.
"""

from __future__ import annotations

import base64
import contextlib
import os
import pickle
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from itertools import islice

from zjjstats.engine.execution import Death
from zjjstats.engine.forks import Forks, ForkUnsafeError, Outcome, Running
from zjjstats.engine.preload import preload
from zjjstats.engine.wire import Inbox, send

DEATHS_FORGIVEN = 1
# Of so many waiting calls the server works ahead; what it keeps of them must not grow with the queue.
LOOK_AHEAD = 4
# Seconds in which a client says its next call, and in which what is done ahead of the very first one should be done.
MORE_WITHIN, FIRST_WITHIN = 0.005, 1.0


@dataclass(eq=False)
class Call:
    """A call that a client asked for; ``death`` is how an earlier process of it ended.

    ``is_ready`` tells whether all is done that is to be done ahead of it.

    What it calls stays pickled here: what it imports, and what may go wrong with that, is the child's affair.
    """

    number: int
    work: bytes
    has_rescue: bool
    timeout: float | None
    ahead: bytes | None = None
    attempts: int = 0
    death: Death | None = None
    steps: Iterator[object] = field(default_factory=lambda: iter(()))
    is_ready: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_ready = self.ahead is None

    def __call__(self) -> str:
        """The pickled result or exception, as text for the journal."""
        try:
            function, arguments, rescue = pickle.loads(self.work)  # noqa: S301 - our own client wrote it
            # The rescue of a call is told what became of it.
            value = function(*arguments) if self.death is None else rescue(*arguments, self.death)
            told = pickle.dumps(("done", value))
        except BaseException as error:
            told = pickled_error(error)
        return base64.b64encode(told).decode("ascii")

    def look_ahead(self) -> None:
        """Does here the next step of what calls of this kind have in common.

        Whatever goes wrong with it is met again by the call itself, in its child, and told there.
        """
        work, self.ahead = self.ahead, None
        with contextlib.suppress(Exception):
            if work is not None:
                function, arguments = pickle.loads(work)  # noqa: S301 - our own client wrote it
                self.steps = function(*arguments)
            for _ in self.steps:
                return
        self.is_ready = True


def pickled_error(error: BaseException) -> bytes:
    """An exception as it travels; one that would not arrive is replaced by one that names it."""
    try:
        told = pickle.dumps(("failed", error))
        # Many exceptions can be pickled and not unpickled again.
        pickle.loads(told)  # noqa: S301 - just made
    except Exception:
        return pickle.dumps(("failed", RuntimeError(f"{type(error).__module__}.{type(error).__qualname__}: {error}")))
    return told


def death_of(outcome: Outcome) -> Death:
    """What is known of a process that ended without reporting."""
    return Death(outcome.how(), outcome.records, outcome.seconds, outcome.cpu_seconds, outcome.peak_rss_kb)


class Calls:
    """The calls of a client: those that wait, and those that run, so many at a time."""

    def __init__(self, forks: Forks, inbox: Inbox, outbox: int, workers: int) -> None:
        self.forks, self.inbox, self.outbox, self.workers = forks, inbox, outbox, workers
        self.waiting: deque[Call] = deque()
        self.running: dict[int, Call] = {}
        # The very first call that has work done ahead of it, and until when it waits for that.
        self.has_begun, self.until = False, 0.0
        self.first: Call | None = None

    def take_in(self) -> bool:
        """Takes what the client says: calls that it adds or takes back. False where it will say no more."""
        while True:
            if not self.inbox.fill():
                return False
            for kind, content in self.inbox.messages():
                if kind == "call":
                    self.waiting.append(Call(*content))
                else:
                    self.waiting = deque(call for call in self.waiting if call.number != content)
            # Who has several calls says so one after the other; it tells whether it pays to work ahead of the first.
            if self.running or not self.inbox.has_more(MORE_WITHIN):
                return True

    def start(self) -> None:
        """Starts what can be started."""
        while len(self.forks) < self.workers and (call := self.next_call()):
            self.waiting.remove(call)
            call.attempts += 1
            send(self.outbox, ("started", call.number, None))
            timeout = None if call.death else call.timeout
            self.running[self.forks.start(call, timeout=timeout).pid] = call

    def next_call(self) -> Call | None:
        """The call to be started next, None where none should be."""
        if not self.has_begun and len(self.waiting) > self.workers:
            self.has_begun, self.until = True, time.monotonic() + FIRST_WITHIN
            self.first = next((call for call in self.waiting if not call.is_ready), None)
        # At the very beginning: the first calls would each do for themselves what they have in common.
        if self.first and self.first in self.waiting and not self.first.is_ready and time.monotonic() < self.until:
            return next((call for call in self.waiting if call.is_ready), None)
        self.first = None
        return self.waiting[0] if self.waiting else None

    def look_ahead(self) -> bool:
        """Does a step ahead of the next calls, which find ready then what it made; False where none is left."""
        for call in islice(self.waiting, LOOK_AHEAD):
            if not call.is_ready:
                call.look_ahead()
                return True
        return False

    def settle(self, ended: Running, outcome: Outcome) -> None:
        """Tells the client how a call ended, or has it tried again or rescued."""
        call = self.running.pop(ended.pid)
        if outcome.ok:
            send(self.outbox, ("told", call.number, base64.b64decode(outcome.value)))
        elif call.death is None and may_be_tried_again(call, outcome):
            self.waiting.appendleft(call)
        elif call.death is None and call.has_rescue:
            call.death = death_of(outcome)
            self.waiting.appendleft(call)
        else:
            send(self.outbox, ("died", call.number, death_of(outcome)))


def serve(inbox: Inbox, outbox: int, workers: int) -> None:
    """Run calls until the client closes its end."""
    with Forks() as forks:
        calls = Calls(forks, inbox, outbox, workers)
        while True:
            calls.start()
            ended = forks.next(unless=inbox.descriptor, wait=False)
            if ended is None and not inbox.has_more():
                if calls.look_ahead():
                    continue
                ended = forks.next(unless=inbox.descriptor)
            if ended is not None:
                calls.settle(*ended)
            elif not calls.take_in():
                return


def may_be_tried_again(call: Call, outcome: Outcome) -> bool:
    """Whether the process died before the first cell of its notebook, for the first time."""
    started = not outcome.timed_out and death_of(outcome).came_before_the_first_cell
    return started and call.attempts <= DEATHS_FORGIVEN


def main() -> None:
    """Preload, say so, serve."""
    # A Ctrl-C at the terminal reaches everyone; the client decides, and ends us by closing our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inbox, outbox = os.dup(0), os.dup(1)
    # What is printed here by mistake must not look like a result, and nobody here reads the client's messages.
    os.dup2(2, 1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    # A child that lives on would keep the client waiting for the end of our output.
    os.register_at_fork(after_in_child=partial(close_all, [inbox, outbox]))
    workers, warm_up = int(sys.argv[1]), sys.argv[2:]
    try:
        preload(warm_up=[load(name) for name in warm_up])
    except (ForkUnsafeError, ImportError) as error:
        send(outbox, ("unsafe", 0, str(error)))
        return
    send(outbox, ("ready", 0, None))
    # A client that was killed reads no more; the children have been ended by then.
    with contextlib.suppress(BrokenPipeError):
        serve(Inbox(inbox), outbox, workers)


def close_all(descriptors: list[int]) -> None:
    """Close the descriptors, once: a child's own children find the list empty, and the numbers in other use."""
    while descriptors:
        os.close(descriptors.pop())


def load(name: str) -> Callable[[], None]:
    """A function by ``module:name`` or ``module:name:argument``, imported when it is called."""
    module, function, *arguments = name.split(":", 2)

    def call() -> None:
        getattr(import_module(module), function)(*arguments)

    return call


if __name__ == "__main__":
    main()
    # All children are gone, and taking apart what was preloaded takes longer than a call.
    os._exit(0)
