"""Stopped, covered and hung up in a real terminal: what is seen, and what is kept."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Home, begin
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
Unlock = Callable[[Terminal], Terminal]
HALF = "I never told anyone that the kettle"


def stopped(pid: int) -> bool:
    """Whether a child of ours was stopped by now."""
    told, status = os.waitpid(pid, os.WUNTRACED | os.WNOHANG)
    return told == pid and os.WIFSTOPPED(status)


def test_stopped_it_is_locked_and_goes_on_at_the_door(home: Home, unlocked: Unlock) -> None:
    """Stopped by a signal it locks first; let go on it asks for the passphrase; the text is kept.

    While it stands still another window can open the notebook: the lock was let go of.
    """
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(HALF)
        terminal.wait_for(HALF)

        os.kill(terminal.process.pid, signal.SIGTSTP)
        terminal.wait_until(lambda: stopped(terminal.process.pid), "a stopped program", 10)
        home.open().lock()

        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.wait_for("Your passphrase")
        assert HALF not in terminal.text()
        unlocked(terminal)
        terminal.press("enter")
        terminal.wait_for(HALF)


def test_the_cover_by_its_own_key(home: Home, unlocked: Unlock) -> None:
    """One key puts a calendar in the place of everything, and brings it back."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(HALF)
        terminal.wait_for(HALF)

        terminal.press("ctrl+backslash")
        terminal.wait_for("Mon Tue Wed")
        assert HALF not in terminal.text()
        assert "Peer" not in terminal.text()
        terminal.press("a", "enter", "escape")
        time.sleep(0.3)
        assert "Mon Tue Wed" in " ".join(terminal.text().split())

        terminal.press("ctrl+backslash")
        terminal.wait_for(HALF)
