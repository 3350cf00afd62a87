"""Searching on one thread while another keeps things, and giving up."""

import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from peercoach.errors import VaultLocked
from peercoach.journal import documents
from peercoach.journal.records import Entry
from peercoach.journal.search import Found
from peercoach.journal.store import Journal
from peercoach.vault.vault import Vault
from tests.journal.making import entry, texts

WAIT = 10.0


class Halted:
    """A search on another thread that stands still before it looks at note ``at``."""

    def __init__(self, journal: Journal, words: str, at: int = 1) -> None:
        self._left = at
        self._reached, self._onward = threading.Event(), threading.Event()
        self._pool = ThreadPoolExecutor(1)
        self._found = self._pool.submit(
            lambda: journal.search_as_typed(words, most=1000, stop=self._stop)
        )
        assert self._reached.wait(WAIT)

    def _stop(self) -> bool:
        self._left -= 1
        if self._left == 0:
            self._reached.set()
            assert self._onward.wait(WAIT)
        return False

    def found(self) -> Found | None:
        """Let it go on; what it found."""
        self._onward.set()
        self._pool.shutdown(wait=True)
        return self._found.result(WAIT)


def test_the_newest_and_how_many(journal: Journal) -> None:
    """As one types, the newest so many are handed out, and the count is of all."""
    for number in range(5):
        journal.add(entry(f"tea {number}"))

    found = journal.search_as_typed("TEA", most=2)

    assert found is not None
    assert texts(found.notes) == ["tea 4", "tea 3"]
    assert found.count == 5


def test_no_word_finds_nothing(journal: Journal) -> None:
    """With nothing typed nothing is found."""
    journal.add(entry("tea"))

    assert journal.search_as_typed("  ", most=5) == Found((), 0)


def test_it_gives_up_when_something_newer_is_asked(journal: Journal) -> None:
    """A search that is told to stop looks no further, and spoils nothing for the next."""
    for number in range(200):
        journal.add(entry(f"tea {number}"))
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) == 2

    assert journal.search_as_typed("tea", most=5, stop=stop) is None
    assert len(asked) == 2
    found = journal.search_as_typed("tea", most=5)
    assert found is not None
    assert found.count == 200
    assert journal.warm(lambda: True) is False
    assert journal.warm()


def test_a_warm_search_folds_nothing(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """After warming, the first key finds everything folded, what was added since excepted."""
    journal.add(entry("Tea"))
    journal.warm()
    folded: list[str] = []

    def folding(text: str) -> str:
        folded.append(text)
        return text.lower()

    monkeypatch.setattr("peercoach.journal.search.fold", folding)

    journal.add(entry("More Tea"))

    assert texts(journal.search("tea")) == ["More Tea", "Tea"]
    assert [text.split("\n")[0] for text in folded] == ["More Tea"]


def test_keeping_never_waits_for_a_search(journal: Journal) -> None:
    """While a search is in the middle of its work, notes come, change and go, at once."""
    ids = [journal.add(entry(f"tea {number}")).id for number in range(100)]
    search = Halted(journal, "tea")

    journal.edit(ids[0], "coffee")
    journal.commit({}, [ids[1]])
    new = journal.add(entry("tea, new"))
    found = search.found()

    assert found is not None
    assert new.id not in {note.id for note in found.notes}
    assert ids[1] not in {note.id for note in found.notes}
    assert {note.id for note in found.notes} >= set(ids[2:])
    later = texts(journal.search("tea"))
    assert later == ["tea, new", *(f"tea {number}" for number in range(99, 1, -1))]
    assert texts(journal.search("coffee")) == ["coffee"]


def test_a_longer_word_is_not_looked_for_in_what_is_out_of_date(journal: Journal) -> None:
    """What a search found is of no use to the next once a note came meanwhile."""
    journal.add(entry("tea one"))
    search = Halted(journal, "te")
    journal.add(entry("tea two"))
    search.found()

    assert texts(journal.search("tea")) == ["tea two", "tea one"]


def test_a_lock_ends_a_search(journal: Journal) -> None:
    """Locking doesn't wait for a search, which is refused then, and nothing is left of it."""
    for number in range(200):
        journal.add(entry(f"tea {number}"))
    inner = journal._reading.search
    search = Halted(journal, "tea", at=2)

    journal.lock()

    with pytest.raises(VaultLocked):
        search.found()
    assert inner._folded == {}
    assert not inner._notes


def test_searching_while_much_is_kept(journal: Journal) -> None:
    """Searches beside a writer find notes by what they say or said, and in the end all agree."""
    draw = random.Random(4)
    words = ("tea", "cup", "rain", "allotment", "kestrel")
    ids = [journal.add(entry(" ".join(draw.choices(words, k=3)))).id for _ in range(150)]
    ended = threading.Event()
    wrong: list[object] = []

    def look(word: str) -> None:
        while not ended.is_set():
            for typed in (word[:2], word, word[:1]):
                found = journal.search_as_typed(typed, most=1000)
                if found is None or len({note.id for note in found.notes}) != len(found.notes):
                    wrong.append(found)

    with ThreadPoolExecutor(2) as pool:
        looking = [pool.submit(look, word) for word in ("kestrel", "allotment")]
        for _ in range(200):
            journal.edit(draw.choice(ids), " ".join(draw.choices(words, k=3)))
        ended.set()
        for one in looking:
            one.result(WAIT)

    assert not wrong
    for word in words:
        found = journal.search_as_typed(word, most=1000)
        assert found is not None
        standing = [note for note in journal.entries() if word in said(note.record)]
        assert list(found.notes) == standing


def said(record: object) -> str:
    return record.text if isinstance(record, Entry) else ""


@pytest.mark.parametrize(
    "ask", [lambda journal: journal.search_as_typed("tea", most=1), lambda journal: journal.warm()]
)
def test_nothing_is_searched_once_locked(
    journal: Journal, ask: Callable[[Journal], object]
) -> None:
    """After a lock searching is refused."""
    journal.add(entry("tea"))
    journal.lock()

    with pytest.raises(VaultLocked):
        ask(journal)


def test_a_note_as_long_as_can_be(journal: Journal) -> None:
    """A note of a mebibyte is found by its last word, and by a page pasted out of it."""
    page = " ".join(f"é{number}" for number in range(110_000))
    journal.add(entry(page + " kestrel"))
    journal.add(entry("short"))

    assert len(journal.search("kestrel")) == 1
    assert len(journal.search(page)) == 1


def test_a_note_that_changes_while_it_is_folded(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was folded of a text that is no more is not kept."""
    id = journal.add(entry("badger")).id
    edited: list[int] = []

    def folding(text: str) -> str:
        if not edited:
            edited.append(id)
            journal.edit(id, "otter")
        return text.lower()

    monkeypatch.setattr("peercoach.journal.search.fold", folding)
    journal.search("badger")

    assert texts(journal.search("otter")) == ["otter"]
    assert journal.search("badger") == []


def test_a_lock_while_the_notes_are_first_read(
    journal: Journal, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locking doesn't wait for the first reading, which stops soon and leaves nothing behind."""
    tea = {journal.new_id(): entry(f"tea {number}") for number in range(600)}
    journal.commit(tea)
    journal._reading._both = None
    reached, onward = threading.Event(), threading.Event()
    read, count = documents.read, []

    def halting(*given: Any) -> Any:
        count.append(1)
        reached.set()
        assert onward.wait(WAIT)
        return read(*given)

    monkeypatch.setattr(documents, "read", halting)
    with ThreadPoolExecutor(1) as pool:
        entries = pool.submit(journal.entries)
        assert reached.wait(WAIT)
        journal.lock()
        vault.lock()
        onward.set()

        with pytest.raises(VaultLocked):
            entries.result(WAIT)

    assert len(count) < 600
    assert journal._reading._both is None


def test_a_lock_just_after_the_notes_were_first_read(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that comes with the last note read leaves nothing of what was read."""
    journal.add(entry("tea"))
    read = documents.read

    def locking(*given: Any) -> Any:
        journal.lock()
        return read(*given)

    journal._reading._both = None
    monkeypatch.setattr(documents, "read", locking)

    with pytest.raises(VaultLocked):
        journal.entries()
    assert journal._reading._both is None


def test_a_lock_while_a_note_is_folded(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was being folded when the lock came is not kept after it."""
    journal.add(entry("badger"))
    inner = journal._reading.search

    def locking(text: str) -> str:
        journal.lock()
        return text

    # The note is still in the index when its folded text is kept: the worst moment there is.
    monkeypatch.setattr(journal._reading.index, "forget", lambda: None)
    monkeypatch.setattr("peercoach.journal.search.fold", locking)

    with pytest.raises(VaultLocked):
        journal.search("badger")
    assert inner._folded == {}
