"""One space: documents with revisions, in one encrypted log, reached as one TinyDB."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from peercoach.errors import Diverged, VaultLocked
from peercoach.vault.folder import ASIDE
from peercoach.vault.log import Log
from peercoach.vault.space_changes import DOCUMENTS, Change, Document, is_shredded
from peercoach.vault.space_storage import LogStorage
from peercoach.vault.space_table import LogDB, LogTable

AlsoGone = Callable[[bytes, Mapping[int, list[Document]]], tuple[Path, ...]]
"""Takes out of the copies of a space what was deleted for good of it; those it could not reach."""


def _nowhere_else(space: bytes, gone: Mapping[int, list[Document]]) -> tuple[Path, ...]:
    return ()


class Space:
    """A set of documents with its own key.

    A document is a flat mapping with at least ``kind`` and ``schema``; its id is 63 random bits.
    ``rev`` and ``parents`` are the space's own: whoever writes never sets them.
    """

    def __init__(
        self,
        id: bytes,
        kind: str,
        log: Log,
        payloads: Collection[bytes],
        random: Callable[[int], bytes],
    ) -> None:
        self.id = id
        self.kind = kind
        self.read_only = log.read_only
        self._log = log
        self._storage = LogStorage(log, payloads, random)
        self._db = LogDB(self._storage)
        self._closed = False
        self.also_gone: AlsoGone = _nowhere_else
        self.still_in: tuple[Path, ...] = ()

    @property
    def table(self) -> LogTable:
        """The current documents as a TinyDB table; results are copies.

        Raises:
            VaultLocked: the vault was locked.
        """
        self.refuse_closed()
        table = self._db.table(DOCUMENTS)
        assert isinstance(table, LogTable)
        return table

    def new_id(self) -> int:
        """63 random bits that no document here has or had."""
        return self.table.fresh_id()

    def get(self, id: int) -> dict[str, Any] | None:
        """The current revision of a document as a copy; None if there is none or it was removed."""
        found = self.table.get(doc_id=id)
        return dict(found) if isinstance(found, dict) else None

    def documents(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Every current document with its id, oldest first, uncopied: for reading only."""
        self.refuse_closed()
        with self._storage.guard:
            return iter(list(self._storage.table(DOCUMENTS).items()))

    def versions(self, id: int) -> list[dict[str, Any]]:
        """Every revision kept of a document, oldest first, removals (``deleted``) included."""
        self.refuse_closed()
        with self._storage.guard:
            current = self._storage.table(DOCUMENTS).get(id)
            revisions = list(self._storage.superseded.get(id, ()))
            if current is not None:
                revisions.append(current)
            return [dict(revision) for revision in revisions]

    def ids(self) -> list[int]:
        """The id of every document that is or was here: those removed first, then the living."""
        self.refuse_closed()
        with self._storage.guard:
            living = self._storage.table(DOCUMENTS)
            return [*(id for id in self._storage.superseded if id not in living), *living]

    def removed(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """Every document that was removed and not for good: its id, and its revisions as copies."""
        self.refuse_closed()
        with self._storage.guard:
            living = self._storage.table(DOCUMENTS)
            found = [
                (id, [dict(one) for one in revisions])
                for id, revisions in self._storage.superseded.items()
                if id not in living and not is_shredded(revisions)
            ]
        return iter(found)

    def shred(self, ids: Collection[int], told: Mapping[str, Any]) -> None:
        """Delete documents for good: nothing but a mark with the fields ``told`` is left of them.

        The log is written anew at once, what was set aside as torn from it is dropped, and the
        vault's own backups are written anew without them; ``still_in`` names those that could not
        be.

        Raises:
            DiskFull, WriteFailed, NotPermitted, Diverged, ReadOnly, VaultLocked: nothing changed.
        """
        self.refuse_closed()
        self._storage.shred(ids, told)
        self._gone()

    def keep_only(self, id: int, put: Mapping[str, Any]) -> None:
        """Make this the document; of its other revisions nothing but their ids is left.

        Raises as :meth:`shred`, and ``DeletedForGood``.
        """
        self.refuse_closed()
        self._storage.keep_only(id, put)
        self._gone()

    def commit(
        self,
        puts: Mapping[int, Mapping[str, Any]],
        removes: Collection[int] = (),
        told: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep new revisions and removals in one durable frame, whole or not at all.

        ``told`` are fields that each removal says of itself: its moment.

        Raises:
            DeletedForGood: one of them was, so that nothing can be put there.
            NoteTooLong, DiskFull, WriteFailed, NotPermitted, ReadOnly, VaultLocked: nothing was
                kept, here or on the disk.
            Diverged: the same, and all that was kept before stands in the folder set-aside.
        """
        self.refuse_closed()
        try:
            self._commit(puts, removes, told or {})
        except Diverged:
            self.rescue()
            raise

    def _commit(
        self,
        puts: Mapping[int, Mapping[str, Any]],
        removes: Collection[int],
        told: Mapping[str, Any],
    ) -> None:
        changes: list[Change] = [(DOCUMENTS, id, dict(put)) for id, put in puts.items()]
        changes += [(DOCUMENTS, id, None) for id in removes]
        self._storage.commit(changes, told)

    def adopt(self, revisions: Iterable[tuple[int, Mapping[str, Any]]]) -> int:
        """Keep revisions that were written elsewhere, with the ``rev`` and ``parents`` that they
        have, in one durable frame; how many of them were new here.

        One that is known is passed over, and any of a document that was deleted for good here.
        Nothing that lives here is ever taken away: the mark of a deletion for good comes in alone
        where nothing of that id is known.

        Raises as :meth:`commit`.
        """
        self.refuse_closed()
        try:
            return self._storage.adopt((id, dict(one)) for id, one in revisions)
        except Diverged:
            self.rescue()
            raise

    def settle(self) -> None:
        """Write the log anew, a frame a document, so that a damaged frame costs one and no other.

        Worth it after commits of many documents at once. Raises as :meth:`shred`.
        """
        self.refuse_closed()
        with self._storage.guard:
            self._log.rewrite()

    def rescue(self) -> None:
        """Where another program replaced the log's file, keep all that is here beside it, once.

        Raises:
            DiskFull, WriteFailed, NotPermitted: it could not be kept.
        """
        with self._storage.guard:
            self._log.rescue(self._log.path.parent.parent / ASIDE)

    def compact(self, most: int) -> bool:
        """Write the log anew where that is worth it; whether it was.

        Raises:
            VaultError: it could not be written; everything is as it was.
        """
        return self._storage.compact(most)

    def rekey(self, epoch: int, key: bytes) -> None:
        """Write the log anew under the key of another epoch. Raises as :meth:`compact`."""
        self.refuse_closed()
        self._storage.rekey(epoch, key)

    @property
    def epoch(self) -> int:
        """The epoch of the key that the log stands under."""
        return self._log.header.epoch

    @property
    def reached(self) -> tuple[int, int]:
        """How far the log has come: its generation, and how many frames that has."""
        return self._log.header.generation, self._log.frames

    def copy(self) -> bytes:
        """The log's bytes as of the last commit."""
        return self._storage.copy()

    def _gone(self) -> None:
        """Drop torn ends of this log: they may hold what is to be gone, and nobody was told that
        what is in them was kept. The copies come first.
        """
        self.still_in = self.also_gone(self.id, self._storage.gone())
        self._log.forget_torn(self._log.path.parent.parent / ASIDE)

    def close(self) -> None:
        """Close the log and forget every document. Idempotent."""
        self._closed = True
        self._storage.close()

    def refuse_closed(self) -> None:
        """Raise ``VaultLocked`` once closed."""
        if self._closed:
            raise VaultLocked
