"""Where a note was written: its reflection, and its stop there."""

from peercoach.journal.records import Progress
from peercoach.journal.store import Journal
from peercoach.journal.written import Written


def stop_of(journal: Journal, note: Written) -> tuple[int, str] | None:
    """The reflection in which a note was written, and the key of its stop there.

    None where it was written on its own, or nothing is known of its reflection.

    Raises:
        VaultLocked: the notebook is locked.
    """
    record = note.record
    if isinstance(record, Progress) or not record.reflection:
        return None
    found = journal.find(record.reflection)
    if found is None or not isinstance(found.record, Progress):
        return None
    keys = [key for key, id in found.record.kept.items() if id == note.id]
    return (record.reflection, keys[0]) if keys else None
