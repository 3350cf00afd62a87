"""Whether anybody is there, asked while a line is awaited; an open notebook is not left alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from peercoach.patience import Patience
from peercoach.plain.watch import Idle, Slept

LOOK_EVERY = 1.0
"""Seconds between two looks: Patience takes a longer gap for a computer that slept."""


class Guard:
    """Looks at a patience, where there is one: while a notebook is open, or under the cover.

    ``warned`` says whether the notice stood since the wait began; ``told`` whether it stands now.
    """

    def __init__(self) -> None:
        self.patience: Patience | None = None
        self.warned = False
        self.told = False

    def begin(self) -> None:
        """A wait begins. Work that was done before it is neither idleness nor sleep."""
        self.warned = self.told = False
        if self.patience is not None:
            self.patience.touched()
            self.patience.look()

    def touched(self) -> None:
        """A key was pressed."""
        self.told = False
        if self.patience is not None:
            self.patience.touched()

    def look(self) -> bool:
        """Whether to say now that it will lock in a minute.

        Raises:
            Idle: nobody was there for too long. Slept: the computer slept.
        """
        if self.patience is None:
            return False
        state = self.patience.look()
        if state == "lock":
            raise Idle if self.patience.idle >= self.limit else Slept
        if state != "notice" or self.told:
            return False
        self.warned = self.told = True
        return True

    @property
    def limit(self) -> float:
        """Seconds that a wait may last at all; 0 for as long as it takes."""
        return 60.0 * self.patience.minutes if self.patience is not None else 0.0

    @contextmanager
    def instead(self, patience: Patience | None) -> Iterator[None]:
        """Have another patience while inside."""
        before, self.patience = self.patience, patience
        try:
            yield
        finally:
            self.patience = before
