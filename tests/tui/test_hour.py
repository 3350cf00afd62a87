"""A protected hour and a monthly review on the screen, from beginning to closing."""

from textual.pilot import Pilot
from textual.widgets import TextArea

from peercoach.tui.app import PeercoachApp
from peercoach.tui.desk import Desk
from peercoach.tui.messages import Asked, Go
from peercoach.tui.screens.hour import Hour
from peercoach.tui.screens.reflect import Reflect
from peercoach.workspace import Workspace
from tests.tui.stage import SMALL_WINDOW, Stage, seen, shows, type_in, typed, unlock, until


def _work(pilot: Pilot[None]) -> Workspace:
    app = pilot.app
    assert isinstance(app, PeercoachApp) and app._workspace is not None
    return app._workspace


async def _in_hour(pilot: Pilot[None], id: str = "protected-hour") -> Hour:
    pilot.app.screen.post_message(Go("walk", id))
    await until(pilot, lambda: isinstance(pilot.app.screen, Hour))
    screen = pilot.app.screen
    assert isinstance(screen, Hour)
    await until(pilot, lambda: screen.focused is not None)
    return screen


async def test_it_begins_from_the_plan(filled: Stage) -> None:
    """A plan for one person is begun by enter; one for two is there to be read."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("plan", "peer-coaching", over=True))
        await shows(pilot, "A conversation between peers")
        await pilot.press("enter")
        await pilot.pause()
        assert "Begin enter" not in seen(pilot)
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")

        pilot.app.screen.post_message(Go("plan", "protected-hour", over=True))
        await shows(pilot, "Begin enter")
        await pilot.press("enter")

        await shows(pilot, "What have you brought in with you today?", "about 5 minutes left")


async def test_the_time_is_gentle(filled: Stage) -> None:
    """It is said in words, can be hidden and lengthened, and when it is over nothing happens."""
    now = [100.0]
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        app = pilot.app
        conversation = _work(pilot).begin("protected-hour")
        screen = Hour(app_desk(app), conversation, clock=lambda: now[0])
        await app.push_screen(screen)
        await shows(pilot, "about 5 minutes left")
        await type_in(pilot, "Cold feet")

        for _ in range(31):
            now[0] += 10
            screen._tick()
        await shows(pilot, "this part has had its time")
        assert typed(pilot) == "Cold feet"
        pilot.app.post_message(Asked("longer"))
        await shows(pilot, "about 5 minutes left")
        pilot.app.post_message(Asked("timer"))
        await until(pilot, lambda: "minutes left" not in seen(pilot))
        pilot.app.post_message(Asked("timer"))
        await shows(pilot, "about 5 minutes left")


def app_desk(app: object) -> Desk:
    """What a room works with, as the app makes it."""
    assert isinstance(app, PeercoachApp) and app._workspace is not None
    return Desk(app._workspace, app._library(), app._writer, app.clock, app._settings)


async def test_the_break_is_a_part_of_its_own(filled: Stage) -> None:
    """Nothing is to be written there; enter goes on, and so does the key for Next."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await _in_hour(pilot)
        for _ in range(5):
            await pilot.press("ctrl+k")
        await shows(pilot, "Stand up. Look at something far away.", "Go on", "A break")

        await pilot.press("enter")

        await shows(pilot, "Which of your goals do you still want?")
        await pilot.press("ctrl+r")
        await shows(pilot, "Stand up.")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        assert "minutes left" not in seen(pilot)


async def test_one_looks_around_and_comes_back(filled: Stage) -> None:
    """Notes, an element, protected time: each lies over the hour, which waits as it was."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        hour = await _in_hour(pilot)
        await type_in(pilot, "The rota can st")
        await pilot.press("ctrl+right_square_bracket")
        await shows(pilot, "Where would you like to look?", "Stay here")
        await pilot.press("enter")
        await shows(pilot, "Look back", "Newest first")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is hour)
        assert typed(pilot) == "The rota can st"

        await pilot.press("ctrl+right_square_bracket")
        await shows(pilot, "Where would you like to look?")
        await pilot.press("down", "enter")
        await shows(pilot, "Choose an element")
        await pilot.press("enter")
        await until(pilot, lambda: type(pilot.app.screen) is Reflect)
        await shows(pilot, "When did you last see")
        await type_in(pilot, "On Tuesday.")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is hour)

        assert typed(pilot) == "The rota can st"
        assert hour.query_one(TextArea).has_focus
        assert len(_work(pilot).journal.search("On Tuesday")) == 1
        await pilot.press("escape")
        await shows(pilot, "Good to see you.", "My protected hour", "question 1 of 9")


async def test_an_hour_is_never_open_twice(filled: Stage) -> None:
    """Asked for from elsewhere it is the one that waits below; a review lies over it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        hour = await _in_hour(pilot)
        await type_in(pilot, "Cold feet")
        await pilot.press("ctrl+n")
        await shows(pilot, "What can stay outside for an hour?")
        id = hour.conversation.reflection.id
        for go in (Go("walk", "protected-hour"), Go("resume", id, "arrive/question/how-arriving")):
            pilot.app.post_message(Asked("hours"))
            await shows(pilot, "Protected time", "Begin my protected hour")
            pilot.app.screen.post_message(go)
            await until(pilot, lambda: pilot.app.screen is hour)

        pilot.app.post_message(Asked("review"))
        await shows(pilot, "Go on, when you are ready")
        await pilot.press("enter")
        await shows(pilot, "What do you notice?")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is hour)
        await shows(pilot, "What can stay outside for an hour?")


async def test_an_hour_is_kept_when_the_notebook_locks(filled: Stage) -> None:
    """Locked in the middle, it is gone on with at the same character."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await _in_hour(pilot)
        await type_in(pilot, "Cold feet")
        await pilot.press("ctrl+l")
        await shows(pilot, "Locked.")
        await unlock(pilot)
        await pilot.press("home", "enter")

        await until(pilot, lambda: isinstance(pilot.app.screen, Hour))
        await until(pilot, lambda: typed(pilot) == "Cold feet")


async def test_a_review_goes_from_the_notes_to_one_note(filled: Stage) -> None:
    """What was written stands first; what is noticed becomes one note, and one thing waits."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.post_message(Asked("review"))
        await shows(pilot, "Monthly review", "What you wrote since 14 February, the newest last.",
                    "I asked first, and waited.")  # fmt: skip
        await pilot.press("down", "enter")
        await shows(pilot, "The new ward manager.")
        await pilot.press("escape")
        await shows(pilot, "Go on, when you are ready")
        await pilot.press("home", "enter")
        await shows(pilot, "What do you notice?", "about 15 minutes left")
        await type_in(pilot, "The garden keeps coming back.")
        await pilot.press("ctrl+right_square_bracket")
        await shows(pilot, "What you wrote since the last time")
        await pilot.press("enter")
        await shows(pilot, "What you wrote since 14 February")
        assert "Go on, when you are ready" not in seen(pilot)
        await pilot.press("escape", "ctrl+n")
        await shows(pilot, "What has moved in what you are aiming for?")
        await pilot.press("ctrl+k")
        await shows(pilot, "What is one thing to bring to coaching?")
        await type_in(pilot, "How to say no.")
        await pilot.press("ctrl+n")
        await shows(pilot, "That is a whole reflection.")
        await pilot.press("enter")

        await shows(pilot, "Good to see you.")
        assert len(_work(pilot).journal.brought()) == 1
        [note] = _work(pilot).journal.entries(kind="review")
        assert "The garden" in note.record.text and "How to say no." in note.record.text  # type: ignore[union-attr]


async def test_once_a_year_the_oldest_notes_are_offered(filled: Stage) -> None:
    """One looks, keeps, deletes for thirty days, or says not now; and it is not asked again."""
    filled.clock.to(2026, 12, 20, 14, 2)
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await _in_hour(pilot, "monthly-review")
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        await pilot.press("enter")
        await shows(pilot, "Anything here you no longer need?", "December 2025", "Not now",
                    "Nobody. I talked to the slide.")  # fmt: skip
        await pilot.press("down", "enter")
        await shows(pilot, "What about this note?", "Look at it")
        await pilot.press("enter")
        await shows(pilot, "Nobody. I talked to the slide.", "Answer")
        await pilot.press("escape")
        await shows(pilot, "Anything here you no longer need?")
        await pilot.press("enter")
        await shows(pilot, "What about this note?")
        await pilot.press("end", "enter")
        await until(pilot, lambda: len(_work(pilot).journal.deleted()) == 1)
        await shows(pilot, "Anything here you no longer need?")
        assert "Nobody. I talked" not in seen(pilot)
        await pilot.press("home", "enter")
        await shows(pilot, "Good to see you.")

        assert _work(pilot).reviewing.to_clear() == []
