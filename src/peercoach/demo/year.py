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


class Aim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A goal that was made: what was said at which of its questions, in order.

    ``began`` is what it starts from, by the name of a sitting and the stop; ``draws_on`` are the
    addresses of elements. Its first step is called by its name and "step".
    """

    when: str
    name: str
    said: dict[str, str]
    began: str = ""
    draws_on: tuple[str, ...] = ()


class Turn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Going on with the goal called ``of``; an edit says one part of it.

    ``name`` is that of what comes of it: the step, or the goal that it changed into.
    """

    when: str
    of: str
    task: Literal["step", "check-in", "close", "edit"]
    said: dict[str, str]
    name: str = ""


class Done(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step that was taken: ``of`` is its name."""

    when: str
    of: str


class Hour(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Protected time, as it was typed."""

    when: str
    typed: str


Part = Sitting | Note | Edit | Deletion | Aim | Turn | Done | Hour
"""Anything that was done on a day."""


class Year(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A year of someone invented. ``people`` and ``places`` are every name that is used."""

    name: str
    people: tuple[str, ...]
    places: tuple[str, ...]
    sitting: tuple[Sitting, ...]
    note: tuple[Note, ...]
    edit: tuple[Edit, ...]
    delete: tuple[Deletion, ...]
    goal: tuple[Aim, ...]
    turn: tuple[Turn, ...]
    done: tuple[Done, ...]
    hour: tuple[Hour, ...]

    def in_order(self, present: Moment) -> list[tuple[Moment, Part]]:
        """All of it with its moments, the oldest first."""
        kinds: tuple[tuple[Part, ...], ...] = (
            *(self.sitting, self.note, self.edit, self.delete),
            *(self.goal, self.turn, self.done, self.hour),
        )
        parts = [part for kind in kinds for part in kind]
        dated = [(moment(part.when, present), part) for part in parts]
        return sorted(dated, key=lambda one: one[0].utc_ms)


def read(file: Path = FILE) -> Year:
    """The year that ships."""
    year = msgspec.toml.decode(file.read_bytes(), type=Year)
    sittings = tuple(_change(one, said=_unwrapped(one.said)) for one in year.sitting)
    notes = tuple(_change(one, text=unwrap(one.text)) for one in year.note)
    edits = tuple(_change(one, text=unwrap(one.text)) for one in year.edit)
    goals = tuple(_change(one, said=_unwrapped(one.said)) for one in year.goal)
    turns = tuple(_change(one, said=_unwrapped(one.said)) for one in year.turn)
    return _change(year, sitting=sittings, note=notes, edit=edits, goal=goals, turn=turns)


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
