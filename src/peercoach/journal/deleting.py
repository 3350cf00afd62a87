"""The part of a journal that deletes, brings back, and deletes for good."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from peercoach.errors import NoSuchNote
from peercoach.journal import documents, ids, removing
from peercoach.journal.belonging import parts_of, removed_at, removed_parts
from peercoach.journal.carrying import ORIGIN
from peercoach.journal.records import Entry, Progress
from peercoach.journal.removing import Deleted
from peercoach.journal.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peercoach.journal.drafts import DraftBox
    from peercoach.journal.index import Index
    from peercoach.journal.moment import Clock
    from peercoach.journal.reading import Reading
    from peercoach.vault.space import Space


class Deleting(ABC):
    """What a journal can take away. What it works with is the journal's."""

    _name: str
    _clock: "Clock"
    _reading: "Reading"

    @property
    @abstractmethod
    def _space(self) -> "Space": ...

    @property
    @abstractmethod
    def _index(self) -> "Index": ...

    @property
    @abstractmethod
    def drafts(self) -> "DraftBox":
        """What is being typed."""

    @abstractmethod
    def get(self, id: int) -> Written:
        """A record by its id."""

    @abstractmethod
    def find(self, id: int) -> Written | None:
        """A record by its id; None where there is none that we can read."""

    @abstractmethod
    def versions(self, id: int) -> list[Written]:
        """Every version of a record that is kept, oldest first."""

    def delete(self, id: int) -> None:
        """Take a note out with all that belongs to it; for thirty days :meth:`undelete` brings it
        back. Raises as :meth:`get`, and VaultError where that could not be written.
        """
        self._refuse_no_note(id)
        ids = [id, *parts_of(self._index.notes.values(), id)]
        self._space.commit({}, ids, removing.told(self._clock()))
        self._reading.note({}, ids)

    def undelete(self, id: int) -> Written:
        """Put a deleted note back as it was, with what belonged to it and went with it.

        Raises:
            NoSuchNote: none of this id was deleted, or it was for good.
            VaultError: it could not be written.
        """
        back = {id: removing.last_words(self._space, id)}
        went = removed_at(self._space.versions(id)[-1])
        parts = removed_parts(self._space, id)
        back |= {one: said for one, (said, when) in parts.items() if when == went}
        self._space.commit(back)
        self._reading.note(back, ())
        return self.get(id)

    def shred(self, id: int) -> None:
        """Delete a note for good with all that belongs or belonged to it, deleted before or not:
        when this returns, no file of the notebook holds its words, a draft's neither.

        Raises:
            NoSuchNote, NewerNote: there is none.
            VaultError: it could not be written; the note is as it was, or, where only the last of
                it failed, it is gone and what was being typed about it is not.
        """
        if self.find(id) is not None or id in self._index.unreadable:
            self._refuse_no_note(id)
        else:
            removing.last_words(self._space, id)
        gone = parts_of(self._index.notes.values(), id)
        gone = [id, *gone, *removed_parts(self._space, id)]
        # First what needs room on the disk and changes nothing.
        self.drafts.clean()
        self._space.shred(gone, removing.told(self._clock()))
        self._reading.note({}, gone)
        removing.end_drafts(self.drafts, gone)

    def shred_all(self, ids: Collection[int]) -> None:
        """Delete records and things for good, all of them at once; an id of nothing is none.

        Raises:
            VaultError: as :meth:`shred`.
        """
        self.drafts.clean()
        self._space.shred(ids, removing.told(self._clock()))
        self._reading.note({}, ids)
        removing.end_drafts(self.drafts, ids)

    def keep_only(self, id: int, version: int) -> Written:
        """Make one of :meth:`versions` the note; the words of all others go for good.

        Raises:
            NoSuchNote, NewerNote: there is none.
            IndexError: it has no such version.
            VaultError: it could not be written; the note is as it was.
        """
        chosen = self.versions(id)[version].record
        current = self._space.get(id) or {}
        put = documents.edited(current, chosen, self._clock()) or documents.own_fields(current)
        # A digest of words that are to be gone would still confirm a guess at them.
        put.pop(ORIGIN, None)
        self.drafts.clean()
        self._space.keep_only(id, put)
        self._reading.note({id: put}, ())
        removing.end_drafts(self.drafts, [id])
        return self.get(id)

    def deleted(self) -> list[Deleted]:
        """What was deleted in the last thirty days, the last first.

        Answers that were gathered into a review's note are not among it: they stand there.
        """
        found = removing.deleted(self._space, self._clock(), self._name)
        apart = self._gathered(one.note for one in found)
        return [one for one in found if one.note.id not in apart]

    def _gathered(self, notes: "Iterable[Written]") -> set[int]:
        """The ids of those whose text stands in the review that they were written in."""
        answers = [
            (note.id, note.record)
            for note in notes
            if isinstance(note.record, Entry) and note.record.reflection
        ]
        if not answers:
            return set()
        records = (note.record for note in self._index.notes.values())
        reviews = {
            one.reflection: one.text
            for one in records
            if isinstance(one, Entry) and one.kind == "review"
        }
        return {id for id, one in answers if one.text in reviews.get(one.reflection, "")}

    def is_removed(self, id: int) -> bool:
        """Whether a note of this id was deleted and could be brought back."""
        return any(one.note.id == id for one in self.deleted())

    def tidy(self) -> int:
        """Delete for good what was deleted more than thirty days ago; how many that were."""
        ids = removing.overdue(self._space, self._clock())
        if ids:
            self.drafts.clean()
            self._space.shred(ids, removing.told(self._clock()))
            removing.end_drafts(self.drafts, ids)
        return len(ids)

    @property
    def still_in(self) -> tuple[Path, ...]:
        """The backups from which the last deletion for good could not take the words."""
        return self._space.still_in

    def is_gone(self, id: int) -> bool:
        """Whether nothing stands under this id, readable to us or not."""
        return self.find(id) is None and id not in self._index.unreadable

    def _refuse_no_note(self, id: int) -> None:
        if isinstance(self.get(id).record, Progress):
            raise NoSuchNote(id=ids.to_text(id))
