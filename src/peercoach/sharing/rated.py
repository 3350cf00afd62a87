"""Ratings that leave as what they show: each rating of each element, the oldest answer first."""

from collections.abc import Iterable
from dataclasses import dataclass

from peercoach.sharing.leaving import LeavingRating


@dataclass(frozen=True)
class Rated:
    """What was answered to one rating of one element; ``ask`` may be empty.

    ``steps`` are the answers that were given, in their own words, the lowest first; ``whens`` the
    seasons or days, the first first.
    """

    ask: str
    answers: tuple[LeavingRating, ...]
    steps: tuple[str, ...]
    whens: tuple[str, ...]

    @property
    def moves(self) -> bool:
        """Whether there is anything to see over time."""
        return len(self.answers) > 1

    def step_of(self, one: LeavingRating) -> int:
        """Which step an answer is, from 0, the lowest."""
        return sorted({other.value for other in self.answers}).index(one.value)


@dataclass(frozen=True)
class Element:
    """What was rated, with its ratings."""

    title: str
    ratings: tuple[Rated, ...]


def elements(ratings: Iterable[LeavingRating]) -> list[Element]:
    """Ratings by what was rated, in the order in which each first comes."""
    found: dict[tuple[str, ...], dict[str, list[LeavingRating]]] = {}
    for one in ratings:
        wording = one.wording
        element = found.setdefault((wording.address, wording.framework, wording.element), {})
        element.setdefault(one.rating, []).append(one)
    return [
        Element(title_of(next(iter(one.values()))[0]), tuple(map(_rated, one.values())))
        for one in found.values()
    ]


def title_of(one: LeavingRating) -> str:
    """What a rating is of."""
    return one.wording.element or one.wording.framework


def _rated(answers: list[LeavingRating]) -> Rated:
    # Words of a step may have changed: those of its last answer stand for it.
    labels = {one.value: one.label for one in answers}
    steps = tuple(labels[value] for value in sorted(labels))
    whens = tuple(dict.fromkeys(one.when for one in answers))
    return Rated(answers[-1].wording.ask, tuple(answers), steps, whens)
