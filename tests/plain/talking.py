"""A person for a test: lines said to the plain interface, and what it said back."""

import atexit
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import peercoach
from peercoach import paths
from peercoach.frameworks.library import Library, open_library
from peercoach.journal.moment import Moment
from peercoach.plain.host import Host
from peercoach.plain.launch import Place, Sitting
from peercoach.plain.port import Port
from peercoach.plain.terminal import CLEAR
from peercoach.plain.watch import Interrupted, Watch
from peercoach.settings import Settings
from peercoach.supporting import Supporting
from peercoach.vault import kdf
from peercoach.vault.kdf import SMALL
from peercoach.words import plain as words
from peercoach.workspace import Workspace

PASSPHRASE = "kettle willow Tuesday harbour"
ELEMENT = "peer-leadership/sharing-the-movement"
SHORT = "what-so-what-now-what"
MARCH = 1_773_496_920_000


@dataclass(frozen=True)
class Reply:
    """A line that depends on all that was said so far."""

    to: Callable[[str], str]


Said = str | Reply | Interrupted | Callable[[], object]
"""A line; a signal that comes while one is awaited; or something done before the next one."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, utc_ms: int = MARCH) -> None:
        self.utc_ms = utc_ms

    def __call__(self) -> Moment:
        return Moment(self.utc_ms, 0, "GMT")


class Typed(io.StringIO):
    """Standard input with a person, or a pipe, behind it."""

    def __init__(self, said: Iterable[Said], screen: "Screen", *, person: bool) -> None:
        super().__init__()
        self._said = iter(said)
        self._screen = screen
        self._person = person

    def isatty(self) -> bool:
        return self._person

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        for said in self._said:
            if isinstance(said, Interrupted):
                raise said
            if isinstance(said, Reply):
                said = said.to(self._screen.getvalue())
            if said == "^D":
                return ""
            if isinstance(said, str):
                if self._person:
                    # As a terminal echoes it.
                    self._screen.write(said + "\n")
                return said + "\n"
            said()
        return ""


class Screen(io.StringIO):
    """Standard output, which a terminal shows or a pipe takes."""

    def __init__(self, *, person: bool) -> None:
        super().__init__()
        self._person = person

    def isatty(self) -> bool:
        return self._person


@cache
def library() -> Library:
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


@dataclass(frozen=True)
class SmallPlace(Place):
    """A place whose notebook is made with the smallest key derivation there is."""

    def make(self, passphrase: str) -> Workspace:
        return Workspace.create(
            self.vault, passphrase, library=self.library, clock=self.clock, profile=SMALL
        )


def place(vault: Path, clock: Clock | None = None) -> SmallPlace:
    return SmallPlace(vault, library(), clock or Clock())


@cache
def _empty(_keys: object) -> Path:
    """One for each way of deriving keys: tests elsewhere derive them quickly."""
    folder = Path(tempfile.mkdtemp(prefix="peercoach-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    place(folder / "n.vault").make(PASSPHRASE).lock()
    return folder / "n.vault"


def made(vault: Path) -> Path:
    """A notebook with nothing in it, locked: a copy of one that was made once in this process."""
    return Path(shutil.copytree(_empty(kdf.from_passphrase), vault))


@dataclass
class Heard:
    """What came of a conversation: the exit code and everything that was said."""

    code: int
    text: str
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")


def odd_lines(heard: Heard) -> list[str]:
    """Lines that would not make sense read aloud: drawn signs, escape codes other than those that
    clear, anything that is no sentence, no heading and no numbered choice. What the person typed
    (behind a prompt) is theirs.
    """
    said = [line for line in heard.text.replace(CLEAR, "").split("\n") if line]
    said = [line for line in said if not line.startswith(("> ", words.HIDDEN))]
    return [line for line in said if _drawn(line) or not _ends(line)]


def _ends(line: str) -> bool:
    return line.rstrip("”").endswith((".", "?", "!", "…", ":"))


def _drawn(line: str) -> bool:
    return any("\u2500" <= sign <= "\u25ff" or sign in "\x1b\t\r•·›|" for sign in line)


def choice(heard: Heard, said: str) -> str:
    """The number behind which something was offered last."""
    lines = [line for line in heard.lines if said in line and line.split(".")[0].isdecimal()]
    return lines[-1].split(".")[0]


def talk(
    where: Place,
    *said: Said,
    passphrase: str | None = PASSPHRASE,
    person: bool = False,
    hidden: Iterable[str] = (),
    region: str = "",
    settings: Settings | None = None,
    keep: Callable[[Settings], None] = lambda settings: None,
    supporting: Supporting | None = None,
    environment: Mapping[str, str] | None = None,
) -> Heard:
    """Have a conversation in this process. ``person``: at a terminal, not in a pipe.

    ``hidden`` is what is typed where it does not show; "^D" is control-D anywhere. ``keep`` is
    given settings that were changed.
    """
    secrets = iter(hidden)

    def ask_hidden(prompt: str) -> str:
        screen.write(prompt + "\n")
        typed = next(secrets, "^D")
        if typed == "^D":
            raise EOFError
        return typed

    screen = Screen(person=person)
    port = Port(Typed(said, screen, person=person), screen, Watch(), hidden=ask_hidden)
    chosen = settings or Settings(region=region)
    host = Host(port, settings=chosen, clock=where.clock, keep=keep, supporting=supporting)
    sitting = Sitting(host, where, passphrase, environment or {})
    code = sitting.run()
    return Heard(code, screen.getvalue())


# --- the real executable -------------------------------------------------------------------------


def environment(folder: Path) -> dict[str, str]:
    """An environment with a home of its own, in which this very package is found."""
    source = str(Path(peercoach.__file__).parent.parent)
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": source,
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_DATA_HOME": str(folder / "data"),
        "TMPDIR": str(folder),
    }


COMMAND = (sys.executable, "-W", "error", "-m", "peercoach")


def run(
    folder: Path, *arguments: str, said: str = "", more: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """The executable with pipes on every side, and no terminal to ask on."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=said,
        capture_output=True,
        encoding="utf-8",
        env=environment(folder) | dict(more or {}),
        cwd=folder,
        start_new_session=True,
        timeout=60,
        check=False,
    )


def passphrase_file(folder: Path, passphrase: str = PASSPHRASE) -> Path:
    path = folder / "passphrase.txt"
    path.write_text(passphrase + "\n", encoding="utf-8")
    return path


def opening(folder: Path, vault: Path) -> list[str]:
    """The options that open a notebook without asking."""
    return ["--vault", str(vault), "--passphrase-file", str(passphrase_file(folder))]
