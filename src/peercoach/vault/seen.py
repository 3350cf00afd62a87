"""What this computer last saw of a vault: so that an older copy put back is noticed. Advisory.

The file holds hashes of ids and two numbers each, nothing of what was written and no name. Where it
can't be read or written, nothing is said of it and nothing waits for it.
"""

import contextlib
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from peercoach.vault.files import FOLDER_MODE, Files
from peercoach.vault.format import bind

FILE = "seen.json"
_MOST = 256
"""Logs that are remembered: of more, those seen longest ago are forgotten."""

Reached = Mapping[bytes, tuple[int, int]]
"""How far the log of each space has come: its generation, and how many frames that has."""


class Seen:
    """The file in which it is remembered; ``place`` is the vault's folder."""

    def __init__(self, file: Path, files: Files | None = None) -> None:
        self._file = file
        self._files = files or Files()

    def is_older(self, vault: bytes, place: Path, reached: Reached) -> bool:
        """Whether a log has come less far than when it was last seen here."""
        known = self._known()
        return any(
            done < known.get(_name(vault, place, space), (0, 0)) for space, done in reached.items()
        )

    def note(self, vault: bytes, place: Path, reached: Reached) -> None:
        """Remember how far the logs have come. Never raises for what the disk says."""
        known = self._known()
        for space, done in reached.items():
            name = _name(vault, place, space)
            known.pop(name, None)
            known[name] = done
        kept = dict(list(known.items())[-_MOST:])
        with contextlib.suppress(OSError):
            self._write(msgspec.json.encode(kept))

    def _known(self) -> dict[str, tuple[int, int]]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, tuple[int, int]])
        except (OSError, ValueError, msgspec.DecodeError, RecursionError):
            return {}

    def _write(self, data: bytes) -> None:
        """Whole or not at all, and not waited for: what a power cut takes here is no loss."""
        self._file.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        fresh = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
        descriptor = self._files.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            self._files.write_all(descriptor, data)
        finally:
            os.close(descriptor)
        self._files.rename(fresh, self._file)


def _name(vault: bytes, place: Path, space: bytes) -> str:
    parts = (vault, space, os.fsencode(place.absolute()))
    return hashlib.sha256(bind("seen", *parts)).hexdigest()
