"""Words that may be a known name all the same: short for it, or mistyped by one letter."""

from collections.abc import Iterable, Iterator

from peercoach.sharing.detect.wordlists import short_forms

_LEAST_TYPED = 6
"""Letters of a name in which one letter may be wrong: of a shorter one, too much else is made."""
_BEGINNING, _END = 3, 4
"""Letters of which a short form has at least so many: Dami, and Seun of Oluwaseun."""
_LEAST_MORE = 2


class Alike:
    """What is like one of these names, each one word as the lists have it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._short = frozenset(one for name in self._names for one in _short(name))
        self._near = frozenset(
            one for name in self._names if len(name) >= _LEAST_TYPED for one in (name, *_less(name))
        )

    def to(self, low: str) -> bool:
        """Whether a word is short for one of them, or one letter away from it."""
        if low in self._names or len(low) < _BEGINNING:
            return False
        if low in self._short or low.removesuffix("s") in self._short:
            return True
        return len(low) >= _LEAST_TYPED - 1 and (
            low in self._near or any(one in self._near for one in _less(low))
        )


def _short(name: str) -> Iterator[str]:
    """What a name may be called for short: as people are, by its beginning, by its end."""
    yield from short_forms().get(name, ())
    for length in range(_BEGINNING, len(name) - _LEAST_MORE + 1):
        yield name[:length]
    for length in range(_END, len(name) - _LEAST_MORE + 1):
        yield name[-length:]


def _less(word: str) -> Iterator[str]:
    """A word with one letter less, whichever: two words that share one are an edit apart, or two
    letters that changed places.
    """
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
