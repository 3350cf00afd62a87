"""When something comes round, beside another library's opinion of it."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule, tz
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal.calendar_dates import (
    LAST,
    Repeat,
    Rule,
    date_in,
    days,
    instant,
    nth_of,
    occurrences,
    weekday_in,
)

wall = datetime.fromisoformat
LONDON = ZoneInfo("Europe/London")
PLACES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
THURSDAY = date(2026, 4, 2)

firsts = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def _rule(first: date, repeat: Repeat, weeks: int = 1, until: date | None = None) -> Rule:
    return Rule(first, repeat, nth=nth_of(first), day=first.day, weeks=weeks, until=until)


def _second_opinion(rule: Rule) -> rrule.rrule:
    """The same as RFC 5545 has it, by dateutil."""
    start = datetime.combine(rule.first, time())
    if rule.repeat == "once":
        return rrule.rrule(rrule.DAILY, dtstart=start, count=1)
    if rule.repeat == "weeks":
        return rrule.rrule(rrule.WEEKLY, interval=rule.weeks, dtstart=start)
    if rule.repeat == "weekday":
        weekday = rrule.weekday(rule.first.weekday(), rule.nth)
        return rrule.rrule(rrule.MONTHLY, byweekday=weekday, dtstart=start)
    return rrule.rrule(
        rrule.MONTHLY,
        bymonthday=range(min(rule.day, 28), rule.day + 1),
        bysetpos=-1,
        dtstart=start,
    )


@given(firsts, st.sampled_from(("weekday", "date", "weeks", "once")), st.integers(1, 9), firsts)
def test_days_come_round_as_another_library_has_them(
    first: date, repeat: Repeat, weeks: int, since: date
) -> None:
    """From any day on, the days by a rule are those that dateutil finds by RFC 5545."""
    rule = _rule(first, repeat, weeks)

    found = list(islice(days(rule, since), 30))

    other = _second_opinion(rule).xafter(datetime.combine(since, time()), count=30, inc=True)
    assert found == [one.date() for one in other]


@given(firsts, st.sampled_from(("weekday", "date", "weeks")), st.integers(1, 9))
def test_every_month_has_one_and_none_comes_after_the_end(
    first: date, repeat: Repeat, weeks: int
) -> None:
    """No month is passed over, whatever day was chosen, and the last day that counts is kept."""
    ninth = list(islice(days(_rule(first, repeat, weeks), first), 9))[-1]

    found = list(days(_rule(first, repeat, weeks, until=ninth), first))

    assert found[0] == first and found[-1] == ninth and len(found) == 9
    if repeat != "weeks":
        months = [day.year * 12 + day.month for day in found]
        assert all(after - before == 1 for before, after in pairwise(months))


def test_a_thirty_first_and_a_leap_day_fall_on_the_last_day_of_shorter_months() -> None:
    """The 31st is 30 April and 28 February; the 29th is there in a leap year."""
    thirty_first = islice(days(Rule(date(2028, 1, 31), "date", day=31), date(2028, 1, 1)), 4)
    leap = Rule(date(2028, 2, 29), "date", day=29)

    assert [f"{day:%d %b}" for day in thirty_first] == ["31 Jan", "29 Feb", "31 Mar", "30 Apr"]
    assert date(2029, 2, 28) in islice(days(leap, leap.first), 13)
    assert date_in(2027, 2, 31) == date(2027, 2, 28)


def test_a_fifth_weekday_is_the_last() -> None:
    """A fifth Thursday can't come each month, so the last one does."""
    assert nth_of(date(2026, 4, 30)) == LAST
    assert weekday_in(2026, 5, 3, LAST) == date(2026, 5, 28)
    assert weekday_in(2026, 5, 3, 1) == date(2026, 5, 7)


@given(
    st.datetimes(wall("2020-01-01"), wall("2040-01-01")),
    st.sampled_from(PLACES),
)
def test_an_instant_is_the_one_another_library_finds(shown: datetime, place: str) -> None:
    """A wall time anywhere is the instant that dateutil takes it for, clocks changed or not."""
    found = instant(shown.date(), shown.time(), ZoneInfo(place))

    other = tz.gettz(place)
    assert other is not None
    expected = tz.resolve_imaginary(shown.replace(tzinfo=other, fold=0))
    assert found.astimezone(UTC) == expected.astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "at", "utc", "wall"),
    [
        (date(2026, 3, 28), time(10), "10:00", "10:00"),
        (date(2026, 3, 29), time(10), "09:00", "10:00"),
        (date(2026, 3, 29), time(1, 30), "01:30", "02:30"),  # there is no half past one
        (date(2026, 10, 25), time(1, 30), "00:30", "01:30"),  # there are two
        (date(2026, 10, 25), time(10), "10:00", "10:00"),
    ],
)
def test_bst_and_gmt_are_right(day: date, at: time, utc: str, wall: str) -> None:
    """Ten is ten by the clock, in summer and winter; the odd ones are as RFC 5545 has them."""
    found = instant(day, at, LONDON)

    assert f"{found.astimezone(UTC):%H:%M}" == utc
    assert f"{found:%H:%M}" == wall


def _found(since: datetime, **more: object) -> list[str]:
    given = {"moved": {}, "left_out": frozenset(), **more}
    rule = Rule(THURSDAY, "weekday", nth=1)
    found = occurrences(rule, time(10), 60, LONDON, since=since, **given)  # type: ignore[arg-type]
    return [f"{one.start:%d %b %H:%M}" for one in islice(found, 3)]


def test_one_that_is_moved_or_left_out_changes_no_other() -> None:
    """A single one comes where it was moved to, or not at all; the others stay."""
    since = datetime(2026, 3, 14, tzinfo=UTC)
    moved = {THURSDAY: wall("2026-05-20T09:15")}

    assert _found(since) == ["02 Apr 10:00", "07 May 10:00", "04 Jun 10:00"]
    assert _found(since, moved=moved) == ["07 May 10:00", "20 May 09:15", "04 Jun 10:00"]
    assert _found(since, left_out={date(2026, 5, 7)}) == [
        "02 Apr 10:00",
        "04 Jun 10:00",
        "02 Jul 10:00",
    ]
    assert _found(since, moved={date(2026, 4, 3): wall("2026-04-09")})[0] == "02 Apr 10:00"


def test_it_stands_until_it_is_over() -> None:
    """While the hour runs it is the next one; once it is over it is not."""
    end = instant(THURSDAY, time(11), LONDON)

    assert _found(end - timedelta(minutes=1))[0] == "02 Apr 10:00"
    assert _found(end)[0] == "07 May 10:00"
