"""One space: documents with revisions, in one encrypted log, reached as one TinyDB."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from peercoach.errors import VaultLocked
from peercoach.vault.log import Log
from peercoach.vault.space_storage import DOCUMENTS, Change, LogStorage
from peercoach.vault.space_table import LogDB, LogTable


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
        payloads: Iterable[bytes],
        random: Callable[[int], bytes],
    ) -> None:
        self.id = id
        self.kind = kind
        self.read_only = log.read_only
        self._storage = LogStorage(log, payloads, random)
        self._db = LogDB(self._storage)
        self._closed = False

    @property
    def table(self) -> LogTable:
        """The current documents as a TinyDB table; results are copies.

        Raises:
            VaultLocked: the vault was locked.
        """
        self._open()
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
        self._open()
        with self._storage.guard:
            return iter(list(self._storage.table(DOCUMENTS).items()))

    def versions(self, id: int) -> list[dict[str, Any]]:
        """Every revision kept of a document, oldest first, removals (``deleted``) included."""
        self._open()
        with self._storage.guard:
            current = self._storage.table(DOCUMENTS).get(id)
            revisions = list(self._storage.superseded.get(id, ()))
            if current is not None:
                revisions.append(current)
            return [dict(revision) for revision in revisions]

    def commit(self, puts: Mapping[int, Mapping[str, Any]], removes: Collection[int] = ()) -> None:
        """Keep new revisions and removals in one durable frame, whole or not at all.

        Raises:
            NoteTooLong, DiskFull, WriteFailed, NotPermitted, Diverged, ReadOnly, VaultLocked:
                nothing was kept, here or on the disk.
        """
        self._open()
        changes: list[Change] = [(DOCUMENTS, id, dict(put)) for id, put in puts.items()]
        changes += [(DOCUMENTS, id, None) for id in removes]
        self._storage.commit(changes)

    def close(self) -> None:
        """Close the log and forget every document. Idempotent."""
        self._closed = True
        self._storage.close()

    def _open(self) -> None:
        if self._closed:
            raise VaultLocked
