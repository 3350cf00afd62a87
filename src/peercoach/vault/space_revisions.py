"""What a log's changes amount to: tables, each document's revisions, and which one is shown."""

from collections.abc import Collection, Iterable

import msgspec

from peercoach.vault.space_changes import DOCUMENTS, Change, Document, decoded, is_shredded

Tables = dict[str, dict[int, Document]]


class NoChanges(ValueError):
    """A payload is no list of changes."""


class Revisions:
    """Live tables, and the revisions that newer ones superseded. In memory alone."""

    def __init__(self) -> None:
        self._tables: Tables = {DOCUMENTS: {}}
        self.superseded: dict[int, list[Document]] = {}
        self._forked: dict[int, list[Document]] = {}

    def take(self, payloads: Collection[bytes]) -> None:
        """Take in what a log holds, in its order.

        Raises:
            NoChanges: one of them is no list of changes.
        """
        try:
            apply = self._apply
            for changes in decoded(payloads):
                apply(changes)
        except (ValueError, TypeError, KeyError, msgspec.DecodeError):
            raise NoChanges from None

    def forget(self) -> None:
        """Hold nothing any more."""
        self._tables = {DOCUMENTS: {}}
        self.superseded = {}
        self._forked = {}

    @property
    def living(self) -> int:
        """How many documents there are."""
        return len(self._tables[DOCUMENTS])

    @property
    def forked(self) -> int:
        """How many documents have several heads: copies that went different ways."""
        return len(self._forked)

    def gone(self) -> dict[int, list[Document]]:
        """All that is left of each document of which something was deleted for good."""
        return {
            id: self._revisions(id)
            for id, chain in self.superseded.items()
            if any(one.get("shredded") or one.get("emptied") for one in chain)
        }

    def _revisions(self, id: int) -> list[Document]:
        current = self._tables[DOCUMENTS].get(id)
        return [*self.superseded.get(id, ()), *([current] if current is not None else [])]

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
