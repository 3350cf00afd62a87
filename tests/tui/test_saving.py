"""What is typed is durable within a second, kept when a save fails, and there after every end."""

import asyncio
import errno
import time
from pathlib import Path

import pytest
from textual.widgets import TextArea

from peercoach.conversation import Conversation
from peercoach.journal.text import LIMIT
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.unlock import Unlock
from tests.tui.stage import (
    SECOND,
    SMALL_WINDOW,
    FixedClock,
    Stage,
    begin,
    seen,
    shows,
    type_in,
    typed,
    unlock,
    until,
)
from tests.vault.failing import Failing

ANSWER = "The commissioner, on Tuesday."
FULL = "There is no room left on the disk"


def draft_of(stage: Stage) -> str:
    """What waits in the one reflection of a notebook that nobody holds open."""
    workspace = stage.open()
    newest = workspace.unfinished()[0]
    text = workspace.resume(newest.reflection).text
    workspace.lock()
    return text


@pytest.fixture
def failing(tmp_path: Path) -> Stage:
    """A notebook on a disk that can be told to fill up."""
    stage = Stage(tmp_path)
    stage.create().lock()
    stage.files = Failing(code=errno.ENOSPC, lasting=True)
    return stage


def fill_up(stage: Stage) -> None:
    """From now on nothing more fits on the disk."""
    assert isinstance(stage.files, Failing)
    stage.files.arm(1)


def make_room(stage: Stage) -> None:
    """There is room again."""
    assert isinstance(stage.files, Failing)
    stage.files.arm(0)


@pytest.mark.bench
async def test_saved_within_a_second_of_any_key(filled: Stage) -> None:
    """Without a further key, what was typed is a draft within a second, and it says so."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        screen.editor.insert(ANSWER)
        start = time.monotonic()

        await until(pilot, lambda: screen.conversation.text == ANSWER)

        assert time.monotonic() - start < 1.0
        await shows(pilot, "saved 14:02")


@pytest.mark.bench
async def test_saved_while_someone_types_without_a_pause(filled: Stage) -> None:
    """A key every tenth of a second never puts off a save for longer than a second."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        longest = 0.0
        unsaved = time.monotonic()
        for _ in range(25):
            screen.editor.insert("x")
            await asyncio.sleep(0.1)
            if len(screen.conversation.text) >= len(typed(pilot)) - 1:
                unsaved = time.monotonic()
            longest = max(longest, time.monotonic() - unsaved)

        assert longest < 1.1
        assert screen.conversation.text


@pytest.mark.bench
async def test_the_interface_goes_on_while_the_disk_is_slow(filled: Stage) -> None:
    """A save that takes half a second holds up no key, and none is lost by it."""
    files = Failing()
    files.sync = lambda descriptor: time.sleep(0.5)  # type: ignore[method-assign]
    filled.files = files
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        screen.editor.insert("a")
        await until(pilot, lambda: screen._saving._under_way)

        start = time.monotonic()
        await pilot.press("b")
        took = time.monotonic() - start

        assert typed(pilot) == "ab"
        assert took < 0.4
        await until(pilot, lambda: screen.conversation.text == "ab")


async def test_a_full_disk_is_said_and_costs_no_word(failing: Stage) -> None:
    """The sentence stays while the disk is full, the text stays in the editor; then it is saved."""
    async with failing.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        fill_up(failing)

        await type_in(pilot, ANSWER)
        await shows(pilot, FULL)
        assert typed(pilot) == ANSWER

        make_room(failing)
        await until(pilot, lambda: screen.conversation.text == ANSWER)
        await until(pilot, lambda: FULL not in seen(pilot))


async def test_a_move_that_can_not_be_kept_does_not_move(failing: Stage) -> None:
    """On a full disk Next stays where it is and says why; with room it goes on."""
    async with failing.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)
        fill_up(failing)

        await pilot.press("ctrl+n")
        await shows(pilot, FULL, "When did you last see")
        assert typed(pilot) == ANSWER

        make_room(failing)
        await pilot.press("ctrl+n")
        await shows(pilot, SECOND)
        assert FULL not in seen(pilot)


async def test_locking_on_a_full_disk_asks_once(failing: Stage) -> None:
    """What can't be saved is not thrown away at once; asked again, it locks all the same."""
    async with failing.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        fill_up(failing)
        await type_in(pilot, ANSWER)

        await pilot.press("ctrl+l")
        await shows(pilot, FULL, "Press ctrl+l again to lock without the last words.")
        assert isinstance(pilot.app.screen, Reflect)

        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Unlock))
        assert ANSWER not in seen(pilot)


async def test_asking_to_lock_once_does_not_count_for_leaving(failing: Stage) -> None:
    """The second question is for the same way out: ctrl+l and then ctrl+q asks again."""
    async with failing.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        fill_up(failing)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+l")
        await shows(pilot, "Press ctrl+l again")

        await pilot.press("ctrl+q")

        await shows(pilot, "Press ctrl+q again to leave without the last words.")
        assert typed(pilot) == ANSWER
        make_room(failing)


@pytest.mark.parametrize("way", ["ctrl+l", "ctrl+q", "escape"])
async def test_every_way_out_saves_first(filled: Stage, way: str) -> None:
    """Locking, leaving and going home keep the last letter, typed just before."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        screen.editor.insert(ANSWER)
        await pilot.press(way)
        if way == "escape":
            await until(pilot, lambda: isinstance(pilot.app.screen, Home))
            await pilot.press("ctrl+q")
        elif way == "ctrl+l":
            await until(pilot, lambda: isinstance(pilot.app.screen, Unlock))

    assert draft_of(filled) == ANSWER


@pytest.mark.parametrize("number", [15, 1])
async def test_being_told_to_end_saves_first(filled: Stage, number: int) -> None:
    """SIGTERM and a closed terminal keep the last letter and give the usual exit code."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        screen.editor.insert(ANSWER)

        await app.end(128 + number)

    assert app.return_code == 128 + number
    assert draft_of(filled) == ANSWER


async def test_an_app_that_just_stops_saves_too(filled: Stage) -> None:
    """Whatever unmounts the screens, what stood in the editor is a draft afterwards."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        screen.editor.insert(ANSWER)

    assert draft_of(filled) == ANSWER


async def test_nothing_is_lost_between_two_stops(filled: Stage, stage: Stage) -> None:
    """A save that was due while Next was under way never lands at the next question."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        for _ in range(5):
            screen.editor.insert(ANSWER)
            await asyncio.sleep(0.39)
            await pilot.press("ctrl+n")
            await until(pilot, lambda: typed(pilot) == "")
            await asyncio.sleep(0.5)
            assert screen.conversation.text == ""


async def test_a_paste_of_one_byte_too_many_is_refused_whole(filled: Stage) -> None:
    """One megabyte and one byte does not enter, a sentence says so, and the text stays."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)
        line = "a" * 1023 + "\n"
        most = (line * (LIMIT // 1024 + 1))[: LIMIT - len(ANSWER)]

        await paste(screen.editor, most + "x")
        await shows(pilot, "That is longer than one note can be", "Nothing is lost.")
        assert typed(pilot) == ANSWER

        await paste(screen.editor, most)
        assert len(typed(pilot)) == LIMIT
        await until(pilot, lambda: len(screen.conversation.text) == LIMIT, 30)


async def test_control_characters_do_not_enter(filled: Stage) -> None:
    """What a terminal would obey is taken out of a paste; tabs, lines and other scripts stay."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)

        await paste(screen.editor, "one\x1b]0;title\x07\r\ntwo\tשלום\x00")

        assert typed(pilot) == "one]0;title\ntwo\tשלום"


async def test_a_thousand_keys_at_once(filled: Stage) -> None:
    """A thousand keys without a pause all arrive, in order, and are saved."""
    text = ("0123456789" * 100)[:1000]
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)

        for key in text:
            pilot.app.post_message(key_event(key))

        await until(pilot, lambda: typed(pilot) == text, 30)
        await until(pilot, lambda: screen.conversation.text == text)


async def test_the_clock_of_the_notebook_is_the_one_shown(filled: Stage) -> None:
    """ "saved" tells the time of the last save, not of the first."""
    assert isinstance(filled.clock, FixedClock)
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "a")
        await shows(pilot, "saved 14:02")
        filled.clock.to(2026, 3, 14, 15, 30)

        await type_in(pilot, "b")

        await shows(pilot, "saved 15:30")


async def paste(editor: TextArea, text: str) -> None:
    """Paste as a terminal does."""
    from textual.events import Paste

    await editor._on_paste(Paste(text))


def key_event(key: str):  # type: ignore[no-untyped-def]
    """One key, as the terminal's driver posts it."""
    from textual.events import Key

    return Key(key, key)


async def test_what_was_typed_just_before_a_move_never_reaches_the_next_question(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the next stop takes to come, no save takes the old text for the new one."""
    stands = Conversation.stands

    def slowly(conversation: Conversation) -> list[str]:
        time.sleep(1.0)
        return stands(conversation)

    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        monkeypatch.setattr(Conversation, "stands", slowly)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+n")

        await shows(pilot, SECOND)
        await asyncio.sleep(1.0)

        assert typed(pilot) == "" and screen.conversation.text == ""
