"""The folder for pieces that are kept for people and read by no program."""

import hashlib
from pathlib import Path

from peercoach.vault.files import Files, speaking_of


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
