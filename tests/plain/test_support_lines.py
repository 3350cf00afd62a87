"""Support lines of one's own in plain lines: added, heard first, changed, taken away."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from peercoach.supporting import FILE, Line, Own, Supporting, load
from peercoach.words import plain as words
from peercoach.words import support
from peercoach.words import support_lines as here
from tests.plain.talking import Heard, environment, made, odd_lines, opening, place, run, talk

TODAY = date(2026, 3, 14)
SAM = Line("Sam", "call 07700 900 123", "after six")
ROOM = (":settings", "12")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "n.vault")


@pytest.fixture
def ours(tmp_path: Path) -> Supporting:
    return Supporting(tmp_path / "config")


def own(ours: Supporting) -> Own:
    assert ours.path is not None
    return load(ours.path)


def test_add_and_hear(vault: Path, ours: Supporting) -> None:
    """Two lines to type keep someone and say so; support then says them first, with the day."""
    heard = talk(
        place(vault),
        *(*ROOM, "1", "Sam", "call 07700 900 123", "3", "112", "", ":support"),
        supporting=ours,
    )

    assert own(ours) == Own("112", (Line("Sam", "call 07700 900 123"),), TODAY)
    assert here.ABOUT in heard.lines and "12. Support lines of your own: none yet." in heard.lines
    assert heard.lines.count(here.KEPT) == 2
    at = heard.lines.index(support.OWN + ":")
    assert heard.lines[at + 1 : at + 4] == [
        "Emergency, or you can't keep safe: call 112.",
        "Sam: call 07700 900 123",
        "You checked these on 14 March 2026. Numbers can change.",
    ]
    assert at < heard.lines.index("People to call in the UK:")
    assert heard.lines.index("People to call in the UK:") < heard.lines.index(
        support.STEADY[0] + ":"
    )
    assert odd_lines(Heard(0, "\n".join(heard.lines[: at - 1]))) == []


def test_change_take_away_and_check(vault: Path, ours: Supporting) -> None:
    """Behind its number each is changed or taken away; that all were checked is kept."""
    assert ours.path is not None
    ours.path.parent.mkdir()
    ours.path.write_text(
        "emergency: 112\nlines: [{name: Sam, how: x, note: after six}, {name: Team, how: y}]\n"
    )

    heard = talk(
        place(vault),
        *(*ROOM, "2", "1", "Sam", "call 07700 900 123"),
        *("3", "2", "1", "1", "999", "4", "1", "3"),
        supporting=ours,
    )

    assert own(ours) == Own("999", (SAM,), TODAY)
    assert here.NEVER_CHECKED in heard.lines
    assert {here.GONE, here.CHECKED_NOW, here.KEPT} <= set(heard.lines)
    talk(place(vault), *ROOM, "1", "2", "1", "2", supporting=ours)
    assert own(ours) == Own()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("1", ""), here.UNCHANGED),
        (("1", "Sam", ""), here.UNCHANGED),
        (("1", "x" * 61, ""), here.TOO_LONG.format(most=60)),
        (("2", "1" * 41, ""), here.TOO_LONG.format(most=40)),
        (("9", ""), words.NOT_A_CHOICE),
    ],
)
def test_nothing_is_kept(vault: Path, ours: Supporting, typed: tuple[str, ...], said: str) -> None:
    """Enter on its own leaves all as it is, and what does not fit is asked again."""
    heard = talk(place(vault), *ROOM, *typed, supporting=ours)

    assert said in heard.lines
    assert ours.path is not None and not ours.path.parent.exists()


def test_a_file_that_can_not_be_read(vault: Path, ours: Supporting) -> None:
    """Support says all that ships and one sentence; the room says why, and can put it aside."""
    assert ours.path is not None
    ours.path.parent.mkdir()
    ours.path.write_text("linse: []\n")

    heard = talk(
        place(vault),
        *(":support", *ROOM, "1", "1", "Sam", "call 07700 900 123"),
        supporting=ours,
    )

    unread = here.NOT_READ.format(path=ours.path, line=1, column=1)
    assert heard.lines.count(unread) == 1
    assert any("116 123" in line for line in heard.lines)
    assert "12. Support lines of your own: can't be read just now." in heard.lines
    assert any("did you mean `lines`?" in line for line in heard.lines)
    assert own(ours).lines == (Line("Sam", "call 07700 900 123"),)
    assert [one.read_text() for one in ours.path.parent.glob("*aside*")] == ["linse: []\n"]


def test_a_disk_that_refuses(
    vault: Path, ours: Supporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be kept is said, and one is still in the room."""

    def full(_: Path, __: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("peercoach.new_file._replace", full)

    heard = talk(place(vault), *ROOM, "2", "112", supporting=ours)

    assert any(line.startswith("There is no room left on the disk") for line in heard.lines)
    assert heard.lines.count(here.ABOUT) == 2


def test_at_the_door_and_on_this_computer(tmp_path: Path, vault: Path) -> None:
    """What was kept in one run is said in the next, and with --portable none is said or written."""
    options = opening(tmp_path, vault)
    config = Path(environment(tmp_path)["XDG_CONFIG_HOME"]) / "peercoach"
    add = ":settings\n12\n1\nSam\ncall 07700 900 123\n\n\n:support\n"

    portable = run(tmp_path, *options, "--portable", "--plain", said=add)
    assert here.NOT_KEPT_HERE in portable.stdout and "Sam: call 07700" in portable.stdout
    assert not config.exists()
    run(tmp_path, *options, "--plain", said=add)
    again = run(tmp_path, *options, "--plain", said=":support\n")
    without = run(tmp_path, *options, "--portable", "--plain", said=":support\n")
    demo = run(tmp_path, "demo", "--plain", said=add)

    assert "Sam: call 07700 900 123" in again.stdout
    assert "Sam:" not in without.stdout and "116 123" in without.stdout
    assert "Sam: call 07700" in demo.stdout
    assert load(config / FILE).lines == (Line("Sam", "call 07700 900 123"),)


def test_before_it_is_unlocked(vault: Path, ours: Supporting) -> None:
    """At the door, where the passphrase is asked for, one's own people are said first."""
    ours.add("Sam", "call 07700 900 123", TODAY)

    heard = talk(
        place(vault),
        passphrase=None,
        person=True,
        hidden=(":support",),
        region="elsewhere",
        supporting=ours,
    )

    assert heard.lines.index("Sam: call 07700 900 123") < heard.lines.index("People to call:")
    assert "999" not in heard.text
