"""Settings on the screen: in words, changed by key or mouse, held at once and kept."""

import threading

import msgspec
import pytest

from peercoach.errors import DiskFull
from peercoach.settings import Settings
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Asked
from peercoach.tui.screens.home import Home
from peercoach.tui.screens.settings import OFFERED, SettingsRoom, beside
from peercoach.vault.backups import Backup
from peercoach.words import settings as words
from peercoach.workspace import Workspace
from tests.tui.stage import (
    LARGE_WINDOW,
    PASSPHRASE,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    unlock,
    until,
)

ELSEWHERE = {"screen_reader_hint_shown", "plain", "languages"}
"""Remembered where they are chosen, or by the program itself."""


class Kept:
    """An app at its settings, and every settings that it kept."""

    def __init__(self, stage: Stage) -> None:
        self.app: PeercoachApp = stage.app()
        self.kept: list[Settings] = []
        self.app._keep = self.kept.append

    async def to(self, pilot, id: str) -> SettingsRoom:  # type: ignore[no-untyped-def]
        """Open the room and go to a row."""
        await unlock(pilot)
        pilot.app.post_message(Asked("settings"))
        await shows(pilot, "Settings", "Colours")
        screen = pilot.app.screen
        assert isinstance(screen, SettingsRoom)
        ids = [row.id for row in screen.choices.rows]
        await pilot.press(*["down"] * ids.index(id))
        await shows(pilot, words.MEANS[id])
        return screen


def value(screen: SettingsRoom, id: str) -> str:
    """What stands at a row."""
    return next(row.text for row in screen.choices.rows if row.id == id)


@pytest.fixture
def home(filled: Stage) -> Kept:
    """A notebook with notes in it."""
    return Kept(filled)


async def test_every_setting_stands_there_in_words(home: Kept) -> None:
    """Each setting but those remembered elsewhere has a row, a value in words and a meaning; so
    have the spare key, the folder, the version, and who has reviewed the wording.
    """
    async with home.app.run_test(size=LARGE_WINDOW) as pilot:
        screen = await home.to(pilot, "theme")

        ids = {row.id for row in screen.choices.rows}
        drawn = seen(pilot)

        assert ids == set(Settings.__struct_fields__) - ELSEWHERE | {
            "support_lines", "people", "passphrase", "spare", "backup", "path", "version",
            "wording",
        }  # fmt: skip
        assert ids == set(words.NAMES) == set(words.MEANS)
        for name in words.NAMES.values():
            assert name in drawn
        for said in ("light", "76 letters", "15 minutes", "Not said", "none yet", "not reviewed"):
            assert said in drawn
        assert value(screen, "path") == str(screen._desk.workspace.path)


@pytest.mark.parametrize("key", ["enter", "space", "right"])
async def test_the_next_value_holds_at_once_and_is_kept(home: Kept, key: str) -> None:
    """Light becomes dark on the screen and in the file's keeping, with the cursor where it was."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "theme")
        assert home.app.theme == "peercoach-light"

        await pilot.press(key)

        await until(pilot, lambda: home.app.theme == "peercoach-dark" and bool(home.kept))
        assert value(screen, "theme") == "dark"
        assert screen.choices.row is not None
        assert screen.choices.row.id == "theme"
    assert home.kept == [Settings(theme="dark")]


async def test_left_and_right_stay_at_the_ends_and_enter_goes_round(home: Kept) -> None:
    """From an hour, right stays; enter comes to two minutes; left stays there."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "auto_lock_minutes")

        await pilot.press("right", "right", "right", "right")
        assert value(screen, "auto_lock_minutes") == "60 minutes"
        await pilot.press("enter")
        assert value(screen, "auto_lock_minutes") == "2 minutes"
        await pilot.press("left")

        assert value(screen, "auto_lock_minutes") == "2 minutes"
        await until(pilot, lambda: home.app.patience.minutes == 2)
        await until(pilot, lambda: home.kept[-1].auto_lock_minutes == 2)
        assert len(home.kept) == 3


async def test_a_click_changes_a_row(home: Kept) -> None:
    """A click on a value is the next value."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "theme")
        lines = seen(pilot).splitlines()
        y = next(n for n, line in enumerate(lines) if "Spacing" in line)

        await pilot.click(offset=(lines[y].index("roomy") + 1, y))

        await shows(pilot, words.MEANS["density"])
        assert value(screen, "density") == "close"
        await until(pilot, lambda: home.app.has_class("-close"))


async def test_a_shared_computer_locks_sooner(home: Kept) -> None:
    """Said in the row of locking itself, and true."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "shared_machine")

        await pilot.press("enter")

        said = "5 minutes, since others use this computer"
        assert value(screen, "auto_lock_minutes") == said
        await until(pilot, lambda: home.app.patience.minutes == 5)


@pytest.mark.parametrize("key", ["enter", "space", "left", "right"])
async def test_what_another_setting_decides_is_not_changed_unseen(home: Kept, key: str) -> None:
    """On a shared computer how long it waits is decided: a key there says why, and changes
    nothing that would hold later.
    """
    async with home.app.run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        screen = await home.to(pilot, "shared_machine")
        await pilot.press("enter", "down")
        before = value(screen, "auto_lock_minutes")

        await pilot.press(key)

        await shows(pilot, "To choose how long yourself")
        assert value(screen, "auto_lock_minutes") == before
        await until(pilot, lambda: bool(home.kept))
    assert [one.auto_lock_minutes for one in home.kept] == [15]


async def test_on_a_shared_computer_only_what_holds_is_offered(home: Kept) -> None:
    """From two minutes one comes to five and back to two: a longer time would not hold."""
    home.app._settings = Settings(shared_machine=True, auto_lock_minutes=2)
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "auto_lock_minutes")

        await pilot.press("right", "right")
        assert value(screen, "auto_lock_minutes") == "5 minutes"
        await pilot.press("enter")

        assert value(screen, "auto_lock_minutes") == "2 minutes"


async def test_three_keys_at_once_are_three_steps(home: Kept) -> None:
    """None is lost while an earlier choice is still being kept."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        await home.to(pilot, "region")

        await pilot.press("enter", "enter", "enter")

        await until(pilot, lambda: len(home.kept) == 3)
    assert [one.region for one in home.kept] == ["england", "wales", "scotland"]


async def test_facts_are_not_changed(home: Kept) -> None:
    """Enter and arrows on where it is kept, the version and the wording do nothing."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "path")
        before = [row.text for row in screen.choices.rows]

        await pilot.press("enter", "right", "down", "enter", "left", "down", "enter")
        await pilot.pause()

        assert [row.text for row in screen.choices.rows] == before
        assert home.kept == []


async def test_home_below_heeds_what_was_chosen(home: Kept) -> None:
    """Back on Home, hiding its memory keeps the theme that was chosen above it."""
    async with home.app.run_test(size=(80, 40)) as pilot:
        await home.to(pilot, "theme")
        await pilot.press("enter")
        await until(pilot, lambda: bool(home.kept))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Home))

        await pilot.press("h")

        await until(pilot, lambda: len(home.kept) == 2)
    assert home.kept[-1] == Settings(theme="dark", memories=False)


async def test_the_row_of_the_spare_key_leads_there_and_back(home: Kept) -> None:
    """Enter on it opens the room; once one is made, the row says so."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "spare")
        await pilot.press("enter")
        await shows(pilot, "A spare key", "Make one")
        workspace = screen._desk.workspace
        key = await home.app._writer.do(workspace.offer_spare_key, PASSPHRASE)
        await home.app._writer.do(workspace.keep_spare_key, key)

        await pilot.press("escape")

        await shows(pilot, "you have one")
        assert pilot.app.screen is screen


async def test_a_backup_is_made_and_its_day_said(home: Kept, filled: Stage) -> None:
    """Enter makes one, says where, and the row has its day; until then it says that none is."""
    async with home.app.run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        screen = await home.to(pilot, "backup")
        assert value(screen, "backup") == "none yet"

        await pilot.press("enter")

        await shows(pilot, "A backup is made and read back:")
        assert value(screen, "backup").startswith("the last was made")
        await shows(pilot, words.MEANS["backup"])
    assert len(list((filled.vault / "backups").iterdir())) == 1


async def test_while_a_backup_is_made_that_is_said(
    home: Kept, filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is done the line below tells of it, and a second enter begins no other."""
    going, back_up = threading.Event(), Workspace.back_up

    def slow(workspace: Workspace) -> Backup:
        going.wait(10)
        return back_up(workspace)

    async with home.app.run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await home.to(pilot, "backup")
        monkeypatch.setattr(Workspace, "back_up", slow)
        await pilot.press("enter")
        await shows(pilot, words.BACKING_UP)
        await pilot.press("enter")
        going.set()

        await shows(pilot, "A backup is made and read back:")
        await shows(pilot, words.MEANS["backup"])
    assert len(list((filled.vault / "backups").iterdir())) == 1


async def test_a_backup_that_cannot_be_made_is_said(
    home: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a full disk a sentence says so, and it can be tried again."""

    def full(*_: object) -> None:
        raise DiskFull(path="somewhere")

    async with home.app.run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        screen = await home.to(pilot, "backup")
        monkeypatch.setattr(Workspace, "back_up", full)

        await pilot.press("enter")

        await shows(pilot, str(DiskFull(path="somewhere")))
        assert value(screen, "backup") == "none yet"
        assert not screen._backing_up


async def test_the_row_of_the_passphrase_leads_there(home: Kept) -> None:
    """Enter on it opens the room where it is changed, and escape comes back."""
    async with home.app.run_test(size=SMALL_WINDOW) as pilot:
        screen = await home.to(pilot, "passphrase")

        await pilot.press("enter")
        await shows(pilot, "Another passphrase", "A new passphrase")
        await pilot.press("escape")

        await until(pilot, lambda: pilot.app.screen is screen)


async def test_few_colours_are_said(filled: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the terminal's own colours are drawn whatever is chosen, the row's line says so."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.post_message(Asked("settings"))

        await shows(pilot, words.FEW_COLOURS)


def test_every_value_offered_is_one_that_is_kept() -> None:
    """Nothing is offered that the settings would not take, and each of its words is there."""
    for name in Settings.__struct_fields__:
        for one in OFFERED.get(name, tuple(words.VALUES.get(name, ()))):
            asked = {**msgspec.to_builtins(Settings()), name: one}

            assert getattr(msgspec.convert(asked, Settings), name) == one


@pytest.mark.parametrize(
    ("value", "by", "around", "to"),
    [
        (15, 1, False, 30),
        (7, 1, False, 10),
        (7, -1, False, 5),
        (1, -1, False, 2),
        (120, 1, False, 60),
        (120, 1, True, 2),
        (60, 1, True, 2),
    ],
)
def test_a_number_between_those_offered_has_neighbours(
    value: int, by: int, around: bool, to: int
) -> None:
    """One that was kept elsewhere goes to the nearest that is offered, on that side."""
    assert beside(OFFERED["auto_lock_minutes"], value, by, around=around) == to


def test_a_region_that_is_not_known_begins_anew() -> None:
    """One of a newer version goes to the first."""
    assert beside(OFFERED["region"], "atlantis", 1, around=True) == ""
