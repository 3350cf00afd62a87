"""People and places on the screen: added, changed, removed, and words that are kept no longer."""

import pytest
from textual.widgets import Input

from peercoach.errors import DiskFull
from peercoach.people import KnownThing, People
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Asked
from peercoach.tui.screens.people import PeopleRoom, Seen
from peercoach.tui.screens.settings import SettingsRoom
from peercoach.tui.screens.typed_line import TypedLine
from peercoach.words import people as words
from tests.tui import plays
from tests.tui.stage import SMALL_WINDOW, Stage, seen, shows, unlock, until


async def typed(pilot, text: str) -> None:  # type: ignore[no-untyped-def]
    await until(pilot, lambda: isinstance(pilot.app.screen, TypedLine))
    await until(pilot, lambda: pilot.app.screen.focused is not None)
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")


def people(pilot) -> People:  # type: ignore[no-untyped-def]
    app = pilot.app
    assert isinstance(app, PeercoachApp) and app._workspace is not None
    return app._workspace.people


def parts(known: list[KnownThing]) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [(one.name, one.also, one.what, one.role) for one in known]


async def back(pilot) -> PeopleRoom:  # type: ignore[no-untyped-def]
    await until(pilot, lambda: isinstance(pilot.app.screen, PeopleRoom))
    room = pilot.app.screen
    assert isinstance(room, PeopleRoom)
    return room


async def test_add_a_person_from_the_settings(filled: Stage) -> None:
    """By keys alone: what, the name, other names, who it is; each is kept as soon as it is said."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.settings(pilot)
        room = pilot.app.screen
        assert isinstance(room, SettingsRoom)
        ids = [row.id for row in room.choices.rows]
        await pilot.press(*["down"] * ids.index("people"), "enter")
        await shows(pilot, words.ABOUT, words.ADD)

        await pilot.press("enter")
        await shows(pilot, words.ASK_WHAT)
        await pilot.press("enter")
        await typed(pilot, " 12 ")
        await shows(pilot, words.NEEDS_NAME)
        await typed(pilot, "Rowan Kestrelle")
        await shows(pilot, "What else is Rowan Kestrelle called?")
        assert parts(people(pilot).all()) == [("Rowan Kestrelle", (), "person", "")]
        await typed(pilot, "Chipper, RK")
        await shows(pilot, "Who is Rowan Kestrelle to you?")
        await pilot.press("down", "enter")

        await shows(pilot, "Added. Rowan Kestrelle", "manager · also Chipper, RK")
        assert parts(people(pilot).all()) == [
            ("Rowan Kestrelle", ("Chipper", "RK"), "person", "manager")
        ]
        assert (await back(pilot)).choices.row is not None
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsRoom))


async def test_add_a_ward_and_leave_the_rest(filled: Stage) -> None:
    """A ward has no role; what is not said is left, and what was kept stays kept."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.people_none(pilot)
        await pilot.press("enter")
        await shows(pilot, words.ASK_WHAT)
        await pilot.press("down", "enter")
        await typed(pilot, "Quill Rise")
        await shows(pilot, "What else is Quill Rise called?")
        await typed(pilot, "")
        await shows(pilot, "Added. Quill Rise", "Wards")

        await pilot.press("home", "enter")
        await shows(pilot, words.ASK_WHAT)
        await pilot.press("enter")
        await typed(pilot, "Bev")
        await shows(pilot, "What else is Bev called?")
        await pilot.press("escape")

        await back(pilot)
        assert parts(people(pilot).all()) == [
            ("Bev", (), "person", ""),
            ("Quill Rise", (), "ward", ""),
        ]
        await shows(pilot, "Bev", "Quill Rise")


async def test_change_and_remove(filled: Stage) -> None:
    """Each part of one can be changed; it is removed once that was asked."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.people(pilot)
        await pilot.press("down", "down")
        for down, text in ((0, "Rowan Moor"), (1, "Chip")):
            await pilot.press("enter")
            await shows(pilot, words.WHAT_NOW, "Rowan")
            await pilot.press(*["down"] * down, "enter")
            await typed(pilot, text)
            await back(pilot)
        await shows(pilot, "Rowan Moor", "colleague · also Chip")
        await pilot.press("enter")
        await shows(pilot, words.CHANGE_ROLE)
        await pilot.press("down", "down", "enter")
        await shows(pilot, "Who is Rowan Moor to you?")
        await pilot.press("end", "enter")
        await shows(pilot, words.CHANGED)
        found = people(pilot).find("chip")
        assert found is not None and (found.name, found.role) == ("Rowan Moor", "")

        for answer in (["enter"], ["down", "enter"]):
            await back(pilot)
            assert len(people(pilot).all()) == 6
            await pilot.press("enter")
            await shows(pilot, words.REMOVE)
            await pilot.press("down", "down", "down", "enter")
            await shows(pilot, words.REMOVE_SURE, words.REMOVE_ABOUT)
            await pilot.press(*answer)
        await shows(pilot, words.REMOVED)
        assert len(people(pilot).all()) == 5
        await until(pilot, lambda: "Rowan" not in seen(pilot))


async def test_a_word_is_let_go(filled: Stage) -> None:
    """A word that is always kept can be let go, or left."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.people(pilot)
        await pilot.press("end", "enter")
        await shows(pilot, words.WHAT_NOW, "Open Dialogue", words.LET_GO)
        await pilot.press("down", "enter")
        await back(pilot)
        assert people(pilot).kept() == ["Hope", "Open Dialogue"]

        await pilot.press("enter")
        await shows(pilot, words.LET_GO)
        await pilot.press("enter")

        await shows(pilot, words.GONE_ON)
        assert people(pilot).kept() == ["Hope"]


async def test_what_can_not_be_kept(filled: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another is called is refused beside the line; a full disk is said, and all stays."""

    def full(*_: object, **__: object) -> None:
        raise DiskFull(path=filled.vault)

    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.people(pilot)
        await pilot.press("enter")
        await shows(pilot, words.ASK_WHAT)
        await pilot.press("enter")
        await typed(pilot, "chipper")
        await shows(pilot, words.TAKEN)
        await pilot.press("escape")
        await back(pilot)
        monkeypatch.setattr(People, "let_go", full)
        await pilot.press("end", "enter")
        await shows(pilot, words.LET_GO)
        await pilot.press("enter")

        await shows(pilot, "There is no room left on the disk", "Open Dialogue")
        assert len(people(pilot).all()) == 6


@pytest.mark.parametrize("asked", ["dictionary", "names", "people"])
async def test_found_in_the_palette_and_forgotten_on_lock(filled: Stage, asked: str) -> None:
    """What people would type leads there from anywhere; after a lock the screen holds no name."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        people(pilot).add("Rowan Kestrelle")
        await pilot.press("ctrl+p")
        await shows(pilot, "What would you like to do?")
        await pilot.press(*asked)
        await shows(pilot, "The names you keep")
        await pilot.press("enter")
        room = await back(pilot)
        await shows(pilot, "Rowan Kestrelle")

        pilot.app.post_message(Asked("lock"))

        await shows(pilot, "Locked. No one else can read this.")
        assert room._seen == Seen() and len(room.choices.rows) == 0
