"""What any framework can ask, in the full interface: levels, two ratings, what lines up, marks."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from peercoach.journal.saying import said
from peercoach.settings import Settings
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.asking import Asking
from peercoach.tui.screens.elements import Elements
from peercoach.tui.screens.levels import WhichLevel
from peercoach.tui.screens.look_back import LookBack
from peercoach.tui.screens.plans import Plan, Plans
from peercoach.tui.screens.reflect import Reflect
from tests.frameworks.asked import DIMENSIONS, IN_WAYS, PEERS, shelved
from tests.tui.stage import SMALL_WINDOW, Stage, begin, seen, shows, type_in, typed, unlock, until

MOVEMENT = "peers/movement"
VISION = "dimensions/vision"
REWORDED = PEERS.replace("Whose face changed?", "Which face lit up?")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A notebook with nothing in it, and the small library."""
    here = Stage(tmp_path)
    here.library = shelved(tmp_path / "shelf")
    here.create().close()
    return here


async def at(pilot: Pilot[None], room: type) -> None:
    await until(pilot, lambda: type(pilot.app.screen) is room)


async def ask_for(pilot: Pilot[None], action: str) -> None:
    """Have an action done, as the palette does."""
    pilot.app.screen.post_message(Asked(action))
    await pilot.pause()


# --- levels, two ratings -------------------------------------------------------------------------


async def test_levels_come_first_and_the_last_one_is_suggested(stage: Stage) -> None:
    """Beginning where there are levels asks which; the next time the cursor is at that one."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", VISION))
        await at(pilot, WhichLevel)
        await shows(pilot, "Where would you like to begin?", "First steps", "2 questions")
        await shows(pilot, "All of them", "3 questions")
        await pilot.press("down", "enter")
        await at(pilot, Reflect)
        await shows(pilot, "Further on", "Who carries it with you?")
        await type_in(pilot, "Rosa does")
        await pilot.press("ctrl+n", "escape")
        await shows(pilot, "Good to see you.")
        pilot.app.screen.post_message(Go("begin", VISION))
        await at(pilot, WhichLevel)

        screen = pilot.app.screen
        assert isinstance(screen, WhichLevel)
        assert screen.choices.row is not None
        assert screen.choices.row.id == "level:further"


async def test_all_levels_at_once(stage: Stage) -> None:
    """The last row begins with every question, each under its level."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", VISION))
        await at(pilot, WhichLevel)

        await pilot.press("end", "enter")
        await at(pilot, Reflect)

        await shows(pilot, "First steps", "Where would you like this place to be?", "○ ○")
        await pilot.press("ctrl+k", "ctrl+k")
        await shows(pilot, "Further on", "Who carries it with you?")


async def test_without_levels_nothing_is_asked_first(stage: Stage) -> None:
    """Where questions have no level one is at the first of them at once."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", MOVEMENT))

        await at(pilot, Reflect)
        await shows(pilot, "Whose face changed?")


async def test_both_ratings_and_how_they_stand(stage: Stage) -> None:
    """One after the other, then both in words above the next stop, on Home and in the list."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", VISION, "further"))
        await at(pilot, Reflect)
        await pilot.press("ctrl+k")
        await shows(pilot, "How it is now", "How do I practise this now?")
        await pilot.press("enter")
        await shows(pilot, "Another look at it", "How much does it matter in my role?")
        await pilot.press("end", "enter")

        await shows(
            pilot,
            "How do I practise this now? Not yet.",
            "How much does it matter in my role? Very much.",
            "These two stand some way apart.",
            "Living it",
        )
        await pilot.press("escape")
        await shows(pilot, "Good to see you.", "Not yet · Very much")
        pilot.app.screen.post_message(Go("elements"))
        await at(pilot, Elements)
        await shows(pilot, "How do I practise this now? Not yet.")


async def test_either_rating_can_be_skipped(stage: Stage) -> None:
    """Skipped, nothing is said of the two, and the list has the one there is."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", VISION, "further"))
        await at(pilot, Reflect)
        await pilot.press("ctrl+k", "ctrl+k")
        await shows(pilot, "How much does it matter in my role?")
        await pilot.press("end", "enter")
        await shows(pilot, "Living it")

        assert "stand some way" not in seen(pilot)
        await pilot.press("escape")
        await shows(pilot, "Good to see you.", "Very much")
        assert "·" not in seen(pilot)


# --- what lines up -------------------------------------------------------------------------------


async def test_across_and_back_to_the_same_character(stage: Stage) -> None:
    """One key leads to the dimension, its questions in sight; going back all is as it was."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot, MOVEMENT)
        await type_in(pilot, "Half a thought")
        await pilot.press("left", "left")
        cursor = screen.editor.cursor_index

        await pilot.press("ctrl+right_square_bracket")
        await at(pilot, Asking)
        await shows(
            pilot,
            "Dimensions › Sharing the vision",
            "Saying where we want to go.",
            "Where would you like this place to be?",
            "Back to my question",
        )
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)

        assert (typed(pilot), screen.editor.cursor_index) == ("Half a thought", cursor)


@pytest.mark.parametrize(
    ("keys", "room", "there"),
    [
        (("enter",), WhichLevel, "First steps"),
        (("down", "down", "enter"), Reflect, "Which words do you use for it?"),
    ],
)
async def test_going_there_and_finding_the_way_back(
    stage: Stage, keys: tuple[str, ...], room: type, there: str
) -> None:
    """Begun from there, or one question of it; the first reflection waits at its character."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot, MOVEMENT)
        await type_in(pilot, "Half a thought")
        await pilot.press("left", "left", "ctrl+right_square_bracket")
        await at(pilot, Asking)

        await pilot.press(*keys)
        await at(pilot, room)
        await shows(pilot, there)
        if room is WhichLevel:
            await pilot.press("enter")
            await at(pilot, Reflect)
        await pilot.press("ctrl+right_square_bracket")
        await at(pilot, Asking)
        await shows(pilot, "Peers › Sharing the movement", "Go on where you were")
        await pilot.press("enter")
        await shows(pilot, "Whose face changed?")

        screen = pilot.app.screen
        assert isinstance(screen, Reflect)
        assert (typed(pilot), screen.editor.cursor_index) == ("Half a thought", 12)


async def at_rest(pilot: Pilot[None]) -> None:
    """A stop's text is saved once when it comes, and that takes away what was said by then."""
    await at(pilot, Reflect)
    screen = pilot.app.screen
    assert isinstance(screen, Reflect)
    saving = screen._saving
    await until(pilot, lambda: saving._timer is None and not saving._under_way)


async def test_what_is_not_here_is_named(stage: Stage) -> None:
    """Where what it lines up with is not in the library, its name is said and one stays."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot, "peers/garden")
        await at_rest(pilot)

        await pilot.press("ctrl+right_square_bracket")

        await shows(pilot, "This lines up with “Far away”.")
        assert pilot.app.screen is screen


async def test_nothing_lines_up(stage: Stage) -> None:
    """Where nothing does, that is said."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("begin", "dimensions/alone"))
        await at_rest(pilot)

        await pilot.press("ctrl+right_square_bracket")

        await shows(pilot, "This lines up with nothing else here.")


# --- helped, jarred ------------------------------------------------------------------------------


async def test_jarred_is_kept_and_comes_back_quietly(stage: Stage) -> None:
    """Marked, it whispers in the first line; the next time it says so; typing is untouched."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot, MOVEMENT)
        await type_in(pilot, "It was")
        await ask_for(pilot, "jarred")
        await until(pilot, lambda: "jarred " in seen(pilot))
        assert "last time" not in seen(pilot)
        assert typed(pilot) == "It was"
        await pilot.press("ctrl+n", "ctrl+t", "enter")
        await until(pilot, lambda: type(pilot.app.screen) is not Reflect)
        pilot.app.screen.post_message(Go("begin", MOVEMENT))
        await at(pilot, Reflect)

        await until(pilot, lambda: "jarred last time" in seen(pilot))


async def test_a_mark_is_taken_back(stage: Stage) -> None:
    """The same again takes it back, on the screen and in the notebook."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot, MOVEMENT)
        await ask_for(pilot, "helped")
        await until(pilot, lambda: "helped" in seen(pilot))

        await ask_for(pilot, "helped")

        await until(pilot, lambda: "helped" not in seen(pilot))
        assert said(screen.desk.workspace.journal) == []


async def test_at_a_rating_there_is_nothing_to_mark(stage: Stage) -> None:
    """Asked for where no question stands, a sentence says so."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot, "peers/garden")
        await pilot.press("ctrl+k")
        await shows(pilot, "How much do we live this?")

        # What arriving at the stop still has to do may take a sentence away again.
        for _ in range(20):
            await ask_for(pilot, "jarred")
            await pilot.pause(0.1)
            if "There is no question here to mark." in seen(pilot):
                break

        await shows(pilot, "There is no question here to mark.")


# --- plans, languages ----------------------------------------------------------------------------


async def test_session_plans_can_be_read(stage: Stage) -> None:
    """A key on Home lists them with their minutes; one of them is read part by part."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("p")
        await at(pilot, Plans)
        await shows(pilot, "A talk by the window", "20 or 60 minutes", "A small plan for two.")
        await pilot.press("enter")
        await at(pilot, Plan)

        await shows(pilot, "What we agree first", "Kindness: Towards oneself too.")
        await pilot.press("end")
        await shows(pilot, "Talking, 10 or 40 minutes", "Where to: What would you like from this?")
        await shows(pilot, "Tea, 5 or 10 minutes", "A break.")
        await pilot.press("escape")
        await at(pilot, Plans)


async def test_the_ways_of_a_plan_can_be_read(stage: Stage, tmp_path: Path) -> None:
    """Each way to go about it stands there by its title, with what it is good for."""
    stage.library = shelved(tmp_path / "shelf", peers=PEERS, talk=IN_WAYS)
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("p")
        await at(pilot, Plans)
        await pilot.press("enter")
        await at(pilot, Plan)

        await shows(pilot, "Ways to go about it", "From a wish: When there is one.")
        await shows(pilot, "From listening")


async def test_no_plans_is_said(stage: Stage, tmp_path: Path) -> None:
    """Where there is none the room says so."""
    stage.library = shelved(tmp_path / "shelf", peers=PEERS)
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)

        await pilot.press("p")

        await shows(pilot, "There is no session plan here yet.")


async def test_a_language_is_chosen_and_remembered(stage: Stage) -> None:
    """Chosen where elements are, it holds at once, in Reflect too, and is handed to be kept."""
    kept: list[Settings] = []
    app = stage.app()
    app._keep = kept.append
    async with app.run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("elements"))
        await at(pilot, Elements)
        await shows(pilot, "Sharing the movement")
        await pilot.press("t")
        await at(pilot, Asking)
        await shows(pilot, "English", "chosen", "Cymraeg", "Cymheiriaid")
        await pilot.press("down", "enter")

        await shows(pilot, "Rhannu'r mudiad")
        await until(pilot, lambda: bool(kept))
        assert kept[-1].languages == {"peers": "cy"}
        await begin(pilot, MOVEMENT)
        await shows(pilot, "Wyneb pwy newidiodd?")


async def test_no_other_language_is_said(stage: Stage, tmp_path: Path) -> None:
    """Where there is no choice a sentence says so."""
    stage.library = shelved(tmp_path / "shelf", peers=PEERS)
    async with stage.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("elements"))
        await at(pilot, Elements)

        await pilot.press("t")

        await shows(pilot, "Nothing here can be read in another language yet.")


# --- answers outlive their framework -------------------------------------------------------------


async def answer(pilot: Pilot[None], text: str) -> None:
    """Answer the first question of the movement, and go home."""
    await begin(pilot, MOVEMENT)
    await type_in(pilot, text)
    await pilot.press("ctrl+n", "escape")
    await shows(pilot, "Good to see you.")


async def test_an_earlier_wording_stands_beside_what_it_answered(
    stage: Stage, tmp_path: Path
) -> None:
    """Worded anew, the question shows the earlier answer under the wording it was given to."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await answer(pilot, "Rosa's.")
    stage.library = shelved(tmp_path / "shelf", peers=REWORDED)
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot, MOVEMENT)
        await shows(pilot, "Which face lit up?")

        await pilot.press("ctrl+o")
        await shows(pilot, "You were asked then: Whose face changed?", "Rosa's.")
        await pilot.press("ctrl+o", "escape")
        await shows(pilot, "Good to see you.")
        await pilot.press("l")
        await shows(pilot, "Newest first")
        await pilot.press("enter")
        await shows(
            pilot,
            "Whose face changed?",
            "This answers an earlier wording. Now it asks: Which face lit up?",
            "Rosa's.",
        )


async def test_a_gone_element_is_listed_to_be_read(stage: Stage, tmp_path: Path) -> None:
    """At the end of the list, under its own heading; enter reads what was written about it."""
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await answer(pilot, "Rosa's.")
    stage.library = shelved(tmp_path / "shelf", dimensions=DIMENSIONS)
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("elements"))
        await at(pilot, Elements)
        await pilot.press("end")
        await shows(pilot, "No longer in the library.", "Sharing the movement", "Peers")

        await pilot.press("enter")

        await at(pilot, LookBack)
        await shows(pilot, "Rosa's.")
        await pilot.press("enter")
        await shows(pilot, "This is no longer in the library. What you wrote stays.")
