"""The old passphrase may be known: every key changes, and all that was kept is there."""

import pytest

from peercoach.errors import VaultError, WrongPassphrase, WrongSpareKey
from peercoach.vault.kdf import SMALL
from peercoach.vault.keyfile import NAMES
from peercoach.vault.vault import Vault
from tests.vault.independent_primitives import Refused
from tests.vault.independent_reader import read_vault
from tests.vault.rekeyed import change, epochs, finished, granted, opened_with, whole
from tests.vault.vaults import (
    DRAFT,
    NEW,
    PASSPHRASE,
    TEXTS,
    Kept,
    add,
    said,
    texts,
)

pytestmark = pytest.mark.usefixtures("quick_keys")


def test_every_key_is_another(kept: Kept, opened: Vault) -> None:
    """Seed, vault secret, public keys and space keys are new; ids, name and notes are the same."""
    was, before = opened._mine, opened._body
    assert was is not None

    assert change(opened)

    now, after = opened._mine, opened._body
    assert now is not None
    assert (after.vault, after.owner) == (before.vault, before.owner)
    assert [space.id for space in after.spaces] == [space.id for space in before.spaces]
    assert (after.epoch, after.serial) == (1, before.serial + 2)
    assert {now.seed, now.secret, now.pinned}.isdisjoint({was.seed, was.secret, was.pinned})
    assert (now.member.id, now.member.label) == (was.member.id, was.member.label)
    assert {now.member.box, now.member.sign}.isdisjoint({was.member.box, was.member.sign})
    for one, other in zip(now.spaces, was.spaces, strict=True):
        assert (one.id, one.kind, one.number) == (other.id, other.kind, other.number)
        assert one.keys.keys() == {1} and other.keys.keys() == {0}
        assert one.keys[1] != other.keys[0]
    assert whole(opened)
    assert finished(kept.path)


def test_it_opens_with_the_new_passphrase_alone(kept: Kept, opened: Vault) -> None:
    """Neither the old passphrase nor the old spare key opens; what is written goes on."""
    change(opened)
    assert not opened.has_spare_key
    add(opened.private, "and it goes on")
    opened.drafts.save("there", {"text": "typing"})
    opened.lock()

    with pytest.raises(WrongPassphrase):
        Vault.open(kept.path, PASSPHRASE)
    with pytest.raises(WrongSpareKey):
        kept.open()
    again = Vault.open(kept.path, NEW)
    assert texts(again.private) == [*TEXTS, "and it goes on"]
    assert again.drafts.all() == {"here": DRAFT, "there": {"text": "typing"}}
    assert said(again) == []
    spare = again.make_spare_key()
    again.lock()
    Vault.open(kept.path, spare_key=spare).lock()


def test_another_reader_agrees(kept: Kept, opened: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader made from the specification alone reads the vault before, after, and between."""
    change(opened)
    spare = opened.make_spare_key()
    opened.lock()

    found = read_vault(kept.path, spare_key=spare)

    assert [one["text"] for one in found.current(1).values()] == list(TEXTS)
    assert found.name == "Ash"
    assert set(found.states.values()) == {"whole"}
    (backup,) = (kept.path / "backups").iterdir()
    with pytest.raises(Refused, match="wrong-spare-key"):
        read_vault(backup, spare_key=spare)


def test_an_older_key_file_reads_nothing_of_the_logs(kept: Kept, opened: Vault) -> None:
    """Who has the old key file and the old passphrase, and then the new logs, reads nothing."""
    old = {name: (kept.path / name).read_bytes() for name in NAMES}
    change(opened)
    opened.lock()
    for name, data in old.items():
        (kept.path / name).write_bytes(data)

    with pytest.raises(VaultError) as raised:
        Vault.open(kept.path, PASSPHRASE)

    assert raised.value.kind == "keyring-stale"


def test_twice(kept: Kept, opened: Vault) -> None:
    """It can be done again, and once more each key is another."""
    change(opened)

    assert opened.change_passphrase(NEW, PASSPHRASE, may_be_known=True, profile=SMALL)

    assert epochs(kept.path) == [2, 2, 2]
    assert granted(kept.path) == [[2], [2]]
    opened.lock()
    again = opened_with(kept.path, PASSPHRASE)
    assert again is not None
    again.lock()
