"""What a search found is said as the sentence that holds the words."""

import pytest

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Place, Rating
from peercoach.journal.written import Written
from peercoach.plain.matching import MOST, sentence_of, sentence_with


@pytest.mark.parametrize(
    ("text", "typed", "sentence"),
    [
        ("One thing. Then a kettle! And tea?", "kettle", "Then a kettle!"),
        ("A kettle. A kettle and a cup. A cup.", "cup kettle", "A kettle and a cup."),
        ("no full stop\nbut a Kéttle here\nand more", "KETTLE", "but a Kéttle here"),
        ("“A kettle.” She smiled.", "smile", "She smiled."),
        ("Nothing here.", "kettle", ""),
        ("At 10.30 we met. A kettle.", "met", "At 10.30 we met."),
        ("", "kettle", ""),
    ],
)
def test_the_sentence(text: str, typed: str, sentence: str) -> None:
    """It is the first that holds most of the words, whatever their case and accents."""
    assert sentence_with(text, typed) == sentence


def test_a_long_sentence() -> None:
    """Of a long one, the part about the words is said, from a whole word on."""
    said = sentence_with("and then " * 100 + "a kettle " + "and so on " * 100, "kettle")

    assert said.startswith("…")
    assert " kettle " in said
    assert len(said) <= MOST + 1


def written(record: Entry | Rating) -> Written:
    return Written(1, record, Moment(0, 0, "GMT"))


def test_where_it_stands() -> None:
    """What the person wrote comes first, then the question, then the element."""
    place = Place(ask="Whose kettle was it?", element_title="Kettles and cups")
    answer = Entry(kind="answer", text="Hers. A cup of tea.", place=place)

    assert sentence_of(written(answer), "cup") == "A cup of tea."
    assert sentence_of(written(answer), "kettle") == "Whose kettle was it?"
    assert sentence_of(written(answer), "kettles") == "Kettles and cups"
    assert sentence_of(written(answer), "zebra") == "Hers. A cup of tea."


def test_a_rating() -> None:
    """Of a rating the words that were chosen are said."""
    rating = Rating(rating="now", value=2, label="We do this sometimes", place=Place())

    assert sentence_of(written(rating), "some") == "We do this sometimes"
