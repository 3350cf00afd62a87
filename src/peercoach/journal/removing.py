"""Deleting a note: for thirty days it can be brought back, or it goes for good at once."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec

from peercoach.errors import NoSuchNote
from peercoach.journal import documents
from peercoach.journal.belonging import owner_of
from peercoach.journal.drafts import DraftBox
from peercoach.journal.goal_drafts import ids_about
from peercoach.journal.ids import to_text
from peercoach.journal.index import living
from peercoach.journal.moment import Moment
from peercoach.journal.records import Mark, Progress, Thing
from peercoach.journal.written import Written
from peercoach.vault.space import Space

UNDO_DAYS = 30
_DAY_MS = 86_400_000


class Deleted(msgspec.Struct, frozen=True, gc=False):
    """A note that was deleted, as it stood then; for ``days_left`` days it can be brought back."""

    note: Written
    when: Moment
    days_left: int


def told(when: Moment) -> documents.Document:
    """What a removal says of itself."""
    return documents.moment_fields("deleted", when)


def deleted(space: Space, now: Moment, name: str) -> list[Deleted]:
    """What was deleted in the last thirty days, the last first; what went with a note it belongs to
    is not listed beside that.
    """
    found = []
    removed = {id: (revisions, _when(revisions[-1])) for id, revisions in space.removed()}
    for id, (revisions, when) in removed.items():
        note = _note(id, revisions, name)
        if note is None or when is None:
            continue
        if (owner := owner_of(note)) in removed and removed[owner][1] == when:
            continue
        left = UNDO_DAYS - max(0, now.utc_ms - when.utc_ms) // _DAY_MS
        if left > 0:
            found.append(Deleted(note, when, left))
    return sorted(found, key=lambda one: -one.when.utc_ms)


def overdue(space: Space, now: Moment) -> list[int]:
    """The ids of what was deleted more than thirty days ago and can be read."""
    return [
        id
        for id, revisions in space.removed()
        if (when := _when(revisions[-1])) is not None
        and now.utc_ms - when.utc_ms >= UNDO_DAYS * _DAY_MS
        and all(documents.read(one) is not None for one in living(revisions))
    ]


def last_words(space: Space, id: int) -> documents.Document:
    """The document of a removed note as it stood last, to be kept again.

    Raises:
        NoSuchNote: nothing of this id was removed, or it is gone for good.
    """
    revisions = space.versions(id)
    said = living(revisions)
    gone = not revisions or not revisions[-1].get("deleted") or not said
    if gone or documents.read(said[-1]) is None:
        raise NoSuchNote(id=to_text(id))
    return documents.own_fields(said[-1])


def end_drafts(drafts: DraftBox, ids: Collection[int]) -> None:
    """Drop every draft that was typed where these notes are kept, and what earlier ones left."""
    for reflection, saved in drafts.all().items():
        progress = saved.draft.progress
        if progress.kept.get(progress.at) in ids:
            drafts.end(reflection)
    for key, document in drafts.documents().items():
        if ids_about(document) & {*ids}:
            drafts.end_key(key)
    drafts.clean()


def _note(id: int, revisions: Sequence[Mapping[str, Any]], name: str) -> Written | None:
    said = living([dict(one) for one in revisions])
    read = documents.read(said[-1]) if said else None
    if read is None or isinstance(read.record, Mark | Progress | Thing):
        return None
    return Written(id, read.record, read.when, read.changed, len(said), name)


def _when(removal: Mapping[str, Any]) -> Moment | None:
    return documents.moment_of(removal, "deleted")
