"""One note: write on, see how it was, delete it and bring it back; and my own words."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from peercoach.journal.records import Entry, Rating
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Go
from peercoach.tui.screens.drawers import Bin, MyWords
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.versions import Versions
from peercoach.tui.widgets.choices import Choices
from tests.tui.stage import (
    LARGE_WINDOW,
    SHARING,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    typed,
    unlock,
    until,
)

GARDEN = "We sat in the garden and nobody hurried."
DELETED = "Deleted. You can bring it back for 30 days."


def app_of(pilot: Pilot[None]) -> PeercoachApp:
    """The app that is played."""
    app = pilot.app
    assert isinstance(app, PeercoachApp)
    return app


async def open_note(pilot: Pilot[None], words: str) -> Note:
    """Unlock, look back, and open the one note with these words."""
    await unlock(pilot)
    await pilot.press("l")
    await shows(pilot, "Newest first")
    screen = pilot.app.screen
    assert isinstance(screen, LookBack)
    ids = [row.id for row in screen.choices.rows if words in row.text]
    assert len(ids) == 1, ids
    while screen.choices.row is not None and screen.choices.row.id != ids[0]:
        await pilot.press("down")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Note))
    found = pilot.app.screen
    assert isinstance(found, Note)
    return found


def answers(stage: Stage) -> list[str]:
    """What is kept in a notebook that nobody holds open."""
    workspace = stage.open()
    found = [
        note.record.text for note in workspace.journal.entries() if isinstance(note.record, Entry)
    ]
    workspace.lock()
    return found


# --- writing on ----------------------------------------------------------------------------------


async def test_write_on_goes_back_to_where_it_was_written(filled: Stage) -> None:
    """The editor opens at that question with the text in it; what is added becomes its text."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await open_note(pilot, GARDEN)

        await pilot.press("e")

        await until(pilot, lambda: isinstance(pilot.app.screen, Reflect))
        await until(pilot, lambda: typed(pilot) == GARDEN)
        await pilot.press("end", *" And tea.")
        await pilot.press("ctrl+n")
        await until(pilot, lambda: typed(pilot) == "")
    assert f"{GARDEN} And tea." in answers(filled)
    assert GARDEN not in answers(filled)


async def test_what_was_written_on_its_own_says_how_to_change_it(filled: Stage) -> None:
    """A note without a reflection has no question to go back to: a sentence names the command."""
    workspace = filled.open()
    workspace.journal.add(Entry(kind="note", text="Written in a doorway."))
    workspace.lock()
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await open_note(pilot, "Written in a doorway.")

        await pilot.press("e")

        await shows(pilot, "This was written on its own", "peercoach edit")
        assert isinstance(pilot.app.screen, Note)


async def test_a_rating_is_chosen_anew_where_it_was(filled: Stage) -> None:
    """Writing on from a rating leads to its scale, with what was chosen marked."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        journal = app_of(pilot)._workspace.journal  # type: ignore[union-attr]
        rating = next(one for one in journal.entries(kind="rating"))
        assert isinstance(rating.record, Rating)
        pilot.app.screen.post_message(Go("note", rating.id, over=True))
        await until(pilot, lambda: isinstance(pilot.app.screen, Note))

        await pilot.press("e")

        await until(pilot, lambda: isinstance(pilot.app.screen, Reflect))
        await shows(pilot, rating.record.label, "chosen")


# --- versions ------------------------------------------------------------------------------------


async def changed(stage: Stage) -> None:
    """Have the garden note changed twice, on two days."""
    for day, text in ((12, f"{GARDEN} Twice."), (13, f"{GARDEN} Three times.")):
        stage.clock.to(2026, 3, day)
        workspace = stage.open()
        (note,) = workspace.journal.search("garden hurried")
        workspace.journal.edit(note.id, text)
        workspace.lock()
    stage.clock.to(2026, 3, 14, 14, 2)


async def test_among_the_deleted_for_good_is_asked_twice(filled: Stage) -> None:
    """From the list, too, it is asked once more; the answer that leaves it says where it stays."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        screen = await into_bin(pilot, "hurried")
        await pilot.press("enter")
        await shows(pilot, "› Leave it deleted", "It waits here until its days are over.")
        await pilot.press("up", "enter")
        await shows(pilot, "Delete this for good?", "› Leave it")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert len(screen.choices.rows) == 1

        await pilot.press("enter")
        await shows(pilot, "Leave it deleted")
        await pilot.press("up", "enter")
        await shows(pilot, "Delete this for good?")
        await pilot.press("down", "enter")

        await shows(pilot, "Deleted for good.", "Nothing was deleted in the last 30 days.")


async def test_versions_newest_first_with_their_text(filled: Stage) -> None:
    """Each version has its day and time; going down shows how the note was then."""
    await changed(filled)
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await open_note(pilot, "Three times.")
        await shows(pilot, "3 versions are kept")

        await pilot.press("v")

        await shows(pilot, "How this note was", "as it is now", "Three times.")
        texts = [row.text.split(",")[0] for row in pilot.app.screen.query_one(Choices).rows]
        assert texts == ["yesterday", "12 March", "9 January"]
        await pilot.press("down")
        await shows(pilot, "Twice.")
        assert "Three times." not in seen(pilot)


async def test_keep_only_one_version_asks_first(filled: Stage) -> None:
    """Saying no keeps them all; saying yes leaves this version alone, for good."""
    await changed(filled)
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await open_note(pilot, "Three times.")
        await pilot.press("v")
        await shows(pilot, "How this note was")
        await pilot.press("down", "k")
        await shows(pilot, "Keep only this version?", "› Keep them all")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Versions))
        assert len(pilot.app.screen.query_one(Choices).rows) == 3

        await pilot.press("k")
        await shows(pilot, "Keep only this version?")
        await pilot.press("up", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Note))
        await shows(pilot, f"{GARDEN} Twice.", "This version is the only one now.")
        assert "versions are kept" not in seen(pilot)
    kept = answers(filled)
    assert f"{GARDEN} Twice." in kept
    assert not any("Three times." in text for text in kept)


async def test_one_version_is_said(filled: Stage) -> None:
    """A note never changed offers no versions; asked all the same, a sentence says so."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await open_note(pilot, GARDEN)
        assert "Versions" not in seen(pilot)

        await pilot.press("v")

        await shows(pilot, "There is only this one version.")


# --- deleting ------------------------------------------------------------------------------------


async def test_deleted_for_30_days(filled: Stage) -> None:
    """It asks; then it is gone from the list, the cursor stays in place, and a sentence says so."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await open_note(pilot, "The new ward manager.")
        await pilot.press("d")
        await shows(pilot, "Delete this note?", "› Keep it")

        await pilot.press("home", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, LookBack))
        await shows(pilot, DELETED, GARDEN)
        await until(pilot, lambda: "The new ward manager." not in seen(pilot))
        assert pilot.app.screen.query_one(Choices).cursor == 2
    assert not any("ward manager" in text for text in answers(filled))


async def test_keeping_it_changes_nothing(filled: Stage) -> None:
    """Enter at once, or escape, keeps the note."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await open_note(pilot, "The new ward manager.")
        for key in ("enter", "escape"):
            await pilot.press("d")
            await shows(pilot, "Delete this note?")
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, Note))
    assert any("ward manager" in text for text in answers(filled))


async def test_deleted_for_good(filled: Stage) -> None:
    """It is in no list any more, not among what was deleted either."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await open_note(pilot, "The new ward manager.")
        await pilot.press("d")
        await shows(pilot, "Delete this note?")

        await pilot.press("home", "down", "enter")
        await shows(pilot, "Delete this for good?", "› Leave it", "There is no way back.")
        await pilot.press("down", "enter")

        await shows(pilot, "Deleted for good.")
        await until(pilot, lambda: isinstance(pilot.app.screen, LookBack))
        await pilot.press("d")
        await shows(pilot, "Nothing was deleted in the last 30 days.")


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_for_good_is_asked_once_more(filled: Stage, key: str) -> None:
    """Enter, or going back, where it is asked once more deletes nothing at all."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await open_note(pilot, "The new ward manager.")
        await pilot.press("d")
        await shows(pilot, "Delete this note?")
        await pilot.press("up", "enter")
        await shows(pilot, "Delete this for good?", "› Leave it", "There is no way back.")

        await pilot.press(key)

        await until(pilot, lambda: isinstance(pilot.app.screen, Note))
        await pilot.press("ctrl+q")
    assert any("ward manager" in text for text in answers(filled))


async def test_a_memory_can_be_deleted(filled: Stage) -> None:
    """Opened from home it goes back there, and home is without it."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Note))
        await pilot.press("d")
        await shows(pilot, "Delete this note?")

        await pilot.press("home", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await shows(pilot, DELETED)
        await until(pilot, lambda: "The new ward manager." not in seen(pilot))


# --- what was deleted ----------------------------------------------------------------------------


async def into_bin(pilot: Pilot[None], *words: str) -> Bin:
    """Delete the notes with these words, and look at what was deleted."""
    await unlock(pilot)
    app = app_of(pilot)
    assert app._workspace is not None
    for word in words:
        (note,) = app._workspace.journal.search(word)
        await app._writer.do(app._workspace.journal.delete, note.id)
    await pilot.press("l")
    await shows(pilot, "Newest first")
    await pilot.press("d")
    await until(pilot, lambda: isinstance(pilot.app.screen, Bin))
    screen = pilot.app.screen
    assert isinstance(screen, Bin)
    return screen


async def test_bring_back(filled: Stage) -> None:
    """What was deleted stands there with the days left; r puts it back where it was."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await into_bin(pilot, "hurried", "slide")
        await shows(pilot, "30 days left", GARDEN, "Nobody. I talked to the slide.")
        screen = pilot.app.screen
        assert isinstance(screen, Bin)
        first = screen.choices.rows[0].text

        await pilot.press("r")

        await shows(pilot, "It is back where it was.")
        await until(pilot, lambda: len(screen.choices.rows) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LookBack))
        await shows(pilot, first)


async def test_for_good_asks_first(filled: Stage) -> None:
    """x asks; kept, it stays in the list; said again, it is gone from everywhere."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        screen = await into_bin(pilot, "hurried")
        await pilot.press("x")
        await shows(pilot, "Delete this for good?", "› Leave it")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert len(screen.choices.rows) == 1

        await pilot.press("x")
        await shows(pilot, "Delete this for good?")
        await pilot.press("end", "enter")

        await shows(pilot, "Deleted for good.", "Nothing was deleted in the last 30 days.")
        assert not screen.choices.rows


async def test_enter_asks_what_to_do(filled: Stage) -> None:
    """With the mouse or enter alone one can bring something back, too."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await into_bin(pilot, "hurried")
        await pilot.press("enter")
        await shows(pilot, "What would you like to do with it?", "Bring it back")

        await pilot.press("home", "enter")

        await until(pilot, lambda: pilot.app.screen is screen and not screen.choices.rows)
    assert GARDEN in answers(filled)


# --- my words ------------------------------------------------------------------------------------


async def test_my_words_stand_whole(filled: Stage) -> None:
    """How one would say things at work, whole and newest first; enter opens one, escape is back."""
    workspace = filled.open()
    conversation = workspace.begin(SHARING)
    conversation.jump(f"{SHARING.partition('/')[2]}/words")
    said = "We are asking for a chair at the table, and for someone to save us a biscuit. " * 2
    conversation.next(said.strip())
    workspace.lock()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")

        await pilot.press("w")

        await shows(pilot, "My words", said.strip())
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Note))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, MyWords))


async def test_no_words_yet(filled: Stage) -> None:
    """Where there are none, a sentence says where they come from."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")

        await pilot.press("w")

        await shows(pilot, "There are none yet. They come from")
        assert not pilot.app.screen.query(Input)
