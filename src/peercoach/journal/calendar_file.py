"""Dates as a calendar file (RFC 5545) that Outlook, Google Calendar and Thunderbird take.

What each of them stumbles over, as their users and neighbours tell, and what is done about it here:

- a zone that is only named (Thunderbird's reader takes it for none) or that lists its changes
  (Outlook): see :mod:`peercoach.journal.calendar_zone`;
- days left out in another form than the start (Google: chroncal issue 492), and moved ones named in
  another zone than the series (synctools issue 80): all stand in the zone of the series;
- ``BYSETPOS`` (libical issue 67, ical.js issue 960): never used. "The 30th, or the last day of a
  shorter month" can't be said without it, so those are single entries for two years;
- the same file twice: every entry has a name that stays, and a count of its changes.

Nothing that was written stands in it, and no alarm.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import islice
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from peercoach import zone
from peercoach.journal.calendar_dates import Rule, days, instant
from peercoach.journal.calendar_zone import timezone
from peercoach.journal.hours import ProtectedTime
from peercoach.journal.moment import Moment
from peercoach.words import hours as words

_PRODUCT = "-//Peercoach//Peercoach//EN"
_SINGLES = 24
_LONGEST_MONTH = 31
_SHORTEST_MONTH = 28
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Dated:
    """A whole day on which something asks to be looked at; ``id`` tells it from others."""

    id: str
    day: date
    changes: int


def written(
    hour: ProtectedTime | None,
    look_backs: Sequence[Dated],
    token: str,
    now: Moment,
    *,
    neutral: bool = False,
) -> bytes:
    """The whole file. ``token`` is what the names of its entries are made from.

    ``neutral``: every entry has the same title, which says nothing.
    """
    file = _File(token, datetime.fromtimestamp(now.utc_ms // 1000, tz=UTC), neutral)
    if hour is not None:
        file.take_hour(hour)
    for one in sorted(look_backs, key=lambda one: (one.day, one.id)):
        file.take_day(one)
    content: bytes = file.calendar.to_ical(sorted=False)
    return content


class _File:
    def __init__(self, token: str, stamp: datetime, neutral: bool) -> None:
        self._token = token
        self._stamp = stamp
        self._neutral = neutral
        self.calendar = Calendar()
        for name, value in (
            ("version", "2.0"),
            ("prodid", _PRODUCT),
            ("calscale", "GREGORIAN"),
            ("method", "PUBLISH"),
        ):
            self.calendar.add(name, value)

    # --- protected time --------------------------------------------------------------------------

    def take_hour(self, hour: ProtectedTime) -> None:
        """Protected time: one series where that can be said everywhere, else single entries."""
        place = zone.known(hour.zone)
        rule = hour.rule
        self.calendar.add_component(timezone(place.key, place, rule.first.year))
        if rule.repeat == "date" and _SHORTEST_MONTH < rule.day < _LONGEST_MONTH:
            self._singles(hour, place)
        else:
            self._series(hour, place)

    def _series(self, hour: ProtectedTime, place: ZoneInfo) -> None:
        rule = hour.rule
        entry = self._timed(hour, "hour", instant(rule.first, hour.time, place))
        once_to = hour.elsewhere.get(rule.first) if rule.repeat == "once" else None
        if once_to is not None:
            entry = self._timed(hour, "hour", instant(once_to.date(), once_to.time(), place))
        if rule.repeat != "once":
            entry.add("rrule", _recurrence(hour, place))
            for day in sorted(hour.passed_over):
                entry.add("exdate", instant(day, hour.time, place))
        if _over(hour):
            entry["STATUS"] = "CANCELLED"
        self.calendar.add_component(entry)
        if rule.repeat != "once" and not _over(hour):
            for day, to in _moved(hour):
                one = self._timed(hour, "hour", instant(to.date(), to.time(), place))
                one.add("recurrence-id", instant(day, hour.time, place))
                self.calendar.add_component(one)

    def _singles(self, hour: ProtectedTime, place: ZoneInfo) -> None:
        for day in islice(days(hour.rule, hour.rule.first), _SINGLES):
            to = hour.elsewhere.get(day, datetime.combine(day, hour.time))
            one = self._timed(hour, f"hour {day}", instant(to.date(), to.time(), place))
            if day in hour.passed_over:
                one["STATUS"] = "CANCELLED"
            self.calendar.add_component(one)

    def _timed(self, hour: ProtectedTime, name: str, start: datetime) -> Event:
        end = (start.astimezone(UTC) + timedelta(minutes=hour.minutes)).astimezone(start.tzinfo)
        entry = self._entry(name, words.SUMMARY, hour.changes)
        entry.add("dtstart", start)
        entry.add("dtend", end)
        entry.add("transp", "OPAQUE")
        return entry

    # --- days to look at a goal ------------------------------------------------------------------

    def take_day(self, dated: Dated) -> None:
        """A whole day, which keeps nobody from being asked to a meeting."""
        entry = self._entry(f"goal {dated.id}", words.GOAL_SUMMARY, dated.changes)
        entry.add("dtstart", dated.day)
        entry.add("dtend", dated.day + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        self.calendar.add_component(entry)

    def _entry(self, name: str, summary: str, changes: int) -> Event:
        entry = Event()
        named = sha256(f"{self._token} {name}".encode()).hexdigest()[:32]
        entry.add("uid", f"{named}@peercoach")
        entry.add("dtstamp", self._stamp)
        entry.add("sequence", changes)
        entry.add("summary", words.BUSY if self._neutral else summary)
        entry.add("class", "PRIVATE")
        return entry


def _recurrence(hour: ProtectedTime, place: ZoneInfo) -> vRecur:
    rule = hour.rule
    weekday = _DAYS[rule.first.weekday()]
    match rule.repeat:
        case "weeks":
            found = vRecur(freq="WEEKLY", interval=rule.weeks, byday=weekday)
        case "date":
            on = -1 if rule.day == _LONGEST_MONTH else rule.day
            found = vRecur(freq="MONTHLY", bymonthday=on)
        case _:
            found = vRecur(freq="MONTHLY", byday=f"{rule.nth}{weekday}")
    if rule.until is not None:
        last = instant(max(rule.until, rule.first), hour.time, place)
        found["UNTIL"] = last.astimezone(UTC)
    return found


def _over(hour: ProtectedTime) -> bool:
    """Whether none is left: those in another calendar are to go."""
    rule = hour.rule
    if rule.repeat == "once" and rule.first in hour.passed_over:
        return True
    return rule.until is not None and rule.until < rule.first


def _moved(hour: ProtectedTime) -> Iterator[tuple[date, datetime]]:
    rule: Rule = hour.rule
    for day, to in sorted(hour.elsewhere.items()):
        if day not in hour.passed_over and next(days(rule, day), None) == day:
            yield day, to
