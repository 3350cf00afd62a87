"""What notes can be narrowed to: the elements and the kinds that were written about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peercoach.journal.records import Entry, Place, Rating
from peercoach.journal.store import Journal
from peercoach.journal.written import Written
from peercoach.tui.screens.note_rows import timeline
from peercoach.tui.widgets.choices import LongList, Row
from peercoach.words import look_back as words
from peercoach.words.offers import month


@dataclass(frozen=True)
class Narrowed:
    """What of the notes is shown: of one element (by its address), of one kind; empty for all."""

    element: str = ""
    kind: str = ""

    def __bool__(self) -> bool:
        return bool(self.element or self.kind)

    def fits(self, note: Written) -> bool:
        """Whether a note is among these."""
        record = note.record
        address = record.place.address if isinstance(record, Entry | Rating) else ""
        fits = not self.element or self.element == address
        return fits and (not self.kind or self.kind == record.kind)

    def listed(self, journal: Journal, today: date) -> "Listed":
        """These notes, newest first, and the rows that show them."""
        notes = journal.entries(element=self.element or None, kind=self.kind or None)
        return Listed(notes, timeline(notes, today))


@dataclass(frozen=True)
class Listed:
    """Notes, newest first, and their rows."""

    notes: Sequence[Written]
    rows: LongList


def by_element(notes: Sequence[Written], today: date) -> list[Row]:
    """Each element something was written about, under its framework, with its newest month.

    ``notes`` come newest first. They carry the titles of their time, so an element that has left
    its framework is found all the same.
    """
    places: dict[str, tuple[Place, Written]] = {}
    for note in notes:
        if isinstance(note.record, Entry | Rating) and note.record.place.address:
            place = note.record.place
            places.setdefault(place.address, (place, note))
    found = sorted(places.values(), key=lambda one: one[0].framework_title)
    rows = [Row("", words.EVERYTHING)]
    before = ""
    for place, note in found:
        when = note.when.local()
        newest = month(when.month, when.year, today.year)
        new = place.framework_title != before
        group = place.framework_title if new else ""
        rows.append(Row(place.address, place.element_title, (newest,), group=group, space=int(new)))
        before = place.framework_title
    return rows


def by_kind(notes: Sequence[Written]) -> list[Row]:
    """Each kind of which there is something."""
    there = {note.record.kind for note in notes}
    rows = [Row("", words.EVERYTHING)]
    rows += [Row(kind, name) for kind, name in words.KINDS.items() if kind in there]
    return [Row(row.id, row.text, space=int(at == 1)) for at, row in enumerate(rows)]


def name_of(element: str, kind: str, notes: Sequence[Written]) -> str:
    """What notes were narrowed to, as it is said; empty text where they were not."""
    if kind or not element:
        return words.KINDS.get(kind, "")
    for note in notes:
        if isinstance(note.record, Entry | Rating) and note.record.place.address == element:
            return note.record.place.element_title
    return element.partition("/")[2].replace("-", " ").capitalize()
