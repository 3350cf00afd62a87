"""Dates as people write them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercoach.journal.carry import dates


@pytest.mark.parametrize(
    ("text", "shown", "rest"),
    [
        ("2024-03-14", "2024-03-14T12:00:00", ""),
        ("2024-3-4 Ward round", "2024-03-04T12:00:00", " Ward round"),
        ("2024-03-14 14:02", "2024-03-14T14:02:00", ""),
        ("2024-03-14 9.30: walk", "2024-03-14T09:30:00", ": walk"),
        ("2024-03-14T14:02:09Z", "2024-03-14T14:02:09+00:00", ""),
        ("2024-03-14T14:02:09.123+01:00", "2024-03-14T14:02:09+01:00", ""),
        ("2024-03-14 14:02 -0530", "2024-03-14T14:02:00-05:30", ""),
        ("2024-03-14 02:02 PM", "2024-03-14T14:02:00", ""),
        ("2024-03-14 12:00 am", "2024-03-14T00:00:00", ""),
        ("14 March 2024", "2024-03-14T12:00:00", ""),
        ("1st April 2024, 8:15 pm, at home", "2024-04-01T20:15:00", ", at home"),
        ("Thursday, 14 March 2024 at 14:02", "2024-03-14T14:02:00", ""),
        ("Thu 14 Mar 2024", "2024-03-14T12:00:00", ""),
        ("March 14, 2024", "2024-03-14T12:00:00", ""),
        ("sept 9 2024", "2024-09-09T12:00:00", ""),
    ],
)
def test_dates_that_are_read(text: str, shown: str, rest: str) -> None:
    """Each way of writing a date is read, and what follows it is left."""
    found = dates.at_start(text)

    assert found is not None
    assert found.shown.isoformat() == shown
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        *("", "03/04/2024", "14.3.2024", "March", "2024", "2024-03", "on 2024-03-14"),
        *("2024-13-01", "2024-02-30", "2024-03-14-a", "2024-03-141", "1066-10-14"),
        *("2024-03-14 25:00", "2024-03-14 14:61", "2024-03-14 13:00 pm", "2024-03-14x"),
        *("31 February 2024", "2024-03-14 14:02 +99:00"),
    ],
)
def test_what_is_no_date_stays_text(text: str) -> None:
    """What could be read in two ways, or is no day at all, is not taken for a date."""
    assert dates.at_start(text) is None


@given(when=st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)))  # noqa: DTZ001
def test_every_day_is_read(when: datetime) -> None:
    """What is written the common way is read as what it was."""
    shown = when.replace(microsecond=0)

    found = dates.at_start(shown.isoformat(" ") + " Words")

    assert found is not None
    assert found.shown == shown


@given(text=st.text())
def test_any_text_is_looked_at(text: str) -> None:
    """No text makes the reading of dates fail, and what is read lies within it."""
    found = dates.at_start(text)

    assert found is None or text.startswith(found.written)
