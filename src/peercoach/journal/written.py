"""What the journal hands out: a record, and what is known about when it was written."""

import msgspec

from peercoach.journal.moment import Moment
from peercoach.journal.records import Mark, Record, Thing


class Written(msgspec.Struct, frozen=True, gc=False):
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


class Marked(msgspec.Struct, frozen=True, gc=False):
    """What was said of a question, as it stands in the journal; ``when`` is when it was said."""

    id: int
    mark: Mark
    when: Moment


class Standing(msgspec.Struct, frozen=True, gc=False):
    """A thing as it stands in the journal; ``changed`` is None for its first version."""

    id: int
    thing: Thing
    when: Moment
    changed: Moment | None = None
