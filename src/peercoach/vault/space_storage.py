"""TinyDB's ``Storage`` on an encrypted log: a commit costs what changed, not what there is.

The table ``documents`` keeps revisions: a put is a new revision that names its parents, a removal
one without text, and what is superseded stays readable until it is deleted for good. Any other
table is plain TinyDB.

A change is ``[table, id, document]``; ``[table, id, nil]`` takes a document out of a plain table;
``[table, nil, {}]`` makes an empty table and ``[table, nil, nil]`` drops one.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tinydb.storages import Storage

from peercoach.errors import DeletedForGood, LogDamaged, NoteTooLong, VaultLocked
from peercoach.vault.format import MAX_DOCUMENT, MAX_FRAME, frame_size
from peercoach.vault.log import Log, fits
from peercoach.vault.space_changes import (
    DOCUMENTS,
    Change,
    Document,
    bare,
    decode,
    difference,
    encode,
    grouped,
    is_shredded,
    put_back,
    stamps,
)
from peercoach.vault.space_revisions import NoChanges, Revisions, Tables

REV_BYTES = 16
WORTH_COMPACTING = 4 * 1024 * 1024
"""Bytes below which a log is never compacted (2026-11): so little room is not worth a risk."""
_ROOM_FOR_FIELDS = 64 * 1024

_NOTHING: Mapping[str, Any] = {}


class LogStorage(Revisions, Storage):
    """The live tables of one log, and the revisions that newer ones superseded."""

    def __init__(
        self, log: Log, payloads: Collection[bytes], random: Callable[[int], bytes]
    ) -> None:
        super().__init__()
        self._log = log
        self.random = random
        self.guard = threading.RLock()
        self._closed = False
        try:
            self.take(payloads)
        except NoChanges:
            log.close()
            raise LogDamaged(path=log.path, whole=0) from None
        log.live = self._live

    # --- what TinyDB asks ---------------------------------------------------------------------

    def read(self) -> Tables:  # type: ignore[override]
        """The live tables. Only the outer dict is a copy: callers must not change documents."""
        if self._closed:
            raise VaultLocked
        return dict(self._tables)

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Commit the difference between ``data`` and what is kept; TinyDB calls this to drop."""
        changes: list[Change] = []
        for name, table in self._tables.items():
            if name not in data:
                gone: list[Change] = [(name, id, None) for id in table]
                changes += gone if name == DOCUMENTS else [(name, None, None)]
        for name, wanted in data.items():
            kept = self._tables.get(name)
            if kept is None:
                changes.append((name, None, {}))
            changes += difference(name, kept or {}, wanted)
        self.commit(changes)

    def close(self) -> None:
        """Forget everything and close the log. Idempotent."""
        with self.guard:
            self._closed = True
            self._log.close()
            self.forget()

    # --- commits ------------------------------------------------------------------------------

    def table(self, name: str) -> dict[int, Document]:
        """A live table; callers must not change it.

        Raises:
            VaultLocked: the log was closed. A locked table is never taken for an empty one.
        """
        if self._closed:
            raise VaultLocked
        return self._tables.get(name, {})

    def commit(self, changes: Iterable[Change], told: Mapping[str, Any] = _NOTHING) -> None:
        """Keep all of these changes in one durable frame, or none of them.

        ``told`` are fields that a removal among them says of itself.

        Raises:
            DeletedForGood: one of them was; nothing can be put there again.
            NoteTooLong: a document, or all of them together, is over the limit.
            VaultError: the log could not be written; memory is as it was.
        """
        with self.guard:
            stamped = [self._stamped(*change, told) for change in changes]
            self._keep([change for change in stamped if change is not None])

    def adopt(self, revisions: Iterable[tuple[int, Document]]) -> int:
        """Keep revisions as they were stamped elsewhere; how many were new. Raises as commit."""
        with self.guard:
            fresh = [(DOCUMENTS, id, one) for id, one in revisions if self._is_new(id, one)]
            self._keep(fresh)
            return len(fresh)

    def _is_new(self, id: int, document: Document) -> bool:
        known = self._revisions(id)
        refused = is_shredded(known) or (known and document.get("shredded"))
        return not refused and all(one["rev"] != document["rev"] for one in known)

    def _keep(self, changes: Sequence[Change]) -> None:
        if changes:
            payload = encode(changes)
            self._refuse_long(changes, payload)
            self._log.append(payload)
            self._apply(decode(payload))

    def _stamped(
        self, name: str, id: int | None, document: Document | None, told: Mapping[str, Any]
    ) -> Change | None:
        """In ``documents``, give a change its revision and parents."""
        if name != DOCUMENTS or id is None:
            return (name, id, document)
        kept = self._tables[DOCUMENTS].get(id)
        earlier = self.superseded.get(id)
        head = kept or (earlier[-1] if earlier else None)
        if document is not None and is_shredded(earlier):
            raise DeletedForGood
        if document is None:
            if kept is None:
                return None
            document = {**told, **bare(kept), "deleted": True}
        parents = [head["rev"]] if head else []
        return (name, id, {**document, "rev": self.random(REV_BYTES), "parents": parents})

    def _refuse_long(self, changes: Sequence[Change], payload: bytes) -> None:
        limit = MAX_DOCUMENT + _ROOM_FOR_FIELDS
        if len(payload) > limit:
            for _, _, document in changes:
                size = len(encode(document))
                if size > limit:
                    raise NoteTooLong(size=size, limit=MAX_DOCUMENT)
            if not fits(payload):
                raise NoteTooLong(size=len(payload), limit=MAX_FRAME)

    # --- the log as a whole -----------------------------------------------------------------------

    def compact(self, most: int) -> bool:
        """Write the log anew where it is worth it, and not larger than ``most`` bytes.

        It is where the log is over :data:`WORTH_COMPACTING` and over half of it is garbage. Frames
        are counted first, since that costs nothing. Returns whether it was.

        Raises:
            VaultError: it could not be written; everything is as it was.
        """
        with self.guard:
            log = self._log
            if self._closed or not WORTH_COMPACTING < log.size <= most:
                return False
            removed = self.superseded.keys() - self._tables[DOCUMENTS].keys()
            least = len(removed) + sum(map(len, self._tables.values()))
            if log.frames <= 2 * least:
                return False
            if 2 * sum(frame_size(len(payload)) for payload in self._live()) >= log.size:
                return False
            log.rewrite()
            return True

    def rekey(self, epoch: int, key: bytes) -> None:
        """Write the log anew under the space's key of another epoch. Raises as :meth:`compact`."""
        with self.guard:
            self.table(DOCUMENTS)
            self._log.rewrite((epoch, key))

    def copy(self) -> bytes:
        """The log's bytes as of the last commit."""
        with self.guard:
            return self._log.copy()

    def gone(self) -> dict[int, list[Document]]:
        """All that is left of each document of which something was deleted for good."""
        with self.guard:
            return super().gone()

    # --- for good -----------------------------------------------------------------------------

    def shred(self, ids: Iterable[int], told: Mapping[str, Any]) -> None:
        """Leave a mark without text in the place of all revisions of these documents, for ever.

        The log is written anew without them before this returns; ``told`` is said in the mark.

        Raises:
            VaultError: it could not be written; everything is as it was.
        """

        def mark(id: int) -> None:
            revisions = self._revisions(id)
            stamps = {"deleted": True, "shredded": True, "parents": []}
            rev = self.random(REV_BYTES)
            self._supersede(id, {**told, **bare(revisions[-1]), **stamps, "rev": rev})

        known = [id for id in ids if (found := self._revisions(id)) and not is_shredded(found)]
        self._write_anew(known, mark)

    def keep_only(self, id: int, document: Mapping[str, Any]) -> None:
        """Make ``document`` the present revision; of all earlier ones nothing but ids is left.

        The log is written anew before this returns. Raises as :meth:`shred`.
        """

        def empty(id: int) -> None:
            stamped = self._stamped(DOCUMENTS, id, dict(document), _NOTHING)
            assert stamped is not None and stamped[2] is not None
            # As it will be read: what is handed in must not change afterwards.
            self._supersede(id, decode(encode(stamped[2])))
            self.superseded[id] = [
                one if one.get("deleted") else {**bare(one), **stamps(one), "emptied": True}
                for one in self.superseded[id]
            ]

        self._write_anew([id], empty)

    def _write_anew(self, ids: Collection[int], change: Callable[[int], None]) -> None:
        """Change documents in memory, then write the log from it; if that fails, change back."""
        with self.guard:
            self.table(DOCUMENTS)
            current = self._tables[DOCUMENTS]
            before = {
                id: (current.get(id), list(self.superseded.get(id, ())), self._forked.get(id))
                for id in ids
            }
            try:
                for id in ids:
                    change(id)
                self._log.rewrite()
            except BaseException:
                for id, (living, chain, forked) in before.items():
                    put_back(current, id, living)
                    put_back(self.superseded, id, chain or None)
                    put_back(self._forked, id, forked)
                raise

    # --- what a new generation holds ------------------------------------------------------------

    def _live(self) -> Iterator[bytes]:
        """Every payload of a new generation: a frame a document, its revisions together.

        So a damaged frame costs its own document and no other, after compaction too.
        """
        yield encode([])
        documents = self._tables[DOCUMENTS]
        # Removed ones first, then the living as they stand: what is newest stays last.
        for id in [*(id for id in self.superseded if id not in documents), *documents]:
            revisions = list(self.superseded.get(id, ()))
            if id in documents:
                revisions.append(documents[id])
            yield from grouped((DOCUMENTS, id, revision) for revision in revisions)
        for name, table in self._tables.items():
            if name != DOCUMENTS:
                yield encode([(name, None, {})])
                for id, document in table.items():
                    yield encode([(name, id, document)])
