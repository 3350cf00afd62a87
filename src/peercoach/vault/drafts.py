"""What is being typed: a small log of its own, replaced when a draft ends.

An abandoned draft leaves with its file. Damage here never keeps a vault from opening: what is
whole is read, the damaged file is set aside, and a new one begins.
"""

import contextlib
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from peercoach.errors import NoteTooLong, VaultError, VaultLocked
from peercoach.vault.format import MAX_DOCUMENT
from peercoach.vault.log import Log, fits
from peercoach.vault.space_changes import decode, encode

_WORTH_REPLACING = 1024 * 1024


class Drafts:
    """Drafts by key; each save is durable when it returns."""

    def __init__(self, log: Log, payloads: Iterable[bytes]) -> None:
        self._log = log
        self._kept: dict[str, dict[str, Any]] = {}
        self._guard = threading.RLock()
        self._closed = False
        for payload in payloads:
            try:
                self._apply(decode(payload))
            except (ValueError, TypeError, msgspec.DecodeError):
                continue
        log.live = self._live

    def save(self, key: str, document: Mapping[str, Any]) -> None:
        """Keep a draft in place of the earlier one under this key, durably.

        Raises:
            NoteTooLong, DiskFull, WriteFailed, NotPermitted, Diverged, VaultLocked: the earlier
                draft still stands.
        """
        with self._guard:
            self._open()
            payload = encode([(key, dict(document))])
            if not fits(payload) or len(payload) > 2 * MAX_DOCUMENT:
                raise NoteTooLong(size=len(payload), limit=MAX_DOCUMENT)
            self._log.append(payload)
            self._apply(decode(payload))
            if self._log.size > _WORTH_REPLACING + 4 * self._live_size():
                # The draft is kept already; what fails here is tidying, and is tried again.
                with contextlib.suppress(VaultError):
                    self._log.rewrite()

    def all(self) -> dict[str, dict[str, Any]]:
        """Every draft by key, as copies."""
        with self._guard:
            self._open()
            return {key: dict(document) for key, document in self._kept.items()}

    def end(self, key: str) -> None:
        """Forget a draft, in the file's bytes too.

        Raises:
            DiskFull, WriteFailed, NotPermitted, Diverged, VaultLocked: the draft still stands.
        """
        with self._guard:
            self._open()
            ended = self._kept.pop(key, None)
            if ended is None:
                return
            try:
                self._log.rewrite()
            except BaseException:
                self._kept[key] = ended
                raise

    def clean(self) -> None:
        """Write the log anew, so that no earlier state of a draft is left in its bytes.

        Raises:
            DiskFull, WriteFailed, NotPermitted, Diverged, VaultLocked: nothing changed.
        """
        with self._guard:
            self._open()
            self._log.rewrite()

    def rekey(self, epoch: int, key: bytes) -> None:
        """Write the log anew under the drafts' key of another epoch. Raises as :meth:`clean`."""
        with self._guard:
            self._open()
            self._log.rewrite((epoch, key))

    def copy(self) -> bytes:
        """The log's bytes as of the last save."""
        with self._guard:
            return self._log.copy()

    @property
    def epoch(self) -> int:
        """The epoch of the key that the log stands under."""
        return self._log.header.epoch

    def close(self) -> None:
        """Close the log and forget. Idempotent."""
        with self._guard:
            self._closed = True
            self._log.close()
            self._kept = {}

    def _apply(self, changes: Iterable[tuple[str, dict[str, Any] | None]]) -> None:
        for key, document in changes:
            if document is None:
                self._kept.pop(key, None)
            else:
                self._kept[key] = document

    def _live(self) -> Iterator[bytes]:
        yield encode([])
        for key, document in self._kept.items():
            yield encode([(key, document)])

    def _live_size(self) -> int:
        return sum(len(encode(document)) for document in self._kept.values())

    def _open(self) -> None:
        if self._closed:
            raise VaultLocked
