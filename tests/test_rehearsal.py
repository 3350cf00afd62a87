"""A spare key asked back: forgiving of how it is typed, and of nothing else."""

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from peercoach.errors import DiskFull, SpareKeyMisread, WrongPassphrase
from peercoach.rehearsal import Rehearsal
from peercoach.vault import recovery
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault
from tests.vault.vaults import PASSPHRASE

KEY = recovery.write(bytes(range(17)))


def test_two_different_groups_are_asked_in_order() -> None:
    """Over many rehearsals each group comes to be asked, and never one twice at once."""
    asked = [Rehearsal(KEY).asked for _ in range(300)]

    assert {place for pair in asked for place in pair} == set(range(1, 9))
    assert all(first < second for first, second in asked)


@given(st.integers(1, 8))
def test_what_was_written_down_is_right(place: int) -> None:
    """A group is right as it stands, in small letters, with spaces, with O, I and L."""
    rehearsal = Rehearsal(KEY)
    group = KEY.split("-")[place - 1]

    for typed in (group, group.lower(), f" {group[:2]} {group[2:]}-"):
        assert rehearsal.right(place, typed)
    assert rehearsal.right(place, group.replace("0", "o").replace("1", "l"))
    assert rehearsal.right(place, group.replace("0", "O").replace("1", "I"))


@given(st.integers(1, 8), st.text(max_size=6))
def test_anything_else_is_not(place: int, typed: str) -> None:
    """Only that group is right at its place; an empty answer never is."""
    rehearsal = Rehearsal(KEY)
    group = KEY.split("-")[place - 1]
    plain = typed.upper().replace("-", "").replace("O", "0").replace("I", "1").replace("L", "1")

    assert rehearsal.right(place, typed) == ("".join(plain.split()) == group)
    assert not rehearsal.right(place, "")


def test_forgetting_leaves_nothing() -> None:
    """Once it is over no group is left."""
    rehearsal = Rehearsal(KEY)

    rehearsal.forget()

    assert rehearsal.groups == ()


# --- the notebook's side --------------------------------------------------------------------------


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """A new vault, open."""
    return Vault.create(tmp_path / "notebook.vault", PASSPHRASE, profile=SMALL)


def files_of(vault: Vault) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in vault.path.rglob("*") if path.is_file()}


def test_an_offered_key_is_written_nowhere_and_opens_nothing(vault: Vault) -> None:
    """Until it is kept, no byte changes, and typing it at the door is a wrong passphrase."""
    before = files_of(vault)

    offered = vault.offer_spare_key()

    assert files_of(vault) == before
    assert not vault.has_spare_key
    vault.lock()
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.path, offered)


def test_a_kept_key_opens_and_an_older_one_no_longer(vault: Vault) -> None:
    """The older key opens until the moment when the new one is kept."""
    first = vault.make_spare_key()
    second = vault.offer_spare_key()
    vault.lock()
    opened = Vault.open(vault.path, first)

    opened.keep_spare_key(second)
    assert opened.has_spare_key
    opened.lock()

    Vault.open(vault.path, second).lock()
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.path, first)
    Vault.open(vault.path, PASSPHRASE).lock()


def test_what_is_no_spare_key_is_not_kept(vault: Vault) -> None:
    """A misread key changes nothing."""
    first = vault.make_spare_key()
    before = files_of(vault)

    with pytest.raises(SpareKeyMisread):
        vault.keep_spare_key(first[:-1] + ("2" if first[-1] != "2" else "3"))

    assert files_of(vault) == before


def test_a_full_disk_keeps_the_older_one(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new one can't be written, the older one still opens and the new one does not."""
    first = vault.make_spare_key()
    second = vault.offer_spare_key()

    def full(*_: object, **__: object) -> None:
        raise DiskFull(path=vault.path)

    with monkeypatch.context() as patch:
        patch.setattr("peercoach.vault.keyfile.save", full)
        with pytest.raises(DiskFull):
            vault.keep_spare_key(second)
    vault.lock()

    Vault.open(vault.path, first).lock()
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.path, second)
