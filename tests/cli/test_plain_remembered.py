"""Who chose plain lines at a terminal has them the next time, and is told how to go back."""

import json
from pathlib import Path

import pytest

from peercoach.words import commands as words
from peercoach.words import demo as demo_words
from peercoach.words import plain as plain_words
from peercoach.words import screens
from tests.e2e.terminal import Terminal
from tests.plain.talking import COMMAND, environment, made, opening, run

pytestmark = pytest.mark.e2e

TOLD = words.PLAIN_AS_CHOSEN.partition("{")[0].strip()


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "n.vault")


def start(folder: Path, vault: Path, *arguments: str) -> Terminal:
    """The program at a terminal, with a notebook that is not in the usual place."""
    command = [*COMMAND, "--vault", str(vault), *arguments]
    return Terminal(command, environment(folder), columns=120, rows=30)


def opened_plain(folder: Path, vault: Path, *arguments: str) -> str:
    """What stands there when the plain door asks for the passphrase; then it is left."""
    with start(folder, vault, *arguments) as window:
        window.wait_for(plain_words.HIDDEN.strip())
        said = window.text()
        window.press("ctrl+d")
        window.ended()
    return said


def chosen(folder: Path) -> object:
    """What the settings on this computer say; None where there are none."""
    file = folder / "config" / "peercoach" / "settings.json"
    return json.loads(file.read_text("utf-8"))["plain"] if file.exists() else None


def test_remembered(tmp_path: Path, vault: Path) -> None:
    """After --plain a bare start is plain, and says what has the full screen, for this notebook."""
    first = opened_plain(tmp_path, vault, "--plain")
    again = opened_plain(tmp_path, vault)

    assert TOLD not in first
    assert TOLD in again
    assert f"peercoach --vault {vault} --no-plain" in again.replace("\n", "")


def test_gone_back(tmp_path: Path, vault: Path) -> None:
    """After --no-plain a bare start has the full screen again."""
    opened_plain(tmp_path, vault, "--plain")
    assert chosen(tmp_path) is True
    for arguments in (["--no-plain"], []):
        with start(tmp_path, vault, *arguments) as window:
            window.wait_for(screens.UNLOCK)
            window.press("ctrl+q")
            window.ended()

        assert chosen(tmp_path) is False


def test_portable(tmp_path: Path, vault: Path) -> None:
    """With --portable nothing is remembered, and nothing that is remembered counts."""
    opened_plain(tmp_path, vault, "--portable", "--plain")
    assert chosen(tmp_path) is None
    opened_plain(tmp_path, vault, "--plain")
    with start(tmp_path, vault, "--portable") as window:
        window.wait_for(screens.UNLOCK)
        window.press("ctrl+q")
        window.ended()

    assert chosen(tmp_path) is True


def test_a_pipe_chooses_nothing(tmp_path: Path, vault: Path) -> None:
    """A script that speaks to the plain interface changes nothing for a person, nor they for it."""
    options = opening(tmp_path, vault)

    assert run(tmp_path, *options, "--plain", said=":quit\n").returncode == 0
    assert chosen(tmp_path) is None
    opened_plain(tmp_path, vault, "--plain")
    assert run(tmp_path, *options).returncode == 2


def test_the_demo_is_opened_the_same_way(tmp_path: Path, vault: Path) -> None:
    """The demo is plain for who chose plain lines, and changes nothing of what was chosen."""
    opened_plain(tmp_path, vault, "--plain")
    with start(tmp_path, vault, "demo") as window:
        window.wait_for("Type a number and press enter.")
        window.type(":quit")
        window.press("enter")
        window.wait_for(demo_words.GONE)
        assert window.ended() == 0

    assert chosen(tmp_path) is True
