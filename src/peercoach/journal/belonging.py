"""What belongs to a note, as steps and check-ins do to a goal, goes and comes back with it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peercoach.journal import documents
from peercoach.journal.documents import Document
from peercoach.journal.index import living
from peercoach.journal.records import Entry
from peercoach.journal.written import Written

if TYPE_CHECKING:
    from peercoach.vault.space import Space


def owner_of(note: Written) -> int:
    """The id of the note that this one is a part of; 0 where it is part of none."""
    more = note.record.more if isinstance(note.record, Entry) else None
    return more.belongs_to if more is not None else 0


def parts_of(notes: Iterable[Written], id: int) -> list[int]:
    """The ids of what belongs to the note of this id."""
    return [note.id for note in notes if owner_of(note) == id]


def removed_parts(space: "Space", id: int) -> dict[int, tuple[Document, int | None]]:
    """What belonged to this note and was removed, by id: its last words, and when (UTC ms)."""
    found: dict[int, tuple[Document, int | None]] = {}
    for one, revisions in space.removed():
        said = living(revisions)
        read = documents.read(said[-1]) if said else None
        more = read.record.more if read and isinstance(read.record, Entry) else None
        if more is not None and more.belongs_to == id:
            found[one] = documents.own_fields(said[-1]), removed_at(revisions[-1])
    return found


def removed_at(removal: Document) -> int | None:
    """When something was removed (UTC ms); None where that is not told."""
    when = documents.moment_of(removal, "deleted")
    return when.utc_ms if when is not None else None
