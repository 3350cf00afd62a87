"""A journal on a real vault."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.journal.store import Journal
from peercoach.vault.kdf import SMALL
from peercoach.vault.vault import Vault
from tests.journal.making import PASSPHRASE, FailingFiles, Ticking, fresh


@pytest.fixture
def clock() -> Ticking:
    """A clock that goes a second on at each reading."""
    return Ticking()


@pytest.fixture
def files() -> FailingFiles:
    """A disk that a test may fill."""
    return FailingFiles()


@pytest.fixture
def vault(tmp_path: Path, files: FailingFiles) -> Iterator[Vault]:
    """A new vault."""
    made = Vault.create(fresh(tmp_path), PASSPHRASE, profile=SMALL, files=files)
    yield made
    made.lock()


@pytest.fixture
def journal(vault: Vault, clock: Ticking) -> Journal:
    """The journal of the new vault."""
    return Journal(vault.private, vault.drafts, clock=clock)
