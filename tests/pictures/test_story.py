"""An element's story: what belongs to it, in which order, under which wording, with what beside."""

from itertools import pairwise
from typing import get_args

import pytest

from peercoach.journal.records import Entry, EntryKind, Place
from peercoach.pictures import told
from peercoach.pictures.changes import Kind
from peercoach.pictures.sources import Said
from peercoach.pictures.story import Story, elements, questions, story, what_of
from peercoach.words import look_back
from peercoach.words import pictures as words
from tests.pictures.invented import HILLS, UP, at, rated, said, shelf, walking

TODAY = at(2026, 3, 14).local().date()


def told_of(found: Story, place: int) -> tuple[str, list[str]]:
    """One answer in words."""
    return told.of_answer(found, place, TODAY)


def test_answers_to_one_question_from_the_first_to_the_last() -> None:
    """Those of other questions and elements are not in it; each stands as it was written."""
    notes = [
        said(at(2025, 3, 2), "Slowly."),
        said(at(2025, 3, 2), "Another question.", question="top"),
        said(at(2025, 8, 9), "Not at all.", element="shores"),
        said(at(2026, 1, 5), "Slowly, and with Sam."),
    ]

    found = story(notes, [], shelf(), HILLS, UP)

    assert found is not None
    assert [one.text for one in found.answers] == ["Slowly.", "Slowly, and with Sam."]
    assert (found.title, found.framework_title, found.ask) == ("Hills", "Walking", "What about up?")
    assert story(notes, [], shelf(), HILLS, "question/down") is None


def test_the_ratings_of_the_time_stand_beside() -> None:
    """The one chosen in the same reflection; else the one that stood then, with its day."""
    notes = [
        said(at(2025, 1, 1), "Before any rating.", reflection=1),
        said(at(2025, 3, 2, 10), "With one.", reflection=2),
        said(at(2025, 6, 1), "Without.", reflection=3),
    ]
    chosen = [
        rated(at(2025, 3, 2, 11), 1, reflection=2),
        rated(at(2025, 3, 2, 12), 2, reflection=9),
        rated(at(2025, 7, 1), 3),
    ]

    found = story(notes, chosen, shelf(), HILLS, UP)

    assert found is not None
    assert [[one.label for one in answer.ratings] for answer in found.answers] == [
        [],
        ["We do this very little"],
        ["We do this sometimes"],
    ]
    assert told_of(found, 1)[1][0] == "You chose: We do this very little."
    assert told_of(found, 2)[1][0] == "You had chosen, 2 March 2025: We do this sometimes."


def test_earlier_wording_is_shown_where_it_was_another_one() -> None:
    """The question stands as it is asked now; under an answer to other words, those stand."""
    notes = [
        said(at(2025, 1, 1), "One.", ask="How did you get up there?"),
        said(at(2025, 2, 1), "Two."),
    ]

    found = story(notes, [], shelf(), HILLS, UP)

    assert found is not None
    assert [one.asked for one in found.answers] == ["How did you get up there?", ""]
    assert "It asked then: How did you get up there?" in told_of(found, 0)[1]


def test_a_question_that_is_gone_keeps_its_story() -> None:
    """Of a framework or an element that is no longer here, the last wording is the heading."""
    notes = [
        said(at(2025, 1, 1), "One.", of="gone", ask="First wording?"),
        said(at(2025, 2, 1), "Two.", of="gone", ask="Last wording?"),
    ]

    found = story(notes, [], shelf(), "gone/hills", UP)

    assert found is not None
    assert found.ask == "Last wording?"
    assert [one.asked for one in found.answers] == ["First wording?", ""]


def test_elements_and_their_questions_come_in_the_order_of_the_library() -> None:
    """A note that answers nothing has no story; what is asked each time has one of its own."""
    notes = [
        said(at(2025, 1, 1), "A note.", kind="note"),
        said(at(2025, 1, 2), "Tide.", element="shores", question="tide"),
        said(at(2025, 1, 3), "A step.", kind="step", ask="What is one next step?"),
        said(at(2025, 1, 4), "Down.", question="down"),
        said(at(2025, 1, 5), "Up."),
        said(at(2025, 1, 6), "Seen.", kind="example", ask="Where was it?"),
        said(at(2025, 1, 7), "Old.", question="asked-no-more", ask="What was it?"),
    ]

    asked = questions(notes, shelf(), HILLS)

    assert [one.title for one in elements(notes, shelf())] == ["Hills", "Shores"]
    assert [one.title for one in asked] == [
        "What about up?",
        "What about down?",
        "What was it?",
        "Where is it?",
        "What is one next step?",
    ]
    assert what_of(notes[0].entry) == ""


def test_what_changed_is_said_in_words_or_quoted() -> None:
    """In plain lines nothing is underlined: so no sentence speaks of it."""
    texts = [
        "I walk up slowly with a flask of tea.",
        "I walk up slowly with two flasks of tea.",
        "I walk up slowly with two flasks of tea.",
        "Something else by now.",
    ]
    notes = [said(at(2025, month, 1), text) for month, text in enumerate(texts, 1)]
    found = story(notes, [], shelf(), HILLS, UP)
    assert found is not None

    parts = [told_of(found, place) for place in range(4)]

    assert [heading for heading, _ in parts] == [
        "1 January 2025, the first time.",
        "1 February 2025.",
        "1 March 2025, the same words as before.",
        "1 April 2025, in new words.",
    ]
    assert parts[1][1] == [
        texts[1],
        "New here: “two flasks”.",
        "No longer here: “a flask”.",
    ]
    assert not any("underlined" in line for _, lines in parts for line in lines)


def test_a_story_of_two_hundred_answers_and_very_long_ones() -> None:
    """All are there, in order, and each can be told without an error."""
    long = "A line that goes on. " * 5000
    notes = [said(at(2010 + n // 12, n % 12 + 1, 1), f"Answer {n}.") for n in range(200)]
    notes.append(said(at(2027, 1, 1), long))

    found = story(notes, [], shelf(), HILLS, UP)

    assert found is not None
    assert len(found.answers) == 201
    assert all(a.when.utc_ms < b.when.utc_ms for a, b in pairwise(found.answers))
    assert told_of(found, 200)[1][0] == long


@pytest.mark.parametrize("kind", ["words", "coaching"])
def test_what_no_question_was_kept_with_is_named_by_its_kind(kind: EntryKind) -> None:
    """An imported note may have no wording: it is listed by what it is."""
    bare = Place(framework="walking", framework_title="Walking", element="hills")
    note = Said(1, Entry(kind=kind, text="Said.", place=bare), at(2025, 1, 1))

    assert [one.title for one in questions([note], shelf(walking()), HILLS)] == [
        look_back.KINDS[kind]
    ]


def test_every_change_has_its_words() -> None:
    """Each kind of change is said, or is nothing to be said."""
    assert set(words.CHANGES) == set(get_args(Kind))
