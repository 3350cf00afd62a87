"""Notebooks to recover; each passphrase is stretched once."""

from functools import cache
from pathlib import Path

import pytest

from docs import recover
from tests.recover.running import Here

_stretched = cache(recover.stretched)


@pytest.fixture(autouse=True)
def derive_each_key_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recover, "stretched", _stretched)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """The script, run in this process."""
    return Here(tmp_path, monkeypatch)
