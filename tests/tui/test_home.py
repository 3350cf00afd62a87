"""Home: what waits, a memory, the time one has; there before the notes are read."""

import pytest
from textual.message import Message
from textual.pilot import Pilot

from peercoach.settings import Settings
from peercoach.tui.messages import Chose, Go
from peercoach.tui.screens.home import Home, Within
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.widgets.choices import Choices
from tests.tui.stage import (
    FIRST,
    LARGE_WINDOW,
    PASSPHRASE,
    SHARING,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    unlock,
    until,
)

MEMORY = "In February you wrote"
QUOTED = "“The new ward manager."


def home(pilot: Pilot[None]) -> Home:
    """The home one is in."""
    screen = pilot.app.screen
    assert isinstance(screen, Home)
    return screen


def lines(pilot: Pilot[None]) -> list[str]:
    """What is drawn, each line with single spaces."""
    return [" ".join(line.split()) for line in seen(pilot).splitlines()]


def at(pilot: Pilot[None], text: str) -> int:
    """The line on which something is drawn."""
    return next(number for number, line in enumerate(lines(pilot)) if text in line)


async def to(pilot: Pilot[None], id: str) -> None:
    """Go down to the row of this id."""
    choices = pilot.app.screen.query_one(Choices)
    while choices.row is not None and choices.row.id.partition(":")[0] != id:
        before = choices.cursor
        await pilot.press("down")
        assert choices.cursor != before, f"no row {id}"


# --- a memory ------------------------------------------------------------------------------------


async def test_something_written_long_ago_is_there(filled: Stage) -> None:
    """Its month, its first line and the key that hides it; enter reads it whole, escape is back."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        assert f"{MEMORY} h hides" in lines(pilot)

        await to(pilot, "memory")
        await pilot.press("enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Note))
        await shows(pilot, "She asked to come along in May.")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        row = home(pilot).choices.row
        assert row is not None
        assert row.id.startswith("memory:")


async def test_where_nothing_is_remembered_there_is_nothing_to_hide(stage: Stage) -> None:
    """The key says so and chooses nothing: memories are as they were."""
    stage.create().lock()
    app = stage.app()
    kept: list[Settings] = []
    app._keep = kept.append
    async with app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await unlock(pilot)

        await pilot.press("h")

        await shows(pilot, "There is nothing to hide here now.")
        assert app._settings.memories
    assert kept == []


async def test_one_key_hides_it_for_good(filled: Stage) -> None:
    """It goes at once, the cursor stays in the list, and it doesn't come with the next home."""
    kept: list[Settings] = []
    app = filled.app()
    app._keep = kept.append
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await to(pilot, "memory")

        await pilot.press("h")

        await until(pilot, lambda: MEMORY not in seen(pilot) and bool(kept))
        row = home(pilot).choices.row
        assert row is not None
        assert row.id == "minutes"
        assert home(pilot).choices.has_focus
        assert not kept[-1].memories
        await pilot.press("e")
        await shows(pilot, "Choose an element")
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")
        assert MEMORY not in seen(pilot)


async def test_who_wants_no_memories_sees_none(filled: Stage) -> None:
    """Where the settings say so there is none, and no place is left free for it."""
    app = filled.app()
    app._settings = Settings(memories=False)
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)

        assert MEMORY not in seen(pilot)
        assert at(pilot, "I have") == at(pilot, "Continue") + 2


async def test_settings_bring_memories_back(filled: Stage) -> None:
    """Switched on again while home is below, they are there when one comes back to it."""
    app = filled.app()
    app._settings = Settings(memories=False)
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        assert MEMORY not in seen(pilot)

        pilot.app.screen.post_message(Chose(Settings(memories=True)))

        await shows(pilot, MEMORY)


# --- the time one has ----------------------------------------------------------------------------


async def test_times_stand_in_one_line(filled: Stage) -> None:
    """Ten minutes, thirty and an hour are one row, walked with left and right to its ends."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await to(pilot, "minutes")
        assert "I have › 10 minutes 30 minutes an hour" in lines(pilot)

        await pilot.press("left", "right", "right", "right")

        assert "I have 10 minutes 30 minutes › an hour" in lines(pilot)


@pytest.mark.parametrize(
    ("rights", "title", "offered"),
    [
        (0, "Ten minutes", "Another question"),
        (1, "Thirty minutes", "Go on with Looking after each other"),
        (2, "An hour", "Look back at"),
    ],
)
async def test_each_time_offers_something_else(
    filled: Stage, rights: int, title: str, offered: str
) -> None:
    """Enter on a time shows what fits into it; escape is back at the same time."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await to(pilot, "minutes")

        await pilot.press(*["right"] * rights, "enter")

        await shows(pilot, title, offered)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        assert home(pilot).choices._option == rights


async def test_a_click_takes_the_time_under_it(filled: Stage) -> None:
    """Clicking "an hour" is an hour, and clicking between two of them is nothing."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        y = at(pilot, "I have")
        line = seen(pilot).splitlines()[y]

        await pilot.click(offset=(line.index("30 minutes") - 3, y))
        await pilot.pause()
        assert isinstance(pilot.app.screen, Home)
        await pilot.click(offset=(line.index("an hour") + 2, y))

        await shows(pilot, "An hour", "whole")


async def test_another_question_is_another(filled: Stage) -> None:
    """Asked for another, the question changes and the cursor stays; taking it asks that alone."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("within", 10, over=True))
        await until(pilot, lambda: isinstance(pilot.app.screen, Within))
        choices = pilot.app.screen.query_one(Choices)
        first = choices.rows[0].text

        await pilot.press("down", "enter")
        await until(pilot, lambda: choices.rows[0].text != first)
        assert choices.cursor == 1
        second = choices.rows[0].text
        await pilot.press("up", "enter")

        await shows(pilot, second)
        await pilot.press("ctrl+n")
        await shows(pilot, "That is a whole reflection.")


async def test_an_hour_begins_with_the_plan_for_it(filled: Stage) -> None:
    """The first offer of an hour goes through the plan for it, from its beginning."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("within", 60, over=True))
        await shows(pilot, "My protected hour")

        await pilot.press("enter")

        await shows(pilot, "What have you brought in with you today?")


async def test_an_hour_ends_with_looking_back(filled: Stage) -> None:
    """The last offer of an hour leads to what was written about that element."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("within", 60, over=True))
        await shows(pilot, "Look back at")

        await pilot.press("down", "down", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, LookBack))
        await shows(pilot, "Only:", "Nothing yet.", "Show everything")


async def test_thirty_minutes_go_on_where_one_was(filled: Stage) -> None:
    """The first offer resumes what waits, at its character."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("within", 30, over=True))
        await shows(pilot, "Go on with")

        await pilot.press("enter")

        await shows(pilot, "The minutes said that we attended. We had chaired it.")


# --- what can wait -------------------------------------------------------------------------------


async def test_no_spare_key_yet_is_said_calmly(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With something kept and no spare key a line says so, and leads to making one."""
    gone: list[Go] = []
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await to(pilot, "spare")
        post = pilot.app.screen.post_message

        def note_down(message: Message) -> bool:
            if not isinstance(message, Go):
                return post(message)
            gone.append(message)
            return True

        monkeypatch.setattr(pilot.app.screen, "post_message", note_down)

        await pilot.press("enter")
        await until(pilot, lambda: bool(gone))

    assert (gone[0].to, gone[0].over) == ("spare", True)


async def test_an_empty_notebook_is_told_nothing_of_keys(stage: Stage) -> None:
    """Where nothing is kept yet there is nothing to lose, and no line about a spare key."""
    stage.create().lock()
    async with stage.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)

        assert "Make a spare key. There is none yet" not in seen(pilot)
        assert "Next" not in seen(pilot)


async def test_with_a_spare_key_nothing_is_said(filled: Stage) -> None:
    """Once there is one, the line is gone."""
    workspace = filled.open()
    workspace.keep_spare_key(workspace.offer_spare_key(PASSPHRASE))
    workspace.lock()
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)

        assert "Make a spare key. There is none yet" not in seen(pilot)


async def marked(stage: Stage, said: str) -> None:
    """Mark the first question to be brought, with something written to it or nothing."""
    workspace = stage.open()
    conversation = workspace.begin(SHARING)
    conversation.bring(said, len(said))
    conversation.next(said)
    conversation.finish()
    workspace.lock()


@pytest.mark.parametrize(
    ("said", "offered", "shown"),
    [("The third meeting.", "Read it", "The third meeting."), ("", "Write about it", FIRST)],
)
async def test_what_is_to_be_brought_is_read_or_written(
    filled: Stage, said: str, offered: str, shown: str
) -> None:
    """What was written is read whole; a question with nothing written to it is gone to."""
    await marked(filled, said)
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("bring", over=True))
        await shows(pilot, "To bring to our next conversation", FIRST)
        await pilot.press("enter")
        await shows(pilot, f"› {offered}", "We talked about it")

        await pilot.press("enter")

        expected = Note if said else Reflect
        await until(pilot, lambda: isinstance(pilot.app.screen, expected))
        await shows(pilot, shown)


async def test_what_was_talked_about_leaves_the_list(filled: Stage) -> None:
    """The mark goes, the note stays, and home says nothing of it any more."""
    await marked(filled, "The third meeting.")
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        await shows(pilot, "something to bring")
        pilot.app.screen.post_message(Go("bring", over=True))
        await shows(pilot, "To bring to our next conversation", FIRST)
        await pilot.press("enter")
        await shows(pilot, "We talked about it")

        await pilot.press("down", "enter")

        await shows(pilot, "It is off the list.", "There is nothing to bring just now.")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await until(pilot, lambda: "something to bring" not in seen(pilot))
        await pilot.press("l")
        await shows(pilot, "The third meeting.")


async def test_what_is_to_be_brought_is_counted(filled: Stage) -> None:
    """An answer marked to be brought stands as one thing on home, and enter shows it."""
    workspace = filled.open()
    conversation = workspace.begin(SHARING)
    said = "How do I say no to the third meeting?"
    conversation.bring(said, len(said))
    conversation.next(said)
    workspace.lock()
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await shows(pilot, "something to bring to our next conversation")

        await to(pilot, "bring")
        await pilot.press("enter")

        await shows(pilot, "To bring to our next conversation", FIRST, said)


# --- coming back, and locking --------------------------------------------------------------------


async def test_home_is_fresh_after_something_over_it(filled: Stage) -> None:
    """What was kept meanwhile stands there when one comes back to the same home."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        assert app._workspace is not None
        first = home(pilot)
        await pilot.press("question_mark")
        await shows(pilot, "The keys of this screen")
        journal = app._workspace.journal
        (old,) = journal.search("ward manager")
        await app._writer.do(journal.edit, old.id, "Something else was written here.")

        await pilot.press("escape")

        await shows(pilot, "“Something else was written here.”")
        assert home(pilot) is first


async def test_nothing_is_left_after_a_lock(filled: Stage) -> None:
    """Locked, the home that was there holds no word of what was written."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        before = home(pilot)

        await pilot.press("ctrl+l")
        await shows(pilot, "Locked. No one else can read this.")

        assert not before.choices.rows
        assert before._seen.memory is None
