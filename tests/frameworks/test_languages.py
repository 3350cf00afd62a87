"""A file in another language than what it extends: a choice, and never in anyone's way."""

from pathlib import Path

import pytest

from peercoach.frameworks.library import Library
from peercoach.guide.tongues import tongues
from tests.frameworks.asked import PEERS, WELSH, shelved

FURTHER = (
    WELSH.replace("peers-cy", "peers-south").replace("extends: peers\n", "extends: peers-cy\n")
).replace("Wyneb pwy newidiodd?", "Gwep pwy?")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return shelved(tmp_path)


def asks(library: Library, id: str = "peers") -> list[str]:
    return [one.ask for one in library.get(id).elements[0].questions]


def test_it_takes_nobodys_english_away(library: Library) -> None:
    """Until it is chosen every element is there once, in the language it was written in."""
    listed = [framework.address(element) for framework, element in library.elements()]

    assert listed.count("peers/movement") == 1
    assert not any(one.startswith("peers-cy") for one in listed)
    assert asks(library)[0] == "Whose face changed?"


def test_it_can_be_chosen_and_left_again(library: Library) -> None:
    """Chosen, it stands under the ids of what it translates; English comes back."""
    welsh = library.speaking({"peers": "cy"})
    english = welsh.speaking({"peers": "en-GB"})

    assert (welsh.get("peers").id, welsh.get("peers").title) == ("peers", "Cymheiriaid")
    assert asks(welsh) == [
        "Wyneb pwy newidiodd?",
        "Which story did you tell?",
        "What came after it?",
    ]
    assert [one for one, _ in welsh.elements()].count(welsh.get("peers")) == 2
    assert english.get("peers") == library.get("peers")
    assert welsh.speaking({}).get("peers") == library.get("peers")


@pytest.mark.parametrize("chosen", [{"peers": "fr"}, {"gone": "cy"}, {"dimensions": "cy"}])
def test_what_is_not_to_be_had_changes_nothing(library: Library, chosen: dict[str, str]) -> None:
    """A language that was chosen once and is not here (any more) leaves all as it is."""
    assert library.speaking(chosen).frameworks == library.frameworks


def test_the_languages_there_are(library: Library) -> None:
    """A framework has its own and each translation's, whichever is chosen; most have no choice."""
    for one in (library, library.speaking({"peers": "cy"})):
        assert list(one.languages("peers")) == ["en-GB", "cy"]
        assert one.languages("peers")["en-GB"].title == "Peers"
        assert one.languages("dimensions") == {}
        assert one.languages("unheard-of") == {}


def test_the_choice_in_words(library: Library) -> None:
    """Each language by what it calls itself, with the title there and whether it is chosen."""
    found = tongues(library.speaking({"peers": "cy"}))

    assert [(one.name, one.title, one.chosen) for one in found] == [
        ("English", "Peers", False),
        ("Cymraeg", "Cymheiriaid", True),
    ]


def test_a_translation_of_a_translation(tmp_path: Path) -> None:
    """What builds on a translation translates the same framework, and is another choice of it."""
    far = FURTHER.replace("language: cy", "language: cy-GB")
    library = shelved(tmp_path, a=PEERS, b=WELSH, c=far)

    assert list(library.languages("peers")) == ["en-GB", "cy", "cy-GB"]
    assert asks(library.speaking({"peers": "cy-GB"}))[0] == "Gwep pwy?"


def test_the_same_language_is_no_translation(tmp_path: Path) -> None:
    """What extends in its own language is a framework of its own, listed as such."""
    own = WELSH.replace("language: cy", "language: en").replace("peers-cy", "ours")
    library = shelved(tmp_path, a=PEERS, b=own)

    assert library.languages("peers") == {}
    assert "ours/movement" in [one.address(its) for one, its in library.elements()]


def test_it_is_found_by_its_own_id(library: Library) -> None:
    """A command that names the file's id gets it, whatever is chosen."""
    assert library.get("peers-cy").title == "Cymheiriaid"
    assert library.speaking({"peers": "cy"}).get("peers-cy").id == "peers-cy"
