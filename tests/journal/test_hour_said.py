"""What is understood of a day and a time as people type them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.errors import WhenNotUnderstood
from peercoach.journal.calendar_dates import LAST
from peercoach.journal.hour_said import moved_to, understood
from peercoach.journal.hours import ProtectedTime

NOW = datetime.fromisoformat("2026-03-14T14:02")
"""A Saturday."""


def _said(typed: str, now: datetime = NOW) -> ProtectedTime:
    return understood(typed, now=now, zone="Europe/London")


@pytest.mark.parametrize(
    ("typed", "first", "at", "how"),
    [
        ("4 April 10:00", "2026-04-04", "10:00", "weekday 1"),
        ("10:00 on the 4th of April", "2026-04-04", "10:00", "weekday 1"),
        ("April 4 2027, 2pm", "2027-04-04", "14:00", "weekday 1"),
        ("2026-04-30 09.30", "2026-04-30", "09:30", f"weekday {LAST}"),
        ("30/4 9.30", "2026-04-30", "09:30", f"weekday {LAST}"),
        ("30/04/26 noon", "2026-04-30", "12:00", f"weekday {LAST}"),
        ("13 march 10:00", "2027-03-13", "10:00", "weekday 2"),
        ("29 feb 10:00", "2028-02-29", "10:00", f"weekday {LAST}"),
        ("first Thursday 10:00", "2026-04-02", "10:00", "weekday 1"),
        ("the last Friday of each month at 3", "2026-03-27", "15:00", f"weekday {LAST}"),
        ("second Saturday 14:02", "2026-04-11", "14:02", "weekday 2"),
        ("second Saturday 14:03", "2026-03-14", "14:03", "weekday 2"),
        ("first Monday in May 10am", "2026-05-04", "10:00", "weekday 1"),
        ("Thursday 10:00", "2026-03-19", "10:00", "weekday 3"),
        ("next sat 10:00", "2026-03-21", "10:00", "weekday 3"),
        ("tomorrow half past 2", "2026-03-15", "14:30", "weekday 3"),
        ("today quarter to 8 pm", "2026-03-14", "19:45", "weekday 2"),
        ("the 15th 10:00", "2026-03-15", "10:00", "date 15"),
        ("31st 10:00 every month", "2026-03-31", "10:00", "date 31"),
        ("last day 10:00", "2026-03-31", "10:00", "date 31"),
        ("every Thursday 10:00", "2026-03-19", "10:00", "weeks 1"),
        ("every other thurs 10:00", "2026-03-19", "10:00", "weeks 2"),
        ("every 2 weeks Friday 2pm", "2026-03-20", "14:00", "weeks 2"),
        ("fortnightly from 4 April, 10 o'clock", "2026-04-04", "10:00", "weeks 2"),
        ("once on 4 April at 10", "2026-04-04", "10:00", "once"),
        ("4 April 10", "2026-04-04", "10:00", "weekday 1"),
    ],
)
def test_a_day_and_a_time_in_ordinary_words(typed: str, first: str, at: str, how: str) -> None:
    """Dates, weekdays and times are understood as people in Britain say them."""
    found = _said(typed)

    kind = {"weekday": found.nth, "date": found.day, "weeks": found.weeks, "once": ""}
    assert (found.first, found.at) == (first, at)
    assert f"{found.repeat} {kind[found.repeat]}".strip() == how
    assert found.minutes == 60 and found.zone == "Europe/London"


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("4 April 10:00 for 90 minutes", 90),
        ("4 April 10:00 for two hours", 120),
        ("4 April 10:00 to 11:30", 90),
        ("4 April 10-11am", 60),
        ("4 April 2-3.15pm", 75),
        ("4 April 10:00, half an hour", 30),
        ("an hour and a half on 4 April 10:00", 90),
    ],
)
def test_how_long_it_takes(typed: str, minutes: int) -> None:
    """A length, or an end, may be said with it."""
    assert _said(typed).minutes == minutes


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "I need a day and a time."),
        ("   ", "I need a day and a time."),
        ("Thursday", "no time of day"),
        ("10:00", "no day in that"),
        ("31 April 10:00", "no such day"),
        ("2026-02-30 10:00", "no such day"),
        ("45th 10:00", "no such day"),
        ("1/13 10:00", "no such day"),
        ("Thursday 25:00", "no such time"),
        ("Thursday 10:75", "no such time"),
        ("Thursday 13pm", "no such time"),
        ("4 April 2020 10:00", "over already"),
        ("today 10:00", "over already"),
        ("Thursday 4 April 10:00", "That day is a Saturday."),
        ("4 April 10:00 with biscuits", "“biscuits”"),
        ("4 April 10:00 for 2 minutes", "5 minutes to 12 hours"),
        ("every 99 weeks Friday 10:00", "1 to 52 weeks"),
        ("every 0 weeks Friday 10:00", "1 to 52 weeks"),
        ("٣ 10:00", "“٣”"),
    ],
)
def test_what_is_not_understood_is_said_kindly(typed: str, said: str) -> None:
    """What is missing, or not known, is named; nothing is guessed."""
    with pytest.raises(WhenNotUnderstood) as refused:
        _said(typed)

    assert said in str(refused.value)


def test_one_is_moved_to_a_day_and_time() -> None:
    """A single hour moves to a day and a time, and to nothing that comes round."""
    assert moved_to("9 April 11:00", now=NOW) == datetime.fromisoformat("2026-04-09T11:00")
    with pytest.raises(WhenNotUnderstood, match="a day and a time are enough"):
        moved_to("every Thursday 11:00", now=NOW)


_PIECES = st.sampled_from(
    [
        *("4", "31", "29", "april", "feb", "2026", "10:00", "9.30", "2pm", "at", "first", "last"),
        *("thursday", "every", "2", "weeks", "/", "-", ":", "once", "of", "month", "noon", "half"),
        *("past", "for", "hours", "minutes", "today", "15th", "٣", "99999999", "é", "to"),
    ]
)


@given(st.lists(_PIECES, max_size=7).map(" ".join) | st.text(max_size=40))
def test_whatever_is_typed_is_understood_or_kindly_refused(typed: str) -> None:
    """No text makes more of it than a time to come, or one typed error."""
    try:
        found = _said(typed)
    except WhenNotUnderstood as refused:
        assert str(refused)
        return

    assert datetime.fromisoformat(f"{found.first}T{found.at}") > NOW
    assert found.rule.first.isoformat() == found.first
