"""What was found in a text: where, of which kind, and how sure we are."""

from collections.abc import Iterable, Sequence
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
    """These spans with none over another, in order of the text: of two that overlap the surer one
    stays, of two as sure the longer, of two as long the one that came first; what is left of the
    other beside it goes too, since half a number tells nothing but that there was one.
    """
    ranked = sorted(
        enumerate(spans),
        key=lambda one: (one[1].certainty != "found", one[1].start - one[1].end, one[0]),
    )
    taken: list[Span] = []
    free = _Free()
    for _, span in ranked:
        if free.takes(span.start, span.end):
            taken.append(span)
    return sorted(taken)


class _Free:
    """Which characters are taken yet."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def takes(self, start: int, end: int) -> bool:
        """Take these characters, unless one of them is taken."""
        # Spans are short, and none is held twice: the set is as large as what is hidden.
        wanted = range(start, end)
        if not self._taken.isdisjoint(wanted):
            return False
        self._taken.update(wanted)
        return True


def outside(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a span shares no character with any of these."""
    return not any(span.overlaps(one) for one in taken)
