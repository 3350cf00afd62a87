"""What is being typed: a small log of its own, replaced when a draft ends.

An abandoned draft leaves with its file. Damage here never keeps a vault from opening: what is
whole is read, the damaged file is set aside, and a new one begins.

Some drafts leave no file at all between sittings (:class:`Comes`): theirs begins with the first
draft, and is taken away with the last.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

import msgspec

from peercoach.errors import NoteTooLong, VaultError, VaultLocked
from peercoach.vault.format import MAX_DOCUMENT
from peercoach.vault.log import Log, fits
from peercoach.vault.space_changes import decode, encode

_WORTH_REPLACING = 1024 * 1024
Kept = dict[str, dict[str, Any]]


class Comes(Protocol):
    """The place of a drafts log that stands there only while a draft waits."""

    def refuse_taken(self) -> None:
        """Raise ``Diverged`` where a file stands already."""

    def begin(self, payloads: Iterable[bytes]) -> Log:
        """Make the log, with these payloads in it: whole, or not at all."""

    def leave(self) -> None:
        """Take away whatever stands in its place."""

    def forget_aside(self) -> None:
        """Take away what was ever set aside of it."""


class Drafts:
    """Drafts by key; each save is durable when it returns.

    With ``comes`` there may be no log; it is asked anew each time, since keys change.
    """

    def __init__(
        self, log: Log | None, payloads: Iterable[bytes], comes: Callable[[], Comes] | None = None
    ) -> None:
        self._log = log
        self._comes = comes
        self._kept = kept_in(payloads)
        self._guard = threading.RLock()
        self._closed = False
        self._stray = False
        if log is not None:
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
            if self._log is None:
                self._begin(payload)
            else:
                self._log.append(payload)
            _apply(self._kept, decode(payload))
            self._keep_small()

    def _begin(self, payload: bytes) -> None:
        place = self._place()
        # Where this fails, what it leaves is ours, and the next save or end does away with it.
        self._stray = True
        log = place.begin([*self._live(), payload])
        log.live = self._live
        self._log, self._stray = log, False

    def _place(self) -> Comes:
        """Where no log of ours stands: refused where another program's does by now."""
        assert self._comes is not None
        place = self._comes()
        if not self._stray:
            place.refuse_taken()
        return place

    def _keep_small(self) -> None:
        if self._log is not None and self._log.size > _WORTH_REPLACING + 4 * self._live_size():
            # The draft is kept already; what fails here is tidying, and is tried again.
            with contextlib.suppress(VaultError):
                self._log.rewrite()

    def all(self) -> Kept:
        """Every draft by key, as copies."""
        with self._guard:
            self._open()
            return {key: dict(document) for key, document in self._kept.items()}

    def end(self, key: str) -> None:
        """Forget a draft, in the file's bytes too.

        Raises:
            DiskFull, WriteFailed, NotPermitted, Diverged, VaultLocked: the draft still stands here;
                on the disk too, but where the very last step failed.
        """
        with self._guard:
            self._open()
            ended = self._kept.pop(key, None)
            # Where a file comes and goes, a save that failed may have left one.
            if ended is None and self._comes is None:
                return
            try:
                self._leave_nothing()
            except BaseException:
                if ended is not None:
                    self._kept[key] = ended
                raise

    def clean(self) -> None:
        """Write the log anew, so that no earlier state of a draft is left in its bytes.

        Raises:
            DiskFull, WriteFailed, NotPermitted, Diverged, VaultLocked: nothing changed.
        """
        with self._guard:
            self._open()
            self._leave_nothing()

    def _leave_nothing(self) -> None:
        """Leave no byte of what isn't kept, here or set aside."""
        if self._comes is not None:
            self._comes().forget_aside()
            if not self._kept:
                self._leave()
                return
        if self._log is not None:
            self._log.rewrite()

    def _leave(self) -> None:
        if self._log is None:
            self._place().leave()
            self._stray = False
            return
        try:
            self._log.remove()
        finally:
            # Where only the folder's sync failed it is gone; the next save begins another.
            if not self._log.path.exists():
                self._log.close()
                self._log = None

    def rekey(self, epoch: int, key: bytes) -> None:
        """See that the log, if there is one, stands under the drafts' key of this epoch.

        Raises as :meth:`clean`.
        """
        with self._guard:
            self._open()
            if self._log is None:
                place = self._place()
                if self._stray:
                    place.leave()
                    self._stray = False
            elif self._log.header.epoch != epoch:
                self._log.rewrite((epoch, key))

    def copy(self) -> bytes:
        """The log's bytes as of the last save; none where there is no log."""
        with self._guard:
            return self._log.copy() if self._log is not None else b""

    def close(self) -> None:
        """Close the log and forget. Idempotent."""
        with self._guard:
            self._closed = True
            if self._log is not None:
                self._log.close()
            self._kept = {}

    def _live(self) -> Iterator[bytes]:
        yield encode([])
        yield from payloads_of(self._kept)

    def _live_size(self) -> int:
        return sum(len(encode(document)) for document in self._kept.values())

    def _open(self) -> None:
        if self._closed:
            raise VaultLocked


def kept_in(payloads: Iterable[bytes]) -> Kept:
    """The drafts that a log's payloads leave, by key; a payload of another shape costs itself."""
    kept: Kept = {}
    for payload in payloads:
        try:
            _apply(kept, decode(payload))
        except (ValueError, TypeError, msgspec.DecodeError):
            continue
    return kept


def payloads_of(kept: Kept) -> Iterator[bytes]:
    """A payload for each of these drafts."""
    for key, document in kept.items():
        yield encode([(key, document)])


def _apply(kept: Kept, changes: Iterable[tuple[str, dict[str, Any] | None]]) -> None:
    for key, document in changes:
        if document is None:
            kept.pop(key, None)
        else:
            kept[key] = document
