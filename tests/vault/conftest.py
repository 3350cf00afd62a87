"""Vaults for the tests of this room; deriving a key costs .1 s, so each is made once and copied."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from peercoach.vault import kdf
from peercoach.vault.kdf import Profile
from peercoach.vault.vault import Vault
from tests.vault import vaults
from tests.vault.forging import body_in
from tests.vault.vaults import PASSPHRASE, Kept

_derived = cache(kdf.from_passphrase)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A vault that no test changes: copy it."""
    return vaults.make(tmp_path_factory.mktemp("template") / "notebook.vault")


@pytest.fixture(scope="session")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """One with a hundred notes; no test changes it."""
    return vaults.make(tmp_path_factory.mktemp("hundred") / "notebook.vault", notes=100, seed=9)


@pytest.fixture
def kept(template: Kept, tmp_path: Path) -> Kept:
    """A copy that a test may harm."""
    return template.copied(tmp_path / "notebook.vault")


@pytest.fixture
def opened(kept: Kept) -> Iterator[Vault]:
    """That copy, open."""
    vault = kept.open()
    yield vault
    vault.lock()


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch, template: Kept) -> None:
    """New slots give their key in no time; the template's own is derived for real, once."""
    (member,) = body_in(template.path).keyring.members
    real = {slot.salt for slot in member.slots}

    def from_passphrase(passphrase: str, salt: bytes, profile: Profile) -> bytes:
        if passphrase == PASSPHRASE and salt in real:
            return _derived(passphrase, salt, profile)
        return kdf.hkdf(kdf.prepare(passphrase), b"quick", salt)

    monkeypatch.setattr(kdf, "from_passphrase", from_passphrase)
