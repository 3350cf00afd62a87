"""What was read of a space, from the first question on: its index, and what is searched."""

import gc
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from peercoach.errors import VaultLocked
from peercoach.journal.index import Index
from peercoach.journal.search import Search
from peercoach.vault.space import Space


@contextmanager
def collector_resting() -> Iterator[None]:
    """No collection of garbage while what is read only grows: each would look through all of it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Reading:
    """Reads a space once, and is kept current from then on.

    One thread keeps things; any other may search, or close this, at any time. The guard is held for
    moments, but for the first reading: a commit that comes meanwhile is noted after it.
    """

    def __init__(self, space: Callable[[], Space], name: str) -> None:
        self._space = space
        self._name = name
        self._guard = threading.RLock()
        self._both: tuple[Index, Search] | None = None
        self._closed = False

    @property
    def index(self) -> Index:
        """Every record, read now if it wasn't yet.

        Raises:
            VaultLocked: it was closed, now or meanwhile.
            VaultError: the space can't be opened.
        """
        return self._read()[0]

    @property
    def search(self) -> Search:
        """What is searched; as :attr:`index`."""
        return self._read()[1]

    def note(self, puts: Mapping[int, Mapping[str, Any]], removes: Collection[int]) -> None:
        """These documents were kept, and those taken out."""
        with self._guard:
            if self._both is None:
                return
            index, search = self._both
            for id, document in puts.items():
                index.put(id, document)
                search.forget(id)
            for id in removes:
                index.remove(id)
                search.forget(id)

    def close(self) -> None:
        """Forget everything, without waiting for another thread. Idempotent."""
        self._closed = True
        both, self._both = self._both, None
        if both is not None:
            # Whoever is at work with these just now finds them empty.
            both[0].forget()
            both[1].close()

    def _read(self) -> tuple[Index, Search]:
        both = self._both
        if both is None:
            space = self._space()
            with self._guard:
                both = self._both
                if both is None:
                    index = Index(space, self._name)
                    both = index, Search(index.notes, index.newest_first, self._guard)
                    self._both = both
        if self._closed:
            self._both = both
            self.close()
            raise VaultLocked
        return both
