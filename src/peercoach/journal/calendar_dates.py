"""When something that comes round falls: pure dates, and instants in a place.

A rule is of the calendar (the first Thursday of each month), a time is of the wall (10:00), and the
place says which instant that is. So an hour stays at ten through every change of the clocks, and
when its person travels. A wall time that a change of the clocks leaves out is read with the offset
before it, one that comes twice is the first (RFC 5545, section 3.3.5).
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Literal
from zoneinfo import ZoneInfo

Repeat = Literal["weekday", "date", "weeks", "once"]
"""weekday: each month on its nth weekday; date: each month on a date; weeks: every so many."""

LAST = -1
"""The last of its weekday in a month, whichever number that has there."""
_WEEK = 7
_MONTHS = 12


@dataclass(frozen=True)
class Rule:
    """On which days something comes round, from ``first`` (which is one of them) on.

    ``nth`` is 1 to 4 or ``LAST``, of the weekday that ``first`` is; ``day`` is 1 to 31, in a
    shorter month its last day; ``weeks`` is how many lie between two. ``until`` is the last day
    that counts; None for no end.
    """

    first: date
    repeat: Repeat = "weekday"
    nth: int = 1
    day: int = 1
    weeks: int = 1
    until: date | None = None


@dataclass(frozen=True)
class Occurrence:
    """One time that it comes round: the day by the rule, and when it begins and ends in its place.

    ``day`` is what names it, even where this one was moved to another.
    """

    day: date
    start: datetime
    minutes: int

    @property
    def end(self) -> datetime:
        """When it ends, in the same place."""
        return _later(self.start, timedelta(minutes=self.minutes))


# --- days ------------------------------------------------------------------------------------


def nth_of(day: date) -> int:
    """Which of its weekday a day is in its month; a fifth one is the last."""
    number = (day.day - 1) // _WEEK + 1
    return LAST if number > 4 else number


def weekday_in(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (1 to 4, or ``LAST``) of a weekday (Monday is 0) in a month."""
    if nth == LAST:
        end = date(year, month, monthrange(year, month)[1])
        return end - timedelta(days=(end.weekday() - weekday) % _WEEK)
    start = date(year, month, 1)
    return start + timedelta(days=(weekday - start.weekday()) % _WEEK + _WEEK * (nth - 1))


def date_in(year: int, month: int, day: int) -> date:
    """A day of a month, or its last one where it is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def days(rule: Rule, since: date) -> Iterator[date]:
    """The days by a rule, from ``since`` on, in order; without end where the rule has none."""
    start = max(since, rule.first)
    found = (day for day in _days(rule, start) if day >= start)
    until = rule.until
    return found if until is None else takewhile(lambda day: day <= until, found)


def _days(rule: Rule, start: date) -> Iterator[date]:
    match rule.repeat:
        case "once":
            yield rule.first
        case "weeks":
            step = _WEEK * rule.weeks
            behind = -(-(start - rule.first).days // step) * step
            for number in range(behind, (date.max - rule.first).days + 1, step):
                yield rule.first + timedelta(days=number)
        case "weekday":
            weekday = rule.first.weekday()
            for year, month in _months(start):
                yield weekday_in(year, month, weekday, rule.nth)
        case "date":
            for year, month in _months(start):
                yield date_in(year, month, rule.day)


def _months(start: date) -> Iterator[tuple[int, int]]:
    last = date.max.year * _MONTHS + _MONTHS
    for number in range(start.year * _MONTHS + start.month - 1, last):
        yield number // _MONTHS, number % _MONTHS + 1


# --- instants ----------------------------------------------------------------------------------


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the clock on the wall of a place shows this, as that clock then really shows it."""
    shown = datetime.combine(day, at.replace(fold=0), tzinfo=zone)
    return shown.astimezone(UTC).astimezone(zone)


def occurrences(
    rule: Rule,
    at: time,
    minutes: int,
    zone: ZoneInfo,
    *,
    since: datetime,
    moved: Mapping[date, datetime],
    left_out: Set[date],
) -> Iterator[Occurrence]:
    """Each time that it comes round and is not over by ``since``, in the order of their days.

    ``moved`` gives what stands in the place of a day by the rule: a wall time (with no zone);
    ``left_out`` the days that are passed over. One that was moved comes where it was moved to.
    """
    elsewhere = sorted(
        (
            Occurrence(day, instant(to.date(), to.time(), zone), minutes)
            for day, to in moved.items()
            if day not in left_out and _is_day(rule, day)
        ),
        key=lambda one: one.start,
    )
    elsewhere = [one for one in elsewhere if one.end > since]
    # A day's slack, since the place decides on which day an instant falls, and for its length.
    from_day = since.astimezone(zone).date() - timedelta(days=1 + minutes // (24 * 60))
    for day in days(rule, from_day):
        if day in left_out or day in moved:
            continue
        one = Occurrence(day, instant(day, at, zone), minutes)
        if one.end <= since:
            continue
        while elsewhere and elsewhere[0].start <= one.start:
            yield elsewhere.pop(0)
        yield one
    yield from elsewhere


def _is_day(rule: Rule, day: date) -> bool:
    return next(days(rule, day), None) == day


def _later(start: datetime, by: timedelta) -> datetime:
    """So much later on the clock of the same place, through a change of the clocks."""
    return (start.astimezone(UTC) + by).astimezone(start.tzinfo)
