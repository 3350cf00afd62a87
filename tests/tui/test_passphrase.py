"""Another passphrase on the screen: the one of now, the new one, and what is true afterwards."""

import pytest
from textual.widgets import Input

from peercoach.errors import WrongPassphrase
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.passphrase import Passphrase
from peercoach.tui.screens.unlock import Unlock
from peercoach.workspace import Workspace
from tests.tui.stage import (
    LARGE_WINDOW,
    PASSPHRASE,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    type_in,
    unlock,
    until,
)

NEW = "nine green lanterns above the harbour"


async def to_the_room(pilot) -> Passphrase:  # type: ignore[no-untyped-def]
    """Open it over home."""
    await unlock(pilot)
    pilot.app.screen.post_message(Go("passphrase", over=True))
    await shows(pilot, "Another passphrase", "Your passphrase now")
    screen = pilot.app.screen
    assert isinstance(screen, Passphrase)
    return screen


def typed_in(screen: Passphrase) -> list[str]:
    """What stands in its boxes."""
    return [box.value for box in screen.query(Input)]


@pytest.mark.parametrize("known", [False, True])
async def test_it_is_changed(filled: Stage, known: bool) -> None:
    """Typed once and seen, the new one opens and the old one does not; what that means is said,
    and nothing of either is left on the screen.
    """
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await to_the_room(pilot)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await pilot.click("#show")
        await type_in(pilot, NEW)
        assert PASSPHRASE not in seen(pilot)
        if known:
            await pilot.click("#known")
            await shows(pilot, "Someone may know the old one: yes")

        await pilot.click("#change")

        await shows(pilot, "Your passphrase is changed.", "Go on")
        await shows(pilot, "Every key of your notebook" if known else "Copies made before")
        assert typed_in(screen) == ["", ""]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))
        await pilot.press("ctrl+q")
    with pytest.raises(WrongPassphrase):
        filled.open()
    filled.open(NEW).lock()


async def test_one_that_nobody_saw_is_asked_about(filled: Stage) -> None:
    """As on the first screen: a hidden one is used after a second enter alone."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await to_the_room(pilot)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await type_in(pilot, NEW)

        await pilot.press("enter")
        await shows(pilot, "You have not seen what you typed")
        filled_ = pilot.app.screen
        assert typed_in(filled_) == [PASSPHRASE, NEW]  # type: ignore[arg-type]
        await pilot.press("enter")

        await shows(pilot, "Your passphrase is changed.")


async def test_a_wrong_one_changes_nothing(filled: Stage) -> None:
    """The one of now mistyped is said so, and can be typed again."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await to_the_room(pilot)
        await type_in(pilot, "not this one")
        await pilot.press("enter")
        await pilot.click("#show")
        await type_in(pilot, NEW)

        await pilot.press("enter")

        await shows(pilot, "does not open this notebook")
        await until(pilot, lambda: screen.focused is screen.query_one("#now"))
        await pilot.press("ctrl+q")
    filled.open().lock()


async def test_the_one_of_now_comes_first(filled: Stage) -> None:
    """Without it nothing is tried, and the cursor goes where it is to be typed."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        screen = await to_the_room(pilot)
        await pilot.press("enter")
        await type_in(pilot, NEW)

        await pilot.press("enter")

        await shows(pilot, "First type the passphrase that you have now.")
        assert screen.focused is screen.query_one("#now")


async def test_a_key_file_that_is_unsure_leads_to_the_door(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the notebook locked itself over it, one is at the door and hears why."""
    from peercoach.errors import KeyFileUnsure

    def unsure(*_: object, **_named: object) -> None:
        raise KeyFileUnsure(path="somewhere")

    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await to_the_room(pilot)
        monkeypatch.setattr(Workspace, "change_passphrase", unsure)
        await type_in(pilot, PASSPHRASE)
        await pilot.press("enter")
        await pilot.click("#show")
        await type_in(pilot, NEW)

        await pilot.press("enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Unlock))
        assert not pilot.app.is_open  # type: ignore[attr-defined]


async def test_it_is_offered_after_opening_with_a_spare_key(filled: Stage) -> None:
    """Opened by the key on paper, a new passphrase is offered, once: escape leads home. The key
    is taken as the one of now.
    """
    workspace = filled.open()
    key = workspace.offer_spare_key(PASSPHRASE)
    workspace.keep_spare_key(key)
    workspace.lock()
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        pilot.app.screen.query_one(Input).value = key
        await pilot.press("enter")
        await shows(pilot, "You opened your notebook with your spare key.")

        await pilot.press("escape")
        await shows(pilot, "Good to see you.")
        pilot.app.post_message(Asked("settings"))
        await shows(pilot, "Text width")
        pilot.app.screen.post_message(Go("passphrase", over=True))
        await shows(pilot, "the one you have now opens no longer")
        pilot.app.screen.query_one("#now", Input).value = key
        await pilot.press("enter")
        await pilot.click("#show")
        await type_in(pilot, NEW)
        await pilot.press("enter")

        await shows(pilot, "Your passphrase is changed.")
        await pilot.press("ctrl+q")
    filled.open(NEW).lock()
