"""Whether a share waits to be gone on with, for those who only want to know that."""

from peercoach.journal import ids
from peercoach.journal.shares import ShareUnderWay
from peercoach.journal.store import Journal


def share_waits(journal: Journal) -> bool:
    """Whether one was begun and not written yet, and something of it is still there.

    It reads no note and looks for no name, so that it can be asked whenever one comes home.
    """
    return any(
        journal.find(ids.from_text(note)) is not None
        for one in journal.things(ShareUnderWay.kind)
        if isinstance(one.thing, ShareUnderWay)
        for note in one.thing.notes
    )
