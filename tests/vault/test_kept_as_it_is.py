"""What a newer program keeps here that we don't know comes through everything with its bytes."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from peercoach.vault import folder, keyfile, making, seal, space_storage, unlock
from peercoach.vault.folder import log_path, new_header
from peercoach.vault.format import SPACE_LOG
from peercoach.vault.kdf import SMALL
from peercoach.vault.log import read_log, whole_log
from peercoach.vault.restoring import restore
from peercoach.vault.space_changes import decode, encode
from peercoach.vault.unlock import SpaceKey
from peercoach.vault.vault import Vault
from peercoach.vault.vault_keys import bytes_of
from tests.vault.test_for_good import TOLD
from tests.vault.vaults import NEW, PASSPHRASE, Kept, Unsynced, add, note, seeded

pytestmark = pytest.mark.usefixtures("quick_keys")

UNKNOWN = 9
KEY, ID = b"n" * 32, b"a newer kind 016"
NEWER = {
    "kind": "constellation",
    "schema": 41,
    "text": "of a later day",
    "stars": [1, 2.5, None, True, b"\x00\xff", "é"],
    "rev": b"r" * 16,
    "parents": [],
}
SAME_KIND = {**NEWER, "kind": "note", "schema": 7, "rev": b"s" * 16}
PAYLOADS = [
    encode([]),
    encode([("documents", 77, NEWER), ("documents", 78, SAME_KIND)]),
    encode([("maps", None, {}), ("maps", 5, {"deep": {"er": [{"x": 1}]}})]),
]


@pytest.fixture
def later(kept: Kept) -> Kept:
    """The template as a newer program may have left it: unknown documents, a table, a space."""
    vault = kept.open()
    for payload in PAYLOADS[1:]:
        vault.private._log.append(payload)
    mine, body = vault._mine, vault._body
    assert mine is not None
    keys = seal.MemberKeys.of(mine.seed)
    space = SpaceKey(ID, "unknown", {0: KEY}, UNKNOWN)
    entry = making._space_entry(body.vault, space, mine.member, keys)
    changed = msgspec.structs.replace(body, spaces=(*body.spaces, entry), serial=body.serial + 1)
    keyfile.save(kept.path, bytes_of(changed, mine), Unsynced())
    head = new_header(SPACE_LOG, body.vault, ID, 0, seeded(3))
    path = log_path(kept.path / folder.SPACES, ID)
    path.write_bytes(whole_log(head, KEY, PAYLOADS, seeded(4)))
    vault.lock()
    return kept


def held(path: Path, passphrase: str, space: bytes) -> list[bytes]:
    """Every change that a space's log holds, each encoded by itself, whatever frame it is in."""
    found = keyfile.look(path, Unsynced())
    copy, mine = keyfile.first_that_opens(
        found, lambda one: unlock.unlock_with(one, path, passphrase)
    )
    key = next(one for one in mine.spaces if one.id == space)
    log = log_path(path / folder.SPACES, space)
    read = read_log(log, log.read_bytes(), folder.key_for(key, SPACE_LOG, copy.keyring, log))
    assert not (read.broken or read.torn)
    return [encode(change) for payload in read.payloads for change in decode(payload)]


THEIRS = sorted(encode(change) for payload in PAYLOADS for change in decode(payload))


def is_there(path: Path, passphrase: str, private: bytes) -> bool:
    """Whether everything of the newer program's is there with its bytes, and once."""
    in_private = [one for one in held(path, passphrase, private) if one in THEIRS]
    return sorted(in_private) == THEIRS and sorted(held(path, passphrase, ID)) == THEIRS


def edit(vault: Vault, kept: Kept) -> tuple[Path, str]:
    id = add(vault.private, "mine")
    vault.private.commit({id: note("mine, again")})
    vault.private.commit({}, [id])
    return kept.path, PASSPHRASE


def compact(vault: Vault, kept: Kept) -> tuple[Path, str]:
    for space in vault._spaces.values():
        space._storage._log.rewrite()
    return kept.path, PASSPHRASE


def close(vault: Vault, kept: Kept) -> tuple[Path, str]:
    id = add(vault.private, "0")
    for number in range(60):
        vault.private.commit({id: note(f"{number}")})
    size = kept.log.stat().st_size
    vault.lock()
    assert kept.log.stat().st_size < size
    return kept.path, PASSPHRASE


def back_up(vault: Vault, kept: Kept) -> tuple[Path, str]:
    return vault.back_up().path, PASSPHRASE


def put_back(vault: Vault, kept: Kept) -> tuple[Path, str]:
    to = kept.path.parent / "again.vault"
    restore(vault.back_up().path, to, PASSPHRASE)
    return to, PASSPHRASE


def shred(vault: Vault, kept: Kept) -> tuple[Path, str]:
    id = add(vault.private, "mine")
    made = vault.back_up().path
    vault.private.shred([id], TOLD)
    assert is_there(made, PASSPHRASE, kept.private)
    return kept.path, PASSPHRASE


def new_passphrase(vault: Vault, kept: Kept) -> tuple[Path, str]:
    vault.change_passphrase(PASSPHRASE, NEW, profile=SMALL)
    return kept.path, NEW


def new_keys(vault: Vault, kept: Kept) -> tuple[Path, str]:
    assert vault.change_passphrase(PASSPHRASE, NEW, may_be_known=True, profile=SMALL)
    (backup,) = (kept.path / "backups").iterdir()
    assert is_there(backup, NEW, kept.private)
    return kept.path, NEW


@pytest.mark.parametrize(
    "do", [edit, compact, close, back_up, put_back, shred, new_passphrase, new_keys]
)
def test_it_is_all_there_after(
    later: Kept,
    monkeypatch: pytest.MonkeyPatch,
    do: Callable[[Vault, Kept], tuple[Path, str]],
) -> None:
    """Documents of an unknown kind or a newer schema, tables and spaces that we don't know."""
    monkeypatch.setattr(space_storage, "WORTH_COMPACTING", 16 * 1024)
    vault = later.open()
    assert is_there(later.path, PASSPHRASE, later.private)

    path, passphrase = do(vault, later)

    assert is_there(path, passphrase, later.private)
    vault.lock()


def test_the_kind_of_a_space_we_do_not_know(later: Kept) -> None:
    """Its number in the grant is the same after every key was changed."""
    vault = later.open()

    vault.change_passphrase(PASSPHRASE, NEW, may_be_known=True, profile=SMALL)

    vault.lock()
    again = Vault.open(later.path, NEW, files=Unsynced())
    assert again._mine is not None
    assert [one.number for one in again._mine.spaces] == [1, 2, UNKNOWN]
    again.lock()
