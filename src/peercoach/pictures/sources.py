"""What pictures are made from: notes as plain values, and never one that asks for more care."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Rating
from peercoach.journal.written import Written

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

KINDS = frozenset({"answer", "note", "example", "words", "coaching", "step"})
"""What a reflection leaves; what another room keeps is that room's to hand in."""
SPACE = "private"
"""Pictures are made of this one alone."""
CARE = frozenset({"moral-injury"})
"""Frameworks that ask for care, whether they are in the library now or not."""


class Said(msgspec.Struct, frozen=True):
    """An entry and when it was first written."""

    id: int
    entry: Entry
    when: Moment


class Rated(msgspec.Struct, frozen=True):
    """A rating and when it was chosen."""

    rating: Rating
    when: Moment


def sources(notes: Iterable[Written], library: "Library") -> tuple[list[Said], list[Rated]]:
    """The entries and the ratings among these notes, the oldest first; they come newest first.

    What belongs to a framework with care is left out, and what stands in another space.
    """
    held = [*library.frameworks.values(), *library.originals.values()]
    careful = CARE | {one.id for one in held if one.care}
    said: list[Said] = []
    rated: list[Rated] = []
    for note in notes:
        record = note.record
        if note.space != SPACE or not isinstance(record, Entry | Rating):
            continue
        if record.place.framework in careful:
            continue
        if isinstance(record, Rating):
            rated.append(Rated(record, note.when))
        elif record.kind in KINDS:
            said.append(Said(note.id, record, note.when))
    said.reverse()
    rated.reverse()
    return said, rated
