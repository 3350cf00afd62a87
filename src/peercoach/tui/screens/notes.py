"""Notes: everything written, newest first, and a reader for one of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from textual.widget import Widget

from peercoach.journal.records import Entry, Progress, Rating
from peercoach.journal.store import Written
from peercoach.tui.messages import Go
from peercoach.tui.screens.lists import ListRoom
from peercoach.tui.screens.room import Room
from peercoach.tui.widgets.choices import Choices, Row
from peercoach.tui.widgets.prose import Part, Prose
from peercoach.words import reflect
from peercoach.words import screens as words
from peercoach.words.when import clock

_START = 400
"""Characters of a note in which its first line is looked for."""


class Notes(ListRoom):
    """What was written, a line each."""

    room = "notes"

    def __init__(self, notes: Sequence[Written], today: date) -> None:
        super().__init__(words.NOTES, rows_of(notes, today), empty=words.NO_NOTES)

    def on_choices_picked(self, event: Choices.Picked) -> None:
        self.post_message(Go("note", int(event.row.id), over=True))


class Note(Room):
    """One note, whole, with the question as it was then."""

    room = "note"

    def __init__(self, note: Written, today: date) -> None:
        super().__init__()
        place = note.record.place if not isinstance(note.record, Progress) else None
        if place is not None and place.element_title:
            crumb = words.CRUMB.format(framework=place.framework_title, element=place.element_title)
            self.head.tell(crumb=crumb)
        self.prose = Prose(_parts(note, today), id="reader")

    def body(self) -> Iterable[Widget]:
        yield self.prose

    def on_mount(self) -> None:
        self.prose.focus()

    def forget(self) -> None:
        self.prose.forget()


def text_of(note: Written) -> str:
    """What was written, or the words of what was chosen."""
    if isinstance(note.record, Entry):
        return note.record.text
    return note.record.label if isinstance(note.record, Rating) else note.record.title


def row_of(note: Written, today: date) -> Row:
    """A note as one line: its beginning, what it is about, and when it was written."""
    lines = (line.strip() for line in text_of(note)[:_START].splitlines())
    first = next((line for line in lines if line), "")
    place = note.record.place if not isinstance(note.record, Progress) else None
    about = place.element_title if place is not None else ""
    kind = reflect.KINDS_OF_ENTRY[note.record.kind]
    return Row(
        str(note.id),
        first,
        heading=words.short_day(note.when.local().date(), today),
        detail=words.KIND_OF.format(kind=kind, element=about) if about else kind,
        one_line=True,
    )


def rows_of(notes: Sequence[Written], today: date) -> list[Row]:
    """Notes as rows, each day said once."""
    rows: list[Row] = []
    said = ""
    for row in (row_of(note, today) for note in notes):
        heading = "" if row.heading == said else row.heading
        rows.append(replace(row, heading=heading, space=bool(heading)))
        said = row.heading
    return rows


def _parts(note: Written, today: date) -> list[Part]:
    asked = note.record.place.ask if not isinstance(note.record, Progress) else ""
    at = note.when.local()
    when = f"{words.short_day(at.date(), today)}, {clock(at)}"
    told = [f"{reflect.KINDS_OF_ENTRY[note.record.kind]}, {when}"]
    if note.changed is not None:
        changed = note.changed.local()
        told.append(words.CHANGED.format(day=words.short_day(changed.date(), today)))
        told.append(words.VERSIONS.format(count=note.versions))
    paragraphs = tuple(text_of(note).split("\n\n"))
    return [Part(asked, (" · ".join(told),)), Part("", paragraphs, own=True)]
