"""A map of all elements: for each, where it stood at first and where it stands now."""

from datetime import date

from rich.cells import cell_len

from peercoach.pictures.ratings import Chart, Chosen, Ratings, Scale
from peercoach.tui.sheets.lines import EMPTY, Line, Piece, lines_of, wide
from peercoach.tui.widgets.rows import shorten
from peercoach.words import pictures as words

THEN, NOW, BOTH, STEP, LINE = "○", "●", "◉", "·", "─"
_TITLE = 36
_STEP = 4
_BETWEEN = 3


def drawn(ratings: Ratings, today: date, width: int) -> list[Line]:
    """Each rating's elements, one a line, under what is asked."""
    lines: list[Line] = [*lines_of(words.LEGEND, width, "whisper"), EMPTY]
    for scale in ratings.scales:
        lines += [*lines_of(scale.ask, width, "loud"), EMPTY]
        lines += _of_scale(scale, today, width)
        lines.append(EMPTY)
    return lines


def _of_scale(scale: Scale, today: date, width: int) -> list[Line]:
    title = min(_TITLE, max(cell_len(one.title) for one in scale.charts))
    track = (len(scale.steps) - 1) * _STEP + 1
    left = width - title - track - 2 * _BETWEEN
    long = [_said(scale, one, today) for one in scale.charts]
    short = [_said(scale, one, None) for one in scale.charts]
    # The days beside the words where all of them fit, else the words alone, else both below.
    said = long if max(map(cell_len, long)) <= left or max(map(cell_len, short)) > left else short
    below = max(map(cell_len, said)) > left
    lines: list[Line] = []
    for chart, line in zip(scale.charts, said, strict=True):
        name = shorten(chart.title, title)
        pieces: Line = (Piece(name + " " * (title - cell_len(name) + _BETWEEN), "own"),)
        pieces += track_of(scale, chart)
        if below:
            lines += [pieces, *(lines_of(line, width, "whisper") if chart.chosen else ())]
        else:
            gap = Piece(" " * (title + track + 2 * _BETWEEN - wide(pieces)), "own")
            lines.append((*pieces, gap, Piece(line, "whisper")))
    return lines


def track_of(scale: Scale, chart: Chart) -> tuple[Piece, ...]:
    """The steps of the scale from the lowest on, with marks for then and for now."""
    marks = _marks(chart)
    places = sorted(at for at in (marks.get(THEN), marks.get(NOW)) if at is not None)
    pieces: list[Piece] = []
    for step in range(len(scale.steps)):
        if step:
            inside = len(places) == 2 and places[0] < step <= places[1]
            pieces.append(
                Piece((LINE if inside else " ") * (_STEP - 1), "line" if inside else "own")
            )
        mark = next((one for one, at in marks.items() if at == step), "")
        pieces.append(Piece(mark or STEP, "dot" if mark else "whisper"))
    return tuple(pieces)


def _marks(chart: Chart) -> dict[str, int | None]:
    if not chart.chosen:
        return {}
    then, now = chart.chosen[0].at, chart.chosen[-1].at
    return {BOTH: now} if then == now else {THEN: then, NOW: now}


def _said(scale: Scale, chart: Chart, today: date | None) -> str:
    if not chart.chosen:
        return words.NOT_CHOSEN

    def brief(one: Chosen) -> str:
        if today is None:
            return scale.brief(one)
        return words.WITH_MONTH.format(label=scale.brief(one), month=words.of_month(one.day, today))

    then, now = chart.chosen[0], chart.chosen[-1]
    if scale.brief(then) == scale.brief(now):
        return brief(now)
    return words.FROM_TO.format(then=brief(then), now=brief(now))
