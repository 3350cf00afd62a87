"""Answers outlive their framework: on real notebooks, whatever becomes of the files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, NoSuchElement, NoSuchFramework
from peercoach.frameworks.library import open_library
from peercoach.guide.wording import wording_note
from peercoach.journal.records import Entry, Rating
from peercoach.workspace import Workspace
from tests.frameworks.asked import DIMENSIONS, PEERS, WELSH, shelved
from tests.journal.making import FailingFiles, opened, texts, workspace

MOVEMENT = "peers/movement"
REWORDED = PEERS.replace("Whose face changed?", "Which face lit up?").replace("1.0.0", "2.0.0")
WITHOUT = (
    PEERS.partition("  - id: movement")[0] + "  - id: garden" + PEERS.partition("  - id: garden")[2]
)
TRUST = REWORDED.replace("title: Sharing the movement", "title: Sharing our movement")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A notebook with an answer, a rating and my words about one element, closed."""
    work = workspace(tmp_path, shelf=shelved(tmp_path / "shelf"))
    walk = work.begin(MOVEMENT)
    walk.next("The ward manager's.")
    walk.jump("movement/rating/practice")
    walk.rate(2)
    walk.jump("movement/words")
    walk.next("People see it in us first.")
    walk.finish()
    work.close()
    yield tmp_path


def again(folder: Path, **files: str) -> Workspace:
    return opened(folder, shelf=shelved(folder / "shelf", **files))


CASES = {
    "reworded": {"peers": REWORDED},
    "an element gone": {"peers": WITHOUT},
    "a file gone": {"dimensions": DIMENSIONS},
    "nothing left but another language": {"peers": PEERS, "cy": WELSH},
}


@pytest.mark.parametrize("case", CASES)
def test_everything_is_found(folder: Path, case: str) -> None:
    """By date, by element, by word and whole: each note is there, with the wording of its time."""
    work = again(folder, **CASES[case])
    journal = work.journal
    written = ["People see it in us first.", "We do this often", "The ward manager's."]

    assert texts(journal.entries()) == written
    assert texts(journal.entries(element=MOVEMENT)) == written
    assert texts(journal.search("ward face")) == ["The ward manager's."]
    (found,) = journal.search("manager")
    assert isinstance(found.record, Entry)
    assert found.record.place.ask == "Whose face changed?"
    assert journal.get(found.id).record == found.record
    work.close()


def test_what_was_written_before_comes_to_the_new_wording(folder: Path) -> None:
    """At a question that was worded anew the earlier answer is there, under its own wording."""
    work = again(folder, peers=REWORDED)

    walk = work.begin(MOVEMENT)

    (before,) = walk.earlier()
    assert walk.reflection.now.ask == "Which face lit up?"
    assert isinstance(before.record, Entry)
    assert before.record.place.ask == "Whose face changed?"
    assert "Which face lit up?" in wording_note(work.library, before.record)
    work.close()


def test_a_trusts_file_in_the_place_of_ours(folder: Path) -> None:
    """A file of the same id in one's own folder takes over; answers to ours are earlier ones."""
    own = folder / "own"
    own.mkdir()
    (own / "peers.yaml").write_text(TRUST, encoding="utf-8")
    shelved(folder / "shelf")
    shelf = open_library(shipped=folder / "shelf", personal=own, extra=None)
    work = opened(folder, shelf=shelf)

    walk = work.begin(MOVEMENT)

    assert texts(walk.earlier()) == ["The ward manager's."]
    (line,) = [one for one in work.element_lines() if one.address == MOVEMENT]
    assert (line.title, line.rating_label) == ("Sharing our movement", "We do this often")
    assert work.gone_lines() == []
    work.close()


@pytest.mark.parametrize("case", ["an element gone", "a file gone"])
def test_a_gone_element_can_be_reached(folder: Path, case: str) -> None:
    """It is listed apart, under the titles of its time; it can't be begun, and that is said."""
    work = again(folder, **CASES[case])

    (gone,) = work.gone_lines()

    assert (gone.address, gone.title) == (MOVEMENT, "Sharing the movement")
    assert gone.framework_title == "Peers"
    assert gone.last is not None
    assert MOVEMENT not in [one.address for one in work.element_lines()]
    with pytest.raises((NoSuchElement, NoSuchFramework)):
        work.begin(MOVEMENT)
    work.close()


def test_nothing_is_gone_while_all_is_there(folder: Path) -> None:
    """Neither an element nobody wrote about nor one that is there is listed as gone."""
    work = again(folder)

    assert work.gone_lines() == []
    work.close()


def test_an_element_that_comes_back(folder: Path) -> None:
    """Once its file is there again, all stands where it stood."""
    again(folder, dimensions=DIMENSIONS).close()

    work = again(folder)

    (line,) = [one for one in work.element_lines() if one.address == MOVEMENT]
    assert (line.rating_label, work.gone_lines()) == ("We do this often", [])
    work.close()


def test_languages_answer_one_question(folder: Path) -> None:
    """What was answered in English is an earlier answer in Welsh, and the other way round."""
    work = again(folder)
    english = work.library
    work.library = english.speaking({"peers": "cy"})
    welsh = work.begin(MOVEMENT)
    assert welsh.reflection.now.ask == "Wyneb pwy newidiodd?"
    assert texts(welsh.earlier()) == ["The ward manager's."]
    welsh.next("Wyneb y rheolwr.")
    welsh.finish()

    work.library = english
    walk = work.begin(MOVEMENT)

    assert texts(walk.earlier()) == ["Wyneb y rheolwr.", "The ward manager's."]
    assert work.journal.addresses() == [MOVEMENT]
    work.close()


def test_a_reflection_goes_on_in_another_language(folder: Path) -> None:
    """Begun in English and gone on with in Welsh it is at the same question and character."""
    work = again(folder)
    walk = work.begin(MOVEMENT)
    walk.next("First.")
    walk.leave("Half a thought", 4)
    work.library = work.library.speaking({"peers": "cy"})

    later = work.resume(walk.reflection.id)

    assert later.reflection.framework.title == "Cymheiriaid"
    assert (later.text, later.cursor) == ("Half a thought", 4)
    assert later.reflection.now.key == "movement/question/story"
    work.close()


def test_both_ratings_are_kept_and_laid_side_by_side(tmp_path: Path) -> None:
    """Rated one after the other, both stand in the list, in words; then the stop after says so."""
    work = workspace(tmp_path, shelf=shelved(tmp_path / "shelf"))
    walk = work.begin("dimensions/vision", "further")
    walk.skip()
    walk.rate(0)
    assert (walk.reflection.now.ask, walk.stands()) == (
        "How much does it matter in my role?",
        [],
    )
    walk.rate(4)

    (line,) = [one for one in work.element_lines() if one.address == "dimensions/vision"]

    said = [
        "How do I practise this now? Not yet.",
        "How much does it matter in my role? Very much.",
        "These two stand some way apart.",
    ]
    assert walk.stands() == said
    assert (line.stands, line.short) == (tuple(said), ("Not yet", "Very much"))
    walk.next()
    assert walk.stands() == []
    assert [one.record.rating for one in work.journal.entries() if isinstance(one.record, Rating)]
    work.close()


def test_where_one_rating_was_skipped_nothing_is_compared(tmp_path: Path) -> None:
    """One alone is listed by its words, and nothing is laid beside it."""
    work = workspace(tmp_path, shelf=shelved(tmp_path / "shelf"))
    walk = work.begin("dimensions/vision", "further")
    walk.skip()
    walk.skip()
    walk.rate(4)

    (line,) = [one for one in work.element_lines() if one.address == "dimensions/vision"]

    assert (walk.stands(), line.stands, line.short) == ([], (), ("Very much",))
    assert line.rating_label == ""
    work.close()


def test_the_level_begun_at_is_remembered(tmp_path: Path) -> None:
    """A reflection goes on at its level, and the next time that level is the one suggested."""
    work = workspace(tmp_path, shelf=shelved(tmp_path / "shelf"))
    assert work.levels("dimensions/vision").last == ""
    walk = work.begin("dimensions/vision", "further")
    walk.next("Nobody yet.")
    walk.back()
    work.close()

    later = opened(tmp_path, shelf=shelved(tmp_path / "shelf"))
    found = later.levels("dimensions")

    assert found.last == "further"
    assert [(one.id, count) for one, count in found.levels] == [("first", 2), ("further", 2)]
    assert found.questions == 4
    resumed = later.resume(walk.reflection.id)
    assert [stop.key for stop in resumed.reflection.questions] == ["vision/question/others"]
    with pytest.raises(NoSuchElement):
        later.begin("dimensions/vision", "unheard-of")
    later.close()


def test_across_and_back_to_what_waits(tmp_path: Path) -> None:
    """From an element to its dimension; from there back to the reflection that waits, as it was."""
    work = workspace(tmp_path, shelf=shelved(tmp_path / "shelf"))
    mine = work.begin(MOVEMENT)
    mine.leave("Half a thought", 4)
    (there,) = work.across(mine)
    assert (there.address, there.waits) == ("dimensions/vision", 0)

    other = work.begin(there.address, "first")
    (back,) = work.across(other)

    assert (back.address, back.waits) == (MOVEMENT, mine.reflection.id)
    again = work.resume(back.waits)
    assert (again.text, again.cursor) == ("Half a thought", 4)
    work.close()


@pytest.mark.parametrize("case", ["an element gone", "a file gone"])
def test_what_was_only_typed_is_found_too(folder: Path, case: str) -> None:
    """Typed and not kept when its framework went: gone on with, it becomes a note, once; and it
    still waits where it was, should the file come back.
    """
    work = again(folder)
    walk = work.begin(MOVEMENT)
    walk.leave("Half a thought", 4)
    work.close()
    work = again(folder, **CASES[case])

    for _ in range(2):
        with pytest.raises((NoSuchElement, NoSuchFramework)):
            work.resume(walk.reflection.id)

    (found,) = work.journal.search("half thought")
    assert isinstance(found.record, Entry)
    assert (found.record.kind, found.record.place.ask) == ("answer", "Whose face changed?")
    work.close()
    back = again(folder).resume(walk.reflection.id)
    assert (back.text, back.reflection.now.ask) == ("Half a thought", "Whose face changed?")


def test_a_full_disk_keeps_it_waiting(tmp_path: Path) -> None:
    """Where it can't be kept as a note, that is said, and it waits as it was."""
    files = FailingFiles()
    work = workspace(tmp_path, shelf=shelved(tmp_path / "shelf"), files=files)
    walk = work.begin(MOVEMENT)
    walk.leave("Half a thought", 4)
    work.library = shelved(tmp_path / "shelf", dimensions=DIMENSIONS)
    files.full = True

    with pytest.raises(DiskFull):
        work.resume(walk.reflection.id)

    files.full = False
    work.library = shelved(tmp_path / "shelf")
    assert work.resume(walk.reflection.id).text == "Half a thought"
    assert texts(work.journal.entries()) == []
    work.close()
