"""How a bar is tested: another program may have been in the way once, and not three times."""

from collections.abc import Callable, Iterable
from typing import Protocol

_TRIES = 3


class Measured(Protocol):
    """A row of ``make bench``."""

    @property
    def ratio(self) -> float: ...

    @property
    def bar(self) -> float: ...


def missed(measure: Callable[[], Iterable[Measured]]) -> list[str]:
    """The rows that miss their bar in each of three tries, as they are printed the last time."""
    for _ in range(_TRIES):
        lines = [str(row) for row in measure() if row.ratio > row.bar]
        if not lines:
            break
    return lines
