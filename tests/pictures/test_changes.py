"""What changed from one text to the next: marked where it is worth it, else said in a word."""

import pytest

from peercoach.pictures.changes import MOST_WORDS, Change, change, marked

BUSY = "I stop answering the phone and call it being busy."


def test_nothing_came_before_the_first() -> None:
    """The first has nothing to be compared with."""
    assert change(None, BUSY) == Change("first")


@pytest.mark.parametrize(
    "again",
    [BUSY, BUSY.upper(), f"  {BUSY}\n", "I stop answering the phone, and call it “being busy”"],
)
def test_the_same_words_are_the_same(again: str) -> None:
    """Case, marks and blanks are no words."""
    assert change(BUSY, again).kind == "same"


def test_of_a_text_that_was_worked_over_the_new_words_are_marked() -> None:
    """Each new stretch is marked once, and what went is quoted as it stood."""
    new = "I stop answering my phone and call it being really very busy."

    found = change(BUSY, new)

    assert found.kind == "alike"
    assert marked(new, found) == ["my", "really very"]
    assert found.gone == ("the",)


def test_stretches_that_nearly_touch_are_one() -> None:
    """One kept word between two new ones makes no confetti."""
    old = "We sat by the river until the light went and then we all walked home together."
    new = "We sat by a river under the light until it went and then we all walked home together."

    found = change(old, new)

    assert found.kind == "alike"
    assert len(found.marks) <= 2


def test_what_is_said_again_in_another_text_is_marked() -> None:
    """A sentence taken up a year later is worth seeing; the rest of the two texts is not."""
    new = (
        "Last time I put that I stop answering the phone and call it being busy. Not my favourite "
        "thing to read back. Eleven missed calls, and it was only Monday, and nobody had noticed."
    )

    found = change(BUSY, new)

    assert found.kind == "echo"
    assert marked(new, found) == ["I stop answering the phone and call it being busy"]
    assert found.gone == ()


@pytest.mark.parametrize(
    "new",
    [
        "The phone, still. But there's one before it: lunch over the keyboard.",
        "I don't know what it is that I would say of it to you now, and I think that is so.",
        "",
    ],
)
def test_of_another_text_nothing_is_marked(new: str) -> None:
    """Small words in common are no echo."""
    old = "I don't know what it is, but it was a long day in the garden with nobody else."

    assert change(old, new) == Change("new")


@pytest.mark.parametrize("before", ["", " \n", "…"])
def test_an_empty_text_before(before: str) -> None:
    """Whatever comes after nothing is new; nothing after nothing is the same."""
    assert change(before, BUSY).kind == "new"
    assert change(before, "").kind == "same"


def test_spans_fit_texts_that_are_written_from_the_right() -> None:
    """Hebrew, Arabic with its marks, and ligatures: what is marked are whole words of the text."""
    old = "אני יושבת ליד החלון ושותה תה עם חברה טובה מאוד"
    new = "אני יושבת ליד הדלת ושותה תה עם חברה טובה מאוד"
    arabic = "أَجْلِسُ بِجَانِبِ النَّافِذَةِ وَأَشْرَبُ الشَّايَ مَعَ صَدِيقَتِي", "أَجْلِسُ بِجَانِبِ الْبَابِ وَأَشْرَبُ الشَّايَ مَعَ صَدِيقَتِي"

    hebrew, other = change(old, new), change(*arabic)

    assert marked(new, hebrew) == ["הדלת"]
    assert marked(arabic[1], other) == ["الْبَابِ"]
    assert hebrew.gone == ("החלון",)


def test_very_long_texts_are_not_laid_side_by_side() -> None:
    """A pasted report is not compared, and nothing is said of it."""
    long = "word " * (MOST_WORDS + 1)

    assert change(BUSY, long) == Change("unsaid")
    assert change(long, BUSY) == Change("unsaid")
    assert change(long, long) == Change("same")
