"""What is marked for the next conversation: kept, found, and taken off again."""

from pathlib import Path

import pytest

from peercoach.conversation import Conversation
from peercoach.errors import DiskFull
from peercoach.guide.review import REVIEW
from peercoach.journal.documents import new, read
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Progress
from peercoach.workspace import Workspace
from tests.tui.stage import FIRST, PASSPHRASE, SECOND, SHARING, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty folder to make a notebook in."""
    return Stage(tmp_path)


def text_of(brought_note: object) -> str:
    record = getattr(brought_note, "record", None)
    return record.text if isinstance(record, Entry) else ""


def again(stage: Stage, workspace: Workspace) -> Workspace:
    workspace.lock()
    return stage.open(PASSPHRASE)


def test_a_mark_is_there_after_opening_again(stage: Stage) -> None:
    """A marked question is on the list with its wording, its answer once there is one."""
    work = stage.create()
    walk = work.begin(SHARING)
    walk.bring("half a thought", 4)
    assert walk.brings
    work = again(stage, work)
    (one,) = work.journal.brought()
    assert (one.ask, one.title, one.note) == (FIRST, "Sharing the movement", None)

    walk = work.resume(one.reflection)
    assert (walk.text, walk.cursor) == ("half a thought", 4)
    walk.next("A whole thought.")

    (one,) = again(stage, work).journal.brought()
    assert text_of(one.note) == "A whole thought."


def test_of_a_review_it_is_what_was_said_to_bring(stage: Stage) -> None:
    """A review is one note: what is to bring is what stands below its question, however written."""
    work = stage.create()
    walk = work.begin(REVIEW)
    for said in ("A word that comes back.", "A door.", "How do I ask?\n\nAnd whom?"):
        walk.next(said)
    walk.finish()
    (one,) = work.journal.brought()
    assert one.note is not None
    assert text_of(one.note).startswith("A word that comes back.")

    work.journal.edit(one.note.id, "Only this is left.")

    (after,) = work.journal.brought()
    assert (one.text, after.text) == ("How do I ask?\n\nAnd whom?", "Only this is left.")


def test_the_same_again_takes_the_mark_away(stage: Stage) -> None:
    """Marking twice is not marking; a reflection of which nothing else is kept leaves nothing."""
    work = stage.create()
    walk = work.begin(SHARING)

    walk.bring("", 0)
    walk.bring("", 0)
    walk.leave("", 0)

    assert not walk.brings
    assert work.journal.brought() == []
    assert work.journal.reflections() == []
    assert work.unfinished() == []


def test_a_mark_alone_is_gone_on_with(stage: Stage) -> None:
    """A reflection in which nothing but a mark was made waits where it was left."""
    work = stage.create()
    walk = work.begin(SHARING)
    walk.bring("", 0)
    walk.leave("", 0)

    work = again(stage, work)

    (waits,) = work.unfinished()
    assert work.resume(waits.reflection).reflection.now.ask == FIRST


def test_marks_of_several_stops(stage: Stage) -> None:
    """Each stop has its own mark, in order; what was changed last comes first."""
    work = stage.create()
    old = work.begin("peer-leadership/growing-the-peer-team")
    old.bring("", 0)
    stage.clock.to(2026, 4, 1)
    walk = work.begin(SHARING)
    walk.bring("", 0)
    walk.next("One.")
    walk.bring("", 0)

    found = work.journal.brought()

    assert found[0].ask == FIRST
    assert found[1].ask.startswith(SECOND)
    assert len(found) == 3
    assert [text_of(one.note) for one in found] == ["One.", "", ""]


def test_done_takes_one_off_and_leaves_the_answer(stage: Stage) -> None:
    """Taken off the list, what was written stays, and so do the other marks."""
    work = stage.create()
    walk = work.begin(SHARING)
    walk.bring("", 0)
    walk.next("One.")
    walk.bring("", 0)
    first, second = work.journal.brought()

    work.journal.bring_done(first.reflection, first.key)
    work.journal.bring_done(first.reflection, first.key)

    work = again(stage, work)
    assert [one.key for one in work.journal.brought()] == [second.key]
    assert [text_of(note) for note in work.journal.entries()] == ["One."]


def test_done_holds_where_nothing_but_a_draft_is_left(stage: Stage) -> None:
    """Taken off the list, a mark does not come back with the draft that was typed beside it."""
    work = stage.create()
    walk = work.begin(SHARING)
    walk.bring("half a thought", 4)
    (one,) = work.journal.brought()
    work = again(stage, work)

    work.journal.bring_done(one.reflection, one.key)

    work = again(stage, work)
    walk = work.resume(one.reflection)
    assert (walk.brings, walk.text) == (False, "half a thought")
    walk.next(walk.text)
    assert work.journal.brought() == []


def test_nothing_is_marked_at_the_closing(stage: Stage) -> None:
    """Where nothing is asked, nothing is marked."""
    work = stage.create()
    walk = work.begin(SHARING)
    walk.enough("Something.")

    walk.bring("", 0)

    assert not walk.brings
    assert work.journal.brought() == []


def test_a_failure_marks_nothing_and_loses_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk the mark is not made, and the text that was typed is saved or said not to."""
    work = stage.create()
    walk: Conversation = work.begin(SHARING)
    walk.draft("typed", 5)

    def full(*_: object, **__: object) -> None:
        raise DiskFull(path=stage.vault)

    with monkeypatch.context() as patch:
        patch.setattr(type(work.journal), "commit", full)
        with pytest.raises(DiskFull):
            walk.bring("typed more", 10)

    assert not walk.brings
    work = again(stage, work)
    (waits,) = work.unfinished()
    assert work.resume(waits.reflection).text == "typed more"


def test_the_mark_is_a_field_of_its_own() -> None:
    """One field a mark, so that two copies can be merged mark by mark; it reads back the same."""
    progress = Progress(
        framework="f",
        framework_title="F",
        title="E",
        course=("e",),
        at="e/question/q",
        bring={"e/question/q": "What?", "e/rating/r": "How?"},
    )

    document = new(progress, Moment(1_700_000_000_000, 0, "GMT"))

    assert document["bring:e/question/q"] == "What?"
    found = read(document)
    assert found is not None
    assert found.record == progress
