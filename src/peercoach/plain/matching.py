"""What a search found, said: the sentence that holds the words, since nothing can be marked."""

import re

from peercoach.journal.records import Entry, Rating
from peercoach.journal.search import fold, marks, words_of
from peercoach.journal.text import one_line
from peercoach.journal.written import Written

MOST = 200
"""Characters of a sentence that are said; of a longer one, those about the words."""
_BEFORE = 60
_ENDS = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”’\")]))\s+|\n+")
"""Where a sentence ends: behind its mark, or at a line break. Made for reading, not for grammar."""


def sentence_of(note: Written, typed: str) -> str:
    """The sentence of a note that holds most of what was typed, the first of several.

    What the person wrote comes first, then the question and the element it was written to; a search
    looks in all of them.
    """
    record = note.record
    if not isinstance(record, Entry | Rating):
        return ""
    own = record.text if isinstance(record, Entry) else record.label
    for text in (own, record.place.ask, record.place.element_title):
        if found := sentence_with(text, typed):
            return found
    return one_line(own, MOST)


def sentence_with(text: str, typed: str) -> str:
    """The same of a text; empty text where it holds none of the words."""
    wanted = words_of(typed)
    best, most = "", 0
    for sentence in _ENDS.split(text):
        folded = fold(sentence)
        held = sum(word in folded for word in wanted)
        if held > most:
            best, most = sentence, held
    return _about(one_line(best), typed)


def _about(sentence: str, typed: str) -> str:
    """All of a sentence, or the part of a long one that stands about the words."""
    spans = marks(sentence, typed, 1)
    if len(sentence) <= MOST or not spans:
        return one_line(sentence, MOST)
    cut = spans[0][0] - _BEFORE
    if cut <= 0:
        return one_line(sentence, MOST)
    cut = sentence.find(" ", cut, spans[0][0]) + 1 or cut
    return "…" + one_line(sentence[cut:], MOST)
