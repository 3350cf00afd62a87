"""Protected time, as it is kept: when one's own hour comes round."""

from datetime import date, datetime, time
from typing import ClassVar

import msgspec

from peercoach.journal.calendar_dates import LAST, Repeat, Rule, nth_of
from peercoach.journal.records import Thing

AT = "10:00"
MINUTES = 60
_LONGEST = 24 * 60


class ProtectedTime(Thing, frozen=True, kw_only=True):
    """When protected time comes round, by the clock on the wall of the place it was chosen in.

    ``first`` is a date and ``at`` a time of day (``10:00``) in the zone of this name. How it
    repeats is as in :class:`peercoach.journal.calendar_dates.Rule`. ``until`` is the last day that
    counts, empty for none. ``moved`` gives the date and time (``2026-04-09T11:00``) that stand in
    the place of a day by the rule; ``left_out`` holds the days that are passed over. ``changes``
    counts how often it was changed, so that a calendar knows which of two files is newer.
    """

    kind: ClassVar[str] = "protected-time"
    first: str = ""
    at: str = AT
    zone: str = ""
    minutes: int = MINUTES
    repeat: Repeat = "weekday"
    nth: int = 1
    day: int = 1
    weeks: int = 1
    until: str = ""
    moved: dict[str, str] = msgspec.field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    changes: int = 0

    @property
    def whole(self) -> bool:
        """Whether it can be read as a time: another program may have written it."""
        try:
            known = (self.rule, self.time, self.elsewhere, self.passed_over)
        except ValueError:
            return False
        numbers = self.nth in (LAST, 1, 2, 3, 4) and 1 <= self.day <= 31
        return bool(known) and numbers and 1 <= self.minutes <= _LONGEST

    @property
    def rule(self) -> Rule:
        """On which days it comes round.

        Raises:
            ValueError: what is kept is no rule.
        """
        return Rule(
            date.fromisoformat(self.first),
            self.repeat,
            nth=self.nth,
            day=self.day,
            weeks=max(1, self.weeks),
            until=date.fromisoformat(self.until) if self.until else None,
        )

    @property
    def time(self) -> time:
        """The time of day; raises ``ValueError`` where it is none."""
        return time.fromisoformat(self.at)

    @property
    def elsewhere(self) -> dict[date, datetime]:
        """What stands in the place of a day by the rule: a wall time; raises ``ValueError``."""
        return {
            date.fromisoformat(day): datetime.fromisoformat(to) for day, to in self.moved.items()
        }

    @property
    def passed_over(self) -> frozenset[date]:
        """The days that are passed over; raises ``ValueError`` where one is none."""
        return frozenset(date.fromisoformat(day) for day in self.left_out)


class CalendarMark(Thing, frozen=True, kw_only=True):
    """A random text of this notebook, from which the names of its entries in a calendar are made.

    So another calendar knows them again, and nothing of the notebook can be told from them.
    """

    kind: ClassVar[str] = "calendar-mark"
    token: str = ""


def each_month(first: date, at: str, zone: str, minutes: int = MINUTES) -> ProtectedTime:
    """Protected time as it is by itself: each month, on the weekday that its first day is."""
    return ProtectedTime(
        first=first.isoformat(),
        at=at,
        zone=zone,
        minutes=minutes,
        nth=nth_of(first),
        day=first.day,
    )
