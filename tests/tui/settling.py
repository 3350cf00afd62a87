"""Waiting until an app has done all that it was asked, and no longer.

Textual's own pilot waits by the clock: a fiftieth of a second twice for each key, and longer while
the processor has anything to do. Here it waits for what is truly pending.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic, process_time, thread_time
from typing import Any, Protocol, cast

import pytest

SOON = 1 / 50
"""A timer that is due within so many seconds is waited for: a screen draws 60 times a second."""

_NOTHING_DONE = 0.001
"""Seconds of the processor that count as none."""

_LOOK_EVERY = 0.001


class _Loop(Protocol):
    """The two parts of asyncio's event loop that say what is pending in it."""

    _ready: deque[asyncio.Handle]
    _scheduled: list[asyncio.TimerHandle]

    def time(self) -> float: ...


class Settling:
    """Knows the calls that threads have not done yet; ``wait`` takes the place of Textual's.

    A call that has used nothing of the processor for ``patience`` seconds counts as held up.
    """

    def __init__(self, patience: float = 0.1) -> None:
        self.patience = patience
        self._under_way: set[Future[Any]] = set()

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Make every pilot wait with this one."""
        for module in ("textual.app", "textual.pilot"):
            patch.setattr(f"{module}.wait_for_idle", self.wait)
        submit = ThreadPoolExecutor.submit

        def noted(pool: ThreadPoolExecutor, call: Callable[..., Any], /, *a: Any, **k: Any) -> Any:
            future = submit(pool, call, *a, **k)
            self._note(future)
            return future

        patch.setattr(ThreadPoolExecutor, "submit", noted)

    def _note(self, future: Future[Any]) -> None:
        self._under_way.add(future)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            future.add_done_callback(self._under_way.discard)
            return
        # A turn later: asyncio's own callback is then the first to be called, so that what the
        # loop gets to do about a result stands in it before the call counts as done.
        loop.call_soon(future.add_done_callback, self._under_way.discard)

    async def wait(self, min_sleep: float = 0, max_sleep: float = 1) -> None:
        """Wait until nothing is left to do now: no message, no call in a thread, no timer soon.

        What is held up, as by a test, is not waited for, and nothing is for more than ``max_sleep``
        seconds. ``min_sleep`` is Textual's, and not needed.
        """
        loop = cast(_Loop, asyncio.get_running_loop())
        since, worked = monotonic(), _worked_elsewhere()
        end = since + max_sleep
        while monotonic() < end:
            await asyncio.sleep(0)
            # In this order: a call that is done has put its result in the loop.
            pending = bool(self._under_way)
            if loop._ready or _worked_elsewhere() - worked > _NOTHING_DONE:
                since, worked = monotonic(), _worked_elsewhere()
            if loop._ready:
                continue
            if not pending and not _due(loop):
                return
            if monotonic() - since > (self.patience if pending else 2 * SOON):
                return
            await asyncio.sleep(_LOOK_EVERY)


def _worked_elsewhere() -> float:
    """Seconds of the processor that other threads than the loop's have used."""
    return process_time() - thread_time()


def _due(loop: _Loop) -> bool:
    """Whether a timer is due soon."""
    latest = loop.time() + SOON
    return any(one.when() < latest and not one.cancelled() for one in loop._scheduled)
