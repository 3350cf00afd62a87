"""What left the notebook, and a share while the notebook is locked, covered or left alone."""

import gc
from pathlib import Path

from textual.widgets import Static

from peercoach.errors import VaultLocked
from peercoach.tui.messages import Go
from peercoach.tui.screens.heal import HealRoom
from peercoach.tui.screens.heal_kept import HealKept
from peercoach.tui.screens.left import LeftList, LeftOne
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.reading import Support
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.share_choose import ShareWaits
from peercoach.tui.screens.share_read import ShareRead
from peercoach.tui.screens.share_write import ShareWrite
from peercoach.tui.screens.share_written import ShareWritten
from peercoach.tui.screens.unlock import Unlock
from tests.tui import share_plays as plays
from tests.tui.plays import kept_by
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW, Stage, seen, shows, unlock, until
from tests.tui.test_locking import holders_of

WRITTEN = "amoolb deddap a htiw gnits a dna dloc saw moor erutluc ehT"
"""A note, turned round: the test itself must not hold it."""


async def test_what_left_can_be_looked_up_and_asked_back(filled: Stage, tmp_path: Path) -> None:
    """In Look back: each share, its notes, what was answered, who is who on its key alone, words to
    ask it back, and that one did.
    """
    app = filled.app()
    async with app.run_test(size=(100, 60), notifications=True) as pilot:
        await plays.written(pilot, tmp_path)
        app.screen.post_message(Go("notes"))
        await shows(pilot, "Newest first")
        await pilot.press("l")
        await plays.come_to(pilot, LeftList)
        await shows(pilot, "To my coach", "Markdown, 1 note")
        await pilot.press("enter")
        await plays.come_to(pilot, LeftOne)
        await shows(
            *(pilot, "Left today, to my coach", "notes-for-my-coach.md", "It's my story."),
            *("Could someone tell? Perhaps.", "Can you delete the file", "Asking can't undo"),
        )
        assert "Dorothea" not in seen(pilot)
        await pilot.press("o")
        await shows(pilot, "Person B", "Dorothea")
        await pilot.press("o")
        await until(pilot, lambda: "Dorothea" not in seen(pilot))
        await pilot.press("b")
        await shows(pilot, "You noted today that you asked for it back.")
        await pilot.press("b")
        await shows(pilot, "You noted that already.")
        await pilot.press("down", "enter")
        note = await plays.come_to(pilot, Note)
        await shows(pilot, "Shared with my coach, today.")

        journal, writer = kept_by(pilot)
        assert note.note is not None
        await writer.do(journal.shred, note.note.id)
        app.screen.post_message(Go("what-left"))
        await shows(pilot, "asked back")
        await pilot.press("enter")
        await shows(pilot, "A note that is no longer here")
        await pilot.press("o")
        await shows(pilot, "its words are no longer here")


async def test_one_sitting_of_heal_is_shared_alone_and_remembered_there(
    filled: Stage, tmp_path: Path
) -> None:
    """From what was kept in Heal: that one, by itself, nothing kept before the end; what left is in
    Heal's own list, and in no other.
    """
    app = filled.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        screen = await plays.from_heal(pilot)
        await shows(pilot, "This is from Heal, so I keep nothing of the share before the end.")
        assert [one.heal for one in screen._sharing.review.chosen] == [True]  # type: ignore[union-attr]
        await plays.for_my_coach(pilot)
        await plays.reading(pilot)
        outgoing = plays.work_of(pilot).outgoing
        assert outgoing.waiting() is None
        await plays.answer(pilot)
        last = await plays.come_to(pilot, ShareWrite)
        last.path.value = str(tmp_path / "one.md")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await plays.come_to(pilot, ShareWritten)
        await shows(pilot, "You find it in Heal, under “What left”.")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HealKept))
        assert outgoing.left() == []

        app.screen.post_message(Go("heal-room"))
        await until(pilot, lambda: isinstance(app.screen, HealRoom))
        await shows(pilot, "What left")
        app.screen.post_message(Go("what-left", True, over=True))
        await shows(pilot, "What left from Heal", "To my coach")
        await pilot.press("enter")
        await shows(pilot, "One from Heal")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, HealKept))


async def test_locked_in_mid_review_it_is_gone_on_with(filled: Stage) -> None:
    """Locked by key or left alone, the review waits as it was, and is offered after unlocking."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await plays.read(pilot)
        sharing = screen._sharing
        assert sharing is not None
        await pilot.press("tab", "k")
        await until(pilot, lambda: "Priya" in seen(pilot))
        await app.locked_by_itself("")
        await shows(pilot, "Your passphrase")
        try:
            review: object = sharing.review
        except VaultLocked:
            review = None
        assert review is None

        await unlock(pilot)
        await pilot.press("end")
        await shows(pilot, "A share waits for you")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, ShareWaits))
        await shows(pilot, "Go on with it", "1 note, for my coach")
        await pilot.press("enter")

        again = await plays.come_to(pilot, ShareRead)
        assert again.page is not None and "I told Priya Nair about" in again.page.text


async def test_cover_support_and_keys_work_in_each_screen(filled: Stage, tmp_path: Path) -> None:
    """From every screen of a share the cover, support and the keys come and go, and one is where
    one was.
    """
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:

        async def tried() -> None:
            screen = app.screen
            await pilot.press("ctrl+backslash")
            await until(pilot, lambda: app.covered)
            await pilot.press("ctrl+backslash")
            await until(pilot, lambda: app.screen is screen)
            await pilot.press("ctrl+g")
            await until(pilot, lambda: isinstance(app.screen, Support))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
            assert not app.patience.idle > 60

        await plays.whom(pilot)
        await tried()
        await plays.for_my_coach(pilot)
        await plays.reading(pilot)
        await tried()
        await plays.answer(pilot)
        last = await plays.come_to(pilot, ShareWrite)
        await tried()
        last.path.value = str(tmp_path / "x.md")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await plays.come_to(pilot, ShareWritten)
        await tried()
        app.screen.post_message(Go("what-left", over=True))
        await plays.come_to(pilot, LeftList)
        await tried()
        await pilot.press("enter")
        await plays.come_to(pilot, LeftOne)
        await tried()


async def test_after_a_lock_nothing_alive_holds_a_word_of_it(stage: Stage, tmp_path: Path) -> None:
    """Chosen, read, decided about, written, looked up: once it is locked, no object that can be
    reached holds what was written, nor the name of the file.
    """
    stage.create().lock()
    app = stage.app()
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await plays.whom(pilot, WRITTEN[::-1])
        await plays.for_my_coach(pilot)
        await plays.reading(pilot)
        await pilot.press("right", "right", "h", "enter")
        await shows(pilot, "Hidden.")
        await pilot.press("o", "right", "enter")
        await shows(pilot, "What about this?")
        await pilot.press("escape", "a", "enter")
        await shows(pilot, "Is it someone who is there already?")
        await pilot.press("escape")
        await plays.answer(pilot)
        last = await plays.come_to(pilot, ShareWrite)
        last.path.value = str(tmp_path / "y.md")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await plays.come_to(pilot, ShareWritten)
        app.screen.post_message(Go("what-left", over=True))
        await plays.come_to(pilot, LeftList)
        await pilot.press("enter", "o")
        await plays.come_to(pilot, LeftOne)
        del last
        assert holders_of(WRITTEN)

        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, Unlock))
        for _ in range(20):
            await pilot.pause(0.1)
            gc.collect()
            if not holders_of(WRITTEN):
                break

        assert [type(one) for one in app.screen_stack if isinstance(one, Room)] == [Unlock]
        assert holders_of(WRITTEN) == []
        assert not app.screen.query(Static).filter("#ratings")
