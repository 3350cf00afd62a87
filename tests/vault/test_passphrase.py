"""A new passphrase: it opens from then on, the old one does not, and nothing else changes."""

import errno
from pathlib import Path

import pytest

from peercoach.errors import (
    KeyFileUnsure,
    NewerFormat,
    PeercoachError,
    VaultError,
    VaultLocked,
    WeakPassphrase,
    WrongPassphrase,
)
from peercoach.vault import kdf
from peercoach.vault.kdf import SMALL, STANDARD, Profile
from peercoach.vault.vault import Vault
from tests.vault.failing import CODES, Dying, Failing, Killed
from tests.vault.independent_primitives import Refused
from tests.vault.independent_reader import read_vault
from tests.vault.vaults import DRAFT, NEW, PASSPHRASE, TEXTS, WRONG, Kept, Unsynced, add, texts

pytestmark = pytest.mark.usefixtures("quick_keys")


def change(vault: Vault, current: str = PASSPHRASE, new: str = NEW) -> bool:
    return vault.change_passphrase(current, new, profile=SMALL)


def opens(path: Path, passphrase: str) -> bool:
    """Whether this passphrase opens the vault, and then everything is there."""
    try:
        vault = Vault.open(path, passphrase, files=Unsynced())
    except WrongPassphrase:
        return False
    assert texts(vault.private) == list(TEXTS)
    assert texts(vault.heal) == ["Something for myself."]
    assert vault.drafts.all() == {"here": DRAFT}
    assert vault.member_name == "Ash"
    vault.lock()
    return True


def test_the_new_one_opens_and_the_old_one_does_not(kept: Kept, opened: Vault) -> None:
    """Both copies of the key file know the new passphrase alone; the spare key opens as before."""
    assert change(opened)
    add(opened.private, "and it goes on")
    opened.lock()

    with pytest.raises(WrongPassphrase):
        Vault.open(kept.path, PASSPHRASE)
    again = Vault.open(kept.path, NEW)
    assert texts(again.private) == [*TEXTS, "and it goes on"]
    assert again.has_spare_key
    again.lock()
    kept.open().lock()
    one, two = (kept.path / name for name in ("keyring.json", "keyring.2.json"))
    assert one.read_bytes() == two.read_bytes()


def test_another_reader_agrees(kept: Kept, opened: Vault) -> None:
    """What the specification's own reader opens is the same, with the keys that Argon2id gives."""
    opened.lock()
    with pytest.MonkeyPatch.context() as real:
        vault = Vault.open(kept.path, spare_key=kept.spare_key)
        real.setattr(kdf, "from_passphrase", _real)
        change(vault)
        vault.lock()

    found = read_vault(kept.path, passphrase=NEW)

    assert [one["text"] for one in found.current(1).values()] == list(TEXTS)
    with pytest.raises(Refused, match="wrong-passphrase"):
        read_vault(kept.path, passphrase=PASSPHRASE)


_real = kdf.from_passphrase


def test_what_changes_and_what_does_not(kept: Kept, opened: Vault) -> None:
    """One slot with a new salt and a serial one greater; keys, grants and logs stay."""
    before, logs = opened._body, (kept.log.read_bytes(), kept.drafts_log.read_bytes())

    change(opened)

    after = opened._body
    assert after.serial == before.serial + 1
    assert after.epoch == before.epoch
    assert after.spaces == before.spaces
    (was,), (now,) = before.members, after.members
    assert now.slots[0].salt != was.slots[0].salt
    assert (now.box, now.sign, now.secret, now.about) == (was.box, was.sign, was.secret, was.about)
    assert now.slots[1:] == was.slots[1:]
    assert len(now.slots) == 2
    assert (kept.log.read_bytes(), kept.drafts_log.read_bytes()) == logs


def test_a_wrong_present_one_changes_nothing(kept: Kept, opened: Vault) -> None:
    """The passphrase of now is asked for again, and a wrong one ends it."""
    before = kept.path.joinpath("keyring.json").read_bytes()

    with pytest.raises(WrongPassphrase):
        change(opened, current=WRONG)

    assert kept.path.joinpath("keyring.json").read_bytes() == before
    assert not (kept.path / "backups").exists()
    opened.refuse_wrong(PASSPHRASE)


def test_the_spare_key_stands_in_for_a_forgotten_one(kept: Kept, opened: Vault) -> None:
    """Who forgot the passphrase sets a new one with the spare key, written as people write it."""
    change(opened, current=kept.spare_key.lower().replace("-", " "))
    opened.lock()

    assert opens(kept.path, NEW)
    assert not opens(kept.path, PASSPHRASE)


def test_another_spare_key_does_not(kept: Kept, opened: Vault) -> None:
    """One that is written well and belongs elsewhere is as wrong as a wrong passphrase."""
    with pytest.raises(WrongPassphrase):
        change(opened, current=opened.offer_spare_key())

    opened.lock()
    assert opens(kept.path, PASSPHRASE)


@pytest.mark.parametrize("known", [False, True])
def test_a_weak_new_one_is_refused_first(kept: Kept, opened: Vault, known: bool) -> None:
    """The rule is that of a new vault, and nothing is derived or written before it."""
    with pytest.raises(WeakPassphrase):
        opened.change_passphrase(PASSPHRASE, "1234567", may_be_known=known, profile=SMALL)

    assert not (kept.path / "backups").exists()
    opened.lock()
    assert opens(kept.path, PASSPHRASE)


def test_locked(opened: Vault) -> None:
    """A locked vault changes nothing."""
    opened.lock()

    with pytest.raises(VaultLocked):
        change(opened)


def test_where_memory_is_short(opened: Vault, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """The smaller profile is used and written down, and the one no longer used is dropped."""
    quick = kdf.from_passphrase

    def short(passphrase: str, salt: bytes, profile: Profile) -> bytes:
        if profile.memory_kib > SMALL.memory_kib:
            raise MemoryError
        return quick(passphrase, salt, profile)

    opened.change_passphrase(PASSPHRASE, NEW, profile=STANDARD)
    assert list(opened._body.profiles) == [STANDARD.name]
    monkeypatch.setattr(kdf, "from_passphrase", short)

    opened.change_passphrase(kept.spare_key, PASSPHRASE, profile=STANDARD)

    assert list(opened._body.profiles) == [SMALL.name]


def test_a_profile_of_the_same_name(opened: Vault, kept: Kept) -> None:
    """Other parameters under a name that stands in the file already get a name of their own."""
    other = Profile(SMALL.name, SMALL.memory_kib * 2, 3, 4)

    opened.change_passphrase(PASSPHRASE, NEW, profile=other)

    ((name, how),) = opened._body.profiles.items()
    assert name == SMALL.name + "+"
    assert how.memory_kib == other.memory_kib
    opened.lock()
    assert opens(kept.path, NEW)


# --- a disk that fails ---------------------------------------------------------------------------


def test_whichever_call_fails_exactly_one_opens(kept: Kept, tmp_path: Path) -> None:
    """Each call fails, once and for good: everything is kept, and one of the two opens: the old
    one where an error said that nothing changed, the new one where none came.
    """
    counted = Failing()
    vault = kept.copied(tmp_path / "counted").open(counted)
    counted.arm(0)
    change(vault)
    calls = counted.calls
    assert calls > 20

    for at in range(1, calls + 1):
        for lasting in (False, True):
            here = kept.copied(tmp_path / f"{at}-{lasting}")
            failing = Failing(code=CODES[at % 5], lasting=lasting)
            vault = here.open(failing)
            failing.arm(at)
            unsure = False
            try:
                change(vault)
            except KeyFileUnsure:
                unsure = vault.locked
                assert unsure
            except VaultError:
                assert not vault.locked
            else:
                assert not failing.failed or failing.failed == ["unlink"]
            changed = vault.locked or vault._body.serial > 2
            vault.lock()
            found = opens(here.path, NEW)
            assert found != opens(here.path, PASSPHRASE)
            assert unsure or found == changed, (at, lasting)


def test_killed_anywhere_exactly_one_opens(kept: Kept, tmp_path: Path) -> None:
    """A process killed at any call leaves a vault that one passphrase opens, the new one once both
    copies say so, and both copies are the same after that opening.
    """
    counted = Dying()
    vault = kept.copied(tmp_path / "counted").open(counted)
    counted.arm(0)
    change(vault)
    calls = counted.calls

    found = []
    for at in range(1, calls + 1):
        here = kept.copied(tmp_path / f"{at}")
        dying = Dying()
        vault = here.open(dying)
        dying.arm(at)
        with pytest.raises(Killed):
            change(vault)
        vault._lock.release()
        found.append(opens(here.path, NEW))
        assert found[-1] != opens(here.path, PASSPHRASE)
        one, two = (here.path / name for name in ("keyring.json", "keyring.2.json"))
        assert one.read_bytes() == two.read_bytes()

    assert found == sorted(found)
    assert set(found) == {False, True}


def test_an_error_that_leaves_it_open_says_so(
    kept: Kept, opened: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new key file may stand although an error came, the vault is locked, and the
    sentence says which passphrase to try first.
    """

    class Sticks(Unsynced):
        """Once the first copy is in place, nothing more can be written or put back."""

        stuck = False

        def rename(self, old: Path, new: Path) -> None:
            if self.stuck:
                raise OSError(errno.EIO, "no")
            super().rename(old, new)
            self.stuck = new.name == "keyring.json"

    opened._files = Sticks()

    with pytest.raises(KeyFileUnsure) as raised:
        change(opened)

    assert opened.locked
    assert "try the new one first" in str(raised.value)
    assert opens(kept.path, NEW)


def test_a_vault_of_several_is_not_ours_to_change(
    opened: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a newer program makes a vault of several members: its keys are left to that one."""
    body = opened._body
    members = (*body.members, body.members[0])
    monkeypatch.setattr(type(body), "members", property(lambda self: members), raising=False)

    with pytest.raises(PeercoachError) as raised:
        opened.change_passphrase(PASSPHRASE, NEW, may_be_known=True, profile=SMALL)

    assert isinstance(raised.value, NewerFormat)
