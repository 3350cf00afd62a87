"""A share from its first screen to the file, by keys."""

from pathlib import Path

import pytest
from textual.widgets import Input

from peercoach.errors import DiskFull
from peercoach.tui.messages import Go
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.share_choose import ShareChoose, ShareWaits
from peercoach.tui.screens.share_read import ShareRead
from peercoach.tui.screens.share_whom import ShareWhom
from peercoach.tui.screens.share_write import ShareWrite
from peercoach.tui.screens.share_written import ShareWritten
from tests.tui import share_plays as plays
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW, Stage, seen, shows, unlock, until

KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


async def test_one_note_to_my_coach_takes_three_screens(filled: Stage, tmp_path: Path) -> None:
    """From its page: for whom and whose, read, write. The file holds it as it was read, and from
    then on its page says that it was shared.
    """
    app = filled.app()
    rooms: list[str] = []
    async with app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.whom(pilot)
        assert isinstance(app.screen, ShareWhom)
        rooms.append(app.screen.room)
        await plays.for_my_coach(pilot)
        rooms.append((await plays.reading(pilot)).room)
        await plays.answer(pilot)
        last = await plays.come_to(pilot, ShareWrite)
        rooms.append(last.room)
        last.path.value = str(tmp_path / "out.md")
        await pilot.press("ctrl+n")
        await plays.come_to(pilot, ShareWritten)
        await shows(pilot, "What I remember", "I would like them back now")

        written = (tmp_path / "out.md").read_text()
        assert rooms == ["share-whom", "share-read", "share-write"]
        assert "I told Person A about the garden group at Ward 1" in written
        assert not any(name in written for name in ("Priya", "Foxmoor", "Dorothea", "Vesper"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Note))
        await shows(pilot, "Shared with my coach, today.")
        assert plays.work_of(pilot).outgoing.waiting() is None


async def test_what_is_not_said_is_asked_for_kindly(filled: Stage) -> None:
    """Next without whom, without whose, or with nothing left to share, says so and goes nowhere."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.whom(pilot)
        await pilot.press("ctrl+n")
        await shows(pilot, "Say first whom it is for.")
        await pilot.press("enter", "ctrl+n")
        await shows(pilot, "Say for each note whose story it is.")
        await pilot.press("down", "down", "enter")
        await shows(pilot, "It is left out. You can ask them")

        await pilot.press("ctrl+n")

        await shows(pilot, "Then nothing is left to share.")
        assert app.screen is screen


async def test_a_file_that_cannot_be_written_loses_nothing(
    filled: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is taken, that tells, a folder, no folder, no key, a wrong one, a full disk: each
    is said, nothing is written, and the share goes on from there.
    """
    app = filled.app()
    (tmp_path / "there.md").write_text("Somebody's own.")
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        last = await plays.write(pilot)
        work = plays.work_of(pilot)
        await app._writer.do(work.people.add, "Priya Nair")
        before = sorted(tmp_path.iterdir())

        async def tried(path: str, sentence: str) -> None:
            last.path.value = path
            await pilot.pause()
            await pilot.press("ctrl+n")
            await shows(pilot, sentence)
            assert app.screen is last
            assert sorted(tmp_path.iterdir()) == before
            assert work.outgoing.waiting() is not None

        await tried(str(tmp_path / "there.md"), "There is something at")
        await tried(str(tmp_path / "Priya.md"), "could tell who this is about")
        await tried(str(tmp_path), "That is a folder.")
        await tried(str(tmp_path / "no" / "such.md"), "Nothing is made.")
        await tried("  ", "Say where the file is to go.")
        good = str(tmp_path / "notes.md")
        await pilot.press("end", "right", "enter")
        await tried(good, "To seal it I need their key.")
        last.key.value = "age1nothing"
        await tried(good, "That is no key that I can seal a file for.")

        def full(*_: object, **__: object) -> None:
            raise DiskFull(path=tmp_path)

        last.key.value = KEY
        with monkeypatch.context() as patch:
            patch.setattr("peercoach.outgoing.sharing.appear", full)
            await tried(good, "There is no room left")
        await pilot.press("ctrl+n")
        await plays.come_to(pilot, ShareWritten)
        assert (tmp_path / "notes.md").read_bytes().startswith(b"age-encryption.org/v1")
        [left] = work.outgoing.left()
        assert left.share.sealed


async def test_chosen_by_kind_and_put_back(filled: Stage) -> None:
    """Space takes and puts back, also by mouse; what was chosen stays so while it is out of sight;
    and what was said before another choice still holds after it.
    """
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        screen = await plays.choose(pilot)
        await pilot.press("k")
        await shows(pilot, "Which kind of note?")
        await pilot.press("end", "enter")
        await shows(pilot, "Only: Ratings")
        await pilot.press("space")
        await shows(pilot, "2 notes and 1 rating chosen")
        y = next(n for n, line in enumerate(seen(pilot).splitlines()) if "[x]" in line)
        await pilot.click(offset=(40, y))
        await shows(pilot, "2 notes chosen")
        await pilot.press("ctrl+n")
        await plays.come_to(pilot, ShareWhom)
        await pilot.press("down", "enter")
        await shows(pilot, "(•) my supervisor")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)

        await pilot.press("space", "ctrl+n")

        await plays.come_to(pilot, ShareWhom)
        await shows(pilot, "(•) my supervisor")
        waiting = plays.work_of(pilot).outgoing.waiting()
        assert waiting is not None and waiting.review.recipient == "supervisor"


async def test_nothing_chosen_goes_nowhere(filled: Stage) -> None:
    """Next with nothing chosen says how to take a note."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        await pilot.press("s")
        screen = await plays.come_to(pilot, ShareChoose)

        await pilot.press("ctrl+n")

        await shows(pilot, "Nothing is chosen yet.")
        assert app.screen is screen


async def test_escape_leads_back_step_by_step(filled: Stage) -> None:
    """From each screen escape goes to the one before, and all that was said is still there."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await plays.write(pilot)
        kinds: list[type[Room]] = [ShareRead, ShareWhom, Note]
        for kind in kinds:
            await pilot.press("escape")
            await until(pilot, lambda kind=kind: isinstance(app.screen, kind))  # type: ignore[misc]

        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, ShareWaits))
        await shows(pilot, "1 note, for my coach")
        await pilot.press("enter")
        await plays.come_to(pilot, ShareWrite)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Home))


async def test_another_one_begins_where_one_waits(filled: Stage) -> None:
    """Where a share waits one can begin another; the old one stays until something is said."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await plays.waits(pilot)
        outgoing = plays.work_of(pilot).outgoing
        old = outgoing.waiting()
        assert old is not None
        await pilot.press("down", "enter")
        await plays.come_to(pilot, ShareChoose)
        await pilot.press("down", "down", "space", "ctrl+n")
        await plays.come_to(pilot, ShareWhom)
        same = outgoing.waiting()

        await pilot.press("enter")
        await shows(pilot, "(•) my coach")

        new = outgoing.waiting()
        assert same is not None and same.review.chosen == old.review.chosen
        assert new is not None and new.review.chosen != old.review.chosen
        await pilot.press("escape", "escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, Home))


async def test_another_one_from_a_notes_page_comes_back_to_it(filled: Stage) -> None:
    """Where one waits, sharing another note from its page asks once, and leads back to the page."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await plays.read(pilot)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, Note))
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, ShareWaits))
        await pilot.press("down", "enter")
        await plays.come_to(pilot, ShareWhom)

        await pilot.press("escape")

        await until(pilot, lambda: isinstance(app.screen, Note))


async def test_ratings_alone_are_listed_as_they_leave(filled: Stage) -> None:
    """With ratings and no note there is nothing to read: they stand on the last screen."""
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        app.screen.post_message(Go("share-choose"))
        await plays.come_to(pilot, ShareChoose)
        await pilot.press("k", "end", "enter")
        await shows(pilot, "Only: Ratings")
        await pilot.press("space", "ctrl+n")
        await plays.come_to(pilot, ShareWhom)
        await pilot.press("enter", "ctrl+n")

        last = await plays.come_to(pilot, ShareWrite)

        await shows(pilot, "Ratings, as they will leave", "(winter 2026)", "ratings (CSV)")
        assert "Read it again" not in seen(pilot)
        assert last.query_one("#path", Input).value.endswith("notes-for-my-coach.md")
