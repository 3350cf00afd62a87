"""The vault's folder: what stands where, whether one stands there, its lock, a new one's files."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from peercoach.errors import (
    KeyringStale,
    LogDamaged,
    VaultBusy,
    VaultExists,
)
from peercoach.vault import kdf, keyfile, keyring, unlock
from peercoach.vault.files import Files, speaking_of, typed
from peercoach.vault.format import DRAFTS_LOG, SPACE_LOG, Header
from peercoach.vault.keyring import Keyring
from peercoach.vault.log import KeyFor, whole_log
from peercoach.vault.space_changes import encode
from peercoach.vault.standing import SPACES as SPACES
from peercoach.vault.unlock import SpaceKey, Unlocked

Random = Callable[[int], bytes]
DRAFTS, ASIDE, BACKUPS = "drafts", "set-aside", "backups"
UNFINISHED = ".new"
"""How the name of a backup ends that is not whole yet, or going."""
_LOCK = "lock"
_DRAFTS_LABEL = b"peercoach/1 drafts"


def log_path(folder: Path, space: bytes) -> Path:
    """Where the log of a space stands: its id in hexadecimal."""
    return folder / f"{space.hex()}.log"


def drafts_key(space_key: bytes) -> bytes:
    """The key of a space's drafts."""
    return kdf.hkdf(space_key, _DRAFTS_LABEL)


def key_for(held: SpaceKey, purpose: int, body: Keyring, path: Path) -> KeyFor:
    """The space's key for a log that belongs here; anything else in its place is refused.

    The function given raises LogDamaged for a log of another vault, space or purpose, KeyringStale
    for one of an epoch that the key file does not know.
    """

    def key(header: Header) -> bytes:
        if (header.purpose, header.vault, header.space) != (purpose, body.vault, held.id):
            raise LogDamaged(path=path, whole=0)
        if header.epoch > body.epoch or header.epoch not in held.keys:
            raise KeyringStale(path=path.parent.parent)
        own = held.keys[header.epoch]
        return drafts_key(own) if purpose == DRAFTS_LOG else own

    return key


def new_header(purpose: int, vault: bytes, space: bytes, epoch: int, random: Random) -> Header:
    """The header of a first generation."""
    return Header(purpose, vault, space, epoch, 0, random(16), random(16))


def next_header(was: Header, random: Random) -> Header:
    """The header of the generation after this one, under the same key."""
    return replace(was, generation=was.generation + 1, file=random(16), marker=random(16))


def fill(folder: Path, body: Keyring, mine: Unlocked, files: Files, random: Random) -> None:
    """Write everything that a new vault holds into an empty folder."""
    for name in (SPACES, DRAFTS):
        files.make_folder(folder / name)
    for held in mine.spaces:
        header = new_header(SPACE_LOG, body.vault, held.id, 0, random)
        data = whole_log(header, held.keys[0], [encode([])], random)
        files.create(log_path(folder / SPACES, held.id), data)
        if held.kind == "private":
            header = new_header(DRAFTS_LOG, body.vault, held.id, 0, random)
            data = whole_log(header, drafts_key(held.keys[0]), [encode([])], random)
            files.create(log_path(folder / DRAFTS, held.id), data)
    first = keyring.body_of(body)
    keyfile.save(folder, keyring.write(first, unlock.mac_of(mine.secret, first)), files)
    for name in (SPACES, DRAFTS):
        with speaking_of(folder):
            files.sync_folder(folder / name)


def refuse_taken(path: Path) -> None:
    """Refuse to make a vault where something stands; an empty folder is fine.

    Raises:
        VaultExists, NotPermitted: as they say.
    """
    with speaking_of(path):
        if path.is_dir() and not any(path.iterdir()):
            return
        if path.exists() or path.is_symlink():
            raise VaultExists(path=path)


def make_folders(path: Path, files: Files) -> None:
    """Make a folder and those above it, each durable and for its owner alone."""
    if path.exists():
        return
    make_folders(path.parent, files)
    files.make_folder(path)


def file_lock(path: Path) -> FileLock:
    """The lock that one process at a time holds; any thread of it may release it."""
    return FileLock(path / _LOCK, timeout=0, mode=0o600, thread_local=False)


def take(lock: FileLock, path: Path) -> None:
    """Take the lock or say that another window has it.

    Raises:
        VaultBusy, NotPermitted, DiskFull, WriteFailed: as they say.
    """
    try:
        lock.acquire()
    except Timeout:
        raise VaultBusy(path=path) from None
    except OSError as error:
        raise typed(error, path) from None
