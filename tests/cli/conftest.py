"""Notebooks for commands to open."""

from pathlib import Path

import pytest

from peercoach.journal.records import Entry
from tests.plain.talking import PASSPHRASE, Clock, made, opening, place


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """The options that open a notebook with nothing in it."""
    return opening(tmp_path, made(tmp_path / "n.vault"))


@pytest.fixture
def several(tmp_path: Path, options: list[str]) -> list[str]:
    """A notebook with notes of three days and kinds."""
    clock = Clock()
    work = place(tmp_path / "n.vault", clock).open(PASSPHRASE)
    for text in ("Older", "Café by the ward", "Newer"):
        work.journal.add(Entry(kind="example" if text == "Newer" else "note", text=text))
        clock.utc_ms += 86_400_000
    work.lock()
    return options
