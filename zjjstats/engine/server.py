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
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from itertools import islice

from zjjstats.engine.execution import Death
from zjjstats.engine.forks import Forks, ForkUnsafeError, Outcome
from zjjstats.engine.preload import preload
from zjjstats.engine.wire import Inbox, send

DEATHS_FORGIVEN = 1
# Of so many waiting calls the server works ahead; what it keeps of them must not grow with the queue.
LOOK_AHEAD = 4


@dataclass
class Call:
    """A call that a client asked for; ``death`` is how an earlier process of it ended.

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

    def look_ahead(self) -> bool:
        """Does here the next step of what calls of this kind have in common; False where none is left.

        Whatever goes wrong with it is met again by the call itself, in its child, and told there.
        """
        work, self.ahead = self.ahead, None
        with contextlib.suppress(Exception):
            if work is not None:
                function, arguments = pickle.loads(work)  # noqa: S301 - our own client wrote it
                self.steps = function(*arguments)
            for _ in self.steps:
                return True
        return False


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


def serve(inbox: Inbox, outbox: int, workers: int) -> None:
    """Run calls, so many at a time, until the client closes its end."""
    waiting: deque[Call] = deque()
    running: dict[int, Call] = {}
    with Forks() as forks:
        while True:
            while waiting and len(forks) < workers:
                call = waiting.popleft()
                call.attempts += 1
                send(outbox, ("started", call.number, None))
                timeout = None if call.death else call.timeout
                running[forks.start(call, timeout=timeout).pid] = call
            # While all workers are busy: what the next call finds ready it need not do.
            worked = any(call.look_ahead() for call in islice(waiting, LOOK_AHEAD))
            ended = forks.next(unless=inbox.descriptor, wait=not worked)
            if ended is None:
                if not inbox.has_more():
                    continue
                if not inbox.fill():
                    return
                waiting = told(waiting, inbox)
                continue
            call = running.pop(ended[0].pid)
            outcome = ended[1]
            if outcome.ok:
                send(outbox, ("told", call.number, base64.b64decode(outcome.value)))
            elif call.death is None and may_be_tried_again(call, outcome):
                waiting.appendleft(call)
            elif call.death is None and call.has_rescue:
                call.death = death_of(outcome)
                waiting.appendleft(call)
            else:
                send(outbox, ("died", call.number, death_of(outcome)))


def told(waiting: deque[Call], inbox: Inbox) -> deque[Call]:
    """The waiting calls, with those that the client added and without those that it took back."""
    for kind, content in inbox.messages():
        if kind == "call":
            waiting.append(Call(*content))
        else:
            waiting = deque(call for call in waiting if call.number != content)
    return waiting


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
