"""The demo in a real terminal and in a pipe: straight in, and gone however one leaves."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from peercoach.demo.folder import PREFIX
from peercoach.words import demo as words
from tests.e2e.conftest import PROGRAM, Home
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e

HOME = "Good to see you."
CANARIES = (b"vending machine", b"Maureen", b"Good to see", b"crumpets", b"One rung up")


def folders(home: Home) -> list[Path]:
    """The demo folders there are."""
    return list((home.folder / "tmp").glob(PREFIX + "*"))


def outside(home: Home) -> dict[Path, bytes]:
    """Every file but those for temporary use."""
    return {
        path: data
        for path, data in home.bytes_on_disk().items()
        if not path.is_relative_to(home.folder / "tmp")
    }


def at_home(home: Home) -> Terminal:
    terminal = home.run("demo", columns=120, rows=40)
    terminal.wait_for(HOME, 30)
    return terminal


def test_straight_in_and_gone(home: Home) -> None:
    """It opens into Home, says that all are invented, and leaves nothing behind."""
    settings = home.folder / "config" / "peercoach" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"theme": "dark", "screen_reader_hint_shown": true}')
    before = outside(home)

    with at_home(home) as terminal:
        terminal.wait_for(words.TOLD)
        terminal.wait_for("Making sense together")
        terminal.wait_for("a goal you asked to look at: “One rung up")
        (folder,) = folders(home)
        assert folder.stat().st_mode & 0o777 == 0o700
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert words.GONE in terminal.text()

    assert folders(home) == []
    assert outside(home) == before


def test_locked_the_door_tells(home: Home) -> None:
    """After a lock the door says what opens it, and it does."""
    with at_home(home) as terminal:
        terminal.press("ctrl+l")
        terminal.wait_for(words.AT_DOOR)
        terminal.type(words.PASSPHRASE)
        terminal.press("enter")
        terminal.wait_for(HOME, 30)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    assert folders(home) == []


@pytest.mark.parametrize("arguments", [("demo",), ("demo", "--plain")], ids=" ".join)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_stop_it_is_gone(
    home: Home, arguments: tuple[str, ...], number: signal.Signals
) -> None:
    """SIGTERM and a closed terminal end it with their code, and its folder is gone."""
    with home.run(*arguments, columns=120, rows=40) as terminal:
        terminal.wait_for("Making sense together", 30)
        os.kill(terminal.process.pid, number)
        assert terminal.ended() == 128 + number

    assert folders(home) == []


def test_control_c_in_plain_lines(home: Home) -> None:
    """Control-C twice in the plain interface leaves, and leaves nothing behind."""
    with home.run("demo", "--plain") as terminal:
        terminal.wait_for("Making sense together", 30)
        terminal.press("ctrl+c")
        terminal.wait_for("Press it once more")
        terminal.press("ctrl+c")
        assert terminal.ended() == 130

    assert folders(home) == []


def test_plain_lines_locked(home: Home) -> None:
    """Locked in plain lines, the door tells what opens it as well."""
    with home.run("demo", "--plain") as terminal:
        terminal.wait_for("Making sense together", 30)
        terminal.type(":lock\r")
        terminal.wait_for(words.AT_DOOR)
        terminal.type(words.PASSPHRASE + "\r")
        terminal.wait_for("Making sense together", 30)
        terminal.type(":quit\r")
        assert terminal.ended() == 0

    assert folders(home) == []


def test_killed_it_leaves_nothing_readable(home: Home) -> None:
    """kill -9 leaves an encrypted notebook, and the next demo takes that away."""
    with at_home(home) as terminal:
        terminal.press("l")
        terminal.wait_gone(HOME)
        terminal.kill()
    (left,) = folders(home)
    for path, data in home.bytes_on_disk().items():
        assert not any(canary in data for canary in CANARIES), path
    os.utime(left, (0, 0))

    with at_home(home) as terminal:
        assert left not in folders(home)
        terminal.press("ctrl+q")
        terminal.ended()

    assert folders(home) == []


def piped(home: Home, *arguments: str, said: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*PROGRAM, *arguments],
        input=said,
        capture_output=True,
        encoding="utf-8",
        env=home.environment,
        cwd=home.folder,
        start_new_session=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [("demo", "--plain"), ("--plain", "demo")], ids=" ".join)
def test_through_pipes(home: Home, arguments: tuple[str, ...]) -> None:
    """In a pipe it reads top to bottom: who is invented first, that it is gone last."""
    told = piped(home, *arguments, said="1\n:pause\n:quit\n")

    lines = told.stdout.splitlines()
    assert (told.returncode, told.stderr) == (0, "")
    assert (lines[0], lines[-1]) == (words.TOLD, words.GONE)
    assert "feeding the" in told.stdout
    assert "A goal you asked to look at: “One rung up" in told.stdout
    assert folders(home) == []


def test_settings_that_can_not_be_read_are_left_alone(home: Home) -> None:
    """A settings file in disorder is not set aside, as it would be by the program itself."""
    settings = home.folder / "config" / "peercoach" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{{ not settings")

    told = piped(home, "demo", "--plain", said=":quit\n")

    assert told.returncode == 0
    assert [path.name for path in settings.parent.iterdir()] == ["settings.json"]


def test_no_terminal(home: Home) -> None:
    """Without a terminal the full one says what to run instead."""
    told = piped(home, "demo")

    assert (told.returncode, told.stdout, told.stderr) == (2, "", words.NO_SCREEN + "\n")
    assert folders(home) == []
