"""The writer: one thread through which everything goes that may touch the disk, in order."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Writer:
    """Runs calls one after the other, off the interface's thread, first come first served."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def send(
        self, call: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Future[Result]:
        """Put a call in the queue; the future tells what became of it."""
        return self._pool.submit(call, *given, **named)

    async def do(
        self, call: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Put a call in the queue and wait for its result without holding up the interface.

        Whoever stops waiting does not stop the call: what was sent is done.
        """
        return await asyncio.shield(asyncio.wrap_future(self.send(call, *given, **named)))

    def close(self) -> None:
        """Finish what is in the queue, then end the thread."""
        self._pool.shutdown(wait=True)
