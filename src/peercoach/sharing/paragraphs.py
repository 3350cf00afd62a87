"""A note that leaves as its paragraphs, with labels told apart from what its author wrote."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from peercoach.sharing.forms import words_of
from peercoach.sharing.leaving import LeavingNote

_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")
_SHORT_WORDS, _SHORT_LINES = 150, 15


class Piece(NamedTuple):
    """A stretch of a paragraph; its lines are parted by ``\\n``."""

    text: str
    is_label: bool = False


def paragraphs(note: LeavingNote) -> list[list[Piece]]:
    """What blank lines part. Every other line break is where it was."""
    found: list[list[Piece]] = [[]]
    for piece in _pieces(note):
        first, *others = [piece.text] if piece.is_label else _BLANK_LINES.split(piece.text)
        found[-1].append(Piece(first, piece.is_label))
        found += [[Piece(one)] for one in others]
    kept = [[one for one in pieces if one.text] for pieces in found]
    return [pieces for pieces in kept if any(one.text.strip() for one in pieces)]


def is_short(note: LeavingNote) -> bool:
    """Whether a note should stand on one page.

    It goes by what parts words, not by letters: with its words blanked it is as short.
    """
    return len(words_of(note.text)) <= _SHORT_WORDS and note.text.count("\n") <= _SHORT_LINES


def _pieces(note: LeavingNote) -> Iterator[Piece]:
    at = 0
    for start, end in note.labels:
        yield Piece(_lines(note.text[at:start]))
        yield Piece(note.text[start:end], is_label=True)
        at = end
    yield Piece(_lines(note.text[at:]))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
