"""A pilot waits until what it set going is done, and not until a clock says so."""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Static

from peercoach.tui.writer import Writer
from tests.tui.settling import SOON, Settling


class Asking(App[None]):
    """Each key asks for something that ends later: a call in a thread, a timer, the next frame."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("w", "ask_writer"),
        ("t", "ask_threads"),
        ("s", "soon"),
        ("d", "be_drawn"),
    ]

    class Answered(Message):
        """What was asked for is there."""

    def __init__(self, call: Callable[[], object]) -> None:
        super().__init__()
        self.writer = Writer()
        self.call = call

    def compose(self) -> ComposeResult:
        yield Static("before", id="said")

    def action_ask_writer(self) -> None:
        done = self.writer.send(self.call)
        done.add_done_callback(lambda _: self.post_message(self.Answered()))

    def action_ask_threads(self) -> None:
        self.run_worker(self._in_threads())

    async def _in_threads(self) -> None:
        for _ in range(3):
            await asyncio.to_thread(self.call)
        self.post_message(self.Answered())

    def on_asking_answered(self) -> None:
        self.action_be_drawn()

    def action_be_drawn(self) -> None:
        self.query_one("#said", Static).update("after")

    def action_soon(self) -> None:
        self.set_timer(SOON / 2, self.action_be_drawn)

    def on_unmount(self) -> None:
        self.writer.close()

    @property
    def drawn(self) -> str:
        """The first line on the screen."""
        strip = self.screen._compositor.render_strips()[0]
        return "".join(segment.text for segment in strip).strip()


def a_while() -> None:
    """Longer than anybody who went by a clock would wait, and no work at all."""
    time.sleep(2 * SOON)


@pytest.mark.parametrize("key", ["w", "t", "s", "d"])
async def test_what_a_key_sets_going_is_done_when_it_was_pressed(
    key: str, settling: Settling
) -> None:
    """Calls in a thread, the message after them, a timer that is due and the frame: all are in."""
    settling.patience = 1.0
    app = Asking(a_while)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.drawn == "before"

        await pilot.press(key)

        assert app.drawn == "after"


@pytest.mark.parametrize("key", ["w", "t"])
async def test_what_is_held_up_is_not_waited_for(key: str, settling: Settling) -> None:
    """A key returns while its call is kept waiting; once that goes on, so does all after it."""
    held = threading.Event()
    app = Asking(held.wait)
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.drawn == "before"

        settling.patience = 1.0
        held.set()
        await pilot.pause()

        assert app.drawn == "after"
