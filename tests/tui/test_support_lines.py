"""Support lines of one's own on the screen, and support with them, before unlocking too."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from peercoach.supporting import MOST_LINES, Line, Own, Supporting
from peercoach.tui.screens.reading import Support
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.settings import SettingsRoom
from peercoach.tui.screens.support_lines import SupportLines
from peercoach.tui.screens.typed_line import TypedLine
from peercoach.words import support
from peercoach.words import support_lines as words
from tests.tui import plays
from tests.tui.stage import LARGE_WINDOW, SMALL_WINDOW, Stage, seen, shows, until

TODAY = date(2026, 3, 14)
SAM = Line("Sam", "call 07700 900 123")


async def at(pilot, screen: type[Room]) -> None:  # type: ignore[no-untyped-def]
    def there() -> bool:
        return isinstance(pilot.app.screen, screen) and pilot.app.screen.focused is not None

    await until(pilot, there)


async def typed(pilot, text: str) -> None:  # type: ignore[no-untyped-def]
    await at(pilot, TypedLine)
    pilot.app.screen.query_one(Input).value = text
    await pilot.press("enter")


async def test_add_change_and_take_away(filled: Stage) -> None:
    """From the settings, by keys alone: each change is kept at once, with the day, and shown."""
    ours = filled.supporting
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.settings(pilot)
        room = pilot.app.screen
        assert isinstance(room, SettingsRoom)
        ids = [row.id for row in room.choices.rows]
        await pilot.press(*["down"] * ids.index("support_lines"), "enter")
        await shows(pilot, *words.ABOUT.split(". ")[:2], "Add someone")

        await pilot.press("enter")
        await typed(pilot, "Sam")
        await shows(pilot, "How do you reach Sam?")
        await typed(pilot, "")
        await shows(pilot, "Type something")
        await typed(pilot, SAM.how)
        await shows(pilot, words.KEPT, SAM.how)
        assert ours.own() == Own("", (SAM,), TODAY)

        await pilot.press("end", "up", "enter")
        await typed(pilot, "112")
        await shows(pilot, "Emergency", "112", "You checked these today.")
        await pilot.press("home", "down", "enter")
        await shows(pilot, words.WHAT_NOW, "Sam: call")
        await pilot.press("enter")
        await typed(pilot, "Sam B")
        await until(pilot, lambda: "Sam B" in seen(pilot))
        await typed(pilot, "text 07700 900 123")
        await until(pilot, lambda: ours.own().lines == (Line("Sam B", "text 07700 900 123"),))
        await at(pilot, SupportLines)
        await pilot.press("home", "enter")
        await shows(pilot, words.WHAT_NOW)
        await pilot.press("down", "enter")
        await shows(pilot, words.ADD_EMERGENCY)
        assert ours.own().emergency == ""

        await pilot.press("escape")
        await shows(pilot, "Support lines", "one")


async def test_checked_today(filled: Stage) -> None:
    """The day of the check is today's once one says so."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.support_lines(pilot)
        await shows(pilot, "You checked these on 1 February.")

        await pilot.press("end", "enter")

        await shows(pilot, "You checked these today.")
        assert filled.supporting.own().checked_on == TODAY


async def test_a_broken_file_is_put_aside(filled: Stage) -> None:
    """Its place and reason are told; put aside, it is there under another name."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await plays.support_broken(pilot)
        await shows(pilot, "did you mean `lines`?")

        await pilot.press("enter")

        await shows(pilot, "Add someone", "is set aside as")
        assert filled.supporting.path is not None
        aside = filled.supporting.path.with_suffix(".set-aside.yaml")
        assert aside.read_text().startswith("emergency: 112\nlinse")


async def test_a_disk_that_refuses(filled: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Why it can't be kept is said beside the line, and what was typed stands there."""

    def full(_: Path, __: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.support_name(pilot)
        monkeypatch.setattr("peercoach.new_file._replace", full)

        await typed(pilot, "call 07700 900 456")

        await shows(pilot, "There is no room left on the disk", "call 07700 900 456")
        assert len(filled.supporting.own().lines) == 2


async def test_no_more_than_there_is_room_for(filled: Stage) -> None:
    """With ten there is nothing to add one with."""
    for number in range(MOST_LINES):
        filled.supporting.add("A name that is long enough to be cut", f"call {number}", TODAY)
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.go(pilot, "support-lines")
        await shows(pilot, "A name that is long enoug…", "call 9")

        room = pilot.app.screen
        assert isinstance(room, SupportLines)
        assert "add" not in [row.id for row in room.choices.rows]


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW])
async def test_ones_own_first_at_the_door(filled: Stage, size: tuple[int, int]) -> None:
    """Before it is unlocked, and somewhere else: one's own people, no number of the UK, and at the
    top what stands below the window, until one is there.
    """
    filled.supporting.set_emergency("112", TODAY)
    filled.supporting.add(SAM.name, SAM.how, TODAY)
    async with filled.app(region="elsewhere").run_test(size=size) as pilot:
        await shows(pilot, "Your passphrase")
        await pilot.press("ctrl+g")
        await at(pilot, Support)

        await shows(pilot, support.OWN, "call 112.", "Sam: call 07700 900 123", "14 March 2026")
        drawn = seen(pilot)
        assert drawn.index(support.OWN) < drawn.index("Sam: call") < drawn.index("crisis line")
        assert "999" not in drawn and "the emergency number of" not in drawn
        if size == SMALL_WINDOW:
            await shows(pilot, "Below: what belongs elsewhere")
            await pilot.press("end")
        await until(pilot, lambda: "Below" not in seen(pilot))


async def test_what_is_below_fits_beside_the_title(filled: Stage) -> None:
    """In a narrow window it is said in two words, and the title stays."""
    async with filled.app().run_test(size=(48, 20)) as pilot:
        await shows(pilot, "Your passphrase")
        await pilot.press("ctrl+g")

        await shows(pilot, "Support", support.BELOW_SHORT)


async def test_a_broken_file_hides_no_help(filled: Stage) -> None:
    """All that ships is there, with one sentence on where the file is broken."""
    path = filled.supporting.path
    assert path is not None
    path.parent.mkdir()
    path.write_text("emergency: [")
    async with filled.app(region="wales").run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")
        await pilot.press("ctrl+g")

        await shows(pilot, "call 999", "111 and press 2", "can't be read", "line 2")


async def test_nothing_is_kept_without_a_folder(filled: Stage) -> None:
    """On somebody else's computer that is said, and what is added holds until one leaves."""
    filled.supporting = Supporting(None)
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await plays.support_lines(pilot)

        await shows(pilot, words.NOT_KEPT_HERE)
        await pilot.press("ctrl+g")
        await shows(pilot, "Sam: call 07700 900 123")
