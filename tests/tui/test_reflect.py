"""Reflect: a question, an editor, what stands beside it, the rating, and the closing."""

import pytest
from textual.widgets import TextArea

from peercoach.journal.records import Entry, Rating
from peercoach.tui.screens.reflect import Reflect
from peercoach.tui.widgets.choices import Choices
from peercoach.tui.widgets.prose import Prose
from tests.tui.stage import (
    FIRST,
    LARGE_WINDOW,
    SECOND,
    SHARING,
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

EARLIER = "The new ward manager. I told her about the garden group"
ANSWER = "The commissioner, on Tuesday."


async def to_the_rating(pilot) -> None:  # type: ignore[no-untyped-def]
    """Skip every question of the element."""
    for _ in range(6):
        await pilot.press("ctrl+k")
    await shows(pilot, "How much do we live this?")


async def test_the_question_and_what_the_element_is(filled: Stage) -> None:
    """The first question stands under what its element is; a later one alone, with its hint."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(
            pilot,
            "Peer leadership › Sharing the movement",
            "Showing people that things here can change",
            FIRST,
            "A person, a place, one sentence you remember.",
        )

        await pilot.press("ctrl+n")

        await shows(pilot, SECOND, "The words you really use")
        assert "Showing people" not in seen(pilot)


async def test_next_keeps_and_goes_on(filled: Stage) -> None:
    """What was written is kept with its question, and the editor is empty for the next one."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)

        await pilot.press("ctrl+n")
        await shows(pilot, SECOND)

        assert typed(pilot) == ""
        await pilot.press("ctrl+q")
    notes = filled.open().journal.entries(kind="answer")
    assert isinstance(notes[0].record, Entry)
    assert (notes[0].record.text, notes[0].record.place.ask) == (ANSWER, FIRST)


async def test_back_brings_back_what_was_written(filled: Stage) -> None:
    """Going back shows the answer kept there, with the cursor at its end."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+n")
        await shows(pilot, SECOND)

        await pilot.press("ctrl+r")

        await shows(pilot, FIRST)
        assert typed(pilot) == ANSWER
        assert screen.editor.cursor_index == len(ANSWER)


async def test_keys_typed_after_a_move_arrive_at_the_next_question(filled: Stage) -> None:
    """Someone who types on without waiting loses no letter."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)

        await pilot.press(*"one", "ctrl+n", *"two", "ctrl+n", *"three")
        await until(pilot, lambda: typed(pilot) == "three")

        await pilot.press("ctrl+r")
        await until(pilot, lambda: typed(pilot) == "two")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: typed(pilot) == "one")


async def test_earlier_answers_stand_beside_in_a_large_window(filled: Stage) -> None:
    """At 120×40 what was written before to the same question is there, newest first, dated."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)

        await begin(pilot)

        await shows(pilot, "What you wrote before", "14 February", "2 December 2025")
        drawn = seen(pilot)
        assert drawn.index("The new ward manager") < drawn.index("Nobody. I talked to the slide.")


async def test_earlier_answers_come_over_the_lower_half_on_their_key(filled: Stage) -> None:
    """At 80×24 they come and go on one key, and what is being written stays in sight."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)
        assert "What you wrote before" not in seen(pilot)

        await pilot.press("ctrl+o")
        await shows(pilot, "What you wrote before", EARLIER, ANSWER, FIRST)

        await pilot.press("ctrl+o")
        await until(pilot, lambda: "What you wrote before" not in seen(pilot))
        await type_in(pilot, "!")
        assert typed(pilot) == ANSWER + "!"


async def test_the_foot_tells_of_earlier_answers_where_they_do_not_show(filled: Stage) -> None:
    """In a narrow window "Before" stands at the foot where something was written before, goes
    while that is shown, and is not there at a question with nothing before.
    """
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(pilot, "Before ctrl+o")

        await pilot.press("ctrl+o")
        await shows(pilot, "What you wrote before")
        await until(pilot, lambda: "Before ctrl+o" not in seen(pilot))
        await pilot.press("ctrl+o")
        await shows(pilot, "Before ctrl+o")
        await pilot.press("ctrl+k")
        await until(pilot, lambda: "Before ctrl+o" not in seen(pilot))
        assert "Everything ctrl+p" in seen(pilot)


async def test_page_keys_scroll_what_was_opened_beside(filled: Stage) -> None:
    """While one writes, page down goes on in the panel that was asked for, and page up goes back;
    what is typed then still goes to the editor.
    """
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await screen.do_about()
        await shows(pilot, "What it is")
        reading = screen.beside.query_one("#reading", Prose)
        assert reading.max_scroll_y > 0

        await pilot.press("pagedown")
        await until(pilot, lambda: reading.scroll_y > 0)
        await pilot.press("pageup")
        await until(pilot, lambda: reading.scroll_y == 0)
        await type_in(pilot, "a")

        assert typed(pilot) == "a"


async def test_a_wide_window_shows_earlier_answers_and_says_nothing_of_them(filled: Stage) -> None:
    """Beside the question they stand there; made narrow, the foot tells of them."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await shows(pilot, "What you wrote before")
        assert "Before ctrl+o" not in seen(pilot)

        await pilot.resize_terminal(*SMALL_WINDOW)

        await shows(pilot, "Before ctrl+o")


async def test_escape_closes_what_is_beside_before_it_leaves(filled: Stage) -> None:
    """The first escape puts away prompts, the second goes home."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await pilot.press("ctrl+f")
        await shows(pilot, "Some ways to go on", "What had you just said?")

        await pilot.press("escape")
        await until(pilot, lambda: "Some ways to go on" not in seen(pilot))
        assert isinstance(pilot.app.screen, Reflect)

        await pilot.press("escape")
        await shows(pilot, "Good to see you.")


@pytest.mark.parametrize("size", [SMALL_WINDOW, LARGE_WINDOW])
async def test_about_says_what_the_element_is(filled: Stage, size: tuple[int, int]) -> None:
    """What it is, why it matters, what it is not, what it lines up with, and who reviewed it."""
    async with filled.app().run_test(size=size) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await screen.do_about()
        await shows(pilot, "What it is")

        drawn = screen.query("#reading Static, #reading Point")
        said = " ".join(" ".join(str(one.render()) for one in drawn).split())

        for part in (
            "Painting a picture",
            "Why it matters",
            "What it is not",
            "Being the one peer who speaks for all of us.",
            "Sharing the vision",
            "Nobody with lived experience has reviewed this wording yet.",
        ):
            assert part in said


async def test_jump_goes_to_a_question(filled: Stage) -> None:
    """Every question is listed with what became of it; taking one goes there and keeps."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+n")
        await shows(pilot, SECOND)
        await screen.do_jump()
        await shows(pilot, "Go to a question", "you are here", "answered", "Who do you wish knew")

        await pilot.press("end", "enter")

        await shows(pilot, "Who do you wish knew what peers can do?", "○ ○ ○ ○ ○ ●")


async def test_pick_one_for_me(filled: Stage) -> None:
    """It goes to another question of the same element."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)

        await screen.do_pick()

        await until(pilot, lambda: FIRST not in " ".join(seen(pilot).split()))
        assert isinstance(pilot.app.screen, Reflect)


async def test_the_rating_is_chosen_in_words(filled: Stage) -> None:
    """The scale's own words are the choices, the last one is told, and what is taken is kept."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await to_the_rating(pilot)
        await shows(
            pilot,
            "We do this very little",
            "We do this all the time",
            "Last time, 14 February, you chose: We do this sometimes.",
        )

        await pilot.press("down", "down", "enter")

        await shows(pilot, "Where have I seen us live this?")
        await pilot.press("ctrl+q")
    newest = filled.open().journal.entries(kind="rating")[0].record
    assert isinstance(newest, Rating)
    assert (newest.value, newest.label) == (3, "We do this all the time")


def rated(stage: Stage) -> list[int]:
    """The values of every rating that is kept, newest first."""
    workspace = stage.open()
    found = [one.record for one in workspace.journal.entries(kind="rating")]
    workspace.lock()
    return [one.value for one in found if isinstance(one, Rating)]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["down", "down", "ctrl+n"], 3),
        (["3", "ctrl+n"], 3),
        (["2", "enter"], 2),
        (["9", "2", "1", "ctrl+n"], 1),
        (["down", "up", "ctrl+n"], 1),
    ],
)
async def test_a_marked_step_is_kept_by_going_on(
    filled: Stage, keys: list[str], value: int
) -> None:
    """Once the mark was moved, or set by its number, enter and Next both keep that step."""
    before = len(rated(filled))
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await to_the_rating(pilot)
        await shows(pilot, "Choose enter", "1 › We do this very little", "3 We do this all")

        await pilot.press(*keys)

        await shows(pilot, "Where have I seen us live this?")
        await pilot.press("ctrl+q")
    assert len(rated(filled)) == before + 1
    assert rated(filled)[0] == value


async def test_a_marked_step_is_kept_by_enough(filled: Stage) -> None:
    """Enough for today keeps the step that was marked, and then closes."""
    before = len(rated(filled))
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await to_the_rating(pilot)

        await pilot.press("2", "ctrl+t")

        await shows(pilot, "That is a whole reflection.", "Choose enter")
        await pilot.press("ctrl+q")
    assert (len(rated(filled)), rated(filled)[0]) == (before + 1, 2)


@pytest.mark.parametrize("keys", [["ctrl+n"], ["2", "ctrl+k"], ["8", "ctrl+n"]])
async def test_a_step_that_nobody_marked_is_not_kept(filled: Stage, keys: list[str]) -> None:
    """Next without a choice, Skip, and a number that no step has keep no rating."""
    before = rated(filled)
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await to_the_rating(pilot)

        await pilot.press(*keys)

        await shows(pilot, "Where have I seen us live this?")
        await until(pilot, lambda: "Choose enter" not in seen(pilot))
        await pilot.press("ctrl+q")
    assert rated(filled) == before


async def test_enough_after_a_rating_works_at_the_next_stop(filled: Stage) -> None:
    """What was marked at a rating is no longer marked once it is kept."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await to_the_rating(pilot)
        await pilot.press("2", "ctrl+n")
        await shows(pilot, "Where have I seen us live this?")

        await pilot.press("ctrl+t")

        await shows(pilot, "That is a whole reflection.")


async def test_going_back_to_a_rating_shows_what_was_chosen(filled: Stage) -> None:
    """The value kept here is marked in words, and the cursor stands on it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await to_the_rating(pilot)
        await pilot.press("down", "enter")
        await shows(pilot, "Where have I seen us live this?")

        await pilot.press("ctrl+r")

        await shows(pilot, "› We do this sometimes", "chosen")
        assert screen.stops.cursor == 1


async def test_every_stop_after_the_rating_has_its_question(filled: Stage) -> None:
    """Living it, my words, from a conversation, one next step, and then the closing."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await to_the_rating(pilot)
        for heading, ask in (
            ("Living it", "Where have I seen us live this?"),
            ("My words", "How would you say this at work?"),
            ("From a conversation", "Is there anything from a coaching conversation"),
            ("One next step", "What is one next step, as small as you like?"),
        ):
            await pilot.press("ctrl+n")
            await shows(pilot, heading, ask)

        await pilot.press("ctrl+n")

        await shows(pilot, "That is a whole reflection.", "Close, and go home")


async def test_enough_for_today_makes_a_whole_reflection(filled: Stage) -> None:
    """It keeps what was written and closes; nothing waits to be continued afterwards."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, ANSWER)
        await pilot.press("ctrl+t")
        await shows(pilot, "That is a whole reflection.")
        assert "Skip" not in seen(pilot)

        await pilot.press("enter")

        await shows(pilot, "Good to see you.")
        await pilot.press("ctrl+q")
    workspace = filled.open()
    assert [one.title for one in workspace.unfinished()] == ["Looking after each other"]
    newest = workspace.journal.entries()[0].record
    assert isinstance(newest, Entry)
    assert newest.text == ANSWER


async def test_the_closing_can_lock_or_go_back(filled: Stage) -> None:
    """From the closing one can go back to the stop before, or lock."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await pilot.press("ctrl+t")
        await shows(pilot, "Go back to the question before")
        await pilot.press("down", "enter")
        await shows(pilot, "What is one next step")
        await pilot.press("ctrl+t")
        await shows(pilot, "Close, and lock my notebook")

        await pilot.press("end", "enter")

        await shows(pilot, "Locked. No one else can read this.", "Your passphrase")


async def test_home_and_back_to_the_same_character(filled: Stage) -> None:
    """Leaving in the middle of a word and coming back finds text and cursor as they were."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await type_in(pilot, "The commissioner, on Tues")
        await pilot.press(*["left"] * 7)
        await pilot.press("escape")
        await shows(pilot, "Sharing the movement", "question 1 of 6", "today")

        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Reflect))
        await shows(pilot, "The commissioner, on Tues")

        screen = pilot.app.screen
        assert isinstance(screen, Reflect)
        assert screen.editor.cursor_index == len("The commissioner, on Tues") - 7


async def test_one_that_was_only_looked_at_leaves_nothing(filled: Stage) -> None:
    """Opening an element and going home again adds nothing to continue."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await pilot.press("escape")
        await shows(pilot, "Good to see you.")
        await pilot.press("ctrl+q")

    assert len(filled.open().unfinished()) == 1


async def test_support_over_a_reflection_keeps_it(filled: Stage) -> None:
    """Going to support and back leaves text, cursor and focus where they were."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)

        await pilot.press("ctrl+g")
        await shows(pilot, "People to call")
        await pilot.press("escape")

        await shows(pilot, ANSWER)
        assert pilot.app.screen.focused is screen.editor


async def test_marks_in_a_note_are_shown_as_they_are(filled: Stage) -> None:
    """Brackets are not read as markup, and right-to-left text stands as it was written."""
    text = "[bold]not bold[/] and [@click=quit]no link[/], שלום"
    workspace = filled.open()
    conversation = workspace.begin(SHARING)
    conversation.next(text)
    conversation.enough()
    workspace.lock()

    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await begin(pilot)

        await shows(pilot, "[bold]not bold[/]", "[@click=quit]no link[/]", "שלום")


async def test_a_large_window_made_small_keeps_what_is_written(filled: Stage) -> None:
    """Resizing moves things about and touches neither text nor focus."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        await type_in(pilot, ANSWER)

        for size in ((80, 24), (60, 20), (200, 60), (120, 40)):
            await pilot.resize_terminal(*size)
            await shows(pilot, ANSWER)

        assert pilot.app.screen.focused is screen.editor
        assert isinstance(screen.focused, TextArea)
        assert not screen.stops.display
        assert isinstance(screen.stops, Choices)


async def test_a_small_window_made_large_brings_earlier_answers(filled: Stage) -> None:
    """What was written before comes to the side as soon as there is room, and focus stays."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)

        await pilot.resize_terminal(*LARGE_WINDOW)

        await shows(pilot, "What you wrote before", EARLIER)
        assert pilot.app.screen.focused is screen.editor
