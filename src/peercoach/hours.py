"""Protected time of an open notebook: choosing it, moving one, and when the next one is."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import msgspec

from peercoach import zone
from peercoach.errors import EmptyCalendar, FileTaken, UsedWrongly
from peercoach.journal.calendar_dates import Occurrence, instant, nth_of, occurrences
from peercoach.journal.hour_said import moved_to, understood
from peercoach.journal.hours import CalendarMark, ProtectedTime
from peercoach.journal.moment import Moment
from peercoach.journal.store import Journal
from peercoach.journal.written import Standing
from peercoach.new_file import write_new, write_over
from peercoach.words import commands
from peercoach.words import hours as words
from peercoach.words.when import clock, day

_COMING = 4
_HOW = ("weekday", "date", "once")
"""How a day that was typed may come round."""


@dataclass(frozen=True)
class LookBackDate:
    """A day on which something asks to be looked at; ``changes`` counts how often it was changed.

    ``id`` tells it from others, and never leaves the notebook.
    """

    id: int
    day: date
    changes: int = 0


class LookBacks(Protocol):
    """What gives the days on which goals ask to be looked at."""

    def __call__(self) -> Iterable[LookBackDate]:
        """Each of them, in no order."""


@dataclass(frozen=True)
class Coming:
    """One that comes up, in words: ``day`` names it; ``state`` is "moved", "left out" or empty."""

    day: date
    said: str
    state: str = ""


class Hours:
    """When the person's own hour is. One call at a time, as its workspace's.

    ``place`` gives the name of the time zone in which the computer is now.
    """

    def __init__(
        self,
        journal: Journal,
        *,
        place: Callable[[], str] = zone.place,
        look_backs: LookBacks = tuple,
        random: Callable[[int], str] = secrets.token_hex,
    ) -> None:
        self._journal = journal
        self._place = place
        self._look_backs = look_backs
        self._random = random

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def chosen(self) -> ProtectedTime | None:
        """Protected time as it is chosen now; None where none is."""
        found = self._kept()
        if found is None:
            return None
        hour = found.thing
        assert isinstance(hour, ProtectedTime)
        return hour if next(_each(hour, self._since), None) is not None else None

    def understood(self, typed: str) -> ProtectedTime:
        """Protected time as it was typed, not kept yet.

        Raises:
            WhenNotUnderstood: it can't be understood; the sentence says why.
        """
        place = self._place()
        return understood(typed, now=self._wall(place), zone=place)

    def other_ways(self, hour: ProtectedTime) -> list[ProtectedTime]:
        """The same day and time, coming round in the other ways that a day can."""
        first = date.fromisoformat(hour.first)
        ways = [
            msgspec.structs.replace(hour, repeat=how, nth=nth_of(first), day=first.day)
            for how in _HOW
            if how != hour.repeat
        ]
        if hour.repeat == "weeks":
            return ways
        return [*ways, msgspec.structs.replace(hour, repeat="weeks", weeks=4)]

    def keep(self, hour: ProtectedTime) -> None:
        """Have this be the protected time from now on; durable when it returns.

        Raises:
            VaultError: it could not be written; what was chosen before still is.
        """
        self._commit(msgspec.structs.replace(hour, moved={}, left_out=(), until=""))

    def stop(self) -> None:
        """Have no protected time any more. Raises as :meth:`keep`."""
        hour = self.chosen
        if hour is not None:
            yesterday = self._wall(hour.zone).date() - timedelta(days=1)
            over = msgspec.structs.replace(hour, until=yesterday.isoformat(), moved={})
            self._commit(over)

    # --- a single one ----------------------------------------------------------------------------

    def move(self, day: date, typed: str) -> None:
        """Have the one that ``day`` names come at another day and time, as typed.

        Raises:
            WhenNotUnderstood: it can't be understood; nothing is changed.
            VaultError: as :meth:`keep`.
        """
        hour = self.chosen
        if hour is None:
            return
        to = moved_to(typed, now=self._wall(hour.zone))
        moved = {**hour.moved, day.isoformat(): to.isoformat("T", "minutes")}
        left_out = tuple(one for one in hour.left_out if one != day.isoformat())
        self._commit(msgspec.structs.replace(hour, moved=moved, left_out=left_out))

    def leave_out(self, day: date) -> None:
        """Pass over the one that ``day`` names. Raises as :meth:`keep`."""
        hour = self.chosen
        if hour is not None and day.isoformat() not in hour.left_out:
            left_out = (*hour.left_out, day.isoformat())
            self._commit(msgspec.structs.replace(hour, left_out=left_out))

    def put_back(self, day: date) -> None:
        """Have the one that ``day`` names be as the others are. Raises as :meth:`keep`."""
        hour = self.chosen
        if hour is not None:
            moved = {one: to for one, to in hour.moved.items() if one != day.isoformat()}
            left_out = tuple(one for one in hour.left_out if one != day.isoformat())
            self._commit(msgspec.structs.replace(hour, moved=moved, left_out=left_out))

    # --- when ------------------------------------------------------------------------------------

    def next(self) -> Occurrence | None:
        """The next one, or the one that runs now; None where there is none."""
        hour = self.chosen
        return None if hour is None else next(_each(hour, self._since, all=False), None)

    @property
    def next_line(self) -> str:
        """What Home says: "protected time, Thursday 4 April, 10:00"; empty text for none.

        One that was missed is not told of: it is over.
        """
        found = self.next()
        return "" if found is None else words.HOME_LINE.format(when=self._here(found.start))

    @property
    def last_line(self) -> str:
        """What the last screen says: "Next: 4 April."; empty text for none."""
        found = self.next()
        if found is None:
            return ""
        here = found.start.astimezone(zone.known(self._place())).date()
        today = self._wall(self._place()).date()
        return words.LAST_LINE.format(day=day(here, today).removeprefix("on "))

    def said(self, hour: ProtectedTime) -> str:
        """The whole of it in words, with when it is here, where that is another time."""
        first = next(_each(hour, self._since, all=False), None)
        start = first.start if first else instant(hour.rule.first, hour.time, _zone(hour))
        end = start + timedelta(minutes=hour.minutes)
        today = self._wall(hour.zone).date()
        day = words.whole_day(start.date(), today)
        when = words.FROM_TO.format(day=day, time=clock(start), end=clock(end))
        shape = words.ONLY if hour.repeat == "once" else words.THEN
        return shape.format(when=when, repeats=self.repeats(hour)) + self._elsewhere(hour, start)

    def repeats(self, hour: ProtectedTime) -> str:
        """How it comes round: "the first Thursday of each month"."""
        rule = hour.rule
        return words.repeats(
            rule.repeat, first=rule.first, nth=rule.nth, day=rule.day, weeks=rule.weeks
        )

    def coming(self, most: int = _COMING) -> list[Coming]:
        """The next ones by the rule, those that were moved or are left out among them."""
        hour = self.chosen
        if hour is None:
            return []
        return [self._coming(hour, one) for one in islice(_each(hour, self._since), most)]

    # --- a calendar ------------------------------------------------------------------------------

    def calendar(self, *, neutral: bool = False) -> bytes:
        """All dates as a calendar file (RFC 5545), with no word of any note.

        ``neutral``: every entry has the same title, which says nothing.

        Raises:
            EmptyCalendar: there is nothing to put in it.
            VaultError: what other calendars are to know the entries by could not be kept.
        """
        from peercoach.journal.calendar_file import Dated, written

        found = self._kept()
        asked = [Dated(str(one.id), one.day, one.changes) for one in self._look_backs()]
        if found is None and not asked:
            raise EmptyCalendar
        hour = None if found is None else found.thing
        assert hour is None or isinstance(hour, ProtectedTime)
        return written(hour, asked, self._token(), self._journal.clock(), neutral=neutral)

    def write_calendar(self, path: Path, *, neutral: bool = False, over: bool = False) -> None:
        """Write the same into a new file that only this person can read; durable on return.

        ``over``: one that stands there already gives way.

        Raises:
            FileTaken: something stands there, and is not to give way.
            UsedWrongly: no file can be made there.
            EmptyCalendar, VaultError: as :meth:`calendar`. In each case nothing was written.
        """
        content = self.calendar(neutral=neutral)
        if path.exists() and not (over and path.is_file()):
            raise FileTaken(path=path)
        write = write_over if path.exists() else write_new
        try:
            write(path, content, mode=0o600)
        except OSError:
            raise UsedWrongly(detail=commands.FILE_REFUSED.format(path=path)) from None

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _since(self) -> datetime:
        return _utc(self._journal.clock())

    def _wall(self, name: str) -> datetime:
        """What the clock of a place shows now, without its zone."""
        return self._since.astimezone(zone.known(name)).replace(tzinfo=None)

    def _here(self, start: datetime) -> str:
        """When something begins, by the clock of the place where the computer is now."""
        here = start.astimezone(zone.known(self._place()))
        return words.when(here, self._wall(self._place()).date())

    def _elsewhere(self, hour: ProtectedTime, start: datetime) -> str:
        here = start.astimezone(zone.known(self._place()))
        if here.replace(tzinfo=None) == start.replace(tzinfo=None):
            return ""
        return words.PLACE.format(place=words.place(hour.zone), time=self._here(start))

    def _coming(self, hour: ProtectedTime, one: Occurrence) -> Coming:
        day = one.day.isoformat()
        state = words.WAS_MOVED if day in hour.moved else ""
        state = words.IS_LEFT_OUT if day in hour.left_out else state
        return Coming(one.day, self._here(one.start), state)

    def _kept(self) -> Standing | None:
        """What was kept last: two copies of a notebook may have chosen, each for itself."""
        kept = self._journal.things(ProtectedTime.kind)
        found = (one for one in kept if isinstance(one.thing, ProtectedTime) and one.thing.whole)
        return max(found, key=lambda one: (_last(one), one.id), default=None)

    def _commit(self, hour: ProtectedTime) -> None:
        found = self._kept()
        before = found.thing if found is not None else ProtectedTime()
        assert isinstance(before, ProtectedTime)
        id = found.id if found is not None else self._journal.new_id()
        changes = before.changes + 1 if found is not None else 0
        self._journal.commit({id: msgspec.structs.replace(hour, changes=changes)})

    def _token(self) -> str:
        """What the names of entries are made from: of two, the one that was made first."""
        found = [
            (one.when.utc_ms, one.id, one.thing.token)
            for one in self._journal.things(CalendarMark.kind)
            if isinstance(one.thing, CalendarMark) and one.thing.token
        ]
        if found:
            return min(found)[2]
        made = self._random(16)
        self._journal.commit({self._journal.new_id(): CalendarMark(token=made)})
        return made


def _each(hour: ProtectedTime, since: datetime, *, all: bool = True) -> Iterator[Occurrence]:
    """The ones to come; ``all``: those that are left out, too, in the place of the rule."""
    return occurrences(
        hour.rule,
        hour.time,
        hour.minutes,
        _zone(hour),
        since=since,
        moved=hour.elsewhere,
        left_out=frozenset() if all else hour.passed_over,
    )


def _zone(hour: ProtectedTime) -> ZoneInfo:
    return zone.known(hour.zone)


def _last(standing: Standing) -> int:
    return (standing.changed or standing.when).utc_ms


def _utc(when: Moment) -> datetime:
    return datetime.fromtimestamp(when.utc_ms / 1000, tz=UTC)
