"""Which notes a command is about: options that ``list`` and ``share`` have alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from peercoach.cli.days import span
from peercoach.words import commands as words

if TYPE_CHECKING:
    from peercoach.journal.store import Journal
    from peercoach.journal.written import Written

_Call = TypeVar("_Call", bound=Callable[..., Any])

KINDS = (
    *("answer", "note", "example", "words", "coaching", "step", "review", "rating"),
    *("goal", "goal-step", "check-in"),
)


def selection(function: _Call) -> _Call:
    """``--since``, ``--until``, ``--element``, ``--kind``."""
    for option in (
        click.option("--kind", type=click.Choice(KINDS), help=words.KIND),
        click.option("--element", metavar="FRAMEWORK/ELEMENT", help=words.ELEMENT),
        click.option("--until", metavar="DAY", help=words.UNTIL),
        click.option("--since", metavar="DAY", help=words.SINCE),
    ):
        function = option(function)
    return function


@dataclass(frozen=True)
class Selection:
    """What was said with these options; days are those of the place where a note was written."""

    first: date | None = None
    last: date | None = None
    element: str | None = None
    kind: str | None = None

    @classmethod
    def of(
        cls, since: str | None, until: str | None, element: str | None, kind: str | None
    ) -> "Selection":
        """The selection that these options make. Raises UsedWrongly for what is no day."""
        from peercoach.journal.moment import now

        return cls(*span(since, until, now().local().date()), element, kind)

    def __bool__(self) -> bool:
        return self != Selection()

    def notes(self, journal: "Journal") -> "list[Written]":
        """The notes and ratings that are meant, newest first; without any option, all."""
        return journal.entries(
            since=self.first, until=self.last, element=self.element, kind=self.kind
        )
