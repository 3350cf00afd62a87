"""Goals in a notebook: listed, looked at again, closed well, deleted with all that is theirs."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from peercoach.errors import (
    GoalClosed,
    NoSuchElement,
    NoSuchGoal,
    NoSuchNote,
    NotADay,
    UsedWrongly,
)
from peercoach.journal.documents import NewerNote
from peercoach.journal.records import CheckIn, Entry, Goal, GoalStep
from peercoach.vault.vault import Vault
from peercoach.workspace import Workspace
from tests.journal.making import DAY, PASSPHRASE, Ticking, entry, framework, fresh, library, texts
from tests.journal.making import workspace as made

WISH = "Band 6 by spring"
SECRET = "What nobody should read."
TODAY = date(2026, 3, 14)


def wishes(notebook: Workspace) -> tuple[list[str], list[str]]:
    goals = notebook.goals
    return [one.wish for one in goals.open()], [one.wish for one in goals.closed()]


def full(notebook: Workspace, clock: Ticking) -> int:
    """A goal with a step and two check-ins, each a day later."""
    id = notebook.goals.add(WISH, area="career", horizon="by spring")
    for number, stands in enumerate((-1, 0)):
        clock.now += DAY
        notebook.goals.add_check_in(id, f"Look {number}.", stands)
    notebook.goals.add_step(id, "Ring Joy", TODAY + timedelta(days=3))
    return id


# --- listing -------------------------------------------------------------------------------------


def test_a_goal_with_all_that_is_its_own(notebook: Workspace, clock: Ticking) -> None:
    """It comes with its steps and check-ins, oldest first, and not with another goal's."""
    id = full(notebook, clock)
    other = notebook.goals.add("Nobody waits alone", area="community")
    notebook.goals.add_step(other, "Ask the ward")

    goal = notebook.goals.get(id)

    assert (goal.wish, goal.goal) == (WISH, Goal(area="career", horizon="by spring"))
    assert [(one.text, one.check.stands) for one in goal.checks] == [
        ("Look 0.", -1),
        ("Look 1.", 0),
    ]
    assert [(one.text, one.day) for one in goal.steps] == [("Ring Joy", date(2026, 3, 17))]
    assert goal.stands is not None and goal.stands.text == "Look 1."
    assert wishes(notebook) == (["Nobody waits alone", WISH], [])


def test_the_next_step_is_the_one_whose_day_comes_first(notebook: Workspace) -> None:
    """Steps with a day go before those without; done and put aside are not next."""
    id = notebook.goals.add(WISH)
    later = notebook.goals.add_step(id, "Later", date(2026, 5, 1))
    sooner = notebook.goals.add_step(id, "Sooner", date(2026, 4, 1))
    undated = notebook.goals.add_step(id, "Some day")

    def next_of() -> int:
        step = notebook.goals.get(id).next_step
        return step.id if step else 0

    assert next_of() == sooner
    notebook.goals.set_step(id, sooner, "done")
    assert next_of() == later
    notebook.goals.set_step(id, later, "aside")
    assert next_of() == undated
    notebook.goals.set_step(id, undated, "done")
    assert next_of() == 0
    notebook.goals.set_step(id, later, "")
    assert next_of() == later


def test_a_step_is_reworded_and_keeps_its_state(notebook: Workspace) -> None:
    """Its words and its day change one by one."""
    id = notebook.goals.add(WISH)
    step = notebook.goals.add_step(id, "Ring Joy")
    notebook.goals.set_step(id, step, "done")

    notebook.goals.step(id, step, "next").next("Write to Joy")
    notebook.goals.step(id, step, "day").next("in a week")

    (line,) = notebook.goals.get(id).steps
    assert (line.id, line.text) == (step, "Write to Joy")
    assert line.step == GoalStep(goal=id, day="2026-03-21", step_state="done")


@pytest.mark.parametrize(
    ("look", "looked", "asked"),
    [
        ("", None, False),
        ("2026-03-15", None, False),
        ("2026-03-14", None, True),
        ("2025-01-01", None, True),
        ("2026-03-10", -5, True),
        ("2026-03-10", -4, False),
        ("2026-03-10", 0, False),
        ("no day at all", None, False),
        ("2026-02-30", None, False),
    ],
)
def test_which_goals_one_wanted_to_look_at_again(
    notebook: Workspace, clock: Ticking, look: str, looked: int | None, asked: bool
) -> None:
    """From its day on, until someone looked on that day or later."""
    more = Goal(look=look)
    id = notebook.journal.add(Entry(kind="goal", text=WISH, more=more)).id
    if looked is not None:
        clock.now += looked * DAY
        notebook.goals.add_check_in(id, "Looked.")

    assert [one.id for one in notebook.goals.asked_again(TODAY)] == ([id] if asked else [])


def test_a_closed_goal_is_not_asked_for_again(notebook: Workspace) -> None:
    """However long ago its day was."""
    id = notebook.journal.add(Entry(kind="goal", text=WISH, more=Goal(look="2026-01-01"))).id

    notebook.goals.close_as(id, "let-go")

    assert notebook.goals.asked_again(TODAY) == []


def test_the_day_is_the_one_on_the_wall_there(tmp_path: Path) -> None:
    """A check-in just after midnight, thirteen hours east, counts for the day that began there."""
    clock = Ticking(1_773_446_400_000 - 3_600_000, step=0, offset=13 * 60)  # 13 March, 23:00 UTC
    notebook = made(tmp_path, clock=clock)
    id = notebook.journal.add(Entry(kind="goal", text=WISH, more=Goal(look="2026-03-14"))).id
    assert notebook.goals.asked_again(TODAY)

    notebook.goals.add_check_in(id, "Here it is the 14th.")

    assert notebook.goals.asked_again(TODAY) == []
    notebook.close()


def test_the_figure_is_of_open_goals_that_say_how_they_stand(notebook: Workspace) -> None:
    """The newest check-in that says so counts; closed goals and silent ones don't."""
    goals = notebook.goals
    assert goals.figure() is None
    first, second = goals.add("One"), goals.add("Two")
    goals.add("Silent")
    goals.add_check_in(first, "Low.", -2)
    goals.add_check_in(first, "Up.", 1)
    goals.add_check_in(first, "Only a line.")
    goals.add_check_in(second, "Up.", 1)

    assert goals.figure() == pytest.approx(62.40, abs=0.005)
    goals.close_as(second, "reached")
    assert goals.figure() == pytest.approx(60.0)


# --- beginning somewhere, ending somewhere -------------------------------------------------------


def test_a_goal_begins_from_an_answer(notebook: Workspace) -> None:
    """It knows the note, draws on what that was about, and the note knows the goal."""
    note = notebook.journal.add(entry("Ring the commissioner again", kind="step"))

    writing = notebook.goals.make(note.id)
    assert writing.text == "Ring the commissioner again"
    writing.enough("Have the commissioner with us")

    (goal,) = notebook.goals.began_at(note.id)
    assert goal.goal.elements == {"walking/hills": "Hills"}
    origin = notebook.goals.origin(goal)
    assert origin is not None and origin.id == note.id
    assert texts([notebook.journal.get(note.id)]) == ["Ring the commissioner again"]


def test_a_long_answer_is_no_wish(notebook: Workspace) -> None:
    """It is shown, and the wish begins empty."""
    long, lines = "word " * 60, "One.\nTwo."
    for text in (long, lines):
        note = notebook.journal.add(entry(text))
        assert notebook.goals.make(note.id).text == ""


def test_where_it_began_can_go(notebook: Workspace) -> None:
    """The goal stays when its note is deleted; from no note at all none begins."""
    note = notebook.journal.add(entry("Ring again", kind="step"))
    notebook.goals.make(note.id).enough(WISH)
    notebook.journal.shred(note.id)

    (goal,) = notebook.goals.open()

    assert notebook.goals.origin(goal) is None
    with pytest.raises(NoSuchNote):
        notebook.goals.make(note.id)


def test_closed_well_and_opened_again(notebook: Workspace, clock: Ticking) -> None:
    """Its sentence and its moment are kept; opened again it takes check-ins as before."""
    id = notebook.goals.add(WISH)
    clock.now += DAY
    notebook.goals.close_as(id, "reached", "I start in May.")
    goal = notebook.goals.get(id)
    assert (goal.goal.goal_state, goal.goal.closing) == ("reached", "I start in May.")
    assert goal.closed is not None and goal.closed.local().date() == date(2026, 3, 15)
    for refused in (
        lambda: notebook.goals.check_in(id),
        lambda: notebook.goals.add_check_in(id, "More."),
        lambda: notebook.goals.add_step(id, "More."),
        lambda: notebook.goals.close(id),
        lambda: notebook.goals.close_as(id, "let-go"),
    ):
        with pytest.raises(GoalClosed):
            refused()

    notebook.goals.reopen(id)

    assert notebook.goals.get(id).open and notebook.goals.get(id).closed is None
    notebook.goals.add_check_in(id, "On again.")
    assert len(notebook.journal.versions(id)) == 3


def test_a_goal_that_changed_leads_to_the_one_it_became(notebook: Workspace) -> None:
    """Both know each other, in one commit."""
    id = notebook.goals.add(WISH, area="career")
    writing = notebook.goals.close(id)
    for answer in ("changed", "I would rather teach.", "Teach what I know"):
        writing.next(answer)

    (new,) = notebook.goals.open()
    (old,) = notebook.goals.closed()

    became, began = notebook.goals.became(old), notebook.goals.origin(new)
    assert became is not None and became.id == new.id
    assert began is not None and began.id == old.id


def test_what_a_goal_draws_on(notebook: Workspace) -> None:
    """Elements are chosen and taken away; what is nowhere, or asks for care, is refused."""
    id = notebook.goals.add(WISH, elements=["walking/hills"])
    notebook.goals.draw_on(id, "walking/shores")
    assert notebook.goals.get(id).goal.elements == {
        "walking/hills": "Hills",
        "walking/shores": "Shores",
    }
    notebook.goals.draw_on(id, "walking/hills")
    assert notebook.goals.get(id).goal.elements == {"walking/shores": "Shores"}

    notebook.library = library(framework("heavy", care=True))
    notebook.goals.draw_on(id, "walking/shores")

    assert notebook.goals.get(id).goal.elements == {}
    with pytest.raises(NoSuchElement):
        notebook.goals.draw_on(id, "heavy/nowhere")
    with pytest.raises(UsedWrongly):
        notebook.goals.draw_on(id, "heavy/hills")
    with pytest.raises(UsedWrongly):
        notebook.goals.add("Other", elements=["heavy/hills"])


def test_what_is_no_goal(notebook: Workspace) -> None:
    """A note, an id of nothing, a step of another goal: each is refused in a sentence."""
    note = notebook.journal.add(entry("A note.")).id
    id, other = notebook.goals.add(WISH), notebook.goals.add("Other")
    step = notebook.goals.add_step(other, "Ring Joy")

    for bad in (note, step, 12345, 0, -1):
        with pytest.raises(NoSuchGoal) as refused:
            notebook.goals.get(bad)
        assert "no goal with that id" in str(refused.value)
    with pytest.raises(NoSuchGoal):
        notebook.goals.set_step(id, step, "done")
    with pytest.raises(NotADay):
        notebook.goals.edit(id, "look").next("never")


def test_a_goal_of_a_newer_peercoach_is_left_alone(notebook: Workspace, tmp_path: Path) -> None:
    """It is in no list and is neither changed nor taken for none."""
    id = notebook.goals.add(WISH)
    notebook.lock()
    vault = Vault.open(fresh(tmp_path), PASSPHRASE)
    document = vault.private.get(id) or {}
    vault.private.commit({id: {**document, "goal_state": "dreamt"}})
    vault.lock()

    again = Workspace.open(fresh(tmp_path), PASSPHRASE, library=library())

    assert again.goals.open() == []
    with pytest.raises(NewerNote):
        again.goals.get(id)
    again.lock()


# --- deleting ------------------------------------------------------------------------------------


def test_a_deleted_goal_takes_what_is_its_own_and_brings_it_back(
    notebook: Workspace, clock: Ticking
) -> None:
    """Steps and check-ins go with it, are listed nowhere by themselves, and come back with it."""
    id = full(notebook, clock)
    before = texts(notebook.journal.entries())
    other = notebook.goals.add("Other")
    notebook.goals.add_check_in(other, "Stays.")

    notebook.journal.delete(id)

    assert texts(notebook.journal.entries()) == ["Stays.", "Other"]
    assert notebook.journal.search("look") == []
    assert [one.note.id for one in notebook.journal.deleted()] == [id]
    notebook.journal.undelete(id)
    assert set(texts(notebook.journal.entries())) == {*before, "Stays.", "Other"}
    assert len(notebook.goals.get(id).checks) == 2


def test_what_was_deleted_before_it_stays_deleted(notebook: Workspace, clock: Ticking) -> None:
    """A check-in that was deleted by itself does not come back with its goal, but by itself."""
    id = full(notebook, clock)
    check = notebook.goals.get(id).checks[0].id
    notebook.journal.delete(check)
    clock.now += DAY
    notebook.journal.delete(id)
    assert [one.note.id for one in notebook.journal.deleted()] == [id, check]

    notebook.journal.undelete(id)

    assert [one.text for one in notebook.goals.get(id).checks] == ["Look 1."]
    notebook.journal.undelete(check)
    assert [one.text for one in notebook.goals.get(id).checks] == ["Look 0.", "Look 1."]


@pytest.mark.parametrize("deleted_before", [False, True])
def test_for_good_takes_all_of_it(
    notebook: Workspace, tmp_path: Path, clock: Ticking, deleted_before: bool
) -> None:
    """No word of the goal, its steps, its check-ins or its drafts is left to be read."""
    id = notebook.goals.add(SECRET)
    notebook.goals.add_step(id, SECRET)
    notebook.goals.add_check_in(id, SECRET, 1)
    notebook.journal.delete(notebook.goals.get(id).checks[0].id)
    notebook.goals.check_in(id).leave(SECRET, 3)
    clock.now += DAY
    if deleted_before:
        notebook.journal.delete(id)

    notebook.journal.shred(id)

    assert notebook.journal.deleted() == []
    held = [one for _, all in notebook.journal.everything() for one in all]
    assert len(held) == 3
    assert not any(SECRET in str(one) for one in [*held, *notebook.journal.drafts.documents()])


def test_after_thirty_days_all_of_it_is_gone(notebook: Workspace, clock: Ticking) -> None:
    """What went together goes for good together."""
    id = full(notebook, clock)
    notebook.journal.delete(id)
    clock.now += 31 * DAY

    assert notebook.journal.tidy() == 4
    with pytest.raises(NoSuchNote):
        notebook.journal.undelete(id)


# --- as notes ------------------------------------------------------------------------------------


def test_goals_are_found_by_every_word_in_them(notebook: Workspace) -> None:
    """The wish, the reasons, what may get in the way, the five ways of standing, the ending."""
    writing = notebook.goals.make()
    said = ["alpha", "", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "", "hotel"]
    for answer in (*said, "india", "juliet", "kilo"):
        writing.next(answer)
    writing.enough("lima")
    notebook.goals.close_as(writing.about, "reached", "mike")

    for word in [
        "alpha",
        "bravo",
        "charlie",
        "delta",
        "echo",
        "foxtrot",
        "golf",
        "hotel",
        "india",
        "juliet",
        "kilo",
        "mike",
    ]:
        assert [one.id for one in notebook.journal.search(word)] == [writing.about], word


def test_each_kind_is_listed_as_its_own(notebook: Workspace, clock: Ticking) -> None:
    """Goals, steps and check-ins are kinds of notes."""
    full(notebook, clock)

    journal = notebook.journal

    assert texts(journal.entries(kind="goal")) == [WISH]
    assert texts(journal.entries(kind="goal-step")) == ["Ring Joy"]
    assert texts(journal.entries(kind="check-in")) == ["Look 1.", "Look 0."]


def test_exported_they_read_well_and_come_back_whole(
    notebook: Workspace, tmp_path: Path, clock: Ticking
) -> None:
    """The Markdown has every word under its label; another notebook takes all of it in."""
    id = full(notebook, clock)
    notebook.goals.edit(id, "inner").next("A tired week.\n# No heading")
    notebook.goals.close_as(id, "reached", "I start in May.")
    out, there = tmp_path / "out", tmp_path / "there"
    there.mkdir()

    notebook.carrier.export_to(out)

    read = (out / "notes-2026.md").read_text("utf-8")
    for part in (WISH, "**In the way, in me:** A tired week.", "\\# No heading", "I start in May."):
        assert part in read
    other = made(there)
    other.carrier.bring_in([out])
    assert other.goals.get(id).goal == notebook.goals.get(id).goal
    assert [one.check for one in other.goals.get(id).checks] == [
        CheckIn(goal=id, stands=-1, label="a bit less than hoped"),
        CheckIn(goal=id, stands=0, label="as hoped"),
    ]
    other.close()
