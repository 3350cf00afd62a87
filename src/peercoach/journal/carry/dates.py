"""Dates at the start of a line, as people and other journals write them.

``2024-03-14``, ``2024-03-14 14:02``, ``2024-03-14T14:02:09+01:00``, ``14 March 2024``, ``Thursday,
14th March 2024, 2:02 pm`` and ``March 14, 2024`` are read. ``03/04/2024`` is not: it is in March
for some and in April for others, so it stays what it is, text.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from peercoach.words.when import MONTHS

NOON = 12
"""The hour of a day without one: it is that day in every zone that a notebook may travel to."""

_YEARS = range(1900, 2200)
_MONTHS = {month.lower()[:3]: number for number, month in enumerate(MONTHS, start=1)}
_MONTH = "|".join([*MONTHS, *(month[:3] for month in MONTHS), "Sept"])
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?:day)?,?[ ]+)?"
_DAY = (
    r"(?P<y1>\d{4})-(?P<n1>\d\d?)-(?P<d1>\d\d?)"
    rf"|{_WEEKDAY}(?P<d2>\d\d?)(?:st|nd|rd|th)?[ ]+(?P<m2>{_MONTH})\.?,?[ ]+(?P<y2>\d{{4}})"
    rf"|{_WEEKDAY}(?P<m3>{_MONTH})\.?[ ]+(?P<d3>\d\d?)(?:st|nd|rd|th)?,?[ ]+(?P<y3>\d{{4}})"
)
_TIME = (
    r"(?:(?:T|,?[ ]+(?:at[ ]+)?)(?P<h>\d\d?)[:.](?P<min>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?"
    r"(?:[ ]?(?P<half>[ap]m)\b)?(?:[ ]?(?P<zone>Z|[+-]\d\d:?\d\d))?)?"
)
_DATE = re.compile(rf"(?:{_DAY})(?!\d){_TIME}(?![\w-])", re.IGNORECASE)


class Dated(NamedTuple):
    """A date that was read: as the clock showed it, naive unless an offset was written; as it was
    written; and where it ends in the text.
    """

    shown: datetime
    written: str
    end: int


def at_start(text: str) -> Dated | None:
    """The date that a text begins with; None where it begins with none."""
    found = _DATE.match(text)
    if found is None:
        return None
    try:
        return Dated(_shown(found), found[0], found.end())
    except ValueError:
        return None


def _shown(found: re.Match[str]) -> datetime:
    part = found.groupdict()
    year = int(part["y1"] or part["y2"] or part["y3"])
    named = part["m2"] or part["m3"]
    month = _MONTHS[named.lower()[:3]] if named else int(part["n1"])
    day = int(part["d1"] or part["d2"] or part["d3"])
    if year not in _YEARS:
        raise ValueError
    if part["h"] is None:
        return _naive(year, month, day, NOON, 0, 0)
    hour = int(part["h"])
    if half := (part["half"] or "").lower():
        if not 1 <= hour <= NOON:
            raise ValueError
        hour = hour % NOON + (NOON if half == "pm" else 0)
    shown = _naive(year, month, day, hour, int(part["min"]), int(part["s"] or 0))
    return shown.replace(tzinfo=_zone(part["zone"])) if part["zone"] else shown


def _naive(*parts: int) -> datetime:
    # What the clock on the wall showed: the zone is that of this computer, and comes later.
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


def _zone(written: str) -> timezone:
    if written.upper() == "Z":
        return UTC
    digits = written[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written.startswith("-") else offset)
