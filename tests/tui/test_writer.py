"""The writer: one call after the other, off the interface's thread, and none is dropped."""

import asyncio
import threading
import time

import pytest

from peercoach.tui.writer import Writer


async def test_calls_run_in_the_order_they_were_sent() -> None:
    """A slow call is finished before the next one starts."""
    writer, done = Writer(), list[int]()

    def call(number: int) -> None:
        time.sleep(0.02 if number % 2 else 0)
        done.append(number)

    for number in range(6):
        writer.send(call, number)
    await writer.do(call, 6)

    assert done == list(range(7))
    writer.close()


async def test_every_call_runs_on_one_thread_that_is_not_ours() -> None:
    """The interface's own thread never touches the disk."""
    writer = Writer()

    threads = {await writer.do(threading.get_ident) for _ in range(5)}

    assert len(threads) == 1
    assert threading.get_ident() not in threads
    writer.close()


async def test_who_stops_waiting_does_not_stop_the_call() -> None:
    """A cancelled wait leaves the call to finish, and the next one waits for it."""
    writer, done = Writer(), list[str]()

    def slow() -> None:
        time.sleep(0.2)
        done.append("slow")

    waiting = asyncio.ensure_future(writer.do(slow))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await writer.do(done.append, "next")

    assert done == ["slow", "next"]
    writer.close()


async def test_closing_finishes_the_queue() -> None:
    """What was sent before the end is done when close returns; nothing is taken after it."""
    writer, done = Writer(), list[int]()
    for number in range(3):
        writer.send(done.append, number)

    writer.close()

    assert done == [0, 1, 2]
    with pytest.raises(RuntimeError):
        writer.send(done.append, 3)
