"""Notes as rows: a line of the note, what it is about, and when it was written."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Progress, Rating
from peercoach.journal.search import marks
from peercoach.journal.text import one_line
from peercoach.journal.told import told
from peercoach.journal.written import Written
from peercoach.tui.widgets.choices import LongList, Row
from peercoach.words import goals, reflect
from peercoach.words import look_back as words_of_notes
from peercoach.words import screens as words

_START = 400
"""Characters of a note in which its first line is looked for."""
_LINE = 400
"""Characters of a line that are drawn: more than any window is wide."""
_LEAD = 16
"""Characters before the first mark that are drawn where the beginning of a line is left out."""
_IN_SIGHT = 30
"""Characters of a line that one sees in a narrow window, too."""
_DAY_MS = 86_400_000
_MINUTE_MS = 60_000
_EPOCH = date(1970, 1, 1).toordinal()


SHRED = "shred"
"""The answer that deletes for good."""


def shredding() -> list[Row]:
    """Asked before anything is deleted for good; what leaves it stands first."""
    return [
        Row("", words_of_notes.LEAVE_NOTE, detail=words_of_notes.KEEP_ABOUT, space=1),
        Row(SHRED, words_of_notes.DELETE_NOW, detail=words_of_notes.DELETE_NOW_ABOUT, space=1),
    ]


def text_of(note: Written) -> str:
    """What was written, or the words of what was chosen."""
    if isinstance(note.record, Entry):
        return note.record.text
    return note.record.label if isinstance(note.record, Rating) else note.record.title


def besides(note: Written) -> tuple[str, ...]:
    """What a note says beside its words, a paragraph each."""
    found = told(note.record) if isinstance(note.record, Entry) else []
    return tuple(goals.LABELLED.format(label=label, text=text) if label else text
                 for label, text in found)  # fmt: skip


def about(note: Written) -> str:
    """What a note is: "Answer, Sharing the movement"."""
    kind = reflect.KINDS_OF_ENTRY[note.record.kind]
    element = "" if isinstance(note.record, Progress) else note.record.place.element_title
    return words.KIND_OF.format(kind=kind, element=element) if element else kind


def first_line(note: Written) -> str:
    """The first line of a note that says something."""
    lines = (one_line(line) for line in text_of(note)[:_START].splitlines())
    return next((line for line in lines if line), "")


def day_of(when: Moment) -> int:
    """The day it was where something was written, as the ordinal of its date."""
    return _EPOCH + (when.utc_ms + when.offset * _MINUTE_MS) // _DAY_MS


def timeline(notes: Sequence[Written], today: date) -> LongList:
    """Notes in the order given, each day said once."""
    days = [day_of(note.when) for note in notes]
    new = [int(not at or days[at - 1] != day) for at, day in enumerate(days)]

    def row(at: int) -> Row:
        note = notes[at]
        heading = _said(days[at], today) if new[at] else ""
        return _row(note, first_line(note), heading, new[at])

    return LongList([note.id for note in notes], row, new, _width(days, today))


def results(notes: Sequence[Written], typed: str, today: date) -> LongList:
    """Notes that hold what was typed: the first line that holds some of it, marked."""
    days = [day_of(note.when) for note in notes]
    new = [int(not at or days[at - 1] != day) for at, day in enumerate(days)]

    def row(at: int) -> Row:
        note = notes[at]
        heading = _said(days[at], today) if new[at] else ""
        line, spans = matched(text_of(note), typed)
        return _row(note, line or first_line(note), heading, new[at], spans)

    return LongList([note.id for note in notes], row, new, _width(days, today))


def matched(text: str, typed: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The first line of a text that holds a word of what was typed, and where it does.

    Where that is far to the right the line begins later, at a word, with an ellipsis. Empty text
    where no line holds any: then the words stand in the question or the element's title.
    """
    found = marks(text, typed, 1)
    if not found:
        return "", ()
    start = text.rfind("\n", 0, found[0][0]) + 1
    end = text.find("\n", found[0][0])
    line = text[start : end if end >= 0 else len(text)]
    line = line.replace("\t", " ")
    line = line[len(line) - len(line.lstrip()) :]
    spans = marks(line[: found[0][0] - start + _LINE], typed, 20)
    if not spans:
        return line[:_LINE], ()
    if spans[0][1] <= _IN_SIGHT:
        return line[:_LINE], _within(spans, _LINE)
    cut = max(0, spans[0][0] - _LEAD)
    cut = line.find(" ", cut, spans[0][0]) + 1 or cut
    moved = [(begin - cut + 1, stop - cut + 1) for begin, stop in spans]
    return "…" + line[cut : cut + _LINE], _within(moved, _LINE)


def _within(spans: Sequence[tuple[int, int]], most: int) -> tuple[tuple[int, int], ...]:
    return tuple((start, min(end, most)) for start, end in spans if start < most)


def _row(
    note: Written, line: str, heading: str, new: int, spans: tuple[tuple[int, int], ...] = ()
) -> Row:
    return Row(
        str(note.id),
        line,
        heading=heading,
        detail=about(note),
        space=new,
        one_line=True,
        marks=spans,
    )


def _said(day: int, today: date) -> str:
    return words.short_day(date.fromordinal(day), today)


def _width(days: Sequence[int], today: date) -> int:
    """How wide the column of days is."""
    return max((cell_len(_said(day, today)) for day in set(days)), default=0)
