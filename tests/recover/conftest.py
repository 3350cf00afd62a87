"""Notebooks to recover; each passphrase is stretched once."""

from functools import cache
from pathlib import Path

import pytest

from docs import recover
from peercoach.vault import kdf
from tests.recover.running import Here

_derived = cache(kdf.from_passphrase)
_stretched = cache(recover.stretched)


@pytest.fixture(autouse=True)
def derive_each_key_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "from_passphrase", _derived)
    monkeypatch.setattr(recover, "stretched", _stretched)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """The script, run in this process."""
    return Here(tmp_path, monkeypatch)
