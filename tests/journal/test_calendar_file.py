"""The calendar file, read back by libraries that had no part in writing it."""

from datetime import UTC, date, datetime, tzinfo
from io import StringIO
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

import msgspec
import pytest
import vobject
from dateutil import tz
from hypothesis import given, settings
from hypothesis import strategies as st

from peercoach.journal.calendar_dates import date_in, nth_of, occurrences
from peercoach.journal.calendar_file import Dated, written
from peercoach.journal.calendar_zone import timezone
from peercoach.journal.hours import ProtectedTime, each_month
from peercoach.journal.moment import Moment

NOW = Moment(1_773_496_920_000, 0, "GMT")
"""14 March 2026, 14:02."""
TOKEN = "b1946ac92492d2347c6235b4d2611184"
HOUR = each_month(date(2026, 4, 2), "10:00", "Europe/London")
PLACES = ("Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC")


def _written(hour: ProtectedTime | None = HOUR, *days: Dated, neutral: bool = False) -> str:
    return written(hour, days, TOKEN, NOW, neutral=neutral).decode()


def _events(text: str) -> list[vobject.base.Component]:
    """Each entry, once the second library has found the file to be as RFC 5545 wants it."""
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    return list(calendar.vevent_list)


def _zone(text: str, name: str) -> tzinfo | None:
    """The zone that the file itself tells, as dateutil reads it."""
    start, end = text.index("BEGIN:VTIMEZONE"), text.index("END:VTIMEZONE")
    told = text[start : end + len("END:VTIMEZONE\r\n")]
    return tz.tzical(StringIO(told)).get(name)


def _by_rule(text: str, zone: str, since: datetime, most: int) -> list[datetime]:
    """When the series falls, by its rule and the zone as the file tells it: no word of ours."""
    (event, *_) = _events(text)
    rules = event.getrruleset(addRDate=False)
    told = _zone(text, zone)
    shown = (one.replace(tzinfo=told) for one in rules)
    instants = (tz.resolve_imaginary(one).astimezone(UTC) for one in shown)
    return list(islice((one for one in instants if one >= since), most))


hours = st.builds(
    lambda first, at, place, repeat, weeks: ProtectedTime(
        first=first.isoformat(),
        at=f"{at // 60:02d}:{at % 60:02d}",
        zone=place,
        repeat=repeat,
        nth=nth_of(first),
        day=first.day if first.day < 29 else 31,
        weeks=weeks,
    ),
    st.dates(date(2026, 1, 1), date(2030, 12, 28)),
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(PLACES),
    st.sampled_from(("weekday", "date", "weeks")),
    st.integers(1, 9),
)


def _ours(hour: ProtectedTime, most: int) -> list[datetime]:
    since = datetime(2026, 1, 1, tzinfo=UTC)
    found = occurrences(
        hour.rule, hour.time, hour.minutes, ZoneInfo(hour.zone),
        since=since, moved={}, left_out=frozenset(),
    )  # fmt: skip
    return [one.start.astimezone(UTC) for one in islice(found, most)]


@settings(max_examples=50)
@given(hours)
def test_another_library_finds_the_same_instants(hour: ProtectedTime) -> None:
    """By the rule and the zone that stand in the file, each one falls when we say it does."""
    if hour.repeat == "date" and hour.day == 31:
        last = date_in(hour.rule.first.year, hour.rule.first.month, 31)
        hour = msgspec.structs.replace(hour, first=last.isoformat())

    found = _by_rule(_written(hour), hour.zone, datetime(2026, 1, 1, tzinfo=UTC), 20)

    assert found == _ours(hour, 20)


def test_it_is_as_calendars_want_it() -> None:
    """What Outlook, Google and Thunderbird ask for stands in it, line by line, and nothing else."""
    text = _written()

    assert text.startswith(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Peercoach//Peercoach//EN\r\n"
    )
    for line in (
        "METHOD:PUBLISH",
        "TZID:Europe/London",
        "DTSTART:19700329T010000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "DTSTART:19701025T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "DTSTART;TZID=Europe/London:20260402T100000",
        "DTEND;TZID=Europe/London:20260402T110000",
        "RRULE:FREQ=MONTHLY;BYDAY=1TH",
        "DTSTAMP:20260314T140200Z",
        "SUMMARY:Protected time",
        "SEQUENCE:0",
    ):
        assert f"\r\n{line}\r\n" in text
    assert "RDATE" not in text and "BYSETPOS" not in text and "VALARM" not in text
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
    assert len(_events(text)) == 1


def test_one_that_is_moved_or_left_out_is_told_in_the_zone_of_the_series() -> None:
    """A left-out day is an EXDATE, a moved one an entry of the same name for that day."""
    hour = msgspec.structs.replace(
        HOUR, left_out=("2026-05-07",), moved={"2026-06-04": "2026-06-09T11:00"}, changes=2
    )
    text = _written(hour)

    series, moved = _events(text)
    assert "EXDATE;TZID=Europe/London:20260507T100000\r\n" in text
    assert "RECURRENCE-ID;TZID=Europe/London:20260604T100000\r\n" in text
    assert moved.uid.value == series.uid.value
    assert f"{moved.dtstart.value:%d %B %H:%M}" == "09 June 11:00"
    assert [one.sequence.value for one in (series, moved)] == ["2", "2"]
    assert _by_rule(text, hour.zone, datetime(2026, 5, 1, tzinfo=UTC), 1)[0].month == 6


def test_importing_again_updates_and_tells_nothing_of_the_notebook() -> None:
    """Names of entries stay, differ between notebooks, and hold neither the token nor an id."""
    first = _events(_written(HOUR, Dated("991144", date(2026, 6, 1), 3)))
    later = _events(_written(msgspec.structs.replace(HOUR, at="11:00", changes=1),
                             Dated("991144", date(2026, 7, 1), 4)))  # fmt: skip
    other = _events(written(HOUR, (), "another", NOW).decode())

    assert [one.uid.value for one in first] == [one.uid.value for one in later]
    assert first[0].uid.value != other[0].uid.value
    assert [one.sequence.value for one in first] == ["0", "3"]
    assert [one.sequence.value for one in later] == ["1", "4"]
    assert TOKEN not in _written() and "991144" not in _written(HOUR, Dated("991144", NOW_DAY, 0))


NOW_DAY = date(2026, 3, 14)


def test_a_day_to_look_at_a_goal_is_a_whole_day_that_is_not_busy() -> None:
    """It says that there is a goal and no word of it; with neutral titles not even that."""
    (day,) = _events(_written(None, Dated("1", date(2026, 6, 1), 0)))
    both = _events(_written(HOUR, Dated("1", date(2026, 6, 1), 0), neutral=True))

    assert day.summary.value == "A goal to look at"
    assert (day.dtstart.value, day.dtend.value) == (date(2026, 6, 1), date(2026, 6, 2))
    assert day.transp.value == "TRANSPARENT"
    assert [one.summary.value for one in both] == ["Busy", "Busy"]


@pytest.mark.parametrize("day", [29, 30])
def test_a_day_that_some_months_lack_is_told_as_single_entries(day: int) -> None:
    """What no rule says that every calendar reads stands there one by one, two years of it."""
    hour = msgspec.structs.replace(
        HOUR, first=f"2026-01-{day}", repeat="date", day=day,
        left_out=("2026-02-28",), moved={f"2026-03-{day}": "2026-04-01T09:00"},
    )  # fmt: skip
    text = _written(hour)
    found = _events(text)

    days = [f"{one.dtstart.value:%d %b %H}" for one in found]
    assert "RRULE:FREQ=MONTHLY" not in text and len({one.uid.value for one in found}) == 24
    assert days[:4] == [f"{day} Jan 10", "28 Feb 10", "01 Apr 09", f"{day} Apr 10"]
    assert found[1].status.value == "CANCELLED"


def test_what_is_over_goes_from_another_calendar_too() -> None:
    """A series that was stopped ends; one that never began, or a single one left out, is off."""
    ended = _written(msgspec.structs.replace(HOUR, until="2026-06-01"))
    never = _written(msgspec.structs.replace(HOUR, until="2026-03-13"))
    once = _written(msgspec.structs.replace(HOUR, repeat="once", left_out=("2026-04-02",)))
    moved = _written(
        msgspec.structs.replace(HOUR, repeat="once", moved={"2026-04-02": "2026-04-03T09:00"})
    )

    assert "RRULE:FREQ=MONTHLY;UNTIL=20260601T090000Z;BYDAY=1TH" in ended
    assert len(_by_rule(ended, HOUR.zone, datetime(2026, 1, 1, tzinfo=UTC), 9)) == 2
    assert "STATUS:CANCELLED" in never and "STATUS:CANCELLED" in once
    assert "RRULE:FREQ=MONTHLY" not in once
    assert "DTSTART;TZID=Europe/London:20260403T090000" in moved


IRREGULAR = ("Africa/Casablanca", "Africa/El_Aaiun", "Africa/Cairo", "Asia/Gaza", "Asia/Hebron")


def test_a_zone_is_told_right_for_years() -> None:
    """Any zone on earth, as the file tells it, has the offsets that it has, month by month."""
    names = sorted(available_timezones() - {"localtime"})
    for name in {*names[::25], *PLACES, *IRREGULAR, "Europe/Dublin", "Asia/Jerusalem"}:
        told = timezone(name, ZoneInfo(name), 2026).to_ical(sorted=False).decode()
        found = _zone(told, name)
        for month in range(110):
            shown = datetime(2026 + month // 12, month % 12 + 1, 15, 12, tzinfo=found)
            ours = shown.replace(tzinfo=ZoneInfo(name))
            assert shown.utcoffset() == ours.utcoffset(), (name, shown)
