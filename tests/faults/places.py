"""A copy of a vault's files that can be harmed and put right again, many thousand times."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peercoach.errors import VaultError
from peercoach.vault.vault import Vault
from tests.faults.states import State, notes_of, seen, typed
from tests.vault.vaults import Kept, Unsynced, bytes_under, said

Bytes = Mapping[str, bytes]


class Place:
    """A folder whose vault is put back to chosen bytes before each opening."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, files: Bytes) -> None:
        """Let the folder hold these files and no others."""
        shutil.rmtree(self.path, ignore_errors=True)
        for folder in ("spaces", "drafts"):
            (self.path / folder).mkdir(parents=True)
        for name, data in files.items():
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)

    def keep(self, files: Bytes) -> None:
        """As :meth:`put`, touching only what differs: most openings change nothing."""
        if (self.path / "set-aside").exists():
            self.put(files)
            return
        for name, data in files.items():
            file = self.path / name
            if not file.exists() or file.read_bytes() != data:
                file.write_bytes(data)


@dataclass(frozen=True)
class Opened:
    """What came of opening: an error's kind, or what was seen and the notices that were said."""

    error: str = ""
    state: State | None = None
    said: tuple[str, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether a person was told nothing."""
        return not self.error and not self.said


def opened(path: Path, spare_key: str = "", passphrase: str = "") -> Opened:
    """Open what stands there and look at everything; any error but a typed one comes through."""
    try:
        vault = Vault.open(path, passphrase, spare_key=spare_key, files=Unsynced())
    except VaultError as error:
        return Opened(error.kind)
    try:
        notices = tuple(said(vault))
        return Opened("", _seen(vault, spare_key, notices), notices)
    finally:
        vault.lock()


def _seen(vault: Vault, spare_key: str, notices: tuple[str, ...]) -> State:
    """As :func:`states.seen`; where the Heal space was said to be unreadable, without it."""
    if "space-unreadable" not in notices:
        return seen(vault, spare_key)
    waiting = typed(vault.heal_drafts)
    return State(notes_of(vault.private), {}, typed(vault.drafts), spare_key, waiting)


def stands(kept: Kept) -> State:
    """What a whole vault holds."""
    found = opened(kept.path, kept.spare_key)
    assert found.state is not None and found.silent
    return found.state


def copied_bytes(path: Path, to: Path) -> Path:
    """The same files elsewhere, where no lock is held."""
    Place(to).put(bytes_under(path))
    return to
