"""Locking, leaving, failing: what is shown, and what must not be."""

import gc
import io
from contextlib import redirect_stderr

import pytest
from textual.widgets import Input

from peercoach.tui.app import PeercoachApp
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.unlock import Unlock
from tests.tui.stage import (
    LARGE_WINDOW,
    PASSPHRASE,
    SMALL_WINDOW,
    Stage,
    begin,
    seen,
    shows,
    type_in,
    typed,
    unlock,
    until,
)

ANSWER = "The commissioner, on Tuesday."
SENTINEL = "sentinel-of-a-secret"


async def test_lock_says_the_truth_and_shows_nothing_else(filled: Stage) -> None:
    """The last screen tells when it was saved and that it is locked; no text is left on it."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)

        await pilot.press("ctrl+l")

        await shows(pilot, "Saved 14:02. Locked. No one else can read this.", "Your passphrase")
        drawn = seen(pilot)
        for word in (ANSWER, "Sharing", "ward manager"):
            assert word not in drawn


async def test_lock_removes_the_screens(filled: Stage) -> None:
    """Screens with text are taken away and not covered, and the clipboard is empty."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+a", "shift+end", "ctrl+c")
        await until(pilot, lambda: app.clipboard == ANSWER)
        await pilot.press("ctrl+g")
        await shows(pilot, "People to call")

        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, Unlock))

        assert [type(one) for one in app.screen_stack if isinstance(one, Room)] == [Unlock]
        assert app.clipboard == ""
        assert screen.editor.text == ""
        assert not screen.is_running


async def test_after_a_lock_no_editor_holds_the_text(filled: Stage) -> None:
    """Nothing of the interface that is still alive holds what was typed, undo history included."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)
        history = screen.editor.history

        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Unlock))

        gc.collect()
        assert not history.undo_stack
        assert screen.conversation.text == ""


async def test_unlocked_again_one_goes_on(filled: Stage) -> None:
    """After locking in the middle, home offers that reflection, and the text is as it was."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        filled.clock.to(2026, 3, 14, 14, 30)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+l")
        await unlock(pilot)
        await shows(pilot, "› Sharing the movement", "question 1 of 6", "today")

        await pilot.press("enter")

        await shows(pilot, ANSWER)
        assert typed(pilot) == ANSWER


async def test_lock_from_everywhere(filled: Stage) -> None:
    """The lock key works from the palette, the keys and a note alike."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        for keys in (["ctrl+p"], ["question_mark"], ["l", "enter"], ["e"], ["ctrl+g"]):
            await unlock(pilot)
            await pilot.press(*keys)
            await pilot.pause(0.2)

            await pilot.press("ctrl+l")

            await shows(pilot, "Locked. No one else can read this.")


async def test_nothing_to_lock_at_the_door(filled: Stage) -> None:
    """On the door the lock key does nothing."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await type_in(pilot, "abc")

        await pilot.press("ctrl+l")
        await pilot.pause()

        assert pilot.app.screen.query_one(Input).value == "abc"


async def test_leaving_locks_first(filled: Stage) -> None:
    """After ctrl+q others can open the notebook, the code is 0, and the last line is true."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+q")

    assert app.return_code == 0
    assert app.last_line == "Saved 14:02. Locked. No one else can read this."
    filled.open().lock()


async def test_the_title_says_nothing(filled: Stage) -> None:
    """The window's title is the program's name, whatever is on the screen."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)

        assert app.title == "Peercoach"
        assert (app.sub_title, screen.title, screen.sub_title) == ("", None, None)


async def test_a_crash_shows_no_secret(filled: Stage) -> None:
    """An error with a passphrase among its local variables closes with one calm sentence."""

    class Breaking(PeercoachApp):
        def do_support(self) -> None:
            passphrase = SENTINEL
            raise RuntimeError(passphrase)

    app = filled.app()
    app.__class__ = Breaking
    said = io.StringIO()
    with redirect_stderr(said), pytest.raises(RuntimeError):
        async with app.run_test(size=SMALL_WINDOW) as pilot:
            await unlock(pilot)
            screen = await begin(pilot)
            screen.editor.insert(ANSWER)
            app.error_console.file = said
            await pilot.press("ctrl+g")

    assert SENTINEL not in said.getvalue()
    assert ANSWER not in said.getvalue()
    assert "Something went wrong, and Peercoach had to close." in said.getvalue()
    assert app.return_code == 1
    workspace = filled.open()
    assert workspace.resume(workspace.unfinished()[0].reflection).text == ANSWER
    workspace.lock()


async def test_an_error_that_draws_itself_is_not_drawn(filled: Stage) -> None:
    """An error that knows how to show itself (as Textual's own do) is not given the chance."""

    class Telling(Exception):
        def __rich__(self) -> str:
            return SENTINEL

    app = filled.app()
    said = io.StringIO()
    with pytest.raises(Telling):
        async with app.run_test(size=SMALL_WINDOW) as pilot:
            await shows(pilot, "Your passphrase")
            app.error_console.file = said
            app._handle_exception(Telling())

    assert SENTINEL not in said.getvalue()
    assert "Something went wrong" in said.getvalue()


async def test_workers_are_given_no_secret(filled: Stage) -> None:
    """What a worker is called, and so what could be logged of it, holds no passphrase."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await type_in(pilot, PASSPHRASE)
        run, told = app.screen.run_worker, []

        def noting(*given, **named):  # type: ignore[no-untyped-def]
            worker = run(*given, **named)
            told.append(f"{worker!r} {worker.name} {worker.description} {given[1:]} {named}")
            return worker

        app.screen.run_worker = noting  # type: ignore[method-assign]
        await pilot.press("enter")
        await shows(pilot, "Good to see you.")

    assert told
    assert all(PASSPHRASE not in one for one in told)
