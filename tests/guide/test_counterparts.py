"""From an element to what it lines up with, and back."""

from pathlib import Path

from peercoach.guide.aligned import aligned, counterparts
from tests.frameworks.asked import DIMENSIONS, FILES, PEERS, shelved


def found(folder: Path, address: str, **files: str) -> list[str]:
    library = shelved(folder, **files)
    framework, element = library.find(address)
    return [one.address(its) for one, its in counterparts(library, framework, element)]


def test_there_and_back(tmp_path: Path) -> None:
    """A peer element leads to its dimension, and the dimension to the element."""
    assert found(tmp_path, "peers/movement") == ["dimensions/vision"]
    assert found(tmp_path, "dimensions/vision") == ["peers/movement"]


def test_nothing_lines_up(tmp_path: Path) -> None:
    """An element that names none, and that none names, leads nowhere."""
    assert found(tmp_path, "dimensions/alone") == []


def test_what_is_not_here_has_a_name_alone(tmp_path: Path) -> None:
    """Where the other framework is missing one goes nowhere; its name is made of its id."""
    library = shelved(tmp_path)
    framework, element = library.find("peers/garden")

    assert counterparts(library, framework, element) == []
    assert aligned(library, element) == "Far away"


def test_none_that_asks_for_care(tmp_path: Path) -> None:
    """A framework with the door of care is never one key away."""
    care = DIMENSIONS.replace("about: Invented", "care: true\nminutes: 5\nabout: Invented")

    assert found(tmp_path, "peers/movement", dimensions=care, peers=PEERS) == []


def test_a_translation_is_not_there_twice(tmp_path: Path) -> None:
    """Of an element in two languages one is led back to, once."""
    assert "peers-cy" in FILES
    assert found(tmp_path, "dimensions/vision").count("peers/movement") == 1
    assert not any("cy" in one for one in found(tmp_path, "dimensions/vision"))
