"""Search as one types: every word must be there, whatever its case and accents.

What is searched is kept folded, as UTF-8 bytes: half the memory of text wherever a note holds one
typographic quote. UTF-8 is self-synchronising, so bytes that match are characters that match.
"""

import unicodedata
from collections.abc import Iterable, Mapping

from peercoach.journal.records import Entry, Rating
from peercoach.journal.written import Written

_PLAIN_QUOTES = str.maketrans("‘’‛ʼ“”„", "''''\"\"\"")


def fold(text: str) -> str:
    """Text without case and accents: NFKD, combining marks dropped, then case folded.

    (Unicode Standard, 3.13 "Default Case Folding" and UAX #15.) Curly quotes become plain ones,
    since which of them was typed is the keyboard's doing.
    """
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(_PLAIN_QUOTES))
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).casefold()


class Search:
    """What was folded already, by id."""

    def __init__(self) -> None:
        self._folded: dict[int, bytes] = {}

    def forget(self, id: int) -> None:
        """This note changed or went away."""
        self._folded.pop(id, None)

    def find(self, words: str, among: Iterable[int], notes: Mapping[int, Written]) -> list[int]:
        """The ids among these whose notes hold every word, in the order given."""
        wanted = {word.encode() for word in fold(words).split()}
        if not wanted:
            return []
        found = list(among)
        self._fold(found, notes)
        folded = self._folded
        # The longest word is the rarest, as a rule: the others are looked for in what it leaves.
        for word in sorted(wanted, key=len, reverse=True):
            found = [id for id in found if word in folded[id]]
        return found

    def _fold(self, ids: Iterable[int], notes: Mapping[int, Written]) -> None:
        folded = self._folded
        for id in ids:
            if id not in folded:
                folded[id] = fold(_searched(notes[id])).encode()


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
