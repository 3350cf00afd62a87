"""A log of which most is garbage is written anew on closing; nothing is lost, nothing is said."""

import errno
import time
from collections.abc import Callable
from typing import Any

import pytest

from peercoach.errors import DiskFull
from peercoach.vault import space_storage, vault
from peercoach.vault.format import frame_size
from peercoach.vault.space import Space
from peercoach.vault.vault import Vault
from tests.vault.failing import CODES, Failing
from tests.vault.independent_reader import read_vault
from tests.vault.vaults import Kept, Unsynced, add, flipped, note, said, texts

LONG = "A step, and then another. " * 8


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Logs are worth compacting from 16 KiB on."""
    monkeypatch.setattr(space_storage, "WORTH_COMPACTING", 16 * 1024)


def write_again(space: Space, times: int) -> int:
    """A note that was written again and again: a frame each time, mostly padding; its id."""
    id = add(space, "0")
    for number in range(1, times):
        space.commit({id: note(f"{number}")})
    return id


def state(space: Space, id: int) -> tuple[list[str], list[dict[str, Any]]]:
    """All that a space holds, with every version of one note."""
    return texts(space), space.versions(id)


def test_on_closing_the_garbage_goes(kept: Kept, opened: Vault, small: None) -> None:
    """A log over the limit, more than half of it garbage, is half as large or less after locking,
    and every version of every note is there.
    """
    id = write_again(opened.private, 60)
    before, size = state(opened.private, id), kept.log.stat().st_size

    opened.lock()

    assert kept.log.stat().st_size * 2 < size
    again = kept.open()
    assert state(again.private, id) == before
    assert again.notices == ()
    again.lock()
    second = read_vault(kept.path, spare_key=kept.spare_key)
    assert [one["text"] for one in second.revisions[1][id]] == [str(n) for n in range(60)]
    assert second.states[f"spaces/{kept.log.name}"] == "whole"


def test_what_is_not_worth_it_stays(kept: Kept, small: None) -> None:
    """A log is left as it is below the limit, and above it where half or more is no garbage."""
    opened = kept.open()
    write_again(opened.private, 12)
    opened.lock()
    below = kept.log.read_bytes()
    assert len(below) < 16 * 1024
    opened = kept.open()
    for number in range(40):
        add(opened.private, f"{number} {LONG}")
    full = kept.log.read_bytes()
    assert len(full) > 16 * 1024

    opened.lock()

    assert full.startswith(below)
    assert kept.log.read_bytes() == full


def test_where_frames_are_many_and_bytes_are_not(kept: Kept, opened: Vault, small: None) -> None:
    """Many frames that would take as much room anew are no garbage: bytes decide."""
    id = opened.private.new_id()
    for number in range(40):
        opened.private.commit({id: note(f"{number} " + LONG * 5)})
    before = kept.log.read_bytes()

    opened.lock()

    assert kept.log.read_bytes() == before


def test_the_limits_are_those_that_are_written_down() -> None:
    """4 MiB to be worth it; 64 MiB at most on locking."""
    assert space_storage.WORTH_COMPACTING == 4 * 1024 * 1024
    assert vault.COMPACTED_AT_CLOSE == 64 * 1024 * 1024


def test_a_large_log_waits_for_an_idle_moment(
    kept: Kept, opened: Vault, small: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would take too long to write on locking is left then, and compacted when idle."""
    monkeypatch.setattr(vault, "COMPACTED_AT_CLOSE", 20_000)
    id = write_again(opened.private, 60)
    before, size = state(opened.private, id), kept.log.stat().st_size
    opened.lock()
    assert kept.log.stat().st_size == size
    again = kept.open()

    again.compact()

    assert kept.log.stat().st_size * 2 < size
    assert state(again.private, id) == before
    add(again.private, "and it goes on")
    again.lock()
    last = kept.open()
    assert texts(last.private)[-1] == "and it goes on"
    last.lock()


@pytest.mark.parametrize("lasting", [False, True])
def test_whichever_call_fails_nothing_is_lost(kept: Kept, small: None, lasting: bool) -> None:
    """Each call of a compaction on locking fails: it locks all the same, silently, and loses
    nothing; the next locking compacts.
    """
    opened = kept.open()
    id = write_again(opened.private, 60)
    before, size = state(opened.private, id), kept.log.stat().st_size
    whole = kept.log.read_bytes()
    opened._files = counted = Failing()
    opened.private._log._files = counted
    opened.lock()
    assert counted.calls > 3

    for at in range(1, counted.calls + 1):
        kept.log.write_bytes(whole)
        failing = Failing(code=CODES[at % 5], lasting=lasting)
        vault_ = kept.open(failing)
        failing.arm(at)

        vault_.lock()

        assert vault_.locked and failing.failed
        again = kept.open()
        assert state(again.private, id) == before
        again.lock()
        assert kept.log.stat().st_size * 2 < size


def test_compacting_when_idle_says_what_failed(kept: Kept, opened: Vault, small: None) -> None:
    """Whoever asks for it is told that the disk is full, and everything stands."""
    id = write_again(opened.private, 60)
    before = state(opened.private, id)
    opened.private._log._files = Failing(1, errno.ENOSPC, lasting=True, only=("write",))

    with pytest.raises(DiskFull):
        opened.compact()

    assert state(opened.private, id) == before


def test_whatever_happens_it_locks(kept: Kept, opened: Vault, small: None) -> None:
    """Even something unforeseen, Ctrl-C among it, leaves no key, no text and no open file."""

    def interrupted(most: int) -> bool:
        raise KeyboardInterrupt

    space = opened.private
    space.compact = interrupted  # type: ignore[method-assign]

    with pytest.raises(KeyboardInterrupt):
        opened.lock()

    assert opened._mine is None
    assert space._log._key == b"" and space._log._descriptor is None
    kept.open().lock()


def test_a_damaged_log_is_never_written(
    kept: Kept, opened: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is open for salvage alone is left byte for byte."""
    write_again(opened.private, 60)
    opened.lock()
    data = flipped(kept.log.read_bytes(), 8 * 20_000)
    kept.log.write_bytes(data)
    monkeypatch.setattr(space_storage, "WORTH_COMPACTING", 1024)
    broken = kept.open()
    assert said(broken) == ["salvage"]

    broken.compact()
    broken.lock()

    assert kept.log.read_bytes() == data


def test_locking_stays_prompt(kept: Kept, opened: Vault) -> None:
    """With nothing to compact, looking costs nothing to speak of: no note is looked at."""
    for number in range(300):
        add(opened.private, f"{number}")
    asked: list[object] = []
    live: Callable[[], Any] = opened.private._log.live

    def counted() -> Any:
        asked.append(1)
        return live()

    opened.private._log.live = counted
    began = time.monotonic()

    opened.lock()

    assert asked == []
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("size", [0, 1, 507, 508, 509, 5_000, 1_000_000])
def test_the_size_of_a_frame_is_foreseen(kept: Kept, size: int) -> None:
    """What a payload will take in the file is known before it is written."""
    opened = kept.open(Unsynced())
    log = opened.private._log
    before = log.size

    log.append(b"\x90" + b"x" * (size - 1) if size else b"")

    assert log.size - before == frame_size(size)
    opened.lock()
