"""Signals that wait for a quiet moment: they interrupt a wait for input, never a write.

A handler that raised anywhere could leave a commit half made in memory. So a signal that comes
while something is being kept is remembered, and raised at the next wait.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupted(Exception):
    """Control-C was pressed. ``rest`` is the unfinished line, where it can be known."""

    rest: str = ""


class Idle(Interrupted):
    """Nothing was typed for as long as was allowed."""


class Gone(Interrupted):
    """The terminal closed, or the computer asks us to end; ``number`` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


_ENDING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class Watch:
    """Holds signals back while we work and raises them while we wait.

    ``idle`` is the number of seconds without input after which a wait ends with ``Idle``; 0 for
    never. It has no effect where the platform has no interval timer (Windows).
    """

    def __init__(self, idle: float = 0) -> None:
        self._idle = idle if hasattr(signal, "setitimer") else 0
        self._waiting = False
        self._held: Interrupted | None = None

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Have the signals while inside, and put back what was there before."""
        numbers = [signal.SIGINT, *_ENDING]
        if self._idle:
            numbers.append(signal.SIGALRM)
        before = {number: signal.signal(number, self._caught) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Raise here what was held back, and let signals through until the end.

        Raises:
            Interrupted: control-C, too long a silence, or the end of the terminal.
        """
        self._waiting = True
        try:
            self._raise_held()
            if self._idle:
                signal.setitimer(signal.ITIMER_REAL, self._idle)
            yield
        finally:
            self._waiting = False
            if self._idle:
                signal.setitimer(signal.ITIMER_REAL, 0)

    def _caught(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT:
            self._held = self._held or Interrupted()
        elif number in _ENDING:
            self._held = Gone(number)
        elif self._waiting:
            self._held = self._held or Idle()
        if self._waiting:
            self._raise_held()

    def _raise_held(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            raise held
