"""The spare key on the screen: offered once, shown, asked back, and only then made to work."""

import gc
from threading import Event

import pytest
from textual.widgets import Input

from peercoach.errors import DiskFull, WrongPassphrase
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.spare import Spare
from peercoach.tui.screens.unlock import Unlock
from peercoach.workspace import Workspace
from tests.tui import plays
from tests.tui.stage import (
    LARGE_WINDOW,
    PASSPHRASE,
    SHARING,
    SMALL_WINDOW,
    Stage,
    begin,
    seen,
    shows,
    type_in,
    unlock,
    until,
)
from tests.tui.test_locking import holders_of

OFFERED = "nobody can open your notebook for you."


def has_one(stage: Stage) -> bool:
    """Whether the notebook on the disk has a spare key."""
    workspace = stage.open()
    try:
        return workspace.has_spare_key
    finally:
        workspace.lock()


async def test_offered_after_the_first_that_is_kept(stage: Stage) -> None:
    """When the first reflection with an answer is closed it is offered, and "Not now" leads home
    with nothing made; after the second one it is not offered again.
    """
    stage.create().lock()
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "One thing.")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        await pilot.press("enter")
        await shows(pilot, "A spare key", OFFERED, "Make one")

        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))

        await begin(pilot)
        await type_in(pilot, "Another thing.")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await pilot.press("ctrl+q")
    assert not has_one(stage)


async def test_where_it_is_offered_nobody_is_asked_twice(stage: Stage) -> None:
    """After the first reflection that is closed the key stands there at once; locked and opened
    again, the passphrase is asked for.
    """
    stage.create().lock()
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "One thing.")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        await pilot.press("enter")
        await shows(pilot, "A spare key", OFFERED, "Make one")

        await pilot.press("enter")
        await shows(pilot, "It is on my paper")
        assert len(plays.groups_shown(pilot)) == 8

        await pilot.press("ctrl+l")
        await plays.spare_asks(pilot)
        await pilot.press("ctrl+q")


async def test_a_wrong_passphrase_makes_no_key(filled: Stage) -> None:
    """It is said, none is shown and nothing typed is seen; typed right it goes on."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.spare_asks(pilot)
        await pilot.press("enter")
        screen = pilot.app.screen
        assert isinstance(screen, Spare)
        assert not screen._waiting.going

        await pilot.press(*"not this one", "enter")

        await shows(pilot, "does not open this notebook")
        assert "not this one" not in seen(pilot)
        assert (plays.groups_shown(pilot), screen._key) == ((), "")
        assert screen.focused is screen._passphrase
        await plays.prove(pilot)
        assert (screen._passphrase.value, screen._notice.said) == ("", "")
        await pilot.press("ctrl+q")
    assert not has_one(filled)


@pytest.mark.parametrize(("keys", "there"), [("escape", Home), ("ctrl+l", Unlock)])
async def test_left_or_locked_while_it_is_tried(
    filled: Stage, monkeypatch: pytest.MonkeyPatch, keys: str, there: type[Room]
) -> None:
    """A line says that it takes a moment; left or locked meanwhile, no key comes to the screen."""
    go_on, offer = Event(), Workspace.offer_spare_key
    made: list[str] = []

    def slow(work: Workspace, typed: str = "") -> str:
        go_on.wait(10)
        made.append(offer(work, typed))
        return made[-1]

    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.spare_asks(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, Spare)
        monkeypatch.setattr(Workspace, "offer_spare_key", slow)
        await pilot.press(*PASSPHRASE, "enter")
        await shows(pilot, "This takes a moment")

        await pilot.press(keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, there))
        go_on.set()
        await until(pilot, lambda: bool(made))
        await pilot.pause(0.1)

        assert (screen._key, screen._rehearsal, screen._passphrase.value) == ("", None, "")
        await pilot.press("ctrl+q")


@pytest.mark.parametrize("keys", [["ctrl+t", "enter"], ["x", "escape"]])
async def test_not_offered_where_nothing_is_kept_or_closed(stage: Stage, keys: list[str]) -> None:
    """Closed without a word, or left to be gone on with, a reflection leads home."""
    stage.create().lock()
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)

        await pilot.press(*keys)

        await until(pilot, lambda: isinstance(pilot.app.screen, Home))


async def test_made_and_opened_with(filled: Stage) -> None:
    """Both groups typed back from paper, the key works: typed at the door, it opens the same notes
    and nothing else is different; the passphrase still opens, too.
    """
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.spare_shown(pilot)
        groups = plays.groups_shown(pilot)
        await shows(pilot, *(" ".join(group) for group in groups))
        await pilot.press("enter")
        await shows(pilot, "Now two of the groups")
        for group in groups:
            assert " ".join(group) not in seen(pilot)
        await plays.answer_both(pilot, groups)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await until(pilot, lambda: "Make a spare key. There is none yet" not in seen(pilot))

        await pilot.press("ctrl+l")
        await shows(pilot, "Your passphrase", "or your spare key")
        pilot.app.screen.query_one(Input).value = " ".join(groups).lower()
        await pilot.press("enter")
        await shows(pilot, "You opened your notebook with your spare key.")
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")
        await pilot.press("ctrl+q")
    assert has_one(filled)


async def test_a_key_that_is_left_is_said_to_open_nothing(filled: Stage) -> None:
    """Where the key is shown stands what leaving does; left then, there is none, as it says."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.spare_shown(pilot)
        await shows(pilot, "If you leave now, this key opens nothing.")

        await pilot.press("escape")

        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await pilot.press("ctrl+q")
    assert not has_one(filled)


async def test_a_wrong_group_is_said_kindly_and_the_key_can_be_seen_again(filled: Stage) -> None:
    """A group that is not right makes no key; the same key is shown again on asking."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await plays.spare_shown(pilot)
        groups = plays.groups_shown(pilot)
        await pilot.press("enter")
        await shows(pilot, "Now two of the groups")
        first = plays.asked(pilot)

        await pilot.press(*"zzzz", "enter")
        await shows(pilot, f"That is not what I have for group {first}.")
        assert plays.asked(pilot) == first
        await pilot.press("tab", "enter")

        await shows(pilot, "It is on my paper")
        assert plays.groups_shown(pilot) == groups
        assert "That is not" not in seen(pilot)
        await pilot.press("ctrl+q")
    assert not has_one(filled)


@pytest.mark.parametrize("steps", [[], ["enter"], ["enter", "half"]])
async def test_leaving_before_the_end_leaves_no_trace(filled: Stage, steps: list[str]) -> None:
    """Left while it is shown, asked, or half asked back: no key opens, and none stays in memory."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.spare_shown(pilot)
        groups = plays.groups_shown(pilot)
        if steps:
            await pilot.press("enter")
            await shows(pilot, "Now two of the groups")
        if "half" in steps:
            first = plays.asked(pilot)
            await pilot.press(*groups[first - 1], "enter")
            await until(pilot, lambda: plays.asked(pilot) != first)

        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        backwards = "-".join(groups)[::-1]
        del groups
        await pilot.pause(0.2)
        gc.collect()

        assert holders_of(backwards) == []
        await pilot.press("ctrl+q")
    assert not has_one(filled)
    with pytest.raises(WrongPassphrase):
        filled.open(backwards[::-1])


async def test_a_lock_takes_the_key_from_the_screen(filled: Stage) -> None:
    """Locked while the key is shown, the screen holds nothing of it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.spare_shown(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, Spare)

        await pilot.press("ctrl+l")
        await shows(pilot, "Your passphrase")

        assert (screen._key, screen._rehearsal, screen._groups.groups) == ("", None, ())


async def test_a_new_one_takes_the_place_of_the_old(filled: Stage) -> None:
    """It says that there is one and that it stops working; it works until the new one is kept, and
    counts for the passphrase that is asked for.
    """
    workspace = filled.open()
    old = workspace.offer_spare_key(PASSPHRASE)
    workspace.keep_spare_key(old)
    workspace.lock()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.post_message(Asked("spare_key"))
        await shows(pilot, "You have a spare key.", "the old one no longer works", "Make a new one")
        await pilot.press("enter")
        await shows(pilot, "or the spare key you have")
        await plays.prove(pilot, old.lower())
        groups = plays.groups_shown(pilot)
        await pilot.press("enter")
        await shows(pilot, "Now two of the groups")

        await plays.answer_both(pilot, groups)

        await shows(pilot, "The old one no longer works.")
        await pilot.press("ctrl+q")
    filled.open("-".join(groups)).lock()
    with pytest.raises(WrongPassphrase):
        filled.open(old)


async def test_a_key_that_can_not_be_kept_is_not_said_to_be(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk a sentence says so, and nothing is said to be kept."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await plays.spare_shown(pilot)
        groups = plays.groups_shown(pilot)
        await pilot.press("enter")
        await shows(pilot, "Now two of the groups")
        screen = pilot.app.screen
        assert isinstance(screen, Spare)

        def full(*_: object) -> None:
            raise DiskFull(path=filled.vault)

        monkeypatch.setattr(type(screen._desk.workspace), "keep_spare_key", full)
        first = plays.asked(pilot)
        await pilot.press(*groups[first - 1], "enter")
        await until(pilot, lambda: plays.asked(pilot) != first)
        await pilot.press(*groups[plays.asked(pilot) - 1], "enter")

        await until(pilot, lambda: bool(screen._notice.said))
        assert "Kept." not in seen(pilot)


async def test_the_key_fits_a_narrow_window(filled: Stage) -> None:
    """At 44×20 the groups stand two in a line, all eight to be seen."""
    async with filled.app().run_test(size=(44, 20)) as pilot:
        await plays.spare_shown(pilot)

        drawn = seen(pilot)

        for group in plays.groups_shown(pilot):
            assert " ".join(group) in drawn


async def test_what_is_said_of_an_older_notebook(filled: Stage) -> None:
    """After other reflections were kept, closing one does not offer a key."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", SHARING))
        await shows(pilot, "Write here")
        await type_in(pilot, "Once more.")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")

        await pilot.press("enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
