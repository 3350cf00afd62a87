"""The journal: everything that was written in one space, by id, by date, by question, by word."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

import msgspec

from peercoach.errors import NoSuchNote, VaultLocked
from peercoach.journal import documents, ids, removing
from peercoach.journal.bringing import Brought, bring_done, brought
from peercoach.journal.carrying import Carrying
from peercoach.journal.deleting import Deleting
from peercoach.journal.documents import NewerNote
from peercoach.journal.drafts import DraftBox
from peercoach.journal.index import Asked, Index, asked_of, living
from peercoach.journal.moment import Clock, Moment, now
from peercoach.journal.reading import Reading
from peercoach.journal.records import Entry, Kept, Mark, Progress, Rating, Record, Thing
from peercoach.journal.removing import Deleted
from peercoach.journal.search import Found, Stop
from peercoach.journal.text import admit
from peercoach.journal.written import Marked, Standing, Written
from peercoach.vault.drafts import Drafts
from peercoach.vault.space import Space

__all__ = ["Deleted", "Journal", "NewerNote", "Written"]

Admitted = Entry | Rating | Mark | Thing
_DAY_MS = 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()


class Journal(Deleting, Carrying):
    """What was written in one space.

    It reads the space once, when something is first looked for, and keeps itself current from then
    on. After :meth:`lock` every method raises ``VaultLocked``, and nothing here holds any text.

    Its calls come one at a time, but for searching, which any thread may do meanwhile, and for
    :meth:`lock`.
    """

    def __init__(
        self,
        space: Space | Callable[[], Space],
        drafts: Drafts,
        *,
        clock: Clock = now,
        name: str = "private",
    ) -> None:
        """``space`` may also be what opens the space, when something in it is first asked for."""
        self._open_space: Callable[[], Space] | None = (
            (lambda: space) if isinstance(space, Space) else space
        )
        self._open_drafts: DraftBox | None = DraftBox(drafts)
        self._clock = clock
        self._name = name
        self._reading = Reading(lambda: self._space, name)

    # --- writing ----------------------------------------------------------------------------------

    def new_id(self) -> int:
        """An id that no record has."""
        return self._space.new_id()

    def add(self, entry: Entry) -> Written:
        """Keep an entry.

        Raises:
            NoteTooLong: its text is over the limit.
            VaultError: it could not be written. In either case nothing was kept.
        """
        return self._add(entry)

    def rate(self, rating: Rating) -> Written:
        """Keep a rating. Raises as :meth:`add`."""
        return self._add(rating)

    def edit(self, id: int, text: str) -> Written:
        """Keep a new version of an entry's text; the same text makes none.

        Raises:
            NoSuchNote: there is no such entry.
            NewerNote: a newer Peercoach wrote it.
            NoteTooLong, VaultError: as :meth:`add`.
        """
        record = self.get(id).record
        if not isinstance(record, Entry):
            raise NoSuchNote(id=ids.to_text(id))
        self.commit({id: msgspec.structs.replace(record, text=text)})
        return self.get(id)

    def commit(
        self,
        keep: Mapping[int, Admitted],
        take_out: Collection[int] = (),
        progress: tuple[int, Progress] | None = None,
    ) -> Moment | None:
        """Keep all that one move changed in one durable step, whole or not at all.

        An id that stands already is edited; what says nothing new makes no version. A reflection
        of which nothing is kept, and of which nothing is to be brought to a conversation, has no
        progress to keep: its record goes, or never comes. What a newer Peercoach wrote is never
        taken out.

        Returns:
            The moment of the commit; None where nothing had to be written.

        Raises:
            NewerNote: one of them was written by a newer Peercoach.
            NoteTooLong, VaultError: as :meth:`add`.
        """
        space = self._space
        puts: dict[int, documents.Document] = {}
        when = self._clock()
        records: dict[int, Kept] = {id: _admitted(record) for id, record in keep.items()}
        removes = {id for id in take_out if self._may_remove(id)}
        if progress is not None:
            id, how_far = progress
            if how_far.kept or how_far.bring:
                records[id] = how_far
            elif self._may_remove(id):
                removes.add(id)
        for id, record in records.items():
            current = space.get(id)
            if current is None:
                puts[id] = documents.new(record, when)
            elif (changed := documents.edited(current, record, when)) is not None:
                puts[id] = changed
        if not puts and not removes:
            return None
        space.commit(puts, removes, removing.told(when))
        self._reading.note(puts, removes)
        return when

    # --- reading ----------------------------------------------------------------------------------

    def get(self, id: int) -> Written:
        """A record by its id.

        Raises:
            NoSuchNote: there is none.
            NewerNote: a newer Peercoach wrote it.
        """
        found = self.find(id)
        if found is not None:
            return found
        if id in self._index.unreadable:
            raise NewerNote()
        raise NoSuchNote(id=ids.to_text(id))

    def find(self, id: int) -> Written | None:
        """A record by its id; None where there is none that we can read."""
        return self._index.notes.get(id) or self._index.progress.get(id)

    def versions(self, id: int) -> list[Written]:
        """Every version of a record that is kept, oldest first. Raises as :meth:`get`."""
        count = self.get(id).versions
        reads = [documents.read(revision) for revision in living(self._space.versions(id))]
        return [
            Written(id, read.record, read.when, read.changed, count, self._name)
            for read in reads
            if read is not None and not isinstance(read.record, Mark | Thing)
        ]

    def entries(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        element: str | None = None,
        kind: str | None = None,
    ) -> list[Written]:
        """Entries and ratings, newest first.

        ``since`` and ``until`` are dates on the calendar of the place where each was written, both
        included. ``element`` is an address, or a framework's id; ``kind`` a kind of entry, or
        ``rating``.
        """
        index = self._index
        # A day's slack on either side, since the place decides on which day an instant falls.
        start = None if since is None else (since.toordinal() - _EPOCH - 1) * _DAY_MS
        end = None if until is None else (until.toordinal() - _EPOCH + 2) * _DAY_MS
        found = (index.notes[id] for id in index.newest_first(start, end))
        return [
            note
            for note in found
            if _fits(note.record, element, kind) and _between(note.when, since, until)
        ]

    def search(self, words: str) -> list[Written]:
        """Entries and ratings that hold every word, newest first; none where no word is given.

        Case and accents make no difference. Looked through are text (of a rating: its label), the
        question as it was asked, and the element's title.
        """
        return self._held(self._reading.search.find(words) or ())

    def search_as_typed(self, words: str, *, most: int, stop: Stop | None = None) -> Found | None:
        """As :meth:`search`, for any thread: the newest ``most``, and how many there are in all.

        ``stop`` is asked every few milliseconds; once it says True the search gives up: None. A
        commit on another thread meanwhile never waits for it.
        """
        found = self._reading.search.find(words, stop)
        return None if found is None else Found(tuple(self._held(found[:most])), len(found))

    def warm(self, stop: Stop | None = None) -> bool:
        """Make ready for searching, so that the first key costs no more than the others.

        For any thread, and given up as :meth:`search_as_typed`; False where it was.
        """
        return self._reading.search.warm(stop)

    def read(self) -> None:
        """Read everything now and not when it is first asked for. Idempotent.

        Raises:
            VaultError: it can't be opened; it was locked, now or meanwhile.
        """
        assert self._index is not None

    def unreadable(self) -> int:
        """How many documents are kept here that only a newer Peercoach can read."""
        return len(self._index.unreadable)

    # --- for the guide's sake ---------------------------------------------------------------------

    def asked_before(self, asked: Asked, *, but_for: int) -> list[Written]:
        """What was written where this was asked, but for one reflection's own, newest first."""
        found = self._index.asked(asked)
        return [
            note
            for note in found
            if isinstance(note.record, Entry | Rating) and note.record.reflection != but_for
        ]

    def newest_of(self, address: str) -> Written | None:
        """The newest entry or rating of the element at this address."""
        return self._index.newest_of(address)

    def reflections(self) -> list[Written]:
        """The progress of every reflection of which something is kept, in no order."""
        return list(self._index.progress.values())

    def marks(self) -> list[Marked]:
        """What was said of questions, each wording's last word on it, in no order."""
        return list(self._index.marks.values())

    def things(self, kind: str) -> list[Standing]:
        """Every thing of a kind, in no order."""
        return [one for one in self._index.things.values() if one.thing.kind == kind]

    def addresses(self) -> list[str]:
        """The address of every element that something is written about."""
        return self._index.addresses()

    def brought(self) -> list[Brought]:
        """What is to be brought to the next conversation, what was marked last first."""
        return brought(self)

    def bring_done(self, reflection: int, key: str) -> None:
        """Take the mark away from one stop of a reflection. Raises as :meth:`add`."""
        bring_done(self, reflection, key)

    def revision(self, id: int) -> str:
        """The revision of a document that stands now; empty text where there is none."""
        rev = (self._space.get(id) or {}).get("rev", "")
        return rev.hex() if isinstance(rev, bytes) else str(rev)

    @property
    def drafts(self) -> DraftBox:
        """What is being typed."""
        if self._open_drafts is None:
            raise VaultLocked
        return self._open_drafts

    @property
    def clock(self) -> Clock:
        """What tells the journal the moment."""
        return self._clock

    def refuse_locked(self) -> None:
        """Raise ``VaultLocked`` once locked."""
        if self._open_space is None:
            raise VaultLocked

    def lock(self) -> None:
        """Forget everything. Idempotent."""
        self._open_space = None
        self._open_drafts = None
        self._reading.close()

    # --- inside -----------------------------------------------------------------------------------

    @property
    def _space(self) -> Space:
        if self._open_space is None:
            raise VaultLocked
        return self._open_space()

    @property
    def _index(self) -> Index:
        return self._reading.index

    def _held(self, ids: Iterable[int]) -> list[Written]:
        """These notes, but for what was taken out meanwhile."""
        notes = self._index.notes
        held = [note for id in ids if (note := notes.get(id)) is not None]
        self.refuse_locked()
        return held

    def _add(self, record: Entry | Rating) -> Written:
        id = self.new_id()
        self.commit({id: record})
        return self.get(id)

    def _may_remove(self, id: int) -> bool:
        current = self._space.get(id)
        return current is not None and documents.read(current) is not None


def _admitted(record: Admitted) -> Admitted:
    if not isinstance(record, Entry):
        return record
    text = admit(record.text)
    return record if text == record.text else msgspec.structs.replace(record, text=text)


def _fits(record: Record, element: str | None, kind: str | None) -> bool:
    if isinstance(record, Progress) or (kind is not None and record.kind != kind):
        return False
    return element is None or element in (record.place.address, record.place.framework)


def _between(when: Moment, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    day = when.local().date()
    return (since is None or since <= day) and (until is None or day <= until)


def asked_where(record: Entry | Rating) -> Asked:
    """What a record answers, as :meth:`Journal.asked_before` wants it."""
    return asked_of(record)
