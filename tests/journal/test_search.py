"""Finding what was written, as one types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal.records import Entry
from peercoach.journal.search import fold
from peercoach.journal.store import Journal
from tests.journal.making import entry, rated, texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CAFÉ", "cafe"),
        ("Ångström", "angstrom"),
        ("Straße", "STRASSE"),
        ("ﬁeld", "field"),
        ("İstanbul", "istanbul"),
        ("naïve", "nai\u0308ve"),
        ("don’t", "don't"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("“quoted”", '"quoted"'),
    ],
)
def test_what_folds_together(one: str, other: str) -> None:
    """Case, accents, ligatures and curly quotes make no difference."""
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded text is folded."""
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="ascii")))
def test_the_quick_way_for_ascii_is_the_same(text: str) -> None:
    """Plain ASCII folds as the whole rule would fold it."""
    assert fold(text) == text.casefold()


def test_every_word_must_be_there(journal: Journal) -> None:
    """A note is found by all of its words in any order, and not if one is missing."""
    journal.add(entry("The kettle, then Maria’s story."))
    journal.add(entry("Only the kettle."))

    assert texts(journal.search("story KETTLE")) == ["The kettle, then Maria’s story."]
    assert journal.search("kettle badger") == []


def test_newest_first(journal: Journal) -> None:
    """What was written last comes first."""
    for text in ("tea one", "tea two", "tea three"):
        journal.add(entry(text))

    assert texts(journal.search("tea")) == ["tea three", "tea two", "tea one"]


def test_parts_of_words_are_found(journal: Journal) -> None:
    """One finds while still typing a word."""
    journal.add(entry("An allotment in the rain."))

    assert len(journal.search("allot")) == 1


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_no_word_finds_nothing(journal: Journal, words: str) -> None:
    """Searching for nothing finds nothing, rather than everything."""
    journal.add(entry("Something."))

    assert journal.search(words) == []


def test_the_question_and_the_element_are_searched(journal: Journal) -> None:
    """A note is found by the wording it answers and by its element's title."""
    journal.add(entry("Nothing of that sort."))

    assert len(journal.search("about hills")) == 1
    assert len(journal.search("hills nothing")) == 1


def test_a_rating_is_found_by_its_words(journal: Journal) -> None:
    """A rating is found by the words of its scale."""
    journal.rate(rated(label="Sometimes"))

    assert texts(journal.search("sometimes")) == ["Sometimes"]


def test_a_word_never_spans_two_fields(journal: Journal) -> None:
    """The end of a text and the start of its question are not one word."""
    journal.add(entry("end"))

    assert journal.search("endwhat") == []


def test_an_edit_is_found_at_once(journal: Journal) -> None:
    """After an edit the new words find the note and the old ones don't."""
    written = journal.add(entry("badger"))
    assert len(journal.search("badger")) == 1

    journal.edit(written.id, "otter")

    assert journal.search("badger") == []
    assert texts(journal.search("otter")) == ["otter"]


def test_what_was_taken_out_is_not_found(journal: Journal) -> None:
    """A note that was taken out is found no more."""
    written = journal.add(entry("badger"))
    assert len(journal.search("badger")) == 1

    journal.commit({}, [written.id])

    assert journal.search("badger") == []


def test_typing_on_narrows_and_rubbing_out_widens(journal: Journal) -> None:
    """Key by key, in either direction, one finds what a fresh search for the same words finds."""
    for text in ("kettle", "kestrel", "otter and kettle", "nothing else", "ketchup, no otter"):
        journal.add(Entry(kind="note", text=text))
    typed = ["k", "ke", "ket", "kett", "kettle", "kettle o", "kettle ot", "ot", "o", "", "els", "k"]

    for words in typed:
        expected = [t for t in texts(journal.entries()) if all(w in t for w in words.split())]
        assert texts(journal.search(words)) == (expected if words else [])


def test_what_was_added_while_searching_is_found(journal: Journal) -> None:
    """A note added between two keys is found by the second."""
    journal.add(entry("kettle"))
    journal.search("ket")

    journal.add(entry("kettle drum"))

    assert texts(journal.search("kett")) == ["kettle drum", "kettle"]
