"""TinyDB's ``Table`` as a recorder of what changes, so that a write never touches the rest.

TinyDB documents both ways of extending that are used here: ``TinyDB.table_class`` and subclasses
of ``Table``. Operations and results are stock TinyDB's, but for ids (random, not counted) and for
copies: what is handed out can be changed without changing what is kept.
"""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from peercoach.vault.space_changes import Change, differ
from peercoach.vault.space_storage import LogStorage

_LARGEST_ID = 2**63 - 1


class Recorder(MutableMapping[int, dict[str, Any]]):
    """A table as an updater sees it: reads fall through, writes stay here until committed."""

    def __init__(self, kept: Mapping[int, dict[str, Any]]) -> None:
        self._kept = kept
        self._touched: dict[int, dict[str, Any]] = {}
        self._gone: set[int] = set()

    def __getitem__(self, id: int) -> dict[str, Any]:
        if id in self._gone:
            raise KeyError(id)
        if id not in self._touched:
            # An updater may change the document in place: it gets a copy, which is then compared.
            self._touched[id] = copy.deepcopy(self._kept[id])
        return self._touched[id]

    def __setitem__(self, id: int, document: dict[str, Any]) -> None:
        self._touched[id] = document
        self._gone.discard(id)

    def __delitem__(self, id: int) -> None:
        if id not in self:
            raise KeyError(id)
        self._touched.pop(id, None)
        if id in self._kept:
            self._gone.add(id)

    def clear(self) -> None:
        """Take every document out at once; the inherited way looks at each again and again."""
        self._touched.clear()
        self._gone.update(self._kept)

    def __contains__(self, id: object) -> bool:
        return id not in self._gone and (id in self._touched or id in self._kept)

    def __iter__(self) -> Iterator[int]:
        yield from (id for id in self._kept if id not in self._gone)
        yield from (id for id in self._touched if id not in self._kept)

    def __len__(self) -> int:
        fresh = sum(id not in self._kept for id in self._touched)
        return len(self._kept) - len(self._gone) + fresh

    def changes(self, name: str) -> list[Change]:
        """What has to be committed: removals, then the rest in the order in which it was done."""
        gone: list[Change] = [(name, id, None) for id in self._gone]
        for id, document in self._touched.items():
            if id not in self._kept or differ(self._kept[id], document):
                gone.append((name, id, document))
        return gone


class LogTable(Table):
    """A table whose writes commit just what they change."""

    _storage: LogStorage

    def __init__(self, storage: LogStorage, name: str, **options: Any) -> None:
        self.fresh_id: Callable[[], int] = self._random_id
        super().__init__(storage, name, **{**options, "cache_size": 0})

    def _random_id(self) -> int:
        while True:
            id = int.from_bytes(self._storage.random(8), "big") & _LARGEST_ID
            if id and id not in self._kept() and id not in self._storage.superseded:
                return id

    def _kept(self) -> dict[int, dict[str, Any]]:
        return self._storage.table(self.name)

    def _now(self) -> list[tuple[int, dict[str, Any]]]:
        """The documents of this moment: another thread may commit while a query runs."""
        return list(self._kept().items())

    def _read_table(self) -> dict[int, dict[str, Any]]:  # type: ignore[override]
        return self._kept()

    def _get_next_id(self) -> int:
        return self.fresh_id()

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._storage.guard:
            recorder = Recorder(self._kept())
            updater(recorder)
            changes = recorder.changes(self.name)
            if self.name not in self._storage.read():
                changes.insert(0, (self.name, None, {}))
            self._storage.commit(changes)

    def _ids(self, cond: QueryLike) -> list[int]:
        return [id for id, document in self._now() if cond(document)]

    # --- reading: results are copies --------------------------------------------------------------

    def __iter__(self) -> Iterator[Document]:
        for id, document in self._now():
            yield _copied(id, document)

    def search(self, cond: QueryLike) -> list[Document]:
        """All documents that a query fits."""
        return [_copied(id, document) for id, document in self._now() if cond(document)]

    def get(  # type: ignore[override]
        self,
        cond: QueryLike | None = None,
        doc_id: int | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> Document | list[Document] | None:
        """One document by query or id, or several by ids, each looked up and none searched for."""
        kept = self._kept()
        if doc_id is not None:
            return _copied(doc_id, kept[doc_id]) if doc_id in kept else None
        if doc_ids is not None:
            return [_copied(id, kept[id]) for id in dict.fromkeys(doc_ids) if id in kept]
        if cond is None:
            raise RuntimeError("You have to pass either cond or doc_id or doc_ids")
        return next((_copied(id, doc) for id, doc in self._now() if cond(doc)), None)

    def contains(self, cond: QueryLike | None = None, doc_id: int | None = None) -> bool:
        """Whether a document fits a query, or has an id."""
        if doc_id is not None:
            return doc_id in self._kept()
        if cond is None:
            raise RuntimeError("You have to pass either cond or doc_id")
        return self.get(cond) is not None

    # --- writing: find ids first ----------------------------------------------------------

    def update(
        self,
        fields: Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Update documents by ids, by a query, or all of them; the ids of those found."""
        with self._storage.guard:
            if doc_ids is None:
                doc_ids = list(self._kept()) if cond is None else self._ids(cond)
            return super().update(cast(Any, fields), doc_ids=doc_ids)

    def remove(
        self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Remove documents by ids or by a query; the ids of those found."""
        with self._storage.guard:
            if doc_ids is None and cond is not None:
                doc_ids = self._ids(cond)
            return super().remove(doc_ids=doc_ids)


class LogDB(TinyDB):
    """A TinyDB on a :class:`LogStorage`."""

    table_class: type[Table] = LogTable
    default_table_name = "documents"

    def __init__(self, storage: LogStorage) -> None:
        super().__init__(storage=lambda: storage)


def _copied(id: int, document: Mapping[str, Any]) -> Document:
    return Document(copy.deepcopy(dict(document)), id)
