"""The folder for pieces that are kept for people and read by no program."""

import hashlib
from pathlib import Path

from peercoach.vault.files import Files, speaking_of

DRAFTS = "drafts-"
"""How the names of pieces of drafts begin."""


def keep(folder: Path, name: str, what: str, data: bytes, files: Files) -> None:
    """Keep bytes in a file of their own, durably; the same ones twice are one file.

    Raises:
        DiskFull, WriteFailed, NotPermitted: they were not kept.
    """
    path = folder / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.{what}"
    if not folder.exists():
        files.make_folder(folder)
    if not path.exists():
        files.create(path, data)
        with speaking_of(path):
            files.sync_folder(folder)


def forget_drafts(folder: Path, space: bytes, files: Files) -> None:
    """Drop every piece of a space's drafts that was set aside.

    Raises:
        NotPermitted, WriteFailed: some of it still stands.
    """
    with speaking_of(folder):
        found = sorted(folder.glob(f"{DRAFTS}{space.hex()}-*"))
        for one in found:
            files.unlink(one)
        if found:
            files.sync_folder(folder)
