"""Lines of a sheet: pieces of text with the ink each is drawn in. Pure, and of one width."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from rich.cells import cell_len

from peercoach.tui.widgets.rows import wrap

Ink = Literal["own", "loud", "whisper", "mark", "line", "dot"]
"""own: a person's words; loud: a heading; mark: what changed; line and dot: what is drawn."""


class Piece(NamedTuple):
    """A run of text in one ink."""

    text: str
    ink: Ink


class Inked(NamedTuple):
    """A stretch of a text, in code points, that has an ink of its own."""

    start: int
    end: int
    ink: Ink


Line = tuple[Piece, ...]
EMPTY: Line = ()


def space(count: int) -> Piece:
    """So many empty cells."""
    return Piece(" " * count, "line")


def wide(line: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(piece.text) for piece in line)


def lines_of(text: str, width: int, ink: Ink, inked: Sequence[Inked] = ()) -> list[Line]:
    """A text in lines of at most ``width`` cells, its line breaks kept."""
    drawn: list[Line] = []
    start = 0
    for paragraph in text.replace("\t", " ").split("\n"):
        at = 0
        for line in wrap(paragraph, max(1, width)):
            found = paragraph.find(line, at)
            at = max(at, found)
            drawn.append(_pieces(line, start + at, ink, inked))
            at += len(line)
        start += len(paragraph) + 1
    return drawn


def _pieces(line: str, start: int, ink: Ink, inked: Sequence[Inked]) -> Line:
    """A line that begins at ``start`` of its text, cut where the ink changes."""
    pieces: list[Piece] = []
    at = 0
    for one in inked:
        begin, end = max(at, one.start - start), min(len(line), one.end - start)
        if begin < end:
            pieces += [Piece(line[at:begin], ink), Piece(line[begin:end], one.ink)]
            at = end
    pieces.append(Piece(line[at:], ink))
    return tuple(piece for piece in pieces if piece.text)


def beside(columns: Iterable[Sequence[Line]], width: int, gap: int) -> list[Line]:
    """Columns of ``width`` cells side by side."""
    drawn: list[Line] = []
    for row in zip_longest(*columns, fillvalue=EMPTY):
        pieces: list[Piece] = []
        for number, line in enumerate(row):
            pieces += line
            left = width - wide(line) + gap
            if number < len(row) - 1 and left > 0:
                pieces.append(space(left))
        drawn.append(tuple(pieces))
    return drawn
