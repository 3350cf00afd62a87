"""A day as people write it: "14 April", "in 3 months", "tomorrow", 2027-04-14. No clock here."""

import re
from calendar import monthrange
from datetime import date, timedelta

from peercoach.errors import NotADay
from peercoach.words.when import MONTHS

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SPAN = re.compile(r"(?:in|next)(?: (\w+))? (day|week|month|year)s?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_LEAP = 8
"""Years within which every day of a calendar comes round, 29 February too (1896 to 1904)."""


def day_in(typed: str, today: date) -> date:
    """The day that was typed, as seen from ``today``.

    A day without a year is the next one of that name, today included. A month from the 31st is the
    last day of a shorter month. Figures are read day first, as they are written in Britain.

    Raises:
        NotADay: it is none that we can read, or beyond the calendar.
    """
    plain = " ".join(typed.lower().replace(",", " ").rstrip(".").split()).removeprefix("on ")
    try:
        found = _said(plain, today) or date.fromisoformat(plain)
    except (ValueError, OverflowError):
        raise NotADay(gone=False) from None
    return found


def months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it is shorter.

    Raises:
        ValueError, OverflowError: it is beyond the calendar.
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _said(plain: str, today: date) -> date | None:
    if plain in ("today", "tomorrow"):
        return today + timedelta(days=plain == "tomorrow")
    if plain in ("in half a year", "in half year"):
        return months_on(today, 6)
    if span := _SPAN.fullmatch(plain):
        return _later(span, plain, today)
    if found := _DAY_FIRST.fullmatch(plain):
        return _named(found[1], found[2], found[3], today)
    if found := _MONTH_FIRST.fullmatch(plain):
        return _named(found[2], found[1], found[3], today)
    if found := _FIGURES.fullmatch(plain):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return None


def _later(span: re.Match[str], plain: str, today: date) -> date | None:
    said, unit = span[1], span[2]
    if (said is None) != plain.startswith("next"):
        return None
    count = 1 if said is None else _NUMBERS.get(said) or int(said)
    if unit in ("day", "week"):
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    return months_on(today, count * (12 if unit == "year" else 1))


def _named(day: str, name: str, year: str | None, today: date) -> date | None:
    months = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(name)]
    if len(months) != 1:
        return None
    if year:
        return date(int(year), months[0], int(day))
    for one in range(today.year, today.year + _LEAP + 1):
        try:
            found = date(one, months[0], int(day))
        except ValueError:
            continue
        if found >= today:
            return found
    return None
