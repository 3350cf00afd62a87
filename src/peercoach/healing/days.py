"""The day on which someone would like to come back to what was put down: to come, and their own."""

from datetime import date, timedelta

from peercoach.errors import UsedWrongly
from peercoach.journal.carry.dates import at_start
from peercoach.words import heal as words
from peercoach.words.when import MONTHS


def suggested(today: date) -> tuple[date, date]:
    """A week from today, and four weeks from today: the same day of the week."""
    return today + timedelta(weeks=1), today + timedelta(weeks=4)


def example(today: date) -> str:
    """A day as it may be typed: "4 April 2026"."""
    day = suggested(today)[1]
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_to_come(typed: str, today: date) -> date:
    """The day that was typed: 4 April, 4 April 2026, 2026-04-04. Without a year it is the next one.

    Raises:
        UsedWrongly: it is no day, or not one to come.
    """
    plain = typed.strip().rstrip(".")
    found = _whole(plain)
    if found is None:
        named = (_whole(f"{plain} {year}") for year in (today.year, today.year + 1))
        days = [day for day in named if day is not None]
        found = next((day for day in days if day > today), days[0] if days else None)
    if found is None:
        raise UsedWrongly(detail=words.NOT_A_DAY.format(example=example(today)))
    if found <= today:
        raise UsedWrongly(detail=words.NOT_TO_COME.format(example=example(today)))
    return found


def _whole(text: str) -> date | None:
    """The day that a text is, all of it."""
    found = at_start(text)
    return found.shown.date() if found is not None and found.end == len(text) else None
