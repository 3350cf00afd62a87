"""Saving what is typed: within a second, off the interface's thread, and again if it failed."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Protocol

from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from peercoach.autosave import Autosave
from peercoach.errors import PeercoachError
from peercoach.journal.moment import Moment
from peercoach.tui.writer import Writer

_LEAST_WAIT = 0.01
"""A timer of no time at all dies without a word (Textual 8.2.8 divides by it)."""

Typed = tuple[str, int]
"""A text and the cursor in it, in code points."""


class Written(Protocol):
    """Whatever keeps what is typed: a reflection, something about a goal, a sitting in Heal."""

    def draft(self, text: str, cursor: int) -> Moment | None:
        """Save what stands in the editor."""

    def leave(self, text: str, cursor: int) -> object:
        """The same on going elsewhere for now."""


class Saving:
    """Has what ``read`` gives saved as the conversation's draft, soon after it was typed.

    One save is under way at a time, so a slow disk is not asked for more than it can do.
    """

    class Done(Message):
        """A save ended; ``why`` is None where it is durable, ``taken`` when the text was read."""

        def __init__(self, why: PeercoachError | None, taken: float) -> None:
            super().__init__()
            self.why = why
            self.taken = taken

    def __init__(
        self,
        screen: Screen[None],
        conversation: Written,
        writer: Writer,
        read: Callable[[], Typed],
    ) -> None:
        self._screen = screen
        self._conversation = conversation
        self._writer = writer
        self._read = read
        self._autosave = Autosave()
        self._timer: Timer | None = None
        self._under_way = False
        self._held = False
        self._stopped = False

    # --- while typing --------------------------------------------------------------------------

    def typed(self) -> None:
        """A key changed the text."""
        self._autosave.typed(time.monotonic())
        self._plan()

    def arrived(self) -> None:
        """What stands in the editor now is what the conversation gave."""
        self._autosave = Autosave()

    def came_back(self, done: "Saving.Done") -> None:
        """Take note of a save that ended; if it failed, it is tried again."""
        self._under_way = False
        if done.why is None:
            self._autosave.saved(done.taken)
        else:
            self._autosave.failed(time.monotonic())
        self._plan()

    def stop(self) -> None:
        """Save nothing any more."""
        self._stopped = True

    @contextmanager
    def held(self) -> Iterator[None]:
        """Start no save within: the text belongs to a stop that is being left."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._plan()

    def _plan(self) -> None:
        wait = self._autosave.wait(time.monotonic())
        if wait is None or self._timer is not None or self._stopped:
            return
        if not (self._under_way or self._held):
            self._timer = self._screen.set_timer(max(wait, _LEAST_WAIT), self._tick)

    def _tick(self) -> None:
        self._timer = None
        if self._stopped or self._held or self._under_way:
            return
        if self._autosave.due(time.monotonic()):
            self._send()
        else:
            self._plan()

    def _send(self) -> None:
        taken = time.monotonic()
        self._under_way = True
        future = self._writer.send(self._conversation.draft, *self._read())
        # Called on the writer's thread: it only posts, the screen's handler does the rest.
        future.add_done_callback(
            lambda ended: self._screen.post_message(self.Done(_why(ended), taken))
        )

    # --- on leaving ----------------------------------------------------------------------------

    async def now(self) -> PeercoachError | None:
        """Save and wait until it is durable; what went wrong, if it isn't."""
        return await self._wait_for(self._conversation.draft)

    async def leave(self) -> PeercoachError | None:
        """The same on going elsewhere: where nothing was written, nothing is left behind."""
        return await self._wait_for(self._conversation.leave)

    def last(self) -> None:
        """Send what stands here for the last time, without waiting."""
        if not self._stopped:
            self._stopped = True
            self._writer.send(self._conversation.draft, *self._read())

    async def _wait_for(self, keep: Callable[[str, int], object]) -> PeercoachError | None:
        taken = time.monotonic()
        try:
            await self._writer.do(keep, *self._read())
        except PeercoachError as refused:
            self._autosave.failed(time.monotonic())
            self._plan()
            return refused
        self._autosave.saved(taken)
        return None


def _why(ended: Future[Moment | None]) -> PeercoachError | None:
    failed = ended.exception()
    if failed is None:
        return None
    return failed if isinstance(failed, PeercoachError) else PeercoachError()
