"""The gentle timer of a walk: how much of a part's time is left. It tells, and never decides.

It is handed the seconds of a clock that only goes forward, and keeps none itself. Time during which
nobody looked (the computer slept, or was locked) is not counted: the part waited, too.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from peercoach.frameworks.model import Framework
from peercoach.words import hour as words

MORE: Final = 5
"""Minutes that are added at a time."""
_MINUTE = 60.0
_AWAY = 90.0
"""Seconds between two looks of a screen from which on nobody was there."""


@dataclass(frozen=True)
class Timer:
    """The time of one part. ``minutes`` is None where it has none: then nothing is ever told.

    ``away`` is how many seconds may lie between two looks while someone is there.
    """

    part: str = ""
    minutes: int | None = None
    spent: float = 0.0
    away: float = _AWAY
    looked: float | None = field(default=None, compare=False)

    def at(self, part: str, minutes: int | None) -> "Timer":
        """The timer of this part: as it is where that is the same one, else from its beginning."""
        if part == self.part:
            return self
        return Timer(part, minutes, 0.0, self.away, self.looked)

    def tick(self, now: float) -> "Timer":
        """The same a little later. A clock that jumped, or went back, adds nothing."""
        passed = 0.0 if self.looked is None else now - self.looked
        counted = passed if 0.0 < passed <= self.away else 0.0
        return replace(self, spent=self.spent + counted, looked=now)

    def longer(self) -> "Timer":
        """With five minutes more, however often; that is not counted."""
        if self.minutes is None:
            return self
        # Past its time, five minutes more are five from now.
        return replace(self, spent=min(self.spent, self.minutes * _MINUTE) - MORE * _MINUTE)

    @property
    def left(self) -> int | None:
        """Whole minutes that are left, the one under way among them; None for a part without."""
        if self.minutes is None:
            return None
        seconds = max(0.0, self.minutes * _MINUTE - self.spent)
        return int(-(-seconds // _MINUTE))

    @property
    def said(self) -> str:
        """What is left, in words; empty text for a part without a time."""
        return "" if self.left is None else words.left(self.left)


def minutes_of(walk: Framework, part: str) -> int | None:
    """How long a part is meant to take; None where nothing is said, or it is none of the walk."""
    return next((one.minutes for one in walk.elements if one.id == part), None)
