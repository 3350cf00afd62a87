"""Whether what was written stands under the wording it answered."""

from pathlib import Path

import pytest

from peercoach.frameworks.library import Library
from peercoach.guide.wording import wording_note
from peercoach.journal.records import Entry, EntryKind, Place, Rating
from peercoach.words import look_back as words
from tests.frameworks.asked import DIMENSIONS, PEERS, shelved

REWORDED = PEERS.replace("Whose face changed?", "Which face lit up?")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path


def answer(
    ask: str = "Whose face changed?",
    kind: EntryKind = "answer",
    question: str = "face",
    element: str = "movement",
) -> Entry:
    place = Place(framework="peers", element=element, question=question, ask=ask)
    return Entry(kind=kind, text="It was hers.", place=place)


def rated(ask: str) -> Rating:
    place = Place(framework="peers", element="movement", question="practice", ask=ask)
    return Rating(rating="practice", value=1, label="Seldom", place=place)


def test_nothing_is_said_where_the_wording_stands(shelf: Path) -> None:
    """An answer, a rating, one's own words: no sentence as long as all is as it was."""
    library = shelved(shelf)

    assert wording_note(library, answer()) == ""
    assert wording_note(library, rated("How much do we live this?")) == ""
    assert wording_note(library, answer("How would you say it?", "words", "")) == ""
    assert wording_note(library, Entry(kind="note", text="On its own.")) == ""


def test_an_earlier_wording_is_said_with_the_present_one(shelf: Path) -> None:
    """Where the wording changed, what is asked now stands beside what was answered."""
    library = shelved(shelf, peers=REWORDED, dimensions=DIMENSIONS)

    note = wording_note(library, answer())

    assert note == words.EARLIER_WORDING.format(ask="Which face lit up?")
    changed = wording_note(library, rated("How often do we live this?"))
    assert changed == words.EARLIER_WORDING.format(ask="How much do we live this?")


def test_another_language_is_no_earlier_wording(shelf: Path) -> None:
    """An answer to the Welsh wording and one to the English stand, whichever is chosen."""
    library: Library = shelved(shelf)

    for one in (library, library.speaking({"peers": "cy"})):
        assert wording_note(one, answer()) == ""
        assert wording_note(one, answer("Wyneb pwy newidiodd?")) == ""
    changed = wording_note(library.speaking({"peers": "cy"}), answer("Whose face was it?"))
    assert changed == words.EARLIER_WORDING.format(ask="Wyneb pwy newidiodd?")


def test_a_question_that_went_away(shelf: Path) -> None:
    """A question or rating that is asked no more is said to be so."""
    library = shelved(shelf)

    assert wording_note(library, answer(question="gone")) == words.NOT_ASKED_NOW


@pytest.mark.parametrize("one", [answer(element="gone"), answer(kind="words", element="gone")])
def test_an_element_that_went_away(shelf: Path, one: Entry) -> None:
    """Whatever was written to an element that went away is said to be no longer in the library."""
    assert wording_note(shelved(shelf), one) == words.NOT_IN_LIBRARY


def test_a_file_that_went_away(shelf: Path) -> None:
    """The same where its whole framework is gone."""
    library = shelved(shelf, dimensions=DIMENSIONS)

    assert wording_note(library, answer()) == words.NOT_IN_LIBRARY
