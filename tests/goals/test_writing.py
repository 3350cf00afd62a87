"""A goal that is being written, on a real notebook: nothing is lost, nothing kept twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, NoSuchNote, NotADay, NoteTooLong, VaultLocked
from peercoach.goals.writing import Writing
from peercoach.journal import goal_drafts
from peercoach.journal.records import Entry, Goal
from peercoach.journal.text import LIMIT
from peercoach.workspace import Workspace
from tests.journal.making import FailingFiles, Ticking, opened, texts

WISH = "Band 6 by spring"


@contextmanager
def after_a_crash(notebook: Workspace, folder: Path) -> Iterator[Workspace]:
    """The notebook opened again by someone who never closed it well."""
    notebook.lock()
    again = opened(folder, clock=Ticking(step=0))
    yield again
    again.close()


def made(notebook: Workspace, wish: str = WISH) -> int:
    writing = notebook.goals.make()
    writing.enough(wish)
    return writing.about


def test_what_is_typed_comes_back_at_the_same_character(
    tmp_path: Path, notebook: Workspace
) -> None:
    """A draft that was saved is there after the notebook closed, and all said before it."""
    writing = notebook.goals.make()
    writing.next(WISH)
    writing.next("career")
    writing.draft("Because\nof J", 7)

    with after_a_crash(notebook, tmp_path) as again:
        (waits,) = again.goals.waiting()
        resumed = again.goals.resume(waits.key)

        assert (waits.heading, waits.text) == ("A new goal", WISH)
        assert (resumed.walk.at, resumed.text, resumed.cursor) == ("why", "Because\nof J", 7)
        assert again.goals.open() == []
        resumed.enough(f"{resumed.text}oy.")
        (goal,) = again.goals.open()
        assert (goal.wish, goal.goal) == (WISH, Goal(area="career", why="Because\nof Joy."))
        assert again.goals.waiting() == []


def test_all_of_it_is_kept_in_one_commit(notebook: Workspace) -> None:
    """A walk to its end makes one version of the goal, not one a question."""
    writing = notebook.goals.make()
    for answer in (WISH, "community", "Why.", "", "", "Me.", "", "", "Ring Joy", "tomorrow"):
        writing.next(answer)
    writing.enough("As I hope.")

    goal = notebook.goals.get(writing.about)

    assert writing.kept and writing.ended
    assert goal.note.versions == 1
    assert [(one.text, one.step.day) for one in goal.steps] == [("Ring Joy", "2026-03-15")]
    assert goal.goal.hoped == "As I hope."


def test_a_draft_left_behind_after_keeping_is_known(tmp_path: Path, notebook: Workspace) -> None:
    """A crash between keeping the goal and ending its draft makes no second goal of it."""
    writing = notebook.goals.make()
    writing.next(WISH)
    left = goal_drafts.every(notebook.journal.drafts)
    writing.enough("career")
    goal_drafts.save(notebook.journal.drafts, left[0])

    with after_a_crash(notebook, tmp_path) as again:
        assert again.goals.waiting() == []
        assert [goal.wish for goal in again.goals.open()] == [WISH]
        with pytest.raises(NoSuchNote):
            again.goals.resume(left[0].key)


def test_where_nothing_was_written_nothing_is_left(notebook: Workspace) -> None:
    """Leaving at once, or at what was there from the beginning, leaves no draft."""
    id = made(notebook)
    note = notebook.journal.add(Entry(kind="step", text="Ring Joy"))
    begun = [
        notebook.goals.make(),
        notebook.goals.make(note.id),
        notebook.goals.check_in(id),
        notebook.goals.edit(id, "wish"),
    ]

    for writing in begun:
        writing.draft(writing.text, writing.cursor)
        writing.leave(writing.text, writing.cursor)

    assert notebook.goals.waiting() == []
    assert notebook.journal.drafts.documents() == {}


def test_what_was_written_and_left_waits(notebook: Workspace) -> None:
    """Half a line is enough, and beginning the same again goes on with it."""
    id = made(notebook)
    writing = notebook.goals.check_in(id)
    writing.leave("Went on", 4)

    again = notebook.goals.check_in(id)

    assert [(one.heading, one.text) for one in notebook.goals.waiting()] == [("A check-in", WISH)]
    assert (again.text, again.cursor, again.new) == ("Went on", 4, writing.new)


def test_two_things_about_one_goal_wait_side_by_side(notebook: Workspace) -> None:
    """A check-in and a change of its words have a draft each; ending one leaves the other."""
    id = made(notebook)
    notebook.goals.check_in(id).leave("Half", 4)
    notebook.goals.edit(id, "why").leave("Half a why", 4)
    assert len(notebook.goals.waiting()) == 2

    notebook.goals.check_in(id).enough("Half, and whole.")

    assert [one.heading for one in notebook.goals.waiting()] == ["Changing a goal"]


@pytest.mark.parametrize("move", ["next", "enough", "back"])
def test_a_full_disk_moves_nothing(notebook: Workspace, files: FailingFiles, move: str) -> None:
    """Where it can't be kept one stays with every word, and the same again goes on."""
    writing = notebook.goals.make()
    writing.next(WISH)
    writing.next("career")
    files.full = True

    with pytest.raises(DiskFull):
        getattr(writing, move)("Why.")

    assert (writing.walk.at, writing.ended) == ("why", False)
    files.full = False
    getattr(writing, move)("Why.")
    assert writing.walk.said["why"] == "Why."


def test_a_day_that_is_none_stays_typed(notebook: Workspace) -> None:
    """It is refused, and the draft has it; skipping goes on without."""
    id = made(notebook)
    writing = notebook.goals.edit(id, "look")
    writing.draft("some day", 8)

    with pytest.raises(NotADay):
        writing.next("some day")

    assert (writing.text, writing.ended) == ("some day", False)
    writing.skip("some day")
    assert writing.ended and not writing.kept


def test_what_is_too_long_is_refused_and_what_was_saved_stays(notebook: Workspace) -> None:
    """A wish of a megabyte and a byte gets in nowhere."""
    writing = notebook.goals.make()
    writing.draft(WISH, 3)

    with pytest.raises(NoteTooLong):
        writing.draft("x" * (LIMIT + 1), 0)
    with pytest.raises(NoteTooLong):
        writing.next("x" * (LIMIT + 1))

    assert goal_drafts.every(notebook.journal.drafts)[0].text == WISH


def test_what_a_terminal_would_obey_is_taken_out(notebook: Workspace) -> None:
    """Control signs never get into a goal, by whatever door."""
    writing = notebook.goals.make()
    writing.next("Band\x1b[2J 6\r\nby spring")
    writing.skip()
    writing.enough("W\x07hy.")

    goal = notebook.goals.get(writing.about)

    assert (goal.wish, goal.goal.why) == ("Band[2J 6\nby spring", "Why.")


def test_locked_it_forgets_every_word(notebook: Workspace) -> None:
    """After the lock neither the text nor anything said before is in it, and it saves no more."""
    writing = notebook.goals.make()
    writing.next("A very private wish")
    writing.draft("and half a why", 3)

    notebook.lock()

    assert "private" not in repr(vars(writing)) and "half" not in repr(vars(writing))
    with pytest.raises(VaultLocked):
        writing.draft("More.", 1)
    with pytest.raises(VaultLocked):
        notebook.goals.make()


def test_a_draft_of_a_deleted_goal_waits_for_it(notebook: Workspace) -> None:
    """While the goal is deleted its draft is not offered; brought back, it is; for good ends it."""
    id = made(notebook)
    notebook.goals.check_in(id).leave("Half", 4)

    notebook.journal.delete(id)
    assert notebook.goals.waiting() == []
    notebook.journal.undelete(id)
    assert len(notebook.goals.waiting()) == 1
    notebook.journal.shred(id)

    assert notebook.journal.drafts.documents() == {}


def test_a_draft_that_can_not_be_read_is_left_alone(notebook: Workspace) -> None:
    """One of a newer kind, or damaged, is offered to nobody and harms nobody."""
    box = notebook.journal.drafts
    notebook.goals.make().leave("Fine.", 1)
    (good,) = box.documents().values()
    box.adopt("goal/newer", {**good, "task": "dream"})
    box.adopt("goal/older", {**good, "schema": 99})
    box.adopt("goal/torn", {key: value for key, value in good.items() if key != "cursor"})
    box.adopt("goal/timeless", {key: v for key, v in good.items() if key != "started_at"})

    assert [one.text for one in notebook.goals.waiting()] == ["Fine."]
    assert notebook.unfinished() == []


def test_what_waits_is_carried_out_and_in(tmp_path: Path, notebook: Workspace) -> None:
    """An export has the words that are being written, and gives them back to another notebook."""
    writing: Writing = notebook.goals.make()
    writing.next(WISH)
    writing.next("career")
    writing.leave("Half a why", 4)
    out = tmp_path / "out"
    notebook.carrier.export_to(out)

    read = (out / "being-written.md").read_text("utf-8")

    assert "A new goal" in read and WISH in read and "Half a why" in read
    notebook.journal.drafts.end_key(goal_drafts.every(notebook.journal.drafts)[0].key)
    notebook.carrier.bring_in([out])
    assert [one.text for one in notebook.goals.waiting()] == [WISH]
    assert texts(notebook.journal.entries()) == []
