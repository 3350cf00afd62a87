"""Protected time as someone typed it: "4 April 10:00", "first Thursday 2pm, for 90 minutes"."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count, islice

from peercoach.errors import WhenNotUnderstood
from peercoach.journal.calendar_dates import date_in, nth_of, weekday_in
from peercoach.journal.hour_words import Said, Words, not_understood
from peercoach.journal.hours import MINUTES, ProtectedTime
from peercoach.words import hours as words

_LENGTHS = range(5, 12 * 60 + 1)
_WEEKS = range(1, 53)
_YEARS = 9
"""A leap day comes again within eight years."""
_MONTHS = 12


def understood(typed: str, *, now: datetime, zone: str) -> ProtectedTime:
    """Protected time as it was typed. ``now`` is what the clock of that place shows (no zone).

    A date alone comes round each month, on the weekday that it is.

    Raises:
        WhenNotUnderstood: it can't be; the sentence says what is missing, or what was not known.
    """
    said = Words(typed).read()
    if said.at is None:
        raise not_understood("time")
    if said.minutes and said.minutes not in _LENGTHS:
        raise not_understood("length")
    if said.weeks not in _WEEKS:
        raise not_understood("weeks")
    first = _first(said, said.at, now)
    if said.weekday is not None and first.weekday() != said.weekday:
        raise WhenNotUnderstood(detail=words.OTHER_WEEKDAY.format(day=words.weekday(first)))
    monthly = bool(said.month_day) and said.repeat is None
    return ProtectedTime(
        first=first.isoformat(),
        at=said.at.isoformat("minutes"),
        zone=zone,
        minutes=said.minutes or MINUTES,
        repeat=said.repeat or ("date" if monthly else "weekday"),
        nth=said.nth or nth_of(first),
        day=said.month_day or first.day,
        weeks=said.weeks,
    )


def moved_to(typed: str, *, now: datetime) -> datetime:
    """The day and time, with no zone, that one single hour is to be moved to.

    Raises:
        WhenNotUnderstood: as :func:`understood`; or something that comes round was typed.
    """
    found = understood(typed, now=now, zone="")
    if found.repeat == "weeks":
        raise not_understood("one")
    return datetime.combine(date.fromisoformat(found.first), found.time)


def _first(said: Said, at: time, now: datetime) -> date:
    """The first of the days that it can be which is still to come."""
    found = islice(_candidates(said, now.date()), _YEARS * _MONTHS)
    for day in found:
        if datetime.combine(day, at) > now:
            return day
    raise not_understood("past")


def _candidates(said: Said, today: date) -> Iterator[date]:
    if said.ahead is not None:
        yield today + timedelta(days=said.ahead)
    elif said.day and said.year:
        yield _date(said.year, said.month, said.day)
    elif said.day:
        years = range(today.year, today.year + _YEARS)
        yield from _there([(year, said.month, said.day) for year in years])
    elif said.nth or said.month_day:
        for number in count(today.year * _MONTHS + today.month - 1):
            year, month = number // _MONTHS, number % _MONTHS + 1
            if said.month in (0, month):
                yield _in_month(said, year, month)
    elif said.weekday is not None:
        for ahead in range(8):
            if (day := today + timedelta(days=ahead)).weekday() == said.weekday:
                yield day
    else:
        raise not_understood("day")


def _in_month(said: Said, year: int, month: int) -> date:
    if said.nth and said.weekday is not None:
        return weekday_in(year, month, said.weekday, said.nth)
    return date_in(year, month, said.month_day)


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise not_understood("no-such-day") from None


def _there(days: list[tuple[int, int, int]]) -> Iterator[date]:
    """Those of these days that there are; one at least has to be."""
    found = []
    for one in days:
        try:
            found.append(date(*one))
        except ValueError:
            continue
    if not found:
        raise not_understood("no-such-day")
    yield from found
