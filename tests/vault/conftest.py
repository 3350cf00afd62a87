"""Vaults for the tests of this room; deriving a key costs .1 s, so each is made once and copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peercoach.vault.vault import Vault
from tests.vault import vaults
from tests.vault.vaults import Kept


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
