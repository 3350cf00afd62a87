"""When to save what is being typed: soon after the last key, and never long after the first.

Pure: it reads no clock. Every time is handed in, in seconds of any clock that only goes forward.
"""


class Autosave:
    """Says when a draft is due: ``quiet`` seconds after the last key, at the latest ``latest``
    seconds after the first key that isn't saved yet.
    """

    def __init__(self, quiet: float = 0.4, latest: float = 0.8) -> None:
        self.quiet = quiet
        self.latest = latest
        self._first: float | None = None
        self._last = 0.0

    def typed(self, now: float) -> None:
        """Something was typed."""
        if self._first is None:
            self._first = now
        self._last = now

    def due(self, now: float) -> bool:
        """Whether to save now."""
        wait = self.wait(now)
        return wait is not None and wait <= 0

    def wait(self, now: float) -> float | None:
        """Seconds until a save is due, 0 if it is; None where all is saved."""
        if self._first is None:
            return None
        return max(0.0, min(self._last + self.quiet, self._first + self.latest) - now)

    def saved(self, taken: float) -> None:
        """The text as it was at ``taken`` is saved; what was typed after that is not."""
        if self._last <= taken:
            self._first = None
        elif self._first is not None:
            # The first key after `taken` isn't known, so the earliest it can have been stands in.
            self._first = max(self._first, taken)

    def failed(self, now: float) -> None:
        """A save failed: nothing counts as saved, and it is due again after ``quiet``."""
        if self._first is not None:
            self._first = self._last = now
