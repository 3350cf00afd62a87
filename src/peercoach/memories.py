"""Something written long ago, brought back for a day: "In March you wrote …"."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry
from peercoach.journal.store import Journal
from peercoach.journal.text import one_line
from peercoach.journal.written import Written
from peercoach.words import memories as words

LEAST_DAYS = 28
LEAST_CHARACTERS = 12
MOST_CHARACTERS = 96
_KINDS = frozenset({"answer", "note", "example", "words"})
_STRIDE = 7919
"""A prime: steps of it visit every one of a list whose length it does not divide."""
_DAY_MS = 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()
_START = 400
"""Characters of a note in which its first line is looked for."""


@dataclass(frozen=True)
class Memory:
    """A note (by its id), when it was written, "In March you wrote", and its first line."""

    id: int
    when: Moment
    heading: str
    text: str


def memory(journal: Journal, today: date) -> Memory | None:
    """Something written at least 28 days before ``today``; None where there is nothing such.

    It stays the same for the whole day, and is another one on the day after wherever there are two.
    Ratings, next steps, notes from conversations and very short lines are left out. It comes from
    this journal alone.

    Raises:
        VaultLocked: the notebook is locked.
    """
    old = _older(journal.entries(), today.toordinal() - LEAST_DAYS)
    # Oldest first, and every other one of them by turns: what grows old meanwhile comes at the end,
    # so yesterday's turn is never today's.
    day = today.toordinal()
    for turn in (day % 2, 1 - day % 2):
        mine = old[::-1][turn::2]
        start = (day // 2) * _STRIDE % max(1, len(mine))
        for note in (*mine[start:], *mine[:start]):
            if text := _line(note):
                when = note.when.local().date()
                return Memory(note.id, note.when, words.heading(when, today), text)
    return None


def _older(notes: list[Written], last_day: int) -> list[Written]:
    """The notes (which come newest first) of this day, by its ordinal, and of days before it."""
    end = (last_day + 1 - _EPOCH) * _DAY_MS
    # A day's slack, since the place decides on which day an instant falls.
    start = bisect_left(notes, -end - _DAY_MS, key=lambda note: -note.when.utc_ms)
    while start < len(notes) and _wall_ms(notes[start].when) >= end:
        start += 1
    return notes[start:]


def _wall_ms(when: Moment) -> int:
    """What the clock on the wall showed, in milliseconds."""
    return when.utc_ms + when.offset * 60_000


def _line(note: Written) -> str:
    """The first line that says something, shortened at a word; empty text if there is none."""
    record = note.record
    if not isinstance(record, Entry) or record.kind not in _KINDS:
        return ""
    lines = (one_line(line) for line in record.text[:_START].splitlines())
    return shortened(next((line for line in lines if len(line) >= LEAST_CHARACTERS), ""))


def shortened(line: str, most: int = MOST_CHARACTERS) -> str:
    """The line, or its first words and "…", in at most ``most`` characters."""
    if len(line) <= most:
        return line
    start = line[:most]
    words_of = start[: start.rfind(" ")] if " " in start else start[: most - 1]
    return words_of.rstrip(" ,;:.–—-") + "…"
