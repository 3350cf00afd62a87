"""People and places in plain lines: added, changed, removed; the words that are always kept."""

from pathlib import Path

import pytest

from peercoach.people import People
from peercoach.words import people as here
from peercoach.words import plain as words
from tests.plain.talking import PASSPHRASE, Heard, made, odd_lines, place, talk

Parts = list[tuple[str, tuple[str, ...], str, str]]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A notebook that knows somebody, and a word that stays."""
    path = made(tmp_path / "n.vault")
    work = place(path).open(PASSPHRASE)
    work.people.add("Rowan Kestrelle", also=["Chipper"], role="peer")
    work.people.add("Quill Rise", "ward")
    work.people.keep("Hope")
    work.lock()
    return path


def known(vault: Path) -> tuple[Parts, list[str]]:
    work = place(vault).open(PASSPHRASE)
    people: People = work.people
    found: Parts = [(one.name, one.also, one.what, one.role) for one in people.all()]
    kept = people.kept()
    work.lock()
    return found, kept


ROWAN = ("Rowan Kestrelle", ("Chipper",), "person", "peer")
QUILL = ("Quill Rise", (), "ward", "")


def said(vault: Path, *lines: str) -> Heard:
    return talk(place(vault), ":people", *lines)


def test_heard_and_added(vault: Path) -> None:
    """All are heard, each behind a number; somebody new is kept with all that is said of them."""
    heard = said(vault, "1", "1", "Uma Quist", "UQ, Big Uma", "2", "1", "4", "Foxmoor", "", "")

    at = heard.lines.index(here.ABOUT)
    assert heard.lines[at + 1 : at + 5] == [
        f"1. {here.ADD}.",
        "2. People: Rowan Kestrelle (peer, also Chipper).",
        "3. Wards: Quill Rise.",
        "4. Always kept: Hope.",
    ]
    uma = ("Uma Quist", ("UQ", "Big Uma"), "person", "manager")
    assert known(vault)[0] == [ROWAN, uma, QUILL, ("Foxmoor", (), "place", "")]
    assert here.ADDED.format(name="Uma Quist") in heard.lines
    assert odd_lines(Heard(0, "\n".join(heard.lines[: at + 5]))) == []


def test_changed_removed_and_let_go(vault: Path) -> None:
    """Name, other names and role change one by one; what is removed or let go is gone."""
    heard = said(
        vault,
        *("2", "1", "Rowan Moor", "2", "2", "RM", "2", "3", "10"),
        *("3", "3", "1", "3", "1"),
    )

    assert known(vault) == ([("Rowan Moor", ("RM",), "person", "")], [])
    assert heard.lines.count(here.CHANGED) == 3
    assert here.REMOVED in heard.lines and here.GONE_ON in heard.lines


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (("1", ""), here.UNCHANGED),
        (("1", "1", ""), here.UNCHANGED),
        (("1", "1", "12", ""), here.NEEDS_NAME),
        (("1", "1", "chipper", ""), here.TAKEN),
        (("2", "1", ""), here.UNCHANGED),
        (("2", "2", ""), here.UNCHANGED),
        (("2", "3", ""), here.UNCHANGED),
        (("2", "4", "2"), here.REMOVE_SURE),
        (("2", "5"), here.WHAT_NOW),
        (("4", "2"), here.LET_GO),
        (("9",), words.NOT_A_CHOICE),
    ],
)
def test_nothing_is_changed(vault: Path, typed: tuple[str, ...], answer: str) -> None:
    """Enter on its own, and what can't be kept, leave all as it was."""
    heard = said(vault, *typed)

    assert answer in heard.text
    assert known(vault) == ([ROWAN, QUILL], ["Hope"])


def test_from_the_settings(vault: Path) -> None:
    """The settings lead there, by number and by command, and enter leads back."""
    heard = talk(place(vault), ":settings", "13", "", ":people", "", "")

    assert f"13. {here.SETTING_LINE}." in heard.lines
    assert heard.lines.count(here.ABOUT) == 2
