"""Commands in a real terminal: what they ask for, and what shows."""

from pathlib import Path

import pytest

from peercoach.words import commands as words
from peercoach.words import plain as plain_words
from tests.e2e.terminal import Terminal
from tests.plain.talking import COMMAND, ELEMENT, PASSPHRASE, environment, made, opening, run

pytestmark = pytest.mark.e2e

CANARY = "The heron stood beside the allotment shed"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return made(tmp_path / "n.vault")


def terminal(folder: Path, vault: Path, *arguments: str) -> Terminal:
    return Terminal(
        [*COMMAND, "--vault", str(vault), *arguments], environment(folder), columns=120, rows=30
    )


def enter(window: Terminal, text: str) -> None:
    window.type(text)
    window.press("enter")


def test_note(tmp_path: Path, vault: Path) -> None:
    """The notebook is unlocked first, then the words are asked for; nothing is in the history."""
    with terminal(tmp_path, vault, "note") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        assert "Write your note" not in window.text()
        enter(window, PASSPHRASE)
        window.wait_for(words.ASK_NOTE)
        enter(window, CANARY)
        enter(window, "..")
        enter(window, ".")
        window.wait_for("Kept: ")
        assert window.ended() == 0

    shown = run(tmp_path, *opening(tmp_path, vault), "search", "--json", "heron")
    assert f'"text": "{CANARY}\\n."' in shown.stdout
    assert PASSPHRASE.encode() not in window.written


def test_note_to_a_question(tmp_path: Path, vault: Path) -> None:
    """What stands on paper is typed in to its question, which is said in its own words first."""
    asked = "When did you last see someone's face change because of how you told our story?"
    named = ("--element", ELEMENT, "--question", "face-change")
    with terminal(tmp_path, vault, "note", *named) as window:
        window.wait_for(plain_words.HIDDEN.strip())
        assert asked not in window.text()
        enter(window, PASSPHRASE)
        window.wait_for(words.ASK_ANSWER)
        assert asked in window.text()
        enter(window, CANARY)
        enter(window, ".")
        window.wait_for("Kept: ")
        assert window.ended() == 0

    listed = run(tmp_path, *opening(tmp_path, vault), "list", "--json").stdout
    assert '"kind": "answer", ' in listed
    assert f'"title": "{asked}"' in listed


def test_a_worksheet_of_bytes_is_not_for_a_terminal(tmp_path: Path, vault: Path) -> None:
    """A docx file without a place to go is refused where it would only fill the screen."""
    asked = ("frameworks", "worksheet", "peer-leadership", "--format", "docx")
    with terminal(tmp_path, vault, *asked) as window:
        window.wait_for(words.WORKSHEET_NO_TERMINAL)
        assert window.ended() == 2


def test_words_on_the_command_line(tmp_path: Path, vault: Path) -> None:
    """Words given on a terminal are taken, with one line about the shell's history."""
    with terminal(tmp_path, vault, "note", "Hello", "there") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        window.wait_for(words.HISTORY)
        window.wait_for("Kept: ")
        assert window.ended() == 0


def test_search(tmp_path: Path, vault: Path) -> None:
    """Without words it asks for them, once the notebook is open."""
    run(tmp_path, *opening(tmp_path, vault), "note", "-", said=CANARY)
    with terminal(tmp_path, vault, "search") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        window.wait_for(words.ASK_WORDS.strip())
        enter(window, "HERON")
        window.wait_for(CANARY)
        assert window.ended() == 0


def test_edit(tmp_path: Path, vault: Path) -> None:
    """What stands is shown, the new words are asked for, and both versions are there."""
    options = opening(tmp_path, vault)
    id = run(tmp_path, *options, "note", "-", said=CANARY).stdout.split()[-1]
    with terminal(tmp_path, vault, "edit", id) as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        window.wait_for(CANARY)
        enter(window, "The heron flew.")
        window.press("ctrl+d")
        window.wait_for("Kept: ")
        assert window.ended() == 0

    shown = run(tmp_path, *options, "show", id, "--versions").stdout
    assert shown.index("The heron flew.") < shown.index(CANARY)


@pytest.mark.parametrize(("said", "left"), [("no", 0), ("", 0), ("yes", 1)])
def test_delete_for_good_asks(tmp_path: Path, vault: Path, said: str, left: int) -> None:
    """On a terminal a note goes for good only after a typed yes."""
    options = opening(tmp_path, vault)
    id = run(tmp_path, *options, "note", "-", said=CANARY).stdout.split()[-1]
    with terminal(tmp_path, vault, "delete", id, "--shred") as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        window.wait_for(words.ASK_SHRED.strip())
        enter(window, said)
        assert window.ended() == 1 - left

    assert run(tmp_path, *options, "show", id).returncode == left


def test_init(tmp_path: Path) -> None:
    """A new passphrase is typed twice and does not show; how hard it is to guess is said."""
    with terminal(tmp_path, tmp_path / "new.vault", "init") as window:
        window.wait_for(plain_words.HIDDEN_NEW.strip())
        enter(window, PASSPHRASE)
        window.wait_for(plain_words.HIDDEN_AGAIN.strip())
        enter(window, "something else")
        window.wait_for(words.NOT_THE_SAME)
        for _ in range(2):
            window.wait_until(lambda: window.text().rstrip().endswith(":"), "a question", 10)
            enter(window, PASSPHRASE)
            window.wait_until(lambda: not window.text().rstrip().endswith("show):"), "more", 10)
        window.wait_for("Your notebook is made.")
        assert window.ended() == 0

    assert "to guess" in window.text()
    assert PASSPHRASE.encode() not in window.written
    assert run(tmp_path, *opening(tmp_path, tmp_path / "new.vault"), "check").returncode == 0


@pytest.mark.parametrize("verb", ["note", "list"])
def test_control_c(tmp_path: Path, vault: Path, verb: str) -> None:
    """Control-C at the passphrase ends in one line, with the code that a shell expects."""
    with terminal(tmp_path, vault, verb) as window:
        window.wait_for(plain_words.HIDDEN.strip())
        window.press("ctrl+c")
        window.wait_for(words.STOPPED)
        assert window.ended() == 130
        assert "Traceback" not in window.text()


def test_passphrase_beside_a_pipe(tmp_path: Path, vault: Path) -> None:
    """With a note from a pipe the passphrase is asked for on the terminal all the same."""
    line = f"echo '{CANARY}' | " + " ".join([*COMMAND, "--vault", str(vault), "note", "-"])
    with Terminal(["/bin/sh", "-c", line], environment(tmp_path), columns=120) as window:
        window.wait_for(plain_words.HIDDEN.strip())
        enter(window, PASSPHRASE)
        window.wait_for("Kept: ")
        assert window.ended() == 0
        assert PASSPHRASE not in window.text()
