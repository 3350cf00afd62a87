"""Search as one types: two words, key by key, as the interface asks for them."""

import statistics
import time
from collections.abc import Iterator
from types import MappingProxyType

from benchmarks.notes import PLANTED, Limit, notebook_of
from benchmarks.vault import PASSPHRASE
from peercoach.frameworks.library import Library
from peercoach.journal.store import Journal
from peercoach.workspace import Workspace

TYPED = " ".join(PLANTED)
SHOWN = 200
BARS = {10_000: 20, 100_000: 150}
_NO_FRAMEWORK = Library(frameworks=MappingProxyType({}), plans=MappingProxyType({}))


def typing(count: int, rounds: int = 5) -> tuple[Limit, Limit, Limit]:
    """A key at the median; the slowest key, which may take twice that; both words pasted.

    Each round types the words from the first letter on; a note kept in between makes the first
    look through everything. What the first search would fold was folded before, as it is when the
    room is entered.
    """
    keys, pasted = [], []
    with notebook_of(count) as path:
        work = Workspace.open(path, PASSPHRASE, library=_NO_FRAMEWORK)
        work.prepare()
        work.journal.warm()
        for _ in range(rounds):
            _forget_what_was_found(work.journal)
            keys += [_asked(work.journal, TYPED[:end]) for end in range(1, len(TYPED) + 1)]
            _forget_what_was_found(work.journal)
            pasted.append(_asked(work.journal, TYPED))
        work.lock()
    most = BARS[count]
    among = f"among {count:,}, ms"
    return (
        Limit(f"search, a key, p50, {among}", statistics.median(keys), most),
        Limit(f"search, the slowest key, {among}", _worst_of_rounds(keys, rounds), 2 * most),
        Limit(f"search, two words pasted, {among}", statistics.median(pasted), most),
    )


def _asked(journal: Journal, typed: str) -> float:
    start = time.perf_counter()
    found = journal.search_as_typed(typed, most=SHOWN)
    spent = time.perf_counter() - start
    assert found is not None and found.count, typed
    return spent * 1000


def _forget_what_was_found(journal: Journal) -> None:
    """As after anything is kept: what was found says nothing of what can be found now."""
    journal._reading.search.forget(0)


def _worst_of_rounds(keys: list[float], rounds: int) -> float:
    """The slowest key of a round, at the median of the rounds: not the machine's worst moment."""
    each = len(keys) // rounds
    return statistics.median(max(keys[at : at + each]) for at in range(0, len(keys), each))


def rows(*, short: bool) -> Iterator[Limit]:
    """Every figure of searching; the short form leaves out the largest."""
    for count in (10_000,) if short else (10_000, 100_000):
        yield from typing(count)
