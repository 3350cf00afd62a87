"""The one walk, end to end, with fixed clock and randomness: from a YAML file to bytes and back."""

import hashlib
from pathlib import Path

import pytest

from peercoach import paths
from peercoach.conversation import Conversation
from peercoach.errors import WrongPassphrase
from peercoach.frameworks.library import open_library
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Rating
from peercoach.vault.kdf import SMALL
from peercoach.workspace import Workspace

PASSPHRASE = "kettle willow Tuesday harbour"
ANSWER = "The commissioner, on Tuesday. She asked how many more gardens there could be."
UNSENT = "I leave out how long it to"
ELEMENT = "peer-leadership/sharing-the-movement"
MARCH = 1_773_496_920_000
A_MONTH = 30 * 86_400_000


class FixedClock:
    """A clock that stands still until it is moved; in British winter time."""

    def __init__(self, utc_ms: int) -> None:
        self.utc_ms = utc_ms

    def __call__(self) -> Moment:
        """The moment it stands at."""
        return Moment(self.utc_ms, 0, "GMT")


class FixedRandom:
    """Bytes that look random and are the same in every run: SHA-256 of a counter."""

    def __init__(self) -> None:
        self._count = 0

    def __call__(self, size: int) -> bytes:
        """The next ``size`` bytes."""
        self._count += 1
        seed = self._count.to_bytes(8, "big")
        block = b"".join(hashlib.sha256(seed + bytes([part])).digest() for part in range(8))
        return block[:size]


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands in March."""
    return FixedClock(MARCH)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Where the notebook will stand."""
    return tmp_path / "notebook.vault"


def made(vault: Path, clock: FixedClock) -> Workspace:
    """A new notebook on the shipped library, its randomness fixed."""
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    return Workspace.create(
        vault, PASSPHRASE, library=library, clock=clock, profile=SMALL, random=FixedRandom()
    )


def opened(vault: Path, clock: FixedClock) -> Workspace:
    """The same notebook, opened anew."""
    library = open_library(shipped=paths.shipped_frameworks(), personal=None, extra=None)
    return Workspace.open(vault, PASSPHRASE, library=library, clock=clock)


def walked(workspace: Workspace) -> Conversation:
    """Answer the first question, skip one, rate, and stop in the middle of a further sentence."""
    walk = workspace.begin(ELEMENT)
    walk.draft(ANSWER[:20], 20)
    walk.next(ANSWER)
    walk.skip()
    rating = next(stop for stop in walk.reflection.stops if stop.kind == "rating")
    walk.jump(rating.key)
    walk.rate(2)
    lean_in = walk.reflection.questions[1]
    walk.jump(lean_in.key)
    walk.draft(UNSENT, 7)
    return walk


def test_next_month_it_is_all_there(vault: Path, clock: FixedClock) -> None:
    """What was written, rated and half typed is there a month later, at the same character."""
    workspace = made(vault, clock)
    asked = walked(workspace).reflection.questions[0].ask
    workspace.lock()
    clock.utc_ms += A_MONTH

    again = opened(vault, clock)
    waiting = again.unfinished()[0]
    walk = again.resume(waiting.reflection)

    assert (walk.text, walk.cursor) == (UNSENT, 7)
    assert walk.reflection.count == (2, 6)
    rating, answer = again.journal.entries()
    assert isinstance(answer.record, Entry)
    assert isinstance(rating.record, Rating)
    assert answer.record.text == ANSWER
    assert answer.record.place.ask == asked
    assert answer.record.place.version == "1.1.0"
    assert answer.when == Moment(MARCH, 0, "GMT")
    assert rating.record.label == "We do this sometimes"
    assert [note.id for note in again.journal.search("GARDENS commissioner")] == [answer.id]
    again.lock()


def test_what_i_wrote_before_stands_beside_the_question(vault: Path, clock: FixedClock) -> None:
    """In the next reflection on the same element, the earlier answer is there, with its date."""
    workspace = made(vault, clock)
    walked(workspace).enough(UNSENT)
    clock.utc_ms += A_MONTH

    later = workspace.begin(ELEMENT)

    before = later.earlier()
    assert [(note.when.utc_ms, note.record.text) for note in before] == [(MARCH, ANSWER)]  # type: ignore[union-attr]
    workspace.lock()


def test_nobody_else_could_read_it(vault: Path, clock: FixedClock) -> None:
    """No word of it stands in any file, and another passphrase opens nothing."""
    workspace = made(vault, clock)
    walked(workspace)
    workspace.lock()

    on_disk = b"".join(file.read_bytes() for file in vault.rglob("*") if file.is_file())

    for secret in (ANSWER, UNSENT, PASSPHRASE, "sharing-the-movement", "commissioner"):
        assert secret.encode() not in on_disk
    with pytest.raises(WrongPassphrase):
        Workspace.open(vault, PASSPHRASE + "s", library=workspace.library, clock=clock)


def test_with_the_same_chances_it_is_the_same_log(tmp_path: Path, clock: FixedClock) -> None:
    """With clock and randomness fixed, the same walk writes a log of the same length and shape."""
    sizes = []
    for name in ("one.vault", "two.vault"):
        workspace = made(tmp_path / name, clock)
        walked(workspace)
        workspace.lock()
        sizes.append(sorted((f.name, f.stat().st_size) for f in (tmp_path / name).rglob("*.log")))

    assert sizes[0] == sizes[1]
