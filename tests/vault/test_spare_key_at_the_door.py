"""A spare key typed where a passphrase is asked for."""

from pathlib import Path

import pytest

from peercoach.errors import WrongPassphrase
from peercoach.vault.check import check
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault

PASSPHRASE = "kettle willow Tuesday harbour"


@pytest.fixture
def vault(tmp_path: Path) -> tuple[Path, str]:
    """A closed vault with one note, and its spare key."""
    made = Vault.create(tmp_path / "one.vault", PASSPHRASE, profile=SMALL)
    made.private.commit({7: {"kind": "note", "schema": 1, "text": "still here"}})
    spare = made.make_spare_key()
    made.lock()
    return made.path, spare


def test_it_opens_as_typed_by_a_person(vault: tuple[Path, str]) -> None:
    """In lower case and with spaces for dashes it opens the notebook in a passphrase's place."""
    path, spare = vault

    opened = Vault.open(path, spare.lower().replace("-", " "))

    assert (opened.private.get(7) or {})["text"] == "still here"
    opened.lock()


def test_check_takes_it_too(vault: tuple[Path, str]) -> None:
    """Contents are checked with it as with the passphrase."""
    path, spare = vault

    report = check(path, spare)

    assert report.ok
    assert report.notes == 1


def test_another_notebook_s_opens_nothing(vault: tuple[Path, str], tmp_path: Path) -> None:
    """One that is well written and belongs elsewhere is a wrong passphrase here."""
    path, _ = vault
    other = Vault.create(tmp_path / "two.vault", PASSPHRASE, profile=SMALL)
    elsewhere = other.make_spare_key()
    other.lock()

    with pytest.raises(WrongPassphrase):
        Vault.open(path, elsewhere)


def test_a_passphrase_that_looks_like_one_still_opens(tmp_path: Path) -> None:
    """A passphrase that happens to read as a spare key is tried as a passphrase too."""
    first = Vault.create(tmp_path / "one.vault", PASSPHRASE, profile=SMALL)
    written = first.make_spare_key()
    first.lock()
    Vault.create(tmp_path / "two.vault", written, profile=SMALL).lock()

    opened = Vault.open(tmp_path / "two.vault", written)

    assert not opened.locked
    opened.lock()
