"""A home of its own for each test, and vaults whose keys are quick to derive."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from peercoach import paths
from peercoach.frameworks.library import Library, open_library
from peercoach.vault.kdf import SMALL
from peercoach.workspace import Workspace
from tests.e2e.terminal import Terminal

PASSPHRASE = "kettle willow Tuesday harbour"
PROGRAM = (sys.executable, "-m", "peercoach")


@cache
def library() -> Library:
    """What ships."""
    return open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)


@dataclass(frozen=True)
class Home:
    """Every folder the program may write to, and the environment that says so."""

    folder: Path
    environment: Mapping[str, str]

    @property
    def vault(self) -> Path:
        """Where the notebook stands."""
        return self.folder / "data" / "notebook.vault"

    def make(self) -> Workspace:
        """A new notebook of the quick profile, open in this process."""
        return Workspace.create(self.vault, PASSPHRASE, library=library(), profile=SMALL)

    def open(self) -> Workspace:
        """The notebook, open in this process."""
        return Workspace.open(self.vault, PASSPHRASE, library=library())

    def run(self, *arguments: str, **size: int) -> Terminal:
        """The program in a terminal of its own."""
        return Terminal([*PROGRAM, *arguments], self.environment, cwd=self.folder, **size)

    def bytes_on_disk(self) -> dict[Path, bytes]:
        """Every file under every one of these folders."""
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        return {file: file.read_bytes() for file in files}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    folders = {
        "HOME": tmp_path,
        "XDG_CONFIG_HOME": tmp_path / "config",
        "XDG_STATE_HOME": tmp_path / "state",
        "XDG_CACHE_HOME": tmp_path / "cache",
        "XDG_DATA_HOME": tmp_path / "share",
        "TMPDIR": tmp_path / "tmp",
    }
    for folder in folders.values():
        folder.mkdir(exist_ok=True)
    environment = {name: str(folder) for name, folder in folders.items()}
    environment["PATH"] = "/usr/bin:/bin"
    environment["PEERCOACH_VAULT"] = str(tmp_path / "data" / "notebook.vault")
    return Home(tmp_path, environment)


@pytest.fixture
def unlocked() -> Callable[[Terminal], Terminal]:
    """Type the passphrase at the door and wait for Home."""

    def unlock(terminal: Terminal) -> Terminal:
        terminal.wait_for("Your passphrase")
        terminal.type(PASSPHRASE)
        terminal.press("enter")
        terminal.wait_for("Good to see you", 30)
        return terminal

    return unlock


def begin(terminal: Terminal) -> None:
    """From Home, begin on the first element."""
    terminal.press("e")
    terminal.wait_gone("Good to see you")
    terminal.press("enter")
    terminal.wait_for("face change")
