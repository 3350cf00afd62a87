"""A spare key that was shown is asked back in part, so that it was truly written down."""

import secrets
from collections.abc import Callable, Sequence

_ASKED = 2
_FORGIVEN = str.maketrans({"I": "1", "L": "1", "O": "0"})

Choose = Callable[[Sequence[int], int], list[int]]
_CHANCE: Choose = secrets.SystemRandom().sample


class Rehearsal:
    """Two groups of a spare key, by their place, that a person types from what they wrote down.

    ``choose(places, count)`` draws that many places, each once.
    """

    def __init__(self, written: str, choose: Choose = _CHANCE) -> None:
        self.groups = tuple(written.split("-"))
        places = range(1, len(self.groups) + 1)
        self.asked = tuple(sorted(choose(places, _ASKED)))

    def right(self, place: int, typed: str) -> bool:
        """Whether this is the group at ``place`` (1 is the first).

        Forgiven is what is forgiven when it opens (:mod:`peercoach.vault.recovery`): capitals,
        spaces and dashes, and I, L, O for 1, 1, 0.
        """
        letters = "".join(sign for sign in typed.upper() if sign != "-" and not sign.isspace())
        return letters.translate(_FORGIVEN) == self.groups[place - 1]

    def forget(self) -> None:
        """Leave nothing of the key here."""
        self.groups = ()
