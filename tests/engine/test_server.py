"""What the fork server does when, with forks that only note what they were asked."""

from __future__ import annotations

import itertools
import os
import pickle
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

import tasks
from zjjstats.engine import server
from zjjstats.engine.server import Calls
from zjjstats.engine.wire import Inbox, send


class NotedForks:
    """Forks without processes: what was prepared by the time at which each call was started."""

    def __init__(self) -> None:
        self.started: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self.started)

    def start(self, call: server.Call, *, timeout: float | None) -> Any:
        assert timeout is None
        self.started[call.number] = list(tasks.PREPARED)
        return SimpleNamespace(pid=call.number)


@pytest.fixture
def told() -> Iterator[tuple[Any, NotedForks, Calls]]:
    """Where a client writes, the forks, and the calls of a server with one worker."""
    tasks.PREPARED.clear()
    (reader, writer), (_, outbox) = pipes = os.pipe(), os.pipe()
    forks = NotedForks()
    yield writer, forks, Calls(forks, Inbox(reader), outbox, 1)
    for descriptor in (*pipes[0], *pipes[1]):
        os.close(descriptor)
    tasks.PREPARED.clear()


def ask(writer: int, number: int, ahead: Any) -> None:
    work = pickle.dumps((tasks.value_of, (number,), None))
    steps = ahead and pickle.dumps((ahead, (number,)))
    send(writer, ("call", (number, work, False, None, steps)))


def serve_until_one_started(calls: Calls, forks: NotedForks) -> None:
    calls.start()
    while not forks.started:
        assert calls.look_ahead()
        calls.start()


def test_the_first_of_several_calls_finds_ready_what_they_have_in_common(told: Any) -> None:
    writer, forks, calls = told
    for number in (1, 2):
        ask(writer, number, tasks.note_ahead)
    assert calls.take_in()
    serve_until_one_started(calls, forks)
    assert forks.started == {1: ["1 begun", "1 done"]}


def test_a_call_that_has_nothing_in_common_with_others_starts_meanwhile(told: Any) -> None:
    writer, forks, calls = told
    for number, ahead in ((1, tasks.note_ahead), (2, tasks.note_ahead), (3, None), (4, None)):
        ask(writer, number, ahead)
    assert calls.take_in()
    calls.start()
    assert forks.started == {3: []}
    assert [call.number for call in calls.waiting] == [1, 2, 4]


def test_a_call_alone_starts_at_once(told: Any) -> None:
    writer, forks, calls = told
    ask(writer, 1, tasks.note_ahead)
    assert calls.take_in()
    calls.start()
    assert forks.started == {1: []}


def test_the_first_call_waits_only_so_long(told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    writer, forks, calls = told
    monkeypatch.setattr(server, "FIRST_WITHIN", 0.05)
    for number in (1, 2):
        ask(writer, number, tasks.sleep_ahead)
    assert calls.take_in()
    serve_until_one_started(calls, forks)
    assert list(forks.started) == [1]
    assert 1 <= len(forks.started[1]) <= 10


def test_only_the_very_first_call_waits(told: Any) -> None:
    writer, forks, calls = told
    calls.workers = 2
    for number in range(1, 6):
        ask(writer, number, tasks.note_ahead)
    assert calls.take_in()
    serve_until_one_started(calls, forks)
    assert forks.started == {1: ["1 begun", "1 done"], 2: ["1 begun", "1 done"]}


def test_steps_are_done_ahead_of_the_next_few_calls_one_at_a_time(told: Any) -> None:
    writer, _, calls = told
    for number in range(1, 8):
        ask(writer, number, tasks.note_ahead)
    assert calls.take_in()
    counts = [0]
    while calls.look_ahead():
        counts.append(len(tasks.PREPARED))
    assert all(after - before <= 1 for before, after in itertools.pairwise(counts))
    ahead = range(1, server.LOOK_AHEAD + 1)
    assert [f"{number} {step}" for number in ahead for step in ("begun", "done")] == tasks.PREPARED


def test_a_client_that_leaves_is_noticed(told: Any) -> None:
    reader, writer = os.pipe()
    os.close(writer)
    assert not Calls(told[1], Inbox(reader), 1, 1).take_in()
    os.close(reader)
