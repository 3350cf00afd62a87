"""Dates and ages, less exact: a season and its year, ten years of age together.

By choice dates are shifted and not generalised: all by the same random number of days in one
export, so that what lies between two of them stays true.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from peercoach.sharing.detect.spans import Kind
from peercoach.words import sharing as words
from peercoach.words.when import MONTHS

Generalise = Callable[[Kind, str], str]
"""A date's or an age's label, from its kind and its text."""

OLD = 90
"""From this age on all are one group (as the HIPAA safe harbour has it, 45 CFR 164.514(b)(2))."""

_NUMERIC = re.compile(r"(?P<a>\d{1,4})[/.-](?P<b>\d{1,2})(?:[/.-](?P<c>\d{2,4}))?")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b|['’]\d{2}\b")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10 * tens
    for tens, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}


def general(kind: Kind, text: str) -> str:
    """A date as its season and year, as far as it tells them; an age as its ten years."""
    return _age(text) if kind == "AGE" else _season(text)


def season_of(when: date) -> str:
    """The season of a day, with the year that it is called by: "spring 2026"."""
    season = words.SEASONS[(when.month % 12) // 3]
    # A winter begins in one year and ends in the next: it is called by the one it ends in.
    return words.SEASON_OF.format(season=season, year=when.year + (when.month == 12))


def day_after(when: date, days: int) -> str:
    """A day, so many days later, in words; empty text where the calendar has no such day."""
    try:
        moved = when + timedelta(days=days)
    except OverflowError:
        return ""
    return words.SHIFTED.format(day=moved.day, month=MONTHS[moved.month - 1], year=moved.year)


def shifted(days: int) -> Generalise:
    """Dates moved by this many days, where a whole date is told; ages as :func:`general`.

    A date without its year is generalised: in another year it would fall otherwise.
    """

    def shift(kind: Kind, text: str) -> str:
        when = _whole(text) if kind == "DATE" else None
        moved = "" if when is None else day_after(when, days)
        return moved or general(kind, text)

    return shift


def _season(text: str) -> str:
    month, year = _month(text), _year(text)
    if month is None:
        return words.SOME_DAY if year is None else words.SOME_DAY_IN.format(year=year)
    if year is None:
        season = words.SEASONS[(month % 12) // 3]
    else:
        season = season_of(date(max(year, 1), month, 1))
    return words.DAY_IN.format(season=season) if _tells_day(text) else season


def _tells_day(text: str) -> bool:
    """Whether a date tells its day, and not a month alone."""
    if _NUMERIC.search(text):
        return True
    rest = _YEAR.sub("", text).lower()
    return bool(_DAY.search(rest)) or any(
        one in rest for one in ("first", "second", "third", "th ")
    )


def _month(text: str) -> int | None:
    found = re.search(
        r"(?i)(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", text
    )
    if found:
        return _SHORT[found.group(1).lower()]
    numeric = _NUMERIC.search(text)
    if numeric and 1 <= int(numeric["b"]) <= 12:
        return int(numeric["b"])
    return None


def _year(text: str) -> int | None:
    found = _YEAR.search(text)
    if found:
        digits = found.group().lstrip("'’")
        return int(digits) if len(digits) == 4 else 2000 + int(digits)
    numeric = _NUMERIC.search(text)
    if numeric and numeric["c"]:
        year = int(numeric["c"])
        return year if year > 99 else 2000 + year if year < 70 else 1900 + year
    return None


def _whole(text: str) -> date | None:
    month, year = _month(text), _year(text)
    if month is None or year is None:
        return None
    numeric = _NUMERIC.search(text)
    if numeric:
        day = int(numeric["c"] or 0) if len(numeric["a"]) == 4 else int(numeric["a"])
    else:
        found = _DAY.search(_YEAR.sub("", text))
        day = int(found.group(1)) if found else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _age(text: str) -> str:
    years = _number(text)
    if years is None:
        return words.SOME_AGE
    if years >= OLD:
        band = words.OLDEST.format(age=OLD)
    elif years < 10:
        band = words.YOUNGEST
    else:
        first = years - years % 10
        band = words.AGES.format(first=first, last=first + 9)
    if re.search(r"(?i)years?[- ]olds?$", text.strip()) and "-" in text:
        return words.YEAR_OLD.format(band=band.replace(" ", "-"))
    return words.AGED.format(band=band) if text.lower().startswith("age") else band


def _number(text: str) -> int | None:
    digits = re.search(r"\d{1,3}", text)
    if digits:
        return int(digits.group())
    told = [_WORDS[one] for one in re.findall(r"[a-z]+", text.lower()) if one in _WORDS]
    return sum(told) if told else None
