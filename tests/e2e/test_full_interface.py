"""The full interface in a real terminal: from the first run to the closed lid, and back."""

import os
import signal
from collections.abc import Callable

import pytest

from peercoach.journal.records import Entry, Rating
from tests.e2e.conftest import PASSPHRASE, Home, begin
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
Unlock = Callable[[Terminal], Terminal]
ANSWER = "Her face changed when I told her about the allotment."
UNFINISHED = "I say that the kettle"


def texts(home: Home) -> list[str]:
    """Every text in the notebook, newest first."""
    workspace = home.open()
    found = [note.record for note in workspace.journal.entries()]
    workspace.lock()
    return [one.text for one in found if isinstance(one, Entry)]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_first_run_to_closed_lid_and_back(home: Home, columns: int, rows: int) -> None:
    """A passphrase, a question, an answer, the lid closed; then all of it is there again."""
    with home.run(columns=columns, rows=rows) as terminal:
        terminal.wait_for("Choose a passphrase")
        terminal.type(PASSPHRASE)
        terminal.press("enter")
        terminal.wait_for("You have not seen what you typed")
        terminal.press("enter")
        terminal.wait_for("Where shall we start?", 60)
        terminal.press("down", "enter")
        terminal.wait_for("When did you last see someone's face change")
        terminal.type(ANSWER)
        terminal.press("ctrl+n")
        terminal.wait_for("What do you say about peer work")
        terminal.type(UNFINISHED)
        terminal.wait_for("saved")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    with home.run(columns=columns, rows=rows) as terminal:
        terminal.wait_for("Your passphrase")
        assert "face change" not in terminal.text()
        terminal.type(PASSPHRASE)
        terminal.press("enter")
        terminal.wait_for("question 2 of 6", 60)
        terminal.press("enter")
        terminal.wait_for(UNFINISHED)
        terminal.type(" is on")
        terminal.press("ctrl+t")
        terminal.wait_for("That is a whole reflection")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    assert texts(home) == [UNFINISHED + " is on", ANSWER]


def test_rate_in_words(home: Home, unlocked: Unlock) -> None:
    """Skipping through to the rating, one chooses it in words, and it is kept."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        for ask in ("What do you say", "Where have you seen hope", "Whose story", "How can you"):
            terminal.press("ctrl+k")
            terminal.wait_for(ask)
        terminal.press("ctrl+k")
        terminal.wait_for("Who do you wish knew")
        terminal.press("ctrl+k")
        terminal.wait_for("How much do we live this?")
        terminal.wait_for("We do this sometimes")
        terminal.press("down", "enter")
        terminal.wait_gone("How much do we live this?")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    workspace = home.open()
    (rated,) = workspace.journal.entries(kind="rating")
    workspace.lock()
    assert isinstance(rated.record, Rating)
    assert rated.record.label == "We do this sometimes"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_keeps_what_was_typed(
    home: Home, unlocked: Unlock, number: signal.Signals
) -> None:
    """SIGTERM and a closed terminal keep the last character typed."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(UNFINISHED)
        terminal.wait_for(UNFINISHED)
        os.kill(terminal.process.pid, number)
        terminal.ended()

    workspace = home.open()
    (waiting,) = workspace.unfinished()
    assert workspace.resume(waiting.reflection).text == UNFINISHED
    workspace.lock()


def test_resized_to_nothing_and_back(home: Home, unlocked: Unlock) -> None:
    """At 20×8 there is a calm sentence; made larger again, the text is still there."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(UNFINISHED)
        terminal.wait_for(UNFINISHED)
        terminal.resize(20, 8)
        terminal.wait_for("larger")
        terminal.resize(80, 24)
        terminal.wait_for(UNFINISHED)


def test_the_door_says_what_is_wrong(home: Home) -> None:
    """A wrong passphrase and a notebook open in another window are two different sentences."""
    holder = home.make()
    with home.run() as terminal:
        terminal.wait_for("Your passphrase")
        terminal.type(PASSPHRASE)
        terminal.press("enter")
        terminal.wait_for("open in another window", 30)
        holder.lock()
        terminal.press("ctrl+a", "ctrl+k")
        terminal.type("not the right words at all")
        terminal.press("enter")
        terminal.wait_for("does not open this notebook", 30)


def test_locked_by_hand_it_shows_nothing(home: Home, unlocked: Unlock) -> None:
    """After the lock key nothing of the text is on the screen, and it is saved."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(UNFINISHED)
        terminal.wait_for(UNFINISHED)
        terminal.press("ctrl+l")
        terminal.wait_for("Locked. No one else can read this.")
        assert UNFINISHED not in terminal.scrollback()
        terminal.type(PASSPHRASE)
        terminal.press("enter")
        terminal.wait_for("Good to see you", 30)
        terminal.press("enter")
        terminal.wait_for(UNFINISHED)
