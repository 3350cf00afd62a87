"""What any framework can ask, in the plain interface: levels, two ratings, what lines up, marks."""

from pathlib import Path

import pytest

from peercoach.frameworks.library import Library
from peercoach.settings import Settings
from tests.frameworks.asked import DIMENSIONS, IN_WAYS, PEERS, shelved
from tests.journal.making import texts
from tests.plain.talking import (
    PASSPHRASE,
    Clock,
    Heard,
    Reply,
    Said,
    SmallPlace,
    choice,
    odd_lines,
    talk,
)

MOVEMENT = "peers/movement"
REWORDED = PEERS.replace("Whose face changed?", "Which face lit up?")


class Shelf:
    """A notebook with a spare key alone in it, and a library that can change between sittings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.kept: list[Settings] = []
        self.holds()
        work = self.place.make(PASSPHRASE)
        work.keep_spare_key(work.offer_spare_key(PASSPHRASE))
        work.lock()

    def holds(self, **files: str) -> None:
        self.library: Library = shelved(self.folder / "shelf", **files)

    @property
    def place(self) -> SmallPlace:
        return SmallPlace(self.folder / "n.vault", self.library, self.clock)

    def talk(self, *said: Said) -> Heard:
        self.clock.utc_ms += 60_000
        last = self.kept[-1] if self.kept else Settings()
        return talk(self.place, *said, person=True, settings=last, keep=self.kept.append)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def pick(said: str) -> Reply:
    """The number behind which something was offered last."""
    return Reply(lambda text: choice(Heard(0, text), said))


VISION = pick("Dimensions: Sharing the vision")
MOVING = pick("Peers: Sharing the movement")


def test_levels_are_offered_first(shelf: Shelf) -> None:
    """Beginning where there are levels asks which, and says each question's level."""
    heard = shelf.talk(":elements", VISION, pick("Further on"), "Rosa does.", ".", ":pause")

    assert "Where would you like to begin?" in heard.text
    assert "1. First steps, 2 questions." in heard.text
    assert "3. All of them, 3 questions." in heard.text
    assert "Who carries it with you?" in heard.text
    assert "Where would you like this place to be?" not in heard.text


def test_all_levels_say_which_a_question_belongs_to(shelf: Shelf) -> None:
    """With all of them each question is said with its level; the level used last is named."""
    shelf.talk(":elements", VISION, pick("Further on"), "Rosa does.", ".", ":pause")

    heard = shelf.talk(":elements", VISION, pick("All of them"), ":skip", ":skip", ":pause")

    assert "Last time you were at: Further on." in heard.text
    assert "Question 1 of 3, First steps. Where would you like this place to be?" in heard.text
    assert "Question 3 of 3, Further on. Who carries it with you?" in heard.text


def test_enter_at_the_levels_goes_back(shelf: Shelf) -> None:
    """An empty line begins nothing."""
    heard = shelf.talk(":elements", VISION, "")

    assert "Who carries it" not in heard.text
    assert "Question" not in heard.text


def test_both_ratings_and_how_they_stand(shelf: Shelf) -> None:
    """One after the other, each can be skipped; then both in words, and so in the list."""
    heard = shelf.talk(
        *(
            ":elements",
            VISION,
            pick("Further on"),
            ":skip",
            "0",
            "Very much",
            ":pause",
            ":elements",
        ),
    )

    said = (
        "How do I practise this now? Not yet.",
        "How much does it matter in my role? Very much.",
        "These two stand some way apart.",
    )
    assert "\n".join(said) in heard.text
    assert "Another look at it. How much does it matter in my role?" in heard.text
    assert f"Dimensions: Sharing the vision. {' '.join(said)}" in heard.text
    assert odd_lines(heard) == []


def test_skipping_one_rating_compares_nothing(shelf: Shelf) -> None:
    """Where the first was skipped nothing is laid beside the second."""
    heard = shelf.talk(":elements", VISION, pick("Further on"), ":skip", "", "4", ":pause")

    assert "These two" not in heard.text
    assert "Living it." in heard.text


def test_across_and_back_to_the_same_line(shelf: Shelf) -> None:
    """From an element to its dimension, through it, and back: what was typed stands as it was."""
    heard = shelf.talk(
        *(":elements", MOVING, "Half a thought", ":aligned", pick("Begin here"), pick("First")),
        *("A garden.", ".", ":enough", "", ":read", "and its end", ".", ":pause"),
    )

    assert "This lines up with Dimensions: Sharing the vision." in heard.text
    assert "Saying where we want to go." in heard.text
    assert "You are back at your question." in heard.text
    back = heard.text.partition("You are back at your question.")[2]
    assert "Whose face changed?" in back
    assert "You wrote so far:\nHalf a thought" in back
    work = shelf.place.open(PASSPHRASE)
    assert texts(work.journal.entries()) == ["Half a thought\nand its end", "A garden."]
    work.lock()


def test_one_question_of_the_dimension(shelf: Shelf) -> None:
    """A question of what lines up can be taken by itself."""
    heard = shelf.talk(
        *(":elements", MOVING, ":aligned", pick("Which words do you use"), "Hope.", ".", ""),
        ":pause",
    )

    assert "Which words do you use for it?" in heard.text
    assert "You are back at your question." in heard.text


def test_from_the_dimension_to_what_waits(shelf: Shelf) -> None:
    """From the dimension one goes on with the element's reflection that waits, where it stood."""
    shelf.talk(":elements", MOVING, "Half a thought", ":pause")

    heard = shelf.talk(
        *(":elements", VISION, pick("First"), ":aligned", pick("Go on where you were"), ":pause"),
    )

    there = heard.text.partition("Go on where you were.")[2]
    assert "You wrote so far:\nHalf a thought" in there


def test_staying_keeps_what_is_typed(shelf: Shelf) -> None:
    """Enter stays; the lines typed before and after are one answer."""
    shelf.talk(":elements", MOVING, "One line", ":aligned", "", "and another", ".", ":pause")

    work = shelf.place.open(PASSPHRASE)
    assert texts(work.journal.entries()) == ["One line\nand another"]
    work.lock()


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ("Tending the garden", "This lines up with “Far away”."),
        ("Standing alone", "This lines up with nothing else here."),
    ],
)
def test_nowhere_to_go(shelf: Shelf, element: str, said: str) -> None:
    """What is not here is named; where nothing lines up that is said."""
    heard = shelf.talk(":elements", pick(element), ":aligned", ":pause")

    assert said in heard.text


def test_marks_are_said_and_come_back(shelf: Shelf) -> None:
    """Marked, it is said; the next time it says so before the question, and how to leave it out."""
    heard = shelf.talk(":elements", MOVING, "Rosa's.", ":jarred", ".", ":pause")
    assert "Marked: this one jarred." in heard.text

    later = shelf.talk(":elements", MOVING, ":helped", ":helped", ":skip", ":pause")

    told, asked = "This one jarred last time. You can type :skip", "Question 1 of 3."
    assert told in later.text
    assert later.text.index(told) < later.text.index(asked)
    assert "Marked: this one helped.\n" in later.text
    assert "The mark is taken back." in later.text
    again = shelf.talk(":elements", MOVING, ":pause")
    assert "last time" not in again.text
    work = shelf.place.open(PASSPHRASE)
    assert texts(work.journal.entries()) == ["Rosa's."]
    work.lock()


def test_nothing_to_mark_at_a_rating(shelf: Shelf) -> None:
    """Where no question is asked a sentence says so."""
    heard = shelf.talk(":elements", pick("Tending the garden"), ":skip", ":jarred", ":pause")

    assert "There is no question here to mark." in heard.text


def test_session_plans_can_be_heard(shelf: Shelf) -> None:
    """They are listed with their minutes, and each is said part by part, in whole sentences."""
    heard = shelf.talk(":plans", "1", "")

    assert "1. A talk by the window, 20 or 60 minutes." in heard.text
    for line in (
        "What we agree first.",
        "Kindness: Towards oneself too.",
        "Talking, 10 or 40 minutes.",
        "Where to: What would you like from this?",
        "Tea, 5 or 10 minutes.",
    ):
        assert line in heard.lines
    assert odd_lines(heard) == []


def test_the_ways_of_a_plan_are_heard(shelf: Shelf) -> None:
    """Each way to go about it is said by its title, with what it is good for."""
    shelf.holds(peers=PEERS, talk=IN_WAYS)

    heard = shelf.talk(":plans", "1", "")

    for line in ("Ways to go about it.", "From a wish: When there is one.", "From listening."):
        assert line in heard.lines
    assert odd_lines(heard) == []


def test_no_plans_is_said(shelf: Shelf) -> None:
    """Where there is none that is said, and enter goes back."""
    shelf.holds(peers=PEERS)

    heard = shelf.talk(":plans", "")

    assert "There is no session plan here yet." in heard.text


def test_a_language_is_chosen_and_remembered(shelf: Shelf) -> None:
    """Chosen where elements are, it holds at once, the next time too, and English comes back."""
    heard = shelf.talk(":elements", ":language", pick("Cymraeg"), ":elements", pick("mudiad"))
    assert "English: Peers. This is the one you have now." in heard.text
    assert "From now on: Cymheiriaid, in Cymraeg." in heard.text
    assert "Wyneb pwy newidiodd?" in heard.text
    assert shelf.kept[-1].languages == {"peers": "cy"}

    later = shelf.talk(":elements", pick("mudiad"), "Rosa.", ".", ":pause")
    assert "Wyneb pwy newidiodd?" in later.text

    english = shelf.talk(":elements", ":language", pick("English"), ":elements", MOVING, ":before")
    assert "Whose face changed?" in english.text
    assert "You were asked then: Wyneb pwy newidiodd?\nRosa." in english.text


def test_no_other_language_is_said(shelf: Shelf) -> None:
    """Where there is no choice that is said."""
    shelf.holds(peers=PEERS)

    heard = shelf.talk(":elements", ":language", "")

    assert "Nothing here can be read in another language yet." in heard.text


def test_someone_beside_reads_the_chosen_language(shelf: Shelf) -> None:
    """With someone there the elements are said in the language that was chosen."""
    shelf.talk(":elements", ":language", pick("Cymraeg"))

    heard = shelf.talk(":company", pick("mudiad"))

    assert "Wyneb pwy newidiodd?" in heard.text


def test_an_earlier_wording_is_said(shelf: Shelf) -> None:
    """Worded anew, the earlier answer comes with its wording, at the question and in Look back."""
    shelf.talk(":elements", MOVING, "Rosa's.", ".", ":pause")
    shelf.holds(peers=REWORDED)

    heard = shelf.talk(":elements", MOVING, ":before", ":pause", ":notes", "1", "", ":pause")

    assert "You were asked then: Whose face changed?\nRosa's." in heard.text
    assert "This answers an earlier wording. Now it asks: Which face lit up?" in heard.text
    assert odd_lines(heard) == []


def test_a_gone_element_can_be_heard(shelf: Shelf) -> None:
    """What is no longer in the library is offered at the end, to hear what was written."""
    shelf.talk(":elements", MOVING, "Rosa's.", ".", ":pause")
    shelf.holds(dimensions=DIMENSIONS)

    heard = shelf.talk(":elements", pick("no longer in the library"), "1", "", ":pause")

    assert (
        "Peers: Sharing the movement. This is no longer in the library. Hear what you wrote."
        in heard.text
    )
    assert "This is no longer in the library. What you wrote stays." in heard.text
    assert "Rosa's." in heard.text
