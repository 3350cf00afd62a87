"""A sentence and a passphrase, searched for wherever they could have been left."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import PASSPHRASE, PROGRAM, Home, begin
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
Unlock = Callable[[Terminal], Terminal]
CANARY = "a yellow canary sang in the ward kitchen"


def nowhere_on_disk(home: Home) -> None:
    """Fail if either stands in any file of this home, in any of the ways bytes are written."""
    for file, data in home.bytes_on_disk().items():
        for secret in (CANARY, PASSPHRASE):
            for form in (secret.encode(), secret.encode("utf-16-le"), secret[::-1].encode()):
                assert form not in data, f"found in {file.relative_to(home.folder)}"


def nowhere_in_process(terminal: Terminal) -> None:
    """Fail if either stands in the arguments or environment of the running program."""
    proc = Path("/proc") / str(terminal.process.pid)
    for name in ("cmdline", "environ"):
        data = (proc / name).read_bytes()
        assert CANARY.encode() not in data
        assert PASSPHRASE.encode() not in data


def test_the_search_finds_what_is_there(home: Home) -> None:
    """The search itself works: a sentence left in a file is found."""
    (home.folder / "tmp" / "left-behind.swp").write_text(f"… {CANARY} …")

    with pytest.raises(AssertionError, match=r"left-behind\.swp"):
        nowhere_on_disk(home)


def test_full_interface_leaves_no_trace(home: Home, unlocked: Unlock) -> None:
    """Typed, drafted, kept, locked and left: neither stands in any file or in the process."""
    home.make().lock()
    with home.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(CANARY)
        terminal.wait_for(CANARY)
        terminal.wait_for("saved")
        nowhere_in_process(terminal)
        nowhere_on_disk(home)
        terminal.press("ctrl+n")
        terminal.wait_gone(CANARY)
        nowhere_on_disk(home)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert CANARY not in terminal.scrollback()
    nowhere_on_disk(home)


def test_textual_writes_no_log_of_keys(home: Home, unlocked: Unlock) -> None:
    """Asked by the environment for Textual's log, devtools and debug, nothing is written."""
    home.make().lock()
    log = home.folder / "tmp" / "textual.log"
    wanted = {"TEXTUAL_LOG": str(log), "TEXTUAL": "devtools,debug", "TEXTUAL_DEBUG": "1"}
    spied = Home(home.folder, {**home.environment, **wanted})
    with spied.run() as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(CANARY)
        terminal.wait_for("saved")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0

    nowhere_on_disk(home)
    assert not log.exists()


_CRASHING = """
import sys
from peercoach.cli import entry
import peercoach.conversation as conversation

def crash(self, text, cursor):
    secret = text
    raise RuntimeError(f"a fault with {secret}")

conversation.Conversation.draft = crash
sys.argv = ["peercoach"]
sys.exit(entry.main())
"""

_CRASHING_SCREEN = """
import sys
from peercoach.cli import entry
from peercoach.tui.screens.reflect import Reflect

def crash(self):
    secret = [widget.text for widget in self.query("TextArea")]
    raise RuntimeError(f"a fault with {secret}")

Reflect.do_about = crash
Reflect.do_prompts = crash
sys.argv = ["peercoach"]
sys.exit(entry.main())
"""


@pytest.mark.parametrize("program", [_CRASHING, _CRASHING_SCREEN])
def test_a_crash_tells_nothing(home: Home, unlocked: Unlock, program: str) -> None:
    """A fault inside, its text and locals full of the sentence, puts none of it on the screen."""
    home.make().lock()
    with Terminal([sys.executable, "-c", program], home.environment, cwd=home.folder) as terminal:
        unlocked(terminal)
        begin(terminal)
        terminal.type(CANARY)
        terminal.wait_for(CANARY)
        written = len(terminal.written)
        terminal.press("ctrl+f")
        if program == _CRASHING_SCREEN:
            assert terminal.ended() != 0
            assert CANARY not in terminal.scrollback()
        after = terminal.written[written:]
        assert b"Traceback" not in after
        assert b"RuntimeError" not in after
        assert b"a fault with" not in after
        assert PASSPHRASE.encode() not in terminal.written
    nowhere_on_disk(home)


def test_plain_interface_leaves_no_scrollback(home: Home) -> None:
    """After the plain interface has ended, nothing of the session can be scrolled up to."""
    home.make().lock()
    with home.run("--plain") as terminal:
        terminal.wait_for("passphrase", 30)
        terminal.type(PASSPHRASE + "\r")
        terminal.wait_for("Three short questions", 30)
        terminal.type(":elements\r")
        terminal.wait_for("Sharing the movement")
        terminal.type("1\r")
        terminal.wait_for("face change")
        terminal.type(CANARY + "\r.\r")
        terminal.wait_for("What do you say about peer work")
        nowhere_in_process(terminal)
        assert CANARY in terminal.scrollback()
        terminal.type(":quit\r")
        assert terminal.ended() == 0
        assert CANARY not in terminal.scrollback()
        assert PASSPHRASE.encode() not in terminal.written
    nowhere_on_disk(home)


def test_commands_leave_no_trace(home: Home) -> None:
    """A note through a pipe, listed, searched and shown: neither stands in any file."""
    home.make().lock()
    secret = home.folder.parent / f"{home.folder.name}-passphrase"
    secret.write_text(PASSPHRASE + "\n")
    base = [*PROGRAM, "--passphrase-file", str(secret)]
    for arguments, told in (
        (["note", "-"], CANARY),
        (["list"], ""),
        (["search", "canary"], ""),
        (["check", "--deep"], ""),
    ):
        done = subprocess.run(
            [*base, *arguments],
            input=told,
            env=dict(home.environment),
            capture_output=True,
            text=True,
            check=True,
            cwd=home.folder,
        )
        assert PASSPHRASE not in done.stdout + done.stderr

    nowhere_on_disk(home)
