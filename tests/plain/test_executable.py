"""The real executable, through pipes: from the first run to the closed lid, and back."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peercoach.words import plain as words
from tests.plain.talking import (
    COMMAND,
    PASSPHRASE,
    environment,
    made,
    opening,
    passphrase_file,
    run,
)

CANARY = "The heron stood beside the allotment shed"


def test_first_run_and_back(tmp_path: Path) -> None:
    """A first run makes a notebook with the real key derivation, and the next run reads from it."""
    options = opening(tmp_path, tmp_path / "n.vault")

    first = run(tmp_path, *options, "--plain", said=f"2\n{CANARY}\n.\n:enough\n\n:quit\n")
    again = run(tmp_path, *options, "--plain", said=":notes\n1\n:quit\n")

    assert (first.returncode, first.stderr) == (0, "")
    assert (again.returncode, again.stderr) == (0, "")
    assert "Closed and kept." in first.stdout
    assert again.stdout.count(CANARY) == 2


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """The options that open a notebook that is there already."""
    return opening(tmp_path, made(tmp_path / "n.vault"))


def test_passphrase_on_standard_input(tmp_path: Path, options: list[str]) -> None:
    """With ``-`` the first line of standard input is the passphrase, the rest the conversation."""
    vault = ["--vault", options[1], "--passphrase-file", "-"]

    heard = run(tmp_path, *vault, "--plain", said=f"{PASSPHRASE}\n:elements\n1\nHello.\n")

    assert heard.returncode == 0
    assert "Question 1 of 6." in heard.stdout
    assert PASSPHRASE not in heard.stdout + heard.stderr


def test_without_a_passphrase(tmp_path: Path, options: list[str]) -> None:
    """Without a terminal and a passphrase file it is one sentence, and the code for no."""
    heard = run(tmp_path, "--vault", options[1], "--plain", said=f"{PASSPHRASE}\n")

    assert heard.returncode == 1
    assert heard.stderr.startswith("I need to ask you something (your passphrase)")
    assert heard.stderr.count("\n") == 1


def test_wrong_passphrase(tmp_path: Path, options: list[str]) -> None:
    """A wrong one is said to be wrong and the notebook whole."""
    file = passphrase_file(tmp_path, "not the right words")

    heard = run(tmp_path, "--vault", options[1], "--passphrase-file", str(file), "--plain")

    assert heard.returncode == 1
    assert "The notebook is whole" in heard.stderr


@pytest.mark.parametrize("content", [{}, {"letter.txt": "Dear Joy"}])
def test_something_else_there(tmp_path: Path, content: dict[str, str]) -> None:
    """An empty folder is made a notebook; one that holds something else is left as it is."""
    folder = tmp_path / "n.vault"
    folder.mkdir()
    for name, text in content.items():
        (folder / name).write_text(text)

    heard = run(tmp_path, *opening(tmp_path, folder), "--plain")

    assert heard.returncode == (1 if content else 0)
    assert ("is not a notebook" in heard.stderr) == bool(content)
    assert ("Your notebook is made." in heard.stdout) != bool(content)
    assert {path.name for path in folder.iterdir()} >= set(content)


def test_line_ends_of_windows(tmp_path: Path, options: list[str]) -> None:
    """Lines that end the way Windows ends them are understood."""
    heard = run(tmp_path, *options, "--plain", said=":elements\r\n1\r\nOne\r\n.\r\n:quit\r\n")

    assert "Question 2 of 6." in heard.stdout


def test_odd_bytes(tmp_path: Path, options: list[str]) -> None:
    """Bytes that are no UTF-8 end in no traceback; the rest of the line is kept."""
    heard = subprocess.run(
        [*COMMAND, *options, "--plain"],
        input=b":elements\n1\ncaf\xe9 \xf0\x9f\xa6\xa2 \x00\x1b[2J swan\n:read\n:quit\n",
        capture_output=True,
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )

    assert heard.returncode == 0
    assert "🦢 [2J swan" in heard.stdout.decode()
    assert b"\x1b" not in heard.stdout


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_GB.ISO-8859-1"])
def test_any_locale(tmp_path: Path, options: list[str], locale: str) -> None:
    """Whatever the locale says, words go in and come out as UTF-8."""
    more = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}

    heard = run(tmp_path, *options, "--plain", said=":elements\n1\nŵyneb\n:read\n", more=more)

    assert "You wrote so far:\nŵyneb\n" in heard.stdout


def test_never_imports_textual(tmp_path: Path, options: list[str]) -> None:
    """A whole conversation imports neither textual nor rich."""
    code = (
        "import sys; from peercoach.cli.entry import main; main(); "
        "print([one for one in sys.modules if one.partition('.')[0] in ('textual', 'rich')])"
    )

    heard = subprocess.run(
        [sys.executable, "-c", code, *options, "--plain"],
        input=":elements\n1\nOne\n.\n:notes\n:quit\n",
        capture_output=True,
        encoding="utf-8",
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )

    assert heard.stdout.rstrip().endswith("[]")


def test_portable(tmp_path: Path) -> None:
    """``--portable`` writes no settings and no state on the computer."""
    options = opening(tmp_path, tmp_path / "stick" / "n.vault")

    run(tmp_path, *options, "--portable", "--plain", said="1\nOne\n.\n:quit\n")

    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"stick", "passphrase.txt"}


# --- cut off -------------------------------------------------------------------------------------


def begun(folder: Path, options: list[str]) -> "subprocess.Popen[str]":
    """The program in the middle of an answer, with a line of it saved."""
    program = subprocess.Popen(
        [*COMMAND, *options, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(folder),
        start_new_session=True,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(f":elements\n1\n{CANARY}\n:read\n")
    program.stdin.flush()
    for line in program.stdout:
        if line == CANARY + "\n":
            break
    # It said the line, so it is on its way to the next wait.
    time.sleep(0.2)
    return program


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGKILL, -9)],
)
def test_signals(tmp_path: Path, options: list[str], number: signal.Signals, code: int) -> None:
    """However it is ended, kill -9 too, every line entered is there when it is opened again."""
    program = begun(tmp_path, options)

    program.send_signal(number)
    said, complained = program.communicate(timeout=30)
    again = run(tmp_path, *options, "--plain", said="1\n")

    assert program.returncode == code
    assert complained == ""
    assert (words.DRAFT_KEPT in said) == (code > 0)
    assert f"You wrote so far:\n{CANARY}\n" in again.stdout


def test_nobody_listens(tmp_path: Path, options: list[str]) -> None:
    """When whoever reads us goes away there is no traceback, and every line is kept."""
    program = begun(tmp_path, options)
    assert program.stdin is not None
    assert program.stdout is not None
    assert program.stderr is not None

    program.stdout.close()
    program.stdin.write(":help\n")
    program.stdin.close()
    complained = program.stderr.read()
    code = program.wait(30)
    program.stderr.close()
    again = run(tmp_path, *options, "--plain", said="1\n")

    assert code == 1
    assert complained == ""
    assert f"You wrote so far:\n{CANARY}\n" in again.stdout
