"""Helped or jarred: what was said of a question is kept, comes back, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peercoach.conversation import Conversation
from peercoach.errors import DiskFull
from peercoach.journal import documents
from peercoach.journal.records import Mark, Place
from peercoach.journal.saying import Said, jarring, said, said_of
from peercoach.workspace import Workspace
from tests.journal.making import (
    FailingFiles,
    element,
    entry,
    framework,
    library,
    opened,
    place,
    workspace,
)

HILLS = "walking/hills"
UP = ("walking", "hills", "up")


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Workspace]:
    work = workspace(tmp_path)
    yield work
    work.close()


def marks(work: Workspace) -> list[tuple[str, str]]:
    return [(one.mark.mark, one.mark.place.question) for one in said(work.journal)]


def test_it_is_kept_with_the_wording(notebook: Workspace) -> None:
    """What was said has the question, its wording and version, and its reflection."""
    walk = notebook.begin(HILLS)

    walk.say("jarred")

    (one,) = said(notebook.journal)
    assert one.mark == Mark(mark="jarred", place=place(), reflection=walk.reflection.id)
    assert (one.mark.place.ask, one.mark.place.version) == ("What about up of hills?", "1.0.0")
    assert walk.said() == Said("jarred", this_time=True, this_wording=True)


def test_it_is_durable_and_comes_back_another_day(tmp_path: Path) -> None:
    """Opened again the next day the question says that it jarred last time."""
    work = workspace(tmp_path)
    work.begin(HILLS).say("jarred")
    work.close()

    again = opened(tmp_path)

    assert again.begin(HILLS).said() == Said("jarred", this_time=False, this_wording=True)
    again.close()


def test_the_same_again_takes_it_back(notebook: Workspace) -> None:
    """Within a reflection the same mark a second time leaves none; another takes its place."""
    walk = notebook.begin(HILLS)

    walk.say("helped")
    walk.say("jarred")
    assert marks(notebook) == [("jarred", "up")]
    walk.say("jarred")

    assert (marks(notebook), walk.said()) == ([], None)
    walk.say("helped")
    assert marks(notebook) == [("helped", "up")]


def test_said_again_another_time_it_stands(notebook: Workspace) -> None:
    """In another reflection the same mark is said anew, and not taken back."""
    notebook.begin(HILLS).say("jarred")

    walk = notebook.begin(HILLS)
    walk.say("jarred")

    assert marks(notebook) == [("jarred", "up")]
    assert walk.said() == Said("jarred", this_time=True, this_wording=True)


def test_one_record_a_wording(notebook: Workspace) -> None:
    """However often it is said, one document holds it; another wording has a mark of its own."""
    walk = notebook.begin(HILLS)
    for mark in ("helped", "jarred", "helped"):
        walk.say(mark)
    assert len(notebook.journal.marks()) == 1

    other = element("hills", "up")
    (question,) = other.questions
    reworded = type(question)(id="up", ask="Which way is up?")
    new = type(other)(id="hills", title="Hills", questions=(reworded,))
    notebook.library = library(framework("walking", new))
    later = notebook.begin(HILLS)

    assert later.said() == Said("helped", this_time=False, this_wording=False)
    later.say("jarred")
    assert len(notebook.journal.marks()) == 2
    assert later.said() == Said("jarred", this_time=True, this_wording=True)
    assert jarring(notebook.journal) == {(UP, "Which way is up?")}


def test_it_is_no_note(notebook: Workspace) -> None:
    """It stands in no list, no search, no bin, and its reflection leaves nothing else behind."""
    walk = notebook.begin(HILLS)
    walk.say("jarred")
    walk.say("jarred")
    walk.leave("", 0)

    journal = notebook.journal
    assert journal.entries() == []
    assert journal.search("up of hills") == []
    assert journal.deleted() == []
    assert (notebook.unfinished(), journal.reflections(), journal.unreadable()) == ([], [], 0)


def test_only_questions_are_marked(notebook: Workspace) -> None:
    """At a rating, an ending and the closing there is nothing to mark."""
    walk = notebook.begin(HILLS)
    for key in ("hills/rating/practice", "hills/words", "close"):
        walk.jump(key)
        walk.say("jarred")
        assert walk.said() is None

    assert notebook.journal.marks() == []


def test_picking_and_offers_leave_it_out(notebook: Workspace) -> None:
    """A question that jarred is neither picked nor offered; its mark taken back, it is again."""
    walk = notebook.begin(HILLS)
    walk.jump("hills/question/down")
    walk.say("jarred")
    walk.jump("hills/question/up")

    walk.pick()
    picked = walk.reflection.now.key
    passed = [offer.question for n in range(8) for offer in notebook.offers(10, n)[:1]]
    walk.jump("hills/question/down")
    walk.say("jarred")
    walk.jump("hills/question/up")
    walk.pick()

    assert picked == "hills/question/top"
    assert set(passed) == {"up", "top", "tide"}
    assert walk.reflection.now.key == "hills/question/down"


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    """Where it can't be written, what was said before stands, and so does what is typed."""
    files = FailingFiles()
    work = workspace(tmp_path, files=files)
    walk: Conversation = work.begin(HILLS)
    walk.say("helped")
    walk.draft("A thought", 9)
    files.full = True

    with pytest.raises(DiskFull):
        walk.say("jarred")

    files.full = False
    assert marks(work) == [("helped", "up")]
    assert walk.text == "A thought"
    work.close()


def test_another_question_has_its_own(notebook: Workspace) -> None:
    """What is said of one question says nothing of the others."""
    notebook.begin(HILLS).say("jarred")

    assert said_of(notebook.journal, place(question="top")) is None
    assert said_of(notebook.journal, place(element="shores")) is None
    assert said_of(notebook.journal, Place()) is None


# --- as documents --------------------------------------------------------------------------------

MARK = Mark(mark="jarred", place=place(), reflection=7)


def document(**changes: Any) -> documents.Document:
    return documents.fields(MARK) | documents.moment_fields("written", _moment()) | changes


def _moment() -> Any:
    from tests.journal.making import Ticking

    return Ticking()()


def test_there_and_back() -> None:
    """A mark comes back from its document as it was."""
    read = documents.read(document())

    assert read is not None and read.record == MARK


@pytest.mark.parametrize(
    "changes", [{"mark": "shocked"}, {"mark": 3}, {"schema": 2}, {"written_at": "today"}]
)
def test_a_newer_mark_is_kept_unread(changes: dict[str, Any]) -> None:
    """What this version does not know of marks reads as nothing, and is left as it is."""
    assert documents.read(document(**changes)) is None


def test_an_older_reader_takes_it_for_no_entry() -> None:
    """To whoever knows no marks its kind is none: it can't be taken for something written."""
    assert documents.read(document(kind="a-kind-of-its-own")) is None
    assert documents.fields(entry("A line."))["kind"] != MARK.kind
