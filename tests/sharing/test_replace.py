"""Labels: typed, the same for the same person, and nothing but the span is replaced."""

from typing import get_args

import pytest

from peercoach.sharing.detect.detector import Detector
from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.detect.spans import Kind
from peercoach.sharing.forms import Form
from peercoach.sharing.replace import Replacer, letters
from peercoach.words import sharing as words


def replaced(text: str, known: tuple[Known, ...] = ()) -> str:
    """A text as it comes out."""
    return Replacer(known).replace(text, Detector(known).find(text)).text


def test_one_person_one_letter() -> None:
    """Full name, first name, surname, title and initials of one person have one label."""
    text = "I met Priya Nair. Priya said so, and Dr Nair's notes too. PN agreed. Then Tunde came."

    assert replaced(text) == (
        "I met Person A. Person A said so, and Dr Person A's notes too. Person A agreed. "
        "Then Person B came."
    )


def test_two_who_share_a_first_name() -> None:
    """Two full names are two people, whatever they share."""
    replacer = Replacer()

    labels = [replacer.label("PERSON", one) for one in ("Anna Osei", "Anna Nair", "A. Nair")]

    assert labels == ["Person A", "Person B", "Person B"]


def test_through_one_export() -> None:
    """One replacer gives the same labels in each of its texts; another begins afresh."""
    one, other = Replacer(), Replacer()

    first = [one.label("PERSON", name) for name in ("Tunde", "Priya", "Tunde")]

    assert first == ["Person A", "Person B", "Person A"]
    assert other.label("PERSON", "Priya") == "Person A"
    assert dict(one.key) == {"Person A": "Tunde", "Person B": "Priya"}


def test_roles_and_nicknames() -> None:
    """The dictionary says what somebody is, and which names are theirs; no role tells too much."""
    known = (
        Known("Rowan Kestrelle", also=("Chipper",), role="colleague"),
        Known("Uma Quist", role="bishop of Foxmoor"),
    )
    replacer = Replacer(known)

    labels = [replacer.label("PERSON", one) for one in ("Chipper", "Rowan", "RK", "Uma Quist")]

    assert labels == ["Colleague A", "Colleague A", "Colleague A", "Person B"]


def test_a_first_name_of_two_is_nobodys() -> None:
    """Where two in the dictionary share a name, no role is said for it."""
    known = (Known("Anna Osei", role="coach"), Known("Anna Nair", role="friend"))

    assert Replacer(known).label("PERSON", "Anna") == "Person A"


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("WARD", "Cedar ward", "Ward 1"),
        ("TEAM", "Brackenhill Team", "Team 1"),
        ("ORG", "Foxmoor NHS Trust", "Trust 1"),
        ("ORG", "St Aidan's Hospice", "Hospice 1"),
        ("ORG", "Foxmoor", "Organisation 1"),
        ("PLACE", "Middlesbrough", "Place 1"),
        ("PHONE", "01632 960123", "[phone removed]"),
        ("DOB", "3 May 1984", "[date of birth removed]"),
    ],
)
def test_other_kinds(kind: Kind, text: str, label: str) -> None:
    """Places are numbered by kind; numbers and addresses are removed."""
    replacer = Replacer()

    assert replacer.label(kind, text) == label
    assert replacer.label(kind, text.upper()) == label


def test_each_kind_counts_for_itself() -> None:
    """Wards and places each begin at one."""
    replacer = Replacer()
    things: list[tuple[Kind, str]] = [("WARD", "Elm"), ("PLACE", "Leeds"), ("WARD", "Oak")]

    labels = [replacer.label(kind, text) for kind, text in things]

    assert labels == ["Ward 1", "Place 1", "Ward 2"]


def test_every_kind_has_a_label() -> None:
    """Whatever can be found can be replaced, and can be said."""
    kinds: tuple[Kind, ...] = get_args(Kind)

    labels = [Replacer().label(one, "14 March 2025") for one in kinds]

    assert all(labels)
    assert set(words.KINDS) == set(kinds)


@pytest.mark.parametrize(
    ("number", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_letters(number: int, letter: str) -> None:
    """After Z comes AA."""
    assert letters(number) == letter


def test_no_name_in_a_repr() -> None:
    """A replaced text does not show itself where it is printed by accident."""
    assert "Secretly" not in repr(Replacer().replace("Secretly kept", []))
    assert "Secretly" not in repr(
        [Known("Secretly", ("Secretly K",)), Form(("Secretly",), "PERSON")]
    )


def test_one_place_is_one_number_by_whatever_name() -> None:
    """A ward that is known by several names has one label."""
    ward = Known("Quill Rise", ("Ward 7", "the Quill"), kind="WARD")
    text = "On Quill Rise. Ward 7 was full; on another ward, Ward 9, it was not."

    replaced = Replacer([ward]).replace(text, Detector([ward]).find(text))

    assert replaced.text.count("Ward 1") == 2
    assert "another ward" in replaced.text
