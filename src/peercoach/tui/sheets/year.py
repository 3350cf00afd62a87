"""A year drawn on one page: months down the side, what was in each beside it."""

from peercoach.pictures import told
from peercoach.pictures.year import Month, Year
from peercoach.tui.sheets.lines import EMPTY, Inked, Line, Piece, lines_of, space, wide
from peercoach.words import pictures as words

_MONTH = 14
_GAP = 3
_NARROW = 60
"""Cells below which a month stands above what was in it, and not beside."""


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
    said = told.joined(heading, lines)
    if heading == words.THOUGHT:
        return lines_of(said, width, "own")
    whole = words.UNDER.format(heading=heading, said=said)
    return lines_of(whole, width, "own", [Inked(0, len(whole) - len(said), "whisper")])
