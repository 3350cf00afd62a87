"""A year on one page: what was thought about, what was chosen anew, what was meant to be done.

No totals and no gaps: a month in which nothing was written is not there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from peercoach.guide.standing import short_label
from peercoach.journal.moment import Moment
from peercoach.journal.records import Place, Rating
from peercoach.journal.text import one_line
from peercoach.pictures.sources import Rated, Said
from peercoach.words import pictures as words

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library

LAST_TWELVE = "last-twelve"
MOST = 200
"""Characters of a line on the page; the whole of it stands in its note."""


@dataclass(frozen=True)
class Also:
    """A line that another room has for this page, under a heading of its own.

    What is handed in is shown: a room that keeps to itself hands in nothing.
    """

    when: Moment
    heading: str
    text: str


@dataclass(frozen=True)
class Span:
    """A year one can look at: its first day and its last, both included; None: no end."""

    id: str
    title: str
    first: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Month:
    """What is said of a month: lines under headings, in the order they stand in."""

    year: int
    number: int
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def heading(self) -> str:
        """Its name and year."""
        return words.month_and_year(self.year, self.number)


@dataclass(frozen=True)
class Year:
    """A page: the months in which there is something, the first one first."""

    title: str
    months: tuple[Month, ...]


def last_twelve(today: date) -> Span:
    """The twelve months up to today: from the day after this one of last year.

    It has no end: what a clock that ran ahead called tomorrow is in it, too.
    """
    try:
        first = today.replace(year=today.year - 1) + timedelta(days=1)
    except ValueError:
        # The last day of February in a leap year.
        first = date(today.year - 1, 3, 1)
    return Span(LAST_TWELVE, words.LAST_TWELVE, first)


def spans(
    said: Sequence[Said], rated: Sequence[Rated], also: Iterable[Also], today: date
) -> list[Span]:
    """The last twelve months, then each year in which there is something, the newest first."""
    moments = [*(one.when for one in said), *(one.when for one in rated)]
    moments += [one.when for one in also]
    years = sorted({one.day.year for one in moments}, reverse=True)
    named = [
        Span(str(one), words.IN_YEAR.format(year=one), date(one, 1, 1), date(one, 12, 31))
        for one in years
    ]
    return [last_twelve(today), *named]


@dataclass
class _Page:
    """What is gathered of one month, by heading; what stands there already is not said twice."""

    parts: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, heading: str, line: str) -> None:
        """A line under a heading."""
        if line:
            self.parts.setdefault(heading, {})[line] = None


def year(
    said: Sequence[Said],
    rated: Sequence[Rated],
    also: Iterable[Also],
    library: "Library",
    span: Span,
) -> Year:
    """The page of a year. ``said`` and ``rated`` are all there is, the oldest first: what was
    chosen before that year is needed to tell what was chosen anew in it.
    """
    pages: dict[tuple[int, int], _Page] = {}

    def add(when: Moment, heading: str, line: str) -> None:
        day = when.day
        if span.holds(day):
            pages.setdefault((day.year, day.month), _Page()).add(heading, line)

    short = {one.id for one in library.short()}
    places = [(one.when, one.entry.place) for one in said]
    places += [(one.when, one.rating.place) for one in rated]
    for when, place in sorted(places, key=lambda one: one[0].utc_ms):
        add(when, words.THOUGHT, _about(place, short))
    for when, old, new in _anew(rated):
        if span.holds(when.day):
            add(when, words.CHANGED, _said_anew(library, old, new))
    for one in said:
        if one.entry.kind == "step":
            add(one.when, words.STEPS, one_line(one.entry.text, MOST))
        elif one.entry.kind == "words":
            add(one.when, words.WORDS, one_line(one.entry.text, MOST))
    for other in also:
        add(other.when, other.heading, one_line(other.text, MOST))
    months = tuple(
        Month(*at, tuple((heading, tuple(lines)) for heading, lines in _in_order(pages[at])))
        for at in sorted(pages)
    )
    return Year(span.title, tuple(one for one in months if one.parts))


def _in_order(page: _Page) -> list[tuple[str, dict[str, None]]]:
    own = (words.THOUGHT, words.CHANGED, words.STEPS, words.WORDS)
    others = [heading for heading in page.parts if heading not in own]
    return [(one, page.parts[one]) for one in (*own, *others) if one in page.parts]


def _about(place: Place, short: set[str]) -> str:
    """The element; of a short reflection for any day, its own name says more."""
    return place.framework_title if place.framework in short else place.element_title


def _anew(rated: Sequence[Rated]) -> Iterable[tuple[Moment, Rating, Rating]]:
    """When something was chosen otherwise than the time before: what it was, and what it became."""
    before: dict[tuple[str, str], Rating] = {}
    for one in rated:
        new = one.rating
        key = new.place.address, new.rating
        old = before.get(key)
        before[key] = new
        if old is not None and old.value != new.value and new.place.address:
            yield one.when, old, new


def _said_anew(library: "Library", old: Rating, new: Rating) -> str:
    here = library.frameworks.get(new.place.framework)
    asked = {one.id: one for one in (here.ratings if here else ())}
    now = asked.get(new.rating)
    labels = [short_label(now, one.label) if now else one.label for one in (old, new)]
    line = words.CHANGED_OF if len(asked) > 1 else words.CHANGED_LINE
    return line.format(
        title=new.place.element_title, ask=new.place.ask, before=labels[0], after=labels[1]
    )
