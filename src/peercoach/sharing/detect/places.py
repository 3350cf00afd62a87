"""Towns and counties, by lists and by what stands before them."""

from collections.abc import Iterator, Sequence
from functools import cache

from peercoach.sharing.detect import wordlists as known
from peercoach.sharing.detect.spans import Span
from peercoach.sharing.detect.tokens import Token
from peercoach.sharing.detect.wordlists import Lists, lists

_LARGE = known.ours("more-places")
_BEFORE, _BEFORE_PEOPLE_TOO = known.ours("beside-places"), known.ours("beside-many")
_INSIDE = known.ours("inside-places")
_MOST_WORDS = 3


class Places:
    """Looks through the words of one text."""

    def __init__(
        self, words: Sequence[Token], lists: Lists, safe: Sequence[bool], *, small: bool
    ) -> None:
        self._words = words
        self._lists = lists
        self._safe = safe
        self._small = small

    def found(self) -> Iterator[Span]:
        """Every town and county."""
        for at in range(len(self._words)):
            length = self._length(at)
            if length and self._counts(at, length):
                yield Span(self._words[at].start, self._words[at + length - 1].end, "PLACE")

    def _length(self, at: int) -> int:
        """How many words the longest name has that a list has here; 0 where there is none."""
        if self._words[at].low.partition("-")[0] not in _beginnings():
            return 0
        for length in range(_MOST_WORDS, 0, -1):
            words = self._words[at : at + length]
            if len(words) < length or not all(one.joined for one in words[1:]):
                continue
            listed = _name(words) in self._lists.places and not any(self._safe[at : at + length])
            if listed and (length > 1 or self._is_town(at)):
                return length
        return 0

    def _counts(self, at: int, length: int) -> bool:
        """Whether a name of several words stands with capitals, where a text has any."""
        words = self._words[at : at + length]
        capitals = all(one.capital for one in words if one.low not in _INSIDE)
        return length == 1 or capitals or self._small

    def _is_town(self, at: int) -> bool:
        word, lists = self._words[at], self._lists
        name = _name([word])
        before = self._words[at - 1].low if at and word.joined else ""
        ordinary = name in lists.words or name in lists.first or name in lists.cued
        if name in known.SAFE_WORDS:
            return False
        if not word.capital:
            return self._small and before in _BEFORE and not ordinary
        if name in _LARGE:
            return True
        if ordinary or name in lists.last:
            return before in _BEFORE - _BEFORE_PEOPLE_TOO and not word.first
        return True


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all places: most words of a text begin none."""
    return frozenset(name.partition(" ")[0] for name in lists().places)


def _name(words: Sequence[Token]) -> str:
    return " ".join(one.low for one in words).replace("-", " ")
