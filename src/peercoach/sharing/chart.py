"""A small chart of one rating over time: where each line, dot and word stands.

Across it goes by parts of its width, down by the height of a letter, so that it is as wide as the
page, its letters as large as those around it, and nothing hangs on how long a word is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from peercoach.sharing.rated import Rated

_LINE: Final = 1.35
_TO_DOT: Final = 0.85
_ROW_END: Final = 0.85
_WORDS_A_LINE: Final = 6
_MOST_MARKS: Final = 6
"""With more seasons or days than this, only some have their name below."""


class Point(NamedTuple):
    """``x`` in percent of the width, ``y`` in heights of a letter."""

    x: float
    y: float


class Text(NamedTuple):
    """A line of words, and where it stands."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Chart:
    """A chart, ``height`` letters high.

    ``dots`` are the answers, the oldest first, with a line from each to the next; ``steps`` the
    heights at which they can stand.
    """

    height: float
    labels: tuple[Text, ...]
    steps: tuple[float, ...]
    dots: tuple[Point, ...]
    marks: tuple[Text, ...]

    @property
    def lines(self) -> list[tuple[Point, Point]]:
        """From each dot to the next."""
        return list(zip(self.dots, self.dots[1:], strict=False))


def chart(rated: Rated) -> Chart:
    """The chart of a rating."""
    labels: list[Text] = []
    steps: dict[int, float] = {}
    y = 0.0
    for at in reversed(range(len(rated.steps))):
        for line in _lines(rated.steps[at]):
            y += _LINE
            labels.append(Text(line, 0, _round(y - 0.3)))
        y += _TO_DOT
        steps[at] = _round(y)
        y += _ROW_END
    marks = tuple(_marks(rated.whens, y))
    dots = tuple(Point(x, steps[at]) for x, at in _places(rated))
    return Chart(_round(y + 2 * _LINE + 0.3), tuple(labels), tuple(steps.values()), dots, marks)


def _places(rated: Rated) -> Iterator[tuple[float, int]]:
    """Where each answer stands across, side by side within one season, and on which step."""
    columns = len(rated.whens)
    for column, when in enumerate(rated.whens):
        here = [one for one in rated.answers if one.when == when]
        for at, one in enumerate(here, start=1):
            yield _round(100 * (column + at / (len(here) + 1)) / columns), rated.step_of(one)


def _marks(whens: tuple[str, ...], y: float) -> Iterator[Text]:
    """Below: the season or the day, and its year on a line of its own."""
    every = -(-len(whens) // _MOST_MARKS)
    for at in range(0, len(whens), every):
        x = _round(100 * (at + 0.5) / len(whens))
        day, _, year = whens[at].rpartition(" ")
        yield Text(day, x, _round(y + _LINE))
        yield Text(year, x, _round(y + 2 * _LINE))


def _lines(label: str) -> Iterator[str]:
    words = label.split()
    for at in range(0, len(words), _WORDS_A_LINE):
        yield " ".join(words[at : at + _WORDS_A_LINE])


def _round(number: float) -> float:
    return round(number, 2)
