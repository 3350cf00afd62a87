"""The ways out of a room."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum


class Onward(Enum):
    """Where someone asked to go, from any room; each has the name of its action."""

    HOME = "home"
    COMPANY = "company"
    LOCK = "lock"
    QUIT = "quit"


class GoTo(Exception):
    """Leave this room; what was typed in it has been saved by then."""

    def __init__(self, onward: Onward) -> None:
        super().__init__(onward.value)
        self.onward = onward


WAYS_OUT = {one.value: one for one in Onward}
"""Where an action leads that leads out of a room."""


@contextmanager
def until_home() -> Iterator[None]:
    """Be in a room until its end, or until the person goes home from it."""
    try:
        yield
    except GoTo as way:
        if way.onward is not Onward.HOME:
            raise
