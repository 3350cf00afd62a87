"""The part of a journal that is carried out of a notebook and into one, every revision of it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from peercoach.errors import DiskFull, NotPermitted, WriteFailed
from peercoach.journal import documents
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry
from peercoach.journal.text import admit

if TYPE_CHECKING:
    from peercoach.journal.reading import Reading
    from peercoach.vault.space import Space

ORIGIN = "origin"
"""The field in which a note that came from elsewhere keeps a digest of what it came from."""


class Brought(msgspec.Struct, frozen=True, gc=False):
    """A note from elsewhere: its words, when it was written, and the digest of what it came from.

    The digest says nothing of where the file lay: the same words of the same date have the same.
    """

    text: str
    when: Moment
    origin: str


class Carrying(ABC):
    """What a journal hands out whole, and takes in. What it works with is the journal's."""

    _reading: "Reading"

    @property
    @abstractmethod
    def _space(self) -> "Space": ...

    def everything(self) -> Iterator[tuple[int, list[documents.Document]]]:
        """Every record that is or was here, by id, with all its revisions as they are kept.

        Oldest revision first; what a newer Peercoach wrote and what was deleted are among them.
        """
        space = self._space
        for id in space.ids():
            yield id, space.versions(id)

    def adopt(self, revisions: Sequence[tuple[int, documents.Document]]) -> int:
        """Keep revisions from another copy, in one durable step; how many were new here.

        Nothing that stands here is taken away by it.

        Raises:
            NoteTooLong, VaultError: nothing was kept.
        """
        new = self._space.adopt(revisions)
        if new:
            self._note([id for id, _ in revisions])
        return new

    def origins(self) -> frozenset[str]:
        """The digests of all that came from elsewhere and was not deleted for good."""
        return frozenset(
            digest
            for _, revisions in self.everything()
            for one in revisions
            if isinstance(digest := one.get(ORIGIN), str)
        )

    def bring(self, notes: Sequence[Brought]) -> None:
        """Keep notes from elsewhere, with the dates that they have, in one durable step.

        Raises:
            NoteTooLong, VaultError: nothing was kept.
        """
        puts: dict[int, Mapping[str, object]] = {}
        for note in notes:
            entry = Entry(kind="note", text=admit(note.text))
            puts[self._space.new_id()] = documents.new(entry, note.when) | {ORIGIN: note.origin}
        self._space.commit(puts)
        self._note(puts)

    def settle(self) -> None:
        """After many notes at once: see that one damaged place can't cost more than one of them.

        Nothing is added by it, so where the disk refuses, all is as it was and nothing is said.
        """
        with suppress(DiskFull, NotPermitted, WriteFailed):
            self._space.settle()

    def _note(self, ids: Sequence[int] | Mapping[int, object]) -> None:
        standing = {id: self._space.get(id) for id in ids}
        puts = {id: document for id, document in standing.items() if document is not None}
        self._reading.note(puts, [id for id in standing if id not in puts])
