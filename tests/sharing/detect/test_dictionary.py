"""The private dictionary: whoever is in it is found however they are called."""

import pytest

from peercoach.sharing.detect.dictionary import Known
from tests.sharing.detect.finding import found

ROWAN = Known("Rowan Kestrelle-Park", also=("Chipper", "the boss of tea"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Then Rowan Kestrelle-Park came.", ["Rowan Kestrelle-Park"]),
        ("Then Rowan came.", ["Rowan"]),
        ("the Kestrelle rota", ["Kestrelle"]),
        ("It is Kestrelle-Park's turn.", ["Kestrelle-Park"]),
        ("It was Chipper’s turn.", ["Chipper"]),
        ("and chipper was late", ["chipper"]),
        ("Ask the boss of tea.", ["the boss of tea"]),
        ("Then RKP nodded at the table.", ["RKP"]),
        ("i told rowan it was fine", ["rowan"]),
    ],
)
def test_person(text: str, wanted: list[str]) -> None:
    """Full name, parts, halves, nicknames, initials; the s of a possessive stays outside."""
    assert found(text, "PERSON", [ROWAN]) == wanted


@pytest.mark.parametrize(
    ("name", "written"),
    [("Zoë Łukasik", "Zoe Lukasik"), ("Zoe Lukasik", "Zoë Łukasik"), ("Sean", "Seán")],
)
def test_accents(name: str, written: str) -> None:
    """Accents count for nothing, on either side."""
    assert found(f"With {written} again.", "PERSON", [Known(name)]) == [written]


@pytest.mark.parametrize("text", ["A rose is a rose.", "I will. You may. Mark the page."])
def test_a_word_that_is_a_name_stays_a_word(text: str) -> None:
    """In small letters, among capitals, a name that is a word is that word."""
    assert found(text, "PERSON", [Known("Rose Will"), Known("May")]) == []


def test_without_capitals_a_known_word_is_a_name() -> None:
    """Where a text has no capitals, whoever is known counts, but for the commonest words."""
    text = "thanked joy and said i will do it, as pat said"

    assert found(text, "PERSON", [Known("Joy"), Known("Will")])[:1] == ["joy"]


def test_initials_of_no_word_count_in_small_letters() -> None:
    """Known initials are found in a text without capitals."""
    assert found("rk said it was fine and i agreed", "PERSON", [Known("Rowan Kestrelle")]) == ["rk"]


def test_other_kinds() -> None:
    """Wards, teams and places are found as they are written, and not by their parts."""
    known = [Known("Quill Rise", kind="WARD"), Known("The Lanterns", kind="TEAM")]

    spans = found("On Quill Rise with the lanterns, on the rise.", known=known)

    assert spans == ["Quill Rise", "the lanterns"]


@pytest.mark.parametrize("name", ["", "…", "12"])
def test_nothing_to_look_for(name: str) -> None:
    """An entry without a letter finds nothing, and harms nothing."""
    assert found("Tea at 12…", known=[Known(name)]) == []


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("Oluwaseun Adeyemi", "Then Seun rang.", ["Seun"]),
        ("Thandiwe Dlamini", "Then Thandi rang.", ["Thandi"]),
        ("Robert Osei", "i told rab it was fine", ["rab"]),
        ("Xhevahire", "Then Xhevahrie rang.", ["Xhevahrie"]),
        ("Xhevahire", "we had tea and xhevahir rang", ["xhevahir"]),
        ("Jabu Quorvane", "It was J. Quorvane again.", ["J. Quorvane"]),
        ("Quorvane Sildt", "It was Quorvane S who rang.", ["Quorvane S"]),
        ("Quorvane Sildt", "it was quorvane s. again", ["quorvane s"]),
    ],
)
def test_called_otherwise(name: str, text: str, wanted: list[str]) -> None:
    """Whoever is known is found by a short form, with one letter wrong, and with an initial."""
    assert found(text, "PERSON", [Known(name)]) == wanted


def test_a_common_word_is_no_slip_of_a_name() -> None:
    """A word that the lists have is that word, however near to a known name."""
    known = [Known("Marion Carter"), Known("Patience")]

    assert found("the carer said patient care matters, as a part of it.", known=known) == []
