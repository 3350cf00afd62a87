"""Ratings drawn: a small chart for each element, all on the same scale and the same days.

A dot stands where something was chosen, on the line of its step; a thin line leads on to the next.
Nothing is drawn between two steps, since a scale of words has nothing there. Lines made of cells do
that in five rows; a chart of a plotting library joins dots by slopes that nobody chose, and its
frame and ticks need more room than the dots.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from rich.cells import cell_len

from peercoach.pictures.ratings import Chart, Ratings, Scale
from peercoach.tui.sheets.lines import EMPTY, Line, Piece, beside, lines_of
from peercoach.tui.widgets.rows import shorten
from peercoach.words import pictures as words

GAP = 3
_LEAST = 32
_MOST = 56
"""Cells that one chart takes at least, and at most."""
_LABEL = 18
"""Cells that the words of a step may take, where a chart is narrow; else half of it."""
_BETWEEN = 2
DOT = "●"
LINE = "─"


def drawn(ratings: Ratings, today: date, width: int) -> list[Line]:
    """All charts of a framework; of one with several ratings, an element's own side by side."""
    if len(ratings.scales) == 1:
        lines = _of_one(ratings, ratings.scales[0], today, width)
    else:
        lines = _of_several(ratings, today, width)
    return [*lines, *(lines_of(words.OTHER_SCALE, width, "whisper") if ratings.other_scale else [])]


def _each(width: int, count: int) -> int:
    return min(_MOST, (width - GAP * (count - 1)) // count)


def _of_one(ratings: Ratings, scale: Scale, today: date, width: int) -> list[Line]:
    count = max(1, (width + GAP) // (_LEAST + GAP))
    each = _each(width, count)
    charts = [_chart(ratings, scale, one, today, each) for one in scale.used]
    lines = [*lines_of(scale.ask, width, "whisper"), EMPTY]
    for at in range(0, len(charts), count):
        lines += [*beside(charts[at : at + count], each, GAP), EMPTY]
    return lines


def _of_several(ratings: Ratings, today: date, width: int) -> list[Line]:
    count = len(ratings.scales) if (width + GAP) // (_LEAST + GAP) >= len(ratings.scales) else 1
    each = _each(width, count)
    lines: list[Line] = []
    if count > 1:
        asks = [lines_of(scale.ask, each, "whisper") for scale in ratings.scales]
        lines += [*beside(asks, each, GAP), EMPTY]
    for charts in zip(*(scale.charts for scale in ratings.scales), strict=True):
        if not any(chart.chosen for chart in charts):
            continue
        found = []
        for scale, chart in zip(ratings.scales, charts, strict=True):
            ask = [] if count > 1 else lines_of(scale.ask, each, "whisper")
            found.append([*ask, *_chart(ratings, scale, chart, today, each)])
        rows = beside(found, each, GAP) if count > 1 else [line for one in found for line in one]
        lines += [*rows, EMPTY]
    return lines


def _chart(ratings: Ratings, scale: Scale, chart: Chart, today: date, width: int) -> list[Line]:
    """A title, a line for each step with the highest at the top, and the days below."""
    label = min(max(_LABEL, width // 2), max(cell_len(one) for one in scale.short))
    room = max(1, width - label - _BETWEEN)
    rows = cells(ratings, scale, chart, room)
    lines: list[Line] = [(Piece(shorten(chart.title, width), "loud"),)]
    for step in reversed(range(len(scale.short))):
        name = shorten(scale.short[step], label)
        name += " " * (label - cell_len(name) + _BETWEEN)
        lines.append((Piece(name, "whisper"), *_inked(rows[step])))
    days = _days(ratings, today, room)
    return [*lines, (Piece(" " * (label + _BETWEEN) + days, "whisper"),)]


def cells(ratings: Ratings, scale: Scale, chart: Chart, room: int) -> list[str]:
    """A row of so many cells for each step, from the lowest up.

    Where several were chosen within the days of one cell, the last of them is drawn.
    """
    rows = [[" "] * room for _ in scale.short]
    length = max(1, (ratings.last - ratings.first).days)
    points: dict[int, int | None] = {}
    for one in chart.chosen:
        points[round((one.day - ratings.first).days / length * (room - 1))] = one.at
    for (here, step), (there, _) in pairwise(sorted(points.items())):
        if step is not None:
            rows[step][here:there] = LINE * (there - here)
    for at, step in points.items():
        if step is not None:
            rows[step][at] = DOT
    return ["".join(row) for row in rows]


def _inked(row: str) -> Sequence[Piece]:
    """Dots and the lines between them, each in its own ink."""
    pieces: list[Piece] = []
    for char in row:
        ink = {DOT: "dot", LINE: "line"}.get(char, "own")
        if pieces and pieces[-1].ink == ink:
            pieces[-1] = Piece(pieces[-1].text + char, pieces[-1].ink)
        else:
            pieces.append(Piece(char, ink))  # type: ignore[arg-type]
    return pieces


def _days(ratings: Ratings, today: date, room: int) -> str:
    """The first day at the left and the last at the right, as far as there is room."""
    if ratings.first == ratings.last:
        return shorten(words.of_day(ratings.first, today), room)
    month = words.of_month(ratings.first, today)
    last = words.NOW if ratings.last == today else words.of_day(ratings.last, today)
    for first in (month, str(ratings.first.year)):
        left = room - cell_len(first) - cell_len(last)
        if left > 0:
            return first + " " * left + last
    return shorten(month, room)
