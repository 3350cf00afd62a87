"""A year drawn on one page: months down the side, what was in each beside it."""

from peercoach.pictures import told
from peercoach.pictures.year import Month, Year
from peercoach.tui.sheets.lines import EMPTY, Inked, Line, Piece, lines_of, space, wide
from peercoach.words import pictures as words

_MONTH = 14
_GAP = 3
_NARROW = 60
"""Cells below which a month stands above what was in it, and not beside."""
_LEAST = 24
"""Cells that what was written has beside its heading, or it goes on below."""


def drawn(year: Year, width: int) -> list[Line]:
    """The page of a year."""
    if not year.months:
        return lines_of(words.YEAR_EMPTY, width, "whisper")
    lines: list[Line] = []
    for month in year.months:
        lines += [*_of_month(month, width), EMPTY]
    return lines


def _of_month(month: Month, width: int) -> list[Line]:
    side = 0 if width < _NARROW else _MONTH + _GAP
    parts = [line for part in month.parts for line in _of_part(*part, width - side)]
    heading: Line = (Piece(month.heading, "loud"),)
    if not side:
        return [heading, *parts]
    first: Line = (*heading, space(side - wide(heading)), *parts[0])
    return [first, *((space(side), *line) for line in parts[1:])]


def _of_part(heading: str, lines: tuple[str, ...], width: int) -> list[Line]:
    """Elements in one line; of what was written, each begins a line of its own."""
    if heading == words.THOUGHT:
        return lines_of(told.joined(heading, lines), width, "own")
    first, *others = told.apart(heading, lines)
    whole = words.UNDER.format(heading=heading, said=first)
    label = len(whole) - len(first)
    if label + _LEAST > width:
        shown = "\n".join([whole, *others])
        return lines_of(shown, width, "own", [Inked(0, label, "whisper")])
    drawn = [line for said in (first, *others) for line in lines_of(said, width - label, "own")]
    named: Line = (Piece(whole[:label], "whisper"), *drawn[0])
    return [named, *((space(label), *line) for line in drawn[1:])]
