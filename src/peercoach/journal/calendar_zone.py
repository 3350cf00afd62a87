"""A time zone as calendars want it told: when its clocks change, as rules that go on and on.

Outlook shifts by an hour what names no zone or lists its changes one by one (iCalcreator issues 86
and 106), Google refuses that (ics-py issue 419), and Thunderbird takes a zone that is only named
for none at all: so a zone is told by two yearly rules from 1970 on, as most programs do. A zone
whose changes follow no such rule is told change by change, for the years that matter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from peercoach.journal.calendar_dates import LAST, weekday_in

_YEARS = 10
"""For how many years from the first one the changes are looked at."""
_START = 1970
_STEP = timedelta(days=7)
"""No place changes its clocks twice in a week."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """One change of the clocks: what they showed just before it would have come, and both offsets.

    ``shown`` is the wall time by the old offset, as RFC 5545 wants it. ``name`` is what the time is
    called from then on.
    """

    shown: datetime
    before: timedelta
    after: timedelta
    name: str


def timezone(name: str, zone: ZoneInfo, year: int) -> Timezone:
    """The component that tells a zone, right from this year on."""
    told = Timezone()
    told.add("tzid", name)
    changes = list(_changes(zone, year))
    rules = _rules(changes)
    if not changes:
        told.add_component(_fixed(zone, year))
    elif rules:
        for change, nth in rules:
            told.add_component(_by_rule(change, nth))
    else:
        told.add_component(_fixed(zone, year))
        for change in changes:
            told.add_component(_observance(change, change.shown))
    return told


def _rules(changes: Sequence[Change]) -> list[tuple[Change, int]]:
    """The two changes of a year, each with which of its weekday it is; none if years differ."""
    each: list[tuple[Change, int]] = []
    for at in (0, 1):
        same = changes[at::2]
        if len(same) < _YEARS:
            return []
        if {(one.before, one.after) for one in same} != {(same[0].before, same[0].after)}:
            return []
        nth = next(
            (nth for nth in (LAST, 1, 2, 3, 4) if all(_fits(one, nth, same[0]) for one in same)), 0
        )
        if not nth:
            return []
        each.append((same[0], nth))
    return each


def _fits(change: Change, nth: int, like: Change) -> bool:
    day = like.shown.date()
    there = weekday_in(change.shown.year, day.month, day.weekday(), nth)
    return change.shown.date() == there and change.shown.time() == like.shown.time()


def _by_rule(change: Change, nth: int) -> TimezoneStandard | TimezoneDaylight:
    day = change.shown.date()
    start = datetime.combine(weekday_in(_START, day.month, day.weekday(), nth), change.shown.time())
    made = _observance(change, start)
    by = f"{nth}{_DAYS[day.weekday()]}"
    made.add("rrule", vRecur(freq="YEARLY", bymonth=day.month, byday=by))
    return made


def _observance(change: Change, start: datetime) -> TimezoneStandard | TimezoneDaylight:
    made = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    made.add("dtstart", start)
    made.add("tzoffsetfrom", change.before)
    made.add("tzoffsetto", change.after)
    made.add("tzname", change.name)
    return made


def _fixed(zone: ZoneInfo, year: int) -> TimezoneStandard:
    """What holds as the year begins, from 1970 on."""
    there = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = there.utcoffset() or timedelta()
    made = TimezoneStandard()
    made.add("dtstart", datetime.combine(date(_START, 1, 1), time()))
    made.add("tzoffsetfrom", offset)
    made.add("tzoffsetto", offset)
    made.add("tzname", there.tzname() or "UTC")
    return made


def _changes(zone: ZoneInfo, year: int) -> Iterator[Change]:
    """Each change of the clocks in the years that matter, in order."""
    day = datetime(year, 1, 1, tzinfo=UTC)
    end = datetime(year + _YEARS, 1, 1, tzinfo=UTC)
    while day < end:
        after = day + _STEP
        if _offset(day, zone) != _offset(after, zone):
            yield _change(day, after, zone)
        day = after


def _change(low: datetime, high: datetime, zone: ZoneInfo) -> Change:
    """The change between two instants, to the second."""
    before, after = _offset(low, zone), _offset(high, zone)
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if _offset(middle, zone) == before:
            low = middle
        else:
            high = middle
    name = high.astimezone(zone).tzname() or "UTC"
    return Change((high + before).replace(tzinfo=None), before, after, name)


def _offset(when: datetime, zone: ZoneInfo) -> timedelta:
    return when.astimezone(zone).utcoffset() or timedelta()
