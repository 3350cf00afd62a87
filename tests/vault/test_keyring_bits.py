"""Every bit of the key file: noticed, mended from the other copy, never a wrong passphrase."""

from pathlib import Path

import pytest

from peercoach.errors import (
    DiskFull,
    KeyringDamaged,
    KeyringForged,
    KeyringMissing,
    NewerFormat,
    WrongPassphrase,
)
from peercoach.vault import keyfile, keyring, unlock
from peercoach.vault.keyring import Copy, Damaged
from peercoach.vault.vault import Vault
from tests.vault import vaults
from tests.vault.failing import Failing
from tests.vault.vaults import PASSPHRASE, TEXTS, WRONG, Kept, Unsynced, flipped, said, texts

FIRST, SECOND = keyfile.NAMES


def read(data: bytes) -> Copy | None:
    """A copy that is whole, or None."""
    try:
        return keyring.read(data, "here")
    except Damaged:
        return None


@pytest.fixture(scope="module")
def whole(template: Kept) -> bytes:
    return (template.path / FIRST).read_bytes()


def test_every_bit_flipped_is_damaged_or_forged(template: Kept, whole: bytes) -> None:
    """With the right key, no flipped bit of the whole file is silent or a wrong key."""
    forged = 0

    for bit in range(8 * len(whole)):
        copy = read(flipped(whole, bit))
        if copy is None:
            continue
        # Only the MAC's own digits can change and leave the hash true.
        assert copy.body == read(whole).body  # type: ignore[union-attr]
        with pytest.raises(KeyringForged):
            unlock.unlock(copy, template.path, spare_key=template.spare_key)
        forged += 1

    assert 64 < forged < 64 * 8


def test_every_truncation_is_damaged(whole: bytes) -> None:
    """No shorter file is a key file, nor one with something after it."""
    assert all(read(whole[:size]) is None for size in range(len(whole)))
    assert read(whole + b"\n") is None
    assert read(whole + whole) is None


@pytest.mark.parametrize("which", [FIRST, SECOND])
def test_one_copy_damaged_is_mended(kept: Kept, whole: bytes, which: str, tmp_path: Path) -> None:
    """Bits all over either copy: it opens, says so, sets the bytes aside, and mends the copy."""
    for bit in range(0, 8 * len(whole), 389):
        damaged = flipped(whole, bit)
        (kept.path / which).write_bytes(damaged)

        vault = kept.open()

        assert said(vault) == ["second-copy-used"]
        assert texts(vault.private) == list(TEXTS)
        vault.lock()
        assert [(kept.path / name).read_bytes() for name in keyfile.NAMES] == [whole, whole]
        assert damaged in [file.read_bytes() for file in kept.aside]


@pytest.mark.parametrize("which", [FIRST, SECOND])
@pytest.mark.parametrize("size", [0, 1, 1_000])
def test_one_copy_cut_off(kept: Kept, whole: bytes, which: str, size: int) -> None:
    """A copy that is empty or cut off costs nothing while the other is whole."""
    (kept.path / which).write_bytes(whole[:size])

    vault = kept.open()

    assert said(vault) == ["second-copy-used"]
    vault.lock()
    assert [(kept.path / name).read_bytes() for name in keyfile.NAMES] == [whole, whole]


@pytest.mark.parametrize("which", [FIRST, SECOND])
def test_one_copy_missing(kept: Kept, whole: bytes, which: str) -> None:
    """A missing copy is written again from the other, and said; nothing is there to set aside."""
    (kept.path / which).unlink()

    vault = kept.open()

    assert said(vault) == ["second-copy-used"]
    vault.lock()
    assert (kept.path / which).read_bytes() == whole
    assert kept.aside == []


def test_both_copies_missing(kept: Kept) -> None:
    """Spaces without a key file are called that, and not an empty folder."""
    for name in keyfile.NAMES:
        (kept.path / name).unlink()

    with pytest.raises(KeyringMissing):
        kept.open()


def test_both_copies_damaged_alike(kept: Kept, whole: bytes) -> None:
    """The same bit in both copies: damaged or forged, wherever it stands."""
    for bit in range(0, 8 * len(whole), 397):
        for name in keyfile.NAMES:
            (kept.path / name).write_bytes(flipped(whole, bit))

        with pytest.raises((KeyringDamaged, KeyringForged)):
            kept.open()


def test_both_copies_damaged_apart(kept: Kept, whole: bytes) -> None:
    """Different bits in the two copies: damaged, said before any key is derived."""
    (kept.path / FIRST).write_bytes(flipped(whole, 800))
    (kept.path / SECOND).write_bytes(flipped(whole, 1_600))
    before = vaults.bytes_under(kept.path)

    with pytest.raises(KeyringDamaged):
        Vault.open(kept.path, PASSPHRASE)

    assert vaults.bytes_under(kept.path) == before


def test_wrong_passphrase_is_never_called_damage(kept: Kept, whole: bytes) -> None:
    """With a whole copy and a wrong passphrase it is the passphrase, and nothing is changed."""
    (kept.path / FIRST).write_bytes(flipped(whole, 800))
    before = vaults.bytes_under(kept.path)

    with pytest.raises(WrongPassphrase):
        Vault.open(kept.path, WRONG)

    assert vaults.bytes_under(kept.path) == before


def test_right_passphrase_with_a_damaged_copy(kept: Kept, whole: bytes) -> None:
    """With the right one, the second copy opens."""
    (kept.path / FIRST).write_bytes(flipped(whole, 800))

    vault = Vault.open(kept.path, PASSPHRASE)

    assert texts(vault.private) == list(TEXTS)
    vault.lock()


@pytest.mark.parametrize("at", range(1, 8))
def test_a_disk_that_refuses_to_mend(kept: Kept, whole: bytes, at: int) -> None:
    """Where the disk is full, a vault with one whole copy still opens, and says what it used."""
    (kept.path / FIRST).write_bytes(flipped(whole, 800))

    # The calls of opening a log come later; only those that write are refused.
    files = Failing(at, 28, lasting=True, only=("write", "sync", "rename", "sync_folder"))
    vault = kept.open(files)

    assert said(vault) == ["second-copy-used"]
    assert texts(vault.private) == list(TEXTS)
    vault.lock()
    assert whole in [(kept.path / name).read_bytes() for name in keyfile.NAMES]


def test_a_crash_between_the_copies(kept: Kept, whole: bytes) -> None:
    """The newer copy counts, whichever it is, and the older one is brought up to it."""
    vault = kept.open()
    spare_key = vault.make_spare_key()
    vault.lock()
    newer = (kept.path / FIRST).read_bytes()
    for older in keyfile.NAMES:
        (kept.path / FIRST).write_bytes(newer)
        (kept.path / SECOND).write_bytes(newer)
        (kept.path / older).write_bytes(whole)

        vault = Vault.open(kept.path, spare_key=spare_key, files=Unsynced())
        vault.lock()

        assert said(vault) == ["second-copy-used"]
        assert [(kept.path / name).read_bytes() for name in keyfile.NAMES] == [newer, newer]


def test_saving_keeps_both_copies_whatever_fails(kept: Kept, whole: bytes) -> None:
    """A new spare key that can't be kept leaves both copies, and so the old key, as they were."""
    files = Failing()
    vault = kept.open(files)
    files.arm(0)
    vault.make_spare_key()
    count = files.calls
    vault.lock()
    assert count == 10  # twice: open, write, sync, rename, sync of the folder
    for name in keyfile.NAMES:
        (kept.path / name).write_bytes(whole)

    for at in range(1, count + 1):
        vault = kept.open(files)
        files.code = 28
        files.arm(at)
        with pytest.raises(DiskFull):
            vault.make_spare_key()
        files.arm(0)
        vault.lock()

        assert [(kept.path / name).read_bytes() for name in keyfile.NAMES] == [whole, whole]
        assert not list(kept.path.glob("*.new"))


def test_saving_on_a_disk_that_stays_full(kept: Kept, whole: bytes) -> None:
    """All that needs room is written before either copy is touched."""
    count = 6  # twice: open, write, sync
    for at in range(1, count + 1):
        files = Failing()
        vault = kept.open(files)
        files.code, files.lasting = 28, True
        files.arm(at)
        with pytest.raises(DiskFull):
            vault.make_spare_key()
        vault.lock()

        assert [(kept.path / name).read_bytes() for name in keyfile.NAMES] == [whole, whole]


def test_a_newer_reader_is_asked_for(kept: Kept, whole: bytes) -> None:
    """A whole key file of a later format is refused by name, before any key is derived."""
    body = whole.partition(b"\n")[0].replace(b'"min_reader":1', b'"min_reader":2')
    for name in keyfile.NAMES:
        (kept.path / name).write_bytes(keyring.write(body, bytes(32)))

    with pytest.raises(NewerFormat) as raised:
        Vault.open(kept.path, PASSPHRASE)

    assert (raised.value.facts["needs"], raised.value.facts["have"]) == (2, 1)
