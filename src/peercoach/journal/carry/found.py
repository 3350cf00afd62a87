"""What was found in a file to import, and what there is to say about it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

WhereKind = Literal["line", "entry", "record", "draft", ""]


@dataclass(frozen=True)
class Where:
    """A place in a file: a line, or an entry or record counted from 1; nothing for all of it.

    ``space`` is that of a record or draft of an export of ours.
    """

    kind: WhereKind = ""
    number: int = 0
    space: str = ""


WHOLE = Where()


@dataclass(frozen=True)
class Telling:
    """Something to say: its kind (:func:`peercoach.words.carry.reason` has its words) and place."""

    kind: str
    where: Where = WHOLE


@dataclass(frozen=True)
class Found:
    """A note in a file.

    ``shown`` is its date as the clock showed it, naive unless the file tells an offset; None where
    the file tells no date. ``written`` is that date as the file has it.
    """

    text: str = field(repr=False)
    where: Where
    shown: datetime | None = None
    written: str = ""


@dataclass
class Contents:
    """The notes of one file, and what can't be taken from it or had to be guessed."""

    notes: list[Found] = field(default_factory=list, repr=False)
    told: list[Telling] = field(default_factory=list)


class Refused(Exception):
    """Nothing of a file can be taken; ``kind`` says why."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind
