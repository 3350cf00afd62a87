"""What was found in a text: where, of which kind, and how sure we are."""

from collections.abc import Iterable, Iterator, Sequence
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
]

DIRECT: frozenset[Kind] = frozenset(
    {"PERSON", "EMAIL", "PHONE", "URL", "HANDLE", "NHS", "NINO", "POSTCODE", "VEHICLE"}
    | {"ADDRESS", "REF"}
)
"""What tells by itself who is meant; the others tell it beside something else."""

Certainty = Literal["found", "possible"]


@dataclass(frozen=True, order=True)
class Span:
    """Code points ``start`` to ``end`` of a text, the last not included."""

    start: int
    end: int
    kind: Kind
    certainty: Certainty = "found"

    def overlaps(self, other: "Span") -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end


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
    free = _Free()
    for _, span in ranked:
        for start, end in free.left(span.start, span.end):
            free.take(start, end)
            taken.append(Span(start, end, span.kind, span.certainty))
    return sorted(taken)


class _Free:
    """Which characters are taken yet."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def take(self, start: int, end: int) -> None:
        """Take these characters."""
        # Spans are short, and none is held twice: the set is as large as what is hidden.
        self._taken.update(range(start, end))

    def left(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a span of which nothing is taken."""
        at = start
        while at < end:
            while at < end and at in self._taken:
                at += 1
            first = at
            while at < end and at not in self._taken:
                at += 1
            if at > first:
                yield first, at


def outside(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span shares no character with any of these."""
    return not any(span.overlaps(one) for one in taken)
