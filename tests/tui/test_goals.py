"""Goals in the full interface: made, checked in with, changed, closed, deleted, by the keyboard."""

import msgspec
import pytest
from textual.pilot import Pilot

from peercoach.errors import DiskFull
from peercoach.goals.writing import Writing
from peercoach.journal.records import Goal, GoalStep
from peercoach.settings import Settings
from peercoach.tui.app import PeercoachApp
from peercoach.tui.messages import Go
from peercoach.tui.screens.goal import OneGoal
from peercoach.tui.screens.goal_walk import GoalWalk
from peercoach.tui.screens.goals import GoalList
from peercoach.tui.screens.note import Note
from peercoach.tui.screens.reflect import Reflect
from tests.tui import goal_plays
from tests.tui.goal_plays import WISH, workspace_of
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


def at(pilot: Pilot[None], screen: type[object]) -> bool:
    return isinstance(pilot.app.screen, screen)


async def choose(pilot: Pilot[None], text: str) -> None:
    """Go down to the row that says this, and take it."""
    screen = pilot.app.screen
    choices = getattr(screen, "choices", None) or getattr(screen, "stops", None)
    assert choices is not None
    await pilot.press("home")
    while text not in choices.row.text:
        before = choices.cursor
        await pilot.press("down")
        assert choices.cursor != before, (text, seen(pilot))
    await pilot.press("enter")


async def open_goal(pilot: Pilot[None]) -> OneGoal:
    await goal_plays.goal(pilot)
    await until(pilot, lambda: at(pilot, OneGoal))
    screen = pilot.app.screen
    assert isinstance(screen, OneGoal)
    return screen


def id_of(screen: OneGoal) -> int:
    assert screen.note is not None
    return screen.note.id


# --- making one ----------------------------------------------------------------------------------


async def test_a_goal_is_made_question_by_question(filled: Stage) -> None:
    """From Home by its key, each answer under its own question, to the goal itself."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await goal_plays.none(pilot)
        await pilot.press("n")
        await shows(pilot, "What do you wish for?")
        await type_in(pilot, "Band 6 by spring")
        await pilot.press("ctrl+n")
        await shows(pilot, "What is it for?")
        await pilot.press("2")
        await pilot.press("ctrl+n")
        await shows(pilot, "Why does it matter to you?")
        await pilot.press("ctrl+k")
        await shows(pilot, "How far ahead is it?")
        await type_in(pilot, "by spring")

        await pilot.press("ctrl+t")

        await until(pilot, lambda: at(pilot, OneGoal))
        await shows(pilot, "Band 6 by spring", "What I want for my community", "by spring")
        (goal,) = workspace_of(pilot).goals.open()
        assert goal.goal == Goal(area="community", horizon="by spring")
        await pilot.press("escape")
        await until(pilot, lambda: at(pilot, GoalList))


async def test_half_a_goal_waits_at_the_same_character(filled: Stage) -> None:
    """Left by the way back, and after a crash, it is gone on with where it was."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await goal_plays.wish(pilot)
        await type_in(pilot, "Tea")
        await pilot.press("ctrl+n", "ctrl+n")
        await shows(pilot, "Why does it matter to you?")
        await type_in(pilot, "becaus")
        await pilot.press("left", "left", "escape")
        await until(pilot, lambda: at(pilot, GoalList))
        await shows(pilot, "Go on writing", "Tea")
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("g")
        await shows(pilot, "Go on writing")

        await choose(pilot, "Tea")

        await until(pilot, lambda: at(pilot, GoalWalk) and typed(pilot) == "becaus")
        screen = pilot.app.screen
        assert isinstance(screen, GoalWalk) and screen.editor.cursor_index == 4


async def test_what_is_typed_is_saved_within_a_second_and_said(filled: Stage) -> None:
    """While one types, without a key for it."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await goal_plays.wish(pilot)
        await type_in(pilot, "Tea")

        await shows(pilot, "saved 14:02")

        assert [one.text for one in workspace_of(pilot).goals.waiting()] == ["Tea"]


async def test_a_goal_that_nobody_wrote_leaves_nothing(filled: Stage) -> None:
    """Going back at once, and enough of nothing, both lead back to an unchanged list."""
    async with filled.app().run_test(size=SMALL_WINDOW, notifications=True) as pilot:
        await goal_plays.none(pilot)
        for way in ("escape", "ctrl+t"):
            await pilot.press("n")
            await until(pilot, lambda: at(pilot, GoalWalk))
            await pilot.press(way)
            await until(pilot, lambda: at(pilot, GoalList))

        await shows(pilot, "so there is no goal")
        assert workspace_of(pilot).journal.drafts.documents().keys() == {
            str(one.reflection) for one in workspace_of(pilot).unfinished()
        }


async def test_locked_in_the_middle_all_of_it_is_there_afterwards(filled: Stage) -> None:
    """The lock saves what is typed first, and no word of it is left in the room."""
    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await goal_plays.wish(pilot)
        await type_in(pilot, "Tea for all")
        screen = pilot.app.screen
        assert isinstance(screen, GoalWalk)

        await pilot.press("ctrl+l")

        await shows(pilot, "Saved 14:02. Locked. No one else can read this.")
        assert screen.editor.text == "" and "Tea" not in repr(vars(screen._writing))
    workspace = filled.open()
    assert [one.text for one in workspace.goals.waiting()] == ["Tea for all"]
    workspace.lock()


async def test_where_it_cannot_be_kept_one_stays_and_hears_why(
    filled: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a full disk nothing moves and nothing typed goes."""

    def full(*_: object) -> None:
        raise DiskFull(path=filled.vault)

    async with filled.app().run_test(size=SMALL_WINDOW) as pilot:
        await goal_plays.wish(pilot)
        await type_in(pilot, "Tea")
        for name in ("next", "draft", "leave"):
            monkeypatch.setattr(Writing, name, full)

        await pilot.press("ctrl+n", "escape")

        await shows(pilot, "There is no room left on the disk", "Tea")
        assert at(pilot, GoalWalk)
        monkeypatch.undo()


# --- one goal ------------------------------------------------------------------------------------


async def test_a_check_in_with_how_it_stands(filled: Stage) -> None:
    """A line, then a place on the scale by its digit; the picture and the history have it."""
    async with filled.app().run_test(size=(120, 60)) as pilot:
        await open_goal(pilot)
        await pilot.press("c")
        await shows(pilot, "How is it going with this?")
        await type_in(pilot, "Someone else led it.")
        await pilot.press("ctrl+n")
        await shows(pilot, "How does it stand?", "I lead two, and someone else leads one")
        await pilot.press("2", "enter")
        await shows(pilot, "When shall we look at it again?")
        await type_in(pilot, "in 3 months")
        await pilot.press("ctrl+n")

        await until(pilot, lambda: at(pilot, OneGoal))
        await shows(pilot, "Someone else led it.", "14 June 2026", "From 20 December 2025 to today")
        (goal,) = [one for one in workspace_of(pilot).goals.open() if one.wish == WISH]
        assert goal.stands is not None and goal.stands.check.stands == 1
        assert not goal.asked_again(goal.checks[-1].when.local().date())


async def test_a_step_is_added_done_reworded_and_deleted(filled: Stage) -> None:
    """Each from the step's own row; one that is added may have a day."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        screen = await open_goal(pilot)
        await pilot.press("s")
        await shows(pilot, "What is the step?")
        await type_in(pilot, "Ring Joy")
        await pilot.press("ctrl+n")
        await shows(pilot, "Is there a day for it?")
        await type_in(pilot, "tomorrow")
        await pilot.press("ctrl+n")
        await until(pilot, lambda: at(pilot, OneGoal))
        await shows(pilot, "Ring Joy", "for 15 March")

        await choose(pilot, "Ring Joy")
        await shows(pilot, "What about this step?")
        await choose(pilot, "It is done")
        await until(pilot, lambda: at(pilot, OneGoal))
        await until(pilot, lambda: any(row.asides == ("done",) and row.text == "Ring Joy"
                                       for row in screen.choices.rows))  # fmt: skip
        await choose(pilot, "Ring Joy")
        await shows(pilot, "What about this step?")
        await choose(pilot, "Change its words")
        await until(pilot, lambda: at(pilot, GoalWalk) and typed(pilot) == "Ring Joy")
        await type_in(pilot, " again")
        await pilot.press("ctrl+n")
        await until(pilot, lambda: at(pilot, OneGoal))
        await shows(pilot, "Ring Joy again")

        goal = workspace_of(pilot).goals.get(id_of(screen))
        step = next(one for one in goal.steps if one.text == "Ring Joy again")
        assert step.step == GoalStep(goal=goal.id, day="2026-03-15", step_state="done")
        await choose(pilot, "Ring Joy again")
        await shows(pilot, "What about this step?")
        await choose(pilot, "Delete it")
        await shows(pilot, "The step is deleted.")
        await until(pilot, lambda: not any("again" in row.text for row in screen.choices.rows))


async def test_every_part_is_changed_from_its_own_row(filled: Stage) -> None:
    """Enter on it opens its words; what is no day stays typed, with a sentence."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await open_goal(pilot)
        await choose(pilot, "I say yes to too much.")
        await until(pilot, lambda: at(pilot, GoalWalk))
        assert typed(pilot) == "I say yes to too much."
        await pilot.press("ctrl+a", *"Far ", "ctrl+n")
        await until(pilot, lambda: at(pilot, OneGoal))
        await pilot.press("e")
        await shows(pilot, "What would you like to change?", "nothing yet")
        await choose(pilot, "1 March 2026")
        await shows(pilot, "When shall we look at it again?")
        await pilot.press("end", *"?", "ctrl+n")
        await shows(pilot, "I can't read a day in that.")
        assert typed(pilot) == "1 March 2026?"
        await pilot.press("ctrl+u", *"1 May", "ctrl+n")

        await until(pilot, lambda: at(pilot, OneGoal))

        goal = workspace_of(pilot).goals.get(id_of(screen))
        assert goal.goal.inner == "Far I say yes to too much."
        assert goal.goal.look == "2026-05-01"
        await pilot.press("v")
        await shows(pilot, "How this note was", "Look at it again: 1 May 2026")


async def test_what_it_draws_on_is_chosen_in_a_list(filled: Stage) -> None:
    """Taking a row chooses its element, taking it again takes it away, and it is kept at once."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        screen = await open_goal(pilot)
        await choose(pilot, "Sharing the movement")
        await shows(pilot, "What does it draw on?")
        await choose(pilot, "Growing the peer team")
        await choose(pilot, "Sharing the movement")
        await pilot.press("escape")

        await until(pilot, lambda: at(pilot, OneGoal))

        await until(pilot, lambda: "Growing the peer team" in {r.text for r in screen.choices.rows})
        elements = workspace_of(pilot).goals.get(id_of(screen)).goal.elements
        assert list(elements.values()) == ["Growing the peer team"]


async def test_a_goal_is_closed_well_and_opened_again(filled: Stage) -> None:
    """A way of ending and a sentence; the list has it below, and it can be opened again."""
    async with filled.app().run_test(size=(120, 60)) as pilot:
        screen = await open_goal(pilot)
        await pilot.press("x")
        await shows(pilot, "How does it end?")
        await choose(pilot, "I let it go")
        await shows(pilot, "What do you let go of, and what stays?")
        await type_in(pilot, "The title. The team stays.")
        await pilot.press("ctrl+n")
        await until(pilot, lambda: at(pilot, OneGoal))
        await shows(pilot, "Closed today: let go.", "The title. The team stays.", "Open again")
        assert "Check in c" not in seen(pilot)

        await pilot.press("escape")
        await until(pilot, lambda: at(pilot, GoalList))
        await shows(pilot, "let go · The title. The team stays.")
        await choose(pilot, WISH)
        await until(pilot, lambda: at(pilot, OneGoal))
        await pilot.press("o")

        await shows(pilot, "Check in c")
        assert workspace_of(pilot).goals.get(id_of(screen)).open


async def test_a_goal_that_changed_leads_to_what_it_became(filled: Stage) -> None:
    """The new wish is a goal of its own, and each row leads to the other."""
    async with filled.app().run_test(size=(120, 60)) as pilot:
        await open_goal(pilot)
        await pilot.press("x", "2", "enter")
        await shows(pilot, "What changed?")
        await pilot.press("ctrl+k")
        await shows(pilot, "What is it now?")
        await type_in(pilot, "Teach what I know")
        await pilot.press("ctrl+n")
        await shows(pilot, "It became: “Teach what I know”")

        await choose(pilot, "It became")

        await shows(pilot, "Teach what I know", "Where it began", f"“{WISH}”")


async def test_a_goal_is_deleted_with_all_that_is_its_own(filled: Stage) -> None:
    """For thirty days it can be brought back; the list says nothing of it meanwhile."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        screen = await open_goal(pilot)
        id = id_of(screen)
        await pilot.press("d")
        await shows(pilot, "Delete this note?", WISH)
        await pilot.press("up", "up", "enter")

        await until(pilot, lambda: at(pilot, GoalList))

        await shows(pilot, "Deleted. You can bring it back for 30 days.")
        await until(pilot, lambda: WISH not in seen(pilot).replace("Deleted", ""))
        workspace = workspace_of(pilot)
        assert workspace.journal.entries(kind="check-in") == []
        workspace.journal.undelete(id)
        assert len(workspace.goals.get(id).checks) == 3


# --- where goals come from -----------------------------------------------------------------------


async def test_a_goal_begins_from_a_note_and_both_say_so(filled: Stage) -> None:
    """The note's words are there to begin with; afterwards the note names the goal."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await goal_plays.from_note(pilot)
        assert typed(pilot) == "Ring the commissioner again"
        await pilot.press("end", *" in May", "ctrl+t")
        await until(pilot, lambda: at(pilot, Note))

        await shows(pilot, "A goal began here: “Ring the commissioner again in May”")

        (goal,) = workspace_of(pilot).goals.open()
        pilot.app.screen.post_message(Go("note", goal.id, over=True))
        await until(pilot, lambda: at(pilot, OneGoal))
        await choose(pilot, "It began with what you wrote today")
        await until(pilot, lambda: at(pilot, Note))


async def test_at_the_closing_of_a_reflection(filled: Stage) -> None:
    """Of what was written it is asked which, next steps first; then one is back at the closing."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        screen = await begin(pilot)
        assert isinstance(screen, Reflect)
        screen.editor.insert("Her face changed.")
        await pilot.press("ctrl+n")
        for stop in screen.conversation.reflection.stops:
            if stop.kind == "step":
                await pilot.app._writer.do(screen.conversation.jump, stop.key)  # type: ignore[attr-defined]
        await screen._arrive()
        screen.editor.insert("Ask her to tell it herself")
        await pilot.press("ctrl+n")
        await shows(pilot, "Make a goal of something here")

        screen.stops.focus()
        await pilot.press("home", "down", "down", "enter")
        await shows(pilot, "Which of these shall become a goal?")
        await pilot.press("enter")
        await until(pilot, lambda: at(pilot, GoalWalk))
        await until(pilot, lambda: typed(pilot) == "Ask her to tell it herself")
        await pilot.press("ctrl+t")

        await until(pilot, lambda: at(pilot, Reflect))
        (goal,) = workspace_of(pilot).goals.open()
        assert goal.wish == "Ask her to tell it herself"
        assert list(goal.goal.elements.values()) == ["Sharing the movement"]


async def test_where_nothing_is_kept_no_goal_is_made(filled: Stage) -> None:
    """A reflection without a word, and a rating, say that there is nothing to make one of."""
    async with filled.app().run_test(size=LARGE_WINDOW, notifications=True) as pilot:
        await unlock(pilot)
        await begin(pilot)
        await pilot.app.action_act("make_goal")  # type: ignore[attr-defined]
        await shows(pilot, "There is nothing here yet to make a goal of.")

        rating = workspace_of(pilot).journal.entries(kind="rating")[0]
        pilot.app.screen.post_message(Go("note", rating.id, over=True))
        await until(pilot, lambda: at(pilot, Note))
        await pilot.press("g")

        await shows(pilot, "There is nothing here yet to make a goal of.")


# --- the list ------------------------------------------------------------------------------------


async def test_the_figure_is_hidden_until_it_is_wanted(filled: Stage) -> None:
    """By default no figure is shown; where a setting says so it is, with what it means."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await goal_plays.goals(pilot)
        assert "50" not in seen(pilot)
    app = filled.app()
    assert isinstance(app, PeercoachApp)
    app._settings = msgspec.structs.replace(Settings(), goal_figure=True)
    async with app.run_test(size=LARGE_WINDOW) as pilot:
        await unlock(pilot)
        await pilot.press("g")

        await shows(pilot, "50 for all open goals together.", "50 means: as hoped.")


async def test_a_goal_asked_for_again_is_said_quietly(filled: Stage) -> None:
    """Beside its wish, in no other colour and with no word of lateness."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await goal_plays.goals(pilot)

        drawn = seen(pilot)

        (line,) = [line for line in drawn.split("\n") if WISH in line]
        assert "to look at again" in line
        assert not {"overdue", "late", "%"} & {*drawn.lower().split()}


async def test_among_notes_they_are_found_and_opened(filled: Stage) -> None:
    """Look back lists goals, steps and check-ins by their kinds, and a check-in names its goal."""
    async with filled.app().run_test(size=LARGE_WINDOW) as pilot:
        await goal_plays.goals(pilot)
        pilot.app.screen.post_message(Go("notes", "", "check-in"))
        await shows(pilot, "Only: Check-ins", "I sat at the back.")
        await pilot.press("enter")

        await shows(pilot, f"It belongs to the goal: “{WISH}”", "I lead one meeting a month")

        found = workspace_of(pilot).journal.search("Joy")
        assert [one.record.kind for one in found] == ["goal-step"]
