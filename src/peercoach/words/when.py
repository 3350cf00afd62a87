"""Dates and times in words, the same on every computer whatever its locale."""

from datetime import date, datetime, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(when: date, today: date) -> str:
    """A day: "today", "yesterday", "on 14 March", with its year where that is another one."""
    if when == today:
        return "today"
    if when == today - timedelta(days=1):
        return "yesterday"
    year = "" if when.year == today.year else f" {when.year}"
    return f"on {when.day} {MONTHS[when.month - 1]}{year}"


def clock(when: datetime) -> str:
    """The time of day: 14:02."""
    return f"{when.hour}:{when.minute:02d}"


def day_and_year(when: date) -> str:
    """A day that may be far ahead: "14 March 2027"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
