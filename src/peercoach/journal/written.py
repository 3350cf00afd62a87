"""What the journal hands out: a record, and what is known about when it was written."""

from dataclasses import dataclass

from peercoach.journal.moment import Moment
from peercoach.journal.records import Record


@dataclass(frozen=True, slots=True)
class Written:
    """A record as it stands, or stood, in the journal.

    ``when`` is the moment of its first version. ``changed`` is the moment of this version, or None
    for the first. ``versions`` counts those that are kept.
    """

    id: int
    record: Record
    when: Moment
    changed: Moment | None = None
    versions: int = 1
    space: str = "private"
