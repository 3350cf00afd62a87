"""One registry of actions: bindings, foot, keys screen and palette all come from it."""

import pytest
from textual.binding import Binding
from textual.widgets import Input

from peercoach.actions import ACTIONS
from peercoach.tui import keys
from peercoach.tui.app import PeercoachApp
from peercoach.tui.screens.asking import Asking
from peercoach.tui.screens.bringing import Bringing
from peercoach.tui.screens.company import Company, Together
from peercoach.tui.screens.drawers import Bin, MyWords
from peercoach.tui.screens.elements import Elements
from peercoach.tui.screens.goal import OneGoal
from peercoach.tui.screens.goal_elements import DrawnOn
from peercoach.tui.screens.goal_walk import GoalWalk
from peercoach.tui.screens.goals import GoalList
from peercoach.tui.screens.heal import HealDoor, HealRoom
from peercoach.tui.screens.heal_kept import HealKept, HealWeight
from peercoach.tui.screens.heal_sitting import HealSitting
from peercoach.tui.screens.home import Home, Within
from peercoach.tui.screens.hour import Hour
from peercoach.tui.screens.hours import Hours
from peercoach.tui.screens.left import LeftList, LeftOne
from peercoach.tui.screens.levels import WhichLevel
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.passphrase import Passphrase
from peercoach.tui.screens.people import PeopleRoom
from peercoach.tui.screens.pictures import Map, Ratings
from peercoach.tui.screens.plans import Plan, Plans
from peercoach.tui.screens.reading import Keys, Support
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.screens.review import Clearing, ReviewLook
from peercoach.tui.screens.room import Room
from peercoach.tui.screens.settings import SettingsRoom
from peercoach.tui.screens.share_choose import ShareChoose, ShareWaits
from peercoach.tui.screens.share_read import ShareRead
from peercoach.tui.screens.share_whom import ShareWhom
from peercoach.tui.screens.share_write import ShareWrite
from peercoach.tui.screens.share_written import ShareWritten
from peercoach.tui.screens.spare import Spare
from peercoach.tui.screens.start import Start
from peercoach.tui.screens.stories import Questions, Stories, Story
from peercoach.tui.screens.support_lines import SupportLines
from peercoach.tui.screens.typed_line import TypedLine
from peercoach.tui.screens.unlock import Unlock
from peercoach.tui.screens.versions import Versions
from peercoach.tui.screens.welcome import Welcome
from peercoach.tui.screens.year import Year
from peercoach.tui.widgets.choices import Choices
from tests.tui.stage import (
    LARGE_WINDOW,
    SMALL_WINDOW,
    Stage,
    begin,
    seen,
    shows,
    type_in,
    typed,
    unlock,
    until,
)

ROOMS: tuple[type[Room], ...] = (
    Welcome, Start, Unlock, Home, Within, Elements, Reflect, LookBack, Note, Versions, Bin,
    MyWords, Bringing, Asking, Plans, Plan, WhichLevel, SettingsRoom, Passphrase, Spare, Company,
    Together, Support, Keys, GoalList, OneGoal, GoalWalk, DrawnOn, Hour, Hours, TypedLine,
    ReviewLook, Clearing, SupportLines, PeopleRoom,
    HealDoor, HealRoom, HealSitting, HealKept, HealWeight,
    Stories, Questions, Story, Ratings, Map, Year,
    ShareChoose, ShareWaits, ShareWhom, ShareRead, ShareWrite, ShareWritten, LeftList, LeftOne,
)  # fmt: skip
FULL = [action for action in ACTIONS if action.interface != "plain"]


def bound(room: type[Room]) -> set[tuple[str, str]]:
    """The keys and actions that hold in a room."""
    bindings = [*room.BINDINGS, *PeercoachApp.BINDINGS]
    return {(one.key, one.action) for one in bindings if isinstance(one, Binding)}


def test_every_room_of_the_registry_has_a_screen() -> None:
    """No action belongs to a room that is nowhere."""
    named = {room for action in FULL for room in action.rooms} - {"*"}

    assert named <= {room.room for room in ROOMS}


@pytest.mark.parametrize("room", ROOMS)
def test_every_key_is_bound(room: type[Room]) -> None:
    """Each action of a room that has a key is bound to it there."""
    for action in keys.of_interface(room.room):
        if action.key:
            assert (action.key, f"app.act('{action.id}')") in bound(room), action.id


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_else_is_bound(room: type[Room]) -> None:
    """A screen binds no key that the registry doesn't know; ctrl+c alone says how to go."""
    everywhere = {"ctrl+c", "ctrl+l", "ctrl+backslash"}
    known = {action.key for action in keys.of_interface(room.room)} | everywhere

    assert {key for key, _ in bound(room)} <= known


@pytest.mark.parametrize("room", ROOMS)
def test_every_action_can_be_done(room: type[Room]) -> None:
    """Each action of a room has someone who does it: the screen, or the app."""
    for action in keys.of_interface(room.room):
        name = f"do_{action.id}"
        assert hasattr(room, name) or hasattr(PeercoachApp, name), (room, action.id)


@pytest.mark.parametrize("room", ROOMS)
def test_the_foot_has_what_belongs_there(room: type[Room]) -> None:
    """What the registry puts at the foot stands there, and so does the way back."""
    wanted = {
        action.id
        for action in keys.of_interface(room.room)
        if (action.footer or action.id == "home") and action.id != room.room
    }

    assert {action.id for action in keys.at_foot(room.room, typing=False)} == wanted


@pytest.mark.parametrize("room", sorted({room.room for room in ROOMS}))
def test_the_keys_screen_has_every_action(room: str) -> None:
    """Each action stands on it with its key, its name and what it does."""
    rows = {row.id: row for row in Keys(room)._choices.rows}

    for action in keys.of_interface(room):
        row = rows[action.id]
        assert row.heading == (keys.key_name(action.key) or "ctrl+p")
        assert (row.text, row.detail) == (
            keys.label(action, room),
            keys.explanation(action, room),
        )


async def test_the_palette_has_every_action_of_the_room(filled: Stage) -> None:
    """Opened over a reflection it lists what can be done there, and nothing of Textual's own."""
    async with filled.app().run_test(size=(120, 140)) as pilot:
        await unlock(pilot)
        await begin(pilot)

        await pilot.press("ctrl+p")
        await shows(pilot, "Enough for today", "Quit")

        drawn = seen(pilot)
        assert set(keys.of_palette("reflect", open=True)) > set(keys.of_interface("reflect")) - {
            action for action in ACTIONS if action.id == "palette"
        }
        for action in keys.of_palette("reflect", open=True):
            if action.id != "palette":
                assert keys.label(action, "reflect") in drawn
                assert keys.explanation(action, "reflect") in drawn
        for foreign in ("Screenshot", "Theme", "Maximize"):
            assert foreign not in drawn


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("panic", "Lock"),
        ("hide", "Cover"),
        ("crisis", "Support"),
        ("anonymise", "Share"),
        ("supervision", "Share"),
        ("history", "Before"),
    ],
)
async def test_the_palette_knows_what_people_call_things(
    filled: Stage, asked: str, found: str
) -> None:
    """Other words for an action find it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await pilot.press("ctrl+p")
        await shows(pilot, "What would you like to do?")

        await type_in(pilot, asked)

        await shows(pilot, found)


ELSEWHERE = {
    "settings": "SettingsRoom",
    "people": "PeopleRoom",
    "notes": "LookBack",
    "choose": "Elements",
    "plans": "Plans",
    "goals": "GoalList",
    "heal": "HealDoor",
    "spare_key": "Spare",
    "company": "Company",
    "hours": "Hours",
    "review": "ReviewLook",
    "story": "Stories",
    "ratings": "Ratings",
    "map": "Map",
    "year": "Year",
    "share": "ShareChoose",
}


def test_what_leads_elsewhere_is_in_the_palette_of_every_open_room() -> None:
    """From each room all of it is found, but for the room one is in; at a door none of it is."""
    here = {
        "notes": "notes",
        "plans": "plans",
        "goals": "goals",
        "settings": "settings",
        "people": "people",
        "company": "company",
    }
    here |= {"elements": "choose", "spare": "spare_key", "hours": "hours", "heal": "heal"}
    here |= {"share-choose": "share"}
    here |= {"stories": "story"} | {room: room for room in ("ratings", "map", "year")}
    assert {one.id for one in ACTIONS if one.anywhere} == set(ELSEWHERE)
    for room in {one.room for one in ROOMS}:
        found = [one.id for one in keys.of_palette(room, open=True)]
        shut = {one.id for one in keys.of_palette(room, open=False)}

        assert set(ELSEWHERE) - set(found) == ({here[room]} if room in here else set())
        assert len(found) == len(set(found))
        assert shut == {one.id for one in keys.of_interface(room)} - {"palette"}


@pytest.mark.parametrize(("id", "screen"), ELSEWHERE.items())
async def test_from_a_reflection_the_palette_leads_elsewhere_and_keeps_the_draft(
    filled: Stage, id: str, screen: str
) -> None:
    """Found by its name over what is being written; what was typed waits to be gone on with."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "half a thou")
        await pilot.press("ctrl+p")
        await shows(pilot, "What would you like to do?")
        action = next(one for one in ACTIONS if one.id == id)
        await type_in(pilot, action.label)
        await shows(pilot, action.help)
        await pilot.press("enter")

        await until(pilot, lambda: type(app.screen).__name__ == screen)
        await pilot.press("ctrl+q")
    waiting = filled.open()
    assert "half a thou" in {waiting.resume(one.reflection).text for one in waiting.unfinished()}


async def test_where_the_draft_cannot_be_saved_one_stays(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a full disk the palette leads nowhere: one stays with what was typed, and hears why."""
    from peercoach.conversation import Conversation
    from peercoach.errors import DiskFull

    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, "half a thou")

        def full(*_: object) -> None:
            raise DiskFull(path=filled.vault)

        monkeypatch.setattr(Conversation, "draft", full)
        monkeypatch.setattr(Conversation, "leave", full)
        await app.action_act("settings")
        await until(pilot, lambda: app.screen is not screen)

        await app.action_act("notes")

        await until(pilot, lambda: app.screen is screen)
        assert typed(pilot) == "half a thou"
        assert screen.notice.said


async def test_the_palette_does_what_is_taken(filled: Stage) -> None:
    """Enter on a found action does it in the room below."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await pilot.press("ctrl+p")
        await shows(pilot, "What would you like to do?")
        await type_in(pilot, "meaning")
        await shows(pilot, "About")
        await pilot.press("enter")

        await shows(pilot, "What it is", "Painting a picture of what peers make possible")


async def test_the_palette_says_when_nothing_fits(filled: Stage) -> None:
    """A word that names nothing gets a sentence, and enter on it does nothing."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("ctrl+p")
        await shows(pilot, "What would you like to do?")

        await type_in(pilot, "xyzzy")
        await shows(pilot, "Nothing goes by that name.")
        await pilot.press("enter")

        await shows(pilot, "Good to see you.")


async def test_textual_offers_no_commands_of_its_own(filled: Stage) -> None:
    """No Screenshot, which would write a note in the open; no other system command either."""
    app = filled.app()
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await shows(pilot, "Your passphrase")

        app.action_screenshot()

        assert list(app.get_system_commands(app.screen)) == []


async def test_a_question_mark_opens_the_keys_and_types_in_the_editor(filled: Stage) -> None:
    """On home it opens the keys; in the editor it is a question mark."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("question_mark")
        await shows(pilot, "The keys of this screen", "Choose an element to think about.")
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")
        await begin(pilot)

        await type_in(pilot, "why?")

        assert typed(pilot) == "why?"


async def test_the_foot_leaves_out_keys_that_would_be_typed(filled: Stage) -> None:
    """While the editor has the focus the foot does not promise "?"; outside of it, it does."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await until(pilot, lambda: "Keys ?" not in seen(pilot))

        await pilot.press("ctrl+o", "tab")

        await shows(pilot, "Keys ?")
        await pilot.press("question_mark")
        await until(pilot, lambda: pilot.app.screen is not screen)


async def test_an_action_of_the_keys_screen_is_done_below(filled: Stage) -> None:
    """Enter on an action of the keys screen goes back and does it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("question_mark")
        await shows(pilot, "The keys of this screen")

        await pilot.press("down", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Elements))


async def test_the_foot_answers_the_mouse(filled: Stage) -> None:
    """A click on a name at the foot does what its key does."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        lines = seen(pilot).splitlines()
        y = next(n for n, line in enumerate(lines) if "Look back l" in line)

        await pilot.click(offset=(lines[y].index("Look back l") + 1, y))

        await shows(pilot, "Newest first")


async def test_rows_answer_the_mouse(filled: Stage) -> None:
    """A click on a row of a list takes it."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        y = next(n for n, line in enumerate(seen(pilot).splitlines()) if "Three short" in line)

        await pilot.click(offset=(20, y))

        await shows(pilot, "What has stayed with you from the last few days?")


async def test_lists_are_walked_with_the_arrow_keys(filled: Stage) -> None:
    """Down, up, page and end move the cursor and stay within the list."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        choices = pilot.app.screen.query_one(Choices)
        last = len(choices.rows) - 1

        await pilot.press("up")
        assert choices.cursor == 0
        await pilot.press("end")
        assert choices.cursor == last
        await pilot.press("down")
        assert choices.cursor == last
        await pilot.press("pageup", "home")
        assert choices.cursor == 0


async def test_ctrl_c_says_how_to_leave(filled: Stage) -> None:
    """It copies in an editor and never ends the program; elsewhere it says how to go."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await unlock(pilot)

        await pilot.press("ctrl+c")

        await shows(pilot, "To leave, press ctrl+q.")
        assert not pilot.app.screen.query(Input)
