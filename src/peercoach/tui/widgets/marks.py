"""Where each word of a marked text stands, at one width. Pure: nothing is drawn here."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len

from peercoach.tui.widgets.rows import wrap

Shape = Literal["", "found", "possible", "known", "yours"]
Ink = Literal["", "label", "possible", "open", "sign"]

SIGNS: Final[dict[Shape, tuple[str, str]]] = {
    "": ("", ""),
    "found": ("‹", "›"),
    "possible": ("‹?", "›"),
    "known": ("‹=", "›"),
    "yours": ("‹+", "›"),
}
"""What stands around a mark of each shape, and is no part of the text."""

_NO_BREAK = "\ue000"
"""Stands for the space in a label while lines are broken: it stays in one piece."""
_INKS: Final[dict[Shape, Ink]] = {"": "", "found": "label", "known": "label", "yours": "label"}


class Mark(NamedTuple):
    """A word, or what stands in its place, from ``start`` to ``end`` of the text.

    ``look`` says that it is worth a look; of what has no shape it is drawn with more weight.
    """

    start: int
    end: int
    shape: Shape = ""
    look: bool = False


class Piece(NamedTuple):
    """A run of text drawn alike; ``mark`` is the position of its mark, -1 where it has none."""

    text: str
    ink: Ink = ""
    mark: int = -1


class MarkedLine(NamedTuple):
    """One line; ``lead`` says that it stands above the text, and ``text`` is all of it."""

    text: str
    pieces: tuple[Piece, ...] = ()
    lead: bool = False


class Sheet:
    """A text in lines of at most ``width`` cells, its line breaks kept, below ``lead``."""

    def __init__(self, text: str, marks: Sequence[Mark], lead: Sequence[str], width: int) -> None:
        self.width = width
        self._marks = marks
        self._shown, self._spans = _decorated(text, marks)
        self._lead = [line for one in lead for line in wrap(one, width)]
        if self._lead:
            self._lead.append("")
        self._lines = list(_broken(self._shown, width))
        self._starts = [start for start, _ in self._lines]
        self._begins = [start for start, _ in self._spans]

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self._lead) + len(self._lines)

    def line(self, number: int) -> MarkedLine:
        """One line."""
        if number < len(self._lead):
            return MarkedLine(self._lead[number], lead=True)
        start, end = self._lines[number - len(self._lead)]
        return MarkedLine(self._plain(start, end), tuple(self._pieces(start, end)))

    def lines_of(self, mark: int) -> tuple[int, int]:
        """The first line of a mark, and the first after it."""
        start, end = self._spans[mark]
        return self._line_of(start), self._line_of(end - 1) + 1

    def beside(self, mark: int, by: int) -> int | None:
        """The mark nearest above or below, in the next line that has one; None where none has."""
        start, end = self._spans[mark]
        here = self._line_of(start) - len(self._lead)
        line_start = self._lines[here][0]
        middle = cell_len(self._shown[line_start:start]) + cell_len(self._shown[start:end]) / 2
        number = here + by
        while 0 <= number < len(self._lines):
            found = self._nearest(number, middle)
            if found is not None and found != mark:
                return found
            number += by
        return None

    def mark_at(self, number: int, x: int) -> int | None:
        """The mark at a cell of a line; None where there is none."""
        if not len(self._lead) <= number < self.height:
            return None
        at = 0
        for piece in self.line(number).pieces:
            at += cell_len(piece.text)
            if x < at:
                return piece.mark if piece.mark >= 0 else None
        return None

    # --- inside ----------------------------------------------------------------------------------

    def _plain(self, start: int, end: int) -> str:
        return self._shown[start:end].replace(_NO_BREAK, " ")

    def _line_of(self, place: int) -> int:
        return len(self._lead) + max(0, bisect_right(self._starts, place) - 1)

    def _in(self, start: int, end: int) -> Iterator[int]:
        """The marks of which something stands between these places."""
        at = max(0, bisect_right(self._begins, start) - 1)
        while at < len(self._spans) and self._spans[at][0] < end:
            if self._spans[at][1] > start:
                yield at
            at += 1

    def _nearest(self, number: int, middle: float) -> int | None:
        start, end = self._lines[number]

        def away(at: int) -> float:
            begin, stop = max(start, self._spans[at][0]), min(end, self._spans[at][1])
            centre = cell_len(self._shown[start:begin]) + cell_len(self._shown[begin:stop]) / 2
            return abs(centre - middle)

        return min(self._in(start, end), key=away, default=None)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for number in self._in(start, end):
            begin, stop = self._spans[number]
            if begin > at:
                yield Piece(self._plain(at, begin))
            mark = self._marks[number]
            before, after = SIGNS[mark.shape]
            ink: Ink = "open" if not mark.shape and mark.look else _INKS.get(mark.shape, "possible")
            inner, outer = begin + len(before), stop - len(after)
            for first, last, what in (
                (begin, inner, "sign"),
                (inner, outer, ink),
                (outer, stop, "sign"),
            ):
                first, last = max(first, start), min(last, end)
                if first < last:
                    yield Piece(self._plain(first, last), what, number)  # type: ignore[arg-type]
            at = min(stop, end)
        if at < end:
            yield Piece(self._plain(at, end))


def _decorated(text: str, marks: Sequence[Mark]) -> tuple[str, list[tuple[int, int]]]:
    """The text with the signs of its marks around them, and where each then stands."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = length = 0
    for mark in marks:
        before, after = SIGNS[mark.shape]
        between, inside = text[at : mark.start], text[mark.start : mark.end]
        if mark.shape:
            inside = inside.replace(" ", _NO_BREAK)
        begin = length + len(between)
        parts += [between, before, inside, after]
        length = begin + len(before) + len(inside) + len(after)
        spans.append((begin, length))
        at = mark.end
    parts.append(text[at:])
    return "".join(parts).replace("\t", " ").replace("\r", " "), spans


def _broken(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends."""
    start = 0
    for paragraph in text.split("\n"):
        at = 0
        for line in wrap(paragraph, width):
            found = paragraph.find(line, at)
            at = max(at, found)
            yield start + at, start + at + len(line)
            at += len(line)
        start += len(paragraph) + 1
