"""Signals that wait for a quiet moment: they interrupt a wait for input, never a write.

A handler that raised anywhere could leave a commit half made in memory. So a signal that comes
while something is being kept is remembered, and raised at the next wait.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupted(Exception):
    """Control-C was pressed. ``rest`` is the unfinished line, where it can be known."""

    rest: str = ""


class Idle(Interrupted):
    """Nothing was typed for as long as was allowed."""


class Slept(Idle):
    """The computer slept meanwhile."""


class Covered(Idle):
    """The cover stood for as long as it may."""


class Suspended(Interrupted):
    """Control-Z was pressed, or someone else asks us to stop for a while."""


class Gone(Interrupted):
    """The terminal closed, or the computer asks us to end; ``number`` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def _there(*names: str) -> tuple[int, ...]:
    return tuple(getattr(signal, name) for name in names if hasattr(signal, name))


_ENDING = _there("SIGTERM", "SIGHUP", "SIGBREAK")
_STOPPING = _there("SIGTSTP")
_TIMER = hasattr(signal, "setitimer")


class Watch:
    """Holds signals back while we work and raises them while we wait."""

    def __init__(self) -> None:
        self._waiting = False
        self._held: Interrupted | None = None

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Have the signals while inside, and put back what was there before."""
        numbers = [signal.SIGINT, *_ENDING, *_STOPPING, *(_there("SIGALRM") if _TIMER else ())]
        before = {number: signal.signal(number, self._caught) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def waiting(self, limit: float = 0.0) -> Iterator[None]:
        """Raise here what was held back, and let signals through until the end.

        ``limit`` is the number of seconds after which the wait ends with ``Idle``; 0 for never. It
        has no effect where the platform has no interval timer (Windows).

        Raises:
            Interrupted: control-C, too long a silence, or the end of the terminal.
        """
        timed = bool(limit) and _TIMER
        self._waiting = True
        try:
            self._raise_held()
            if timed:
                signal.setitimer(signal.ITIMER_REAL, limit)
            yield
        finally:
            self._waiting = False
            if timed:
                signal.setitimer(signal.ITIMER_REAL, 0)

    def _caught(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT:
            self._held = self._held or Interrupted()
        elif number in _ENDING:
            self._held = Gone(number)
        elif number in _STOPPING:
            self._held = self._held or Suspended()
        elif self._waiting:
            self._held = self._held or Idle()
        if self._waiting:
            self._raise_held()

    def _raise_held(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            raise held


def stop() -> None:
    """Stop, as we were asked to; returns once somebody makes us go on.

    Where nobody could do that (an orphaned process group, POSIX.1-2017 2.4.3) the system drops the
    signal, and this returns at once.
    """
    for number in _STOPPING:
        before = signal.signal(number, signal.SIG_DFL)
        try:
            os.kill(os.getpid(), number)
        finally:
            signal.signal(number, before)
