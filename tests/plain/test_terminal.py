"""The plain interface in a real terminal: what shows, what is left, what is never lost."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peercoach.plain.terminal import CLEAR
from peercoach.words import company
from peercoach.words import plain as words
from tests.e2e.terminal import Terminal
from tests.plain.talking import COMMAND, PASSPHRASE, environment, made, place, run

pytestmark = pytest.mark.e2e

CANARY = "The heron stood beside the allotment shed"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "n.vault"


def terminal(folder: Path, vault: Path, **more: str) -> Terminal:
    command = [*COMMAND, "--vault", str(vault), "--plain"]
    return Terminal(command, environment(folder) | more, columns=100, rows=40)


def enter(window: Terminal, text: str, answer: str) -> None:
    """Type a line, press enter, wait for what is said to it."""
    window.type(text)
    window.press("enter")
    window.wait_for(answer)


def unlocked(window: Terminal) -> Terminal:
    """At the first question, the notebook open."""
    window.wait_for(words.HIDDEN.strip())
    enter(window, PASSPHRASE, "What would you like to do?")
    enter(window, ":elements", "Choose an element.")
    enter(window, "1", "Question 1 of 6.")
    return window


def test_first_run(tmp_path: Path, vault: Path) -> None:
    """From the first run to the closed lid: the passphrase never shows, and nothing is drawn."""
    with terminal(tmp_path, vault) as window:
        window.wait_for(words.WAYS_TO_CHOOSE[-1])
        enter(window, "1", words.HIDDEN_NEW)
        enter(window, PASSPHRASE, words.HIDDEN_AGAIN)
        enter(window, PASSPHRASE, "Where shall we start?")
        enter(window, "2", "Question 1 of 6.")
        enter(window, CANARY, "> ")
        enter(window, ".", "Question 2 of 6.")
        enter(window, ":enough", words.HOW_TO_CLOSE)
        enter(window, "", words.CLOSED)
        window.type(":quit")
        window.press("enter")
        code = window.ended()
        left = window.scrollback()

    drawn = window.written.replace(CLEAR.encode(), b"")
    for mode in (b"\x1b[?2004h", b"\x1b[?2004l"):
        drawn = drawn.replace(mode, b"")
    assert code == 0
    assert b"\x1b" not in drawn
    assert PASSPHRASE.encode() not in window.written
    assert CANARY not in left
    assert "Peer leadership" not in left
    assert words.CANT_CLEAR in " ".join(left.split())


def test_unlock_and_read(tmp_path: Path, vault: Path) -> None:
    """The next time the passphrase opens it, hidden, and what was typed waits where it was."""
    made(vault)
    with unlocked(terminal(tmp_path, vault)) as window:
        enter(window, CANARY, CANARY)
        window.type(":quit")
        window.press("enter")
        window.ended()

    with terminal(tmp_path, vault) as window:
        window.wait_for(words.HIDDEN.strip())
        enter(window, PASSPHRASE, "Where were we?")
        enter(window, "1", f"You wrote so far: {CANARY}")

        assert PASSPHRASE.encode() not in window.written


def test_a_paste_is_text(tmp_path: Path, vault: Path) -> None:
    """A paste with a lone full stop and a command in it is one answer, whole."""
    made(vault)
    with unlocked(terminal(tmp_path, vault)) as window:
        window.type("\x1b[200~One\r.\r:skip\rTwo\r\x1b[201~")
        enter(window, ":read", "You wrote so far: One . :skip Two")
        window.type(":quit\r")
        window.ended()

    assert _only_unfinished(vault) == "One\n.\n:skip\nTwo"


def test_control_c_keeps_the_line(tmp_path: Path, vault: Path) -> None:
    """Control-C in the middle of a line loses none of it; pressed again it leaves with code 130."""
    made(vault)
    with unlocked(terminal(tmp_path, vault)) as window:
        window.type(CANARY)
        window.wait_for(CANARY)
        window.press("ctrl+c")
        window.wait_for(words.INTERRUPTED)
        enter(window, ":read", f"You wrote so far: {CANARY}")
        window.press("ctrl+c")
        window.wait_until(lambda: window.text().count("You pressed control-C") == 2, "asked", 10)
        window.press("ctrl+c")

        assert window.ended() == 130


def test_ended_in_the_middle_of_a_line(tmp_path: Path, vault: Path) -> None:
    """When the computer ends it, even the line that was not entered is kept."""
    made(vault)
    with unlocked(terminal(tmp_path, vault)) as window:
        enter(window, "First line.", "> ")
        window.type(CANARY)
        window.wait_for(CANARY)
        window.process.terminate()
        code = window.ended()

    conversation = _only_unfinished(vault)
    assert code == 143
    assert conversation == f"First line.\n{CANARY}"


def test_closed_window(tmp_path: Path, vault: Path) -> None:
    """When the window is closed, every line that was entered is kept, and the notebook is free."""
    made(vault)
    ours, theirs = pty.openpty()
    become_ours = (
        "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
        "os.execv(sys.argv[1], sys.argv[1:])"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", become_ours, *COMMAND, "--vault", str(vault), "--plain"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(tmp_path),
        start_new_session=True,
    )
    os.close(theirs)
    heard = b""
    for awaited, said in (
        (b"not show while you type): ", PASSPHRASE),
        (b"Type :help for other choices.", ":elements"),
        (b"Choose an element.", "1"),
        (b"Write your answer.", CANARY),
        (CANARY.encode(), ":read"),
        (b"You wrote so far:", ""),
    ):
        while awaited not in heard:
            heard += os.read(ours, 4096)
        heard = heard.partition(awaited)[2]
        os.write(ours, said.encode() + b"\n" if said else b"")

    os.close(ours)
    code = program.wait(15)

    assert code in (1, 129)
    assert _only_unfinished(vault) == CANARY


def _only_unfinished(vault: Path) -> str:
    work = place(vault).open(PASSPHRASE)
    [waiting] = work.unfinished()
    text = work.resume(waiting.reflection).text
    work.lock()
    return text


def test_a_very_long_line(tmp_path: Path, vault: Path) -> None:
    """A line longer than the system's own line editing can hold arrives whole."""
    made(vault)
    with unlocked(terminal(tmp_path, vault)) as window:
        for _ in range(50):
            window.type("x" * 100)
        window.press("enter")
        enter(window, "A second line.", "> ")
        window.type(":pause\r")
        window.wait_for(words.PAUSED)
        window.type(":quit\r")
        window.ended()

    assert _only_unfinished(vault) == "x" * 5_000 + "\nA second line."


FASTER = (
    "import sys, time; import peercoach.plain.host as host; "
    "from peercoach.patience import Patience; "
    "host.Patience = lambda minutes: Patience(1, monotonic=lambda: 15 * time.monotonic()); "
    "from peercoach.cli.entry import main; sys.exit(main())"
)
"""The program with a clock on which a minute of silence takes four seconds."""


def impatient(folder: Path, vault: Path) -> Terminal:
    command = [sys.executable, "-c", FASTER, "--vault", str(vault), "--plain"]
    return Terminal(command, environment(folder), columns=100, rows=40)


def test_silence_locks(tmp_path: Path, vault: Path) -> None:
    """A silence is told first, then locks the notebook and keeps even the unfinished line."""
    made(vault)
    with unlocked(impatient(tmp_path, vault)) as window:
        window.type(CANARY)
        window.wait_for(company.IDLE)
        window.wait_for(f"> {CANARY}")
        window.wait_for(company.LOCKED_IDLE.format(minutes="15 minutes"))
        window.wait_for(words.HIDDEN.strip())
        assert CANARY not in window.scrollback()
        enter(window, PASSPHRASE, "Where were we?")
        enter(window, "1", f"You wrote so far: {CANARY}")


def test_a_key_keeps_it_open(tmp_path: Path, vault: Path) -> None:
    """After the notice enter alone says that it stays open, and answers nothing else."""
    made(vault)
    with unlocked(impatient(tmp_path, vault)) as window:
        window.wait_for(company.IDLE)
        enter(window, "", words.STAYS_OPEN)
        enter(window, ":read", words.NOTHING_YET)


def test_stopped(tmp_path: Path, vault: Path) -> None:
    """Control-Z locks and clears before it stops; to go on is to stand at the door."""
    made(vault)
    program = " ".join([*COMMAND, "--vault", str(vault), "--plain"])
    command = ["/bin/bash", "-c", f"set -m; {program}; echo held:$?; sleep 1; fg"]
    with unlocked(Terminal(command, environment(tmp_path), columns=100, rows=40)) as window:
        window.type(CANARY)
        window.wait_for(CANARY)
        window.type("\x1a")
        window.wait_for("held:148")
        assert CANARY not in window.scrollback()
        place(vault).open(PASSPHRASE).lock()
        window.wait_for(words.HIDDEN.strip())
        enter(window, PASSPHRASE, "Where were we?")
        enter(window, "1", f"You wrote so far: {CANARY}")


def test_covered(tmp_path: Path, vault: Path) -> None:
    """The cover leaves an empty prompt and nothing to scroll back to; enter brings it back."""
    made(vault)
    with unlocked(terminal(tmp_path, vault)) as window:
        enter(window, CANARY, "> ")
        window.type(":cover\r")
        window.wait_until(lambda: window.scrollback().split() == [">"], "covered", 10)
        window.type("what is this?\r")
        window.wait_until(lambda: "this?" in window.scrollback(), "typed", 10)
        assert "Question" not in window.scrollback()
        enter(window, "", f"You wrote so far: {CANARY}")
        assert "Question 1 of 6." in window.text()


def test_a_pipe_in_a_terminal(tmp_path: Path, vault: Path) -> None:
    """With input from a pipe and the screen a terminal, the screen is cleared at the end."""
    made(vault)
    file = tmp_path / "p.txt"
    file.write_text(PASSPHRASE)
    line = f"printf ':elements\\n1\\n{CANARY}\\n:read\\n' | " + " ".join(
        [*COMMAND, "--vault", str(vault), "--passphrase-file", str(file), "--plain"]
    )
    with Terminal(["/bin/sh", "-c", line], environment(tmp_path), columns=100) as window:
        assert window.ended() == 0
        assert CANARY not in window.scrollback()
        assert CANARY.encode() in window.written


def test_tmux_keeps_nothing(tmp_path: Path, vault: Path) -> None:
    """In tmux nothing that was written can be scrolled back to; what may stay is said."""
    made(vault)
    socket = ["tmux", "-L", f"peercoach-{os.getpid()}", "-f", "/dev/null"]
    shell = environment(tmp_path) | {"TERM": "xterm-256color", "LANG": "C.UTF-8"}

    def tmux(*arguments: str) -> str:
        done = subprocess.run(
            [*socket, *arguments], env=shell, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    def wait_for(text: str) -> None:
        for _ in range(200):
            if text in " ".join(tmux("capture-pane", "-p", "-S", "-").split()):
                return
            time.sleep(0.05)
        raise AssertionError(tmux("capture-pane", "-p", "-S", "-"))

    program = " ".join([*COMMAND, "--vault", str(vault), "--plain"])
    tmux("new-session", "-d", "-x", "100", "-y", "20", f"{program}; sleep 60")
    try:
        wait_for(words.HIDDEN.strip())
        tmux("send-keys", PASSPHRASE, "Enter")
        wait_for("What would you like to do?")
        for said in (":elements", "1", CANARY, ":help", ":read", ":help"):
            tmux("send-keys", "-l", said)
            tmux("send-keys", "Enter")
        wait_for("You wrote so far:")
        tmux("send-keys", ":quit", "Enter")
        wait_for(words.CANT_CLEAR_IN["tmux"])
        left = tmux("capture-pane", "-p", "-S", "-")
    finally:
        subprocess.run([*socket, "kill-server"], env=shell, check=False, capture_output=True)

    assert CANARY not in " ".join(left.split())
    assert PASSPHRASE not in left
    assert "Question 1 of 6" not in left


def test_echo_is_as_before(tmp_path: Path, vault: Path) -> None:
    """The terminal's settings are as they were once the program has ended."""
    made(vault)
    program = " ".join([*COMMAND, "--vault", str(vault), "--plain"])
    line = f"stty -g > {tmp_path}/before; {program}; stty -g > {tmp_path}/after"
    with Terminal(["/bin/sh", "-c", line], environment(tmp_path), columns=100, rows=40) as window:
        unlocked(window)
        window.type(":quit")
        window.press("enter")
        window.ended()

    assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text()


def test_nothing_shows_without_a_terminal(tmp_path: Path, vault: Path) -> None:
    """In a pipe there is no prompt sign and nothing to clear."""
    made(vault)

    heard = run(tmp_path, "--vault", str(vault), "--plain")

    assert heard.stdout == ""
