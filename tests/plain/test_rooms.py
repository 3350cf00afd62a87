"""Support from every room, and frameworks that can't be used."""

from pathlib import Path

import pytest

from peercoach import paths
from peercoach.frameworks.library import open_library
from peercoach.frameworks.shelves import Shelves
from peercoach.plain.launch import Place
from peercoach.words import plain_rooms as words
from peercoach.words import support
from tests.frameworks.documents import SMALL
from tests.plain.talking import Heard, Reply, choice, made, place, talk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def test_unusable_framework(vault: Path, tmp_path: Path) -> None:
    """A framework with errors stops nothing: it is named, and everything else works."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "ours.yaml").write_text("format: peercoach/framework/1\nid: ours\n")
    shipped = place(vault).library.files["peer-leadership"]
    library = open_library(shipped=Path(shipped).parent, personal=None, extra=folder)

    heard = talk(Place(vault, library), ":elements")

    assert any("ours.yaml" in line for line in heard.lines)
    assert "1. Peer leadership: Sharing the movement." in heard.lines


def test_a_new_file_is_there_without_a_new_start(vault: Path, tmp_path: Path) -> None:
    """A file that comes while the program runs can be chosen at once; a broken one is named."""
    mine = tmp_path / "mine"
    mine.mkdir()
    shelves = Shelves(shipped=paths.shipped_frameworks(), personal=None, extra=mine)
    where = Place(vault, shelves(), again=shelves)

    heard = talk(
        where,
        lambda: (mine / "ours.yaml").write_text(SMALL),
        lambda: (mine / "bad.yaml").write_text("a: ["),
        *(":elements", Reply(lambda text: choice(Heard(0, text), "Small: One")), "Tea.", "."),
        *(":enough", "", "2", ":elements"),
    )

    assert heard.code == 0
    assert any(line.endswith("Tell me what you saw") for line in heard.lines)
    assert len([line for line in heard.lines if "bad.yaml" in line]) == 1


def test_what_was_begun_keeps_its_wording(vault: Path, tmp_path: Path) -> None:
    """A file that changes under a running reflection changes nothing that it asks."""
    mine = tmp_path / "mine"
    mine.mkdir()
    second = "      - {id: second, ask: And then}\n"
    (mine / "ours.yaml").write_text(SMALL + second)
    shelves = Shelves(shipped=tmp_path / "none", personal=None, extra=mine)
    where = Place(vault, shelves(), again=shelves)

    def change() -> None:
        (mine / "ours.yaml").write_text((SMALL + second).replace("And then", "And now what"))

    begun = (":elements", "1", change, "Tea.", ".", ":enough", "", "2")
    heard = talk(where, *begun, ":elements", "1", ":skip")

    asked = [line for line in heard.lines if "And " in line]
    assert "And then" in asked[0]
    assert "And now what" in asked[-1]


def test_framework_gone(vault: Path, tmp_path: Path) -> None:
    """A reflection whose framework is gone says so; all that was written in it is in the notes,
    what was typed and not kept by then as well.
    """
    talk(place(vault), ":elements", "1", "One", ".", "Two", ":pause")
    empty = tmp_path / "empty"
    empty.mkdir()
    library = open_library(shipped=empty, personal=None, extra=None)

    heard = talk(Place(vault, library), "1", ":notes", "1", "", "2")

    assert words.GONE in heard.lines
    assert "Two" in heard.lines
    assert "One" in heard.lines


# --- support -------------------------------------------------------------------------------------


def spoken(region: str) -> str:
    return "\n".join(line for _, lines in support.sections(region) for line in lines)


@pytest.mark.parametrize("said", [":support", ":elements\n:support", ":notes\n:support"])
def test_support_from_anywhere(vault: Path, said: str) -> None:
    """Support answers in every room and leaves one where one was."""
    heard = talk(place(vault), *said.split("\n"))

    assert any("116 123" in line for line in heard.lines)
    assert "Some things belong elsewhere:" in heard.lines


@pytest.mark.parametrize(
    ("region", "there", "not_there"),
    [
        ("england", ["999", "choose the mental health option", "116 123", "85258"], ["press 2"]),
        ("wales", ["999", "111 and press 2", "116 123"], ["Lifeline"]),
        ("scotland", ["999", "0800 83 85 87", "116 123"], ["Lifeline"]),
        ("northern-ireland", ["999", "0808 808 8000", "116 123"], ["Breathing Space"]),
        ("", ["999", "press 2", "0800 83 85 87", "0808 808 8000", "the country you are in"], []),
    ],
)
def test_regions(region: str, there: list[str], not_there: list[str]) -> None:
    """Each nation is given its own lines, and where nothing was said all of them by name."""
    said = spoken(region)

    assert [one for one in there if one not in said] == []
    assert [one for one in not_there if one in said] == []


def test_elsewhere() -> None:
    """Somewhere else is never given a number or a service of the UK."""
    said = spoken("elsewhere")

    assert "emergency number of the country you are in" in said
    british = ["999", "111", "116", "85258", "0800", "0808", "Samaritans", "Freedom to Speak Up"]
    assert [one for one in british if one in said] == []


@pytest.mark.parametrize("region", support.REGIONS)
def test_every_region(region: str) -> None:
    """Every region has several ways to steady oneself, people, and where other things belong."""
    found = support.sections(region)

    assert support.STEADY in found and len(support.STEADY[1]) >= 5
    assert "incident reporting" in spoken(region)
    assert "safeguarding" in spoken(region)
    assert "supervision" in spoken(region)
    if region != "elsewhere":
        assert support.CHECKED_ON in spoken(region)
        assert "Numbers can change." in spoken(region)


def test_unknown_region() -> None:
    """A region that we don't know is no reason to withhold help."""
    assert support.sections("atlantis") == support.sections("")
