"""A terminal that may be closed at any moment, without what draws on it coming to a stop."""

import contextlib
from typing import Any

from textual.driver import Driver


class Lasting:
    """A stream to which nothing more comes once its terminal is gone.

    Textual's writer ends at an error there, and what it then never takes would hold the program
    for ever, with the notebook open behind a window that nobody sees.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write, or do nothing where there is nobody to read it any more."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Flush, or do nothing likewise."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def lasting(driver: type[Driver]) -> type[Driver]:
    """The same driver, on a stream that outlasts its terminal."""

    class LastingDriver(driver):  # type: ignore[misc, valid-type]
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            stream = getattr(self, "_file", None)
            if stream is not None:
                self._file: Any = Lasting(stream)

    return LastingDriver
