"""What was found in a text: where, of which kind, and how sure we are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "PERSON",
    "EMAIL",
    "PHONE",
    "URL",
    "HANDLE",
    "NHS",
    "NINO",
    "POSTCODE",
    "VEHICLE",
    "ADDRESS",
    "REF",
    "WARD",
    "TEAM",
    "ORG",
    "PLACE",
    "DATE",
    "DOB",
    "AGE",
    "WORD",
    "NUMBER",
]
"""WORD and NUMBER are what the detector finds nothing in, and its author hides all the same."""

_PERSONAL: tuple[Kind, ...] = ("PERSON", "ADDRESS", "NHS", "NINO", "REF")
_REACHES: tuple[Kind, ...] = ("EMAIL", "PHONE", "URL", "HANDLE", "POSTCODE", "VEHICLE")
DIRECT: frozenset[Kind] = frozenset(_PERSONAL + _REACHES)
"""What tells by itself who is meant; the others tell it beside something else."""

Certainty = Literal["found", "possible"]


@dataclass(frozen=True, order=True)
class Span:
    """Code points ``start`` to ``end`` of a text, the last not included."""

    start: int
    end: int
    kind: Kind
    certainty: Certainty = "found"


def resolved(spans: Iterable[Span]) -> list[Span]:
    """These spans with none over another, in order of the text.

    Of two that overlap the surer one stays whole, of two as sure the longer, of two as long the one
    that came first. What the other has beside it is hidden as well: a part of a postcode is still a
    part of it.
    """
    ranked = sorted(
        enumerate(spans),
        key=lambda one: (one[1].certainty != "found", one[1].start - one[1].end, one[0]),
    )
    taken: list[Span] = []
    free = _Free(max((span.end for _, span in ranked), default=0))
    for _, span in ranked:
        for start, end in free.left(span.start, span.end):
            free.take(start, end)
            taken.append(Span(start, end, span.kind, span.certainty))
    return sorted(taken)


def covered(spans: Iterable[Span], length: int) -> bytearray:
    """Of each character of a text of so many whether any of these spans is over it: 1, or 0."""
    found = bytearray(length)
    for one in spans:
        start, end = max(one.start, 0), min(one.end, length)
        found[start:end] = b"\1" * (end - start)
    return found


class _Free:
    """Which characters are taken yet."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def take(self, start: int, end: int) -> None:
        """Take these characters."""
        self._taken[start:end] = b"\1" * (end - start)

    def left(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a span of which nothing is taken."""
        while (first := self._taken.find(0, start, end)) >= 0:
            taken = self._taken.find(1, first, end)
            start = end if taken < 0 else taken
            yield first, start
