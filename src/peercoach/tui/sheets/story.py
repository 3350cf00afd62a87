"""An element's story drawn: answers side by side, the oldest at the left.

In a narrow window they stand one below the other, some at a time.
"""

from datetime import date

from peercoach.pictures import told
from peercoach.pictures.story import Story
from peercoach.tui.sheets.lines import EMPTY, Inked, Line, beside, lines_of
from peercoach.words import pictures as words
from peercoach.words.plain import capital

GAP = 5
MOST = 10_000
"""Characters of one answer that are drawn: more than anyone reads side by side."""
STACK = 8
"""So many stand one below the other."""
_TWO = 86
_THREE = 140
"""From so many cells on there is room for two, and for three."""


def _columns(width: int) -> int:
    """How many answers stand side by side."""
    return 1 + (width >= _TWO) + (width >= _THREE)


def shown(width: int) -> int:
    """How many answers are drawn at a time."""
    return STACK if width < _TWO else _columns(width)


def step(width: int) -> int:
    """How many answers one goes on by: one of those that are drawn stays to be compared with."""
    return STACK - 1 if width < _TWO else 1


def drawn(story: Story, first: int, today: date, width: int) -> list[Line]:
    """The answers from the place ``first`` on, as many as there is room for."""
    count = _columns(width)
    each = (width - GAP * (count - 1)) // count
    places = range(first, min(first + shown(width), len(story.answers)))
    columns = [_column(story, at, today, each) for at in places]
    if count > 1:
        return beside(columns, each, GAP)
    return [line for one in columns for line in (*one, EMPTY, EMPTY)][:-2]


def _column(story: Story, at: int, today: date, width: int) -> list[Line]:
    answer, change = story.answers[at], story.change(at)
    day = capital(told.day_of(answer, today))
    said = words.CHANGES[change.kind]
    # Where nothing is marked, there is nothing underlined to speak of: some words went, no more.
    if said and (change.marks or change.kind not in ("alike", "echo")):
        heading = words.ON_DAY.format(day=day, said=said)
    else:
        heading = day
    lines = lines_of(heading, width, "whisper", [Inked(0, len(day), "loud")])
    for sentence in told.beside(answer, today):
        lines += lines_of(sentence, width, "whisper")
    marks = [Inked(start, end, "mark") for start, end in change.marks]
    text = answer.text.rstrip()
    lines += [EMPTY, *lines_of(text[:MOST], width, "own", marks)]
    more = [words.REST] if len(text) > MOST else []
    for sentence in (*more, *told.gone(change)):
        lines += [EMPTY, *lines_of(sentence, width, "whisper")]
    return lines
