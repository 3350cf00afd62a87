"""Home before the notes are read: there at once, filling in, and what is asked of it meanwhile."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from peercoach.errors import LogDamaged
from peercoach.journal.records import Entry
from peercoach.tui.app import PeercoachApp
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.reflect import Reflect
from peercoach.workspace import Workspace
from tests.tui.stage import LARGE_WINDOW, PASSPHRASE, Stage, seen, shows, unlock, until
from tests.tui.test_home import MEMORY, at, home, lines


class Gate:
    """Holds reading the notes up until it is opened; ``fails`` makes it fail then."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self.fails: Exception | None = None
        self.reached = threading.Event()

    def open(self) -> None:
        self._open.set()

    def wrap(self, prepare: Callable[[Workspace], None]) -> Callable[[Workspace], None]:
        def held(workspace: Workspace) -> None:
            self.reached.set()
            assert self._open.wait(20)
            if self.fails is not None:
                workspace.lock()
                raise self.fails
            prepare(workspace)

        return held


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Reading the notes takes as long as a test wants."""
    made = Gate()
    monkeypatch.setattr(Workspace, "prepare", made.wrap(Workspace.prepare))
    yield made
    made.open()


async def knock(pilot: Pilot[None]) -> Home:
    """Unlock, and be at a home that has not read the notes yet."""
    await shows(pilot, "Your passphrase")
    pilot.app.screen.query_one(Input).value = PASSPHRASE
    await pilot.press("enter")
    await shows(pilot, "reading your notes")
    return home(pilot)


async def test_home_comes_before_the_notes_are_read(filled: Stage, gate: Gate) -> None:
    """What waits and the elements stand there at once; nothing moves when the rest comes."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        early = await knock(pilot)
        assert early.reading
        await shows(pilot, "Continue", "Looking after each other", "question 2 of 6")
        await pilot.press("down", "down", "down")
        row = early.choices.row
        assert row is not None
        places = [at(pilot, text) for text in ("Continue", "I have", "Elements", "Any day")]
        assert MEMORY not in seen(pilot)

        gate.open()

        await shows(pilot, MEMORY, "sometimes", "Make a spare key. There is none yet")
        assert [at(pilot, text) for text in ("Continue", "I have", "Elements", "Any day")] == places
        after = early.choices.row
        assert after is not None
        assert (after.id, early.choices.has_focus) == (row.id, True)
        assert "reading your notes" not in seen(pilot)


async def test_a_free_place_closes_where_there_is_no_memory(stage: Stage, gate: Gate) -> None:
    """A notebook of yesterday has no memory: then no empty lines are left for one."""
    gate.open()
    stage.clock.to(2026, 3, 13)
    workspace = stage.create()
    workspace.journal.add(Entry(kind="note", text="Something of yesterday, and no older."))
    workspace.lock()
    stage.clock.to(2026, 3, 14, 14, 2)
    async with stage.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)

        assert lines(pilot)[at(pilot, "Good to see you.") + 2].startswith("I have")


@pytest.mark.parametrize(("key", "room"), [("l", "Look back"), ("e", "Choose an element")])
async def test_a_key_before_it_is_ready_works(
    filled: Stage, gate: Gate, key: str, room: str
) -> None:
    """Pressed while the notes are being read, it is done as soon as they are."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await knock(pilot)

        pilot.app.post_message(Key(key, key))
        gate.open()

        await shows(pilot, room)


async def test_going_on_needs_no_more_than_a_moment_of_waiting(filled: Stage, gate: Gate) -> None:
    """Enter on what waits, pressed at once, comes to its character once the notes are read."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        early = await knock(pilot)

        early.choices.action_pick()
        gate.open()

        await until(pilot, lambda: isinstance(pilot.app.screen, Reflect))
        await shows(pilot, "The minutes said that we attended. We had chaired it.")


async def test_notes_that_cannot_be_read_lead_to_the_door(filled: Stage, gate: Gate) -> None:
    """One is back at the door with the sentence that says why, and the notebook is locked."""
    gate.fails = LogDamaged(path=Path("private"), offset=12)
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await knock(pilot)

        gate.open()

        await shows(pilot, "Your passphrase", str(gate.fails))
        app = pilot.app
        assert isinstance(app, PeercoachApp)
        assert not app.is_open


async def test_a_key_pressed_before_they_turn_out_unreadable(filled: Stage, gate: Gate) -> None:
    """Looking back asked for meanwhile ends at the door, too, and not in a crash."""
    gate.fails = LogDamaged(path=Path("private"), offset=12)
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await knock(pilot)

        pilot.app.post_message(Key("l", "l"))
        gate.open()

        await shows(pilot, "Your passphrase", str(gate.fails))


async def test_what_was_noticed_while_reading_is_said_once(
    filled: Stage, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence about the notes comes with them, stays, and is not said again later."""
    sentence = "A part of your notebook is as it was on Tuesday."
    prepare = Workspace.prepare

    def noticing(workspace: Workspace) -> None:
        prepare(workspace)
        workspace.notices = (sentence,)

    monkeypatch.setattr(Workspace, "prepare", noticing)
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await knock(pilot)
        gate.open()

        await shows(pilot, sentence)
        await pilot.press("e")
        await shows(pilot, "Choose an element")
        await pilot.press("escape")
        await shows(pilot, "Good to see you.", "Continue")
        assert sentence not in seen(pilot)
