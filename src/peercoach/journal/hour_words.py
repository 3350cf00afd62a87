"""What stands in the words of someone who types a day and a time: "first Thursday 2pm".

Words are taken out of what was typed, one kind after the other. What is left over and means nothing
is told, so that nothing is guessed at behind a person's back. Days come before months, as in
Britain; a time without "am" or "pm" is as on a 24-hour clock, but for "at 2".
"""

import re
from dataclasses import dataclass
from datetime import time

from peercoach.errors import WhenNotUnderstood
from peercoach.journal.calendar_dates import LAST, Repeat
from peercoach.words import hours as words
from peercoach.words.when import MONTHS

_AFTERNOON = range(1, 7)
"""Hours that are in the afternoon where only "at 2" is said."""
_LAST_DAY = 31
_HOUR = 60

_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_COUNTS |= {"other": 2, "second": 2, "a": 1, "an": 1, "": 1}
_NTHS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NTHS |= {"last": LAST, "fifth": LAST, "5th": LAST}
_FILLING = frozenset(
    {"the", "on", "at", "of", "in", "from", "and", "then", "to", "with", "for", "my", "a", "an"}
    | {"hour", "hours", "oclock", "month", "day", "each", "every", "next", "this", "coming"}
    | {"start", "starting", "please"}
)
_STARTS = tuple(one[:3].lower() for one in MONTHS)
_DAYS = tuple(one[:3].lower() for one in words.WEEKDAYS)

_MONTH = rf"(?P<month>{'|'.join(_STARTS)})[a-z]*\.?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_DAYS)})(?:day|s|sday|nesday|r|rs|rsday|urday)?s?"
_NTH = rf"(?P<nth>{'|'.join(_NTHS)})"
_COUNT = r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|other|second)"
_CLOCK = r"{0}(\d{{1,2}})(?:[:.](\d{{2}}))?\s*(am|pm)?"


@dataclass
class Said:
    """What was found, each part empty (None, 0) where nothing was said of it.

    ``month_day`` is a day that comes each month (31: the last); ``day``, ``month`` and ``year`` are
    those of a date. ``ahead`` counts the days from today.
    """

    at: time | None = None
    minutes: int = 0
    repeat: Repeat | None = None
    weeks: int = 1
    day: int = 0
    month: int = 0
    year: int = 0
    month_day: int = 0
    weekday: int | None = None
    nth: int = 0
    ahead: int | None = None


def not_understood(why: str, **facts: str) -> WhenNotUnderstood:
    """The error that says why."""
    return WhenNotUnderstood(detail=words.NOT_UNDERSTOOD[why].format(**facts))


class Words:
    """What was typed, as it grows shorter; ``said`` is what was found in it."""

    def __init__(self, typed: str) -> None:
        plain = typed.casefold().replace("–", "-").replace(",", " ").replace("o'clock", "oclock")
        self._left = f" {plain.replace('o’clock', 'oclock')} "
        self.said = Said()
        if not typed.strip():
            raise not_understood("nothing")

    def read(self) -> Said:
        """Take out all that has a meaning.

        Raises:
            WhenNotUnderstood: something is left, or is no time or day that there is.
        """
        self._length()
        self._repeat()
        self._date_in_figures()
        self._date()
        self._day()
        self._clock()
        self._bare_hour()
        for word in re.findall(r"[^\W_]+", self._left):
            if word not in _FILLING:
                raise not_understood("word", word=word)
        return self.said

    def _take(self, pattern: str) -> re.Match[str] | None:
        found = re.search(rf"(?<![\w:.]){pattern}(?![\w:])", self._left)
        if found is not None:
            self._left = f"{self._left[: found.start()]} {self._left[found.end() :]}"
        return found

    # --- how long, how often -------------------------------------------------------------------

    def _length(self) -> None:
        if self._take(r"(?:for )?half an hour"):
            self.said.minutes = _HOUR // 2
        elif self._take(r"(?:for )?an hour and a half"):
            self.said.minutes = _HOUR + _HOUR // 2
        elif found := self._take(r"(?:for )?(\d{1,4})\s*(?:minutes?|mins?)"):
            self.said.minutes = int(found[1])
        elif found := self._take(r"for (an?|\d{1,2}|one|two|three|four)\s*hours?"):
            self.said.minutes = _HOUR * _counted(found[1])

    def _repeat(self) -> None:
        said = self.said
        if self._take(r"(?:only |just )?(?:this )?once(?: only)?"):
            said.repeat = "once"
        elif self._take(r"(?:every |each )?fortnight(?:ly)?"):
            said.repeat, said.weeks = "weeks", 2
        elif self._take(r"weekly") or self._take(r"(?:every|each) week"):
            said.repeat = "weeks"
        elif found := self._take(rf"every {_COUNT} weeks?"):
            said.repeat, said.weeks = "weeks", _counted(found["count"])
        elif found := self._take(rf"every other {_WEEKDAY}"):
            said.repeat, said.weeks = "weeks", 2
            said.weekday = _DAYS.index(found["weekday"])
        elif found := self._take(rf"(?:every|each) {_WEEKDAY}"):
            said.repeat, said.weekday = "weeks", _DAYS.index(found["weekday"])
        else:
            self._take(r"(?:monthly|(?:of )?(?:every|each|the) month)")

    # --- which day -----------------------------------------------------------------------------

    def _date_in_figures(self) -> None:
        said = self.said
        if found := self._take(r"(\d{4})-(\d{1,2})-(\d{1,2})"):
            said.year, said.month, said.day = (int(one) for one in found.groups())
        elif found := self._take(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?"):
            said.day, said.month, said.year = (int(one or 0) for one in found.groups())
            said.year += 2000 if 0 < said.year < 100 else 0
        else:
            return
        if not (1 <= said.month <= 12 and 1 <= said.day <= _LAST_DAY):
            raise not_understood("no-such-day")

    def _date(self) -> None:
        said = self.said
        found = self._take(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: (\d{{4}}))?")
        if found is None:
            found = self._take(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?: (\d{{4}}))?(?![:.])")
        if found is None:
            return
        day, year = [one for one in found.groups() if one != found["month"]]
        said.day, said.year = int(day), int(year or 0)
        said.month = _STARTS.index(found["month"]) + 1

    def _day(self) -> None:
        said = self.said
        if found := self._take(rf"{_NTH} {_WEEKDAY}"):
            said.nth, said.weekday = _NTHS[found["nth"]], _DAYS.index(found["weekday"])
        elif found := self._take(_WEEKDAY):
            said.weekday = _DAYS.index(found["weekday"])
        if self._take(r"today"):
            said.ahead = 0
        elif self._take(r"tomorrow"):
            said.ahead = 1
        elif self._take(r"last day"):
            said.month_day = _LAST_DAY
        elif found := self._take(r"(\d{1,2})(?:st|nd|rd|th)"):
            said.month_day = int(found[1])
            if not 1 <= said.month_day <= _LAST_DAY:
                raise not_understood("no-such-day")
        if (said.nth or said.month_day) and (found := self._take(_MONTH)):
            said.month = _STARTS.index(found["month"]) + 1

    # --- what time -----------------------------------------------------------------------------

    def _clock(self) -> None:
        said = self.said
        to = r"\s*(?:-|to|till|until)\s*"
        if self._take(r"(?:noon|midday)"):
            said.at = time(12)
        elif found := self._take(_CLOCK.format("") + to + _CLOCK.format("")):
            said.at = _time(found[1], found[2], found[3] or found[6])
            end = _time(found[4], found[5], found[6])
            said.minutes = (_of_day(end) - _of_day(said.at)) % (24 * _HOUR)
        elif found := self._take(r"(half|quarter) (past|to) (\d{1,2})(?:\s*(am|pm))?"):
            said.at = _past(found[1], found[2], _time(found[3], "0", found[4], loose=True))
        elif found := self._take(r"(\d{1,2})[:.](\d{2})\s*(am|pm)?"):
            said.at = _time(found[1], found[2], found[3])
        elif found := self._take(r"(\d{1,2})()\s*(am|pm)"):
            said.at = _time(found[1], "0", found[3])

    def _bare_hour(self) -> None:
        if self.said.at is None and (found := self._take(r"(?:at )?(\d{1,2})(?: oclock)?")):
            self.said.at = _time(found[1], "0", None, loose=True)


def _counted(word: str) -> int:
    return int(word) if word.isdecimal() else _COUNTS[word]


def _of_day(at: time) -> int:
    return at.hour * _HOUR + at.minute


def _time(hour: str, minute: str | None, half: str | None, *, loose: bool = False) -> time:
    at, least = int(hour), int(minute or 0)
    if half and not 1 <= at <= 12:
        raise not_understood("no-such-time")
    if half:
        at = at % 12 + (12 if half == "pm" else 0)
    elif loose and at in _AFTERNOON:
        at += 12
    if at > 23 or least > 59:
        raise not_understood("no-such-time")
    return time(at, least)


def _past(part: str, way: str, at: time) -> time:
    by = 30 if part == "half" else 15
    minutes = (_of_day(at) + (by if way == "past" else -by)) % (24 * _HOUR)
    return time(minutes // _HOUR, minutes % _HOUR)
