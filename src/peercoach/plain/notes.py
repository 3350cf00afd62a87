"""A note in words: the line it has in a list, and the whole of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from peercoach.guide.wording import wording_note
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Progress, Rating
from peercoach.journal.text import one_line
from peercoach.journal.told import told
from peercoach.journal.written import Written
from peercoach.plain.matching import sentence_of
from peercoach.words import goals, reflect
from peercoach.words import plain as words
from peercoach.words import plain_rooms as here

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

TITLE_LETTERS = 90

Day = Callable[[Moment], str]
"""The day of a moment in words."""


def title(written: Written) -> str:
    """What a note is known by: the question it answers, and its own first words."""
    record = written.record
    if isinstance(record, Rating):
        return f"{record.place.element_title}: {record.label}"
    own = text_of(written, TITLE_LETTERS)
    place = record.place if isinstance(record, Entry) else None
    return one_line(place.ask) + " " + own if place is not None and place.ask else own


def text_of(written: Written, most: int = 0) -> str:
    """What was written, on one line: of a rating, what was chosen."""
    record = written.record
    if isinstance(record, Rating):
        return record.label
    return one_line(record.text if isinstance(record, Entry) else record.title, most)


def line(written: Written, day: Day) -> str:
    """A note as one line of a list."""
    kind = reflect.KINDS_OF_ENTRY[written.record.kind]
    known = words.sentence(title(written))
    return here.NOTE_LINE.format(kind=kind, day=day(written.when), title=known)


def found_line(written: Written, day: Day, typed: str) -> str:
    """A note that a search found, by the sentence that holds the words."""
    kind = reflect.KINDS_OF_ENTRY[written.record.kind]
    sentence = words.sentence(sentence_of(written, typed))
    return here.NOTE_FOUND_LINE.format(kind=kind, day=day(written.when), sentence=sentence)


def whole(written: Written, day: Day, library: "Library | None" = None) -> list[str]:
    """A note from its heading to its last line.

    Where a ``library`` is given and words the question otherwise now, that is said.
    """
    record = written.record
    kind = reflect.KINDS_OF_ENTRY[record.kind]
    lines = [words.sentence(f"{kind}, {day(written.when)}")]
    if not isinstance(record, Progress):
        lines += _where(record)
        wording = wording_note(library, record) if library is not None else ""
        lines += [wording] if wording else []
    lines += record.text.split("\n") if isinstance(record, Entry) else []
    lines += besides(record) if isinstance(record, Entry) else []
    if written.changed is not None:
        changed = day(written.changed)
        if written.versions > 1:
            lines.append(here.NOTE_VERSIONS.format(day=changed, count=written.versions))
        else:
            lines.append(here.NOTE_CHANGED.format(day=changed))
    return lines


def besides(entry: Entry) -> list[str]:
    """What an entry says beside its words, a line each."""
    return [
        words.sentence(goals.LABELLED.format(label=label, text=one_line(text)) if label else text)
        for label, text in told(entry)
    ]


def _where(record: Entry | Rating) -> list[str]:
    lines = []
    place = record.place
    if place.element_title:
        title = words.TITLE.format(framework=place.framework_title, element=place.element_title)
        lines.append(words.sentence(title))
    if place.ask:
        lines.append(place.ask)
    if isinstance(record, Rating):
        lines.append(words.sentence(record.label))
    return lines


def elements_of(notes: Sequence[Written]) -> dict[str, str]:
    """The elements that something was written about, title by address, the newest first.

    Notes carry the titles of their time: an element that left its framework is found all the same.
    """
    found: dict[str, str] = {}
    for note in notes:
        if not isinstance(note.record, Progress) and note.record.place.address:
            found.setdefault(note.record.place.address, note.record.place.element_title)
    return found
