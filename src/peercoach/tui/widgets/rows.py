"""The rows of a list to choose from, and the lines they take at a width.

A list may make its rows as they are seen: ten thousand notes then cost no more than a screenful.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import overload

from rich.cells import cell_len, set_cell_size
from textual.content import Content

GAP = 3
MARKER = 2
_LEAST_TEXT = 22
"""Below this width the text takes a column from the side, the last one first."""
_KEPT = 128
"""Rows of a long list whose lines are kept: more than one sees at once."""


@dataclass(frozen=True)
class Row:
    """One choice. ``heading`` stands left of it, ``asides`` right, ``detail`` below, quietly.

    ``group`` stands above it, as the title of those that follow; ``over`` above it too, as its own
    first line, with the asides beside it. ``space`` is how many empty lines part it from the one
    before. ``one_line`` shortens text and detail instead of wrapping them. ``marks`` are spans of
    the text (in code points, the end not included) that are drawn marked. ``options`` stand in the
    place of the text, side by side: one goes through them with left and right.
    """

    id: str
    text: str
    asides: tuple[str, ...] = ()
    heading: str = ""
    detail: str = ""
    group: str = ""
    over: str = ""
    space: int = 0
    one_line: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    options: tuple[str, ...] = ()


class LongList(Sequence[Row]):
    """Rows that are made as they are seen, and forgotten.

    ``ids`` names them all; ``make`` gives the row of one position, of one line of text and one of
    detail. ``spaced`` says (as 0 or 1) for each whether an empty line parts it from the one before.
    ``heading`` is the width of the column at the left, in cells.
    """

    def __init__(
        self, ids: Sequence[int], make: Callable[[int], Row], spaced: Sequence[int], heading: int
    ) -> None:
        self.ids = ids
        self.heading = heading
        self.spaced = spaced
        self._make = make

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self._make(at) for at in range(*index.indices(len(self)))]
        return self._make(index)


def marked(rows: LongList, mark: Callable[[int], str]) -> LongList:
    """The same rows, each with a mark before its text that its id is asked for as it is seen."""

    def row(at: int) -> Row:
        one = rows[at]
        return replace(one, text=f"{mark(rows.ids[at])} {one.text}")

    return LongList(rows.ids, row, rows.spaced, rows.heading)


def find(rows: Sequence[Row], id: str | None) -> int | None:
    """The position of the row of this id; None where there is none."""
    if isinstance(rows, LongList):
        number = int(id) if id and id.isdecimal() else -1
        return rows.ids.index(number) if number in rows.ids else None
    return next((index for index, row in enumerate(rows) if row.id == id), None)


@dataclass(frozen=True)
class Line:
    """One line of a row, as it is drawn. ``marks`` are spans of ``text``.

    ``options`` are those in this line by their positions, the first of them ``at`` that column.
    """

    row: int
    heading: str = ""
    marker: bool = False
    text: str = ""
    whisper: bool = False
    asides: tuple[str, ...] | None = None
    marks: tuple[tuple[int, int], ...] = ()
    options: tuple[tuple[int, str], ...] = ()


class Layout:
    """The lines of a list at one width, and how wide its columns are.

    ``close`` leaves out the empty lines that part nothing but one short row from the next.
    """

    def __init__(self, rows: Sequence[Row], width: int, *, close: bool = False) -> None:
        self._rows = rows
        self._close = close
        self._long = isinstance(rows, LongList)
        self._seen: dict[int, list[Line]] = {}
        self.heading, self.asides, self.text, self._whole = _columns(rows, width)
        if isinstance(rows, LongList):
            counts = [2 + (spaced if index else 0) for index, spaced in enumerate(rows.spaced)]
            self._eager: list[list[Line]] = []
        else:
            self._eager = [self._lines(index, row) for index, row in enumerate(rows)]
            counts = [len(lines) for lines in self._eager]
        self._starts = [0, *accumulate(counts)]

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self._starts[-1]

    def line(self, number: int) -> Line:
        """One line."""
        row = bisect_right(self._starts, number) - 1
        lines = self._of(row)
        return lines[number - self._starts[row]]

    def span(self, row: int) -> tuple[int, int]:
        """The first line of a row, and the first after it."""
        return self._starts[row], self._starts[row + 1]

    def _of(self, row: int) -> list[Line]:
        if not self._long:
            return self._eager[row]
        if row not in self._seen:
            if len(self._seen) > _KEPT:
                self._seen.clear()
            self._seen[row] = self._lines(row, self._rows[row])
        return self._seen[row]

    def _lines(self, index: int, row: Row) -> list[Line]:
        space = row.space
        if self._close:
            space = min(space, 1) if row.heading or row.group or row.over or row.detail else 0
        lines = [Line(index)] * space if index or space > 1 else []
        if row.group:
            lines += [Line(index, text=row.group, whisper=True), Line(index)]
        if row.over:
            over = shorten(row.over, self.text if row.asides else self._whole)
            lines.append(Line(index, row.heading, text=over, whisper=True, asides=row.asides))
        if row.options:
            return [*lines, *self._of_options(index, row)]
        width = self.text if row.asides and not row.over else self._whole
        wrapped = (shorten(row.text, width),) if row.one_line else wrap(row.text, width)
        for number, text in enumerate(wrapped):
            beside = row.asides if not number and not row.over else ()
            lines.append(
                Line(
                    index,
                    row.heading if not (number or row.over) else "",
                    number == 0,
                    text,
                    asides=None if row.over else beside,
                    marks=tuple(span for span in row.marks if span[0] < len(text)),
                )
            )
        if row.detail:
            short = row.one_line
            below = (shorten(row.detail, self._whole),) if short else wrap(row.detail, self._whole)
            lines += [Line(index, text=text, whisper=True) for text in below]
        return lines

    def _of_options(self, index: int, row: Row) -> list[Line]:
        """Options in as few lines as they need, each with room for the marker before it."""
        lines: list[list[tuple[int, str]]] = [[]]
        used = 0
        for number, option in enumerate(row.options):
            wide = cell_len(option) + GAP + MARKER
            if lines[-1] and used + wide - GAP - MARKER > self._whole:
                lines.append([])
                used = 0
            lines[-1].append((number, option))
            used += wide
        return [
            Line(index, "" if number or row.over else row.heading, options=tuple(line))
            for number, line in enumerate(lines)
        ]


def _columns(rows: Sequence[Row], width: int) -> tuple[int, tuple[int, ...], int, int]:
    """Each column as wide as it needs; the text has what the others leave, and no more.

    Returns:
        The widths of the heading, of the asides, of the text, and of the text with its asides.
    """
    if isinstance(rows, LongList):
        heading = rows.heading + GAP
        left = max(1, width - heading - MARKER)
        return heading, (), left, left
    heading = max((cell_len(row.heading) for row in rows), default=0)
    heading += GAP if heading else 0
    count = max((len(row.asides) for row in rows), default=0)
    asides = [
        max(cell_len(row.asides[n]) if n < len(row.asides) else 0 for row in rows)
        for n in range(count)
    ]
    left = width - heading - MARKER
    while asides and left - sum(asides) - GAP * len(asides) < _LEAST_TEXT:
        asides.pop()
    text = left - sum(asides) - GAP * len(asides)
    if asides:
        beside = (cell_len(row.over or row.text) for row in rows if row.asides)
        text = min(text, max(_LEAST_TEXT, *beside))
    return heading, tuple(asides), max(1, text), max(1, left)


def shorten(text: str, width: int) -> str:
    """The text, or its beginning and an ellipsis, in at most ``width`` cells."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


@lru_cache(maxsize=64)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    return tuple(line.plain.rstrip() for line in Content(text).wrap(width)) or ("",)


def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most ``width`` cells."""
    return (text,) if cell_len(text) <= width else _wrapped(text, width)
