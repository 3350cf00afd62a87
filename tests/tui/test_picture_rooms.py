"""Look back's pictures on the screen: ways in, ways along, and nothing left after a lock."""

from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Place
from peercoach.journal.records import Rating as Chosen
from peercoach.tui.messages import Go
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.pictures import Map, Ratings
from peercoach.tui.screens.stories import Questions, Stories, Story
from peercoach.tui.screens.year import Year
from peercoach.tui.widgets.drawing import Drawing
from peercoach.words import pictures as words
from tests.tui.plays import act, kept_by
from tests.tui.stage import (
    LARGE_WINDOW,
    SHARING,
    SMALL_WINDOW,
    Stage,
    seen,
    shows,
    unlock,
    until,
)

FIRST = "When did you last see someone's face change because of how you told our story?"
FACE = "question/face-change"
GONE = Place(
    framework="gone",
    framework_title="A set that is gone",
    element="hills",
    element_title="Hills",
    question="pace",
    ask="How fast did you walk?",
)


def write(stage: Stage, *texts: str) -> None:
    """Answers to one question, the newest of today, a month apart."""
    workspace = stage.open()
    place = Place(
        framework="peer-leadership",
        framework_title="Peer leadership",
        element="sharing-the-movement",
        element_title="Sharing the movement",
        question="untold-story",
        ask="Whose story of change hasn't been told yet?",
    )
    for month, text in enumerate(texts):
        total = 2026 * 12 + 2 - len(texts) + month
        stage.clock.to(total // 12, total % 12 + 1, 1)
        workspace.journal.add(Entry(kind="answer", text=text, place=place))
    stage.clock.to(2026, 3, 14, 14, 2)
    workspace.lock()


async def is_at(pilot: Pilot[None], screen: type[Widget]) -> None:
    """Wait for this screen."""
    await until(pilot, lambda: type(pilot.app.screen) is screen)


async def test_from_look_back_to_a_story_and_home_again(filled: Stage) -> None:
    """Key by key: the element, its question, its answers side by side; escape leads back."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")

        await pilot.press("s")
        await is_at(pilot, Stories)
        await pilot.press("enter")
        await is_at(pilot, Questions)
        await shows(pilot, FIRST)
        await pilot.press("enter")

        await is_at(pilot, Story)
        await shows(pilot, "Nobody. I talked to the slide.", "She asked to come along in May.")
        await shows(pilot, "2 December 2025 · the first time", "14 February · in new words")
        await shows(pilot, "You chose: We do this very little.")
        for screen in (Questions, Stories):
            await pilot.press("escape")
            await is_at(pilot, screen)
        await pilot.press("escape")
        await shows(pilot, "Newest first")


async def test_an_element_that_is_looked_at_leads_to_its_own_questions(filled: Stage) -> None:
    """Narrowed to one, there is no element to choose."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("notes", SHARING))
        await shows(pilot, "Only: Sharing the movement")

        await pilot.press("s")

        await is_at(pilot, Questions)


async def test_a_note_leads_to_its_story(filled: Stage) -> None:
    """From an answer one sees all answers to the same question; a note on its own says why not."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        journal, writer = kept_by(pilot)
        (answer,) = journal.search("ward manager")
        alone = await writer.do(journal.add, Entry(kind="note", text="On its own."))
        pilot.app.screen.post_message(Go("note", answer.id, over=True))
        await is_at(pilot, Note)

        await pilot.press("s")

        await is_at(pilot, Story)
        await shows(pilot, "Nobody. I talked to the slide.")
        pilot.app.screen.post_message(Go("note", alone.id, over=True))
        await is_at(pilot, Note)
        await pilot.press("s")
        await shows(pilot, words.NO_STORY)


async def test_one_goes_along_a_long_story(filled: Stage) -> None:
    """Two hundred answers: right leads on, left leads back, at the ends one stays; the foot says
    which ways there are.
    """
    write(filled, *[f"Answer number {n} of many." for n in range(200)])
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("story", SHARING, "question/untold-story", over=True))
        await shows(pilot, "Answer number 0 of many.", "Answer number 1 of many.")
        await until(pilot, lambda: "Later →" in seen(pilot) and "Earlier ←" not in seen(pilot))

        await pilot.press("right")
        await shows(pilot, "Answer number 1 of many.", "Answer number 2 of many.")
        assert "Answer number 0 " not in seen(pilot)
        await pilot.press("left", "left")
        await shows(pilot, "Answer number 0 of many.")
        await pilot.press(*["right"] * 205)
        await shows(pilot, "Answer number 198 of many.", "Answer number 199 of many.")

        await until(pilot, lambda: "Later →" not in seen(pilot) and "Earlier ←" in seen(pilot))
        await pilot.resize_terminal(*SMALL_WINDOW)
        await shows(pilot, "Answer number 192 of many.")


async def test_long_answers_and_those_written_from_the_right(filled: Stage) -> None:
    """A page of text scrolls by itself; right-to-left text and its marks stand as they are."""
    write(filled, "שלום לכולן, שתינו תה.", "A long one. " * 3000)
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("story", SHARING, "question/untold-story", over=True))
        await shows(pilot, "שלום לכולן, שתינו תה.", "A long one.")

        await pilot.press("end")

        await shows(pilot, words.REST)


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW])
async def test_ratings_as_a_picture_and_in_words(filled: Stage, size: tuple[int, int]) -> None:
    """One key leads from the picture to its words, and back."""
    async with filled.app().run_test(size=size) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")

        await pilot.press("r")
        await is_at(pilot, Ratings)
        await shows(pilot, "Ratings over time", "Peer leadership", "all the time", "December 2025")
        assert "●" in seen(pilot)
        await pilot.press("w")

        await shows(pilot, "2 December 2025: We do this very little.")
        assert "●" not in seen(pilot)
        await pilot.press("w")
        await until(pilot, lambda: "●" in seen(pilot))


async def test_then_and_now_names_every_element(filled: Stage) -> None:
    """Those that nothing was chosen for, too."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")

        await pilot.press("m")

        await is_at(pilot, Map)
        await shows(pilot, "Sharing the movement ○───● · very little → sometimes")
        elements = filled.library.get("peer-leadership").elements
        assert [one.title for one in elements if one.title not in seen(pilot)] == []
        await pilot.press("w")
        await shows(pilot, "Sharing the movement: very little, 2 December 2025. Now sometimes,")


async def test_another_set_of_questions(filled: Stage) -> None:
    """Where several were rated, one key asks which to see; a set that is gone is among them."""
    workspace = filled.open()
    rating = Chosen(rating="pace", value=1, label="At a stroll", place=GONE)
    workspace.journal.rate(rating)
    workspace.lock()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await act(pilot, "ratings", "A set that is gone", "At a stroll")

        await pilot.press("s")
        await shows(pilot, words.WHICH_SET)
        await pilot.press("down", "enter")

        await shows(pilot, "Peer leadership", "Sharing the movement")


async def test_a_year_and_the_one_before(filled: Stage) -> None:
    """The last twelve months first; left leads to the years, right leads back."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "Newest first")

        await pilot.press("y")
        await is_at(pilot, Year)
        await shows(pilot, words.LAST_TWELVE, "December 2025 Sharing the movement")
        await pilot.press("left", "left", "left")

        await until(pilot, lambda: "2026" not in seen(pilot))
        await shows(pilot, "2025", "December 2025")
        assert "Earlier ←" not in seen(pilot)
        await pilot.press("right")
        await shows(pilot, "January 2026", "from very little to sometimes")


async def test_an_empty_notebook(stage: Stage) -> None:
    """Each of them says that there is nothing yet, and leads back."""
    stage.create().lock()
    empty = {
        "story": words.STORIES_EMPTY,
        "ratings": words.NONE_YET,
        "map": words.NONE_YET,
        "year": words.YEAR_EMPTY,
    }
    async with stage.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("l")
        await shows(pilot, "There are no notes yet.")

        for key, sentence in zip("srmy", empty.values(), strict=True):
            await pilot.press(key)
            await shows(pilot, sentence)
            await pilot.press("escape")
            await shows(pilot, "There are no notes yet.")


async def test_one_answer_is_a_story(stage: Stage) -> None:
    """There is nothing to compare it with, and no way along."""
    stage.create().lock()
    write(stage, "The only one.")
    async with stage.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("story", SHARING, "question/untold-story", over=True))

        await shows(pilot, "1 February · the first time", "The only one.")
        assert "Later →" not in seen(pilot) and "Earlier ←" not in seen(pilot)


async def test_a_day_is_the_day_it_was_there(filled: Stage) -> None:
    """Written at half past eleven in Kathmandu and read elsewhere, it stands under that day."""
    workspace = filled.open()
    kathmandu = datetime(2026, 2, 28, 17, 45, tzinfo=UTC)
    there = Moment(int(kathmandu.timestamp() * 1000), 345, "+0545")
    workspace.journal._clock = lambda: there
    workspace.journal.add(Entry(kind="answer", text="Late, by the lake.", place=GONE))
    workspace.lock()
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        pilot.app.screen.post_message(Go("story", "gone/hills", "question/pace", over=True))

        await shows(pilot, "28 February · the first time", "Late, by the lake.")


@pytest.mark.parametrize("place", ["story", "ratings", "map", "year"])
async def test_nothing_is_left_after_a_lock(filled: Stage, place: str) -> None:
    """The screen and its sheet hold no line of it any more."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        given = (SHARING, FACE) if place == "story" else ()
        pilot.app.screen.post_message(Go(place, *given, over=True))
        await until(pilot, lambda: bool(pilot.app.screen.query(Drawing)))
        screen = pilot.app.screen
        sheet = screen.query_one(Drawing)
        await until(pilot, lambda: len(sheet._lines) > 2)

        await pilot.press("ctrl+l")

        await shows(pilot, "Locked. No one else can read this.")
        assert list(sheet._draw(72)) == []
        assert sheet._drawn is None or not sheet._drawn[1]
        held = [vars(screen).get(name) for name in ("_story", "_values", "_sets", "_spans")]
        assert not any(held)
