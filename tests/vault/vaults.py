"""Small vaults for tests: made once, copied for each test, opened without deriving a key."""

import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peercoach.vault.files import Files
from peercoach.vault.folder import DRAFTS, SPACES, log_path
from peercoach.vault.kdf import SMALL
from peercoach.vault.space import Space
from peercoach.vault.vault import Vault

PASSPHRASE = "seven brown teapots"
NEW = "nine green lanterns"
WRONG = "seven brown teapotz"
TEXTS = ("I asked for help.", "We listened first.", "Rest is part of the work.")
DRAFT = {"kind": "draft", "schema": 1, "text": "what I was typing"}


class Unsynced(Files):
    """Files without waiting for the disk: for tests of what is written, not of when."""

    def sync(self, descriptor: int) -> None:
        pass


@dataclass(frozen=True)
class Kept:
    """A locked vault on disk and what opens it."""

    path: Path
    spare_key: str
    private: bytes
    heal: bytes

    @property
    def log(self) -> Path:
        return log_path(self.path / SPACES, self.private)

    @property
    def heal_log(self) -> Path:
        return log_path(self.path / SPACES, self.heal)

    @property
    def drafts_log(self) -> Path:
        return log_path(self.path / DRAFTS, self.private)

    @property
    def heal_drafts_log(self) -> Path:
        return log_path(self.path / DRAFTS, self.heal)

    @property
    def aside(self) -> list[Path]:
        """What was set aside."""
        return sorted((self.path / "set-aside").glob("*"))

    def copied(self, to: Path) -> "Kept":
        shutil.copytree(self.path, to)
        return Kept(to, self.spare_key, self.private, self.heal)

    def open(self, files: Files | None = None) -> Vault:
        """Open with the spare key: about a millisecond, where a passphrase costs a hundred."""
        return Vault.open(self.path, spare_key=self.spare_key, files=files or Unsynced())


def seeded(seed: int) -> Callable[[int], bytes]:
    """Randomness that is the same in every run."""
    return random.Random(seed).randbytes


def note(text: str, **fields: Any) -> dict[str, Any]:
    return {"kind": "entry", "schema": 1, "text": text, **fields}


def add(space: Space, text: str, **fields: Any) -> int:
    """Commit a new note; its id."""
    id = space.new_id()
    space.commit({id: note(text, **fields)})
    return id


def texts(space: Space) -> list[str]:
    """The text of every living note, as the space orders them."""
    return [document["text"] for _, document in space.documents()]


def by_id(space: Space) -> dict[int, str]:
    return {id: document["text"] for id, document in space.documents()}


def said(vault: Vault) -> list[str]:
    """The kinds of its notices."""
    return [notice.kind for notice in vault.notices]


def make(path: Path, notes: int = len(TEXTS), seed: int = 7) -> Kept:
    """A vault with some notes, one note in the Heal space, one draft and a spare key."""
    vault = Vault.create(
        path, PASSPHRASE, name="Ash", profile=SMALL, random=seeded(seed), files=Unsynced()
    )
    for number in range(notes):
        add(vault.private, TEXTS[number] if number < len(TEXTS) else f"Note {number}.")
    add(vault.heal, "Something for myself.")
    vault.drafts.save("here", DRAFT)
    kept = Kept(path, vault.make_spare_key(), vault.private.id, vault.heal.id)
    vault.lock()
    return kept


def flipped(data: bytes, bit: int) -> bytes:
    """The same bytes with one bit changed."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def bytes_under(path: Path) -> dict[str, bytes]:
    """Every file under a folder and what it holds, but for the lock, which never holds anything."""
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.name != "lock"
    }


def without_stamps(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document without what the space itself sets."""
    return {key: value for key, value in document.items() if key not in ("rev", "parents")}
