"""What is said in many documents is held once: a title, a question's wording, a zone's name."""

from collections.abc import Iterable
from typing import Any

_SHORT = 128
"""Characters of a text that may well stand in other documents too: a title, a question's id."""

MANY = 20_000
"""Frames from which on sharing is worth its time: it takes a microsecond a note on opening."""

Change = tuple[str, int | None, dict[str, Any] | None]


class Sharing:
    """Makes equal short texts of many documents one: a title that is said in each is kept once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, changes: list[Change]) -> list[Change]:
        """The same changes, their documents' short texts being those that were met before."""
        known = self._known.setdefault
        for _, _, document in changes:
            if isinstance(document, dict):
                for name, value in document.items():
                    if type(value) is str and len(value) < _SHORT:
                        document[name] = known(value, value)
        return changes


def shared(found: Iterable[list[Change]], count: int) -> Iterable[list[Change]]:
    """The changes of ``count`` payloads; in a large log, what many documents say is held once."""
    return map(Sharing(), found) if count >= MANY else found
