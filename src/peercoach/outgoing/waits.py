"""The share that waits to be gone on with, for those who only want to know that."""

from peercoach.errors import NoSuchNote
from peercoach.journal import ids
from peercoach.journal.records import Entry, Rating
from peercoach.journal.shares import ShareUnderWay
from peercoach.journal.store import Journal
from peercoach.journal.written import Standing


def share_waits(journal: Journal) -> bool:
    """Whether one was begun and not written yet, and something of it is still there.

    It reads no note and looks for no name, so that it can be asked whenever one comes home.
    """
    found = under_way(journal)
    return found is not None and bool(still_there(journal, found))


def under_way(journal: Journal) -> Standing | None:
    """The share that was begun last; None where there is none."""
    found = journal.things(ShareUnderWay.kind)
    return max(found, key=lambda one: (one.changed or one.when).utc_ms, default=None)


def still_there(journal: Journal, found: Standing) -> list[int]:
    """The notes and ratings of it that are still here, in its order."""
    assert isinstance(found.thing, ShareUnderWay)
    told = (note_of(one) for one in found.thing.notes)
    return [id for id in told if may_go(journal, id)]


def may_go(journal: Journal, id: int) -> bool:
    """Whether this is a note or a rating that is here."""
    found = journal.find(id)
    return found is not None and isinstance(found.record, Entry | Rating)


def note_of(told: str) -> int:
    """A note's id as it was kept; 0, which no note has, where it is none: others may write it."""
    try:
        return ids.from_text(told)
    except NoSuchNote:
        return 0
