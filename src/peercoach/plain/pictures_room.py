"""The other pictures of Look back in plain lines: ratings over time, then and now, a year."""

from collections.abc import Callable, Sequence
from functools import partial

from peercoach.pictures import told
from peercoach.pictures.ratings import Ratings as Values
from peercoach.pictures.year import Span
from peercoach.plain.host import Host
from peercoach.words import pictures as here
from peercoach.words import plain as words
from peercoach.workspace import Workspace

Telling = Callable[[Values], list[str]]


def ratings(host: Host, work: Workspace) -> None:
    """Say what was chosen over time, of the set of questions rated last, then of others.

    Raises:
        GoTo, Ended, Interrupted: the person left, input ended, or a signal came.
    """

    def telling(values: Values) -> list[str]:
        parts = told.of_ratings(values, work.pictures.today)
        return [here.RATINGS_OF.format(title=values.title), *_lines(parts)]

    _sets(host, work, "ratings", telling)


def then_and_now(host: Host, work: Workspace) -> None:
    """Say where each element stood at first and stands now. Raises as :func:`ratings`."""

    def telling(values: Values) -> list[str]:
        parts = told.of_map(values, work.pictures.today)
        return [here.MAP_OF.format(title=values.title), *_lines(parts)]

    _sets(host, work, "map", telling)


def year(host: Host, work: Workspace) -> None:
    """Say a year month by month, the last twelve months first. Raises as :func:`ratings`."""
    spans = work.pictures.spans()

    def telling(span: Span) -> list[str]:
        page = work.pictures.year(span)
        said = _lines(told.of_year(page)) or [here.YEAR_EMPTY]
        return [here.YEAR_OF.format(title=span.title), *said]

    at = 0
    others = [words.sentence(one.title) for one in spans]
    while True:
        one = spans[at]
        number = _told(host, "year", partial(telling, one), others, here.YEAR_ALSO)
        if number is None:
            return
        at = number - 1


def _sets(host: Host, work: Workspace, room: str, telling: Telling) -> None:
    sets = work.pictures.frameworks()
    if not sets:
        host.at(here.NONE_YET, words.ENTER_GOES_BACK)
        host.choose(room, 0, enter=True)
        return
    others = [words.sentence(title) for _, title in sets]
    at = 0
    while True:
        values = work.pictures.ratings(sets[at][0])
        if values is None:
            return
        number = _told(host, room, partial(telling, values), others, here.SETS_ALSO)
        if number is None:
            return
        at = number - 1


def _told(
    host: Host, room: str, lines: Callable[[], list[str]], others: list[str], how: str
) -> int | None:
    """Say one of several, then which others there are: the number of one, or None to go back."""
    more = [*words.numbered(others), how] if len(others) > 1 else [words.ENTER_GOES_BACK]
    host.at(*lines(), "", *more, again=lambda: [*lines(), "", *more])
    return host.choose(room, len(others), enter=True)


def _lines(parts: Sequence[told.Part]) -> list[str]:
    said: list[str] = []
    for heading, lines in parts:
        said += ["", words.sentence(heading), *lines]
    return said
