"""TinyDB's ``Storage`` on an encrypted log: a commit costs what changed, not what there is.

The table ``documents`` keeps revisions: a put is a new revision that names its parents, a removal
one without text, and what is superseded stays readable until it is deleted for good. Any other
table is plain TinyDB.

A change is ``[table, id, document]``; ``[table, id, nil]`` takes a document out of a plain table;
``[table, nil, {}]`` makes an empty table and ``[table, nil, nil]`` drops one.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from tinydb.storages import Storage

from peercoach.errors import DeletedForGood, LogDamaged, NoteTooLong, VaultLocked
from peercoach.vault import space_sharing
from peercoach.vault.format import MAX_DOCUMENT, MAX_FRAME
from peercoach.vault.log import Log, fits

DOCUMENTS = "documents"
REV_BYTES = 16
_ROOM_FOR_FIELDS = 64 * 1024
_GROUP_BYTES = 1024 * 1024

Document = dict[str, Any]
Tables = dict[str, dict[int, Document]]
Change = tuple[str, int | None, Document | None]

Held = TypeVar("Held")
_NOTHING: Mapping[str, Any] = {}

encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder().decode


class LogStorage(Storage):
    """The live tables of one log, and the revisions that newer ones superseded."""

    def __init__(
        self, log: Log, payloads: Collection[bytes], random: Callable[[int], bytes]
    ) -> None:
        self._log = log
        self.random = random
        self._tables: Tables = {DOCUMENTS: {}}
        self.superseded: dict[int, list[Document]] = {}
        self._forked: dict[int, list[Document]] = {}
        self.guard = threading.RLock()
        self._closed = False
        try:
            apply = self._apply
            for changes in space_sharing.shared(map(decode, payloads), len(payloads)):
                apply(changes)
        except (ValueError, TypeError, KeyError, msgspec.DecodeError):
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
            changes += _difference(name, kept or {}, wanted)
        self.commit(changes)

    def close(self) -> None:
        """Forget everything and close the log. Idempotent."""
        with self.guard:
            self._closed = True
            self._log.close()
            self._tables = {DOCUMENTS: {}}
            self.superseded = {}
            self._forked = {}

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
            document = {**told, **_bare(kept), "deleted": True}
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

    def _apply(self, changes: Iterable[Change]) -> None:
        """Make memory say what the log says."""
        tables = self._tables
        current, superseded = tables[DOCUMENTS], self.superseded
        for name, id, document in changes:
            if name == DOCUMENTS and id is not None and document is not None:
                if id in current or id in superseded or "deleted" in document:
                    self._supersede(id, document)
                else:
                    current[id] = document
            elif id is None:
                if document is None:
                    tables.pop(name, None)
                else:
                    tables.setdefault(name, {})
            elif document is None:
                tables.setdefault(name, {}).pop(id, None)
            else:
                tables.setdefault(name, {})[id] = document

    def _supersede(self, id: int, document: Document) -> None:
        """Put a further revision of a document in its place among the others.

        Two heads (copies that went different ways) are both kept, and the one shown comes last: a
        living one before a deleted one, then the greater revision.
        """
        current = self._tables[DOCUMENTS]
        if document.get("shredded"):
            current.pop(id, None)
            self._forked.pop(id, None)
            self.superseded[id] = [document]
            return
        chain = self.superseded.setdefault(id, [])
        if is_shredded(chain):
            # What was deleted for good stays so, whatever a copy that went its own way says.
            return
        head = current.pop(id, None)
        if head is not None:
            chain.append(head)
        parents = document["parents"]
        heads = self._forked.pop(id, chain[-1:])
        # In a damaged log the parents may be lost: what names lost ones comes after all before it.
        lost = parents and not any(one["rev"] in parents for one in reversed(chain))
        heads = [one for one in heads if not lost and one["rev"] not in parents]
        heads.append(document)
        chain.append(document)
        if len(heads) > 1:
            self._forked[id] = heads
            shown = max(heads, key=lambda one: (not one.get("deleted"), one["rev"]))
            chain[:] = [*(one for one in chain if one is not shown), shown]
        if not chain[-1].get("deleted"):
            current[id] = chain.pop()
        if not chain:
            del self.superseded[id]

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
            self._supersede(id, {**told, **_bare(revisions[-1]), **stamps, "rev": rev})

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
                one if one.get("deleted") else {**_bare(one, "rev", "parents"), "emptied": True}
                for one in self.superseded[id]
            ]

        self._write_anew([id], empty)

    def _revisions(self, id: int) -> list[Document]:
        current = self._tables[DOCUMENTS].get(id)
        return [*self.superseded.get(id, ()), *([current] if current is not None else [])]

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
                    _put_back(current, id, living)
                    _put_back(self.superseded, id, chain or None)
                    _put_back(self._forked, id, forked)
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
            yield from _grouped((DOCUMENTS, id, revision) for revision in revisions)
        for name, table in self._tables.items():
            if name != DOCUMENTS:
                yield encode([(name, None, {})])
                for id, document in table.items():
                    yield encode([(name, id, document)])


def is_shredded(revisions: Sequence[Mapping[str, Any]] | None) -> bool:
    """Whether these revisions of a document end in the mark of a deletion for good."""
    return revisions is not None and len(revisions) > 0 and bool(revisions[-1].get("shredded"))


def _bare(document: Mapping[str, Any], *more: str) -> Document:
    return {name: document.get(name) for name in ("kind", "schema", *more)}


def _put_back(held: dict[int, Held], id: int, was: Held | None) -> None:
    held.pop(id, None)
    if was is not None:
        held[id] = was


def differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two documents are not the same bytes; to ``==`` alone, 1, 1.0 and True are one."""
    return one != other or encode(one) != encode(other)


def _difference(
    name: str, kept: Mapping[int, Document], wanted: Mapping[Any, Mapping[str, Any]]
) -> Iterator[Change]:
    now = {int(id): dict(document) for id, document in wanted.items()}
    for id in kept:
        if id not in now:
            yield (name, id, None)
    for id, document in now.items():
        if id not in kept or differ(kept[id], document):
            yield (name, id, document)


def _grouped(changes: Iterable[Change]) -> Iterator[bytes]:
    """Changes in payloads of about a mebibyte at most, in order."""
    group: list[Change] = []
    size = 0
    for change in changes:
        own = len(encode(change))
        if group and size + own > _GROUP_BYTES:
            yield encode(group)
            group, size = [], 0
        group.append(change)
        size += own
    if group:
        yield encode(group)
