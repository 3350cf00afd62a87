"""Days as people write them: over month ends, leap days, years, and what is none."""

from contextlib import suppress
from datetime import date

import hypothesis.strategies as st
import pytest
from hypothesis import given

from peercoach.errors import NotADay
from peercoach.guide.goal_dates import day_in, months_on
from peercoach.words.when import day_and_year

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-03-14"),
        ("Tomorrow.", "2026-03-15"),
        ("in 10 days", "2026-03-24"),
        ("in a week", "2026-03-21"),
        ("in two weeks", "2026-03-28"),
        ("in 3 months", "2026-06-14"),
        ("in half a year", "2026-09-14"),
        ("in a year", "2027-03-14"),
        ("next month", "2026-04-14"),
        ("next year", "2027-03-14"),
        ("14 March", "2026-03-14"),
        ("13 March", "2027-03-13"),
        ("on 1st of April", "2026-04-01"),
        ("April 1", "2026-04-01"),
        ("1 apr 2028", "2028-04-01"),
        ("2 Sept, 2026", "2026-09-02"),
        ("3/4/2026", "2026-04-03"),
        ("03.04.2026", "2026-04-03"),
        ("2027-12-31", "2027-12-31"),
        ("٣ May", "2026-05-03"),
        ("  1   May ", "2026-05-01"),
    ],
)
def test_days(typed: str, day: str) -> None:
    """Each is read as it was meant."""
    assert day_in(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("today", "typed", "day"),
    [
        ("2026-01-31", "in a month", "2026-02-28"),
        ("2028-01-31", "in a month", "2028-02-29"),
        ("2028-02-29", "in a year", "2029-02-28"),
        ("2028-02-29", "in 4 years", "2032-02-29"),
        ("2026-03-01", "29 February", "2028-02-29"),
        ("2096-03-01", "29 February", "2104-02-29"),
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2026-12-31", "next month", "2027-01-31"),
        ("2026-10-25", "in 1 day", "2026-10-26"),
        ("2026-03-28", "in 2 days", "2026-03-30"),
    ],
)
def test_month_ends_leap_days_and_clock_changes(today: str, typed: str, day: str) -> None:
    """A day of a plain calendar is what counts: no clock that is put on or back moves it."""
    assert day_in(typed, date.fromisoformat(today)).isoformat() == day


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "32 March", "30 February", "29 February 2027", "ma 3", "june", "in months"),
        *("next 3 months", "in", "2026-13-01", "1/13/2026", "0 March", "in 999999 years", "☕"),
        *("in 99999999999999999999 days", "14 March 0", "14 March 99999", "1 2 3", "in -1 days"),
    ],
)
def test_what_is_no_day(typed: str) -> None:
    """It is refused with a sentence, whatever it is."""
    with pytest.raises(NotADay):
        day_in(typed, TODAY)


@given(st.dates(), st.dates(min_value=date(1900, 1, 1)))
def test_a_day_as_we_say_it_is_read_back(day: date, today: date) -> None:
    """What is shown again, and the calendar's own way of writing, both come back as that day."""
    assert day_in(day.isoformat(), today) == day
    if day.year >= 1000:
        assert day_in(day_and_year(day), today) == day


@given(st.text(max_size=20), st.dates(max_value=date(9990, 1, 1)))
def test_any_text_is_a_day_or_refused(typed: str, today: date) -> None:
    """Nothing else comes of it."""
    with suppress(NotADay):
        assert isinstance(day_in(typed, today), date)


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(0, 1200))
def test_months_on(day: date, months: int) -> None:
    """The month is right, and the day is the same or the month's last."""
    found = months_on(day, months)

    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day
