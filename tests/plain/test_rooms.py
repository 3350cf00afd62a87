"""Home, elements, notes and support in plain lines."""

from pathlib import Path

import pytest

from peercoach.frameworks.library import open_library
from peercoach.journal.records import Entry
from peercoach.plain.launch import Place
from peercoach.words import plain as words
from peercoach.words import support
from tests.plain.talking import PASSPHRASE, Clock, made, place, talk


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "notebook.vault")


def add(vault: Path, *texts: str) -> None:
    """Notes, kept one after the other."""
    work = place(vault).open(PASSPHRASE)
    for text in texts:
        work.journal.add(Entry(kind="note", text=text))
    work.lock()


def test_no_choice(vault: Path) -> None:
    """What is no choice at home is said to be none; nothing happens."""
    heard = talk(place(vault), "9", "hello", "0", ".", "-1")

    assert heard.lines.count(words.NOT_A_CHOICE) == 5
    assert heard.code == 0


@pytest.mark.parametrize("said", ["4", ":quit"])
def test_leave(vault: Path, said: str) -> None:
    """One leaves by a number or by a command."""
    heard = talk(place(vault), said, "never read")

    assert heard.code == 0
    assert "Locked. No one else can read this." in heard.lines


def test_unfinished_first(vault: Path) -> None:
    """The newest unfinished reflection is the first thing offered, with its day."""
    clock = Clock()
    talk(place(vault, clock), ":elements", "2", "Older", ":pause")
    clock.utc_ms += 86_400_000
    talk(place(vault, clock), ":elements", "1", "Newer", ":pause")
    clock.utc_ms += 86_400_000

    heard = talk(place(vault, clock))

    offered = [line for line in heard.lines if "Go on with" in line]
    assert offered[0].startswith("1. Go on with Sharing the movement, question 1 of 6.")
    assert offered[0].endswith("Last saved yesterday.")
    assert offered[1].endswith("Last saved on 14 March.")


def test_elements(vault: Path) -> None:
    """Every element is listed behind a number, and enter on its own goes home."""
    heard = talk(place(vault), ":elements", "")

    assert "1. Peer leadership: Sharing the movement." in heard.lines
    assert any(line.startswith("12. Three short questions") for line in heard.lines)
    assert heard.lines.count(words.HOME_NEW) == 2


def test_no_notes(vault: Path) -> None:
    """An empty notebook says that there is nothing to read yet."""
    assert words.NOTES_NONE in talk(place(vault), ":notes").lines


def test_notes_by_tens(vault: Path) -> None:
    """Notes come newest first, ten at a time; a number reads one whole."""
    add(vault, *[f"Note {number}\nand more" for number in range(1, 13)])

    heard = talk(place(vault), ":notes", "", "12", "99", "0")

    assert "1. Note, on 14 March. Note 12 and more" in [
        line.replace("today", "on 14 March") for line in heard.lines
    ]
    assert "11. Note, today. Note 2 and more" in heard.lines
    assert words.NOTES_MORE in heard.lines
    assert words.NOTES_END in heard.lines
    assert "Note, today.\nNote 1\nand more" in heard.text
    assert heard.lines.count(words.NOT_A_CHOICE) == 2


def test_search(vault: Path) -> None:
    """Words typed among the notes search, whatever their case and accents; none found is said."""
    add(vault, "The café by the ward", "A garden")

    heard = talk(place(vault), ":notes", "CAFE ward", "1", "zebra")

    assert "Notes with: CAFE ward" in heard.lines
    assert heard.lines.count("The café by the ward") == 1
    assert "I found no note with: zebra" in heard.lines


def test_changed_note(vault: Path) -> None:
    """A note that was changed says how many versions there are."""
    work = place(vault).open(PASSPHRASE)
    id = work.journal.add(Entry(kind="note", text="First")).id
    work.journal.edit(id, "Second")
    work.lock()

    heard = talk(place(vault), ":notes", "1")

    assert words.NOTE_VERSIONS.format(count=2) in heard.lines


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


def test_framework_gone(vault: Path, tmp_path: Path) -> None:
    """A reflection whose framework is gone says so; what was written in it stays readable."""
    talk(place(vault), ":elements", "1", "One", ".", "Two", ":pause")
    empty = tmp_path / "empty"
    empty.mkdir()
    library = open_library(shipped=empty, personal=None, extra=None)

    heard = talk(Place(vault, library), "1", ":notes", "1")

    assert words.GONE in heard.lines
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

    assert len(found[0][1]) >= 5
    assert "incident reporting" in spoken(region)
    assert "safeguarding" in spoken(region)
    assert "supervision" in spoken(region)
    if region != "elsewhere":
        assert support.CHECKED_ON in spoken(region)
        assert "Numbers can change." in spoken(region)


def test_unknown_region() -> None:
    """A region that we don't know is no reason to withhold help."""
    assert support.sections("atlantis") == support.sections("")
