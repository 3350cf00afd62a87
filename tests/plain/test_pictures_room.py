"""Look back's pictures in plain lines: each says the same as its picture, in sentences."""

from pathlib import Path

import pytest

from peercoach.journal.records import Entry, Place, Rating
from peercoach.words import pictures as words
from peercoach.words import plain
from peercoach.words import plain_rooms as here
from tests.plain.talking import ELEMENT, PASSPHRASE, Clock, choice, made, odd_lines, place, talk

DAY = 86_400_000
ASK = "When did you last see someone's face change because of how you told our story?"
AT = Place(
    framework="peer-leadership",
    framework_title="Peer leadership",
    element="sharing-the-movement",
    element_title="Sharing the movement",
    question="face-change",
    ask=ASK,
)
GONE = Place(
    framework="gone",
    framework_title="A set that is gone",
    element="hills",
    element_title="Hills",
    question="pace",
    ask="How fast did you walk?",
)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def write(vault: Path, *kept: Entry | Rating, days: int = 40) -> Clock:
    """Keep these, some days apart; the clock afterwards stands at the last of them."""
    clock = Clock()
    work = place(vault, clock).open(PASSPHRASE)
    for one in kept:
        clock.utc_ms += days * DAY
        if isinstance(one, Entry):
            work.journal.add(one)
        else:
            work.journal.rate(one)
    work.lock()
    return clock


def answer(text: str) -> Entry:
    """An answer to the one question."""
    return Entry(kind="answer", text=text, place=AT)


def chose(value: int, label: str, where: Place = AT) -> Rating:
    """A step of a rating."""
    rating = "practice" if where is AT else where.question
    return Rating(rating=rating, value=value, label=label, place=where)


def test_a_story_from_the_first_time_to_the_last(vault: Path) -> None:
    """Which element, which question, then each answer with its day, its rating, what changed."""
    clock = write(
        vault,
        answer("I talked to the slide and nobody looked up."),
        chose(1, "We do this very little"),
        answer("I talked to the room and nobody looked up."),
    )

    heard = talk(place(vault, clock), ":notes", ":story", "1", "1", "", "", "")

    assert f"1. {ASK}" in heard.lines
    at = heard.lines.index(words.STORY_TOLD)
    assert heard.lines[at - 2 : at + 12] == [
        "Sharing the movement.",
        ASK,
        words.STORY_TOLD,
        "",
        "23 April, the first time.",
        "I talked to the slide and nobody looked up.",
        "",
        "Today.",
        "You had chosen, 2 June: We do this very little.",
        "I talked to the room and nobody looked up.",
        "New here: “room”.",
        "No longer here: “slide”.",
        "",
        words.STORY_END,
    ]
    assert here.NOTES_AGAIN in heard.lines[at:]
    assert odd_lines(heard) == []


def test_a_long_story_comes_a_few_at_a_time(vault: Path) -> None:
    """Enter goes on; what is said again on asking is the part one is at."""
    clock = write(vault, *[answer(f"Number {n}, told in its own way.") for n in range(200)], days=7)

    heard = talk(place(vault, clock), ":notes", ":story", "1", "1", "", ":again", *[""] * 70)

    for n in range(200):
        assert f"Number {n}, told in its own way." in heard.lines
    assert heard.lines.count("Number 4, told in its own way.") == 2
    assert heard.lines.count("Number 1, told in its own way.") == 1
    assert heard.lines.count(words.STORY_END) == 1
    assert odd_lines(heard) == []


def test_a_note_leads_to_its_story(vault: Path) -> None:
    """From an answer, all answers to its question; a note on its own says that there is none."""
    clock = write(vault, answer("Nobody. שלום."), Entry(kind="note", text="On its own."))

    heard = talk(place(vault, clock), ":notes", "2", ":story", "", "", "1", ":story", "")

    assert "23 April, the first time." in heard.lines
    assert heard.lines.count("Nobody. שלום.") >= 2
    assert words.NO_STORY in heard.lines
    assert odd_lines(heard) == []


def test_an_element_that_is_looked_at_leads_to_its_own_questions(vault: Path) -> None:
    """Narrowed to one, there is no element to choose."""
    clock = write(vault, answer("Nobody."))

    heard = talk(place(vault, clock), ":notes", ":element sharing", ":story", "1", "", "")

    assert words.STORY_ELEMENTS not in heard.lines
    assert "Today, the first time." in heard.lines


def test_ratings_and_then_and_now(vault: Path) -> None:
    """What was chosen over time, and at first and last; another set is heard by its number."""
    clock = write(
        vault,
        chose(1, "At a stroll", GONE),
        chose(1, "We do this very little"),
        chose(2, "We do this sometimes"),
    )

    heard = talk(place(vault, clock), ":notes", ":ratings", "2", "", ":map", "", "")

    at = heard.lines.index("Peer leadership. What you chose over time:")
    assert heard.lines[at : at + 5] == [
        "Peer leadership. What you chose over time:",
        "",
        "Sharing the movement.",
        "2 June: We do this very little.",
        "Today: We do this sometimes.",
    ]
    assert choice(heard, "A set that is gone") == "2"
    assert "23 April: At a stroll." in heard.lines
    assert "Sharing the movement: very little, 2 June. Now sometimes, today." in heard.lines
    assert "Looking after each other: nothing chosen yet." in heard.lines
    assert odd_lines(heard) == []


def test_a_year_and_another(vault: Path) -> None:
    """The last twelve months first, then a year by its number; enter goes back."""
    step = Entry(kind="step", text="Ask Sam about the bus", place=AT)
    clock = write(vault, answer("Nobody."), step, chose(2, "We do this sometimes"))

    heard = talk(place(vault, clock), ":notes", ":year", "2", "", "")

    assert "The last twelve months:" in heard.lines and "2026:" in heard.lines
    at = heard.lines.index("The last twelve months:")
    assert heard.lines[at + 1 : at + 8] == [
        "",
        "April 2026.",
        "I thought about: Sharing the movement.",
        "",
        "June 2026.",
        "I thought about: Sharing the movement.",
        "Next steps: Ask Sam about the bus.",
    ]
    assert odd_lines(heard) == []


def test_an_empty_notebook(vault: Path) -> None:
    """Each says that there is nothing yet, and enter goes back to the notes."""
    said = [":story", "", ":ratings", "", ":map", "", ":year", ""]

    heard = talk(place(vault), ":notes", *said)

    for sentence, count in ((words.STORIES_EMPTY, 1), (words.NONE_YET, 2), (words.YEAR_EMPTY, 1)):
        assert heard.lines.count(sentence) == count
    assert heard.lines.count(plain.ENTER_GOES_BACK) == 4
    assert odd_lines(heard) == []


def test_what_is_no_choice_is_said(vault: Path) -> None:
    """A number that leads nowhere changes nothing, and what was reached stays."""
    clock = write(vault, answer("Nobody."))

    heard = talk(place(vault, clock), ":notes", ":story", "9", "1", "7", "1", "x", "")

    assert heard.lines.count(plain.NOT_A_CHOICE) == 3
    assert "Today, the first time." in heard.lines


def test_nothing_of_it_is_said_after_a_lock(vault: Path) -> None:
    """What could be heard again is let go of."""
    clock = write(vault, answer("Nobody heard the kettle."))

    heard = talk(place(vault, clock), ":notes", ":story", "1", "1", ":lock", ":again")

    assert heard.lines.count("Nobody heard the kettle.") == 1
    assert ELEMENT not in heard.text
