"""A change of every key goes on from wherever it was left, at the next opening."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from peercoach.errors import DiskFull, VaultError
from peercoach.vault import folder, keyring, making, recovery, unlock
from peercoach.vault.format import DRAFTS_LOG
from peercoach.vault.keyfile import NAMES
from peercoach.vault.log import read_log, whole_log
from peercoach.vault.vault import Vault
from tests.vault import forging
from tests.vault.failing import CODES, Dying, Failing, Killed
from tests.vault.independent_reader import read_vault
from tests.vault.rekeyed import change, epochs, finished, granted, opened_with, stop_at, whole
from tests.vault.spec_faults import SPARE_KEY
from tests.vault.vaults import (
    DRAFT,
    NEW,
    PASSPHRASE,
    TEXTS,
    Kept,
    Unsynced,
    add,
    bytes_under,
    flipped,
    said,
    texts,
)
from tests.vectors.make import HERE, NOTEBOOK

pytestmark = pytest.mark.usefixtures("quick_keys")


# --- wherever it ends ---------------------------------------------------------------------------


def test_a_key_file_with_both_keys_opens_with_the_new_passphrase(kept: Kept, opened: Vault) -> None:
    """In the middle, a log may stand under either key; the new passphrase opens both."""
    stop_at(kept, opened, 1)

    assert granted(kept.path) == [[0, 1], [0, 1]]
    assert sorted(epochs(kept.path)) == [0, 0, 1]
    assert opened_with(kept.path, PASSPHRASE) is None
    assert not finished(kept.path)
    again = opened_with(kept.path, NEW)
    assert again is not None
    assert said(again) == []
    assert finished(kept.path)
    again.lock()


def test_another_reader_reads_the_middle(kept: Kept, opened: Vault) -> None:
    """A key file with two epochs is read as the specification says, whichever log stands where."""
    stop_at(kept, opened, 1)
    middle = kept.path.parent / "middle"
    shutil.copytree(kept.path, middle)
    vault = opened_with(kept.path, NEW)
    assert vault is not None
    # A spare key for the copy in the middle: the other reader derives passphrases for real.
    copy = forging.body_in(middle)
    mine = unlock.unlock(copy, middle, passphrase=NEW)
    secret = b"\0" * 16 + b"\1"
    body = making.with_spare_key(copy.keyring, mine, secret, vault._random)
    first = keyring.body_of(body)
    data = keyring.write(first, unlock.mac_of(mine.secret, first))
    for name in NAMES:
        (middle / name).write_bytes(data)
    vault.lock()

    found = read_vault(middle, spare_key=recovery.write(secret))

    assert [one["text"] for one in found.current(1).values()] == list(TEXTS)
    assert found.drafts == {"here": DRAFT}
    assert set(found.states.values()) == {"whole"}


def once(kept: Kept, here: Path, at: int, files: Dying | Failing) -> tuple[Path, Vault]:
    """A copy of the vault, open, whose disk ends at the n-th call from now."""
    copy = kept.copied(here)
    vault = copy.open(files)
    files.arm(at)
    return copy.path, vault


def test_killed_anywhere_it_goes_on(kept: Kept, tmp_path: Path) -> None:
    """A process killed at any call leaves a vault that exactly one of the passphrases opens, with
    everything in it; and if that is the new one, this opening ends what was begun.
    """
    _, vault = once(kept, tmp_path / "counted", 0, counted := Dying())
    assert change(vault)
    assert finished(vault.path)
    vault.lock()

    news = []
    for at in range(1, counted.calls + 1):
        path, vault = once(kept, tmp_path / f"{at}", at, Dying())
        with pytest.raises(Killed):
            change(vault)
        vault._lock.release()
        news.append(_goes_on(path))
    assert news == sorted(news)
    assert 10 < news.index(True) < len(news) - 10


def _goes_on(path: Path) -> bool:
    """Exactly one opens; whether it is the new one, and then that it ended what was begun."""
    old, new = opened_with(path, PASSPHRASE), None
    if old is not None:
        old.lock()
    new = opened_with(path, NEW)
    assert (old is None) != (new is None)
    if new is not None:
        assert finished(path)
        assert "keys-change-unfinished" not in said(new)
        add(new.private, "and it goes on")
        new.lock()
        last = Vault.open(path, NEW)
        assert texts(last.private) == [*TEXTS, "and it goes on"]
        last.lock()
    return new is not None


def test_killed_while_it_goes_on(kept: Kept, opened: Vault, tmp_path: Path) -> None:
    """The opening that goes on may be killed at any call too, and the next one ends it."""
    stop_at(kept, opened, 1)
    counted = Dying()
    path = kept.copied(tmp_path / "counted").path
    vault = opened_with(path, NEW, counted)
    assert vault is not None
    vault.lock()

    for at in range(1, counted.calls + 1):
        path = kept.copied(tmp_path / f"{at}").path
        with pytest.raises(Killed):
            Vault.open(path, NEW, files=Dying(at))
        assert _goes_on(path)


@pytest.mark.parametrize("lasting", [False, True])
def test_whichever_call_fails_it_goes_on(kept: Kept, tmp_path: Path, lasting: bool) -> None:
    """A disk that fails at any call, once or for good: an error says that nothing changed and the
    old passphrase opens; or none comes, and the new one does, to the end or at the next opening.
    """
    _, vault = once(kept, tmp_path / "counted", 0, counted := Failing())
    change(vault)
    vault.lock()

    ends = set()
    for at in range(1, counted.calls + 1):
        files = Failing(code=CODES[at % 5], lasting=lasting)
        path, vault = once(kept, tmp_path / f"{at}", at, files)
        try:
            done = change(vault)
        except VaultError:
            ends.add("refused")
            unsure = vault.locked
            vault.lock()
            assert _goes_on(path) is False or unsure
            continue
        ends.add("finished" if done else "unfinished")
        assert finished(path) or not done, at
        assert whole(vault)
        vault.lock()
        assert _goes_on(path)
    assert ends >= {"refused", "unfinished"}


def test_unfinished_is_said_and_goes_on(kept: Kept, opened: Vault) -> None:
    """Where the disk refuses, the new passphrase opens, notes can be kept, and it is said."""
    stop_at(kept, opened, 0)

    full = Vault.open(kept.path, NEW, files=_NoNewLog())

    assert said(full) == ["keys-change-unfinished"]
    add(full.private, "kept meanwhile")
    full.lock()
    again = Vault.open(kept.path, NEW)
    assert said(again) == []
    assert texts(again.private) == [*TEXTS, "kept meanwhile"]
    assert finished(kept.path)
    again.lock()


class _NoNewLog(Unsynced):
    """A disk with room for a note and none for a new file."""

    def create(self, path: Path, data: bytes) -> None:
        raise DiskFull(path=path)


def test_a_damaged_log_keeps_its_old_key(kept: Kept, opened: Vault) -> None:
    """What is open for salvage can't be written anew: its old key stays, and so do old backups,
    and what is whole can be read with the new passphrase.
    """
    opened.lock()
    kept.heal_log.write_bytes(flipped(kept.heal_log.read_bytes(), 8 * 300))
    vault = kept.open()

    assert change(vault) is False

    before = sorted((kept.path / "backups").iterdir())
    assert len(before) == 1
    assert granted(kept.path) == [[1], [0, 1]]
    vault.lock()
    again = Vault.open(kept.path, NEW)
    assert sorted(said(again)) == ["keys-change-unfinished", "salvage"]
    assert texts(again.private) == list(TEXTS)
    assert texts(again.heal) == ["Something for myself."]
    assert sorted((kept.path / "backups").iterdir()) == before
    again.lock()


def test_a_missing_log_keeps_its_old_key(kept: Kept, opened: Vault) -> None:
    """A space whose log is gone for now keeps its key: the log may come back from a backup."""
    opened.lock()
    heal = kept.heal_log.read_bytes()
    kept.heal_log.unlink()
    vault = kept.open()
    change(vault)
    vault.lock()
    kept.heal_log.write_bytes(heal)

    again = Vault.open(kept.path, NEW)

    assert whole(again)
    assert said(again) == []
    assert finished(kept.path)
    again.lock()


def test_drafts_of_another_space_come_along(tmp_path: Path) -> None:
    """A newer program's drafts for a space of its own are carried to the new key as they are."""
    shutil.copytree(HERE / "space-of-unknown-kind" / NOTEBOOK, tmp_path / "v")
    vault = Vault.open(tmp_path / "v", spare_key=SPARE_KEY, files=Unsynced())
    assert vault._mine is not None
    other = next(one for one in vault._mine.spaces if one.kind == "unknown")
    head = folder.new_header(DRAFTS_LOG, vault._body.vault, other.id, 0, vault._random)
    payloads = [b"\x90", b"\x91\x92\xa1k\x81\xa1a\xc7\x01\x07x"]
    path = folder.log_path(vault.path / folder.DRAFTS, other.id)
    key = folder.drafts_key(other.keys[0])
    path.write_bytes(whole_log(head, key, payloads, vault._random))

    assert change(vault, SPARE_KEY)

    held = next(one for one in vault._mine.spaces if one.kind == "unknown")
    found = read_log(path, path.read_bytes(), folder.key_for(held, DRAFTS_LOG, vault._body, path))
    assert found.payloads == payloads
    assert found.header.epoch == 1
    vault.lock()


def test_locked_in_the_middle(kept: Kept, opened: Vault) -> None:
    """Locking from elsewhere while it is under way leaves what the next opening ends."""
    real: Callable[..., bool] = opened._under_newest

    def locking(held: object) -> bool:
        opened.lock()
        return real(held)

    opened._under_newest = locking  # type: ignore[method-assign]

    with pytest.raises(VaultError) as raised:
        change(opened)

    assert raised.value.kind == "vault-locked"
    assert _goes_on(kept.path)


def test_nothing_is_done_where_nothing_was_begun(kept: Kept) -> None:
    """Opening a vault whose keys were never changed writes nothing and looks at no backup."""
    before = bytes_under(kept.path)

    kept.open().lock()

    assert bytes_under(kept.path) == before
