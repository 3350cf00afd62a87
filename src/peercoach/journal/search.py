"""Search as one types: every word must be there, whatever its case and accents.

What is searched is kept folded. While a word is being typed, what the shorter word found is all
that the longer one can find, so each further key looks through less.
"""

import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from peercoach.errors import VaultLocked
from peercoach.journal.folding import fold, words_of
from peercoach.journal.marks import marks
from peercoach.journal.records import Entry, Rating
from peercoach.journal.written import Written

__all__ = ["Found", "Search", "Stop", "fold", "marks", "words_of"]

Stop = Callable[[], bool]
"""Asked again and again while looking: whether to give up, since something newer is asked."""

_CHUNK = 64
"""Notes between two looks at ``stop``: where each is as long as can be, some 30 ms."""

_REMEMBERED = 8


@dataclass(frozen=True)
class Found:
    """What a search found: the newest of it, and how much it is in all."""

    notes: tuple[Written, ...]
    count: int


class Search:
    """The notes of an index as they are searched: folded, and what was found lately.

    Any thread may look while another changes notes under ``guard``, which is held for moments only.
    A note that changes while one looks is found by what it said or by what it says.
    """

    def __init__(
        self,
        notes: Mapping[int, Written],
        newest_first: Callable[[], list[int]],
        guard: threading.RLock,
    ) -> None:
        self._notes = notes
        self._newest_first = newest_first
        self._guard = guard
        self._folded: dict[int, str] = {}
        self._ids: Sequence[int] | None = None
        self._past: deque[tuple[frozenset[str], Sequence[int]]] = deque(maxlen=_REMEMBERED)
        self._closed = False

    def forget(self, id: int) -> None:
        """This note came, changed or went away."""
        with self._guard:
            self._folded.pop(id, None)
            self._ids = None
            # A new one, and not an empty one: whoever looks just now adds to the old, in vain.
            self._past = deque(maxlen=_REMEMBERED)

    def close(self) -> None:
        """Forget everything, without waiting; who looks just now is refused within moments."""
        self._closed = True
        self._folded.clear()

    def warm(self, stop: Stop | None = None) -> bool:
        """Fold everything ahead of the first search; False where it gave up.

        Raises:
            VaultLocked: it was closed.
        """
        return self._holding("", self._all(), stop) is not None

    def find(self, words: str, stop: Stop | None = None) -> Sequence[int] | None:
        """The ids of notes that hold every word, newest first; None where it gave up.

        Raises:
            VaultLocked: it was closed.
        """
        wanted = words_of(words)
        if not wanted:
            return ()
        with self._guard:
            past = self._past
            fits = [found for before, found in past if _narrows(before, wanted)]
        found = min(fits, key=len) if fits else self._all()
        # The longest word is the rarest, as a rule: the others are looked for in what it leaves.
        for word in sorted(wanted, key=len, reverse=True):
            holding = self._holding(word, found, stop)
            if holding is None:
                return None
            found = holding
        with self._guard:
            past.append((wanted, found))
        return found

    def _all(self) -> Sequence[int]:
        with self._guard:
            if self._ids is None:
                self._ids = self._newest_first()
            return self._ids

    def _holding(self, word: str, ids: Sequence[int], stop: Stop | None) -> list[int] | None:
        folded = self._folded
        found: list[int] = []
        for start in range(0, len(ids), _CHUNK):
            self._refuse_closed()
            if stop is not None and stop():
                return None
            chunk = ids[start : start + _CHUNK]
            try:
                found += [id for id in chunk if word in folded[id]]
            except KeyError:
                found += [id for id in chunk if word in self._text(id)]
        return found

    def _refuse_closed(self) -> None:
        if self._closed:
            raise VaultLocked

    def _text(self, id: int) -> str:
        """What is searched of a note, folded and kept so; empty where it was taken out."""
        while (kept := self._folded.get(id)) is None:
            note = self._notes.get(id)
            self._refuse_closed()
            if note is None:
                return ""
            kept = fold(_searched(note))
            with self._guard:
                if self._notes.get(id) is note:
                    self._folded[id] = kept
            if self._closed:
                self._folded.clear()
        return kept


def _narrows(before: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether all that holds these words held those before."""
    return all(any(old in new for new in wanted) for old in before)


def _searched(note: Written) -> str:
    record = note.record
    match record:
        case Entry():
            own = "\n".join((record.text, *(record.more.words if record.more else ())))
        case Rating():
            own = record.label
        case _:
            return ""
    return "\n".join((own, record.place.ask, record.place.element_title))
