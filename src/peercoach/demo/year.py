"""What the invented person wrote: the file ``year.toml`` as plain values, and when each was."""

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import Literal

import msgspec

from peercoach.journal.moment import Moment

FILE = Path(__file__).with_name("year.toml")

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WHEN = re.compile(r"([1-9][0-9]?) (days|" + "|".join(_DAYS) + r") ([0-9]{2}:[0-9]{2})")
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


class Sitting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reflection: what was said at which stop, in order, by the question's id or the kind of
    the stop; a number is a rating. What is left out was skipped.

    ``about`` is an address, or a framework's id. ``bring`` names what is marked for the next
    conversation. Of one that ends "open", the last is what was being typed.
    """

    when: str
    about: str
    said: dict[str, str | int]
    name: str = ""
    ends: Literal["finished", "enough", "open"] = "finished"
    bring: tuple[str, ...] = ()


class Note(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A note that answers nothing; ``about`` is the element it belongs to, if any."""

    when: str
    text: str
    name: str = ""
    about: str = ""


class Edit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was written again later: ``of`` is a note's name, or a sitting's and the stop."""

    when: str
    of: str
    text: str


class Deletion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was deleted, and can still be brought back."""

    when: str
    of: str


class Year(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A year of someone invented. ``people`` and ``places`` are every name that is used."""

    name: str
    people: tuple[str, ...]
    places: tuple[str, ...]
    sitting: tuple[Sitting, ...]
    note: tuple[Note, ...]
    edit: tuple[Edit, ...]
    delete: tuple[Deletion, ...]

    def in_order(self, present: Moment) -> list[tuple[Moment, Sitting | Note | Edit | Deletion]]:
        """All of it with its moments, the oldest first."""
        parts: tuple[Sitting | Note | Edit | Deletion, ...] = (
            *self.sitting,
            *self.note,
            *self.edit,
            *self.delete,
        )
        dated = [(moment(part.when, present), part) for part in parts]
        return sorted(dated, key=lambda one: one[0].utc_ms)


def read(file: Path = FILE) -> Year:
    """The year that ships."""
    year = msgspec.toml.decode(file.read_bytes(), type=Year)
    sittings = tuple(_change(one, said=_unwrapped(one.said)) for one in year.sitting)
    notes = tuple(_change(one, text=unwrap(one.text)) for one in year.note)
    edits = tuple(_change(one, text=unwrap(one.text)) for one in year.edit)
    return _change(year, sitting=sittings, note=notes, edit=edits)


def unwrap(text: str) -> str:
    """A text whose single line breaks are spaces; an empty line stays one."""
    return _LINE_BREAK.sub(" ", text.strip("\n"))


def moment(when: str, present: Moment) -> Moment:
    """The moment that is meant: "51 Thu 15:05" or "2 days 15:10", by the clock on this wall.

    Weeks begin on Monday; the first is the one before the present. So each is in the past, and none
    is as much as 366 days ago, while a weekday named in a note is right on whatever day it is read.

    Raises:
        ValueError: it is neither.
    """
    match = _WHEN.fullmatch(when)
    if match is None:
        raise ValueError(when)
    count, unit, clock = int(match[1]), match[2], time.fromisoformat(match[3])
    today = present.local().date()
    if unit == "days":
        day = today - timedelta(days=count)
    else:
        monday = today - timedelta(days=today.weekday(), weeks=count)
        day = monday + timedelta(days=_DAYS.index(unit))
    here = timezone(timedelta(minutes=present.offset))
    at = datetime.combine(day, clock, tzinfo=here)
    return Moment(int(at.timestamp() * 1000), present.offset, present.zone)


def _unwrapped(said: Mapping[str, str | int]) -> dict[str, str | int]:
    return {at: unwrap(one) if isinstance(one, str) else one for at, one in said.items()}


_change = msgspec.structs.replace
