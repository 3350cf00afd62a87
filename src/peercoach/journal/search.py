"""Search as one types: every word must be there, whatever its case and accents.

What is searched is kept folded. While a word is being typed, what the shorter word found is all
that the longer one can find, so each further key looks through less.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from peercoach.journal.records import Entry, Rating
from peercoach.journal.written import Written

_PLAIN = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))


def fold(text: str) -> str:
    """Text without case and accents: NFKD, combining marks dropped, then case folded.

    (Unicode Standard, 3.13 "Default Case Folding" and UAX #15.) Curly quotes and long dashes become
    plain ones, since which of them was typed is the keyboard's doing.
    """
    if not text.isascii():
        for curly, plain in _PLAIN:
            text = text.replace(curly, plain)
    if text.isascii():
        return text.lower()
    return _combining().sub("", unicodedata.normalize("NFKD", text)).casefold()


@cache
def _combining() -> re.Pattern[str]:
    """Runs of combining marks: a pattern is ten times as fast as asking for each character."""
    marks = (chr(code) for code in range(0x300, sys.maxunicode + 1))
    return re.compile(f"[{''.join(mark for mark in marks if unicodedata.combining(mark))}]+")


class Search:
    """What was folded already, by id, and what was found last."""

    def __init__(self) -> None:
        self._folded: dict[int, str] = {}
        self._last: tuple[frozenset[str], list[int]] | None = None

    def forget(self, id: int) -> None:
        """This note came, changed or went away."""
        self._folded.pop(id, None)
        self._last = None

    def find(
        self, words: str, everything: Callable[[], list[int]], notes: Mapping[int, Written]
    ) -> list[int]:
        """The ids of notes that hold every word, in the order that ``everything`` has."""
        wanted = frozenset(fold(words).split())
        if not wanted:
            return []
        found = self._narrowed(wanted)
        if found is None:
            found = everything()
            self._fold(found, notes)
        folded = self._folded
        # The longest word is the rarest, as a rule: the others are looked for in what it leaves.
        for word in sorted(wanted, key=len, reverse=True):
            found = [id for id in found if word in folded[id]]
        self._last = (wanted, found)
        return found

    def _narrowed(self, wanted: frozenset[str]) -> list[int] | None:
        """What was found last, if nothing else can be found now."""
        if self._last is None:
            return None
        before, found = self._last
        fits = all(any(old in new for new in wanted) for old in before)
        return found if fits else None

    def _fold(self, ids: Iterable[int], notes: Mapping[int, Written]) -> None:
        folded = self._folded
        for id in ids:
            if id not in folded:
                folded[id] = fold(_searched(notes[id]))


def _searched(note: Written) -> str:
    record = note.record
    match record:
        case Entry():
            own = record.text
        case Rating():
            own = record.label
        case _:
            return ""
    return "\n".join((own, record.place.ask, record.place.element_title))
