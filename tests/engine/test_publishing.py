"""What a kernel says reaches its client whole, in order, whichever thread says it."""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from typing import Any

import pytest
from jupyter_client.session import Session

from zjjstats.engine.client import Channel
from zjjstats.engine.kernel import Publisher
from zjjstats.engine.publishing import OutStream, Publication

EACH, THREADS = 300, 4


class Slow(OutStream):
    """A stream that leaves the process's own descriptors alone, and takes its time between taking and sending."""

    def __init__(self, session: Session, thread: Publication) -> None:
        super().__init__(session, thread, "stdout", watchfd=False)

    def _flush_buffers(self) -> Any:
        for taken in super()._flush_buffers():
            time.sleep(0.001)
            yield taken


@pytest.fixture
def kernel() -> Any:
    """A session, the frames that were delivered, and the thread for output, which has been started."""
    delivered: list[list[bytes]] = []
    session = Session(key=b"")
    thread = Publication(Publisher(delivered.append), pipe=False, session=session)
    thread.start()
    yield session, delivered, thread
    thread.stop()
    # ipykernel cancels this task and closes its loop before it has ended.
    thread._event_pipe_gc_task._log_destroy_pending = False


def contents(session: Session, delivered: list[list[bytes]]) -> list[dict[str, Any]]:
    return [session.deserialize(session.feed_identities(frames)[1])["content"] for frames in delivered]


def test_message_is_there_when_the_sender_goes_on(kernel: Any) -> None:
    session, delivered, thread = kernel
    for number in range(EACH):
        session.send(thread.background_socket, "status", {"number": number})
        assert len(delivered) == number + 1
    assert [told["number"] for told in contents(session, delivered)] == list(range(EACH))


def test_what_was_printed_comes_before_what_is_said_after_it(kernel: Any) -> None:
    session, delivered, thread = kernel
    stream = Slow(session, thread)
    # A thread that flushes as the timer does, at any moment.
    over = threading.Event()

    def flush_on() -> None:
        while not over.is_set():
            thread.schedule(stream._flush)

    timer = threading.Thread(target=flush_on)
    timer.start()
    for number in range(EACH):
        stream.write(f"{number} ")
        stream.flush()
        session.send(thread.background_socket, "status", {"text": "said "})
    over.set()
    timer.join()
    told = "".join(content["text"] for content in contents(session, delivered))
    assert told == "".join(f"{number} said " for number in range(EACH))


def test_stream_is_flushed_without_being_asked(kernel: Any) -> None:
    session, delivered, thread = kernel
    stream = Slow(session, thread)
    stream.write("printed by a cell that goes on")
    assert not delivered
    for _ in range(100):
        if delivered:
            break
        threading.Event().wait(0.05)
    assert contents(session, delivered) == [{"name": "stdout", "text": "printed by a cell that goes on"}]


def test_no_message_of_several_threads_is_left_lying() -> None:
    session = Session(key=b"")
    channel = Channel(session)

    async def listen() -> list[int]:
        channel.listen()

        def say(thread: int) -> None:
            for number in range(EACH):
                # Now and then the client has heard all there is, and waits.
                time.sleep(0.01 if number % 50 == 0 else 0)
                channel.deliver(session.serialize(session.msg("status", {"number": thread * EACH + number})))

        threads = [threading.Thread(target=say, args=(number,)) for number in range(THREADS)]
        for thread in threads:
            thread.start()
        return [(await channel.get_msg(timeout=10))["content"]["number"] for _ in range(EACH * THREADS)]

    numbers = asyncio.run(listen())
    assert sorted(numbers) == list(range(EACH * THREADS))
    for thread in range(THREADS):
        of_one = [number for number in numbers if number // EACH == thread]
        assert of_one == sorted(of_one)


def test_nothing_said_is_an_end_of_waiting() -> None:
    channel = Channel(Session(key=b""))

    async def wait() -> None:
        channel.listen()
        await channel.get_msg(timeout=0.05)

    with pytest.raises(queue.Empty):
        asyncio.run(wait())


def test_before_anyone_listens_messages_are_lost() -> None:
    session = Session(key=b"")
    channel = Channel(session)
    channel.deliver(session.serialize(session.msg("status", {})))
    assert not channel._arrived
