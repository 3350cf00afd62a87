"""When a notebook that nobody touches is locked: after a notice, and at once after a sleep."""

import time
from collections.abc import Callable
from typing import Literal

NOTICE_SECONDS = 60.0
"""How long the notice stands before it locks."""

COVER_SECONDS = 60.0
"""How long the cover stands before it locks."""

_SLEPT_SECONDS = 30.0
"""So long between two looks means that the computer slept, or that we were stopped."""

State = Literal["stay", "notice", "lock"]


class Patience:
    """Counts the time since something was last touched.

    Two clocks are read. The monotonic one says how long someone was idle, whatever is done to the
    time of day; the wall clock goes on while a computer sleeps, when the other may stand still
    (clock_gettime(2), CLOCK_MONOTONIC). :meth:`look` has to be asked every second or so.
    """

    def __init__(
        self,
        minutes: int,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self.minutes = minutes
        self._monotonic = monotonic
        self._wall = wall
        self._touched = monotonic()
        self._looked = wall()

    def touched(self) -> None:
        """Someone is there."""
        self._touched = self._monotonic()

    @property
    def idle(self) -> float:
        """Seconds since something was touched."""
        return self._monotonic() - self._touched

    def look(self) -> State:
        """What to do now."""
        now = self._wall()
        slept, self._looked = now - self._looked > _SLEPT_SECONDS, now
        idle, limit = self.idle, 60.0 * self.minutes
        if slept or idle >= limit:
            return "lock"
        # Where one minute is all there is, the notice takes half of it.
        return "notice" if idle >= limit - min(NOTICE_SECONDS, limit / 2) else "stay"
